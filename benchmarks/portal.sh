#!/usr/bin/env bash
# Simulated people book in the real portal; writes the table into benchmarks/README.md. About five minutes on a quiet machine;
# SECONDS_A_ROW=10 makes a quick try, README=... writes elsewhere. Ends with an error if a booking was lost, doubled or refused.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build samples/Portal -c Release --nologo -v q >&2
dotnet build benchmarks/NewCitizen.Benchmarks -c Release --nologo -v q >&2
machine="Virtual machine, $(nproc) processors, $(uname -s) $(uname -m), SQLite, $(date -u +%F), load average $(cut -d' ' -f1-3 /proc/loadavg) before."
dotnet benchmarks/NewCitizen.Benchmarks/bin/Release/net10.0/NewCitizen.Benchmarks.dll portal "$PWD/samples/Portal/bin/Release/net10.0/NewCitizen.Portal.dll" "${SECONDS_A_ROW:-60}" "${README:-benchmarks/README.md}" "$machine"
