"""Worker task ``compare``: every model on the same folds, a table of them, and a bundle of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...evaluation.model_names import is_relative
from ...model.archive.facts import held_out_facts
from ...model.archive.scores import ClassRule, FoldPlan, RunScores, SampleCounts
from ...model.bundle.bundle import save_bundle
from ...model.families.pool import Model, pool
from ...model.fitting.data import TrainingData
from ...model.fitting.growing.threads import one_thread_each
from ...model.fitting.row_weights import row_weights
from ...model.validation import comparison_rows, scorecard
from ...model.validation.fold_models import WITH_PF, fit_models, needs_base, voting_name
from ...model.validation.gated_calibration import gated_calibration
from ...model.validation.hurtful_factors import hurtful_factors
from ...model.validation.model_comparison import NETWORK, STACKS, ModelComparison, scores_of
from ...model.validation.reach.by_distance import distance_figures
from ...model.validation.reach.by_number import learning_words
from ...model.validation.references import standing
from ...progress import Progress
from ...report.model_card import model_card
from .stored_model import JudgedModel
from .training.learning import SharedCurve
from .training.modelling_run import ModellingRun
from .training.repeat import Repeats
from .training.repeats import SharedRepeats
from .training.second_hand import SecondHand
from .training.teaching import SharedTeaching
from .training.twins import NetworksUnderCheck
from .training_plan import COMPARED, LOGISTIC, PERCEPTRON, known_families, require_timeless


@dataclass(frozen=True)
class _Compared:
    """A run, what its models did on the folds, and the figures that all bundles share."""

    training: ModellingRun
    result: ModelComparison
    document: dict[str, Any]
    random: Optional[ModelComparison] = None


@dataclass(frozen=True)
class _Families:
    """Families that are fitted, those of them that make the stacked means, and those that are yardsticks alone."""

    fitted: tuple[str, ...]
    stacked: tuple[str, ...] = field(default_factory=tuple)
    yardsticks: tuple[str, ...] = field(default_factory=tuple)

    @classmethod
    def of(cls, asked: Sequence[str], data: TrainingData) -> _Families:
        """With a prior each family that trains in seconds stands without and with Pf; the stacks have it with Pf.

        Bivariate classes stand as they are and, for the stacks, calibrated. A relative intensity has no vote. Beside
        the network stands a perceptron.
        """
        names = known_families(asked)
        require_timeless(names, data)
        with_pf = data.cells.prior_pf is not None
        stacked = tuple(name for name in names if not is_relative(name))
        if len(names) > 1 or with_pf:
            stacked = tuple(voting_name(name, with_pf) for name in stacked)
        yardsticks = (PERCEPTRON,) if NETWORK in names and PERCEPTRON not in names else ()
        fitted = tuple(dict.fromkeys((*names, *stacked, LOGISTIC, *yardsticks)))
        return cls(fitted, stacked, yardsticks)

    @property
    def mapped(self) -> tuple[str, ...]:
        """Families that get a bundle."""
        return tuple(name for name in self.fitted if name not in self.yardsticks)

    def is_model(self, name: str) -> bool:
        """Whether a row of the table is a model that maps, and no yardstick.

        >>> families = _Families(("ensemble", "perceptron"), ("ensemble",), ("perceptron",))
        >>> [families.is_model(name) for name in ("stack", "ensemble", "slope_alone", "perceptron")]
        [True, True, False, False]
        """
        return name in self.mapped or name in STACKS


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
        ``learning_curve``, ``validation``, ``samples``, ``notes``, ``standing`` by model, ``random`` (AUROC over
        random folds by model, where asked for), ``hurtful``, ``bundles`` by model, and ``held_out`` of the best model.

    Raises
    ------
    LandslideError
        Unusable samples, settings or prior, or an unknown family; no bundle is written then.
    """
    with one_thread_each(), SecondHand(job.get("second"), progress) as hand:
        return _run(job, hand, progress)


def _run(job: Mapping[str, Any], hand: SecondHand, progress: Progress) -> dict[str, Any]:
    training = ModellingRun.begin(job, progress)
    training.workshop.teach = SharedTeaching(hand)
    families = _Families.of(job.get("families") or COMPARED, training.data)
    training.divide()
    doubts = training.doubt_factors(None, progress.part(0.0, 0.02))
    end = 0.7 if job.get("bundle") else 0.97
    result, random = _validated(training, families, hand, progress.part(0.02, end))
    shared = SharedCurve(training, hand)
    training.tell_idle(result.idle)
    data = training.data
    hurtful, lines = hurtful_factors(data, training.partitions, progress.part(end, end))
    training.note(*lines)
    if needs_base(families.fitted):
        training.choose_base()
    searched = training.choose_lambda() if NETWORK in families.fitted else None
    document = _document(training, families, result, random)
    curve = shared.rows(progress)
    document.update(leakage=doubts, lambda_search=searched, hurtful=hurtful, learning_curve=curve)
    document["notes"] += learning_words(curve)
    compared = _Compared(training, result, document, random)
    if job.get("bundle"):
        models = _models(compared, families, hand, progress.part(end, 0.97))
        document["bundles"] = _store(compared, models)
    models_only = [row["model"] for row in document["table"] if families.is_model(row["model"])]
    best = models_only[0] if models_only else families.fitted[0]
    document["best"] = best
    document["held_out"] = held_out_facts(training.partitions[0], result.probability[best][0])
    progress.step(1.0)
    return document


