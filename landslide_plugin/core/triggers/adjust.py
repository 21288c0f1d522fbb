"""From rain at a gauge in fixed intervals to rain of any interval, over an area."""

from __future__ import annotations

import numpy as np

from ..errors import InputError

FIXED_INTERVAL = 1.13
"""Ratio of the largest rain of any 24 hours to that of one fixed day (Hershfield 1961; Weiss 1964 has 8/7)."""


def interval_factor(intervals: float) -> float:
    """Factor from the maximum of fixed intervals to that of any, for a duration of so many intervals.

    One interval 1.13; for n intervals the excess falls as 1/n, since only the two ends are cut off.

    Source: Weiss, L. L. (1964), Journal of Hydraulic Engineering 90(HY1), 77-82: n / (n - 1/8) for n intervals, here
    scaled to the 1.13 of U.S. Weather Bureau Technical Paper 40 (Hershfield, D. M. 1961) at n = 1.

    >>> [round(interval_factor(n), 3) for n in (1, 2, 24)]
    [1.13, 1.061, 1.005]
    """
    if intervals < 1:
        raise InputError(
            f"The storm lasts {intervals:g} of the record's intervals; allowed: 1 or more, a shorter storm is not in "
            "the record"
        )
    cut = 1.0 - 1.0 / FIXED_INTERVAL
    return intervals / (intervals - cut)


def areal_factor(area_km2: float, duration_h: float) -> float:
    """Share of a point's rain that falls on average over an area at the same time.

    1 - exp(-1.1 t^0.25) + exp(-1.1 t^0.25 - 0.01 A), t in hours and A in square miles.

    Source: Leclerc, G., Schaake, J. C. (1972), M.I.T. Parsons Laboratory Report 142, a fit of U.S. Weather Bureau
    Technical Paper 29 (1958), as Eagleson, P. S. (1972), Water Resources Research 8(4), 878-898, has it.

    >>> areal_factor(0.0, 24.0), bool(areal_factor(400.0, 1.0) < areal_factor(400.0, 24.0) < 1.0)
    (1.0, True)
    """
    decay = -1.1 * duration_h**0.25
    miles2 = area_km2 / 2.589988
    return float(1.0 - np.exp(decay) + np.exp(decay - 0.01 * miles2))
