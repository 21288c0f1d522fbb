"""Filling, flats and accumulation against slow and plain versions of the same definitions."""

import heapq

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from landslide_plugin.core.errors import Cancelled
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.terrain import TerrainSettings, terrain_factors
from landslide_plugin.core.terrain.water.cells import outlets
from landslide_plugin.core.terrain.water.depressions import fill_depressions
from landslide_plugin.core.terrain.water.flow import upslope_area_m2

STEPS = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)]


def neighbours(shape, i, j):
    for down, right in STEPS:
        if 0 <= i + down < shape[0] and 0 <= j + right < shape[1]:
            yield i + down, j + right


def flooded(heights, outlet):
    """Priority flood with a heap (Barnes, Lehman and Mulla 2014, algorithm 1)."""
    filled, queue = heights.copy(), []
    seen = np.isnan(heights)
    for i, j in np.argwhere(outlet):
        heapq.heappush(queue, (heights[i, j], i, j))
        seen[i, j] = True
    while queue:
        level, i, j = heapq.heappop(queue)
        for cell in neighbours(heights.shape, i, j):
            if not seen[cell]:
                seen[cell] = True
                filled[cell] = max(heights[cell], level)
                heapq.heappush(queue, (filled[cell], *cell))
    return filled


def ways_out(heights, outlet):
    """Cells to go on each flat, by a plain queue."""
    way = {}
    for i, j in np.argwhere(np.isfinite(heights)):
        if outlet[i, j] or any(heights[n] < heights[i, j] for n in neighbours(heights.shape, i, j)):
            way[i, j] = 0
    queue = list(way)
    for cell in queue:
        for beside in neighbours(heights.shape, *cell):
            if heights[beside] == heights[cell] and beside not in way:
                way[beside] = way[cell] + 1
                queue.append(beside)
    return way


def accumulated(heights, outlet, dx, dy, exponent):
    """Area and the sum of what leaves or stays, cell by cell from the top down."""
    heights = heights.astype(float)
    way = ways_out(heights, outlet)
    cells = [tuple(c) for c in np.argwhere(np.isfinite(heights))]
    cells.sort(key=lambda c: (-heights[c], -way.get(c, 0)))
    area = np.where(np.isfinite(heights), dx * dy, np.nan)
    gone = 0.0
    for i, j in cells:
        weights, leaving, flat = {}, 0.0, []
        for down, right in STEPS:
            n, opposite = (i + down, j + right), (i - down, j - right)
            inside = 0 <= n[0] < heights.shape[0] and 0 <= n[1] < heights.shape[1]
            length = np.hypot(down * dy, right * dx)
            if inside and np.isfinite(heights[n]):
                if heights[n] < heights[i, j]:
                    weights[n] = ((heights[i, j] - heights[n]) / length) ** exponent
                elif heights[n] == heights[i, j] and n in way and way.get((i, j), 0) == way[n] + 1:
                    flat.append(n)
            elif outlet[i, j]:
                across = 0 <= opposite[0] < heights.shape[0] and 0 <= opposite[1] < heights.shape[1]
                if across and heights[opposite] > heights[i, j]:
                    leaving += ((heights[opposite] - heights[i, j]) / length) ** exponent
        if not weights:
            weights = dict.fromkeys(flat, 1.0)
        total = sum(weights.values()) + leaving
        for n, weight in weights.items():
            area[n] += area[i, j] * weight / total
        gone += area[i, j] * (leaving / total if weights else 1.0)
    return area, gone


def rough_grid(seed, rows=23, cols=31, holes=True, levels=12):
    """A small DEM full of depressions, plateaus, ties and holes."""
    rng = np.random.default_rng(seed)
    heights = rng.integers(0, levels, (rows, cols)).astype(np.float32)
    if holes:
        heights[rng.random((rows, cols)) < 0.06] = np.nan
        heights[8:12, 9:16] = np.nan
        heights[10, 12] = 5.0
    return heights


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("levels", [3, 12, 100000])
def test_fill_is_bit_identical_to_a_priority_flood(seed, levels):
    heights = rough_grid(seed, levels=levels)
    outlet = outlets(heights)
    assert_array_equal(fill_depressions(heights, outlet), flooded(heights, outlet))


def test_holes_that_are_walls_hold_water_back():
    heights = np.full((9, 9), 10.0, np.float32)
    heights[2:7, 2:7] = 4.0
    heights[4, 4] = np.nan
    drained = fill_depressions(heights, outlets(heights))
    held = fill_depressions(heights, outlets(heights, holes_drain=False))
    assert drained[3, 3] == 4.0
    assert held[3, 3] == 10.0
    assert np.isnan(held[4, 4])


def test_an_island_without_a_way_out_keeps_its_heights():
    heights = np.full((9, 9), 10.0, np.float32)
    heights[2:7, 2:7] = np.nan
    heights[4, 4] = 3.0
    filled = fill_depressions(heights, outlets(heights, holes_drain=False))
    assert filled[4, 4] == 3.0


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("fill", [True, False])
def test_accumulation_equals_a_cell_by_cell_one_and_loses_no_water(seed, fill):
    heights = rough_grid(seed, levels=(4, 30)[seed % 2])
    outlet = outlets(heights)
    surface = fill_depressions(heights, outlet) if fill else heights
    found = upslope_area_m2(surface, outlet, 10.0, 25.0)
    expected, gone = accumulated(surface, outlet, 10.0, 25.0, 1.1)
    assert_allclose(found, expected, rtol=1e-9)
    assert gone == pytest.approx(np.isfinite(heights).sum() * 250.0, rel=1e-9)


