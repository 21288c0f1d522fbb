"""The line that makes odds of what a machine says of ground that it was not fitted to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ..families.labelled_rows import LabelledRows
from ..families.linear import LinearPart, fit_linear_part

Floats = npt.NDArray[np.float64]
FAINT = 1e-6


def line_beside(rows: LabelledRows, held_out: Floats, blocks: npt.NDArray[np.intp]) -> LinearPart:
    """Log odds as a straight line in what a machine says of each cell, and in triggers.

    The slope is learnt with a level of its own for each block (Platt 1999, with his targets), then one level and the
    slopes of the triggers with it fixed; none is negative.

    Parameters
    ----------
    rows : LabelledRows
    held_out : float64 array (n,)
        From machines that were not fitted to the cell's block; NaN where there is none.
    blocks : int array (n,)

    Returns
    -------
    LinearPart
        Of one factor.
    """
    known = np.isfinite(held_out)
    none = np.zeros(0)
    if not known.any():
        return LinearPart(np.zeros(1), none, np.zeros(rows.triggers.shape[-1]), 0.0)
    bare = replace(rows.take(known), profile=rows.profile[known][..., :0])
    decision = held_out[known]
    beside = np.column_stack([decision, block_levels(blocks[known])]).astype(np.float32)
    sloped = fit_linear_part(
        replace(bare, static=beside, labels=platt_targets(bare.labels, bare.weights)), FAINT
    )
    slope = max(float(sloped.factors[0]), 0.0)
    fixed = slope * decision + (0.0 if bare.offsets is None else bare.offsets)
    level = fit_linear_part(replace(bare, static=beside[:, :0], offsets=fixed), FAINT)
    return LinearPart(np.array([slope]), none, level.triggers, level.intercept)


def platt_targets(labels: Floats, weights: Floats) -> Floats:
    """Labels drawn in from 0 and 1 by one row more of either kind (Platt 1999), so that no slope is without end.

    >>> platt_targets(np.array([1.0, 0.0, 0.0]), np.ones(3)).round(4).tolist()
    [0.6667, 0.25, 0.25]
    """
    slid, stood = float((weights * labels).sum()), float((weights * (1.0 - labels)).sum())
    high, low = (slid + 1.0) / (slid + 2.0), 1.0 / (stood + 2.0)
    return low + labels * (high - low)


def block_levels(blocks: npt.NDArray[np.intp]) -> Floats:
    """A column of ones and zeros (n,) for each block but the first.

    >>> block_levels(np.array([3, 1, 1])).tolist()
    [[1.0], [0.0], [0.0]]
    """
    return np.asarray(blocks[:, None] == np.unique(blocks)[None, 1:], dtype=np.float64)
