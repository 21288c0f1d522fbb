"""Cells of a class that training never saw: the known class of the ground that is most like them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...evaluation.applicability import Applicability
from ...samples.encoding import Encoder, FactorCode

Floats = npt.NDArray[np.float32]


def with_known_classes(encoder: Encoder, limits: Applicability, static: Floats, inputs: Floats) -> Floats:
    """Raw factors (n, p) in which unseen classes are those of the nearest training sample.

    Nearest by the weighted inputs of the area of applicability, those of the unseen factors aside, so that a
    cell's class depends on that cell alone.

    Parameters
    ----------
    inputs : float32 array (n, d)
        Standardised inputs of the same cells, 0 in the columns of an unseen class.
    """
    from scipy.spatial import cKDTree

    found = static.copy()
    unseen = np.stack([_unseen(factor, column) for factor, column in zip(encoder.factors, static.T)], axis=1)
    for pattern in np.unique(unseen[unseen.any(axis=1)], axis=0):
        rows = (unseen == pattern).all(axis=1)
        aside = np.zeros(inputs.shape[1], bool)
        for factor in np.flatnonzero(pattern):
            aside[_columns(encoder, int(factor))] = True
        weights = np.where(aside, 0.0, limits.weights)
        points = limits.points.astype(np.float64) * weights
        _, nearest = cKDTree(points).query(inputs[rows].astype(np.float64) * weights)
        for factor in np.flatnonzero(pattern):
            codes = np.array(encoder.factors[factor].codes, np.float32)
            here = limits.points[nearest][:, _columns(encoder, int(factor))]
            found[rows, factor] = codes[here.argmax(axis=1)] if here.shape[1] else codes[0]
    return found


def _unseen(factor: FactorCode, column: Floats) -> npt.NDArray[np.bool_]:
    if factor.spec.kind != "categorical":
        return np.zeros(len(column), bool)
    return np.asarray(factor.unusable(column) & np.isfinite(column))


def _columns(encoder: Encoder, factor: int) -> slice:
    """Where the inputs of a factor stand."""
    before = sum(len(code.columns) for code in encoder.factors[:factor])
    return slice(before, before + len(encoder.factors[factor].columns))
