"""One experiment in Keras with TensorFlow, as the book and the courses have it: keras_experiment.py NAME [--seed N].

The data come from Keras' own loaders, which look below KERAS_HOME. What is timed is every `fit`, its validation included,
in processor seconds of all threads; reading and encoding the data is not. One line of JSON is printed.
"""

import argparse
import json
import os
import resource
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import keras
import numpy as np
import tensorflow as tf

WORDS = 10_000


class Ends(keras.callbacks.Callback):
    """Notes the time at which each epoch ends."""

    def on_train_begin(self, logs=None):
        self.times = []

    def on_epoch_end(self, epoch, logs=None):
        self.times.append((time.process_time(), time.perf_counter()))


class Fit:
    """Fits models and adds up the processor seconds of all threads.

    Where fewer epochs are measured than asked for, those after the first, which also builds the graph, stand for the rest.
    """

    def __init__(self, measured):
        self.cpu = self.wall = 0.0
        self.measured = measured

    def __call__(self, model, x, y, epochs, batch, held_out=None, measured=None):
        """Gives the history."""
        self.measured = min(max(2, self.measured or measured or epochs), epochs)
        ends, began = Ends(), (time.process_time(), time.perf_counter())
        few = [ends] if self.measured < epochs else []
        history = model.fit(x, y, epochs=self.measured, batch_size=batch, validation_data=held_out, callbacks=few,
                            verbose=0).history
        ended = time.process_time(), time.perf_counter()
        self.cpu += ended[0] - began[0]
        self.wall += ended[1] - began[1]
        if few:
            rest = (epochs - self.measured) / (self.measured - 1)
            self.cpu += (ends.times[-1][0] - ends.times[0][0]) * rest
            self.wall += (ends.times[-1][1] - ends.times[0][1]) * rest
        return history


def multi_hot(rows):
    result = np.zeros((len(rows), WORDS), np.float32)
    for place, row in enumerate(rows):
        result[place, row] = 1
    return result


def dense(layers, last, activation, inputs, hidden="relu"):
    return keras.Sequential([keras.Input((inputs,)), *(keras.layers.Dense(units, hidden) for units in layers),
                             keras.layers.Dense(last, activation)])


def wires(layers, optimizer, batch, epochs, validation, fit):
    (x, y), (test_x, test_y) = keras.datasets.reuters.load_data(num_words=WORDS)
    x, test_x = multi_hot(x), multi_hot(test_x)
    y, test_y = keras.utils.to_categorical(y), keras.utils.to_categorical(test_y)
    model = dense(layers, 46, "softmax", WORDS)
    top = keras.metrics.TopKCategoricalAccuracy(k=3, name="top_3_accuracy")
    model.compile(optimizer, "categorical_crossentropy", metrics=["accuracy", top])
    held_out = (x[:validation], y[:validation]) if validation else None
    fit(model, x[validation:], y[validation:], epochs, batch, held_out)
    return model.evaluate(test_x, test_y, verbose=0)[1]


def reviews(fit):
    (x, y), (test_x, test_y) = keras.datasets.imdb.load_data(num_words=WORDS)
    x, test_x = multi_hot(x), multi_hot(test_x)
    y, test_y = y.astype("float32"), test_y.astype("float32")
    model = dense([16, 16], 1, "sigmoid", WORDS)
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    fit(model, x[10_000:], y[10_000:], 20, 512, (x[:10_000], y[:10_000]))
    return model.evaluate(test_x, test_y, verbose=0)[1]


def folds(data, optimizer, batch, epochs, scale, fit, measured=None):
    (x, y), _ = data
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    y = y / scale
    size, errors = len(x) // 4, []
    for fold in range(4):
        part = slice(fold * size, (fold + 1) * size)
        rest = np.r_[0:fold * size, (fold + 1) * size:len(x)]
        model = dense([64, 64], 1, None, x.shape[1])
        model.compile(optimizer, "mean_squared_error", metrics=["mean_absolute_error"])
        history = fit(model, x[rest], y[rest], epochs, batch, (x[part], y[part]), measured)
        errors.append(history["val_mean_absolute_error"][-1])
    return sum(errors) / len(errors)


def blobs(fit):
    from sklearn.datasets import make_blobs

    x, y = make_blobs(100, centers=[[-5, 2], [-2, -2], [1, 2], [5, -2]], cluster_std=1.0, random_state=30)
    model = dense([2], 4, None, 2)
    model.compile(keras.optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy(from_logits=True),
                  metrics=["accuracy"])
    fit(model, x, y, 200, 32)
    return model.evaluate(x, y, verbose=0)[1]


def digits(fit):
    (x, y), (test_x, test_y) = keras.datasets.mnist.load_data()
    x, test_x = (images.reshape(len(images), -1).astype("float32") / 255 for images in (x, test_x))
    model = dense([512], 10, "softmax", 784)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    fit(model, x, y, 5, 128)
    return model.evaluate(test_x, test_y, verbose=0)[1]


EXPERIMENTS = {
    "reuters": lambda fit: wires([64, 64], "adam", 512, 20, 1_000, fit),
    "reuters-bottleneck": lambda fit: wires([64, 4], "adam", 128, 20, 1_000, fit),
    "reuters-thin": lambda fit: wires([4, 4, 4, 4], "rmsprop", 512, 9, 0, fit),
    "imdb": reviews,
    "california": lambda fit: folds(keras.datasets.california_housing.load_data(version="small"), "adam", 16, 50, 100_000,
                                    fit),
    "boston": lambda fit: folds(keras.datasets.boston_housing.load_data(), "rmsprop", 1, 100, 1, fit, measured=11),
    "blobs": blobs,
    "mnist": digits,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=EXPERIMENTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measured", type=int, help="how many epochs to fit, where the rest is to be worked out")
    given = parser.parse_args()
    keras.utils.set_random_seed(given.seed)
    fit = Fit(given.measured)
    score = EXPERIMENTS[given.name](fit)
    print(json.dumps({
        "versions": {"python": sys.version.split()[0], "numpy": np.__version__, "keras": keras.__version__,
                     "tensorflow": tf.__version__},
        "fit_cpu": round(fit.cpu, 4), "fit_wall": round(fit.wall, 4), "measured": fit.measured, "score": float(score),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)}))


if __name__ == "__main__":
    main()
