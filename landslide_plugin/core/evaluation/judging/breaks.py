"""Natural breaks of a histogram."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...types.arrays import Counts, Floats


def natural_breaks(middles: Floats, counts: Counts, classes: int = 5) -> tuple[int, ...]:
    """First bin of each class but the lowest (classes - 1,), so that the squares within classes are least.

    The optimum of Fisher (1958), known as Jenks's natural breaks, by dynamic programming over bins.

    Parameters
    ----------
    middles : float64 array (bins,)
        Value of each bin, rising.
    counts : int array (bins,)
        Cells of each; empty ones are passed over.

    Raises
    ------
    InputError
        Fewer occupied bins than classes.

    Examples
    --------
    >>> natural_breaks(np.array([1.0, 2.0, 10.0, 11.0, 50.0]), np.array([1, 1, 1, 1, 1]), 3)
    (2, 4)
    """
    held = np.flatnonzero(counts > 0)
    if len(held) < classes:
        raise InputError(
            f"The map has {len(held)} distinct values, too few for {classes} natural breaks; choose another way"
        )
    x = np.asarray(middles, np.float64)[held]
    w = np.asarray(counts, np.float64)[held]
    x = x - np.average(x, weights=w)
    sums = [np.append(0.0, np.cumsum(w * x**power)) for power in range(3)]
    least = _within(sums, np.zeros(len(held), int), np.arange(1, len(held) + 1))
    starts = []
    for _ in range(1, classes):
        best, where = np.full(len(held), np.inf), np.zeros(len(held), int)
        for last in range(1, len(held)):
            first = np.arange(1, last + 1)
            spent = least[first - 1] + _within(sums, first, np.full(last, last + 1))
            where[last] = first[int(np.argmin(spent))]
            best[last] = spent.min()
        least = best
        starts.append(where)
    found, last = [], len(held) - 1
    for where in reversed(starts):
        found.append(int(where[last]))
        last = found[-1] - 1
    return tuple(int(held[i]) for i in reversed(found))


def _within(sums: list[Floats], first: Counts, stop: Counts) -> Floats:
    """Sum of squares about their mean of the bins ``first`` up to ``stop``."""
    weight, total, squares = (part[stop] - part[first] for part in sums)
    return np.asarray(np.maximum(squares - total**2 / weight, 0.0))
