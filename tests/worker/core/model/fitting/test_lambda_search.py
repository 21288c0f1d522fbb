"""Lambda follows the prior: large where it is right and landslides are few, small where it is made up."""

import json
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("base_attentive")

from landslide_plugin.core.errors import Cancelled, InputError
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.fitting.lambda_search import CANDIDATES, search_lambda, with_chosen_lambda
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker.tasks.train import run
from tests.support.small_world import quick, world, write_job


def misled(data):
    """The same world with a prior that knows only noise, but enough of it to seem informed."""
    rng = np.random.default_rng(5)
    noise = rng.normal(0, 1.5, len(data.labels)) + 0.8 * data.labels
    pf = np.repeat((1 / (1 + np.exp(-noise)))[:, None], 3, axis=1).astype(np.float32)
    more = rng.uniform(0.02, 0.98, data.extra.prior_pf.shape[:1])
    extra = np.repeat(more[:, None], 3, axis=1).astype(np.float32)
    return replace(data, cells=replace(data.cells, prior_pf=pf), extra=replace(data.extra, prior_pf=extra))


def test_a_true_prior_gets_more_weight_than_noise():
    data, settings = world(count=120, seed=2, extra=600), quick(lambda_search="yes")
    right, wrong = search_lambda(data, settings), search_lambda(misled(data), settings)
    assert tuple(right.means) == CANDIDATES
    assert right.divisions == 10
    assert right.chosen > 0
    assert right.means[right.chosen] < right.means[0.0]
    assert right.means[1.6] - right.means[0.0] < wrong.means[1.6] - wrong.means[0.0]
    assert with_chosen_lambda(data, settings).physics_lambda == right.chosen
    assert with_chosen_lambda(data, quick()).physics_lambda == quick().physics_lambda


def test_a_search_can_be_cancelled_between_blocks():
    asked = []

    class Impatient(Progress):
        def check(self):
            asked.append(1)
            if len(asked) == 3:
                raise Cancelled("enough")

    data = world(count=60, seed=2, extra=60)
    with pytest.raises(Cancelled):
        with_chosen_lambda(data, quick(lambda_search="yes"), Impatient())
    assert len(asked) == 3


def test_what_the_base_cannot_know_is_refused():
    data = world(count=60, extra=60)
    for change in ({"architecture": "plain"}, {"physics_loss": "sign"}):
        with pytest.raises(InputError, match="Lambda is chosen"):
            search_lambda(data, quick(lambda_search="yes", **change))


def test_physics_is_judged_beside_the_same_ensemble_without_it(tmp_path):
    data = world(count=120, extra=60)
    job = write_job(tmp_path / "job", data, tmp_path / "model", epochs=1, cv_folds=2, lambda_search="yes")
    run({**job, "families": ["ensemble"]}, SILENT)
    history = load_bundle(job["bundle"]).ensemble.members[0].history
    assert len(history) >= 1
    assert np.isfinite(history).all()
    metrics = json.loads((tmp_path / "model" / "metrics.json").read_text())
    record = json.loads((tmp_path / "model" / "bundle.json").read_text())
    searched = metrics["lambda_search"]
    assert searched["chosen"] == record["settings"]["physics_lambda"] == record["prior"]["lambda"]
    least = min(searched["log_loss"], key=searched["log_loss"].get)
    assert f"{searched['chosen']:g}" in (least, "0")
    for name in ("ensemble", "unconstrained", "physics_alone", "logistic"):
        assert 0.4 < metrics["models"][name]["spatial"]["auroc_mean"] <= 1
    assert {"ensemble_minus_unconstrained", "ensemble_minus_physics_alone"} <= set(metrics["paired"])
    before, after = metrics["consistency_before"], metrics["consistency"]
    assert after["fs_rho"] > before["fs_rho"] > 0
    assert any("the prior has" in note for note in metrics["notes"])
    home = str(tmp_path)
    for name in ("bundle.json", "metrics.json"):
        assert home not in (tmp_path / "model" / name).read_text()
    assert "part of the epistemic uncertainty" in " ".join(record["limits"])
    assert record["zoning"]["statement"].startswith("Landslide susceptibility")
