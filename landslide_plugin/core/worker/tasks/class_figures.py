"""What a run keeps of the classes of a bivariate model: the density table, and whether factors are dependent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

import numpy as np

from ...model.bivariate.dependence import dependence_words, expected_over_observed
from ...model.bivariate.table import density_table, half_notes
from ...model.families.bivariate import BivariatePart
from ...model.families.ensemble import Ensemble
from ...model.families.pool import Model, Pool
from ...model.fitting.data import TrainingData
from ...model.fitting.row_weights import row_weights
from ...model.validation.fold_models import own_and_mapped
from ...types.odds import probability_of
from .training.modelling_run import ModellingRun

CHUNK = 65536


def class_figures(training: ModellingRun, model: Model) -> Optional[dict[str, Any]]:
    """Method, table and expected over observed of the classes in a model, as plain values; None if it has none.

    What is odd about them is noted. A part that votes beside others is judged before it was calibrated.
    """
    parts = [part.model for part in model.parts] if isinstance(model, Pool) else [model]
    for one in parts:
        if isinstance(one.linear, BivariatePart):
            return _figures(training, one, one.linear)
    return None


def _figures(training: ModellingRun, model: Ensemble, part: BivariatePart) -> dict[str, Any]:
    data = training.data
    names: Mapping[str, Any] = {spec.name: spec.categories for spec in data.specs}
    found: dict[str, Any] = {
        "method": part.method,
        "area": part.area,
        "table": density_table(part.factors, part.method, names, _cell_km2(training, part)),
        "expected_over_observed": None,
    }
    training.note(*half_notes(part.factors, names))
    if part.scale == 1.0:
        ratio = _over_area(data, model, part) if data.ground is not None else _over_samples(data, model)
        found["expected_over_observed"] = ratio
        training.note(dependence_words(ratio))
    return found


def _over_samples(data: TrainingData, model: Ensemble) -> float:
    fitted, weights = own_and_mapped(model, data)[0], row_weights(data)
    return expected_over_observed(float((weights * fitted).sum()), float((weights * (data.labels > 0)).sum()))


def _over_area(data: TrainingData, model: Ensemble, part: BivariatePart) -> float:
    """Over the cells of the area, whose prior is its share of landslide cells."""
    ground, slides = data.ground, float((data.labels > 0).sum())
    if ground is None:
        return _over_samples(data, model)
    cells = ground.static[~model.encoder.unusable(ground.static)]
    total, expected = ground.weight * len(cells), 0.0
    prior = np.log(slides / max(total - slides, 1.0))
    for start in range(0, len(cells), CHUNK):
        evidence = part.evidence(model.encoder.transform(cells[start : start + CHUNK]))
        expected += ground.weight * float(probability_of(prior + evidence).sum())
    return expected_over_observed(expected, slides)


def _cell_km2(training: ModellingRun, part: BivariatePart) -> Optional[float]:
    cell_m = training.job.get("grid", {}).get("cell_size_m")
    return float(cell_m) ** 2 / 1e6 if cell_m and part.area == "cells" else None
