"""Parts of the slope stability: weights, water, limits, guards."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.stability import guards, masks
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.chance.sampling import standard_draws
from landslide_plugin.core.stability.pore_pressure import Dry, PressureRatio, RainOnSoil, WaterTable
from landslide_plugin.core.stability.pore_pressure.phase import GRAIN_DENSITY_RATIO, WATER_UNIT_WEIGHT_KN_M3
from landslide_plugin.core.stability.probability import Spread, lognormal_factor
from landslide_plugin.core.stability.soil import Soil, check_weights, soil_of
from landslide_plugin.core.types.profile import DepthProfile


def profile(bottoms=(1.0, 3.0), **columns):
    values = np.array([list(columns.values())] * len(bottoms), np.float32)[..., None]
    return DepthProfile(bottoms, tuple(columns), np.repeat(values, 4, axis=2))


def test_given_unit_weight_counts_and_full_pores_add_their_water():
    soil = soil_of(
        profile(
            cohesion_kpa=5, friction_deg=30, unit_weight_kn_m3=17, void_ratio=0.7, water_content_percent=10
        )
    )
    porosity, saturation = 0.7 / 1.7, 0.1 * GRAIN_DENSITY_RATIO / 0.7
    assert_allclose(soil.moist_kn_m3, 17.0)
    assert_allclose(
        soil.saturated_kn_m3, 17 + porosity * (1 - saturation) * WATER_UNIT_WEIGHT_KN_M3, rtol=1e-6
    )


def test_unit_weight_follows_from_void_ratio_and_water():
    soil = soil_of(profile(cohesion_kpa=5, friction_deg=30, void_ratio=0.7, water_content_percent=60))
    assert_allclose(soil.moist_kn_m3, soil.saturated_kn_m3, rtol=1e-6, err_msg="more water than pores")
    assert_allclose(soil.saturated_kn_m3, (2.65 + 0.7) * 9.81 / 1.7, rtol=1e-6)


def test_contradictions_are_counted():
    found = check_weights(profile(void_ratio=0.5, water_content_percent=30, unit_weight_kn_m3=12))
    assert (found.over_saturated, found.unit_weight_off) == (8, 8)


def test_profile_without_any_weight_is_refused():
    with pytest.raises(InputError, match="unit_weight_kn_m3, or void_ratio and water_content_percent"):
        soil_of(profile(cohesion_kpa=5, friction_deg=30))


@pytest.mark.parametrize(
    ("intensity", "hours", "share"),
    [(0.0, 0.0, 0.3), (3.6, 10.0, 0.42), (50.0, 10.0, 0.54), (50.0, 99.0, 1.0)],
)
def test_rain_raises_the_saturated_share(intensity, hours, share):
    """m = m0 + min(I, Ks) t / (Sy H), at most 1: 3.6 mm/h is 1e-6 m/s, and Ks lets in 2e-6 m/s."""
    rain = RainOnSoil(np.array([intensity]), np.array([hours]), 2e-6, 0.1)
    law = WaterTable(np.array([0.3]), rain)
    assert law.water_table_m(0, 3.0) == pytest.approx(3.0 * (1 - share))


def test_given_depth_is_the_start_that_rain_raises():
    rain = RainOnSoil(np.array([0.0, 3.6]), np.array([0.0, 10.0]), 1e-3, 0.1)
    law = WaterTable(np.array([0.9, 0.9]), rain, start_depth_m=1.5)
    assert [law.water_table_m(s, 3.0) for s in (0, 1)] == pytest.approx([1.5, 1.14])


def test_lognormal_factor_has_mean_one_and_its_spread():
    factor = lognormal_factor(0.4, standard_draws(2**14, 0.0, seed=1)[:, 0])
    assert factor.mean() == pytest.approx(1.0, abs=1e-3)
    assert factor.std() == pytest.approx(0.4, abs=4e-3)


def simple_soil(cells, depth=2.0):
    tangent = np.tan(np.deg2rad(30))
    return Soil((2.0,), *(np.full((1, cells), v) for v in (3.0, tangent, 18.0, 20.0)), depth)


def test_not_assessed_cells_have_no_number_and_a_reason():
    slope = np.array([np.nan, 2.0, 30.0, 61.0, 30.0, 30.0])
    soil = simple_soil(6, np.array([2.0, 2.0, 2.0, 2.0, np.nan, 0.0]))
    found = assess(slope, soil, Dry(), Question(np.zeros(2), probability=by_point_estimate(Spread())))
    assert found.reasons.tolist() == [0, 2, 1, 3, 4, 5]
    for values in (found.factor_of_safety, found.probability, found.critical_depth_m):
        assert np.isfinite(values[:, 2]).all()
        assert np.isnan(np.delete(values, 2, axis=1)).all()


def test_shaking_in_one_scenario_moves_the_flat_limit_of_all():
    slope = np.array([4.0, 6.0])
    calm = assess(slope, simple_soil(2), Dry(), Question(np.array([0.0, 0.0])))
    shaken = assess(slope, simple_soil(2), Dry(), Question(np.array([0.0, 0.1])))
    assert calm.reasons.tolist() == [masks.ASSESSED, masks.ASSESSED]
    assert shaken.reasons.tolist() == [masks.FLAT, masks.ASSESSED]


def test_missing_values_below_bedrock_do_not_matter():
    cells, bottoms = 2, (1.0, 3.0)
    values = {"cohesion": 4.0, "tangent": 0.5, "moist": 18.0, "saturated": 20.0}
    layers = [np.full((2, cells), value) for value in values.values()]
    for layer in layers:
        layer[1, 0] = np.nan
    soil = Soil(bottoms, *layers, np.array([0.8, 0.8]))
    water = WaterTable(np.array([1.0]), RainOnSoil(np.zeros(1), np.zeros(1), 1e-6, 0.1))
    found = assess(np.array([30.0, 30.0]), soil, water, Question(np.zeros(1)))
    assert found.reasons.tolist() == [1, 1]
    assert found.factor_of_safety[0, 0] == found.factor_of_safety[0, 1]
    deep = assess(
        np.array([30.0]), Soil(bottoms, *(v[:, :1] for v in layers), 3.0), water, Question(np.zeros(1))
    )
    assert deep.reasons.tolist() == [masks.NO_SOIL_DATA]


def test_uplift_is_counted_and_leaves_cohesion_alone():
    found = assess(np.array([40.0]), simple_soil(1), PressureRatio(0.9), Question(np.zeros(1)))
    assert found.floating == 1
    angle = np.deg2rad(40.0)
    assert_allclose(found.factor_of_safety[0, 0], 3.0 / (36.0 * np.sin(angle) * np.cos(angle)), rtol=1e-6)


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("friction_deg", 0.6, "radians"),
        ("cohesion_kpa", 8000.0, "Pa"),
        ("unit_weight_kn_m3", 1900.0, "kg/m3"),
        ("saturated_unit_weight_kn_m3", 1.9, "g/cm3"),
        ("void_ratio", 60.0, "percent"),
        ("conductivity_m_s", 12.0, "cm/day"),
        ("cohesion_kpa", -9999.0, "negative"),
    ],
)
def test_wrong_units_are_named(name, value, unit):
    with pytest.raises(InputError, match=unit):
        guards.check_property(name, np.array([value, np.nan]), "Table")


@pytest.mark.parametrize(("slope", "word"), [(140.0, "percent"), (-9999.0, "no-data")])
def test_slopes_that_are_not_degrees(slope, word):
    with pytest.raises(InputError, match=word):
        guards.check_slope(np.array([slope]))


@pytest.mark.parametrize("varying", [False, True])
def test_two_layers_by_hand(varying):
    """Moist soil above and saturated soil below a water table at 1.5 m: s_v = 55 kPa at 3 m."""
    cells = 2
    layers = [[2.0, 9.0], [0.6, 0.5], [16.0, 18.0], [18.0, 20.0]]
    values = [np.repeat(np.array(pair)[:, None], cells, axis=1) for pair in layers]
    depth = np.array([3.0, 3.0]) if varying else 3.0
    soil = Soil((1.0, 3.0), *values, depth)
    water = WaterTable(np.array([0.5]), RainOnSoil(np.zeros(1), np.zeros(1), 1e-6, 0.1))
    slope = np.array([30.0, 35.0])
    found = assess(slope, soil, water, Question(np.array([0.1]))).factor_of_safety[0]
    angle = np.deg2rad(slope)
    sine, cosine = np.sin(angle), np.cos(angle)

    def safety(vertical, pressure, cohesion, tangent):
        normal = vertical * cosine**2 * (1 - 0.1 * np.tan(angle)) - pressure * cosine**2
        return (cohesion + normal * tangent) / (vertical * (sine * cosine + 0.1 * cosine**2))

    at_face = np.minimum(safety(16.0, 0.0, 2.0, 0.6), safety(16.0, 0.0, 9.0, 0.5))
    at_base = safety(16.0 + 18.0 * 0.5 + 20.0 * 1.5, 9.81 * 1.5, 9.0, 0.5)
    assert_allclose(found, np.minimum(at_face, at_base), rtol=1e-6)
    assert (at_base < at_face).all()
