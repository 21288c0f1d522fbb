"""Release areas: which cells, how large, and the rasters that run-out models read."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.workflows.exposure.release import (
    Heights,
    ReleaseRule,
    release_areas,
    write_heights,
    write_numbers,
)
from tests.support.judged import GRID, write

CODES = np.ones(GRID.shape, np.uint8)
CODES[5:8, 5:15], CODES[20, 20], CODES[30:32, 30:32], CODES[40:45, 40:45] = 5, 5, 4, 6
P = np.full(GRID.shape, 0.1, "f4")
P[5:8, 5:15], P[6, 6], P[20, 20] = 0.8, 0.95, 0.7


def sources(tmp_path, **metadata):
    return (
        write(tmp_path / "c.tif", CODES, metadata, byte=True),
        write(tmp_path / "p.tif", P),
    )


def test_areas_have_their_size_and_probability(tmp_path):
    classes, chance = sources(tmp_path, BODY_CLASS="6")
    with RasterSource(classes) as c, RasterSource(chance) as p:
        found = release_areas(ReleaseRule(c, probability=p, from_class=5))
        assert found.areas.field("cells") == (30, 1)
        assert found.areas.field("area_m2") == (30 * 625.0, 625.0)
        assert found.areas.field("p_max") == pytest.approx((0.95, 0.7))
        assert found.areas.field("p_mean") == pytest.approx(((29 * 0.8 + 0.95) / 30, 0.7))
        larger = release_areas(ReleaseRule(c, probability=p, from_class=4, least_m2=4 * 625.0))
        assert larger.areas.field("cells") == (30, 4)
        assert larger.left_out == 1


def test_bodies_release_only_where_the_raster_does_not_call_them_bodies(tmp_path):
    classes, _ = sources(tmp_path)
    with RasterSource(classes) as c:
        assert release_areas(ReleaseRule(c)).areas.field("cells") == (30, 25, 1)
        assert release_areas(ReleaseRule(c, from_class=1, end="low")).areas.field("cells")[0] > 1000


def test_a_threshold_decides_in_place_of_classes(tmp_path):
    holes = P.copy()
    holes[6, 5:15] = np.nan
    with RasterSource(write(tmp_path / "p.tif", holes)) as p:
        found = release_areas(ReleaseRule(probability=p, threshold=0.8))
    assert found.areas.field("cells") == (10, 10)


def test_bodies_release_nothing_where_a_threshold_decides_either(tmp_path):
    on_body = P.copy()
    on_body[40:45, 40:45] = 0.9
    chance = write(tmp_path / "q.tif", on_body)
    for metadata, cells in (({"BODY_CLASS": "6"}, (30,)), ({}, (30, 25))):
        classes, _ = sources(tmp_path, **metadata)
        with RasterSource(classes) as c, RasterSource(chance) as p:
            assert release_areas(ReleaseRule(c, probability=p, threshold=0.75)).areas.field("cells") == cells
    classes, _ = sources(tmp_path, BODY_CLASS="6")
    other = write(tmp_path / "half.tif", on_body[:50], grid=GRID.window(0, 50))
    with RasterSource(classes) as c, RasterSource(other) as p, pytest.raises(GridMismatch):
        release_areas(ReleaseRule(c, probability=p, threshold=0.75))


def test_numbers_are_as_flow_py_and_saga_read_them(tmp_path):
    classes, _ = sources(tmp_path, BODY_CLASS="6")
    target = str(tmp_path / "release.tif")
    with RasterSource(classes) as c:
        write_numbers(release_areas(ReleaseRule(c)).areas, c.grid, target)
    raw = gdal.Open(target).ReadAsArray()
    expected = np.full(GRID.shape, -9999.0)
    expected[5:8, 5:15], expected[20, 20] = 1, 2
    np.testing.assert_array_equal(raw, expected)
    assert gdal.Open(target).GetRasterBand(1).GetNoDataValue() == -9999.0
    assert "nothing is said of how far they run" in gdal.Open(target).GetMetadataItem("NOTE")


def test_heights_are_zero_where_nothing_is_released(tmp_path):
    classes, _ = sources(tmp_path, BODY_CLASS="6")
    depth = np.full(GRID.shape, 1.5, "f4")
    depth[5, 5] = np.nan
    target = str(tmp_path / "height.tif")
    with RasterSource(classes) as c, RasterSource(write(tmp_path / "d.tif", depth)) as d:
        areas = release_areas(ReleaseRule(c)).areas
        assert write_heights(areas, c.grid, Heights(d, 0, 0.7), target) == (1, 1.5)
        raw = gdal.Open(target).ReadAsArray()
        assert raw.sum() == pytest.approx(30 * 1.5 + 0.7)
        assert (raw >= 0).all()
        with pytest.raises(InputError, match="no value in 1 cells"):
            write_heights(areas, c.grid, Heights(d), target)
        with pytest.raises(InputError, match="needs a depth"):
            write_heights(areas, c.grid, Heights(), target)
    depth[5, 5] = 32767.0
    said = "DEPTH d holds 32767 in 1 cells, .*say NODATA=d=32767"
    marked = write(tmp_path / "d.tif", depth)
    with RasterSource(classes) as c, RasterSource(marked) as d, pytest.raises(InputError, match=said):
        write_heights(areas, c.grid, Heights(d, 0, 0.7), target)
    assert (gdal.Open(target).ReadAsArray() <= 1.5).all()


def test_what_releases_nothing_is_refused(tmp_path):
    classes, chance = sources(tmp_path, BODY_CLASS="6")
    with RasterSource(classes) as c, RasterSource(chance) as p:
        for rule, words in (
            (ReleaseRule(probability=p, threshold=0.99), "No cell releases"),
            (ReleaseRule(c, least_m2=1e9), "is as large as RELEASE_AREA"),
            (ReleaseRule(), "give one of them"),
        ):
            with pytest.raises(InputError, match=words):
                release_areas(rule)
    part = GRID.window(0, 50)
    other = write(tmp_path / "q.tif", P[:50], grid=part)
    with RasterSource(classes) as c, RasterSource(other) as q, pytest.raises(GridMismatch):
        release_areas(ReleaseRule(c, probability=q))
