"""What a hydrologist would take from a sequence of rain: totals, largest sums, antecedent rain."""

from __future__ import annotations

import numpy as np

from ..errors import InputError
from ..types.arrays import Floats, Surface

LARGEST_H = (1.0, 3.0, 6.0, 12.0, 24.0, 48.0)
ANTECEDENT_D = (14, 30)
DAY_H = 24.0


def rain_sum_names(steps: int, step_h: float) -> tuple[str, ...]:
    """What ``rain_sums`` gives for a number of steps.

    Examples
    --------
    >>> rain_sum_names(20, 6.0)
    ('rain_total_mm', 'rain_largest_6h_mm', 'rain_largest_12h_mm', 'rain_largest_24h_mm', 'rain_largest_48h_mm')
    >>> rain_sum_names(31, 24.0)[-2:]
    ('rain_antecedent_14d_mm', 'rain_antecedent_30d_mm')
    """
    return (
        "rain_total_mm",
        *(f"rain_largest_{hours:g}h_mm" for hours in _largest(steps, step_h)),
        *(f"rain_antecedent_{days}d_mm" for days in _antecedent(steps, step_h)),
    )


def rain_sums(rain_mm: Surface, step_h: float) -> tuple[tuple[str, ...], Surface]:
    """Total rain, the largest sums of one run of hours, and the antecedent rain.

    Antecedent rain of n days is what fell in the n days before the last 24 hours (the event's own day), so it needs
    a window of n + 1 days (Glade, T., Crozier, M., Smith, P. 2000, Pure and Applied Geophysics 157, 1059-1079).
    A largest sum is taken only where its hours are a whole number of steps.

    Parameters
    ----------
    rain_mm : float32 array (rows, steps)
        Rain of each step, the oldest first; NaN is a gap.
    step_h : float

    Returns
    -------
    names : tuple of str (sums,)
    sums : float32 array (rows, sums)
        NaN where a step that the sum needs is missing.

    Raises
    ------
    InputError
        The array is no table of steps.

    Examples
    --------
    >>> names, sums = rain_sums(np.array([[0, 5, 7, 0, 6, 1]], "f4"), 1.0)
    >>> dict(zip(names, sums[0].tolist()))
    {'rain_total_mm': 19.0, 'rain_largest_1h_mm': 7.0, 'rain_largest_3h_mm': 13.0, 'rain_largest_6h_mm': 19.0}
    """
    rain = np.asarray(rain_mm)
    if rain.ndim != 2 or not rain.shape[1]:
        raise InputError(f"Sums of rain need rows and steps, got an array of {rain.shape}")
    steps = rain.shape[1]
    names = rain_sum_names(steps, step_h)
    found = np.empty((len(rain), len(names)), np.float32)
    gaps = np.isnan(rain)
    run = np.zeros((len(rain), steps + 1))
    np.cumsum(np.where(gaps, 0.0, rain), axis=1, out=run[:, 1:])
    whole = ~gaps.any(axis=1)
    found[:, 0] = np.where(whole, run[:, -1], np.nan)
    place = 1
    for hours in _largest(steps, step_h):
        width = round(hours / step_h)
        largest = (run[:, width:] - run[:, :-width]).max(axis=1)
        found[:, place] = np.where(whole, np.maximum(largest, 0.0), np.nan)
        place += 1
    for days in _antecedent(steps, step_h):
        last = steps - round(DAY_H / step_h)
        first = last - round(days * DAY_H / step_h)
        known = ~gaps[:, first:last].any(axis=1)
        found[:, place] = np.where(known, np.maximum(run[:, last] - run[:, first], 0.0), np.nan)
        place += 1
    return names, found


def antecedent_index(rain_mm: Surface, step_h: float, kept_a_day: float) -> Floats:
    """Antecedent precipitation index (mm) at the end of each row (rows,).

    Rain of an age of t days counts k^t: API = sum of P k^t, the closed form of API(today) = k API(yesterday) + P
    (Kohler, M. A., Linsley, R. K. 1951, US Weather Bureau Research Paper 34). The age of a step is that of its end.

    Parameters
    ----------
    rain_mm : float32 array (rows, steps)
    step_h : float
    kept_a_day : float
        Share k that a day leaves, 0 to 1.

    Returns
    -------
    float64 array (rows,)
        NaN where a step is missing.

    Examples
    --------
    >>> antecedent_index(np.array([[10.0, 0.0, 4.0]], "f4"), 24.0, 0.5).tolist()
    [6.5]
    """
    if not 0.0 < kept_a_day <= 1.0:
        raise InputError(f"The share of rain that a day leaves is {kept_a_day:g}; allowed: above 0, up to 1")
    ages_d = np.arange(rain_mm.shape[1] - 1, -1, -1) * step_h / DAY_H
    found: Floats = np.asarray(rain_mm, np.float64) @ kept_a_day**ages_d
    return found


def _largest(steps: int, step_h: float) -> list[float]:
    """Hours of the largest sums that are a whole number of steps and fit in the window."""
    return [
        hours
        for hours in LARGEST_H
        if hours >= step_h - 1e-9
        and abs(hours / step_h - round(hours / step_h)) < 1e-9
        and round(hours / step_h) <= steps
    ]


def _antecedent(steps: int, step_h: float) -> list[int]:
    """Days of antecedent rain that fit in the window, the last day apart."""
    if abs(DAY_H / step_h - round(DAY_H / step_h)) > 1e-9 or step_h > DAY_H:
        return []
    return [days for days in ANTECEDENT_D if (days + 1) * DAY_H <= steps * step_h + 1e-9]
