"""Cells mapped per second by each family, from raw factors to log odds, and trees against scikit-learn's own predict.

Each family maps the same cells with all cores. Trees and scikit-learn predict the same rows in turns, on one thread
each, so that a busy moment falls on both alike.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.model.families.additive import fit_additive_part
from landslide_plugin.core.model.families.ensemble import Base, Ensemble
from landslide_plugin.core.model.families.labelled_rows import LabelledRows
from landslide_plugin.core.model.families.linear import fit_linear_part
from landslide_plugin.core.model.families.mapper import EnsembleMapper
from landslide_plugin.core.model.families.trees import FAMILIES
from landslide_plugin.core.model.fitting import trees
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.types.factors import FactorSpec

ENVIRONMENT = "worker"
FACTORS, SAMPLES, CELLS, ROWS, TURNS = 12, (350, 1500, 5000), 1_000_000, 60_000, 5


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


def against_scikit_learn(kind: str, count: int, rows: np.ndarray) -> list[Row]:
    """Rows a second of trees fitted to so many samples, and how that compares."""
    from threadpoolctl import threadpool_limits

    ours, theirs, _ = trees._fitted(kind, samples(count), 0)
    times = []
    with threadpool_limits(1):
        for _ in range(TURNS + 1):
            own = seconds(lambda: ours._logit(rows), time.process_time)
            times.append((own, seconds(lambda: theirs.predict_proba(rows), time.process_time)))
    own, faster = (statistics.median(part) for part in zip(*((own, their / own) for own, their in times[1:])))
    name = f"{kind} of {len(ours.roots)} trees, {count} samples"
    return [
        Row(f"{name}, one thread", len(rows) / own, "rows/s"),
        at_least(f"{name}, over predict", faster, "x", 3.0, "scikit-learn"),
    ]


def mapped(name: str, base: Base, static: np.ndarray, target: float) -> Row:
    """Cells a second of a family alone."""
    encoder = Encoder.fit(static[:1000], tuple(FactorSpec(f"f{i}") for i in range(FACTORS)))
    mapper = EnsembleMapper(Ensemble(encoder, None, None, base, ()))
    times = [seconds(lambda: mapper.logits(static, None, None)) for _ in range(TURNS)]
    return at_least(
        f"{name}, {mapper.threads} threads", len(static) / statistics.median(times), "cells/s", target
    )


def main() -> None:
    """Print and store the table."""
    rng = np.random.default_rng(1)
    static = rng.normal(size=(CELLS, FACTORS)).astype(np.float32)
    few = samples(1500)
    rows = [
        mapped("logistic", fit_linear_part(few, 1.0), static, 2e6),
        mapped("additive", fit_additive_part(few, 1.0), static, 2e6),
    ]
    for kind in FAMILIES:
        for count in SAMPLES:
            rows += against_scikit_learn(kind, count, static[:ROWS])
    write_rows("mapping_families", rows)


if __name__ == "__main__":
    main()
