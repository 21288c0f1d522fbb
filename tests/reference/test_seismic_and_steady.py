"""Yield coefficient and displacement equal pynewmarkdisp, the steady wetness equals SHALSTAB."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.stability.factor_of_safety import lowest_factor_of_safety
from landslide_plugin.core.stability.pore_pressure import SteadyWetness, WaterTable
from landslide_plugin.core.stability.seismic import lowest_yield_coefficient, newmark_displacement_cm
from landslide_plugin.core.stability.stresses import Slope
from tests.support.stability_cases import NO_RAIN, one_layer, table


def yield_of(row):
    soil = one_layer(row["cohesion_kPa"], row["phi_deg"], row["gamma_kN_m3"], row["depth_m"])
    water = WaterTable(np.zeros(1), NO_RAIN, start_depth_m=row["water_table_depth_m"])
    return soil, water, lowest_yield_coefficient(Slope.of(row["slope_deg"]), soil, water, 0)


def test_yield_coefficient():
    rows = table("pynewmarkdisp_pseudostatic")
    given = np.isfinite(rows["ky_g"])
    ours = np.array([yield_of({k: v[i : i + 1] for k, v in rows.items()})[2][0] for i in range(len(given))])
    assert given.sum() > 50
    assert_allclose(ours[given], rows["ky_g"][given], atol=1e-3)
    assert (ours[~given] <= 1e-3).all(), "slopes that fail without shaking have no yield coefficient"


def test_newmark_displacement():
    rows = table("pynewmarkdisp_pseudostatic")
    given = np.isfinite(rows["jibson2007_eq6_m"]) & (rows["ky_g"] < rows["a_max_g"])
    ours = newmark_displacement_cm(rows["ky_g"], rows["a_max_g"])[given] / 100
    assert given.sum() > 20
    assert_allclose(ours, rows["jibson2007_eq6_m"][given], rtol=1e-3)


def test_a_slope_shaken_by_its_yield_coefficient_is_at_its_limit():
    rows = table("pynewmarkdisp_pseudostatic")
    for i in range(0, 100, 7):
        row = {key: column[i : i + 1] for key, column in rows.items()}
        soil, water, ky = yield_of(row)
        if 0 < ky[0] < 0.9:
            fs = lowest_factor_of_safety(Slope.of(row["slope_deg"]), soil, water, 0, float(ky[0]))
            assert fs[0] == pytest.approx(1.0, abs=1e-9)


def shalstab_safety(row, recharge_m_s):
    """Our factor of safety under steady rain; soil weighs the same wet or dry there."""
    degrees = np.rad2deg(row["slope_rad"])
    depth = row["soil_thickness_m"]
    soil = one_layer(row["cohesion_kPa"], np.rad2deg(row["phi_rad"]), row["gamma_kN_m3"], depth)
    area = row["catchment_area_m2"] / row["cell_size_m"]
    water = SteadyWetness(np.array([recharge_m_s]), area, row["Ks_m_s"], degrees)
    return lowest_factor_of_safety(Slope.of(degrees), soil, water, 0)[0]


def test_shalstab_critical_rain():
    """Under SHALSTAB's critical rain the factor of safety is 1; a little more or less tips it."""
    rows = table("shalstab_critical_rainfall")
    conditional = stable = unstable = 0
    for i, rain in enumerate(rows["critical_rainfall_mm_day"]):
        row = {key: column[i : i + 1] for key, column in rows.items()}
        if np.isfinite(rain):
            recharge = rain / 1000 / 86400
            assert (
                shalstab_safety(row, recharge * (1 - 1e-5)) > 1 > shalstab_safety(row, recharge * (1 + 1e-5))
            )
            conditional += 1
        elif np.rad2deg(row["slope_rad"][0]) > 60:
            continue  # cliffs (one row is a vertical cell without an area): not assessed by physics
        elif row["unconditional_class_1stable_2unstable"][0] == 1:
            assert shalstab_safety(row, 1.0) >= 1
            stable += 1
        else:
            assert shalstab_safety(row, 0.0) < 1
            unstable += 1
    assert (conditional, stable, unstable) == (75, 23, 1)
