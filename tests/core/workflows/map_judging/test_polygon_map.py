"""A field of polygons is judged as the raster of the same values is."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, to_crs
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.map_judging.clean_zones import ZONE_FIELDS
from landslide_plugin.core.workflows.map_judging.danger import DangerMap, dangerous_end
from landslide_plugin.core.workflows.map_judging.judge import JudgeOptions, judge_map
from landslide_plugin.core.workflows.map_judging.polygon_map import burn_field
from landslide_plugin.core.workflows.mapping_units.mapping import RESULTS
from tests.support.judged import CELLS, GRID, WKT, P, points, write

SIDE = 5
WEST, NORTH = GRID.geotransform[0], GRID.geotransform[3]
BLOCKS = P.reshape(GRID.rows // SIDE, SIDE, GRID.cols // SIDE, SIDE).mean(axis=(1, 3))
MEANS = np.repeat(np.repeat(BLOCKS, SIDE, 0), SIDE, 1).astype("f4")


def units(**fields):
    wkb, mean = [], []
    for row in range(0, GRID.rows, SIDE):
        for col in range(0, GRID.cols, SIDE):
            wkb.append(
                box_wkb(
                    WEST + 25 * col, NORTH - 25 * (row + SIDE), WEST + 25 * (col + SIDE), NORTH - 25 * row
                )
            )
            mean.append(float(MEANS[row, col]))
    return FeatureSet(tuple(wkb), WKT, {"index": tuple(mean), **fields}, "units")


def judged(*paths, **options):
    sources = [RasterSource(path) for path in paths]
    try:
        maps = [DangerMap(source, 0, "high") for source in sources]
        return judge_map(maps, points(CELLS), JudgeOptions(**options))
    finally:
        for source in sources:
            source.close()


def test_polygons_are_judged_as_their_raster(tmp_path):
    burnt = burn_field(units(), "index", str(tmp_path), cell_m=25.0)
    found = judged(burnt.path)
    raster = judged(write(tmp_path / "means.tif", MEANS))
    assert found.first.against.auroc == pytest.approx(raster.first.against.auroc, abs=1e-6)
    assert found.first.area.area_rate == pytest.approx(raster.first.area.area_rate, abs=1e-6)
    assert burnt.title == "units (index)"


def test_polygons_lie_on_the_grid_of_the_raster_beside_them(tmp_path):
    raster = write(tmp_path / "p.tif", P)
    burnt = burn_field(to_crs(units(), crs_wkt("EPSG:4326")), "index", str(tmp_path), GRID)
    with RasterSource(burnt.path) as source:
        assert source.grid.same_as(GRID)
        np.testing.assert_allclose(source.read(0), MEANS, rtol=1e-6)
    assert judged(raster, burnt.path).agreement.difference > 0


def test_polygons_in_degrees_get_cells_of_one_size(tmp_path):
    burnt = burn_field(to_crs(units(), crs_wkt("EPSG:4326")), "index", str(tmp_path))
    with RasterSource(burnt.path) as source:
        assert "UTM zone 17S" in " ".join(burnt.notes)
        assert 2e5 < source.grid.size < 2e6
        assert source.grid.cell_width == source.grid.cell_height


def test_codes_are_judged_by_class(tmp_path):
    codes = tuple(int(v) for v in np.digitize(BLOCKS.ravel(), [0.4, 0.5, 0.6]) + 1)
    found = judged(burn_field(units(code=codes), "code", str(tmp_path), cell_m=25.0).path)
    assert [row.name for row in found.first.density.rows] == [str(code) for code in sorted(set(codes))]
    assert sum(row.area for row in found.first.density.rows) == pytest.approx(1.0)


def test_the_dangerous_end_is_known_of_own_results_alone(tmp_path):
    own = {name: units().field("index") for name in ("mean", "p90", "share_above", "by_centre")}
    zones = dict.fromkeys(ZONE_FIELDS, (1.0,) * 120) | {"class": (5,) * 119 + (6,)}
    alike = {name: values for name, values in zones.items() if name != "cells"}
    mapped = dict.fromkeys(RESULTS, (0.5,) * 119 + (None,)) | {"ls_class": (5,) * 119 + (None,)}
    for fields, field in ((own, "p90"), (zones, "class"), (mapped, "ls_probability"), (mapped, "ls_class")):
        with RasterSource(burn_field(units(**fields), field, str(tmp_path), cell_m=25.0).path) as source:
            assert dangerous_end(source, 0, "auto", "DANGER") == "high"
            last = DangerMap(source, 0, "high").read(0, GRID.rows)[-1, -1]
            assert np.isnan(last) == (
                field != "p90"
            )  # a mapped body is no class of the model; a unit may be empty
    for foreign, field in ((units(), "index"), (units(**alike), "class")):
        path = burn_field(foreign, field, str(tmp_path), cell_m=25.0).path
        with RasterSource(path) as source, pytest.raises(InputError, match="set DANGER to high"):
            dangerous_end(source, 0, "auto", "DANGER")


def test_polygons_without_a_value_or_a_cell_are_told(tmp_path):
    some = units()
    values = (None, *some.field("index")[1:])
    small = box_wkb(WEST + 1, NORTH - 5, WEST + 3, NORTH - 3)
    features = FeatureSet((*some.wkb, small), WKT, {"index": (*values, 0.5)}, "units")
    burnt = burn_field(features, "index", str(tmp_path), cell_m=25.0)
    assert any("1 of 121 polygons hold no cell's centre" in note for note in burnt.notes)
    assert any("1 polygons have no index" in note for note in burnt.notes)
    with RasterSource(burnt.path) as source:
        assert np.isnan(source.read(0)[:SIDE, :SIDE]).all()
        assert np.isfinite(source.read(0)).sum() == GRID.size - SIDE**2


def test_what_is_no_number_is_refused(tmp_path):
    for fields, field, words in (
        ({"class": ("high",) * 120}, "class", "holds 'high'"),
        ({"class": (None,) * 120}, "class", "holds no number"),
        ({}, "nothing", "has no field nothing"),
    ):
        with pytest.raises(InputError, match=words):
            burn_field(units(**fields), field, str(tmp_path))
    with pytest.raises(InputError, match="holds no polygons"):
        burn_field(points(CELLS), "index", str(tmp_path))
    with pytest.raises(InputError, match="choose larger cells"):
        burn_field(units(), "index", str(tmp_path), cell_m=0.01)


def test_ground_beside_the_polygons_has_no_value(tmp_path):
    half = units().where(np.arange(120) < 60)
    with RasterSource(burn_field(half, "index", str(tmp_path), GRID).path) as source:
        np.testing.assert_array_equal(
            np.isfinite(source.read(0)), np.arange(GRID.rows)[:, None] < [30] * GRID.cols
        )
