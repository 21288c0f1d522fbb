"""How a map is cut to fit its memory: every cell once, wide tiled rasters by runs of columns, the same bits."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.types.window import Window
from landslide_plugin.core.workflows.mapping.plan import BASE_MEMORY_MIB, LEAST_CACHE_MIB, plan_map
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import NAMES, draw, grid, read, write_factors
from tools.check.random_bundle import random_bundle

WIDE = Window(0, 20_000, 0, 40_000)


def tiles_of(bands, height=256):
    return lambda cols: bands * height * cols * 4


@pytest.mark.parametrize("memory", [300.0, 512.0, 2048.0])
@pytest.mark.parametrize("bands", [1, 12, 48])
def test_a_plan_keeps_within_its_memory_and_covers_every_cell_once(memory, bands):
    plan = plan_map(WIDE, memory, 2000, tiles_of(bands), 40, 131_072)
    used = BASE_MEMORY_MIB + plan.cache_mib + 3 * 2000 * plan.rows * plan.cols / 2**20
    assert used <= memory
    assert sum(part.rows * part.cols for part in plan.parts()) == WIDE.rows * WIDE.cols
    ends = {(part.first_col, part.first_col + part.cols) for part in plan.parts()}
    assert sorted(ends)[0][0] == 0
    assert max(ends)[1] == WIDE.cols
    assert all(low[1] == high[0] for low, high in zip(sorted(ends), sorted(ends)[1:]))
    assert plan.cols == 512 or tiles_of(bands)(plan.cols) / 2**20 <= plan.cache_mib


def test_strips_are_read_by_whole_rows_however_wide():
    assert plan_map(WIDE, 2048.0, 2000, lambda cols: 12 * cols * 4, 0, 131_072).whole_rows
    assert not plan_map(WIDE, 512.0, 2000, tiles_of(12), 0, 131_072).whole_rows


def test_no_plan_for_too_little_memory():
    with pytest.raises(InputError, match="allow more memory"):
        plan_map(WIDE, BASE_MEMORY_MIB + LEAST_CACHE_MIB, 2000, tiles_of(1), 0, 131_072)


def test_runs_of_columns_give_the_same_bits_as_whole_rows(tmp_path):
    on, bundle = grid(60, 1300), random_bundle(soil=False)
    stack = write_factors(tmp_path / "s.tif", on)
    tiled = str(tmp_path / "t.tif")
    options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=4096"]
    gdal.Translate(tiled, stack, creationOptions=options).FlushCache()
    with FactorSources([tiled]) as factors:
        assert factors.block_bytes(1300) == 3 * 6 * 256 * 4096 * 4
    draw(bundle, stack, tmp_path / "a")
    draw(bundle, tiled, tmp_path / "b", MapOptions(memory_mib=BASE_MEMORY_MIB + 60))
    drawn = gdal.Open(str(tmp_path / "b" / "classes.tif"))
    assert drawn.GetRasterBand(1).GetBlockSize()[0] == 256
    for name in NAMES:
        np.testing.assert_array_equal(
            read(tmp_path / "a" / f"{name}.tif"), read(tmp_path / "b" / f"{name}.tif")
        )


def test_the_cache_of_the_program_is_given_back(tmp_path):
    before = gdal.GetCacheMax()
    draw(random_bundle(soil=False), write_factors(tmp_path / "s.tif", grid(9, 9)), tmp_path / "m")
    assert gdal.GetCacheMax() == before
