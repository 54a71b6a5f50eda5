#!/bin/sh
# The long tests, in parts that can be run alone: PART=training, sessions, state, fuzz or sanitize; all of them without
# it. Each ends within 25 minutes on two processors.
set -eu
cd "$(dirname "$0")/.."

SWIFT=${SWIFT:-swift}

# Runs tests, and fails also where a filter leaves none of them.
some() {
    log=$(mktemp) status=0
    { "$SWIFT" test "$@" || echo "failed with $?"; } 2>&1 | tee "$log"
    ! grep -a -q -e '^failed with' -e 'Test run with 0 tests' "$log" || status=1
    rm -f "$log"
    return $status
}

# Swift's optimizer on, and the tests may look into the modules all the same.
release() {
    NNBOARD_VERIFY=1 some -c release -Xswiftc -enable-testing "$@"
}

# Whole trainings compared with Keras', and budgets for loading.
training() {
    SWIFT="$SWIFT" sh Support/keras.sh
    release --filter 'TrainingTests.*Verify'
}

# How fast keys are answered on a real terminal, and what lasts.
sessions() { release --filter 'SessionTests.*Verify'; }

# A million random commands with what must hold after each, and a monkey in every pane.
state() { release --filter 'StateMachineTests|MonkeyTests'; }

# Every reader under libFuzzer.
fuzz() { SWIFT="$SWIFT" EACH="${EACH:-45}" sh Support/fuzz.sh; }

# The C targets, and all that calls them, with memory and undefined behaviour watched; then the threads of training and
# of the dashboard. Each has a build of its own. A fault ends the tests with its place.
sanitize() {
    ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
        some --build-path .build-address --sanitize=address -Xcc -fsanitize=undefined \
        --filter '(Level|Norm|Product|SparseKernel|Team|Thread|Activation|Optimizer|Trainer|Downloader|PNG|SVG)Tests' \
        --filter FuzzingTests
    TSAN_OPTIONS=halt_on_error=1 \
        some --build-path .build-thread --sanitize=thread \
        --filter '(Trainer|Pace|Team|Thread|HotTuning|Resuming|TrainingFromDashboard|Replay)Tests'
}

case ${PART:-} in
    '') for part in training sessions state fuzz sanitize; do "$part"; done ;;
    training | sessions | state | fuzz | sanitize) "$PART" ;;
    *)
        echo "There is no part “$PART”: choose training, sessions, state, fuzz or sanitize." >&2
        exit 2
        ;;
esac
