"""Cross-validation in which everything is fitted inside the training folds, thresholds included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from ...evaluation.metrics import best_threshold, scores
from ...evaluation.reliability import log_loss
from ...progress import Progress
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_ensemble
from ..fitting.labels import at_own_event
from ..fitting.settings import TrainSettings
from .fold_models import own_and_mapped
from .partitions import Partition, random_partitions, spatial_partitions

Floats = npt.NDArray[np.float64]
__all__ = [
    "HeldOut",
    "Partition",
    "cross_validate",
    "own_and_mapped",
    "physics_probability",
    "random_partitions",
    "spatial_partitions",
]


@dataclass(frozen=True)
class HeldOut:
    """Out-of-fold results of one model.

    Attributes
    ----------
    probability : float64 array (repeats, n)
        On the scale of the samples; NaN in skipped folds and at unseen categories.
    mapped : float64 array (repeats, n)
        On the scale of the map, corrected to the landslide share asked for.
    fold_scores : tuple of dict
        Scores of each usable fold, at a threshold chosen on its training part.
    """

    probability: Floats
    mapped: Floats
    fold_scores: tuple[dict[str, float], ...]


@dataclass(frozen=True)
class _Fold:
    """One held-out fold of a repeat, and the samples that train for it.

    Attributes
    ----------
    repeat : int
    rows : int array (m,)
        Samples held out.
    train, test : TrainingData
    """

    repeat: int
    rows: npt.NDArray[np.intp]
    train: TrainingData
    test: TrainingData

    @classmethod
    def of(cls, data: TrainingData, repeat: int, part: Partition, fold: int) -> _Fold:
        """A fold of a partition."""
        train, test = part.split(fold)
        return cls(repeat, np.flatnonzero(test), data.take(train), data.take(test))


@dataclass
class _Collector:
    """Fills the out-of-fold arrays of one model."""

    probability: Floats
    mapped: Floats
    fold_scores: list[dict[str, float]] = field(default_factory=list)

    def add(self, fold: _Fold, p: Floats, mapped: Floats, cut: float) -> None:
        """Take over held-out probabilities (m,) of a fold and score them at a threshold."""
        place, truth = (fold.repeat, fold.rows), fold.test.labels.astype(np.float64)
        self.probability[place], self.mapped[place] = p, mapped
        known = np.isfinite(p)
        if len(np.unique(truth[known])) == 2:
            slides = float(truth[known].sum())
            counts = {"landslides": slides, "stable": float(known.sum()) - slides}
            loss = {"log_loss": log_loss(truth[known], p[known])}
            self.fold_scores.append({**scores(truth[known], p[known], cut), **loss, **counts})

    def result(self) -> HeldOut:
        return HeldOut(self.probability, self.mapped, tuple(self.fold_scores))


def cross_validate(
    data: TrainingData,
    settings: TrainSettings,
    partitions: Sequence[Partition],
    workshop: Workshop,
    progress: Progress,
) -> HeldOut:
    """Out-of-fold results of the network ensemble.

    Parameters
    ----------
    data : TrainingData
    settings : TrainSettings
    partitions : sequence of Partition
    workshop : Workshop
    progress : Progress
    """
    shape = (len(partitions), len(data.labels))
    collector = _Collector(np.full(shape, np.nan), np.full(shape, np.nan))
    folds = [(repeat, fold) for repeat, part in enumerate(partitions) for fold in part.usable]
    for number, (repeat, fold) in enumerate(folds):
        part = progress.part(number / len(folds), (number + 1) / len(folds))
        one = _Fold.of(data, repeat, partitions[repeat], fold)
        quiet = replace(part, info=_unsaid)
        ensemble = fit_ensemble(one.train, settings, settings.cv_members, workshop, quiet)
        fitted, _ = own_and_mapped(ensemble, one.train)
        p, mapped = own_and_mapped(ensemble, one.test)
        collector.add(one, p, mapped, best_threshold(one.train.labels, fitted))
        progress.info(f"Folds: {number + 1} of {len(folds)} done")
    return collector.result()


def _unsaid(_: str) -> None:
    return None


def physics_probability(data: TrainingData) -> Floats:
    """Probability of failure (n,) of each sample's scenario; NaN where not assessed or not given."""
    pf = at_own_event(data)[1]
    return np.full(len(data.labels), np.nan) if pf is None else pf[:, 0].astype(np.float64)
