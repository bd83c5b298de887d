#!/bin/sh
# schemadiff for pre-commit: the one that $SCHEMADIFF names, else that on PATH.
binary=${SCHEMADIFF:-schemadiff}
if ! command -v "$binary" > /dev/null; then
    echo "pre-commit-hook.sh: there is no $binary: build it with quickstart.sh and put it on PATH," >&2
    echo "    or export SCHEMADIFF=/path/to/schemadiff" >&2
    exit 1
fi
exec "$binary" "$@"
