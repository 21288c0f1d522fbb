"""Worker task ``compare``: every model on the same folds, a table of them, and a bundle of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import landslide_share_cuts
from ...model.archive.facts import classes_facts, held_out_facts, model_facts, samples_facts, validation_facts
from ...model.archive.samples import evaluation_arrays
from ...model.archive.typical_cells import choose_background, reference_points
from ...model.bundle.bundle import ModelBundle, save_bundle
from ...model.families.pool import Model, pool
from ...model.fitting.data import TrainingData, check_inventory
from ...model.fitting.ensemble import Workshop, check_forward
from ...model.fitting.factor_checks import check_factors
from ...model.fitting.families import FAMILIES
from ...model.fitting.lambda_search import final_lambda
from ...model.fitting.prior import check_prior
from ...model.fitting.settings import TrainSettings
from ...model.network.compiled import prepare_tensorflow
from ...model.validation import model_comparison, scorecard
from ...model.validation.cross_validation import Partition, reference_probability, spatial_partitions
from ...model.validation.held_out import conformal_figures, final_calibration, on_map
from ...model.validation.leakage import leakage, suspects_of
from ...model.validation.model_comparison import (
    LEAN_STACK,
    NETWORK,
    STACK,
    ModelComparison,
    compare,
    fit_models,
)
from ...progress import Progress
from .training_job import read_job

Floats = npt.NDArray[np.float64]
COMPARED = (NETWORK, *FAMILIES)


@dataclass(frozen=True)
class _Run:
    job: Mapping[str, Any]
    data: TrainingData
    settings: TrainSettings
    partitions: Sequence[Partition]
    found: ModelComparison
    notes: tuple[str, ...]


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
    settings = TrainSettings.from_dict(job.get("settings", {}))
    families = _families(job.get("families") or COMPARED)
    data = read_job(job)
    notes = check_inventory(data.labels, data.groups)
    weight, more = check_prior(data, settings)
    settings = replace(settings, physics_lambda=weight)
    more = more + check_factors(data)[1]
    notes += more
    for note in notes:
        progress.warning(note)
    if NETWORK in families:
        prepare_tensorflow()
    workshop = Workshop()
    partitions = spatial_partitions(data, settings)
    if not families:
        raise InputError(f"No model is chosen; choose some of {', '.join(COMPARED)}")
    if not any(part.usable for part in partitions):
        raise InputError("No spatial fold holds both landslides and stable samples; use fewer folds")
    doubts, more = leakage(data, settings, partitions, suspects_of(job), None, progress.part(0.0, 0.02))
    for note in more:
        progress.warning(note)
    notes += more
    end = 0.7 if job.get("bundle") else 0.97
    found = compare(data, settings, families, partitions, workshop, progress.part(0.02, end))
    settings, searched, more = final_lambda(data, settings, progress)
    notes += more
    state = _Run(job, data, settings, partitions, found, tuple(notes))
    document = {**_document(state), "leakage": doubts, "lambda_search": searched}
    if job.get("bundle"):
        models = _models(state, families, workshop, progress.part(end, 0.97))
        document["bundles"] = _store(state, models, document, progress)
    best = document["table"][0]["model"] if document["table"] else families[0]
    document["held_out"] = held_out_facts(partitions[0], found.probability[best][0])
    progress.step(1.0)
    return document


def _families(asked: Sequence[str]) -> tuple[str, ...]:
    unknown = [name for name in asked if name not in COMPARED]
    if unknown:
        raise InputError(f"Unknown model {', '.join(unknown)}; allowed: {', '.join(COMPARED)}")
    return tuple(name for name in COMPARED if name in asked)


def _document(state: _Run) -> dict[str, Any]:
    data, settings, found = state.data, state.settings, state.found
    curves = {}
    for name, p in found.probability.items():
        held_out = scorecard.mean_over_repeats(p)
        if np.isfinite(held_out).any():
            curves[name] = scorecard.curves(data.labels, held_out, held_out)
            curves[name].pop("success_rate")
    skipped = sum(part.skipped for part in state.partitions)
    notes = [f"{skipped} spatial folds held one class only and were skipped"] if skipped else []
    return {
        "table": model_comparison.comparison_table(data, found),
        "differences": model_comparison.differences(found),
        "votes": {name: dict(votes) for name, votes in found.votes.items()},
        "calibration": model_comparison.calibrations(data, settings, state.partitions, found),
        "curves": curves,
        "samples": samples_facts(data, settings),
        "validation": validation_facts(settings, state.partitions),
        "reference_scenario": data.output_names[data.reference],
        "notes": [*state.notes, *notes],
        "bundles": {},
    }


def _models(state: _Run, families: Sequence[str], workshop: Workshop, progress: Progress) -> dict[str, Model]:
    """Models fitted to all samples, and the pools of them."""
    data, settings = state.data, state.settings
    single = fit_models(data, settings, families, settings.members, workshop, progress)
    if NETWORK in single:
        single[NETWORK] = check_forward(single[NETWORK], data, settings, workshop)
    models: dict[str, Model] = dict(single)
    for name in (LEAN_STACK, STACK):
        if name in state.found.votes:
            models[name] = pool(single, state.found.votes[name])
    return models


def _store(
    state: _Run, models: Mapping[str, Model], document: Mapping[str, Any], progress: Progress
) -> dict[str, str]:
    """Write a bundle for every model."""
    stored = {}
    for name, model in models.items():
        progress.check()
        bundle, metrics, evaluation = _bundle(state, name, model, document)
        path = str(Path(state.job["bundle"]) / name)
        save_bundle(bundle, metrics, path, evaluation)
        stored[name] = path
    return stored


def _bundle(
    state: _Run, name: str, model: Model, document: Mapping[str, Any]
) -> tuple[ModelBundle, dict[str, Any], dict[str, Any]]:
    data, settings = state.data, state.settings
    raw = state.found.probability[name]
    calibration = final_calibration(data.labels, raw, settings.calibration)
    held_out = on_map(scorecard.mean_over_repeats(raw), calibration, model.shift)
    fitted = on_map(reference_probability(model, data)[0], calibration, model.shift)
    threshold = scorecard.held_out_threshold(data.labels, held_out, fitted)
    p = np.where(np.isfinite(held_out), held_out, fitted)
    cuts = landslide_share_cuts(p[(data.labels > 0) & np.isfinite(p)], settings.class_shares)
    sets, coverage = conformal_figures(data.labels, state.partitions, held_out, settings.coverage)
    rate = scorecard.curves(data.labels, fitted, held_out)["success_rate"]
    document["curves"].setdefault(name, {})["success_rate"] = rate
    metrics = _metrics(state, name, document, fitted, threshold, cuts)
    metrics["calibration"] = document["calibration"][name]
    metrics["conformal"] = coverage
    bundle = ModelBundle(
        model,
        data.soil,
        data.scenarios,
        data.reference,
        cuts,
        threshold,
        model_facts(
            state.job,
            data,
            settings if name in (NETWORK, STACK) else replace(settings, physics_lambda=0.0),
            name,
        ),
        calibration=calibration,
        family=name,
        conformal=sets,
        applicability=reference_points(model, data, state.partitions[0].folds, settings),
        background=choose_background(data, fitted),
    )
    every = {other: scorecard.mean_over_repeats(p) for other, p in state.found.probability.items()}
    return bundle, metrics, evaluation_arrays(data, state.partitions[0], every, held_out)


def _metrics(
    state: _Run,
    name: str,
    document: Mapping[str, Any],
    fitted: Floats,
    threshold: float,
    cuts: tuple[float, ...],
) -> dict[str, Any]:
    """Scores as every bundle carries them; only this bundle's model has a fit beside its folds."""
    models: dict[str, Any] = {}
    for other, result in state.found.results.items():
        fit: Optional[dict[str, float]] = None
        if other == name:
            fit = scorecard.fit_scores(state.data.labels, fitted, threshold)
        models[other] = {"fit": fit, "spatial": scorecard.fold_summary(result), "random": None}
    return {
        "samples": document["samples"],
        "validation": document["validation"],
        "reference_scenario": document["reference_scenario"],
        "models": models,
        "paired": document["differences"],
        "curves": document["curves"],
        "classes": classes_facts(settings=state.settings, cuts=cuts),
        "threshold": threshold,
        "consistency": None,
        "notes": [*document["notes"], f"This bundle holds the model {name}"],
    }
