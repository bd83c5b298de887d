#!/bin/sh
# Installs the npm packages of a lock file into a folder, unless they are there already.
#
#     install-packages.sh FOLDER_OF_THE_LOCK_FILE TARGET
set -eu
source=$1 target=$2
if cmp -s "$source/package-lock.json" "$target/installed-lock.json"; then exit 0; fi
if ! command -v npm > /dev/null; then
    echo "no npm: scripts/install-packages.sh tests installs it" >&2
    exit 1
fi
cp "$source/package.json" "$source/package-lock.json" "$target"
npm ci --prefix "$target" --no-audit --no-fund --loglevel=error
cp "$source/package-lock.json" "$target/installed-lock.json"
