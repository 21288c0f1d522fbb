"""Votes of a stacked mean from folds inside each training part, or by the held-out predictions of the other folds.

The latter would save two thirds of a fold, if they scored alike. They do not: models of the other folds have seen the
fold that is judged, so the plugin takes the former in every repeat.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from benchmarks.bench.models import rbsf
from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.validation import scorecard
from landslide_plugin.core.model.validation.fold_models import VOTERS
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, compare
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
SEEDS = (0, 1, 2)
ALIKE = 0.002


def main(seeds: Sequence[int]) -> None:
    """Measure and write ``build/bench/votes.json``."""
    data, found = rbsf(), []
    for seed in seeds:
        settings = TrainSettings.from_dict({"seed": seed, "cv_repeats": 1}, len(data.labels))
        parts, each = spatial_partitions(data, settings), []
        for inside in (True, False):
            made = compare(data, settings, VOTERS, parts, Workshop(), progress=SILENT, inner=inside)
            summary = scorecard.fold_summary(made.results[LEAN_STACK]) or {}
            each.append((summary["auroc_mean"], summary["log_loss_mean"], made.probability[LEAN_STACK][0]))
        (inner, inner_loss, one), (others, others_loss, other) = each
        found.append((inner, others, inner_loss, others_loss, float(np.nanmean(np.abs(one - other)))))
        print(seed, found[-1], file=sys.stderr, flush=True)
    means = np.mean(found, axis=0)
    told, alike = f"{len(found)} partitions", f"alike: within {ALIKE:g}"
    apart = "by the other folds minus from inner folds"
    write_rows(
        "votes",
        [
            Row("RBSF: AUROC of the stacked mean, votes from inner folds", means[0], "", None, None, told),
            Row("RBSF: AUROC of the stacked mean, votes by the other folds", means[1], ""),
            Row(f"RBSF: AUROC, {apart}", means[1] - means[0], "", None, None, alike),
            Row(f"RBSF: log loss, {apart}", means[3] - means[2], "", None, None, alike),
            Row("RBSF: mean difference of a sample's probability", means[4], ""),
        ],
    )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SEEDS)
