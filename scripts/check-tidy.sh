#!/bin/sh
# clang-tidy over all C++ files with the checks of .clang-tidy; what it finds is an error.
# Arguments: patterns of file names, to look at those only.
set -eu
cd "$(dirname "$0")/.."
cmake --preset tidy > /dev/null
[ $# -gt 0 ] || set -- '/(cli|engine|parser|tests)/'
"${RUN_CLANG_TIDY:-run-clang-tidy}" -quiet -p build/tidy "$@" > build/tidy/report.txt 2> build/tidy/errors.txt || {
    grep -E -A 5 '(error|warning):' build/tidy/report.txt || cat build/tidy/errors.txt
    exit 1
}
