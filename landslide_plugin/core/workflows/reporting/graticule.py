"""Meridians and parallels over a map in any CRS."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...errors import LandslideError
from ...io.raster import crs_wkt
from ...io.vector import point_wkb, points, to_crs
from ...types.features import FeatureSet
from ...types.grid import Grid

STEPS_DEG = (
    *(10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05, 0.025),
    *(0.01, 0.005, 0.0025, 0.001, 0.0005, 0.00025, 0.0001),
)
FEWEST_LINES = 2
POINTS = 41


def graticule(grid: Grid) -> list[dict[str, Any]]:
    """Lines of longitude and latitude that cross a grid; none if its CRS has no way to degrees.

    Returns
    -------
    list of dict
        ``kind`` (meridian or parallel), ``label`` and ``xy``, points in the grid's CRS.

    Examples
    --------
    >>> from ...io.raster.crs import crs_wkt
    >>> grid = Grid(10, 10, (0.0, 0.1, 0.0, 1.0, 0.0, -0.1), crs_wkt("EPSG:4326"))
    >>> sorted({line["kind"] for line in graticule(grid)})
    ['meridian', 'parallel']
    """
    west, south, east, north = grid.bounds
    xs, ys = np.meshgrid(np.linspace(west, east, 5), np.linspace(south, north, 5))
    try:
        places = _moved(np.column_stack([xs.ravel(), ys.ravel()]), grid.crs_wkt, _degrees())
    except LandslideError:
        return []
    if not np.isfinite(places).all():
        return []
    low, high = places.min(axis=0), places.max(axis=0)
    lines = []
    for axis, kind in ((0, "meridian"), (1, "parallel")):
        for value in ticks(float(low[axis]), float(high[axis])):
            along = np.linspace(low[1 - axis], high[1 - axis], POINTS)
            line = np.column_stack([np.full(POINTS, value), along])
            if axis == 1:
                line = line[:, ::-1]
            xy = _moved(line, _degrees(), grid.crs_wkt)
            lines.append({"kind": kind, "label": degrees_words(value, axis == 0), "xy": xy.tolist()})
    return lines


def ticks(low: float, high: float) -> list[float]:
    """At least two round values within a range, or none in an empty one.

    >>> ticks(-79.1, -79.06)
    [-79.1, -79.075]
    """
    for step in STEPS_DEG:
        first, last = np.ceil(low / step - 1e-9), np.floor(high / step + 1e-9)
        if last - first + 1 >= FEWEST_LINES:
            return [round(float(number * step), 6) for number in np.arange(first, last + 1)]
    return []


def degrees_words(value: float, is_longitude: bool) -> str:
    """Degrees with the side of the globe.

    >>> degrees_words(-79.05, True), degrees_words(4.0, False)
    ('79.05\u00b0 W', '4\u00b0 N')
    """
    side = ("E" if value >= 0 else "W") if is_longitude else ("N" if value >= 0 else "S")
    return f"{abs(value):g}\u00b0 {side}"


def _degrees() -> str:
    return crs_wkt("EPSG:4326")


def _moved(xy: Any, source: str, target: str) -> Any:
    features = FeatureSet(tuple(point_wkb(float(x), float(y)) for x, y in xy), source, {}, "graticule")
    return points(to_crs(features, target))[0]
