"""Cells as a network is trained on them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..families.labelled_rows import LabelledRows

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class TrainingArrays:
    """Scaled inputs, what is known of each (cell, scenario), and what it weighs.

    Attributes
    ----------
    static : float32 array (n, d)
    profile : float32 array (n, layers, properties)
    offset : float32 array (n, S)
        Logit that the network adds to.
    labels, label_weights : float32 arrays (n, S)
        Inventory or target probabilities; weight 0 where nothing is known.
    prior, prior_weights : float32 arrays (n, S)
        Probability that the slope-stability prior stands for.
    side, side_weights : float32 arrays (n, S)
        +1 where the factor of safety is clearly below 1, -1 where it is clearly above.
    cell_weights : float32 array (n,)
        For the order of the scenarios and the wetness and strength; 0 where physics assessed nothing.
    tilt : float32 array (n,)
        By how much the base's log odds change over one step of the monotone term.
    label_offset : float32 array (n,)
        Log odds of the sampling, added to the logit that meets the labels and to no other.
    label_sampled : float32 array (n, S)
        Share sampled, by which families that take no offset divide their weights.
    triggers : float32 array (n, S, k) or None
        Each cell's own, scaled; None where all cells share those of the scenarios.

    Notes
    -----
    ``normalised`` makes each kind of weight sum to one total, or leaves it 0 where the term is absent.
    """

    static: Floats
    profile: Floats
    offset: Floats
    labels: Floats
    label_weights: Floats
    prior: Floats
    prior_weights: Floats
    side: Floats
    side_weights: Floats
    cell_weights: Floats
    tilt: Floats
    label_offset: Floats
    label_sampled: Floats
    triggers: Optional[Floats] = None

    def __len__(self) -> int:
        return len(self.static)

    def parts(self) -> list[Floats]:
        """All arrays in order; triggers last, if cells have their own."""
        every = [getattr(self, field.name) for field in fields(self)]
        return [part for part in every if part is not None]

    def steps(self, shared: Floats) -> Floats:
        """Triggers of these cells: their own (n, S, k), or those that all share (S, k)."""
        return shared if self.triggers is None else self.triggers

    def rows(self, shared: Floats, labels: Doubles, weights: Doubles, offsets: Doubles) -> LabelledRows:
        """These cells with the labels and weights (n, S) and offsets (n,) that a family is fitted to."""
        return LabelledRows(self.static, self.profile, self.steps(shared), labels, weights, offsets=offsets)

    def take(self, rows: npt.NDArray[np.bool_]) -> TrainingArrays:
        """The chosen cells."""
        return TrainingArrays(*(part[rows] for part in self.parts()))

    def joined(self, other: TrainingArrays) -> TrainingArrays:
        """These cells and others."""
        return TrainingArrays(*(np.concatenate(pair) for pair in zip(self.parts(), other.parts())))

    def normalised(self, total: float) -> TrainingArrays:
        """The same cells with weights of each kind that sum to ``total``."""
        names = [field.name for field in fields(self)]
        return TrainingArrays(
            *(
                _scaled(part, total) if name.endswith("weights") else part
                for name, part in zip(names, self.parts())
            )
        )


def _scaled(weights: Floats, total: float) -> Floats:
    present = float(weights.sum(dtype=np.float64))
    return np.asarray(weights * (total / present) if present > 0 else weights, dtype=np.float32)
