"""Zones that tile the map, whatever was given to a neighbour."""

import numpy as np
import pytest
from osgeo import ogr
from scipy.ndimage import label

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.map_judging.clean_zones import clean_zones
from tests.support.judged import GRID, write

RNG = np.random.default_rng(4)
NOISE = RNG.integers(1, 6, GRID.shape).astype(np.uint8)
NOISE[10:25, 5:30] = 0
NOISE[RNG.uniform(size=GRID.shape) < 0.02] = 0


def shapes(zones):
    return [ogr.CreateGeometryFromWkb(blob) for blob in zones.wkb]


@pytest.mark.parametrize("least", [None, 0.0, 3000.0, 40_000.0])
def test_zones_tile_the_cells_that_have_a_class(tmp_path, least):
    found = clean_zones(write(tmp_path / "c.tif", NOISE, byte=True), least)
    held = int((NOISE > 0).sum())
    assert all(shape.IsValid() for shape in shapes(found.zones))
    # valid polygons whose cells add up to those of the map, one owner a cell, leave no gap and do not overlap
    assert sum(found.zones.field("cells")) == held
    assert sum(shape.Area() for shape in shapes(found.zones)) == pytest.approx(held * 625.0, rel=1e-12)
    assert sum(found.zones.field("area_m2")) == pytest.approx(held * 625.0, rel=1e-12)
    union = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes(found.zones):
        for part in range(shape.GetGeometryCount()) if shape.GetGeometryName() == "MULTIPOLYGON" else [None]:
            union.AddGeometry(shape if part is None else shape.GetGeometryRef(part))
    assert union.UnionCascaded().Area() == pytest.approx(held * 625.0, rel=1e-9)


def test_zones_are_as_large_as_asked_unless_they_touch_no_other(tmp_path):
    found = clean_zones(write(tmp_path / "c.tif", NOISE, byte=True), 20 * 625.0)
    assert found.least_cells == 20
    assert found.changed > 0.3  # no patch of the noise is as large, so no sieve would begin
    pieces, count = label(NOISE > 0)
    islands = np.bincount(pieces.ravel(), minlength=count + 1)[1:]
    assert found.small == (islands < 20).sum()
    assert sorted(cells for cells in found.zones.field("cells") if cells < 20) == sorted(
        islands[islands < 20]
    )


def test_mapped_bodies_stay_as_they_were_mapped(tmp_path):
    codes = NOISE.copy()
    codes[40:55, 20:45], codes[2, 2] = 6, 6
    found = clean_zones(write(tmp_path / "c.tif", codes, byte=True), 20 * 625.0)
    bodies = [
        cells for cells, code in zip(found.zones.field("cells"), found.zones.field("class")) if code == 6
    ]
    assert sorted(bodies) == [1, 15 * 25]
    assert sum(found.zones.field("cells")) == (codes > 0).sum()


def test_nothing_changes_where_nothing_is_asked(tmp_path):
    found = clean_zones(write(tmp_path / "c.tif", NOISE, byte=True), 0.0)
    assert found.changed == 0.0
    by_class = np.bincount(found.zones.field("class"), found.zones.field("cells"), minlength=6)
    assert by_class.tolist() == [0, *np.bincount(NOISE.ravel(), minlength=6)[1:]]


def test_two_halves_are_two_zones_and_a_speck_is_gone(tmp_path):
    codes = np.full(GRID.shape, 2, np.uint8)
    codes[:, 25:], codes[30, 10] = 5, 4
    found = clean_zones(write(tmp_path / "c.tif", codes, byte=True))
    assert sorted(found.zones.field("class")) == [2, 5]
    assert sorted(found.zones.field("name")) == ["Low", "Very high"]
    assert found.changed == pytest.approx(1 / GRID.size)
    assert found.zones.field("area_km2")[0] == pytest.approx(60 * 25 * 625e-6)


def test_areas_in_degrees_are_those_of_the_ellipsoid(tmp_path):
    grid = Grid(10, 10, (8.0, 0.01, 0.0, 47.0, 0.0, -0.01), crs_wkt("EPSG:4326"))
    found = clean_zones(write(tmp_path / "c.tif", np.full(grid.shape, 3, np.uint8), byte=True, grid=grid))
    # 0.1 x 0.1 degrees at 46.95 north on WGS 84: 11.117 km north to south, 7.61 km east to west
    assert found.zones.field("area_km2")[0] == pytest.approx(84.66, abs=0.1)


def test_a_map_without_classes_is_refused(tmp_path):
    with pytest.raises(InputError, match="no cell with a class"):
        clean_zones(write(tmp_path / "c.tif", np.zeros(GRID.shape, np.uint8), byte=True))
