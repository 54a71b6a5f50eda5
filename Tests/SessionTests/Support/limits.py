"""Tries every command of nnboard with little memory: each ends well, or with a sentence and another status than 0, in
bounded time where one is named; never by a trap, in silence or not at all.

usage: limits.py PROGRAM [--data DIR] [--limits KB,KB...] [--only WORDS] [--seconds N]

Prints a line for each command that ended otherwise, and at last how many runs there were and where the first of each
command ended well.
"""
import argparse
import os
import pty
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# Below 100 MB the loader may have no room for the libraries; its own message will do then.
LIMITS = [50, 75, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 220, 240, 260, 280, 300, 325, 350, 375, 400, 450,
          500, 550, 600, 700, 800, 900, 1000, 1200, 1400, 1600, 1800, 2000]

options = argparse.ArgumentParser()
options.add_argument("program")
options.add_argument("--data")
options.add_argument("--limits")
options.add_argument("--only", default="")
options.add_argument("--seconds", type=float)
options = options.parse_args()
limits = [int(n) for n in options.limits.split(",")] if options.limits else [n * 1000 for n in LIMITS]
home = tempfile.mkdtemp(prefix="nnboard-")
environment = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"}
data = ["--data", os.path.abspath(options.data)] if options.data else []
program = os.path.abspath(options.program)

model = os.path.join(home, "model")
session = os.path.join(home, "session")
with open(session, "w") as file:
    file.write("load sample\nlayer 1 units 8\ntrain epochs=1\nselect test 4\n")


def command_lines():
    """What is tried: a name, the arguments, and what is written to standard input."""
    yield "help", ["--help"], ""
    yield "version", ["--version"], ""
    yield "data list", ["data", "list"] + data, ""
    yield "data show", ["data", "show", "--dataset", "sample", "train", "0"], ""
    yield "experiments list", ["experiments", "list"], ""
    yield "experiments show", ["experiments", "show", "blobs"], ""
    yield "manual", ["manual"], ""
    yield "keras", ["keras", "--dataset", "sample"], ""
    yield "train", ["train", "--dataset", "sample", "--epochs", "1"], ""
    yield "train wide", ["train", "--dataset", "sample", "--layers", "300,300", "--epochs", "1"], ""
    yield "train threads", ["train", "--dataset", "sample", "--layers", "300,300", "--epochs", "1", "--threads", "2"], ""
    yield "train blobs", ["train", "--experiment", "blobs", "--epochs", "2"], ""
    yield "save", ["train", "--dataset", "sample", "--epochs", "1", "--save", model], ""
    yield "predict", ["predict", "--model", model, "--row", "0"], ""
    yield "explain", ["explain", "--model", model, "--row", "0"], ""
    yield "run", ["run", session], ""
    yield "study", ["study", "labels", "--sample", "--epochs", "1"], ""
    yield "plain", ["--plain", "--dataset", "sample"], "train epochs=1\nquit\n"
    if data:
        for name in ["reuters", "imdb", "mnist", "boston_housing", "california_housing"]:
            yield "train " + name, ["train", "--dataset", name, "--epochs", "1"] + data, ""
            yield "data show " + name, ["data", "show", "--dataset", name, "train", "0"] + data, ""


def limited(limit):
    def limit_memory():
        if limit is None:
            return
        resource.setrlimit(resource.RLIMIT_AS, (limit * 1024, limit * 1024))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return limit_memory


def run(arguments, text, limit):
    """Runs a command; gives its status, negative for a signal and None for no end, and what it said."""
    process = subprocess.Popen([program] + arguments, env=environment, cwd=home, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limited(limit))
    try:
        output, errors = process.communicate(text.encode(), timeout=options.seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return None, ""
    status = process.returncode
    return status, (output if status == 0 else errors).decode(errors="replace")


def run_dashboard(arguments, limit):
    """The same in a terminal; `q` and `y` are pressed until the program ends."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(home)
        limited(limit)()
        try:
            os.execv(program, [program] + arguments)
        finally:
            os._exit(126)
    output, began, pressed = b"", time.monotonic(), 0.0
    while options.seconds is None or time.monotonic() < began + options.seconds:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # the end, as Linux tells it
                piece = b""
            if not piece:
                break
            output += piece
        if output and time.monotonic() > pressed + 0.5:
            pressed = time.monotonic()
            try:
                os.write(terminal, b"qy")
            except OSError:
                break
    else:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
        return None, ""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    text = output.decode(errors="replace")
    if status != 0:
        # After the screen was given back; before there was one, all of it.
        text = text.rsplit("\x1b[?1049l", 1)[-1]
    elif "\x1b[?1049h" in text and "\x1b[?1049l" not in text:
        text = ""
    return status, text


faults, runs, first = [], 0, {}


def judge(name, limit, result):
    """Notes what is wrong with an end; without a limit, with any but the best."""
    global runs
    runs += 1
    if limit is None:
        if result[0] != 0:
            faults.append(f"{name} without a limit: status {result[0]}, “{result[1].strip()[-300:]}”")
        return
    status, text = result
    sentence = next((line.strip() for line in text.splitlines() if ":" in line), "")
    if status == 0 and text.strip():
        first.setdefault(name, limit)
    elif status is None:
        faults.append(f"{name} at {limit} kB: no end within {options.seconds:.0f} s")
    elif status <= 0 or not sentence:
        faults.append(f"{name} at {limit} kB: status {status}, “{text.strip()[-300:]}”")
    elif os.environ.get("LIMITS_VERBOSE"):
        print(f"{name} at {limit} kB: {status} {sentence}", flush=True)


try:
    if any(options.only in name for name in ["predict", "explain"]):
        subprocess.run([program, "train", "--dataset", "sample", "--epochs", "1", "--save", model], env=environment,
                       cwd=home, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    for name, arguments, text in command_lines():
        if options.only in name:
            for limit in [None] + limits:
                judge(name, limit, run(arguments, text, limit))
    for name, arguments in [("dashboard", ["--dataset", "sample"])] + (
            [("dashboard mnist", ["--dataset", "mnist"] + data)] if data else []):
        if options.only in name:
            for limit in [None] + limits:
                judge(name, limit, run_dashboard(arguments, limit))
finally:
    shutil.rmtree(home, ignore_errors=True)
for fault in faults:
    print(fault)
print(f"{runs} runs, {len(faults)} faults")
print("least that ends well, kB: " + ", ".join(f"{name} {limit}" for name, limit in first.items()))
sys.exit(1 if faults or runs == 0 else 0)
