"""Small inventories whose right answer is known."""

from __future__ import annotations

import numpy as np
from osgeo import ogr

from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid

UTM = crs_wkt("EPSG:32717")


GRID = Grid(40, 50, (1000.0, 10.0, 0.0, 5000.0, 0.0, -10.0), UTM)


EVERYWHERE = np.ones(GRID.shape, dtype=bool)


def at(cells):
    return tuple(point_wkb(*GRID.centre_of(row, col)) for row, col in cells)


def box(row, col, rows=1, cols=1, inset=0.0):
    """Polygon over whole cells, drawn in by ``inset`` metres on each side."""
    west, north = 1000 + 10 * col + inset, 5000 - 10 * row - inset
    east, south = west + 10 * cols - 2 * inset, north - 10 * rows + 2 * inset
    ring = f"{west} {north}, {east} {north}, {east} {south}, {west} {south}, {west} {north}"
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())


def spread(count, start=0):
    """Cells that do not touch each other."""
    return [(3 * (i // 12), 4 * (i % 12)) for i in range(start, start + count)]


def inventory(wkb, **fields):
    return FeatureSet(tuple(wkb), UTM, {k: tuple(v) for k, v in fields.items()}, "inventory")


def boxes(count=12):
    return [box(row, col) for row, col in spread(count)]
