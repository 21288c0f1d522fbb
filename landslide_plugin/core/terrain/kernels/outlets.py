"""Outlets: the cells from which water may leave a DEM, on framed heights.

The bottoms of depressions that are too deep to be filled are outlets too, see ``terrain.depressions.fill_shallow``.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .frame import FIRST_ROOM, grown, steps
from .jit import inline, serial


@serial
def beyond(z: Any, outside: Any) -> None:
    """Mark with 1 the cells without height that the frame of flat ``z`` reaches through others without.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outside : uint8 array (framed rows * framed cols,)
        All 0 before.
    """
    flat, cells, around = z.ravel(), np.uint64(z.size), steps(z.shape[1])
    waiting, count = np.empty(FIRST_ROOM, np.uint64), 1
    waiting[0], outside[0] = 0, 1
    while count > 0:
        count -= 1
        here = waiting[count]
        if count + 8 >= waiting.size:
            waiting = grown(waiting)
        for k in range(8):
            there = here + around[k]
            if there >= cells or outside[there] == 1 or not math.isnan(flat[there]):
                continue
            outside[there] = 1
            waiting[count] = there
            count += 1


@inline
def beside_nothing(z: Any, outlet: Any) -> None:
    """Mark cells with a height beside one without."""
    for i in range(z.shape[0] - 2):
        for j in range(z.shape[1] - 2):
            c = z[i + 1, j + 1]
            missing = math.isnan(z[i, j]) | math.isnan(z[i, j + 1]) | math.isnan(z[i, j + 2])
            missing |= math.isnan(z[i + 1, j]) | math.isnan(z[i + 1, j + 2]) | math.isnan(z[i + 2, j])
            missing |= math.isnan(z[i + 2, j + 1]) | math.isnan(z[i + 2, j + 2])
            outlet[i + 1, j + 1] = np.uint8(missing & (c == c))


@inline
def beside_marked(z: Any, mark: Any, outlet: Any) -> None:
    """Mark cells with a height beside marked ones."""
    for i in range(z.shape[0] - 2):
        for j in range(z.shape[1] - 2):
            around = mark[i, j] | mark[i, j + 1] | mark[i, j + 2] | mark[i + 1, j]
            around |= mark[i + 1, j + 2] | mark[i + 2, j] | mark[i + 2, j + 1] | mark[i + 2, j + 2]
            outlet[i + 1, j + 1] = np.uint8((around != 0) & (z[i + 1, j + 1] == z[i + 1, j + 1]))


@serial
def find_outlets(z: Any, holes_drain: bool, outlet: Any) -> None:
    """Mark with 1 the cells from which water may leave, see ``terrain.cells.outlets``.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outlet : uint8 array (framed rows, framed cols)
        All 0 before.
    """
    if holes_drain:
        beside_nothing(z, outlet)
        return
    outside = np.zeros(z.size, np.uint8)
    beyond(z, outside)
    beside_marked(z, outside.reshape(z.shape), outlet)


@serial
def mark_deep_bottoms(z: Any, filled: Any, limit: float, outlet: Any) -> int:
    """Make the lowest cell, the first of equals, of each depression deeper than ``limit`` an outlet.

    Parameters
    ----------
    z, filled : float32 arrays (framed rows, framed cols)
        Heights before and after filling.
    limit : float
        m.
    outlet : uint8 array (framed rows, framed cols)

    Returns
    -------
    int
        Outlets added.
    """
    low, high, around = z.ravel(), filled.ravel(), steps(z.shape[1])
    seen, flags, added = np.zeros(z.size, np.uint8), outlet.ravel(), 0
    waiting = np.empty(FIRST_ROOM, np.uint64)
    for number in range(z.size):
        first = np.uint64(number)
        if seen[first] == 1 or not high[first] > low[first]:
            continue
        seen[first] = 1
        waiting[0], count, lowest = first, 1, first
        while count > 0:
            count -= 1
            cell = waiting[count]
            if low[cell] < low[lowest] or (low[cell] == low[lowest] and cell < lowest):
                lowest = cell
            if count + 8 >= waiting.size:
                waiting = grown(waiting)
            for k in range(8):
                there = cell + around[k]
                if seen[there] == 0 and high[there] > low[there]:
                    seen[there] = 1
                    waiting[count] = there
                    count += 1
        if np.float64(high[lowest]) - low[lowest] > limit:
            flags[lowest] = 1
            added += 1
    return added
