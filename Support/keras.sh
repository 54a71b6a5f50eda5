#!/bin/sh
# Makes a Python with Keras 3 in .build/keras, where that can be had, to check that generated scripts run.
# Where it can't, it says why, and the tests that need it say that they are left out.
set -eu
cd "$(dirname "$0")/.."
room=.build/keras
wanted='numpy==2.4.6 keras==3.15.1 tensorflow==2.21.0 scikit-learn==1.9.1'

[ -n "${NNBOARD_PYTHON:-}" ] && exit 0
[ -x .build/peers/venv/bin/python ] && exit 0
[ "$(cat "$room/installed.txt" 2>/dev/null)" = "$wanted" ] && exit 0

without() {
    echo "nnboard: $1; Keras scripts are not checked." >&2
    rm -rf "$room"
    exit 0
}

echo 'Making an environment with Keras; TensorFlow is large.' >&2
python3 -m venv "$room" || without 'python3 with venv is missing (apt-get install python3-venv)'
# shellcheck disable=SC2086
"$room/bin/pip" install --quiet --disable-pip-version-check $wanted || without 'pip could not install Keras'
echo "$wanted" >"$room/installed.txt"
