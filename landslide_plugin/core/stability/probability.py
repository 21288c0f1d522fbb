"""Probability of failure by point estimates (Rosenblueth 1975, 1981)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Callable

import numpy as np
import numpy.typing as npt

from ..progress import Check, go_on
from ..types.arrays import Floats, Values
from .pore_pressure import PorePressure
from .soil import Soil
from .strength import Strength
from .stresses import Slope, planes

LARGEST_FS = 1e6  # keeps squares finite on slopes next to flat
SMALLEST_FS = 1e-6
NO_EFFECT = 1e-7
GENTLEST_TAN = 1e-3  # a drawn slope is no gentler
INPUTS = ("cohesion", "friction", "unit weight", "water table", "soil depth", "slope")
"""Uncertain inputs, in the order of draws and of codes from 1."""


@dataclass(frozen=True)
class Spread:
    """How uncertain the inputs are; one draw of a property holds for all depths of a cell.

    Attributes
    ----------
    cohesion_cov, tan_friction_cov : float
        Coefficient of variation, lognormal.
    unit_weight_cov : float
        Coefficient of variation, normal.
    wetness_sd : float
        Standard deviation of the water table, share of the soil depth, normal.
    strength_correlation : float
        Correlation of the logarithms of cohesion and tan(friction angle).
    soil_depth_cov : float
        Coefficient of variation of the soil depth, lognormal.
    slope_tan_sd : float
        Standard deviation of the tangent of the slope, normal: what the errors of a DEM leave of it.
    """

    cohesion_cov: float = 0.40
    tan_friction_cov: float = 0.13
    unit_weight_cov: float = 0.05
    wetness_sd: float = 0.10
    strength_correlation: float = 0.0
    soil_depth_cov: float = 0.0
    slope_tan_sd: float = 0.0


@dataclass(frozen=True)
class Chances:
    """Probability of failure of some cells, and what it hangs on.

    Attributes
    ----------
    probability : float array (scenarios, cells)
    index : float array (scenarios, cells)
        Reliability index, -1 times the standard normal value below which the probability lies.
    leading : uint8 array (scenarios, cells)
        Code, from 1 in ``INPUTS``, of the input that most of the variance of ln FS comes from; 0 if there is none.
    sampled : int
        Cells whose probability was sampled.
    """

    probability: Values
    index: Values
    leading: npt.NDArray[np.uint8]
    sampled: int = 0


LARGEST_INDEX = 8.0

Estimate = Callable[[Slope, Soil, PorePressure, npt.NDArray[np.float64]], Chances]


@dataclass(frozen=True)
class Probability:
    """A way to the probability of failure.

    Attributes
    ----------
    estimate : callable
        From slope, soil, water and the seismic coefficients (scenarios,) to ``Chances``.
    resolved : float
        Smallest probability that it tells from smaller ones; 0 if it does not know.
    """

    estimate: Estimate
    resolved: float = 0.0

    def __call__(
        self, slope: Slope, soil: Soil, water: PorePressure, seismic_coefficient: npt.NDArray[np.float64]
    ) -> Chances:
        """The chances of some cells."""
        return self.estimate(slope, soil, water, seismic_coefficient)


def reliability_index(probability: Values) -> Floats:
    """-1 times the standard normal value of a probability, between -8 and 8.

    >>> reliability_index(np.array([0.5, 1.0])).tolist()
    [0.0, -8.0]
    """
    from scipy.special import ndtri

    with np.errstate(divide="ignore"):
        index = -ndtri(np.asarray(probability, float))
    return np.asarray(np.clip(index, -LARGEST_INDEX, LARGEST_INDEX) + 0.0)


def drawn_slope(slope: Slope, change: Any) -> Slope:
    """The slope with another tangent; a face that tips over leans the other way.

    >>> drawn_slope(Slope.of(np.array([45.0])), -0.5).tan.round(6).tolist()
    [0.5]
    """
    tangent = np.maximum(np.abs(slope.tan + change), GENTLEST_TAN).astype(slope.tan.dtype, copy=False)
    return Slope(tangent, 1.0 / (1.0 + tangent * tangent))


def lognormal_factor(cov: float, standard: Any) -> Any:
    """Factor with mean 1 and the given coefficient of variation at a standard normal value.

    >>> lognormal_factor(0.0, 1.0)
    1.0
    """
    variance = np.log1p(cov * cov)
    factor = np.exp(standard * np.sqrt(variance) - variance / 2)
    return factor if np.ndim(factor) else float(factor)


def point_estimate(
    slope: Slope,
    soil: Soil,
    water: PorePressure,
    seismic_coefficient: npt.NDArray[np.float64],
    spread: Spread,
) -> Values:
    """Probability of failure (scenarios, cells) from runs with each input one standard deviation up or down.

    Sixteen runs, twice as many for each of soil depth and slope where these are uncertain. The smallest
    factor of safety over depth is taken in each run. Its mean and variance over the runs
    give a lognormal distribution, whose share below 1 is the probability.

    Source: Rosenblueth, E. (1975), Proc. Nat. Acad. Sci. 72(10), 3812-3814.

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.full((1, 2), v) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> slope = Slope.of(np.array([20.0, 40.0]))
    >>> point_estimate(slope, sand, Dry(), np.zeros(1), Spread()).round(2).tolist()
    [[0.0, 1.0]]
    """
    points = Points.of(slope, soil, water, spread)
    runs = (points.runs(scenario, kh) for scenario, kh in enumerate(seismic_coefficient.tolist()))
    return np.array([run.probability for run in runs])


def point_share(
    slope: Slope,
    soil: Soil,
    water: PorePressure,
    scenario: int,
    seismic_coefficient: float,
    *,
    spread: Spread,
) -> Values:
    """The estimate of ``point_estimate`` (cells,) for one scenario, without what the runs tell of each input.

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.full((1, 2), v) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> point_share(Slope.of(np.array([20.0, 40.0])), sand, Dry(), 0, 0.0, spread=Spread()).round(2).tolist()
    [0.0, 1.0]
    """
    mean, square = np.zeros(slope.cos2.shape), np.zeros(slope.cos2.shape)
    cases = list(_cases(slope, soil, water, spread))
    for case in cases:
        lowest = _lowest_by_strength(
            case.slope, case.soil, case.water, scenario, kh=seismic_coefficient, strengths=case.strengths
        )
        for (share, _, _), least in zip(case.strengths, lowest):
            np.minimum(least, LARGEST_FS, out=least)
            part = least * least.dtype.type(share / len(cases))
            mean += part
            part *= least
            square += part
    return lognormal_share_below_one(mean, square - mean**2)


@dataclass(frozen=True)
class PointRuns:
    """One scenario with each uncertain input one standard deviation up or down.

    Attributes
    ----------
    probability : float array (cells,)
    log_mean : float array (cells,)
        Mean of ln FS over the runs.
    effects : float array (inputs, cells)
        Change of ln FS with one standard deviation of each independent draw.
    safety : float array (runs, cells)
        FS of each run.
    """

    probability: Floats
    log_mean: Floats
    effects: Floats
    safety: Values

    def leading(self) -> npt.NDArray[np.uint8]:
        """Code (cells,) of the input with the largest effect, from 1; 0 where none has any."""
        size = np.abs(self.effects)
        return np.where(size.max(axis=0) > 0, size.argmax(axis=0) + 1, 0).astype(np.uint8)

    def milder_than(self, other: PointRuns) -> npt.NDArray[np.bool_]:
        """Cells (cells,) in which no run has a smaller FS than the same run of another scenario."""
        return np.asarray((self.safety >= other.safety).all(axis=0))


@dataclass(frozen=True)
class _Case:
    """Ground with unit weight, water, depth and slope moved by signs (4,); strengths come on top."""

    signs: tuple[int, ...]
    slope: Slope
    soil: Soil
    water: PorePressure
    strengths: list[WeightedStrength]


@dataclass(frozen=True)
class Points:
    """The ground of some cells with each uncertain input one standard deviation up or down."""

    cases: list[_Case]
    spread: Spread
    check: Check = go_on

    @staticmethod
    def of(slope: Slope, soil: Soil, water: PorePressure, spread: Spread, check: Check = go_on) -> Points:
        """Every combination of signs; ``check`` may break off before each of the runs."""
        return Points(list(_cases(slope, soil, water, spread)), spread, check)

    def runs(self, scenario: int, seismic_coefficient: float) -> PointRuns:
        """All runs of one scenario."""
        cells = self.cases[0].slope.cos2
        mean, square = np.zeros(cells.shape), np.zeros(cells.shape)
        log_mean, effects = np.zeros(cells.shape), np.zeros((len(INPUTS), *cells.shape))
        share_of_case, safety = 1.0 / len(self.cases), []
        for case in self.cases:
            self.check()
            lowest = _lowest_by_strength(
                case.slope, case.soil, case.water, scenario, kh=seismic_coefficient, strengths=case.strengths
            )
            for (share, (c, f), _), least in zip(case.strengths, lowest):
                values = np.minimum(least, LARGEST_FS, out=least).astype(np.float64)
                mean += share * share_of_case * values
                square += share * share_of_case * (values * values)
                logarithm = np.log(np.maximum(values, SMALLEST_FS))
                logarithm /= 4 * len(self.cases)
                log_mean += logarithm
                for number, sign in enumerate((c, f, *case.signs)):
                    if sign:
                        effects[number] += sign * logarithm
                safety.append(least)
        rho = self.spread.strength_correlation
        effects[0] += rho * effects[1]  # cohesion is drawn first, and takes friction along
        effects[1] *= np.sqrt(1.0 - rho * rho)
        effects[np.abs(effects) < NO_EFFECT] = 0.0  # runs that are alike but for rounding
        chance = lognormal_share_below_one(mean, square - mean**2)
        return PointRuns(chance, log_mean, effects, np.array(safety))


def _cases(slope: Slope, soil: Soil, water: PorePressure, spread: Spread) -> Iterator[_Case]:
    signs = (-1, 1)
    depths = signs if spread.soil_depth_cov else (0,)
    tilts = signs if spread.slope_tan_sd else (0,)
    for depth, tilt in product(depths, tilts):
        here = drawn_slope(slope, tilt * spread.slope_tan_sd) if tilt else slope
        base = soil.deepened(lognormal_factor(spread.soil_depth_cov, depth)) if depth else soil
        below = water.on_depth(base.depth_m) if depth else water
        strengths = _strengths(here, base, spread)
        soils = [base.scaled(unit_weight=1.0 + sign * spread.unit_weight_cov) for sign in signs]
        waters = [below.shifted(sign * spread.wetness_sd) for sign in signs]
        for (w, weighted), (m, wetter) in product(zip(signs, soils), zip(signs, waters)):
            yield _Case((w, m, depth, tilt), here, weighted, wetter, strengths)


WeightedStrength = tuple[float, tuple[int, int], Strength]


def _strengths(slope: Slope, soil: Soil, spread: Spread) -> list[WeightedStrength]:
    """Weight, signs and values of the four combinations of strong and weak cohesion and friction."""
    signs = (-1, 1)
    middle = Strength.of(soil, slope)
    cohesion = {c: middle.cohesion * lognormal_factor(spread.cohesion_cov, c) for c in signs}
    friction = {f: soil.tan_friction * lognormal_factor(spread.tan_friction_cov, f) for f in signs}
    rho = spread.strength_correlation
    return [
        ((1 + c * f * rho) / 4, (c, f), replace(middle, cohesion=cohesion[c], tan_friction=friction[f]))
        for f, c in product(signs, repeat=2)
    ]


def _lowest_by_strength(
    slope: Slope,
    soil: Soil,
    water: PorePressure,
    scenario: int,
    *,
    kh: float,
    strengths: list[WeightedStrength],
) -> list[Values]:
    """Smallest factor of safety (cells,) over depth for each strength, the stresses computed once."""
    lowest = [np.full_like(slope.cos2, np.inf) for _ in strengths]
    for plane in planes(slope, soil, water, scenario, kh):
        for least, (_, _, strength) in zip(lowest, strengths):
            np.minimum(least, strength.weaker(plane), out=least)
    for least in lowest:
        np.divide(least, slope.tan + kh, out=least)
    return lowest


def lognormal_share_below_one(mean: Values, variance: Values) -> Values:
    """Share below 1 of lognormal distributions; 1 or 0 where there is no spread.

    >>> lognormal_share_below_one(np.array([0.9, 1.2, 1.0]), np.array([0.0, 0.0, 0.04])).round(3).tolist()
    [1.0, 0.0, 0.539]
    """
    from scipy.special import ndtr

    tiny = 1e-12 * mean**2
    certain = variance <= tiny
    with np.errstate(divide="ignore", invalid="ignore"):
        log_variance = np.log1p(np.where(certain, 1.0, variance) / mean**2)
        below = ndtr((log_variance / 2 - np.log(mean)) / np.sqrt(log_variance))
    below[certain] = (mean[certain] < 1.0).astype(float)
    below[mean <= 0] = 1.0
    result: Values = below
    return result
