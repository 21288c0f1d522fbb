"""The additive part: a logistic regression with a smooth curve for each continuous factor.

Soil layers have curves too where a slope-stability prior speaks of every cell. Landslides alone are too few
to tell so many curves apart, so each is penalised the more the less the prior weighs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import factorial
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from .labelled_rows import LabelledRows
from .linear import LinearPart, LinearRows

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
KNOTS = 6
DEGREE = 3
LABEL_DOUBT = 10.0
"""Penalty of a layer's curve where labels and prior weigh the same, in ridges beside the first."""


@dataclass(frozen=True)
class AdditivePart:
    """Log odds that are a sum of smooth curves, and linear in all else.

    Each curve is a cubic B-spline over the range of the training rows (de Boor 2001). Beyond that
    range it stays at its end value, because a curve that goes on is a guess.

    Attributes
    ----------
    linear : LinearPart
        All that has no curve; its coefficient is 0 where there is a curve.
    columns : int array (m,)
        Inputs with a curve: encoded factors, and behind them soil values, layer by layer.
    knots : float64 array (m, K)
    heights : float64 array (m, K + 2)
        Coefficients of the B-splines.
    layers : int
        Soil layers that may have curves; 0 where the soil's mean over depth is all that counts.

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
    layers: int = 0

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios); arguments as of ``LinearPart.logit``."""
        return np.asarray(logits_together([self], static, profile, triggers)[0])

    @cached_property
    def pieces(self) -> list[Floats]:
        """Cubics (4, K - 1, 1) of each curve between its knots."""
        return [_pieces(knots, heights[:, None]) for knots, heights in zip(self.knots, self.heights)]

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "kind": "additive",
            **self.linear.to_dict(),
            "columns": self.columns.tolist(),
            "knots": self.knots.tolist(),
            "heights": self.heights.tolist(),
            "layers": self.layers,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> AdditivePart:
        """The part that ``to_dict`` stored; raise ``BundleError`` if it is damaged."""
        linear = LinearPart.from_dict(stored)
        try:
            columns = np.array(stored["columns"], dtype=np.intp)
            knots, heights = (np.array(stored[name], dtype=np.float64) for name in ("knots", "heights"))
            layers = int(stored.get("layers", 0))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored additive part is damaged: {error}") from None
        inputs = len(linear.factors) + layers * len(linear.soil)
        if len(columns) and not _fits(columns, knots, heights, inputs):
            raise BundleError(
                "The stored additive part is damaged: its curves do not fit its factors and soil"
            )
        return cls(linear, columns, knots, heights, layers)


def logits_together(
    parts: Sequence[AdditivePart], static: Inputs, profile: Inputs, triggers: Inputs
) -> Floats:
    """Log odds (parts, cells, scenarios), each cell by itself; arguments as of ``LinearPart.logit``.

    Parts that share their knots, as the bases of an ensemble do, cost hardly more than one.
    """
    first = parts[0]
    if not all(_same_knots(first, part) for part in parts):
        return np.concatenate([logits_together([part], static, profile, triggers) for part in parts])
    straight = np.stack([part.linear.logit(static, profile, triggers) for part in parts])
    curved = np.zeros((len(static), len(parts)))
    for number, (column, knots) in enumerate(zip(first.columns, first.knots)):
        pieces = np.concatenate([part.pieces[number] for part in parts], axis=2)
        curved += _curve(knots, pieces, _input(static, profile, column))
    return np.asarray(straight + curved.T[:, :, None])


def _same_knots(one: AdditivePart, other: AdditivePart) -> bool:
    return np.array_equal(one.columns, other.columns) and np.array_equal(one.knots, other.knots)


def _input(static: Inputs, profile: Inputs, column: int) -> Inputs:
    """Values (n,) of a column of factors (n, d) followed by soil values (n, layers * q)."""
    factors = static.shape[1]
    return static[:, column] if column < factors else profile.reshape(len(profile), -1)[:, column - factors]


def _fits(columns: npt.NDArray[np.intp], knots: Floats, heights: Floats, inputs: int) -> bool:
    if knots.ndim != 2 or knots.shape[1] < 2 or heights.shape != (len(columns), knots.shape[1] + DEGREE - 1):
        return False
    inside = columns.min() >= 0 and columns.max() < inputs
    return bool(inside and len(knots) == len(columns) and (np.diff(knots, axis=1) > 0).all())


def spline_basis(values: npt.NDArray[Any], knots: Floats) -> Floats:
    """Cubic B-splines (n, K + 2) at values (n,), which are first moved into the range of the knots.

    >>> spline_basis(np.array([0.0, 0.7, 2.0, 5.0]), np.array([0.0, 1.0, 2.0])).sum(axis=1).round(9).tolist()
    [1.0, 1.0, 1.0, 1.0]
    """
    return _spline(knots, np.eye(len(knots) + DEGREE - 1), values)


def _spline(knots: Floats, heights: Floats, values: npt.NDArray[Any]) -> Floats:
    """Sums (n, m) of B-splines with heights (K + 2, m); beyond each end knots go on at the last distance."""
    return _curve(knots, _pieces(knots, heights), values)