def test_water_is_balanced_where_none_can_leave():
    heights = np.pad(rough_grid(3, 60, 70, holes=False, levels=40), 1, constant_values=99.0)
    closed = np.zeros(heights.shape, dtype=bool)
    area = upslope_area_m2(heights, closed, 10.0, 10.0)
    beside = np.stack([np.roll(heights, step, (0, 1)) for step in STEPS])[:, 1:-1, 1:-1]
    bottoms = np.zeros(heights.shape, dtype=bool)
    bottoms[1:-1, 1:-1] = (beside > heights[1:-1, 1:-1]).all(axis=0)
    flats = np.zeros(heights.shape, dtype=bool)
    flats[1:-1, 1:-1] = (beside >= heights[1:-1, 1:-1]).all(axis=0) & ~bottoms[1:-1, 1:-1]
    way = ways_out(heights, closed)
    stays = bottoms | (flats & np.array([[tuple(c) not in way for c in row] for row in grid_of(heights)]))
    assert area[stays].sum() == pytest.approx(heights.size * 100.0, rel=1e-6)


def grid_of(heights):
    return np.moveaxis(np.indices(heights.shape), 0, -1)


def test_a_plane_drains_parallel_and_over_its_edges():
    heights = np.tile(100.0 - np.arange(30.0), (61, 1)).astype(np.float32)
    area = upslope_area_m2(heights, outlets(heights), 10.0, 10.0, exponent=1.1)
    assert_allclose(area[:, 0], 100.0)
    assert_allclose(area[30], 100.0 * np.arange(1, 31), rtol=1e-12)
    assert (area[0, 1:] < area[30, 1:]).all()


def test_water_crosses_a_filled_lake_to_its_outlet():
    heights = np.full((11, 21), 50.0, np.float32)
    heights[1:-1, 1:-1] = 20.0
    heights[5, 20] = 30.0
    heights[5, 5] = 60.0
    outlet = outlets(heights)
    filled = fill_depressions(heights, outlet)
    assert (filled[1:-1, 1:-1] == np.where(heights[1:-1, 1:-1] == 60.0, 60.0, 30.0)).all()
    area = upslope_area_m2(filled, outlet, 1.0, 1.0)
    assert area[5, 20] >= 9 * 19 + 1


def test_a_steeper_exponent_gathers_the_flow():
    x, y = np.meshgrid(np.arange(41.0) - 20.0, np.arange(41.0) - 20.0)
    cone = (1000.0 - np.hypot(x, y)).astype(np.float32)
    spread = upslope_area_m2(cone, outlets(cone), 1.0, 1.0, exponent=1.0)
    gathered = upslope_area_m2(cone, outlets(cone), 1.0, 1.0, exponent=30.0)
    ring = (np.hypot(x, y) > 12) & (np.hypot(x, y) < 18)
    assert gathered[ring].std() > 2.0 * spread[ring].std()


def test_specific_area_on_a_cone_is_half_the_radius():
    x, y = np.meshgrid(np.arange(201.0) - 100.0, np.arange(201.0) - 100.0)
    radius = np.hypot(x, y)
    found = terrain_factors(5000.0 - radius, 1.0, 1.0, ["catchment_area", "twi"])
    ring = (radius > 20.0) & (radius < 95.0)
    error = np.log(found["catchment_area"][ring] / (radius[ring] / 2.0))
    assert np.sqrt((error**2).mean()) < 0.1
    assert_allclose(found["twi"][ring], np.log(found["catchment_area"][ring]), atol=0.01)


def test_wetness_takes_the_slope_of_the_dem_that_was_not_filled():
    heights = np.add.outer(np.abs(np.arange(15.0) - 7), np.abs(np.arange(15.0) - 7)) + 10.0
    found = terrain_factors(heights, 1.0, 1.0, ["twi", "catchment_area", "slope"])
    gradient = np.tan(np.radians(found["slope"].astype(float)))
    assert gradient[3, 3] == pytest.approx(np.sqrt(2.0))
    expected = np.log(found["catchment_area"] / np.maximum(gradient, 1e-3))
    assert_allclose(found["twi"], expected, rtol=1e-5)


def test_level_ground_has_finite_wetness():
    found = terrain_factors(np.zeros((6, 8)), 10.0, 10.0, ["twi", "flow_accumulation"])
    assert np.isfinite(found["twi"]).all()
    assert (found["flow_accumulation"] >= 100.0).all()


def test_depressions_may_be_kept():
    heights = rough_grid(1, holes=False)
    kept = terrain_factors(heights, 1.0, 1.0, ["flow_accumulation"], TerrainSettings(fill=False))
    filled = terrain_factors(heights, 1.0, 1.0, ["flow_accumulation"])
    assert filled["flow_accumulation"].max() > kept["flow_accumulation"].max()


def test_cancel_stops_the_flow():
    heights = rough_grid(2, 60, 60, holes=False)
    with pytest.raises(Cancelled):
        terrain_factors(heights, 1.0, 1.0, ["twi"], progress=Progress(is_cancelled=lambda: True))
