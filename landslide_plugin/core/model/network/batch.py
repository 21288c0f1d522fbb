"""What a training step is given, by name: the cells of its batch, the weights of the loss terms, its numbers."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class LossWeights:
    """Weights of the loss terms beside the inventory's, and what else the terms need to know.

    Attributes
    ----------
    prior, sign, order, monotone : float
    level : float
        Logit of the landslide share.
    gamma : float
        Of the focal loss; 0 is cross-entropy.
    """

    prior: float
    sign: float
    order: float
    level: float
    monotone: float = 0.0
    gamma: float = 0.0

    def vector(self) -> Floats:
        """The six numbers, as ``CompiledNetwork`` takes them."""
        own = (self.prior, self.sign, self.order, self.level, self.monotone, self.gamma)
        return np.array(own, np.float32)

    @classmethod
    def of(cls, vector: Any) -> LossWeights:
        """The names of a vector's numbers.

        >>> float(LossWeights.of(LossWeights(1.0, 2.0, 3.0, -0.5).vector()).level)
        -0.5
        """
        return cls(*(vector[place] for place in range(len(fields(cls)))))


@dataclass(frozen=True)
class Step:
    """Numbers of one training step.

    Attributes
    ----------
    rate, decay : float
    number : int
        From 1.
    low, high : int
        Scenarios between which a trigger is drawn.
    share : float
        How far from the one to the other.
    """

    rate: float
    decay: float
    number: int
    low: int = 0
    high: int = 0
    share: float = 0.0

    def vector(self) -> Floats:
        """The six numbers in order."""
        return np.array([self.rate, self.decay, self.number, self.low, self.high, self.share], np.float32)

    @classmethod
    def of(cls, vector: Any) -> Step:
        """The names of a vector's numbers."""
        return cls(*(vector[place] for place in range(len(fields(cls)))))


class Batch(NamedTuple):
    """Tensors of a batch's cells, each as ``TrainingArrays`` describes it, in the same order."""

    static: Any
    profile: Any
    offset: Any
    labels: Any
    label_weights: Any
    prior: Any
    prior_weights: Any
    side: Any
    side_weights: Any
    cell_weights: Any
    tilt: Any
    label_offset: Any
    label_sampled: Any
    triggers: Any = None

    @classmethod
    def gathered(cls, arrays: Any, rows: Any) -> Batch:
        """The cells of some rows of all arrays."""
        import tensorflow as tf

        return cls(*(tf.gather(part, rows) for part in arrays))

    def first(self, count: int) -> Batch:
        """The first cells of the batch."""
        return Batch(*(part if part is None else part[:count] for part in self))

    @property
    def inputs(self) -> tuple[Any, ...]:
        """Factors, profiles and, where cells have their own, triggers."""
        own = () if self.triggers is None else (self.triggers,)
        return (self.static, self.profile, *own)


class DrawnTrigger(NamedTuple):
    """Where a trigger drawn for one step lies: how far from one scenario to another."""

    low: Any
    high: Any
    share: Any
