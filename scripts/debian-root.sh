#!/usr/bin/env bash
# Tries this working tree on another Debian release: makes a minimal root of it with debootstrap,
# copies the tree into it, and runs the two commands of the README there. Needs root.
#
#     scripts/debian-root.sh [--suite trixie] [--mirror URL] DIR [COMMAND...]
#
# DIR is made when it does not exist, and kept: a second run is quick. The mirror is --mirror,
# else $DEBIAN_MIRROR, else the first Debian one of this system's own apt sources.
set -euo pipefail

suite=trixie mirror=${DEBIAN_MIRROR:-}
while [ $# -gt 0 ]; do
    case "$1" in
        --suite) suite=$2; shift 2 ;;
        --mirror) mirror=$2; shift 2 ;;
        --help | -h) sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; exit 0 ;;
        -*) echo "debian-root.sh: no option $1" >&2; exit 64 ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || { echo "usage: debian-root.sh [--suite NAME] [--mirror URL] DIR [COMMAND...]" >&2; exit 64; }
root=$1
shift
[ "$(id -u)" -eq 0 ] || { echo "debian-root.sh: needs root, for debootstrap and chroot" >&2; exit 1; }
command -v debootstrap > /dev/null || { echo "debian-root.sh: apt-get install debootstrap" >&2; exit 1; }

if [ ! -e "$root/etc/debian_version" ]; then
    if [ -z "$mirror" ]; then
        # The deb822 form, then the old one; the archive proper is the one that ends in /debian.
        mirror=$({
            cat /etc/apt/sources.list.d/*.sources 2> /dev/null | sed -n 's/^URIs: *//p' | tr ' ' '\n'
            cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2> /dev/null |
                sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\).*/\2/p'
        } | grep -E '/debian/?$' | head -1 || true)
    fi
    [ -n "$mirror" ] || { echo "debian-root.sh: which mirror? --mirror URL or DEBIAN_MIRROR" >&2; exit 64; }
    # A release newer than this debootstrap is made as unstable is.
    script=
    [ -e "/usr/share/debootstrap/scripts/$suite" ] || script=/usr/share/debootstrap/scripts/sid
    debootstrap --variant=minbase "$suite" "$root" "$mirror" $script
fi

tree=$(cd "$(dirname "$0")/.." && pwd)
source=$root/root/schemadiff
mkdir -p "$source"
# What is tracked and what would be; the builds of an earlier run stay, and are older than all of it.
find "$source" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
(cd "$tree" && git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
    tar --null -T - -c) | tar -x -m -C "$source"

# Behind a proxy with a certificate authority of its own, the root trusts whom this system trusts.
trust=
mkdir -p "$root/etc/ssl"
for name in NODE_EXTRA_CA_CERTS PIP_CERT SSL_CERT_FILE; do
    [ -f "${!name:-}" ] || continue
    cp "${!name}" "$root/etc/ssl/$name.pem"
    trust="$trust $name=/etc/ssl/$name.pem"
done

[ $# -gt 0 ] || set -- bash -c './quickstart.sh && ./quickstart.sh && ./test.sh'
# Mounts and processes of a namespace of their own: nothing of them is left behind.
exec unshare --mount --pid --fork --kill-child bash -c '
    set -euo pipefail
    root=$1 trust=$2
    shift 2
    mount -t proc proc "$root/proc"
    mkdir -p "$root/dev/shm"
    mount -t tmpfs tmpfs "$root/dev/shm"
    exec chroot "$root" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        LANG=C.UTF-8 CCACHE_DIR=/var/cache/ccache $trust \
        bash -c "cd /root/schemadiff && exec \"\$@\"" bash "$@"
' bash "$root" "$trust" "$@"
