"""The terms of the training loss, one function each: its sum for each member, and its slope in the log odds.

Every term is a sum over (scenario, cell) with weights that the caller has scaled, so that a row
that is padding, unlabelled or not assessed by physics weighs 0. ``logits`` are (members, scenarios, cells).
"""

from __future__ import annotations

from typing import Union

import numpy as np
import numpy.typing as npt

from ...types.odds import logistic

Floats = npt.NDArray[np.float32]
Term = tuple[Floats, Floats]
"""Sums (members,) and slopes (members, scenarios, cells)."""
Number = Union[float, Floats]
"""One for all members, or (members, 1, 1)."""
SMALLEST_MISS = np.float32(1e-6)


def _summed(values: Floats) -> Floats:
    return np.asarray(np.add.reduce(values, axis=(1, 2)))


def cross_entropy(logits: Floats, labels: Floats) -> Floats:
    """Binary cross-entropy of log odds to labels or probabilities, element by element.

    >>> float(cross_entropy(np.zeros(1, "f4"), np.ones(1, "f4"))[0]) == float(np.float32(np.log(2.0)))
    True
    """
    return np.asarray(np.logaddexp(np.float32(0.0), logits) - labels * logits)


def inventory_term(logits: Floats, labels: Floats, weights: Floats, gamma: Number = 0.0) -> Term:
    """Binary cross-entropy to labels or target probabilities; above ``gamma`` 0 the focal loss (Lin et al. 2017).

    What is nearly right weighs less by ``abs(label - P) ** gamma``.

    >>> one = np.ones((1, 1, 1), "f4")
    >>> loss, slope = inventory_term(0 * one, one, one)  # log 2
    >>> round(float(loss[0]), 4), slope.item()
    (0.6931, -0.5)
    """
    cross, p = cross_entropy(logits, labels), logistic(logits)
    wrong = p - labels
    if not np.any(gamma):
        return _summed(weights * cross), weights * wrong
    power = np.float32(1.0) * gamma
    miss = np.maximum(np.abs(wrong), SMALLEST_MISS)
    focus = weights * miss**power
    turning = np.where(np.abs(wrong) > SMALLEST_MISS, np.sign(wrong) * p * (1 - p), 0)
    return _summed(focus * cross), (focus * (wrong + power * cross * turning / miss)).astype(np.float32)


def prior_term(logits: Floats, prior: Floats, weights: Floats) -> Term:
    """Kullback-Leibler divergence from Bern(prior) to Bern(sigma(logits)); 0 where they agree.

    >>> half = np.full((1, 1, 1), 0.5, "f4")
    >>> loss, slope = prior_term(0 * half, half, 2 * half)
    >>> round(float(loss[0]), 6), slope.item()
    (0.0, 0.0)
    """
    inside = np.clip(prior, np.float32(1e-7), np.float32(1.0 - 1e-7))
    entropy = -inside * np.log(inside) - (1 - inside) * np.log1p(-inside)
    return _summed(weights * (cross_entropy(logits, prior) - entropy)), weights * (logistic(logits) - prior)


def sign_term(logits: Floats, side: Floats, weights: Floats, level: Number) -> Term:
    """Hinge on the side of FS = 1.

    Parameters
    ----------
    side : float32 array (members, scenarios, cells)
        +1 where the factor of safety is clearly below 1 (P should lie above the level), -1 where it
        is clearly above, 0 within the margin.
    level : float or (members, 1, 1)
        Logit of the landslide share: the border between the two sides.

    Examples
    --------
    >>> z, side, one = (np.array([[[a], [b]]], "f4") for a, b in ((2, 2), (1, -1), (1, 1)))
    >>> loss, slope = sign_term(z, side, one, 0.0)
    >>> float(loss[0]), slope.ravel().tolist() == [0.0, 1.0]
    (2.0, True)
    """
    heavy, beyond = weights * np.abs(side), -side * (logits - level)
    return _summed(heavy * np.maximum(beyond, 0)), (heavy * -side * (beyond > 0)).astype(np.float32)


