"""What is lost by forests of fewer trees: scores held out, and time.

``python -m benchmarks.study.forests [AREA ...]``, of andes, on which the numbers were chosen, and balakot and
rbsf, on which they are judged; all if none is named. All sizes take the same folds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Optional

import numpy as np
import numpy.typing as npt

from benchmarks.bench.models import balakot, rbsf
from benchmarks.common.andes_data import realisation
from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.evaluation.metrics import auroc, brier
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.model.fitting.families import family_rows
from landslide_plugin.core.model.fitting.preparation import prepare
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.fitting.trees import fit_trees
from landslide_plugin.core.model.validation.partitions import Partition, spatial_partitions

ENVIRONMENT = "worker"
SIDE_BY_SIDE, CELL_M = 12, 250.0
SIZES = (200, 100, 50)


def andes(seed: int) -> TrainingData:
    """Landslides of many draws of the synthetic area, side by side, and as many cells without."""
    draws = [realisation(SIDE_BY_SIDE * seed + number, CELL_M).data for number in range(SIDE_BY_SIDE)]
    wide, chance, parts = np.ptp(draws[0].xy[:, 0]) + CELL_M, np.random.default_rng(seed), []
    for number, drawn in enumerate(draws):
        slid, stood = (np.flatnonzero((drawn.labels > 0) == kind) for kind in (True, False))
        rows = np.concatenate([slid, chance.choice(stood, len(slid), replace=False)])
        shifted = drawn.xy[rows] + np.array([number * wide, 0.0])
        parts.append((drawn.cells.static[rows], drawn.labels[rows], shifted))
    static, labels, xy = (np.concatenate(part) for part in zip(*parts))
    return TrainingData(draws[0].specs, Cells(static), labels, xy, np.arange(len(labels), dtype=np.int32))


AREAS: dict[str, tuple[Callable[[int], Optional[TrainingData]], Sequence[int]]] = {
    "andes": (andes, (1, 2, 3)),
    "balakot": (lambda _: balakot(), (42, 43)),
    "rbsf": (lambda _: rbsf(), (42, 43, 44, 45, 46)),
}


def held_out(
    data: TrainingData, part: Partition, settings: TrainSettings, trees: int
) -> tuple[npt.NDArray[np.float64], float]:
    """Probability (n,) of each sample by a forest that did not see its fold; seconds of processor time of a fit."""
    p, spent = np.full(len(data.labels), np.nan), 0.0
    for fold in part.usable:
        train, test = part.split(fold)
        ready, rest = prepare(data.take(train), settings), data.take(test).cells
        started = time.process_time()
        grown = fit_trees("forest", family_rows(ready), settings.seed, trees=trees)
        spent += time.process_time() - started
        model = replace(ready.base, linear=grown)
        p[test] = model.probability(rest.static, rest.profile, None)[0, :, 0]
    return p, spent / len(part.usable)


def scores(data: TrainingData, part: Partition, p: npt.NDArray[np.float64]) -> tuple[float, float, float]:
    """Mean of the folds' AUROC, and log loss and Brier score of all samples held out."""
    known = np.isfinite(p)
    inside = [known & (part.folds == fold) for fold in part.usable]
    ranked = float(np.mean([auroc(data.labels[rows], p[rows]) for rows in inside]))
    labels, told = data.labels[known], p[known]
    return ranked, log_loss(labels, told), brier(labels, told)


def measured(area: str) -> list[Row]:
    """Scores of each size on an area, mean of its seeds, and what is lost against the first."""
    provide, seeds = AREAS[area]
    found: dict[int, list[tuple[float, ...]]] = {size: [] for size in SIZES}
    for seed in seeds:
        data = provide(seed)
        if data is None:
            return []
        chosen = {"seed": seed, "architecture": "plain", "physics_lambda": 0.0, "cv_repeats": 1}
        settings = TrainSettings.from_dict(chosen, len(data.labels))
        part = spatial_partitions(data, settings)[0]
        told = partial(held_out, data, part, settings)
        for trees in SIZES:
            p, spent = told(trees)
            found[trees].append((*scores(data, part, p), spent))
            print(area, seed, trees, np.round(found[trees][-1], 4), file=sys.stderr, flush=True)
    first, rows = np.mean(found[SIZES[0]], axis=0), []
    for trees, each in found.items():
        mean = np.mean(each, axis=0)
        called = f"{area}: {trees} trees"
        for place, name in enumerate(("AUROC", "log loss", "Brier score")):
            words = f"{mean[place] - first[place]:+.4f} against the first"
            rows.append(Row(f"{called}: {name}", mean[place], "", None, None, words))
        rows.append(Row(f"{called}: a fit", mean[3], "s of CPU"))
    return rows


def main(areas: Sequence[str]) -> None:
    """Measure and write ``build/bench/study_forests_<area>.json``."""
    for area in areas:
        write_rows(f"study_forests_{area}", measured(area))


if __name__ == "__main__":
    main(sys.argv[1:] or tuple(AREAS))
