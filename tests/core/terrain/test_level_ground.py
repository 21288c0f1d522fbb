"""Water is found by its one height, in strips as in the whole, and a slope is never taken for it."""

import numpy as np
import pytest

from landslide_plugin.core.terrain.level_ground import SQUARE, WHOLE_SQUARE, find_level, level_cells
from landslide_plugin.core.types.grid import Grid


def island(height=0.0, seed=0):
    """A rough cone that rises out of a sea of one height."""
    rng = np.random.default_rng(seed)
    row, col = np.mgrid[:90, :70]
    cone = 300.0 - 15.0 * np.hypot(row - 45, col - 30) + rng.normal(0, 0.2, row.shape)
    return np.where(cone > height + 1, cone, height).astype(np.float32)


@pytest.mark.parametrize("height", [0.0, 3.25, -0.5])
def test_the_sea_round_an_island_is_level_and_nothing_else(height):
    dem = island(height)
    found = level_cells(dem)
    assert not found[dem != height].any()
    assert found[dem == height].mean() > 0.95


@pytest.mark.parametrize(
    ("side", "height", "is_water"),
    [
        (SQUARE - 1, 0.0, False),
        (SQUARE, 0.0, True),
        (SQUARE, 12.0, False),
        (WHOLE_SQUARE - 1, 12.0, False),
        (WHOLE_SQUARE, 12.0, True),
        (SQUARE, 12.5, True),
    ],
)
def test_a_patch_is_water_from_a_square_on(side, height, is_water):
    dem = np.random.default_rng(1).normal(100, 9, (60, 60)).astype(np.float32)
    dem[5 : 5 + side, 9 : 9 + side] = height
    found = level_cells(dem)
    assert found.sum() == (side * side if is_water else 0)
    assert (dem[found] == height).all()


def test_a_plane_in_whole_metres_is_no_lake():
    row, col = np.mgrid[:200, :200]
    assert not level_cells(np.floor(0.06 * row + 0.03 * col + 50).astype(np.float32)).any()


def test_missing_heights_are_no_water():
    assert not level_cells(np.full((40, 40), np.nan, np.float32)).any()


@pytest.mark.parametrize("rows", [1, 4, 30])
def test_strips_find_what_the_whole_finds(rows):
    dem = np.round(island(12.0) / 3) * np.float32(3)
    grid, found = Grid(*dem.shape, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)), np.zeros(dem.shape, bool)
    patches = find_level(lambda first, last: dem[first:last], grid.strips(rows), found)
    np.testing.assert_array_equal(found, level_cells(dem))
    assert patches.by_height == {12.0: found.sum()}
    assert patches.cells == dem.size
    assert f"{100 * found.mean():.3g} % of the cells" in patches.words()
