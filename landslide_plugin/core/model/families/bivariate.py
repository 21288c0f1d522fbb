"""Bivariate methods: log odds that are a prior and the evidence of the class that each factor lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from ...samples.encoding import Encoder
from ..bivariate.counting import BivariateRecipe, CountedSamples, FactorEvidence
from ..bivariate.densities import METHODS
from .labelled_rows import LabelledRows
from .linear import LinearPart, fit_linear_part

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]


@dataclass(frozen=True)
class BivariatePart:
    """Prior log odds and the sum of the evidence of the classes present.

    Soil says nothing in it. Triggers and the probability of failure add a straight line, where rows tell them apart.

    Attributes
    ----------
    method : {"weights_of_evidence", "information_value", "frequency_ratio"}
    factors : tuple of FactorEvidence
    line : LinearPart
        Its intercept is the prior; its factors are those behind the encoded ones.
    area : {"cells", "samples"}
        What ground was counted in: all cells of the area, or stable samples.
    scale : float
        Factor on the evidence: 1, but of a model that votes beside others and is calibrated first.

    Examples
    --------
    >>> from ..bivariate.densities import Densities
    >>> from ..bivariate.factor_classes import FactorClasses
    >>> slope = FactorClasses("slope", "continuous", (0,), limits=(10.0,), encoded=(0.0,))
    >>> counts = Densities(np.array([1.0, 3.0]), np.array([2.0, 2.0]), np.array([2.0, 2.0]), 0.5)
    >>> none = LinearPart(np.zeros(0), np.zeros(0), np.zeros(0), 1.0)
    >>> part = BivariatePart(METHODS[0], (FactorEvidence(slope, counts, np.array([-0.5, 0.25])),), none)
    >>> part.logit(np.array([[-1.0], [1.0]], "f4"), np.zeros((2, 1, 1), "f4"), np.zeros((2, 0), "f4")).tolist()
    [[0.5, 0.5], [1.25, 1.25]]
    """

    method: str
    factors: tuple[FactorEvidence, ...]
    line: LinearPart
    area: str = "samples"
    scale: float = 1.0

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios); arguments as of ``linear.LinearPart.logit``."""
        behind = static[:, static.shape[1] - len(self.line.factors) :]
        line = self.line.logit(behind, profile[..., :0], triggers[..., : len(self.line.triggers)])
        return np.asarray(self.scale * self.evidence(static)[:, None] + line)

    def evidence(self, static: Inputs) -> Floats:
        """Sum (cells,) of the evidence of the classes present, of encoded factors."""
        found = np.zeros(len(static))
        for factor in self.factors:
            found += factor.evidence[factor.classes.of(static)]
        return found

    def calibrated(self, slope: float, level: float) -> BivariatePart:
        """The part with log odds ``level + slope * own``."""
        line = LinearPart(
            slope * self.line.factors,
            slope * self.line.soil,
            slope * self.line.triggers,
            level + slope * self.line.intercept,
        )
        return replace(self, line=line, scale=slope * self.scale)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "method": self.method,
            "area": self.area,
            "scale": self.scale,
            "line": self.line.to_dict(),
            "factors": [one.to_dict() for one in self.factors],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any], columns: int) -> BivariatePart:
        """The part that ``to_dict`` stored, for so many encoded factors; raise ``BundleError`` if it is damaged."""
        try:
            factors = tuple(FactorEvidence.from_dict(one) for one in stored["factors"])
            line = LinearPart.from_dict(stored["line"])
            part = cls(str(stored["method"]), factors, line, str(stored["area"]), float(stored["scale"]))
            used = [column for one in factors for column in one.classes.columns]
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored classes are damaged: {error}") from None
        if part.method not in METHODS or not all(0 <= column < columns for column in used):
            raise BundleError("The stored classes are damaged: they do not fit the factors")
        return part


def fit_bivariate_part(rows: LabelledRows, encoder: Encoder, recipe: BivariateRecipe) -> BivariatePart:
    """Count classes among all rows that have a weight; with triggers, fit a line in them beside the evidence.

    The prior is the log odds of the share of landslides, on the ground that the rows stand for. Where rows have
    triggers, or a probability of failure, of their own, level and slopes are those of a logistic regression with
    the evidence fixed; slopes are never negative.

    Raises
    ------
    InputError
        One class only, or class limits of no factor.
    """
    drawn = rows.weights if rows.sampled is None else rows.weights / rows.sampled
    used, columns = rows.weighed, len(encoder.columns)
    samples = CountedSamples(
        rows.static[used],
        (drawn * rows.labels).sum(axis=1)[used],
        (drawn * (1.0 - rows.labels)).sum(axis=1)[used],
    )
    none = np.zeros(0)
    part = BivariatePart(
        recipe.method,
        recipe.evidence(encoder, samples),
        LinearPart(none, none, np.zeros(rows.triggers.shape[-1]), samples.prior),
        recipe.area,
    )
    behind = rows.static[:, columns:]
    if not behind.shape[1] and not rows.triggers.any():
        return part
    fixed = part.evidence(rows.static) + (0.0 if rows.offsets is None else rows.offsets)
    beside = replace(rows, static=behind, profile=rows.profile[..., :0], offsets=fixed)
    return replace(part, line=fit_linear_part(beside, RIDGE))


RIDGE = 1.0
"""Of the line in triggers and probability of failure, as beside trees."""
