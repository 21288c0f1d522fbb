"""Each physical raster is read in the unit that was said, and refused by name where it betrays another."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.slope_stability.physical_rasters import (
    DEPTH_UNITS,
    SLOPE_UNITS,
    open_depth,
    open_slope,
    require_area,
    require_plausible,
    require_slope,
)

GRID = Grid(30, 40, (500000.0, 25.0, 0.0, 5000000.0, 0.0, -25.0), crs_wkt("EPSG:32632"))
DEGREES = np.random.default_rng(0).uniform(0.5, 62.0, GRID.shape)
STORED = {
    "degrees": DEGREES,
    "percent": 100 * np.tan(np.deg2rad(DEGREES)),
    "tangent": np.tan(np.deg2rad(DEGREES)),
    "radians": np.deg2rad(DEGREES),
}


def raster(path, values, unit=""):
    with RasterSink(str(path), GRID, [Band("b", unit)]) as sink:
        sink.write(0, 0, np.broadcast_to(np.asarray(values, np.float32), GRID.shape))
    return str(path)


@pytest.mark.parametrize("unit", SLOPE_UNITS)
def test_a_slope_in_any_unit_that_is_said_is_read_in_degrees(tmp_path, unit):
    with open_slope(raster(tmp_path / "slope.tif", STORED[unit]), unit) as source:
        require_slope(source, 0, unit)
        np.testing.assert_allclose(source.read(0), DEGREES, rtol=2e-6)
        np.testing.assert_allclose(source.read(0, 3, 2, slice(4, 9)), DEGREES[3:5, 4:9], rtol=2e-6)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (STORED["percent"], "in percent.*SLOPE_UNIT=percent"),
        (STORED["tangent"] * 0.8, "SLOPE_UNIT=tangent"),
        (STORED["radians"], "radians"),
        (np.where(DEGREES > 61.9, 6.0, 0.3), "SLOPE_UNIT=degrees if the ground is that flat"),
        (DEGREES * 50, "a DEM"),
        (DEGREES - 3, "goes down to"),
        (np.where(DEGREES > 60, 255.0, DEGREES), r"holds 255 in \d+ cells, a usual mark"),
        (np.where(DEGREES > 60, -9999.0, DEGREES), None),
    ],
)
def test_a_slope_of_which_nobody_said_the_unit_is_refused_where_it_betrays_another(tmp_path, values, words):
    with open_slope(raster(tmp_path / "slope.tif", values), "unsaid") as source:
        if words is None:  # the sink itself declares -9999
            return require_slope(source, 0, "unsaid")
        with pytest.raises(InputError, match=words):
            require_slope(source, 0, "unsaid")
    return None


@pytest.mark.parametrize(("stored", "said"), [("deg", "unsaid"), ("", "degrees")])
def test_ground_that_is_as_flat_as_the_raster_says_is_taken(tmp_path, stored, said):
    path = raster(tmp_path / "slope.tif", np.where(DEGREES > 61.9, 6.0, 0.3), stored)
    with open_slope(path, said) as source:
        require_slope(source, 0, said)


@pytest.mark.parametrize("unit", DEPTH_UNITS)
def test_depths_in_a_unit_that_is_said_are_read_in_metres(tmp_path, unit):
    depth_m = DEGREES / 10
    with open_depth(raster(tmp_path / "depth.tif", depth_m / DEPTH_UNITS[unit]), unit) as source:
        require_plausible("soil_depth", source, said=True)
        np.testing.assert_allclose(source.read(0), depth_m, rtol=2e-6)


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("soil_depth", DEGREES * 10, "probably in cm; say DEPTH_UNIT=cm"),
        ("soil_depth", DEGREES * 200, "probably in mm"),
        ("soil_depth", np.where(DEGREES > 60, 255.0, 2.0), r"255 in \d+ cells, a usual mark of no-data"),
        ("soil_depth", np.where(DEGREES > 60, 65535.0, 2.0), r"65535 in \d+ cells"),
        ("soil_depth", np.where(DEGREES > 60, 9.96921e36, 2.0), "a usual mark of no-data"),
        ("soil_depth", DEGREES - 5, "positive downwards"),
        ("water_table", DEGREES * 10, "water-table depth of .*probably in cm"),
        ("rain", DEGREES * 15, "probably in mm a day"),
        ("rain", DEGREES - 5, "cannot be negative"),
    ],
)
def test_a_wrong_unit_or_mark_is_named(tmp_path, name, values, words):
    with RasterSource(raster(tmp_path / "x.tif", values)) as source, pytest.raises(InputError, match=words):
        require_plausible(name, source)


def test_good_rasters_pass(tmp_path):
    for name in ("soil_depth", "water_table", "rain"):
        with RasterSource(raster(tmp_path / f"{name}.tif", DEGREES / 2)) as source:
            require_plausible(name, source)


@pytest.mark.parametrize(
    ("values", "words"), [(np.log10(DEGREES + 25), "logarithm"), (-DEGREES, "as a logarithm")]
)
def test_a_logarithm_is_no_upslope_area(tmp_path, values, words):
    with (
        RasterSource(raster(tmp_path / "area.tif", values)) as source,
        pytest.raises(InputError, match=words),
    ):
        require_area(source, 0)
    with RasterSource(raster(tmp_path / "good.tif", DEGREES + 25)) as source:
        require_area(source, 0)
