"""Where water goes and how much of it, on framed heights; definitions as in ``terrain.flow``.

Of a cell's distance to the way out of its flat only the remainder by 3 is kept: neighbours in a flat
differ by at most 1, so the remainder tells which of them is nearer. One byte a cell then holds all
that routing needs besides the heights.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .flood import FIRST_ROOM, grown, steps
from .jit import inline, serial
from .meter import DONE, EVERY, STOP

MULTIPLE, STEEPEST, INFINITE = 0, 1, 2
"""Flow methods: Freeman's multiple directions, D8, D-infinity."""

WAITING, OUTLET, CUT, WAY = 4, 8, 16, 7
"""Bits of a cell's byte: a flat without way out, an outlet, a catchment cut by the edge; the code below."""

LN2 = math.log(2.0)
MANTISSA_BITS, MANTISSA = 52, (1 << 52) - 1
ROOT_HALF_BITS = 0x3FE6A09E667F3BCD
"""The bits of the square root of 1/2."""


@inline
def is_nearer(code: int, other: int) -> Any:
    """True if ``other`` is one cell nearer to the way out than ``code`` on the same flat.

    Codes are 0 at the way out, else 1 + (distance - 1) mod 3.
    """
    return other == code - 1 or (code == 1 and other == 3)


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


@inline
def drops(flat: Any, route: Any, around: Any, cell: Any, drop: Any) -> None:
    """Fall to each neighbour; across the edge of an outlet the slope goes on as on the opposite side."""
    here = np.float64(flat[cell])
    for k in range(8):
        drop[k] = here - flat[cell + around[k]]
    if route[cell] & OUTLET:
        for k in range(8):
            if math.isnan(flat[cell + around[k]]):
                drop[k] = flat[cell + around[(k + 4) % 8]] - here


@inline
def on_flat(flat: Any, route: Any, around: Any, cell: Any, method: int, share: Any) -> Any:
    """Equal weights, or one, towards the neighbours on the flat that are nearer to the way out."""
    code, total = route[cell] & WAY, 0.0
    for k in range(8):
        there = cell + around[k]
        share[k] = 0.0
        level = 1 <= code <= 3 and flat[there] == flat[cell]
        if level and is_nearer(code, route[there] & WAY) and (method == MULTIPLE or total == 0.0):
            share[k] = 1.0
            total += 1.0
    return total


@inline
def power(base: Any, exponent: float) -> Any:
    """``base ** exponent`` of a normal positive number to 1e-8, written out because it then runs on vectors.

    The base is m 2^e with m around 1; log2 m is an odd series in (m - 1) / (m + 1), and 2^x one in the
    fraction of x.
    """
    bits = np.float64(base).view(np.int64) - ROOT_HALF_BITS
    whole = bits >> MANTISSA_BITS
    mantissa = np.int64((bits & MANTISSA) + ROOT_HALF_BITS).view(np.float64)
    s = (mantissa - 1.0) / (mantissa + 1.0)
    y = s * s
    log2 = s * (2.0 / LN2) * (1.0 + y * (1.0 / 3.0 + y * (0.2 + y * (1.0 / 7.0 + y / 9.0))))
    x = exponent * (log2 + np.float64(whole))
    shifted = x + 6755399441055744.0
    f = (x - (shifted - 6755399441055744.0)) * LN2
    series = (
        1.0 + f * (1.0 / 6.0) * (1.0 + f * 0.25 * (1.0 + f * 0.2 * (1.0 + f / 6.0 * (1.0 + f / 7.0)))) * f * f
    )
    series += f + 0.5 * f * f
    scale = np.int64((np.float64(shifted).view(np.int64) + 1023) << MANTISSA_BITS).view(np.float64)
    return series * scale


@inline
def to_all(drop: Any, inverse: Any, exponent: float, share: Any) -> Any:
    """Freeman (1991): weights are slopes to a power."""
    for k in range(8):
        falls = drop[k] > 0.0
        weight = power(drop[k] * inverse[k] if falls else 1.0, exponent)
        share[k] = weight if falls else 0.0
    total = 0.0
    for k in range(8):
        total += share[k]
    return total


