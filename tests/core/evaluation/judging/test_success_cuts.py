"""Cut points of the success-rate curve against every choice of limits that there is."""

from itertools import combinations

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.curves import area_under
from landslide_plugin.core.evaluation.judging import success_cuts as module
from landslide_plugin.core.evaluation.judging.success_cuts import success_rate_cuts
from landslide_plugin.core.evaluation.judging.tally import RankTally


def ranks_of(p, slid):
    tally = RankTally(p[slid])
    tally.add(p)
    tally.without_landslides()
    return tally.ranks()


def area_of_classes(p, slid, cuts):
    """Area under the success-rate curve of the classed map."""
    classes = np.digitize(p, cuts)
    order = range(len(cuts), -1, -1)
    area = np.cumsum([0, *(np.mean(classes == code) for code in order)])
    found = np.cumsum([0, *(np.mean(classes[slid] == code) for code in order)])
    return area_under(area, found)


@pytest.mark.parametrize("seed", range(4))
def test_no_other_limits_keep_more_of_the_area(seed):
    rng = np.random.default_rng(seed)
    p = np.round(rng.uniform(0, 1, 400) * 40) / 40
    slid = rng.uniform(size=400) < 0.06 * p**2 / 0.3
    ranks = ranks_of(p, slid)
    best = max(area_of_classes(p, slid, cuts) for cuts in combinations(np.unique(p)[1:], 2))
    found = success_rate_cuts(ranks, 3)
    assert area_of_classes(p, slid, found) == pytest.approx(best, abs=1e-12)
    assert area_of_classes(p, slid, np.nextafter(found, 2)) < best  # spoiled limits are worse


def test_classes_of_constant_density_are_found_again():
    """Five plateaus of 10, 20, 30, 60 and 80 % landslides: the curve has four bends, at their edges."""
    rng = np.random.default_rng(1)
    edges, share = np.array([0.2, 0.4, 0.6, 0.8]), np.array([0.01, 0.04, 0.1, 0.3, 0.8])
    p = rng.uniform(0, 1, 200_000)
    slid = rng.uniform(size=p.size) < share[np.digitize(p, edges)]
    np.testing.assert_allclose(success_rate_cuts(ranks_of(p, slid)), edges, atol=0.01)


def test_a_thinned_curve_keeps_nearly_all_of_the_area(monkeypatch):
    rng = np.random.default_rng(5)
    p = rng.uniform(0, 1, 5000)
    slid = rng.uniform(size=p.size) < 0.2 * p**3
    whole = success_rate_cuts(ranks_of(p, slid))
    monkeypatch.setattr(module, "MOST_PLACES", 120)
    thin = success_rate_cuts(ranks_of(p, slid))
    assert area_of_classes(p, slid, whole) - area_of_classes(p, slid, thin) < 0.003


def test_too_few_values_are_refused():
    p = np.array([0.1, 0.2, 0.2, 0.9, 0.3])
    with pytest.raises(InputError, match="2 distinct values"):
        success_rate_cuts(ranks_of(p, p > 0.25))
