#!/usr/bin/env bash
# clang-tidy over all C++ files with the checks of .clang-tidy; what it finds is an error.
# A file that was clean is not looked at again until it, a header or the checks change.
# Arguments: the files to look at, instead of all.
set -euo pipefail
cd "$(dirname "$0")/.."

tidy=${CLANG_TIDY:-clang-tidy-19}
command -v "$tidy" > /dev/null || { echo "check-tidy.sh: apt-get install $tidy" >&2; exit 1; }
cmake --preset tidy > /dev/null
[ $# -gt 0 ] || { mapfile -t files < <(git ls-files 'cli/*.cc' 'engine/*.cc' 'parser/*.cc' 'tests/*.cc'); set -- "${files[@]}"; }

clean=${XDG_CACHE_HOME:-$HOME/.cache}/schemadiff-tidy
mkdir -p "$clean"
find "$clean" -type f -mtime +30 -delete
common=$({ "$tidy" --version; git ls-files '*.h' .clang-tidy CMakePresets.json CMakeLists.txt tests/CMakeLists.txt; } |
    { while IFS= read -r line; do [ -f "$line" ] && cat "$line" || echo "$line"; done; } | sha256sum)
export tidy clean common

# One file: prints its findings and fails, or remembers that there are none.
check_file() {
    local key report
    key=$({ echo "$common $1"; cat "$1"; } | sha256sum | cut -d' ' -f1)
    [ ! -e "$clean/$key" ] || return 0
    if report=$("$tidy" -quiet -p build/tidy "$1" 2> /dev/null); then
        : > "$clean/$key"
    else
        printf '%s\n' "$report"
        return 1
    fi
}
export -f check_file
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" bash -c 'check_file "$1"' bash
