"""Probability of failure against a million draws, by decade: the point estimate, and lines through the tail."""

from __future__ import annotations

import numpy as np

from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.stability.assess import by_point_estimate
from landslide_plugin.core.stability.chance.drawn import drawn
from landslide_plugin.core.stability.chance.methods import RESOLVING_DRAWS, by_need
from landslide_plugin.core.stability.chance.sampling import standard_draws
from landslide_plugin.core.stability.factor_of_safety import lowest_factor_of_safety
from landslide_plugin.core.stability.pore_pressure import RainOnSoil, WaterTable
from landslide_plugin.core.stability.probability import INPUTS, Spread
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope

WETNESS = np.array([0.3, 0.5, 0.7])
DRAWS, BLOCK = 2**20, 2**17
CELLS_A_CASE = 110
CASES = {
    "one layer": (1, Spread()),
    "three layers": (3, Spread()),
    "three layers, water table 0.25": (3, Spread(wetness_sd=0.25)),
    "soil depth 0.4 and slope 0.05": (1, Spread(soil_depth_cov=0.4, slope_tan_sd=0.05)),
    "correlation -0.5": (1, Spread(strength_correlation=-0.5)),
}
DECADES = ((1e-4, 1e-3), (1e-3, 1e-2), (1e-2, 1e-1), (1e-1, 1.0))


def ground(layers: int, cells: int = 600) -> tuple[np.ndarray, Soil]:
    """Slopes and soils of a mountain area."""
    rng = np.random.default_rng(layers)
    bottoms = (2.0,) if layers == 1 else (0.5, 1.0, 2.0)
    moist = rng.uniform(16, 20, (layers, cells))
    tangent = np.tan(np.deg2rad(rng.uniform(24, 40, (layers, cells))))
    cohesion = rng.uniform(0, 15, (layers, cells)) * (rng.random((layers, cells)) > 0.2)
    return rng.uniform(15, 45, cells), Soil(bottoms, cohesion, tangent, moist, moist + 1.5, 2.0)


def share_of_draws(
    slope_deg: float, soil: Soil, water: WaterTable, spread: Spread, draws: np.ndarray
) -> np.ndarray:
    """Share of failures (scenarios,) of one cell."""
    failures = np.zeros(len(WETNESS))
    for first in range(0, len(draws), BLOCK):
        some = draws[first : first + BLOCK]
        values = (soil.cohesion_kpa, soil.tan_friction, soil.moist_kn_m3, soil.saturated_kn_m3)
        many = Soil(soil.layer_bottoms_m, *(np.repeat(v, len(some), axis=1) for v in values), soil.depth_m)
        here = drawn(Slope.of(np.full(len(some), slope_deg)), many, water, tuple(some.T), spread)
        for scenario in range(len(WETNESS)):
            failures[scenario] += (lowest_factor_of_safety(*here, scenario) < 1.0).sum()
    return failures / len(draws)


def compared(layers: int, spread: Spread) -> np.ndarray:
    """True probability, point estimate and lines (3, values) of cells in the tail of some scenario."""
    slope_deg, soil = ground(layers)
    calm = np.zeros(len(WETNESS))
    water = WaterTable(WETNESS, RainOnSoil(calm, calm, 1e-6, 0.1))
    slope = Slope.of(slope_deg)
    points = by_point_estimate(spread)(slope, soil, water, calm).probability
    lines = by_need(spread, 42)(slope, soil, water, calm).probability
    draws = standard_draws(DRAWS, spread.strength_correlation, 7, len(INPUTS))
    chosen = np.flatnonzero((points[0] < 0.2) & (points[-1] > 2e-4))[:CELLS_A_CASE]
    true = [share_of_draws(slope_deg[c], soil.cells([c]), water, spread, draws) for c in chosen]
    return np.array([np.ravel(true), points[:, chosen].T.ravel(), lines[:, chosen].T.ravel()])


def main() -> None:
    """Measure and write ``build/bench/failure_tail.json``."""
    found = {name: compared(*case) for name, case in CASES.items()}
    true, points, lines = np.concatenate(list(found.values()), axis=1)
    rows = []
    for low, high in DECADES:
        within = (true >= low) & (true < high)
        for name, values in (("point estimate", points), ("point estimate and lines", lines)):
            ratio = values[within] / true[within]
            words = f"{name}, Pf {low:g} to {high:g} ({within.sum()} values)"
            rms = float(np.sqrt(np.mean((values[within] - true[within]) ** 2)))
            rows.append(Row(f"{words}: rms error", rms, "probability"))
            rows.append(Row(f"{words}: median ratio", float(np.median(ratio)), "times"))
            smallest, largest = f"{words}: smallest ratio", f"{words}: largest ratio"
            if values is lines and low >= 10 / RESOLVING_DRAWS:
                rows.append(at_least(smallest, float(ratio.min()), "times", 0.8))
                rows.append(at_most(largest, float(ratio.max()), "times", 1.25))
            else:
                rows += [
                    Row(smallest, float(ratio.min()), "times"),
                    Row(largest, float(ratio.max()), "times"),
                ]
    write_rows("failure_tail", rows)


if __name__ == "__main__":
    main()
