#!/usr/bin/env bash
# The whole proof of a clean clone: install what the tests must not skip, build, test, pack, use the packages. Ends with the
# line "N passed, N failed" made from the test results.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=true

step() { printf '\n== %s (%s)\n' "$1" "$(date -u +%H:%M:%S)"; }

install_tools() {
  command -v apt-get >/dev/null || return 0
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium fonts-noto-cjk)
  command -v soffice >/dev/null || missing+=(libreoffice-calc)
  command -v node >/dev/null || missing+=(nodejs npm)
  command -v openssl >/dev/null || missing+=(openssl)
  have_postgresql || missing+=(postgresql)
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
  command -v patroni >/dev/null || missing+=(patroni)
  command -v etcd >/dev/null || missing+=(etcd-server)
  fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=""; [ "$(id -u)" -eq 0 ] || sudo="sudo"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  local code=$? package
  # The tests start servers of their own on free ports; those which came with the packages only take processor time.
  for package in "${missing[@]}"; do
    case $package in postgresql | rabbitmq-server | patroni | etcd-server) $sudo service "${package/etcd-server/etcd}" stop >/dev/null 2>&1 ;; esac
  done
  return $code
}

have_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || command -v postgres >/dev/null; }

failed_steps=0
run() { "$@" || { echo "FAILED: $*"; failed_steps=$((failed_steps + 1)); }; }

step "Install Chromium, LibreOffice, Node, PostgreSQL, RabbitMQ, Patroni and etcd where they are missing"
run install_tools
if [ -f samples/partner-node/package-lock.json ]; then
  step "Install the partner sample's dependencies"
  run npm ci --prefix samples/partner-node --no-audit --no-fund --silent
fi
if command -v npm >/dev/null; then
  step "Install PostgreSQL 18"
  run npm ci --prefix tests/NewCitizen.TestServers --no-audit --no-fund --silent
fi

step "Build"
run dotnet build Sdk.sln --nologo -v q

step "Test (the README's command)"
rm -rf artifacts/test-results
dotnet test Sdk.sln
test_exit=$?

# What opens a store on disk or in memory above opens one on PostgreSQL here: the same tests, another store. Those of Core and AspNetCore
# ran there already, in NewCitizen.OnPostgreSql.Tests.
step "Test again on PostgreSQL"
for project in Exchange Cli Samples; do
  NEWCITIZEN_TEST_STORE=postgres15 dotnet test "tests/NewCitizen.$project.Tests" --no-build || test_exit=1
done

step "Conformance of every store; docs/conformance.md is current"
run bash eng/conformance.sh --check

step "Pack"
rm -rf artifacts/packages
run dotnet pack Sdk.sln -c Release --nologo -v q

step "Use the packed packages from outside the tree"
run bash eng/use-packages.sh

step "Result"
counters() { grep -h '<Counters ' artifacts/test-results/*.trx 2>/dev/null; }
sum() { counters | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ total += $1 } END { print total + 0 }'; }
passed=$(sum passed)
failed=$(sum failed)
total=$(sum total)
skipped=$((total - passed - failed))
if [ "$passed" -eq 0 ] || { [ "$test_exit" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
  echo "The test run itself broke (exit $test_exit)."
  failed=$((failed + 1))
fi
failed=$((failed + failed_steps))
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
