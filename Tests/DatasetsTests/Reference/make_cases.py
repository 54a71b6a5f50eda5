"""Writes cases.json: what numpy.load gives for the files in `cases`, and cases/mnist-*, images in other forms.

Run in this folder: python3 make_cases.py (it was made with numpy 2.4.6). The other files there are small ones of kinds
that people have met with other programs.
"""

import io
import json
import os
import zipfile
from pathlib import Path

import numpy as np

random = np.random.RandomState(5)
images = {part: random.randint(0, 256, (count, 28, 28)) * (random.rand(count, 28, 28) < 0.04)
          for part, count in [("train", 3), ("test", 2)]}
digits = {"train": np.array([7, 0, 9]), "test": np.array([1, 2])}


def save(folder, **arrays):
    os.makedirs(folder, exist_ok=True)
    # With a fixed time, so that the same arrays make the same file.
    with zipfile.ZipFile(f"{folder}/mnist.npz", "w") as archive:
        for name, array in arrays.items():
            out = io.BytesIO()
            np.lib.format.write_array(out, array)
            info = zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0))
            archive.writestr(info, out.getvalue(), zipfile.ZIP_DEFLATED, 9)


def mnist(name, change, label=lambda digits: digits.astype("u1")):
    save(
        f"cases/mnist-{name}",
        **{f"x_{part}": change(some) for part, some in images.items()},
        **{f"y_{part}": label(some) for part, some in digits.items()},
    )


def byte(some):
    return some.astype("u1")


mnist("labels-int64", byte, lambda some: some.astype("<i8"))
mnist("labels-big-column", byte, lambda some: some.astype(">u2").reshape(-1, 1))
mnist("labels-float", byte, lambda some: some.astype("f4"))
mnist("int64", lambda some: some.astype("<i8"))
mnist("big-uint16-fortran", lambda some: np.asfortranarray(some.astype(">u2")))
mnist("float32", lambda some: some.astype("<f4"))
mnist("float32-unit", lambda some: some.astype("<f4") / np.float32(255))
mnist("big-float64-unit", lambda some: (some / 255).astype(">f8"))
mnist("float16-unit", lambda some: (some / 255).astype("<f2"))
mnist("rows", lambda some: byte(some).reshape(-1, 784))
mnist("rows-float-unit", lambda some: (some / 255).astype("<f4").reshape(-1, 784))
mnist("channel-last", lambda some: byte(some).reshape(-1, 28, 28, 1))
mnist("channel-first", lambda some: (some / 255).astype("<f4").reshape(-1, 1, 28, 28))
mnist("bool", lambda some: some > 100)

result = {}
for path in sorted(Path("cases").glob("*/*.npz")):
    arrays = np.load(path, allow_pickle=True)
    entry = {}
    for name in arrays.files:
        array = arrays[name]
        if array.dtype == object:
            entry[name] = [[int(rank) for rank in text] for text in array]
        elif name.startswith("x_"):
            # Pixels as bytes, and what is between them; the book divides them by 255.
            scale = 255 if array.dtype == bool or array.dtype.kind == "f" and array.max() <= 1 else 1
            pixels = (array.astype("f8") * scale).astype("f4").ravel()
            places = np.flatnonzero(pixels)
            entry[name] = {"places": places.tolist(), "pixels": [float(pixel) for pixel in pixels[places]]}
        else:
            entry[name] = [float(number) for number in array.astype("f4").ravel()]
    result[path.parent.name] = {"file": path.name, **entry}

with open("cases.json", "w") as out:
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in result.items())
    out.write("{\n" + rows + "\n}\n")
