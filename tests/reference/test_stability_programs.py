"""The factor of safety and its probability equal those of landlab, SAGA and pynewmarkdisp."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from tests.support.stability_cases import factor_of_safety, one_layer, table

GAMMA_W = 9.81
PYNEWMARKDISP_CAP = 3.0


def landlab_fs(slope_tan, thickness_m, wetness, cohesion_pa, friction_deg, weight_n_m3):
    """Our factor of safety for landlab's inputs.

    landlab fixes water at half the soil density; scaling all stresses alike by gw over half its unit
    weight changes no factor of safety and makes our water weigh that.
    """
    slope = np.arctan(slope_tan)
    depth = thickness_m / np.cos(slope)
    scale = 2 * GAMMA_W / weight_n_m3
    soil = one_layer(cohesion_pa * scale, friction_deg, np.full(np.shape(depth), 2 * GAMMA_W), depth)
    return factor_of_safety(np.rad2deg(slope), soil, depth * (1 - wetness))


def test_landlab_draws():
    rows = table("landlab_factor_of_safety_samples")
    ours = landlab_fs(
        rows["slope_tan"],
        rows["soil_thickness_m"],
        rows["relative_wetness"],
        rows["total_cohesion_Pa"],
        rows["phi_deg"],
        rows["soil_density_kg_m3"] * rows["g_m_s2"],
    )
    assert len(ours) == 100
    assert_allclose(ours, rows["FS"], rtol=1e-6)


def landlab_probability(row, draws, rng):
    """Share of draws below 1 from landlab's own distributions, with our factor of safety."""

    def around(mode, low, high):
        return rng.triangular(mode * low, mode, mode * high, draws)

    slope = row["topographic__slope"]
    cohesion = rng.triangular(
        row["soil__minimum_total_cohesion"],
        row["soil__mode_total_cohesion"],
        row["soil__maximum_total_cohesion"],
        draws,
    )
    friction = around(row["soil__internal_friction_angle"], 0.82, 1.32)
    thickness = around(row["soil__thickness"], 0.7, 1.1)
    conductivity = around(row["soil__saturated_hydraulic_conductivity"], 0.7, 1.1)
    recharge = rng.uniform(row["recharge_min_mm_day"], row["recharge_max_mm_day"], draws) / 1000
    area = row["topographic__specific_contributing_area"]
    wetness = recharge / (conductivity * thickness) * area / np.sin(np.arctan(slope))
    weight = row["soil__density"] * 9.80665
    steep = np.full(draws, slope)
    return (landlab_fs(steep, thickness, np.minimum(wetness, 1), cohesion, friction, weight) <= 1).mean()


def test_landlab_probability_of_failure():
    rows = table("landlab_probability_of_failure")
    rng = np.random.default_rng(5)
    cases = [{key: column[i] for key, column in rows.items()} for i in range(len(rows["node"]))]
    ours = [landlab_probability(case, 40_000, rng) for case in cases]
    assert_allclose(ours, rows["P_failure_mean"], atol=0.01)


def test_saga_safety_factor():
    rows = table("saga_safetyfactor")
    depth = rows["thickness_m"]
    soil = one_layer(rows["cohesion_MPa"] * 1000, rows["phi_deg"], rows["density_g_cm3"] * GAMMA_W, depth)
    ours = factor_of_safety(np.rad2deg(rows["slope_rad"]), soil, depth * (1 - rows["saturation"]))
    assert_allclose(np.minimum(ours, 10), rows["FS_saga"], rtol=1e-4)


@pytest.mark.parametrize("shaking", ["kh", None])
def test_pseudo_static(shaking):
    rows = table("pynewmarkdisp_pseudostatic")
    expected = rows["FS_pseudostatic_3dp" if shaking else "FS_static_3dp"]
    assert len(expected) == 100
    for i, fs in enumerate(expected):
        one = {key: column[i : i + 1] for key, column in rows.items()}
        soil = one_layer(one["cohesion_kPa"], one["phi_deg"], one["gamma_kN_m3"], one["depth_m"])
        kh = float(one["kh"][0]) if shaking else 0.0
        ours = factor_of_safety(one["slope_deg"], soil, one["water_table_depth_m"], kh)[0]
        assert min(ours, PYNEWMARKDISP_CAP) == pytest.approx(fs, abs=5.1e-4)
