"""Factors one after the other: each step takes the one that lowers the held-out log loss most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
import numpy.typing as npt

from .subset import SelectionModel, Split

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ForwardPath:
    """Factors in the order in which they came in.

    Attributes
    ----------
    factors : tuple of int
    losses : float64 array (steps + 1, folds)
        Held-out log loss with none of them, with the first, with the first two, and so on.
    weights : float64 array (folds,)
        What each fold counts, 1 in all.

    Examples
    --------
    >>> even = np.array([0.5, 0.5])
    >>> ForwardPath((2, 0), np.array([[0.7, 0.7], [0.5, 0.5], [0.48, 0.51]]), even).kept
    1
    """

    factors: tuple[int, ...]
    losses: Floats
    weights: Floats

    @property
    def kept(self) -> int:
        """How many to keep: the fewest whose loss is no more than one standard error above the least.

        Breiman, Friedman, Olshen and Stone (1984), section 3.4.3; the error is that of the difference to the best
        step on the same folds, whose levels differ far more than models do.
        """
        best = int(np.argmin(self.losses @ self.weights))
        for step in range(best):
            apart = self.losses[step] - self.losses[best]
            if self._mean(apart) <= self._error(apart):
                return step
        return best

    def _mean(self, values: Floats) -> float:
        return float(self.weights @ values)

    def _error(self, values: Floats) -> float:
        squares = float((self.weights**2).sum())
        if squares >= 1.0:
            return 0.0
        variance = float(self.weights @ (values - self._mean(values)) ** 2) / (1.0 - squares)
        return float(np.sqrt(variance * squares))


def forward(
    splits: Sequence[Split], count: int, model: SelectionModel, most: int, check: Callable[[], None]
) -> ForwardPath:
    """Select among ``count`` factors until ``most`` of them are in.

    Parameters
    ----------
    splits : sequence of Split
        Folds; each factor of each step is tried in all of them.
    count, most : int
    model : SelectionModel
    check : callable
        Called before each step; may raise to end the run.

    Notes
    -----
    Of factors that do alike the first one comes in. The path goes on beyond the step that will be kept, as a factor
    that helps only beside another would else never be met.
    """
    weights = np.array([split.asked_weights.sum() for split in splits])
    weights = weights / weights.sum()
    chosen: list[int] = []
    losses = [[split.loss((), model) for split in splits]]
    while len(chosen) < min(most, count):
        check()
        rest = [factor for factor in range(count) if factor not in chosen]
        tried = [[split.loss((*chosen, factor), model) for split in splits] for factor in rest]
        best = int(np.argmin(np.array(tried) @ weights))
        chosen.append(rest[best])
        losses.append(tried[best])
    return ForwardPath(tuple(chosen), np.array(losses), weights)
