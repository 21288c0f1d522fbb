"""Curves against area: the ratio in which samples were drawn does not enter."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.curves import area_under, area_weights, success_rate_curve
from landslide_plugin.core.evaluation.metrics import auroc

RNG = np.random.default_rng(3)
LABELS = np.repeat([1, 0], [300, 3000])
P = np.where(LABELS > 0, RNG.beta(4, 2, 3300), RNG.beta(2, 4, 3300))


@pytest.mark.parametrize("share", [0.0, 0.02, 0.3])
def test_the_area_under_the_curve_follows_from_auroc_and_share(share):
    curve = success_rate_curve(LABELS, P, area_weights(LABELS, share))
    assert area_under(*curve) == pytest.approx(share / 2 + (1 - share) * auroc(LABELS, P))


def test_one_stable_sample_a_landslide_or_ten_give_the_same_curve():
    some = np.append(np.arange(300), 300 + RNG.permutation(3000)[:300])
    at = np.linspace(0, 1, 21)

    def curve(rows, weigh):
        weights = area_weights(LABELS[rows], 0.02) if weigh else None
        return np.interp(at, *success_rate_curve(LABELS[rows], P[rows], weights))

    everything = np.arange(3300)
    assert np.abs(curve(some, True) - curve(everything, True)).max() < 0.08
    assert np.abs(curve(some, False) - curve(everything, False)).max() > 0.25


def test_weights_are_shares_of_the_area():
    weights = area_weights(LABELS, 0.02)
    assert weights.sum() == pytest.approx(1.0)
    assert weights[LABELS > 0].sum() == pytest.approx(0.02)


@pytest.mark.parametrize(("labels", "share"), [([1, 1], 0.1), ([1, 0], 1.0), ([1, 0], -0.1)])
def test_what_cannot_be_weighed_is_refused(labels, share):
    with pytest.raises(InputError, match="Area weights need"):
        area_weights(np.array(labels), share)