def _validated(
    training: ModellingRun, families: _Families, hand: SecondHand, progress: Progress
) -> tuple[ModelComparison, Optional[ModelComparison]]:
    """What all models do on spatial folds, and by choice on random ones."""
    repeats = SharedRepeats(training, Repeats(families.fitted, families.stacked), hand)
    if NETWORK in families.fitted:
        training.tell_size()
        training.tell_random_folds()
    return repeats.compared(progress)


def _document(
    training: ModellingRun, families: _Families, result: ModelComparison, random: Optional[ModelComparison]
) -> dict[str, Any]:
    data, settings = training.data, training.settings
    curves, calibration, stands = {}, {}, {}
    for name, p in result.probability.items():
        held_out = scorecard.of_first_repeat(p)
        if np.isfinite(held_out).any():
            curves[name] = scorecard.curves(data.labels, held_out, held_out)
            curves[name].pop("success_rate")
        method = "none" if is_relative(name) else settings.calibration
        calibrated = gated_calibration(data.labels, training.partitions, p, method, weights=row_weights(data))
        if not is_relative(name):
            calibration[name] = calibrated.figures(data.labels, row_weights(data))
        if families.is_model(name):
            found = comparison_rows.doubts(data, result, name, calibrated, training.partitions)
            stands[name] = list(standing(found))
    return {
        "table": comparison_rows.comparison_table(data, result),
        "differences": comparison_rows.differences(result),
        "votes": {name: dict(votes) for name, votes in result.votes.items()},
        "standing": stands,
        "random": _random_aurocs(random),
        "bases": result.bases,
        "best_factor": result.best_factor,
        "calibration": calibration,
        "curves": curves,
        "samples": asdict(SampleCounts.of(data, settings)),
        "validation": asdict(FoldPlan.of(settings, training.partitions)),
        "reference_scenario": data.output_names[data.reference],
        "notes": [*training.notes, *training.skipped_note],
        "bundles": {},
    }


def _random_aurocs(random: Optional[ModelComparison]) -> dict[str, float]:
    """Mean AUROC over random folds by model; none where they were not asked for."""
    if random is None:
        return {}
    every = {name: scorecard.fold_summary(one, random.folds) for name, one in random.results.items()}
    return {name: float(summary["auroc_mean"]) for name, summary in every.items() if summary is not None}


def _models(
    compared: _Compared, families: _Families, hand: SecondHand, progress: Progress
) -> dict[str, Model]:
    """Models fitted to all samples, and the pools of them."""
    training, votes = compared.training, compared.result.votes
    networks = None
    if NETWORK in families.mapped:
        networks = NetworksUnderCheck.fitted(training, hand, progress.part(0.0, 0.7))
    single = fit_models(
        training.data.lasting,
        training.settings,
        [name for name in families.mapped if name != NETWORK],
        training.settings.members,
        workshop=training.workshop,
        progress=progress.part(0.7, 1.0),
        spread=True,
    )
    if networks is not None:
        single[NETWORK] = networks.checked()
    models: dict[str, Model] = {name: replace(model, bases=()) for name, model in single.items()}
    for name, shares in votes.items():
        models[name] = pool(single, shares)
    return models


def _store(compared: _Compared, models: Mapping[str, Model]) -> dict[str, str]:
    """Write a bundle for every model; where each lies."""
    paths = {}
    training = compared.training
    for name, model in models.items():
        training.progress.check()
        judged = JudgedModel.of(training, compared.result, name, model)
        path = str(Path(training.job["bundle"]) / name)
        rate = scorecard.curves(training.data.labels, judged.mapped, judged.held_out)["success_rate"]
        compared.document["curves"].setdefault(name, {})["success_rate"] = rate
        bundle = judged.bundle(training, physics=_knows_physics(compared, name))
        kept = judged.samples(training, compared.result.probability)
        save_bundle(bundle, _scores(compared, judged).to_dict(), path, kept, card=model_card)
        paths[name] = path
    return paths


def _knows_physics(compared: _Compared, name: str) -> bool:
    """Whether a model, or a family that votes in it, was taught the slope-stability prior."""
    votes = compared.result.votes.get(name, {name: 1.0})
    return any(count > 0 and (one == NETWORK or one.endswith(WITH_PF)) for one, count in votes.items())


def _scores(compared: _Compared, judged: JudgedModel) -> RunScores:
    """Scores as every bundle carries them; only this bundle's model has a fit beside its folds."""
    training, document = compared.training, compared.document
    data, settings, rules = training.data, training.settings, judged.rules
    models = {}
    for other, result in compared.result.results.items():
        fit = None
        if other == judged.name:
            fit = (
                scores_of(other, scorecard.fit_scores(data.labels, judged.mapped, rules.threshold) or {})
                or None
            )
        random = compared.random.results.get(other) if compared.random else None
        models[other] = scorecard.ModelScores(
            fit,
            scorecard.fold_summary(result, compared.result.folds),
            scorecard.fold_summary(random, compared.random.folds) if compared.random and random else None,
        )
    return RunScores(
        samples=SampleCounts.of(data, settings, judged.name),
        validation=FoldPlan.of(settings, training.partitions),
        reference_scenario=document["reference_scenario"],
        models=models,
        paired=document["differences"],
        curves=document["curves"],
        classes=ClassRule.of(settings, rules.cuts),
        threshold=rules.threshold,
        consistency=None,
        notes=[*judged.standing, *document["notes"], f"This bundle holds the model {judged.name}"],
        calibration=document["calibration"].get(judged.name),
        conformal=rules.coverage,
        standing=list(judged.standing),
        votes=document["votes"].get(judged.name),
        hurtful=document["hurtful"],
        distance=distance_figures(data, training.partitions[0], compared.result.probability[judged.name][0]),
        learning_curve=document["learning_curve"],
    )
