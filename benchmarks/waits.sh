#!/usr/bin/env bash
# Plays days of a hall and writes how good estimates of waits were into benchmarks/README.md. About five minutes on two cores;
# DAYS=2 makes a quick try, README=... writes elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build benchmarks/NewCitizen.Benchmarks -c Release --nologo -v q >&2
machine="Virtual machine, $(nproc) processors, $(uname -s) $(uname -m), $(date -u +%F)."
dotnet benchmarks/NewCitizen.Benchmarks/bin/Release/net10.0/NewCitizen.Benchmarks.dll waits "${DAYS:-20}" "${PEOPLE:-600}" "${README:-benchmarks/README.md}" "$machine"
