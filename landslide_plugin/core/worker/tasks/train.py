"""Worker task ``train``: validate, fit and store a model, by default the stacked mean of all families."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.model_names import NAMES, named_within
from ...evaluation.verdicts import sentence
from ...model.archive.facts import held_out_facts
from ...model.archive.scores import ClassRule, FoldPlan, InputFigures, RunScores, SampleCounts
from ...model.bundle.bundle import save_bundle
from ...model.families.ensemble import Ensemble
from ...model.families.pool import Model, pool
from ...model.fitting.data import TrainingData
from ...model.fitting.growing.threads import one_thread_each
from ...model.fitting.settings import TrainSettings
from ...model.validation import scorecard
from ...model.validation.comparison_rows import differences
from ...model.validation.cross_validation import physics_probability
from ...model.validation.fold_models import WITH_PF, fit_models, needs_base, own_and_mapped
from ...model.validation.hurtful_factors import hurtful_factors
from ...model.validation.model_comparison import (
    NETWORK,
    PHYSICS,
    STACK,
    ModelComparison,
    scores_of,
)
from ...model.validation.reach.by_distance import distance_figures, distance_words
from ...model.validation.reach.by_number import learning_words
from ...model.validation.without_physics import (
    UNCONSTRAINED,
    Unconstrained,
    consistency_of,
    fit_unconstrained,
    physics_figures,
)
from ...progress import Progress
from ...report.model_card import model_card
from .class_figures import class_figures
from .stored_model import JudgedModel
from .training.learning import SharedCurve
from .training.modelling_run import ModellingRun
from .training.repeat import Repeats
from .training.repeats import SharedRepeats
from .training.second_hand import SecondHand
from .training.teaching import SharedTeaching
from .training.twins import NetworksUnderCheck
from .training_plan import LOGISTIC, Plan

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Validation:
    """Out-of-fold results of every model, over spatial and, if wanted, random folds of the lasting samples."""

    spatial: ModelComparison
    random: Optional[ModelComparison]


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Train, validate and store a model.

    Parameters
    ----------
    job : mapping
        As ``training_job.read_job`` reads it, with ``settings``, ``families`` (all if absent), ``bundle`` (folder to
        write), ``grid`` and ``provenance``.
    progress : Progress

    Returns
    -------
    dict
        ``spatial_auroc`` of the stored model, ``spatial_auroc_logistic``, ``random_auroc``, ``fit_auroc``,
        ``landslides``, ``stable``, ``verdict``, ``standing``, ``bundle`` and ``held_out`` (``fold`` and
        ``probability`` of each sample in the first repeat).

    Raises
    ------
    LandslideError
        Unusable samples, settings or prior; nothing is written then, nor when cancelled.
    """
    with one_thread_each(), SecondHand(job.get("second"), progress) as hand:
        return _run(job, hand, progress)


def _run(job: Mapping[str, Any], hand: SecondHand, progress: Progress) -> dict[str, Any]:
    training = ModellingRun.begin(job, progress)
    training.workshop.teach = SharedTeaching(hand)
    training.note(*_remarks(training.data, training.settings))
    plan = Plan.of(job.get("families") or (), training.data, training.settings)
    training.divide()
    repeats = SharedRepeats(training, Repeats(plan.compared, plan.families), hand)
    if NETWORK in plan.families:
        training.tell_size()
        training.tell_random_folds()
    validation = validate(training, plan, repeats, progress.part(0.02, 0.6))
    wanted = _wanted(plan, validation)
    training.tell_idle(validation.spatial.idle)
    if needs_base(plan.families):
        training.choose_base()
    searched = training.choose_lambda() if NETWORK in plan.families else None
    free = _unconstrained(training, plan, progress.part(0.6, 0.7))
    networks = (
        NetworksUnderCheck.fitted(training, hand, progress.part(0.7, 0.8)) if NETWORK in wanted else None
    )
    curve = SharedCurve(training, hand)
    workshop = training.workshop if NETWORK in plan.families else None
    doubts = training.doubt_factors(workshop, progress.part(0.8, 0.84))
    hurtful, lines = hurtful_factors(training.data, training.partitions, progress.part(0.84, 0.85))
    training.note(*lines)
    single = _final_families(training, wanted, progress.part(0.85, 0.97))
    rows = curve.rows(progress)
    if networks is not None:
        single[NETWORK] = networks.checked()
    models = _final_models(training, plan, validation, single)
    classes = class_figures(training, models[plan.stored])
    inputs = InputFigures(training.collinearity, doubts, searched)
    scores, judged = _scores(training, plan, models, validation, inputs=inputs)
    scores = replace(scores, learning_curve=rows, hurtful=hurtful, bivariate=classes)
    scores = _with_reach(scores, training, plan, validation)
    if free is not None:
        scores = _with_unconstrained(scores, training, free, validation)
    _store(training, judged, scores, validation, free)
    progress.step(1.0)
    return {
        **_headline(scores, judged, str(job["bundle"])),
        "held_out": held_out_facts(training.partitions[0], validation.spatial.probability[plan.stored][0]),
    }