def order_term(logits: Floats, pairs: npt.NDArray[np.int32], weights: Floats) -> Term:
    """How far logits fall although every trigger grows or stays.

    Parameters
    ----------
    pairs : int32 array (pairs, 2)
        Scenarios that can be compared, lower first.
    weights : float32 array (members, cells)

    Examples
    --------
    >>> z = np.array([[[3.0], [1.0]]], "f4")
    >>> loss, slope = order_term(z, np.array([[0, 1]], "i4"), np.ones((1, 1), "f4"))
    >>> float(loss[0]), slope.ravel().tolist()
    (2.0, [1.0, -1.0])
    """
    each, both = (
        weights[:, None] / np.float32(len(pairs)),
        np.zeros((len(pairs), logits.shape[1]), np.float32),
    )
    numbers = np.arange(len(pairs))
    both[numbers, pairs[:, 0]], both[numbers, pairs[:, 1]] = 1.0, -1.0
    falls = np.maximum(both @ logits, 0)
    return _summed(each * falls), both.T @ (each * (falls > 0))


def order_by_cell_term(logits: Floats, triggers: Floats, weights: Floats) -> Term:
    """As ``order_term``, where each cell has its own triggers and so its own comparable pairs.

    Parameters
    ----------
    triggers : float32 array (members, columns, scenarios, cells or, the same for all, 1)
    weights : float32 array (members, cells)

    Examples
    --------
    >>> z, rain = np.array([[[3.0], [1.0]]], "f4"), np.array([[[[10.0], [20.0]]]], "f4")
    >>> loss, slope = order_by_cell_term(z, rain, np.ones((1, 1), "f4"))
    >>> float(loss[0]), slope.ravel().tolist()
    (2.0, [1.0, -1.0])
    """
    lower, upper = triggers[:, :, :, None], triggers[:, :, None]
    grows = (upper >= lower).all(axis=1) & (upper > lower).any(axis=1)
    pairs = np.maximum(grows.sum(axis=(1, 2)), 1).astype(np.float32)
    each = (weights / pairs)[:, None, None] * grows
    falls = np.maximum(logits[:, :, None] - logits[:, None], 0)
    told = each * (falls > 0)
    slope = np.add.reduce(told, axis=2) - np.add.reduce(told, axis=1)
    return np.add.reduce(each * falls, axis=(1, 2, 3)), slope


def monotone_term(logits: Floats, weakened: Floats, weights: Floats) -> Term:
    """How far logits fall where a cell gets wetter or its soil weaker.

    The slope is that in ``logits``; that in ``weakened`` is its negative.

    Parameters
    ----------
    weakened : float32 array (members, scenarios, cells)
        Logits of the same cells one step further: more wetness, less cohesion and friction.
    weights : float32 array (members, cells)

    Examples
    --------
    >>> z, further = np.array([[[3.0], [1.0]]], "f4"), np.array([[[2.0], [5.0]]], "f4")
    >>> loss, slope = monotone_term(z, further, np.ones((1, 1), "f4"))
    >>> float(loss[0]), slope.ravel().tolist()
    (0.5, [0.5, 0.0])
    """
    falls = np.maximum(logits - weakened, 0)
    each = weights[:, None] / np.float32(logits.shape[1])
    return _summed(each * falls), each * (falls > 0)


def between(values: Floats, low: npt.NDArray[np.intp], high: npt.NDArray[np.intp], share: Floats) -> Floats:
    """Values (members, 1, ...) on the way from scenario ``low`` to ``high`` of values (members, scenarios, ...).

    Parameters
    ----------
    low, high, share : arrays (members,)

    Examples
    --------
    >>> between(np.array([[1.0, 3.0, 7.0]], "f4"), np.array([1]), np.array([2]), np.array([0.25], "f4")).tolist()
    [[4.0]]
    """
    members = np.arange(len(values))
    start, end = values[members, low], values[members, high]
    part = np.asarray(share, np.float32).reshape(-1, *[1] * (start.ndim - 1))
    return np.asarray((start + part * (end - start))[:, None])
