#!/bin/sh
# All C++ files are as clang-format 14 (Debian 12's) writes them.
set -eu
cd "$(dirname "$0")/.."
git ls-files '*.h' '*.cc' | xargs -r "${CLANG_FORMAT:-clang-format}" --dry-run -Werror
