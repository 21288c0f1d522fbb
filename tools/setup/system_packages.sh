#!/bin/sh
# Install the system packages that are missing, or print the one line that does.
set -eu

packages="make git qgis python3-qgis python3-gdal gdal-bin python3-venv python3-scipy xvfb xauth"

if ! command -v dpkg-query >/dev/null 2>&1; then
    missing=""
    for command in git make /usr/bin/python3 qgis_process xvfb-run; do
        command -v "$command" >/dev/null 2>&1 || missing="$missing $command"
    done
    [ -z "$missing" ] && exit 0
    echo "Not found:$missing. Install QGIS 3.22 or later with its Python bindings, GDAL, SciPy and Xvfb, then run make again."
    exit 1
fi

missing=""
for package in $packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

install="apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends$missing"
echo "Missing system packages:$missing"
export PATH="$PATH:/usr/sbin:/sbin"
if [ "$(id -u)" = 0 ]; then
    sh -c "$install"
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo -n sh -c "$install"
else
    echo "Run this once as root, then make again:"
    echo "  sudo sh -c '$install'"
    exit 1
fi
