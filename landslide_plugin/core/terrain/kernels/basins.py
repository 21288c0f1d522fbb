"""Basins of one tile of a DEM, the passes between them, and the level to which each is filled.

Water runs down from every cell of a tile to a bottom; the cells of one bottom are a basin. A pass joins two
basins at the lowest place between them. What leaves the tile is seen by the passes over the seams between
tiles. The level of a basin is the smallest, over all ways along passes to an outlet, of the highest pass
on the way; its cells are raised to that level. The result is that of a flood from the outlets, bit for bit,
wherever the seams are (Barnes 2016; Cordonnier, Bovy and Braun 2019).
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .jit import inline, serial

TILE = 256
"""Rows and columns of a tile: its heights stay in the processor's cache, its basins have 16-bit numbers."""

OUTSIDE = 0
"""Number of what lies beyond the outlets, and of cells without height."""

SPREAD = np.uint32(2654435761)
"""Knuth's multiplier (2^32 over the golden ratio), which scatters keys over a table."""


@inline
def lowest_neighbours(z: Any, target: Any) -> None:
    """The complement of the number of each cell's lowest neighbour, or of its own if none is lower.

    ``z`` and ``target`` are framed; cells without height and the frame get ``OUTSIDE``.
    """
    width = np.int32(z.shape[1])
    for i in range(z.shape[0] - 2):
        for j in range(z.shape[1] - 2):
            c = z[i + 1, j + 1]
            here = np.int32((i + 1) * width + j + 1)
            best, to = c, here
            v = z[i, j]
            to, best = (here - width - 1 if v < best else to), (v if v < best else best)
            v = z[i, j + 1]
            to, best = (here - width if v < best else to), (v if v < best else best)
            v = z[i, j + 2]
            to, best = (here - width + 1 if v < best else to), (v if v < best else best)
            v = z[i + 1, j]
            to, best = (here - 1 if v < best else to), (v if v < best else best)
            v = z[i + 1, j + 2]
            to, best = (here + 1 if v < best else to), (v if v < best else best)
            v = z[i + 2, j]
            to, best = (here + width - 1 if v < best else to), (v if v < best else best)
            v = z[i + 2, j + 1]
            to, best = (here + width if v < best else to), (v if v < best else best)
            v = z[i + 2, j + 2]
            to, best = (here + width + 1 if v < best else to), (v if v < best else best)
            target[i + 1, j + 1] = np.int32(0) if c != c else np.int32(~to)


@inline
def spread_level(flat: Any, basin: Any, around: Any, bottom: Any, waiting: Any) -> None:
    """Give the basin of ``bottom`` to the level ground around it that has no way down either."""
    waiting[0], count, number = bottom, 1, basin[bottom]
    while count > 0:
        count -= 1
        cell = waiting[count]
        for k in range(8):
            there = np.int32(cell + around[k])
            if basin[there] == ~there and flat[there] == flat[cell]:
                basin[there] = number
                waiting[count] = there
                count += 1


@inline
def name_basins(flat: Any, basin: Any, width: int) -> Any:
    """Turn what ``lowest_neighbours`` left in flat ``basin`` into basin numbers from 1 on; return how many."""
    around = (-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1)
    way, number = np.empty(basin.size, np.int32), np.int32(0)
    for first in range(basin.size):
        if basin[first] >= 0:
            continue
        here, count, before = np.int32(first), 0, number
        while basin[here] < 0:
            way[count] = here
            count += 1
            following = np.int32(~basin[here])
            if following == here:
                number = np.int32(number + 1)
                basin[here] = number
            here = following
        for n in range(count):
            basin[way[n]] = basin[here]
        if number != before:
            spread_level(flat, basin, around, here, way)
    return number


@inline
def slot_of(keys: Any, key: Any, shift: Any) -> Any:
    """Where ``key`` is in a table of keys, or the free place for it."""
    slot = np.uint64(np.uint32(key * SPREAD) >> shift)
    while keys[slot] != key and keys[slot] != 0:
        slot = (slot + np.uint64(1)) & np.uint64(keys.size - 1)
    return slot


@inline
def note(keys: Any, heights: Any, shift: Any, first: Any, second: Any, height: Any) -> None:
    """Keep the lowest height of a pass between two basins."""
    low, high = min(first, second), max(first, second)
    key = np.uint32((np.uint32(low) << np.uint32(16)) | np.uint32(high))
    slot = slot_of(keys, key, shift)
    heights[slot] = height if keys[slot] == 0 or height < heights[slot] else heights[slot]
    keys[slot] = key


@inline
def find_edges(basin: Any, edge: Any) -> None:
    """Mark with 1 the cells of which a neighbour onward (east, south-west, south, south-east) is of another basin.

    Both are framed.
    """
    for i in range(basin.shape[0] - 2):
        for j in range(basin.shape[1] - 2):
            here = basin[i + 1, j + 1]
            differs = (basin[i + 1, j + 2] != here) | (basin[i + 2, j] != here)
            differs |= (basin[i + 2, j + 1] != here) | (basin[i + 2, j + 2] != here)
            edge[i + 1, j + 1] = np.uint8(differs & (here > 0))


