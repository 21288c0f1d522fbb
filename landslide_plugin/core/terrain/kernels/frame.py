"""Framed arrays by the number of a cell, and lists that grow."""

from __future__ import annotations

from typing import Any

import numpy as np

from .jit import inline

FIRST_ROOM = 1 << 12
"""Room in a list to begin with."""

STRETCH = 256
"""Cells that are looked through together for rare ones."""


@inline
def steps(cols: int) -> Any:
    """What to add to a cell's number to reach its neighbours: north, then clockwise.

    Numbers are unsigned, and adding the complement steps back: a number that may be negative would be
    tested at every use.
    """
    moves = (-cols, 1 - cols, 1, cols + 1, cols, cols - 1, -1, -cols - 1)
    around = np.empty(8, np.uint64)
    for k in range(8):
        around[k] = np.uint64(np.int64(moves[k]))
    return around


@inline
def grown(numbers: Any) -> Any:
    """The same numbers with twice the room."""
    larger = np.empty(2 * numbers.size, numbers.dtype)
    larger[: numbers.size] = numbers
    return larger


@inline
def has_bits(codes: Any, bits: Any) -> bool:
    """True if one of the bytes has one of the bits; runs on vectors."""
    found = np.uint8(0)
    for n in range(codes.size):
        found |= codes[n]
    return bool((found & bits) != 0)
