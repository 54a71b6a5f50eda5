"""Writes datasets.json from the full file, without what may not be passed on.

Run in this folder: python3 make_datasets.py FULL_FILE. Texts, and texts as lists of words' numbers, become SHA-256s,
which show as much to a test: of UTF-8, and of little-endian int32.
"""

import array
import hashlib
import json
import sys


def checksum(numbers):
    little = array.array("i", numbers)
    if sys.byteorder == "big":
        little.byteswap()
    return hashlib.sha256(little.tobytes()).hexdigest()


def without_texts(value):
    if isinstance(value, list):
        return [without_texts(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {}
    for key, item in value.items():
        if key.startswith("sequence"):
            result[f"{key}_sha256_int32_le"] = checksum(item)
        elif key == "text":
            result["text_sha256"] = hashlib.sha256(item.encode()).hexdigest()
        else:
            result[key] = without_texts(item)
    return result


with open(sys.argv[1]) as full, open("datasets.json", "w") as out:
    json.dump(without_texts(json.load(full)), out)
    out.write("\n")
