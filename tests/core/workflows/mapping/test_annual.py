"""The landslide probability a year lies between its bounds, and is refused where it would claim too much."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.model.bundle.facts import ModelFacts
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.mapping.kinds.annual import annual_probability, require_annual
from landslide_plugin.core.workflows.mapping.kinds.scenarios import ANNUAL, CROSSING_LABEL
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import draw, grid, read, write_factors
from tools.check.random_bundle import RAIN, random_bundle, random_cells

PERIODS = (10.0, 25.0, 50.0, 100.0, 200.0)
TOLD = ModelFacts(settings={"prevalence": 0.02}, dated=True, quiet_storms=2, events=8)
STORMS = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [50.0]]))
ROUNDING = 1e-12


@pytest.fixture
def stack(tmp_path):
    return write_factors(tmp_path / "stack.tif", grid(40, 30))


@pytest.mark.parametrize(
    ("first", "right"),
    [(5.0, (0.10, 1.00, 0.905)), (50.0, (0.020, 0.040, 0.005)), (500.0, (0.0, 0.005, 0.005))],
)
def test_a_slope_that_fails_from_one_storm_on_lies_between_the_storms_of_the_table(first, right):
    p = (np.array(PERIODS) >= first).astype("f4")[:, None]
    found = np.array(annual_probability(p, PERIODS), np.float32)[:, 0]
    np.testing.assert_array_equal(found, np.array(right, np.float32))


years = st.lists(st.integers(1, 1000), min_size=2, max_size=8, unique=True).map(
    lambda found: tuple(float(year) for year in sorted(found))
)


def between(curve, periods):
    """Integral of a curve over the exceedance 1/T of the year's largest storm, from 0 to 1, by midpoints."""
    cuts = [1.0, *(1.0 / period for period in periods), 0.0]
    whole = 0.0
    for high, low in zip(cuts, cuts[1:]):
        edges = np.linspace(low, high, 2001)
        whole += float(curve(1.0 / ((edges[1:] + edges[:-1]) / 2)).mean()) * (high - low)
    return whole


@given(years, st.floats(0.1, 12.0), st.floats(0.0, 7.0), st.floats(0.0, 1.0))
def test_smooth_curves_lie_between_low_and_high(periods, steepness, middle, most):
    def curve(period):
        return most / (1 + np.exp(-steepness * (np.log(period) - middle)))

    low, high, outside = (part[0] for part in annual_probability(curve(np.array(periods))[:, None], periods))
    assert low - ROUNDING <= between(curve, periods) <= high + ROUNDING
    assert 0 <= low <= 1
    assert outside <= high <= 1 + ROUNDING


@given(years, st.lists(st.floats(0, 1), min_size=8, max_size=8), st.floats(0, 1))
def test_steps_at_the_storms_of_the_table_meet_the_lower_bound(periods, jumps, start):
    p = np.minimum(np.cumsum(jumps)[: len(periods)] / 8, 1.0)
    low, high, _ = (part[0] for part in annual_probability(p[:, None], periods))
    exceedance = 1 / np.array(periods)
    later = [float(p[0]), *np.diff(p).tolist()]
    assert low == pytest.approx(sum(jump * share for jump, share in zip(later, exceedance)), abs=ROUNDING)
    assert low - ROUNDING <= low + start * p[0] * (1 - exceedance[0]) <= high + ROUNDING


@given(years, st.lists(st.floats(0, 1), min_size=8, max_size=8))
def test_a_falling_probability_is_taken_as_the_highest_so_far(periods, drawn):
    p = np.array(drawn[: len(periods)])[:, None]
    risen = np.maximum.accumulate(p, axis=0)
    np.testing.assert_array_equal(annual_probability(p, periods), annual_probability(risen, periods))


