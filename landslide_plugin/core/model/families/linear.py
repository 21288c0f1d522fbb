"""The linear part: a ridge-penalised logistic regression whose coefficients are plain numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import BundleError, InputError
from ...types.odds import probability_of, share_log_odds
from ..inference.sums import mean, weighted
from .labelled_rows import LabelledRows

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
        cells = np.zeros(len(static))
        soil = mean(np.moveaxis(profile, 1, 0), np.float64)
        for columns, coefficients in ((static, self.factors), (soil, self.soil)):
            if len(coefficients):
                cells += weighted(columns.T, coefficients)
        return np.asarray(cells[:, None] + (self.steps(triggers) + self.intercept))

    def steps(self, triggers: Inputs) -> Floats:
        """What triggers (scenarios, k) or (cells, scenarios, k) add: (scenarios,) or (cells, scenarios)."""
        steps = np.zeros(triggers.shape[:-1])
        if len(self.triggers):
            steps += weighted(np.moveaxis(triggers, -1, 0), self.triggers)
        return steps

    def coefficients(self, triggers: Sequence[int]) -> Floats:
        """Of factors, soil and some of the triggers, and the intercept, side by side."""
        return np.concatenate([self.factors, self.soil, self.triggers[list(triggers)], [self.intercept]])

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
    """Log odds of a landslide share alone, for a network that stands without a linear part.

    >>> constant_part(2, 0, 1, 0.5).intercept
    0.0
    """
    return LinearPart(np.zeros(factors), np.zeros(soil), np.zeros(triggers), share_log_odds(share))


def fit_linear_part(rows: LabelledRows, ridge: float, start: Optional[LinearPart] = None) -> LinearPart:
    """Fit to every (cell, scenario) row that has a weight.

    Parameters
    ----------
    rows : LabelledRows
    ridge : float
        Weight of half the squared coefficients against the summed log likelihood.
    start : LinearPart, optional
        Fitted to nearly the same, of as many inputs: where Newton's method begins, which then takes fewer steps.

    Notes
    -----
    A trigger whose coefficient comes out negative is left out and the rest fitted again.

    Examples
    --------
    >>> zeros, labels = np.zeros((4, 0), np.float32), np.array([[1.0, 0.0]] * 4)
    >>> soil, rain = np.zeros((4, 1, 0), np.float32), np.array([[0.0], [1.0]], np.float32)
    >>> fit_linear_part(LabelledRows(zeros, soil, rain, labels, np.ones((4, 2))), 1.0).triggers.tolist()
    [0.0]
    """
    return LinearRows.of(rows).fit(ridge, start)


@dataclass(frozen=True)
class LinearRows:
    """Labelled rows as the regression takes them, made once for every ridge.

    Attributes
    ----------
    cells : float64 array (n, d + q)
        Factors, and the soil's mean over depth; cells without a weight are left out.
    steps : float64 array (S, k) or (n, S, k)
    labels, weights : float64 array (n, S)
    offsets : float64 array (n,)
    factors : int
    """

    cells: Floats
    steps: Floats
    labels: Floats
    weights: Floats
    offsets: Floats
    factors: int

    @classmethod
    def of(cls, rows: LabelledRows) -> LinearRows:
        """The rows that have a weight."""
        used = rows.weighed
        labels, weights = rows.labels[used], rows.weights[used]
        offsets = np.zeros(len(labels)) if rows.offsets is None else rows.offsets[used]
        soil = rows.profile[used].mean(axis=1, dtype=np.float64)
        cells = np.hstack([rows.static[used].astype(np.float64), soil])
        steps = rows.triggers.astype(np.float64)
        steps = steps if steps.ndim == 2 else steps[used]
        return cls(cells, steps, labels, weights, offsets=offsets, factors=rows.static.shape[1])

    def fit(self, ridge: float, start: Optional[LinearPart] = None) -> LinearPart:
        """As ``fit_linear_part``."""
        d, inputs, triggers = self.factors, self.cells.shape[1], self.steps.shape[-1]
        columns = list(range(triggers))
        while True:
            fitted = scenario_logistic(
                self.cells,
                self.steps[..., columns],
                self.labels,
                self.weights,
                ridge=ridge,
                offsets=self.offsets[:, None],
                start=None if start is None else start.coefficients(columns),
            )
            slopes = fitted[inputs:-1]
            if not (slopes < 0).any():
                break
            columns = [column for column, slope in zip(columns, slopes) if slope >= 0]
        rising = np.zeros(triggers)
        rising[columns] = slopes
        return LinearPart(fitted[:d], fitted[d:inputs], rising, float(fitted[-1]))


def ridge_logistic(
    inputs: Floats,
    labels: Floats,
    ridge: float,
    weights: Optional[Floats] = None,
    around: float = 0.0,
    offsets: Optional[Floats] = None,
) -> Floats:
    """Coefficients and, last, the unpenalised intercept (d + 1,) of a logistic regression.

    Labels, weights and offsets are (n,); all else is as of ``scenario_logistic``.

    Examples
    --------
    >>> found = ridge_logistic(np.zeros((4, 1)), np.array([1.0, 0.0, 0.0, 0.0]), 1.0)
    >>> [round(float(v), 6) for v in found]  # the log odds of 1 in 4
    [0.0, -1.098612]
    """
    weight = np.ones(len(labels)) if weights is None else weights
    no_steps = np.zeros((1, 0))
    fixed = None if offsets is None else offsets[:, None]
    return scenario_logistic(
        inputs, no_steps, labels[:, None], weight[:, None], ridge=ridge, around=around, offsets=fixed
    )


def scenario_logistic(
    cells: Floats,
    steps: Floats,
    labels: Floats,
    weights: Floats,
    ridge: float,
    around: float = 0.0,
    offsets: Optional[Floats] = None,
    start: Optional[Floats] = None,
) -> Floats:
    """Coefficients of cells and of triggers and, last, the intercept (d + k + 1,) of a logistic regression.

    Newton's method on the penalised log likelihood (le Cessie and van Houwelingen 1992), with the
    step halved until the likelihood does not fall. A cell's inputs are the same in all scenarios, so
    their products are summed over scenarios first.

    Parameters
    ----------
    cells : float64 array (n, d)
    steps : float64 array (S, k) or (n, S, k)
    labels, weights : float64 array (n, S)
    ridge : float
        Half of it penalises the squared distance of each coefficient, but the intercept, from ``around``.
    around : float
    offsets : float64 array (n, 1) or (n, S), optional
        Fixed terms of the logit.
    start : float64 array (d + k + 1,), optional
        Coefficients to begin with; without it all are 0 but the intercept.

    Raises
    ------
    InputError
        The labels hold one value only, so that the intercept has no finite best value.

    Examples
    --------
    >>> cells, labels = np.zeros((4, 0)), np.array([[0.0, 1.0], [0.0, 1.0], [0.0, 0.0], [1.0, 1.0]])
    >>> found = scenario_logistic(cells, np.array([[0.0], [1.0]]), labels, np.ones((4, 2)), 0.0)
    >>> [round(float(v), 4) for v in found]  # the odds are 1 : 3 in the first scenario and 3 : 1 in the second
    [2.1972, -1.0986]
    """
    share = _share_of_both(labels, weights)
    d, k, rooted = cells.shape[1], steps.shape[-1], np.empty_like(cells)
    with_one = np.concatenate([steps, np.ones((*steps.shape[:-1], 1))], axis=-1)
    penalty = np.append(np.full(d + k, max(ridge, 1e-8)), 0.0)
    fixed = np.zeros_like(labels) if offsets is None else np.broadcast_to(offsets, labels.shape)
    level = share_log_odds(share) - float(np.average(fixed, weights=weights))
    coefficients = np.append(np.zeros(d + k), level) if start is None else start.copy()

    def loss_and_logit(tried: Floats) -> tuple[float, Floats]:
        logit = (cells @ tried[:d])[:, None] + with_one @ tried[d:] + fixed
        fit = (weights * (np.logaddexp(0.0, logit) - labels * logit)).sum()
        return float(fit + 0.5 * penalty @ (tried - around) ** 2), logit

    loss, logit = loss_and_logit(coefficients)
    for _ in range(ITERATIONS):
        p = probability_of(logit)
        gradient = _sums(cells, with_one, weights * (p - labels)) + penalty * (coefficients - around)
        curvature = _products(cells, with_one, weights * np.maximum(p * (1.0 - p), 1e-12), rooted)
        curvature.flat[:: d + k + 2] += penalty
        step = np.linalg.solve(curvature, gradient)
        size, before = 1.0, loss
        loss, logit = loss_and_logit(coefficients - step)
        while size > 1e-6 and loss > before:
            size /= 2.0
            loss, logit = loss_and_logit(coefficients - size * step)
        coefficients = coefficients - size * step
        if before - loss <= TOLERANCE * max(1.0, abs(before)):
            break
    return np.asarray(coefficients)


def _share_of_both(labels: Floats, weights: Floats) -> float:
    share = float(np.average(labels, weights=weights)) if weights.any() else 0.0
    if not 0.0 < share < 1.0:
        raise InputError("A logistic regression needs landslides and stable samples; one class was found")
    return share


def _sums(cells: Floats, steps: Floats, values: Floats) -> Floats:
    """Inputs (n, d) and (S, k) or (n, S, k) times values (n, S), summed over all rows: (d + k,)."""
    told = values.sum(axis=0) @ steps if steps.ndim == 2 else np.einsum("nsk,ns->k", steps, values)
    return np.concatenate([values.sum(axis=1) @ cells, told])


def _products(cells: Floats, steps: Floats, values: Floats, rooted: Floats) -> Floats:
    """Products of all pairs of inputs times values (n, S), summed over all rows: (d + k, d + k).

    ``rooted`` (n, d) is overwritten: new memory in every step takes longer than the multiplication.
    """
    d = cells.shape[1]
    products = np.empty((d + steps.shape[-1],) * 2)
    # a matrix times itself takes half the operations of two matrices
    np.multiply(cells, np.sqrt(values.sum(axis=1))[:, None], out=rooted)
    products[:d, :d] = rooted.T @ rooted
    if steps.ndim == 2:
        products[:d, d:] = cells.T @ (values @ steps)
        products[d:, d:] = steps.T @ (values.sum(axis=0)[:, None] * steps)
    else:
        products[:d, d:] = cells.T @ np.einsum("nsk,ns->nk", steps, values)
        products[d:, d:] = np.einsum("nsk,nsl,ns->kl", steps, steps, values)
    products[d:, :d] = products[:d, d:].T
    return products
