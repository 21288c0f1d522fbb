"""Probability of failure in the tail: against draws without number, and the promises of every method."""

import numpy as np
import pytest
from scipy.special import ndtr, ndtri
from scipy.stats import qmc

from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.chance import methods
from landslide_plugin.core.stability.chance.dem_error import slope_tan_sd
from landslide_plugin.core.stability.chance.drawn import drawn
from landslide_plugin.core.stability.chance.methods import RESOLVING_DRAWS, TAIL, by_need, by_sampling
from landslide_plugin.core.stability.factor_of_safety import lowest_factor_of_safety
from landslide_plugin.core.stability.pore_pressure import (
    Dry,
    Hydraulics,
    RainOnSoil,
    Storms,
    TransientHead,
    WaterTable,
)
from landslide_plugin.core.stability.probability import INPUTS, Spread, lognormal_factor
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope

WETNESS = np.array([0.3, 0.5, 0.7])
CALM = np.zeros(3)
DRAWS = 2**18


def wet(scenarios=WETNESS):
    count = len(scenarios)
    return WaterTable(scenarios, RainOnSoil(np.zeros(count), np.zeros(count), 1e-6, 0.1))


def ground(cells, layers=1, seed=0):
    rng = np.random.default_rng(seed)
    bottoms = (2.0,) if layers == 1 else (0.5, 1.0, 2.0)
    moist = rng.uniform(16, 20, (layers, cells))
    tangent = np.tan(np.deg2rad(rng.uniform(24, 40, (layers, cells))))
    soil = Soil(bottoms, rng.uniform(0, 15, (layers, cells)), tangent, moist, moist + 1.5, 2.0)
    return rng.uniform(15, 45, cells), soil


def by_many_draws(slope_deg, soil, spread, water):
    """Share of failures (scenarios,) of one cell, by a quarter of a million draws."""
    points = ndtri(np.clip(qmc.Sobol(len(INPUTS), seed=5).random(DRAWS), 1e-12, 1 - 1e-12))
    rho = spread.strength_correlation
    points[:, 1] = rho * points[:, 0] + np.sqrt(1 - rho * rho) * points[:, 1]
    layers = (soil.cohesion_kpa, soil.tan_friction, soil.moist_kn_m3, soil.saturated_kn_m3)
    many = Soil(soil.layer_bottoms_m, *(np.repeat(part, DRAWS, axis=1) for part in layers), soil.depth_m)
    here = drawn(Slope.of(np.full(DRAWS, slope_deg)), many, water, tuple(points.T), spread)
    return [float((lowest_factor_of_safety(*here, scenario) < 1).mean()) for scenario in range(3)]


def doubtful_cell():
    """A weak middle layer that only rare high water reaches: the lines through its tail differ by much."""
    layers = ([7.6039, 1.7775, 10.1858], [0.6308, 0.8018, 0.5661], [18.0922, 16.2964, 18.2997])
    cohesion, tangent, moist = (np.array(values)[:, None] for values in layers)
    return np.array([20.79826]), Soil((0.5, 1.0, 2.0), cohesion, tangent, moist, moist + 1.5, 2.0)


def test_a_cell_whose_lines_leave_doubt_gets_more_of_them(monkeypatch):
    slope_deg, soil = doubtful_cell()
    spread = Spread(wetness_sd=0.25)

    def found(lines):
        return by_need(spread, 42, lines)(Slope.of(slope_deg), soil, wet(), CALM).probability[1, 0]

    true = by_many_draws(slope_deg[0], soil, spread, wet())[1]
    assert 1e-3 < true < 3e-3
    assert found(64) == pytest.approx(true, rel=0.15)
    monkeypatch.setattr(methods, "DOUBTFUL", np.inf)
    assert found(64) > 1.2 * true
    assert found(256) == pytest.approx(true, rel=0.15)


@pytest.mark.parametrize(
    ("layers", "spread"),
    [
        (1, Spread()),
        (3, Spread(wetness_sd=0.25)),
        (1, Spread(soil_depth_cov=0.4, slope_tan_sd=0.05)),
        (1, Spread(strength_correlation=-0.5)),
    ],
)
def test_the_tail_is_that_of_a_quarter_of_a_million_draws(layers, spread):
    slope_deg, soil = ground(400, layers)
    slope = Slope.of(slope_deg)
    estimate = by_point_estimate(spread)(slope, soil, wet(), CALM).probability
    in_tail = np.flatnonzero((estimate[0] < TAIL) & (estimate[2] > 1e-3) & (estimate[2] < 0.3))[:8]
    found = by_need(spread, 42)(slope, soil, wet(), CALM).probability
    ratios, rough = [], []
    for cell in in_tail:
        true = by_many_draws(slope_deg[cell], soil.cells([cell]), spread, wet())
        for scenario, share in enumerate(true):
            if share >= 1e-3:
                ratios.append(found[scenario, cell] / share)
                rough.append(estimate[scenario, cell] / share)
    assert len(ratios) >= 8
    assert 0.8 <= min(ratios) <= max(ratios) <= 1.25
    assert max(np.abs(np.log(rough))) > np.log(1.25), "the point estimate would have done"


