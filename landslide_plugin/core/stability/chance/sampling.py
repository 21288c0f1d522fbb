"""Probability of failure by sampling, to check the point estimate."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...progress import Check, go_on
from ...types.arrays import Values
from ..factor_of_safety import lowest_factor_of_safety
from ..pore_pressure import PorePressure
from ..probability import Spread
from ..soil import Soil
from ..stresses import Slope
from .drawn import drawn

UNCERTAIN_INPUTS = 5
"""How many draws a set has; a sixth, of the slope, is drawn where the slope is uncertain."""


def standard_draws(
    draws: int, strength_correlation: float, seed: int, inputs: int = UNCERTAIN_INPUTS
) -> Values:
    """Standard normal draws (draws, inputs) in the order of ``probability.INPUTS``.

    A scrambled Sobol sequence; ``draws`` is rounded up to a power of two.

    >>> points = standard_draws(256, 0.5, seed=1)
    >>> points.shape, bool(abs(np.corrcoef(points[:, 0], points[:, 1])[0, 1] - 0.5) < 0.02)
    ((256, 5), True)
    """
    from scipy.special import ndtri
    from scipy.stats import qmc

    power = int(np.ceil(np.log2(max(draws, 2))))
    points = qmc.Sobol(inputs, scramble=True, seed=seed).random_base2(power)
    normal: Values = ndtri(np.clip(points, 1e-12, 1 - 1e-12))
    rho = strength_correlation
    normal[:, 1] = rho * normal[:, 0] + np.sqrt(1 - rho * rho) * normal[:, 1]
    return normal


def sampled_probability(
    slope: Slope,
    soil: Soil,
    water: PorePressure,
    seismic_coefficient: npt.NDArray[np.float64],
    *,
    spread: Spread,
    draws: Values,
    check: Check = go_on,
) -> Values:
    """Share of draws (scenarios, cells) whose smallest factor of safety over depth is below 1.

    The same draws serve every cell and scenario, so a scenario that is worse in every draw has a
    probability at least as high, exactly.

    Parameters
    ----------
    draws : float array (draws, 5 or 6)
        From ``standard_draws``.
    check : callable
        Called at every draw, to break off.

    Examples
    --------
    >>> from ..pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.full((1, 2), v) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> slope, draws = Slope.of(np.array([15.0, 45.0])), standard_draws(64, 0.0, seed=1)
    >>> sampled_probability(slope, sand, Dry(), np.zeros(1), spread=Spread(), draws=draws).tolist()
    [[0.0, 1.0]]
    """
    failures = np.zeros((len(seismic_coefficient), slope.cos2.size), np.int64)
    for scenario, kh in enumerate(seismic_coefficient.tolist()):
        for draw in draws.tolist():
            check()
            here, moved, wetter = drawn(slope, soil, water, draw, spread)
            failures[scenario] += lowest_factor_of_safety(here, moved, wetter, scenario, kh) < 1.0
    probability: Values = failures / len(draws)
    return probability
