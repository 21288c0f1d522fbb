"""How a cell shares its water, on framed heights; definitions as in ``terrain.directions``."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .jit import inline

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
def to_all(drop: Any, inverse: Any, base: Any) -> None:
    """Fill ``base`` with the slope of each direction that falls, which Freeman (1991) raises to a power."""
    for k in range(8):
        base[k] = drop[k] * inverse[k] if drop[k] > 0.0 else 0.0


@inline
def raised(base: Any, exponent: float, size: int) -> None:
    """Raise the first ``size`` slopes to the power, in place; 0 stays 0."""
    for n in range(size):
        slope = base[n]
        weight = power(slope if slope > 0.0 else 1.0, exponent)
        base[n] = weight if slope > 0.0 else 0.0


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
    """Fill ``share`` with weights that sum to 1, or with slopes for the method of multiple directions."""
    drops(flat, route, around, cell, drop)
    if method == MULTIPLE:
        to_all(drop, inverse, share)
    elif method == STEEPEST:
        to_steepest(drop, inverse, share)
    else:
        to_facet(drop, inverse, share)
    if is_stuck(share):
        on_flat(flat, route, around, cell, method, share)


@inline
def is_stuck(share: Any) -> bool:
    """True if no direction falls."""
    total = 0.0
    for k in range(8):
        total += share[k]
    return total == 0.0
