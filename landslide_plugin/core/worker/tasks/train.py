"""Worker task ``train``: validate, fit and store an ensemble."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.baselines import fit_logistic
from ...evaluation.classes import landslide_share_cuts
from ...model.archive.facts import classes_facts, held_out_facts, model_facts, samples_facts, validation_facts
from ...model.archive.samples import evaluation_arrays
from ...model.archive.typical_cells import choose_background, reference_points
from ...model.bundle.bundle import ModelBundle, save_bundle
from ...model.families.ensemble import Ensemble
from ...model.fitting.data import TrainingData, check_inventory
from ...model.fitting.ensemble import Workshop, check_forward, fit_ensemble
from ...model.fitting.factor_checks import check_factors
from ...model.fitting.lambda_search import final_lambda
from ...model.fitting.prior import check_prior
from ...model.fitting.settings import TrainSettings
from ...model.network.compiled import prepare_tensorflow
from ...model.validation import scorecard
from ...model.validation.cross_validation import (
    HeldOut,
    Partition,
    cross_validate,
    physics_probability,
    random_partitions,
    reference_probability,
    spatial_partitions,
)
from ...model.validation.held_out import calibration_figures, conformal_figures, final_calibration, on_map
from ...model.validation.leakage import leakage, suspects_of
from ...model.validation.without_physics import (
    UNCONSTRAINED,
    Unconstrained,
    consistency_of,
    fit_unconstrained,
    physics_figures,
)
from ...progress import Progress
from .training_job import read_job

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Validation:
    """Out-of-fold results of every model, over spatial and, if wanted, random folds."""

    partitions: list[Partition]
    spatial: dict[str, HeldOut]
    random: Optional[dict[str, HeldOut]]


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Train, validate and store a model.

    Parameters
    ----------
    job : mapping
        As ``training_job.read_job`` reads it, with ``settings``, ``bundle`` (folder to write), ``grid`` and
        ``provenance``.
    progress : Progress

    Returns
    -------
    dict
        ``spatial_auroc``, ``spatial_auroc_logistic``, ``random_auroc``, ``fit_auroc``, ``landslides``,
        ``stable``, ``verdict``, ``bundle`` and ``held_out`` (``fold`` and ``probability`` of each
        sample in the first repeat).

    Raises
    ------
    LandslideError
        Unusable samples, settings or prior; nothing is written then, nor when cancelled.
    """
    settings = TrainSettings.from_dict(job.get("settings", {}))
    data = read_job(job)
    notes = check_inventory(data.labels, data.groups)
    weight, more = check_prior(data, settings)
    settings = replace(settings, physics_lambda=weight)
    overlap, warnings = check_factors(data)
    notes += more + warnings + _remarks(data, settings)
    for note in notes:
        progress.warning(note)
    prepare_tensorflow()
    workshop = Workshop()
    found = validate(data, settings, workshop, progress.part(0.02, 0.6))
    settings, searched, more = final_lambda(data, settings, progress)
    notes += more
    free = fit_unconstrained(data, settings, found.partitions, workshop, progress.part(0.6, 0.7))
    doubts, more = leakage(
        data, settings, found.partitions, suspects_of(job), workshop, progress.part(0.7, 0.75)
    )
    notes += more
    for note in more:
        progress.warning(note)
    started = time.monotonic()
    ensemble = fit_ensemble(data, settings, settings.members, workshop, progress.part(0.75, 0.97))
    ensemble = check_forward(ensemble, data, settings, workshop)
    progress.info(f"Final ensemble of {len(ensemble.members)} in {time.monotonic() - started:.0f} s")
    bundle, metrics, evaluation = _finish(job, data, settings, ensemble, found, free, notes)
    metrics.update(collinearity=overlap, leakage=doubts, lambda_search=searched)
    if free is not None:
        _add_unconstrained(metrics, data, settings, free, found)
    progress.check()
    save_bundle(bundle, metrics, job["bundle"], evaluation)
    progress.step(1.0)
    headline = _headline(metrics, str(job["bundle"]))
    return {
        **headline,
        "held_out": held_out_facts(found.partitions[0], found.spatial["ensemble"].probability[0]),
    }


