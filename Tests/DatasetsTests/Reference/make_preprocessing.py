"""Writes preprocessing.json: what the book's preprocessing makes of a few numbers (section 4.3.2), by numpy.

Run in this folder: python3 make_preprocessing.py (it was made with numpy 2.4.6).
"""

import json

import numpy as np

random = np.random.RandomState(4)
train = np.c_[random.normal(35.6, 2.1, 6), random.lognormal(7, 0.8, 6), random.uniform(0, 1, 6)].astype("float32")
test = np.c_[random.normal(35.6, 2.1, 3), random.lognormal(7, 0.8, 3), random.uniform(0, 1, 3)].astype("float32")
targets = random.uniform(15_000, 500_001, 6).round(-2).astype("float32")

# In double precision: in single, the sums already depend on the order in which they are done.
mean, deviation = train.astype("float64").mean(axis=0), train.astype("float64").std(axis=0)
result = {
    "train": train.tolist(),
    "test": test.tolist(),
    "targets": targets.tolist(),
    "mean": mean.tolist(),
    "deviation": deviation.tolist(),
    "train_normalized": ((train - mean) / deviation).astype("float32").tolist(),
    "test_normalized": ((test - mean) / deviation).astype("float32").tolist(),
    "train_divided": (train / np.float64(255)).astype("float32").tolist(),
    "targets_divided": (targets / np.float64(100_000)).astype("float32").tolist(),
}
with open("preprocessing.json", "w") as out:
    json.dump(result, out, indent=1)
    out.write("\n")
