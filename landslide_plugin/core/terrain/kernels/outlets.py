"""Outlets: the cells from which water may leave a DEM, on framed heights."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .frame import FIRST_ROOM, grown, steps
from .jit import serial


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


@serial
def find_outlets(z: Any, holes_drain: bool, outlet: Any) -> None:
    """Mark with 1 the cells from which water may leave, see ``terrain.cells.outlets``.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outlet : uint8 array (framed rows, framed cols)
        All 0 before.
    """
    outside = np.zeros(1 if holes_drain else z.size, np.uint8)
    if not holes_drain:
        beyond(z, outside)
    cols = z.shape[1]
    for i in range(1, z.shape[0] - 1):
        for j in range(1, cols - 1):
            if math.isnan(z[i, j]):
                continue
            for down in range(-1, 2):
                for right in range(-1, 2):
                    a, b = i + down, j + right
                    if math.isnan(z[a, b]) and (holes_drain or outside[a * cols + b] == 1):
                        outlet[i, j] = 1
