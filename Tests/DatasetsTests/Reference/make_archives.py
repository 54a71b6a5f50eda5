"""Writes the small archives of this folder with numpy: lists in three pickle protocols, and numbers of each type.

Run in this folder: python3 make_archives.py (they were made with numpy 2.4.6).
"""

import io
import pickle
import zipfile

import numpy as np

lists = np.empty(4, dtype=object)
lists[:] = [[1, 2, 300, 70000, -5], [], list(range(2500)), [7]]
labels = np.array([3, 4, 3, 45])


def npy_of_objects(array, protocol):
    out = io.BytesIO()
    np.lib.format.write_array_header_1_0(out, np.lib.format.header_data_from_array_1_0(array))
    out.write(pickle.dumps(array, protocol=protocol))
    return out.getvalue()


def npy(array, version=None):
    out = io.BytesIO()
    np.lib.format.write_array(out, array, version=version)
    return out.getvalue()


for protocol in (2, 3, 4):
    with zipfile.ZipFile(f"lists-protocol{protocol}.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.npy", npy_of_objects(lists, protocol))
        archive.writestr("y.npy", npy(labels))

np.savez("lists-stored.npz", x=lists, y=labels)
np.savez_compressed("lists-deflated.npz", x=lists, y=labels)

numbers = np.array([[0.5, -1.25, 3.0], [1e-3, 7.0, -0.0]])
np.savez(
    "numbers.npz",
    int64=numbers.astype(np.int64),
    int32=numbers.astype(np.int32),
    uint8=np.array([0, 128, 255], dtype=np.uint8),
    float32=numbers.astype(np.float32),
    float64=numbers,
    scalar=np.float64(2.5),
    empty=np.zeros((0, 5)),
    fortran=np.asfortranarray(numbers),
    big=numbers.astype(">f8"),
    text=np.array(["a", "bc"]),
)
with zipfile.ZipFile("versions.npz", "w") as archive:
    for version in (1, 2, 3):
        archive.writestr(f"version{version}.npy", npy(numbers, version=(version, 0)))
