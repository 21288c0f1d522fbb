"""How much water comes to each cell, on framed heights; definitions as in ``terrain.flow``.

A cell's turn comes when all its givers have handed over. Cells that are ready lie on a stack, so that the
next one is most often beside the last and its surroundings are still in the processor's cache.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .directions import (
    CUT,
    GENTLE,
    LEAST_SLOPE,
    MULTIPLE,
    OUTLET,
    SEED,
    WAY,
    ZERO,
    directions,
    on_flat,
    raised,
    relative,
)
from .frame import FIRST_ROOM, STRETCH, grown, has_bits, steps
from .jit import inline, serial
from .lanes import fetch, hand, mark, put, release, slopes
from .meter import DONE, EVERY, STOP

HANDED = 255
"""In place of the number of givers once a cell has handed its water on."""

TOGETHER = 64
"""Cells whose slopes are raised to the power together, so that it runs on vectors.

With so many, what a cell hands on is seldom needed by the next one, which would have to wait for it.
"""

APART = 4
"""Cells of a list between one that is handed on and the next."""


@inline
def own_area(z: Any, cell_area: Any, area: Any) -> None:
    """Put each cell's own area into ``area`` (cells,); NaN where there is no height."""
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            area[i * z.shape[1] + j] = math.nan if math.isnan(z[i, j]) else cell_area[i]


@inline
def comes_in(flat: Any, around: Any, cell: Any, drop: Any) -> bool:
    """True if the ground rises across the edge, so that water may come in there."""
    found = False
    for k in range(8):
        found |= drop[k] < 0.0 and math.isnan(flat[cell + around[k]])
    return found


@inline
def hand_on(
    route: Any,
    around: Any,
    cell: Any,
    shares: Any,
    start: Any,
    area: Any,
    givers: Any,
    ready: Any,
    count: int,
) -> int:
    """Give a cell's water to its receivers; put those that wait for nobody else on the list.

    The cell's shares are the eight from ``start`` on. Written without branches, for the processor would guess most
    of them wrong. What goes to a neighbour without height is gone: its area is no number, and its count of givers,
    0 before, never gets to 0 again.
    """
    total = total_of(shares, start)
    if total == 0.0:
        return count
    water = area[cell] / total
    for k in range(8):
        there, share = cell + around[k], shares[start + np.uint64(k)]
        area[there] += water * share
        gives = share > ZERO
        left = np.uint8(givers[there] - np.uint8(gives))
        is_ready = gives & (left == 0)
        givers[there] = np.uint8(HANDED) if is_ready else left
        ready[count] = there
        count += is_ready
    if route[cell] & CUT:
        for k in range(8):
            if shares[start + np.uint64(k)] > ZERO:
                route[cell + around[k]] |= CUT
    return count


@inline
def total_of(shares: Any, start: Any) -> Any:
    """Sum of the eight shares from ``start`` on, in pairs, none of which waits for more than two others."""
    first, second = start + np.uint64(2), start + np.uint64(4)
    third, one = start + np.uint64(6), np.uint64(1)
    north = (np.float64(shares[start]) + shares[start + one]) + (
        np.float64(shares[first]) + shares[first + one]
    )
    south = (np.float64(shares[second]) + shares[second + one]) + (
        np.float64(shares[third]) + shares[third + one]
    )
    return north + south


