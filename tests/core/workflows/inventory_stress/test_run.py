"""A stressed inventory: nothing changes where nothing was changed, and what hurts is seen to hurt."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.vector import box_wkb, line_wkb, point_wkb
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.inventory_stress.page import csv_of, headline, page_of, quality_words
from landslide_plugin.core.workflows.inventory_stress.run import FAR, MOVED, RANDOM, SMALL, StressPlan, stress
from landslide_plugin.core.workflows.training.request import TrainingRequest
from tests.support.training_rasters import UTM, raster

GRID = Grid(80, 80, (400000.0, 10.0, 0.0, 5000000.0, 0.0, -10.0), UTM)
COUNT = 80


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """Ground whose steepness changes from cell to cell, with polygons of landslides on the steepest cells."""
    rng = np.random.default_rng(0)
    steep = rng.normal(size=GRID.shape).astype(np.float32)
    other = rng.normal(size=GRID.shape).astype(np.float32)
    path = raster(tmp_path_factory.mktemp("stress") / "f.tif", {"slope": steep, "other": other}, GRID)
    chosen = np.argsort(-(steep + rng.normal(size=GRID.shape)).ravel())[:COUNT]
    places = [GRID.centre_of(cell // 80, cell % 80) for cell in chosen]
    sizes = 1.0 + np.arange(COUNT) / COUNT * 3.0
    boxes = tuple(box_wkb(x - s, y - s, x + s, y + s) for (x, y), s in zip(places, sizes))
    return path, FeatureSet(boxes, UTM, name="slides"), places


@pytest.fixture(scope="module")
def request_of(ground):
    path, features, _ = ground
    settings = {"cv_folds": 4, "seed": 5}
    rules = SamplingRules(polygon_rule="one_point", ratio=2.0, seed=5)
    return TrainingRequest([path], features, rules, settings, families=["logistic"])


@pytest.fixture(scope="module")
def found(request_of):
    road = FeatureSet(
        (line_wkb(np.array([[400000.0, 4999000.0], [400000.0, 5000000.0]])),), UTM, name="roads"
    )
    plan = StressPlan("logistic", (0.0, 5.0, 100.0), (0.25, 0.95), 4, lines=road)
    return stress(request_of, plan, SILENT)


def row(found, kind, level):
    return next(one for one in found.rows if (one.kind, one.level) == (kind, level))


def test_a_move_of_nothing_changes_nothing(found):
    still = row(found, MOVED, 0.0)
    assert (still.change, still.other_class, still.auroc_sd, still.lost) == (0.0, 0.0, 0.0, 0.0)


def test_farther_moves_hurt_more_where_the_ground_changes_from_cell_to_cell(found):
    near, far = row(found, MOVED, 5.0), row(found, MOVED, 100.0)
    assert found.auroc > 0.7
    assert far.change < near.change < 0.01
    assert near.change > -0.05  # half of them moved by a cell: the model is as good, judged where they are
    assert far.change < -0.05
    assert far.other_class > near.other_class > 0


def test_every_stress_is_tried_and_too_few_landslides_are_no_figure(found):
    assert {one.kind for one in found.rows} == {MOVED, RANDOM, SMALL, FAR}
    assert np.isnan(row(found, RANDOM, 0.95).auroc)
    assert row(found, RANDOM, 0.25).auroc_sd > 0
    assert row(found, SMALL, 0.25).auroc_sd == 0  # the same ones are missing each time
    assert not found.notes


def test_the_quality_level_counts_what_was_done(found, request_of, ground):
    assert found.quality_level == 3
    assert "not its independent test" in quality_words(found)[2]
    _, _, places = ground
    other = FeatureSet(tuple(point_wkb(x + 10.0, y) for x, y in places[:30]), UTM, name="later")
    plan = StressPlan("bivariate", (), (), 1, independent=other)
    later = stress(request_of, plan, SILENT)
    assert later.quality_level == 1 + 4
    assert 0.2 < later.independent_auroc < 0.8  # the cells beside landslides are like any


def test_landslides_of_the_training_given_again_took_part(request_of, ground):
    _, _, places = ground
    wide = FeatureSet(tuple(box_wkb(x - 4, y - 4, x + 14, y + 4) for x, y in places), UTM, name="same")
    plan = StressPlan("logistic", (), (), 1, independent=wide)
    with pytest.raises(InputError, match="same has no landslide on cells with all factors that took no part"):
        stress(request_of, plan, SILENT)


def test_page_and_table_tell_all(found):
    page = page_of(found, "<b>slides</b>")
    assert "<b>slides" not in page
    assert "Quality level 3 of 7" in page
    assert page.count("<tr>") == 1 + len(found.rows)
    assert len(csv_of(found).splitlines()) == 2 + len(found.rows)
    assert f"{found.auroc:.3f}" in headline(found)


def test_points_have_no_sizes(request_of, ground):
    _, _, places = ground
    points = FeatureSet(tuple(point_wkb(x, y) for x, y in places), UTM, name="points")
    asked = replace(request_of, inventory=points)
    told = stress(asked, StressPlan("logistic", (), (0.25,), 2), SILENT)
    assert told.sizes is None
    assert len(told.notes) == 2
    assert "size" in told.notes[0]
