"""Keras with TensorFlow, as the book has it: dense multi-hot rows, one-hot labels, fit with validation_data."""

from workload import BATCH, CLASSES, EPOCHS, UNITS, WORDS, Stopwatch, load, options, report

import keras
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)

given = options()
keras.utils.set_random_seed(given.seed)
train, validation, test = ((split.rows.dense(), keras.utils.to_categorical(split.labels, CLASSES))
                           for split in load(given.data))

model = keras.Sequential([
    keras.layers.Input((WORDS,)),
    keras.layers.Dense(UNITS, activation="relu"),
    keras.layers.Dense(UNITS, activation="relu"),
    keras.layers.Dense(CLASSES, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
with Stopwatch() as watch:
    history = model.fit(*train, epochs=EPOCHS, batch_size=BATCH, validation_data=validation, verbose=0).history

report("Keras, TensorFlow", {"keras": keras.__version__, "tensorflow": tf.__version__}, watch,
       (history["val_loss"][-1], history["val_accuracy"][-1]), model.evaluate(*test, batch_size=BATCH, verbose=0))
