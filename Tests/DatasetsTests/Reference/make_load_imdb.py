"""Writes load_imdb.json: what Keras' own imdb.load_data makes of a few made-up texts.

Run in this folder: KERAS_BACKEND=numpy python3 make_load_imdb.py (it was made with Keras 3.15.1, numpy 2.4.6).
"""

import json
import os
import tempfile

import numpy as np
from keras.src.datasets import imdb

random = np.random.RandomState(2)


def made_up(count):
    return [(1 + random.poisson(6, 1 + random.randint(12))).tolist() for _ in range(count)]


texts = {"train": made_up(17), "test": made_up(12)}
labels = {part: random.randint(0, 2, len(some)).tolist() for part, some in texts.items()}

cases = [
    {},
    {"num_words": 10},
    {"num_words": None},
    {"num_words": 8, "skip_top": 5},
    {"maxlen": 6},
    {"maxlen": 4, "num_words": None},
    {"seed": 0},
    {"seed": 4294967295},
    {"start_char": None, "num_words": None, "index_from": 0},
    {"start_char": None, "maxlen": 6},
    {"oov_char": None, "num_words": 10, "skip_top": 7, "maxlen": 9},
    {"oov_char": 40, "num_words": 10},
    {"index_from": 100, "num_words": 107},
]


def objects(lists):
    array = np.empty(len(lists), dtype=object)
    array[:] = lists
    return array


def plain(values):
    return [np.asarray(value).tolist() for value in values]


def term(arguments):
    def text(value):
        return "none" if value is None else repr(value)

    inside = ", ".join(f"{name}={text(value)}" for name, value in arguments.items())
    return f"imdb({inside})" if arguments else "imdb"


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "imdb.npz")
    np.savez(
        path,
        x_train=objects(texts["train"]),
        y_train=np.array(labels["train"]),
        x_test=objects(texts["test"]),
        y_test=np.array(labels["test"]),
    )
    imdb.get_file = lambda **_: path
    results = []
    for arguments in cases:
        # The one default that is not Keras': 10,000 words.
        given = {"num_words": 10000, **arguments}
        (x_train, y_train), (x_test, y_test) = imdb.load_data(**given)
        results.append(
            {
                "arguments": term(arguments),
                "x_train": plain(x_train),
                "y_train": plain(y_train),
                "x_test": plain(x_test),
                "y_test": plain(y_test),
            }
        )

with open("load_imdb.json", "w") as out:
    rows = [json.dumps(result) for result in results]
    out.write('{"texts": %s,\n "labels": %s,\n "cases": [\n' % (json.dumps(texts), json.dumps(labels)))
    out.write(",\n".join(rows))
    out.write("\n]}\n")