@pytest.mark.parametrize("where", range(5))
def test_a_cell_without_a_probability_in_any_scenario_stays_empty(where):
    p = np.full((5, 2), 0.5, "f4")
    p[where, 0] = np.nan
    for part in annual_probability(p, PERIODS):
        assert np.isnan(part).tolist() == [True, False]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (
            {"settings": {"prevalence": None}, "events": 0, "dated": False},
            "follow the share of landslides among its samples",
        ),
        ({"settings": None}, "whether its probabilities are corrected"),
        ({"dated": False}, "the model's landslides have no events"),
        ({"dated": None}, "whether its landslides have events"),
        ({"quiet_storms": 0}, "no storm without landslides was given"),
        ({"quiet_storms": None}, "whether storms without landslides were given"),
    ],
)
def test_what_the_bundle_lacks_or_does_not_say_is_named_in_one_line(changed, reason):
    require_annual(STORMS, TOLD, conditional=False)
    with pytest.raises(InputError, match=reason) as refused:
        require_annual(STORMS, replace(TOLD, **changed), conditional=False)
    assert "\n" not in str(refused.value)
    assert "train" in str(refused.value)


def test_rows_of_events_give_odds_of_the_ground_without_a_share_of_it():
    require_annual(STORMS, replace(TOLD, settings={"prevalence": None}), conditional=False)


def test_a_bundle_that_says_nothing_is_told_all_that_it_lacks_at_once():
    with pytest.raises(InputError, match="does not say") as refused:
        require_annual(STORMS, ModelFacts(), conditional=False)
    for word in ("corrected", "events", "storms without landslides"):
        assert word in str(refused.value)


def test_storms_that_are_no_largest_of_a_year_or_not_of_the_rain_alone_are_refused():
    column, wet = ("intensity_mm_h",), ("intensity_mm_h", "antecedent_wetness")
    with pytest.raises(InputError, match="two return periods"):
        require_annual(TriggerScenarios((10.0,), column, np.array([[20.0]])), TOLD, conditional=True)
    with pytest.raises(InputError, match=r"one year or longer; the scenario table begins with T0\.5"):
        require_annual(TriggerScenarios((0.5, 2.0), column, STORMS.values), TOLD, conditional=True)
    tied = TriggerScenarios((10.0, 50.0), wet, np.array([[20.0, 0.2], [50.0, 0.4]]))
    with pytest.raises(InputError, match="antecedent_wetness changes with the return period"):
        require_annual(tied, TOLD, conditional=False)
    require_annual(tied, TOLD, conditional=True)


def test_a_map_has_low_where_0_1_had_its_bound_and_the_others_behind(stack, tmp_path):
    bundle = random_bundle(4, soil=False)
    draw(bundle, stack, tmp_path / "m", MapOptions(conditional=True), more=("annual",))
    static, _ = random_cells(1200, 5)
    mean = bundle.predict(static, None, RAIN.values).mean().T
    expected = np.array(annual_probability(mean, RAIN.return_periods_yr), np.float32)
    found = read(tmp_path / "m" / "annual.tif").reshape(3, -1)
    np.testing.assert_array_equal(found, expected)
    assert (found[0] < found[1]).all()
    assert (found[2] < found[1]).all()
    with RasterSource(str(tmp_path / "m" / "annual.tif")) as source:
        assert [(band.name, band.unit) for band in source.bands] == [
            ("Annual probability, lower bound", "1/yr"),
            ("Annual probability, high", "1/yr"),
            ("Annual probability, storms outside the table", "1/yr"),
        ]
        assert source.metadata["LABEL"] == ANNUAL
        assert source.metadata["CONDITIONAL"]


def test_the_return_period_is_that_of_the_rain(stack, tmp_path):
    draw(random_bundle(soil=False), stack, tmp_path / "m", more=("return_period",))
    with RasterSource(str(tmp_path / "m" / "return_period.tif")) as source:
        assert source.bands[0].name == "Return period at threshold"
        assert source.metadata["LABEL"] == CROSSING_LABEL
    assert CROSSING_LABEL == "rain return period at which P passes the threshold"


def test_a_bundle_that_does_not_say_is_refused_before_anything_is_written(stack, tmp_path):
    older = replace(random_bundle(soil=False), facts=ModelFacts(grid={"cell_size_m": 25.0}))
    with pytest.raises(InputError, match="does not say"):
        draw(older, stack, tmp_path / "m", more=("annual",))
    assert not list((tmp_path / "m").iterdir())
