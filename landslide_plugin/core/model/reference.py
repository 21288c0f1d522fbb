"""The reference points of an area of applicability, and cells as they are compared with them."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ..evaluation.applicability import Applicability
from .linear import ridge_logistic
from .pool import Model
from .settings import TrainSettings
from .training_data import TrainingData

Floats = npt.NDArray[np.float32]


def standard_inputs(model: Model, static: Floats, profile: Optional[Floats]) -> Floats:
    """Encoded factors and mean scaled soil properties (cells, d + q) of raw values."""
    encoded = model.encoder.transform(static)
    if model.profile_scaler is None or profile is None:
        return encoded
    return np.hstack([encoded, model.profile_scaler.transform(profile).mean(axis=1)])


def reference_points(
    model: Model, data: TrainingData, folds: npt.NDArray[np.intp], settings: TrainSettings
) -> Applicability:
    """Area of applicability of a model; each input weighs as much as its logistic coefficient."""
    inputs = standard_inputs(model, data.cells.static, data.cells.profile)
    labels = (data.labels > 0).astype(np.float64)
    weights = ridge_logistic(inputs.astype(np.float64), labels, settings.ridge)[:-1]
    return Applicability.fit(inputs, weights, folds, settings.seed)
