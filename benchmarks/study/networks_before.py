"""Held-out scores of networks with a slope-stability prior beside those of an older checkout.

``python -m benchmarks.study.networks_before CHECKOUT [REALISATION ...]``: realisations 42 to 48 of the synthetic area
unless others are named, trained as release 0.1 did it: networks, one repeat of the folds. Without a checkout nothing
is compared.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.bench.training import FIRST, WORSE
from benchmarks.common.andes_data import realisation, with_prior
from benchmarks.common.table import Row, at_most, write_rows
from benchmarks.common.training_runs import trained

ENVIRONMENT = "worker"
REALISATIONS = tuple(range(42, 49))


def lost(before: Path, number: int) -> dict[str, float]:
    """By how much each score of a realisation is worse than that of the older checkout."""
    data = with_prior(realisation(number)).data
    ours, theirs = trained(data, FIRST), trained(data, FIRST, before)
    found = {score: (theirs[score] - ours[score]) * (1.0 if score == "auroc" else -1.0) for score in WORSE}
    told = ", ".join(f"{score} {ours[score]:.4f} ({theirs[score]:.4f})" for score in WORSE)
    print(f"realisation {number}, in brackets before: {told}", flush=True)
    return found


def main(before: str = "", numbers: Sequence[int] = REALISATIONS) -> None:
    """Print and store means over the realisations with their standard errors."""
    if not before:
        print("skipped: names no older checkout")
        return
    every = [lost(Path(before).resolve(), number) for number in numbers]
    rows = []
    for score, limit in WORSE.items():
        values = np.array([one[score] for one in every])
        error = values.std(ddof=1) / np.sqrt(len(values)) if len(values) > 1 else float("nan")
        words = f"standard error {error:.4f}, {len(values)} realisations"
        rows.append(
            at_most(
                f"{score.replace('_', ' ')} lost, mean over realisations", values.mean(), "", limit, words
            )
        )
    write_rows("networks_before", [*rows, Row("realisations", len(every), "")])


if __name__ == "__main__":
    main("".join(sys.argv[1:2]), [int(number) for number in sys.argv[2:]] or REALISATIONS)