@inline
def crossings(framed: Any, pairs: Any) -> int:
    """Cells and directions (east, south-west, south, south-east) in which the basin changes, as 4 cell + n.

    Few cells are at such an edge: they are found on vectors, gathered, and looked at one by one.
    """
    basin, width = framed.ravel(), framed.shape[1]
    edge, cells, found = np.zeros(framed.shape, np.uint8), np.empty(basin.size + 1, np.int32), np.uint64(0)
    find_edges(framed, edge)
    flags = edge.ravel()
    for cell in range(basin.size):
        cells[found] = np.int32(cell)
        found += np.uint64(flags[cell])
    onward, count = (1, width - 1, width, width + 1), 0
    for number in range(np.int64(found)):
        cell = cells[number]
        for n in range(4):
            pairs[count] = np.int32(4 * cell + n)
            there = basin[cell + onward[n]]
            count += (basin[cell] != there) & (there > 0)
    return count


@serial
def basins_of_tile(z: Any, outlet: Any, numbers: Any) -> Any:
    """Number the basins of a tile and find the passes between them.

    Parameters
    ----------
    z : float32 array (rows + 2, cols + 2)
        Heights of the tile, with a frame that is not looked at.
    outlet : uint8 array (rows, cols)
        Cells from which water may leave.
    numbers : uint16 array (rows, cols)
        Filled with the basins, ``OUTSIDE`` where there is no height.

    Returns
    -------
    basins : int
        Their number.
    keys : uint32 array (passes,)
        The two basins of each pass, the smaller one in the upper 16 bits.
    heights : float32 array (passes,)
    """
    local = np.full(z.shape, math.nan, np.float32)
    local[1:-1, 1:-1] = z[1:-1, 1:-1]
    framed, width = np.zeros(z.shape, np.int32), z.shape[1]
    lowest_neighbours(local, framed)
    flat, basin = local.ravel(), framed.ravel()
    basins = name_basins(flat, basin, width)
    pairs = np.empty(4 * basin.size + 4, np.int32)
    crossing = crossings(framed, pairs)
    shift = 28
    while (1 << (32 - shift)) < 8 * (basins + 1):
        shift -= 1
    keys, heights = np.zeros(1 << (32 - shift), np.uint32), np.empty(1 << (32 - shift), np.float32)
    onward, turn = (1, width - 1, width, width + 1), np.uint32(shift)
    for n in range(crossing):
        cell = pairs[n] >> 2
        there = cell + onward[pairs[n] & 3]
        note(keys, heights, turn, basin[cell], basin[there], max(flat[cell], flat[there]))
    for i in range(numbers.shape[0]):
        for j in range(numbers.shape[1]):
            numbers[i, j] = framed[i + 1, j + 1]
            if outlet[i, j] != 0 and numbers[i, j] != OUTSIDE:
                note(keys, heights, turn, OUTSIDE, framed[i + 1, j + 1], local[i + 1, j + 1])
    used = np.flatnonzero(keys)
    return basins, keys[used], heights[used]


@serial
def passes_over_seam(first: Any, above: Any, second: Any, below: Any) -> Any:
    """The passes between two lines of cells that touch, in different tiles.

    Parameters
    ----------
    first, second : float32 arrays (cells,)
        Heights of both lines.
    above, below : int32 arrays (cells,)
        Basins, numbered over all tiles; ``OUTSIDE`` where there is no height.

    Returns
    -------
    low, high : int32 arrays (passes,)
        The two basins; some are named more than once.
    heights : float32 array (passes,)
    """
    cells = first.size
    low, high = np.empty(3 * cells, np.int32), np.empty(3 * cells, np.int32)
    heights, count = np.empty(3 * cells, np.float32), 0
    for cell in range(cells):
        for step in range(-1, 2):
            there = cell + step
            if there < 0 or there >= cells or above[cell] == OUTSIDE or below[there] == OUTSIDE:
                continue
            height = max(first[cell], second[there])
            last = count - 1
            if count > 0 and low[last] == above[cell] and high[last] == below[there]:
                heights[last] = min(heights[last], height)
                continue
            low[count], high[count], heights[count] = above[cell], below[there], height
            count += 1
    return low[:count].copy(), high[:count].copy(), heights[:count].copy()


@inline
def root_of(parent: Any, basin: Any) -> Any:
    """The basin that stands for all that are joined with ``basin``; shortens the way to it."""
    while parent[basin] != basin:
        parent[basin] = parent[parent[basin]]
        basin = parent[basin]
    return basin


@serial
def levels(order: Any, low: Any, high: Any, heights: Any, basins: int) -> Any:
    """Level (basins,) to which each basin is filled: joins basins over the passes, lowest first.

    Parameters
    ----------
    order : int64 array (passes,)
        The passes by height.
    low, high : int32 arrays (passes,)
    heights : float32 array (passes,)
    basins : int
        Their number, with ``OUTSIDE``.
    """
    parent, following, last = np.arange(basins), np.full(basins, -1, np.int64), np.arange(basins)
    level = np.full(basins, -math.inf, np.float32)
    for n in order:
        first, second = root_of(parent, np.int64(low[n])), root_of(parent, np.int64(high[n]))
        if first == second:
            continue
        if first != OUTSIDE and second != OUTSIDE:
            parent[second] = first
            following[last[first]] = second
            last[first] = last[second]
            continue
        member = max(first, second)
        parent[member] = OUTSIDE
        while member >= 0:
            level[member] = heights[n]
            member = following[member]
    return level


@serial
def raise_basins(z: Any, numbers: Any, level: Any) -> Any:
    """Raise the cells (rows, cols) of a tile to the levels of their basins, in place.

    Returns
    -------
    cells : int
        How many were raised.
    by : float32
        By how much at most.
    """
    cells, by = 0, np.float32(0.0)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            c, to = z[i, j], level[numbers[i, j]]
            up = to > c
            cells += up
            by = max(by, to - c if up else np.float32(0.0))
            z[i, j] = to if up else c
    return cells, by
