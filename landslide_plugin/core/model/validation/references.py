"""What every model is held against: slope alone, the best single factor, and a constant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...samples.encoding import Encoder
from ...types.names import human_name
from ...types.odds import probability_of
from ..families.linear import ridge_logistic
from ..fitting.data import TrainingData
from ..fitting.row_weights import row_weights
from .votes import row_losses

Floats = npt.NDArray[np.float64]
SLOPE, BEST, CONSTANT = "slope_alone", "best_factor", "constant"
REFERENCES = (SLOPE, BEST, CONSTANT)
SLOPES = ("slope", "slope_mean")
RIDGE = 1.0
IN_FOLDS = " in "
"""Between the best factor and the folds that found it so."""


@dataclass
class References:
    """Held-out probabilities (repeats, n) of each reference, and the factor that each fold found best."""

    probability: dict[str, Floats]
    factors: list[str] = field(default_factory=list)

    @classmethod
    def none_yet(cls, data: TrainingData, repeats: int) -> References:
        """Before any fold; slope alone only where slope is a factor."""
        names = [name for name in REFERENCES if name != SLOPE or _slope(data) is not None]
        return cls({name: np.full((repeats, len(data.labels)), np.nan) for name in names})

    def add(
        self, data: TrainingData, repeat: int, train: npt.NDArray[np.bool_], test: npt.NDArray[np.bool_]
    ) -> None:
        """Fit the references to the training part of a fold and keep what they say of the rest."""
        known, held_out = data.take(train), data.take(test)
        weights, labels = row_weights(known), known.labels.astype(np.float64)
        self.probability[CONSTANT][repeat, test] = np.average(labels, weights=weights)
        slope = _slope(data)
        singles = [_single(known, held_out, column) for column in range(len(data.specs))]
        told = {column: single for column, single in enumerate(singles) if single is not None}
        if slope in told:
            self.probability[SLOPE][repeat, test] = told[slope].held_out
        if told:
            best = min(told, key=lambda column: told[column].loss)
            self.probability[BEST][repeat, test] = told[best].held_out
            self.factors.append(data.specs[best].name)

    @property
    def best_factor(self) -> str:
        """In words, which factors the folds found best.

        >>> References({}, ["slope", "slope", "ndvi"]).best_factor
        'slope in 2 of 3 folds'
        """
        if not self.factors:
            return ""
        name = max(sorted(set(self.factors)), key=self.factors.count)
        count = self.factors.count(name)
        return name if count == len(self.factors) else f"{name} in {count} of {len(self.factors)} folds"


@dataclass(frozen=True)
class _Single:
    """A logistic regression on one factor: its training log loss, and its held-out probabilities."""

    loss: float
    held_out: Floats


def _slope(data: TrainingData) -> Optional[int]:
    """Column of the slope, or of its mean where rows are units; None if there is none."""
    names = [spec.name for spec in data.specs]
    return next((names.index(name) for name in SLOPES if name in names), None)


def _single(train: TrainingData, test: TrainingData, column: int) -> Optional[_Single]:
    """None where the factor does not vary in the training part."""
    one = slice(column, column + 1)
    if Encoder.dropped_of(train.cells.static[:, one], train.specs[one]):
        return None
    encoder = Encoder.fit(train.cells.static[:, one], train.specs[one])
    weights, labels = row_weights(train), train.labels.astype(np.float64)
    inputs = encoder.transform(train.cells.static[:, one]).astype(np.float64)
    *slopes, level = ridge_logistic(inputs, labels, RIDGE, weights)
    fitted = probability_of(inputs @ np.array(slopes) + level)
    p = probability_of(
        encoder.transform(test.cells.static[:, one]).astype(np.float64) @ np.array(slopes) + level
    )
    return _Single(float(np.average(row_losses(labels, fitted), weights=weights)), p)


@dataclass(frozen=True)
class Doubt:
    """A reference that a model does not beat, or is not shown to beat.

    Attributes
    ----------
    reference : str
    pair : mapping
        ``mean``, ``low`` and ``high`` of the paired difference, positive where the model is better.
    unit : str
        ``AUROC`` or ``log loss``.
    about : str
        Which factor, where the reference is the best one.
    """

    reference: str
    pair: Mapping[str, float]
    unit: str
    about: str = ""

    @property
    def beaten(self) -> bool:
        """Whether the model is not even better on average."""
        return float(self.pair["mean"]) <= 0.0

    def sentence(self) -> str:
        """In plain words.

        >>> Doubt("slope_alone", {"mean": -0.02, "low": -0.05, "high": 0.01}, "AUROC").sentence()
        'On unseen ground this model does not beat slope alone: -0.0200 AUROC (95 % interval -0.0500 to +0.0100)'
        """
        name = {SLOPE: "slope alone", BEST: "the best single factor", CONSTANT: "a constant"}[self.reference]
        about = f" ({self.about})" if self.about else ""
        says = f"does not beat {name}" if self.beaten else f"is not shown to beat {name}"
        gain = "less log loss" if self.unit == "log loss" else self.unit
        return (
            f"On unseen ground this model {says}{about}: {self.pair['mean']:+.4f} {gain} "
            f"(95 % interval {self.pair['low']:+.4f} to {self.pair['high']:+.4f})"
        )


def doubts_of(pairs: Mapping[str, Optional[Mapping[str, float]]], best_factor: str = "") -> list[Doubt]:
    """References that a model does not beat, or is not shown to, the worst first.

    Parameters
    ----------
    pairs : mapping of str to mapping
        Paired difference to each reference: of AUROC, and to the constant of log loss.
    best_factor : str
        What the folds found best.

    Examples
    --------
    >>> good, wide = {"mean": 0.1, "low": 0.05, "high": 0.2}, {"mean": 0.1, "low": -1, "high": 2}
    >>> pairs = {"slope_alone": good, "constant": wide}
    >>> [(doubt.reference, doubt.beaten) for doubt in doubts_of(pairs)]
    [('constant', False)]
    """
    found = [
        Doubt(
            name,
            pair,
            "log loss" if name == CONSTANT else "AUROC",
            _said(best_factor) if name == BEST else "",
        )
        for name in REFERENCES
        if (pair := pairs.get(name)) is not None and (pair["mean"] <= 0.0 or pair["low"] <= 0.0)
    ]
    return sorted(found, key=lambda doubt: not doubt.beaten)


def _said(best_factor: str) -> str:
    """The best factor as people say it.

    >>> _said("twi in 2 of 3 folds"), _said("slope"), _said("")
    ('Topographic wetness index in 2 of 3 folds', 'Slope', '')
    """
    name, inside, folds = best_factor.partition(IN_FOLDS)
    return f"{human_name(name)}{inside}{folds}"


def standing(doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """Sentences for the head of log, card and report; none where the model beats all.

    >>> standing([])
    ()
    """
    return tuple(doubt.sentence() for doubt in doubts)


def map_doubt(doubts: Sequence[Doubt]) -> Optional[str]:
    """What a map of classes must say: the references that the model does not beat; None where it beats them.

    >>> map_doubt([Doubt("constant", {"mean": 0.1, "low": -0.1, "high": 0.3}, "log loss")]) is None
    True
    """
    beaten = [doubt.sentence() for doubt in doubts if doubt.beaten]
    return "; ".join(beaten) or None
