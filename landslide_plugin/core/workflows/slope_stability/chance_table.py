"""How many cells are likely to fail: classes of the probability of failure, counted strip by strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

LIMITS = (0.001, 0.01, 0.05, 0.2, 0.5, 0.8)
"""Those of the legend, and the decades below it."""


@dataclass
class ChanceTable:
    """Cells in each class of the probability of failure, by scenario.

    Attributes
    ----------
    names : tuple of str
        Of the scenarios.
    resolved : float
        Smallest probability that is told from smaller ones; 0 if that is not known.

    Examples
    --------
    >>> table = ChanceTable(("T10",), 0.001)
    >>> table.count(np.array([[0.0001, 0.0005, 0.3, np.nan]]))
    >>> table.shares()
    {'T10': {'< 0.001': 0.666667, '0.2 to 0.5': 0.333333}}
    """

    names: tuple[str, ...]
    resolved: float = 0.0

    def __post_init__(self) -> None:
        least = (self.resolved,) if self.resolved else ()
        self.limits = (*least, *(limit for limit in LIMITS if limit > self.resolved))
        self.cells: npt.NDArray[np.int64] = np.zeros((len(self.names), len(self.limits) + 1), np.int64)

    @property
    def labels(self) -> tuple[str, ...]:
        """Names of the classes, from the least likely.

        >>> ChanceTable((), 0.001).labels[:2], ChanceTable(()).labels[:2]
        (('< 0.001', '0.001 to 0.01'), ('0 to 0.001', '0.001 to 0.01'))
        """
        bounds = (0.0, *self.limits, 1.0)
        words = [f"{low:g} to {high:g}" for low, high in zip(bounds, bounds[1:])]
        return (f"< {self.resolved:g}", *words[1:]) if self.resolved else tuple(words)

    def count(self, probability: npt.NDArray[Any]) -> None:
        """Add probabilities (scenarios, cells); NaN is not counted."""
        for scenario, values in enumerate(probability):
            known = values[np.isfinite(values)].astype(np.float64)
            codes = np.digitize(known, self.limits)
            self.cells[scenario] += np.bincount(codes, minlength=len(self.limits) + 1)

    def shares(self) -> dict[str, dict[str, float]]:
        """Share of the cells with a probability in each class that occurs, by scenario."""
        return {
            name: {
                label: round(int(cells) / int(row.sum()), 6)
                for label, cells in zip(self.labels, row)
                if cells
            }
            for name, row in zip(self.names, self.cells)
            if row.any()
        }
