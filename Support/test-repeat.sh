#!/bin/sh
# Runs tests over and over beside two endless loops: they must pass on a busy machine, too.
# test-repeat.sh TIMES FILTER [OPTION...]: the options are those that the tests are built with.
set -eu

times=$1 filter=$2 swift=${SWIFT:-swift} loops='' run=''
shift 2
log=$(mktemp)

# Nothing stays behind, however this ends. The tests end the programs that they have started.
stop() {
    trap - EXIT INT TERM HUP
    # shellcheck disable=SC2086
    kill $loops 2>/dev/null || true
    [ -z "$run" ] || { kill -TERM "-$run" && wait "$run"; } 2>/dev/null || true
    rm -f "$log"
    exit "$1"
}
trap 'stop $?' EXIT
trap 'stop 130' INT
trap 'stop 143' TERM
trap 'stop 129' HUP

"$swift" build --build-tests "$@"
for _ in 1 2; do
    (while :; do :; done) &
    loops="$loops $!"
done

round=1
while [ "$round" -le "$times" ]; do
    # In a process group of its own, and in the background, so that a signal is answered at once.
    setsid "$swift" test --skip-build --parallel --filter "$filter" "$@" >"$log" 2>&1 &
    run=$!
    status=0
    wait "$run" || status=$?
    run=''
    # None is no success.
    ! grep -a -q 'Test run with 0 tests' "$log" || status=1
    if [ "$status" -ne 0 ]; then
        mv "$log" .build/test-repeat.log
        grep -a -e 'recorded an issue' -e 'error:' .build/test-repeat.log | head -n 20 || true
        echo "nnboard: round $round of $times failed; .build/test-repeat.log has all that it printed." >&2
        exit 1
    fi
    echo "round $round of $times: $(sed -n 's/.*Test run with \([0-9]* tests\).* passed \(after [0-9.]* seconds\).*/\1 passed \2/p' "$log" | tail -n 1)"
    round=$((round + 1))
done
