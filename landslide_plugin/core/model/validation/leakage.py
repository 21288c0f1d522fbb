"""Scores without the factors that may have been recorded after the landslides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Optional

import numpy as np

from ...evaluation.baselines import fit_logistic
from ...progress import Progress
from ...samples.encoding import Encoder
from ..fitting.data import Cells, TrainingData
from ..fitting.ensemble import Workshop
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from . import scorecard
from .cross_validation import cross_validate
from .held_out import judged
from .partitions import Partition

QUICK_MEMBERS = 1


def leakage(
    data: TrainingData,
    settings: TrainSettings,
    partitions: Sequence[Partition],
    suspects: Sequence[Mapping[str, Any]],
    workshop: Optional[Workshop],
    progress: Progress,
) -> tuple[list[dict[str, Any]], list[str]]:
    """What the scores are without each group of suspected factors, as plain values and as notes.

    Logistic regression is judged on the same folds; where factors are known to be later than the
    landslides, so is an ensemble of one member a stack, if there is a ``workshop``.

    Parameters
    ----------
    suspects : sequence of mapping
        As ``samples.dates.Suspect.to_dict`` writes them.
    """
    doubts, notes = [], []
    whole = logistic_auroc(data, partitions) if suspects else None
    for number, suspect in enumerate(suspects):
        progress.check()
        rest = without(data, suspect["factors"])
        scores: dict[str, Optional[float]] = {}
        if rest is not None and _varies_in_every_fold(rest, partitions):
            scores["logistic"] = logistic_auroc(rest, partitions)
            if workshop is not None and suspect["why"] == "later":
                scores["ensemble"] = _ensemble_auroc(rest, settings, partitions, workshop, progress)
        doubts.append({**suspect, "auroc_with": {"logistic": whole}, "auroc_without": scores})
        notes.append(f"{suspect['words']}: possible leakage. {_words(whole, scores)}")
        progress.step((number + 1) / len(suspects))
    return doubts, notes


def suspects_of(job: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The suspected factors that a job names."""
    return list((job.get("dates") or {}).get("suspects") or [])


def _words(whole: Optional[float], scores: Mapping[str, Optional[float]]) -> str:
    if not scores:
        return "Without them no factor is left that varies over the samples"
    told = [f"{name} {value:.3f}" for name, value in scores.items() if value is not None]
    before = "" if whole is None else f" (with them: logistic {whole:.3f})"
    return f"AUROC over spatial folds without them: {', '.join(told) or 'not known'}{before}"


def without(data: TrainingData, names: Sequence[str]) -> Optional[TrainingData]:
    """The data without some factors and without those that do not vary; None if none is left."""
    idle = Encoder.dropped_of(data.cells.static, data.specs)
    keep = [i for i, spec in enumerate(data.specs) if spec.name not in (*names, *idle)]
    if not keep:
        return None

    def cut(cells: Cells) -> Cells:
        return replace(cells, static=cells.static[:, keep])

    extra = None if data.extra is None else cut(data.extra)
    return replace(data, specs=tuple(data.specs[i] for i in keep), cells=cut(data.cells), extra=extra)


def _varies_in_every_fold(data: TrainingData, partitions: Sequence[Partition]) -> bool:
    """Whether each training part has a factor that varies there, as every model needs."""
    static, specs = data.cells.static, data.specs
    return all(
        len(Encoder.dropped_of(static[part.split(fold)[0]], specs)) < len(specs)
        for part in partitions
        for fold in part.usable
    )


def logistic_auroc(data: TrainingData, partitions: Sequence[Partition]) -> Optional[float]:
    """AUROC over the folds of logistic regression on the factors, weighted as that of the models compared."""
    p = np.full((len(partitions), len(data.labels)), np.nan)
    for repeat, part in enumerate(partitions):
        for fold in part.usable:
            train, test = part.split(fold)
            if len(Encoder.dropped_of(data.cells.static[train], data.specs)) == len(data.specs):
                continue
            encoder = Encoder.fit(data.cells.static[train], data.specs)
            weights = row_weights(data.take(train))
            model = fit_logistic(
                encoder.transform(data.cells.static[train]), data.labels[train], weights=weights
            )
            p[repeat, test] = model.probability(encoder.transform(data.cells.static[test]))
    summary = scorecard.fold_summary(judged(data.labels, partitions, p, weights=row_weights(data)))
    return None if summary is None else float(summary["auroc_mean"])


def _ensemble_auroc(
    data: TrainingData,
    settings: TrainSettings,
    partitions: Sequence[Partition],
    workshop: Workshop,
    progress: Progress,
) -> Optional[float]:
    quick = replace(settings, cv_members=QUICK_MEMBERS)
    quiet = replace(progress, fraction=lambda _: None)
    result = cross_validate(data, quick, partitions[:1], workshop, quiet)
    summary = scorecard.fold_summary(result)
    return None if summary is None else float(summary["auroc_mean"])
