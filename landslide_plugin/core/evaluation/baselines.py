"""Baseline models that the ensemble is judged against, and their cross-validation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..progress import SILENT, Progress
from ..samples.encoding import Encoder
from ..samples.folds import usable_folds
from ..types.factors import FactorSpec
from ..types.odds import probability_of, share_log_odds
from .metrics import auroc

Floats = npt.NDArray[np.float64]
ITERATIONS = 100
TOLERANCE = 1e-12
LEAST_RIDGE = 1e-8


@dataclass(frozen=True)
class Logistic:
    """A fitted logistic regression: log odds = inputs x coefficients + intercept.

    >>> model = Logistic(np.array([2.0]), 0.0)
    >>> float(model.probability(np.array([[0.0]]))[0])
    0.5
    """

    coefficients: Floats
    intercept: float

    def logit(self, inputs: npt.NDArray[Any]) -> Floats:
        """Log odds (n,) of model inputs (n, d); NaN rows stay NaN."""
        return np.asarray(np.asarray(inputs, dtype=np.float64) @ self.coefficients + self.intercept)

    def probability(self, inputs: npt.NDArray[Any]) -> Floats:
        """Probability (n,) of model inputs (n, d)."""
        return probability_of(self.logit(inputs))


def fit_logistic(
    inputs: npt.NDArray[Any],
    labels: npt.NDArray[Any],
    ridge: float = 0.0,
    weights: Optional[npt.NDArray[Any]] = None,
) -> Logistic:
    """Logistic regression by maximum likelihood, with NumPy alone, so that it does not depend on what is installed.

    Parameters
    ----------
    inputs : array (n, d)
        Encoded factors of the training part alone, without NaN.
    labels : array (n,)
        Above 0 is a landslide.
    ridge : float
        Weight of half the squared coefficients against the sum of the log likelihood; 0 for none, but for a trace
        that keeps coefficients finite where a column tells nothing of its own, or the kinds are parted entirely.
    weights : array (n,), optional
        Weight of each sample.

    Raises
    ------
    InputError
        One class only, NaN in the inputs, or a negative ridge.

    Examples
    --------
    >>> model = fit_logistic(np.array([[0.0], [0.0], [1.0], [1.0]]), np.array([0, 1, 0, 1]))
    >>> bool(np.allclose(model.probability(np.array([[0.0], [1.0]])), 0.5))
    True
    """
    truth = np.asarray(labels) > 0
    if truth.all() or not truth.any():
        raise InputError("Logistic regression needs landslides and stable samples; only one class was found")
    if not np.isfinite(inputs).all() or ridge < 0:
        raise InputError("Logistic regression needs finite inputs and a ridge of 0 or more")
    wide = np.column_stack([np.asarray(inputs, dtype=np.float64), np.ones(len(truth))])
    weight = np.ones(len(truth)) if weights is None else np.asarray(weights, dtype=np.float64)
    penalty = np.append(np.full(wide.shape[1] - 1, max(ridge, LEAST_RIDGE)), 0.0)
    found = _newton(wide, truth.astype(np.float64), weight, penalty)
    return Logistic(found[:-1], float(found[-1]))


def _newton(inputs: Floats, labels: Floats, weights: Floats, penalty: Floats) -> Floats:
    """Coefficients (d,) of least penalised negative log likelihood, the step halved until that does not rise.

    Newton's method is iteratively reweighted least squares here (McCullagh and Nelder 1989, section 2.5).
    """
    found = np.append(
        np.zeros(inputs.shape[1] - 1), share_log_odds(float(np.average(labels, weights=weights)))
    )

    def loss_of(tried: Floats) -> tuple[float, Floats]:
        logit = inputs @ tried
        fit = (weights * (np.logaddexp(0.0, logit) - labels * logit)).sum()
        return float(fit + 0.5 * penalty @ tried**2), logit

    loss, logit = loss_of(found)
    for _ in range(ITERATIONS):
        p = probability_of(logit)
        gradient = (weights * (p - labels)) @ inputs + penalty * found
        curvature = (inputs * (weights * np.maximum(p * (1.0 - p), 1e-12))[:, None]).T @ inputs
        step, size, before = np.linalg.solve(curvature + np.diag(penalty), gradient), 1.0, loss
        loss, logit = loss_of(found - step)
        while size > 1e-6 and loss > before:
            size /= 2.0
            loss, logit = loss_of(found - size * step)
        found = found - size * step
        if before - loss <= TOLERANCE * max(1.0, abs(before)):
            break
    return np.asarray(found)


def logistic_out_of_fold(
    values: npt.NDArray[np.float32],
    specs: Sequence[FactorSpec],
    labels: npt.NDArray[Any],
    folds: npt.NDArray[np.intp],
) -> Floats:
    """Probability (n,) of each sample from a model that never saw its fold; NaN in skipped folds.

    Encoder and model are fitted within the training folds.

    >>> x, y = np.array([[0.0], [1.0], [0.2], [0.9]] * 2, np.float32), np.array([0, 1, 0, 1] * 2)
    >>> p = logistic_out_of_fold(x, [FactorSpec("slope")], y, np.repeat([0, 1], 4))
    >>> (p > 0.5).tolist() == (y > 0).tolist()
    True
    """
    held_out = np.full(len(labels), np.nan)
    for fold in usable_folds(labels, folds):
        train, test = folds != fold, folds == fold
        encoder = Encoder.fit(values[train], specs)
        model = fit_logistic(encoder.transform(values[train]), labels[train])
        held_out[test] = model.probability(encoder.transform(values[test]))
    return held_out


def fold_aurocs(
    labels: npt.NDArray[Any], held_out: npt.NDArray[Any], folds: npt.NDArray[np.intp]
) -> list[float]:
    """AUROC of each usable fold, from out-of-fold probabilities; rows without one are left out.

    >>> fold_aurocs(np.array([0, 1, 0, 1]), np.array([0.1, 0.9, 0.8, 0.3]), np.array([0, 0, 1, 1]))
    [1.0, 0.0]
    """
    aurocs = []
    for fold in usable_folds(labels, folds):
        rows = (folds == fold) & np.isfinite(held_out)
        if rows.any() and len(np.unique(np.asarray(labels)[rows] > 0)) == 2:
            aurocs.append(auroc(labels[rows], held_out[rows]))
    return aurocs


def repeated_aurocs(
    values: npt.NDArray[np.float32],
    specs: Sequence[FactorSpec],
    labels: npt.NDArray[Any],
    partitions: Sequence[npt.NDArray[np.intp]],
    progress: Progress = SILENT,
) -> list[float]:
    """AUROC of logistic regression in each usable fold of each partition (repeat).

    >>> x, y = np.array([[0.0], [1.0], [0.2], [0.9]] * 2, np.float32), np.array([0, 1, 0, 1] * 2)
    >>> repeated_aurocs(x, [FactorSpec("slope")], y, [np.repeat([0, 1], 4)])
    [1.0, 1.0]
    """
    aurocs: list[float] = []
    for done, folds in enumerate(partitions):
        aurocs += fold_aurocs(labels, logistic_out_of_fold(values, specs, labels, folds), folds)
        progress.step((done + 1) / len(partitions))
    return aurocs
