"""Grids say how they differ and cut themselves into strips without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.types.grid import Grid

GRID = Grid(30, 20, (500.0, 10.0, 0.0, 9000.0, 0.0, -20.0))


@given(rows=st.integers(1, 200), height=st.integers(1, 60), halo=st.integers(0, 5))
def test_strips_cover_every_row_once_and_stay_inside(rows, height, halo):
    grid = Grid(rows, 3, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    covered = []
    for strip in grid.strips(height, halo):
        first, last = strip.read_rows
        assert 0 <= first <= strip.start < strip.stop <= last <= rows
        assert list(range(first, last))[strip.core] == list(range(strip.start, strip.stop))
        covered += range(strip.start, strip.stop)
    assert covered == list(range(rows))


@given(row=st.integers(0, 29), col=st.integers(0, 19))
def test_the_centre_of_a_cell_lies_in_that_cell(row, col):
    assert GRID.cell_of(*GRID.centre_of(row, col)) == (row, col)


def test_a_window_keeps_the_cells_where_they_are():
    window = GRID.window(10, 5)
    assert window.shape == (5, 20)
    assert window.centre_of(0, 3) == GRID.centre_of(10, 3)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (Grid(29, 20, GRID.geotransform), "size 29 x 20"),
        (Grid(30, 20, (500.0, 10.1, 0.0, 9000.0, 0.0, -20.0)), "cell size 10.1 x 20"),
        (Grid(30, 20, (502.0, 10.0, 0.0, 9000.0, 0.0, -20.0)), "shifted by up to 0.2 cells"),
    ],
)
def test_a_mismatch_is_named(other, says):
    with pytest.raises(GridMismatch, match=says) as caught:
        GRID.require_same(other, "lithology")
    assert "lithology" in str(caught.value)


def test_an_origin_off_by_a_micrometre_is_the_same_grid():
    assert GRID.same_as(Grid(30, 20, (500.000001, 10.0, 0.0, 9000.0, 0.0, -20.0)))


@pytest.mark.parametrize(
    ("transform", "says"),
    [
        ((0.0, 1.0, 0.1, 0.0, 0.0, -1.0), "rotated"),
        ((0.0, 1.0, 0.0, 0.0, 0.0, 1.0), "not north-up"),
        ((0.0, float("nan"), 0.0, 0.0, 0.0, -1.0), "finite"),
    ],
)
def test_unusable_geotransforms_are_refused(transform, says):
    with pytest.raises(InputError, match=says):
        Grid(2, 2, transform)
