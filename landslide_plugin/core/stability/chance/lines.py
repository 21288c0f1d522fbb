"""Probability of failure in the tail, by lines through the space of the uncertain inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...progress import Check, go_on
from ...types.arrays import Floats, Values
from ..factor_of_safety import lowest_factor_of_safety
from ..pore_pressure import PorePressure
from ..probability import LARGEST_FS, LARGEST_INDEX, SMALLEST_FS, PointRuns, Spread
from ..soil import Soil
from ..stresses import Slope
from .drawn import drawn

CLOSE_ENOUGH = 0.05
"""Last step of a secant, in standard deviations; what it leaves is of second order."""

MOST_STEPS = 8
STEEPEST = 6.0  # slopes of ln FS along a line, over that of the point runs
FLATTEST = 0.1
FAR = 3.0
WORSE = (-1, -1, 1, 1, 1, 1)  # which way each input is worse, where the point runs do not tell


WORTH_LEAVING = 0.05
"""Share of cells below which laws that keep what they know of their cells are left for a copy of these cells."""


@dataclass
class _Search:
    """Secants of some cells, between a bound where FS is over 1 and one where it is not."""

    here: Values
    low: Values
    high: Values
    rate: Values
    before: Optional[tuple[Values, Values]] = None
    resting: Any = False

    def step(self, safe: Values, steepness: Values) -> Values:
        """Go on, ``safe`` being ln FS here; returns how far (cells,)."""
        self.low = np.where(safe > 0, self.here, self.low)
        self.high = np.where(safe > 0, self.high, self.here)
        if self.before is not None:
            run, change = self.here - self.before[0], safe - self.before[1]
            apart = np.abs(run) > CLOSE_ENOUGH / 50
            secant = np.where(apart, -change / np.where(apart, run, 1.0), self.rate)
            self.rate = np.clip(secant, FLATTEST * steepness, STEEPEST * steepness)
        there = self.here + safe / self.rate
        outside = (there <= self.low) | (there >= self.high)
        there = np.where(outside, (self.low + self.high) / 2, there)
        there = np.where(self.resting, self.here, there)
        self.before, moved = (self.here, safe), np.abs(there - self.here)
        self.here = there
        return np.asarray(moved)

    def some(self, cells: Any) -> _Search:
        """The search of some of the cells."""
        before = None if self.before is None else (self.before[0][cells], self.before[1][cells])
        resting = self.resting[cells] if np.ndim(self.resting) else self.resting
        return _Search(
            self.here[cells], self.low[cells], self.high[cells], self.rate[cells], before, resting=resting
        )

    def rest(self, cells: Any) -> None:
        """Leave some of the cells where they are."""
        self.resting = self.resting | cells


@dataclass(frozen=True)
class UncertainGround:
    """Some cells, and how uncertain they are."""

    slope: Slope
    soil: Soil
    water: PorePressure
    spread: Spread

    def some(self, cells: npt.NDArray[np.intp]) -> UncertainGround:
        """Some of the cells, by index."""
        return UncertainGround(
            self.slope.cells(cells), self.soil.cells(cells), self.water.cells(cells), self.spread
        )

    def log_safety(self, scenario: int, kh: float, draw: Values) -> Values:
        """ln FS (cells,) at independent standard normal values (inputs, cells)."""
        rho = self.spread.strength_correlation
        if rho:
            draw = draw.copy()
            draw[1] = rho * draw[0] + np.sqrt(1.0 - rho * rho).astype(draw.dtype) * draw[1]
        here, soil, water = drawn(self.slope, self.soil, self.water, tuple(draw), self.spread)
        safety = lowest_factor_of_safety(here, soil, water, scenario, kh)
        logarithm: Values = np.log(np.clip(safety, SMALLEST_FS, LARGEST_FS)).astype(draw.dtype, copy=False)
        return logarithm

    def reach(self, scenario: int, kh: float, effects: Floats) -> Floats:
        """Effects (inputs, cells), where larger those of a draw far out: water may reach a weak layer only there.

        Parameters
        ----------
        effects : float array (inputs, cells)
            Of the point runs; they tell which way is worse.
        """
        kind, found = self.slope.cos2.dtype, effects.copy()
        middle = np.zeros(effects.shape, kind)
        centre = self.log_safety(scenario, kh, middle)
        for number, usual in enumerate(WORSE):
            worse = np.where(effects[number] != 0.0, -np.sign(effects[number]), usual)
            middle[number] = FAR * worse
            far = worse * (self.log_safety(scenario, kh, middle) - centre) / FAR
            middle[number] = 0.0
            found[number] = np.where(np.abs(far) > np.abs(effects[number]), far, effects[number])
        return found


@dataclass(frozen=True)
class Lines:
    """Directions and crossing points of the lines of some cells in one scenario.

    Each line runs in the direction in which ln FS falls fastest, by the point runs and by draws far out;
    its place across that direction is drawn. Along it the inputs are standard normal,
    so that the share that fails is Phi(-s), s being where FS passes 1. Their mean over the lines is the
    probability, whatever the direction: that only decides how few lines will do.

    Source: Koutsourelakis, P. S., Pradlwarter, H. J., Schueller, G. I. (2004), Probabilistic Engineering
    Mechanics 19(4), 409-417.

    Attributes
    ----------
    ground : UncertainGround
    direction : float array (inputs, cells)
        Of length 1.
    steepness : float array (cells,)
        Fall of ln FS a standard deviation in that direction.
    """

    ground: UncertainGround
    direction: Values
    steepness: Values

    @staticmethod
    def of(ground: UncertainGround, effects: Floats) -> Lines:
        """Lines along the effects (inputs, cells), none of which may all be 0."""
        kind = ground.slope.cos2.dtype
        steepness = np.sqrt((effects**2).sum(axis=0))
        return Lines(ground, (-effects / steepness).astype(kind), steepness.astype(kind))

    def probability(
        self, scenario: int, kh: float, start: Values, draws: Floats, *, check: Check = go_on
    ) -> tuple[Floats, Floats]:
        """Probability of failure (cells,) in one scenario, and its standard error if the lines were independent.

        Parameters
        ----------
        start : float array (cells,)
            First guess of the crossing, in standard deviations.
        draws : float array (lines, inputs)
            Independent standard normal values; the same for all cells and scenarios.
        check : callable
            Called at every line, to break off.
        """
        from scipy.special import ndtr

        kind = self.direction.dtype
        total, square, crossings = (np.zeros(start.shape) for _ in range(3))
        guess = np.clip(start, -LARGEST_INDEX, LARGEST_INDEX).astype(kind)
        for number, draw in enumerate(draws.astype(kind), 1):
            check()
            along = _along(draw, self.direction)
            across = draw[:, None] - along * self.direction
            crossing = self._crossing(scenario, kh, across, guess)
            share = ndtr(-crossing.astype(np.float64))
            total += share
            square += share * share
            crossings += crossing
            guess = (crossings / number).astype(kind)
        mean = total / len(draws)
        variance = np.maximum(square / len(draws) - mean * mean, 0.0)
        return mean, np.sqrt(variance / len(draws))

    def _crossing(self, scenario: int, kh: float, across: Values, guess: Values) -> Values:
        """Where on each line (cells,) FS passes 1, by secants held between two bounds.

        A cell that has come close enough is left alone, so that its value does not hang on the others.
        """
        low, high = np.full_like(guess, -LARGEST_INDEX), np.full_like(guess, LARGEST_INDEX)
        search = _Search(guess.copy(), low, high, rate=self.steepness.copy())
        result, cells, lines = guess.copy(), np.arange(guess.size), self
        for _ in range(MOST_STEPS):
            draw = across[:, cells] + search.here * lines.direction
            moved = search.step(lines.ground.log_safety(scenario, kh, draw), lines.steepness)
            result[cells] = search.here
            going = moved >= CLOSE_ENOUGH
            if not going.any():
                break
            if lines.ground.water.pieces_a_layer == 1 or going.mean() < WORTH_LEAVING:
                cells, search, lines = cells[going], search.some(going), lines.some(going)
            else:
                search.rest(~going)
        return result

    def some(self, cells: Any) -> Lines:
        """The lines of some of the cells."""
        chosen = np.flatnonzero(cells)
        return Lines(self.ground.some(chosen), self.direction[:, chosen], self.steepness[chosen])


def _along(draw: Values, direction: Values) -> Values:
    """Length (cells,) of a draw in each cell's direction; no dot product, whose bits depend on the number of cells."""
    along: Values = (draw[:, None] * direction).sum(axis=0)
    return along


def first_crossing(log_safety: Values, effects: Floats) -> Floats:
    """Where FS passes 1 in the direction of the steepest fall (cells,), if ln FS is a plane over the inputs.

    >>> first_crossing(np.array([0.5, -0.5]), np.array([[0.3, 0.0], [0.4, 0.0]])).tolist()
    [1.0, -8.0]
    """
    steepness = np.sqrt((effects**2).sum(axis=0))
    certain = np.sign(log_safety) * LARGEST_INDEX
    index = np.divide(log_safety, steepness, out=certain, where=steepness > 0)
    return np.asarray(np.clip(index, -LARGEST_INDEX, LARGEST_INDEX))


def uncertain(runs: PointRuns) -> npt.NDArray[np.bool_]:
    """Cells (cells,) in which any input has an effect."""
    return np.asarray((runs.effects != 0).any(axis=0))
