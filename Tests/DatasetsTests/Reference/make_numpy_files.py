"""Writes numpy1.npz or numpy2.npz: arrays in every form that numpy saves, and numpy_files.json: what numpy.load gives.

Run in this folder with numpy 1 and with numpy 2, in this order: python3 make_numpy_files.py (they were made with numpy
1.26.4 and 2.4.6). The two versions differ in what their pickles call numpy's functions; numpy1.npz has only those.
"""

import io
import json
import pickle
import zipfile

import numpy as np

VERSION = int(np.__version__.split(".")[0])
arrays = {}
numbers, texts, refused = [], [], []


def npy(array, protocol=None, version=None):
    out = io.BytesIO()
    if protocol is None:
        np.lib.format.write_array(out, array, version=version)
    else:
        np.lib.format.write_array_header_1_0(out, np.lib.format.header_data_from_array_1_0(array))
        out.write(pickle.dumps(array, protocol=protocol))
    return out.getvalue()


def load(data):
    return np.load(io.BytesIO(data), allow_pickle=True)


def number(name, array, version=None):
    arrays[name] = npy(array, version=version)
    loaded = load(arrays[name])
    floats = loaded.astype(np.float32)
    numbers.append(
        {
            "name": name,
            "shape": list(loaded.shape),
            "floats": [float(value) for value in floats.ravel()],
            "integers": [int(value) for value in loaded.ravel()]
            if all(int(value) == value and abs(int(value)) < 2**31 for value in loaded.ravel())
            else None,
        }
    )


def text(name, array, protocol=None):
    arrays[name] = npy(array, protocol)
    loaded = load(arrays[name])
    found = [[int(rank) for rank in unpadded(row, loaded)] for row in loaded]
    if texts and texts[-1]["texts"] == found:
        texts[-1]["names"].append(name)
    else:
        texts.append({"names": [name], "texts": found})


def unpadded(row, array):
    """A row of a table without the zeros at its ends; lists are as they are."""
    row = np.asarray(row).tolist()
    if array.ndim == 2:
        while row and row[-1] == 0:
            row.pop()
        while row and row[0] == 0:
            row.pop(0)
    return row


def refuse(name, array, *words):
    arrays[name] = npy(array)
    refused.append({"name": name, "words": list(words)})


def objects(elements):
    array = np.empty(len(elements), dtype=object)
    for place, element in enumerate(elements):
        array[place] = element
    return array


def without_padding(array):
    """The same array of long doubles, where the six bytes of each that mean nothing are 0."""
    array = np.array(array, order="K")
    data = array.reshape(-1, order="A").view(np.uint8).reshape(-1, 16)
    data[:, slice(0, 6) if array.dtype.str[0] == ">" else slice(10, 16)] = 0
    return array


