"""Slope units as polygons: they tile the DEM, and the best of several settings is kept."""

import csv
import io

import numpy as np
import pytest
from osgeo import ogr

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.raster.burning import Burner
from landslide_plugin.core.terrain.slope_units.divide import UnitSettings
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping_units.slope_units import UnitsJob, find_units
from tests.support.study import DEM

SETTINGS = UnitSettings(threshold_m2=2e5, least_m2=2e4, variance=0.3)


@pytest.fixture(scope="module")
def found():
    return find_units(UnitsJob(str(DEM), SETTINGS, variances=(0.15, 0.3, 0.45)))


def test_units_are_valid_polygons_that_tile_the_dem(found):
    shapes = [ogr.CreateGeometryFromWkb(blob) for blob in found.units.wkb]
    assert all(shape.IsValid() and shape.GetGeometryName() == "POLYGON" for shape in shapes)
    with RasterSource(str(DEM)) as source:
        grid, has_height = source.grid, np.isfinite(source.read(0))
    burner = Burner(found.units)
    np.testing.assert_array_equal(burner.depth(grid), has_height.astype(int))
    owners = burner.owners(grid)
    cells = np.bincount(owners[owners >= 0], minlength=len(shapes))
    assert tuple(cells) == found.units.field("cells")
    cell_m2 = grid.cell_width * grid.cell_height
    np.testing.assert_allclose([shape.Area() for shape in shapes], cells * cell_m2, rtol=1e-9)
    np.testing.assert_allclose(found.units.field("area_m2"), cells * cell_m2, rtol=1e-6)
    assert found.units.field("unit") == tuple(range(1, len(shapes) + 1))


def test_the_setting_of_the_best_score_is_kept_and_told(found):
    rows = list(csv.DictReader(io.StringIO(found.table())))
    scores = [float(row["score"]) for row in rows]
    assert [row["chosen"] for row in rows].index("1") == int(np.argmax(scores)) == found.best
    assert int(rows[found.best]["units"]) == len(found.units) == found.quality[found.best].units
    assert [row["variance"] for row in rows] == ["0.15", "0.3", "0.45"]
    alone = find_units(UnitsJob(str(DEM), found.tried[found.best]))
    assert alone.units.wkb == found.units.wkb


def test_a_dem_in_degrees_is_measured_on_the_ellipsoid(tmp_path):
    grid = Grid(60, 61, (10.0, 1e-3, 0.0, 65.0, 0.0, -5e-4), crs_wkt("EPSG:4326"))
    y, x = np.mgrid[0:60, 0:61]
    with RasterSink(str(tmp_path / "dem.tif"), grid, [Band("z")]) as sink:
        sink.write(0, 0, (500.0 + 40.0 * np.abs(x - 30) - 12.0 * y).astype(np.float32))
    found = find_units(UnitsJob(str(tmp_path / "dem.tif"), UnitSettings(1e6, 1e5, 0.2)))
    assert len(found.units) == 2
    assert sum(found.units.field("area_m2")) == pytest.approx(60 * 61 * 47.3 * 55.7, rel=0.01)
    away = np.degrees(np.arctan2(40.0 / 47.3, -12.0 / 55.7))
    assert sorted(found.units.field("aspect")) == pytest.approx([away, 360.0 - away], abs=4.0)


def test_a_dem_that_needs_more_memory_is_refused():
    with pytest.raises(InputError, match="raise MEMORY"):
        find_units(UnitsJob(str(DEM), SETTINGS, memory_mib=64))
