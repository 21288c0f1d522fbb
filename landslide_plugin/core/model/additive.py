"""The additive part: a logistic regression with a smooth curve for each continuous factor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError
from .linear import LinearPart, fit_linear_part

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
KNOTS = 6
DEGREE = 3


@dataclass(frozen=True)
class AdditivePart:
    """Log odds that are a sum of smooth curves of the factors, and linear in soil and triggers.

    Each curve is a cubic B-spline over the range of the training rows (de Boor 2001). Beyond that
    range it stays at its end value, because a curve that goes on is a guess.

    Attributes
    ----------
    linear : LinearPart
        All that has no curve; its coefficient is 0 where there is a curve.
    columns : int array (m,)
        Encoded factors with a curve.
    knots : float64 array (m, K)
    heights : float64 array (m, K + 2)
        Coefficients of the B-splines.

    Examples
    --------
    >>> straight = LinearPart(np.array([0.0]), np.zeros(1), np.zeros(0), 0.5)
    >>> part = AdditivePart(straight, np.array([0]), np.array([[0.0, 1.0, 2.0]]), np.ones((1, 5)))
    >>> no_soil, no_rain = np.zeros((3, 1, 1), "f4"), np.zeros((1, 0), "f4")
    >>> part.logit(np.array([[-9.0], [0.3], [9.0]], "f4"), no_soil, no_rain)[:, 0].round(9).tolist()
    [1.5, 1.5, 1.5]
    """

    linear: LinearPart
    columns: npt.NDArray[np.intp]
    knots: Floats
    heights: Floats

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios); arguments as of ``LinearPart.logit``."""
        found = self.linear.logit(static, profile, triggers)
        for column, knots, heights in zip(self.columns, self.knots, self.heights):
            found += np.einsum("nk,k->n", spline_basis(static[:, column], knots), heights)[:, None]
        return found

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "kind": "additive",
            **self.linear.to_dict(),
            "columns": self.columns.tolist(),
            "knots": self.knots.tolist(),
            "heights": self.heights.tolist(),
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> AdditivePart:
        """The part that ``to_dict`` stored; raise ``BundleError`` if it is damaged."""
        linear = LinearPart.from_dict(stored)
        try:
            columns = np.array(stored["columns"], dtype=np.intp)
            knots, heights = (np.array(stored[name], dtype=np.float64) for name in ("knots", "heights"))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored additive part is damaged: {error}") from None
        if len(columns) and not _fits(columns, knots, heights, len(linear.factors)):
            raise BundleError("The stored additive part is damaged: its curves do not fit its factors")
        return cls(linear, columns, knots, heights)


def _fits(columns: npt.NDArray[np.intp], knots: Floats, heights: Floats, factors: int) -> bool:
    if knots.ndim != 2 or knots.shape[1] < 2 or heights.shape != (len(columns), knots.shape[1] + DEGREE - 1):
        return False
    inside = columns.min() >= 0 and columns.max() < factors
    return bool(inside and len(knots) == len(columns) and (np.diff(knots, axis=1) > 0).all())


def spline_basis(values: npt.NDArray[Any], knots: Floats) -> Floats:
    """Cubic B-splines (n, K + 2) at values (n,), which are first moved into the range of the knots.

    Cox and de Boor's recursion (de Boor 2001, ch. IX); beyond each end the knots go on at the
    distance of the last two.

    >>> spline_basis(np.array([0.0, 0.7, 2.0, 5.0]), np.array([0.0, 1.0, 2.0])).sum(axis=1).round(9).tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    steps = np.arange(1, DEGREE + 1)
    t = np.concatenate(
        [
            knots[0] - steps[::-1] * (knots[1] - knots[0]),
            knots,
            knots[-1] + steps * (knots[-1] - knots[-2]),
        ]
    )
    x = np.clip(np.asarray(values, dtype=np.float64), knots[0], knots[-1])
    interval = np.clip(np.searchsorted(t, x, side="right") - 1, DEGREE, len(knots) + DEGREE - 2)
    basis = (interval[:, None] == np.arange(len(t) - 1)[None]).astype(np.float64)
    for degree in range(1, DEGREE + 1):
        rising = (x[:, None] - t[: -degree - 1]) / (t[degree:-1] - t[: -degree - 1])
        falling = (t[degree + 1 :] - x[:, None]) / (t[degree + 1 :] - t[1:-degree])
        basis = rising * basis[:, :-1] + falling * basis[:, 1:]
    return np.asarray(basis)


def fit_additive_part(
    static: Inputs,
    profile: Inputs,
    triggers: Inputs,
    labels: Floats,
    weights: Floats,
    ridge: float,
    like: Optional[AdditivePart] = None,
) -> AdditivePart:
    """Fit to every (cell, scenario) row that has a weight.

    Parameters
    ----------
    static, profile, triggers, labels, weights, ridge
        As of ``linear.fit_linear_part``.
        The ridge penalises the heights of the curves as it does coefficients.
    like : AdditivePart, optional
        Whose columns and knots to take over.

    Notes
    -----
    Knots stand at quantiles of the rows that have a weight. A column with too few distinct values
    for them (codes, rare values) stays straight.
    """
    used = weights.sum(axis=1) > 0
    columns, knots = (list(like.columns), list(like.knots)) if like is not None else _curves(static[used])
    plain = static.astype(np.float64)
    plain[:, columns] = 0.0
    curves = [spline_basis(static[:, column], edges) for column, edges in zip(columns, knots)]
    wide = np.hstack([plain, *curves]).astype(np.float32)
    fitted = fit_linear_part(wide, profile, triggers, labels, weights, ridge)
    d = static.shape[1]
    shape = (len(columns), KNOTS + DEGREE - 1)
    return AdditivePart(
        LinearPart(fitted.factors[:d], fitted.soil, fitted.triggers, fitted.intercept),
        np.array(columns, dtype=np.intp),
        np.reshape(knots, (len(columns), KNOTS)),
        np.reshape(fitted.factors[d:], shape),
    )


def _curves(static: Inputs) -> tuple[list[int], list[Floats]]:
    """Columns with a curve and the knots of each, at quantiles from the smallest to the largest value."""
    columns, knots = [], []
    for column, values in enumerate(static.T.astype(np.float64)):
        edges = np.quantile(values, np.linspace(0.0, 1.0, KNOTS))
        if np.diff(edges).min() > 1e-3 * np.ptp(values):
            columns.append(column)
            knots.append(edges)
    return columns, knots
