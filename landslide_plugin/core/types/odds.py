"""Probabilities and their log odds: the logistic function and its inverse, each written once."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .arrays import Floats


def probability_of(log_odds: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Logistic function, without overflow at either end; NaN stays NaN.

    Parameters
    ----------
    log_odds : float32 or float64 array

    Returns
    -------
    array of the same shape and precision

    Notes
    -----
    In single precision by exponentials, which keep the digits of small probabilities; in double precision by the
    hyperbolic tangent, so that the probabilities of opposite log odds sum to 1.

    Examples
    --------
    >>> probability_of(np.array([-200.0, 0.0, 200.0])).tolist()
    [0.0, 0.5, 1.0]
    >>> small = probability_of(np.array([-20.0, 0.0, 200.0], "f4"))
    >>> small.dtype.name, [round(float(p), 12) for p in small]
    ('float32', [2.061e-09, 0.5, 1.0])
    """
    values = np.asarray(log_odds)
    if values.dtype != np.float32:
        return np.asarray(0.5 * (1.0 + np.tanh(0.5 * values)))
    small = np.exp(-np.abs(values))
    return np.asarray(np.where(values >= 0, np.float32(1.0), small) / (np.float32(1.0) + small))


def logistic(x: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The same in three passes, for the inner loop of a training; far below 0 it is 0, as the exponential is infinite.

    >>> logistic(np.array([-500.0, 0.0, 500.0], "f4")).tolist()
    [0.0, 0.5, 1.0]
    """
    with np.errstate(over="ignore"):
        found = np.exp(-x)
    found += np.float32(1.0)
    return np.asarray(np.divide(np.float32(1.0), found, out=found))


def log_odds(probability: npt.NDArray[Any], *, guard: float) -> Floats:
    """Log odds of probabilities, which are first kept ``guard`` away from 0 and 1; NaN stays NaN.

    >>> log_odds(np.array([0.5, 0.0, np.nan], "f4"), guard=1e-6).round(4).tolist()
    [0.0, -13.8155, nan]
    >>> p = np.array([0.01, 0.3, 0.9])
    >>> bool(np.allclose(probability_of(log_odds(p, guard=1e-7)), p, rtol=1e-12))
    True
    """
    inside = np.clip(np.asarray(probability, dtype=np.float64), guard, 1.0 - guard)
    return np.asarray(np.log(inside) - np.log1p(-inside))


def share_log_odds(share: float) -> float:
    """Log odds of a share that is known to lie between 0 and 1, such as that of landslides among samples.

    >>> share_log_odds(0.5), round(share_log_odds(0.25), 6)
    (0.0, -1.098612)
    """
    return float(np.log(share / (1.0 - share)))
