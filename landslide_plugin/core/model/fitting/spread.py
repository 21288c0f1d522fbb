"""Compact parts of samples, and how far the base would move had the samples come from other parts of the area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Optional, Union

import numpy as np
import numpy.typing as npt

from ...samples.folds import kmeans_folds, random_folds, usable_folds
from ..families.additive import AdditivePart
from ..families.linear import LinearPart
from .data import TrainingData

Floats = npt.NDArray[np.float64]
Curves = Union[LinearPart, AdditivePart]
BLOCKS = 10
SAMPLES_A_BLOCK = 10
FEW_EVENTS = 8
HELD_OUT_BLOCKS = 5


def block_count(landslides: int) -> int:
    """Blocks to leave out one at a time: ten, or fewer where they would hold few landslides.

    >>> block_count(175), block_count(60), block_count(12)
    (10, 6, 3)
    """
    return int(np.clip(landslides // SAMPLES_A_BLOCK, 3, BLOCKS))


@dataclass(frozen=True)
class CompactParts:
    """Samples parted in space, once somebody asks: most families never do.

    Attributes
    ----------
    data : TrainingData
    seed : int
    """

    data: TrainingData
    seed: int

    @cached_property
    def blocks(self) -> npt.NDArray[np.intp]:
        """Block (n,) of each sample; drawn at random where compact ones would not hold both classes."""
        data = self.data
        blocks = kmeans_folds(data.xy, data.groups, HELD_OUT_BLOCKS, self.seed)
        if len(usable_folds(data.labels, blocks)) < 2:
            return random_folds(data.labels, data.groups, HELD_OUT_BLOCKS, self.seed)
        return blocks

    @cached_property
    def of_both_classes(self) -> tuple[int, ...]:
        """Blocks that hold both classes; all where none does."""
        held_out = usable_folds(self.data.labels, self.blocks)
        return tuple(held_out or [int(block) for block in np.unique(self.blocks)])


@dataclass(frozen=True)
class LeftOut:
    """Samples that a base is fitted without, to see how far it moves.

    Attributes
    ----------
    rows : bool array (n,)
    kind : {"block", "event"}
    """

    rows: npt.NDArray[np.bool_]
    kind: str


def parts_to_leave_out(data: TrainingData, seed: int) -> list[LeftOut]:
    """Compact blocks and, where the samples speak of few events, each event: other storms would have told otherwise.

    Eight events or more are told by the rows themselves.
    """
    landslides = len(np.unique(data.groups[data.labels > 0]))
    blocks = kmeans_folds(data.xy, data.groups, block_count(landslides), seed)
    parts = [LeftOut(blocks == block, "block") for block in np.unique(blocks)]
    if data.dated and data.events is not None and 2 <= data.event_count < FEW_EVENTS:
        parts += [LeftOut(data.events == event, "event") for event in np.unique(data.events)]
    return parts


def spread_bases(
    common: Curves,
    left_out: Sequence[Curves],
    logits: Floats,
    count: int,
    kinds: Optional[Sequence[str]] = None,
) -> list[Curves]:
    """Bases of the members: their mean is the common base, their spread its standard error.

    The variance of the base's coefficients is that of the delete-a-group jackknife (Shao and Wu 1989)
    over compact blocks, and that over events is added where these are few. Of
    ``count`` members' deviations the covariance has at most ``count`` - 1 dimensions, so those are taken in which the
    logits at the samples vary most, and enlarged so that the mean variance of these logits is the whole one.

    Parameters
    ----------
    common : LinearPart or AdditivePart
        Of all samples.
    left_out : sequence of LinearPart or AdditivePart
        Fitted without one block each; curves on the knots of ``common``.
    logits : float64 array (blocks, rows)
        Of ``left_out`` at samples.
    count : int
        Members.
    kinds : sequence of str, optional
        What each of ``left_out`` was fitted without; blocks if not given. Each kind has a variance of its own.
    """
    rank = min(count, len(left_out)) - 1
    if rank < 1:
        return [common] * count
    groups = np.array(["block"] * len(left_out) if kinds is None else list(kinds))
    moved = _jackknifed(np.stack([coefficients(part) for part in left_out]), groups)
    found, size, _ = np.linalg.svd(_jackknifed(logits, groups), full_matrices=False)
    kept = float((size[:rank] ** 2).sum())
    enlarged = np.sqrt((size**2).sum() / kept) if kept > 0 else 1.0
    deviations = np.sqrt(count) * enlarged * _even_basis(count, rank) @ (found[:, :rank].T @ moved)
    return [with_deviation(common, deviation) for deviation in _rising(common, deviations)]


def _jackknifed(values: Floats, kinds: npt.NDArray[np.str_]) -> Floats:
    """Values (parts, p) such that their sum of squares is the jackknife's variance, summed over the kinds.

    >>> _jackknifed(np.array([[1.0], [3.0], [5.0]]), np.array(["block", "block", "event"])).round(4).ravel().tolist()
    [-0.7071, 0.7071, 0.0]
    """
    found = np.empty_like(values)
    for kind in np.unique(kinds):
        own = kinds == kind
        count = int(own.sum())
        found[own] = np.sqrt((count - 1) / count) * (values[own] - values[own].mean(axis=0))
    return found


def _even_basis(count: int, rank: int) -> Floats:
    """Orthonormal columns (count, rank) that sum to 0 (discrete cosines): every member takes part in each."""
    member, wave = np.arange(count)[:, None], np.arange(1, rank + 1)[None]
    return np.asarray(np.sqrt(2.0 / count) * np.cos(np.pi * (member + 0.5) * wave / count))


def _rising(common: Curves, deviations: Floats) -> Floats:
    """Deviations made smaller where a trigger's coefficient would become negative."""
    linear = _linear(common)
    first = len(linear.factors) + len(linear.soil)
    part = slice(first, first + len(linear.triggers))
    lowest = -deviations[:, part].min(axis=0, initial=0.0)
    share = np.divide(linear.triggers, lowest, out=np.ones_like(lowest), where=lowest > linear.triggers)
    found = deviations.copy()
    found[:, part] *= share
    return found


def _linear(part: Curves) -> LinearPart:
    return part.linear if isinstance(part, AdditivePart) else part


def coefficients(part: Curves) -> Floats:
    """All coefficients (p,) of a base: factors, soil, triggers, intercept, and heights of curves.

    >>> coefficients(LinearPart(np.array([1.0]), np.array([2.0]), np.array([3.0]), 4.0)).tolist()
    [1.0, 2.0, 3.0, 4.0]
    """
    linear = _linear(part)
    heights = part.heights.ravel() if isinstance(part, AdditivePart) else np.zeros(0)
    return np.concatenate([linear.factors, linear.soil, linear.triggers, [linear.intercept], heights])


def with_deviation(part: Curves, deviation: Floats) -> Curves:
    """The base with its coefficients moved by a deviation (p,)."""
    linear = _linear(part)
    ends = np.cumsum([len(linear.factors), len(linear.soil), len(linear.triggers), 1])
    factors, soil, triggers, level, heights = np.split(deviation, ends)
    moved = LinearPart(
        linear.factors + factors,
        linear.soil + soil,
        np.maximum(linear.triggers + triggers, 0.0),
        linear.intercept + float(level[0]),
    )
    if isinstance(part, AdditivePart):
        return replace(part, linear=moved, heights=part.heights + heights.reshape(part.heights.shape))
    return moved
