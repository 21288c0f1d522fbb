"""Where water goes, on framed heights; definitions as in ``terrain.flow``.

Of a cell's distance to the way out of its flat only the remainder by 3 is kept: neighbours in a flat
differ by at most 1, so the remainder tells which of them is nearer. One byte a cell then holds all
that routing needs besides the heights.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .directions import MULTIPLE, OUTLET, SEED, STEEPEST, WAITING, WAY, ZERO, directions, on_flat
from .frame import FIRST_ROOM, STRETCH, grown, has_bits, steps
from .jit import inline, serial
from .meter import DONE, EVERY, STOP

ON_FLAT = 3
"""Bits of a way out that only cells on flats have, once all distances are known."""


@serial
def mark_falling(z: Any, outlet: Any, route: Any) -> None:
    """Put ``OUTLET``, 0 where a neighbour is lower, or ``WAITING`` into ``route`` (framed rows, framed cols)."""
    for i in range(z.shape[0] - 2):
        for j in range(z.shape[1] - 2):
            c = z[i + 1, j + 1]
            lower = (z[i, j] < c) | (z[i, j + 1] < c) | (z[i, j + 2] < c) | (z[i + 1, j] < c)
            lower |= (z[i + 1, j + 2] < c) | (z[i + 2, j] < c) | (z[i + 2, j + 1] < c) | (z[i + 2, j + 2] < c)
            code = np.uint8(0) if lower else np.uint8(WAITING)
            route[i + 1, j + 1] = np.uint8(OUTLET) if outlet[i + 1, j + 1] != 0 else code


@serial
def find_higher(z: Any, givers: Any) -> None:
    """Put bits of the directions of higher neighbours into ``givers`` (framed rows, framed cols)."""
    for i in range(z.shape[0] - 2):
        for j in range(z.shape[1] - 2):
            c = z[i + 1, j + 1]
            found = np.uint8(z[i, j + 1] > c) | np.uint8(np.uint8(z[i, j + 2] > c) << 1)
            found |= np.uint8(np.uint8(z[i + 1, j + 2] > c) << 2) | np.uint8(
                np.uint8(z[i + 2, j + 2] > c) << 3
            )
            found |= np.uint8(np.uint8(z[i + 2, j + 1] > c) << 4) | np.uint8(np.uint8(z[i + 2, j] > c) << 5)
            found |= np.uint8(np.uint8(z[i + 1, j] > c) << 6) | np.uint8(np.uint8(z[i, j] > c) << 7)
            givers[i + 1, j + 1] = np.uint8(found)


@serial
def mark_seeds(flat: Any, givers: Any, route: Any) -> None:
    """Mark with ``SEED`` the cells with a height that nothing flows into."""
    for cell in range(flat.size):
        alone = (givers[cell] == 0) & (flat[cell] == flat[cell])
        route[cell] |= np.uint8(SEED) if alone else np.uint8(0)


@serial
def first_ring(flat: Any, route: Any, around: Any) -> Any:
    """Waiting cells as high as a neighbour whose water goes on, in an array with room to spare, and their number."""
    ring, count = np.empty(FIRST_ROOM, np.uint64), 0
    for start in range(0, route.size, STRETCH):
        stop = min(start + STRETCH, route.size)
        for number in range(start, stop if has_bits(route[start:stop], WAITING) else start):
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
    return ring, count


@serial
def find_ways_out(z: Any, outlet: Any, route: Any) -> None:
    """Fill ``route`` with the code of each cell's distance to the way out, and mark outlets.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    outlet : uint8 array (framed rows, framed cols)
    route : uint8 array (framed rows * framed cols,)
    """
    flat, around = z.ravel(), steps(z.shape[1])
    route[:] = WAITING
    mark_falling(z, outlet, route.reshape(z.shape))
    ring, count = first_ring(flat, route, around)
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
def find_on_flats(flat: Any, route: Any, around: Any, givers: Any) -> None:
    """Add the directions of neighbours on the same flat that are farther from its way out."""
    share = np.empty(8, np.float32)
    for start in range(0, route.size, STRETCH):
        stop = min(start + STRETCH, route.size)
        for number in range(start, stop if has_bits(route[start:stop], ON_FLAT) else start):
            cell = np.uint64(number)
            if route[cell] & ON_FLAT:
                on_flat(flat, route, around, cell, MULTIPLE, share)
                for k in range(8):
                    bit = np.uint8(np.uint8(share[k] > ZERO) << ((k + 4) % 8))
                    givers[cell + around[k]] |= bit


@serial
def find_givers(z: Any, route: Any, givers: Any) -> None:
    """Which neighbours hand water to each cell by the method of multiple directions.

    Parameters
    ----------
    z : float32 array (framed rows, framed cols)
    route : uint8 array (cells,)
        Cells that nobody hands water to get ``SEED``.
    givers : uint8 array (cells,)
        Bits of their directions; all 0 before.
    """
    flat, around = z.ravel(), steps(z.shape[1])
    find_higher(z, givers.reshape(z.shape))
    find_on_flats(flat, route, around, givers)
    mark_seeds(flat, givers, route)


@serial
def count_givers(z: Any, route: Any, inverse: Any, method: int, givers: Any) -> None:
    """Number of neighbours that hand water to each cell by a method with one or two receivers.

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
    drop, share = np.empty(8), np.empty(8, np.float32)
    for i in range(1, z.shape[0] - 1):
        for j in range(1, cols - 1):
            cell = np.uint64(i * cols + j)
            if not math.isnan(flat[cell]):
                directions(flat, route, around, cell, inverse[i], method, drop, share)
                for k in range(8):
                    there = cell + around[k]
                    if share[k] > ZERO and not math.isnan(flat[there]):
                        givers[there] += 1


@inline
def is_stopped(meter: Any, done: Any) -> bool:
    """Note how much is done; True if the kernel is to end."""
    meter[DONE] = done
    return bool(meter[STOP] != 0)


@inline
def receiver(cell: Any, around: Any, share: Any) -> Any:
    """The neighbour that gets a share of a cell's water; the cell itself if none does."""
    following = cell
    for k in range(8):
        if share[k] > 0.0:
            following = cell + around[k]
    return following


@inline
def subtract_levels(flat: Any, known: Any, out: Any) -> None:
    """Turn the level of each cell's stream into the height above it, NaN where none was sought."""
    for cell in range(out.size):
        out[cell] = flat[cell] - out[cell] if known[cell] == 1 else math.nan


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
        if first % EVERY == 0 and is_stopped(meter, first):
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
            following: Any = receiver(cell, around, share)
            if following == cell:
                break
            cell = following
        for n in range(count):
            out[way[n]] = level
    subtract_levels(flat, known, out)
