"""The legacy form gives the range that the reference study prints, where the layered one does not."""

import numpy as np
import pytest

from landslide_plugin.core.stability import masks
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.legacy import FS_RANGE, assess_legacy
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.stability.soil import soil_of
from landslide_plugin.core.synthetic import synthetic_andes
from landslide_plugin.core.types.scenarios import COLUMNS, TriggerScenarios
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice
from landslide_plugin.core.workflows.soil_profile.sources import SoilStrip


@pytest.fixture(scope="module")
def area():
    return synthetic_andes()


@pytest.fixture(scope="module")
def legacy(area):
    slope = area.factors.values[1].ravel()
    return assess_legacy(slope, area.soil, area.scenarios)


def test_it_equals_the_area_but_for_the_noise_in_its_wetness(area, legacy):
    """The study adds noise of standard deviation 0.05 to the wetness; with it away the values lie close."""
    made = area.legacy_fs.reshape(5, -1)
    inside = (made < FS_RANGE[1]) & (legacy.factor_of_safety < FS_RANGE[1])
    assert inside.sum() > 1000
    ratio = legacy.factor_of_safety[inside] / made[inside]
    assert abs(np.median(ratio) - 1) < 0.01
    assert np.abs(ratio - 1).max() < 0.35


def test_it_reproduces_the_range_of_the_study(area, legacy):
    """Scenario by scenario the smallest value and the share at the cap; T50 is printed as 1.12 to 10.00.

    At T100 the wetness is 1 but for the noise, which there can only lower it.
    """
    fs, made = legacy.factor_of_safety, area.legacy_fs.reshape(5, -1)
    at_cap = (fs >= FS_RANGE[1]).mean(axis=1)
    np.testing.assert_allclose(at_cap, (made >= FS_RANGE[1]).mean(axis=1), atol=0.01)
    assert at_cap.mean() == pytest.approx(2 / 3, abs=0.02), "two thirds at the cap"
    assert fs.max() == FS_RANGE[1]
    assert (fs[:3] >= 1).all()
    np.testing.assert_allclose(fs.min(axis=1)[:3], made.min(axis=1)[:3], rtol=0.04)
    assert fs[4].min() == pytest.approx(made[4].min(), rel=1e-6)
    assert legacy.probability[:3].max() < 0.38, "its probability hardly rises"
    assert (legacy.reasons == masks.ASSESSED).all(), "it has no masks"


def test_every_scenario_column_changes_something_in_the_layered_form(area):
    """Rain, duration, wetness and shaking each move the factor of safety or the probability."""
    slope = area.factors.values[1].ravel()
    base = {"intensity_mm_h": 2.0, "duration_h": 6.0, "antecedent_wetness": 0.3, "seismic_coefficient": 0.05}
    more = {"intensity_mm_h": 3.0, "duration_h": 9.0, "antecedent_wetness": 0.4, "seismic_coefficient": 0.1}
    strip = SoilStrip(area.soil)

    def result(law, **changed):
        storms = TriggerScenarios((10.0,), COLUMNS, np.array([list({**base, **changed}.values())]))
        water = WaterChoice(law, storms, 1e-5, 0.1, 0.2, 1.5)(strip, 0, 30)
        question = Question(storms.column("seismic_coefficient"), probability=by_point_estimate(Spread()))
        return assess(slope, soil_of(area.soil), water, question)

    for law in ("water_table", "transient"):
        first = result(law)
        for name, value in more.items():
            second = result(law, **{name: value})
            assert np.nanmean(second.factor_of_safety) < np.nanmean(first.factor_of_safety), (law, name)
            assert np.nanmean(second.probability) > np.nanmean(first.probability), (law, name)


def test_the_legacy_form_is_blind_to_duration_and_shaking(area):
    slope = area.factors.values[1].ravel()
    rows = np.array([[20.0, 6.0, 0.3, 0.0], [20.0, 60.0, 0.3, 0.4]])
    found = assess_legacy(slope, area.soil, TriggerScenarios((10.0, 50.0), COLUMNS, rows))
    assert np.array_equal(found.factor_of_safety[0], found.factor_of_safety[1])
