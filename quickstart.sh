#!/usr/bin/env bash
# From nothing to a real PostgreSQL database that has the schema of desired-schema/schema.sql.
# Installs packages with apt (root or sudo), builds schemadiff, and leaves a server of its own
# running: build/release/schemadiff db stop. Running it again changes nothing.
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '\n== %s\n' "$*"; }
run() { printf '$ %s\n' "$*"; "$@"; }

say "Packages"
scripts/install-packages.sh build

say "Build"
cmake --preset release > build-configure.log 2>&1 || { cat build-configure.log >&2; exit 1; }
rm -f build-configure.log
cmake --build build/release --target schemadiff
schemadiff=build/release/schemadiff
run $schemadiff --version

say "A PostgreSQL server of the project's own"
run $schemadiff db start

say "What it takes to get there"
run $schemadiff plan --to desired-schema/schema.sql --db embedded

say "Getting there"
run $schemadiff apply --to desired-schema/schema.sql --db embedded --auto-approve

say "The proof: what PostgreSQL itself says"
run $schemadiff db psql -- -X -P pager=off -c '\dt'
run $schemadiff db psql -- -X -P pager=off -c "
    SELECT column_name, data_type, is_nullable FROM information_schema.columns
    WHERE table_name = 'user_exchanges' AND column_name = 'exchange_id'"
run $schemadiff db psql -- -X -P pager=off -c "
    SELECT conname AS constraint, pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE conname = 'user_exchanges_exchange_id_exchanges_id_fk'"
run $schemadiff db psql -- -X -P pager=off -c "
    SELECT indexname AS index, indexdef AS definition FROM pg_indexes
    WHERE indexname = 'user_exchanges_exchange_id_idx'"

run $schemadiff db psql -- -X -P pager=off -c "
    SELECT id, name, ws_url, rest_url FROM exchanges ORDER BY id"

say "And schemadiff"
run $schemadiff check --to desired-schema/schema.sql --db embedded

cat <<'END'

Next: edit desired-schema/schema.sql, and run

    build/release/schemadiff plan  --to desired-schema/schema.sql --db embedded
    build/release/schemadiff apply --to desired-schema/schema.sql --db embedded
END
