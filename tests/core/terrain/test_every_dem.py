"""What must hold for every DEM."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from landslide_plugin.core.terrain import CATALOGUE, TerrainSettings, terrain_factors
from landslide_plugin.core.terrain.catalogue import LocalTerrain
from landslide_plugin.core.terrain.derive import local_factors, route_flow
from landslide_plugin.core.terrain.water.cells import outlets
from landslide_plugin.core.terrain.water.depressions import fill_depressions
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.ground import plane

EVERY_CELL_KM2 = 2e-4
"""So little that small DEMs have streams: less than a cell of 10 x 25 m."""

QUICK = settings(max_examples=40)
SAME_WHEN_TURNED = [name for name in CATALOGUE if not name.startswith("aspect")]


@st.composite
def dems(draw):
    """Rough DEMs, in whole metres or not, with holes or without."""
    rows, cols = draw(st.integers(2, 14)), draw(st.integers(2, 14))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    heights = rng.normal(0, draw(st.sampled_from([1.0, 30.0])), (rows, cols))
    if draw(st.booleans()):
        heights = np.round(heights)
    heights[rng.random((rows, cols)) < draw(st.sampled_from([0.0, 0.15]))] = np.nan
    heights[0, 0] = 3.0
    return heights.astype(np.float32)


@QUICK
@given(dems(), st.sampled_from(["horn", "zevenbergen_thorne"]))
def test_turning_the_dem_by_90_degrees_turns_the_aspect_and_nothing_else(dem, method):
    chosen = TerrainSettings(slope_method=method, stream_area_km2=EVERY_CELL_KM2)
    upright = terrain_factors(dem, 10.0, 25.0, list(CATALOGUE), chosen)
    turned = terrain_factors(np.rot90(dem, -1), 25.0, 10.0, list(CATALOGUE), chosen)
    for name in SAME_WHEN_TURNED:
        expected = np.rot90(upright[name], -1)
        assert_allclose(turned[name], expected, rtol=2e-4, atol=1e-5, err_msg=name)
    difference = turned["aspect"] - np.rot90(upright["aspect"], -1) - 90.0
    off = (difference + 180.0) % 360.0 - 180.0
    assert_allclose(off[np.isfinite(off)], 0.0, atol=1e-3)
    assert_array_equal(np.isnan(turned["aspect"]), np.isnan(np.rot90(upright["aspect"], -1)))


@QUICK
@given(dems(), st.integers(1, 5), st.integers(1, 3))
def test_strips_equal_the_whole_bit_for_bit(dem, rows, radius):
    chosen = TerrainSettings(
        level_curvature=0.0, stream_area_km2=EVERY_CELL_KM2, position_radius_cells=radius
    )
    ground = plane(dem.shape, 10.0, 25.0)
    upslope = route_flow(dem, ground, chosen, tuple(CATALOGUE.values()))
    whole = terrain_factors(dem, 10.0, 25.0, list(CATALOGUE), chosen)
    grid = Grid(*dem.shape, (0.0, 10.0, 0.0, 0.0, 0.0, -25.0))
    parts = [
        local_factors(LocalTerrain(dem, ground, strip, upslope, chosen), tuple(CATALOGUE.values()))
        for strip in grid.strips(rows)
    ]
    assert_array_equal(np.concatenate(parts, axis=1), np.stack(list(whole.values())))


@QUICK
@given(dems(), st.floats(-500.0, 500.0))
def test_raising_the_dem_changes_no_factor_but_elevation(dem, by):
    whole = np.round(dem * 16) / 16
    chosen = TerrainSettings(stream_area_km2=EVERY_CELL_KM2)
    raised = terrain_factors(whole + np.float32(round(by)), 10.0, 25.0, list(CATALOGUE), chosen)
    as_it_was = terrain_factors(whole, 10.0, 25.0, list(CATALOGUE), chosen)
    for name in CATALOGUE:
        if name != "elevation":
            assert_array_equal(raised[name], as_it_was[name], err_msg=name)


@QUICK
@given(dems())
def test_filling_never_lowers_and_is_done_after_once(dem):
    outlet = outlets(dem)
    filled = fill_depressions(dem, outlet)
    there = np.isfinite(dem)
    assert (filled[there] >= dem[there]).all()
    assert set(filled[there]) <= set(dem[there])
    assert_array_equal(fill_depressions(filled, outlet), filled)
    assert_array_equal(np.isnan(filled), ~there)


@QUICK
@given(dems())
def test_what_has_no_height_has_no_factor(dem):
    chosen = TerrainSettings(stream_area_km2=EVERY_CELL_KM2)
    for name, values in terrain_factors(dem, 10.0, 25.0, list(CATALOGUE), chosen).items():
        assert np.isnan(values[np.isnan(dem)]).all(), name
        assert not np.isinf(values).any(), name
