#!/usr/bin/env bash
# Installs packages with apt (root or sudo), builds schemadiff and runs all its tests against
# throwaway PostgreSQL servers. Fails when a test fails.
#
#     ./test.sh                       the system's PostgreSQL; of the generated schemas a part
#     ./test.sh --long                all of the generated schemas, and more of them
#     ./test.sh --servers all         and what depends on the server again on each of 13 to 18
#     ./test.sh --servers 13,18       and again on these
#     ./test.sh -R Splitter           other arguments go to ctest
#     PRESET=asan-ubsan ./test.sh     with the sanitizers
set -euo pipefail
cd "$(dirname "$0")"

preset=${PRESET:-dev} servers='' long=''
while true; do
    case ${1:-} in
        --long)
            long=yes
            shift
            ;;
        --servers)
            servers=${2:?--servers: all, or majors such as 13,18}
            [ "$servers" != all ] || servers=13,14,16,17,18
            shift 2
            ;;
        *) break ;;
    esac
done
scripts/install-packages.sh build tests

cmake --preset "$preset" > /dev/null
cmake --build "build/$preset"
run() { ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$(nproc)" "$@"; }

# Which fields of the generated schemas are tried (tests/properties) goes with the commit: the same
# commit always gives the same result, and many commits try all. Each server has another part.
parts=4 first=$((16#$(git rev-parse --short=7 HEAD 2> /dev/null || echo 0)))
given=${SCHEMADIFF_PROPERTY_PART:-}
choose_properties() {  # NUMBER of the server
    if [ -n "$long" ]; then
        unset SCHEMADIFF_PROPERTY_PART
        export SCHEMADIFF_PROPERTY_COUNT=${SCHEMADIFF_PROPERTY_COUNT:-4}
    else
        export SCHEMADIFF_PROPERTY_PART=${given:-$(((first + $1) % parts + 1))/$parts}
    fi
}
status=0
choose_properties 0
run "$@" || status=1

number=0
for major in ${servers//,/ }; do
    bin=$(tests/servers/install.sh "$major")
    echo "=== PostgreSQL $major"
    choose_properties $((number += 1))
    PG_BIN=$bin run -L server-version "$@" || status=1
done
exit $status
