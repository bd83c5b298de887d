#!/bin/sh
# Installs pre-commit into a virtual environment, unless it is there already.
#
#     install-pre-commit.sh REQUIREMENTS TARGET
set -eu
requirements=$1 target=$2
if cmp -s "$requirements" "$target/installed.txt"; then exit 0; fi
if ! python3 -m venv --clear "$target"; then
    echo "no python3 with venv: scripts/install-packages.sh tests installs it" >&2
    exit 1
fi
"$target/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
cp "$requirements" "$target/installed.txt"
