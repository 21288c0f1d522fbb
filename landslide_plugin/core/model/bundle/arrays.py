"""Arrays of a bundle's archives, read only after their headers were seen to promise no more than is there."""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

LARGEST_ARRAYS = 2**29
"""Bytes that the arrays of one archive may have in all, which no model comes near."""

KINDS = "biuf"
REFUSED = (
    *(ArithmeticError, EOFError, KeyError, MemoryError, OSError, RuntimeError, SyntaxError, TypeError),
    *(ValueError, zipfile.BadZipFile, zlib.error),
)
"""What archives that somebody made or spoiled raise in Python's and NumPy's readers."""


def read_arrays(content: bytes, kinds: str = KINDS) -> dict[str, npt.NDArray[Any]]:
    """Arrays of an .npz by name.

    Parameters
    ----------
    content : bytes
    kinds : str
        Kinds of numbers (and texts, ``U``) that may be there.

    Raises
    ------
    ValueError
        No archive of arrays, a header that promises other bytes than follow, or more than ``LARGEST_ARRAYS``.

    Examples
    --------
    >>> blob = io.BytesIO()
    >>> np.savez(blob, a=np.arange(3.0))
    >>> read_arrays(blob.getvalue())["a"].tolist()
    [0.0, 1.0, 2.0]
    >>> read_arrays(b"nothing")
    Traceback (most recent call last):
    ValueError: File is not a zip file
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > LARGEST_ARRAYS:
                raise ValueError("it unpacks to more than any model has")
            return {
                member.filename.removesuffix(".npy"): _array(archive, member, kinds) for member in members
            }
    except REFUSED as error:
        raise ValueError(" ".join(str(error).split())[:200] or type(error).__name__) from None


def _array(archive: zipfile.ZipFile, member: zipfile.ZipInfo, kinds: str) -> npt.NDArray[Any]:
    with archive.open(member) as stream:
        version = np.lib.format.read_magic(stream)  # type: ignore[no-untyped-call]
        readers = {
            (1, 0): np.lib.format.read_array_header_1_0,
            (2, 0): np.lib.format.read_array_header_2_0,
        }
        if version not in readers:
            raise ValueError(f"{member.filename} is of version {version}")
        shape, by_columns, dtype = readers[version](stream)  # type: ignore[no-untyped-call]
        if dtype.kind not in kinds or any(size < 0 for size in shape):
            raise ValueError(f"{member.filename} holds {dtype} of shape {str(shape)[:60]}")
        promised = math.prod(shape) * dtype.itemsize
        if promised != member.file_size - stream.tell():
            raise ValueError(f"{member.filename} promises {promised:.4g} bytes and is of another length")
        values = np.frombuffer(bytearray(stream.read(promised)), dtype)
    return values.reshape(shape, order="F" if by_columns else "C")
