"""What must hold for every soil, slope and water table."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.chance.methods import by_sampling
from landslide_plugin.core.stability.chance.sampling import sampled_probability, standard_draws
from landslide_plugin.core.stability.factor_of_safety import (
    factor_of_safety_by_layer,
    failure_plane,
    lowest_factor_of_safety,
)
from landslide_plugin.core.stability.pore_pressure import Dry, PressureRatio, RainOnSoil, WaterTable
from landslide_plugin.core.stability.probability import Spread, point_estimate
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope
from tests.support.stability_strategies import CELLS, no_rain, shares, slopes, soils


def water_at(share):
    return WaterTable(np.array([share]), no_rain())


shaking = st.sampled_from([0.0, 0.1, 0.3])


def lowest(slope_deg, soil, water, kh=0.0):
    return lowest_factor_of_safety(Slope.of(slope_deg), soil, water, 0, kh)


@given(soils(), slopes, shares, shares, shaking)
def test_a_higher_water_table_never_helps(soil, slope, one, other, kh):
    low, high = sorted((one, other))
    assert (lowest(slope, soil, water_at(high), kh) <= lowest(slope, soil, water_at(low), kh) + 1e-9).all()


@given(soils(), slopes, shares, shaking, st.floats(1, 3), st.floats(1, 1.5))
def test_more_strength_never_harms(soil, slope, share, kh, cohesion, friction):
    before = lowest(slope, soil, water_at(share), kh)
    assert (lowest(slope, soil.scaled(cohesion=cohesion), water_at(share), kh) >= before - 1e-12).all()
    assert (lowest(slope, soil.scaled(tan_friction=friction), water_at(share), kh) >= before - 1e-12).all()


@given(soils(), slopes, shares)
def test_more_shaking_never_helps(soil, slope, share):
    found = [lowest(slope, soil, water_at(share), kh) for kh in (0.0, 0.05, 0.2, 0.5)]
    assert (np.diff(found, axis=0) <= 1e-12).all()


@given(soils(), st.floats(5, 44), st.floats(0.2, 1.0))
def test_a_steeper_slope_never_helps_up_to_45_degrees(soil, slope, share):
    gentle, steep = np.full(CELLS, slope), np.full(CELLS, slope + 1.0)
    assert (lowest(steep, soil, water_at(share)) <= lowest(gentle, soil, water_at(share)) + 1e-9).all()


@given(soils(), slopes, shares, shaking, st.floats(0.05, 0.95))
def test_splitting_a_layer_changes_nothing(soil, slope, share, kh, where):
    top = soil.layer_bottoms_m[-2] if len(soil.layer_bottoms_m) > 1 else 0.0
    face = top + where * (soil.layer_bottoms_m[-1] - top)

    def twice(values):
        return np.concatenate([values, values[-1:]])

    split = Soil(
        (*soil.layer_bottoms_m[:-1], face, soil.layer_bottoms_m[-1]),
        twice(soil.cohesion_kpa),
        twice(soil.tan_friction),
        twice(soil.moist_kn_m3),
        twice(soil.saturated_kn_m3),
        soil.depth_m,
    )
    assert_allclose(
        lowest(slope, split, water_at(share), kh), lowest(slope, soil, water_at(share), kh), rtol=1e-10
    )


def dense(soil, pieces=24):
    """The same soil in many thin layers, so that every depth is looked at."""
    deepest = soil.layer_bottoms_m[-1]
    faces = sorted({*soil.layer_bottoms_m, *np.linspace(0, deepest, pieces + 1)[1:-1].tolist()})
    owner = [next(i for i, bottom in enumerate(soil.layer_bottoms_m) if face <= bottom) for face in faces]
    return Soil(
        tuple(faces),
        soil.cohesion_kpa[owner],
        soil.tan_friction[owner],
        soil.moist_kn_m3[owner],
        soil.saturated_kn_m3[owner],
        soil.depth_m,
    )


@given(soils(), slopes, shares, shaking)
@settings(max_examples=60)
def test_no_depth_between_the_faces_is_weaker(soil, slope, share, kh):
    for water in (Dry(), PressureRatio(0.3), water_at(share)):
        assert_allclose(lowest(slope, dense(soil), water, kh), lowest(slope, soil, water, kh), rtol=1e-9)


@given(st.floats(6, 59), st.floats(10, 45), st.floats(0.2, 20))
def test_dry_sand_stands_at_its_friction_angle(slope, friction, depth):
    tangent = np.tan(np.deg2rad(friction))
    sand = Soil((depth,), *(np.full((1, 1), v) for v in (0.0, tangent, 17.0, 20.0)), depth)
    fs = lowest(np.array([slope]), sand, Dry())
    assert_allclose(fs, tangent / np.tan(np.deg2rad(slope)), rtol=1e-12)


@given(soils(), slopes, shares, shaking)
def test_plane_layers_and_minimum_agree(soil, slope, share, kh):
    water, where = water_at(share), Slope.of(slope)
    plane = failure_plane(where, soil, water, 0, kh)
    by_layer = factor_of_safety_by_layer(where, soil, water, 0, kh)
    assert np.array_equal(plane.factor_of_safety, lowest(slope, soil, water, kh))
    assert np.array_equal(plane.factor_of_safety, by_layer.min(axis=0))
    assert np.array_equal(by_layer[plane.layer, np.arange(CELLS)], plane.factor_of_safety)
    assert (plane.depth_m > 0).all()
    assert (plane.depth_m <= np.asarray(soil.depth_m)).all()


@given(soils(), slopes, st.integers(1, CELLS + 3), st.booleans())
@settings(max_examples=40)
def test_block_size_changes_no_bit(soil, slope, block, single):
    kind = np.float32 if single else np.float64
    slope = slope.astype(kind)
    slope[3] = np.nan
    soil = Soil(
        soil.layer_bottoms_m,
        soil.cohesion_kpa.astype(kind),
        soil.tan_friction.astype(kind),
        soil.moist_kn_m3.astype(kind),
        soil.saturated_kn_m3.astype(kind),
        soil.depth_m,
    )
    question = Question(np.array([0.0, 0.1]), probability=by_point_estimate(Spread()))
    water = WaterTable(np.array([0.3, 0.6]), no_rain(2))
    whole = assess(slope, soil, water, question)
    parts = assess(slope, soil, water, question, block_cells=block)
    for name in ("factor_of_safety", "critical_depth_m", "probability", "reasons"):
        assert getattr(whole, name).tobytes() == getattr(parts, name).tobytes(), name


@given(soils(), slopes)
@settings(max_examples=25)
def test_sampled_probability_is_ordered_over_scenarios(soil, slope):
    question = Question(np.array([0.0, 0.0, 0.1]), probability=by_sampling(Spread(), 128, seed=3))
    rain = RainOnSoil(np.array([5.0, 20.0, 20.0]), np.array([6.0, 12.0, 12.0]), 1e-5, 0.1)
    found = assess(slope, soil, WaterTable(np.array([0.2, 0.4, 0.4]), rain), question)
    assert (np.diff(found.probability, axis=0)[np.isfinite(found.probability[1:])] >= 0).all()


def test_point_estimate_is_close_to_sampling():
    """Root-mean-square error under 0.01 over 400 soils, against 16,384 draws."""
    rng = np.random.default_rng(11)
    cells, layers = 400, 3
    moist = rng.uniform(15, 19, (layers, cells))
    soil = Soil(
        (1.0, 2.0, 4.0),
        rng.uniform(0, 12, (layers, cells)),
        np.tan(np.deg2rad(rng.uniform(20, 40, (layers, cells)))),
        moist,
        moist + 1.5,
        rng.uniform(0.5, 4.0, cells),
    )
    slope, water = Slope.of(rng.uniform(10, 50, cells)), water_at(0.5)
    for correlation in (0.0, -0.5):
        spread = Spread(strength_correlation=correlation)
        draws = standard_draws(16_384, correlation, seed=2)
        sampled = sampled_probability(slope, soil, water, np.zeros(1), spread=spread, draws=draws)[0]
        estimate = point_estimate(slope, soil, water, np.zeros(1), spread)[0]
        assert 0.2 < sampled.mean() < 0.7
        assert np.sqrt(np.mean((estimate - sampled) ** 2)) < 0.01
