#!/usr/bin/env bash
# Installs test servers of other majors from npm, unless they are there, and prints the folder of
# the programs of one: tests/servers/install.sh 17
set -euo pipefail
source=$(cd "$(dirname "$0")" && pwd) major=$1
# Not in the build folder: as root the servers run as another user, who may not look in there.
target=${SCHEMADIFF_TEST_SERVERS:-/var/tmp/schemadiff-test-servers-$(id -u)}
(umask 022 && mkdir -p "$target" && "$source/../drizzle/install-packages.sh" "$source" "$target") >&2
package=$target/node_modules/postgresql-$major
[ -d "$package" ] || { echo "install.sh: no test server of PostgreSQL $major; tests/servers/package.json lists them" >&2; exit 64; }
# npm may have been told to run no scripts: this one makes the links between the libraries.
(cd "$package" && node scripts/hydrate-symlinks.js)
echo "$package/native/bin"
