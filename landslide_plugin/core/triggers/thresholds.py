"""Rain thresholds: lines over the duration and single figures above which landslides came, with bootstrap bands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..types.arrays import Cells, Floats

FEWEST = 10
"""Landslides with rain that a threshold is fitted to."""

BAND = (2.5, 97.5)

Fit = Callable[[Floats, Floats, float], "PowerLine"]


@dataclass(frozen=True)
class PowerLine:
    """A threshold y = scale x^exponent.

    Attributes
    ----------
    scale, exponent : float

    Examples
    --------
    >>> PowerLine(10.0, -0.5).at(np.array([1.0, 4.0])).tolist()
    [10.0, 5.0]
    """

    scale: float
    exponent: float

    def at(self, x: Floats) -> Floats:
        """Threshold at durations (n,)."""
        return np.asarray(self.scale * np.asarray(x, np.float64) ** self.exponent)

    def excess(self, x: Floats, y: Floats) -> Floats:
        """How far values lie above the line, in powers of ten (n,); -inf where no rain fell."""
        dry = (x <= 0) | (y <= 0)
        x, y = np.where(dry, 1.0, x), np.where(dry, 1.0, y)
        return np.where(dry, -np.inf, np.log10(y) - np.log10(self.at(x)))


def quantile_line(x: Floats, y: Floats, share: float) -> tuple[float, float]:
    """Intercept and slope of the line below which a share of the points lies.

    The linear programme of Koenker, R., Bassett, G. 1978, Econometrica 46, 33-50: the sum of share times the
    residuals above and one minus share times those below is least.

    Parameters
    ----------
    x, y : float64 array (n,)
    share : float
        Between 0 and 1.

    Raises
    ------
    InputError
        The programme has no solution.

    Examples
    --------
    >>> x = np.arange(8.0)
    >>> low, slope = quantile_line(x, 1.0 + 2.0 * x, 0.3)
    >>> round(low, 6), round(slope, 6)
    (1.0, 2.0)
    """
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix, hstack, identity

    count = len(x)
    line = csr_matrix(np.column_stack([np.ones(count), x]))
    equal = hstack([line, identity(count), -identity(count)], format="csr")
    cost = np.concatenate([[0.0, 0.0], np.full(count, share), np.full(count, 1.0 - share)])
    bounds = [(None, None)] * 2 + [(0, None)] * (2 * count)
    found = linprog(cost, A_eq=equal, b_eq=y, bounds=bounds, method="highs")
    if not found.success:
        raise InputError(f"No threshold could be fitted to {count} landslides: {found.message}")
    return float(found.x[0]), float(found.x[1])


def intensity_duration(duration_h: Floats, intensity_mm_h: Floats, share: float) -> PowerLine:
    """I = a D^-b by quantile regression in logarithms (Caine, N. 1980, Geografiska Annaler 62A, 23-27).

    Parameters
    ----------
    duration_h, intensity_mm_h : float64 array (landslides,)
        All above 0.
    share : float
        Of the landslides that lie below.

    Examples
    --------
    >>> hours = np.geomspace(1.0, 100.0, 12)
    >>> line = intensity_duration(hours, 14.82 * hours**-0.39, 0.05)
    >>> round(line.scale, 3), round(line.exponent, 3)
    (14.82, -0.39)
    """
    low, slope = quantile_line(np.log10(duration_h), np.log10(intensity_mm_h), share)
    return PowerLine(10.0**low, slope)


def event_duration(duration_h: Floats, depth_mm: Floats, share: float) -> PowerLine:
    """E = a D^g by least squares in logarithms, lowered to the share of a normal law of the residuals.

    The frequentist method of Brunetti, M. T., et al. 2010, Natural Hazards and Earth System Sciences 10, 447-458.

    Parameters
    ----------
    duration_h, depth_mm : float64 array (landslides,)
        All above 0.
    share : float
        Of the landslides that lie below, such as 0.05.

    Examples
    --------
    >>> hours = np.geomspace(1.0, 100.0, 12)
    >>> line = event_duration(hours, 7.7 * hours**0.39, 0.05)
    >>> round(line.scale, 3), round(line.exponent, 3)
    (7.7, 0.39)
    """
    from scipy.special import ndtri

    x, y = np.log10(duration_h), np.log10(depth_mm)
    spread = float(((x - x.mean()) ** 2).sum())
    slope = float(((x - x.mean()) * (y - y.mean())).sum() / spread)
    residual = y - (y.mean() + slope * (x - x.mean()))
    deviation = float(np.sqrt((residual**2).sum() / max(len(x) - 2, 1)))
    low = float(y.mean() - slope * x.mean() + ndtri(share) * deviation)
    return PowerLine(10.0**low, slope)


def require_enough(duration_h: Floats) -> None:
    """Raise ``InputError`` unless there are enough landslides, of more than one duration."""
    if len(duration_h) < FEWEST:
        raise InputError(
            f"{len(duration_h)} landslides have an event of rain that is known; a threshold needs {FEWEST} or more"
        )
    if np.ptp(duration_h) == 0:
        raise InputError(
            f"All events of rain last {duration_h[0]:g} h, so that no line over the duration can be fitted; give "
            "shorter steps or another DRY_GAP"
        )


def storm_draws(storms: Cells, draws: int, seed: int) -> list[Cells]:
    """Rows of so many resamples that draw whole storms with replacement.

    >>> [sorted(rows.tolist()) for rows in storm_draws(np.array([7, 7, 9]), 2, 1)]
    [[0, 1, 2], [2, 2]]
    """
    names, inverse = np.unique(storms, return_inverse=True)
    rows_of = [np.flatnonzero(inverse == number) for number in range(len(names))]
    random = np.random.default_rng(seed)
    return [
        np.concatenate([rows_of[one] for one in random.integers(0, len(names), len(names))])
        for _ in range(draws)
    ]


def line_band(
    fit: Fit, duration_h: Floats, value: Floats, share: float, resamples: list[Cells]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """95 % band of scale and exponent, refitted to resamples; those of a single duration are left out.

    Raises
    ------
    InputError
        None of them can be fitted.
    """
    lines = [
        fit(duration_h[rows], value[rows], share)
        for rows in resamples
        if len(rows) > 2 and np.ptp(duration_h[rows]) > 0
    ]
    if not lines:
        raise InputError("No resample of the storms can be fitted; there are too few storms with landslides")
    ends = [np.percentile([getattr(line, name) for line in lines], BAND) for name in ("scale", "exponent")]
    return (float(ends[0][0]), float(ends[0][1])), (float(ends[1][0]), float(ends[1][1]))
