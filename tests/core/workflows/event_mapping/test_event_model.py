"""A trained model as the law of maps: a window has the season that a row of the training had."""

import numpy as np
import pytest

from landslide_plugin.core.workflows.event_mapping.event_model import ModelLaw
from tests.support.event_bundle import small_event_model
from tests.support.storm_maps import AREA
from tools.check.event_samples import event_samples


@pytest.mark.parametrize(("end", "day"), [("2019-01-01T00:00:00", 365.0), ("2019-01-01T01:00:00", 1.0)])
def test_a_window_that_ends_at_midnight_has_the_season_of_the_day_before(end, day):
    model, rows = small_event_model(season=True), event_samples(AREA).rows.take(np.arange(40))
    rain, place = rows.distinct_rain()
    mapped = ModelLaw(model).placed(rows.static).probability(rain, place, np.datetime64(end))
    days = np.full(len(rows), day)
    np.testing.assert_allclose(mapped, model.probability(rows.static, rows.rain_mm, days), rtol=1e-6)
    other = model.probability(rows.static, rows.rain_mm, days - 364 * (day > 1) + 30)
    assert np.abs(np.log(other / mapped)).min() > 1e-3  # the season is in it
