#!/usr/bin/python3
"""Measures the dashboard as its user meets it, and prints a table of the figures with their goals.

`make bench-ui` runs it; `bench.py --quick` takes fewer repetitions, `--only WORD` only the figures with the word in
their name, `--write` keeps the table in Benchmarks/UI.md. The data are the Reuters files if $NNBOARD_DATA or the usual
folders have them, else the built-in sample.
"""

import argparse
import csv
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from terminal import Program

FOLDER = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(FOLDER))
NNBOARD = os.path.join(ROOT, ".build", "release", "nnboard")

# What is waited for, and what is pressed: the only places where the dashboard's looks matter.
FRAME = "nnboard|┌|╭".encode()
FIRST_WIRES = MARKER = "▸".encode()
TRAIN, DOWN, UP = " ", "j", "k"
SLOWEST, FASTER, FASTEST = "<" * 8, ">", ">" * 8

BOOK, LONG = [], ["--layers", "512,512"]


class Bench:
    def __init__(self, options):
        self.options, self.rows = options, []
        self.times = 3 if options.quick else 7
        folder = ["--data", os.environ["NNBOARD_DATA"]] if os.environ.get("NNBOARD_DATA") else []
        listed = subprocess.run([NNBOARD, "data", "list"] + folder, capture_output=True, text=True, check=True).stdout
        found = re.search(r"(?m)^reuters .*\n *found: ", listed)
        self.data = folder + ["--dataset", "reuters" if found else "sample"]
        self.title = "the Reuters wires" if found else "the built-in sample"

    def wants(self, name):
        return not self.options.only or self.options.only in name

    def row(self, name, load, value, goal, met):
        self.rows.append((name, load, value, goal, "" if met is None else "yes" if met else "**no**"))
        print(" | ".join(self.rows[-1]), file=sys.stderr, flush=True)

    def open(self, load, **size):
        return Program([NNBOARD] + self.data + load, **size)

    def opened(self, load, pace=FASTEST, **size):
        program = self.open(load, **size)
        program.until(FIRST_WIRES)
        program.press(pace)
        program.settle()
        return program

    def headless(self, load):
        """The same run without a screen: its processor seconds, and the most memory that was resident."""
        run = subprocess.Popen([NNBOARD, "train", "--format", "json"] + self.data + load, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
        report = json.load(run.stdout)
        _, _, usage = os.wait4(run.pid, 0)
        run.returncode = 0
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, report

    # The figures

    def cost_of_training(self):
        for load, name, epochs, times in ((LONG, "long", 10 if self.options.quick else 40, self.times),
                                          (BOOK, "book", 20, 2 * self.times + 1)):
            run, shares, threads = load + ["--epochs", str(epochs)], [], []
            for _ in range(times):
                alone, _, _ = self.headless(run)
                # From the first byte to the last epoch, loading included, as without a screen.
                with self.opened(run) as program:
                    main = program.main_thread()
                    program.press(TRAIN)
                    program.settle()
                    cpu, main = program.cpu(), program.main_thread() - main
                shares.append(cpu / alone - 1)
                threads.append(main / alone)
            shares.sort()
            share = statistics.median(shares)
            spread = f"{shares[len(shares) // 4]:.1%} to {shares[-1 - len(shares) // 4]:.1%}"
            self.row("processor time that the screen adds to training", f"{name}, {epochs} epochs, {times} pairs",
                     f"{share:.1%} ({spread})", "≤ 3 %" if load is LONG else "", share <= 0.03 if load is LONG else None)
            self.row("of it, the thread that draws", f"{name}", f"{statistics.median(threads):.1%}", "", None)

    def why_while_training(self):
        """How much longer training takes while the inspector shows words: the run's own clock, in pairs."""
        ratios, times, epochs = [], self.times, 60
        view = ":" + "view words" + "\r"

        def seconds(keys):
            # The run's own seconds, epoch by epoch, from the table that it exports.
            with self.opened(BOOK + ["--epochs", str(epochs)]) as program:
                program.press(keys)
                program.settle()
                program.press(TRAIN)
                program.settle()
                program.press("3t")
                program.settle()
                program.press("C")
                program.settle()
            name = max(os.listdir("."), key=os.path.getmtime)
            with open(name, newline="") as file:
                total = sum(float(row["seconds"]) for row in csv.DictReader(file))
            os.unlink(name)
            return total

        before = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                for _ in range(times):
                    # The log shows nothing of the network; the words change with every epoch.
                    ratios.append(seconds("4" + view) / seconds("5z"))
            finally:
                os.chdir(before)
        ratio = statistics.median(ratios) - 1
        self.row("slow-down of training with the inspector's words open", f"book, {epochs} epochs, {times} pairs",
                 f"{ratio:.1%} ({min(ratios) - 1:.1%} to {max(ratios) - 1:.1%})", "≤ 3 %", ratio <= 0.03)

    def share_of_a_core(self):
        most, parts, seconds = 0, [], 3 if self.options.quick else 6
        loads = [(SLOWEST, "0.5 epochs/s", LONG), (SLOWEST + FASTER * 4, "10 epochs/s", BOOK), (FASTEST, "full", LONG),
                 (FASTEST, "full, batches of 8", BOOK + ["--batch-size", "8"])]
        for pace, name, load in loads:
            with self.opened(load + ["--epochs", "2000"], pace) as program:
                program.press(TRAIN)
                program.watch(1)
                _, _, main = program.watch(seconds)
            most = max(most, main / seconds)
            parts.append(f"{name} {main / seconds:.1%}")
        self.row("share of a core, drawing thread", "; ".join(parts), f"{most:.1%} at most", "≤ 5 %", most <= 0.05)

    def keys(self):
        times, count = [], 60 if self.options.quick else 200
        with self.opened(LONG + ["--epochs", "200"]) as program:
            program.press(TRAIN)
            program.watch(1)
            for number in range(count):
                # At all phases of a frame.
                program.watch(0.02 + number % 17 / 250)
                place, start = len(program.output), time.monotonic()
                program.press(DOWN if number % 10 < 5 else UP)
                times.append(program.until(MARKER, place, 5) - start)
        times.sort()
        median, most = statistics.median(times) * 1000, times[len(times) * 95 // 100] * 1000
        self.row("key to paint", f"long, full speed, {count} keys", f"{median:.1f} ms; 95 % {most:.1f} ms",
                 "95 % ≤ 16 ms", most <= 16)

    def sizes(self):
        times, count = [], 20 if self.options.quick else 60
        with self.opened(LONG + ["--epochs", "200"]) as program:
            program.press(TRAIN)
            program.watch(1)
            for number in range(count):
                program.watch(0.1)
                place, start = len(program.output), time.monotonic()
                program.resize(*((100, 30), (200, 60), (80, 24), (120, 40))[number % 4])
                # The marker is far down a frame that is sent as a whole.
                times.append(program.until(MARKER, place, 5) - start)
        times.sort()
        median, most = statistics.median(times) * 1000, times[len(times) * 95 // 100] * 1000
        self.row("resize to paint", f"long, full speed, {count} sizes", f"{median:.1f} ms; 95 % {most:.1f} ms", "≤ 50 ms",
                 most <= 50)

    def start(self):
        figures = []
        for _ in range(2 * self.times):
            with self.open([]) as program:
                program.take(10)
                first = program.taken
                figures.append([moment - program.started for moment in
                                (first, program.until(FRAME), program.until(FIRST_WIRES))])
        byte, frame, wires = (statistics.median(column) * 1000 for column in zip(*figures))
        self.row("start to first byte", f"{len(figures)} starts", f"{byte:.0f} ms", "", None)
        self.row("start to frame and progress", "", f"{frame:.0f} ms", "≤ 50 ms", frame <= 50)
        self.row("start to first wires", self.title, f"{wires:.0f} ms", "≤ 500 ms", wires <= 500)

    def output(self):
        seconds = 5 if self.options.quick else 10
        for pace, name, goal, load in ((SLOWEST + FASTER, "1 epoch/s", 4000, LONG), (FASTEST, "full speed", 40000, LONG),
                                       (FASTEST, "full speed", 40000, BOOK)):
            with self.opened(load + ["--epochs", "5000"], pace) as program:
                program.press(TRAIN)
                program.watch(2)
                drawn, _, _ = program.watch(seconds)
            self.row("output", f"{'long' if load is LONG else 'book'}, {name}, 120x40", f"{drawn / seconds:,.0f} B/s",
                     f"≤ {goal // 1000} kB/s", drawn / seconds <= goal)

    def idle(self):
        seconds = 5 if self.options.quick else 20
        with self.opened(BOOK) as program:
            program.press(TRAIN)
            program.settle()
            drawn, cpu, _ = program.watch(seconds)
        self.row("idle after a run", f"{seconds} s", f"{drawn} bytes, {cpu / seconds:.2%} of a core", "0 and 0 %",
                 drawn == 0 and cpu / seconds < 0.001)

    def memory(self):
        run = LONG + ["--epochs", "10"]
        subprocess.run([NNBOARD, "--version"], capture_output=True, check=True)
        bare = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        _, alone, report = self.headless(run)
        with self.opened(run) as program:
            program.press(TRAIN)
            program.settle()
            peak = program.peak()
        snapshot = report["parameters"] * 4
        beyond = peak - alone - 2 * snapshot + bare
        self.row("memory beyond data, model and snapshots",
                 f"long: {peak / 1e6:.0f} MB at most, without a screen {alone / 1e6:.0f}, two snapshots "
                 f"{2 * snapshot / 1e6:.0f}, the bare program {bare / 1e6:.0f}",
                 f"{beyond / 1e6:.0f} MB", "≤ 40 MB", beyond <= 40e6)

    def points(self):
        command = [os.environ.get("SWIFT", "swift"), "run", "-c", "release", "Benchmarks", "--only", "screen"]
        run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        lines = [line.strip() for line in run.stdout.splitlines() if "100,000" in line]
        for line in lines or ["not measured: " + " ".join(command)]:
            self.row("a frame of 100,000 points", "in process", line, "≤ 66 ms", None)

    def table(self):
        heads = ("figure", "load", "measured", "goal", "met")
        lines = ["| " + " | ".join(row) + " |" for row in [heads, ("---", "---", "---:", "---:", "---"), *self.rows]]
        revision = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=ROOT)
        with open("/proc/cpuinfo") as file:
            processor = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
        head = (f"{time.strftime('%Y-%m-%d')}, {processor}, {os.cpu_count()} processors, nnboard "
                f"{revision.stdout.strip() or 'unknown'}, on {self.title}.")
        return head + "\n\n" + "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="take fewer repetitions")
    parser.add_argument("--only", metavar="WORD", help="measure only what has the word in its name")
    parser.add_argument("--write", action="store_true", help="keep the table in Benchmarks/UI.md")
    options = parser.parse_args()
    if not os.path.exists(NNBOARD):
        raise SystemExit("bench.py: nnboard isn't built. Run “make build” first.")
    bench = Bench(options)
    # Memory first: the peak of the largest child so far is all that the system tells.
    for figure in (bench.memory, bench.start, bench.idle, bench.keys, bench.sizes, bench.output, bench.share_of_a_core,
                   bench.cost_of_training, bench.why_while_training, bench.points):
        if bench.wants(figure.__name__):
            figure()
    table = bench.table()
    print(table)
    if options.write:
        path = os.path.join(ROOT, "Benchmarks", "UI.md")
        with open(path) as file:
            before, _, rest = file.read().partition("<!-- table: begin -->\n")
        with open(path, "w") as file:
            file.write(before + "<!-- table: begin -->\n" + table + "<!-- table: end -->" + rest.partition(
                "<!-- table: end -->")[2])


if __name__ == "__main__":
    main()
