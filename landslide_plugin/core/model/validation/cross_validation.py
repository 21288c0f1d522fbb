"""Cross-validation in which everything is fitted inside the training folds, thresholds included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.baselines import fit_logistic
from ...evaluation.metrics import best_threshold, scores
from ...progress import Countdown, Progress
from ...samples.encoding import Encoder
from ...types.odds import probability_of
from ..families.pool import Model
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_ensemble
from ..fitting.settings import TrainSettings
from .partitions import Partition, random_partitions, spatial_partitions

Floats = npt.NDArray[np.float64]
__all__ = [
    "HeldOut",
    "Partition",
    "cross_validate",
    "physics_probability",
    "random_partitions",
    "reference_probability",
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
            self.fold_scores.append(scores(truth[known], p[known], cut))

    def result(self) -> HeldOut:
        return HeldOut(self.probability, self.mapped, tuple(self.fold_scores))


def cross_validate(
    data: TrainingData,
    settings: TrainSettings,
    partitions: Sequence[Partition],
    workshop: Workshop,
    progress: Progress,
) -> dict[str, HeldOut]:
    """Out-of-fold results of the ensemble, of logistic regression and of physics alone, if given.

    Parameters
    ----------
    data : TrainingData
    settings : TrainSettings
    partitions : sequence of Partition
    workshop : Workshop
    progress : Progress

    Returns
    -------
    dict of str to HeldOut
        Keys ``ensemble``, ``logistic`` and, with a prior, ``physics_alone``. Labels are compared with
        the probability of the reference scenario.
    """
    names = ["ensemble", "logistic"] + ["physics_alone"] * (data.cells.prior_pf is not None)
    shape = (len(partitions), len(data.labels))
    collectors = {name: _Collector(np.full(shape, np.nan), np.full(shape, np.nan)) for name in names}
    folds = [(repeat, fold) for repeat, part in enumerate(partitions) for fold in part.usable]
    countdown = Countdown(len(folds))
    for number, (repeat, fold) in enumerate(folds):
        part = progress.part(number / len(folds), (number + 1) / len(folds))
        one = _Fold.of(data, repeat, partitions[repeat], fold)
        _fit_and_collect(one, settings, workshop, collectors, replace(part, info=_unsaid))
        progress.info(f"Folds: {countdown.words(number + 1)}")
    return {name: collector.result() for name, collector in collectors.items()}


def _unsaid(_: str) -> None:
    return None


def _fit_and_collect(
    fold: _Fold,
    settings: TrainSettings,
    workshop: Workshop,
    collectors: dict[str, _Collector],
    progress: Progress,
) -> None:
    """Fit every model to the training part of a fold and judge it on the rest."""
    train, test = fold.train, fold.test
    ensemble = fit_ensemble(train, settings, settings.cv_members, workshop, progress)
    fitted, _ = reference_probability(ensemble, train)
    p, mapped = reference_probability(ensemble, test)
    collectors["ensemble"].add(fold, p, mapped, best_threshold(train.labels, fitted))

    encoder = Encoder.fit(train.cells.static, train.specs)
    logistic = fit_logistic(encoder.transform(train.cells.static), train.labels)
    fitted = logistic.probability(encoder.transform(train.cells.static))
    p = logistic.probability(encoder.transform(test.cells.static))
    collectors["logistic"].add(fold, p, p, best_threshold(train.labels, fitted))

    if "physics_alone" in collectors:
        fitted, p = physics_probability(train), physics_probability(test)
        cut = _known_threshold(train.labels, fitted)
        if cut is not None:
            collectors["physics_alone"].add(fold, p, p, cut)


def reference_probability(ensemble: Model, data: TrainingData) -> tuple[Floats, Floats]:
    """Mean probability (n,) of the members at the reference scenario: of the samples, of the map."""
    trigger = data.triggers()[..., data.reference : data.reference + 1, :]
    logits = ensemble.logits(data.cells.static, data.cells.profile, trigger)[:, :, 0]
    own = probability_of(logits).mean(axis=0, dtype=np.float64)
    mapped = probability_of(logits + np.float32(ensemble.shift)).mean(axis=0, dtype=np.float64)
    return np.asarray(own), np.asarray(mapped)


def physics_probability(data: TrainingData) -> Floats:
    """Probability of failure (n,) at the reference scenario; NaN where not assessed or not given."""
    if data.cells.prior_pf is None:
        return np.full(len(data.labels), np.nan)
    return data.cells.prior_pf[:, data.reference].astype(np.float64)


def _known_threshold(labels: npt.NDArray[np.int8], p: Floats) -> Optional[float]:
    known = np.isfinite(p)
    return best_threshold(labels[known], p[known]) if len(np.unique(labels[known])) == 2 else None
