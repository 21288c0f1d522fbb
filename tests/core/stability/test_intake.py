"""Rain that enters soil, and the water that gathers before the storm."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from landslide_plugin.core.stability.factor_of_safety import lowest_factor_of_safety
from landslide_plugin.core.stability.pore_pressure import RainOnSoil, Storms, WaterTable
from landslide_plugin.core.stability.pore_pressure.green_ampt import infiltrated_m
from landslide_plugin.core.stability.pore_pressure.steady import contributing_area_m, table_of_recharge_m
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope

KS, SUCTION, DEFICIT = 2e-6, 0.11, 0.25


def test_green_ampt_is_the_capacity_integrated_over_time():
    periods = [(1e-6, 1800.0), (2e-5, 3600.0), (0.0, 1800.0), (5e-6, 7200.0)]
    taken, start = 1e-12, 0.0
    for rate, seconds in periods:
        solved = solve_ivp(
            lambda _, f, i=rate: [min(i, KS * (1 + SUCTION * DEFICIT / max(f[0], 1e-12)))],
            (start, start + seconds),
            [taken],
            rtol=1e-9,
            atol=1e-14,
            max_step=5.0,
        )
        taken, start = solved.y[0, -1], start + seconds
    assert float(infiltrated_m(periods, KS, SUCTION, DEFICIT)) == pytest.approx(taken, rel=1e-5)


@given(st.lists(st.floats(0, 3e-5), min_size=1, max_size=6), st.floats(1e-9, 1e-4), st.floats(0, 1))
@settings(max_examples=60)
def test_intake_is_bounded_by_the_rain_and_never_below_what_ks_alone_takes(rates, conductivity, suction):
    periods = [(rate, 1800.0) for rate in rates]
    taken = float(infiltrated_m(periods, conductivity, suction, 0.2))
    fallen = sum(rate * seconds for rate, seconds in periods)
    by_capacity = sum(min(rate, conductivity) * seconds for rate, seconds in periods)
    assert by_capacity * (1 - 1e-9) <= taken <= fallen * (1 + 1e-9) + 1e-15


def test_excess_rain_is_what_does_not_enter():
    rain = RainOnSoil(np.array([20.0]), np.array([4.0]), 1e-6, 0.1, front_suction_m=0.1)
    assert float(rain.excess_mm(0)) == pytest.approx(80.0 - 1000 * float(rain.rise_m(0)) * 0.1)
    assert float(Storms(np.array([20.0]), np.array([4.0])).excess_mm(0, 1e-6)) == pytest.approx(80.0 - 14.4)


def test_a_hollow_is_never_safer_than_a_ridge_of_the_same_slope_soil_and_depth():
    area, depth = np.array([5.0, 20.0, 80.0, 320.0, 5000.0]), 2.0
    slope_deg = np.full(5, 30.0)
    across = 1e-5 * depth * np.cos(np.deg2rad(slope_deg))
    table = table_of_recharge_m(2.0 / 8.64e7, area, across, slope_deg, depth)
    law = WaterTable(
        np.zeros(1), RainOnSoil(np.array([5.0]), np.array([6.0]), 1e-6, 0.1), start_depth_m=table
    )
    soil = Soil((depth,), *(np.full((1, 5), value) for value in (6.0, 0.6, 18.0, 20.0)), depth)
    safety = lowest_factor_of_safety(Slope.of(slope_deg), soil, law, 0)
    assert (np.diff(table) < 0).all()
    assert (np.diff(safety) < 0).all()


def test_with_time_the_contributing_area_becomes_the_whole():
    area, sine = np.array([4.0, 40.0, 400.0]), 0.5
    areas = [contributing_area_m(area, 1e-5, sine, 0.1, hours) for hours in (1.0, 1e2, 1e4)]
    assert (np.diff(areas, axis=0) >= 0).all()
    assert areas[-1].tolist() == area.tolist()
