#!/usr/bin/env bash
# Breaks clients, servers, disks, clocks and migrations under load and writes what was lost into benchmarks/README.md. About 15 minutes on
# two cores; SCALE=5 makes a quick try, README=... writes elsewhere. The drills of the disk need root; that of the leader patroni and etcd.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
readme=${README:-benchmarks/README.md}
dotnet build tests/NewCitizen.Faults -c Release --nologo -v q >&2
dotnet build benchmarks/NewCitizen.Benchmarks -c Release --nologo -v q >&2
table=$(mktemp)
trap 'rm -f "$table"' EXIT
memory=$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)
machine="Virtual machine, $(nproc) processors, $memory, $(uname -s) $(uname -m), $(date -u +%F); clients, servers and drills on one machine."
dotnet tests/NewCitizen.Faults/bin/Release/net10.0/NewCitizen.Faults.dll self-check
broken=0
dotnet tests/NewCitizen.Faults/bin/Release/net10.0/NewCitizen.Faults.dll "$@" --scale "${SCALE:-100}" --machine "$machine" --out "$table" || broken=1
dotnet benchmarks/NewCitizen.Benchmarks/bin/Release/net10.0/NewCitizen.Benchmarks.dll floors faults "$table" "$readme"
exit $broken