def _pieces(knots: Floats, heights: Floats) -> Floats:
    """Cubics (4, K - 1, m), highest power first, of the distance to the knot on the left."""
    from scipy.interpolate import BSpline

    steps = np.arange(1, DEGREE + 1)
    before = knots[0] - steps[::-1] * (knots[1] - knots[0])
    behind = knots[-1] + steps * (knots[-1] - knots[-2])
    spline = BSpline(np.concatenate([before, knots, behind]), heights, DEGREE)
    return np.stack([spline(knots[:-1], nu=power) / factorial(power) for power in range(DEGREE, -1, -1)])


def _curve(knots: Floats, pieces: Floats, values: npt.NDArray[Any]) -> Floats:
    """Curves (n, m) at values (n,), which are first moved into the range of the knots."""
    inside = np.clip(np.asarray(values, dtype=np.float64), knots[0], knots[-1])
    which = np.zeros(len(inside), np.intp)
    for knot in knots[1:-1]:
        which += inside >= knot
    away = (inside - knots.take(which))[:, None]
    found = pieces[0].take(which, axis=0)
    for power in pieces[1:]:
        found *= away
        found += power.take(which, axis=0)
    return np.asarray(found)


def fit_additive_part(
    rows: LabelledRows,
    ridge: float,
    prior_weight: float = 0.0,
    like: Optional[AdditivePart] = None,
    start: Optional[AdditivePart] = None,
) -> AdditivePart:
    """Fit to every (cell, scenario) row that has a weight.

    Parameters
    ----------
    rows, ridge
        As of ``linear.fit_linear_part``.
        The ridge penalises the heights of the curves as it does coefficients.
    prior_weight : float
        What a slope-stability prior in the labels weighs against the inventory. Layers have curves where it
        is above 0, penalised 1 + 10 / ``prior_weight`` times as much as those of factors.
    like : AdditivePart, optional
        Whose columns and knots to take over.
    start : AdditivePart, optional
        Fitted to nearly the same: where Newton's method begins, if it has the same columns.

    Notes
    -----
    Knots stand at quantiles of the rows that have a weight. A column with too few distinct values
    for them (codes, rare values, layers of a lithology table) stays straight.
    """
    return AdditiveRows.of(rows, prior_weight, like).fit(ridge, start)


@dataclass(frozen=True)
class AdditiveRows:
    """Labelled rows with the B-splines of their columns, made once for every ridge.

    Attributes
    ----------
    wide : LinearRows
        Factors without a curve, and behind them the basis functions of all curves.
    columns, knots
        As of ``AdditivePart``.
    scale : float64 array (m,)
        Size of each curve's basis functions: the smaller, the more its heights are penalised.
    factors, layers : int
    """

    wide: LinearRows
    columns: list[int]
    knots: list[Floats]
    scale: Floats
    factors: int
    layers: int

    @classmethod
    def of(
        cls, rows: LabelledRows, prior_weight: float = 0.0, like: Optional[AdditivePart] = None
    ) -> AdditiveRows:
        """Arguments are as of ``fit_additive_part``."""
        static, profile, used = rows.static, rows.profile, rows.weighed
        d, layers = static.shape[1], profile.shape[1] if prior_weight > 0 else 0
        cells = np.hstack([static, profile.reshape(len(profile), -1)]) if layers else static
        columns, knots = (list(like.columns), list(like.knots)) if like is not None else _curves(cells[used])
        # A smaller input needs a larger coefficient, which the ridge penalises more.
        small = 1.0 / np.sqrt(1.0 + LABEL_DOUBT / prior_weight) if layers else 1.0
        scale: Floats = np.where(np.array(columns, dtype=np.intp) < d, 1.0, small)
        heights = KNOTS + DEGREE - 1
        wide = np.empty((len(static), d + heights * len(columns)), np.float32)
        wide[:, :d] = static
        wide[:, [column for column in columns if column < d]] = 0.0
        for number, (size, column, edges) in enumerate(zip(scale, columns, knots)):
            first = d + heights * number
            wide[:, first : first + heights] = size * spline_basis(cells[:, column], edges)
        straight = LinearRows.of(replace(rows, static=wide))
        return cls(straight, columns, knots, scale, factors=d, layers=layers)

    def fit(self, ridge: float, start: Optional[AdditivePart] = None) -> AdditivePart:
        """As ``fit_additive_part``."""
        d, columns, scale = self.factors, self.columns, self.scale
        begun = None if start is None or list(start.columns) != columns else _wide_part(start, scale)
        fitted = self.wide.fit(ridge, begun)
        heights = np.reshape(fitted.factors[d:], (len(columns), KNOTS + DEGREE - 1))
        return AdditivePart(
            LinearPart(fitted.factors[:d], fitted.soil, fitted.triggers, fitted.intercept),
            np.array(columns, dtype=np.intp),
            np.reshape(self.knots, (len(columns), KNOTS)),
            scale[:, None] * heights,
            self.layers,
        )


def _wide_part(part: AdditivePart, scale: Floats) -> LinearPart:
    """The part as a linear one of factors and basis functions side by side."""
    factors = np.concatenate([part.linear.factors, (part.heights / scale[:, None]).ravel()])
    return replace(part.linear, factors=factors)


def _curves(cells: Inputs) -> tuple[list[int], list[Floats]]:
    """Columns with a curve and the knots of each, at quantiles from the smallest to the largest value."""
    columns, knots = [], []
    for column, values in enumerate(cells.T.astype(np.float64)):
        edges = np.quantile(values, np.linspace(0.0, 1.0, KNOTS))
        if np.diff(edges).min() > 1e-3 * np.ptp(values):
            columns.append(column)
            knots.append(edges)
    return columns, knots
