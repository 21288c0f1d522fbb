"""Cells a second of the classical families and of all of them together, and of trees against scikit-learn.

The trees are the same: scikit-learn's own public classes are fitted to the same rows with the same seed. Twelve
factors, one thread each, processor time, in turns in one run, as the machine may be shared; and by the clock as a map
asks them, on all processors, beside scikit-learn's forest as it comes, which takes one, and its boosting, which takes
all.

``python -m benchmarks.bench.mapping_families [PART ...]``: lines, all or trees.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np

from benchmarks.bench.models import rbsf
from benchmarks.common.default_bundle import EVERY
from benchmarks.common.table import Row, at_least, at_most, write_rows
from benchmarks.common.training_runs import trained_bundle
from landslide_plugin.core.model.bivariate.counting import BivariateRecipe
from landslide_plugin.core.model.bundle.bundle import ModelBundle
from landslide_plugin.core.model.families.additive import fit_additive_part
from landslide_plugin.core.model.families.bivariate import fit_bivariate_part
from landslide_plugin.core.model.families.ensemble import Base, Ensemble
from landslide_plugin.core.model.families.labelled_rows import LabelledRows
from landslide_plugin.core.model.families.linear import fit_linear_part
from landslide_plugin.core.model.families.mapper import EnsembleMapper, ModelMapper, available_processors
from landslide_plugin.core.model.families.trees import FAMILIES
from landslide_plugin.core.model.fitting import trees
from landslide_plugin.core.model.fitting.growing.boosting import BOOSTING
from landslide_plugin.core.model.fitting.growing.forest import FOREST
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.types.factors import FactorSpec

ENVIRONMENT = "worker"
FACTORS, SAMPLES, CELLS, ROWS, TURNS, TREE_TURNS = 12, (350, 1500, 5000), 1_000_000, 50_000, 5, 3
OF_ALL = 131_072
FAST, ALL_TOGETHER, FASTER = 2e6, 5e4, 3.0


def samples(count: int) -> LabelledRows:
    """Rows of standard normal factors, four of which matter, two of them together."""
    rng = np.random.default_rng(0)
    static = rng.normal(size=(count, FACTORS)).astype(np.float32)
    logit = static[:, 0] + static[:, 1] * static[:, 2] - 0.5 * static[:, 3]
    labels = (rng.random(count) < 1.0 / (1.0 + np.exp(-logit))).astype(np.float64)[:, None]
    soil, rain = np.zeros((count, 1, 0), np.float32), np.zeros((1, 0), np.float32)
    return LabelledRows(static, soil, rain, labels, np.ones((count, 1)))


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Time of a piece of work."""
    started = clock()
    work()
    return clock() - started


def public_model(kind: str, told: LabelledRows) -> Any:
    """scikit-learn's own model of the same rows."""
    from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier

    rows, truth, weight, _ = trees.told_rows(told)
    made = (
        RandomForestClassifier(**FOREST, random_state=0, n_jobs=1)
        if kind == "forest"
        else HistGradientBoostingClassifier(**BOOSTING, random_state=0)
    )
    return made.fit(rows, truth, sample_weight=weight)


def against_scikit_learn(kind: str, count: int, rows: np.ndarray) -> list[Row]:
    """Rows a second of trees fitted to so many samples, and how that compares."""
    from threadpoolctl import threadpool_limits

    told = samples(count)
    ours, theirs = trees.fit_trees(kind, told, 0), public_model(kind, told)
    times = []
    with threadpool_limits(1):
        for _ in range(TREE_TURNS + 1):
            own = seconds(lambda: ours._logit(rows), time.process_time)
            times.append((own, seconds(lambda: theirs.predict_proba(rows), time.process_time)))
        apart = 1.0 / (1.0 + np.exp(-ours._logit(rows)[:, 0])) - theirs.predict_proba(rows)[:, 1]
    own, faster = (statistics.median(part) for part in zip(*((own, their / own) for own, their in times[1:])))
    name = f"{kind} of {len(ours.roots)} trees, {count} samples"
    encoder = Encoder.fit(told.static, tuple(FactorSpec(f"f{i}") for i in range(FACTORS)))
    mapper = EnsembleMapper(Ensemble(encoder, None, None, ours, ()))
    both = []
    for _ in range(TREE_TURNS):
        on_all = seconds(lambda: mapper.logits(rows, None, None))
        both.append(seconds(lambda: theirs.predict_proba(rows)) / on_all)
    return [
        Row(f"{name}, leaves a tree", float((ours.column < 0).sum() / len(ours.roots)), ""),
        Row(f"{name}, one thread", len(rows) / own, "rows/s"),
        at_least(f"{name}, over predict_proba", faster, "x", FASTER, "scikit-learn"),
        Row(f"{name}, as a map asks them over predict_proba as it comes", statistics.median(both), "x"),
        at_most(f"{name}, largest difference", float(np.abs(apart).max()), "", 1e-6, "scikit-learn"),
    ]


