"""Inputs of a model side by side as the area of applicability measures them: standardised, one row a cell."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..families.pool import Model
from ..inference.sums import mean

Floats = npt.NDArray[np.float32]


def standard_inputs(
    model: Model, static: Floats, profile: Optional[Floats], unseen_as_none: bool = False
) -> Floats:
    """Encoded factors and mean scaled soil properties (cells, d + q) of raw values."""
    encoded = model.encoder.transform(static, unseen_as_none)
    if model.profile_scaler is None or profile is None:
        return encoded
    return np.hstack([encoded, mean(np.moveaxis(model.profile_scaler.transform(profile), 1, 0))])


def with_triggers(model: Model, inputs: Floats, triggers: npt.NDArray[Any]) -> Floats:
    """Inputs (cells, d + k) with the scaled triggers (k,), or (cells, k) of each cell, behind the others."""
    if model.trigger_scaler is None:
        return inputs
    scaled = model.trigger_scaler.transform(np.atleast_2d(np.asarray(triggers, np.float64)))
    return np.hstack([inputs, np.broadcast_to(scaled, (len(inputs), scaled.shape[1]))]).astype(np.float32)
