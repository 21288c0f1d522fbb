"""What samples say of the events that they come from."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.model.archive.facts import model_facts
from landslide_plugin.core.model.bundle.facts import ModelFacts
from tests.support.small_world import quick, with_events, world

DATA = replace(world(count=6, soil=False, prior=False), labels=np.array([1, 1, 1, 0, 0, 0], np.int8))


@pytest.mark.parametrize(
    ("periods", "dated", "quiet"),
    [
        (None, False, 0),
        ([50.0, 50.0, 100.0, 50.0, 50.0, 100.0], True, 0),
        ([50.0, 50.0, 100.0, 10.0, 10.0, 50.0], True, 1),
    ],
)
def test_rows_of_events_date_a_model_and_stable_rows_alone_are_storms_without_any(periods, dated, quiet):
    data = DATA if periods is None else with_events(DATA, periods)
    facts = model_facts({}, data, quick())
    assert (facts.dated, facts.quiet_storms) == (dated, quiet)
    assert ModelFacts.from_dict(facts.to_dict()) == facts


def test_with_targets_a_model_learns_nothing_from_events():
    data = replace(with_events(DATA, [50.0] * 6), targets=np.full((6, 3), 0.5, np.float32))
    assert model_facts({}, data, quick()).dated is False


def test_a_storm_without_rain_in_the_table_is_refused():
    with pytest.raises(InputError, match="not in the scenario table; it has T10, T50, T100"):
        with_events(DATA, [33.0] * 6)
