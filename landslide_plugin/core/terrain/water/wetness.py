"""Indices of what the upslope area and the slope together do to a hillslope."""

from __future__ import annotations

import numpy as np

from ...types.arrays import Heights, Metres

LEAST_GRADIENT = 1e-3
"""Smallest tangent of the slope used in the wetness index: level ground has no infinite wetness."""


def specific_catchment_area_m(area_m2: Heights, dx: Metres, dy: Metres) -> Heights:
    """Upslope area per unit of contour length, ``a = A / sqrt(dx dy)``, in m2/m.

    >>> float(specific_catchment_area_m(np.array(400.0), 10.0, 10.0))
    40.0
    """
    return np.asarray(area_m2 / np.sqrt(dx * dy))


def topographic_wetness_index(specific_area_m: Heights, east: Heights, north: Heights) -> Heights:
    """``ln(a / tan b)`` (Beven and Kirkby 1979), tan b being at least ``LEAST_GRADIENT``.

    Parameters
    ----------
    specific_area_m : float64 array
        Specific catchment area.
    east, north : float64 arrays
        Gradient of the surface that was not filled, m/m.

    Examples
    --------
    >>> round(float(topographic_wetness_index(np.array(np.e), np.array(0.6), np.array(0.8))), 12)
    1.0
    """
    return np.asarray(np.log(specific_area_m / np.maximum(np.hypot(east, north), LEAST_GRADIENT)))


def stream_power_index_m(specific_area_m: Heights, east: Heights, north: Heights) -> Heights:
    """``a tan b`` (Moore, Grayson and Ladson 1991), tan b being at least ``LEAST_GRADIENT``.

    >>> float(stream_power_index_m(np.array(10.0), np.array(0.6), np.array(0.8)))
    10.0
    """
    return np.asarray(specific_area_m * np.maximum(np.hypot(east, north), LEAST_GRADIENT))


def sediment_transport_index(
    specific_area_m: Heights, east: Heights, north: Heights, m: float = 0.4, n: float = 1.3
) -> Heights:
    """``(m + 1) (a / 22.13)^m (sin b / 0.0896)^n``, the length-slope factor (Moore and Wilson 1992, eq. 8).

    22.13 m and 0.0896 (9 %) are length and slope of the unit plot of the soil loss equation.

    Parameters
    ----------
    specific_area_m : float64 array
        Specific catchment area.
    east, north : float64 arrays
        Gradient, m/m.
    m, n : float
        Exponents of area and slope.

    Examples
    --------
    >>> slope = 0.0896 / np.sqrt(1.0 - 0.0896**2)
    >>> round(float(sediment_transport_index(np.array(22.13), np.array(slope), np.array(0.0))), 9)
    1.4
    """
    steepness = np.hypot(east, north)
    sine = steepness / np.sqrt(1.0 + steepness**2)
    return np.asarray((m + 1.0) * (specific_area_m / 22.13) ** m * (sine / 0.0896) ** n)
