"""Compiled terrain kernels against the NumPy code, which has its own tests against the definitions."""

import heapq
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy import ndimage

from landslide_plugin.core.errors import Cancelled
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.terrain import CATALOGUE, TerrainSettings
from landslide_plugin.core.terrain.catalogue import LocalTerrain
from landslide_plugin.core.terrain.derive import local_factors, route_flow
from landslide_plugin.core.terrain.distance import cells_as_segments, distance_of_cells_m, index_lines
from landslide_plugin.core.terrain.engine import Task, band_file
from landslide_plugin.core.types.grid import Strip
from landslide_plugin.core.types.ground import globe, plane
from landslide_plugin.core.workflows.factor_stack.fast_engine import FileBands, kernels_digest

CACHE = Path(__file__).resolve().parents[4] / "build" / "numba" / kernels_digest()
CACHE.mkdir(parents=True, exist_ok=True)
os.environ["NUMBA_CACHE_DIR"] = str(CACHE)

from landslide_plugin.core.terrain.kernels import bands, filling, nearest, routing  # noqa: E402
from landslide_plugin.core.terrain.kernels import outlets as kernel_outlets  # noqa: E402
from landslide_plugin.core.terrain.kernels.meter import DONE, watched  # noqa: E402

FACTORS = tuple(CATALOGUE.values())
AXES = (6378137.0, 6356752.314245)
STREAMS_KM2 = 0.01


def rough(seed, shape=(61, 83), relief=400.0):
    """A DEM with slopes, pits, plateaus and holes."""
    rng = np.random.default_rng(seed)
    heights = ndimage.gaussian_filter(rng.normal(0, 1, shape), 4) * relief + rng.normal(0, 1, shape)
    heights[10:20, 30:44] = np.round(heights[10:20, 30:44] / 20.0) * 20.0
    heights[rng.random(shape) < 0.01] = np.nan
    heights[40:46, 50:60] = np.nan
    heights[43, 55] = 7.0
    return (heights + 1500.0).astype(np.float32)


def degrees(shape, north=46.0):
    """Ground of a grid of one arc second."""
    rows, cols = shape
    second = 1.0 / 3600.0
    return globe(np.arange(cols + 1) * second, north - np.arange(2 * rows + 1) * second / 2.0, AXES)


GROUNDS = {"plane": lambda shape: plane(shape, 10.0, 25.0), "degrees": degrees}


def by_both(heights, ground, settings, lines=None, sinks=None):
    """All bands by the NumPy code and by the kernels, with the cut catchments."""
    task = Task(heights, ground, FACTORS, settings, lines or {}, sinks, tempfile.mkdtemp())
    upslope = route_flow(heights, ground, settings, FACTORS, sinks=sinks)
    whole = LocalTerrain(heights, ground, Strip(0, len(heights)), upslope, settings)
    expected = local_factors(whole, FACTORS)
    found = compiled(task)
    return dict(zip(CATALOGUE, expected)), found


def compiled(task, on_disk=False):
    upslope = routing.route(task, routing.Room(task.folder, on_disk), Progress())
    bands.write_factors(task, upslope, Progress())
    bands.write_distances(task, Progress())
    names = (*CATALOGUE, *task.lines)
    rows, cols = task.heights_m.shape
    files = FileBands(task.folder, names, cols, True)
    return dict(zip(names, files.values(Strip(0, rows))))


TOLERANCE = {
    "slope": {"atol": 2e-5},
    "aspect": {"atol": 1e-4},
    "plan_curvature": {"rtol": 2e-5, "atol": 1e-6},
    "vrm": {"atol": 1e-9},
}
"""The others: single precision, relative to the largest value there is."""


def compare(found, expected):
    for name, values in expected.items():
        assert_array_equal(np.isnan(found[name]), np.isnan(values), err_msg=name)
        there = np.isfinite(values)
        largest = np.abs(values[there]).max()
        limits = TOLERANCE.get(name, {"rtol": 1e-5, "atol": 2e-7 * largest})
        assert_allclose(found[name][there], values[there], **{"rtol": 0.0, **limits}, err_msg=name)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("method", ["multiple", "d8", "d_infinity"])
