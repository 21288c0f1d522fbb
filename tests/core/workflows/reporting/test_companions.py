"""What is found beside a map: rasters of the same model and grid, and nothing of another."""

import json

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt, factor_band
from landslide_plugin.core.io.vector import box_wkb
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.reporting.companions import (
    QUANTITIES,
    bundle_of,
    companions,
    elevation_band,
    inventory_beside,
)
from landslide_plugin.core.workflows.reporting.preview import landslide_outlines

GRID = Grid(6, 8, (500000.0, 25.0, 0.0, 9560000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
SHIFTED = Grid(6, 8, (500010.0, 25.0, 0.0, 9560000.0, 0.0, -25.0), GRID.crs_wkt)
RECORD = {"sha256": "0123456789abcdef", "factors": [{"name": "slope"}, {"name": "twi"}]}
OWN, OTHER = "0123456789ab", "ffffffffffff"


def raster(path, bands, model="", grid=GRID):
    with RasterSink(str(path), grid, bands, metadata={"BUNDLE": model} if model else {}) as sink:
        for number in range(len(bands)):
            sink.write(number, 0, np.ones(grid.shape, "f4"))
    return str(path)


def map_of(path, key, model=OWN, grid=GRID):
    return raster(path, [Band("T50", "", {"QUANTITY": QUANTITIES[key] + " given the rain"})], model, grid)


@pytest.fixture
def chart(tmp_path):
    return raster(tmp_path / "classes.tif", [Band("class", "", {"QUANTITY": "class"})], OWN)


def stack(path, names):
    return raster(path, [factor_band(FactorSpec(name)) for name in names])


def test_maps_of_the_same_model_and_factors_that_it_needs_are_found(chart, tmp_path):
    wanted = {key: map_of(tmp_path / f"{key}.tif", key) for key in QUANTITIES}
    stack(tmp_path / "a_few.tif", ["slope", "elevation"])
    wanted["FACTORS"] = stack(tmp_path / "all.tif", ["twi", "elevation", "slope"])
    assert companions(chart, RECORD) == wanted
    assert companions(chart, RECORD, wanted=["UNCERTAINTY"]) == {"UNCERTAINTY": wanted["UNCERTAINTY"]}
    assert elevation_band(wanted["FACTORS"]) == 1
    assert elevation_band(wanted["PROBABILITY"]) is None


def test_maps_of_another_model_or_grid_and_broken_files_are_not_taken(chart, tmp_path):
    map_of(tmp_path / "other.tif", "PROBABILITY", OTHER)
    map_of(tmp_path / "shifted.tif", "UNCERTAINTY", grid=SHIFTED)
    (tmp_path / "broken.tif").write_text("no raster")
    assert companions(chart, RECORD) == {}
    nameless = {**RECORD, "sha256": ""}
    map_of(tmp_path / "own.tif", "PROBABILITY")
    assert companions(chart, nameless) == {}


def test_what_a_project_holds_comes_before_what_lies_beside(chart, tmp_path):
    map_of(tmp_path / "beside.tif", "PROBABILITY")
    (tmp_path / "far").mkdir()
    loaded = map_of(tmp_path / "far" / "loaded.tif", "PROBABILITY")
    assert companions(chart, RECORD, [loaded])["PROBABILITY"] == loaded


def test_inventory_and_model_are_found_by_name_and_identifier(chart, tmp_path):
    assert inventory_beside(chart, "slides") is None
    (tmp_path / "slides.gpkg").write_bytes(b"")
    assert inventory_beside(chart, "slides") == str(tmp_path / "slides.gpkg")
    for name, said in (("a", {"sha256": "f" * 64}), ("b", "no record"), ("c", RECORD)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bundle.json").write_text(json.dumps(said))
    (tmp_path / "a_nested").mkdir()
    (tmp_path / "a_nested" / "bundle.json").write_text("[" * 100_000)
    assert bundle_of(chart, OWN) == str(tmp_path / "c")
    assert bundle_of(chart, "abcabcabcabc") is None


def test_a_model_elsewhere_is_found_where_the_project_leads_and_by_its_identifier_alone(tmp_path):
    maps, up, far = tmp_path / "study" / "maps", tmp_path / "study", tmp_path / "elsewhere" / "deep"
    maps.mkdir(parents=True)
    chart = map_of(maps / "classes.tif", "PROBABILITY")
    other = {**RECORD, "sha256": "f" * 64}
    for folder, said in ((up / "model", other), (far / "model", RECORD)):
        folder.mkdir(parents=True)
        (folder / "bundle.json").write_text(json.dumps(said))
    assert bundle_of(chart, OWN) is None
    assert bundle_of(chart, OWN, [str(far.parent)]) is None
    assert bundle_of(chart, OWN, ["/nowhere/at/all", str(far)]) == str(far / "model")
    assert bundle_of(chart, OWN, [str(far / "model")]) == str(far / "model")
    (up / "model" / "bundle.json").write_text(json.dumps(RECORD))
    assert bundle_of(chart, OWN, [str(far)]) == str(up / "model")


def test_polygons_are_outlined_and_points_are_not():
    from landslide_plugin.core.io.vector import point_wkb

    square = FeatureSet((box_wkb(0.0, 0.0, 2.0, 1.0),), GRID.crs_wkt)
    sides = landslide_outlines(square)
    assert np.hypot(sides[:, 2] - sides[:, 0], sides[:, 3] - sides[:, 1]).sum() == 6.0
    assert not len(landslide_outlines(FeatureSet((point_wkb(0.0, 0.0),), GRID.crs_wkt)))
