"""Held-out predictions that are dear to make, kept under ``build/bench`` while what they come from is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.common.table import RESULTS
from landslide_plugin.core.model.events.held_out import Recipe
from landslide_plugin.core.model.events.samples import EventSamples

Floats = npt.NDArray[np.float64]
CORE = Path(__file__).resolve().parents[2] / "landslide_plugin" / "core"
SOURCES = (
    "model/families",
    "model/fitting",
    "model/events/families.py",
    "model/events/held_out.py",
    "model/events/inputs.py",
    "model/events/samples.py",
    "samples",
    "triggers/rain_sums.py",
)
"""What a prediction by the families depends on, beside the rows."""


def kept_predictions(
    name: str,
    samples: EventSamples,
    folds: npt.NDArray[np.intp],
    recipe: Recipe,
    make: Callable[[], Mapping[str, Floats]],
) -> dict[str, Floats]:
    """Predictions (n,) by family under a name: those kept, or made and kept if rows, folds, recipe or code differ."""
    path = RESULTS / "kept" / f"{name}-{_digest(samples, folds, recipe)}.npz"
    if path.is_file():
        with np.load(path) as stored:
            return {family: stored[family] for family in stored.files}
    found = dict(make())
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.npz")
    np.savez(part, **found)  # type: ignore[arg-type]
    part.replace(path)
    return found


def _digest(samples: EventSamples, folds: npt.NDArray[np.intp], recipe: Recipe) -> str:
    told = hashlib.sha256(repr(recipe).encode())
    rows = samples.rows
    for array in (rows.static, rows.rain_mm, rows.day_of_year, samples.labels, samples.storms, folds):
        told.update(np.ascontiguousarray(array).tobytes())
    for source in SOURCES:
        place = CORE / source
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            told.update(path.read_bytes())
    return told.hexdigest()[:16]
