"""The area of applicability equals its definition, evaluated by brute force."""

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError, InputError
from landslide_plugin.core.evaluation.applicability import REFERENCE_POINTS, Applicability


def drawn(count, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(count, 4)).astype(np.float32), rng.integers(0, 5, count)


def test_it_equals_brute_force():
    inputs, folds = drawn(120)
    weights = np.array([0.5, -2.0, 0.0, 1.0])
    found = Applicability.fit(inputs, weights, folds, 1)
    places = inputs.astype(float) * np.maximum(weights, 0)
    distance = np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=2))
    mean = distance[np.triu_indices(len(places), 1)].mean()
    assert found.mean_distance == pytest.approx(mean, rel=1e-12)
    own = np.where(folds[:, None] == folds[None], np.inf, distance).min(axis=1) / mean
    low, high = np.quantile(own, (0.25, 0.75))
    fence = high + 1.5 * (high - low)
    assert found.threshold == pytest.approx(own[own <= fence].max(), rel=1e-12)
    assert found.threshold < fence < own.max()
    cells, _ = drawn(300, 9)
    cells *= 2
    gap = cells.astype(float) * np.maximum(weights, 0)
    brute = np.sqrt(((gap[:, None] - places[None]) ** 2).sum(axis=2)).min(axis=1) / mean
    np.testing.assert_allclose(found.dissimilarity(cells), brute, rtol=1e-6)
    assert 0 < (brute > found.threshold).mean() < 1


def test_training_points_are_inside_and_far_ones_outside():
    inputs, folds = drawn(200)
    found = Applicability.fit(inputs, np.ones(4), folds, 1)
    assert found.dissimilarity(inputs).max() == 0
    assert found.dissimilarity(inputs + 50).min() > found.threshold
    assert np.isnan(found.dissimilarity(np.array([[np.nan, 0, 0, 0]], "f4"))).all()


def test_many_points_are_thinned_and_no_weight_means_equal_weights():
    inputs, folds = drawn(REFERENCE_POINTS + 500)
    found = Applicability.fit(inputs, np.zeros(4), folds, 1)
    assert len(found.points) == REFERENCE_POINTS
    assert found.weights.tolist() == [1, 1, 1, 1]


def test_samples_in_one_fold_are_refused():
    inputs, folds = drawn(20)
    with pytest.raises(InputError, match="two folds"):
        Applicability.fit(inputs, np.ones(4), np.zeros_like(folds), 1)


def test_it_is_stored_whole_and_refused_when_damaged():
    inputs, folds = drawn(30)
    found = Applicability.fit(inputs, np.ones(4), folds, 1)
    again = Applicability.from_dict(found.to_dict(), found.points)
    assert np.array_equal(again.dissimilarity(inputs + 1), found.dissimilarity(inputs + 1))
    with pytest.raises(BundleError, match="does not fit"):
        Applicability.from_dict(found.to_dict(), found.points[:, :2])
