"""What a model tells maps beside P, from samples to the facts that maps are made with."""

import numpy as np
import pytest

from landslide_plugin.core.evaluation.classes import landslide_share_cuts
from landslide_plugin.core.model.events.map_facts import map_facts
from landslide_plugin.core.triggers.rain_sums import rain_sums
from landslide_plugin.core.workflows.event_mapping.event_model import facts_of
from landslide_plugin.core.workflows.event_mapping.threshold import threshold_rates
from tests.support.event_bundle import small_event_model
from tests.support.storm_maps import AREA
from tools.check.event_samples import event_samples

SAMPLES = event_samples(AREA)


def test_maps_are_told_the_rain_and_the_unseen_events_of_the_training():
    held_out = np.random.default_rng(3).uniform(0.0, 0.2, len(SAMPLES))
    held_out[:7] = np.nan
    facts = facts_of(small_event_model(**map_facts(SAMPLES, held_out)), "alps")
    names, sums = rain_sums(SAMPLES.rows.rain_mm, 1.0)
    assert facts.largest_mm == {name: float(sums[:, place].max()) for place, name in enumerate(names)}
    slid = SAMPLES.labels[7:] > 0
    assert facts.class_cuts == pytest.approx(landslide_share_cuts(held_out[7:][slid]))
    rates = threshold_rates(facts.unseen, 0.15)
    weight, reached = 1.0 / SAMPLES.shares[7:], held_out[7:] >= 0.15
    assert rates.hit_rate == pytest.approx(reached[slid].mean(), rel=1e-5)
    stable = (weight * reached)[~slid].sum() / weight[~slid].sum()
    assert rates.false_alarm_rate == pytest.approx(stable, rel=1e-4)
    assert (rates.landslides, rates.stable) == (int(slid.sum()), int((~slid).sum()))


def test_too_few_landslides_give_no_classes_and_no_unseen_event_no_rates():
    nothing = np.full(len(SAMPLES), np.nan)
    nothing[np.flatnonzero(SAMPLES.labels > 0)[:4]] = 0.1
    told = map_facts(SAMPLES, nothing)
    assert told["class_cuts"] == []
    assert told["held_out"]["landslide"] == [1, 1, 1, 1]
    assert facts_of(small_event_model(), "alps").unseen is None
