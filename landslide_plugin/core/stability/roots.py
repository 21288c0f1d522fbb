"""Cohesion that roots add to the soil."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

FADE_OUT = 1.5  # share of the root depth at which no root is left


@dataclass(frozen=True)
class Roots:
    """Root cohesion: full down to the root depth, then falling in a straight line to 0 at 1.5 of it.

    Attributes
    ----------
    cohesion_kpa : float or array (cells,)
    depth_m : float
        Vertical.

    Examples
    --------
    >>> Roots(4.0, 1.0).cohesion_at(np.array([0.5, 1.0, 1.25, 1.5, 3.0])).tolist()
    [4.0, 4.0, 2.0, 0.0, 0.0]
    """

    cohesion_kpa: Any
    depth_m: float

    def cohesion_at(self, depth_m: Any) -> Any:
        """Root cohesion in kPa at a depth in m."""
        end = FADE_OUT * self.depth_m
        share = np.minimum(np.maximum((end - depth_m) / (end - self.depth_m), 0.0), 1.0)
        return self.cohesion_kpa * share

    def summed_to(self, depth_m: Any) -> Any:
        """Root cohesion summed from the surface to a depth in m, kN/m.

        >>> Roots(4.0, 1.0).summed_to(np.array([0.5, 1.5, 3.0])).tolist()
        [2.0, 5.0, 5.0]
        """
        fading = (FADE_OUT - 1.0) * self.depth_m
        beyond = np.minimum(np.maximum(depth_m - self.depth_m, 0.0), fading)
        return self.cohesion_kpa * (np.minimum(depth_m, self.depth_m) + beyond - beyond**2 / (2 * fading))

    def cells(self, chosen: Any) -> Roots:
        """The roots of some of the cells."""
        return replace(self, cohesion_kpa=self.cohesion_kpa[chosen]) if np.ndim(self.cohesion_kpa) else self

    def known(self) -> Any:
        """Where the root cohesion is given; True or (cells,)."""
        return np.isfinite(self.cohesion_kpa)

    @property
    def faces_m(self) -> tuple[float, float]:
        """Depths at which its line bends, where a plane must be looked at."""
        return self.depth_m, FADE_OUT * self.depth_m
