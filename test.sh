#!/usr/bin/env bash
# Installs packages with apt (root or sudo), builds schemadiff and runs all its tests against
# throwaway PostgreSQL servers. Fails when a test fails. PRESET=asan-ubsan: with the sanitizers.
# Arguments go to ctest: ./test.sh -R Splitter
set -euo pipefail
cd "$(dirname "$0")"

preset=${PRESET:-dev}
scripts/install-packages.sh build tests

cmake --preset "$preset" > /dev/null
cmake --build "build/$preset"
ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$(nproc)" "$@"
