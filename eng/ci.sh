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
  fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=""; [ "$(id -u)" -eq 0 ] || sudo="sudo"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

failed_steps=0
run() { "$@" || { echo "FAILED: $*"; failed_steps=$((failed_steps + 1)); }; }

step "Install Chromium, LibreOffice and Node where they are missing"
run install_tools
if [ -f samples/partner-node/package-lock.json ]; then
  step "Install the partner sample's dependencies"
  run npm ci --prefix samples/partner-node --no-audit --no-fund --silent
fi

step "Build"
run dotnet build Sdk.sln --nologo -v q

step "Test (the README's command)"
rm -rf artifacts/test-results
dotnet test Sdk.sln
test_exit=$?

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
