#!/bin/sh
# Tries a Debian package on a Debian without Swift: installs it, runs it, removes it, and looks at what is left.
#
# usage: test-deb.sh PACKAGE      (as root)
#
# The Debian is made with debootstrap in a temporary folder, from where this machine has its own packages, and goes away.
# $SUITE names another release than bookworm.
set -eu
[ "$(id -u)" = 0 ] || { echo 'nnboard: only root can make a Debian to try the package in.' >&2; exit 1; }
# In a name space of its own, so that what is mounted goes away whatever happens.
[ "${NNBOARD_UNSHARED:-}" = 1 ] || NNBOARD_UNSHARED=1 exec unshare --mount sh "$0" "$@"

support=$(cd "$(dirname "$0")" && pwd)
package=$(realpath "$1")
suite=${SUITE:-bookworm}
work=$(mktemp -d)
root=$work/root
trap 'umount "$root/proc" 2>/dev/null; rm -rf --one-file-system "$work"' EXIT
trap 'exit 1' INT TERM
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

stop() {
    echo "nnboard: $1" >&2
    exit 1
}
passed() { echo "  $1"; }
inside() {
    chroot "$root" env -i HOME=/tmp/home PATH=/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 TERM=xterm-256color "$@"
}

echo "A fresh $suite:"
source=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(CREATED_BY)' |
    awk -v suite="$suite" '$2 == suite && $3 == "main" && $4 == "Packages" { print $1; exit }')
[ -n "$source" ] || stop "this machine's apt does not know $suite."
debootstrap --variant=minbase "$suite" "$root" "$source" >"$work/log" 2>&1 ||
    stop "debootstrap failed: $(tail -n 3 "$work/log")"
mount -t proc proc "$root/proc"
mkdir "$root/tmp/home"
cp "$package" "$root/tmp/nnboard.deb"
! inside sh -c 'command -v swift' >/dev/null || stop 'there is a Swift.'
passed "has no Swift"

# This machine's apt fetches, by what the other one has installed: nothing of its settings need be carried over.
fetch() {
    apt-get -qq -o Dir::State::status="$root/var/lib/dpkg/status" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
        -o Dir::Cache::archives="$root/var/cache/apt/archives" -o APT::Sandbox::User=root \
        -y --no-install-recommends --download-only install "$@" >"$work/log" 2>&1 ||
        stop "apt-get could not fetch $*: $(tail -n 3 "$work/log")"
}
echo 'The package:'
fetch "$package"
rm -f "$root/var/cache/apt/archives"/nnboard_*.deb
inside sh -c 'dpkg -i /var/cache/apt/archives/*.deb' >"$work/log" 2>&1 || stop "$(tail -n 5 "$work/log")"
list() { (cd "$root" && find . -path ./proc -prune -o -path ./tmp -prune -o -path ./var/lib/dpkg -prune -o -print |
    grep -v -e '^./var/log' -e '^./var/cache' | LC_ALL=C sort); }
list >"$work/before"
inside dpkg -i /tmp/nnboard.deb >"$work/log" 2>&1 || stop "it does not install: $(tail -n 5 "$work/log")"
passed "installs ($(du -k "$package" | cut -f 1) kB, $(inside dpkg-query -W -f '${Installed-Size}' nnboard) kB installed)"
[ "$(inside dpkg --verify nnboard)" = '' ] || stop "dpkg --verify: $(inside dpkg --verify nnboard)"

version=$(dpkg-deb -f "$package" Version)
[ "$(inside nnboard --version)" = "nnboard $version" ] || stop 'nnboard --version says something else.'
! inside ldd /usr/bin/nnboard | grep -e 'not found' -e swift || stop 'a library is missing.'
passed "tells its version, $version"
inside nnboard train --dataset sample --epochs 1 >"$work/table" 2>"$work/log" || stop "train: $(cat "$work/log")"
grep -q accuracy "$work/table" || stop "train printed $(cat "$work/table")"
passed 'trains'
inside sh -c 'zcat /usr/share/man/man1/nnboard.1.gz' | grep -q '^\.TH NNBOARD 1 ' || stop 'the manual is not there.'
passed 'has its manual'
for script in bash-completion/completions/nnboard zsh/vendor-completions/_nnboard fish/vendor_completions.d/nnboard.fish; do
    [ -s "$root/usr/share/$script" ] || stop "$script is not there."
done
inside bash -n /usr/share/bash-completion/completions/nnboard || stop 'bash does not take the completions.'
cp "$support/complete.sh" "$root/tmp"
themes=$(inside bash /tmp/complete.sh /usr/share/bash-completion/completions/nnboard nnboard --theme '')
case $themes in *light*) ;; *) stop "bash offers the themes “$themes”." ;; esac
passed 'has its completions'

# The dashboard, in a terminal that a person would sit at.
play() {
    output=$(printf '%s\n' "$@" | python3 "$support/../Tests/SessionTests/Support/driver.py")
    ! echo "$output" | grep '"error"' || stop 'the dashboard did not do as it should.'
    echo "$output" | tail -n 1 | grep -q '"status": 0, "faults": \[\]' || stop 'the dashboard did not end well.'
}
for theme in dark light; do
    program="[\"$(command -v chroot)\", \"$root\", \"/usr/bin/nnboard\", \"--theme\", \"$theme\"]"
    window='"columns": 120, "rows": 40, "term": "xterm-256color", "environment": {"HOME": "/tmp/home"}'
    play "{\"do\": \"start\", \"program\": $program, $window}" \
        '{"do": "until", "pattern": "train 7,982"}' '{"do": "key", "name": "e"}' \
        '{"do": "until", "pattern": "epoch +1/"}' '{"do": "key", "name": "q"}' '{"do": "key", "name": "y"}' \
        '{"do": "exit"}'
    passed "opens its dashboard, theme $theme, and trains an epoch"
done

inside dpkg -r nnboard >"$work/log" 2>&1 || stop "it can't be removed: $(cat "$work/log")"
[ -z "$(inside dpkg-query -W -f '${Status}' nnboard 2>/dev/null)" ] || stop 'dpkg keeps something of it.'
list >"$work/after"
cmp -s "$work/before" "$work/after" || stop "something is left behind: $(diff "$work/before" "$work/after")"
passed 'is removed, and leaves nothing behind'
