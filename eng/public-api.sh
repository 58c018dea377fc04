#!/usr/bin/env bash
# Writes the public API of every package into PublicAPI.Unshipped.txt, so that a change of it shows in review.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in src/*/*.csproj; do
  folder=$(dirname "$project")
  [ -f "$folder/PublicAPI.Shipped.txt" ] || printf '#nullable enable\n' > "$folder/PublicAPI.Shipped.txt"
  printf '#nullable enable\n' > "$folder/PublicAPI.Unshipped.txt"
done
for project in src/*/*.csproj; do
  folder=$(dirname "$project")
  dotnet build "$project" --no-incremental --nologo -v m -p:TreatWarningsAsErrors=false 2>&1 |
    grep "/$folder/.*RS0016: Symbol '" |
    sed "s/.*RS0016: Symbol '//; s/' is not part of the declared public API.*//" | LC_ALL=C sort -u > "$folder/api.tmp" || true
  cat "$folder/api.tmp" >> "$folder/PublicAPI.Unshipped.txt"
  rm "$folder/api.tmp"
done
