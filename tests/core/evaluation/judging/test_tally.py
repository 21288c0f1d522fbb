"""Ranks counted strip by strip give the scores of all cells sorted at once."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.curves import area_under, success_rate_curve
from landslide_plugin.core.evaluation.judging.tally import Ranks, RankTally
from landslide_plugin.core.evaluation.metrics import (
    auroc,
    average_precision,
    best_threshold,
    roc_curve_points,
)


def drawn(seed, cells=4000, digits=2):
    """Labels and scores with many ties."""
    rng = np.random.default_rng(seed)
    labels = rng.uniform(size=cells) < 0.05
    return labels, np.round(rng.normal(size=cells) + labels, digits).astype("f4")


def ranks_of(labels, scores, parts=7):
    tally = RankTally(scores[labels])
    for part in np.array_split(scores, parts):
        tally.add(part)
    tally.without_landslides()
    return tally.ranks()


@pytest.mark.parametrize("digits", [0, 1, 5])
def test_scores_are_those_of_all_cells_sorted(digits):
    labels, scores = drawn(digits, digits=digits)
    found = ranks_of(labels, scores)
    assert found.landslides == labels.sum()
    assert found.stable == (~labels).sum()
    assert found.auroc == pytest.approx(auroc(labels, scores), abs=1e-12)
    assert found.average_precision == pytest.approx(average_precision(labels, scores), abs=1e-12)
    whole = success_rate_curve(labels, scores)
    assert found.area_rate == pytest.approx(area_under(*whole), abs=1e-12)
    assert area_under(*found.roc_curve()) == pytest.approx(found.auroc, abs=1e-12)
    np.testing.assert_allclose(np.interp(found.roc_curve()[0], *roc_curve_points(labels, scores)).max(), 1.0)


def test_the_area_rate_follows_from_the_auroc():
    labels, scores = drawn(9)
    found = ranks_of(labels, scores)
    assert found.area_rate == pytest.approx((1 - found.share) * found.auroc + found.share / 2, abs=1e-12)


def test_parts_do_not_matter():
    labels, scores = drawn(3)
    whole, cut = ranks_of(labels, scores, 1), ranks_of(labels, scores, 97)
    np.testing.assert_array_equal(whole.others, cut.others)


def test_a_constant_map_tells_nothing():
    labels = np.array([True, False, False, False])
    found = ranks_of(labels, np.full(4, 0.3, "f4"), 1)
    assert found.auroc == 0.5
    assert found.average_precision == found.share == 0.25
    assert found.area_rate == 0.5
    assert not found.best_cut(2.0).worth


def test_a_map_turned_around_gives_the_rest_to_one():
    labels, scores = drawn(4)
    assert ranks_of(labels, scores).auroc + ranks_of(labels, -scores).auroc == pytest.approx(1.0, abs=1e-12)


def test_landslides_in_the_top_of_the_area_are_read_off_exactly():
    labels = np.array([True, True, False, False, False, False, False, False, False, False])
    scores = np.array([0.95, 0.45, 0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1], "f4")
    found = ranks_of(labels, scores, 3)
    assert [found.found_in(a) for a in (0.1, 0.5, 0.6)] == pytest.approx([0.5, 0.5, 1.0])
    np.testing.assert_allclose(found.area_ranks(), [0.55, 0.05])


def test_the_cut_without_a_cost_is_youdens():
    labels, scores = drawn(5)
    assert ranks_of(labels, scores).best_cut().value == pytest.approx(best_threshold(labels, scores))


def test_the_cut_costs_least_among_all():
    labels, scores = drawn(6)
    cut = ranks_of(labels, scores).best_cut(12.0)
    spent = {
        t: 12 * (labels & (scores < t)).sum() + (~labels & (scores >= t)).sum() for t in np.unique(scores)
    }
    called = scores >= cut.value
    assert 12 * (labels & ~called).sum() + (~labels & called).sum() == min(spent.values())
    assert cut.precision == pytest.approx(labels[called].mean())


def test_a_map_without_other_cells_or_landslides_is_refused():
    with pytest.raises(InputError, match="no cell without a landslide"):
        Ranks(np.array([0.5]), np.array([3]), np.zeros(3, int))
    with pytest.raises(InputError, match="at least one landslide"):
        RankTally(np.array([]))
    with pytest.raises(InputError, match="at least one landslide"):
        RankTally(np.array([0.1, np.nan]))
