#!/bin/bash
# Prints what bash would offer where somebody presses tab after a last word, one word a line.
#
# usage: complete.sh SCRIPT nnboard WORD… LAST
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
_nnboard "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