def test_dry_sand_has_the_probability_of_its_friction_angle():
    degrees = np.array([26.0, 29.0, 32.0])
    tangent = np.tan(np.deg2rad(36.0))
    soil = Soil((2.0,), *(np.full((1, 3), v) for v in (0.0, tangent, 17.0, 19.0)), 2.0)
    found = by_need(Spread(), 1)(Slope.of(degrees), soil, Dry(), np.zeros(1))
    deviation = np.sqrt(np.log1p(0.13**2))
    median = tangent * lognormal_factor(0.13, 0.0)
    exact = ndtr(np.log(np.tan(np.deg2rad(degrees)) / median) / deviation)
    assert (exact[:2] < TAIL).all()
    np.testing.assert_allclose(
        found.probability[0, :2], np.maximum(exact, 1 / RESOLVING_DRAWS)[:2], rtol=0.03
    )
    np.testing.assert_allclose(found.index[0, :2], -ndtri(exact[:2]), atol=0.02)
    assert (found.leading == INPUTS.index("friction") + 1).all()


def test_one_method_serves_all_scenarios_of_a_cell_and_the_wetter_is_never_safer():
    slope_deg, soil = ground(600, layers=3, seed=4)
    slope = Slope.of(slope_deg)
    found = by_need(Spread(), 42)(slope, soil, wet(), CALM)
    points = by_point_estimate(Spread())(slope, soil, wet(), CALM).probability
    alike = (np.abs(found.probability - points) < 1e-6).all(axis=0)
    assert np.array_equal(alike, points.min(axis=0) >= TAIL)
    assert found.sampled == (~alike).sum() > 100
    assert (np.diff(found.probability, axis=0) >= 0).all()
    assert found.probability[:, ~alike].min() == 1 / RESOLVING_DRAWS


def test_a_wide_water_table_has_every_cell_sampled():
    slope_deg, soil = ground(50)
    found = by_need(Spread(wetness_sd=0.25), 42)(Slope.of(slope_deg), soil, wet(), CALM)
    assert found.sampled == 50


@pytest.mark.parametrize("law", ["table", "transient"])
def test_neither_the_block_nor_the_neighbours_change_a_cell(law):
    slope_deg, soil = ground(30, layers=3, seed=2)
    water = wet()
    if law == "transient":
        water = TransientHead(
            WETNESS, Storms(np.full(3, 20.0), np.full(3, 12.0)), Hydraulics(1e-6, 1e-4), 2.0
        )
    question = Question(CALM, probability=by_need(Spread(), 42), extras=("reliability", "leading"))
    whole = assess(slope_deg, soil, water, question)
    parts = assess(slope_deg, soil, water, question, block_cells=12)
    assert whole.probability.tobytes() == parts.probability.tobytes()
    assert np.array_equal(whole.leading, parts.leading)
    assert whole.sampled == parts.sampled > 0
    for key in question.extras:
        assert whole.extras[key].tobytes() == parts.extras[key].tobytes()
    assert np.array_equal(
        whole.leading[0, 1:], np.bincount(whole.extras["leading"][0].astype(int), minlength=7)[1:]
    )


def test_nothing_uncertain_leaves_the_sign_of_the_factor_of_safety():
    slope_deg, soil = ground(60)
    sure = Spread(0.0, 0.0, 0.0, 0.0)
    found = by_need(sure, 1)(Slope.of(slope_deg), soil, wet(), CALM)
    safety = [lowest_factor_of_safety(Slope.of(slope_deg), soil, wet(), scenario) for scenario in range(3)]
    assert np.array_equal(found.probability == 1.0, np.array(safety) < 1.0)
    assert not found.leading.any()


def test_sampling_writes_no_less_than_one_of_its_draws():
    slope_deg, soil = ground(60)
    method = by_sampling(Spread(), 128, 3)
    assert method(Slope.of(slope_deg), soil, wet(), CALM).probability.min() == 1 / 128
    assert method.resolved == 10 / 128


@pytest.mark.parametrize("input_name", ["soil depth", "slope"])
def test_soil_depth_and_slope_enter_the_point_estimate_where_they_are_uncertain(input_name):
    slope_deg, soil = ground(200)
    spread = Spread(soil_depth_cov=0.5) if input_name == "soil depth" else Spread(slope_tan_sd=0.2)
    plain = by_point_estimate(Spread())(Slope.of(slope_deg), soil, wet(), CALM)
    wider = by_point_estimate(spread)(Slope.of(slope_deg), soil, wet(), CALM)
    code = INPUTS.index(input_name) + 1
    assert not (plain.leading == code).any()
    assert (wider.leading == code).any()
    assert (wider.probability != plain.probability).any()


@pytest.mark.parametrize("length_m", [None, 60.0])
def test_the_slope_of_a_dem_with_errors_spreads_as_the_formula_says(length_m):
    rng, cell = np.random.default_rng(0), 10.0
    errors = rng.normal(size=(600, 600))
    if length_m is not None:
        from scipy.ndimage import gaussian_filter

        errors = gaussian_filter(errors, length_m / cell / 2)  # exp(-(r / L)^2) is the correlation then
        errors /= errors.std()
    rises = errors[:, 2:] - errors[:, :-2]
    east = (rises[:-2] + 2 * rises[1:-1] + rises[2:]) / (8 * cell)
    assert east.std() == pytest.approx(slope_tan_sd(1.0, cell, length_m), rel=0.06)
