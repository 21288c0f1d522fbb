"""How much water soil holds at a suction, from its texture (HYPRES), where nothing is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..types.arrays import Values
from .pore_pressure.suction import Retention

LEAST_PERCENT = 1.0
LEAST_ORGANIC_PERCENT = 0.1
"""Clay, silt and organic matter are taken as at least this: the rule divides by them."""
TOPSOIL_TO_M = 0.3
THETA_R = 0.01
"""The rule predicts none; that of its medium and fine classes."""
PER_M = 100.0
GARDNER_AT_M = 1.0
"""Suction head at which Gardner's curve holds as much water as van Genuchten's."""


@dataclass(frozen=True)
class FineEarth:
    """What the rule asks for; arrays of one shape.

    Attributes
    ----------
    clay_percent, silt_percent : array
        Under 2 um, and 2 to 50 um, mass percent of the fine earth.
    organic_percent : array
        Mass percent.
    density_g_cm3 : array
        Dry bulk density of the fine earth.
    topsoil : bool
    """

    clay_percent: Any
    silt_percent: Any
    organic_percent: Any
    density_g_cm3: Any
    topsoil: bool


def retention(soil: FineEarth) -> Retention:
    """Van Genuchten's curve of the fine earth, alpha in 1/m.

    Source: Woesten, J. H. M., Lilly, A., Nemes, A., Le Bas, C. (1999), Geoderma 90, 169-185, table 5: the continuous
    pedotransfer functions for theta_s, alpha and n, with m = 1 - 1/n.

    Examples
    --------
    >>> found = retention(FineEarth(25.0, 15.0, 4.5, 1.124447, topsoil=True))
    >>> [round(float(v), 5) for v in (found.theta_s, found.alpha_1_m / 100.0, found.shape_n)]
    [0.5099, 0.05413, 1.16991]
    """
    c = np.maximum(np.asarray(soil.clay_percent, float), LEAST_PERCENT)
    s = np.maximum(np.asarray(soil.silt_percent, float), LEAST_PERCENT)
    om = np.maximum(np.asarray(soil.organic_percent, float), LEAST_ORGANIC_PERCENT)
    d, top = np.asarray(soil.density_g_cm3, float), float(soil.topsoil)
    theta_s = (
        (0.7919 + 0.001691 * c - 0.29619 * d - 0.000001491 * s**2 + 0.0000821 * om**2)
        + (0.02427 / c + 0.01113 / s + 0.01472 * np.log(s))
        - (0.0000733 * om * c + 0.000619 * d * c + 0.001183 * d * om + 0.0001664 * top * s)
    )
    log_alpha = (
        (-14.96 + 0.03135 * c + 0.0351 * s + 0.646 * om + 15.29 * d - 0.192 * top)
        - (4.671 * d**2 + 0.000781 * c**2 + 0.00687 * om**2)
        + (0.0449 / om + 0.0663 * np.log(s) + 0.1482 * np.log(om))
        - (0.04546 * d * s + 0.4852 * d * om - 0.00673 * top * c)
    )
    log_n = (
        (-25.23 - 0.02195 * c + 0.0074 * s - 0.1940 * om + 45.5 * d)
        + (-7.24 * d**2 + 0.0003658 * c**2 + 0.002885 * om**2)
        - (12.81 / d + 0.1524 / s + 0.01958 / om)
        - (0.2876 * np.log(s) + 0.0709 * np.log(om) + 44.6 * np.log(d))
        + (-0.02264 * d * c + 0.0896 * d * om + 0.00718 * top * c)
    )
    theta_r = np.where(np.isfinite(theta_s), THETA_R, np.nan)
    return Retention(PER_M * np.exp(log_alpha), theta_s, theta_r, shape_n=1.0 + np.exp(log_n))


def gardner_alpha_1_m(curve: Retention) -> Values:
    """Exponent of Gardner's curve that holds as much water as another at a suction of 1 m.

    No source: a rule of this plugin, for the soil of a slope, whose suction heads are of that size.

    >>> loam = Retention(3.6, 0.43, 0.078, shape_n=1.56)
    >>> alpha = gardner_alpha_1_m(loam)
    >>> bool(np.isclose(Retention(alpha, 0.43, 0.078).saturation(-1.0), loam.saturation(-1.0)))
    True
    """
    return -np.log(curve.saturation(-GARDNER_AT_M)) / GARDNER_AT_M
