"""Samples with triggers of their own: rain that decides is learnt, and equal rain is the table's."""

import json
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("base_attentive")

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.fitting.ensemble import Workshop, check_forward, fit_ensemble
from landslide_plugin.core.model.fitting.families import FAMILIES, fit_family
from landslide_plugin.core.model.fitting.preparation import prepare
from landslide_plugin.core.model.network import losses
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.consistency import consistency
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.scenarios import comparable_pairs
from landslide_plugin.core.worker.tasks.train import run
from landslide_plugin.core.workflows.mapping.request import trained_range, triggers_to_map
from tests.support.small_world import RAIN, quick, world, write_job


@pytest.fixture(scope="module")
def workshop():
    prepare_tensorflow()
    return Workshop()


def rainy(count=300, seed=4, prior=False, extra=0):
    """Samples whose label hangs on the rain of the reference scenario alone."""
    data, rng = world(count, seed, prior=prior, extra=extra), np.random.default_rng(seed + 100)

    def storms(cells):
        base = rng.uniform(20, 80, (cells, 1, 1))
        return base * np.array([0.5, 1.0, 1.5])[:, None]

    own = storms(count)
    labels = (rng.random(count) < 1 / (1 + np.exp(-(own[:, 1, 0] - 50) / 4))).astype(np.int8)
    more = replace(data.extra, triggers=storms(extra)) if extra else None
    return replace(data, cells=replace(data.cells, triggers=own), labels=labels, extra=more)


def even(data, values=RAIN.values):
    """The same samples with the table's values given to each cell."""

    def given(cells):
        return replace(cells, triggers=np.broadcast_to(values, (len(cells), *values.shape)).copy())

    return replace(data, cells=given(data.cells), extra=given(data.extra) if data.extra else None)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_ranks_by_rain_that_decides(family):
    data, unseen = rainy(), rainy(seed=9)
    model = fit_family(family, prepare(data, quick(architecture="plain")), 1.0, 0)
    p = model.probability(unseen.cells.static, unseen.cells.profile, unseen.triggers()).mean(axis=0)
    assert auroc(unseen.labels, p[:, 1]) > 0.9
    assert np.diff(p, axis=1).min() >= -1e-6
    shuffled = unseen.triggers()[np.random.default_rng(0).permutation(len(p))]
    blind = model.probability(unseen.cells.static, unseen.cells.profile, shuffled).mean(axis=0)
    assert auroc(unseen.labels, blind[:, 1]) < 0.65


@pytest.mark.parametrize(
    "settings",
    [
        {"epochs": 4},
        {"architecture": "plain", "learning_rate": 3e-3},
        {"architecture": "plain", "learning_rate": 3e-2, "trigger_order": "guaranteed"},
    ],
    ids=["residual", "plain", "guaranteed"],
)
def test_networks_rank_by_rain_that_decides(workshop, settings):
    data, unseen = rainy(extra=20), rainy(seed=9)
    chosen = quick(**{"epochs": 14, "patience": 14, "dropout": 0.0, **settings})
    ensemble = check_forward(fit_ensemble(data, chosen, 1, workshop, SILENT), data, chosen, workshop)
    assert ensemble.members[0].difference < 1e-5
    p = ensemble.probability(unseen.cells.static, unseen.cells.profile, unseen.triggers()).mean(axis=0)
    assert auroc(unseen.labels, p[:, 1]) > 0.85
    assert (np.diff(p, axis=1) < -1e-3).mean() <= 0.01
    # Rain of training beyond another mean and spread would scale otherwise.
    assert ensemble.trigger_scaler.means[0] == pytest.approx(data.triggers().mean())


def test_cells_that_share_the_table_s_rain_learn_what_the_table_teaches(workshop):
    data = world(100, extra=40)
    settings = quick(architecture="plain", physics_lambda=1.0, dropout=0.0, monotone_weight=0.1)
    one, other = (fit_ensemble(each, settings, 1, workshop, SILENT) for each in (data, even(data)))
    p, q = (e.probability(data.cells.static, data.cells.profile, RAIN.values) for e in (one, other))
    np.testing.assert_allclose(p, q, atol=2e-4)
    moved = fit_ensemble(even(data, RAIN.values[[0, 0, 2]]), settings, 1, workshop, SILENT)
    assert not np.allclose(
        p, moved.probability(data.cells.static, data.cells.profile, RAIN.values), atol=2e-4
    )


def test_the_order_counts_a_cell_s_own_comparable_pairs():
    rng = np.random.default_rng(0)
    logits, weights = rng.normal(size=(1, 3, 5)).astype("f4"), rng.random((1, 5)).astype("f4")
    rain = RAIN.values.astype("f4")
    pairs = comparable_pairs(rain)
    own = np.repeat(rain.T[None, :, :, None], 5, axis=3)
    for triggers, given in ((own, pairs), (own[:, :, ::-1], pairs[:, ::-1])):
        found = losses.order_by_cell_term(logits, triggers, weights)
        expected = losses.order_term(logits, given, weights)
        np.testing.assert_allclose(found[0], expected[0], rtol=1e-6)
        np.testing.assert_allclose(found[1], expected[1], atol=1e-7)
        assert found[0][0] > 0
    assert float(losses.order_by_cell_term(logits, np.zeros_like(own), weights)[0][0]) == 0.0


def test_consistency_counts_falls_where_rain_grows():
    p = np.array([[0.1, 0.6], [0.3, 0.2]], "f4")
    rain = np.array([[[1.0], [2.0]], [[2.0], [1.0]]])
    assert consistency(p, None, rain).falling_pairs_share == 0.0
    assert consistency(p, None, rain[:1].repeat(2, axis=0)).falling_pairs_share == 0.5


def test_a_whole_job_keeps_ranges_but_no_rain_to_map_with(workshop, tmp_path):
    data = rainy(160)
    job = write_job(tmp_path / "in", data, tmp_path / "bundle", epochs=2)
    run({**job, "families": ["ensemble"]}, SILENT)
    bundle = load_bundle(str(tmp_path / "bundle"))
    low, high = trained_range(bundle)
    assert (low[0], high[0]) == (data.triggers().min(), data.triggers().max())
    np.testing.assert_allclose(bundle.scenarios.values, data.triggers().mean(axis=0))
    with pytest.raises(InputError, match="trained with triggers from rasters.*give SCENARIOS"):
        triggers_to_map(bundle, None)
    assert triggers_to_map(bundle, RAIN) is RAIN
    kept = json.loads((tmp_path / "bundle" / "bundle.json").read_text())
    assert any("learnt from where it was large" in line for line in kept["limits"])
    metrics = json.loads((tmp_path / "bundle" / "metrics.json").read_text())
    assert metrics["models"]["ensemble"]["spatial"]["auroc_mean"] > 0.75


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda own: own[:, :2], "triggers has shape"),
        (lambda own: np.where(own > 60, np.nan, own), "triggers holds no-data"),
    ],
)
def test_triggers_that_do_not_fit_are_refused(spoil, says):
    data = rainy()
    with pytest.raises(InputError, match=says):
        replace(data, cells=replace(data.cells, triggers=spoil(data.cells.triggers)))
    extra = world(extra=10).extra
    with pytest.raises(InputError, match="Only some cells"):
        replace(data, extra=extra)
