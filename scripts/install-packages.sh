#!/bin/sh
# Installs the packages that schemadiff is built with, by the names that Debian 12, Debian 13 and
# Ubuntu 24.04 share. Does nothing, and asks for no password, when they are all there.
#
#     scripts/install-packages.sh build            to build and to try it
#     scripts/install-packages.sh build tests      and to run the tests
#     scripts/install-packages.sh build tests checks
set -eu

build="g++ cmake ninja-build pkg-config
    libpqxx-dev libpq-dev libpg-query-dev libprotobuf-c-dev libsimdjson-dev
    libfmt-dev libspdlog-dev nlohmann-json3-dev libexpected-dev libcli11-dev libtomlplusplus-dev
    postgresql postgresql-client"
tests="libgtest-dev libgmock-dev ccache lld git patch python3 python3-venv graphviz"
# Ubuntu has Chromium only as a snap: there the test of the report in a browser is skipped.
grep -q '^ID=ubuntu' /etc/os-release 2> /dev/null || tests="$tests chromium"
# A Node.js from elsewhere brings its npm along, and Debian's npm refuses to stand beside it.
command -v node > /dev/null && command -v npm > /dev/null || tests="$tests nodejs npm"
checks="clang-format clang-tidy-19"

wanted=""
for group in "$@"; do
    case "$group" in
        build) wanted="$wanted $build" ;;
        tests) wanted="$wanted $tests" ;;
        checks) wanted="$wanted $checks" ;;
        *) echo "install-packages.sh: no group '$group' (build, tests, checks)" >&2; exit 64 ;;
    esac
done

if ! command -v apt-get > /dev/null || ! command -v dpkg-query > /dev/null; then
    echo "install-packages.sh: this system has no apt-get; schemadiff needs what these packages hold:" >&2
    echo "   " $wanted >&2
    exit 1
fi

missing=""
for package in $wanted; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo > /dev/null; then
        echo "install-packages.sh: not root, and there is no sudo. Have these installed:$missing" >&2
        exit 1
    fi
    as_root="sudo"
fi
apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@"
}

echo "Installing:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A broken list of some other repository is no reason to stop: the installation tells.
apt update > "$log" 2>&1 || true

# Debian makes and starts a cluster on port 5432 with the server's package. Nobody asked for that
# here: it is left out, for this installation only.
clusters=/etc/postgresql-common/createcluster.conf
if [ ! -e "$clusters" ]; then
    case " $missing " in
        *" postgresql "*)
            apt install --no-install-recommends postgresql-common >> "$log" 2>&1 || { cat "$log" >&2; exit 1; }
            if [ -e "$clusters" ] && ! grep -q '^create_main_cluster' "$clusters"; then
                echo 'create_main_cluster = false' | $as_root tee -a "$clusters" > /dev/null
                trap '$as_root sed -i "/^create_main_cluster = false$/d" "$clusters"; rm -f "$log"' EXIT
            fi
            ;;
    esac
fi
# shellcheck disable=SC2086 # a list of names
apt install --no-install-recommends $missing >> "$log" 2>&1 || { cat "$log" >&2; exit 1; }
