#!/bin/sh
# Installs nnboard below $DESTDIR$PREFIX, or removes what was installed there.
#
# usage: install.sh PROGRAM     install.sh --remove
#
# The program itself writes its manual and its completions. It finds its themes by its own place.
set -eu
cd "$(dirname "$0")/.."
umask 022

prefix=${PREFIX:-/usr/local}
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
root=${DESTDIR:-}$prefix
themes=$root/share/nnboard/themes
manual=$root/share/man/man1/nnboard.1
bash=$root/share/bash-completion/completions/nnboard
# Debian's own packages use another folder than what is installed by hand.
zsh=$root/${ZSH_FOLDER:-share/zsh/site-functions}/_nnboard
fish=$root/share/fish/vendor_completions.d/nnboard.fish

remove() {
    rm -f "$root/bin/nnboard" "$manual.gz" "$bash" "$zsh" "$fish"
    for theme in themes/*.theme; do rm -f "$themes/${theme##*/}"; done
    # Not where there are themes of somebody's own.
    rmdir "$themes" "$root/share/nnboard" 2>/dev/null || true
}

install_all() {
    for folder in "$root/bin" "$themes" "${manual%/*}" "${bash%/*}" "${zsh%/*}" "${fish%/*}"; do
        mkdir -p "$folder"
    done
    install -m 755 "$1" "$root/bin/nnboard"
    strip --strip-unneeded --remove-section=.comment "$root/bin/nnboard" 2>/dev/null ||
        echo 'nnboard: strip is missing or refuses, so the program keeps its symbols.' >&2
    install -m 644 themes/*.theme "$themes"
    "$1" manual >"$manual"
    gzip -9nf "$manual"
    # Read by a shell, never run.
    "$1" --generate-completion-script bash | sed '1{/^#!/d}' >"$bash"
    "$1" --generate-completion-script zsh >"$zsh"
    "$1" --generate-completion-script fish >"$fish"
}

if [ "${1:-}" = --remove ]; then
    remove
    echo "nnboard is no longer in $root."
else
    [ -x "${1:-}" ] || { echo "nnboard: There is no program to install at ${1:-?}: run make build." >&2; exit 1; }
    program=$1
    case $program in /*) ;; *) program=$PWD/$program ;; esac
    install_all "$program"
    echo "nnboard is in $root/bin."
fi