@pytest.mark.parametrize("holes_drain", [True, False])
def test_every_factor_is_that_of_the_numpy_code(ground, method, holes_drain):
    heights = rough(1 + holes_drain)
    settings = TerrainSettings(
        flow_method=method,
        holes_drain=holes_drain,
        slope_method="horn" if holes_drain else "zevenbergen_thorne",
        level_curvature=0.0 if holes_drain else float("nan"),
        stream_area_km2=STREAMS_KM2,
        position_radius_cells=1 if holes_drain else 3,
    )
    expected, found = by_both(heights, GROUNDS[ground](heights.shape), settings)
    compare(found, expected)
    assert np.isfinite(expected["hand"]).mean() > 0.2
    assert len(np.unique(found["flow_accumulation"])) > 100


@pytest.mark.parametrize("limit", [0.5, 5.0])
def test_deep_depressions_and_sinks_keep_their_water(limit):
    heights = rough(5)
    sinks = np.zeros(heights.shape, dtype=bool)
    sinks[30, 30] = True
    settings = TerrainSettings(depth_limit_m=limit, stream_area_km2=STREAMS_KM2)
    expected, found = by_both(heights, plane(heights.shape, 10.0, 10.0), settings, sinks=sinks)
    compare(found, expected)
    filled, _ = by_both(heights, plane(heights.shape, 10.0, 10.0), replace(settings, depth_limit_m=np.inf))
    assert not np.array_equal(filled["flow_accumulation"], expected["flow_accumulation"], equal_nan=True)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("steps", [3, 1000])
