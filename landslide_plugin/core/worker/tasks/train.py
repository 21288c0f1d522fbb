"""Worker task ``train``: validate, fit and store an ensemble."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation import verdicts
from ...evaluation.baselines import fit_logistic
from ...model.archive.facts import held_out_facts
from ...model.archive.samples import evaluation_arrays
from ...model.archive.scores import ClassRule, FoldPlan, InputFigures, RunScores, SampleCounts
from ...model.bundle.bundle import save_bundle
from ...model.families.ensemble import Ensemble
from ...model.fitting.data import TrainingData
from ...model.fitting.ensemble import check_forward, fit_ensemble
from ...model.fitting.settings import TrainSettings
from ...model.network.compiled import prepare_tensorflow
from ...model.validation import scorecard
from ...model.validation.cross_validation import (
    HeldOut,
    cross_validate,
    physics_probability,
    random_partitions,
    reference_probability,
)
from ...model.validation.held_out import calibration_figures, final_calibration, on_map
from ...model.validation.without_physics import (
    UNCONSTRAINED,
    Unconstrained,
    consistency_of,
    fit_unconstrained,
    physics_figures,
)
from ...progress import Progress
from .modelling_run import MapRules, ModellingRun

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Validation:
    """Out-of-fold results of every model, over spatial and, if wanted, random folds."""

    spatial: dict[str, HeldOut]
    random: Optional[dict[str, HeldOut]]


@dataclass(frozen=True)
class FinalModel:
    """The final ensemble and its probabilities (n,) at the samples: on their own scale, and on that of the map."""

    ensemble: Ensemble
    own: Floats
    mapped: Floats


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
    training = ModellingRun.begin(job, progress)
    training.note(*_remarks(training.data, training.settings))
    prepare_tensorflow()
    validation = validate(training, progress.part(0.02, 0.6))
    searched, data, workshop = training.choose_lambda(), training.data, training.workshop
    settings, partitions = training.settings, training.partitions
    free = fit_unconstrained(data, settings, partitions, workshop, progress.part(0.6, 0.7))
    doubts = training.doubt_factors(workshop, progress.part(0.7, 0.75))
    inputs = InputFigures(training.collinearity, doubts, searched)
    started = time.monotonic()
    ensemble = fit_ensemble(data, settings, settings.members, workshop, progress.part(0.75, 0.97))
    ensemble = check_forward(ensemble, data, settings, workshop)
    progress.info(f"Final ensemble of {len(ensemble.members)} in {time.monotonic() - started:.0f} s")
    scores = _store(training, ensemble, validation, free, inputs)
    progress.step(1.0)
    return {
        **_headline(scores, str(job["bundle"])),
        "held_out": held_out_facts(partitions[0], validation.spatial["ensemble"].probability[0]),
    }


def validate(training: ModellingRun, progress: Progress) -> Validation:
    """Cross-validate over spatial folds, and over random ones for the gap between the two.

    Raises
    ------
    InputError
        No fold has both classes in its training and its test part.
    """
    training.divide()
    data, settings, workshop = training.data, training.settings, training.workshop
    if training.skipped:
        progress.warning(f"{training.skipped} spatial folds hold one class only and are skipped")
    random = settings.random_cv == "yes"
    end = 0.5 if random else 1.0
    progress.info(f"Spatial cross-validation, {settings.cv_folds} folds x {settings.cv_repeats}")
    spatial = cross_validate(data, settings, training.partitions, workshop, progress.part(0.0, end))
    if not random:
        return Validation(spatial, None)
    progress.info("Random cross-validation, for the gap to the spatial one")
    others = random_partitions(data, settings)
    return Validation(spatial, cross_validate(data, settings, others, workshop, progress.part(end, 1.0)))


def _remarks(data: TrainingData, settings: TrainSettings) -> list[str]:
    remarks = []
    if data.targets is not None and settings.prevalence is not None:
        remarks.append("The landslide share of the area is not applied: target probabilities are given")
    told_apart = data.targets is not None or data.dated or data.cells.triggers is not None
    if data.scenarios and settings.physics_lambda == 0.0 and not told_apart:
        remarks.append(
            "Undated inventory without a slope-stability prior: nothing tells the scenarios apart, "
            "so their maps will hardly differ"
        )
    return remarks


def _store(
    training: ModellingRun,
    ensemble: Ensemble,
    validation: Validation,
    free: Optional[Unconstrained],
    inputs: InputFigures,
) -> RunScores:
    """Learn the rules of the map from held-out probabilities and write the bundle; its scores."""
    data, settings, held = training.data, training.settings, validation.spatial["ensemble"]
    own, mapped = reference_probability(ensemble, data)
    on_scale = held.mapped
    calibration = final_calibration(data.labels, held.probability, settings.calibration)
    if calibration is not None:
        on_scale = on_map(held.probability, calibration, ensemble.shift)
        mapped = on_map(own, calibration, ensemble.shift)
    held_out = scorecard.mean_over_repeats(on_scale)
    rules = training.map_rules(held_out, mapped, calibration)
    scores = _scores(training, FinalModel(ensemble, own, mapped), validation, rules, inputs)
    bundle = training.bundle(ensemble, rules, mapped)
    results = {**validation.spatial, **({UNCONSTRAINED: free.held_out} if free is not None else {})}
    every = {name: scorecard.mean_over_repeats(one.probability) for name, one in results.items()}
    kept = evaluation_arrays(data, training.partitions[0], every, held_out)
    if free is not None:
        scores = _with_unconstrained(scores, training, free, validation)
    training.progress.check()
    save_bundle(bundle, scores.to_dict(), training.job["bundle"], kept)
    return scores


def _scores(
    training: ModellingRun, fitted: FinalModel, validation: Validation, rules: MapRules, inputs: InputFigures
) -> RunScores:
    data, settings, partitions = training.data, training.settings, training.partitions
    labels, spatial = data.labels, validation.spatial
    in_sample = {
        "ensemble": fitted.own,
        "logistic": _logistic_fit(data),
        "physics_alone": physics_probability(data),
    }
    models, drawn = {}, {}
    for name, result in spatial.items():
        held_out = scorecard.mean_over_repeats(result.probability)
        cut = scorecard.held_out_threshold(labels, held_out, in_sample[name])
        models[name] = scorecard.ModelScores(
            fit=scorecard.fit_scores(labels, in_sample[name], cut),
            spatial=scorecard.fold_summary(result),
            random=scorecard.fold_summary(validation.random[name]) if validation.random else None,
        )
        if models[name].fit is not None:
            drawn[name] = scorecard.curves(labels, in_sample[name], held_out)
    paired = scorecard.paired_difference(spatial["ensemble"], spatial["logistic"], partitions[0].count)
    consistency = None
    if data.scenarios is not None or data.cells.prior_fs is not None:
        consistency = consistency_of(fitted.ensemble, data)
    return RunScores(
        samples=SampleCounts.of(data, settings),
        validation=FoldPlan.of(settings, partitions),
        reference_scenario=data.output_names[data.reference],
        models=models,
        paired={"ensemble_minus_logistic": paired} if paired else {},
        curves=drawn,
        classes=ClassRule.of(settings, rules.cuts),
        threshold=rules.threshold,
        consistency=consistency,
        notes=training.notes + training.skipped_note + _epoch_note(fitted.ensemble, settings),
        calibration=calibration_figures(
            labels, partitions, spatial["ensemble"].probability, settings.calibration
        ),
        conformal=rules.coverage,
        inputs=inputs,
    )


def _with_unconstrained(
    scores: RunScores, training: ModellingRun, free: Unconstrained, validation: Validation
) -> RunScores:
    """Scores that put the ensemble without physics beside the one with it."""
    folds = training.partitions[0].count
    figures = physics_figures(training.data, training.settings, free, validation.spatial, folds)
    return replace(
        scores,
        models={**scores.models, UNCONSTRAINED: figures.scores},
        paired={**scores.paired, **figures.paired},
        consistency_before=figures.consistency,
        notes=scores.notes + figures.notes,
    )


def _logistic_fit(data: TrainingData) -> Floats:
    from ...samples.encoding import Encoder

    inputs = Encoder.fit(data.cells.static, data.specs).transform(data.cells.static)
    return fit_logistic(inputs, data.labels).probability(inputs)


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


def _headline(scores: RunScores, bundle: str) -> dict[str, Any]:
    """What the run says of itself: scores of the ensemble, and whether it beats logistic regression."""
    plain = scores.to_dict()
    ensemble, logistic = plain["models"]["ensemble"], plain["models"]["logistic"]
    pair, random = scores.paired.get("ensemble_minus_logistic"), ensemble["random"]
    sentence = "Too few usable folds to compare the ensemble with logistic regression"
    if pair:
        sentence = verdicts.sentence("ensemble_minus_logistic", pair)
    return {
        "spatial_auroc": ensemble["spatial"]["auroc_mean"],
        "spatial_auroc_logistic": logistic["spatial"]["auroc_mean"],
        "random_auroc": random["auroc_mean"] if random else None,
        "fit_auroc": ensemble["fit"]["auroc"],
        "landslides": scores.samples.landslides,
        "stable": scores.samples.stable,
        "verdict": sentence,
        "bundle": bundle,
    }
