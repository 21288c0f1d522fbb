"""Probability of failure by point estimates (Rosenblueth 1975, 1981)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from .pore_pressure import PorePressure
from .soil import Soil
from .strength import side_safety, sides
from .stresses import Slope, plane_stresses

Values = npt.NDArray[Any]
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
    """

    cohesion_cov: float = 0.40
    tan_friction_cov: float = 0.13
    unit_weight_cov: float = 0.05
    wetness_sd: float = 0.10
    strength_correlation: float = 0.0


def lognormal_factor(cov: float, standard: Any) -> Any:
    """Factor with mean 1 and the given coefficient of variation at a standard normal value.

    >>> lognormal_factor(0.0, 1.0)
    1.0
    """
    variance = np.log1p(cov * cov)
    factor = np.exp(standard * np.sqrt(variance) - variance / 2)
    return factor if np.ndim(factor) else float(factor)


def point_estimate(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float, spread: Spread
) -> Values:
    """Probability of failure (cells,) from sixteen runs, each input one standard deviation up or down.

    The smallest factor of safety over depth is taken in each run. Its mean and variance over the runs
    give a lognormal distribution, whose share below 1 is the probability.

    Source: Rosenblueth, E. (1975), Proc. Nat. Acad. Sci. 72(10), 3812-3814.
    """
    mean = np.zeros(slope.cos2.shape)
    square = np.zeros(slope.cos2.shape)
    for weight_sign, water_sign in product((-1, 1), repeat=2):
        heavier = soil.scaled(unit_weight=1.0 + weight_sign * spread.unit_weight_cov)
        wetter = water.shifted(water_sign * spread.wetness_sd)
        for share, lowest in _strength_points(slope, heavier, wetter, scenario, seismic_coefficient, spread):
            np.minimum(lowest, LARGEST_FS, out=lowest)
            mean += share / 4 * lowest
            square += share / 4 * lowest.astype(np.float64) ** 2
    return lognormal_share_below_one(mean, square - mean**2)


def _strength_points(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, kh: float, spread: Spread
) -> list[tuple[float, Values]]:
    """Weight and smallest factor of safety of the four combinations of strong and weak c and tan phi."""
    signs = list(product((-1, 1), repeat=2))
    soils = [
        soil.scaled(lognormal_factor(spread.cohesion_cov, c), lognormal_factor(spread.tan_friction_cov, f))
        for c, f in signs
    ]
    lowest = [np.full_like(slope.cos2, np.inf) for _ in signs]
    for layer, normal, shear in plane_stresses(slope, soil, water, scenario, kh):
        np.maximum(normal, 0.0, out=normal)
        for side, begins in sides(soil, layer):
            for least, strong in zip(lowest, soils):
                np.minimum(least, side_safety(strong, side, begins, normal, shear), out=least)
    shares = [(1 + c * f * spread.strength_correlation) / 4 for c, f in signs]
    return list(zip(shares, lowest))


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