@inline
def to_steepest(drop: Any, inverse: Any, share: Any) -> Any:
    """O'Callaghan and Mark (1984): all to the steepest; of equals the first, clockwise from north."""
    best, steepest = -1, 0.0
    for k in range(8):
        share[k] = 0.0
        if drop[k] * inverse[k] > steepest:
            best, steepest = k, drop[k] * inverse[k]
    if best < 0:
        return 0.0
    share[best] = 1.0
    return 1.0


@inline
def to_facet(drop: Any, inverse: Any, share: Any) -> Any:
    """Tarboton (1997): the steepest of eight triangular facets, shared by the angle within it."""
    steepest, straight, slanted, part = 0.0, -1, -1, 0.0
    for k in range(8):
        share[k] = 0.0
    for facet in range(8):
        axis = 2 * ((facet + 1) // 2) % 8
        corner = 2 * (facet // 2) + 1
        if math.isnan(drop[axis] + drop[corner]):
            continue
        along, across = 1.0 / inverse[axis], 1.0 / inverse[(axis + 2) % 8]
        first, second = drop[axis] / along, (drop[corner] - drop[axis]) / across
        widest = math.atan2(across, along)
        angle, slope = math.atan2(second, first), math.hypot(first, second)
        if angle < 0.0:
            angle, slope = 0.0, first
        elif angle > widest:
            angle, slope = widest, drop[corner] * inverse[corner]
        if slope > steepest:
            steepest, straight, slanted, part = slope, axis, corner, angle / widest
    if straight < 0:
        return 0.0
    share[straight], share[slanted] = 1.0 - part, part
    return 1.0


@inline
def shares(flat: Any, route: Any, around: Any, cell: Any, inverse: Any, exponent: float, method: int,
           drop: Any, share: Any) -> Any:  # fmt: skip
    """Fill ``share`` with the weight of each direction and return their sum, what leaves included."""
    drops(flat, route, around, cell, drop)
    if method == MULTIPLE:
        total = to_all(drop, inverse, exponent, share)
    elif method == STEEPEST:
        total = to_steepest(drop, inverse, share)
    else:
        total = to_facet(drop, inverse, share)
    return total if total > 0.0 else on_flat(flat, route, around, cell, method, share)


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
                shares(flat, route, around, cell, inverse[i], 1.0, method, drop, share)
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
    flat, cols, around = z.ravel(), z.shape[1], steps(z.shape[1])
    drop, share = np.empty(8), np.empty(8)
    for i in range(z.shape[0]):
        for j in range(cols):
            area[i * cols + j] = math.nan if math.isnan(z[i, j]) else cell_area[i]
    ready, count, done = np.empty(FIRST_ROOM, np.uint64), 0, 0
    width = np.uint64(cols)
    for first in range(z.size):
        if givers[first] != 0 or math.isnan(flat[first]):
            continue
        ready[0], count = first, 1
        givers[first] = 255
        while count > 0:
            count -= 1
            cell = ready[count]
            done += 1
            if done % EVERY == 0:
                meter[DONE] = done
                if meter[STOP] != 0:
                    return
            if count + 8 >= ready.size:
                ready = grown(ready)
            total = shares(flat, route, around, cell, inverse[cell // width], exponent, method, drop, share)
            if route[cell] & OUTLET:
                for k in range(8):
                    if drop[k] < 0.0 and math.isnan(flat[cell + around[k]]):
                        route[cell] |= CUT
            if total == 0.0:
                continue
            water, cut = area[cell] / total, route[cell] & CUT
            for k in range(8):
                there = cell + around[k]
                if share[k] > 0.0 and not math.isnan(flat[there]):
                    area[there] += water * share[k]
                    route[there] |= cut
                    givers[there] -= 1
                    if givers[there] == 0:
                        givers[there] = 255
                        ready[count] = there
                        count += 1


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
            shares(flat, route, around, cell, inverse[cell // width], 1.0, STEEPEST, drop, share)
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
