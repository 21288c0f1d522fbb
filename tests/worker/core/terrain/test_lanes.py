"""What is done to eight neighbours at once: the instructions against the Python beside them, and what comes of them."""

import os
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from landslide_plugin.core.progress import Progress
from landslide_plugin.core.terrain import CATALOGUE, TerrainSettings
from landslide_plugin.core.terrain.catalogue import chosen
from landslide_plugin.core.terrain.engine import Task, band_file
from landslide_plugin.core.types.ground import plane
from landslide_plugin.core.workflows.factor_stack.fast_engine import kernels_digest

CACHE = Path(__file__).resolve().parents[4] / "build" / "numba" / kernels_digest()
CACHE.mkdir(parents=True, exist_ok=True)
os.environ["NUMBA_CACHE_DIR"] = str(CACHE)

from landslide_plugin.core.terrain.kernels import bands, lanes, routing  # noqa: E402
from landslide_plugin.core.terrain.kernels.jit import serial  # noqa: E402

LEAST, BIT = np.float32(1e-9), np.uint8(16)
SHAPES = ((4, 4), (4, 9), (7, 5))
"""Framed rows and columns, the least there are first."""


@serial
def by_instructions(flat, area, givers, route, inverse, shares, ready, moves, cell, width, least, bit):
    lanes.slopes(flat, cell, width, inverse, np.uint64(8), least, shares, np.uint64(3))
    lanes.fetch(area, cell, width)
    lanes.hand(area, cell, width, shares, np.uint64(3))
    lanes.mark(route, cell, width, shares, np.uint64(3), bit)
    lanes.put(moves, np.uint64(8), cell, ready, 2)
    return lanes.release(givers, cell, width)


def in_python(flat, area, givers, route, inverse, shares, ready, moves, cell, width, least, bit):
    lanes.slopes_in_python(flat, cell, width, inverse, np.uint64(8), least, shares, np.uint64(3))
    lanes.fetch_in_python(area, cell, width)
    lanes.hand_in_python(area, cell, width, shares, np.uint64(3))
    lanes.mark_in_python(route, cell, width, shares, np.uint64(3), bit)
    lanes.put_in_python(moves, np.uint64(8), cell, ready, 2)
    return lanes.release_in_python(givers, cell, width)


def arrays(shape, seed):
    """Heights with gaps and equals, areas, bits of givers, codes, lengths, shares, a list and moves."""
    rng = np.random.default_rng(seed)
    heights = rng.integers(0, 4, shape).astype(np.float32)
    heights[rng.random(shape) < 0.1] = np.nan
    bits = np.where(rng.random(heights.size) < 0.5, 1 << rng.integers(0, 8, heights.size), 255)
    return (
        heights.ravel(),
        np.where(np.isnan(heights), np.nan, rng.random(shape)).ravel(),
        bits.astype(np.uint8),
        rng.integers(0, 8, heights.size).astype(np.uint8),
        rng.random(24).astype(np.float32),
        np.zeros(20, np.float32),
        np.zeros(12, np.uint64),
        rng.integers(-9, 9, 24).astype(np.int64).view(np.uint64),
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", range(4))
def test_instructions_do_what_the_python_beside_them_says(shape, seed):
    rows, cols = shape
    for number in (cols + 1, 2 * cols - 2, (rows - 2) * cols + 1, (rows - 1) * cols - 2):
        found, expected = arrays(shape, seed), arrays(shape, seed)
        for flat, area, *_ in (found, expected):
            flat[number], area[number] = 2.0, 0.5  # a cell that hands water on has a height
        rest = np.uint64(number), np.uint64(cols), LEAST, BIT
        assert by_instructions(*found, *rest) == in_python(*expected, *rest)
        for one, other in zip(found, expected):
            assert_allclose(one.astype(np.float64), other.astype(np.float64), rtol=1e-12)


def factors(heights, names, ground=None, **settings):
    """Bands of the kernels by name."""
    shape = heights.shape
    with tempfile.TemporaryDirectory() as folder:
        where = plane(shape, 10.0, 10.0) if ground is None else ground
        task = Task(heights, where, chosen(names), TerrainSettings(**settings), {}, None, folder)
        upslope = routing.route(task, routing.Room(folder, False), Progress())
        bands.write_factors(task, upslope, Progress())
        return {name: np.fromfile(band_file(folder, name), np.float32).reshape(shape) for name in names}


def bumpy(seed, rows, cols, levels):
    rng = np.random.default_rng(seed)
    heights = np.cumsum(rng.normal(0, 1, (rows, cols)), axis=0) + np.cumsum(
        rng.normal(0, 1, (rows, cols)), axis=1
    )
    heights = np.round(heights * levels) / levels + 100.0
    heights[rng.random((rows, cols)) < 0.03] = np.nan
    heights[0, 0], heights[-1, -1] = 100.0, 101.0
    return heights.astype(np.float32)


@pytest.mark.parametrize("method", ["horn", "zevenbergen_thorne"])
def test_factors_of_water_are_the_same_bits_alone_and_among_all(method):
    heights, names = bumpy(1, 70, 90, 8), ("catchment_area", "twi", "stream_power", "sediment_transport")
    together = factors(heights, tuple(CATALOGUE), slope_method=method, stream_area_km2=1e-3)
    for name in names:
        assert_array_equal(factors(heights, (name,), slope_method=method)[name], together[name])


TURNS = {
    "mirrored": lambda a: a[:, ::-1],
    "upside down": lambda a: a[::-1],
    "transposed": lambda a: a.T,
    "turned": np.rot90,
}


@given(
    seed=st.integers(0, 2**32 - 1),
    rows=st.integers(2, 40),
    cols=st.integers(2, 40),
    levels=st.sampled_from([1, 4, 1000]),
    turn=st.sampled_from(list(TURNS)),
)
@settings_of(max_examples=60)
def test_wetness_does_not_know_which_way_is_north(seed, rows, cols, levels, turn):
    heights, turned = bumpy(seed, rows, cols, levels), TURNS[turn]
    found = factors(np.ascontiguousarray(turned(heights)), ("twi", "catchment_area"))
    for name, values in factors(heights, ("twi", "catchment_area")).items():
        assert_allclose(found[name], turned(values), rtol=2e-5, atol=2e-5, err_msg=name)


@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(2, 30), cols=st.integers(2, 30))
@settings_of(max_examples=30)
def test_no_water_is_lost_or_made_where_none_can_leave_but_at_one_cell(seed, rows, cols):
    heights = np.abs(bumpy(seed, rows, cols, 1000))
    heights[np.isnan(heights)] = 500.0
    walled = np.full((rows + 2, cols + 2), 9000.0, np.float32)
    walled[1:-1, 1:-1], walled[0, 1] = heights, -9000.0
    area = factors(walled, ("catchment_area",))["catchment_area"] * 10.0
    assert area[0, 1] <= walled.size * 100.0 * (1.0 + 1e-6)
    assert area[0, 1] >= rows * cols * 100.0 * (1.0 - 1e-6)


def test_logarithm_is_that_of_the_library():
    area = np.concatenate([np.geomspace(1e-3, 1e9, 4001), [1.0, np.nan]]).astype(np.float32).reshape(1, -1)
    out = np.empty_like(area)
    bands.local.wetness(area, np.ones_like(area), np.float32(1e-3), out)
    assert_allclose(out, np.log(area.astype(np.float64)), rtol=2e-7, atol=2e-7)
