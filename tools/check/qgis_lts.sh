#!/bin/sh
# Tests on the QGIS of another Debian, in a root of its own that debootstrap makes once. Needs root; about 6 GB.
#
#   QGIS_LTS_SUITE   which Debian (default trixie, that is 13; forky is the one to come, with Python 3.14)
#   QGIS_LTS_ROOT    where the root lies (default build/qgis-lts, or build/qgis-<suite>)
#   QGIS_LTS_MIRROR  Debian mirror (default: the one this machine's apt uses, else debootstrap's own)
#   QGIS_LTS_TESTS   what pytest runs (default tests/core tests/tools tests/algorithms)
set -eu
cd "$(dirname "$0")/../.."

suite=${QGIS_LTS_SUITE:-trixie}
export PATH="$PATH:/usr/sbin:/sbin"
if [ "$(id -u)" != 0 ]; then
    echo "A root of another Debian is made and entered by chroot, which only root may do: sudo make test-qgis-lts"
    exit 1
fi
if ! command -v debootstrap >/dev/null; then
    echo "debootstrap is missing; run: apt-get install debootstrap"
    exit 1
fi
# Mounts live in a name space of their own and are gone when this script ends, however it ends.
if [ "${QGIS_LTS_APART:-}" != yes ]; then
    exec env QGIS_LTS_APART=yes unshare --mount --propagation private sh tools/check/qgis_lts.sh
fi

[ "$suite" = trixie ] && own=build/qgis-lts || own=build/qgis-$suite
root=${QGIS_LTS_ROOT:-$own}
mkdir -p "$root"
root=$(cd "$root" && pwd)
source=$PWD
tests=${QGIS_LTS_TESTS:-tests/core tests/tools tests/algorithms}
mirror=${QGIS_LTS_MIRROR:-}
if [ -z "$mirror" ] && grep -q '^ID=debian' /etc/os-release; then
    # shellcheck disable=SC1091
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    # shellcheck disable=SC2016
    mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' | sed -n "s/^$codename //p" | head -n 1)
fi

if [ ! -f "$root/etc/landslide-base" ]; then
    echo "Making a Debian root ($suite) in $root ..."
    # A Debian younger than this debootstrap is made as the unstable one is.
    script=/usr/share/debootstrap/scripts/$suite
    [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
    debootstrap --variant=minbase --include=make,git,ca-certificates,procps,xz-utils \
        "$suite" "$root" "${mirror:-http://deb.debian.org/debian}" "$script" \
        >"$root.log" 2>&1 || { tail -n 5 "$root.log"; exit 1; }
    touch "$root/etc/landslide-base"
fi

# What reaches packages from this machine reaches them from the root: names, certificates, apt and pip settings.
copy_settings() {
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    mkdir -p "$root/usr/local/share/ca-certificates" "$root/root/.config/pip"
    for folder in /usr/local/share/ca-certificates /etc/apt/apt.conf.d /etc/apt/auth.conf.d; do
        [ -d "$folder" ] && cp -a "$folder/." "$root$folder/"
    done
    [ -f /etc/pip.conf ] && cp /etc/pip.conf "$root/etc/pip.conf"
    [ -f "$HOME/.config/pip/pip.conf" ] && cp "$HOME/.config/pip/pip.conf" "$root/root/.config/pip/pip.conf"
    return 0
}
copy_settings

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/src" "$root/shared"
shared=${LANDSLIDE_SHARED:-$source/../shared}
[ -d "$shared" ] && mount --bind "$(cd "$shared" && pwd -P)" "$root/shared"

# The checkout as it stands, without what git ignores; the environments of an earlier run stay.
find "$root/src" -mindepth 1 -maxdepth 1 ! -name .venv ! -name .venv-worker ! -name build -exec rm -rf {} +
git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for f; do [ -f "$f" ] && printf "%s\0" "$f"; done' _ |
    tar --null -T - -cf - | tar -xf - -C "$root/src"

settings=$(env | sed -n -e '/^PIP_FIND_LINKS=/d' -e 's/^\(PIP_[A-Z_]*=[^ ]*\)$/\1/p' \
    -e 's/^\([a-zA-Z]*_[pP][rR][oO][xX][yY]=[^ ]*\)$/\1/p')
# shellcheck disable=SC2086
inside() {
    env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin LANDSLIDE_SHARED=/shared $settings \
        chroot "$root" sh -c "cd /src && $1"
}

echo "Installing QGIS and making both environments where they are missing (log: $root.log) ..."
inside "update-ca-certificates && make -s setup" >>"$root.log" 2>&1 || { tail -n 5 "$root.log"; exit 1; }
inside "/usr/bin/python3 tools/ship/versions.py"
failed=""
for part in $tests; do
    echo
    echo "== $part"
    inside "nice .venv/bin/python -m pytest -q -p no:cacheprovider $part" || failed="$failed $part"
done
if [ -n "$failed" ]; then
    echo "FAILED on $suite:$failed"
    exit 1
fi
echo "All parts passed on $suite."
