"""Has the slope-stability prior earned its weight? The same ensemble without it, on the same folds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np

from ...evaluation.verdicts import reach
from ...progress import Progress
from ..families.ensemble import Ensemble
from ..families.pool import Model, mean_probability
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_ensemble
from ..fitting.settings import TrainSettings
from . import scorecard
from .consistency import consistency
from .cross_validation import cross_validate, own_and_mapped
from .held_out import HeldOut
from .partitions import Partition

UNCONSTRAINED = "unconstrained"
MEMBERS_A_STACK = 1


@dataclass(frozen=True)
class Unconstrained:
    """An ensemble trained with lambda 0: its held-out results, and a small one of all samples."""

    held_out: HeldOut
    ensemble: Ensemble


@dataclass(frozen=True)
class PhysicsFigures:
    """What the physics terms are worth.

    Attributes
    ----------
    scores : ModelScores
        Of the ensemble without them.
    paired : mapping of str to mapping
        Differences of the ensemble to that one and to Pf alone.
    consistency : mapping
        Of the ensemble without them.
    notes : list of str
    """

    scores: scorecard.ModelScores
    paired: Mapping[str, Mapping[str, Any]]
    consistency: Mapping[str, Any]
    notes: list[str]


def fit_unconstrained(
    data: TrainingData,
    settings: TrainSettings,
    partitions: Sequence[Partition],
    workshop: Workshop,
    progress: Progress,
) -> Optional[Unconstrained]:
    """The ensemble without the physics terms; None if there are none anyway."""
    if settings.physics_lambda == 0.0:
        return None
    free = replace(settings, physics_lambda=0.0)
    progress.info("The same without the slope-stability prior")
    some = partitions[: settings.network_repeats]
    folds = cross_validate(data, free, some, workshop, progress.part(0.0, 0.8))
    ensemble = fit_ensemble(data.lasting, free, MEMBERS_A_STACK, workshop, progress.part(0.8, 1.0))
    return Unconstrained(folds, ensemble)


def consistency_of(ensemble: Model, data: TrainingData) -> dict[str, Any]:
    """Consistency figures of a model over the samples, as plain values."""
    cells = data.cells
    p = mean_probability(ensemble, cells.static, cells.profile, data.triggers(), cells.prior_pf)[1]
    return consistency(p.astype(np.float32), cells.prior_fs, data.triggers()).to_dict()


def physics_figures(
    data: TrainingData,
    settings: TrainSettings,
    free: Unconstrained,
    spatial: Mapping[str, HeldOut],
    folds: int,
) -> PhysicsFigures:
    """The ensemble without physics beside the one with it and Pf alone."""
    fitted, _ = own_and_mapped(free.ensemble, data)
    held_out = scorecard.of_first_repeat(free.held_out.probability)
    threshold = scorecard.held_out_threshold(data.labels, held_out, fitted)
    fit = scorecard.fit_scores(data.labels, fitted, threshold)
    pairs = {
        f"ensemble_minus_{name}": scorecard.paired_difference(spatial["ensemble"], other, folds)
        for name, other in ((UNCONSTRAINED, free.held_out), ("physics_alone", spatial.get("physics_alone")))
        if other is not None
    }
    told = {name: pair for name, pair in pairs.items() if pair}
    before = consistency_of(free.ensemble, data)
    scores = scorecard.ModelScores(fit, scorecard.fold_summary(free.held_out))
    return PhysicsFigures(scores, told, before, _words(told, settings.physics_lambda))


def _words(pairs: Mapping[str, Mapping[str, Any]], weight: float) -> list[str]:
    pair = pairs.get(f"ensemble_minus_{UNCONSTRAINED}")
    if pair is None:
        return []
    earned = "has earned its weight" if pair["low"] > 0 else "has not earned its weight here"
    return [
        f"With the slope-stability prior (lambda {weight:g}) minus without it: {pair['mean']:+.4f} AUROC over spatial "
        f"folds (95 % interval {pair['low']:+.4f} to {pair['high']:+.4f}): {pair['verdict']} ({reach(pair)}); "
        f"the prior {earned}"
    ]
