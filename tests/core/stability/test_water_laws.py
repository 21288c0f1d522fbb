"""What must hold for transient and steady water, roots, surcharge and shaking, whatever the soil."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.chance.methods import by_sampling
from landslide_plugin.core.stability.factor_of_safety import (
    factor_of_safety_by_layer,
    failure_plane,
    failure_planes,
    lowest_factor_of_safety,
)
from landslide_plugin.core.stability.pore_pressure import (
    Dry,
    Hydraulics,
    RainOnSoil,
    Retention,
    SteadyWetness,
    Storms,
    TransientHead,
    UnsaturatedHead,
    WaterTable,
    WithSuction,
)
from landslide_plugin.core.stability.pore_pressure.infiltration import response_finite, response_infinite
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.stability.roots import Roots
from landslide_plugin.core.stability.seismic import lowest_yield_coefficient
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope
from tests.support.stability_strategies import CELLS, no_rain, shares, slopes, soils


def transient(soil, wetness, rain_mm_h=20.0, hours=12.0, finite=True):
    """The law on a soil's own depth, two scenarios the second of which is wetter."""
    storms = Storms(np.array([rain_mm_h, 1.5 * rain_mm_h]), np.array([hours, hours]), (1.0, 2.0, 1.0))
    hydraulics = Hydraulics(5e-6, 1e-5, 1e-8)
    return TransientHead(np.array([wetness, wetness]), storms, hydraulics, soil.depth_m, finite)


@given(soils(), slopes, st.floats(0, 0.9), st.booleans())
@settings(max_examples=40)
def test_more_rain_and_more_antecedent_water_never_help(soil, slope, share, finite):
    """Over one law's scenarios, which share their planes: each wetter than the one before."""
    storms = Storms(np.array([5.0, 20.0, 20.0]), np.array([12.0, 12.0, 12.0]), (1.0, 2.0, 1.0))
    wetness = np.array([share, share, share + 0.1])
    water = TransientHead(wetness, storms, Hydraulics(5e-6, 1e-5, 1e-8), soil.depth_m, finite)
    found = [lowest_factor_of_safety(Slope.of(slope), soil.split(4), water, s) for s in range(3)]
    assert (np.diff(found, axis=0) <= 1e-9).all()


@given(soils(), slopes, shares)
@settings(max_examples=40)
def test_without_rain_the_transient_head_is_seepage_parallel_to_the_slope(soil, slope, share):
    """With no background flow, the steady head is that of the water table."""
    storms = Storms(np.zeros(1), np.ones(1))
    still = TransientHead(np.array([share]), storms, Hydraulics(1e-6, 1e-5), soil.depth_m)
    table = WaterTable(np.array([share]), no_rain())
    where = Slope.of(slope)
    assert_allclose(
        lowest_factor_of_safety(where, soil.split(4), still, 0),
        lowest_factor_of_safety(where, soil, table, 0),
        rtol=1e-9,
    )


@given(
    soils(), slopes, st.floats(1.0, 20.0), st.sampled_from(["table", "suction", "transient", "unsaturated"])
)
@settings(max_examples=60)
def test_a_water_table_deeper_than_the_soil_stands_at_its_base(soil, slope, factor, kind):
    """A raster of depths of the groundwater knows nothing of the soil's: below it there is no soil to drain."""
    storms = Storms(np.array([20.0]), np.array([12.0]))
    rain = RainOnSoil(storms.intensity_mm_h, storms.duration_h, 2e-6, 0.1)
    silt, none = Retention(1.5, 0.45, 0.05), np.zeros(1)

    def law(start):
        table = WaterTable(none, rain, start_depth_m=start)
        if kind == "suction":
            return WithSuction(table, silt, 1, 10.0)
        if kind == "transient":
            hydraulics = Hydraulics(5e-6, 1e-5)
            return TransientHead(none, storms, hydraulics, soil.depth_m, start_depth_m=start)
        if kind == "unsaturated":
            return UnsaturatedHead(none, storms, silt, 5e-6, 0.0, soil.depth_m, 10.0, start_depth_m=start)
        return table

    planes = soil if kind in ("table", "suction") else soil.split(4)
    base = np.broadcast_to(soil.depth_m, CELLS).astype(float)
    found = [
        lowest_factor_of_safety(Slope.of(slope), planes, law(start), 0) for start in (base, factor * base)
    ]
    np.testing.assert_array_equal(*found)
    assert np.isfinite(found[0]).all()
    assert (law(factor * base).water_table_m(0, base) <= base).all()


@given(soils(), slopes, shares, st.booleans())
@settings(max_examples=40)
def test_plane_layers_and_minimum_agree_with_transient_water(soil, slope, share, finite):
    water, where, split = transient(soil, share, finite=finite), Slope.of(slope), soil.split(4)
    plane = failure_plane(where, split, water, 0)
    by_layer = factor_of_safety_by_layer(where, split, water, 0)
    assert by_layer.shape == (len(soil.layer_bottoms_m), CELLS)
    assert np.array_equal(plane.factor_of_safety, by_layer.min(axis=0))
    assert np.array_equal(by_layer[plane.layer, np.arange(CELLS)], plane.factor_of_safety)
    assert (plane.depth_m > 0).all()
    assert (plane.depth_m <= np.asarray(soil.depth_m) + 1e-12).all()


@given(st.floats(0.01, 30), st.floats(0.0, 1.0))
def test_both_series_of_the_finite_base_meet(age, share):
    """On a base far away the response is that without a base; the two series agree where they change over."""
    base, diffusivity = 2.0, np.array([1e-5])
    depth = share * base
    far = response_finite(depth, 60.0, diffusivity, age * 3600)
    assert_allclose(far, response_infinite(depth, diffusivity, age * 3600), atol=1e-9)
    change = 0.25 * base**2 / diffusivity[0]
    early, late = (response_finite(depth, base, diffusivity, change * f)[0] for f in (1 - 1e-9, 1 + 1e-9))
    assert abs(early - late) < 1e-7


@given(soils(), slopes, st.floats(0, 20), st.floats(0.2, 3))
def test_roots_never_harm_and_reach_no_deeper_than_they_grow(soil, slope, cohesion, depth):
    from dataclasses import replace

    roots = Roots(cohesion, depth)
    rooted = replace(soil, roots=roots).with_faces(roots.faces_m)
    where = Slope.of(slope)
    bare = lowest_factor_of_safety(where, soil, Dry(), 0)
    held = lowest_factor_of_safety(where, rooted, Dry(), 0)
    assert (held >= bare - 1e-12).all()
    plane = failure_plane(where, soil, Dry(), 0)
    below = np.asarray(plane.depth_m) >= 1.5 * depth
    assert_allclose(held[below], bare[below], rtol=1e-12)


@given(soils(), slopes, shares)
def test_weight_on_cohesionless_dry_ground_changes_nothing(soil, slope, surcharge):
    from dataclasses import replace

    sand = soil.scaled(cohesion=0.0)
    loaded = replace(sand, surcharge_kpa=20 * surcharge)
    where = Slope.of(slope)
    assert_allclose(
        lowest_factor_of_safety(where, loaded, Dry(), 0), lowest_factor_of_safety(where, sand, Dry(), 0)
    )
    clay = replace(soil, surcharge_kpa=20 * surcharge)
    assert (
        lowest_factor_of_safety(where, clay, Dry(), 0)
        <= lowest_factor_of_safety(where, soil, Dry(), 0) + 1e-12
    ).all()


@given(soils(), slopes, shares)
def test_shaking_at_the_yield_coefficient_is_the_limit(soil, slope, share):
    where, water = Slope.of(slope), WaterTable(np.array([share]), no_rain())
    ky = lowest_yield_coefficient(where, soil, water, 0)
    static = lowest_factor_of_safety(where, soil, water, 0)
    assert np.array_equal(ky > 0, static > 1)
    cell = int(np.argmax(ky))
    if 0 < ky[cell] < 0.5:
        one = Slope(where.tan[cell : cell + 1], where.cos2[cell : cell + 1])
        some = soil.cells(slice(cell, cell + 1))
        shaken = lowest_factor_of_safety(one, some, water, 0, float(ky[cell]))
        if failure_plane(one, some, water, 0, float(ky[cell])).floating.any():
            assert shaken[0] >= 1 - 1e-9  # friction is never negative, so the formula is on the safe side
        else:
            assert_allclose(shaken, 1.0, rtol=1e-9)


@given(soils(), slopes, st.floats(0.1, 5.0))
def test_a_larger_catchment_never_helps(soil, slope, factor):
    area = np.linspace(5, 500, CELLS)
    where = Slope.of(slope)

    def safety(times):
        water = SteadyWetness(np.array([2e-9]), area * times, 1e-6, slope)
        return lowest_factor_of_safety(where, soil, water, 0)

    small, large = sorted((1.0, factor))
    assert (safety(large) <= safety(small) + 1e-9).all()


@given(soils(), slopes)
@settings(max_examples=30)
def test_sharing_dry_planes_changes_no_bit(soil, slope):
    """The planes above all water are looked at once for all scenarios, with the same result."""
    where, kh = Slope.of(slope), [0.0, 0.0, 0.1, 0.0]
    water = WaterTable(np.array([0.1, 0.6, 0.6, 1.0]), no_rain(4))
    for scenario, shared in enumerate(failure_planes(where, soil, water, kh)):
        alone = failure_plane(where, soil, water, scenario, kh[scenario])
        assert shared.factor_of_safety.tobytes() == alone.factor_of_safety.tobytes()
        assert np.array_equal(shared.depth_m, alone.depth_m)
        assert np.array_equal(shared.layer, alone.layer)


@given(soils(), slopes, st.integers(1, CELLS + 3))
@settings(max_examples=20)
def test_block_size_changes_no_bit_with_transient_water(soil, slope, block):
    extras = ("layer", "saturation", "yield", "displacement", "fs_by_layer")
    question = Question(np.array([0.0, 0.1]), probability=by_point_estimate(Spread()), extras=extras)
    water = transient(soil, 0.4)
    whole = assess(slope, soil, water, question)
    parts = assess(slope, soil, water, question, block_cells=block)
    for name in ("factor_of_safety", "critical_depth_m", "probability", "reasons"):
        assert getattr(whole, name).tobytes() == getattr(parts, name).tobytes(), name
    for key in extras:
        assert whole.extras[key].tobytes() == parts.extras[key].tobytes(), key


@given(soils(), slopes)
@settings(max_examples=8)
def test_sampled_probability_is_ordered_with_uncertain_depth(soil, slope):
    method = by_sampling(Spread(soil_depth_cov=0.2), 64, seed=3)
    found = assess(slope, soil, transient(soil, 0.3), Question(np.zeros(2), probability=method))
    assessed = found.reasons == 1
    assert assessed.any()
    assert (np.diff(found.probability, axis=0)[:, assessed] >= 0).all()


@given(soils(cut=False), slopes, shares, st.floats(1.5, 4))
def test_scale_invariance(soil, slope, share, factor):
    """Depths times f and cohesion times f leave every factor of safety as it is."""
    larger = Soil(
        tuple(bottom * factor for bottom in soil.layer_bottoms_m),
        soil.cohesion_kpa * factor,
        soil.tan_friction,
        soil.moist_kn_m3,
        soil.saturated_kn_m3,
        soil.depth_m * factor,
    )
    water, where = WaterTable(np.array([share]), no_rain()), Slope.of(slope)
    assert_allclose(
        lowest_factor_of_safety(where, larger, water, 0),
        lowest_factor_of_safety(where, soil, water, 0),
        rtol=1e-10,
    )


@given(soils(), st.floats(0.02, 0.4), st.floats(0.05, 0.9), shares)
def test_a_steeper_slope_never_helps_under_shaking_up_to_half_of_its_limit(soil, kh, where, share):
    """Up to 0.5 atan(1 / kh), as long as friction carries (no uplift)."""
    limit = 0.5 * np.rad2deg(np.arctan(1.0 / kh))
    gentle = Slope.of(np.full(CELLS, where * (limit - 1.0)))
    steep = Slope.of(np.full(CELLS, where * (limit - 1.0) + 1.0))
    water = WaterTable(np.array([share]), no_rain())
    before = lowest_factor_of_safety(gentle, soil, water, 0, kh)
    after = lowest_factor_of_safety(steep, soil, water, 0, kh)
    assert (after <= before + 1e-9).all()
