"""What is odd about the factors of a training: constant ones, and ones that say the same."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

from ..evaluation.collinearity import collinearity
from ..samples.encoding import Encoder
from .bundle import TRIGGERS_BY_CELL
from .training_data import TrainingData


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


def factor_ranges(data: TrainingData) -> dict[str, list[float]]:
    """Smallest and largest training value of each continuous factor."""
    return {
        spec.name: [float(column.min()), float(column.max())]
        for spec, column in zip(data.specs, data.cells.static.T)
        if spec.kind == "continuous"
    }


def trigger_facts(data: TrainingData) -> dict[str, Any]:
    """Smallest and largest value of each trigger where cells have their own; empty where they share a table."""
    own = data.cells.triggers
    if own is None:
        return {}
    low, high = own.min(axis=(0, 1)), own.max(axis=(0, 1))
    return {TRIGGERS_BY_CELL: {"low": low.tolist(), "high": high.tolist()}}


def data_hash(data: TrainingData) -> str:
    """SHA-256 of labels, places, factor values and cells' own triggers, to know again what a model was trained on."""
    digest = hashlib.sha256()
    own = () if data.cells.triggers is None else (data.cells.triggers,)
    for part in (data.labels, data.xy, data.cells.static, *own):
        digest.update(np.ascontiguousarray(part).tobytes())
    return digest.hexdigest()
