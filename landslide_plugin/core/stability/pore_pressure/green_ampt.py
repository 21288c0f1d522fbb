"""How much rain soil takes in while it falls (Green and Ampt 1911; Mein and Larson 1973)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...types.arrays import Values

NEWTON_STEPS = 12  # the last changes nothing that a double can hold


def ponded_depth_m(before_m: Values, seconds: Values, conductivity_m_s: Values, pull_m: Values) -> Values:
    """Water (cells,), m, taken in since the start after some more time under standing water.

    F - F1 - p ln[(F + p) / (F1 + p)] = Ks t with the pull p = suction at the front times the deficit of water there.

    Source: Chow, V. T., Maidment, D. R., Mays, L. W. (1988), Applied Hydrology, eq. 4.3.8 and 5.4.1.

    >>> ponded_depth_m(np.zeros(2), np.array([3600.0, 0.0]), np.full(2, 1e-6), np.zeros(2)).tolist()
    [0.0036, 0.0]
    """
    passed = conductivity_m_s * seconds
    depth = np.asarray(before_m + passed + np.sqrt(2.0 * pull_m * passed))
    held = np.maximum(before_m + pull_m, 1e-300)
    for _ in range(NEWTON_STEPS):
        gap = depth - before_m - passed - pull_m * np.log(np.maximum(depth + pull_m, 1e-300) / held)
        slope = np.divide(depth, depth + pull_m, out=np.ones_like(depth), where=depth > 0)
        depth = np.maximum(depth - gap / slope, before_m)
    return depth


def infiltrated_m(
    periods: Sequence[tuple[Any, float]], conductivity_m_s: Any, front_suction_m: Any, deficit: Any
) -> Values:
    """Rain (cells,), m, that soil takes in during periods of constant rain; the rest runs off.

    Soil takes all rain until its capacity Ks (1 + p / F) has fallen to the rain's rate; then water stands on it.

    Parameters
    ----------
    periods : sequence of (rate in m/s, float or (cells,); seconds)
    front_suction_m : float or array (cells,)
        Suction head at the wetting front.
    deficit : float or array (cells,)
        Share of the soil volume that water can still fill.

    Examples
    --------
    Rain under Ks enters in full; of heavier rain more enters than Ks alone would take:

    >>> one_hour = [(np.array([0.5e-6, 1e-5]), 3600.0)]
    >>> taken = infiltrated_m(one_hour, 1e-6, 0.1, 0.2)
    >>> round(float(taken[0]), 6), bool(0.0036 < taken[1] < 0.036)
    (0.0018, True)
    """
    shape = np.broadcast_shapes(
        *(np.shape(rate) for rate, _ in periods), np.shape(conductivity_m_s), np.shape(deficit)
    )
    capacity = np.broadcast_to(np.asarray(conductivity_m_s, float), shape)
    pull = np.broadcast_to(np.asarray(front_suction_m * np.asarray(deficit, float)), shape)
    taken = np.zeros(shape)
    for rate, seconds in periods:
        heavy = np.asarray(rate > capacity)
        with np.errstate(divide="ignore", invalid="ignore"):
            at_ponding = np.where(heavy, capacity * pull / np.where(heavy, rate - capacity, 1.0), np.inf)
            wait = np.where(at_ponding > taken, (at_ponding - taken) / np.where(rate > 0, rate, 1.0), 0.0)
        wait = np.minimum(wait, seconds)
        taken = taken + rate * wait
        ponded = ponded_depth_m(taken, seconds - wait, capacity, pull)
        taken = np.where(heavy, ponded, taken)
    return taken
