"""From a score to a probability that means something: fitted to held-out predictions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from ...types.odds import log_odds, probability_of
from ..families.linear import ridge_logistic

Floats = npt.NDArray[np.float64]
METHODS = ("platt", "isotonic", "none")
SURE = 1e-7
"""Probabilities are kept this far from 0 and 1, so that log odds stay finite."""
MOST_SHIFT = 40.0
"""Of log odds: beyond it a probability is 0 or 1."""
FEWEST = 20


@dataclass(frozen=True)
class Calibration:
    """A rising piecewise-linear map of probabilities, or of log odds for Platt's method.

    Attributes
    ----------
    method : {"platt", "isotonic"}
    x, y : float64 array (knots,)
        Knots; log odds for ``platt`` (a straight line through two of them), else probabilities from 0
        to 1.

    Examples
    --------
    >>> half = Calibration("isotonic", np.array([0.0, 0.5, 1.0]), np.array([0.0, 0.2, 1.0]))
    >>> half.apply(np.array([0.0, 0.25, 0.5, np.nan])).tolist()
    [0.0, 0.1, 0.2, nan]
    """

    method: str
    x: Floats
    y: Floats

    def apply(self, p: npt.NDArray[Any]) -> Floats:
        """Calibrated probabilities, same shape; NaN stays NaN."""
        values = np.asarray(p, dtype=np.float64)
        if self.method == "platt":
            slope = (self.y[1] - self.y[0]) / (self.x[1] - self.x[0])
            return probability_of(self.y[0] + slope * (log_odds(values, guard=SURE) - self.x[0]))
        return np.asarray(np.interp(values, self.x, self.y))

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"method": self.method, "x": self.x.tolist(), "y": self.y.tolist()}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Calibration:
        """The map that ``to_dict`` stored; raise ``BundleError`` if it is damaged or falls anywhere."""
        try:
            method = str(stored["method"])
            x, y = (np.array(stored[name], dtype=np.float64) for name in ("x", "y"))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored calibration is damaged: {error}") from None
        sound = x.ndim == 1 and x.shape == y.shape and len(x) >= 2 and np.isfinite([x, y]).all()
        if method not in METHODS[:2] or not sound or (np.diff(x) <= 0).any() or (np.diff(y) < 0).any():
            raise BundleError("The stored calibration is damaged: its knots do not rise")
        return cls(method, x, y)


def fit_calibration(method: str, labels: npt.NDArray[Any], p: Floats) -> Optional[Calibration]:
    """Calibration to held-out probabilities; None if the method is none, or nothing can be learnt.

    Parameters
    ----------
    method : {"platt", "isotonic", "none"}
    labels : array (n,)
    p : float64 array (n,)
        Held-out; NaN is left out.

    Notes
    -----
    Platt (1999): log odds a logit(p) + b with his smoothed labels; a is not negative, else there is
    no calibration. Isotonic: pooled adjacent violators, joined through the centres of the pools
    (Oron and Flournoy 2017), so that no two probabilities become one.

    Examples
    --------
    >>> labels, p = np.tile([0, 0, 0, 1], 25), np.full(100, 0.5)
    >>> fit_calibration("none", labels, p) is None, fit_calibration("isotonic", labels, p) is None
    (True, True)
    """
    known = np.isfinite(p)
    truth, score = (np.asarray(labels)[known] > 0).astype(np.float64), np.asarray(p[known], dtype=np.float64)
    if method == "none" or len(truth) < FEWEST or truth.min() == truth.max():
        return None
    return _platt(truth, score) if method == "platt" else _isotonic(truth, score)


def fit_by_folds(
    method: str,
    labels: npt.NDArray[Any],
    p: Floats,
    folds: npt.NDArray[np.intp],
    weights: Optional[Floats] = None,
) -> Optional[Calibration]:
    """Calibration whose slope comes from folds with intercepts of their own, and which then has one intercept.

    The level of held-out odds shifts from fold to fold; pooled, such shifts look like odds that are too extreme. The
    intercept makes the mean probability the observed share. An isotonic curve has no slope and is fitted as it is.

    Parameters
    ----------
    method, labels, p
        As of ``fit_calibration``.
    folds : int array (n,)
        Rows with a negative number are left out.
    weights : float64 array (n,), optional
        What each row weighs; an isotonic curve takes none.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> logit, folds = rng.normal(0, 2, 4000), np.arange(4000) % 4
    >>> labels = rng.random(4000) < probability_of(logit + folds - 1.5)
    >>> line = fit_by_folds("platt", labels, probability_of(logit), folds)
    >>> bool(abs((line.y[1] - line.y[0]) / 2 - 1) < 0.06)
    True
    """
    known = np.isfinite(p) & (folds >= 0)
    if method != "platt":
        return fit_calibration(method, labels[known], p[known])
    truth, score = (np.asarray(labels)[known] > 0).astype(np.float64), log_odds(p[known], guard=SURE)
    weight = np.ones(len(truth)) if weights is None else weights[known]
    if len(truth) < FEWEST or truth.min() == truth.max():
        return None
    own = (folds[known][:, None] == np.unique(folds[known])[None, 1:]).astype(np.float64)
    slope = float(ridge_logistic(np.column_stack([score, own]), _softened(truth), 1e-6, weight)[0])
    if slope <= 0:
        return None
    ends, share = np.array([-1.0, 1.0]), float(np.average(truth, weights=weight))
    return Calibration("platt", ends, slope * ends + _level(slope * score, share, weight))


def _level(logits: Floats, share: float, weights: Floats) -> float:
    """What is added to log odds so that the mean probability is a share."""
    from scipy.optimize import brentq

    def above(level: float) -> float:
        return float(np.average(probability_of(logits + level), weights=weights)) - share

    return float(brentq(above, -60.0 - logits.max(), 60.0 - logits.min()))


def _softened(truth: Floats) -> Floats:
    """Labels as Platt (1999) smooths them."""
    hits = truth.sum()
    misses = len(truth) - hits
    return np.where(truth > 0, (hits + 1) / (hits + 2), 1 / (misses + 2))


def _platt(truth: Floats, score: Floats) -> Optional[Calibration]:
    slope, level = ridge_logistic(log_odds(score, guard=SURE)[:, None], _softened(truth), 0.0)
    if slope <= 0:
        return None
    ends = np.array([-1.0, 1.0])
    return Calibration("platt", ends, slope * ends + level)


def _isotonic(truth: Floats, score: Floats) -> Optional[Calibration]:
    """Pools as (sum of labels, sum of scores, count); equal scores start as one pool."""
    values, inverse, counts = np.unique(score, return_inverse=True, return_counts=True)
    hits = np.bincount(inverse.ravel(), weights=truth)
    pools: list[tuple[float, float, float]] = []
    for value, hit, count in zip(values, hits, counts):
        pools.append((float(hit), float(value * count), float(count)))
        while len(pools) > 1 and pools[-2][0] * pools[-1][2] >= pools[-1][0] * pools[-2][2]:
            last = pools.pop()
            pools[-1] = (pools[-1][0] + last[0], pools[-1][1] + last[1], pools[-1][2] + last[2])
    if len(pools) < 2:
        return None
    total, scores, count = np.array(pools).T
    centres = scores / count
    inside = (centres > SURE) & (centres < 1.0 - SURE)
    x, y = centres[inside], (total / count)[inside]
    return Calibration("isotonic", np.concatenate([[0.0], x, [1.0]]), np.concatenate([[0.0], y, [1.0]]))


def move_members(members: npt.NDArray[Any], mean: Floats, wanted: Floats) -> npt.NDArray[np.float32]:
    """Members' probabilities (members, ...) moved such that their mean is the one wanted.

    Each moves towards 0 or 1 in proportion, so all stay probabilities and keep their order.

    >>> moved = move_members(np.array([0.25, 0.75]), np.array(0.5), np.array(0.25))
    >>> moved.tolist()
    [0.125, 0.375]
    """
    down = np.divide(wanted, mean, out=np.ones_like(wanted), where=wanted < mean)
    up = np.divide(1.0 - wanted, 1.0 - mean, out=np.ones_like(wanted), where=wanted > mean)
    return np.asarray(np.where(wanted > mean, 1.0 - up * (1.0 - members), down * members), dtype=np.float32)


def shifted(p: Floats, shift: float) -> Floats:
    """Probabilities with their log odds shifted.

    >>> shifted(np.array([0.5]), 0.0).tolist()
    [0.5]
    """
    return probability_of(log_odds(p, guard=SURE) + shift)


def shift_to_share(
    labels: npt.NDArray[Any], p: Floats, share: float, weights: Optional[Floats] = None
) -> Optional[float]:
    """Shift of the log odds after which the mean P of the ground is its share of landslides.

    Held-out probabilities (n,) of landslides stand for that share of the ground, those of stable samples for the rest.
    Where odds are right this is the prior-odds correction (King and Zeng 2001, eq. 7); of votes of trees and of means
    over families, which are drawn to the middle, that correction would make too much (a forest: by a quarter).

    Parameters
    ----------
    labels : array (n,)
    p : float64 array (n,)
        On the scale of the samples; NaN is left out.
    share : float
    weights : float64 array (n,), optional

    Returns
    -------
    float or None
        None where one kind is lacking.

    Examples
    --------
    >>> p = np.array([0.2, 0.8, 0.8, 0.8, 0.8, 0.2, 0.2, 0.2, 0.2, 0.8])
    >>> right = np.repeat([1, 0], 5)
    >>> bool(abs(shift_to_share(right, p, 0.01) - np.log(0.01 / 0.99)) < 1e-6)
    True
    >>> shift_to_share(np.ones(2), np.array([0.5, 0.5]), 0.1) is None
    True
    """
    from scipy.optimize import brentq

    known, slid = np.isfinite(p), np.asarray(labels) > 0
    kinds = [known & slid, known & ~slid]
    if not all(kind.any() for kind in kinds):
        return None
    weight = np.ones(len(p)) if weights is None else weights
    odds = log_odds(np.where(known, p, 0.5), guard=SURE)

    def excess(shift: float) -> float:
        moved = probability_of(odds + shift)
        means = [float(np.average(moved[kind], weights=weight[kind])) for kind in kinds]
        return share * means[0] + (1.0 - share) * means[1] - share

    return float(brentq(excess, -MOST_SHIFT, MOST_SHIFT))
