"""What selection is worth on ground that took no part in it, and what each step gained there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.metrics import corrected_interval
from ...progress import Progress
from ...samples.folds import random_folds, usable_folds
from ..fitting.data import TrainingData
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from ..validation.held_out import HeldOut, judged
from ..validation.partitions import Partition, spatial_partitions
from ..validation.scorecard import fold_weights, paired_difference
from .forward import ForwardPath, forward
from .subset import SelectionModel, Split

Floats = npt.NDArray[np.float64]
INNER_FOLDS = 4


@dataclass(frozen=True)
class SelectionPlan:
    """How factors are selected.

    Attributes
    ----------
    model : SelectionModel
    most : int
        Factors at most.
    """

    model: SelectionModel
    most: int


@dataclass(frozen=True)
class FactorsSelected:
    """Factors selected, and scores of the selection itself.

    Attributes
    ----------
    names : tuple of str
        Factors in the order in which they came in, with all samples.
    kept : int
        How many of them the one-standard-error rule keeps.
    steps : tuple of HeldOut
        Held out, of selection that ends with 0, 1, 2 and so on factors: those that each fold's training part chose.
    chosen : HeldOut
        Of selection that ends by the rule.
    everything : HeldOut
        Of all factors.
    shares : mapping of str to float
        In which share of the folds each factor was kept.
    counts : tuple of int
        How many factors each fold kept.
    folds : int
        A repeat.
    """

    names: tuple[str, ...]
    kept: int
    steps: tuple[HeldOut, ...]
    chosen: HeldOut
    everything: HeldOut
    shares: Mapping[str, float]
    counts: tuple[int, ...]
    folds: int

    def difference(self, one: HeldOut, other: HeldOut, score: str) -> Optional[dict[str, Any]]:
        """Paired difference of a score, positive where ``one`` is better; None with fewer than two folds."""
        return paired_difference(one, other, self.folds, score)

    def interval(self, held_out: HeldOut, score: str) -> tuple[float, Optional[float], Optional[float]]:
        """Mean of a score over the folds with its 95 % interval; the ends are None with fewer than two folds.

        With few folds the interval is wider than the score can be, and ends where that does.
        """
        values, weights = [fold[score] for fold in held_out.fold_scores], fold_weights(held_out)
        if len(values) < 2:
            return float(weights @ values), None, None
        mean, low, high = corrected_interval(values, 1.0 / self.folds, weights=weights)
        return mean, max(low, 0.0), min(high, 1.0) if score == "auroc" else high


def select_factors(
    data: TrainingData,
    partitions: Sequence[Partition],
    plan: SelectionPlan,
    settings: TrainSettings,
    progress: Progress,
) -> FactorsSelected:
    """Select factors with all samples, and judge the selection in nested spatial folds.

    In each fold factors are selected anew, in folds inside its training part, so that the fold that judges them has
    told nothing (Varma and Simon 2006). The factors reported are those of the same procedure with all samples.

    Raises
    ------
    InputError
        Folds without both classes.
    """
    if not any(part.usable for part in partitions):
        raise InputError("No spatial fold holds landslides and stable samples in both parts; use fewer folds")
    nested = _Nested(data, plan, settings)
    folds = [(repeat, fold) for repeat, part in enumerate(partitions) for fold in part.usable]
    tables: dict[str, Floats] = {}
    for number, (repeat, fold) in enumerate(folds):
        train, test = partitions[repeat].split(fold)
        for name, p in nested.fold(train, test, progress).items():
            empty = np.full((len(partitions), len(data.labels)), np.nan)
            tables.setdefault(name, empty)[repeat, test] = p
        progress.step((number + 1) / (len(folds) + 1))
        progress.info(f"Folds: {number + 1} of {len(folds)} done")
    path = nested.path(data, partitions[:1], progress)
    weights = row_weights(data)
    held_out = {name: judged(data.labels, partitions, p, weights=weights) for name, p in tables.items()}
    steps = tuple(held_out[f"{step}"] for step in range(len(path.factors) + 1))
    names = tuple(spec.name for spec in data.specs)
    return FactorsSelected(
        names=tuple(names[factor] for factor in path.factors),
        kept=path.kept,
        steps=steps,
        chosen=held_out["chosen"],
        everything=held_out["everything"],
        shares={name: nested.kept.count(name) / len(folds) for name in names},
        counts=tuple(nested.counts),
        folds=partitions[0].count,
    )


@dataclass
class _Nested:
    """FactorsSelected in the training part of each fold; what they kept."""

    data: TrainingData
    plan: SelectionPlan
    settings: TrainSettings
    kept: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def fold(
        self, train: npt.NDArray[np.bool_], test: npt.NDArray[np.bool_], progress: Progress
    ) -> dict[str, Floats]:
        """P of the held-out rows after each step, with the factors kept, and with all."""
        known, model = self.data.take(train), self.plan.model
        path = self.path(known, _inside(known, self.settings), progress)
        split = Split.of(self.data, train, test)
        found = {
            f"{step}": split.probability(path.factors[:step], model) for step in range(len(path.factors) + 1)
        }
        found["chosen"] = found[f"{path.kept}"]
        found["everything"] = split.probability(range(len(self.data.specs)), model)
        self.kept += [self.data.specs[factor].name for factor in path.factors[: path.kept]]
        self.counts.append(path.kept)
        return found

    def path(self, data: TrainingData, partitions: Sequence[Partition], progress: Progress) -> ForwardPath:
        """The order of the factors by folds of these samples."""
        splits = [Split.of(data, *part.split(fold)) for part in partitions for fold in part.usable]
        return forward(splits, len(data.specs), self.plan.model, self.plan.most, progress.check)


def _inside(data: TrainingData, settings: TrainSettings) -> list[Partition]:
    """Spatial folds inside a training part; random ones where no spatial one holds both classes."""
    inner = replace(settings, fold_scheme="kmeans", cv_folds=INNER_FOLDS, cv_repeats=1)
    found = spatial_partitions(data, inner)
    if len(found[0].usable) > 1:
        return found
    folds = random_folds(data.labels, data.groups, INNER_FOLDS, settings.seed)
    return [Partition(folds, tuple(usable_folds(data.labels, folds)))]
