#!/usr/bin/env bash
# Measures the stores against raw SQL and EF Core and writes the table into benchmarks/README.md. About 20 minutes on two cores;
# PEOPLE=20000 ROUNDS=2 TURN=100 make a quick try, README=... writes elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
people=${PEOPLE:-150000} rounds=${ROUNDS:-5} turn=${TURN:-400} readme=${README:-benchmarks/README.md} majors=${POSTGRES:-15}

dotnet build benchmarks/NewCitizen.Benchmarks -c Release --nologo -v q >&2
program="dotnet benchmarks/NewCitizen.Benchmarks/bin/Release/net10.0/NewCitizen.Benchmarks.dll floors"
figures=$(mktemp -d)
trap 'rm -rf "$figures"' EXIT
load() { cut -d" " -f1-3 /proc/loadavg; }
begin=$(date -u +%s) first=$(load)

# Each part in a process of its own, so that the memory of one does not weigh on the next.
$program store --people "$people" --rounds "$rounds" --turn "$turn" --out "$figures/1.json"
$program scale --people "$people" --rounds "$rounds" --turn "$turn" --out "$figures/2.json"
for major in $majors; do
  $program store --postgres "$major" --people "$people" --rounds "$rounds" --turn "$turn" --out "$figures/$major-1.json"
  $program scale --postgres "$major" --people "$people" --rounds "$rounds" --turn "$turn" --out "$figures/$major-2.json"
done

memory=$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
cpu=$(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo)
machine="Virtual machine, $(nproc) processors ($cpu), $memory, $(uname -s) $(uname -m), .NET $(dotnet --list-runtimes | awk '/NETCore.App 10/ { v = $2 } END { print v }'), $(date -u +%F), $people files, $rounds rounds of $turn ms (writes twice as long), client and server on one machine, load average $first before and $(load) after, $((($(date -u +%s) - begin) / 60)) minutes."
$program report "$figures"/*.json "$readme" "$machine"
