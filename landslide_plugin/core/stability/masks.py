"""Which cells physics assesses, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

OUTSIDE = 0
ASSESSED = 1
FLAT = 2
CLIFF = 3
NO_SOIL_DATA = 4
NO_SOIL = 5

REASONS = {
    ASSESSED: "assessed",
    FLAT: "flat, not assessed by physics",
    CLIFF: "cliff, model not valid",
    NO_SOIL_DATA: "soil or water data missing",
    NO_SOIL: "no soil cover",
}


@dataclass(frozen=True)
class SlopeLimits:
    """Slopes between which the infinite slope is used.

    Attributes
    ----------
    flat_deg, flat_seismic_deg : float
        Gentler cells are flat; the second one counts as soon as any scenario shakes.
    cliff_deg : float
        Steeper cells are cliffs.
    """

    flat_deg: float = 3.0
    flat_seismic_deg: float = 5.0
    cliff_deg: float = 60.0

    def lower(self, seismic_coefficient: npt.NDArray[np.float64]) -> float:
        """The flat limit of a whole run: one for all scenarios, so that they share their cells."""
        return self.flat_seismic_deg if (seismic_coefficient > 0).any() else self.flat_deg


def reason_codes(
    slope_deg: npt.NDArray[Any],
    soil_known: npt.NDArray[np.bool_],
    soil_depth_m: Any,
    flat_deg: float,
    cliff_deg: float,
) -> npt.NDArray[np.uint8]:
    """Reason code of each cell; outside where there is no slope.

    >>> slope = np.array([np.nan, 1.0, 30.0, 70.0, 30.0, 30.0])
    >>> known = np.array([True, True, True, True, False, True])
    >>> reason_codes(slope, known, np.array([1, 1, 1, 1, 1, 0.0]), 3.0, 60.0).tolist()
    [0, 2, 1, 3, 4, 5]
    """
    codes = np.full(slope_deg.shape, ASSESSED, np.uint8)
    codes[np.broadcast_to(np.asarray(soil_depth_m) <= 0, codes.shape)] = NO_SOIL
    codes[~soil_known] = NO_SOIL_DATA
    codes[slope_deg < flat_deg] = FLAT
    codes[slope_deg > cliff_deg] = CLIFF
    codes[~np.isfinite(slope_deg)] = OUTSIDE
    return codes
