"""Training refuses what it cannot use, with one line, before anything is written."""

import json

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import point_wkb, read_features, write_features
from landslide_plugin.core.types.features import FeatureSet
from tests.support.harness import messages, outputs
from tests.support.study import POINTS, SAMPLE, crop, derive_factors, map_with, read, train


@pytest.fixture(scope="module")
def factors(tmp_path_factory):
    return derive_factors(tmp_path_factory.mktemp("factors"))


def inventory(path, features):
    write_features(str(path), features, "point", layer="points")
    return f"{path}|layername=points"


def assert_refused(done, says, folder):
    assert done.returncode == 1, messages(done)
    assert says in messages(done)
    assert not (folder / "model").exists()
    assert not list(folder.glob("*.part"))


def test_factors_on_different_grids(factors, tmp_path):
    part = crop(factors, tmp_path / "part.tif", 0, 100, lambda _, values: values)
    done = train([factors, part], tmp_path / "model")
    assert_refused(done, "part is on another grid: size 100 x 383 instead of 415 x 383", tmp_path)


def test_an_empty_inventory(factors, tmp_path):
    empty = inventory(tmp_path / "e.gpkg", FeatureSet((), crs_wkt("EPSG:32717"), {"landslide": ()}))
    assert_refused(train(factors, tmp_path / "model", INVENTORY=empty), "empty", tmp_path)


def test_one_class_only(factors, tmp_path):
    given = read_features(str(SAMPLE / "landslide_points.gpkg"))
    only = FeatureSet(given.wkb, given.crs_wkt, {"landslide": (1,) * len(given)}, "only")
    done = train(factors, tmp_path / "model", INVENTORY=inventory(tmp_path / "o.gpkg", only))
    assert_refused(done, "landslides only, no stable sample", tmp_path)


def test_too_few_landslides(factors, tmp_path):
    given = read_features(str(SAMPLE / "landslide_points.gpkg"))
    labels = tuple(1 if i < 178 and label else 0 for i, label in enumerate(given.field("landslide")))
    few = FeatureSet(given.wkb, given.crs_wkt, {"landslide": labels}, "few")
    done = train(factors, tmp_path / "model", INVENTORY=inventory(tmp_path / "f.gpkg", few))
    assert_refused(done, "at least 10 are needed", tmp_path)


def test_no_overlap(factors, tmp_path):
    far = FeatureSet(tuple(point_wkb(800000 + i, 9e6) for i in range(40)), crs_wkt("EPSG:32717"), name="far")
    done = train(factors, tmp_path / "model", INVENTORY=inventory(tmp_path / "n.gpkg", far), LABEL_FIELD=None)
    assert_refused(done, "outside", tmp_path)


def test_an_inventory_without_crs(factors, tmp_path):
    given = read_features(str(SAMPLE / "landslide_points.gpkg"))
    bare = FeatureSet(given.wkb, "", given.attributes, "bare")
    done = train(factors, tmp_path / "model", INVENTORY=inventory(tmp_path / "b.gpkg", bare))
    assert_refused(done, "CRS", tmp_path)


def test_scenario_rasters_without_a_table(factors, tmp_path):
    done = train(factors, tmp_path / "model", TARGETS=factors)
    assert_refused(done, "no scenario table is given", tmp_path)


def test_physics_without_a_prior(factors, tmp_path):
    done = train(factors, tmp_path / "model", "trainphysics")
    assert_refused(done, "No slope-stability prior is given", tmp_path)


def test_a_number_out_of_range(factors, tmp_path):
    done = train(factors, tmp_path / "model", MEMBERS=0)
    assert done.returncode == 1
    assert not (tmp_path / "model").exists()


def test_an_unknown_label_field(factors, tmp_path):
    done = train(factors, tmp_path / "model", LABEL_FIELD="slide", INVENTORY=POINTS)
    assert_refused(done, "slide", tmp_path)


def test_without_the_modelling_environment_one_line_says_what_to_do(factors, tmp_path):
    from tests.support.harness import qgis_process

    params = {
        "FACTORS": factors,
        "INVENTORY": POINTS,
        "LABEL_FIELD": "landslide",
        "BUNDLE": tmp_path / "model",
    }
    done = qgis_process("trainensemble", params, env={"LANDSLIDE_PYTHON": "/nowhere/python"})
    assert_refused(done, "/nowhere/python", tmp_path)


def test_rain_from_a_raster_is_trained_on_and_mapped_with(factors, tmp_path):
    with RasterSource(str(factors)) as source:
        grid = source.grid
    west = np.broadcast_to(np.linspace(20, 90, grid.cols), grid.shape).copy()
    west[:5] = np.nan
    with RasterSink(str(tmp_path / "secret_storm.tif"), grid, [Band("rain", "mm/h")]) as sink:
        sink.write(0, 0, west)
    table = tmp_path / "rain.csv"
    table.write_text("return_period_yr,intensity_mm_h,duration_h\n10,10,6\n50,secret_storm.tif,6\n")
    outputs(train(factors, tmp_path / "model", SCENARIOS=table))
    stored = json.loads((tmp_path / "model" / "bundle.json").read_text())
    low, high = stored["triggers_by_cell"]["low"], stored["triggers_by_cell"]["high"]
    assert low == [10.0, 6.0]
    assert 60 < high[0] <= 90
    assert high[1] == 6.0
    assert not any(b"secret_storm" in path.read_bytes() for path in (tmp_path / "model").iterdir())
    done = map_with(tmp_path / "model", factors, tmp_path / "bare")
    assert done.returncode == 1
    assert "give SCENARIOS" in messages(done)
    assert not list((tmp_path / "bare").iterdir())
    done = map_with(tmp_path / "model", factors, tmp_path / "map", SCENARIOS=table)
    assert outputs(done)["MAPPED_CELLS"] > 0
    assert np.isfinite(read(tmp_path / "map" / "p.tif")).sum() == outputs(done)["MAPPED_CELLS"]
