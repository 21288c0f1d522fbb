"""Bundles that somebody changed: every entry of a record gone or of another kind, sealed again, and odd archives."""

from __future__ import annotations

import copy
import hashlib
import io
import json
import struct
import zipfile
import zlib
from functools import cache
from pathlib import Path

import numpy as np

from landslide_plugin.core.model.bundle.files import RECORD, WEIGHTS, open_bundle

DEEP = 200_000
GONE = object()
VALUES = {
    "gone": GONE,
    "null": None,
    "text": "x",
    "not a number": "nan",
    "number": -3,
    "fraction": 0.5,
    "yes": True,
    "list": [],
    "record": {},
    "NaN": float("nan"),
    "endless": float("inf"),
    "huge": 10**400,
    "long": [1] * 5000,
    "of records": [{}, {}],
}
UNSEALED = ("sha256",)


def places(value, path=()):
    """Paths of all entries of nested records and lists; of a long list the first and the last."""
    if isinstance(value, dict):
        for key in value:
            yield (*path, key)
            yield from places(value[key], (*path, key))
    elif isinstance(value, list):
        for index in sorted({0, len(value) - 1} & set(range(len(value)))):
            yield (*path, index)
            yield from places(value[index], (*path, index))


def changed(record, path, value):
    """The record with one entry changed or taken out."""
    made = copy.deepcopy(record)
    place = made
    for key in path[:-1]:
        place = place[key]
    if value is GONE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return made


def sealed(record):
    """The text of a record with its own hash, as whoever changes one on purpose would write it."""
    plain = {key: value for key, value in record.items() if key != "sha256"}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return json.dumps({**plain, "sha256": hashlib.sha256(text.encode()).hexdigest()})


def contents(path):
    """Files of a bundle by name, and its record."""
    files = open_bundle(Path(path))
    return files, json.loads(files[RECORD])


def put(folder, files, record=None, weights=None):
    """Write a bundle of such files, with another record or other weights, sealed again."""
    folder.mkdir(exist_ok=True)
    record = json.loads(files[RECORD]) if record is None else record
    if weights is not None:
        record = {**record, "files": {**record["files"], WEIGHTS: hashlib.sha256(weights).hexdigest()}}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    if weights is not None:
        (folder / WEIGHTS).write_bytes(weights)
    (folder / RECORD).write_text(sealed(record))
    return str(folder)


def npy(header):
    """The beginning of an array file with any header."""
    text = header.encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text


@cache
def odd_archives():
    """Archives of weights that are not what they say, by name."""

    def archive(content, method=zipfile.ZIP_STORED):
        blob = io.BytesIO()
        with zipfile.ZipFile(blob, "w", method) as made:
            made.writestr("0/a.npy", content)
        return blob.getvalue()

    header = "{{'descr': '<f4', 'fortran_order': False, 'shape': {}, }}"
    good = io.BytesIO()
    np.save(good, np.zeros(400, np.float32))
    broken = bytearray(archive(good.getvalue(), zipfile.ZIP_DEFLATED))
    broken[45:60] = b"\xff" * 15
    strange = bytearray(archive(good.getvalue()))
    strange[8] = 99
    secret = bytearray(archive(good.getvalue()))
    secret[6] |= 1
    where = bytes(secret).rindex(b"PK\x01\x02")
    secret[where + 8] |= 1
    bomb = archive(npy(header.format("(1000000000,)")) + bytes(40 << 20), zipfile.ZIP_DEFLATED)
    return {
        "nothing": b"",
        "no archive": b"PK\x03\x04" + bytes(50),
        "a huge shape": archive(npy(header.format("(1000000000000,)"))),
        "a huge shape of many axes": archive(npy(header.format("(99999, 99999, 99999, 99999)"))),
        "a large shape": archive(npy(header.format("(2000000000,)"))),
        "a negative shape": archive(npy(header.format("(-4,)")) + bytes(16)),
        "objects": archive(
            npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }") + b"cos\nsystem\n"
        ),
        "text": archive(npy("{'descr': '<U4', 'fortran_order': False, 'shape': (1,), }") + bytes(16)),
        "records": archive(
            npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }") + bytes(4)
        ),
        "complex": archive(npy(header.format("(1,)").replace("<f4", "<c16")) + bytes(16)),
        "a header that calls": archive(npy("__import__('os').getcwd()")),
        "a deep header": archive(npy("(" * 9000 + ")" * 9000)),
        "a short array": archive(npy(header.format("(400,)")) + bytes(12)),
        "no array": archive(b"hello"),
        "broken deflate": bytes(broken),
        "an unknown method": bytes(strange),
        "a locked archive": bytes(secret),
        "a bomb": bomb,
        "cut short": archive(good.getvalue())[:-30],
        "not finite": archive(npy(header.format("(1,)")) + struct.pack("<f", float("nan"))),
        "another array": archive(good.getvalue()),
        "zlib alone": zlib.compress(bytes(1000)),
    }
