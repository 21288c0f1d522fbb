"""Scores of a probability against labels, and intervals of repeated cross-validation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from .curves import area_under

Floats = npt.NDArray[np.float64]


def _truth(labels: npt.NDArray[Any], probability: npt.NDArray[Any]) -> tuple[npt.NDArray[np.bool_], Floats]:
    truth, score = np.asarray(labels) > 0, np.asarray(probability, dtype=np.float64)
    if truth.shape != score.shape or truth.ndim != 1:
        raise InputError(f"{truth.shape} labels do not fit {score.shape} probabilities")
    if not np.isfinite(score).all():
        raise InputError(f"{int((~np.isfinite(score)).sum())} probabilities are not finite; drop them first")
    if truth.all() or not truth.any():
        raise InputError("Scores need both landslides and stable samples; only one class was found")
    return truth, score


def _counts(labels: npt.NDArray[Any], probability: npt.NDArray[Any]) -> tuple[Floats, Floats, Floats]:
    """Distinct scores, falling, with the true and false positives at each taken as threshold."""
    truth, score = _truth(labels, probability)
    order = np.argsort(-score, kind="stable")
    truth, score = truth[order], score[order]
    last = np.append(np.flatnonzero(np.diff(score)), len(score) - 1)
    hits = np.cumsum(truth)[last].astype(np.float64)
    return score[last], hits, (last + 1) - hits


def roc_curve_points(labels: npt.NDArray[Any], probability: npt.NDArray[Any]) -> tuple[Floats, Floats]:
    """False and true positive rates (k,) each, from (0, 0) to (1, 1), a point a distinct score.

    >>> [rates.tolist() for rates in roc_curve_points(np.array([0, 1]), np.array([0.2, 0.9]))]
    [[0.0, 0.0, 1.0], [0.0, 1.0, 1.0]]
    """
    _, hits, false = _counts(labels, probability)
    return np.append(0.0, false / false[-1]), np.append(0.0, hits / hits[-1])


def auroc(labels: npt.NDArray[Any], probability: npt.NDArray[Any]) -> float:
    """Area under the ROC curve: how often a landslide scores above a stable sample, ties half.

    >>> auroc(np.array([0, 0, 1, 1]), np.array([0.1, 0.4, 0.4, 0.8]))
    0.875
    """
    return area_under(*roc_curve_points(labels, probability))


def precision_recall_points(labels: npt.NDArray[Any], probability: npt.NDArray[Any]) -> tuple[Floats, Floats]:
    """Recall and precision (k,) each, a point a distinct score, from the highest to the lowest.

    >>> [rates.tolist() for rates in precision_recall_points(np.array([0, 1, 1]), np.array([0.5, 0.4, 0.9]))]
    [[0.0, 0.5, 0.5, 1.0], [1.0, 1.0, 0.5, 0.6666666666666666]]
    """
    _, hits, false = _counts(labels, probability)
    precision = hits / (hits + false)
    return np.append(0.0, hits / hits[-1]), np.append(precision[0], precision)


def average_precision(labels: npt.NDArray[Any], probability: npt.NDArray[Any]) -> float:
    """Area under the precision-recall curve as the sum of precision x step of recall.

    >>> average_precision(np.array([0, 1, 1]), np.array([0.5, 0.4, 0.9])).__round__(4)
    0.8333
    """
    _, hits, false = _counts(labels, probability)
    recall = np.append(0.0, hits / hits[-1])
    return float(np.sum(np.diff(recall) * hits / (hits + false)))


def brier(
    labels: npt.NDArray[Any], probability: npt.NDArray[Any], weights: Optional[npt.NDArray[np.float64]] = None
) -> float:
    """Mean squared difference of probability and label (Brier 1950), of rows that weigh alike if not told otherwise.

    >>> brier(np.array([0, 1]), np.array([0.5, 0.5]))
    0.25
    >>> brier(np.array([0, 1]), np.array([0.0, 0.0]), np.array([3.0, 1.0]))
    0.25
    """
    truth, score = _truth(labels, probability)
    return float(np.average((score - truth) ** 2, weights=weights))


def best_threshold(labels: npt.NDArray[Any], probability: npt.NDArray[Any]) -> float:
    """Score at which true minus false positive rate is largest (Youden 1950); the highest if several.

    A score at or above it is called a landslide. Choose it on training data, never on the data scored.

    >>> best_threshold(np.array([0, 0, 1, 1]), np.array([0.1, 0.3, 0.6, 0.9]))
    0.6
    """
    score, hits, false = _counts(labels, probability)
    return float(score[np.argmax(hits / hits[-1] - false / false[-1])])


def scores(labels: npt.NDArray[Any], probability: npt.NDArray[Any], threshold: float) -> dict[str, float]:
    """All scores of one set of predictions.

    Parameters
    ----------
    labels : array (n,)
        Above 0 is a landslide.
    probability : array (n,)
        In [0, 1].
    threshold : float
        At or above it a sample is called a landslide; chosen on other data.

    Returns
    -------
    dict
        ``auroc``, ``auc_pr``, ``brier``, ``mcc`` (Matthews 1975), ``f1``, ``precision``, ``recall``, the
        four counts of the confusion matrix and ``threshold``. MCC, F1 and precision are 0 where one
        class is never called.

    Examples
    --------
    >>> scores(np.array([0, 1]), np.array([0.0, 1.0]), 0.5)["mcc"]
    1.0
    """
    truth, score = _truth(labels, probability)
    called = score >= threshold
    tp, fp = float((truth & called).sum()), float((~truth & called).sum())
    fn, tn = float((truth & ~called).sum()), float((~truth & ~called).sum())
    scale = np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return {
        "auroc": auroc(labels, probability),
        "auc_pr": average_precision(labels, probability),
        "brier": brier(labels, probability),
        "mcc": float((tp * tn - fp * fn) / scale) if scale > 0 else 0.0,
        "f1": 2 * tp / (2 * tp + fp + fn),
        "precision": tp / (tp + fp) if tp + fp > 0 else 0.0,
        "recall": tp / (tp + fn),
        "true_positive": tp,
        "false_positive": fp,
        "false_negative": fn,
        "true_negative": tn,
        "threshold": float(threshold),
    }


def corrected_interval(
    differences: Sequence[float], test_share: float, level: float = 0.95, weights: Optional[Floats] = None
) -> tuple[float, float, float]:
    """Mean, low and high end of scores (or differences) over folds of repeated cross-validation.

    Folds share training data, so the naive interval is far too narrow. Variance x (1/J + n_test/n_train)
    and Student's t with J - 1 degrees (Nadeau and Bengio 2003, eq. 7).

    Parameters
    ----------
    differences : sequence of float (J,)
        One value a fold and repeat.
    test_share : float
        Share of the samples in a test part, such as 0.2 for five folds.
    level : float
        Coverage of the interval.
    weights : float64 array (J,), optional
        Of the folds, 1 in all. With uneven ones 1/J is the sum of their squares, and the degrees of freedom are those
        of as many even folds.

    Examples
    --------
    >>> [round(v, 4) for v in corrected_interval([0.0, 2.0], 0.5)]
    [1.0, -21.0078, 23.0078]
    >>> even = np.array([0.5, 0.5])
    >>> corrected_interval([0.0, 2.0], 0.5, weights=even) == corrected_interval([0.0, 2.0], 0.5)
    True
    """
    from scipy.stats import t

    values = np.asarray(differences, dtype=np.float64)
    count = len(values)
    if count < 2 or not np.isfinite(values).all():
        raise InputError(f"An interval needs at least 2 finite folds, got {count}")
    if not (0.0 < test_share < 1.0 and 0.0 < level < 1.0):
        raise InputError(f"Test share {test_share} and level {level} must lie between 0 and 1")
    parts = np.full(count, 1.0 / count) if weights is None else weights
    squares = float((parts**2).sum())
    mean = float(parts @ values)
    variance = float(parts @ (values - mean) ** 2) / (1.0 - squares)
    spread = float(np.sqrt(variance * (squares + test_share / (1 - test_share))))
    half = float(t.ppf(0.5 + level / 2, 1.0 / squares - 1.0)) * spread
    return mean, mean - half, mean + half
