"""A small map of probabilities, and landslides drawn in proportion to them."""

from __future__ import annotations

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid

WKT = crs_wkt("EPSG:32717")
GRID = Grid(60, 50, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), WKT)
RNG = np.random.default_rng(8)
P = np.round(RNG.uniform(0, 1, GRID.shape), 2).astype("f4")
CELLS = np.unique(RNG.choice(GRID.size, 400, p=P.ravel() / P.sum()))[:150]
LABELS = np.zeros(GRID.size, bool)
LABELS[CELLS] = True


def points(cells, grid=GRID, labels=None):
    wkb = tuple(point_wkb(*grid.centre_of(*divmod(int(cell), grid.cols))) for cell in cells)
    return FeatureSet(wkb, grid.crs_wkt, {} if labels is None else {"slid": tuple(labels)}, "slides")


def write(path, values, metadata=None, band=None, byte=False, grid=GRID):
    with RasterSink(str(path), grid, [Band("x", "", band or {})], byte=byte, metadata=metadata or {}) as sink:
        sink.write(0, 0, values)
    return str(path)
