"""Resistance on the sides and the head of a slide that is not infinite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..types.arrays import Values

PIECES_A_LAYER = 4
"""The sides grow with the depth, so the weakest plane may lie within a layer."""


@dataclass(frozen=True)
class Edges:
    """Plan of a finite slide; each side resists along its face, the head by cohesion and roots alone.

    Per area of the base, with z the depth of the plane:
    z cos b [2 (c' + c_r + K0 s'/2 tan phi') / B + (c' + c_r) / L], c', c_r and tan phi' being means over the
    depth, s' the effective stress on the plane over cos2 b (so that s'/2 is its mean above) and
    K0 = 1 - sin phi'. The push of the soil at the toe is left out, which is on the safe side.

    Source: Casadei, M., Dietrich, W. E., Miller, N. L. (2003), Earth Surface Processes and Landforms 28(9),
    925-950, with sides of soil and K0 by Jaky, J. (1944).

    Attributes
    ----------
    width_m : float
        B, across the slope.
    length_m : float
        L, along the slope.
    """

    width_m: float
    length_m: float

    def resistance_kpa(self, cos2: Values, cohesion: Any, tan_friction: Any, effective_kpa: Any) -> Values:
        """Resistance (cells,) an area of the base.

        Parameters
        ----------
        cohesion : float array (cells,)
            Cohesion and root cohesion summed over the depth, kN/m.
        tan_friction : float array (cells,)
            tan phi' summed over the depth, m.
        effective_kpa : float array (cells,)
            K0 s'.

        Examples
        --------
        >>> edges = Edges(10.0, 20.0)
        >>> edges.resistance_kpa(np.array([1.0]), np.array([4.0]), np.array([0.0]), np.array([30.0])).tolist()
        [1.0]
        """
        friction = np.asarray(effective_kpa) * tan_friction / 2
        sides = 2.0 * (cohesion + friction) / self.width_m + cohesion / self.length_m
        resistance: Values = np.sqrt(cos2) * sides
        return resistance


def at_rest(tan_friction: Any) -> Any:
    """Share K0 = 1 - sin phi' of the vertical effective stress that acts sideways (Jaky 1944).

    >>> round(float(at_rest(np.tan(np.deg2rad(30.0)))), 6)
    0.5
    """
    return 1.0 - tan_friction / np.sqrt(1.0 + tan_friction * tan_friction)
