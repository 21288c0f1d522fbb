"""Water, density and strength of soil from its texture, where nothing better is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..types.arrays import Values
from .pore_pressure.phase import GRAIN_DENSITY_RATIO

LARGEST_ORGANIC_PERCENT = 8.0
LARGEST_CLAY = 0.60
ORGANIC_PER_CARBON = 1.724
ORGANIC_DENSITY_RATIO = 1.4  # relative to water
PLASTICITY_PER_CLAY = 0.75
PLASTICITY_RANGE = (10.0, 60.0)
LEAST_CLAY_OF_FRICTION = PLASTICITY_RANGE[0] / PLASTICITY_PER_CLAY / 100.0
"""Clay below it, a share of the mass, changes the friction angle no more."""
FRICTION_RANGE_DEG = (17.0, 40.0)
MM_H_PER_M_S = 3.6e6


@dataclass(frozen=True)
class SaxtonRawls:
    """What texture tells of the water in soil.

    Attributes
    ----------
    theta_1500, theta_33, theta_s : array
        Volumetric water at wilting point, field capacity and saturation, fractions.
    air_entry_kpa : array
    retention_a, retention_b : array
        psi = A theta^-B, kPa.
    conductivity_m_s : array
        Saturated.
    """

    theta_1500: Values
    theta_33: Values
    theta_s: Values
    air_entry_kpa: Values
    retention_a: Values
    retention_b: Values
    conductivity_m_s: Values


def saxton_rawls(sand: Any, clay: Any, organic_percent: Any) -> SaxtonRawls:
    """Soil water from texture (Saxton, K. E., Rawls, W. J. 2006, Soil Sci. Soc. Am. J. 70, 1569-1578, eq. 1-5, 15-18).

    Parameters
    ----------
    sand, clay : float or array
        Mass fractions of the fine earth; clay up to 0.6.
    organic_percent : float or array
        Mass percent, up to 8.

    Examples
    --------
    A loam lets about 15 mm/h through:

    >>> loam = saxton_rawls(0.4, 0.2, 2.5)
    >>> round(float(loam.conductivity_m_s) * 3.6e6, 1), round(float(loam.theta_33), 2)
    (15.5, 0.28)
    """
    s, c, om = (np.asarray(values, float) for values in (sand, clay, organic_percent))
    wilting = -0.024 * s + 0.487 * c + 0.006 * om + 0.005 * s * om - 0.013 * c * om + 0.068 * s * c + 0.031
    theta_1500 = 1.14 * wilting - 0.02
    field = -0.251 * s + 0.195 * c + 0.011 * om + 0.006 * s * om - 0.027 * c * om + 0.452 * s * c + 0.299
    theta_33 = field + 1.283 * field**2 - 0.374 * field - 0.015
    free = 0.278 * s + 0.034 * c + 0.022 * om - 0.018 * s * om - 0.027 * c * om - 0.584 * s * c + 0.078
    above_33 = 1.636 * free - 0.107
    entry = -21.67 * s - 27.93 * c - 81.97 * free + 71.12 * s * free + 8.29 * c * free
    entry = entry + 14.05 * s * c + 27.16
    air_entry = entry + 0.02 * entry**2 - 0.113 * entry - 0.70
    theta_s = theta_33 + above_33 - 0.097 * s + 0.043
    with np.errstate(invalid="ignore"):
        b = (np.log(1500.0) - np.log(33.0)) / (np.log(theta_33) - np.log(theta_1500))
        a = np.exp(np.log(33.0) + b * np.log(theta_33))
        conductivity_mm_h = 1930.0 * (theta_s - theta_33) ** (3.0 - 1.0 / b)
    return SaxtonRawls(
        theta_1500,
        theta_33,
        theta_s,
        air_entry,
        retention_a=a,
        retention_b=b,
        conductivity_m_s=conductivity_mm_h / MM_H_PER_M_S,
    )


def organic_matter_percent(carbon_g_kg: Any) -> Values:
    """Organic matter from organic carbon: 1.724 SOC / 10, percent.

    >>> round(float(organic_matter_percent(10.0)), 3)
    1.724
    """
    return np.asarray(ORGANIC_PER_CARBON * np.asarray(carbon_g_kg, float) / 10.0)


def density_and_void_ratio(
    fine_density_g_cm3: Any, coarse_share: Any, organic_percent: Any
) -> tuple[Values, Values]:
    """Dry density (g/cm3) and void ratio of the whole soil.

    Coarse fragments (share of the volume) have no pores; grains of the fine earth weigh 2.65, organic
    matter 1.4.

    >>> density, void_ratio = density_and_void_ratio(1.325, 0.0, 0.0)
    >>> float(density), float(void_ratio)
    (1.325, 1.0)
    """
    fine, coarse = np.asarray(fine_density_g_cm3, float), np.asarray(coarse_share, float)
    organic = np.asarray(organic_percent, float) / 100.0
    grains = 1.0 / ((1.0 - organic) / GRAIN_DENSITY_RATIO + organic / ORGANIC_DENSITY_RATIO)
    density = fine * (1.0 - coarse) + GRAIN_DENSITY_RATIO * coarse
    solids = fine * (1.0 - coarse) / grains + coarse
    return density, np.asarray((1.0 - solids) / solids)


def share_past_stones(coarse_share: Any) -> Values:
    """Share of the fine earth's saturated conductivity that soil with stones has: 2 (1 - Rv) / (2 + Rv).

    Stones let no water through and lengthen its way (Peck and Watson 1979, in the form that Saxton and Rawls 2006,
    eq. 22, give by weight).

    Parameters
    ----------
    coarse_share : float or array
        Coarse fragments, share of the volume.

    Examples
    --------
    By volume it is what Saxton and Rawls write by weight:

    >>> volume, density = 0.3, 1.4 / 2.65
    >>> weight = volume / (density + volume * (1.0 - density))
    >>> by_weight = (1.0 - weight) / (1.0 - weight * (1.0 - 1.5 * density))
    >>> round(float(share_past_stones(volume)), 9) == round(by_weight, 9), float(share_past_stones(0.0))
    (True, 1.0)
    """
    stones = np.asarray(coarse_share, float)
    return np.asarray(2.0 * (1.0 - stones) / (2.0 + stones))


def softened_friction_deg(clay_percent: Any) -> Values:
    """Fully softened friction angle: 36.2 - 0.32 PI + 0.0058 PI^1.73 with PI = 0.75 clay, PI 10 to 60.

    >>> float(softened_friction_deg(40.0).round(1))
    28.7
    """
    plasticity = np.clip(PLASTICITY_PER_CLAY * np.asarray(clay_percent, float), *PLASTICITY_RANGE)
    friction = 36.2 - 0.32 * plasticity + 0.0058 * plasticity**1.73
    return np.asarray(np.clip(friction, *FRICTION_RANGE_DEG))


def texture_class(sand_percent: Any, clay_percent: Any) -> npt.NDArray[np.intp]:
    """0 coarse (clay < 18, sand > 65 %), 2 fine (clay at least 35 %), else 1 medium, as the FAO draws them.

    >>> texture_class(np.array([80, 40, 20]), np.array([10, 20, 50])).tolist()
    [0, 1, 2]
    """
    sand, clay = np.asarray(sand_percent), np.asarray(clay_percent)
    return np.where(clay >= 35, 2, np.where((clay < 18) & (sand > 65), 0, 1))
