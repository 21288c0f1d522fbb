"""Families as plain arrays equal scikit-learn, keep the order of triggers, and map from a bundle."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("sklearn")

from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import SplineTransformer

from landslide_plugin.core.errors import BundleError
from landslide_plugin.core.evaluation.conformal import coverage_found, fit_conformal
from landslide_plugin.core.model.bundle.bundle import ModelBundle, load_bundle, save_bundle
from landslide_plugin.core.model.bundle.calibration import fit_calibration, move_members
from landslide_plugin.core.model.explain.attribution import SURE, Attribution
from landslide_plugin.core.model.families.additive import fit_additive_part, spline_basis
from landslide_plugin.core.model.families.labelled_rows import LabelledRows
from landslide_plugin.core.model.families.linear import fit_linear_part
from landslide_plugin.core.model.families.pool import VOTES, pool
from landslide_plugin.core.model.families.trees import Trees
from landslide_plugin.core.model.fitting.families import FAMILIES, MACHINES, fit_family
from landslide_plugin.core.model.fitting.growing.boosting import BOOSTING
from landslide_plugin.core.model.fitting.growing.forest import FOREST
from landslide_plugin.core.model.fitting.preparation import prepare
from landslide_plugin.core.model.fitting.trees import fit_trees
from landslide_plugin.core.model.validation.fold_models import voting_name
from landslide_plugin.core.model.validation.votes import NETWORK, choose_votes, half_way, stack_votes
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.odds import log_odds
from landslide_plugin.core.worker.tasks.compare import run
from tests.support.small_world import RAIN, quick, with_events, world, write_job

NO_RAIN = np.zeros((1, 0), np.float32)


def samples(count=300, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(count, 4)).astype(np.float32)
    x[:, 3] = rng.integers(0, 2, count)
    p = 1 / (1 + np.exp(-(np.sin(2 * x[:, 0]) * 2 + x[:, 1] * x[:, 2])))
    return x, np.zeros((count, 1, 1), np.float32), (rng.random(count) < p).astype(np.float64)[:, None]


def sigma(logit):
    return 1 / (1 + np.exp(-logit))


@pytest.mark.parametrize("kind", ["forest", "boosting"])
@pytest.mark.parametrize("seed", [0, 1])
def test_trees_as_arrays_equal_scikit_learn_on_rows_never_seen(kind, seed):
    x, soil, y = samples(seed=seed)
    ours = fit_trees(kind, LabelledRows(x, soil, NO_RAIN, y, np.ones_like(y)), seed)
    wide = np.hstack([x, soil[:, :, 0]])
    theirs = (
        RandomForestClassifier(**FOREST, random_state=seed)
        if kind == "forest"
        else HistGradientBoostingClassifier(**BOOSTING, random_state=seed)
    ).fit(wide, y[:, 0])
    new, no_soil, _ = samples(2000, seed + 50)
    expected = theirs.predict_proba(np.hstack([new, no_soil[:, :, 0]]))[:, 1]
    found = sigma(ours.logit(new, no_soil, NO_RAIN)[:, 0])
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert np.ptp(found) > 0.5


def test_splines_equal_scikit_learn_inside_and_outside_the_range():
    rng = np.random.default_rng(3)
    x = rng.normal(size=400)
    knots = np.quantile(x, np.linspace(0, 1, 6))
    theirs = SplineTransformer(n_knots=6, degree=3, knots="quantile").fit(x[:, None])
    asked = np.linspace(-9, 9, 500)
    np.testing.assert_allclose(spline_basis(asked, knots), theirs.transform(asked[:, None]), atol=1e-12)


def test_the_additive_model_is_a_ridge_logistic_regression_on_splines():
    x, soil, y = samples()
    rows = LabelledRows(x[:, :3], soil, NO_RAIN, y, np.ones_like(y))
    part = fit_additive_part(rows, 1.0)
    inputs = SplineTransformer(n_knots=6, degree=3, knots="quantile").fit_transform(x[:, :3])
    theirs = LogisticRegression(C=1.0, tol=1e-10, max_iter=5000).fit(inputs, y[:, 0])
    np.testing.assert_allclose(
        part.logit(x[:, :3], soil, NO_RAIN)[:, 0], theirs.decision_function(inputs), atol=1e-4
    )
    straight = fit_linear_part(rows, 1.0)
    assert np.abs(part.logit(x[:, :3], soil, NO_RAIN) - straight.logit(x[:, :3], soil, NO_RAIN)).max() > 1


@pytest.fixture(scope="module")
def prepared():
    data = world(count=300, prior=False)
    events = np.random.default_rng(0).choice([10.0, 50.0, 100.0], 300)
    data = with_events(data, events)
    return data, prepare(data, quick(architecture="plain"))


@pytest.mark.parametrize("family", [*FAMILIES, *MACHINES])
def test_no_family_falls_with_the_trigger_and_a_row_stands_alone(prepared, family):
    data, ready = prepared
    model = fit_family(family, ready, 1.0, 0)
    p = model.probability(data.cells.static, data.cells.profile, RAIN.values)[0]
    assert (np.diff(p, axis=1) >= -1e-6).all()
    alone = model.probability(data.cells.static[7:9], data.cells.profile[7:9], RAIN.values[1:2])[0]
    assert np.array_equal(alone[:, 0], p[7:9, 1])


def bundle_of(data, model, family):
    calibration = fit_calibration("platt", data.labels, np.linspace(0, 1, len(data.labels)) ** 2)
    sets = fit_conformal(data.labels, np.linspace(0, 1, len(data.labels)), 0.8)
    return ModelBundle(
        model, data.soil, data.scenarios, 1, (0.1, 0.2, 0.3, 0.4), 0.3,
        calibration=calibration, family=family, conformal=sets,
    )  # fmt: skip


def test_every_family_and_a_pool_of_them_come_back_from_a_bundle_bit_by_bit(prepared, tmp_path):
    data, ready = prepared
    models = {family: fit_family(family, ready, 1.0, 0) for family in (*FAMILIES, *MACHINES)}
    models["stack_without_network"] = pool(
        models, {"logistic": 4, "additive": 0, "forest": 4, "boosting": 1, "bivariate": 1}
    )
    inputs = (data.cells.static, data.cells.profile, RAIN.values)
    for family, model in models.items():
        bundle = bundle_of(data, model, family)
        save_bundle(bundle, {}, str(tmp_path / family))
        found = load_bundle(str(tmp_path / family))
        assert np.array_equal(found.predict(*inputs).probability, bundle.predict(*inputs).probability)
        assert found.family == family
        assert found.conformal == bundle.conformal
    voters = ("logistic", "forest", "boosting", "bivariate")
    parts = [models[name].probability(*inputs)[0] for name in voters]
    mean = found.predict(*inputs).mean()
    calibrated = bundle_of(data, models["stack_without_network"], "stack_without_network").calibration
    pooled_p = sum(share * part.astype(float) for share, part in zip((0.4, 0.4, 0.1, 0.1), parts))
    np.testing.assert_allclose(mean, calibrated.apply(pooled_p), atol=2e-6)
    assert found.members == 4


def test_trees_that_would_walk_in_circles_are_refused(prepared):
    _, ready = prepared
    trees = fit_family("boosting", ready, 1.0, 0).linear
    arrays = trees.to_arrays()
    arrays["left"] = np.zeros_like(arrays["left"])
    with pytest.raises(BundleError, match="do not fit each other"):
        Trees.from_parts(trees.to_dict(), arrays)


def test_the_bundle_applies_its_calibration_to_the_mean_of_the_members():
    from tools.check.random_bundle import RAIN as OTHER_RAIN
    from tools.check.random_bundle import random_bundle, random_cells

    plain = random_bundle(members=3)
    labels = np.tile([0, 0, 1], 40)
    learnt = fit_calibration("isotonic", labels, np.linspace(0, 1, 120))
    static, profile = random_cells(200, 1)
    raw = sigma(plain.mapper.logits(static, profile, OTHER_RAIN.values).astype(np.float64))
    found = replace(plain, calibration=learnt).predict(static, profile, OTHER_RAIN.values)
    odds = learnt.apply(raw.mean(axis=0))
    wanted = odds / (1 - odds) * np.exp(plain.ensemble.shift)
    np.testing.assert_allclose(found.mean(), wanted / (1 + wanted), atol=1e-6)
    assert found.probability.min() >= 0
    assert found.probability.max() <= 1
    assert (np.argsort(found.probability[:, 0, 0]) == np.argsort(raw[:, 0, 0])).all()


@settings(max_examples=40)
@given(st.integers(0, 2**32 - 1))
def test_isotonic_calibration_goes_through_the_centres_of_scikit_learn_s_pools(seed):
    rng = np.random.default_rng(seed)
    p = rng.uniform(0.01, 0.99, 60)
    labels = (rng.random(60) < p).astype(np.int8)
    theirs = IsotonicRegression(out_of_bounds="clip").fit_transform(p, labels)
    ours = fit_calibration("isotonic", labels, p)
    if ours is None:
        assert len(np.unique(theirs)) < 2
        return
    for level in np.unique(theirs):
        pool_of = theirs == level
        assert ours.apply(p[pool_of].mean()) == pytest.approx(level, abs=1e-9)
    assert (np.diff(ours.y) >= 0).all()


def test_platt_finds_the_line_it_was_drawn_from():
    rng = np.random.default_rng(0)
    logit = rng.normal(0, 2, 20000)
    labels = (rng.random(20000) < sigma(0.5 * logit - 1)).astype(np.int8)
    learnt = fit_calibration("platt", labels, sigma(logit))
    asked = np.array([0.1, 0.5, 0.9])
    np.testing.assert_allclose(learnt.apply(asked), sigma(0.5 * np.log(asked / (1 - asked)) - 1), atol=0.01)
    assert fit_calibration("platt", 1 - labels, sigma(logit)) is None
    assert fit_calibration("none", labels, sigma(logit)) is None


def test_moved_members_keep_the_mean_asked_for():
    rng = np.random.default_rng(0)
    members = rng.random((5, 100))
    wanted = rng.random(100)
    moved = move_members(members, members.mean(axis=0), wanted)
    np.testing.assert_allclose(moved.mean(axis=0), wanted, atol=1e-6)
    assert moved.min() >= 0
    assert moved.max() <= 1


def test_conformal_sets_cover_each_class_of_new_samples():
    rng = np.random.default_rng(1)
    labels = (rng.random(20000) < 0.1).astype(np.int8)
    p = sigma(rng.normal(0, 1, 20000) + 1.5 * labels - 1)
    first = np.arange(20000) < 10000
    for coverage in (0.8, 0.95):
        sets = fit_conformal(labels[first], p[first], coverage)
        found = coverage_found(labels[~first], sets.decide(p[~first]))
        assert found["landslide"] == pytest.approx(coverage, abs=0.03)
        assert found["stable"] == pytest.approx(coverage, abs=0.02)
    assert fit_conformal(labels[:5], p[:5], 0.9) is None


def test_votes_stay_near_equal_where_models_do_alike():
    rng = np.random.default_rng(0)
    p = rng.random(300)
    labels = (rng.random(300) < p).astype(np.int8)
    noisy = {str(i): sigma(np.log(p / (1 - p)) + rng.normal(0, 1, 300)) for i in range(3)}
    votes = choose_votes(labels, noisy)
    assert sum(votes.values()) == 10
    assert min(half_way(votes).values()) >= VOTES / 6


@pytest.mark.parametrize("sees_more", [True, False])
def test_the_network_votes_only_where_the_others_are_better_with_it(sees_more):
    rng = np.random.default_rng(0)
    seen, hidden = rng.normal(0, 2, 900), rng.normal(0, 2, 900)
    labels = (rng.random(900) < sigma(seen + hidden)).astype(np.int8)
    p = {name: sigma(0.7 * seen + rng.normal(0, 0.1, 900)) for name in ("logistic", "forest")}
    p[NETWORK] = sigma(0.7 * seen + hidden) if sees_more else sigma(0.7 * rng.permutation(seen))
    folds = np.arange(900) % 5
    found = stack_votes(labels, p, folds)
    assert sum(found.values()) == 10
    assert (found[NETWORK] > 0) == sees_more
    p[NETWORK][folds == 4] = np.nan
    left_out = np.where(folds == 4, -1, folds)
    assert stack_votes(labels, p, left_out) == stack_votes(np.where(folds == 4, 0, labels), p, left_out)


def test_a_network_that_repeats_another_model_has_no_vote():
    rng = np.random.default_rng(1)
    logit = rng.normal(0, 2, 600)
    labels = (rng.random(600) < sigma(logit)).astype(np.int8)
    p = {name: sigma(logit + rng.normal(0, 1, 600)) for name in ("logistic", "forest")}
    found = stack_votes(labels, {**p, NETWORK: p["logistic"]}, np.arange(600) % 5)
    assert found[NETWORK] == 0
    assert {name: found[name] for name in p} == half_way(choose_votes(labels, p))


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    pytest.importorskip("base_attentive")
    place = tmp_path_factory.mktemp("compare")
    data = world(count=200)
    job = write_job(place / "in", data, place / "models", cv_folds=3)
    return data, run(job, SILENT)


def test_a_whole_comparison(compared):
    data, found = compared
    models = {
        "ensemble",
        *FAMILIES,
        *(voting_name(name, with_pf=True) for name in FAMILIES),
        "stack",
        "stack_without_network",
    }
    yardsticks = {"physics_alone", "slope_alone", "best_factor", "constant", "network_base", "perceptron"}
    assert {row["model"] for row in found["table"]} == models | yardsticks
    aurocs = [row["auroc_mean"] for row in found["table"]]
    assert aurocs == sorted(aurocs, reverse=True)
    assert min(aurocs) >= 0.5 - 1e-9
    constant = next(row for row in found["table"] if row["model"] == "constant")
    assert constant["auroc_mean"] == pytest.approx(0.5)
    assert {"stack_minus_slope_alone", "ensemble_minus_network_base", "forest_with_pf_minus_forest"} <= set(
        found["differences"]
    )
    assert all(row["folds"] == 3 for row in found["table"])
    assert all(row["fs_rho"] is not None for row in found["table"] if row["model"] != "constant")
    assert "stack_minus_stack_without_network" in found["differences"]
    for pair in found["differences"].values():
        holds_zero = pair["low_80"] <= 0 <= pair["high_80"]
        assert (pair["verdict"] == "no difference shown") == holds_zero
        assert pair["low"] <= pair["low_80"] <= pair["mean"] <= pair["high_80"] <= pair["high"]
        assert pair["folds"] == 3
    assert all(sum(votes.values()) == pytest.approx(10) for votes in found["votes"].values())
    assert set(found["bundles"]) == models
    for path in found["bundles"].values():
        bundle = load_bundle(path)
        p = bundle.predict(data.cells.static, data.cells.profile, RAIN.values)
        assert (bundle.facts.prior is not None) == (bundle.family not in FAMILIES)
        assert bundle.with_pf == (bundle.family.startswith("stack") or bundle.family.endswith("_with_pf"))
        assert p.probability.shape == (bundle.members, 200, 3)
        assert np.isfinite(p.probability).all()
        assert bundle.facts.dated is False
        assert bundle.applicability is not None
        explained = Attribution(bundle, RAIN.values[1])
        *shares, total = explained.values(data.cells.static[:20], data.cells.profile[:20])
        np.testing.assert_allclose(sum(shares), total, atol=5e-5)
        expected = log_odds(p.mean()[:20, 1], guard=SURE) - explained.baseline
        np.testing.assert_allclose(total, expected, atol=5e-5)
        stable = data.labels == 0
        odds = [log_odds(p.mean()[stable, s], guard=SURE).mean() for s in range(3)]
        assert min(odds) - 1.0 < explained.baseline < max(odds) + 1.0


def test_the_logistic_row_equals_scikit_learn_s_own_cross_validation(tmp_path):
    from sklearn.linear_model import LogisticRegression

    from landslide_plugin.core.evaluation import fold_aurocs
    from landslide_plugin.core.model.fitting.settings import TrainSettings
    from landslide_plugin.core.model.validation.partitions import spatial_partitions
    from landslide_plugin.core.samples.encoding import Encoder

    data = world(count=200, soil=False, rain=False, prior=False)
    job = write_job(tmp_path / "in", data, tmp_path / "none", cv_folds=3)
    found = run({**job, "bundle": None, "families": ["logistic", "forest"]}, SILENT)
    part = spatial_partitions(data, TrainSettings.from_dict(job["settings"]))[0]
    folds, held_out = part.folds, np.full(len(data.labels), np.nan)
    for fold in part.usable:
        train, test = part.split(fold)
        encoder = Encoder.fit(data.cells.static[train], data.specs)
        inputs = encoder.transform(data.cells.static)
        plain = LogisticRegression(C=np.inf, tol=1e-8, max_iter=10_000)
        held_out[test] = plain.fit(inputs[train], data.labels[train]).predict_proba(inputs[test])[:, 1]
    row = next(row for row in found["table"] if row["model"] == "logistic")
    slides = np.array([(data.labels[folds == fold] > 0).sum() for fold in range(3)])
    stable = np.array([(data.labels[folds == fold] == 0).sum() for fold in range(3)])
    wanted = np.average(
        fold_aurocs(data.labels, held_out, folds), weights=slides * stable / (slides + stable)
    )
    assert row["auroc_mean"] == pytest.approx(wanted, abs=1e-6)
    assert not (tmp_path / "none").exists()
    assert found["bundles"] == {}
