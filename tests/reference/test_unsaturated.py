"""Unsaturated heads and factors of safety against two published programs."""

import csv

import numpy as np
import pytest

from landslide_plugin.core.stability.factor_of_safety import failure_plane
from landslide_plugin.core.stability.pore_pressure import Retention, Storms, UnsaturatedHead
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope, planes
from tests.support.stability_cases import FOLDER

CAP = 10.0
NO_SUCTION_CAP = 1e6


def rows(name: str) -> list[dict[str, float]]:
    with (FOLDER / f"{name}.csv").open(newline="") as file:
        return [
            {key: float(text) for key, text in row.items() if key not in ("scenario", "equation_set")}
            for row in csv.DictReader(file)
        ]


def _law(row: dict[str, float], start: str, hours: float, after: float, by_head: bool) -> UnsaturatedHead:
    retention = Retention(row["gardner_alpha_1_m"], row["theta_s"], row["theta_r"])
    return UnsaturatedHead(
        np.zeros(1),
        Storms(np.array([row["rain_mm_h"]]), np.array([hours]), hours_after=after),
        retention,
        conductivity_m_s=row["Ks_m_s"],
        background_m_s=row["Iz_m_s"],
        soil_depth_m=row["zmax_m"],
        cap_kpa=NO_SUCTION_CAP,
        start_depth_m=row[start],
        stored_by_head=by_head,
    )


def _soil(row: dict[str, float], weight: str, faces: tuple[float, ...]) -> Soil:
    values = (row["cohesion_kPa"], np.tan(np.deg2rad(row["phi_deg"])), row[weight], row[weight])
    return Soil(faces, *(np.full((len(faces), 1), value) for value in values), row["zmax_m"])


def test_heads_tables_and_safety_of_unsatstab():
    wrong = []
    for row in rows("unsatstab_profiles"):
        law = _law(row, "initial_water_table_depth_m", row["duration_h"], 0.0, True)
        slope = Slope.of(np.array([row["slope_deg"]]))
        soil = _soil(row, "gamma_kN_m3", (row["z_m"],))
        plane = next(iter(planes(slope, soil, law, 0)))
        resistance = row["cohesion_kPa"] / slope.cos2 + plane.effective_kpa * soil.tan_friction[0]
        safety = np.minimum(resistance / plane.vertical_kpa / slope.tan, CAP)
        wrong.append(
            (
                abs(safety[0] - row["FS"]),
                abs(law.head_m(0, row["z_m"], slope.cos2, None)[0] - row["pressure_head_m"]),
                abs(law.risen_table_m(0, slope.cos2)[0] - row["water_table_depth_end_m"]),
            )
        )
    assert len(wrong) == 108
    assert np.max(wrong, axis=0) == pytest.approx([0.0, 0.0, 0.0], abs=1e-3)


def test_critical_safety_of_trigrs():
    wrong = []
    for row in rows("trigrs_unsaturated_critical"):
        hours, after = row["duration_s"] / 3600, (row["time_s"] - row["duration_s"]) / 3600
        law = _law(row, "water_table_depth_m", min(hours, hours + after), max(after, 0.0), False)
        faces = tuple(np.linspace(0.08, row["zmax_m"], 25).tolist())
        slope = Slope.of(np.array([row["slope_deg"]]))
        found = failure_plane(slope, _soil(row, "gamma_sat_kN_m3", faces), law, 0)
        wrong.append(abs(min(found.factor_of_safety[0], CAP) - row["FS_min"]))
    assert len(wrong) == 54
    assert np.median(wrong) <= 0.012
    assert max(wrong) <= 0.1
