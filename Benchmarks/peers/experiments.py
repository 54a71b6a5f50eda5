"""Fits the experiments with Keras and with nnboard in turn, and prints one table of both.

    experiments.py [--rounds N] [--keras-rounds N] [--only WORDS] [--data DIR] [--measured N] [--again] [--keras-only] [--write]

A run of Keras is a process of its own, at the lowest priority, and kept in .build/peers: Keras takes minutes, and its
runs are not repeated unless --again is given. With --measured, Keras fits only so many epochs, and the time of the rest
is worked out from them. Columns show medians over the rounds; the ratio is that of the medians. --write keeps the table
in EXPERIMENTS.md.
"""

import argparse
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from table import HERE, ROOM, ROOT, data_folder, keep, processor

RESULTS = HERE.parent / "EXPERIMENTS.md"
KEPT = ROOM / "experiments.json"
BEGIN, END = "<!-- experiments: begin -->", "<!-- experiments: end -->"

# By name: what is fitted, nnboard's options, how many epochs it has, and which of its figures is shown.
EXPERIMENTS = {
    "reuters": ("64-64-46, adam, batch 512, 20 epochs, 7,982 + 1,000", ["reuters", "--final-epochs", "0"], 20, "accuracy"),
    "reuters-bottleneck": ("64-4-46, adam, batch 128, 20 epochs, 7,982 + 1,000", ["reuters-bottleneck"], 20, "accuracy"),
    "reuters-thin": ("4-4-4-4-46, rmsprop, batch 512, 9 epochs, 8,982", ["reuters-thin"], 9, "accuracy"),
    "imdb": ("16-16-1, adam, batch 512, 20 epochs, 15,000 + 10,000", ["imdb", "--final-epochs", "0"], 20, "accuracy"),
    "california": (
        "small, 64-64-1, adam, batch 16, 50 epochs, 4 folds of 360 + 120", ["california-folds"], 50, "mean_absolute_error"),
    "boston": (
        "64-64-1, rmsprop, batch 1, 100 epochs, 4 folds of 303 + 101", ["boston-folds"], 100, "mean_absolute_error"),
    "blobs": ("2-4 logits, adam 0.01, batch 32, 200 epochs, 100", ["blobs"], 200, "accuracy"),
    "mnist": ("512-10, adam, batch 128, 5 epochs, 60,000", ["mnist"], 5, "accuracy"),
}


def run(name, command, environment=None):
    """Runs one of them to its end and reads the line that it prints, with the most memory that it had."""
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=errors, text=True,
                                   env={**os.environ, **(environment or {})})
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"experiments: {name} failed:\n{errors.read()}")
    return json.loads(output.strip().splitlines()[-1]), usage.ru_maxrss / 1024


def fit_keras(name, folder, seed, measured):
    """Keras' own loaders look for the files in a folder called datasets."""
    few = ["--measured", str(measured)] if measured else []
    with tempfile.TemporaryDirectory() as home:
        os.symlink(Path(folder).resolve(), Path(home) / "datasets")
        line, memory = run(f"{name} with Keras",
                           ["nice", "-n", "19", sys.executable, HERE / "keras_experiment.py", name, "--seed", seed,
                            *few],
                           {"KERAS_HOME": home})
    return {**line, "peak_rss_mb": memory}


def fit_nnboard(name, folder, seed):
    _, options, _, score = EXPERIMENTS[name]
    line, memory = run(f"{name} with nnboard", [
        ROOT / ".build/release/nnboard", "train", "--experiment", *options, "--data", folder, "--seed", seed, "--format", "json"])
    held_out = line["history"].get("val_" + score) if "folds" in line else None
    return {"fit_cpu": line["seconds"]["fit_cpu"], "peak_rss_mb": memory,
            "score": held_out[-1] if held_out else line["test"][score]}


def kept():
    return json.loads(KEPT.read_text()) if KEPT.exists() else {}


def table(keras, nnboard):
    """The table as Markdown."""
    def runs(results):
        counts = sorted({len(results[name]) for name in nnboard})
        return " or ".join(str(count) for count in counts)

    def middle(lines, key):
        return statistics.median(line[key] for line in lines)

    versions = next(iter(keras.values()))[0]["versions"]
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    text = [
        f"{datetime.date.today()}, {processor()}, nnboard {commit or 'of no commit'}; medians: of nnboard's runs "
        f"{runs(nnboard)}, of Keras' {runs(keras)}.",
        "",
        "| experiment | what is fitted | Keras, s | nnboard, s | times as fast | Keras, MB | nnboard, MB | Keras' score "
        "| nnboard's |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, lines in nnboard.items():
        theirs = keras[name]
        what, _, epochs, _ = EXPERIMENTS[name]
        measured = min(line.get("measured", epochs) for line in theirs)
        few = f" ({measured} epochs of Keras' measured)" if measured < epochs else ""
        # What a few epochs end in is no result.
        score = "" if few else f"{middle(theirs, 'score'):.3f}"
        cpu = middle(theirs, "fit_cpu"), middle(lines, "fit_cpu")
        text.append(
            f"| {name} | {what}{few} | {cpu[0]:.2f} | {cpu[1]:.3f} | {cpu[0] / cpu[1]:.1f} "
            f"| {middle(theirs, 'peak_rss_mb'):.0f} | {middle(lines, 'peak_rss_mb'):.0f} "
            f"| {score} | {middle(lines, 'score'):.3f} |")
    return "\n".join(text + ["", "Versions: " + ", ".join(f"{key} {value}" for key, value in sorted(versions.items())) + "."])


def main():
    parser = argparse.ArgumentParser(description="Compares nnboard with Keras on every experiment.")
    parser.add_argument("--data", default=data_folder(), help="the folder with Keras' files")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keras-rounds", type=int, help="how many rounds Keras takes part in; all by default")
    parser.add_argument("--only", default="", help="only the experiments whose name has these words")
    parser.add_argument("--measured", type=int, help="how many epochs Keras fits, where the rest is to be worked out")
    parser.add_argument("--again", action="store_true", help="repeat runs of Keras that are kept")
    parser.add_argument("--keras-only", action="store_true", help="run what is missing of Keras, and no table")
    parser.add_argument("--write", action="store_true", help="keep the table in EXPERIMENTS.md")
    given = parser.parse_args()
    if not given.data:
        parser.error("Keras' files are not found: say where they are with --data DIR, or fetch them with nnboard data")

    ROOM.mkdir(parents=True, exist_ok=True)
    names = [name for name in EXPERIMENTS if given.only in name]
    keras, nnboard = {} if given.again else kept(), {}
    for seed in range(1, given.rounds + 1):
        for name in names:
            if len(keras.setdefault(name, [])) < min(seed, given.keras_rounds or seed):
                keras[name].append(fit_keras(name, given.data, str(seed), given.measured))
                KEPT.write_text(json.dumps({**kept(), **{name: keras[name]}}))
                print(f"round {seed}: {name}: Keras {keras[name][-1]['fit_cpu']:.2f} s", file=sys.stderr)
            if given.keras_only:
                continue
            nnboard.setdefault(name, []).append(fit_nnboard(name, given.data, str(seed)))
            print(f"round {seed}: {name}: nnboard {nnboard[name][-1]['fit_cpu']:.3f} s", file=sys.stderr)
    if given.keras_only:
        return
    text = table(keras, nnboard)
    print(text)
    if given.write:
        keep(text, RESULTS, BEGIN, END)


if __name__ == "__main__":
    main()