def validate(
    data: TrainingData, settings: TrainSettings, workshop: Workshop, progress: Progress
) -> Validation:
    """Cross-validate over spatial folds, and over random ones for the gap between the two.

    Raises
    ------
    InputError
        No fold has both classes in its training and its test part.
    """
    partitions = spatial_partitions(data, settings)
    if not any(part.usable for part in partitions):
        raise InputError(
            f"None of the {settings.cv_folds} spatial folds holds both landslides and stable samples; "
            "use fewer folds or absences closer to the landslides"
        )
    skipped = sum(part.skipped for part in partitions)
    if skipped:
        progress.warning(f"{skipped} spatial folds hold one class only and are skipped")
    random = settings.random_cv == "yes"
    end = 0.5 if random else 1.0
    progress.info(f"Spatial cross-validation, {settings.cv_folds} folds x {settings.cv_repeats}")
    spatial = cross_validate(data, settings, partitions, workshop, progress.part(0.0, end))
    if not random:
        return Validation(partitions, spatial, None)
    progress.info("Random cross-validation, for the gap to the spatial one")
    others = random_partitions(data, settings)
    return Validation(
        partitions, spatial, cross_validate(data, settings, others, workshop, progress.part(end, 1.0))
    )


def _add_unconstrained(
    metrics: dict[str, Any],
    data: TrainingData,
    settings: TrainSettings,
    free: Unconstrained,
    found: Validation,
) -> None:
    """Put the ensemble without physics beside the one with it."""
    folds = found.partitions[0].count
    scores, pairs, before, notes = physics_figures(data, settings, free, found.spatial, folds)
    metrics["models"][UNCONSTRAINED] = scores
    metrics["paired"].update(pairs)
    metrics["consistency_before"] = before
    metrics["notes"] += notes


def _remarks(data: TrainingData, settings: TrainSettings) -> list[str]:
    found = []
    if data.targets is not None and settings.prevalence is not None:
        found.append("The landslide share of the area is not applied: target probabilities are given")
    if data.scenarios and data.targets is None and settings.physics_lambda == 0.0:
        dated = data.event_period_yr is not None and bool(np.isfinite(data.event_period_yr).any())
        if not dated and data.cells.triggers is None:
            found.append(
                "Undated inventory without a slope-stability prior: nothing tells the scenarios apart, "
                "so their maps will hardly differ"
            )
    return found


def _finish(
    job: Mapping[str, Any],
    data: TrainingData,
    settings: TrainSettings,
    ensemble: Ensemble,
    found: Validation,
    free: Optional[Unconstrained],
    notes: list[str],
) -> tuple[ModelBundle, dict[str, Any], dict[str, Any]]:
    """Cut points and threshold from held-out probabilities, scores, the bundle and its samples."""
    fitted, mapped = reference_probability(ensemble, data)
    raw, held_out = found.spatial["ensemble"].probability, found.spatial["ensemble"].mapped
    calibration = final_calibration(data.labels, raw, settings.calibration)
    if calibration is not None:
        held_out, mapped = (
            on_map(raw, calibration, ensemble.shift),
            on_map(fitted, calibration, ensemble.shift),
        )
    held_out = scorecard.mean_over_repeats(held_out)
    threshold = scorecard.held_out_threshold(data.labels, held_out, mapped)
    cuts = landslide_share_cuts(_landslides(data, held_out, mapped), settings.class_shares)
    metrics = _metrics(data, settings, found, fitted, threshold, cuts)
    if data.scenarios is not None or data.cells.prior_fs is not None:
        metrics["consistency"] = consistency_of(ensemble, data, threshold, settings.fs_margin)
    metrics["notes"] = notes + _skipped_note(found) + _epoch_note(ensemble, settings)
    sets, coverage = conformal_figures(data.labels, found.partitions, held_out, settings.coverage)
    metrics["calibration"] = calibration_figures(
        data.labels, found.partitions, found.spatial["ensemble"].probability, settings.calibration
    )
    metrics["conformal"] = coverage
    bundle = ModelBundle(
        ensemble,
        data.soil,
        data.scenarios,
        data.reference,
        cuts,
        threshold,
        model_facts(job, data, settings),
        calibration=calibration,
        conformal=sets,
        applicability=reference_points(ensemble, data, found.partitions[0].folds, settings),
        background=choose_background(data, mapped),
    )
    results = {**found.spatial, **({UNCONSTRAINED: free.held_out} if free is not None else {})}
    every = {name: scorecard.mean_over_repeats(one.probability) for name, one in results.items()}
    return bundle, metrics, evaluation_arrays(data, found.partitions[0], every, held_out)


