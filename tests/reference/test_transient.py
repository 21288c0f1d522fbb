"""The transient pressure head and its factor of safety equal TRIGRS, and finite differences where it errs."""

import csv

import numpy as np
import pytest
from scipy.linalg import solve_banded

from landslide_plugin.core.stability.factor_of_safety import failure_plane
from landslide_plugin.core.stability.pore_pressure import Hydraulics, Storms, TransientHead
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope
from tests.support.stability_cases import FOLDER

GAMMA_W = 9.81


def rows_of(name):
    with (FOLDER / f"{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def law(row, storms, finite, depth):
    value = {key: float(text) for key, text in row.items() if _is_number(text)}
    return TransientHead(
        np.zeros(1),
        storms,
        Hydraulics(value["Ks_m_s"], np.array([value["D0_m2_s"]]), value["Iz_m_s"]),
        depth,
        finite,
        start_depth_m=value["water_table_depth_m"],
    )


def printed(text, relative=1e-4, absolute=0.0):
    """The printed number within an error and half a unit of its last digit."""
    digits = text.split("e")[0].split("E")[0]
    decimals = len(digits.split(".")[1]) if "." in digits else 0
    exponent = int(text.lower().split("e")[1]) if "e" in text.lower() else 0
    last = 0.5 * 10.0 ** (exponent - decimals)
    return pytest.approx(float(text), abs=abs(float(text)) * relative + absolute + last)


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def one_storm(rate_m_s, seconds, after_s=0.0):
    return Storms(
        np.array([rate_m_s * 3.6e6]), np.array([seconds / 3600]), hours_after=max(after_s, 0.0) / 3600
    )


def head_and_safety(water, row, depth):
    """Head at a depth, and the factor of safety there of soil that weighs the same wet or dry."""
    slope = Slope.of(np.array([float(row["slope_deg"])]))
    table = water.water_table_m(0, water.soil_depth_m)
    head = water.head_m(0, depth, slope.cos2, table)[0]
    gamma_w = float(row.get("gamma_w_kN_m3") or GAMMA_W)
    return head, safety(row, head, depth, gamma_w)


def safety(row, head, depth, gamma_w=GAMMA_W):
    """The factor of safety that TRIGRS prints, from our head: capped at 10."""
    angle, tangent = np.deg2rad(float(row["slope_deg"])), np.tan(np.deg2rad(float(row["phi_deg"])))
    stress = float(row["gamma_sat_kN_m3"]) * depth
    normal = stress * np.cos(angle) ** 2 - gamma_w * max(head, 0.0)
    resisting = float(row["cohesion_kPa"]) + normal * tangent
    return min(resisting / (stress * np.sin(angle) * np.cos(angle)), 10.0)


def test_iverson_samples():
    rows = rows_of("trigrs_iverson_samples")
    for row in rows:
        time, end, depth = (float(row[key]) for key in ("time_s", "rain_end_s", "z_m"))
        rain = min(time, end)
        storms = one_storm(float(row["rain_m_s"]), rain, time - end) if rain > 0 else one_storm(0.0, 1.0)
        head, fs = head_and_safety(law(row, storms, False, 10.0), row, depth)
        assert head == pytest.approx(float(row["pressure_head_m"]), abs=1e-4)
        assert fs == printed(row["FS"])
    assert len(rows) == 160


def scenario_law(row):
    storms = one_storm(float(row["rain_mm_h"]) / 3.6e6, float(row["duration_h"]) * 3600)
    return law(row, storms, row["boundary"] == "finite", float(row["zmax_m"]))


def test_scenario_profiles():
    rows = rows_of("trigrs_scenarios_profiles")
    for row in rows:
        head, fs = head_and_safety(scenario_law(row), row, float(row["z_m"]))
        assert head == pytest.approx(float(row["pressure_head_m"]), abs=1e-4)
        assert fs == printed(row["FS"])
    assert {row["boundary"] for row in rows} == {"finite", "infinite"}
    assert len(rows) > 200


def on_nodes(row, nodes):
    """A soil of one layer in equal parts, wet and dry of the same weight."""
    values = [float(row["cohesion_kPa"]), np.tan(np.deg2rad(float(row["phi_deg"])))]
    weight, depth = float(row["gamma_sat_kN_m3"]), float(row["zmax_m"])
    layers = (np.array([[value]]) for value in (*values, weight, weight))
    return Soil((depth,), *layers, depth).split(nodes)


def test_critical_planes_of_the_scenarios():
    """The same head at the plane that TRIGRS names, and the same smallest factor of safety on its 25 nodes."""
    rows = [row for row in rows_of("trigrs_scenarios_critical") if float(row["slope_deg"]) > 0]
    for row in rows:
        water, depth = scenario_law(row), float(row["z_at_FS_min_m"])
        if depth > 0:
            head, fs = head_and_safety(water, row, depth)
            assert head == printed(row["pressure_head_at_FS_min_m"], 0.0, 1e-4)
            assert fs == printed(row["FS_min"])
        slope = Slope.of(np.array([float(row["slope_deg"])]))
        plane = failure_plane(slope, on_nodes(row, 25), water, 0)
        assert min(plane.factor_of_safety[0], 10.0) == printed(row["FS_min"])
    assert len(rows) == 190


ZONES = {
    "1": {"cohesion_kPa": 3.5, "phi_deg": 35, "D0_m2_s": 6e-6, "Ks_m_s": 1e-7},
    "2": {"cohesion_kPa": 8.0, "phi_deg": 31, "D0_m2_s": 8e-4, "Ks_m_s": 1e-4},
}


@pytest.mark.parametrize("time_s", [172800, 216000])
def test_tutorial_with_two_periods(time_s):
    """TRIGRS' tutorial: 48 h at 3e-7 m/s, then 12 h at 9e-5 m/s; the second column is after both."""
    rows = rows_of("trigrs_tutorial_critical")
    rows = [row for row in rows if float(row["slope_deg"]) > 0]
    for row in rows:
        full = {**row, **{key: str(value) for key, value in ZONES[row["zone"]].items()}}
        full.update({"gamma_sat_kN_m3": "22", "gamma_w_kN_m3": "9.8"})
        depth, limit = float(row[f"z_m_t{time_s}"]), ZONES[row["zone"]]["Ks_m_s"]
        first, second = min(3e-7, limit), min(9e-5, limit)
        storms = one_storm(first, 172800.0)
        if time_s == 216000:  # five parts of 12 h
            pattern = (first, first, first, first, second)
            storms = Storms(np.array([sum(pattern) / 5 * 3.6e6]), np.array([60.0]), pattern)
        head, fs = head_and_safety(law(full, storms, True, float(row["zmax_m"])), full, depth)
        assert head == printed(row[f"p_m_t{time_s}"], 0.0, 1e-4)
        assert fs == printed(row[f"FS_min_t{time_s}"])
    assert len(rows) == 96


def finite_differences(diffusivity, base, gradients, seconds, nodes=400, steps=4000):
    """Head over depth after periods of given surface gradient, by an implicit scheme (Crank-Nicolson)."""
    step, time = base / nodes, seconds / steps
    ratio = diffusivity * time / (2 * step * step)
    bands = np.zeros((3, nodes + 1))
    bands[0, 1:], bands[1], bands[2, :-1] = -ratio, 1 + 2 * ratio, -ratio
    bands[0, 1] = bands[2, -2] = -2 * ratio  # mirrored beyond surface and base
    head = np.zeros(nodes + 1)
    for gradient in gradients:
        for _ in range(steps):
            curved = np.zeros(nodes + 1)
            curved[1:-1] = head[2:] - 2 * head[1:-1] + head[:-2]
            curved[0], curved[-1] = 2 * (head[1] - head[0]), 2 * (head[-2] - head[-1])
            right = head + ratio * curved
            right[0] += 4 * ratio * step * gradient
            head = solve_banded((1, 1), bands, right)
    return head


@pytest.mark.parametrize("slope_deg", [20.0, 35.0])
def test_late_periods_on_a_base_equal_finite_differences(slope_deg):
    """Three periods, the last one long after D1 t / H2 = 5, where TRIGRS' own series goes wrong."""
    base, pattern, hours = 2.0, (1.0, 0.0, 0.6), 30.0
    cos2 = np.cos(np.deg2rad(slope_deg)) ** 2
    hydraulics = Hydraulics(1e-6, 2e-4, 0.0)
    storms = Storms(np.array([1e-6 * 3.6e6 * sum(pattern) / 3]), np.array([hours]), pattern)
    water = TransientHead(np.zeros(1), storms, hydraulics, base)
    expected = finite_differences(2e-4 / cos2, base, pattern, hours * 3600 / 3)
    depths = np.linspace(0, base, 401)
    ours = [water.storm_rise_m(0, depth, np.array([cos2]))[0] for depth in depths.tolist()]
    assert 2e-4 / cos2 * hours * 3600 / base**2 > 5
    np.testing.assert_allclose(ours, expected, atol=1e-3)
