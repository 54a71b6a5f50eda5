#!/bin/sh
# Installs what nnboard needs and this machine lacks; does nothing, at once, where nothing is missing.
set -eu

# What fetches the packages and the data, what is compiled against, and what is loaded when large layers are trained.
packages='make git ca-certificates pkg-config libncurses-dev zlib1g-dev libcurl4-openssl-dev libopenblas0'
case ${1:-} in
    # What the tests look at screens with, a terminal emulator; what they make packages with, read the manual, and
    # paint pictures.
    test) packages="$packages python3 python3-pyte dpkg-dev groff-base mandoc librsvg2-2 fonts-dejavu-core" ;;
    # What the plain loop is compiled against.
    peers) packages="$packages libopenblas-dev" ;;
    # What makes a Debian package, and a small Debian to try it in.
    deb) packages="$packages dpkg-dev" ;;
    test-deb) packages="$packages python3 python3-pyte dpkg-dev debootstrap" ;;
esac

stop() {
    echo "nnboard: $1" >&2
    exit 1
}

swift=${SWIFT:-swift}
advice='install Swift 6.3 or newer from https://www.swift.org/install and put it on the PATH.'
command -v "$swift" >/dev/null 2>&1 || stop "Swift is missing: $advice"
version=$("$swift" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
case $version in
    [0-5].* | 6.[0-2]) stop "Swift $version is too old: $advice" ;;
    '') stop "$swift does not tell its version: $advice" ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "nnboard: this is no Debian system, so nothing is installed; the like of these must be there: $packages" >&2
    exit 0
fi

missing=''
for package in $packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = 'install ok installed' ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=''
elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    # sudo keeps no variables of ours.
    as_root='sudo env DEBIAN_FRONTEND=noninteractive'
else
    stop "These packages are missing, and only root may install them: ask for \"apt-get install$missing\"."
fi

echo "Installing with apt-get:$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$as_root apt-get update -qq || stop 'apt-get update failed: check the network, then try again.'
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
    stop "apt-get could not install$missing: its message above says why."
