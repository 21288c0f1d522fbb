"""Labels that follow layered physics: every model on made-up soils, with and without the probability of failure.

Cells of four draws of the synthetic area with cells of 300 m, their labels drawn from the layered probability of
failure with noise on its log odds. Some train, all others are scored. What each comparator shows: logistic regression
on the factors, what a line says of the ground; with logit Pf, what physics adds to it as one more factor; Pf alone, how
far physics goes unaided; a perceptron and boosting on the same inputs, what any flexible model learns from the soil
layers; the network ensemble, what attention over depth adds to that; the true probability, what nobody can pass.
"""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from typing import Any

import numpy as np

from benchmarks.common.table import Row, write_rows
from benchmarks.study.sparse import TRUE, world
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.cross_validation import physics_probability
from landslide_plugin.core.model.validation.fold_models import WITH_PF, fit_models, own_and_mapped
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
DRAWS, APART_M = 4, 1e5
COUNTS = (600, 4000)
SEEDS = (700, 710, 720)
MEMBERS = 3
PERCEPTRON = "perceptron"
CLASSICAL = ("logistic", "additive", "forest", "boosting")
FAMILIES = (*CLASSICAL, *(family + WITH_PF for family in CLASSICAL), "ensemble")
WITH_TERM = "network ensemble with the physics term"


def soils(seed: int) -> tuple[TrainingData, np.ndarray]:
    """Cells of four draws side by side, and the probability (n,) with which each label was drawn."""
    drawn = [world(seed + number, TRUE) for number in range(DRAWS)]
    parts = [data for data, _ in drawn]
    first = parts[0]
    cells: dict[str, Any] = {
        each.name: None
        if getattr(first.cells, each.name) is None
        else np.concatenate([getattr(part.cells, each.name) for part in parts])
        for each in fields(Cells)
    }
    away = [part.xy + np.array([number * APART_M, 0.0]) for number, part in enumerate(parts)]
    labels = np.concatenate([part.labels for part in parts])
    data = TrainingData(
        first.specs,
        Cells(**cells),
        labels,
        np.concatenate(away),
        np.arange(len(labels), dtype=np.int32),
        first.soil,
        first.scenarios,
        first.reference,
    )
    return data, np.concatenate([truth for _, truth in drawn])


def parted(seed: int, count: int) -> tuple[TrainingData, TrainingData, np.ndarray]:
    """So many cells to train on, the others, and the truth of these; of classes that training met."""
    data, truth = soils(seed)
    order = np.random.default_rng([seed, count]).permutation(len(truth))
    train, test = np.sort(order[:count]), np.sort(order[count:])
    known, rest = data.take(train), data.take(test)
    met = np.all(
        [
            np.isin(rest.cells.static[:, place], known.cells.static[:, place])
            for place, spec in enumerate(data.specs)
            if spec.kind == "categorical"
        ],
        axis=0,
    )
    return known, rest.take(met), truth[test][met]


def without_physics(data: TrainingData) -> TrainingData:
    """The same samples, told nothing of slope physics, and one scenario."""
    cells = replace(data.cells, prior_pf=None, prior_fs=None)
    return replace(data, cells=cells, scenarios=None, reference=0)


def scored(seed: int, count: int, workshop: Workshop) -> dict[str, tuple[float, float]]:
    """AUROC and log loss of each model."""
    train, test, truth = parted(seed, count)
    settings = TrainSettings.from_dict({"seed": seed, "physics_lambda": 0.0}, count)
    models = fit_models(train, settings, FAMILIES[:-1], 1, workshop=workshop, progress=SILENT)
    p = {NAMES[name].lower(): own_and_mapped(model, test)[0] for name, model in models.items()}
    blind, blind_test = without_physics(train), without_physics(test)
    alone = fit_models(blind, settings, ["ensemble"], MEMBERS, workshop=workshop, progress=SILENT)
    p["network ensemble"] = own_and_mapped(alone["ensemble"], blind_test)[0]
    with_term = TrainSettings.from_dict({"seed": seed}, count)
    taught = fit_models(train, with_term, ["ensemble"], MEMBERS, workshop=workshop, progress=SILENT)
    p[WITH_TERM] = own_and_mapped(taught["ensemble"], test)[0]
    flexible = fit_models(blind, settings, [PERCEPTRON], 1, workshop=workshop, progress=SILENT)
    p[NAMES[PERCEPTRON].lower()] = own_and_mapped(flexible[PERCEPTRON], blind_test)[0]
    p["Pf alone"] = np.nan_to_num(physics_probability(test))
    p["true probability"] = truth
    return {name: (auroc(test.labels, q), log_loss(test.labels, q)) for name, q in p.items()}


def main(seeds: tuple[int, ...]) -> None:
    """Measure and write ``build/bench/soils.json``."""
    prepare_tensorflow()
    workshop, rows = Workshop(), []
    for count in COUNTS:
        found = []
        for seed in seeds:
            found.append(scored(seed, count, workshop))
            print(count, seed, {k: round(v[0], 3) for k, v in found[-1].items()}, file=sys.stderr, flush=True)
        for name in found[0]:
            area, loss = (np.array([each[name][i] for each in found]) for i in range(2))
            told = f"{area.min():.3f} to {area.max():.3f} over {len(found)} draws"
            rows.append(Row(f"{count} samples: AUROC, {name}", float(area.mean()), "", None, None, told))
            rows.append(Row(f"{count} samples: log loss, {name}", float(loss.mean()), ""))
    write_rows("soils", rows)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SEEDS)
