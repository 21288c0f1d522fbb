"""Log odds that are a prior and the evidence of the class that each factor lies in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from .densities import METHODS, Densities
from .factor_classes import FactorClasses

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
KIND = "bivariate"


@dataclass(frozen=True)
class FactorEvidence:
    """One factor: its classes, what they hold, and what each adds to the log odds."""

    classes: FactorClasses
    densities: Densities
    evidence: Floats


@dataclass(frozen=True)
class BivariatePart:
    """Prior log odds and the sum of the evidence of the classes present.

    Soil and triggers say nothing in it: all scenarios are alike.

    Attributes
    ----------
    method : {"weights_of_evidence", "information_value", "frequency_ratio"}
    prior : float
        Log odds of a landslide among the samples.
    factors : tuple of FactorEvidence
    area : {"cells", "samples"}
        What the ground was counted in: all cells of the area, or stable samples.

    Examples
    --------
    >>> slope = FactorClasses("slope", "continuous", (0,), limits=(10.0,), encoded=(0.0,))
    >>> counts = Densities(np.array([1.0, 3.0]), np.array([2.0, 2.0]), np.array([2.0, 2.0]), 0.5)
    >>> part = BivariatePart(METHODS[0], 0.0, (FactorEvidence(slope, counts, np.array([-0.5, 0.25])),))
    >>> part.logit(np.array([[-1.0], [1.0]], "f4"), np.zeros((2, 1, 1), "f4"), np.zeros((2, 0), "f4")).tolist()
    [[-0.5, -0.5], [0.25, 0.25]]
    """

    method: str
    prior: float
    factors: tuple[FactorEvidence, ...]
    area: str = "samples"

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios) of encoded factors (cells, d); a cell by itself."""
        del profile  # soil has no class
        cells = np.full(len(static), self.prior)
        for factor in self.factors:
            cells += factor.evidence[factor.classes.of(static)]
        return np.repeat(cells[:, None], triggers.shape[-2], axis=1)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "kind": KIND,
            "method": self.method,
            "prior": self.prior,
            "area": self.area,
            "factors": [
                {**one.classes.to_dict(), **one.densities.to_dict(), "evidence": one.evidence.tolist()}
                for one in self.factors
            ],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> BivariatePart:
        """The part that ``to_dict`` stored; raise ``BundleError`` if it is damaged."""
        try:
            factors = tuple(
                FactorEvidence(
                    FactorClasses.from_dict(one),
                    Densities.from_dict(one),
                    np.array(one["evidence"], dtype=np.float64),
                )
                for one in stored["factors"]
            )
            part = cls(str(stored["method"]), float(stored["prior"]), factors, str(stored["area"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored table of classes is damaged: {error}") from None
        if part.method not in METHODS or not all(_sound(one) for one in factors):
            raise BundleError("The stored table of classes is damaged: its weights do not fit its classes")
        return part

    def columns(self) -> int:
        """Number of encoded factors that the classes need."""
        return 1 + max((max(one.classes.columns) for one in self.factors), default=-1)


def _sound(factor: FactorEvidence) -> bool:
    classes, counts = factor.classes, factor.densities
    parts: Sequence[Floats] = (factor.evidence, counts.landslides, counts.stable, counts.area)
    rising = (np.diff(classes.encoded) > 0).all() if classes.kind == "continuous" else True
    whole = len(classes.encoded) == (len(classes.limits) if classes.kind == "continuous" else 0)
    shaped = all(part.shape == (classes.count,) and np.isfinite(part).all() for part in parts)
    return bool(rising and whole and shaped and min(classes.columns) >= 0)
