"""How a cell shares its water, on framed heights; definitions as in ``terrain.directions``."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .jit import inline

MULTIPLE, STEEPEST, INFINITE = 0, 1, 2
"""Flow methods: Freeman's multiple directions, D8, D-infinity."""

WAITING, OUTLET, CUT, SEED, WAY = 4, 8, 16, 32, 7
"""Bits of a cell's byte: a flat without way out, an outlet, a catchment cut by the edge, a cell without givers; the
code below."""

LN2, TWO_OVER_LN2 = np.float32(math.log(2.0)), np.float32(2.0 / math.log(2.0))
MANTISSA_BITS, MANTISSA, BIAS = np.int32(23), np.int32((1 << 23) - 1), np.int32(127)
ROOT_HALF_BITS = np.int32(0x3F3504F3)
"""The bits of the square root of 1/2."""

ROUNDER, LEAST_POWER = np.float32(1.5 * 2**23), np.float32(-126.0)
"""What rounds a number to a whole one when added and taken away; the least power of two there is."""

ZERO, HALF, ONE = np.float32(0.0), np.float32(0.5), np.float32(1.0)
SERIES = tuple(np.float32(1.0 / n) for n in (3, 5, 7, 6, 24, 120, 720))

LEAST_SLOPE = np.float32(1e-9)
"""Falls are taken as at least so steep, that no power of them is lost."""

GENTLE = 4.0
"""Exponents above this could leave the range of numbers; slopes are then taken relative to the steepest."""


@inline
def is_nearer(code: int, other: int) -> Any:
    """True if ``other`` is one cell nearer to the way out than ``code`` on the same flat.

    Codes are 0 at the way out, else 1 + (distance - 1) mod 3.
    """
    return other == code - 1 or (code == 1 and other == 3)


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
def power(base: Any, beyond_one: Any) -> Any:
    """``base ** (1 + beyond_one)`` of a positive float32 to 4e-7, written out because it then runs on vectors.

    The base is m 2^e with m around 1; log2 m is an odd series in (m - 1) / (m + 1), and 2^x one in the
    fraction of x. With the base itself set apart, exponents around 1 lose hardly a digit.
    """
    bits = np.int32(np.float32(base).view(np.int32) - ROOT_HALF_BITS)
    whole = np.int32(bits >> MANTISSA_BITS)
    mantissa = np.int32((bits & MANTISSA) + ROOT_HALF_BITS).view(np.float32)
    s = (mantissa - ONE) / (mantissa + ONE)
    y = s * s
    log2 = s * TWO_OVER_LN2 * (ONE + y * (SERIES[0] + y * (SERIES[1] + y * SERIES[2])))
    x = max(beyond_one * (log2 + np.float32(whole)), LEAST_POWER)
    shifted = x + ROUNDER
    f = (x - (shifted - ROUNDER)) * LN2
    series = ONE + f * (
        ONE + f * (HALF + f * (SERIES[3] + f * (SERIES[4] + f * (SERIES[5] + f * SERIES[6]))))
    )
    scale = np.int32((np.float32(shifted).view(np.int32) + BIAS) << MANTISSA_BITS).view(np.float32)
    return base * series * scale


@inline
def relative(share: Any) -> None:
    """Divide the slopes of a cell by the steepest."""
    steepest = LEAST_SLOPE
    for k in range(8):
        steepest = max(steepest, share[k])
    for k in range(8):
        share[k] /= steepest


@inline
def raised(slopes: Any, beyond_one: Any, size: int) -> None:
    """Raise slopes to the power ``1 + beyond_one``, as Freeman (1991) does, in place; 0 stays 0."""
    for n in range(size):
        slope = slopes[n]
        weight = power(slope if slope > ZERO else ONE, beyond_one)
        slopes[n] = weight if slope > ZERO else ZERO


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
def directions(
    flat: Any, route: Any, around: Any, cell: Any, inverse: Any, method: int, drop: Any, share: Any
) -> None:
    """Fill ``share`` with weights, or with slopes for the method of multiple directions."""
    drops(flat, route, around, cell, drop)
    if method == MULTIPLE:
        for k in range(8):
            slope = np.float32(drop[k] * inverse[k])
            share[k] = max(slope, LEAST_SLOPE) if drop[k] > 0.0 else ZERO
    elif method == STEEPEST:
        to_steepest(drop, inverse, share)
    else:
        to_facet(drop, inverse, share)
    if method != MULTIPLE and is_stuck(share):
        on_flat(flat, route, around, cell, method, share)


@inline
def is_stuck(share: Any) -> bool:
    """True if no direction falls."""
    total = 0.0
    for k in range(8):
        total += share[k]
    return total == 0.0
