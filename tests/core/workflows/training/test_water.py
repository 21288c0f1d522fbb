"""Sea and lakes are no stable ground: named with their share, and without samples unless asked for."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.training.gather import sample_inventory, study_cells
from tests.support.training_rasters import GRID, UTM, raster

ROW, COL = np.mgrid[: GRID.rows, : GRID.cols]
SEA = ROW >= 300
LAND = np.where(SEA, 0.0, 900.0 - 3 * ROW + np.sin(COL) + 0.37).astype(np.float32)


@pytest.fixture(params=["elevation", "slope"])
def factors(request, tmp_path):
    values = LAND if request.param == "elevation" else np.where(SEA, 0.0, 20.0 + np.sin(ROW * COL))
    path = raster(tmp_path / "factors.tif", {request.param: values, "twi": np.sin(ROW + COL * 0.1)})
    with FactorSources([path]) as sources:
        yield sources


def slides(rows=range(20, 280, 8), cols=(5, 14)):
    places = [GRID.centre_of(row, col) for row in rows for col in cols]
    return FeatureSet(tuple(point_wkb(x, y) for x, y in places), UTM, name="slides")


def drawn(factors, rules, features=None):
    return sample_inventory(features or slides(), factors, study_cells(factors, None, None), rules)


@pytest.mark.parametrize("absences", ["random", "all"])
def test_no_sample_lies_in_the_sea_and_its_share_is_told(factors, absences):
    found = drawn(factors, SamplingRules(absences, ratio=3.0))
    assert found.rows.max() < 300
    assert found.notes[0].startswith("50 % of the cells lie in flat patches")
    assert "FLAT_PATCHES=keep" in found.notes[0]


def test_the_sea_is_sampled_where_that_is_asked_for_and_is_told_all_the_same(factors):
    rules = SamplingRules(ratio=3.0)
    kept = drawn(factors, replace(rules, flat_patches="keep"))
    assert (kept.rows >= 300).mean() > 0.2
    assert kept.notes[0].startswith("50 % of the cells lie in flat patches")
    assert kept.area_share == pytest.approx(drawn(factors, rules).area_share / 2)


def test_a_landslide_in_a_lake_is_counted_and_left_out(factors):
    found = drawn(factors, SamplingRules(), slides((20, 50, 90, 150, 200, 250, 400)))
    assert found.landslides == 12
    assert any(
        note.startswith("2 landslide cells lie outside") and "flat patches" in note for note in found.notes
    )


def test_ground_without_any_height_but_one_holds_no_lake(tmp_path):
    path = raster(tmp_path / "even.tif", {"elevation": np.zeros(GRID.shape), "twi": np.sin(ROW)})
    with FactorSources([path]) as sources:
        found = drawn(sources, SamplingRules(ratio=3.0))
    assert not any("flat patches" in note for note in found.notes)
    assert (found.rows >= 300).any()
