"""From rasters and landslides to the page and table of a selection, by NumPy and SciPy alone."""

import csv
import io
import sys
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_selection.page import csv_of, headline, page_of, verdict_lines
from landslide_plugin.core.workflows.factor_selection.run import run_selection
from landslide_plugin.core.workflows.training.request import TrainingRequest
from tests.support.training_rasters import UTM, raster

GRID = Grid(70, 70, (400000.0, 10.0, 0.0, 5000000.0, 0.0, -10.0), UTM)
HEAVY = {"tensorflow", "keras", "sklearn", "base_attentive"}


@pytest.fixture(scope="module")
def request_of(tmp_path_factory):
    """Landslides on the cells that two of three factors make likely."""
    rng = np.random.default_rng(0)
    bands = {name: rng.normal(size=GRID.shape).astype(np.float32) for name in ("first", "second", "idle")}
    path = raster(tmp_path_factory.mktemp("selection") / "f.tif", bands, GRID)
    score = 2.0 * bands["first"] + bands["second"] + rng.normal(size=GRID.shape)
    chosen = np.argsort(-score.ravel())[:120]
    places = [GRID.centre_of(cell // 70, cell % 70) for cell in chosen]
    slides = FeatureSet(tuple(point_wkb(x, y) for x, y in places), UTM, name="slides < 2020")
    settings = {"cv_folds": 4, "seed": 5}
    return TrainingRequest([path], slides, SamplingRules(seed=5), settings, families=["logistic"])


@pytest.fixture(scope="module")
def run(request_of):
    return run_selection(request_of, 12, SILENT)


def test_what_made_the_landslides_is_kept(run):
    assert run.selection.names[:2] == ("first", "second")
    assert run.selection.kept == 2
    assert (run.landslides, run.stable) == (120, 120)
    assert not HEAVY & set(sys.modules)


def test_the_table_holds_a_row_a_step_with_gains_that_add_up(run):
    rows = list(csv.DictReader(io.StringIO(csv_of(run))))
    assert [row["factor"] for row in rows] == ["(none)", "first", "second", "idle"]
    assert [row["kept"] for row in rows] == ["", "yes", "yes", "no"]
    losses = [float(row["log_loss"]) for row in rows]
    for before, after, row in zip(losses, losses[1:], rows[1:]):
        assert float(row["log_loss_saved"]) == pytest.approx(before - after, abs=2e-3)
        assert float(row["log_loss_saved_low"]) <= float(row["log_loss_saved"])
        assert float(row["auroc_low"]) <= float(row["auroc"]) <= float(row["auroc_high"])
    assert rows[1]["auroc_verdict"] == "better"
    assert rows[3]["log_loss_verdict"] != "better"


def test_the_page_says_what_was_kept_and_escapes_names(run):
    page = page_of(run, "slides < 2020")
    assert headline(run).startswith("Kept: first, second (2 of 3).")
    assert headline(run) in page
    assert "slides &lt; 2020" in page
    assert page.count("<svg") == 2
    assert "took no part" in page
    against_all, against_none = verdict_lines(run)
    assert "better" in against_none
    assert "all factors" in against_all


def test_one_factor_is_nothing_to_select_among(request_of, tmp_path):
    band = np.random.default_rng(1).normal(size=GRID.shape).astype(np.float32)
    one = raster(tmp_path / "one.tif", {"only": band}, GRID)
    with pytest.raises(InputError, match="give two or more"):
        run_selection(replace(request_of, factors=[one]), 12, SILENT)
