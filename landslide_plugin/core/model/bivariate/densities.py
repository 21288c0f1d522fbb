"""Densities of landslides by class: frequency ratio, information value and weights of evidence, in closed form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
METHODS = ("weights_of_evidence", "information_value", "frequency_ratio")
HALF = 0.5
"""Landslides counted in a class that has none: a ratio of 0 would be certainty from a handful of them."""


@dataclass(frozen=True)
class Densities:
    """Landslides and ground in each class of a factor, and what follows from them.

    Attributes
    ----------
    landslides : float64 array (classes,)
        Each landslide has one vote, however many cells it has.
    stable : float64 array (classes,)
        Stable ground: cells, or stable samples by the ground that they stand for.
    area : float64 array (classes,)
        All ground, in the same unit.
    half_stable : float
        What counts in a class without stable ground: half of one cell or sample.

    Notes
    -----
    A class without landslides counts half a one; a class that has neither landslides nor ground says nothing.

    Examples
    --------
    >>> two = Densities(np.array([30.0, 10.0]), np.array([40.0, 160.0]), np.array([70.0, 170.0]), 0.5)
    >>> two.frequency_ratio.round(6).tolist()  # (30/40) / (70/240), (10/40) / (170/240)
    [2.571429, 0.352941]
    >>> two.weight_plus.round(6).tolist()  # log of (30/40) / (40/200), log of (10/40) / (160/200)
    [1.321756, -1.163151]
    """

    landslides: Floats
    stable: Floats
    area: Floats
    half_stable: float

    @property
    def empty(self) -> npt.NDArray[np.bool_]:
        """Classes (classes,) of which nothing is known: no landslide and no ground."""
        return np.asarray((self.landslides <= 0) & (self.stable <= 0) & (self.area <= 0))

    @property
    def without_landslides(self) -> npt.NDArray[np.bool_]:
        """Classes (classes,) with ground and no landslide, which count half a one."""
        return np.asarray((self.landslides <= 0) & ~self.empty)

    @property
    def frequency_ratio(self) -> Floats:
        """Share of landslides over share of area (Lee and Talib 2005); 1 in an empty class."""
        area = np.where(self.area > 0, self.area, self.half_stable)
        ratio = (_counted(self.landslides) / self.landslides.sum()) / (area / self.area.sum())
        return np.where(self.empty, 1.0, ratio)

    @property
    def information_value(self) -> Floats:
        """Logarithm of the frequency ratio (Yin and Yan 1988)."""
        return np.asarray(np.log(self.frequency_ratio))

    @property
    def ratio_error(self) -> Floats:
        """Standard error of the information value, from the binomial share of landslides; NaN in an empty class."""
        counted = _counted(self.landslides)
        share = np.minimum(counted / self.landslides.sum(), 1.0)
        return np.where(self.empty, np.nan, np.sqrt((1.0 - share) / counted))

    @property
    def weight_plus(self) -> Floats:
        """W+, log of P(class | landslide) / P(class | stable) (Bonham-Carter et al. 1989); 0 in an empty class."""
        ratio = (_counted(self.landslides) / self.landslides.sum()) / (self._stable() / self.stable.sum())
        return np.where(self.empty, 0.0, np.log(ratio))

    @property
    def weight_plus_error(self) -> Floats:
        """Standard error of W+: square root of 1 / landslides + 1 / stable; NaN in an empty class."""
        return np.where(self.empty, np.nan, np.sqrt(1.0 / _counted(self.landslides) + 1.0 / self._stable()))

    @property
    def weight_minus(self) -> Floats:
        """W-, the same for all other classes together; 0 in an empty class."""
        slid, stood = self._others()
        ratio = (slid / self.landslides.sum()) / (stood / self.stable.sum())
        return np.where(self.empty, 0.0, np.log(ratio))

    @property
    def weight_minus_error(self) -> Floats:
        """Standard error of W-; NaN in an empty class."""
        slid, stood = self._others()
        return np.where(self.empty, np.nan, np.sqrt(1.0 / slid + 1.0 / stood))

    @property
    def contrast(self) -> Floats:
        """W+ less W-."""
        return np.asarray(self.weight_plus - self.weight_minus)

    @property
    def contrast_error(self) -> Floats:
        """Standard error of the contrast; NaN in an empty class."""
        return np.asarray(np.hypot(self.weight_plus_error, self.weight_minus_error))

    @property
    def studentised_contrast(self) -> Floats:
        """Contrast over its standard error; beyond 2 it is hardly chance. NaN in an empty class."""
        return np.asarray(self.contrast / self.contrast_error)

    def evidence(self, method: str) -> Floats:
        """What each class adds to the log odds.

        W+ alone, which is Bayes's rule where factors are independent given a landslide and given none; the
        information value; or the frequency ratio less 1, its logarithm to first order, so that the sum ranks cells
        as the usual sum of ratios does.
        """
        if method == "weights_of_evidence":
            return self.weight_plus
        return self.information_value if method == "information_value" else self.frequency_ratio - 1.0

    def evidence_error(self, method: str) -> Floats:
        """Standard error of ``evidence``; NaN in an empty class."""
        if method == "weights_of_evidence":
            return self.weight_plus_error
        scale = self.frequency_ratio if method == "frequency_ratio" else 1.0
        return np.asarray(scale * self.ratio_error)

    def _stable(self) -> Floats:
        return np.where(self.stable > 0, self.stable, self.half_stable)

    def _others(self) -> tuple[Floats, Floats]:
        slid, stood = self.landslides.sum() - self.landslides, self.stable.sum() - self.stable
        # A rest that is rounding of a sum is no landslide and no ground.
        slid = np.where(slid > 1e-9, slid, HALF)
        return slid, np.where(stood > 1e-9 * self.stable.sum(), stood, self.half_stable)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "landslides": self.landslides.tolist(),
            "stable": self.stable.tolist(),
            "area": self.area.tolist(),
            "half_stable": self.half_stable,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Densities:
        """The densities that ``to_dict`` stored."""
        slid, stood, area = (
            np.array(stored[name], dtype=np.float64) for name in ("landslides", "stable", "area")
        )
        return cls(slid, stood, area, float(stored["half_stable"]))


def _counted(landslides: Floats) -> Floats:
    return np.where(landslides > 0, landslides, HALF)
