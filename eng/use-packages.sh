#!/usr/bin/env bash
# Builds the quick start against the packed packages instead of the projects: what a developer gets is what we tested.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' eng/Common.props)
cp samples/QuickStart/*.cs "$work/"
cat > "$work/QuickStart.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <RestorePackagesPath>$work/packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="NewCitizen.Storage.Sqlite" Version="$version" />
    <PackageReference Include="NewCitizen.Storage.PostgreSql" Version="$version" />
    <PackageReference Include="NewCitizen.Validation" Version="$version" />
    <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.15" />
  </ItemGroup>
</Project>
XML
cat > "$work/Directory.Build.props" <<XML
<Project />
XML
dotnet nuget list source --format short | awk '/^E /{print $2}' > "$work/sources"
args=(--source "$PWD/artifacts/packages")
while read -r source; do args+=(--source "$source"); done < "$work/sources"
dotnet restore "$work/QuickStart.csproj" "${args[@]}" -v q
dotnet build "$work/QuickStart.csproj" --no-restore --nologo -v q
(cd "$work" && dotnet run --no-build --project "$work/QuickStart.csproj")

tool="$work/tool"
dotnet tool install NewCitizen.Cli --version "$version" --tool-path "$tool" "${args[@]/--source/--add-source}" -v q >/dev/null
printf '11010519491231002X\n' | "$tool/newcitizen" number -
