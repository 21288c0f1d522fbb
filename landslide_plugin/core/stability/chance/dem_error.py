"""What errors of a DEM's heights leave of its slopes."""

from __future__ import annotations

from math import sqrt
from typing import Optional

HORN_SHARE = sqrt(12.0) / 8.0  # root of the sum of squared weights of Horn's (1981) window


def slope_tan_sd(height_sd_m: float, cell_m: float, length_m: Optional[float] = None) -> float:
    """Standard deviation of the tangent of a slope by Horn's window.

    Rough errors are independent from cell to cell: sd(z) sqrt(12) / (8 d). Smooth ones are correlated by
    exp(-(r / L)^2), whose derivative has the standard deviation sd(z) sqrt(2) / L; the smaller of both counts.

    >>> round(slope_tan_sd(1.0, 10.0), 4), round(slope_tan_sd(1.0, 10.0, 100.0), 4)
    (0.0433, 0.0141)
    """
    rough = height_sd_m * HORN_SHARE / cell_m
    return rough if length_m is None else min(rough, height_sd_m * sqrt(2.0) / length_m)
