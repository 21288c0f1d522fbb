"""Worker task ``compare``: every model on the same folds, a table of them, and a bundle of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...model.archive.facts import held_out_facts
from ...model.archive.samples import evaluation_arrays
from ...model.archive.scores import ClassRule, FoldPlan, RunScores, SampleCounts
from ...model.bundle.bundle import ModelBundle, save_bundle
from ...model.families.pool import Model, pool
from ...model.fitting.ensemble import check_forward
from ...model.fitting.families import FAMILIES
from ...model.network.compiled import prepare_tensorflow
from ...model.validation import model_comparison, scorecard
from ...model.validation.cross_validation import reference_probability
from ...model.validation.held_out import final_calibration, on_map
from ...model.validation.model_comparison import (
    LEAN_STACK,
    NETWORK,
    STACK,
    ModelComparison,
    compare,
    fit_models,
)
from ...progress import Progress
from .modelling_run import MapRules, ModellingRun

Floats = npt.NDArray[np.float64]
COMPARED = (NETWORK, *FAMILIES)


@dataclass(frozen=True)
class _Compared:
    """A run, what its models did on the folds, and the figures that all bundles share."""

    training: ModellingRun
    result: ModelComparison
    document: dict[str, Any]


@dataclass(frozen=True)
class _Stored:
    """What one bundle keeps."""

    bundle: ModelBundle
    scores: RunScores
    samples: Mapping[str, npt.NDArray[Any]]


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Compare models and store those asked for.

    Parameters
    ----------
    job : mapping
        As of ``train.run``; ``families`` to compare, and ``bundle``, here a folder that gets one bundle
        for each model, or None for the table alone.
    progress : Progress

    Returns
    -------
    dict
        ``table`` (a row a model, best first), ``differences``, ``votes``, ``calibration``, ``curves``,
        ``validation``, ``samples``, ``notes``, ``bundles`` by model, and ``held_out`` of the best model.

    Raises
    ------
    LandslideError
        Unusable samples, settings or prior, or an unknown family; no bundle is written then.
    """
    families = _families(job.get("families") or COMPARED)
    training = ModellingRun.begin(job, progress)
    if NETWORK in families:
        prepare_tensorflow()
    training.divide()
    doubts = training.doubt_factors(None, progress.part(0.0, 0.02))
    end = 0.7 if job.get("bundle") else 0.97
    result = compare(
        training.data,
        training.settings,
        families,
        training.partitions,
        workshop=training.workshop,
        progress=progress.part(0.02, end),
    )
    searched = training.choose_lambda()
    document = {**_document(training, result), "leakage": doubts, "lambda_search": searched}
    compared = _Compared(training, result, document)
    if job.get("bundle"):
        models = _models(compared, families, progress.part(end, 0.97))
        document["bundles"] = _store(compared, models)
    best = document["table"][0]["model"] if document["table"] else families[0]
    document["held_out"] = held_out_facts(training.partitions[0], result.probability[best][0])
    progress.step(1.0)
    return document


def _families(asked: Sequence[str]) -> tuple[str, ...]:
    unknown = [name for name in asked if name not in COMPARED]
    if unknown:
        raise InputError(f"Unknown model {', '.join(unknown)}; allowed: {', '.join(COMPARED)}")
    return tuple(name for name in COMPARED if name in asked)


def _document(training: ModellingRun, result: ModelComparison) -> dict[str, Any]:
    data, settings = training.data, training.settings
    curves = {}
    for name, p in result.probability.items():
        held_out = scorecard.mean_over_repeats(p)
        if np.isfinite(held_out).any():
            curves[name] = scorecard.curves(data.labels, held_out, held_out)
            curves[name].pop("success_rate")
    return {
        "table": model_comparison.comparison_table(data, result),
        "differences": model_comparison.differences(result),
        "votes": {name: dict(votes) for name, votes in result.votes.items()},
        "calibration": model_comparison.calibrations(data, settings, training.partitions, result),
        "curves": curves,
        "samples": asdict(SampleCounts.of(data, settings)),
        "validation": asdict(FoldPlan.of(settings, training.partitions)),
        "reference_scenario": data.output_names[data.reference],
        "notes": [*training.notes, *training.skipped_note],
        "bundles": {},
    }


def _models(compared: _Compared, families: Sequence[str], progress: Progress) -> dict[str, Model]:
    """Models fitted to all samples, and the pools of them."""
    training, votes = compared.training, compared.result.votes
    data, settings, workshop = training.data, training.settings, training.workshop
    single = fit_models(data, settings, families, settings.members, workshop=workshop, progress=progress)
    if NETWORK in single:
        single[NETWORK] = check_forward(single[NETWORK], data, settings, workshop)
    models: dict[str, Model] = dict(single)
    for name in (LEAN_STACK, STACK):
        if name in votes:
            models[name] = pool(single, votes[name])
    return models


def _store(compared: _Compared, models: Mapping[str, Model]) -> dict[str, str]:
    """Write a bundle for every model; where each lies."""
    paths = {}
    for name, model in models.items():
        compared.training.progress.check()
        kept, path = _kept(compared, name, model), str(Path(compared.training.job["bundle"]) / name)
        save_bundle(kept.bundle, kept.scores.to_dict(), path, kept.samples)
        paths[name] = path
    return paths


def _kept(compared: _Compared, name: str, model: Model) -> _Stored:
    """The bundle of a model; the curve of its own fit joins those of the document."""
    training, document = compared.training, compared.document
    data, settings, raw = training.data, training.settings, compared.result.probability[name]
    calibration = final_calibration(data.labels, raw, settings.calibration)
    held_out = on_map(scorecard.mean_over_repeats(raw), calibration, model.shift)
    fitted = on_map(reference_probability(model, data)[0], calibration, model.shift)
    rules = training.map_rules(held_out, fitted, calibration)
    rate = scorecard.curves(data.labels, fitted, held_out)["success_rate"]
    document["curves"].setdefault(name, {})["success_rate"] = rate
    every = {other: scorecard.mean_over_repeats(p) for other, p in compared.result.probability.items()}
    return _Stored(
        bundle=training.bundle(model, rules, fitted, family=name, physics=name in (NETWORK, STACK)),
        scores=_scores(compared, name, fitted, rules),
        samples=evaluation_arrays(data, training.partitions[0], every, held_out),
    )


def _scores(compared: _Compared, name: str, fitted: Floats, rules: MapRules) -> RunScores:
    """Scores as every bundle carries them; only this bundle's model has a fit beside its folds."""
    training, document = compared.training, compared.document
    data, settings = training.data, training.settings
    models = {}
    for other, result in compared.result.results.items():
        fit = scorecard.fit_scores(data.labels, fitted, rules.threshold) if other == name else None
        models[other] = scorecard.ModelScores(fit, scorecard.fold_summary(result))
    return RunScores(
        samples=SampleCounts.of(data, settings),
        validation=FoldPlan.of(settings, training.partitions),
        reference_scenario=document["reference_scenario"],
        models=models,
        paired=document["differences"],
        curves=document["curves"],
        classes=ClassRule.of(settings, rules.cuts),
        threshold=rules.threshold,
        consistency=None,
        notes=[*document["notes"], f"This bundle holds the model {name}"],
        calibration=document["calibration"][name],
        conformal=rules.coverage,
    )
