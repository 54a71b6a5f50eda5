"""Workload R: what every peer trains, and how it is measured.

Reuters as multi-hot rows over 10,000 words, two layers of 64 relu units and a softmax over 46 topics, Adam with its
defaults, batches of 512, 20 epochs over 7,982 wires in a new order each, 1,000 wires measured after each epoch (loss
and accuracy), on one thread. What is timed is the fit, validation included; reading and encoding the data is not.
"""

import argparse
import json
import os
import resource
import sys
import time

# Before anything that starts threads is imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "TF_NUM_INTRAOP_THREADS",
                 "TF_NUM_INTEROP_THREADS"):
    os.environ[variable] = "1"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import numpy as np

WORDS, CLASSES, UNITS, BATCH, EPOCHS, VALIDATION = 10_000, 46, 64, 512, 20, 1_000


class Rows:
    """Rows of ones and zeros: row i has ones at columns[offsets[i]:offsets[i + 1]]."""

    def __init__(self, rows):
        self.offsets = np.zeros(len(rows) + 1, np.int64)
        self.offsets[1:] = np.cumsum([len(row) for row in rows])
        self.columns = np.concatenate(rows)

    def __len__(self):
        return len(self.offsets) - 1

    def dense(self):
        """The rows with their zeros, [rows, WORDS] of float32."""
        result = np.zeros((len(self), WORDS), np.float32)
        result[np.repeat(np.arange(len(self)), np.diff(self.offsets)), self.columns] = 1
        return result

    def csr(self):
        """The rows as SciPy's sparse matrix."""
        from scipy.sparse import csr_matrix

        return csr_matrix((np.ones(len(self.columns), np.float32), self.columns, self.offsets), (len(self), WORDS))

    def bags(self, chosen):
        """Some rows one after another: where each begins, and all their columns."""
        lengths = self.offsets[chosen + 1] - self.offsets[chosen]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1]) + np.repeat(self.offsets[chosen] - (ends - lengths), lengths)
        return ends - lengths, self.columns[places]


class Split:
    """Some wires with their topics."""

    def __init__(self, rows, labels):
        self.rows, self.labels = Rows(rows), labels

    def __len__(self):
        return len(self.labels)


def options():
    """The command line that every peer has."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default=os.environ.get("NNBOARD_DATA"), help="the folder with reuters.npz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fused", action="store_true", help="PyTorch's fused Adam in place of its default one")
    given = parser.parse_args()
    if not given.data:
        parser.error("say where reuters.npz is: --data DIR, or NNBOARD_DATA in the environment")
    return given


def load(folder):
    """The wires as keras.datasets.reuters.load_data gives them, in three parts: training, validation, test."""
    with np.load(os.path.join(folder, "reuters.npz"), allow_pickle=True) as file:
        wires, labels = file["x"], file["y"]
    order = np.arange(len(wires))
    np.random.RandomState(113).shuffle(order)
    # 1 marks a wire's start, 2 stands for a word that is too rare, and ranks begin at 3.
    rows = [np.unique([1] + [rank + 3 if rank + 3 < WORDS else 2 for rank in wires[i]]) for i in order]
    labels = labels[order].astype(np.int64)
    end = int(len(rows) * 0.8)
    return (Split(rows[VALIDATION:end], labels[VALIDATION:end]), Split(rows[:VALIDATION], labels[:VALIDATION]),
            Split(rows[end:], labels[end:]))


class Stopwatch:
    """Seconds of the processor, over all threads, and of the clock on the wall."""

    def __enter__(self):
        self.cpu, self.wall = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_):
        self.cpu, self.wall = time.process_time() - self.cpu, time.perf_counter() - self.wall


def write_rows(path, splits):
    """The splits as plain.c reads them: sizes, offsets, columns and labels of each, all int32."""
    with open(path, "wb") as file:
        for split in splits:
            sizes = np.array([len(split), len(split.rows.columns)])
            for numbers in (sizes, split.rows.offsets, split.rows.columns, split.labels):
                numbers.astype(np.int32).tofile(file)


def judge(probabilities, labels):
    """The mean cross-entropy in nats, and how often the likeliest class is right."""
    right = probabilities[np.arange(len(labels)), labels]
    return float(-np.log(np.maximum(right, 1e-7)).mean()), float((probabilities.argmax(1) == labels).mean())


def report(name, versions, watch, validation, test):
    """Prints one line of JSON; validation and test are pairs of loss and accuracy."""
    line = {
        "name": name,
        "versions": {"python": sys.version.split()[0], "numpy": np.__version__, **versions},
        "fit_cpu": round(watch.cpu, 4),
        "fit_wall": round(watch.wall, 4),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "val_loss": validation[0], "val_accuracy": validation[1],
        "test_loss": test[0], "test_accuracy": test[1],
    }
    print(json.dumps(line))


if __name__ == "__main__":  # workload.py FOLDER FILE
    write_rows(sys.argv[2], load(sys.argv[1]))
