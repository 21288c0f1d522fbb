"""What is odd about the factors of a training: constant ones, and ones that say the same."""

from __future__ import annotations

from typing import Any

from ...evaluation.collinearity import collinearity
from ...samples.encoding import Encoder
from .data import TrainingData


def check_factors(data: TrainingData) -> tuple[dict[str, Any], list[str]]:
    """Collinearity as plain values, and warnings about factors.

    A factor that is constant over the samples is named: it takes no part in the model.
    """
    encoder = Encoder.fit(data.cells.static, data.specs)
    smooth = [i for i, name in enumerate(encoder.columns) if "=" not in name]
    inputs = encoder.transform(data.cells.static)[:, smooth]
    found = collinearity(inputs, [encoder.columns[i] for i in smooth])
    warnings = list(found.pop("warnings"))
    if encoder.dropped:
        warnings.insert(
            0, f"Constant over the samples, so not part of the model: {', '.join(encoder.dropped)}"
        )
    return found, warnings
