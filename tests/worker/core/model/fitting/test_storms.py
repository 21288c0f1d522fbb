"""Eight storms, two of them without landslides: P follows the truth, however many stable rows are drawn."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("sklearn")

from landslide_plugin.core.model.bundle.calibration import shift_to_share
from landslide_plugin.core.model.families.pool import with_shift
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.families import FAMILIES, fit_family
from landslide_plugin.core.model.fitting.growing.forest import FOREST
from landslide_plugin.core.model.fitting.preparation import prepare
from landslide_plugin.core.model.validation.model_comparison import compare
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.ground import Site
from landslide_plugin.core.types.odds import probability_of
from tests.support.small_world import quick
from tools.check.storms import GRID, STORMS, UNSEEN, data_of, sampled, storms, table

PERIODS = sorted((*STORMS[2:], *UNSEEN))
WORLD = storms()
AREA = WORLD.static[::17]
TRUTH = np.array([WORLD.truth(period)[::17].mean() for period in PERIODS])


def area_means(model):
    """Mean P over the area at storms seen and unseen, as a share of the truth."""
    logits = model.logits(AREA, None, table(PERIODS).values) + np.float32(model.shift)
    return probability_of(logits).mean(axis=(0, 1)) / TRUTH


@pytest.fixture(scope="module")
def drawn():
    return {ratio: data_of(WORLD, sampled(WORLD, ratio)) for ratio in (1.0, 10.0)}


def test_two_storms_set_nothing_off_and_have_rows_all_the_same(drawn):
    data = drawn[1.0]
    assert (data.dated, data.event_count, data.quiet_storms) == (True, 8, 2)
    quiet = data.events < 2
    assert quiet.sum() > 100
    assert not data.labels[quiet].any()


@pytest.mark.parametrize("family", FAMILIES)
def test_the_mean_p_of_storms_is_the_truth_for_either_sampling(drawn, family, monkeypatch):
    monkeypatch.setitem(FOREST, "n_estimators", 60)
    found = {}
    for ratio, data in drawn.items():
        model = fit_family(family, prepare(data, quick(architecture="plain")), 1.0, 0)
        assert model.shift == 0.0
        found[ratio] = area_means(model)
        np.testing.assert_allclose(found[ratio], 1.0, atol=0.2)
    np.testing.assert_allclose(found[1.0], found[10.0], rtol=0.15)


def test_without_the_offset_every_storm_looks_alike(drawn):
    """What the offset is for: with as many stable rows as landslides in each storm, T says nothing."""
    data = drawn[1.0]
    active = data.take(np.flatnonzero(data.events >= 2))
    blind = replace(active, offsets=np.zeros(len(active.labels)))
    model = fit_family("logistic", prepare(blind, quick(architecture="plain")), 1.0, 0)
    p = area_means(model) * TRUTH
    assert p[-1] / p[0] < 2.0 < 0.2 * TRUTH[-1] / TRUTH[0]


def test_one_storm_recovers_its_own_level():
    world = storms((100.0,), seed=5)
    data = data_of(world, sampled(world, 1.0))
    model = fit_family("logistic", prepare(data, quick(architecture="plain")), 1.0, 0)
    p = model.probability(world.static[::17], None, table((100.0,)).values).mean()
    assert p == pytest.approx(world.truth(100.0)[::17].mean(), rel=0.2)


def test_a_network_takes_the_offset_too(drawn):
    pytest.importorskip("tensorflow")
    from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble

    # Every fourth row of both kinds: the odds of the sampling stay what they are.
    few = drawn[1.0].take(np.arange(0, len(drawn[1.0].labels), 4))
    settings = quick(members=1, epochs=2, order_weight=0.0, learning_rate=2e-3, architecture="residual")
    model = fit_ensemble(few, settings, 1, Workshop(), SILENT)
    np.testing.assert_allclose(area_means(model), 1.0, atol=0.25)


@pytest.mark.parametrize(
    ("least_deg", "ratio"), [(0.0, 1.0), (10.0, 1.0), (20.0, 1.0), (0.0, 5.0), (10.0, 5.0), (20.0, 5.0)]
)
def test_expected_landslides_are_the_observed_ones_on_the_ground_that_was_sampled(least_deg, ratio):
    """An undated inventory, its odds corrected to the share of the ground above a slope limit."""
    world = storms((200.0,), seed=2)
    steep = (world.static[:, 0] >= least_deg).reshape(GRID.shape)
    rules = {"least_slope_deg": least_deg}
    samples = sampled(world, ratio, ground=Site(None, steep), dated=False, **rules)
    data = data_of(world, samples)
    settings = quick(architecture="plain", prevalence=samples.area_share)
    model = fit_family("logistic", prepare(data, settings), 1.0, 0)
    inside = steep.ravel()
    p = model.probability(world.static[inside], None, table((200.0,)).values)
    assert p.sum() == pytest.approx(inside[world.slid[0]].sum(), rel=0.1)


def test_votes_of_trees_are_brought_to_the_share_of_the_ground_by_what_they_say_held_out():
    """Drawn to the middle, they make a quarter too many landslides where odds are shifted as if they were right."""
    world = storms((200.0,), seed=2)
    steep = (world.static[:, 0] >= 10.0).reshape(GRID.shape)
    samples = sampled(world, 1.0, ground=Site(None, steep), dated=False, least_slope_deg=10.0)
    data = data_of(world, samples)
    settings = quick(architecture="plain", prevalence=samples.area_share, cv_repeats=1)
    parts = spatial_partitions(data, settings)
    held_out = compare(data, settings, ("forest",), parts, Workshop(), SILENT).probability["forest"][0]
    model, inside = fit_family("forest", prepare(data, settings), 1.0, 0), steep.ravel()
    level = shift_to_share(data.labels, held_out, samples.area_share)
    expected = [
        one.probability(world.static[inside], None, table((200.0,)).values).sum()
        for one in (model, with_shift(model, level))
    ]
    observed = inside[world.slid[0]].sum()
    assert expected[0] > 1.15 * observed
    assert expected[1] == pytest.approx(observed, rel=0.1)
