"""The law of the storm area: the chance that a cell slides, from its ground and the rain that ends then."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.odds import probability_of

INTERCEPT = -13.3
PER_DEGREE = 0.11
STEEPEST_DEG = 45.0
COVER_LOGIT = {1: 0.0, 2: 1.1, 3: 0.5}
PER_MM_TOTAL = 0.020
PER_MM_3H = 0.050
INTENSE_H = 3


def rain_features(rain_mm: npt.NDArray[Any]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Total of the window and largest sum of three hours in it (...,) of hourly rain (hours, ...), mm.

    >>> total, largest = rain_features(np.array([1.0, 2.0, 3.0, 0.0, 4.0]))
    >>> float(total), float(largest)
    (10.0, 7.0)
    """
    hourly = np.asarray(rain_mm, np.float64)
    running = np.cumsum(np.concatenate([np.zeros_like(hourly[:1]), hourly]), axis=0)
    return running[-1], (running[INTENSE_H:] - running[:-INTENSE_H]).max(axis=0)


def landslide_probability(
    slope_deg: npt.NDArray[Any],
    land_cover: npt.NDArray[Any],
    total_mm: npt.NDArray[Any],
    largest_3h_mm: npt.NDArray[Any],
) -> npt.NDArray[np.float64]:
    """Chance of a landslide in a cell while a window of rain lasts; arrays that broadcast.

    Logit P = a + b slope + cover + c total + d largest three hours: rain that falls long and rain that falls fast
    both count, and neither stands for the other.

    >>> flat, steep = landslide_probability(np.array([5.0, 40.0]), np.array([1, 1]), 80.0, 30.0).tolist()
    >>> bool(flat < steep / 20)
    True
    """
    codes = np.asarray(land_cover)
    cover = np.select([codes == code for code in COVER_LOGIT], list(COVER_LOGIT.values()), np.nan)
    logit = INTERCEPT + PER_DEGREE * np.minimum(np.asarray(slope_deg, np.float64), STEEPEST_DEG) + cover
    logit = logit + PER_MM_TOTAL * np.asarray(total_mm) + PER_MM_3H * np.asarray(largest_3h_mm)
    return probability_of(logit)
