"""Fit a two-layer perceptron with scikit-learn and take it over as plain arrays."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import LandslideError
from ...types.odds import probability_of
from ..families.kernel import kernel_rows
from ..families.labelled_rows import LabelledRows
from ..families.linear import LinearPart, fit_linear_part
from ..families.perceptron import PerceptronPart
from .trees import told_rows

Inputs = npt.NDArray[np.float32]
HIDDEN = (64, 64)
PENALTY = 1.0
EPOCHS = 200
LARGEST_DIFFERENCE = 1e-5
"""In probability: scikit-learn adds up in single precision, the arrays in double."""


def fit_perceptron_part(rows: LabelledRows, seed: int) -> PerceptronPart:
    """Two layers of 64 units on factors and soil values, layer by layer, that know nothing of depth or order.

    Where rows have triggers, or a probability of failure, of their own, or were sampled from other odds, straight
    lines in them that never fall and a level are fitted beside it.

    Raises
    ------
    LandslideError
        The arrays do not give scikit-learn's probabilities to 1e-5.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier
    from threadpoolctl import threadpool_limits

    none = np.zeros((rows.labels.shape[1], 0), np.float32)
    inputs, truth, weights, _ = told_rows(replace(rows, triggers=none))
    model = MLPClassifier(HIDDEN, alpha=PENALTY, max_iter=EPOCHS, random_state=seed)
    with warnings.catch_warnings(), threadpool_limits(1):
        # it stops where its loss no longer falls or after 200 epochs, and is judged on held-out rows either way
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(inputs, truth, sample_weight=weights / weights.mean())
    nothing = np.zeros(0)
    part = PerceptronPart(
        tuple(np.asarray(one, dtype=np.float32) for one in model.coefs_),
        tuple(np.asarray(one, dtype=np.float32) for one in model.intercepts_),
        LinearPart(nothing, nothing, np.zeros(rows.triggers.shape[-1]), 0.0),
    )
    _require_equal(part, model, inputs)
    sampled = rows.offsets is not None and bool(rows.offsets.any())
    if not rows.triggers.any() and not sampled:
        return part
    own = part.last_layer(kernel_rows(rows.static, rows.profile))
    fixed = own + (0.0 if rows.offsets is None else rows.offsets)
    beside = replace(rows, static=rows.static[:, :0], profile=rows.profile[..., :0], offsets=fixed)
    line = fit_linear_part(beside, PENALTY)
    return replace(part, line=LinearPart(nothing, nothing, line.triggers, line.intercept))


def _require_equal(part: PerceptronPart, model: Any, inputs: Inputs) -> None:
    own = probability_of(part.last_layer(inputs))
    difference = float(np.abs(own - model.predict_proba(inputs)[:, 1]).max())
    if not difference <= LARGEST_DIFFERENCE:
        raise LandslideError(
            f"The arrays of the perceptron differ from scikit-learn by {difference:.2g} in probability "
            f"(allowed: {LARGEST_DIFFERENCE:g}); check the version of scikit-learn"
        )
