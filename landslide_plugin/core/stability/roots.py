"""Cohesion that roots add to the soil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

FADE_OUT = 1.5  # share of the root depth at which no root is left


@dataclass(frozen=True)
class Roots:
    """Root cohesion: full down to the root depth, then falling in a straight line to 0 at 1.5 of it.

    Attributes
    ----------
    cohesion_kpa : float
    depth_m : float
        Vertical.

    Examples
    --------
    >>> Roots(4.0, 1.0).cohesion_at(np.array([0.5, 1.0, 1.25, 1.5, 3.0])).tolist()
    [4.0, 4.0, 2.0, 0.0, 0.0]
    """

    cohesion_kpa: float
    depth_m: float

    def cohesion_at(self, depth_m: Any) -> Any:
        """Root cohesion in kPa at a depth in m."""
        end = FADE_OUT * self.depth_m
        share = np.minimum(np.maximum((end - depth_m) / (end - self.depth_m), 0.0), 1.0)
        return self.cohesion_kpa * share

    @property
    def faces_m(self) -> tuple[float, float]:
        """Depths at which its line bends, where a plane must be looked at."""
        return self.depth_m, FADE_OUT * self.depth_m
