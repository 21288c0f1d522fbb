"""Matched folds: on ground whose right answer is known, and never farther from the map than random ones."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from landslide_plugin.core.samples.folding.matched import (
    fold_distances,
    map_distances,
    matched_folds,
    wasserstein_m,
)


def two_valleys(count=40, apart=10_000.0):
    """Samples in four tight clusters on a line, as many landslides as stable ones in each."""
    rng = np.random.default_rng(1)
    at = np.repeat(np.arange(4) * apart, count)
    xy = np.column_stack([at, np.zeros(len(at))]) + rng.uniform(0, 10, (len(at), 2))
    return xy, np.tile([1, 0], len(at) // 2).astype(np.int8), np.arange(len(at))


def test_a_map_far_from_all_clusters_holds_out_whole_clusters():
    xy, labels, groups = two_valleys()
    far = np.column_stack([np.linspace(0, 30_000, 50), np.full(50, 10_000.0)])
    found = matched_folds(xy, labels, groups, far, 4, seed=0)
    assert all(len(np.unique(found.folds[start : start + 40])) == 1 for start in range(0, 160, 40))
    assert len(np.unique(found.folds)) == 4
    assert found.wasserstein_m < 0.2 * found.random_m


def test_a_map_of_the_clusters_themselves_keeps_neighbours_apart():
    xy, labels, groups = two_valleys()
    near = xy + np.random.default_rng(2).uniform(-3, 3, xy.shape)
    found = matched_folds(xy, labels, groups, near, 4, seed=0)
    assert np.median(fold_distances(xy, found.folds)) < 10.0


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1), st.integers(2, 5))
def test_matched_folds_keep_groups_whole_and_are_never_worse_than_random_ones(seed, n_folds):
    rng = np.random.default_rng(seed)
    groups = rng.integers(0, 30, 90)
    xy = rng.uniform(0, 5000, (30, 2))[groups] ** rng.uniform(0.5, 1.5)
    labels, places = (groups % 2 == 0).astype(np.int8), rng.uniform(0, 9000, (60, 2))
    found = matched_folds(xy, labels, groups, places, n_folds, seed=7)
    assert all(len(np.unique(found.folds[groups == group])) == 1 for group in np.unique(groups))
    assert found.wasserstein_m <= found.random_m
    wanted = map_distances(xy, places)
    np.testing.assert_allclose(wasserstein_m(fold_distances(xy, found.folds), wanted), found.wasserstein_m)


def test_repeats_are_other_folds():
    rng = np.random.default_rng(0)
    xy, labels = rng.uniform(0, 5000, (200, 2)) ** 1.3, np.tile([0, 1], 100).astype(np.int8)
    places = rng.uniform(0, 5000**1.3, (300, 2))
    one, other, again = (
        matched_folds(xy, labels, np.arange(200), places, 5, seed=s).folds for s in (0, 1, 0)
    )
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
