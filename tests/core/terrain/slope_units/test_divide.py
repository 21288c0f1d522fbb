"""Slope units on surfaces whose units are known, and what holds on every DEM."""

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from scipy import ndimage

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.terrain.slope_units.descent import descent_of
from landslide_plugin.core.terrain.slope_units.divide import UnitSettings, relief_of, slope_units
from landslide_plugin.core.terrain.slope_units.graph import borders
from landslide_plugin.core.terrain.slope_units.halves import half_basins
from landslide_plugin.core.terrain.slope_units.quality import quality_of
from landslide_plugin.core.terrain.water.cells import outlets
from landslide_plugin.core.terrain.water.depressions import fill_depressions
from landslide_plugin.core.terrain.water.flow import upslope_area_m2
from landslide_plugin.core.types.ground import plane

DEM = Path(__file__).parents[3] / "data" / "rbsf_dem.npz"
SMALL = UnitSettings(threshold_m2=400.0, least_m2=60.0, variance=0.2)
Y, X = np.mgrid[0:60, 0:61].astype(np.float32)
MIDDLE = 30.0


def ground_of(heights, cell_m=1.0):
    return plane(heights.shape, cell_m, cell_m)


def units_of(heights, settings=SMALL, cell_m=1.0):
    heights = heights.astype(np.float32)
    filled = fill_depressions(heights, outlets(heights))
    return slope_units(relief_of(heights, filled, ground_of(heights, cell_m)), settings)


@pytest.fixture(scope="module")
def real():
    with np.load(DEM) as stored:
        heights = stored[stored.files[0]].astype(np.float32)
    filled = fill_depressions(heights, outlets(heights))
    return heights, filled, relief_of(heights, filled, ground_of(heights, 10.0))


@pytest.mark.parametrize("tilt", [0.05, 0.3, 0.7, 1.0, 1.5])
def test_a_tilted_valley_is_two_units_that_meet_in_its_channel(tilt):
    units = units_of(np.abs(X - MIDDLE) - tilt * Y)
    assert units.max() == 1
    assert_array_equal(np.unique(units[:, :30]), units[0, 0])
    assert_array_equal(np.unique(units[:, 31:]), units[0, -1])
    assert units[0, 0] != units[0, -1]


@pytest.mark.parametrize("size", [40, 41])
@pytest.mark.parametrize("threshold_m2", [50.0, 400.0])
def test_a_roof_is_two_units_and_a_pyramid_four(size, threshold_m2):
    settings = UnitSettings(threshold_m2, 60.0, 0.2)
    middle = (size - 1) / 2
    y, x = np.abs(np.mgrid[0:size, 0:size] - middle)
    assert units_of(-x, settings).max() == 1
    for pyramid in (-np.maximum(x, y), -(x + y)):
        units = units_of(pyramid, settings)
        assert units.max() == 3
        assert np.bincount(units.ravel()).min() >= (size - 1) ** 2 / 4 - size


def test_a_plane_is_one_unit():
    assert units_of(0.3 * X + 0.5 * Y).max() == 0


def test_turned_and_mirrored_dems_have_as_many_units():
    heights = np.abs(X - MIDDLE) - 0.3 * Y + 4.0 * np.sin(X / 5.0) * np.cos(Y / 7.0)
    counts = [units_of(turned).max() for turned in (heights, heights[::-1], heights[:, ::-1], heights.T)]
    assert max(counts) - min(counts) <= 0.15 * max(counts) + 1


def test_away_from_the_edge_water_goes_where_d8_sends_it(real):
    """On a surface whose edge is far below all else, all water stays on the DEM until it is there."""
    heights = np.pad(real[0][100:200, 100:200], 1, constant_values=float(np.nanmin(real[0])) - 1.0)
    filled = fill_depressions(heights, outlets(heights))
    found = descent_of(filled, ground_of(heights, 10.0))
    slow = upslope_area_m2(filled, outlets(filled), 10.0, 10.0, method="d8")
    inner = slow[1:-1, 1:-1]
    mine = np.zeros(slow.size)
    mine[found.cell] = found.area_m2
    assert_array_equal(mine.reshape(slow.shape)[1:-1, 1:-1], inner)


def test_all_area_leaves(real):
    descent = real[2].descent
    leaves = descent.receiver == np.arange(descent.cell.size)
    assert descent.area_m2[leaves].sum() == np.isfinite(real[0]).sum() * 100.0


