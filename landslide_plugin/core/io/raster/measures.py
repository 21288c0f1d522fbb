"""Lengths and areas in metres on the ellipsoid, whatever CRS coordinates are in."""

from __future__ import annotations

import numpy as np

from ...types.arrays import Floats
from ...types.grid import Grid
from .crs import cell_area_km2, longitude_latitude, semi_axes_m, spatial_reference

SQUARE_METRES = 1e6
"""In a square kilometre."""


def row_areas_m2(grid: Grid) -> Floats:
    """Area of a cell of each row (rows,).

    Cells true to distance are all of one size; those in degrees or in Mercator's projection are measured on the
    ellipsoid between their parallels (Snyder 1987, eq. 3-12). Without a CRS units are metres.

    Examples
    --------
    >>> from .crs import crs_wkt
    >>> row_areas_m2(Grid(2, 2, (0.0, 100.0, 0.0, 0.0, 0.0, -50.0))).tolist()
    [5000.0, 5000.0]
    >>> world = Grid(180, 360, (-180.0, 1.0, 0.0, 90.0, 0.0, -1.0), crs_wkt("EPSG:4326"))
    >>> round(360 * row_areas_m2(world).sum() / 1e12, 4)  # million km2, as of the whole ellipsoid
    510.0656
    """
    flat = cell_area_km2(grid)
    if np.isfinite(flat):
        return np.full(grid.rows, flat * SQUARE_METRES)
    west, width, _, north, _, height = grid.geotransform
    corner = np.column_stack(
        [np.full(grid.rows + 1, west), north + height * np.arange(grid.rows + 1, dtype=np.float64)]
    )
    beside = np.array([[west, north + 0.5 * height], [west + width, north + 0.5 * height]])
    lon, _ = longitude_latitude(beside, grid.crs_wkt)
    _, lat = longitude_latitude(corner, grid.crs_wkt)
    long, short = semi_axes_m(grid.crs_wkt)
    part = _authalic(np.clip(np.radians(lat), -np.pi / 2, np.pi / 2), long, short)
    return np.asarray(0.5 * long**2 * np.radians((lon[1] - lon[0]) % 360.0) * np.abs(np.diff(part)))


def _authalic(latitude: Floats, long: float, short: float) -> Floats:
    """Snyder's q of latitudes in radians."""
    square = 1.0 - (short / long) ** 2
    sine, root = np.sin(latitude), np.sqrt(square)
    if root == 0.0:
        return 2.0 * sine
    return np.asarray(
        (1.0 - square) * (sine / (1.0 - square * sine**2) + np.arctanh(root * sine) / root), np.float64
    )


def geocentric_m(xy: Floats, crs_wkt: str) -> Floats:
    """Points (n, 2) of a CRS as geocentric coordinates (n, 3) on its ellipsoid.

    >>> from .crs import crs_wkt
    >>> geocentric_m(np.array([[0.0, 0.0]]), crs_wkt("EPSG:4326")).tolist()
    [[6378137.0, 0.0, 0.0]]
    """
    if not len(xy):
        return np.zeros((0, 3))
    lon, lat = (np.radians(part) for part in longitude_latitude(xy, crs_wkt))
    long, short = semi_axes_m(crs_wkt)
    square = 1.0 - (short / long) ** 2
    radius = long / np.sqrt(1.0 - square * np.sin(lat) ** 2)
    return np.column_stack(
        [
            radius * np.cos(lat) * np.cos(lon),
            radius * np.cos(lat) * np.sin(lon),
            radius * (1.0 - square) * np.sin(lat),
        ]
    )


def lengths_m(starts: Floats, ends: Floats, crs_wkt: str) -> Floats:
    """Length (n,) of short straight pieces between points (n, 2) each, along the ellipsoid.

    The chord through the ellipsoid, lengthened to the arc of a sphere of the mean radius: off by less than a
    millionth for pieces of up to 100 km. Without a CRS units are metres.

    Examples
    --------
    >>> from .crs import crs_wkt
    >>> degree = lengths_m(np.array([[0.0, 0.0]]), np.array([[1.0, 0.0]]), crs_wkt("EPSG:4326"))
    >>> round(float(degree[0]), 1)  # a degree of the equator, 6378137 m x pi / 180 = 111319.5
    111319.5
    """
    if spatial_reference(crs_wkt) is None:
        return np.asarray(np.linalg.norm(ends - starts, axis=1), np.float64)
    chord = np.linalg.norm(geocentric_m(ends, crs_wkt) - geocentric_m(starts, crs_wkt), axis=1)
    long, short = semi_axes_m(crs_wkt)
    radius = (2.0 * long + short) / 3.0
    return np.asarray(2.0 * radius * np.arcsin(np.minimum(chord / (2.0 * radius), 1.0)))
