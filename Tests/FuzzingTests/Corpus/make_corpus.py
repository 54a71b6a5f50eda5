#!/usr/bin/env python3
"""Writes inputs as numpy writes them into the folders beside this file: python3 make_corpus.py (numpy 2)."""

import io
import pathlib
import pickle
import zipfile

import numpy

here = pathlib.Path(__file__).parent


def keep(target, name, content):
    folder = here / target
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)


def npy(array, **options):
    file = io.BytesIO()
    numpy.lib.format.write_array(file, array, **options)
    return file.getvalue()


for descr in ["<i2", ">i4", "<u8", "|i1", "|b1", "<f2", ">f8", "<U3"]:
    keep("npy", descr.strip("<>|") + (".big" if ">" in descr else ""), npy(numpy.zeros((2, 3), descr)))
keep("npy", "fortran", npy(numpy.asfortranarray(numpy.arange(6.0).reshape(2, 3))))
keep("npy", "version2", npy(numpy.arange(3), version=(2, 0)))
keep("npy", "python2", npy(numpy.zeros((2, 13))).replace(b"(2, 13), }  ", b"(2L, 13L), }", 1))

lists = numpy.empty(2, object)
lists[:] = [[1, 2, 70000], []]
tuples = numpy.empty(2, object)
tuples[:] = [(1, 2), (3,)]
arrays = numpy.empty(2, object)
arrays[:] = [numpy.array([1, 2]), numpy.array([3], "int32")]
numbers = numpy.empty(2, object)
numbers[:] = [[numpy.int64(4)], [numpy.int32(5), 6]]
for name, array in [("lists", lists), ("tuples", tuples), ("arrays", arrays), ("numbers", numbers)]:
    for protocol in [2, 4]:
        keep("pickle", f"{name}{protocol}", pickle.dumps(array, protocol=protocol))

for name, method in [("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED)]:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for member in ["x.npy", "y.npy"]:
            archive.writestr(zipfile.ZipInfo(member), npy(numpy.arange(4)), method)
    keep("zip", name, file.getvalue())
