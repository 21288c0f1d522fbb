"""Where values lie among the knots of tables, and how the four knots around each share it.

Knots are equally spaced in x / (1 + abs(x)): densest around the mean, where the layer norm of a branch
turns fastest, and sparse far out. One knot more stands at either end, so that every value has two knots
to each side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .layers import Array

Range = tuple[float, float]
CODES = (0.0, 1.0)
"""Range of a category's column, which holds nothing between its ends."""


@dataclass(frozen=True)
class Places:
    """Rows among the knots of their inputs.

    Attributes
    ----------
    knots : int32 array (rows, inputs, 4)
        Numbers of the four knots in the table of all inputs.
    weights : float32 array (rows, inputs, 4)
        Cubic through the four (Lagrange).
    outside : int array
        Rows with a value beyond the ranges; their weights are of no use.
    """

    knots: npt.NDArray[np.int32]
    weights: Array
    outside: npt.NDArray[np.intp]


@dataclass(frozen=True)
class Knots:
    """Knots of several inputs, one after the other.

    Attributes
    ----------
    ranges : tuple of (float, float)
    intervals : int
        Between the ends of a range; 1 where it is that of a code.
    """

    ranges: tuple[Range, ...]
    intervals: int

    @classmethod
    def over(cls, ranges: Sequence[Range], intervals: int) -> Knots:
        """Knots over the ranges of the inputs."""
        return cls(tuple((float(low), float(high)) for low, high in ranges), intervals)

    def count(self, number: int) -> int:
        """Intervals of one input."""
        return 1 if self.ranges[number] == CODES else self.intervals

    def values(self, number: int, middles: bool = False) -> npt.NDArray[np.float64]:
        """Values at the knots of one input, or in the middle between them."""
        low, high = (_bend(np.float64(end)) for end in self.ranges[number])
        count = self.count(number)
        steps = np.arange(count) + 0.5 if middles else np.arange(-1, count + 2)
        even = np.clip(low + (high - low) * steps / count, -0.999, 0.999)
        return np.asarray(even / (1.0 - np.abs(even)))

    def places(self, values: Array) -> Places:
        """Where rows (rows, inputs) lie.

        >>> places = Knots.over([(0.0, 3.0)], 2).places(np.array([[0.0], [3.0], [9.0]], "f4"))
        >>> np.abs(places.weights[:2, 0]).tolist(), places.outside.tolist()
        ([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]], [2])
        """
        low, high = (np.array(ends, np.float32) for ends in zip(*self.ranges))
        counts = np.array([self.count(i) for i in range(len(self.ranges))], np.int32)
        start = _bend(low)
        place = (_bend(values) - start) * (counts / (_bend(high) - start)).astype(np.float32)
        first = np.clip(place, 0, counts - 1).astype(np.int32)
        s = np.clip(place - first, 0.0, 1.0)
        weights = np.empty((*values.shape, 4), np.float32)
        sixth, half = np.float32(1 / 6), np.float32(0.5)
        below, above, beyond = s + 1, s - 1, s - 2
        weights[..., 0] = -s * above * beyond * sixth
        weights[..., 1] = below * above * beyond * half
        weights[..., 2] = -below * s * beyond * half
        weights[..., 3] = below * s * above * sixth
        offsets = np.concatenate([[0], np.cumsum(counts + 3)[:-1]]).astype(np.int32)
        knots = (first + offsets)[..., None] + np.arange(4, dtype=np.int32)
        outside = ((values < low) | (values > high)).any(axis=1)
        return Places(knots, weights, np.flatnonzero(outside))


def _bend(values: Any) -> Any:
    return values / (np.float32(1.0) + np.abs(values))
