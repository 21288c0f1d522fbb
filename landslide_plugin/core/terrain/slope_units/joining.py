"""Units joined: small ones to the neighbour that looks most alike, and neighbours that look the same way.

Joining two units with direction sums s and t costs |s| + |t| - |s + t|: 0 if they look the same way. It is
by how much the area that does not look along the mean grows.
"""

from __future__ import annotations

import heapq
from math import cos, hypot, radians

import numpy as np

from ...types.arrays import Counts
from .graph import Looks

SAME_WAY_DEG = 12.0
"""Mean aspects that differ by less are the same."""


class Joiner:
    """Units that can be joined one by one.

    Parameters
    ----------
    looks : Looks
    first, second, sides : int arrays (pairs,)
        As of ``graph.borders``.
    """

    def __init__(self, looks: Looks, first: Counts, second: Counts, sides: Counts):
        self._area = looks.area_m2.tolist()
        self._east, self._north = looks.east_m2.tolist(), looks.north_m2.tolist()
        self._sloping = looks.sloping_m2.tolist()
        self._beside: list[dict[int, int]] = [{} for _ in self._area]
        for a, b, length in zip(first.tolist(), second.tolist(), sides.tolist()):
            self._beside[a][b] = length
            self._beside[b][a] = length
        self._into = list(range(len(self._area)))

    def cost(self, a: int, b: int) -> float:
        """By how much the area that looks another way grows if two are joined."""
        apart = hypot(self._east[a], self._north[a]) + hypot(self._east[b], self._north[b])
        return apart - hypot(self._east[a] + self._east[b], self._north[a] + self._north[b])

    def join_small(self, least_m2: float) -> None:
        """Join each unit below an area, the smallest first, to its most alike neighbour; islands stay.

        Of equal ones the neighbour with the longer border is taken.
        """
        waiting = [(area, i) for i, area in enumerate(self._area) if area < least_m2]
        heapq.heapify(waiting)
        while waiting:
            area, i = heapq.heappop(waiting)
            if self._into[i] != i or area != self._area[i] or not self._beside[i]:
                continue
            rounded = area * 1e-9
            best = min(self._beside[i], key=lambda j: (self.cost(i, j) // rounded, -self._beside[i][j], j))
            kept = self._join(i, best)
            if self._area[kept] < least_m2:
                heapq.heappush(waiting, (self._area[kept], kept))

    def join_alike(self, most_variance: float) -> None:
        """Join neighbours that look the same way and are homogeneous together, the cheapest first."""
        waiting = [
            (self.cost(a, b), a, b)
            for a, beside in enumerate(self._beside)
            for b in beside
            if a < b and self._alike(a, b, most_variance)
        ]
        heapq.heapify(waiting)
        while waiting:
            cost, a, b = heapq.heappop(waiting)
            if self._into[a] != a or self._into[b] != b or cost != self.cost(a, b):
                continue
            kept = self._join(a, b)
            for j in self._beside[kept]:
                if self._alike(kept, j, most_variance):
                    low, high = min(kept, j), max(kept, j)
                    heapq.heappush(waiting, (self.cost(low, high), low, high))

    def _alike(self, a: int, b: int, most_variance: float) -> bool:
        along = self._east[a] * self._east[b] + self._north[a] * self._north[b]
        lengths = hypot(self._east[a], self._north[a]) * hypot(self._east[b], self._north[b])
        if along < cos(radians(SAME_WAY_DEG)) * lengths:
            return False
        together = hypot(self._east[a] + self._east[b], self._north[a] + self._north[b])
        return bool(together >= (1.0 - most_variance) * (self._sloping[a] + self._sloping[b]))

    def _join(self, a: int, b: int) -> int:
        """Join two; the number of the one that stays, which had more neighbours."""
        kept, gone = (a, b) if len(self._beside[a]) > len(self._beside[b]) else (b, a)
        for sums in (self._area, self._east, self._north, self._sloping):
            sums[kept] += sums[gone]
        for j, length in self._beside[gone].items():
            del self._beside[j][gone]
            if j != kept:
                longer = self._beside[kept].get(j, 0) + length
                self._beside[kept][j] = self._beside[j][kept] = longer
        self._beside[gone] = {}
        self._into[gone] = kept
        return kept

    def result(self) -> Counts:
        """What each unit has become, from 0 without gaps.

        >>> from .graph import Looks
        >>> looks = Looks(np.array([9.0, 1.0, 9.0]), np.array([9.0, 1.0, 0]), np.array([0, 0, 9.0]), np.ones(3))
        >>> three = Joiner(looks, np.array([0, 1]), np.array([1, 2]), np.array([1, 1]))
        >>> three.join_small(2.0)
        >>> three.result().tolist()
        [0, 0, 1]
        """
        into = np.array(self._into, np.int64)
        while True:
            further = into[into]
            if np.array_equal(further, into):
                return np.asarray(np.unique(into, return_inverse=True)[1].reshape(into.shape), np.int64)
            into = further
