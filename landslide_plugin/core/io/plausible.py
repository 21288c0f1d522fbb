"""Values that a layer of a known meaning cannot have."""

from __future__ import annotations

import numpy as np

from ..types.arrays import Surface
from .raster import RasterSource, metres_per_unit
from .raster.crs import is_true_to_distance

PLAUSIBLE = {
    "ndvi": (-1.0, 1.0, "an index from -1 to 1 (numbers of MODIS are multiplied by 0.0001)"),
    "rainfall": (0.0, 20000.0, "mm a year"),
}


def doubt(factor: str, low: float, high: float) -> str:
    """What is odd about the range of a factor's values; empty if nothing is.

    >>> doubt("ndvi", -0.2, 0.9), doubt("lithology", 1.0, 900.0)
    ('', '')
    >>> doubt("ndvi", 186.0, 956.5)
    'holds 186 to 956.5, but is an index from -1 to 1 (numbers of MODIS are multiplied by 0.0001)'
    """
    least, most, words = PLAUSIBLE.get(factor, (low, high, ""))
    return f"holds {low:g} to {high:g}, but is {words}" if low < least or high > most else ""


PLAUSIBLE_M = (-11_500.0, 9_500.0)
"""Lowest and highest height that can be one on Earth; outside is undeclared no-data or a wrong unit."""


GAP_M = 10.0
"""Zeros with nothing between them and a height of this are no sea shore but no-data that was not declared."""


FOOT_NAMES = ("ft", "foot", "feet", "us survey foot", "us-ft")


def around_zero(heights: Surface) -> tuple[int, float]:
    """Number of heights of exactly 0, and how far from 0 the nearest of the others is.

    >>> around_zero(np.array([0.0, np.nan, 4.0, -3.0, 0.0], np.float32))
    (2, 3.0)
    """
    away = np.abs(heights)
    zeros = int(np.count_nonzero(away == 0.0))
    return zeros, float(np.min(away, where=away > 0.0, initial=np.inf))


def may_be_in_feet(source: RasterSource) -> bool:
    """True if the CRS of a DEM measures in feet and nothing says what its heights are in."""
    wkt = source.grid.crs_wkt
    in_feet = bool(wkt) and is_true_to_distance(wkt) and abs(metres_per_unit(wkt) - 0.3048) < 1e-5
    return in_feet and not source.bands[0].unit.strip()