@serial
def accumulate(z: Any, route: Any, givers: Any, inverse: Any, cell_area: Any, method: int, area: Any,
               meter: Any) -> None:  # fmt: skip
    """Add up the area above each cell by one of the methods with one or two receivers.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    route : uint8 array (cells,)
        ``CUT`` is set where the edge of the DEM cuts the catchment.
    givers : uint8 array (cells,)
        Used up.
    inverse : float64 array (framed rows, 8)
        1 over the distance to each neighbour, 1/m.
    cell_area : float64 array (framed rows,)
        m2.
    method : int
    area : float64 array (cells,)
        m2; NaN where there is no height.
    meter : int64 array (2,)
    """
    flat, width, around = z.ravel(), np.uint64(z.shape[1]), steps(z.shape[1])
    own_area(z, cell_area, area)
    drop, share, ready, done = np.empty(8), np.empty(8, np.float32), np.empty(FIRST_ROOM, np.uint64), 0
    for seed in range(z.size):
        if givers[seed] != 0 or math.isnan(flat[seed]):
            continue
        givers[seed] = HANDED
        ready[0], count = np.uint64(seed), 1
        while count > 0:
            count -= 1
            cell = ready[count]
            directions(flat, route, around, cell, inverse[cell // width], method, drop, share)
            if route[cell] & OUTLET and comes_in(flat, around, cell, drop):
                route[cell] |= CUT
            if count + 9 >= ready.size:
                ready = grown(ready)
            count = hand_on(route, around, cell, share, np.uint64(0), area, givers, ready, count)
            done += 1
            if done % EVERY == 0:
                meter[DONE] = done
                if meter[STOP] != 0:
                    return


@inline
def take_seeds(route: Any, ready: Any, count: Any, seed: Any) -> Any:
    """Fill ``ready`` with marked cells from ``seed`` on; its new length and the next to look at."""
    while count < TOGETHER and seed < route.size:
        if seed % STRETCH == 0 and not has_bits(route[seed : seed + STRETCH], SEED):
            seed += STRETCH
            continue
        ready[count] = seed
        count += (route[seed] & SEED) != 0
        seed += 1
    return count, seed


@inline
def mark_cut(flat: Any, route: Any, around: Any, cell: Any, inverse: Any, drop: Any, share: Any) -> None:
    """Share out the water of an outlet, and mark it if the edge of the DEM cuts its catchment."""
    directions(flat, route, around, cell, inverse, MULTIPLE, drop, share)
    if comes_in(flat, around, cell, drop):
        route[cell] |= CUT


@inline
def neighbours_by_bits(around: Any) -> Any:
    """For each byte (8 * 256,) what to add to a cell's number to reach the neighbours whose bits are set; how many."""
    moves, counts = np.zeros(8 * 256, np.uint64), np.zeros(256, np.int64)
    for byte in range(256):
        for k in range(8):
            if byte >> k & 1:
                moves[8 * byte + counts[byte]] = around[k]
                counts[byte] += 1
    return moves, counts


@serial
def accumulate_multiple(z: Any, route: Any, givers: Any, inverse: Any, cell_area: Any, exponent: float,
                        area: Any, meter: Any) -> None:  # fmt: skip
    """Add up the area above each cell by the method of multiple directions; arguments as above.

    ``givers`` holds bits, see ``flow.find_givers``. Slopes of several cells are raised to the power ``exponent``
    together. Cells handed on one after the other lie apart in the list: beside each other, the second would have to
    wait for what the first has written.
    """
    flat, width, around = z.ravel(), np.uint64(z.shape[1]), steps(z.shape[1])
    own_area(z, cell_area, area)
    single, a_row = inverse.astype(np.float32).ravel(), 1.0 / z.shape[1]
    beyond_one = np.float32(exponent - 1.0)
    drop, shares, batch = np.empty(8), np.zeros(8 * TOGETHER, np.float32), np.empty(TOGETHER, np.uint64)
    moves, counts = neighbours_by_bits(around)
    ready, count, seed = np.empty(FIRST_ROOM, np.uint64), 0, 0
    while meter[STOP] == 0:
        count, seed = take_seeds(route, ready, count, seed)
        if count == 0:
            break
        if count + 9 * TOGETHER >= ready.size:
            ready = grown(ready)
        taken = min(count, TOGETHER)
        count -= taken
        for n in range(taken):
            cell = ready[count + n]
            batch[n] = cell
            fetch(area, cell, width)
            fetch(givers, cell, width)
            row = np.uint64((np.float64(np.int64(cell)) + 0.5) * a_row)
            slopes(flat, cell, width, single, row * np.uint64(8), LEAST_SLOPE, shares, np.uint64(8 * n))
            if route[cell] & OUTLET:
                mark_cut(flat, route, around, cell, inverse[row], drop, shares[8 * n : 8 * n + 8])
            if exponent > GENTLE:
                relative(shares[8 * n : 8 * n + 8])
        raised(shares, beyond_one, 8 * TOGETHER)
        for first in range(APART):
            for n in range(first, taken, APART):
                cell, start = batch[n], np.uint64(8 * n)
                if route[cell] & (WAY | CUT):
                    if route[cell] & WAY and not route[cell] & OUTLET:
                        on_flat(flat, route, around, cell, MULTIPLE, shares[8 * n : 8 * n + 8])
                    if route[cell] & CUT:
                        mark(route, cell, width, shares, start, np.uint8(CUT))
                hand(area, cell, width, shares, start)
                freed = release(givers, cell, width)
                put(moves, np.uint64(8) * freed, cell, ready, count)
                count += counts[freed]
        meter[DONE] += taken
