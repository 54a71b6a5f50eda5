#!/bin/sh
# Makes a Debian package of a program that was built, and prints its path.
#
# usage: deb.sh PROGRAM FOLDER
#
# $SHLIBDEPS_FLAGS and $DEB_FLAGS go to dpkg-shlibdeps and dpkg-deb; $DEBFULLNAME and $DEBEMAIL say who packages.
set -eu
cd "$(dirname "$0")/.."
umask 022

program=$1
folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
package=$work/nnboard

version=$("$program" --version | cut -d ' ' -f 2)
architecture=$(dpkg --print-architecture)
date=$(sed -n 's/.*date = "\(.*\)".*/\1/p' Sources/nnboard/Version.swift)
maintainer="${DEBFULLNAME:-nnboard} <${DEBEMAIL:-nnboard@example.org}>"
# The same sources give the same package.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -u -d "$date" +%s)}
export SOURCE_DATE_EPOCH

DESTDIR=$package PREFIX=/usr ZSH_FOLDER=share/zsh/vendor-completions sh Support/install.sh "$program" >/dev/null

# Large layers are multiplied by OpenBLAS, which is loaded when one is trained: nothing is linked that would name it.
loaded=libopenblas0
# What the program is linked with, and since when these libraries have what it calls.
mkdir "$work/debian"
printf 'Source: nnboard\n\nPackage: nnboard\nArchitecture: any\n' >"$work/debian/control"
# shellcheck disable=SC2086
depends=$(cd "$work" && dpkg-shlibdeps ${SHLIBDEPS_FLAGS:-} -O "$package/usr/bin/nnboard" 2>"$work/complaints" |
    sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { cat "$work/complaints" >&2; exit 1; }

documents=$package/usr/share/doc/nnboard
mkdir -p "$documents" "$package/DEBIAN"
install -m 644 Support/copyright "$documents/copyright"
{
    printf 'nnboard (%s) unstable; urgency=medium\n\n' "$version"
    # Each item in one line, then in lines as short as Debian wants them.
    awk -v wanted="## $version" '
        function finish() { if (item != "") print item; item = "" }
        /^## / { finish(); inside = ($0 == wanted); next }
        !inside || !NF { next }
        /^- / { finish() }
        { sub(/^ +/, ""); item = item == "" ? $0 : item " " $0 }
        END { finish() }' CHANGELOG.md |
        sed 's/^- //' | while IFS= read -r item; do echo "$item" | fold -s -w 74 | sed '1s/^/  * /; 2,$s/^/    /; s/ *$//'; done
    printf '\n -- %s  %s\n' "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$documents/changelog.gz"

cat >"$package/DEBIAN/control" <<END
Package: nnboard
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -k -s --apparent-size "$package/usr" | cut -f 1)
Depends: $depends, $loaded
Recommends: libcurl4, ca-certificates
Suggests: librsvg2-2, ncurses-term
Section: science
Priority: optional
Description: train small neural networks in the terminal
 A full-screen dashboard: browse a data set, build a neural network by
 keyboard, watch loss and accuracy move while it trains, and read what it
 makes of any sample. It also trains without a screen, and prints a table or
 JSON.
 .
 Layers, losses, optimizers and metrics have the names and arguments that
 Keras gives them, and give the same numbers. A sample of newswires is built
 in; others are downloaded on request.
END
(cd "$package" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$package/DEBIAN/md5sums"
chmod 644 "$package/DEBIAN/control" "$package/DEBIAN/md5sums"
find "$package" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

mkdir -p "$folder"
archive=$folder/nnboard_${version}_$architecture.deb
# shellcheck disable=SC2086
dpkg-deb --root-owner-group ${DEB_FLAGS:-} --build "$package" "$archive" >/dev/null
echo "$archive"
