"""What a raster of soil depth says of itself."""

from __future__ import annotations

from ...errors import InputError
from ...io.raster import RasterSource

DEPTH_COV = "SOIL_DEPTH_COV"
"""Metadata of a soil depth raster: coefficient of variation of its values."""

LARGEST_COV = 1.0


def stated_cov(depth: RasterSource) -> float:
    """Coefficient of variation that a soil depth raster states; 0 if it states none."""
    text = depth.metadata.get(DEPTH_COV, "0")
    try:
        cov = float(text)
    except ValueError:
        cov = -1.0
    if not 0.0 <= cov <= LARGEST_COV:
        raise InputError(
            f"{depth.name} states a spread of the soil depth ({DEPTH_COV}) of {text!r}; allowed: 0 to {LARGEST_COV:g}; "
            "correct its metadata, or set the spread of soil depth yourself"
        )
    return cov
