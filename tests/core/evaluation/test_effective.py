"""How many independent landslides there are: all of them, or one where they all err alike."""

import numpy as np

from landslide_plugin.core.evaluation.effective import by_landslide, design_effect, reach_of


def test_independent_samples_count_in_full():
    rng = np.random.default_rng(1)
    found = [design_effect(rng.uniform(0, 10_000, (400, 2)), rng.normal(size=400), 1500.0) for _ in range(40)]
    assert 1.0 <= np.mean(found) < 1.6
    assert min(found) == 1.0


def test_clusters_count_once_and_apart_as_many():
    rng = np.random.default_rng(2)
    centres = rng.uniform(0, 100_000, (200, 2))
    errors = rng.normal(size=200)
    places = np.repeat(centres, 5, axis=0) + rng.normal(scale=5.0, size=(1000, 2))
    assert 4.0 < design_effect(places, np.repeat(errors, 5), 500.0) < 5.5
    assert design_effect(places, np.repeat(errors, 5), 0.0) == 1.0


def test_cells_of_a_landslide_are_one_sample():
    rng = np.random.default_rng(3)
    places, errors = rng.uniform(0, 50_000, (300, 2)), rng.normal(size=300)
    many = np.repeat(np.arange(300), 4)
    xy, residuals = by_landslide(places[many], errors[many] / 4, many)
    np.testing.assert_allclose(xy, places)
    np.testing.assert_allclose(residuals, errors)
    assert design_effect(xy, residuals, 3000.0) == design_effect(places, errors, 3000.0)
    order = rng.permutation(len(many))
    mixed, summed = by_landslide(places[many][order], (errors[many] / 4)[order], many[order])
    first = many[order][np.sort(np.unique(many[order], return_index=True)[1])]
    np.testing.assert_allclose(mixed, places[first])
    np.testing.assert_allclose(summed, errors[first])


def test_thinning_a_large_inventory_keeps_the_effect():
    rng = np.random.default_rng(4)
    places = rng.uniform(0, 20_000, (9000, 2))
    errors = np.sin(places[:, 0] / 900) + 0.5 * rng.normal(size=9000)
    whole = design_effect(places, errors, 800.0)
    some = design_effect(places[::3], errors[::3], 800.0)
    assert 0.6 < whole / (3 * some) < 1.6


def test_the_reach_is_that_of_the_patches_and_at_most_a_quarter_of_the_area():
    rng = np.random.default_rng(5)
    places = rng.uniform(0, 10_000, (800, 2))
    patches = np.sin(places[:, 0] / 600) * np.sin(places[:, 1] / 600)
    assert 500 < reach_of(places, patches) < 2500
    assert reach_of(places, places[:, 0] / 10_000) <= 2500
    assert reach_of(places[:10], patches[:10]) == 0.0
