"""Units on a small map as a PNG picture, without any library of pictures."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ...io.vector import boxes, burn
from ...types.grid import Grid
from .unit_layer import POINTS, TABLE, UnitLayer

Pixels = npt.NDArray[np.uint8]
SIDE = 720
"""Pixels along the longer side."""

DOT = 2
"""Pixels from the middle of a point to its edge."""

EMPTY, NOTHING, EDGE = (190, 190, 190), (255, 255, 255), 0.82
"""Units without a value, the ground without units, and how much darker the outline of a unit is."""


def units_picture(layer: UnitLayer, codes: npt.NDArray[np.uint8], colours: Sequence[str]) -> bytes:
    """PNG of units in the colour of their class; grey where they have none. Empty bytes for a table.

    Parameters
    ----------
    layer : UnitLayer
    codes : uint8 array (units,)
        Class of each from 1, 0 for none.
    colours : sequence of str
        Of the classes, such as ``#2c7bb6``.
    """
    if layer.kind == TABLE:
        return b""
    number = _numbers(layer)
    palette = np.array([EMPTY, *(_rgb(colour) for colour in colours)], np.float64)
    shown = np.full((*number.shape, 3), NOTHING, np.float64)
    inside = number > 0
    shown[inside] = palette[codes[number[inside] - 1]]
    if layer.kind != POINTS:
        edge = np.zeros(number.shape, bool)
        edge[:, 1:] |= number[:, 1:] != number[:, :-1]
        edge[1:] |= number[1:] != number[:-1]
        shown[edge & inside] *= EDGE
    return png(np.rint(shown).astype(np.uint8))


def png(pixels: Pixels) -> bytes:
    r"""PNG of pixels (rows, cols, 3): 8 bits a colour (ISO/IEC 15948).

    >>> png(np.zeros((1, 1, 3), np.uint8))[:8]
    b'\x89PNG\r\n\x1a\n'
    """
    rows, cols, _ = pixels.shape
    lines = np.zeros((rows, 1 + 3 * cols), np.uint8)
    lines[:, 1:] = pixels.reshape(rows, -1)
    parts = (
        (b"IHDR", struct.pack(">II", cols, rows) + bytes((8, 2, 0, 0, 0))),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _numbers(layer: UnitLayer) -> npt.NDArray[np.int32]:
    """Number from 1 of the unit in each pixel (rows, cols), 0 where there is none."""
    box = boxes(layer.features)
    west, south = np.nanmin(box[:, 0]), np.nanmin(box[:, 1])
    east, north = np.nanmax(box[:, 2]), np.nanmax(box[:, 3])
    margin = 0.02 * max(east - west, north - south, 1e-9)
    pixel = (max(east - west, north - south) + 2 * margin) / SIDE
    cols = max(1, int(np.ceil((east - west + 2 * margin) / pixel - 1e-6)))
    rows = max(1, int(np.ceil((north - south + 2 * margin) / pixel - 1e-6)))
    frame = (float(west - margin), float(pixel), 0.0, float(north + margin), 0.0, -float(pixel))
    grid = Grid(rows, cols, frame, layer.features.crs_wkt)
    found = burn(layer.features, grid)
    return _wider(found) if layer.kind == POINTS else found


def _wider(found: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Each point as a square dot; where dots meet the later one is on top."""
    rows, cols = found.shape
    wide = np.zeros_like(found)
    places = np.argwhere(found)
    for row, col in places[np.argsort(found[tuple(places.T)], kind="stable")].tolist():
        part = wide[
            max(row - DOT, 0) : min(row + DOT + 1, rows), max(col - DOT, 0) : min(col + DOT + 1, cols)
        ]
        part[:] = found[row, col]
    return wide


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue
