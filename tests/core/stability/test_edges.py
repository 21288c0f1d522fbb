"""Slides that are not infinite, and roots that vary."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.stability import guards, masks
from landslide_plugin.core.stability.assess import Question, assess
from landslide_plugin.core.stability.edges import Edges
from landslide_plugin.core.stability.pore_pressure import (
    Hydraulics,
    RainOnSoil,
    Storms,
    TransientHead,
    WaterTable,
)
from landslide_plugin.core.stability.roots import Roots
from landslide_plugin.core.stability.soil import Soil

SLOPE = np.array([25.0, 35.0, 45.0])
NO_RAIN = RainOnSoil(np.zeros(1), np.zeros(1), 1e-6, 0.1)
LAWS = {
    "table": WaterTable(np.array([0.6]), NO_RAIN),
    "transient": TransientHead(
        np.array([0.6]), Storms(np.array([20.0]), np.array([6.0])), Hydraulics(1e-6, 1e-4), 3.0
    ),
}


def soil(**more):
    values = [[2.0, 6.0], [0.6, 0.5], [17.0, 18.0], [19.0, 20.0]]
    return Soil((1.0, 3.0), *(np.repeat(np.array(pair)[:, None], 3, axis=1) for pair in values), 3.0, **more)


def safety(law, **more):
    return assess(SLOPE, soil(**more), LAWS[law], Question(np.zeros(1))).factor_of_safety[0]


@pytest.mark.parametrize("law", list(LAWS))
def test_a_slide_without_end_is_the_infinite_slope(law):
    roots = Roots(4.0, 1.0)
    far = safety(law, roots=roots, edges=Edges(1e9, 1e9))
    assert_allclose(far, safety(law, roots=roots), rtol=1e-6)


@pytest.mark.parametrize("law", list(LAWS))
def test_the_smaller_the_slide_the_safer(law):
    found = [safety(law, edges=Edges(width, 2 * width)) for width in (5.0, 20.0, 100.0)]
    assert (found[0] > found[1]).all()
    assert (found[1] > found[2]).all()
    assert (found[2] > safety(law)).all()


def test_one_layer_by_hand():
    """Dry soil on bedrock at 2 m, 5 m wide and 8 m long, looked at where its base is the weakest plane."""
    angle, cohesion, tangent, weight, depth = np.deg2rad(30.0), 1.0, 0.6, 18.0, 2.0
    one = Soil(
        (2.0,), *(np.array([[v]]) for v in (cohesion, tangent, weight, weight)), 2.0, edges=Edges(5.0, 8.0)
    )
    dry = WaterTable(np.array([0.0]), NO_RAIN)
    found = assess(np.array([30.0]), one, dry, Question(np.zeros(1)))
    depths = np.array([0.5, 1.0, 1.5, 2.0]) * depth / 2
    at_rest = 1 - np.sin(np.arctan(tangent))
    sides = cohesion + at_rest * weight * depths / 2 * tangent
    thickness = depths * np.cos(angle)
    base = cohesion + weight * depths * np.cos(angle) ** 2 * tangent
    total = base + thickness * (2 * sides / 5.0 + cohesion / 8.0)
    expected = total / (weight * depths * np.sin(angle) * np.cos(angle))
    assert_allclose(found.factor_of_safety[0, 0], expected.min(), rtol=1e-6)
    assert found.critical_depth_m[0, 0] == depths[expected.argmin()]


def test_roots_and_surcharge_of_each_cell_are_those_of_a_run_of_its_own():
    cohesion, load = np.array([0.0, 3.0, 9.0]), np.array([0.0, 5.0, 20.0])
    together = safety("table", roots=Roots(cohesion, 1.0), surcharge_kpa=load)
    for cell in range(3):
        alone = safety("table", roots=Roots(float(cohesion[cell]), 1.0), surcharge_kpa=float(load[cell]))
        assert together[cell] == alone[cell]


def test_a_cell_without_root_cohesion_or_surcharge_is_not_assessed():
    missing = np.array([1.0, np.nan, 1.0])
    for more in ({"roots": Roots(missing, 1.0)}, {"surcharge_kpa": missing}):
        found = assess(SLOPE, soil(**more), LAWS["table"], Question(np.zeros(1)))
        assert found.reasons.tolist() == [masks.ASSESSED, masks.NO_SOIL_DATA, masks.ASSESSED]


def test_roots_summed_over_the_depth_are_the_integral():
    roots = Roots(3.0, 0.8)
    depths = np.linspace(0.0, 2.0, 4001)
    summed = np.cumsum(roots.cohesion_at((depths[1:] + depths[:-1]) / 2)) * (depths[1] - depths[0])
    assert_allclose(roots.summed_to(depths[1:]), summed, atol=1e-6)


@pytest.mark.parametrize(
    ("check", "values", "unit"),
    [
        (guards.check_extremes, ("cohesion_kpa", 0.0, 0.015), "MPa"),
        (guards.check_extremes, ("friction_deg", 0.3, 0.7), "radians"),
        (guards.check_extremes, ("cohesion_kpa", 0.0, 8000.0), "Pa"),
        (guards.check_added, ("root_cohesion_kpa", 0.0, 5900.0), "Pa"),
        (guards.check_added, ("surcharge_kpa", 0.0, 0.01), "MPa"),
        (guards.check_added, ("surcharge_kpa", -1.0, 2.0), "negative"),
        (guards.check_steepest, (1.1,), "radians"),
    ],
)
def test_wrong_units_of_rasters_are_named(check, values, unit):
    arguments = values if check is guards.check_steepest else (*values, "Raster")
    with pytest.raises(InputError, match=unit):
        check(*arguments)


def test_a_dem_in_place_of_the_slope_is_named():
    with pytest.raises(InputError, match="DEM"):
        guards.check_slope(np.array([3024.0]))
