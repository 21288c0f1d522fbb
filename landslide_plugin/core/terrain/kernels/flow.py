"""Where water goes and how much of it, on framed heights; definitions as in ``terrain.flow``.

Of a cell's distance to the way out of its flat only the remainder by 3 is kept: neighbours in a flat
differ by at most 1, so the remainder tells which of them is nearer. One byte a cell then holds all
that routing needs besides the heights.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .directions import (
    CUT,
    MULTIPLE,
    OUTLET,
    STEEPEST,
    WAITING,
    WAY,
    directions,
    is_nearer,
    raised,
)
from .flood import FIRST_ROOM, grown, steps
from .jit import inline, serial
from .meter import DONE, EVERY, STOP

HANDED = 255
"""In place of the number of givers once a cell has handed its water on."""

TOGETHER = 16
"""Cells whose slopes are raised to the power together, so that it runs on vectors."""


@serial
def find_ways_out(z: Any, outlet: Any, route: Any) -> None:
    """Fill ``route`` with the code of each cell's distance to the way out, and mark outlets.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outlet : uint8 array (framed rows, framed cols)
    route : uint8 array (framed rows * framed cols,)
    """
    flat, cols, around, is_outlet = z.ravel(), z.shape[1], steps(z.shape[1]), outlet.ravel()
    route[:] = WAITING
    for i in range(1, z.shape[0] - 1):
        for j in range(1, cols - 1):
            c = z[i, j]
            lower = z[i - 1, j] < c or z[i - 1, j + 1] < c or z[i, j + 1] < c or z[i + 1, j + 1] < c
            lower |= z[i + 1, j] < c or z[i + 1, j - 1] < c or z[i, j - 1] < c or z[i - 1, j - 1] < c
            cell = i * cols + j
            if is_outlet[cell] != 0:
                route[cell] = OUTLET
            elif lower:
                route[cell] = 0
    ring, count = np.empty(FIRST_ROOM, np.uint64), 0
    for number in range(z.size):
        cell = np.uint64(number)
        if route[cell] != WAITING or math.isnan(flat[cell]):
            continue
        for k in range(8):
            there = cell + around[k]
            if flat[there] == flat[cell] and route[there] & WAY == 0:
                if count == ring.size:
                    ring = grown(ring)
                ring[count] = cell
                count += 1
                break
    code = 1
    while count > 0:
        for n in range(count):
            route[ring[n]] = code
        following, more = np.empty(2 * count + 8, np.uint64), 0
        for n in range(count):
            if more + 8 >= following.size:
                following = grown(following)
            cell = ring[n]
            for k in range(8):
                there = cell + around[k]
                if route[there] == WAITING and flat[there] == flat[cell]:
                    route[there] = WAY
                    following[more] = there
                    more += 1
        ring, count, code = following, more, code % 3 + 1


@serial
def count_givers(z: Any, route: Any, inverse: Any, method: int, givers: Any) -> None:
    """Number of neighbours that hand water to each cell.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    route : uint8 array (cells,)
    inverse : float64 array (framed rows, 8)
        1 over the distance to each neighbour, 1/m.
    method : int
    givers : uint8 array (cells,)
        All 0 before.
    """
    flat, cols, around = z.ravel(), z.shape[1], steps(z.shape[1])
    drop, share = np.empty(8), np.empty(8)
    for i in range(1, z.shape[0] - 1):
        for j in range(1, cols - 1):
            cell = np.uint64(i * cols + j)
            c, count = flat[cell], 0
            if math.isnan(c):
                continue
            if method == MULTIPLE:
                for k in range(8):
                    there = cell + around[k]
                    count += flat[there] > c
                    if flat[there] == c and 1 <= route[there] & WAY <= 3:
                        count += is_nearer(route[there] & WAY, route[cell] & WAY)
                givers[cell] = count
            else:
                directions(flat, route, around, cell, inverse[i], method, drop, share)
                for k in range(8):
                    there = cell + around[k]
                    if share[k] > 0.0 and not math.isnan(flat[there]):
                        givers[there] += 1


@serial
def accumulate(z: Any, route: Any, givers: Any, inverse: Any, cell_area: Any, exponent: float, method: int,
               area: Any, meter: Any) -> None:  # fmt: skip
    """Add up the area above each cell; a cell's turn comes when all its givers have handed over.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    route : uint8 array (cells,)
        ``CUT`` is set where the edge of the DEM cuts the catchment.
    givers : uint8 array (cells,)
        Used up.
    inverse : float64 array (framed rows, 8)
    cell_area : float64 array (framed rows,)
        m2.
    exponent : float
    method : int
    area : float64 array (cells,)
        m2; NaN where there is no height.
    meter : int64 array (2,)
    """
    flat, width, around = z.ravel(), np.uint64(z.shape[1]), steps(z.shape[1])
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            area[i * z.shape[1] + j] = math.nan if math.isnan(z[i, j]) else cell_area[i]
    drop, shares = np.empty(8), np.empty(8 * TOGETHER)
    ready, count, seed = np.empty(FIRST_ROOM, np.uint64), 0, 0
    while meter[STOP] == 0:
        while count < TOGETHER and seed < z.size:
            if givers[seed] == 0 and not math.isnan(flat[seed]):
                givers[seed] = HANDED
                ready[count] = seed
                count += 1
            seed += 1
        if count == 0:
            break
        if count + 9 * TOGETHER >= ready.size:
            ready = grown(ready)
        taken = min(count, TOGETHER)
        batch = ready[count - taken : count].copy()
        for n in range(taken):
            cell, share = batch[n], shares[8 * n : 8 * n + 8]
            directions(flat, route, around, cell, inverse[cell // width], method, drop, share)
            if route[cell] & OUTLET and comes_in(flat, around, cell, drop):
                route[cell] |= CUT
        if method == MULTIPLE:
            raised(shares, exponent, 8 * taken)
        count -= taken
        for n in range(taken):
            count = hand_on(
                flat, route, around, batch[n], shares[8 * n : 8 * n + 8], area, givers, ready, count
            )
        meter[DONE] += taken


@inline
def comes_in(flat: Any, around: Any, cell: Any, drop: Any) -> bool:
    """True if the ground rises across the edge, so that water may come in there."""
    found = False
    for k in range(8):
        found |= drop[k] < 0.0 and math.isnan(flat[cell + around[k]])
    return found


@inline
def hand_on(
    flat: Any, route: Any, around: Any, cell: Any, share: Any, area: Any, givers: Any, ready: Any, count: int
) -> int:
    """Give a cell's water to its receivers; put those that wait for nobody else on the list."""
    total = 0.0
    for k in range(8):
        total += share[k]
    if total == 0.0:
        return count
    water, cut = area[cell] / total, route[cell] & CUT
    for k in range(8):
        there = cell + around[k]
        if share[k] > 0.0 and not math.isnan(flat[there]):
            area[there] += water * share[k]
            route[there] |= cut
            givers[there] -= 1
            if givers[there] == 0:
                givers[there] = HANDED
                ready[count] = there
                count += 1
    return count


