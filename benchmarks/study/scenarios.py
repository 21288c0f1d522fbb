"""Response to scenarios on areas drawn anew: the short form of ``scenarios.py`` measures one, which is chance too."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from benchmarks.bench.scenarios import (
    CELL_M,
    FORMS,
    LEFT_OUT,
    expected_target,
    falls,
    ours,
    square_error,
    theirs,
)
from benchmarks.common.andes_data import realisation
from benchmarks.common.reference_form import flat
from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow

ENVIRONMENT = "worker"
SEEDS = range(1, 7)
REFERENCE = "reference form"


def one(seed: int) -> dict[str, tuple[float, float]]:
    """Root mean square error at the trigger never seen and share of falling pairs of each form."""
    area = realisation(seed, CELL_M).area
    expected = expected_target(area, seed)
    truth = expected.reshape(len(expected), -1).T[:, LEFT_OUT]
    found = {}
    for called, settings in FORMS.items():
        p, test = ours(seed, settings)
        found[called] = square_error(p[test, LEFT_OUT], truth[test]), falls(p)[0]
    other, unseen, north = theirs(area)
    found[REFERENCE] = square_error(unseen[north], flat(expected)[north][:, LEFT_OUT]), falls(other)[0]
    return found


def judged(called: str, name: str, value: float, unit: str, target: float, words: str = "") -> Row:
    """A row with its target, which the reference form has none of."""
    if called == REFERENCE:
        return Row(f"{called}: {name}", value, unit, None, None, words)
    return at_most(f"{called}: {name}", value, unit, target, words)


def main(seeds: Sequence[int]) -> None:
    """Measure and write ``build/bench/study_scenarios.json``."""
    prepare_tensorflow()
    found = []
    for seed in seeds:
        found.append(one(seed))
        print(seed, found[-1], file=sys.stderr, flush=True)
    rows: list[Row] = []
    for called in (*FORMS, REFERENCE):
        errors, falling = np.array([each[called] for each in found]).T
        words = f"smallest {errors.min():.4f}, largest {errors.max():.4f} of {len(found)} areas"
        name = "root mean square error at a trigger never seen, mean"
        rows.append(judged(called, name, float(errors.mean()), "", 0.030, words))
        name = "pairs in which P falls with the trigger, largest share of an area"
        rows.append(judged(called, name, 100 * float(falling.max()), "%", 0.1))
    write_rows("study_scenarios", rows)


if __name__ == "__main__":
    main(range(int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else SEEDS)
