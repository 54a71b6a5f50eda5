"""Makes callbacks.json: what Keras' own callbacks do when they are told of given epochs.

Needs Keras 3 with TensorFlow:  python make_callbacks.py callbacks.json

Every callback watches a small compiled model that is never trained. At the end of each epoch its only bias is set to
the epoch's number, counted from 1, so that the bias tells at last whose weights were put back.
"""

import json
import math
import sys
import warnings

import keras
import numpy as np
import tensorflow as tf

warnings.simplefilter("ignore")
METRICS = ["accuracy", "mean_absolute_error"]
KEYS = [prefix + key for prefix in ("", "val_") for key in ("loss", *METRICS)]
RATE = 0.001


def compiled_model():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(RATE), "binary_crossentropy", metrics=METRICS)
    model.evaluate(np.zeros((1, 1)), np.zeros((1, 1)), verbose=0)
    return model


def plain(number):
    if number is None:
        return None
    return number if math.isfinite(number) else "nan" if math.isnan(number) else "inf" if number > 0 else "-inf"


def text(value):
    words = {True: "true", False: "false", None: "none"}
    return words[value] if value is None or isinstance(value, bool) else str(value)


def term(name, settings):
    return f"{name}({', '.join(f'{key}={text(value)}' for key, value in settings.items())})"


def told_of_epochs(model, name, settings, values):
    """Drives a callback the way `fit` does, but with given values of what it watches; None where there is none."""
    monitor = settings.get("monitor", "val_loss")
    model.optimizer.learning_rate = RATE
    callback = getattr(keras.callbacks, name)(**settings)
    callback.set_model(model)
    model.stop_training = False
    callback.on_train_begin()
    rates, stopped = [], None
    for epoch, value in enumerate(values):
        kernel, _ = model.get_weights()
        model.set_weights([kernel, np.array([epoch + 1.0])])
        callback.on_epoch_end(epoch, {} if value is None else {monitor: value})
        rates.append(float(model.optimizer.learning_rate.numpy()))
        if model.stop_training:
            stopped = epoch + 1
            break
    callback.on_train_end()
    return {
        "callback": term(name, settings),
        "monitor": monitor,
        "values": [plain(value) for value in values],
        "stopped": stopped,
        "weights_of_epoch": int(model.get_weights()[1][0]),
        "learning_rates": rates,
    }


def told_of_batches(model, losses):
    callback = keras.callbacks.TerminateOnNaN()
    callback.set_model(model)
    model.stop_training = False
    stopped = None
    for batch, loss in enumerate(losses):
        callback.on_train_batch_end(batch, {"loss": loss})
        if model.stop_training:
            stopped = batch + 1
            break
    return {"losses": [plain(loss) for loss in losses], "stopped": stopped}


def walk(random, count, monitor):
    """Numbers that get better at first, then stagnate; some repeat each other, and some are none."""
    numbers = []
    for index in range(count):
        towards = 1 / (1 + index)
        number = (1 - towards if monitor.endswith("accuracy") else towards) + 0.2 * random.standard_normal()
        number = round(float(number), 3)
        kind = random.random_sample()
        if kind < 0.15 and numbers:
            number = numbers[random.randint(len(numbers))]
        elif kind < 0.25 and numbers:
            # Other than an earlier one in double, the same in float32.
            number = numbers[-1] * (1 + 1e-10)
        elif kind < 0.3:
            number = math.nan
        elif kind < 0.32:
            number = math.inf
        numbers.append(number)
    # Validation may be left out of an epoch.
    return [None if monitor.startswith("val_") and random.random_sample() < 0.05 else number for number in numbers]


def pick(random, choices):
    return choices[random.randint(len(choices))]


def drawn_settings(random, optional):
    """Some of the settings, each with one of its values; what is left out is at Keras' default."""
    return {key: pick(random, values) for key, values in optional.items() if random.random_sample() < 0.5}


def main():
    random = np.random.RandomState(3)
    model = compiled_model()
    shared = {"monitor": KEYS, "mode": ["auto", "min", "max"], "min_delta": [0, 0.05, -0.1, 0.3]}
    cases = []
    for _ in range(120):
        settings = drawn_settings(random, {
            **shared, "patience": [0, 1, 2, 3, 6, 20], "baseline": [None, 0.1, 0.5, 0.9],
            "restore_best_weights": [True, False], "start_from_epoch": [0, 1, 4]})
        values = walk(random, 12, settings.get("monitor", "val_loss"))
        cases.append(told_of_epochs(model, "EarlyStopping", settings, values))
    for _ in range(120):
        settings = drawn_settings(random, {
            **shared, "factor": [0.0, 0.1, 0.5, 0.9], "patience": [0, 1, 2, 3], "cooldown": [0, 1, 3],
            "min_lr": [0.0, 0.0005, 0.001]})
        settings.setdefault("patience", 1)
        values = walk(random, 12, settings.get("monitor", "val_loss"))
        cases.append(told_of_epochs(model, "ReduceLROnPlateau", settings, values))
    batches = [told_of_batches(model, losses) for losses in (
        [1.0, 0.5, 0.25], [1.0, math.nan, 0.5], [math.inf, 1.0], [1.0, 2.0, -math.inf], [])]
    versions = {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}
    result = {
        "versions": versions, "learning_rate": RATE, "metrics": METRICS, "cases": cases, "batches": batches}
    with open(sys.argv[1], "w") as file:
        json.dump(result, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
