"""Probability of failure by point estimates (Rosenblueth 1975, 1981)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from ..types.arrays import Values
from .pore_pressure import PorePressure
from .soil import Soil
from .strength import Strength
from .stresses import Slope, planes

LARGEST_FS = 1e6  # keeps squares finite on slopes next to flat


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
        Coefficient of variation of the soil depth, lognormal; heeded by sampling only.
    """

    cohesion_cov: float = 0.40
    tan_friction_cov: float = 0.13
    unit_weight_cov: float = 0.05
    wetness_sd: float = 0.10
    strength_correlation: float = 0.0
    soil_depth_cov: float = 0.0


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
    """Probability of failure (scenarios, cells) from sixteen runs, each input one standard deviation up or down.

    The smallest factor of safety over depth is taken in each run. Its mean and variance over the runs
    give a lognormal distribution, whose share below 1 is the probability.

    Source: Rosenblueth, E. (1975), Proc. Nat. Acad. Sci. 72(10), 3812-3814.

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.full((1, 2), v) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> slope = Slope.of(np.array([20.0, 40.0]))
    >>> point_estimate(slope, sand, Dry(), np.zeros(1), Spread()).round(2).tolist()
    [[0.0, 1.0]]
    """
    signs = (-1, 1)
    soils = [soil.scaled(unit_weight=1.0 + sign * spread.unit_weight_cov) for sign in signs]
    waters = [water.shifted(sign * spread.wetness_sd) for sign in signs]
    strengths = _strengths(slope, soil, spread)
    found = np.empty((len(seismic_coefficient), slope.cos2.size))
    for scenario, kh in enumerate(seismic_coefficient.tolist()):
        mean, square = np.zeros(slope.cos2.shape), np.zeros(slope.cos2.shape)
        for weighted, wetter in product(soils, waters):
            lowest = _lowest_by_strength(slope, weighted, wetter, scenario, kh=kh, strengths=strengths)
            for (share, _), least in zip(strengths, lowest):
                safety = np.minimum(least, LARGEST_FS, out=least).astype(np.float64)
                mean += share / 4 * safety
                safety *= safety
                square += share / 4 * safety
        found[scenario] = lognormal_share_below_one(mean, square - mean**2)
    return found


WeightedStrength = tuple[float, Strength]


def _strengths(slope: Slope, soil: Soil, spread: Spread) -> list[WeightedStrength]:
    """Weight and values of the four combinations of strong and weak cohesion and friction."""
    signs = (-1, 1)
    middle = Strength.of(soil, slope)
    cohesion = {c: middle.cohesion * lognormal_factor(spread.cohesion_cov, c) for c in signs}
    friction = {f: soil.tan_friction * lognormal_factor(spread.tan_friction_cov, f) for f in signs}
    rho = spread.strength_correlation
    return [
        ((1 + c * f * rho) / 4, replace(middle, cohesion=cohesion[c], tan_friction=friction[f]))
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
        for least, (_, strength) in zip(lowest, strengths):
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
