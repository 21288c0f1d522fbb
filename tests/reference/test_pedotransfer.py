"""Soil water from texture equals ptfkit's Saxton and Rawls (2006)."""

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.stability.hypres import FineEarth, gardner_alpha_1_m, retention
from landslide_plugin.core.stability.pedotransfer import (
    LARGEST_CLAY,
    LARGEST_ORGANIC_PERCENT,
    MM_H_PER_M_S,
    saxton_rawls,
    softened_friction_deg,
)
from landslide_plugin.core.stability.pore_pressure.suction import Retention
from tests.support.stability_cases import table

SHARED = Path(os.environ.get("LANDSLIDE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
ROSETTA = SHARED / "data" / "oracles" / "slope_stability" / "pedotransfer_ptfkit_rosetta.csv"


def test_saxton_rawls():
    rows = table("saxton_rawls")
    ours = saxton_rawls(rows["sand_frac"], rows["clay_frac"], rows["organic_matter_pct"])
    inside = (rows["clay_frac"] <= LARGEST_CLAY) & (rows["organic_matter_pct"] <= LARGEST_ORGANIC_PERCENT)
    columns = {
        "theta_1500": ours.theta_1500,
        "theta_33": ours.theta_33,
        "theta_s": ours.theta_s,
        "air_entry_tension": ours.air_entry_kpa,
        "retention_a": ours.retention_a,
        "retention_b": ours.retention_b,
        "saturated_conductivity": ours.conductivity_m_s * MM_H_PER_M_S,
    }
    assert inside.sum() >= 40
    for name, values in columns.items():
        expected = rows[f"saxton2006_{name}"]
        given = inside & np.isfinite(expected)
        assert given.sum() >= 40, name
        assert_allclose(values[given], expected[given], rtol=1e-5, err_msg=name)


def test_more_clay_is_never_stronger():
    friction = softened_friction_deg(np.linspace(0, 100, 200))
    assert (np.diff(friction) <= 1e-12).all()
    assert friction.min() >= 17
    assert friction.max() <= 40


def test_retention_of_another_program():
    """The R package euosi's two examples of Woesten and others (1999), with the density that it takes."""
    expected = ((25.0, 15.0, 0.5098983, 0.05413231, 1.169909), (45.0, 3.0, 0.5043651, 0.04231467, 1.177021))
    for clay, silt, theta_s, alpha_1_cm, n in expected:
        found = retention(FineEarth(clay, silt, 4.5, 1.124447, topsoil=True))
        assert_allclose(found.theta_s, theta_s, rtol=2e-6)
        assert_allclose(found.alpha_1_m, 100 * alpha_1_cm, rtol=1e-5)
        assert_allclose(found.shape_n, n, rtol=2e-6)


@pytest.mark.skipif(not ROSETTA.is_file(), reason=f"{ROSETTA} is not there")
def test_retention_is_near_that_of_another_rule():
    """Rosetta 3, learnt from other soils: no equality, but soil that holds as much water to a tenth."""
    rows = table(ROSETTA.stem, ROSETTA.parent)
    texture = (100 * rows[name] for name in ("clay_frac", "silt_frac"))
    ours = retention(FineEarth(*texture, rows["organic_matter_pct"], rows["bulk_density_g_cm3"], False))
    other = Retention(
        100 * rows["rosetta3_alpha_1_cm"],
        rows["rosetta3_theta_s"],
        rows["rosetta3_theta_r"],
        rows["rosetta3_n"],
    )
    assert ours.known().all()
    assert np.sqrt(np.mean((ours.theta_s - other.theta_s) ** 2)) < 0.05
    for head, rms in ((-0.3, 0.06), (-1.0, 0.09), (-3.0, 0.13)):
        apart = ours.saturation(head) - other.saturation(head)
        assert np.sqrt(np.mean(apart**2)) < rms, head


def test_gardners_curve_meets_van_genuchtens():
    curve = retention(FineEarth(np.linspace(5, 60, 12), 30.0, 2.0, 1.4, False))
    gardner = Retention(gardner_alpha_1_m(curve), curve.theta_s, curve.theta_r)
    assert_allclose(gardner.saturation(-1.0), curve.saturation(-1.0), rtol=1e-12)
    assert (gardner.saturation(-0.2) > curve.saturation(-0.2)).all()
