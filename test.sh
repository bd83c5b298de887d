#!/usr/bin/env bash
# Installs packages with apt (root or sudo), builds schemadiff and runs all its tests against
# throwaway PostgreSQL servers. Fails when a test fails.
#
#     ./test.sh                       the system's PostgreSQL
#     ./test.sh --servers all         and what depends on the server again on each of 13 to 18
#     ./test.sh --servers 13,18       and again on these
#     ./test.sh -R Splitter           other arguments go to ctest
#     PRESET=asan-ubsan ./test.sh     with the sanitizers
set -euo pipefail
cd "$(dirname "$0")"

preset=${PRESET:-dev} servers=
if [ "${1:-}" = --servers ]; then
    servers=${2:?--servers: all, or majors such as 13,18}
    [ "$servers" != all ] || servers=13,14,16,17,18
    shift 2
fi
scripts/install-packages.sh build tests

cmake --preset "$preset" > /dev/null
cmake --build "build/$preset"
run() { ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$(nproc)" "$@"; }
status=0
run "$@" || status=1

for major in ${servers//,/ }; do
    bin=$(tests/servers/install.sh "$major")
    echo "=== PostgreSQL $major"
    PG_BIN=$bin run -L server-version "$@" || status=1
done
exit $status
