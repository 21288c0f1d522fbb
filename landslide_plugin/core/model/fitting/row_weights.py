"""What each sample weighs in losses, votes and scores."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .data import TrainingData


def row_weights(data: TrainingData) -> npt.NDArray[np.float64]:
    """Weights (n,) of the samples, 1 on average: dated ones stand for the ground that they were drawn from."""
    weights = data.population_weights
    return np.asarray(weights / weights.mean())
