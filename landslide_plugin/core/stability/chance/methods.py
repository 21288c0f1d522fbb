"""The ways to a probability of failure: sampling alone, or point estimates with lines where these are wrong."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...progress import Check, go_on
from ...types.arrays import Floats, Values
from ..pore_pressure import PorePressure
from ..probability import (
    INPUTS,
    Chances,
    PointRuns,
    Points,
    Probability,
    Spread,
    reliability_index,
)
from ..soil import Soil
from ..stresses import Slope
from .lines import Lines, UncertainGround, first_crossing, uncertain
from .sampling import UNCERTAIN_INPUTS, sampled_probability, standard_draws

TAIL = 0.1
"""Cells with a smaller point estimate in any scenario are sampled in all of them, as it may lie over a true 0.05."""

WIDE_WETNESS_SD = 0.2
"""From this spread of the water table on every cell is sampled."""

LINES = 64
MORE_TIMES = 4
DOUBTFUL = 0.15
LEAST_DOUBTED = 5e-4
"""Cells whose lines differ so much, as a share of a probability from here up, get so many times the lines."""
RESOLVING_DRAWS = 10_000
"""Plain draws that would tell probabilities apart as far down as the lines are known to: ten failures at 0.001."""

HOPELESS = 1e-9
HOPELESS_INDEX = 6.0
"""Cells less likely to fail, by both first estimates, get the smallest probability without being sampled."""


def by_sampling(spread: Spread, draws: int, seed: int, *, check: Check = go_on) -> Probability:
    """Probabilities by one Sobol sequence for all cells and scenarios; none is under 1/N. ``check`` may break off.

    >>> from ..pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> method = by_sampling(Spread(), 64, seed=1)
    >>> method(Slope.of(np.array([45.0])), sand, Dry(), np.zeros(1)).probability.tolist()
    [[1.0]]
    """
    inputs = len(INPUTS) if spread.slope_tan_sd else UNCERTAIN_INPUTS
    points = standard_draws(draws, spread.strength_correlation, seed, inputs)

    def estimate(slope: Slope, soil: Soil, water: PorePressure, kh: npt.NDArray[np.float64]) -> Chances:
        found = sampled_probability(slope, soil, water, kh, spread=spread, draws=points, check=check)
        found = np.maximum(found, 1.0 / len(points))
        points_of = Points.of(slope, soil, water, spread, check)
        leading = [points_of.runs(scenario, k).leading() for scenario, k in enumerate(kh.tolist())]
        return Chances(found, reliability_index(found), np.array(leading), slope.cos2.size)

    return Probability(estimate, 10.0 / len(points))


def by_need(spread: Spread, seed: int, lines: int = LINES, *, check: Check = go_on) -> Probability:
    """Point estimates where they are right, lines through the tail in all scenarios of the other cells.

    Where every run of a scenario has at most the factor of safety of the run in the scenario before, its
    probability is no smaller. ``check`` may break off.

    >>> from ..pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(40)), 17.0, 19.0)), 2.0)
    >>> found = by_need(Spread(), seed=1)(Slope.of(np.array([30.0])), sand, Dry(), np.zeros(1))
    >>> exact = 0.002374  # ln FS is normal with mean ln(tan 40 / tan 30) - 0.0084 and deviation 0.1294
    >>> bool(abs(found.probability[0, 0] / exact - 1) < 0.05), found.sampled
    (True, 1)
    """
    places = standard_draws(MORE_TIMES * lines, 0.0, seed, len(INPUTS)).astype(np.float64)

    def estimate(slope: Slope, soil: Soil, water: PorePressure, kh: npt.NDArray[np.float64]) -> Chances:
        points = Points.of(slope, soil, water, spread, check)
        runs = [points.runs(scenario, shaking) for scenario, shaking in enumerate(kh.tolist())]
        del points
        found = np.array([run.probability for run in runs])
        index = reliability_index(found)
        leading = np.array([run.leading() for run in runs])
        tail = found.min(axis=0) < TAIL
        if spread.wetness_sd >= WIDE_WETNESS_SD:
            tail[:] = True
        tail &= np.logical_and.reduce([uncertain(run) for run in runs])
        cells = np.flatnonzero(tail)
        if cells.size:
            ground = UncertainGround(slope, soil, water, spread).some(cells)
            some = [_some(run, cells) for run in runs]
            found[:, cells], index[:, cells] = _along_lines(
                ground, kh, some, (places[:lines], places[lines:]), check
            )
        found[:, tail] = np.maximum(found[:, tail], 1.0 / RESOLVING_DRAWS)
        _in_order(found, runs)
        return Chances(found, index, leading, int(tail.sum()))

    return Probability(estimate, 10.0 / RESOLVING_DRAWS)


def _some(runs: PointRuns, cells: npt.NDArray[np.intp]) -> PointRuns:
    return PointRuns(
        runs.probability[cells], runs.log_mean[cells], runs.effects[:, cells], runs.safety[:, cells]
    )


def _along_lines(
    ground: UncertainGround,
    kh: npt.NDArray[np.float64],
    runs: list[PointRuns],
    places: tuple[Floats, Floats],
    check: Check,
) -> tuple[Values, Values]:
    """Probabilities and reliability index (scenarios, cells), with the same draws in all scenarios.

    Parameters
    ----------
    places : tuple of float arrays (lines, inputs)
        For all cells, and further ones for cells whose lines leave doubt in any scenario.
    """
    effects = [ground.reach(scenario, k, runs[scenario].effects) for scenario, k in enumerate(kh.tolist())]
    start = np.array([first_crossing(run.log_mean, reach) for run, reach in zip(runs, effects)])
    estimate = reliability_index(np.array([run.probability for run in runs]))
    likely = np.minimum(start, estimate) < HOPELESS_INDEX
    chance, error = np.full(start.shape, HOPELESS), np.zeros(start.shape)

    def draw(scenario: int, cells: npt.NDArray[np.intp], some: Floats) -> tuple[Floats, Floats]:
        lines = Lines.of(ground.some(cells), effects[scenario][:, cells])
        return lines.probability(scenario, float(kh[scenario]), start[scenario, cells], some, check=check)

    for scenario, of_scenario in enumerate(likely):
        cells = np.flatnonzero(of_scenario)
        if cells.size:
            chance[scenario, cells], error[scenario, cells] = draw(scenario, cells, places[0])
    doubt = ((chance >= LEAST_DOUBTED) & (error > DOUBTFUL * chance)).any(axis=0)
    share = len(places[0]) / (len(places[0]) + len(places[1]))
    for scenario, of_scenario in enumerate(likely & doubt):
        cells = np.flatnonzero(of_scenario)
        if cells.size:
            further, _ = draw(scenario, cells, places[1])
            chance[scenario, cells] = share * chance[scenario, cells] + (1.0 - share) * further
    return chance, np.where(likely, reliability_index(chance), start)


def _in_order(found: Values, runs: list[PointRuns]) -> None:
    """Hold the probability of a scenario to that of the one before, where no run of it is safer."""
    for scenario in range(1, len(runs)):
        rising = runs[scenario - 1].milder_than(runs[scenario])
        np.maximum(found[scenario], found[scenario - 1], out=found[scenario], where=rising)
