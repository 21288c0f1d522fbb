"""The rank of values among limits, looked up in place of searched for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float32]

CELLS_A_LIMIT, MOST_CELLS = 8, 1 << 14
MOST_STEPS = 8
"""Limits of one cell of the table up to which stepping through them beats a search."""


@dataclass(frozen=True)
class LimitRanks:
    """Limits in rising order, and how many of them lie below each of many narrow ranges.

    Attributes
    ----------
    limits : float32 array (m,)
    beyond : float32 array (m + 1,)
        The limits and infinity.
    scale : float32
        Ranges a unit, from the first limit on.
    below : int32 array (ranges,)
    steps : int
        Most limits in one range.

    Examples
    --------
    >>> LimitRanks.of(np.array([1.0, 2.0], "f4")).of_values(np.array([0.5, 1.0, 1.5, 2.0, 9.0], "f4")).tolist()
    [0, 0, 1, 1, 2]
    """

    limits: Values
    beyond: Values
    scale: np.float32
    below: npt.NDArray[np.int32]
    steps: int

    @classmethod
    def of(cls, limits: Values) -> LimitRanks:
        """LimitRanks among limits (m,) in rising order, at least one."""
        size = min(MOST_CELLS, CELLS_A_LIMIT * len(limits))
        with np.errstate(over="ignore", divide="ignore"):
            scale = np.float32(size) / np.maximum(limits[-1] - limits[0], np.float32(1e-30))
        scale = scale if np.isfinite(scale) else np.float32(0.0)
        found = cls(
            limits, np.append(limits, np.float32(np.inf)), scale, np.zeros(size, np.int32), len(limits)
        )
        counts = np.bincount(found._ranges(limits), minlength=size)
        below = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int32)
        return cls(limits, found.beyond, scale, below, int(counts.max()))

    def of_values(self, values: Values) -> npt.NDArray[np.int32]:
        """How many limits lie below each of the values (n,), all of them numbers.

        The range of a value never falls with it, so that limits of lower ranges lie below it and those of higher
        ones do not; the few of its own range are compared one after the other.
        """
        if self.steps > MOST_STEPS:
            return np.searchsorted(self.limits, values, side="left").astype(np.int32)
        found = self.below.take(self._ranges(values), mode="clip")
        for _ in range(self.steps):
            found += values > self.beyond.take(found, mode="clip")
        return found

    def _ranges(self, values: Values) -> npt.NDArray[np.int32]:
        last = np.float32(len(self.below) - 1)
        with np.errstate(
            over="ignore", invalid="ignore"
        ):  # limits at both ends of all numbers: one range, scale 0
            place = np.fmin(np.fmax((values - self.limits[0]) * self.scale, np.float32(0.0)), last)
        return np.asarray(place, np.int32)
