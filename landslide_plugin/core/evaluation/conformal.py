"""Sets instead of a threshold: what a cell may be, and how often such sets held the truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError

Floats = npt.NDArray[np.float64]
STABLE, UNDECIDED, LANDSLIDE = 1, 2, 3
NAMES = {
    STABLE: "Set holds stable only",
    UNDECIDED: "Set holds both or neither",
    LANDSLIDE: "Set holds landslide only",
}
CAVEAT = (
    "No coverage is promised. Limits and the coverage found count each landslide once, whatever its number of cells: "
    "landslides are exchangeable at best and their cells are not; and the limits of a model of all folds are not those "
    "that were tried. What was found on folds held out is stated, and in another area, or where the inventory is "
    "biased, it may be less."
)


@dataclass(frozen=True)
class ConformalSets:
    """Class-conditional conformal prediction (Vovk et al. 2005, section 4.5).

    A cell may be a landslide if its probability is at least ``lowest_landslide``, and stable if it is
    at most ``highest_stable``. Where only one may be, that is called; where both or neither, the cell
    is undecided.

    Attributes
    ----------
    coverage : float
        Share of each class that was asked for.
    lowest_landslide, highest_stable : float
    found : tuple of float, optional
        Share of the landslides and of the stable samples whose set held the truth on folds held out; None
        where it was not found out, as in bundles of older versions.

    Examples
    --------
    >>> ConformalSets(0.9, 0.2, 0.6).decide(np.array([0.1, 0.4, 0.8, np.nan])).tolist()
    [1, 2, 3, 0]
    """

    coverage: float
    lowest_landslide: float
    highest_stable: float
    found: Optional[tuple[float, float]] = None

    def decide(self, p: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
        """1 stable, 2 undecided, 3 landslide, 0 where there is no probability."""
        values = np.asarray(p)
        may_slide, may_stand = values >= self.lowest_landslide, values <= self.highest_stable
        called = np.full(values.shape, UNDECIDED, np.uint8)
        called[may_slide & ~may_stand] = LANDSLIDE
        called[may_stand & ~may_slide] = STABLE
        called[~np.isfinite(values)] = 0
        return called

    def describe(self) -> str:
        """Coverage asked for and found, for people.

        >>> ConformalSets(0.9, 0.2, 0.6, (0.87, 0.91)).describe()
        'coverage asked for 90 %; found on folds held out: landslides 87 %, stable 91 %'
        """
        asked = f"coverage asked for {100 * self.coverage:.0f} %"
        if self.found is None:
            return f"{asked}; found: not known"
        slides, stands = (f"{100 * value:.0f} %" for value in self.found)
        return f"{asked}; found on folds held out: landslides {slides}, stable {stands}"

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "coverage": self.coverage,
            "lowest_landslide": self.lowest_landslide,
            "highest_stable": self.highest_stable,
            "found": None if self.found is None else list(self.found),
            "caveat": CAVEAT,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> ConformalSets:
        """The sets that ``to_dict`` stored; raise ``BundleError`` if they are damaged."""
        names = ("coverage", "lowest_landslide", "highest_stable")
        try:
            values = [float(stored[name]) for name in names]
            found = [float(value) for value in stored.get("found") or ()]
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored conformal sets are damaged: {error}") from None
        if not all(0.0 <= value <= 1.0 for value in (*values, *found)) or len(found) not in (0, 2):
            raise BundleError("The stored conformal sets are damaged: a value lies outside 0 to 1")
        coverage, landslide, stable = values
        return cls(coverage, landslide, stable, (found[0], found[1]) if found else None)


def fit_conformal(
    labels: npt.NDArray[Any], p: Floats, coverage: float, groups: Optional[npt.NDArray[Any]] = None
) -> Optional[ConformalSets]:
    """Sets from held-out probabilities (n,); None where a class has too few groups for the coverage.

    Landslides are exchanged, not their cells: each group of a class weighs the same, and each of its cells its share of
    that, as by the hierarchical conformal prediction of Lee, Barber and Willett (2023, arXiv:2306.06342). With one cell
    a group these are the usual ranks.

    Parameters
    ----------
    labels : array (n,)
    p : float64 array (n,)
    coverage : float
    groups : int array (n,), optional
        What is exchanged, a landslide or a stable place; each sample its own if not given.

    Examples
    --------
    >>> fit_conformal(np.repeat([0, 1], 9), np.tile(np.arange(1, 10) / 10, 2), 0.8)
    ConformalSets(coverage=0.8, lowest_landslide=0.2, highest_stable=0.8, found=None)
    """
    known = np.isfinite(p)
    truth = np.asarray(labels)[known] > 0
    score = np.asarray(p, dtype=np.float64)[known]
    own = np.arange(len(score)) if groups is None else np.asarray(groups)[known]
    slides = _limit(-score[truth], own[truth], coverage)
    stable = _limit(score[~truth], own[~truth], coverage)
    return None if slides is None or stable is None else ConformalSets(coverage, -slides, stable)


def _limit(scores: Floats, groups: npt.NDArray[Any], coverage: float) -> Optional[float]:
    """Smallest limit under which the groups' shares reach the coverage, one group more being unknown."""
    if not len(scores):
        return None
    share, count = _shares(groups)
    order = np.argsort(scores, kind="stable")
    reached = np.cumsum(share[order]) / (count + 1)
    enough = np.flatnonzero(reached >= coverage - 1e-9)
    return float(scores[order][enough[0]]) if enough.size else None


def _shares(groups: npt.NDArray[Any]) -> tuple[Floats, int]:
    """What each sample (n,) counts of its group, 1 a group, and the number of groups.

    >>> _shares(np.array([7, 7, 3]))[0].tolist()
    [0.5, 0.5, 1.0]
    """
    _, place, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    return 1.0 / sizes[place.ravel()], len(sizes)


def coverage_found(
    labels: npt.NDArray[Any], called: npt.NDArray[np.uint8], groups: Optional[npt.NDArray[Any]] = None
) -> dict[str, float]:
    """What sets did on samples they were not fitted to: coverage of each class, and the share undecided.

    An undecided set is counted as holding the truth. Groups, where given, count alike, whatever their number of cells.

    >>> coverage_found(np.array([1, 1, 0, 0]), np.array([3, 1, 1, 2]))
    {'landslide': 0.5, 'stable': 1.0, 'undecided': 0.25}
    >>> coverage_found(np.array([1, 1, 1, 0]), np.array([1, 1, 3, 1]), np.array([5, 5, 6, 8]))["landslide"]
    0.5
    """
    known = np.asarray(called) > 0
    truth, sets = np.asarray(labels)[known] > 0, np.asarray(called)[known]
    own = np.arange(len(sets)) if groups is None else np.asarray(groups)[known]
    share, _ = _shares(own)
    return {
        "landslide": float(np.average(sets[truth] != STABLE, weights=share[truth])),
        "stable": float(np.average(sets[~truth] != LANDSLIDE, weights=share[~truth])),
        "undecided": float(np.average(sets == UNDECIDED, weights=share)),
    }
