"""Soil water from texture equals ptfkit's Saxton and Rawls (2006)."""

import numpy as np
from numpy.testing import assert_allclose

from landslide_plugin.core.stability.pedotransfer import (
    LARGEST_CLAY,
    LARGEST_ORGANIC_PERCENT,
    MM_H_PER_M_S,
    saxton_rawls,
    softened_friction_deg,
)
from tests.support.stability_cases import table


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
