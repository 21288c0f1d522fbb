"""Rows of slope stability: strength, water, soil depth, probability of failure, calibration."""

from .calibration import CALIBRATION
from .failure import FAILURE
from .soil_depth import SOIL_DEPTH
from .stability import STABILITY
from .water import WATER

SLOPE = (*STABILITY, *WATER, *SOIL_DEPTH, *FAILURE, *CALIBRATION)
