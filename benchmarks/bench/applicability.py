"""Area of applicability on real areas: which inputs weigh, and what error it goes with on held-out folds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from benchmarks.bench.models import balakot, rbsf
from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.archive.typical_cells import reference_points
from landslide_plugin.core.model.bundle.standard_inputs import standard_inputs
from landslide_plugin.core.model.families.pool import Model, pool
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.families import FAMILIES
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.validation.fold_models import fit_models, own_and_mapped
from landslide_plugin.core.model.validation.input_weights import held_out_weights
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
FAR_SD = 8.0
FOLDS = 2


def models_of(data: TrainingData, settings: TrainSettings) -> dict[str, Model]:
    """Every family, and the pool with equal votes of those that train in seconds."""
    single = fit_models(data, settings, FAMILIES, 1, workshop=Workshop(), progress=SILENT)
    lean = pool(single, dict.fromkeys(FAMILIES, 10.0 / len(FAMILIES)))
    return {**single, LEAN_STACK: lean, **_networks(data, settings)}


def _networks(data: TrainingData, settings: TrainSettings) -> dict[str, Model]:
    """One network on a base chosen for these samples."""
    with_base = replace(settings, architecture="residual_chosen")
    return dict(fit_models(data, with_base, ["ensemble"], 1, workshop=Workshop(), progress=SILENT))


def far_rows(title: str, data: TrainingData, name: str, model: Model, settings: TrainSettings) -> list[Row]:
    """Which input weighs most, and whether a cell far out in it alone is outside."""
    part = spatial_partitions(data, settings)[0]
    weights = held_out_weights(model, name, data, settings=settings, partition=part, workshop=Workshop())
    limits = reference_points(model, data, part.folds, weights=weights, settings=settings)
    inputs = standard_inputs(model, data.cells.static, data.cells.profile)
    far, most = inputs.mean(axis=0, keepdims=True), int(np.argmax(weights))
    far[0, most] += FAR_SD * max(float(inputs[:, most].std()), 1e-6)
    outside = float(limits.dissimilarity(far)[0] > limits.threshold)
    column = model.encoder.columns[most] if most < len(model.encoder.columns) else "soil"
    share = float(weights[most] / weights.sum()) if weights.any() else 0.0
    return [
        Row(f"{title}: share of the weight of {column}", share, ""),
        at_least(f"{title}: a cell {FAR_SD:g} sd out there is outside", outside, "", 1.0),
    ]


def rows_of(area: str, data: TrainingData) -> list[Row]:
    """Weights, a far cell, and the log loss inside and outside of held-out folds."""
    settings = TrainSettings.from_dict(
        {"seed": 0, "architecture": "plain", "cv_repeats": 1}, len(data.labels)
    )
    part = spatial_partitions(data, settings)[0]
    models = models_of(data, settings)
    inside: dict[str, list[npt.NDArray[np.float64]]] = {name: [] for name in models}
    for fold in part.usable[:FOLDS]:
        train, test = part.split(fold)
        known, rest = data.take(train), data.take(test)
        inner = spatial_partitions(known, settings)[0]
        for name, model in models_of(known, settings).items():
            weights = held_out_weights(
                model, name, known, settings=settings, partition=inner, workshop=Workshop()
            )
            limits = reference_points(model, known, inner.folds, weights=weights, settings=settings)
            index = limits.dissimilarity(standard_inputs(model, rest.cells.static, rest.cells.profile))
            p = own_and_mapped(model, rest)[0]
            inside[name].append(np.column_stack([rest.labels, p, index <= limits.threshold]))
    rows = []
    for name, model in models.items():
        called = NAMES[name].lower()
        rows += far_rows(f"{area}, {called}", data, name, model, settings)
        told = np.concatenate(inside[name])
        told = told[np.isfinite(told).all(axis=1)]
        here = told[:, 2] > 0
        rows.append(Row(f"{area}: share of held-out samples outside, {called}", 1.0 - float(here.mean()), ""))
        for words, part_rows in (("inside", told[here]), ("outside", told[~here])):
            if len(part_rows):
                loss = log_loss(part_rows[:, 0], part_rows[:, 1])
                rows.append(
                    Row(
                        f"{area}: held-out log loss {words}, {called}",
                        loss,
                        "",
                        None,
                        None,
                        f"{len(part_rows)} samples",
                    )
                )
    return rows


def main() -> None:
    """Measure and write ``build/bench/applicability.json``."""
    rows: list[Row] = []
    for area, data in (("RBSF", rbsf()), ("Balakot", balakot())):
        if data is not None:
            rows += rows_of(area, data)
    write_rows("applicability", rows)


if __name__ == "__main__":
    main()
