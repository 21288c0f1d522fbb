"""Does a probability mean what it says? Reliability curve, calibration slope, log loss, expected count."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.odds import log_odds

Floats = npt.NDArray[np.float64]
BINS = 10
SURE = 1e-7


def log_loss(labels: npt.NDArray[Any], p: npt.NDArray[Any], weights: Optional[Floats] = None) -> float:
    """Mean negative log likelihood, of rows that weigh; probabilities are kept 1e-7 away from 0 and 1.

    >>> round(log_loss(np.array([0, 1]), np.array([0.5, 0.5])), 6)
    0.693147
    """
    truth, inside = np.asarray(labels) > 0, np.clip(np.asarray(p, dtype=np.float64), SURE, 1.0 - SURE)
    return float(-np.average(np.where(truth, np.log(inside), np.log1p(-inside)), weights=weights))


def reliability_curve(
    labels: npt.NDArray[Any], p: npt.NDArray[Any], bins: int = BINS
) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
    """Mean probability, share of landslides and number of samples (bins,) in groups of equal size.

    >>> p, found, count = reliability_curve(np.array([0, 1, 1, 1]), np.array([0.1, 0.3, 0.7, 0.9]), 2)
    >>> p.tolist(), found.tolist(), count.tolist()
    ([0.2, 0.8], [0.5, 1.0], [2, 2])
    """
    truth, score = (np.asarray(labels) > 0).astype(np.float64), np.asarray(p, dtype=np.float64)
    parts = [part for part in np.array_split(np.argsort(score, kind="stable"), bins) if len(part)]
    means = np.array([score[part].mean() for part in parts])
    return means, np.array([truth[part].mean() for part in parts]), np.array([len(part) for part in parts])


def calibration_line(
    labels: npt.NDArray[Any], p: npt.NDArray[Any], weights: Optional[Floats] = None
) -> tuple[float, float]:
    """Slope and intercept of the labels' log odds on those of the probability (Cox 1958).

    1 and 0 are perfect; a slope below 1 says that the probabilities are too extreme.

    >>> y, p = np.repeat([0, 1, 0, 1], [8, 2, 2, 8]), np.repeat([0.2, 0.8], 10)
    >>> [abs(round(value, 4)) for value in calibration_line(y, p)]
    [1.0, 0.0]
    """
    from .baselines import fit_logistic

    logit = log_odds(p, guard=SURE)
    if np.ptp(logit) == 0:
        raise InputError("A calibration line needs probabilities that differ")
    line = fit_logistic(logit[:, None], labels, weights=weights)
    return float(line.coefficients[0]), line.intercept


def reliability(
    labels: npt.NDArray[Any], p: npt.NDArray[Any], weights: Optional[Floats] = None
) -> dict[str, Any]:
    """All of it as plain values.

    Parameters
    ----------
    labels : array (n,)
        Above 0 is a landslide.
    p : array (n,)
        Held-out probabilities; NaN is left out.
    weights : float64 array (n,), optional
        What each row weighs; the curve counts rows alike.

    Returns
    -------
    dict
        ``brier``, ``log_loss``, ``slope``, ``intercept``, ``expected`` and ``observed`` landslide
        samples, ``curve`` (three lists of ``reliability_curve``).

    Examples
    --------
    >>> found = reliability(np.repeat([0, 1, 0, 1], [8, 2, 2, 8]), np.repeat([0.2, 0.8], 10))
    >>> round(found["brier"], 6), round(found["expected"], 6), found["observed"]
    (0.16, 10.0, 10.0)
    """
    known = np.isfinite(p)
    truth, score = np.asarray(labels)[known] > 0, np.asarray(p)[known]
    weight = np.ones(len(truth)) if weights is None else np.asarray(weights)[known]
    slope, intercept = calibration_line(truth, score, weight) if np.ptp(score) > 0 else (0.0, 0.0)
    return {
        "brier": float(np.average((score - truth) ** 2, weights=weight)),
        "log_loss": log_loss(truth, score, weight),
        "slope": slope,
        "intercept": intercept,
        "expected": float(weight @ score),
        "observed": float(weight @ truth),
        "curve": [part.tolist() for part in reliability_curve(truth, score)],
    }