def _with_reach(scores: RunScores, training: ModellingRun, plan: Plan, validation: Validation) -> RunScores:
    """Scores with what distance from the training, and the number of landslides, do to them."""
    data, part = training.data, training.partitions[0]
    far = distance_figures(data, part, validation.spatial.probability[plan.stored][0])
    said = [*distance_words(far), *learning_words(scores.learning_curve or [])]
    for line in said:
        training.progress.info(line)
    return replace(scores, distance=far, notes=[*scores.notes, *said])


def validate(training: ModellingRun, plan: Plan, repeats: SharedRepeats, progress: Progress) -> Validation:
    """Cross-validate over spatial folds, and over random ones for the gap between the two."""
    settings = training.settings
    if training.skipped:
        progress.warning(f"{training.skipped} spatial folds hold one class only and are skipped")
    progress.info(f"Spatial cross-validation, {settings.cv_folds} folds x {len(training.partitions)}")
    if NETWORK in plan.families and len(training.partitions) > settings.network_repeats:
        progress.info(f"Repeats in which networks take part: the first {settings.network_repeats}")
    return Validation(*repeats.compared(progress))


def _unconstrained(training: ModellingRun, plan: Plan, progress: Progress) -> Optional[Unconstrained]:
    """The network ensemble without the physics terms, where it is among the families and has them."""
    if NETWORK not in plan.families:
        return None
    return fit_unconstrained(
        training.data, training.settings, training.partitions, training.workshop, progress=progress
    )


def _wanted(plan: Plan, validation: Validation) -> list[str]:
    """Families that make the stored model; those without a vote are not fitted again."""
    votes = validation.spatial.votes.get(plan.stored)
    return [name for name in plan.families if votes is None or votes[name] > 0]


def _final_families(training: ModellingRun, wanted: Sequence[str], progress: Progress) -> dict[str, Ensemble]:
    """Families that train in seconds, fitted to all samples."""
    return fit_models(
        training.data.lasting,
        training.settings,
        [name for name in wanted if name != NETWORK],
        training.settings.members,
        workshop=training.workshop,
        progress=progress,
        spread=len(wanted) > 1,
    )


def _final_models(
    training: ModellingRun, plan: Plan, validation: Validation, single: Mapping[str, Ensemble]
) -> dict[str, Model]:
    """The families fitted to all samples, and the model that is stored."""
    training.progress.info(f"Final model of {len(single)} families")
    models: dict[str, Model] = dict(single)
    votes = validation.spatial.votes.get(plan.stored)
    if votes is not None:
        models[plan.stored] = pool(single, votes)
        told = ", ".join(f"{named_within(name)} {count:.3g}" for name, count in votes.items())
        training.notes.append(f"Votes of the families, of ten: {told}")
    return models


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


def _scores(
    training: ModellingRun,
    plan: Plan,
    models: Mapping[str, Model],
    validation: Validation,
    inputs: InputFigures,
) -> tuple[RunScores, JudgedModel]:
    """Scores of every model compared, and the rules of the stored one."""
    data, settings, spatial = training.data, training.settings, validation.spatial
    judged = JudgedModel.of(training, spatial, plan.stored, models[plan.stored])
    said = judged.calibration_notes(training, spatial)
    told = scorecard.fold_summary(spatial.results[plan.stored])
    said = [*scorecard.at_reference_words(told, data.output_names[data.reference]), *said]
    training.progress.info("; ".join(said)) if said else None
    for line in judged.standing:
        training.progress.warning(line)
    in_sample = _in_sample(training, models, spatial)
    scored, drawn = {}, {}
    for name, result in spatial.results.items():
        held_out, fitted = scorecard.of_first_repeat(result.probability), in_sample.get(name)
        fit = None
        if fitted is not None:
            cut = scorecard.held_out_threshold(data.labels, held_out, fitted)
            fit = scores_of(name, scorecard.fit_scores(data.labels, fitted, cut) or {}) or None
        random = validation.random.results.get(name) if validation.random else None
        scored[name] = scorecard.ModelScores(
            fit=fit,
            spatial=scorecard.fold_summary(result, spatial.folds),
            random=scorecard.fold_summary(random, validation.random.folds)
            if validation.random and random
            else None,
        )
        if fit is not None and fitted is not None:
            drawn[name] = scorecard.curves(data.labels, fitted, held_out)
    consistency = None
    if data.scenarios is not None or data.cells.prior_fs is not None:
        consistency = consistency_of(judged.model, data)
    network = models.get(NETWORK)
    scores = RunScores(
        samples=SampleCounts.of(data, settings, plan.stored),
        validation=FoldPlan.of(settings, training.partitions),
        reference_scenario=data.output_names[data.reference],
        models=scored,
        paired=differences(spatial),
        curves=drawn,
        classes=ClassRule.of(settings, judged.rules.cuts),
        threshold=judged.rules.threshold,
        consistency=consistency,
        notes=[
            *judged.standing,
            *training.notes,
            *training.skipped_note,
            *(line for line in said if line not in judged.standing),
            *_network_notes(network, settings, spatial),
        ],
        calibration=judged.figures(data),
        conformal=judged.rules.coverage,
        inputs=inputs,
        standing=list(judged.standing),
        votes=spatial.votes.get(plan.stored),
    )
    return scores, judged


