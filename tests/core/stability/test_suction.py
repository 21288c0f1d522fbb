"""What suction does to a slope, and how rain passes through unsaturated soil."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import solve_banded

from landslide_plugin.core.stability.factor_of_safety import lowest_factor_of_safety
from landslide_plugin.core.stability.pore_pressure import (
    Hydraulics,
    Retention,
    Storms,
    TransientHead,
    UnsaturatedHead,
    WaterTable,
    WithSuction,
)
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope
from tests.support.stability_strategies import no_rain, shares, slopes, soils

SILT = Retention(1.5, 0.45, 0.05)


def unsaturated(rain_mm_h=5.0, hours=12.0, after=0.0, pattern=(1.0,), depth=2.0, start=1.6, background=1e-8):
    storms = Storms(np.array([rain_mm_h]), np.array([hours]), pattern, after)
    return UnsaturatedHead(np.zeros(1), storms, SILT, 5e-6, background, depth, 100.0, start_depth_m=start)


@given(soils(), slopes, shares, st.floats(0.1, 8.0), st.one_of(st.none(), st.floats(1.2, 4.0)))
@settings(max_examples=40)
def test_at_the_same_heads_and_weights_suction_never_lowers_the_safety(soil, slope, share, alpha, shape_n):
    where = Slope.of(slope)
    storms = Storms(np.array([10.0]), np.array([6.0]))
    laws = (
        WaterTable(np.array([share]), no_rain()),
        TransientHead(np.array([share]), storms, Hydraulics(5e-6, 1e-5, 1e-8), soil.depth_m),
    )
    for law in laws:
        held = WithSuction(law, Retention(alpha, 0.4, 0.05, shape_n=shape_n), 1, 10.0)
        fine = soil.split(held.pieces_a_layer)
        with_it = lowest_factor_of_safety(where, fine, held, 0)
        without = lowest_factor_of_safety(where, fine, law, 0)
        assert (with_it >= without * (1 - 1e-9)).all()


def test_the_cap_bounds_what_suction_gives():
    law = WithSuction(WaterTable(np.zeros(1), no_rain()), Retention(0.1, 0.4, 0.05), 1, 3.0)
    cos2 = np.array([0.75])
    assert law.column_kpa(0, 0.2, cos2, cos2, 5.0)[0] * cos2[0] == pytest.approx(-3.0)


def _marched(law, cos2, depths, seconds_of_rain, seconds_after):
    """K / Ks by implicit finite differences of k_t = k_xx - k_x above the water table before the storm."""
    length, nodes = SILT.alpha_1_m * cos2 * law.start_depth_m, 1600
    x = np.linspace(0.0, length, nodes + 1)
    step = x[1]
    pace = SILT.alpha_1_m * cos2 * law.conductivity_m_s / (SILT.theta_s - SILT.theta_r)
    background = law.background_m_s / law.conductivity_m_s
    rain = law.storms.intensity_mm_h[0] / 3.6e6 / law.conductivity_m_s
    share = background * (1 - np.exp(x - length)) + np.exp(x - length)
    for seconds, flux in ((seconds_of_rain, rain), (seconds_after, background)):
        steps = 1600
        ahead = pace * seconds / steps
        if not ahead:
            continue
        bands = np.zeros((3, nodes + 1))
        out = 1 / step**2
        bands[0, 2:] = -ahead * (out - 0.5 / step)
        bands[1, 1:-1] = 1 + 2 * ahead * out
        bands[2, :-2] = -ahead * (out + 0.5 / step)
        # Half a cell at the surface: what enters less what leaves it, K_x - K at its lower face being minus the flux.
        bands[1, 0] = 1 + 2 * ahead / step * (1 / step + 0.5)
        bands[0, 1] = -2 * ahead / step * (1 / step - 0.5)
        bands[1, -1] = 1.0
        for _ in range(steps):
            known = share.copy()
            known[0] += 2 * ahead / step * flux
            known[-1] = 1.0
            share = solve_banded((1, 1), bands, known)
    return np.interp(np.asarray(depths) / law.start_depth_m * length, x, share)


@pytest.mark.parametrize(("hours", "after"), [(1.0, 0.0), (12.0, 0.0), (12.0, 24.0), (200.0, 0.0)])
def test_conductivity_equals_finite_differences(hours, after):
    law, cos2 = unsaturated(hours=hours, after=after), np.array([0.75])
    column = law._column(0, cos2)
    depths = [0.0, 0.2, 0.8, 1.2, 1.55]
    found = [column.share_of_ks(depth)[0] for depth in depths]
    np.testing.assert_allclose(found, _marched(law, 0.75, depths, hours * 3600, after * 3600), atol=1e-3)


def test_a_storm_told_in_parts_is_the_same_storm():
    cos2 = np.array([0.8])
    whole, parts = unsaturated(), unsaturated(pattern=(1.0,) * 6)
    heads = [[law.head_m(0, z, cos2, None)[0] for z in (0.1, 1.0, 1.9)] for law in (whole, parts)]
    np.testing.assert_allclose(heads[0], heads[1], atol=2e-3)


def test_the_table_rises_with_the_rain_and_no_cell_changes_another():
    slope = np.array([0.5, 0.7, 0.9])
    risen = [unsaturated(rain).risen_table_m(0, slope) for rain in (0.0, 5.0, 15.0)]
    assert (np.diff(risen, axis=0) <= 0).all()
    assert (risen[2] < risen[0]).all()
    alone = [unsaturated(15.0).risen_table_m(0, slope[i : i + 1])[0] for i in range(3)]
    assert risen[2].tolist() == alone


def test_a_full_column_has_no_suction_and_the_head_of_seepage():
    law, cos2 = unsaturated(start=0.0, background=0.0), np.array([0.75])
    assert law.head_m(0, 1.0, cos2, None)[0] == pytest.approx(0.75, abs=2e-3)


@given(slopes, st.floats(0.05, 1.0), st.floats(0.2, 10.0), st.floats(0.0, 20.0))
@settings(max_examples=40)
def test_in_one_soil_no_plane_between_the_faces_is_weaker(slope, share, alpha, cohesion):
    values = (cohesion, 0.6, 18.0, 20.0)
    soil = Soil((1.0, 3.0), *(np.full((2, slope.size), value) for value in values), 3.0)
    law = WithSuction(WaterTable(np.array([share]), no_rain()), Retention(alpha, 0.4, 0.05), 1, 50.0)
    where = Slope.of(slope)
    by_faces, by_all = (lowest_factor_of_safety(where, one, law, 0) for one in (soil, soil.split(60)))
    np.testing.assert_allclose(by_faces, by_all, rtol=1e-9)


def test_soil_of_unknown_retention_stands_as_without_suction():
    alpha, cos2 = np.array([1.5, np.nan]), np.array([0.75, 0.75])
    bare = WaterTable(np.zeros(1), no_rain())
    law = WithSuction(bare, Retention(alpha, 0.45, 0.05), 1, 10.0)
    assert law.known().all()
    assert law.column_kpa(0, 0.5, cos2, cos2, 2.0)[1] == 0.0
    assert law.column_kpa(0, np.full(2, 0.5), cos2, cos2, np.full(2, 2.0))[1] == 0.0
