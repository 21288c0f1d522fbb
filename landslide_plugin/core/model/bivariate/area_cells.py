"""The ground that landslides are held against: cells of the area, each beside the sample that lies nearest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...samples.encoding import Encoder
from .factor_classes import FactorClasses

Floats = npt.NDArray[np.float64]
AreaCounts = Callable[[Encoder, Sequence[FactorClasses]], Sequence[Floats]]
"""Counts all cells of the area by class, for each factor."""


@dataclass(frozen=True)
class AreaCells:
    """Cells of the area.

    Attributes
    ----------
    static : float32 array (m, p)
        Raw factors without NaN.
    nearest : int array (m,)
        Sample that lies nearest to each cell; ground goes where its sample goes, into a fold or out of it.
    weight : float
        Cells of the area that each stands for.
    counter : callable or None
        Counts every cell of the whole area, where the cells here are some of them.

    Examples
    --------
    >>> ground = AreaCells(np.zeros((3, 1), "f4"), np.array([0, 1, 1]))
    >>> ground.take(np.array([False, True]), 2).nearest.tolist()
    [0, 0]
    """

    static: npt.NDArray[np.float32]
    nearest: npt.NDArray[np.intp]
    weight: float = 1.0
    counter: Optional[AreaCounts] = None

    @classmethod
    def beside(
        cls,
        static: npt.NDArray[np.float32],
        xy: Floats,
        samples_xy: Floats,
        weight: float = 1.0,
        counter: Optional[AreaCounts] = None,
    ) -> AreaCells:
        """Cells at ``xy`` (m, 2), each beside the nearest of the samples at ``samples_xy`` (n, 2)."""
        from scipy.spatial import cKDTree

        _, nearest = cKDTree(samples_xy).query(xy)
        return cls(static, np.asarray(nearest, dtype=np.intp), weight, counter)

    def take(self, rows: npt.NDArray[Any], count: int) -> AreaCells:
        """The ground of the chosen ones of ``count`` samples; a part has no counter of the whole."""
        chosen = np.arange(count)[rows]
        place = np.full(count, -1, dtype=np.intp)
        place[chosen] = np.arange(len(chosen))
        here = place[self.nearest] >= 0
        counter = self.counter if len(chosen) == count else None
        kept = replace(self, static=self.static[here], nearest=place[self.nearest][here])
        return replace(kept, counter=counter)

    def left_to(self, rows: npt.NDArray[np.bool_], xy: Floats) -> AreaCells:
        """All the ground, beside the chosen ones of the samples at ``xy`` (n, 2): what lay beside others goes to these.

        >>> ground = AreaCells(np.zeros((3, 1), "f4"), np.array([0, 1, 2]))
        >>> ground.left_to(np.array([True, False, True]), np.array([[0.0, 0.0], [9.0, 0.0], [10.0, 0.0]])).nearest
        array([0, 1, 1])
        """
        from scipy.spatial import cKDTree

        _, place = cKDTree(xy[rows]).query(xy)
        return replace(self, nearest=np.asarray(place[self.nearest], dtype=np.intp))