def test_every_receiver_has_a_lower_rank_and_is_no_higher(real):
    _, filled, relief = real
    descent, heights = relief.descent, filled.ravel()
    away = descent.receiver != np.arange(descent.cell.size)
    assert (descent.receiver[away] < np.flatnonzero(away)).all()
    assert (heights[descent.cell[descent.receiver]] <= heights[descent.cell]).all()


def test_lower_thresholds_only_divide(real):
    descent = real[2].descent
    coarse = half_basins(descent, 1e6)
    for threshold_m2 in (5e5, 1e5, 1e4, 1e3):
        fine = half_basins(descent, threshold_m2)
        owner = np.zeros(fine.max() + 1, np.int64)
        owner[fine] = coarse
        assert_array_equal(owner[fine], coarse)
        assert fine.max() > coarse.max()
        coarse = fine


def test_half_basins_end_where_streams_meet(real):
    """Each cell walks down to a stream and along it to the next confluence, one cell at a time."""
    heights = np.ascontiguousarray(real[1][150:220, 150:220])
    descent = descent_of(fill_depressions(heights, outlets(heights)), ground_of(heights, 10.0))
    stream, receiver = descent.mouth_m2 >= 1e4, descent.receiver
    givers = np.bincount(receiver[stream & (receiver != np.arange(receiver.size))], minlength=receiver.size)
    half, ends = half_basins(descent, 1e4), {}
    for start in np.flatnonzero(stream[receiver] | stream):
        cell = start if stream[start] else receiver[start]
        while receiver[cell] != cell and stream[receiver[cell]] and givers[receiver[cell]] < 2:
            cell = receiver[cell]
        ends.setdefault(int(half[start]), set()).add(int(cell))
    assert all(len(found) == 1 for found in ends.values())
    sides = np.bincount([min(found) for found in ends.values()])
    assert sides.max() == 2
    assert (sides == 2).sum() > 10


def test_every_cell_is_in_one_connected_unit_of_the_least_area(real):
    heights, _, relief = real
    units = slope_units(relief, UnitSettings(2e5, 2e4, 0.3))
    assert_array_equal(units >= 0, np.isfinite(heights))
    assert_array_equal(np.unique(units[units >= 0]), np.arange(units.max() + 1))
    assert all(ndimage.label(units == one)[1] == 1 for one in range(units.max() + 1))
    assert np.bincount(units[units >= 0]).min() * 100.0 >= 2e4


def test_outlines_follow_divides_and_channels(real):
    """Across an outline water flows apart or together; only where small parts were joined may it cross."""
    descent = real[2].descent
    units = slope_units(real[2], UnitSettings(2e5, 2e4, 0.3)).ravel()[descent.cell]
    below, area = descent.receiver, descent.area_m2
    crossing = units != units[below]
    on_slopes = area[below] < 1e4
    assert (crossing & on_slopes).mean() < 0.01
    uphill = half_basins(descent, 5e3)
    whole = [np.unique(units[uphill == part]).size == 1 for part in range(0, uphill.max(), 7)]
    assert np.mean(whole) > 0.9


def test_smaller_variance_or_area_gives_more_units_that_are_more_alike(real):
    relief = real[2]
    found = []
    for least_m2, variance in ((5e4, 0.5), (5e4, 0.2), (1e4, 0.2)):
        units = slope_units(relief, UnitSettings(2e5, least_m2, variance))
        ranked = units.ravel()[relief.descent.cell]
        found.append(quality_of(relief.looks(ranked), *borders(units)[:2]))
    assert found[0].units < found[1].units < found[2].units
    assert found[0].internal > found[1].internal > found[2].internal
    assert all(-1.0 < one.external < 1.0 for one in found)


def test_holes_stay_empty_and_islands_stay_whole():
    heights = np.abs(X - MIDDLE) - 0.3 * Y
    heights[20:30, 5:12] = np.nan
    heights[:, 50] = np.nan
    heights[40, 51:] = np.nan
    units = units_of(heights)
    assert_array_equal(units < 0, np.isnan(heights))
    assert not set(units[:, :50].ravel()) & set(units[:, 51:].ravel()) - {-1}


def test_level_ground_is_one_unit():
    assert units_of(np.zeros((30, 30))).max() == 0


def test_a_reduction_that_cannot_be_is_refused():
    with pytest.raises(InputError, match="reduction"):
        UnitSettings(reduction=1.0).thresholds(1.0)
