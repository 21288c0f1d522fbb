"""What samples say of the events that they come from."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.archive.facts import model_facts
from landslide_plugin.core.model.bundle.facts import ModelFacts
from tests.support.small_world import quick, world

DATA = replace(world(count=6, soil=False, prior=False), labels=np.array([1, 1, 1, 0, 0, 0], np.int8))
NONE = np.nan


@pytest.mark.parametrize(
    ("periods", "dated", "quiet"),
    [
        (None, False, 0),
        ([NONE] * 6, False, 0),
        ([50.0, NONE, 100.0, 50.0, NONE, NONE], True, 0),
        ([50.0, NONE, 100.0, 10.0, 10.0, 25.0], True, 2),
        ([NONE, NONE, NONE, 10.0, 50.0, NONE], False, 2),
    ],
)
def test_landslides_date_events_and_stable_samples_alone_are_storms_without_any(periods, dated, quiet):
    data = replace(DATA, event_period_yr=None if periods is None else np.array(periods))
    facts = model_facts({}, data, quick())
    assert (facts.dated, facts.quiet_storms) == (dated, quiet)
    assert ModelFacts.from_dict(facts.to_dict()) == facts


def test_with_targets_a_model_learns_nothing_from_events():
    data = replace(DATA, event_period_yr=np.full(6, 50.0), targets=np.full((6, 3), 0.5, np.float32))
    assert model_facts({}, data, quick()).dated is False
