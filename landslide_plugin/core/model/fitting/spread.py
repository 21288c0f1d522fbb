"""How far the base would move had the samples come from other parts of the area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Union

import numpy as np
import numpy.typing as npt

from ..families.additive import AdditivePart
from ..families.linear import LinearPart

Floats = npt.NDArray[np.float64]
Curves = Union[LinearPart, AdditivePart]
BLOCKS = 10
SAMPLES_A_BLOCK = 10


def block_count(landslides: int) -> int:
    """Blocks to leave out one at a time: ten, or fewer where they would hold few landslides.

    >>> block_count(175), block_count(60), block_count(12)
    (10, 6, 3)
    """
    return int(np.clip(landslides // SAMPLES_A_BLOCK, 3, BLOCKS))


def spread_bases(common: Curves, left_out: Sequence[Curves], logits: Floats, count: int) -> list[Curves]:
    """Bases of the members: their mean is the common base, their spread its standard error.

    The variance of the base's coefficients is that of the delete-a-group jackknife (Shao and Wu 1989)
    over compact blocks. Of ``count`` members' deviations the covariance has at most ``count`` - 1
    dimensions, so those are taken in which the logits at the samples vary most, and enlarged so that the
    mean variance of these logits is the whole one.

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
    """
    blocks = len(left_out)
    rank = min(count, blocks) - 1
    if rank < 1:
        return [common] * count
    scale = np.sqrt((blocks - 1) / blocks)
    moved = np.stack([coefficients(part) for part in left_out])
    moved = scale * (moved - moved.mean(axis=0))
    found, size, _ = np.linalg.svd(scale * (logits - logits.mean(axis=0)), full_matrices=False)
    kept = float((size[:rank] ** 2).sum())
    enlarged = np.sqrt((size**2).sum() / kept) if kept > 0 else 1.0
    deviations = np.sqrt(count) * enlarged * _even_basis(count, rank) @ (found[:, :rank].T @ moved)
    return [with_deviation(common, deviation) for deviation in _rising(common, deviations)]


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
