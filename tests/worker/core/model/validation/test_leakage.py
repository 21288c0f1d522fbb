"""A factor that only later imagery could hold is found out by the scores without it."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.validation.leakage import leakage, without
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.worker.tasks import compare, train
from tests.support.small_world import SPECS, quick, world, write_job

SUSPECT = {"source": "vegetation index", "factors": ["ndvi"], "why": "unknown", "words": "ndvi may be later"}


def scarred():
    """A world in which the vegetation index shows the scars."""
    data = world(count=200, soil=False, rain=False, prior=False)
    ndvi = np.where(data.labels > 0, 0.1, 0.7) + np.random.default_rng(1).normal(0, 0.1, 200)
    static = np.column_stack([data.cells.static, ndvi]).astype(np.float32)
    return replace(data, specs=(*SPECS, FactorSpec("ndvi")), cells=replace(data.cells, static=static))


def test_scores_fall_without_the_factor_that_gives_landslides_away():
    data = scarred()
    parts = spatial_partitions(data, quick())
    found, notes = leakage(data, quick(), parts, [SUSPECT], None, SILENT)
    assert found[0]["auroc_with"]["logistic"] > 0.98
    assert found[0]["auroc_without"]["logistic"] < 0.95
    assert "possible leakage" in notes[0]
    assert f"{found[0]['auroc_without']['logistic']:.3f}" in notes[0]


def test_the_rest_is_the_world_without_it():
    rest = without(scarred(), ["ndvi"])
    plain = world(count=200, soil=False, rain=False, prior=False)
    assert rest.specs == plain.specs
    np.testing.assert_array_equal(rest.cells.static, plain.cells.static)
    assert without(plain, [spec.name for spec in SPECS]) is None


IDLE = {"even": (FactorSpec("even"), 3.0), "one class": (FactorSpec("geology", "categorical"), 7.0)}


def with_idle(kind):
    """A world in which one factor is the same everywhere."""
    spec, value = IDLE[kind]
    data = world(count=120, soil=False, rain=False, prior=False)
    static = np.column_stack([data.cells.static, np.full(120, value)]).astype(np.float32)
    return replace(data, specs=(*SPECS, spec), cells=replace(data.cells, static=static))


@pytest.mark.parametrize("kind", IDLE)
def test_a_factor_that_does_not_vary_is_nothing_to_be_judged_by(kind):
    data = with_idle(kind)
    terrain = {**SUSPECT, "factors": [spec.name for spec in SPECS]}
    found, notes = leakage(data, quick(), spatial_partitions(data, quick()), [terrain], None, SILENT)
    assert found[0]["auroc_without"] == {}
    assert "no factor is left that varies" in notes[0]


def test_a_class_that_varies_in_no_training_part_is_nothing_to_be_judged_by_either():
    data = world(count=120, soil=False, rain=False, prior=False)
    parts = spatial_partitions(data, quick())
    inside = parts[0].folds == parts[0].usable[0]
    static = np.column_stack([data.cells.static, inside]).astype(np.float32)
    data = replace(data, specs=(*SPECS, FactorSpec("inside")), cells=replace(data.cells, static=static))
    terrain = {**SUSPECT, "factors": [spec.name for spec in SPECS]}
    found, _ = leakage(data, quick(), parts, [terrain], None, SILENT)
    assert found[0]["auroc_without"] == {}


@pytest.mark.parametrize(("task", "more"), [(train, {}), (compare, {"families": ["logistic"]})])
def test_a_run_goes_on_beside_a_class_raster_of_one_class(task, more, tmp_path):
    job = write_job(tmp_path / "job", with_idle("one class"), tmp_path / "bundle")
    terrain = {**SUSPECT, "factors": [spec.name for spec in SPECS]}
    job |= {"dates": {"suspects": [{**terrain, "why": "later"}]}, **more}
    notes = []
    task.run(job, replace(SILENT, warning=notes.append))
    assert any("Constant over the samples" in note and "geology" in note for note in notes)
    assert (tmp_path / "bundle").is_dir()


def test_the_score_with_the_suspected_factors_is_that_of_the_logistic_regression_compared(tmp_path):
    """Both say logistic regression on the same folds: two figures of one model would contradict each other."""
    data = world(count=200, soil=False, rain=False, prior=False)
    suspects = {"dates": {"suspects": [{**SUSPECT, "factors": [SPECS[0].name]}]}, "families": ["logistic"]}
    found = compare.run({**write_job(tmp_path / "job", data, tmp_path / "bundles"), **suspects}, SILENT)
    (row,) = (row for row in found["table"] if row["model"] == "logistic")
    assert found["leakage"][0]["auroc_with"]["logistic"] == pytest.approx(row["auroc_mean"], abs=1e-6)
