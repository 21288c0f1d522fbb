"""An area cut in two: trained on one half and scored on the other, both ways, with a bootstrap of whole units."""

from __future__ import annotations

import numpy as np

from benchmarks.bench.models import balakot, said
from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.cross_validation import own_and_mapped
from landslide_plugin.core.model.validation.fold_models import VOTERS
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, STACK, compare, fit_models
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.model.validation.votes import pooled
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
BLOCK_M = 1000.0
DRAWS = 500
MEMBERS = 5


def scored(train: TrainingData, test: TrainingData, settings: TrainSettings) -> dict[str, np.ndarray]:
    """Probabilities of the other half by model; votes come from folds inside the training half."""
    families = ("ensemble", *VOTERS)
    workshop = Workshop()
    inner = compare(train, settings, families, spatial_partitions(train, settings), workshop, said("folds"))
    models = fit_models(train, settings, families, MEMBERS, workshop, SILENT)
    found = {name: own_and_mapped(model, test)[0] for name, model in models.items()}
    for name in (LEAN_STACK, STACK):
        found[name] = pooled(found, inner.votes[name])
    return found


def units(data: TrainingData) -> np.ndarray:
    """What is drawn together: a landslide, or the stable samples of one block of 1 km."""
    cells = np.floor(data.xy / BLOCK_M).astype(np.int64)
    _, block = np.unique(cells, axis=0, return_inverse=True)
    return np.where(data.labels > 0, data.groups, block.ravel() + data.groups.max() + 1)


def interval(labels: np.ndarray, one: np.ndarray, other: np.ndarray, unit: np.ndarray) -> tuple[float, float]:
    """95 % interval of the difference of AUROC over draws of whole units."""
    rng = np.random.default_rng(0)
    members = [np.flatnonzero(unit == u) for u in np.unique(unit)]
    found = []
    for _ in range(DRAWS):
        rows = np.concatenate([members[i] for i in rng.integers(0, len(members), len(members))])
        found.append(auroc(labels[rows], one[rows]) - auroc(labels[rows], other[rows]))
    low, high = np.quantile(found, (0.025, 0.975))
    return float(low), float(high)


def main() -> None:
    """Measure and write ``build/bench/study_transfer.json``."""
    data = balakot()
    if data is None:
        return
    prepare_tensorflow()
    west = data.xy[:, 0] < np.median(data.xy[:, 0])
    settings = TrainSettings.from_dict({"seed": 0, "cv_repeats": 1}, len(data.labels) // 2)
    rows: list[Row] = []
    means: dict[str, list[float]] = {}
    for way, here in (("west to east", west), ("east to west", ~west)):
        groups_there = np.unique(data.groups[~here])
        train = data.take(here & ~np.isin(data.groups, groups_there))
        test = data.take(~here)
        seen = ~np.any(
            [
                ~np.isin(test.cells.static[:, i], train.cells.static[:, i])
                for i, spec in enumerate(data.specs)
                if spec.kind == "categorical"
            ],
            axis=0,
        )
        rows.append(Row(f"{way}: samples of a category never seen, left out", float((~seen).sum()), ""))
        test = test.take(seen)
        found = scored(train, test, settings)
        for name, p in found.items():
            means.setdefault(name, []).append(auroc(test.labels, p))
            rows.append(Row(f"{way}: AUROC, {NAMES[name].lower()}", means[name][-1], ""))
        low, high = interval(test.labels, found[STACK], found["logistic"], units(test))
        rows.append(
            Row(
                f"{way}: stack minus logistic",
                means[STACK][-1] - means["logistic"][-1],
                f"({low:+.4f} to {high:+.4f})",
            )
        )
    both = {name: float(np.mean(values)) for name, values in means.items()}
    best = max(both["logistic"], both["forest"])
    rows += [Row(f"both ways: AUROC, {NAMES[name].lower()}", value, "") for name, value in both.items()]
    rows.append(
        at_least(
            "both ways: stack minus the best of logistic and forest", both[STACK] - best, "AUROC", -0.005
        )
    )
    write_rows("study_transfer", rows)


if __name__ == "__main__":
    main()
