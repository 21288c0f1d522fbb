"""Curvatures of the surface through the 3 x 3 window, in 1/m, positive where it is convex.

Second derivatives and gradient are those of Zevenbergen and Thorne (1987, eq. 5 to 10); the
curvatures are the geometric ones (Evans 1980; Schmidt, Evans and Brinkmann 2003, table 1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..types.arrays import Heights
from .gradient import gradient
from .neighbours import Neighbours

LEVEL_GRADIENT = 1e-4
"""Below this gradient (m/m) a surface has no reliable slope direction."""


@dataclass(frozen=True)
class SecondOrder:
    """First and second derivatives of a surface.

    Attributes
    ----------
    p, q : float64 arrays (rows, cols)
        Gradient to the east and to the north, m/m.
    r, s, t : float64 arrays (rows, cols)
        Second derivatives east-east, east-north and north-north, 1/m.
    """

    p: Heights
    q: Heights
    r: Heights
    s: Heights
    t: Heights

    @property
    def steepness_squared(self) -> Heights:
        """Square of the gradient; NaN below ``LEVEL_GRADIENT``, where no direction is defined."""
        squared = self.p**2 + self.q**2
        return np.asarray(np.where(squared < LEVEL_GRADIENT**2, np.nan, squared))


def second_order(around: Neighbours) -> SecondOrder:
    """Derivatives of the surface through the window.

    >>> from .neighbours import neighbours_of
    >>> x = np.arange(3.0) * 10.0
    >>> bowl = second_order(neighbours_of(np.add.outer(x**2, x**2), dx=10.0, dy=10.0))
    >>> bowl.r.tolist(), bowl.s.tolist(), bowl.t.tolist()
    ([[2.0]], [[0.0]], [[2.0]])
    """
    p, q = gradient(around, "zevenbergen_thorne")
    r = (around.e + around.w) / around.dx**2
    t = (around.n + around.s) / around.dy**2
    s = ((around.ne - around.nw) - (around.se - around.sw)) / (4.0 * around.dx * around.dy)
    return SecondOrder(p, q, r, s, t)


def profile_curvature(d: SecondOrder) -> Heights:
    """Curvature of the section down the slope; NaN on level ground.

    ``-(p^2 r + 2 p q s + q^2 t) / (g^2 (1 + g^2)^1.5)`` with ``g^2 = p^2 + q^2``.

    >>> one, zero = np.array(1.0), np.array(0.0)
    >>> round(float(profile_curvature(SecondOrder(one, zero, -one, zero, zero))), 6)
    0.353553
    """
    squared = d.steepness_squared
    down = d.p**2 * d.r + 2.0 * d.p * d.q * d.s + d.q**2 * d.t
    return np.asarray(-down / (squared * (1.0 + squared) ** 1.5))


def plan_curvature(d: SecondOrder) -> Heights:
    """Curvature of the contour line; positive on spurs, negative in hollows, NaN on level ground.

    ``-(q^2 r - 2 p q s + p^2 t) / g^3``. On a cone it is 1 over the distance to the axis.

    >>> one, zero = np.array(1.0), np.array(0.0)
    >>> float(plan_curvature(SecondOrder(one, zero, zero, zero, -0.5 * one)))
    0.5
    """
    return np.asarray(-_across(d) / d.steepness_squared**1.5)


def tangential_curvature(d: SecondOrder) -> Heights:
    """Curvature of the upright section along the contour; NaN on level ground.

    ``-(q^2 r - 2 p q s + p^2 t) / (g^2 (1 + g^2)^0.5)``: plan curvature times the sine of the slope.

    >>> one, zero = np.array(1.0), np.array(0.0)
    >>> round(float(tangential_curvature(SecondOrder(one, zero, zero, zero, -one))), 6)
    0.707107
    """
    squared = d.steepness_squared
    return np.asarray(-_across(d) / (squared * np.sqrt(1.0 + squared)))


def total_curvature(d: SecondOrder) -> Heights:
    """Minus the Laplacian, ``-(r + t)``; defined on level ground too.

    >>> two, zero = np.array(2.0), np.array(0.0)
    >>> float(total_curvature(SecondOrder(zero, zero, -two, zero, -two)))
    4.0
    """
    return np.asarray(-(d.r + d.t))


def _across(d: SecondOrder) -> Heights:
    return np.asarray(d.q**2 * d.r - 2.0 * d.p * d.q * d.s + d.p**2 * d.t)
