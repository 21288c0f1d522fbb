"""Soil depth from terrain: closed forms, and depths that do not hang on the extent."""

import json

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.terrain.settings import TerrainSettings
from landslide_plugin.core.terrain.soil_depth import DepthModel
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.soil_profile import depth_model
from landslide_plugin.core.workflows.soil_profile.depth_model import DepthJob, stated_cov, write_soil_depth

CELL = 10.0
RADIUS = 4
MODELS = {
    "slope": DepthModel("slope"),
    "s": DepthModel("s"),
    "z": DepthModel("z", lowest_m=1000.0, highest_m=1400.0),
    "position": DepthModel("position"),
}


def hills(rows=60, cols=50):
    y, x = np.mgrid[:rows, :cols]
    waves = 60 * np.sin(x / 7.0) + 45 * np.cos(y / 9.0) + 12 * np.sin((x + 2 * y) / 5.0)
    return (1200.0 + waves).astype(np.float32)


def write(path, heights, first_row=0):
    top = 900000.0 - CELL * first_row
    grid = Grid(*heights.shape, (500000.0, CELL, 0.0, top, 0.0, -CELL), crs_wkt("EPSG:32617"))
    with RasterSink(str(path), grid, [Band("dem", "m")]) as sink:
        sink.write(0, 0, heights)
    return str(path)


def depths(path, model, folder, cov=0.0):
    target = str(folder / f"depth_{np.random.default_rng().integers(1 << 40)}.tif")
    settings = TerrainSettings(position_radius_cells=RADIUS)
    write_soil_depth(DepthJob(path, target, model, cov, settings))
    with RasterSource(target) as source:
        return source.read(0), source.metadata


@pytest.mark.parametrize("degrees", [3.0, 20.0, 35.0, 55.0])
def test_a_plane_has_the_depth_of_the_formula(tmp_path, degrees):
    rise = np.tan(np.deg2rad(degrees)) * CELL
    path = write(tmp_path / "plane.tif", np.tile(1000 + rise * np.arange(30.0, dtype=np.float32), (20, 1)))
    low, high = np.tan(np.deg2rad([5.0, 50.0]))
    line = 3.0 * (1 - (np.tan(np.deg2rad(degrees)) - low) / (high - low) * (1 - 0.2 / 3.0))
    assert_allclose(depths(path, MODELS["slope"], tmp_path)[0], 3.0 * np.exp(-0.04 * degrees), rtol=1e-4)
    assert_allclose(depths(path, MODELS["s"], tmp_path)[0], np.clip(line, 0.2, 3.0), rtol=1e-4)
    assert_allclose(depths(path, MODELS["position"], tmp_path)[0], 3.0 * np.exp(-0.04 * degrees), rtol=2e-3)


def test_the_line_over_height_runs_between_its_own_limits(tmp_path):
    heights = np.tile(np.linspace(900, 1500, 25, dtype=np.float32)[:, None], (1, 5))
    found, _ = depths(write(tmp_path / "z.tif", heights), MODELS["z"], tmp_path)
    assert_allclose(found, np.clip(3.0 - (heights - 1000) / 400 * 2.8, 0.2, 3.0), rtol=1e-5)
    assert found[0, 0] == np.float32(3.0)
    assert found[-1, 0] == np.float32(0.2)


@pytest.mark.parametrize("name", list(MODELS))
def test_an_extent_cut_in_two_has_the_same_depths(tmp_path, name):
    heights, cut = hills(), 30
    whole, _ = depths(write(tmp_path / "whole.tif", heights), MODELS[name], tmp_path)
    upper, _ = depths(write(tmp_path / "upper.tif", heights[:cut]), MODELS[name], tmp_path)
    lower, _ = depths(write(tmp_path / "lower.tif", heights[cut:], cut), MODELS[name], tmp_path)
    reach = RADIUS if name == "position" else 1
    assert np.array_equal(whole[: cut - reach], upper[: cut - reach])
    assert np.array_equal(whole[cut + reach :], lower[reach:])
    assert whole.std() > 0.05


def test_hollows_are_deeper_than_noses_of_the_same_slope(tmp_path):
    y, x = np.mgrid[:60, :60] * CELL
    hollow = 2000 - 0.5 * y + (x - 300) ** 2 / 500
    nose = 2000 - 0.5 * y - (x - 300) ** 2 / 500
    in_hollow, on_nose = (
        depths(write(tmp_path / f"{i}.tif", z.astype(np.float32)), MODELS["position"], tmp_path)[0][30, 30]
        for i, z in enumerate((hollow, nose))
    )
    plain = 3.0 * np.exp(-0.04 * np.degrees(np.arctan(0.5)))
    assert on_nose < plain < in_hollow
    assert_allclose(in_hollow - plain, plain - on_nose, rtol=0.3)


def test_strips_equal_the_whole_and_no_data_stays(tmp_path, monkeypatch):
    heights = hills()
    heights[20:24, 10:15] = np.nan
    path = write(tmp_path / "dem.tif", heights)
    whole, _ = depths(path, MODELS["position"], tmp_path)
    monkeypatch.setattr(depth_model, "STRIP_CELLS", 7 * heights.shape[1])
    strips, _ = depths(path, MODELS["position"], tmp_path)
    assert whole.tobytes() == strips.tobytes()
    assert np.array_equal(np.isnan(whole), np.isnan(heights))


def test_the_raster_states_its_limits_and_spread(tmp_path):
    path = write(tmp_path / "dem.tif", hills())
    _, told = depths(path, MODELS["s"], tmp_path, cov=0.35)
    limits = json.loads(told["SOIL_DEPTH_MODEL"])
    assert (limits["model"], limits["gentlest_deg"], limits["steepest_deg"]) == ("s", 5.0, 50.0)
    target = str(tmp_path / "own.tif")
    write_soil_depth(DepthJob(path, target, MODELS["s"], 0.35))
    with RasterSource(target) as source:
        assert stated_cov(source) == 0.35
    with RasterSource(path) as source:
        assert stated_cov(source) == 0.0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"model": "z"}, "both"),
        ({"model": "z", "lowest_m": 5.0, "highest_m": 5.0}, "height"),
        ({"shallowest_m": 4.0}, "smallest"),
        ({"gentlest_deg": 50.0}, "slope"),
        ({"model": "guess"}, "allowed"),
    ],
)
def test_models_that_make_no_sense_are_refused(given, words):
    with pytest.raises(InputError, match=words):
        DepthModel(**given)
