#!/usr/bin/env bash
# What action.yml runs: each command of $COMMANDS, one a line ("lint --strict", "check"), with
# annotations on standard output and a summary. Returns the largest exit code of them.
set -uo pipefail

schemadiff=${SCHEMADIFF:-schemadiff}
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
worst=0
while read -r -a command; do
    [ ${#command[@]} -gt 0 ] || continue
    # The report first: it says why, where annotations only point.
    "$schemadiff" "${command[@]}" --color never < /dev/null >&2
    code=$?
    echo "::group::schemadiff ${command[*]} returned $code"
    if [ $code -eq 0 ] || [ $code -eq 2 ]; then
        "$schemadiff" "${command[@]}" --format github --quiet < /dev/null 2> /dev/null
        "$schemadiff" "${command[@]}" --format markdown --quiet < /dev/null 2> /dev/null >> "$summary"
    fi
    echo "::endgroup::"
    [ $code -le $worst ] || worst=$code
done <<< "${COMMANDS:-lint}"
exit $worst
