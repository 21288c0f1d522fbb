"""What is lost where the idle members of a fold are left out: how many would have left epoch 0, and scores both ways.

``python -m benchmarks.study.idle_members [AREA ...]``, of rbsf, balakot, andes and physics; all if none is named. Each
fold is trained in full; where the setting ``cv_idle`` would leave members out, it is trained once more with it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from benchmarks.bench.models import balakot, rbsf
from benchmarks.common.andes_data import realisation, with_prior
from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.evaluation.metrics import auroc, brier
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble, idle_members_tried
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.fold_models import own_and_mapped
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
WORSE = 0.002
"""By how much the held-out log loss may rise for the setting to be on unless asked otherwise."""


@dataclass(frozen=True)
class Case:
    """An area, and how often its folds are drawn, each time with a seed of its own.

    Attributes
    ----------
    data : callable
        Samples for a seed; None where the area is not at hand.
    seeds : sequence of int
    members : int
        Of a fold.
    """

    data: Callable[[int], Optional[TrainingData]]
    seeds: Sequence[int]
    members: int


CASES = {
    "rbsf": (Case(lambda _: rbsf(), (42, 43, 44), 2), Case(lambda _: rbsf(), (42,), 5)),
    "andes": (Case(lambda seed: realisation(seed).data, (42, 43), 2),),
    "physics": (Case(lambda seed: with_prior(realisation(seed)).data, (42,), 2),),
    "balakot": (Case(lambda _: balakot(), (42,), 2),),
}


@dataclass
class Found:
    """Counts over folds, and what each fold loses."""

    folds: int = 0
    idle: int = 0
    skipped: int = 0
    would_leave: int = 0
    ensembles_moved: int = 0

    def words(self, members: int) -> str:
        """The counts in words."""
        return (
            f"{members} members a fold: {self.idle} of {self.folds} folds idle, {self.skipped} members left out, "
            f"{self.would_leave} of them would have left epoch 0, {self.ensembles_moved} ensembles would have kept it"
        )


def measured(case: Case) -> Optional[tuple[Found, dict[str, np.ndarray]]]:
    """Counts, and log loss, Brier score and AUROC in full and with idle members left out, one row a seed."""
    found, scores = Found(), {"full": [], "skip": []}
    for seed in case.seeds:
        data = case.data(seed)
        if data is None:
            return None
        settings = TrainSettings.from_dict({"seed": seed, "cv_members": case.members}, len(data.labels))
        p = {way: np.full(len(data.labels), np.nan) for way in scores}
        workshop, part = Workshop(), spatial_partitions(data, settings)[0]
        for fold in part.usable:
            train, test = part.split(fold)
            known, rest = data.take(train), data.take(test)
            whole = fit_ensemble(known, settings, case.members, workshop, SILENT)
            p["full"][test] = p["skip"][test] = own_and_mapped(whole, rest)[0]
            left = [int(np.argmin(member.history)) > 0 for member in whole.members]
            tried = idle_members_tried(case.members)
            found.folds += 1
            if any(left[:tried]):
                continue
            few = replace(settings, cv_idle="skip")
            less = fit_ensemble(known, few, case.members, workshop, SILENT, in_fold=True)
            p["skip"][test] = own_and_mapped(less, rest)[0]
            found.idle += 1
            found.skipped += case.members - tried
            found.would_leave += sum(left[tried:])
            found.ensembles_moved += any(member.epochs for member in whole.members)
        for way, row in p.items():
            told = np.isfinite(row)
            truth, own = data.labels[told], row[told]
            scores[way].append((log_loss(truth, own), brier(truth, own), auroc(truth, own)))
    return found, {way: np.array(rows) for way, rows in scores.items()}


def rows_of(area: str) -> list[Row]:
    """What an area tells."""
    rows = []
    for case in CASES[area]:
        told = measured(case)
        if told is None:
            continue
        found, scores = told
        name, words = f"{area}, {case.members} members, {len(case.seeds)} seeds", found.words(case.members)
        print(f"{name}: {words}", flush=True)
        lost = (scores["skip"] - scores["full"]).mean(axis=0)
        before = scores["full"].mean(axis=0)
        rows += [
            Row(f"{name}: members left out", found.skipped, "", None, None, words),
            Row(f"{name}: of these would have left epoch 0", found.would_leave, ""),
            at_most(f"{name}: log loss lost", float(lost[0]), "", WORSE, f"in full {before[0]:.4f}"),
            Row(f"{name}: Brier score lost", float(lost[1]), "", None, None, f"in full {before[1]:.4f}"),
            Row(f"{name}: AUROC lost", float(-lost[2]), "", None, None, f"in full {before[2]:.4f}"),
        ]
        print("\n".join(f"  {row.name}: {row.value:.6g}" for row in rows[-5:]), flush=True)
    return rows


def main(areas: Sequence[str]) -> None:
    """Measure and write ``build/bench/idle_members.json``."""
    prepare_tensorflow()
    write_rows("idle_members", [row for area in areas for row in rows_of(area)])


if __name__ == "__main__":
    main(sys.argv[1:] or tuple(CASES))
