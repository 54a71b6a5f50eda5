"""Makes label_study.json: what Keras does with every way to write labels, end a network and choose its loss.

Needs Keras 3 with TensorFlow:  python make_label_study.py FOLDER label_study.json

FOLDER has Keras' mnist.npz. Trained are the first 6,000 digits (grey from 0 to 1), tested the first 1,000 of the test
split; 512 relu units and 10 more, adam with its defaults, batches of 64, 5 epochs. What can't be compiled or fitted is
kept as the exception's type and message. `small` are further pairs of labels and loss on a few made-up samples,
which are fitted for a step to see whether they can be.
"""

import itertools
import json
import math
import os
import sys
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import keras
import numpy as np
import tensorflow as tf

CLASSES, TRAIN, TEST, UNITS, BATCH, EPOCHS = 10, 6_000, 1_000, 512, 64, 5
SEEDS = [1, 2, 3]
# Where accuracy hangs on chance, three runs don't show how far it spreads.
UNSTEADY_SEEDS = list(range(1, 11))
LABELS = ["integer", "one_hot"]
ACTIVATIONS = ["linear", "sigmoid", "softmax"]
LOSSES = ["binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy"]
OTHER_LOSSES = ["mean_squared_error", "mean_absolute_error", "mean_squared_logarithmic_error", "huber", "log_cosh"]


def loss_function(name, **settings):
    classes = {"huber": "Huber", "log_cosh": "LogCosh"}
    return getattr(keras.losses, classes.get(name, name.title().replace("_", "")))(**settings)


def encoded(labels, encoding, classes=CLASSES):
    return keras.utils.to_categorical(labels, classes) if encoding == "one_hot" else labels.astype("int64")


def digits(folder):
    with np.load(os.path.join(folder, "mnist.npz")) as file:
        def part(name, count):
            images = file[f"x_{name}"][:count].reshape(count, -1).astype("float32") / 255
            return images, file[f"y_{name}"][:count]
        return part("train", TRAIN), part("test", TEST)


def network(inputs, units, activation, loss, metrics=("accuracy",), hidden=UNITS):
    model = keras.Sequential([
        keras.Input((inputs,)),
        keras.layers.Dense(hidden, activation="relu"),
        keras.layers.Dense(units, activation=None if activation == "linear" else activation),
    ])
    model.compile(optimizer="adam", loss=loss, metrics=list(metrics))
    return model


def failure(error):
    """What was raised; of a failure while a graph runs, what it says behind the places in the sources."""
    return {"exception": type(error).__name__, "message": str(error).split("\n\n")[-1].split("\n")[0]}


def plain(number):
    return float(number) if math.isfinite(number) else "nan" if math.isnan(number) else "inf" if number > 0 else "-inf"


def picked_accuracy(model):
    """The class of the metric that Keras took "accuracy" for."""
    for metric in model._compile_metrics.metrics:
        return type(metric._fn).__name__ if not callable(metric._fn) else metric._fn.__name__
    return None


def run(train, test, labels, activation, name, from_logits, seed):
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    model = network(train[0].shape[1], CLASSES, activation, loss_function(name, from_logits=from_logits))
    history = model.fit(train[0], encoded(train[1], labels), batch_size=BATCH, epochs=EPOCHS, verbose=0).history
    loss, accuracy = model.evaluate(test[0], encoded(test[1], labels), batch_size=BATCH, verbose=0)
    right = (model.predict(test[0], verbose=0).argmax(1) == test[1]).mean()
    return {"seed": seed, "loss": plain(loss), "accuracy": plain(accuracy), "argmax_accuracy": plain(right),
            "training_loss": [plain(value) for value in history["loss"]],
            "training_accuracy": [plain(value) for value in history["accuracy"]]}, picked_accuracy(model)


def mean(runs, key):
    numbers = [run[key] for run in runs if not isinstance(run[key], str)]
    return sum(numbers) / len(numbers) if numbers else "nan"


def case(train, test, labels, activation, name, from_logits):
    result = {"labels": labels, "activation": activation, "loss": name, "from_logits": from_logits}
    runs, metric = [], None
    seeds = UNSTEADY_SEEDS if activation == "linear" and not from_logits else SEEDS
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for seed in seeds:
            try:
                outcome, metric = run(train, test, labels, activation, name, from_logits, seed)
            except Exception as error:  # whatever it is, it is the result
                result["error"] = failure(error)
                break
            runs.append(outcome)
    result["warnings"] = sorted({f"{item.category.__name__}: {item.message}" for item in caught
                                 if "crossentropy" in str(item.message)})
    if runs:
        result |= {"accuracy_metric": metric, "runs": runs}
        result |= {key: mean(runs, key) for key in ("accuracy", "argmax_accuracy")}
        result["test_loss"] = mean(runs, "loss")
    return result


def small_case(labels, name, outputs, classes, samples, batch):
    """Whether a step can be made at all with so many outputs and classes; Keras knows the size of batches of one size."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(1)
    result = {"labels": labels, "loss": name, "outputs": outputs, "classes": classes, "samples": samples,
              "batch": batch}
    x, y = np.random.rand(samples, 3).astype("float32"), np.arange(samples) % classes
    model = network(3, outputs, "sigmoid", loss_function(name), metrics=(), hidden=4)
    try:
        model.fit(x, encoded(y, labels, classes), batch_size=batch, verbose=0)
    except Exception as error:
        result["error"] = failure(error)
    return result


def main(folder, path):
    train, test = digits(folder)
    cases = []
    for choice in itertools.product(LABELS, ACTIVATIONS, LOSSES, [False, True]):
        cases.append(case(train, test, *choice))
        last = cases[-1]
        print(*choice, last.get("accuracy", last.get("error")), file=sys.stderr)
    small = [small_case(labels, name, outputs, classes, samples, batch)
             for labels, name in itertools.product(LABELS, LOSSES + OTHER_LOSSES)
             for outputs, classes in [(1, 2), (2, 2), (4, 4)]
             for samples, batch in [(32, 16), (30, 16), (32, 4)]]
    content = {
        "versions": {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__},
        "settings": {"train": TRAIN, "test": TEST, "units": UNITS, "batch": BATCH, "epochs": EPOCHS,
                     "optimizer": "adam"},
        "cases": cases,
        "small": small,
    }
    with open(path, "w") as file:
        json.dump(content, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
