"""A small rough DEM on disk and jobs on it, for the tests of the stack."""

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.terrain import DEFAULT_FACTORS
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_stack.stack import StackJob

UTM = crs_wkt("EPSG:32719")
ROWS, COLS = 30, 40
GRID = Grid(ROWS, COLS, (500000.0, 20.0, 0.0, 7000000.0, 0.0, -20.0), UTM)


def rough(seed=0, grid=GRID):
    rng = np.random.default_rng(seed)
    return (100.0 + np.cumsum(rng.normal(0, 3, grid.shape), axis=0)).astype(np.float32)


def write(path, values, grid=GRID):
    with RasterSink(str(path), grid, [Band("")]) as sink:
        sink.write(0, 0, values)
    return str(path)


def read(path):
    with RasterSource(str(path)) as source:
        return {spec.name: (spec, source.read(i)) for i, spec in enumerate(source.factor_specs())}


def square(x1, y1, x2, y2, wkt=UTM):
    from osgeo import ogr

    ring = f"POLYGON(({x1} {y1},{x2} {y1},{x2} {y2},{x1} {y2},{x1} {y1}))"
    return FeatureSet((bytes(ogr.CreateGeometryFromWkt(ring).ExportToWkb()),), wkt, name="area")


@pytest.fixture
def job(tmp_path):
    """Function that makes a job on a rough DEM, with changes."""
    dem = write(tmp_path / "dem.tif", rough())

    def make(**changes):
        settings = {"dem_path": dem, "stack_path": str(tmp_path / "stack.tif"), "factors": DEFAULT_FACTORS}
        return StackJob(**{**settings, **changes})

    return make


def leftovers(tmp_path):
    return sorted(p.name for p in tmp_path.rglob("*") if p.name not in ("dem.tif", "other.tif"))
