#!/usr/bin/env bash
# Writes the public API of every package into PublicAPI.Unshipped.txt, so that a change of it shows in review.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in src/*/*.csproj; do
  folder=$(dirname "$project")
  [ -f "$folder/PublicAPI.Shipped.txt" ] || printf '#nullable enable\n' > "$folder/PublicAPI.Shipped.txt"
  printf '#nullable enable\n' > "$folder/PublicAPI.Unshipped.txt"
done
log=$(mktemp)
dotnet build Sdk.sln --no-incremental --nologo -v m -p:TreatWarningsAsErrors=false > "$log" 2>&1 || true
for project in src/*/*.csproj; do
  folder=$(dirname "$project")
  { grep "/$folder/.*RS0016: Symbol '" "$log" || true; } |
    sed "s/.*RS0016: Symbol '//; s/' is not part of the declared public API.*//" | LC_ALL=C sort -u >> "$folder/PublicAPI.Unshipped.txt"
done
rm "$log"
