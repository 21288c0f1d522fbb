"""Bottoms of depressions that are too deep to be filled, see ``terrain.depressions.fill_shallow``."""

from __future__ import annotations

from typing import Any

import numpy as np

from .frame import FIRST_ROOM, grown, steps
from .jit import serial


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
