"""The linear part: a ridge-penalised logistic regression whose coefficients are plain numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError, InputError

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
ITERATIONS = 100
TOLERANCE = 1e-10


@dataclass(frozen=True)
class LinearPart:
    """Log odds that are linear in the factors, in the soil's mean over depth and in the triggers.

    Attributes
    ----------
    factors : float64 array (d,)
        Of the encoded factors.
    soil : float64 array (q,)
        Of the scaled soil properties, averaged over the layers.
    triggers : float64 array (k,)
        Of the scaled triggers; never negative, so that a larger trigger never lowers the odds.
    intercept : float

    Examples
    --------
    >>> part = LinearPart(np.array([2.0]), np.zeros(1), np.array([1.0]), -1.0)
    >>> part.logit(np.array([[0.5]], "f4"), np.zeros((1, 1, 1), "f4"), np.array([[0.0], [3.0]], "f4")).tolist()
    [[0.0, 3.0]]
    """

    factors: Floats
    soil: Floats
    triggers: Floats
    intercept: float

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios).

        Parameters
        ----------
        static : float32 array (cells, d)
        profile : float32 array (cells, layers, q)
        triggers : float32 array (scenarios, k) or (cells, scenarios, k)
        """
        # One sum a row, not a matrix product: its bits must not depend on the number of rows.
        cells = np.einsum("nd,d->n", static.astype(np.float64), self.factors)
        cells += np.einsum("nq,q->n", profile.mean(axis=1, dtype=np.float64), self.soil)
        steps = np.einsum("...sk,k->...s", triggers.astype(np.float64), self.triggers)
        return np.asarray(cells[:, None] + (steps + self.intercept))

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "factors": self.factors.tolist(),
            "soil": self.soil.tolist(),
            "triggers": self.triggers.tolist(),
            "intercept": self.intercept,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> LinearPart:
        """The part that ``to_dict`` stored; raise ``BundleError`` if it is damaged."""
        try:
            factors, soil, triggers = (
                np.array(stored[name], dtype=np.float64) for name in ("factors", "soil", "triggers")
            )
            return cls(factors, soil, triggers, float(stored["intercept"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored linear part is damaged: {error}") from None


def constant_part(factors: int, soil: int, triggers: int, share: float) -> LinearPart:
    """Log odds of a landslide share alone, for a network that stands without a linear part."""
    level = float(np.log(share / (1.0 - share)))
    return LinearPart(np.zeros(factors), np.zeros(soil), np.zeros(triggers), level)


def fit_linear_part(
    static: Inputs, profile: Inputs, triggers: Inputs, labels: Floats, weights: Floats, ridge: float
) -> LinearPart:
    """Fit to every (cell, scenario) row that has a weight.

    Parameters
    ----------
    static : float32 array (n, d)
    profile : float32 array (n, layers, q)
    triggers : float32 array (S, k) or (n, S, k)
    labels, weights : float64 array (n, S)
        Labels may be shares in [0, 1].
    ridge : float
        Weight of half the squared coefficients against the summed log likelihood.

    Notes
    -----
    A trigger whose coefficient comes out negative is left out and the rest fitted again.
    """
    cell, scenario = np.nonzero(weights)
    d, q = static.shape[1], profile.shape[2]
    cells = np.hstack([static.astype(np.float64), profile.mean(axis=1, dtype=np.float64)])[cell]
    steps = triggers.astype(np.float64)[scenario if triggers.ndim == 2 else (cell, scenario)]
    columns = list(range(triggers.shape[-1]))
    while True:
        inputs = np.hstack([cells, steps[:, columns]])
        fitted = ridge_logistic(inputs, labels[cell, scenario], ridge, weights[cell, scenario])
        found = fitted[d + q : -1]
        if not (found < 0).any():
            break
        columns = [column for column, value in zip(columns, found) if value >= 0]
    rising = np.zeros(triggers.shape[-1])
    rising[columns] = found
    return LinearPart(fitted[:d], fitted[d : d + q], rising, float(fitted[-1]))


def ridge_logistic(inputs: Floats, labels: Floats, ridge: float, weights: Optional[Floats] = None) -> Floats:
    """Coefficients and, last, the unpenalised intercept (d + 1,) of a logistic regression.

    Newton's method on the penalised log likelihood (le Cessie and van Houwelingen 1992), with the
    step halved until the likelihood does not fall.

    Raises
    ------
    InputError
        The labels hold one value only, so that the intercept has no finite best value.

    Examples
    --------
    >>> found = ridge_logistic(np.zeros((4, 1)), np.array([1.0, 0.0, 0.0, 0.0]), 1.0)
    >>> [round(float(v), 6) for v in found]  # the log odds of 1 in 4
    [0.0, -1.098612]
    """
    weight = np.ones(len(labels)) if weights is None else weights
    share = float(np.average(labels, weights=weight)) if len(labels) else 0.0
    if not 0.0 < share < 1.0:
        raise InputError("A logistic regression needs landslides and stable samples; one class was found")
    rows = np.column_stack([inputs, np.ones(len(inputs))])
    penalty = np.full(rows.shape[1], max(ridge, 1e-8))
    penalty[-1] = 0.0
    found = np.zeros(rows.shape[1])
    found[-1] = np.log(share / (1.0 - share))
    loss = _loss(found, rows, labels, weight, penalty)
    for _ in range(ITERATIONS):
        p = 0.5 * (1.0 + np.tanh(0.5 * (rows @ found)))
        gradient = rows.T @ (weight * (p - labels)) + penalty * found
        curvature = (rows * (weight * np.maximum(p * (1.0 - p), 1e-12))[:, None]).T @ rows
        step = np.linalg.solve(curvature + np.diag(penalty), gradient)
        size = 1.0
        while size > 1e-6 and _loss(found - size * step, rows, labels, weight, penalty) > loss:
            size /= 2.0
        found = found - size * step
        before, loss = loss, _loss(found, rows, labels, weight, penalty)
        if before - loss <= TOLERANCE * max(1.0, abs(before)):
            break
    return np.asarray(found)


def _loss(found: Floats, rows: Floats, labels: Floats, weight: Floats, penalty: Floats) -> float:
    logit = rows @ found
    return float(weight @ (np.logaddexp(0.0, logit) - labels * logit) + 0.5 * penalty @ found**2)
