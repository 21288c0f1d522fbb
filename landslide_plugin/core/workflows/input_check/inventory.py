"""What an inventory tells of how it was made: features entered twice, coordinates rounded or swapped."""

from __future__ import annotations

from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.raster.crs import spatial_reference
from ...io.vector import census, geometry_type, point_wkb, points, to_crs
from ...types.arrays import Floats
from ...types.features import FeatureSet
from ...types.grid import Grid

METRES_A_DEGREE = 111_320.0
MOSTLY = 0.9
FEWEST_POINTS = 10
FEW_TWICE = 0.01
"""Share of features that may lie where another one does, as two finds in one place do."""

STEPS = tuple(part * 10.0**power for power in range(5, -6, -1) for part in (5.0, 2.5, 2.0, 1.0))
"""Steps that people round coordinates to, the largest first."""


def inventory_doubts(features: FeatureSet, dem: Optional[Grid] = None) -> list[tuple[str, str]]:
    """What is odd about an inventory, and what to do about it.

    Parameters
    ----------
    dem : Grid, optional
        Coordinates rounded to less than its cells do no harm.
    """
    found = []
    twice = repeated(features)
    if twice > FEW_TWICE * len(features):
        found.append(
            (
                f"{twice} features lie exactly where another one does: landslides entered twice count twice",
                "Remove them (Delete duplicate geometries)",
            )
        )
    step_m = rounded_to_m(features)
    cell_m = _cell_m(dem)
    if step_m > cell_m:
        found.append(
            (
                f"Its points are rounded to {step_m:.3g} m, so most of them lie in a cell beside the landslide",
                f"Take the original coordinates, or cells of {step_m:.2g} m",
            )
        )
    return found


def repeated(features: FeatureSet) -> int:
    """Number of features whose geometry another one before it has.

    >>> repeated(FeatureSet((point_wkb(1.0, 2.0), point_wkb(1.0, 2.0), point_wkb(1.0, 3.0)), ""))
    1
    """
    present = [bytes(blob) for blob in features.wkb if blob]
    return len(present) - len(set(present))


def rounded_to_m(features: FeatureSet) -> float:
    """Metres that the coordinates of points are rounded to; 0 if they are no points, too few, or not rounded."""
    if geometry_type(features) != "point":
        return 0.0
    xy, _ = points(features)
    xy = np.unique(xy[np.isfinite(xy).all(axis=1)], axis=0)
    if len(xy) < FEWEST_POINTS:
        return 0.0
    step = next((step for step in STEPS if _multiples(xy, step)), 0.0)
    return step * _metres(features.crs_wkt)


def _multiples(xy: Floats, step: float) -> bool:
    """Whether nearly all coordinates are multiples of a step, and of several different ones both ways."""
    counts = xy / step
    near = np.abs(counts - np.round(counts)) < 1e-6
    several = all(len(np.unique(np.round(axis))) > 2 for axis in counts.T)
    return bool(near.all(axis=1).mean() >= MOSTLY) and several


def swapped(features: FeatureSet, dem: Grid) -> bool:
    """Whether features in degrees lie within the DEM once x and y are exchanged."""
    if geometry_type(features) != "point" or _metres(features.crs_wkt) < METRES_A_DEGREE:
        return False
    xy, _ = points(features)
    turned = FeatureSet(tuple(point_wkb(y, x) for x, y in xy), features.crs_wkt, name=features.name)
    try:
        w, s, e, n = census(to_crs(turned, dem.crs_wkt)).bounds
    except InputError:
        return False
    west, south, east, north = dem.bounds
    return bool(west <= (w + e) / 2 <= east and south <= (s + n) / 2 <= north)


def _metres(wkt: str) -> float:
    """Metres of a unit of a CRS, of a degree those along a meridian."""
    reference = spatial_reference(wkt)
    if reference is None:
        return 1.0
    return METRES_A_DEGREE if reference.IsGeographic() else float(reference.GetLinearUnits())


def _cell_m(dem: Optional[Grid]) -> float:
    return 0.0 if dem is None else dem.cell_size * _metres(dem.crs_wkt)