@serial
def heights_above_streams(
    z: Any, route: Any, inverse: Any, area: Any, least: float, out: Any, meter: Any
) -> None:
    """Height of each cell above the first stream cell on its steepest way down (HAND).

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
        Filled heights.
    route : uint8 array (cells,)
    inverse : float64 array (framed rows, 8)
    area : float64 array (cells,)
    least : float
        Upslope area in m2 from which a cell is a stream.
    out : float32 array (cells,)
        m; NaN where the way leaves the DEM or ends before it meets a stream.
    meter : int64 array (2,)
    """
    flat, cols, around = z.ravel(), z.shape[1], steps(z.shape[1])
    drop, share = np.empty(8), np.empty(8)
    known = np.zeros(z.size, np.uint8)
    way, width = np.empty(FIRST_ROOM, np.uint64), np.uint64(cols)
    for first in range(z.size):
        if first % EVERY == 0:
            meter[DONE] = first
            if meter[STOP] != 0:
                return
        count, level = 0, np.float32(math.nan)
        cell: Any = np.uint64(first)
        while True:
            if known[cell] == 1:
                level = out[cell]
                break
            if math.isnan(flat[cell]):
                break
            known[cell] = 1
            if count == way.size:
                way = grown(way)
            way[count] = cell
            count += 1
            if area[cell] >= least:
                level = flat[cell]
                break
            directions(flat, route, around, cell, inverse[cell // width], STEEPEST, drop, share)
            following: Any = cell
            for k in range(8):
                if share[k] > 0.0:
                    following = cell + around[k]
            if following == cell:
                break
            cell = following
        for n in range(count):
            out[way[n]] = level
    for cell in range(z.size):
        out[cell] = flat[cell] - out[cell] if known[cell] == 1 else math.nan
