"""Families that are chosen by hand beside those of the default comparison, on the two real areas.

``python -m benchmarks.study.families [repeats [parts]]``: AUROC, log loss and the paired difference to logistic
regression over spatial folds, the time of one fit and of a map, and the published figure of a tuned support vector
machine, as the family is and by the published search. The part ``pool`` also has a stacked mean in which the machine
votes.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

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
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.samples.folds import kmeans_folds, usable_folds

ENVIRONMENT = "worker"
REPEATS, PUBLISHED = 20, 0.7389
CELLS = 200_000
PARTS = ("published", "search", "times", "rbsf", "pool", "balakot")
CHOSEN = ("logistic", "additive", "bivariate", *MACHINES)


def table(area: str, data: TrainingData, repeats: int) -> list[Row]:
    """Scores of the families that are chosen by hand, and of two others, on the same folds."""
    settings = TrainSettings.from_dict({"seed": 0, "cv_repeats": repeats, "architecture": "residual"})
    partitions = spatial_partitions(data, settings)
    found = compare(data, settings, CHOSEN, partitions, Workshop(), said(area), stacked=())
    pairs = differences(found)
    rows = []
    for name in CHOSEN:
        called, pair = f"{area}: %s, {named_within(name)}", pairs.get(f"{name}_minus_logistic")
        summary = scorecard.fold_summary(found.results[name], found.folds)
        if summary is None:
            continue
        words = (
            f"minus logistic {pair['mean']:+.4f} ({pair['low']:+.4f} to {pair['high']:+.4f})" if pair else ""
        )
        rows.append(Row(called % "AUROC", summary["auroc_mean"], "", compared_with=words))
        if not is_relative(name):
            rows.append(Row(called % "log loss", mean_loss(data.labels, found.probability[name]), ""))
    return rows


def pools(area: str, data: TrainingData, repeats: int) -> list[Row]:
    """The default pool without the network, and one in which the machine votes."""
    settings = TrainSettings.from_dict({"seed": 0, "cv_repeats": repeats, "architecture": "residual"})
    partitions, rows = spatial_partitions(data, settings), []
    for words, families in (("", VOTERS), (" with the support vector machine", (*VOTERS, "svm"))):
        found = compare(data, settings, families, partitions, Workshop(), said(f"{area}{words}"))
        called = f"{area}: %s, {named_within(LEAN_STACK)}{words}"
        scores = scorecard.fold_summary(found.results[LEAN_STACK], found.folds)
        rows.append(Row(called % "AUROC", scores["auroc_mean"] if scores else np.nan, ""))
        rows.append(Row(called % "log loss", mean_loss(data.labels, found.probability[LEAN_STACK]), ""))
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


def search(repeats: int) -> list[Row]:
    """The published protocol: 50 draws of cost (2^-12 to 2^15) and width (2^-15 to 2^6), best AUROC of inner folds."""
    data, found = rbsf(), []
    for seed in range(repeats):
        folds, rng = kmeans_folds(data.xy, data.groups, 5, seed), np.random.default_rng(seed)
        for fold in usable_folds(data.labels, folds):
            train = folds != fold
            draws = [(2.0 ** rng.uniform(-12, 15), 2.0 ** rng.uniform(-15, 6)) for _ in range(50)]
            known = data.take(train)
            inner = kmeans_folds(known.xy, known.groups, 5, seed)
            best = max(draws, key=lambda drawn, known=known, inner=inner: _mean_auroc(known, inner, drawn))
            found.append(_auroc(data, train, best))
    error = float(np.std(found, ddof=1) / np.sqrt(len(found)))
    words = f"published {PUBLISHED}; standard error of {len(found)} folds {error:.4f}"
    name = f"RBSF, published folds x {repeats}: AUROC, machine by the published search"
    return [Row(name, float(np.mean(found)), "", compared_with=words)]


def _mean_auroc(data: TrainingData, folds: npt.NDArray[np.intp], drawn: tuple[float, float]) -> float:
    return float(np.mean([_auroc(data, folds != fold, drawn) for fold in usable_folds(data.labels, folds)]))


def _auroc(data: TrainingData, train: npt.NDArray[np.bool_], drawn: tuple[float, float]) -> float:
    """AUROC of the rest by a machine of scikit-learn's with this cost and width."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.svm import SVC

    encoder = Encoder.fit(data.cells.static[train], data.specs)
    inputs, (cost, gamma) = encoder.transform(data.cells.static).astype(np.float64), drawn
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        machine = SVC(C=cost, gamma=gamma, max_iter=100_000).fit(inputs[train], data.labels[train])
    return auroc(data.labels[~train], machine.decision_function(inputs[~train]))


def measured(part: str, repeats: int) -> list[Row]:
    """The rows of one part of the study."""
    if part == "published":
        return published(repeats)
    if part == "search":
        return search(repeats)
    if part == "times":
        return times("RBSF", rbsf())
    if part == "rbsf":
        return table(f"RBSF, 5 folds x {repeats}", rbsf(), repeats)
    if part == "pool":
        return pools(f"RBSF, 5 folds x {repeats}", rbsf(), repeats)
    area = balakot()
    return [] if area is None else table("Balakot, 5 folds", area, 1)


def main(repeats: int, parts: Sequence[str]) -> None:
    """Measure and write ``build/bench/study_families_<part>.json``, part by part."""
    for part in parts:
        write_rows(f"study_families_{part}", measured(part, repeats))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPEATS, sys.argv[2:] or PARTS)
