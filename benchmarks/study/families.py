"""Families that are chosen by hand beside those of the default comparison, on the two real areas.

``python -m benchmarks.study.families [repeats]``: AUROC, log loss and the paired difference to logistic regression over
spatial folds, the time of one fit and of a map, and the published figure of a tuned support vector machine.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from benchmarks.bench.models import balakot, rbsf, said
from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.model_names import NAMES, is_relative, named_within
from landslide_plugin.core.model.families.mapper import ModelMapper
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.families import FAMILIES, MACHINES
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.validation import scorecard
from landslide_plugin.core.model.validation.comparison_rows import differences
from landslide_plugin.core.model.validation.fold_models import VOTERS, fit_models
from landslide_plugin.core.model.validation.gated_calibration import mean_loss
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, compare
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.folds import kmeans_folds, usable_folds

ENVIRONMENT = "worker"
REPEATS, PUBLISHED = 20, 0.7389
CELLS = 200_000
VOTERS_WITH_MACHINE = (*VOTERS, "svm")
FITTED = tuple(dict.fromkeys((*FAMILIES, *VOTERS, *MACHINES)))


def table(area: str, data: TrainingData, repeats: int, with_machine: bool) -> list[Row]:
    """Scores of every family on the same folds, of the default pool and, by choice, of one with the machine in it."""
    settings = TrainSettings.from_dict({"seed": 0, "cv_repeats": repeats, "architecture": "residual"})
    partitions = spatial_partitions(data, settings)
    found = compare(data, settings, FITTED, partitions, Workshop(), said(area), stacked=VOTERS)
    pairs = differences(found)
    rows = []
    for name, result in found.results.items():
        called, summary = f"{area}: %s, {named_within(name)}", scorecard.fold_summary(result, found.folds)
        if summary is None:
            continue
        pair = pairs.get(f"{name}_minus_logistic")
        words = (
            f"minus logistic {pair['mean']:+.4f} ({pair['low']:+.4f} to {pair['high']:+.4f})" if pair else ""
        )
        rows.append(Row(called % "AUROC", summary["auroc_mean"], "", compared_with=words))
        if not is_relative(name):
            rows.append(Row(called % "log loss", mean_loss(data.labels, found.probability[name]), ""))
    if with_machine:
        pool = compare(data, settings, VOTERS_WITH_MACHINE, partitions, Workshop(), said(f"{area}, pool"))
        summary = scorecard.fold_summary(pool.results[LEAN_STACK], pool.folds)
        called = f"{area}: %s, {named_within(LEAN_STACK)} with the support vector machine"
        rows.append(Row(called % "AUROC", summary["auroc_mean"] if summary else np.nan, ""))
        rows.append(Row(called % "log loss", mean_loss(data.labels, pool.probability[LEAN_STACK]), ""))
    return rows


def times(area: str, data: TrainingData) -> list[Row]:
    """CPU time to fit each family once to all samples, and to map ``CELLS`` cells."""
    settings = TrainSettings.from_dict({"seed": 0, "architecture": "residual"})
    cells = data.cells.static[np.random.default_rng(0).integers(0, len(data.labels), CELLS)]
    rows = []
    for name in (*FAMILIES, *MACHINES):
        started = time.process_time()
        model = fit_models(data, settings, [name], 1, Workshop(), progress=SILENT)[name]
        fitted = time.process_time()
        ModelMapper(model).logits(cells, None, None)
        rows.append(Row(f"{area}: fit, {NAMES[name]}", fitted - started, "s of CPU"))
        rows.append(
            Row(f"{area}: map {CELLS} cells, {NAMES[name]}", time.process_time() - fitted, "s of CPU")
        )
    return rows


def published(repeats: int) -> list[Row]:
    """The tuned machine by the published protocol: five k-means folds, as they are, and means of their AUROC."""
    data, found = rbsf(), []
    settings = TrainSettings.from_dict({"seed": 0, "architecture": "residual"})
    for seed in range(repeats):
        folds = kmeans_folds(data.xy, data.groups, 5, seed)
        for fold in usable_folds(data.labels, folds):
            test = folds == fold
            model = fit_models(data.take(~test), settings, ["svm"], 1, Workshop(), progress=SILENT)["svm"]
            p = model.probability(data.cells.static[test], None, None)[0, :, 0]
            found.append(auroc(data.labels[test], p))
    error = float(np.std(found, ddof=1) / np.sqrt(len(found)))
    words = f"published {PUBLISHED}; standard error of {len(found)} folds {error:.4f}"
    return [
        Row(f"RBSF, published folds x {repeats}: AUROC, svm", float(np.mean(found)), "", compared_with=words)
    ]


def main(repeats: int) -> None:
    """Measure and write ``build/bench/study_families.json``."""
    rows = published(repeats) + times("RBSF", rbsf())
    rows += table(f"RBSF, 5 folds x {repeats}", rbsf(), repeats, with_machine=True)
    area = balakot()
    if area is not None:
        rows += times("Balakot", area) + table("Balakot, 5 folds", area, 1, with_machine=False)
    write_rows("study_families", rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPEATS)