def rates(name: str, work: Callable[[], object], cells: int, target: float) -> list[Row]:
    """Cells a second by the clock, and by processor time as if all processors were free."""
    work()
    both = [(seconds(work), seconds(work, time.process_time)) for _ in range(TURNS)]
    wall, busy = (cells / statistics.median(part) for part in zip(*both))
    processors = available_processors()
    return [
        Row(f"{name}, {processors} threads beside what else runs", wall, "cells/s"),
        at_least(
            f"{name}, {processors} x that of one second of a processor", processors * busy, "cells/s", target
        ),
    ]


def mapped(name: str, base: Base, encoder: Encoder, static: np.ndarray) -> list[Row]:
    """Cells a second of a family alone."""
    mapper = EnsembleMapper(Ensemble(encoder, None, None, base, ()))
    return rates(name, lambda: mapper.logits(static, None, None), len(static), FAST)


def drawn(bundle: ModelBundle, count: int) -> np.ndarray:
    """Cells with factors as those of the training."""
    rng, columns = np.random.default_rng(2), []
    for factor in bundle.ensemble.encoder.factors:
        columns.append(rng.normal(factor.mean, factor.deviation, count))
    return np.column_stack(columns).astype(np.float32)


def all_together() -> list[Row]:
    """Cells a second of the default of a training, all families, on the 350 points of the first tutorial."""
    with tempfile.TemporaryDirectory() as folder:
        bundle = trained_bundle(rbsf(), EVERY, Path(folder))
    static = drawn(bundle, OF_ALL)
    rows = rates(
        "all families, one scenario", lambda: bundle.predict(static, None, None), OF_ALL, ALL_TOGETHER
    )
    parts = getattr(bundle.ensemble, "parts", ())
    for part in parts:
        busy = _cost(ModelMapper(part.model), static)
        rows.append(Row(f"all families, of it {part.family}", 1e6 * busy / OF_ALL, "us a cell"))
    return rows


def _cost(mapper: ModelMapper, static: np.ndarray, profile: Optional[np.ndarray] = None) -> float:
    return min(seconds(lambda: mapper.logits(static, profile, None), time.process_time) for _ in range(3))


def lines() -> list[Row]:
    """Families that are sums over the factors."""
    static = np.random.default_rng(1).normal(size=(CELLS, FACTORS)).astype(np.float32)
    few = samples(1500)
    encoder = Encoder.fit(static[:1000], tuple(FactorSpec(f"f{i}") for i in range(FACTORS)))
    return [
        *mapped("logistic", fit_linear_part(few, 1.0), encoder, static),
        *mapped("additive", fit_additive_part(few, 1.0), encoder, static),
        *mapped("bivariate", fit_bivariate_part(few, encoder, BivariateRecipe()), encoder, static),
    ]


def forests_and_boosting() -> list[Row]:
    """Trees of each kind, of few and of many samples."""
    rows = np.random.default_rng(1).normal(size=(ROWS, FACTORS)).astype(np.float32)
    return [row for kind in FAMILIES for count in SAMPLES for row in against_scikit_learn(kind, count, rows)]


PARTS = {"lines": lines, "all": all_together, "trees": forests_and_boosting}


def main(chosen: Sequence[str]) -> None:
    """Print and store the table, of some parts if any are named."""
    rows = [row for part in chosen or tuple(PARTS) for row in PARTS[part]()]
    write_rows("_".join(["mapping_families", *chosen]), rows)


if __name__ == "__main__":
    main(sys.argv[1:])
