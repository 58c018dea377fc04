#!/usr/bin/env bash
# Writes the public API of every package into PublicAPI.Unshipped.txt, so that a change of it shows in review.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in src/*/*.csproj; do
  folder=$(dirname "$project")
  [ -f "$folder/PublicAPI.Shipped.txt" ] || printf '#nullable enable\n' > "$folder/PublicAPI.Shipped.txt"
  printf '#nullable enable\n' > "$folder/PublicAPI.Unshipped.txt"
done
# Build order: a package's API is read with its dependencies already written.
for name in Core Validation Exchange Storage.Sqlite Testing AspNetCore Cli; do
  file="src/NewCitizen.$name/PublicAPI.Unshipped.txt"
  dotnet build "src/NewCitizen.$name" --nologo -v q -p:WarningLevel=0 -p:TreatWarningsAsErrors=false -p:GeneratePackageOnBuild=false 2>&1 |
    grep -o "RS0016: Symbol '.*' is not part of the declared public API" |
    sed "s/^RS0016: Symbol '//; s/' is not part of the declared public API$//" | LC_ALL=C sort -u >> "$file"
done
