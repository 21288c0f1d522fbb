"""Fit a two-layer perceptron with scikit-learn and take it over as plain arrays."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import LandslideError
from ...types.odds import probability_of
from ..families.labelled_rows import LabelledRows
from ..families.linear import LinearPart
from ..families.machine import machine_rows
from ..families.perceptron import PerceptronPart
from .held_out_line import line_beside
from .trees import told_rows

Inputs = npt.NDArray[np.float32]
HIDDEN = (64, 64)
PENALTY = 1.0
EPOCHS = 200
LARGEST_DIFFERENCE = 1e-5
"""In probability: scikit-learn adds up in single precision, the arrays in double."""


def fit_perceptron_part(rows: LabelledRows, blocks: npt.NDArray[np.intp], seed: int) -> PerceptronPart:
    """Two layers of 64 units on factors and soil values, layer by layer, that know nothing of depth or order.

    Where rows have triggers, or a probability of failure, of their own, or were sampled from other odds, what it says
    of blocks that it was not fitted to teaches a line, and with it straight lines in those that never fall.

    Parameters
    ----------
    rows : LabelledRows
    blocks : int array (n,)
        Compact part of each cell.
    seed : int

    Raises
    ------
    LandslideError
        The arrays do not give scikit-learn's probabilities to 1e-5.
    """
    nothing = np.zeros(0)
    part, model = _fitted(rows, seed)
    _require_equal(part, model, told_rows(_without_triggers(rows))[0])
    sampled = rows.offsets is not None and bool(rows.offsets.any())
    if not rows.triggers.any() and not sampled:
        return replace(part, line=replace(part.line, triggers=np.zeros(rows.triggers.shape[-1])))
    held_out = np.full(len(rows.labels), np.nan)
    for block in np.unique(blocks):
        inside = blocks == block
        rest = rows.take(~inside)
        labelled = rest.labels[rest.weights > 0]
        if labelled.size and labelled.min() < 1.0 and labelled.max() > 0.0:
            other, _ = _fitted(rest, seed)
            held_out[inside] = other.last_layer(machine_rows(rows.static[inside], rows.profile[inside]))
    line = line_beside(rows, held_out, blocks)
    return replace(part, line=LinearPart(line.factors, nothing, line.triggers, line.intercept))


def _without_triggers(rows: LabelledRows) -> LabelledRows:
    return replace(rows, triggers=np.zeros((rows.labels.shape[1], 0), np.float32))


def _fitted(rows: LabelledRows, seed: int) -> tuple[PerceptronPart, Any]:
    """The layers as arrays, and scikit-learn's model."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier
    from threadpoolctl import threadpool_limits

    inputs, truth, weights, _ = told_rows(_without_triggers(rows))
    model = MLPClassifier(HIDDEN, alpha=PENALTY, max_iter=EPOCHS, random_state=seed)
    with warnings.catch_warnings(), threadpool_limits(1):
        # it stops where its loss no longer falls or after 200 epochs, and is judged on held-out rows either way
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(inputs, truth, sample_weight=weights / weights.mean())
    nothing = np.zeros(0)
    part = PerceptronPart(
        tuple(np.asarray(one, dtype=np.float32) for one in model.coefs_),
        tuple(np.asarray(one, dtype=np.float32) for one in model.intercepts_),
        LinearPart(np.ones(1), nothing, nothing, 0.0),
    )
    return part, model


def _require_equal(part: PerceptronPart, model: Any, inputs: Inputs) -> None:
    own = probability_of(part.last_layer(inputs))
    difference = float(np.abs(own - model.predict_proba(inputs)[:, 1]).max())
    if not difference <= LARGEST_DIFFERENCE:
        raise LandslideError(
            f"The arrays of the perceptron differ from scikit-learn by {difference:.2g} in probability "
            f"(allowed: {LARGEST_DIFFERENCE:g}); check the version of scikit-learn"
        )
