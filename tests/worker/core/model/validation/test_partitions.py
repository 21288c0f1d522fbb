"""Stable samples beside a held-out landslide train no model for it."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("sklearn")

from landslide_plugin.core.model.validation.partitions import beside_m, random_partitions, spatial_partitions
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.worker.tasks import compare
from tests.support.small_world import quick, world, write_job


def test_no_stable_sample_trains_beside_a_held_out_landslide_and_landslides_stay():
    data = world(count=400, soil=False, prior=False)
    (part,) = spatial_partitions(data, quick(cv_repeats=1))
    reach, left_out = beside_m(data.xy), 0
    for fold in part.usable:
        train, test = part.split(fold)
        slid = test & (data.labels == 1)
        apart = np.hypot(*(data.xy[:, None] - data.xy[None, slid]).transpose(2, 0, 1)).min(axis=1)
        stable = data.labels == 0
        assert apart[train & stable].min() >= reach
        assert (train | test)[~stable].all()
        left_out += int((~(train | test)).sum())
    assert left_out > 0


def test_random_folds_keep_all_samples():
    data = replace(world(count=100, soil=False, prior=False))
    part = random_partitions(data, quick())[0]
    assert all((np.logical_or(*part.split(fold))).all() for fold in part.usable)


def test_models_are_compared_on_what_came_after_a_date(tmp_path):
    data = world(count=120, soil=False, prior=False, rain=False)
    after = np.arange(120) >= 80
    changed = {"fold_scheme": "date", "random_cv": "yes", "architecture": "residual_chosen"}
    job = write_job(tmp_path / "in", data, tmp_path / "out", **changed)
    np.save(tmp_path / "in" / "fold_codes.npy", after.astype(np.int32))
    found = compare.run({**job, "families": ["logistic"]}, SILENT)
    np.testing.assert_array_equal(np.isfinite(np.array(found["held_out"]["probability"], float)), after)
    assert (found["validation"]["folds"], found["validation"]["skipped_folds"]) == (1, 0)
    assert set(found["random"]) >= {"logistic"}
    row = next(row for row in found["table"] if row["model"] == "logistic")
    assert 0.5 < row["auroc_mean"] < 1.0
    assert not [line for line in found["notes"] if line.startswith(("Base of the networks", "Lambda"))]
    outdated = (data.labels == 0) & (np.arange(120) < 30)
    np.save(tmp_path / "in" / "outdated.npy", outdated)
    static = data.cells.static.copy()
    static[outdated, 0] *= -1.0
    before = compare.run({**job, "families": ["logistic"]}, SILENT)
    np.save(tmp_path / "in" / "static.npy", static)
    again = compare.run({**job, "families": ["logistic"]}, SILENT)
    assert again["random"] == before["random"] != found["random"]
    assert again["held_out"] != before["held_out"]
