"""A model of some of the factors, fitted to one part of the samples and asked of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...samples.encoding import Encoder
from ...types.odds import probability_of
from ..families.additive import fit_additive_part
from ..families.labelled_rows import LabelledRows
from ..families.linear import fit_linear_part
from ..fitting.data import TrainingData
from ..fitting.row_weights import row_weights
from ..validation.votes import row_losses

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
NO_TRIGGERS = np.zeros((1, 0), np.float32)


@dataclass(frozen=True)
class SelectionModel:
    """What the factors are fitted with.

    Attributes
    ----------
    family : {"logistic", "additive"}
        Logistic regression, or a sum of curves; both need NumPy and SciPy alone.
    ridge : float
        Of the curves; logistic regression has none.
    """

    family: str
    ridge: float = 1.0


@dataclass(frozen=True)
class Split:
    """Encoded factors of a training part and of another part, a block of columns for each factor.

    Attributes
    ----------
    known, asked : tuple of float32 array
        No column where the factor does not vary in the training part; 0 for a class that it never saw.
    labels, weights : float64 array (n,)
        Of the training part.
    asked_labels : int8 array (m,)
    asked_weights : float64 array (m,)
    """

    known: tuple[Inputs, ...]
    asked: tuple[Inputs, ...]
    labels: Floats
    weights: Floats
    asked_labels: npt.NDArray[np.int8]
    asked_weights: Floats

    @classmethod
    def of(cls, data: TrainingData, train: Mask, test: Mask) -> Split:
        """Samples parted by masks (n,); encoders are those of the training part."""
        known, asked = [], []
        for column, spec in enumerate(data.specs):
            values = data.cells.static[:, column : column + 1]
            if Encoder.dropped_of(values[train], (spec,)):
                encoded = np.zeros((len(values), 0), np.float32)
            else:
                encoded = Encoder.fit(values[train], (spec,)).transform(values, unseen_as_none=True)
            known.append(encoded[train])
            asked.append(encoded[test])
        weights = row_weights(data)
        return cls(
            known=tuple(known),
            asked=tuple(asked),
            labels=data.labels[train].astype(np.float64),
            weights=weights[train],
            asked_labels=data.labels[test],
            asked_weights=weights[test],
        )

    def probability(self, factors: Sequence[int], model: SelectionModel) -> Floats:
        """P (m,) of the other part by a model of these factors alone; the share of landslides without any."""
        inputs = [self.known[factor] for factor in factors]
        if not sum(part.shape[1] for part in inputs):
            share = float(np.average(self.labels, weights=self.weights))
            return np.full(len(self.asked_labels), share)
        static, asked = np.hstack(inputs), np.hstack([self.asked[factor] for factor in factors])
        rows = LabelledRows(
            static, _no_soil(len(static)), NO_TRIGGERS, self.labels[:, None], self.weights[:, None]
        )
        part = (
            fit_additive_part(rows, model.ridge)
            if model.family == "additive"
            else fit_linear_part(rows, ridge=0.0)
        )
        return probability_of(part.logit(asked, _no_soil(len(asked)), NO_TRIGGERS)[:, 0])

    def loss(self, factors: Sequence[int], model: SelectionModel) -> float:
        """Log loss of the other part."""
        losses = row_losses(self.asked_labels, self.probability(factors, model))
        return float(np.average(losses, weights=self.asked_weights))


def _no_soil(count: int) -> Inputs:
    return np.zeros((count, 1, 0), np.float32)
