"""Train every model on one part and score it on another; all choices come from folds inside the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from landslide_plugin.core.evaluation.metrics import best_threshold
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.validation.fold_models import VOTERS, fit_models, own_and_mapped
from landslide_plugin.core.model.validation.gated_calibration import gated_calibration
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, STACK, compare
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.model.validation.votes import pooled
from landslide_plugin.core.progress import SILENT

EVERY = ("ensemble", *VOTERS)


@dataclass(frozen=True)
class Scored:
    """Calibrated probabilities (n,) of the other part by model, thresholds of each, and the members' epochs."""

    probability: dict[str, np.ndarray]
    threshold: dict[str, float]
    epochs: list[int]


def scored(
    train: TrainingData,
    test: TrainingData,
    settings: TrainSettings,
    workshop: Workshop,
    families: Sequence[str] = EVERY,
) -> Scored:
    """All models of the families and their stacks, on the other part."""
    partitions = spatial_partitions(train, settings)
    inner = compare(train, settings, families, partitions, workshop, progress=SILENT)
    models = fit_models(train, settings, families, settings.members, workshop, SILENT)
    raw = {name: own_and_mapped(model, test)[0] for name, model in models.items()}
    for name in (LEAN_STACK, STACK):
        if name in inner.votes:
            raw[name] = pooled(raw, inner.votes[name])
    found, cuts = {}, {}
    for name, p in raw.items():
        own = inner.probability[name]
        line = gated_calibration(train.labels, partitions, own, settings.calibration).applied
        known = np.isfinite(own[0])
        cut = best_threshold(train.labels[known], own[0][known])
        found[name] = line.apply(p) if line else p
        cuts[name] = float(line.apply(np.array([cut]))[0]) if line else cut
    members = models["ensemble"].members if "ensemble" in models else ()
    return Scored(found, cuts, [member.epochs for member in members])
