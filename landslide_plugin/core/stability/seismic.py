"""Earthquake shaking: the yield coefficient of a slope and how far it slides (Newmark 1965)."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..types.arrays import Values
from .pore_pressure import PorePressure
from .soil import Soil
from .strength import Strength
from .stresses import Plane, Slope, planes

JIBSON_2007 = (0.215, 2.341, -1.438)  # constant and exponents of eq. 6, displacement in cm
JIBSON_2007_SPREAD = 0.510  # standard deviation of log10 displacement
SPREAD_PERCENT = (16, 50, 84)


def lowest_yield_coefficient(slope: Slope, soil: Soil, water: PorePressure, scenario: int) -> Values:
    """Smallest horizontal seismic coefficient (cells,) that brings a plane to failure.

    ky = [c' + c_r + (s_v cos2 b - u) tan phi' - s_v sin b cos b] / [s_v cos2 b + s_v sin b cos b tan phi'];
    0 or less where the slope fails without shaking.

    Examples
    --------
    Dry sand yields where its friction angle is used up, ky = tan(phi - b):

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(35)), 17.0, 19.0)), 2.0)
    >>> ky = lowest_yield_coefficient(Slope.of(np.array([20.0])), sand, Dry(), 0)
    >>> bool(np.isclose(ky[0], np.tan(np.deg2rad(15))))
    True
    """
    lowest = np.full_like(slope.cos2, np.inf)
    strength = Strength.of(soil, slope)
    for plane in planes(slope, soil, water, scenario):
        above = strength.side(plane.layer, plane)
        np.minimum(lowest, _yield(strength, plane, above, strength.tan_of(plane.layer), slope), out=lowest)
        below = strength.below(plane)
        if below is not None and isinstance(plane.layer, int):
            tangent = strength.tan_of(plane.layer + 1)
            np.minimum(lowest, _yield(strength, plane, below, tangent, slope), out=lowest)
    return lowest


def _yield(
    strength: Strength, plane: Plane, resistance: Values, tan_friction: Values, slope: Slope
) -> Values:
    reduced = strength.reduced(plane, resistance)
    coefficient: Values = (reduced - slope.tan) / (1.0 + slope.tan * tan_friction)
    return coefficient


def newmark_displacement_cm(yield_coefficient: Any, peak_acceleration_g: Any) -> Values:
    """Median displacement of a sliding block, cm (Jibson 2007, Engineering Geology 91, 209-218, eq. 6).

    log10 D = 0.215 + log10[(1 - ac/amax)^2.341 (ac/amax)^-1.438], standard deviation 0.510.

    Parameters
    ----------
    yield_coefficient : float or array
        Critical acceleration in g.
    peak_acceleration_g : float or array
        Peak ground acceleration, not the seismic coefficient.

    Returns
    -------
    array
        0 where the shaking stays below the critical acceleration; NaN where the slope fails without it.

    Examples
    --------
    >>> newmark_displacement_cm(np.array([0.2, 0.1, -0.1]), 0.2).round(3).tolist()
    [0.0, 0.877, nan]
    """
    constant, one_less, ratio_power = JIBSON_2007
    acceleration = np.asarray(yield_coefficient, dtype=float)
    peak = np.broadcast_to(np.asarray(peak_acceleration_g, dtype=float), acceleration.shape)
    ratio = np.divide(acceleration, peak, out=np.full(acceleration.shape, np.inf), where=peak > 0)
    slides = (ratio > 0) & (ratio < 1)
    inside = np.where(slides, ratio, 0.5)
    moved = 10**constant * (1.0 - inside) ** one_less * inside**ratio_power
    displacement: Values = np.where(slides, moved, 0.0)
    displacement[~(acceleration > 0)] = np.nan
    return displacement


def displacement_range_cm(median_cm: Values) -> Values:
    """Displacements (3, cells) that 16, 50 and 84 % of slopes like these stay below, from the median.

    One standard deviation of the regression, 0.51 in log10, down and up; the soil's own spread is not in it.

    >>> displacement_range_cm(np.array([1.0, 0.0])).round(3).tolist()
    [[0.309, 0.0], [1.0, 0.0], [3.236, 0.0]]
    """
    return np.array([10.0 ** (sign * JIBSON_2007_SPREAD) * median_cm for sign in (-1, 0, 1)])
