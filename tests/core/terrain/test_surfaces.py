"""Slope, aspect, curvature and ruggedness on surfaces whose answer is known in closed form."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.terrain import CATALOGUE, TerrainSettings, terrain_factors

LOCAL = [name for name, row in CATALOGUE.items() if not row.of_flow]
DX, DY = 10.0, 25.0


def coordinates(rows, cols, dx=DX, dy=DY):
    """x to the east and y to the north of cell centres, 0 in the middle."""
    x = (np.arange(cols) - (cols - 1) / 2.0) * dx
    y = -(np.arange(rows) - (rows - 1) / 2.0) * dy
    return np.meshgrid(x, y)


def plane(azimuth_deg, slope_deg, rows=9, cols=11, dx=DX, dy=DY):
    """Heights that fall towards an azimuth."""
    x, y = coordinates(rows, cols, dx, dy)
    azimuth = np.radians(azimuth_deg)
    return -np.tan(np.radians(slope_deg)) * (x * np.sin(azimuth) + y * np.cos(azimuth)) + 500.0


def with_holes(heights):
    """The same heights with holes: one cell, a block, a corner, and a cell left with three neighbours."""
    holed = heights.copy()
    holed[4, 5] = np.nan
    holed[6:8, 2:4] = np.nan
    holed[0, 0] = np.nan
    holed[1, 8:10] = np.nan
    return holed


@pytest.mark.parametrize("method", ["horn", "zevenbergen_thorne"])
@pytest.mark.parametrize("azimuth", range(0, 360, 45))
def test_a_plane_keeps_slope_and_aspect_in_every_cell(azimuth, method):
    heights = with_holes(plane(azimuth, 20.0)).astype(np.float32)
    there = np.isfinite(heights)
    found = terrain_factors(heights, DX, DY, LOCAL, TerrainSettings(slope_method=method))
    assert there.sum() == 9 * 11 - 8
    assert_allclose(found["slope"][there], 20.0, atol=2e-3)
    turn = (found["aspect"][there] - azimuth + 180.0) % 360.0 - 180.0
    assert_allclose(turn, 0.0, atol=5e-3)
    assert (found["aspect"][there] < 360.0).all()
    assert_allclose(found["aspect_sin"][there], np.sin(np.radians(azimuth)), atol=1e-4)
    assert_allclose(found["aspect_cos"][there], np.cos(np.radians(azimuth)), atol=1e-4)
    for name in ("plan_curvature", "profile_curvature", "tangential_curvature", "total_curvature"):
        assert_allclose(found[name][there], 0.0, atol=1e-5, err_msg=name)
    for values in found.values():
        assert np.isnan(values[~there]).all()


def test_ruggedness_of_a_plane_is_the_same_at_borders_and_holes():
    heights = with_holes(plane(75.0, 30.0)).astype(np.float32)
    there = np.isfinite(heights)
    found = terrain_factors(heights, DX, DY, ["tri", "tpi", "roughness"])
    inner = terrain_factors(plane(75.0, 30.0), DX, DY, ["tri", "tpi", "roughness"])
    assert_allclose(found["tri"][there], inner["tri"][4, 4], rtol=1e-5)
    assert_allclose(found["roughness"][there], inner["roughness"][4, 4], rtol=1e-5)
    assert_allclose(found["tpi"][there], 0.0, atol=1e-4)


def test_level_ground_has_no_aspect_and_no_direction():
    found = terrain_factors(np.full((4, 5), 321.5), DX, DY, LOCAL)
    assert np.isnan(found["aspect"]).all()
    for name in ("slope", "aspect_sin", "aspect_cos", "total_curvature", "tri", "tpi", "roughness"):
        assert (found[name] == 0.0).all(), name
    for name in ("plan_curvature", "profile_curvature", "tangential_curvature"):
        assert np.isnan(found[name]).all(), name


def test_level_cells_stay_in_a_model_when_asked():
    heights = plane(90.0, 10.0)
    heights[:, 6:] = heights[:, 6:7]
    heights[0, 0] = np.nan
    kept = terrain_factors(heights, DX, DY, ["plan_curvature"], TerrainSettings(level_curvature=0.0))
    assert np.isnan(kept["plan_curvature"][0, 0])
    assert (kept["plan_curvature"][:, 8:] == 0.0).all()


def test_gradient_threshold_of_plan_curvature():
    for gradient, defined in ((0.9e-4, False), (1.2e-4, True)):
        x, _ = coordinates(5, 5, 1000.0, 1000.0)
        found = terrain_factors(x * gradient, 1000.0, 1000.0, ["plan_curvature"])["plan_curvature"]
        assert np.isfinite(found).all() == defined


def test_a_cone_drains_outwards_and_its_contours_are_circles():
    x, y = coordinates(61, 81, 2.0, 2.0)
    radius = np.hypot(x, y)
    found = terrain_factors(1000.0 - 0.5 * radius, 2.0, 2.0, LOCAL)
    far = (radius > 30.0) & (np.abs(x) < 78.0) & (np.abs(y) < 58.0)
    outwards = np.degrees(np.arctan2(x, y)) % 360.0
    assert_allclose(((found["aspect"] - outwards + 180) % 360 - 180)[far], 0.0, atol=0.1)
    assert_allclose(found["slope"][far], np.degrees(np.arctan(0.5)), atol=0.05)
    assert_allclose((found["plan_curvature"] * radius)[far], 1.0, atol=0.02)
    assert_allclose(found["profile_curvature"][far], 0.0, atol=2e-4)


@pytest.mark.parametrize(("dx", "dy"), [(5.0, 5.0), (5.0, 8.0)])
def test_a_paraboloid_has_the_curvatures_of_its_equation(dx, dy):
    a, b, c = -0.004, -0.001, 0.0015
    x, y = coordinates(21, 21, dx, dy)
    heights = a * x**2 + b * y**2 + c * x * y
    p, q, r, t, s = 2 * a * x + c * y, 2 * b * y + c * x, 2 * a, 2 * b, c
    g2 = np.maximum(p**2 + q**2, 1e-12)
    expected = {
        "plan_curvature": -(q**2 * r - 2 * p * q * s + p**2 * t) / g2**1.5,
        "profile_curvature": -(p**2 * r + 2 * p * q * s + q**2 * t) / (g2 * (1 + g2) ** 1.5),
        "tangential_curvature": -(q**2 * r - 2 * p * q * s + p**2 * t) / (g2 * np.sqrt(1 + g2)),
        "total_curvature": np.full_like(x, -(r + t)),
    }
    found = terrain_factors(heights, dx, dy, list(expected))
    inner = np.zeros(x.shape, dtype=bool)
    inner[1:-1, 1:-1] = g2[1:-1, 1:-1] > 1e-3
    for name, values in expected.items():
        assert_allclose(found[name][inner], values[inner], rtol=1e-3, atol=1e-6, err_msg=name)


def test_a_gaussian_hill_is_convex_above_and_concave_below():
    x, y = coordinates(201, 201, 5.0, 5.0)
    height, width = 100.0, 200.0
    z = height * np.exp(-(x**2 + y**2) / (2 * width**2))
    radius = np.hypot(x, y)
    steep = z * radius / width**2
    bend = -z / width**2 * (1 - radius**2 / width**2)
    expected = {
        "slope": np.degrees(np.arctan(steep)),
        "plan_curvature": 1.0 / np.where(radius > 0, radius, 1.0),
        "profile_curvature": -bend / (1 + steep**2) ** 1.5,
    }
    inner = np.zeros(x.shape, dtype=bool)
    inner[1:-1, 1:-1] = True
    inner &= (radius > 60.0) & (radius < 420.0)
    found = terrain_factors(z, 5.0, 5.0, list(expected))
    assert_allclose(found["slope"][inner], expected["slope"][inner], atol=0.02)
    assert_allclose(found["profile_curvature"][inner], expected["profile_curvature"][inner], atol=2e-5)
    assert_allclose((found["plan_curvature"] * radius)[inner], 1.0, atol=0.02)
    assert (found["profile_curvature"][inner & (radius < 0.9 * width)] > 0).all()
    assert (found["profile_curvature"][inner & (radius > 1.1 * width)] < 0).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1)])
def test_a_dem_without_two_rows_and_columns_is_refused(shape):
    with pytest.raises(InputError, match="at least 2 rows and 2 columns"):
        terrain_factors(np.ones(shape), DX, DY, ["slope"])


def test_a_dem_without_heights_is_refused():
    with pytest.raises(InputError, match="no cell with a height"):
        terrain_factors(np.full((3, 3), np.nan), DX, DY, ["slope"])


def test_cells_whose_neighbours_lie_on_one_line_have_no_slope():
    heights = np.full((5, 5), np.nan)
    heights[2, 1:4] = [1.0, 2.0, 3.0]
    assert np.isnan(terrain_factors(heights, DX, DY, ["slope"])["slope"]).all()
