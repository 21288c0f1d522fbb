"""What a training step is given, by name: the cells of its batch, the weights of the loss terms, its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from .training_arrays import TrainingArrays

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int32]


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


@dataclass(frozen=True)
class MemberWeights:
    """``LossWeights`` of members side by side, each (members, 1, 1)."""

    prior: Floats
    sign: Floats
    order: Floats
    level: Floats
    monotone: Floats
    gamma: Floats

    @classmethod
    def of(cls, members: Sequence[LossWeights]) -> MemberWeights:
        """Those of each member, in order.

        >>> MemberWeights.of([LossWeights(1.0, 2.0, 3.0, -0.5)] * 2).level.ravel().tolist()
        [-0.5, -0.5]
        """
        return cls(*(beside([getattr(one, part.name) for one in members]) for part in fields(cls)))


def beside(numbers: Sequence[float]) -> Floats:
    """Numbers of members as (members, 1, 1).

    >>> beside([1.0, 2.0]).shape
    (2, 1, 1)
    """
    return np.array(numbers, np.float32).reshape(-1, 1, 1)


@dataclass(frozen=True)
class Step:
    """Numbers of one training step of one member.

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


@dataclass(frozen=True)
class DrawnTrigger:
    """Where each member's trigger of one step lies, arrays (members,): how far from one scenario to another."""

    low: npt.NDArray[np.intp]
    high: npt.NDArray[np.intp]
    share: Floats

    @classmethod
    def of(cls, steps: Sequence[Step]) -> DrawnTrigger:
        """Of the members' steps."""
        low, high = (np.array([getattr(step, name) for step in steps], np.intp) for name in ("low", "high"))
        return cls(low, high, np.array([step.share for step in steps], np.float32))


@dataclass(frozen=True)
class Batch:
    """Cells of members side by side, as columns; what each array says is told by ``TrainingArrays``.

    Attributes
    ----------
    cells : float32 array (members, factors + layers * properties, cells)
        Factors and, behind them, soil layers from the surface down.
    offset, labels, label_weights, prior, prior_weights, side, side_weights : float32 arrays (members, scenarios, cells)
    cell_weights, tilt, label_offset : float32 arrays (members, cells)
    triggers : float32 array (members, columns, scenarios, cells) or None
        The cells' own.
    """

    cells: Floats
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
    triggers: Optional[Floats] = None

    def picked(self, columns: npt.NDArray[np.intp]) -> Batch:
        """Some of the cells of every member."""
        parts = ((field.name, getattr(self, field.name)) for field in fields(self))
        return replace(self, **{name: part[..., columns] for name, part in parts if part is not None})


@dataclass(frozen=True)
class Sight:
    """Cells that a network is judged at again and again, made ready once.

    Attributes
    ----------
    batch : Batch
        Of one member.
    pairs : Batch or None
        Cells of finite differences.
    cells, triggers : float32 arrays
        What the network is given of both, side by side.
    """

    batch: Batch
    pairs: Optional[Batch]
    cells: Floats
    triggers: Floats

    @property
    def count(self) -> int:
        """Cells without those of the finite differences."""
        return self.batch.cells.shape[2]


class Packed:
    """Training arrays as one matrix with a row for each cell and a last one of zeros, which weighs nothing.

    Parameters
    ----------
    arrays : TrainingArrays
    """

    def __init__(self, arrays: TrainingArrays) -> None:
        self.scenarios, self.count = arrays.offset.shape[1], len(arrays)
        self.columns = 0 if arrays.triggers is None else arrays.triggers.shape[2]
        cells = [arrays.static, arrays.profile.reshape(self.count, -1)]
        each = [arrays.cell_weights, arrays.tilt, arrays.label_offset]
        by_scenario = [getattr(arrays, name) for name in BY_SCENARIO]
        parts = [*cells, *by_scenario, *(part[:, None] for part in each)]
        if arrays.triggers is not None:
            parts.append(arrays.triggers.transpose(0, 2, 1).reshape(self.count, -1))
        self.inputs = sum(part.shape[1] for part in cells)
        self.matrix = np.zeros((self.count + 1, sum(part.shape[1] for part in parts)), np.float32)
        np.concatenate(parts, axis=1, out=self.matrix[:-1], casting="unsafe")


BY_SCENARIO = ("offset", "labels", "label_weights", "prior", "prior_weights", "side", "side_weights")


def gathered(members: Sequence[Packed], rows: Sequence[Rows]) -> Batch:
    """The batch of some rows of each member, as many of each.

    >>> one, several = np.ones((2, 1), "f4"), np.ones((2, 3), "f4")
    >>> arrays = TrainingArrays(one, one[:, None], *[several] * 7, *[one[:, 0]] * 3, several)
    >>> batch = gathered([Packed(arrays)], [np.array([0, 1, 2, 2], "i4")])
    >>> batch.cells.shape, batch.offset.shape, batch.tilt.tolist()
    ((1, 2, 4), (1, 3, 4), [[1.0, 1.0, 0.0, 0.0]])
    """
    one = members[0]
    every = np.stack([packed.matrix[some].T for packed, some in zip(members, rows)])
    scenarios, start = one.scenarios, one.inputs
    parts = {}
    for name in BY_SCENARIO:
        parts[name] = every[:, start : start + scenarios]
        start += scenarios
    cell_weights, tilt, label_offset = every[:, start], every[:, start + 1], every[:, start + 2]
    triggers = None
    if one.columns:
        triggers = every[:, start + 3 :].reshape(len(members), one.columns, scenarios, -1)
    return Batch(
        cells=every[:, : one.inputs],
        cell_weights=cell_weights,
        tilt=tilt,
        label_offset=label_offset,
        triggers=triggers,
        **parts,
    )
