"""Runs nnboard and its peers in turn and prints how many times longer each of them takes.

    table.py [--rounds N] [--only WORDS] [--data DIR] [--write]

Every round runs everything once, one process after another, so that what else the machine does falls on all alike. A
column shows medians over the rounds; the ratio is that of the medians. --write keeps the table in RESULTS.md.
"""

import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROOM = ROOT / ".build" / "peers"
RESULTS = HERE.parent / "RESULTS.md"
BEGIN, END = "<!-- peers: begin -->", "<!-- peers: end -->"


def commands(folder, rows, seed):
    """What is run, by name. nnboard comes first: the others are compared with it."""
    python = [sys.executable]
    peer = ["--data", folder, "--seed", str(seed)]
    nnboard = [ROOT / ".build/release/nnboard", "train", "--dataset", "reuters", "--data", folder, "--format", "json",
               "--seed", str(seed), "--top-k", "0"]
    return {
        "nnboard": nnboard,
        "nnboard, rmsprop": [*nnboard, "--optimizer", "rmsprop"],
        "plain tuned loop": [ROOM / "plain", rows, str(seed)],
        "PyTorch, EmbeddingBag, fused Adam": python + [HERE / "torch_embedding.py", *peer, "--fused"],
        "PyTorch, EmbeddingBag": python + [HERE / "torch_embedding.py", *peer],
        "PyTorch, torch.sparse.mm, fused Adam": python + [HERE / "torch_sparse.py", *peer, "--fused"],
        "PyTorch, torch.sparse.mm": python + [HERE / "torch_sparse.py", *peer],
        "PyTorch, dense": python + [HERE / "torch_dense.py", *peer],
        "scikit-learn, sparse rows": python + [HERE / "sklearn_sparse.py", *peer],
        "Keras, TensorFlow": python + [HERE / "keras_dense.py", *peer],
    }


def run(name, command):
    """Runs one of them to its end and reads the line that it prints."""
    single = {variable: "1" for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=errors, text=True,
                                   env={**os.environ, **single})
        output = process.stdout.read()
        # wait4 tells of this one child; Linux counts in what its parent had when it was started, which is why this
        # script imports nothing large.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"peers: {name} failed:\n{errors.read()}")
    line = json.loads(output.strip().splitlines()[-1])
    if "seconds" in line:  # nnboard's own report
        history = line["history"]
        line = {"fit_cpu": line["seconds"]["fit_cpu"], "fit_wall": line["seconds"]["fit"], "versions": {},
                "val_loss": history["val_loss"][-1], "val_accuracy": history["val_accuracy"][-1],
                "test_loss": line["test"]["loss"], "test_accuracy": line["test"]["accuracy"]}
    return {**line, "peak_rss_mb": usage.ru_maxrss / 1024}


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def table(results, rounds):
    """The table as Markdown."""
    def middle(name, key):
        return statistics.median(line[key] for line in results[name])

    base = middle("nnboard", "fit_cpu")
    versions = {}
    for lines in results.values():
        versions.update(lines[0]["versions"])
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    text = [
        f"{datetime.date.today()}, {processor()}, nnboard {commit or 'of no commit'}; medians of {rounds}.",
        "",
        "| | processor s of fit | least to most | times nnboard | peak MB | val. loss | val. accuracy | test accuracy |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, lines in results.items():
        cpu = [line["fit_cpu"] for line in lines]
        text.append(
            f"| {name} | {middle(name, 'fit_cpu'):.3f} | {min(cpu):.3f} to {max(cpu):.3f} "
            f"| {middle(name, 'fit_cpu') / base:.2f} | {middle(name, 'peak_rss_mb'):.0f} | {middle(name, 'val_loss'):.3f} "
            f"| {middle(name, 'val_accuracy'):.3f} | {middle(name, 'test_accuracy'):.3f} |")
    return "\n".join(text + ["", "Versions: " + ", ".join(f"{key} {value}" for key, value in sorted(versions.items())) + "."])


def keep(text, results=RESULTS, begin=BEGIN, end=END):
    """Puts a table into a page, by default RESULTS.md, in place of the last one."""
    before, _, rest = results.read_text().partition(begin)
    _, _, after = rest.partition(end)
    results.write_text(f"{before}{begin}\n{text}\n{end}{after}")


def data_folder():
    """The first of nnboard's own folders that has the file."""
    home, get = Path.home(), os.environ.get
    folders = [get("NNBOARD_DATA"), Path(get("XDG_DATA_HOME") or home / ".local/share") / "nnboard",
               Path(get("KERAS_HOME") or home / ".keras") / "datasets"]
    return next((str(folder) for folder in folders if folder and (Path(folder) / "reuters.npz").exists()), None)


def main():
    parser = argparse.ArgumentParser(description="Compares nnboard with its peers on workload R.")
    parser.add_argument("--data", default=data_folder(), help="the folder with reuters.npz and its words")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="run only those whose name has these words, and nnboard")
    parser.add_argument("--write", action="store_true", help="keep the table in RESULTS.md")
    given = parser.parse_args()
    if not given.data:
        parser.error("reuters.npz is not found: say where it is with --data DIR, or fetch it with nnboard data")

    rows = ROOM / "rows.bin"
    subprocess.run([sys.executable, HERE / "workload.py", given.data, rows], check=True)
    results = {}
    for number in range(1, given.rounds + 1):
        for name, command in commands(given.data, rows, seed=number).items():
            if name != "nnboard" and given.only not in name:
                continue
            line = run(name, command)
            results.setdefault(name, []).append(line)
            print(f"round {number}: {name}: {line['fit_cpu']:.3f} s", file=sys.stderr)
    text = table(results, given.rounds)
    print(text)
    if given.write:
        keep(text)


if __name__ == "__main__":
    main()
