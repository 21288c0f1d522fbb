"""Folds keep landslides whole (k-means folds are tested where scikit-learn is installed)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.samples import block_folds, random_folds, usable_folds
from landslide_plugin.core.samples.folds import clusters


def samples(seed, count=80):
    rng = np.random.default_rng(seed)
    groups = rng.integers(0, 30, count)
    return rng.uniform(0, 5000, (count, 2)), groups, (groups % 3 == 0).astype(int)


def whole(groups, folds):
    return all(len(np.unique(folds[groups == group])) == 1 for group in np.unique(groups))


@given(st.integers(0, 2**32 - 1), st.integers(2, 6))
def test_every_landslide_lies_in_one_fold(seed, n_folds):
    xy, groups, labels = samples(seed)
    assert whole(groups, random_folds(labels, groups, n_folds, seed))
    assert whole(groups, block_folds(xy, groups, n_folds, 400.0, seed))


@given(st.integers(0, 2**32 - 1))
def test_random_folds_share_out_landslides_evenly(seed):
    labels = np.repeat([1, 0], [23, 41])
    folds = random_folds(labels, np.arange(64), 5, seed)
    for kind in (0, 1):
        counts = np.bincount(folds[labels == kind], minlength=5)
        assert np.ptp(counts) <= 1
    assert np.ptp(np.bincount(folds, minlength=5)) <= 1


@given(st.integers(0, 2**32 - 1))
def test_random_folds_share_out_cells_evenly_though_landslides_differ_in_size(seed):
    rng = np.random.default_rng(seed)
    sizes = np.append(rng.integers(1, 20, 60), [90, 80, 60])
    groups = np.repeat(np.arange(63), sizes)
    counts = np.bincount(random_folds(np.ones(sizes.sum()), groups, 5, seed), minlength=5)
    # The greedy rule leaves folds apart by no more than the largest group that chance could still move.
    assert np.ptp(counts) <= 20


@given(st.integers(0, 2**32 - 1))
def test_same_seed_same_folds_and_the_global_generator_is_left_alone(seed):
    xy, groups, labels = samples(1)
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    np.testing.assert_array_equal(
        random_folds(labels, groups, 4, seed), random_folds(labels, groups, 4, seed)
    )
    np.testing.assert_array_equal(
        block_folds(xy, groups, 4, 500.0, seed), block_folds(xy, groups, 4, 500.0, seed)
    )
    np.testing.assert_array_equal(before, np.random.get_state()[1])  # noqa: NPY002


def test_samples_of_one_block_share_a_fold():
    xy = np.random.default_rng(0).uniform(0, 1000, (200, 2))
    folds = block_folds(xy, np.arange(200), 3, 250.0, seed=1)
    block = np.floor((xy - xy.min(axis=0)) / 250).astype(int) @ [10, 1]
    assert whole(block, folds)


def test_a_fold_without_one_class_is_not_usable():
    labels = np.array([1, 1, 0, 0, 1, 0])
    assert usable_folds(labels, np.array([0, 0, 1, 1, 2, 2])) == [2]


def test_too_few_places_or_blocks_are_refused():
    with pytest.raises(InputError, match="5 folds cannot be made of 2"):
        random_folds(np.array([1, 0]), np.array([0, 1]), 5, 0)
    with pytest.raises(InputError, match="smaller blocks"):
        block_folds(np.random.default_rng(0).uniform(0, 10, (50, 2)), np.arange(50), 3, 1e6, 0)


@given(st.integers(0, 2**32 - 1), st.integers(2, 6))
def test_each_place_lies_with_the_nearest_centre_of_all(seed, count):
    places = np.random.default_rng(seed).normal(size=(60, 2)) * 1000.0
    found = clusters(places, count, seed)
    centres = np.array([places[found == one].mean(axis=0) for one in range(count)])
    squares = ((places[:, None] - centres) ** 2).sum(axis=2)
    np.testing.assert_allclose(squares[np.arange(60), found], squares.min(axis=1), rtol=1e-9)
