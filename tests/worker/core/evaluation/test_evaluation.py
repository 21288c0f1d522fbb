"""Scores, folds and baselines against scikit-learn and SciPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sklearn = pytest.importorskip("sklearn")

from sklearn import metrics as reference  # noqa: E402
from sklearn.cluster import KMeans  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402

from landslide_plugin.core.evaluation import (  # noqa: E402
    average_precision,
    fit_logistic,
    fold_aurocs,
    logistic_out_of_fold,
    roc_curve_points,
    scores,
)
from landslide_plugin.core.samples import Encoder, kmeans_folds  # noqa: E402
from landslide_plugin.core.samples.folds import clusters  # noqa: E402
from landslide_plugin.core.types.factors import FactorSpec  # noqa: E402

SPECS = (FactorSpec("slope"), FactorSpec("lithology", "categorical"))


def world(seed, count=240):
    rng = np.random.default_rng(seed)
    values = np.column_stack([rng.normal(30, 10, count), rng.choice([1, 2, 5], count)]).astype(np.float32)
    chance = 1 / (1 + np.exp(-(values[:, 0] - 30) / 8 - (values[:, 1] == 5)))
    return values, (rng.random(count) < chance).astype(np.int8), rng.uniform(0, 9000, (count, 2))


@settings(max_examples=50)
@given(st.integers(0, 2**32 - 1), st.integers(1, 3))
def test_scores_equal_scikit_learn(seed, digits):
    rng = np.random.default_rng(seed)
    labels = np.append([0, 1], rng.integers(0, 2, 80))
    p = np.round(rng.random(82), digits)
    called = p >= 0.4
    found = scores(labels, p, 0.4)
    assert found["auroc"] == pytest.approx(reference.roc_auc_score(labels, p), abs=1e-12)
    assert found["auc_pr"] == pytest.approx(reference.average_precision_score(labels, p), abs=1e-12)
    assert found["brier"] == pytest.approx(reference.brier_score_loss(labels, p), abs=1e-12)
    assert found["mcc"] == pytest.approx(reference.matthews_corrcoef(labels, called), abs=1e-12)
    assert found["f1"] == pytest.approx(reference.f1_score(labels, called), abs=1e-12)
    assert average_precision(labels, p) == found["auc_pr"]
    fpr, tpr, _ = reference.roc_curve(labels, p, drop_intermediate=False)
    np.testing.assert_allclose(roc_curve_points(labels, p), (fpr, tpr), atol=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_clusters_are_those_of_scikit_learn_from_the_same_start(seed):
    xy = np.random.default_rng(seed).uniform(0, 4000, (350, 2))
    start = np.unique(xy, axis=0)[np.random.default_rng(seed).choice(350, 5, replace=False)]
    expected = KMeans(5, init=start, n_init=1, tol=0.0).fit_predict(xy)
    np.testing.assert_array_equal(clusters(xy, 5, seed), expected)


@pytest.mark.parametrize("ridge", [0.0, 3.0])
def test_logistic_regression_is_that_of_scikit_learn(ridge):
    values, labels, _ = world(6)
    inputs, weights = (
        Encoder.fit(values, SPECS).transform(values),
        np.random.default_rng(1).uniform(0.5, 2, 240),
    )
    model = LogisticRegression(C=1 / ridge if ridge else np.inf, tol=1e-10, max_iter=5000)
    model.fit(inputs.astype(float), labels, sample_weight=weights)
    found = fit_logistic(inputs, labels, ridge, weights)
    expected = model.predict_proba(inputs.astype(float))[:, 1]
    np.testing.assert_allclose(found.probability(inputs), expected, atol=2e-6)


@settings(max_examples=20)
@given(st.integers(0, 2**31 - 1))
def test_kmeans_folds_keep_landslides_whole_and_are_compact(seed):
    rng = np.random.default_rng(seed)
    groups, xy = rng.integers(0, 40, 120), rng.uniform(0, 1000, (120, 2))
    folds = kmeans_folds(xy, groups, 4, seed)
    assert all(len(np.unique(folds[groups == g])) == 1 for g in np.unique(groups))
    np.testing.assert_array_equal(folds, kmeans_folds(xy, groups, 4, seed))


def test_what_the_test_rows_hold_does_not_change_the_model_of_their_fold():
    values, labels, xy = world(1)
    folds = kmeans_folds(xy, np.arange(len(xy)), 4, seed=3)
    before = logistic_out_of_fold(values, SPECS, labels, folds)
    test = folds == 2
    changed = values.copy()
    changed[np.flatnonzero(test)[0]] = (5000.0, 1)
    after = logistic_out_of_fold(changed, SPECS, labels, folds)
    rest = np.flatnonzero(test)[1:]
    np.testing.assert_array_equal(before[rest], after[rest])


def test_a_rank_of_probabilities_by_fold_gives_the_fold_aurocs():
    values, labels, xy = world(4)
    folds = kmeans_folds(xy, np.arange(len(xy)), 4, seed=3)
    held_out = logistic_out_of_fold(values, SPECS, labels, folds)
    expected = [reference.roc_auc_score(labels[folds == f], held_out[folds == f]) for f in range(4)]
    assert fold_aurocs(labels, held_out, folds) == pytest.approx(expected)


def test_relabelled_classes_give_the_same_predictions_to_the_last_bit():
    values, labels, _ = world(5)
    renamed = values.copy()
    renamed[:, 1] = np.array([0, 7, 3, 0, 0, 1])[values[:, 1].astype(int)]
    found = []
    for rows in (values, renamed):
        inputs = Encoder.fit(rows, SPECS).transform(rows)
        found.append(fit_logistic(inputs, labels, ridge=1.0).probability(inputs))
    np.testing.assert_array_equal(*found)


def test_logistic_regression_finds_the_maximum_likelihood():
    values, labels, _ = world(6)
    x = ((values[:, :1] - 30) / 10).astype(float)
    model = fit_logistic(x, labels)
    residual = labels - model.probability(x)
    np.testing.assert_allclose([residual.sum(), (residual * x[:, 0]).sum()], 0, atol=1e-6)
    ridged = fit_logistic(x, labels, ridge=20.0)
    slope = ((labels - ridged.probability(x)) * x[:, 0]).sum()
    np.testing.assert_allclose(slope, 20.0 * ridged.coefficients[0], rtol=1e-6)
