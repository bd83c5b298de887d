#!/bin/sh
# Builds an optimised schemadiff with the benchmarks and runs them: tests/benchmarks/run.sh 100 1000
set -eu
cd "$(dirname "$0")/../.."
cmake --preset release -DSCHEMADIFF_BENCHMARKS=ON > /dev/null
cmake --build build/release --target schemadiff benchmarks
exec build/release/tests/benchmarks "$@"
