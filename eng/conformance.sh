#!/usr/bin/env bash
# Runs the conformance kit on every store (in-memory, SQLite, PostgreSQL 15 and 18, the sample of a store of your own) and writes
# docs/conformance.md; with --check it only tells whether that page is current. Needs PostgreSQL 15 or later of the system and
# PostgreSQL 18 of "npm ci --prefix tests/NewCitizen.TestServers".
set -euo pipefail
cd "$(dirname "$0")/.."
what=write
[ "${1:-}" = --check ] && what=check
dotnet build tests/NewCitizen.Conformance.Runner --nologo -v q -clp:NoSummary >&2
exec dotnet run --no-build --project tests/NewCitizen.Conformance.Runner -- $what docs/conformance.md