# Numbers.
for kind in ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "b1"]:
    for order in "<>" if kind not in ("i1", "u1", "b1") else "|":
        dtype = np.dtype(order + kind)
        if kind[0] == "b":
            values = [True, False, False, True, True, True]
        elif kind[0] == "f":
            values = [0.5, -1.25, 6e-8, 65504.0, 0.1, -0.0]
        else:
            limits = np.iinfo(dtype)
            values = [0, 1, 2, limits.max, limits.min, limits.max // 3]
        table = np.array(values, dtype=object if kind[0] in 'iu' else None).astype(dtype).reshape(2, 3)
        name = dtype.name + ("-big" if order == ">" else "")
        number(name, table)
        number(name + "-fortran", np.asfortranarray(table))
        number(name + "-column", table.reshape(6, 1))
        number(name + "-single", table[1, 2])
whole = np.arange(24.0)
number("whole", whole)
number("cube-fortran", np.asfortranarray(np.arange(24, dtype=">i2").reshape(2, 3, 4)))
number("tesseract-fortran", np.asfortranarray(np.arange(36, dtype="<f2").reshape(2, 3, 2, 3)))
number("row-fortran", np.asfortranarray(np.arange(5, dtype=">f4").reshape(1, 5)))
number("empty", np.zeros((0, 5), dtype=">i4"))
number("empty-fortran", np.zeros((3, 0), order="F"))
for version in (1, 2, 3):
    number(f"version{version}", np.arange(6, dtype=">u2").reshape(3, 2), version=(version, 0))
# The last ones are rounded to 32 bits once: in 64 bits each is halfway between two of them.
longs = ["0", "-0.0", "1", "-1.5", "0.1", "65504", "1e-4930", "-1e-45", "3.4028234e38", "16777217.0000000001"]
longs += [repr(np.longdouble(1) + np.longdouble(2) ** -24 + np.longdouble(2) ** -63).split("'")[1]]
for order in "<>":
    longdouble = np.zeros(12, dtype=order + "g")
    longdouble[:11] = [np.longdouble(value) for value in longs]
    name = "longdouble" + ("-big" if order == ">" else "")
    number(name, without_padding(longdouble))
    number(name + "-fortran", without_padding(np.asfortranarray(longdouble.reshape(3, 4))))
    number(name + "-single", without_padding(longdouble[3]))

# Texts.
lists = [[1, 2, 300, 70000, -5], [], list(range(1, 12)), [7]]
forms = {
    "lists": lists,
    "tuples": [tuple(some) for some in lists],
    "scalars": [[np.int64(rank) for rank in some[:20]] for some in lists],
    "big-scalars": [[np.dtype(">i4").type(rank) for rank in some[:20]] for some in lists],
    "arrays": [np.array(some, dtype=np.int64) for some in lists],
    "big-arrays": [np.array(some, dtype=">i4") for some in lists],
    "floats": [np.array(some, dtype=np.float64) for some in lists],
    "bytes": [np.array([5], dtype=np.int8), np.array([5], dtype=np.uint8), np.array([5, 6], dtype=np.int8)],
    "objects": [np.array(some, dtype=object) for some in lists],
    "mixed": [
        [1, np.int16(2), np.array(3), True],
        (4, np.uint8(5)),
        np.array([6, 7], dtype=np.uint16),
        np.array([8, 9, 200], dtype=">u8")[::2],
        [2.0, np.float32(3)],
        np.array([10, 11], dtype=object),
    ],
    "shared": [lists[0], lists[0], (1, 2), lists[3]],
}
shared_array, shared_tuple = np.array([1, 2, 3]), (4, 5)
forms["shared-others"] = [shared_array, shared_tuple, shared_array, shared_tuple]
for name, form in forms.items():
    for protocol in range(6):
        text(f"{name}-{protocol}", objects(form), protocol)
table = [[3, 1, 2], [4, 5, 0], [0, 0, 0], [0, 0, 6], [7, 0, 8]]
for dtype in ["<i4", ">i2", "u1", "<i8", "<f4", ">f8", "O"]:
    for order in "CF":
        text(f"table-{np.dtype(dtype).str[1:]}-{order}", np.array(table, dtype=dtype, order=order))
number("object-labels", np.array([3, 4, 45], dtype=object))
number("object-column", np.array([[3], [4], [45]], dtype=object))

# What is none of these; the words are those of numpy for what was found.
refuse("complex64", np.zeros((2, 3), dtype=np.complex64), "complex64", "(2, 3)")
refuse("complex128", np.zeros(40, dtype=">c16"), "complex128", "(40,)")
refuse("complex256", np.zeros(2, dtype=np.clongdouble), "complex256", "(2,)")
refuse("str", np.array(["a", "bc"]), "str", "(2,)")
refuse("bytes", np.array([b"a", b"bc"]), "bytes", "(2,)")
refuse("datetime64", np.array(["2000-01-01"], dtype="M8[D]"), "datetime64", "(1,)")
refuse("record", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i2", (2,))]), "('a', '<f4')", "(2,)")
refuse("void", np.zeros(2, dtype="V3"), "void", "(2,)")
refuse("words", objects(["ab", "c"]), "ab")
refuse("none", objects([[1], None]), "None")
refuse("dictionary", objects([{"a": 1}]), "0x7d")
refuse("deep", objects([[[1, 2]], [[3]]]), "nested deeper")
refuse("inner-table", objects([np.ones((2, 3), dtype=int), [1]]), "(2, 3)")
refuse("inner-complex", objects([np.ones(2, dtype=complex), [1]]), "complex128")
refuse("inner-str", objects([np.array(["a"]), [1]]), "str")
refuse("half", objects([[1, 0.5]]), "0.5")
refuse("half-array", objects([np.array([1, 0.5]), [1]]), "0.5")
refuse("huge", objects([[1, 2**40]]), str(2**40))
refuse("huger", objects([[1, 2**100]]), "too large")
refuse("huge-array", objects([np.array([1, 2**40]), [1]]), str(2**40))
refuse("function", objects([len]), "builtins.len")

with zipfile.ZipFile(f"numpy{VERSION}.npz", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    pickles = {name for case in texts for name in case["names"]} | {"function"}
    for name, data in arrays.items():
        if VERSION == 1 and name not in pickles:
            continue
        # A fixed time, so that the same arrays make the same file.
        info = zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0))
        archive.writestr(info, data, zipfile.ZIP_DEFLATED, 9)

with open("numpy_files.json", "w") as out:
    out.write("{")
    for key, cases in [("numbers", numbers), ("texts", texts), ("refused", refused)]:
        rows = ",\n".join(json.dumps(case) for case in cases)
        out.write(f'{"" if key == "numbers" else ","}\n"{key}": [\n{rows}\n]')
    out.write("\n}\n")
