"""Any number of layers, and water that is told wrongly."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.stability.factor_of_safety import failure_plane, failure_planes
from landslide_plugin.core.stability.pore_pressure import (
    Hydraulics,
    RainOnSoil,
    Storms,
    TransientHead,
    WaterTable,
)
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.profile import DepthProfile
from landslide_plugin.core.types.scenarios import COLUMNS, TriggerScenarios
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice, WaterRasters
from landslide_plugin.core.workflows.soil_profile.sources import SoilStrip

GRID = Grid(2, 2, (0.0, 10.0, 0.0, 0.0, 0.0, -10.0))
STORMS = TriggerScenarios((10.0, 50.0), COLUMNS, np.array([[2.0, 6.0, 0.2, 0.0], [20.0, 12.0, 0.5, 0.0]]))


def weak_at(layer, count=200, cells=3):
    """A soil of many thin layers, one of which has hardly any friction."""
    friction = np.full((count, cells), 0.7)
    friction[layer] = 0.05
    weight = np.full((count, cells), 18.0)
    return Soil(
        tuple((np.arange(count) + 1) / 20), np.full((count, cells), 4.0), friction, weight, weight, count / 20
    )


@pytest.mark.parametrize("layer", [30, 130, 199])
def test_the_weak_layer_of_two_hundred_is_found(layer):
    soil, slope = weak_at(layer), Slope.of(np.array([20.0, 30.0, 40.0]))
    rain = RainOnSoil(np.zeros(1), np.zeros(1), 1e-6, 0.1)
    plane = failure_plane(slope, soil, WaterTable(np.array([0.3]), rain), 0)
    assert (plane.layer == layer).all()
    np.testing.assert_allclose(plane.depth_m, (layer + 1) / 20)


def test_many_layers_under_transient_water():
    soil, slope = weak_at(150), Slope.of(np.array([20.0, 30.0, 40.0]))
    storms = Storms(np.array([5.0, 20.0]), np.array([6.0, 6.0]))
    water = TransientHead(np.array([0.2, 0.4]), storms, Hydraulics(1e-6, 1e-5), 10.0)
    for plane in failure_planes(slope, soil.split(4), water, [0.0, 0.0]):
        assert (plane.layer == 150).all()
        assert (np.abs(plane.depth_m - 151 / 20) < 1e-9).all()


def raster(path, values, bands=1):
    with RasterSink(str(path), GRID, [Band(f"b{i}") for i in range(bands)]) as sink:
        for i in range(bands):
            sink.write(i, 0, np.full(GRID.shape, values))
    return RasterSource(str(path))


@pytest.mark.parametrize(
    ("law", "name", "value", "bands", "words"),
    [
        ("water_table", "table_depth", -1.0, 1, "positive downwards"),
        ("water_table", "rain", 5.0, 1, "need one each"),
        ("transient", "rain", -5.0, 2, "0 to 1000 mm/h"),
        ("transient", "rain", 5000.0, 2, "0 to 1000 mm/h"),
        ("steady", "specific_area", -2.0, 1, "not as a logarithm"),
        ("steady", "table_depth", 1.0, 1, "needs the specific catchment area"),
    ],
)
def test_rasters_that_cannot_be_right_are_refused(tmp_path, law, name, value, bands, words):
    column = np.full((1, 3, *GRID.shape), 20.0, np.float32)
    strip = SoilStrip(DepthProfile((2.0,), ("cohesion_kpa", "friction_deg", "unit_weight_kn_m3"), column))
    with raster(tmp_path / "x.tif", value, bands) as source:
        choice = WaterChoice(law, STORMS, 1e-6, 0.1, 0.2, 1.5, rasters=WaterRasters(**{name: source}))
        with pytest.raises(InputError, match=words):
            choice(strip, 0, 2, np.full(GRID.shape, 30.0, np.float32))
