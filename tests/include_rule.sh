#!/bin/sh
# Who may include whom (docs/architecture.md). Prints each line that breaks a rule, and fails.
set -eu
cd "$(dirname "$0")/.."
broken=0

# forbid REASON REGEX FILE...: an #include that matches the regular expression in those files
forbid() {
    reason=$1 regex=$2
    shift 2
    [ $# -gt 0 ] || return 0
    if grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]$regex" "$@" /dev/null; then
        echo "    ^ $reason" >&2
        broken=1
    fi
}

# shellcheck disable=SC2046 # no file of ours has a blank in its name
{
    forbid "libpg_query only under parser/" '(pg_query|.*pb-c\.h)' \
        $(find cli engine tests \( -name '*.h' -o -name '*.cc' \) ! -path 'tests/benchmarks/reference.cc')
    forbid "simdjson only under parser/" 'simdjson' \
        $(find cli engine tests -name '*.h' -o -name '*.cc')
    forbid "libpqxx only in the pqxx_* files of engine/{introspect,execute,postgres}" 'pqxx/' \
        $(find cli parser tests -name '*.h' -o -name '*.cc') \
        $(find engine \( -name '*.h' -o -name '*.cc' \) ! -path 'engine/introspect/pqxx_*' \
            ! -path 'engine/execute/pqxx_*.cc' ! -path 'engine/postgres/pqxx_*.cc')
    forbid "libpq only in engine/postgres" 'libpq' \
        $(find cli parser -name '*.h' -o -name '*.cc') \
        $(find engine \( -name '*.h' -o -name '*.cc' \) ! -path 'engine/postgres/*')
    forbid "engine/ does not know the parser" 'parser/' $(find engine -name '*.h' -o -name '*.cc')
    forbid "engine/ and parser/ do not know the commands" 'cli/' \
        $(find engine parser -name '*.h' -o -name '*.cc')
    forbid "no logging and no JSON in engine/{base,model,diff,plan,objects,data,lint}" '(spdlog|nlohmann)' \
        $(find engine/base engine/model engine/diff engine/plan engine/objects engine/data engine/lint -name '*.h' -o -name '*.cc')
    forbid "no tests in the product" '(tests/|gtest|gmock)' \
        $(find cli engine parser -name '*.h' -o -name '*.cc')
}
exit $broken
