"""Bivariate classes against the network: time to fit and to map, and scores on the same spatial folds.

Both are fitted to the RBSF samples and map the same cells; CPU time of the shortest run, everything but imports.
"""

from __future__ import annotations

import time

import numpy as np

from benchmarks.bench.models import balakot, rbsf
from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.model.bivariate.densities import METHODS
from landslide_plugin.core.model.families.mapper import ModelMapper
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.fold_models import fit_models
from landslide_plugin.core.model.validation.gated_calibration import mean_loss
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, compare
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
CELLS = 500_000
REPEATS = 2
OTHERS = ("logistic", "additive", "forest", "boosting")


def seconds(data: TrainingData, family: str) -> tuple[float, float]:
    """CPU time to fit a model as it is stored, and to map ``CELLS`` cells with it."""
    settings = TrainSettings.from_dict({"architecture": "residual", "seed": 0})
    cells = data.cells.static[np.random.default_rng(0).integers(0, len(data.labels), CELLS)]
    started = time.process_time()
    models = fit_models(data, settings, [family], settings.members, Workshop(), progress=SILENT)
    fitted = time.process_time()
    ModelMapper(models[family]).logits(cells, None, None)
    return fitted - started, time.process_time() - fitted


def score_rows(area: str, data: TrainingData, repeats: int) -> list[Row]:
    """AUROC and log loss over spatial folds: each method, the other families, and the pool without and with classes."""
    rows = []
    for method in METHODS:
        settings = TrainSettings.from_dict({"seed": 0, "cv_repeats": repeats, "bivariate_method": method})
        partitions = spatial_partitions(data, settings)
        names = ("bivariate", "bivariate_calibrated", *OTHERS)
        told = names if method == METHODS[0] else names[:1]
        found = compare(data, settings, told, partitions, Workshop(), progress=SILENT, stacked=told[1:])
        for name in [*told, *([LEAN_STACK] if len(told) > 1 else [])]:
            called = (
                f"{NAMES[name].lower()}, {method.replace('_', ' ')}" if "biv" in name else NAMES[name].lower()
            )
            called += " with classes" if name == LEAN_STACK else ""
            scores = [fold["auroc"] for fold in found.results[name].fold_scores]
            rows.append(Row(f"{area}: AUROC, {called}", float(np.mean(scores)), ""))
            rows.append(
                Row(f"{area}: log loss, {called}", mean_loss(data.labels, found.probability[name]), "")
            )
        if len(told) > 1:
            lean = compare(data, settings, OTHERS, partitions, Workshop(), progress=SILENT)
            scores = [fold["auroc"] for fold in lean.results[LEAN_STACK].fold_scores]
            called = f"{NAMES[LEAN_STACK].lower()} without classes"
            rows.append(Row(f"{area}: AUROC, {called}", float(np.mean(scores)), ""))
            rows.append(
                Row(f"{area}: log loss, {called}", mean_loss(data.labels, lean.probability[LEAN_STACK]), "")
            )
    return rows


def main() -> None:
    """Measure and write ``build/bench/bivariate.json``."""
    data = rbsf()
    prepare_tensorflow()
    (fit, mapped), (fit_network, mapped_network) = (seconds(data, name) for name in ("bivariate", "ensemble"))
    rows = [
        Row("fit, bivariate classes", fit, "s of CPU"),
        Row("fit, network ensemble", fit_network, "s of CPU"),
        Row(f"map {CELLS} cells, bivariate classes", mapped, "s of CPU"),
        Row(f"map {CELLS} cells, network ensemble", mapped_network, "s of CPU"),
        at_least(
            "fit and map, how many times faster than the network",
            (fit_network + mapped_network) / (fit + mapped),
            "times",
            20.0,
        ),
    ]
    for area, samples, repeats in (("RBSF", data, REPEATS), ("Balakot", balakot(), 1)):
        if samples is not None:
            rows += score_rows(area, samples, repeats)
    write_rows("bivariate", rows)


if __name__ == "__main__":
    main()