def test_fill_is_bit_identical_on_plateaus(seed, steps):
    from landslide_plugin.core.terrain.water.cells import outlets
    from landslide_plugin.core.terrain.water.depressions import fill_depressions

    rng = np.random.default_rng(seed)
    heights = (rng.integers(0, steps, (70, 90)) - steps // 2).astype(np.float32)
    heights[rng.random(heights.shape) < 0.03] = np.nan
    surface = np.pad(heights, 1, constant_values=np.nan)
    outlet = np.zeros(surface.shape, np.uint8)
    kernel_outlets.find_outlets(surface, True, outlet)
    assert_array_equal(outlet[1:-1, 1:-1] == 1, outlets(heights))
    filling.fill(
        surface, outlet, np.zeros(heights.shape, np.uint16), Progress(), 1 + seed % 2, (256, 7, 16, 33)[seed]
    )
    assert_array_equal(surface[1:-1, 1:-1], fill_depressions(heights, outlets(heights)))


@settings_of(max_examples=40)
@given(
    seed=st.integers(0, 2**32 - 1),
    rows=st.integers(1, 40),
    cols=st.integers(1, 40),
    side=st.integers(1, 45),
    threads=st.integers(1, 3),
    levels=st.sampled_from([2, 5, 100_000]),
    holes=st.floats(0.0, 0.3),
)
def test_fill_is_a_flood_for_any_tiles_and_threads(seed, rows, cols, side, threads, levels, holes):
    rng = np.random.default_rng(seed)
    heights = (rng.integers(0, levels, (rows, cols)) - levels // 2).astype(np.float32)
    heights[rng.random(heights.shape) < holes] = np.nan
    surface = np.pad(heights, 1, constant_values=np.nan)
    outlet = np.zeros(surface.shape, np.uint8)
    kernel_outlets.find_outlets(surface, True, outlet)
    expected = flooded(heights, outlet[1:-1, 1:-1] == 1)
    numbers = np.zeros(heights.shape, np.uint16)
    cells, by_m = filling.fill(surface, outlet, numbers, Progress(), threads, side)
    assert_array_equal(surface[1:-1, 1:-1], expected)
    assert cells == np.count_nonzero(expected > heights)
    assert by_m == np.nanmax(expected - heights, initial=0.0)


def flooded(heights, outlet):
    """Priority flood with a heap (Barnes, Lehman and Mulla 2014, algorithm 1)."""
    filled, seen = heights.copy(), np.isnan(heights) | outlet
    waiting = [(heights[i, j], i, j) for i, j in np.argwhere(outlet)]
    heapq.heapify(waiting)
    while waiting:
        level, i, j = heapq.heappop(waiting)
        for a in range(max(i - 1, 0), min(i + 2, len(heights))):
            for b in range(max(j - 1, 0), min(j + 2, heights.shape[1])):
                if not seen[a, b]:
                    seen[a, b] = True
                    filled[a, b] = max(filled[a, b], level)
                    heapq.heappush(waiting, (filled[a, b], a, b))
    return filled


def test_files_instead_of_memory_give_the_same_bits():
    heights = rough(8)
    settings = TerrainSettings(stream_area_km2=STREAMS_KM2)
    ground = plane(heights.shape, 10.0, 10.0)
    tasks = [Task(heights, ground, FACTORS, settings, {}, None, tempfile.mkdtemp()) for _ in range(2)]
    in_memory, in_files = compiled(tasks[0]), compiled(tasks[1], on_disk=True)
    for name, values in in_memory.items():
        assert_array_equal(in_files[name], values, err_msg=name)


def test_strips_do_not_change_a_bit(monkeypatch):
    heights = rough(9)
    settings = TerrainSettings(stream_area_km2=STREAMS_KM2, position_radius_cells=2)
    task = Task(heights, degrees(heights.shape), FACTORS, settings, {}, None, tempfile.mkdtemp())
    whole = compiled(task)
    monkeypatch.setattr(bands, "STRIP_CELLS", 3 * heights.shape[1])
    monkeypatch.setattr(routing, "STRIP_CELLS", 5 * heights.shape[1])
    for name, values in compiled(task).items():
        assert_array_equal(values, whole[name], err_msg=name)


def test_a_plane_keeps_its_slope_at_edges_and_holes():
    _, cols = np.indices((9, 300))
    heights = (500.0 - np.tan(np.radians(20.0)) * cols * 10.0).astype(np.float32)
    heights[4, 100:103] = np.nan
    settings = TerrainSettings(stream_area_km2=1e-6)
    task = Task(heights, plane(heights.shape, 10.0, 10.0), FACTORS, settings, {}, None, tempfile.mkdtemp())
    found = compiled(task)
    there = np.isfinite(heights)
    assert_allclose(found["slope"][there], 20.0, atol=2e-3)
    assert_allclose(found["aspect"][there], 90.0, atol=1e-2)
    assert np.isnan(found["slope"][~there]).all()


@pytest.mark.parametrize("ground", GROUNDS)
def test_distances_are_those_to_every_segment(ground):
    shape = (70, 1100)
    here = GROUNDS[ground](shape)
    rng = np.random.default_rng(3)
    corner, span = here.centres_of([0], [0])[0], here.centres_of([-1], [-1])[0] - here.centres_of([0], [0])[0]
    start = corner + span * rng.uniform(-0.3, 1.3, (40, 1)) + rng.normal(0, 600, (40, 3))
    segments = np.stack([start, start + rng.normal(0, 150, (40, 3))], axis=1)
    segments[:5, 1] = segments[:5, 0]
    if ground == "plane":
        segments[..., 2] = 0.0
    found = routing.distances_m(segments, here, Progress())
    expected = distance_of_cells_m(index_lines(segments, here.cell_size_m), here)
    assert_allclose(found, expected, rtol=2e-7, atol=1e-3)


def test_distances_to_cells_are_scipys():
    marked = np.random.default_rng(4).random((300, 200)) < 0.003
    ground = plane(marked.shape, 10.0, 25.0)
    found = routing.distances_m(cells_as_segments(marked, ground), ground, Progress())
    assert_allclose(found, ndimage.distance_transform_edt(~marked, sampling=(25.0, 10.0)), atol=1e-3)


def test_one_segment_far_away_is_measured_too():
    ground = plane((600, 5), 10.0, 10.0)
    away = np.array([[[1e6, 0.0, 0.0], [1e6, -9e3, 0.0]]])
    found = routing.distances_m(away, ground, Progress())
    assert_allclose(found, 1e6 - np.tile(ground.along_x, (600, 1)), rtol=1e-6)


def test_cancelling_ends_a_running_kernel():
    heights = rough(2, shape=(600, 600))
    task = Task(
        heights, plane(heights.shape, 1.0, 1.0), FACTORS, TerrainSettings(), {}, None, tempfile.mkdtemp()
    )
    with pytest.raises(Cancelled):
        routing.route(task, routing.Room(task.folder, False), Progress(is_cancelled=lambda: True))


def test_a_meter_reports_while_the_kernel_runs():
    seen = []
    with watched(Progress(fraction=seen.append), 10) as meter:
        meter[DONE] = 5
        import time

        time.sleep(0.7)
    assert 0.5 in seen
    assert seen[-1] == 1.0


def test_bands_have_one_file_each():
    assert band_file("a", "slope").endswith("slope.f4")
    assert band_file("a", "cut").endswith("cut.u1")


def test_there_is_room_for_every_level_of_halving():
    assert nearest.TILE <= 2 ** ((nearest.LEVELS - 2) // 2)