def _in_sample(
    training: ModellingRun, models: Mapping[str, Model], spatial: ModelComparison
) -> dict[str, Floats]:
    """Probabilities (n,) at the samples of models fitted to all of them."""
    data = training.data
    found = {name: own_and_mapped(model, data)[0] for name, model in models.items()}
    if LOGISTIC not in found:
        alone = fit_models(
            data.lasting,
            training.settings,
            [LOGISTIC],
            1,
            workshop=training.workshop,
            progress=training.progress.part(0.97, 0.98),
        )
        found[LOGISTIC] = own_and_mapped(alone[LOGISTIC], data)[0]
    if PHYSICS in spatial.results:
        found[PHYSICS] = physics_probability(data)
    return found


def _network_notes(ensemble: Optional[Model], settings: TrainSettings, spatial: ModelComparison) -> list[str]:
    """What the network added, in words."""
    said = []
    pair = differences(spatial).get("ensemble_minus_network_base")
    if pair is not None:
        said.append(sentence("ensemble_minus_network_base", pair))
    votes = spatial.votes.get(STACK)
    if votes is not None and not votes.get(NETWORK):
        said.append(
            "The network ensemble has no vote: the pool's held-out log loss does not fall by more than one standard "
            "error with it"
        )
    if isinstance(ensemble, Ensemble):
        said += _epoch_note(ensemble, settings)
    return said


def _store(
    training: ModellingRun,
    judged: JudgedModel,
    scores: RunScores,
    validation: Validation,
    free: Optional[Unconstrained],
) -> None:
    """Write the bundle."""
    results = {name: one.probability for name, one in validation.spatial.results.items()}
    if free is not None:
        results[UNCONSTRAINED] = free.held_out.probability
    votes = scores.votes or {judged.name: 1.0}
    physics = any(count > 0 and (name == NETWORK or name.endswith(WITH_PF)) for name, count in votes.items())
    bundle = judged.bundle(training, physics)
    kept = judged.samples(training, results)
    training.progress.check()
    save_bundle(bundle, scores.to_dict(), training.job["bundle"], kept, card=model_card)


def _with_unconstrained(
    scores: RunScores, training: ModellingRun, free: Unconstrained, validation: Validation
) -> RunScores:
    """Scores that put the ensemble without physics beside the one with it."""
    folds = training.partitions[0].count
    figures = physics_figures(training.data, training.settings, free, validation.spatial.results, folds)
    return replace(
        scores,
        models={**scores.models, UNCONSTRAINED: figures.scores},
        paired={**scores.paired, **figures.paired},
        consistency_before=figures.consistency,
        notes=scores.notes + figures.notes,
    )


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


def _headline(scores: RunScores, judged: JudgedModel, bundle: str) -> dict[str, Any]:
    """What the run says of itself: scores of the stored model, and what it beats."""
    plain, name = scores.to_dict(), judged.name
    stored, logistic = plain["models"][name], plain["models"][LOGISTIC]
    pair, random = scores.paired.get(f"{name}_minus_{LOGISTIC}"), stored["random"]
    called = NAMES[name]
    told = f"Too few usable folds to compare the {called.lower()} with logistic regression"
    if name == LOGISTIC:
        told = "The model is logistic regression itself, the comparator of the others"
    elif pair:
        told = sentence(f"{name}_minus_{LOGISTIC}", pair)
    return {
        "spatial_auroc": stored["spatial"]["auroc_mean"],
        "spatial_auroc_logistic": logistic["spatial"]["auroc_mean"],
        "random_auroc": random["auroc_mean"] if random else None,
        "fit_auroc": stored["fit"]["auroc"],
        "landslides": scores.samples.landslides,
        "stable": scores.samples.stable,
        "verdict": ". ".join((*judged.standing, told)),
        "standing": list(judged.standing),
        "bundle": bundle,
    }