def _landslides(data: TrainingData, held_out: Floats, mapped: Floats) -> Floats:
    """Held-out probabilities of the landslides; fitted ones stand in for landslides of skipped folds."""
    p = np.where(np.isfinite(held_out), held_out, mapped)
    return np.asarray(p[(data.labels > 0) & np.isfinite(p)])


def _metrics(
    data: TrainingData,
    settings: TrainSettings,
    found: Validation,
    fitted: Floats,
    threshold: float,
    cuts: tuple[float, ...],
) -> dict[str, Any]:
    labels = data.labels
    in_sample = {
        "ensemble": fitted,
        "logistic": _logistic_fit(data),
        "physics_alone": physics_probability(data),
    }
    models, drawn = {}, {}
    for name, result in found.spatial.items():
        held_out = scorecard.mean_over_repeats(result.probability)
        cut = scorecard.held_out_threshold(labels, held_out, in_sample[name])
        models[name] = {
            "fit": scorecard.fit_scores(labels, in_sample[name], cut),
            "spatial": scorecard.fold_summary(result),
            "random": scorecard.fold_summary(found.random[name]) if found.random else None,
        }
        if models[name]["fit"] is not None:
            drawn[name] = scorecard.curves(labels, in_sample[name], held_out)
    paired = scorecard.paired_difference(
        found.spatial["ensemble"], found.spatial["logistic"], found.partitions[0].count
    )
    return {
        "samples": samples_facts(data, settings),
        "validation": validation_facts(settings, found.partitions),
        "reference_scenario": data.output_names[data.reference],
        "models": models,
        "paired": {"ensemble_minus_logistic": paired} if paired else {},
        "curves": drawn,
        "classes": classes_facts(settings, cuts),
        "threshold": threshold,
        "consistency": None,
        "notes": [],
    }


def _logistic_fit(data: TrainingData) -> Floats:
    from ...samples.encoding import Encoder

    inputs = Encoder.fit(data.cells.static, data.specs).transform(data.cells.static)
    return fit_logistic(inputs, data.labels).probability(inputs)


def _skipped_note(found: Validation) -> list[str]:
    skipped = sum(part.skipped for part in found.partitions)
    return [f"{skipped} spatial folds held one class only and were skipped"] if skipped else []


def _epoch_note(ensemble: Ensemble, settings: TrainSettings) -> list[str]:
    if not settings.residual:
        return []
    idle = sum(member.epochs == 0 for member in ensemble.members)
    if not idle:
        return []
    return [
        f"In {idle} of {len(ensemble.members)} members the network found nothing to add on its held-out block; "
        "they are the linear part alone"
    ]


def _headline(metrics: Mapping[str, Any], bundle: str) -> dict[str, Any]:
    models, pair = metrics["models"], metrics["paired"].get("ensemble_minus_logistic")
    random = models["ensemble"]["random"]
    sentence = "Too few usable folds to compare the ensemble with logistic regression"
    if pair:
        sentence = (
            f"Ensemble minus logistic regression: {pair['mean']:+.4f} AUROC over spatial folds "
            f"(95 % interval {pair['low']:+.4f} to {pair['high']:+.4f}): {pair['verdict']}"
        )
    return {
        "spatial_auroc": models["ensemble"]["spatial"]["auroc_mean"],
        "spatial_auroc_logistic": models["logistic"]["spatial"]["auroc_mean"],
        "random_auroc": random["auroc_mean"] if random else None,
        "fit_auroc": models["ensemble"]["fit"]["auroc"],
        "landslides": metrics["samples"]["landslides"],
        "stable": metrics["samples"]["stable"],
        "verdict": sentence,
        "bundle": bundle,
    }
