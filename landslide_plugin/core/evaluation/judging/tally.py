"""Where landslides stand among all cells of a map, counted in one pass and in memory that the landslides set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.arrays import Counts, Floats
from ..curves import area_under


class RankTally:
    """Counts of cells equal to, and between, the values of landslides.

    All scores that compare landslides with other cells depend on nothing else, so they come out as from all cells
    sorted at once.

    Parameters
    ----------
    landslides : array (n,)
        Score of each landslide cell; higher is more dangerous.

    Raises
    ------
    InputError
        No landslide, or a score that is not finite.

    Examples
    --------
    >>> tally = RankTally(np.array([0.4, 0.8]))
    >>> tally.add(np.array([0.1, 0.4]))
    >>> tally.ranks().auroc
    0.875
    """

    def __init__(self, landslides: npt.NDArray[Any]):
        values = np.asarray(landslides, dtype=np.float64).ravel()
        if not len(values) or not np.isfinite(values).all():
            raise InputError("A map is judged by at least one landslide, and by those that have a value only")
        self.values, self._place, hits = np.unique(values, return_inverse=True, return_counts=True)
        self.hits = hits.astype(np.int64)
        self._counts = np.zeros(2 * len(self.values) + 1, np.int64)

    def codes(self, scores: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
        """Place of each score: ``2 i + 1`` at the i-th distinct landslide value, even numbers below and above it."""
        flat = np.asarray(scores, dtype=np.float64).ravel()
        place = np.searchsorted(self.values, flat)
        equal = self.values[np.minimum(place, len(self.values) - 1)] == flat
        return np.asarray(2 * place + equal, dtype=np.int64)

    @property
    def landslide_codes(self) -> npt.NDArray[np.int64]:
        """Place of each landslide cell (n,)."""
        return np.asarray(2 * self._place.ravel() + 1, dtype=np.int64)

    def add(self, scores: npt.NDArray[Any]) -> None:
        """Count cells, without no-data."""
        self.add_codes(self.codes(scores))

    def add_codes(self, codes: npt.NDArray[np.int64]) -> None:
        """Count cells by their places."""
        self._counts += np.bincount(codes, minlength=len(self._counts))

    def without_landslides(self) -> None:
        """Take the landslides out of the cells counted, where all cells of a map were."""
        self._counts[1::2] -= self.hits
        if (self._counts < 0).any():
            raise InputError("The map has other values at landslides than among its cells")

    def ranks(self) -> Ranks:
        """What was counted so far."""
        return Ranks(self.values, self.hits, self._counts.copy())


@dataclass(frozen=True)
class Ranks:
    """Landslides and other cells by score.

    Attributes
    ----------
    values : float64 array (k,)
        Distinct scores of landslides, rising.
    hits : int array (k,)
        Landslide cells at each.
    others : int array (2 k + 1,)
        Other cells: below the first value, equal to it, between it and the second, ..., above the last.
    """

    values: Floats
    hits: Counts
    others: Counts

    def __post_init__(self) -> None:
        if self.others.sum() <= 0:
            raise InputError(
                "The map has no cell without a landslide; there is nothing to compare landslides with"
            )

    @property
    def landslides(self) -> int:
        """Landslide cells."""
        return int(self.hits.sum())

    @property
    def stable(self) -> int:
        """Other cells."""
        return int(self.others.sum())

    @property
    def share(self) -> float:
        """Landslides over all cells, which is also the average precision of a map that tells nothing."""
        return self.landslides / (self.landslides + self.stable)

    @property
    def auroc(self) -> float:
        """How often a landslide stands above another cell, ties half (Hanley and McNeil 1982)."""
        below = np.cumsum(self.others)[0:-1:2]
        won = self.hits * (below + 0.5 * self.others[1::2])
        return float(won.sum() / (float(self.landslides) * self.stable))

    def _called(self) -> tuple[Floats, Floats]:
        """Landslides and other cells at or above each distinct value (k,)."""
        found = np.cumsum(self.hits[::-1])[::-1].astype(np.float64)
        false = np.cumsum(self.others[::-1])[::-1][1::2].astype(np.float64)
        return found, false

    def at_or_above(self) -> tuple[Floats, Floats]:
        """Share of the area, and of the landslides, at or above each distinct value (k,).

        >>> Ranks(np.array([0.2, 0.9]), np.array([1, 1]), np.array([4, 0, 1, 1, 0])).at_or_above()[0].tolist()
        [0.5, 0.25]
        """
        found, false = self._called()
        return (found + false) / (self.landslides + self.stable), found / self.landslides

    def precision_curve(self) -> tuple[Floats, Floats]:
        """Share of the landslides found against the share of landslides among the cells called (k,).

        From the most dangerous value down; at the share of landslides that was counted, with which precision rises.

        >>> Ranks(np.array([0.2, 0.9]), np.array([1, 1]), np.array([4, 0, 1, 1, 0])).precision_curve()[1].tolist()
        [0.5, 0.5]
        """
        found, false = self._called()
        return (found / self.landslides)[::-1], (found / (found + false))[::-1]

    @property
    def average_precision(self) -> float:
        """Area under the precision-recall curve as the sum of precision x step of recall."""
        found, false = self._called()
        return float(np.sum(self.hits * found / (found + false)) / self.landslides)

    def _curve(self, steps: Counts) -> tuple[Floats, Floats]:
        """Steps (2 k + 1,) and landslides summed from the most dangerous place down, both as shares."""
        hits = np.zeros(len(self.others), np.int64)
        hits[1::2] = self.hits
        across, up = np.cumsum(steps[::-1]), np.cumsum(hits[::-1])
        return np.append(0.0, across / across[-1]), np.append(0.0, up / up[-1])

    def roc_curve(self) -> tuple[Floats, Floats]:
        """False and true positive rates (2 k + 2,), from (0, 0) to (1, 1)."""
        return self._curve(self.others)

    def area_curve(self) -> tuple[Floats, Floats]:
        """Share of area against share of landslides (2 k + 2,), from the most dangerous end (Chung and Fabbri 2003).

        Exact at every landslide value; straight between them.
        """
        area = self.others.copy()
        area[1::2] += self.hits
        return self._curve(area)

    @property
    def area_rate(self) -> float:
        """Area under ``area_curve``."""
        return area_under(*self.area_curve())

    def found_in(self, area: float) -> float:
        """Share of the landslides in the most dangerous ``area`` (0 to 1) of the map.

        >>> Ranks(np.array([0.9]), np.array([1]), np.array([3, 0, 0])).found_in(0.25)
        1.0
        """
        return float(np.interp(area, *self.area_curve()))

    def area_ranks(self) -> Floats:
        """Share (k,) of the map that is more dangerous than each distinct value, of its ties half."""
        area = self.others.copy()
        area[1::2] += self.hits
        above = np.cumsum(area[::-1])[::-1] - 0.5 * area
        return np.asarray(above[1::2] / area.sum(), dtype=np.float64)

    def best_cut(self, cost: Optional[float] = None) -> Cut:
        """The score from which calling cells dangerous costs least.

        Parameters
        ----------
        cost : float, optional
            What a landslide cell missed costs, in stable cells called in vain. If None, all landslides weigh as
            much as all stable cells, which makes it Youden's (1950) cut.

        Examples
        --------
        >>> Ranks(np.array([0.2, 0.8]), np.array([1, 1]), np.array([5, 0, 3, 0, 0])).best_cut(2.0).value
        0.8
        """
        found, false = self._called()
        weight = self.stable / self.landslides if cost is None else cost
        spent = weight * (self.landslides - found) + false
        best = len(spent) - 1 - int(np.argmin(spent[::-1]))
        return Cut(
            value=float(self.values[best]),
            found=float(found[best] / self.landslides),
            false=float(false[best] / self.stable),
            precision=float(found[best] / (found[best] + false[best])),
            weight=float(weight),
            worth=bool(spent[best] < weight * self.landslides),
        )


@dataclass(frozen=True)
class Cut:
    """A score from which cells are called dangerous.

    Attributes
    ----------
    value : float
    found, false : float
        Share of the landslides, and of the stable cells, at or above it.
    precision : float
        Share of landslides among the cells called.
    weight : float
        Cost of a landslide missed, in stable cells called in vain.
    worth : bool
        False if calling nothing costs no more.
    """

    value: float
    found: float
    false: float
    precision: float
    weight: float
    worth: bool
