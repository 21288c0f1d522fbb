"""Sets instead of a threshold: stable, landslide, or undecided, with the coverage asked for in each class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError

Floats = npt.NDArray[np.float64]
STABLE, UNDECIDED, LANDSLIDE = 1, 2, 3
NAMES = {STABLE: "Stable", UNDECIDED: "Undecided", LANDSLIDE: "Landslide"}
CAVEAT = (
    "The coverage holds for cells that are exchangeable with the held-out samples; in another area, or where "
    "the inventory is biased, it is not promised."
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
        Share of each class whose set holds the truth.
    lowest_landslide, highest_stable : float

    Examples
    --------
    >>> ConformalSets(0.9, 0.2, 0.6).decide(np.array([0.1, 0.4, 0.8, np.nan])).tolist()
    [1, 2, 3, 0]
    """

    coverage: float
    lowest_landslide: float
    highest_stable: float

    def decide(self, p: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
        """1 stable, 2 undecided, 3 landslide, 0 where there is no probability."""
        values = np.asarray(p)
        may_slide, may_stand = values >= self.lowest_landslide, values <= self.highest_stable
        called = np.full(values.shape, UNDECIDED, np.uint8)
        called[may_slide & ~may_stand] = LANDSLIDE
        called[may_stand & ~may_slide] = STABLE
        called[~np.isfinite(values)] = 0
        return called

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "coverage": self.coverage,
            "lowest_landslide": self.lowest_landslide,
            "highest_stable": self.highest_stable,
            "caveat": CAVEAT,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> ConformalSets:
        """The sets that ``to_dict`` stored; raise ``BundleError`` if they are damaged."""
        names = ("coverage", "lowest_landslide", "highest_stable")
        try:
            values = [float(stored[name]) for name in names]
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored conformal sets are damaged: {error}") from None
        if not all(0.0 <= value <= 1.0 for value in values):
            raise BundleError("The stored conformal sets are damaged: a value lies outside 0 to 1")
        return cls(*values)


def fit_conformal(labels: npt.NDArray[Any], p: Floats, coverage: float) -> Optional[ConformalSets]:
    """Sets from held-out probabilities; None where a class has too few samples for the coverage.

    Examples
    --------
    >>> fit_conformal(np.repeat([0, 1], 9), np.tile(np.arange(1, 10) / 10, 2), 0.8)
    ConformalSets(coverage=0.8, lowest_landslide=0.2, highest_stable=0.8)
    """
    known = np.isfinite(p)
    truth = np.asarray(labels)[known] > 0
    score = np.asarray(p, dtype=np.float64)[known]
    slides, stable = np.sort(score[truth])[::-1], np.sort(score[~truth])
    ranks = [int(np.ceil((len(part) + 1) * coverage - 1e-9)) for part in (slides, stable)]
    if ranks[0] > len(slides) or ranks[1] > len(stable):
        return None
    return ConformalSets(coverage, float(slides[ranks[0] - 1]), float(stable[ranks[1] - 1]))


def coverage_found(labels: npt.NDArray[Any], called: npt.NDArray[np.uint8]) -> dict[str, float]:
    """What sets did on samples they were not fitted to: coverage of each class, and the share undecided.

    An undecided set is counted as holding the truth.

    >>> coverage_found(np.array([1, 1, 0, 0]), np.array([3, 1, 1, 2]))
    {'landslide': 0.5, 'stable': 1.0, 'undecided': 0.25}
    """
    known = np.asarray(called) > 0
    truth, sets = np.asarray(labels)[known] > 0, np.asarray(called)[known]
    return {
        "landslide": float((sets[truth] != STABLE).mean()),
        "stable": float((sets[~truth] != LANDSLIDE).mean()),
        "undecided": float((sets == UNDECIDED).mean()),
    }
