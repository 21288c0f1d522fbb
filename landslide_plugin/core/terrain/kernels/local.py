"""Slope, aspect, curvature and ruggedness of a block of rows in one pass.

Formulas are those of ``terrain.gradient``, ``terrain.curvature`` and ``terrain.relief``; neighbours are
subtracted from the centre first, so single precision keeps the digits of high ground.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .directions import LN2, MANTISSA, MANTISSA_BITS, ROOT_HALF_BITS
from .jit import inline, serial

SLOPE, SIN, COS, PLAN, PROFILE, TANGENTIAL, TOTAL, TANGENT = range(8)
"""Layers that ``derivatives`` writes."""

RUGGEDNESS, POSITION, ROUGHNESS = range(3)
"""Layers that ``relief`` writes."""

DEGREES = np.float32(180.0 / math.pi)
RIGHT_ANGLE = np.float32(math.pi / 2.0)
STRETCH = 64
"""Cells of a row that are looked through together for gaps."""

LEVEL_SQUARED = np.float32(1e-8)
ZERO, ONE, TWO, HALF, QUARTER, EIGHTH = (np.float32(v) for v in (0.0, 1.0, 2.0, 0.5, 0.25, 0.125))
# (atan(x) / x - 1) / x^2 on 0 to 1 as a polynomial in x^2: least squares, error of the angle 2e-8.
ATAN = tuple(
    np.float32(c)
    for c in (
        -0.333332152,
        0.1999526,
        -0.142233133,
        0.107145078,
        -0.0765566063,
        0.0444307518,
        -0.0171150414,
        0.00310668393,
    )
)

LOG = tuple(np.float32(2.0 / n) for n in (3, 5, 7, 9))
"""Terms of log m beyond the first, as a series in the square of (m - 1) / (m + 1)."""


@inline
def arctangent(x: Any) -> Any:
    """Angle in radians whose tangent is ``x >= 0``; written out because then it runs on vectors."""
    inverse = ONE / x
    t = inverse if x > ONE else x
    y = t * t
    series = ATAN[7]
    series = series * y + ATAN[6]
    series = series * y + ATAN[5]
    series = series * y + ATAN[4]
    series = series * y + ATAN[3]
    series = series * y + ATAN[2]
    series = series * y + ATAN[1]
    series = series * y + ATAN[0]
    angle = t + t * (y * series)
    rest = RIGHT_ANGLE - angle
    return rest if x > ONE else angle


@inline
def differences(z: Any, i: int, j: int, c: Any) -> Any:
    """Heights of the eight neighbours, north, then clockwise, above inner cell (i, j) of framed heights.

    The cell lies at ``c``.
    """
    return (
        z[i, j + 1] - c,
        z[i, j + 2] - c,
        z[i + 1, j + 2] - c,
        z[i + 2, j + 2] - c,
        z[i + 2, j + 1] - c,
        z[i + 2, j] - c,
        z[i + 1, j] - c,
        z[i, j] - c,
    )


@inline
def surface(around: Any, axial: Any, diagonal: Any, rx: Any, ry: Any, level: Any) -> Any:
    """The layers of one cell from the eight differences to its neighbours.

    ``axial`` and ``diagonal`` weigh the pairs of neighbours of the slope method; ``rx``, ``ry`` are 1 over
    the cell's width and height; ``level`` is the curvature of level cells.
    """
    n, ne, e, se, s, sw, w, nw = around
    across_east, across_north = (ne - nw) + (se - sw), (nw - sw) + (ne - se)
    east = (axial * (e - w) + diagonal * across_east) * rx
    north = (axial * (n - s) + diagonal * across_north) * ry
    steep = east * east + north * north
    tangent = math.sqrt(steep)
    over = ONE / (tangent if steep != ZERO else ONE)
    p, q = HALF * (e - w) * rx, HALF * (n - s) * ry
    r, t = (e + w) * (rx * rx), (n + s) * (ry * ry)
    m = QUARTER * ((ne - nw) - (se - sw)) * (rx * ry)
    g2 = p * p + q * q
    over_g2 = ONE / (g2 if g2 >= LEVEL_SQUARED else ONE)
    along = -(p * p * r + TWO * p * q * m + q * q * t) * over_g2
    across = -(q * q * r - TWO * p * q * m + p * p * t) * over_g2
    over_w2 = ONE / (ONE + g2)
    over_w = math.sqrt(over_w2)
    plan, profile, tangential = across * math.sqrt(over_g2), along * over_w2 * over_w, across * over_w
    is_level = g2 < LEVEL_SQUARED
    return (
        arctangent(tangent) * DEGREES,
        ZERO - east * over,
        ZERO - north * over,
        level if is_level else plan,
        level if is_level else profile,
        level if is_level else tangential,
        -(r + t),
        tangent,
    )


@inline
def find_gaps(values: Any, heights: Any, gaps: Any) -> int:
    """Columns of a row with a height but no value, put into ``gaps``; return their number.

    The row is looked through in stretches: counting the NaN of a stretch runs on vectors, and most have none.
    """
    count = 0
    for start in range(0, values.size, STRETCH):
        stop = min(start + STRETCH, values.size)
        missing = 0
        for j in range(start, stop):
            missing += values[j] != values[j]
        if missing > 0:
            for j in range(start, stop):
                if math.isnan(values[j]) and not math.isnan(heights[j + 1]):
                    gaps[count] = j
                    count += 1
    return count


@serial
def derivatives(z: Any, dx: Any, dy: Any, horn: bool, level: Any, out: Any) -> None:
    """All layers of a block; NaN where a neighbour is missing, see ``mend_derivatives``.

    Parameters
    ----------
    z : float32 array (rows + 2, cols + 2)
        Heights in m with one row and column around; NaN is no height.
    dx, dy : float64 arrays (rows,)
        Cell width and height in m.
    horn : bool
        Slope by Horn (1981), else by Zevenbergen and Thorne (1987).
    level : float32
        Curvature of level cells.
    out : float32 array (8, rows, cols)
        Filled in the order of the layers.
    """
    axial = QUARTER if horn else HALF
    diagonal = EIGHTH if horn else ZERO
    for i in range(out.shape[1]):
        rx, ry = np.float32(1.0 / dx[i]), np.float32(1.0 / dy[i])
        for j in range(out.shape[2]):
            layers = surface(differences(z, i, j, z[i + 1, j + 1]), axial, diagonal, rx, ry, level)
            out[0, i, j], out[1, i, j], out[2, i, j], out[3, i, j] = (
                layers[0],
                layers[1],
                layers[2],
                layers[3],
            )
            out[4, i, j], out[5, i, j], out[6, i, j], out[7, i, j] = (
                layers[4],
                layers[5],
                layers[6],
                layers[7],
            )


@serial
def mend_derivatives(z: Any, dx: Any, dy: Any, horn: bool, level: Any, out: Any) -> None:
    """The layers of cells with missing neighbours, which ``derivatives`` left without values.

    In a kernel of its own, for beside this code the other would not run on vectors.
    """
    axial = QUARTER if horn else HALF
    diagonal = EIGHTH if horn else ZERO
    gaps = np.empty(out.shape[2], np.int64)
    for i in range(out.shape[1]):
        rx, ry = np.float32(1.0 / dx[i]), np.float32(1.0 / dy[i])
        for gap in range(find_gaps(out[7, i], z[i + 1], gaps)):
            j = gaps[gap]
            layers = surface(single(completed(z, i + 1, j + 1)), axial, diagonal, rx, ry, level)
            out[0, i, j], out[1, i, j], out[2, i, j] = layers[0], layers[1], layers[2]
            out[3, i, j], out[4, i, j], out[5, i, j] = layers[3], layers[4], layers[5]
            out[6, i, j], out[7, i, j] = layers[6], layers[7]


@serial
def tangents(z: Any, dx: Any, dy: Any, horn: bool, out: Any) -> None:
    """The last layer of ``derivatives`` alone, bit for bit, into ``out`` (rows, cols)."""
    axial = QUARTER if horn else HALF
    diagonal = EIGHTH if horn else ZERO
    for i in range(out.shape[0]):
        rx, ry = np.float32(1.0 / dx[i]), np.float32(1.0 / dy[i])
        for j in range(out.shape[1]):
            out[i, j] = surface(differences(z, i, j, z[i + 1, j + 1]), axial, diagonal, rx, ry, ZERO)[TANGENT]


@serial
def mend_tangents(z: Any, dx: Any, dy: Any, horn: bool, out: Any) -> None:
    """The tangents of cells with missing neighbours, as ``mend_derivatives`` gives them."""
    axial = QUARTER if horn else HALF
    diagonal = EIGHTH if horn else ZERO
    gaps = np.empty(out.shape[1], np.int64)
    for i in range(out.shape[0]):
        rx, ry = np.float32(1.0 / dx[i]), np.float32(1.0 / dy[i])
        for gap in range(find_gaps(out[i], z[i + 1], gaps)):
            j = gaps[gap]
            out[i, j] = surface(single(completed(z, i + 1, j + 1)), axial, diagonal, rx, ry, ZERO)[TANGENT]


@inline
def completed(z: Any, i: int, j: int) -> Any:
    """Differences to the eight neighbours, missing ones on the plane fitted as in ``terrain.neighbours``."""
    c = np.float64(z[i, j])
    xx, xy, yy, xd, yd = 0.0, 0.0, 0.0, 0.0, 0.0
    for down in range(-1, 2):
        for right in range(-1, 2):
            d = z[i + down, j + right] - c
            if (down != 0 or right != 0) and not math.isnan(d):
                weight = 2.0 if down == 0 or right == 0 else 1.0
                xx += weight * right * right
                xy -= weight * right * down
                yy += weight * down * down
                xd += weight * d * right
                yd -= weight * d * down
    determinant = xx * yy - xy * xy
    if determinant < 0.5:
        determinant = math.nan
    east, north = (xd * yy - yd * xy) / determinant, (yd * xx - xd * xy) / determinant
    return (
        _known(z[i - 1, j] - c, north, determinant),
        _known(z[i - 1, j + 1] - c, north + east, determinant),
        _known(z[i, j + 1] - c, east, determinant),
        _known(z[i + 1, j + 1] - c, east - north, determinant),
        _known(z[i + 1, j] - c, -north, determinant),
        _known(z[i + 1, j - 1] - c, -north - east, determinant),
        _known(z[i, j - 1] - c, -east, determinant),
        _known(z[i - 1, j - 1] - c, north - east, determinant),
    )


@inline
def _known(difference: Any, fitted: Any, determinant: Any) -> Any:
    """The difference, or the fitted one where it is missing or no plane is determined."""
    return fitted if math.isnan(difference + determinant) else difference


@inline
def single(around: Any) -> Any:
    """Eight differences in single precision."""
    n, ne, e, se, s, sw, w, nw = around
    return (
        np.float32(n),
        np.float32(ne),
        np.float32(e),
        np.float32(se),
        np.float32(s),
        np.float32(sw),
        np.float32(w),
        np.float32(nw),
    )


@serial
def azimuth(sine: Any, cosine: Any, out: Any) -> None:
    """Aspect in degrees (rows, cols) from its sine and cosine; NaN where both are 0."""
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            if sine[i, j] == ZERO and cosine[i, j] == ZERO:
                out[i, j] = math.nan
                continue
            angle = math.degrees(math.atan2(np.float64(sine[i, j]), np.float64(cosine[i, j])))
            turned = np.float32(angle + 360.0 if angle < 0.0 else angle)
            out[i, j] = ZERO if turned >= np.float32(360.0) else turned


@inline
def logarithm(x: Any) -> Any:
    """Natural logarithm of a positive float32 to 2e-7 of 1 or of itself; NaN of NaN.

    The number is m 2^e with m around 1; log m is an odd series in (m - 1) / (m + 1). Written out because then it
    runs on vectors.
    """
    bits = np.int32(np.float32(x).view(np.int32) - ROOT_HALF_BITS)
    whole = np.float32(np.int32(bits >> MANTISSA_BITS))
    mantissa = np.int32((bits & MANTISSA) + ROOT_HALF_BITS).view(np.float32)
    s = (mantissa - ONE) / (mantissa + ONE)
    y = s * s
    series = TWO * s + s * y * (LOG[0] + y * (LOG[1] + y * (LOG[2] + y * LOG[3])))
    return x if x != x else whole * LN2 + series


@serial
def wetness(area: Any, tangent: Any, least: Any, out: Any) -> None:
    """Logarithm of the specific catchment area over the tangent, which is at least ``least``; all (rows, cols)."""
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            steep = tangent[i, j]
            out[i, j] = logarithm(area[i, j] / (least if steep < least else steep))


@serial
def specific_area(area: Any, dx: Any, dy: Any, out: Any) -> None:
    """Upslope area in m2 over the contour length (rows,) of the cells, into float32 ``out`` (rows, cols)."""
    for i in range(out.shape[0]):
        length = math.sqrt(dx[i] * dy[i])
        for j in range(out.shape[1]):
            out[i, j] = area[i, j] / length


@inline
def unevenness(around: Any) -> Any:
    """Ruggedness (Riley 1999), position against the mean, and range of heights of one cell."""
    n, ne, e, se, s, sw, w, nw = around
    squares = n * n + ne * ne + e * e + se * se + s * s + sw * sw + w * w + nw * nw
    total = n + ne + e + se + s + sw + w + nw
    high = max(max(max(n, ne), max(e, se)), max(max(s, sw), max(w, nw)))
    low = min(min(min(n, ne), min(e, se)), min(min(s, sw), min(w, nw)))
    return math.sqrt(squares), -total * EIGHTH, max(high, ZERO) - min(low, ZERO)


@serial
def relief(z: Any, out: Any) -> None:
    """Ruggedness, position and roughness (3, rows, cols) of framed heights (rows + 2, cols + 2)."""
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            out[0, i, j], out[1, i, j], out[2, i, j] = unevenness(differences(z, i, j, z[i + 1, j + 1]))


@serial
def mend_relief(z: Any, out: Any) -> None:
    """The layers of cells with missing neighbours, which ``relief`` left without values."""
    gaps = np.empty(out.shape[2], np.int64)
    for i in range(out.shape[1]):
        for gap in range(find_gaps(out[0, i], z[i + 1], gaps)):
            j = gaps[gap]
            out[0, i, j], out[1, i, j], out[2, i, j] = unevenness(single(completed(z, i + 1, j + 1)))
