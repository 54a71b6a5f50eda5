#!/bin/sh
# Feeds the readers with what libFuzzer makes up, guided by the lines that an input reaches, and prints a line of
# Markdown for each: what was tried, what was reached, what was found.
#
#   EACH=60      seconds for each target   RUNS=100000   or so many inputs for each
#   TARGET=zip   this target only          MEMORY=1024   megabytes that a reader may take
#
# EACH is the SECONDS of `make fuzz`, a name that is the clock of some shells.
set -eu
cd "$(dirname "$0")/.."

SWIFT=${SWIFT:-swift}
BUILD=.build-fuzz
EACH=${EACH:-60}
RUNS=${RUNS:--1}
# An input of four thousand bytes tries nearly all that a longer one does; and none may take longer than ten seconds.
OPTIONS="-max_len=4096 -timeout=10 -rss_limit_mb=${MEMORY:-1024} -print_final_stats=1 -verbosity=1"

resources=$("$SWIFT" -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
runtime=$(find "$resources"/clang/lib "$resources"/../clang/*/lib -name "libclang_rt.fuzzer_no_main-$(uname -m).a" \
    2>/dev/null | head -n 1)
if [ -z "$runtime" ]; then
    echo "This toolchain has no libFuzzer: libclang_rt.fuzzer_no_main is missing below $resources." >&2
    exit 1
fi
NNBOARD_FUZZ="$runtime" "$SWIFT" build --build-path "$BUILD" --product Fuzz >&2
fuzz=$(NNBOARD_FUZZ="$runtime" "$SWIFT" build --build-path "$BUILD" --show-bin-path)/Fuzz

mkdir -p "$BUILD/seeds" "$BUILD/crashes"
"$fuzz" --prepare "$BUILD/seeds"
# The way that Swift itself tells of a crash would take libFuzzer's place.
export SWIFT_BACKTRACE=enable=no

found_any=0
echo "| target | executions | edges | features | found |"
echo "|---|--:|--:|--:|---|"
targets=${TARGET:-$("$fuzz" --list)}
for target in $targets; do
    corpus="$BUILD/corpus/$target"
    log="$BUILD/$target.log"
    mkdir -p "$corpus"
    kept="Tests/FuzzingTests/Corpus/$target"
    [ -d "$kept" ] || kept=
    status=0
    # shellcheck disable=SC2086
    "$fuzz" "$target" $OPTIONS -runs="$RUNS" -max_total_time="$EACH" -dict="$BUILD/seeds/$target.dict" \
        -artifact_prefix="$BUILD/crashes/$target-" "$corpus" "$BUILD/seeds/$target" $kept >"$log" 2>&1 || status=$?
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
    reached=$(sed -n 's/.* cov: \([0-9]*\) ft: \([0-9]*\) .*/\1 | \2/p' "$log" | tail -n 1)
    found=nothing
    if [ "$status" -ne 0 ]; then
        found_any=1
        found=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
        [ -n "$found" ] || found="status $status, see $log"
    fi
    echo "| $target | ${executions:-0} | ${reached:-0 | 0} | $found |"
done
if [ "$found_any" -ne 0 ]; then
    echo "Put what was found into Tests/FuzzingTests/Crashes/TARGET, where the tests replay it, and mend the reader." >&2
    exit 1
fi
