"""What each sample weighs in losses, votes and scores."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from .data import TrainingData


def row_weights(data: TrainingData) -> Optional[npt.NDArray[np.float64]]:
    """Weights (n,) of the samples; None where all weigh alike."""
    weights: Optional[npt.NDArray[np.float64]] = getattr(data, "row_weights", None)
    return weights
