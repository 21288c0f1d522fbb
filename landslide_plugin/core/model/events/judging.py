"""How event models are judged: storms whole, gains with intervals over storms, counts that storms let vary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..validation.votes import row_losses

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]
DRAWS = 2000
LEAST_GAIN = 0.01
"""Nats a row that a network has to gain over each comparator."""


@dataclass(frozen=True)
class Gain:
    """By how much one model's log loss is below another's, with the 95 % interval over storms.

    Attributes
    ----------
    mean, low, high : float
        Nats a row.
    """

    mean: float
    low: float
    high: float

    @property
    def shown(self) -> bool:
        """Whether it is more than ``LEAST_GAIN`` and its interval lies above 0.

        >>> Gain(0.02, 0.001, 0.05).shown, Gain(0.02, -0.001, 0.05).shown, Gain(0.009, 0.008, 0.01).shown
        (True, False, False)
        """
        return self.mean > LEAST_GAIN and self.low > 0.0

    def words(self) -> str:
        """The gain for people.

        >>> Gain(0.0123, -0.001, 0.02).words()
        '+0.0123 (-0.0010 to +0.0200)'
        """
        return f"{self.mean:+.4f} ({self.low:+.4f} to {self.high:+.4f})"


def gain(labels: npt.NDArray[Any], one: Floats, other: Floats, storms: Numbers, seed: int = 0) -> Gain:
    """Gain of probabilities ``one`` (n,) over ``other``, rows where either is NaN left out.

    The interval is the bootstrap over storms, all rows of a storm together (Efron and Tibshirani 1993).

    >>> y, storms = np.array([1, 0, 1, 0]), np.array([0, 0, 1, 1])
    >>> found = gain(y, np.array([0.8, 0.2, 0.8, 0.2]), np.full(4, 0.5), storms)
    >>> round(found.mean, 4), round(found.low, 4)  # log(0.8 / 0.5), the same in every storm
    (0.47, 0.47)
    """
    gained = row_losses(labels, other) - row_losses(labels, one)
    known = np.isfinite(gained)
    sums, counts = storm_sums(gained[known], storms[known])
    drawn = drawn_storms(len(sums), seed)
    means = (drawn @ sums) / (drawn @ counts)
    low, high = np.quantile(means, [0.025, 0.975])
    return Gain(float(gained[known].mean()), float(low), float(high))


def storm_sums(values: Floats, storms: Numbers) -> tuple[Floats, Floats]:
    """Sum of values and number of rows of each storm (storms,).

    >>> [part.tolist() for part in storm_sums(np.array([1.0, 2.0, 4.0]), np.array([7, 7, 9]))]
    [[3.0, 4.0], [2.0, 1.0]]
    """
    _, number = np.unique(storms, return_inverse=True)
    number = number.ravel()
    sums = np.bincount(number, weights=values).astype(np.float64)
    return sums, np.bincount(number).astype(np.float64)


def drawn_storms(count: int, seed: int) -> Floats:
    """How often each storm is drawn (draws, storms), as many as there are, with replacement."""
    rng = np.random.default_rng(seed)
    return np.asarray(rng.multinomial(count, np.full(count, 1.0 / count), DRAWS), dtype=np.float64)
