"""Writes load_data.json: what Keras' own reuters.load_data makes of a few made-up texts.

Run in this folder: KERAS_BACKEND=numpy python3 make_load_data.py (it was made with Keras 3.15.1, numpy 2.4.6).
"""

import json
import os
import tempfile

import numpy as np
from keras.src.datasets import reuters

random = np.random.RandomState(1)
texts = [(1 + random.poisson(6, 1 + random.randint(12))).tolist() for _ in range(30)]
labels = random.randint(0, 46, len(texts)).tolist()

cases = [
    {},
    {"num_words": 10},
    {"num_words": None},
    {"num_words": 0},
    {"num_words": 1},
    {"num_words": 8, "skip_top": 5},
    {"num_words": 5, "skip_top": 8},
    {"skip_top": 2},
    {"maxlen": 6},
    {"maxlen": 0},
    {"maxlen": 4, "num_words": None},
    {"test_split": 0.0},
    {"test_split": 1.0},
    {"test_split": 0.33},
    {"seed": 0},
    {"seed": 4294967295},
    {"start_char": None},
    {"start_char": None, "num_words": None, "index_from": 0},
    {"start_char": 9, "num_words": 9},
    {"start_char": None, "maxlen": 6},
    {"oov_char": None, "num_words": 10},
    {"oov_char": None, "num_words": 10, "skip_top": 7, "maxlen": 9},
    {"oov_char": 40, "num_words": 10},
    {"index_from": 0},
    {"index_from": 100, "num_words": 107},
]


def plain(values):
    return [np.asarray(value).tolist() for value in values]


def term(arguments):
    def text(value):
        return "none" if value is None else repr(value)

    inside = ", ".join(f"{name}={text(value)}" for name, value in arguments.items())
    return f"reuters({inside})" if arguments else "reuters"


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "reuters.npz")
    objects = np.empty(len(texts), dtype=object)
    objects[:] = texts
    np.savez(path, x=objects, y=np.array(labels))
    reuters.get_file = lambda **_: path
    results = []
    for arguments in cases:
        # The one default that is not Keras': 10,000 words.
        given = {"num_words": 10000, **arguments}
        (x_train, y_train), (x_test, y_test) = reuters.load_data(**given)
        results.append(
            {
                "arguments": term(arguments),
                "x_train": plain(x_train),
                "y_train": plain(y_train),
                "x_test": plain(x_test),
                "y_test": plain(y_test),
            }
        )

with open("load_data.json", "w") as out:
    rows = [json.dumps(result) for result in results]
    out.write('{"texts": %s,\n "labels": %s,\n "cases": [\n' % (json.dumps(texts), json.dumps(labels)))
    out.write(",\n".join(rows))
    out.write("\n]}\n")
