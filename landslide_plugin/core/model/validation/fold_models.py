"""Models of all families fitted to one set of samples, and the votes that their own inner folds give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...progress import SILENT, Progress
from ...quantities.sizes.forest import voting_trees
from ...samples.folds import kmeans_folds, usable_folds
from ..bundle.calibration import fit_by_folds
from ..families.bivariate import BivariatePart
from ..families.ensemble import Ensemble
from ..families.pool import Model, mean_probability
from ..fitting.base_choice import BaseChoice, BaseLosses, choice_of, losses_on, with_chosen_base
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_ensemble
from ..fitting.families import FAMILIES, MACHINES, fit_family, prior_column, spread_family, uses_ridge
from ..fitting.labels import at_own_event
from ..fitting.lambda_search import with_chosen_lambda, with_fewer_extra
from ..fitting.preparation import fit_base, prepare
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from .partitions import Partition
from .votes import NETWORK, stack_votes

Floats = npt.NDArray[np.float64]
WITH_PF = "_with_pf"
CALIBRATED = "_calibrated"
CLASSES = "bivariate"
Likes = dict[tuple[int, str], Ensemble]
"""What was fitted without a fold, by fold and family."""
INNER_FOLDS = 3
FEWEST_FOLDS, MOST_FOLDS = 4, 7
"""Folds of a repeat between which pairs of them serve as inner folds: fewer leave too little to learn from, and more
have more pairs than there would be inner folds."""


def plain_name(family: str) -> str:
    """A family without what is said of its inputs, and of how it votes.

    >>> plain_name("forest_with_pf"), plain_name("forest"), plain_name("bivariate_calibrated_with_pf")
    ('forest', 'forest', 'bivariate')
    """
    for behind in (WITH_PF, CALIBRATED):
        family = family[: -len(behind)] if family.endswith(behind) else family
    return family


def voting_name(family: str, with_pf: bool = False) -> str:
    """How a family is called that votes beside others: sums of evidence are calibrated first, as they are no odds yet.

    >>> voting_name("bivariate"), voting_name("forest", with_pf=True), voting_name("ensemble", with_pf=True)
    ('bivariate_calibrated', 'forest_with_pf', 'ensemble')
    """
    if family == NETWORK:
        return family
    return family + (CALIBRATED if family == CLASSES else "") + (WITH_PF if with_pf else "")


def needs_base(families: Sequence[str]) -> bool:
    """Whether any of the families hangs on the base and ridge that are chosen for a study.

    >>> needs_base(["bivariate", "logistic"]), needs_base(["additive_with_pf"]), needs_base(["ensemble"])
    (False, True, True)
    """
    return bool({NETWORK, "additive"} & {plain_name(family) for family in families})


VOTERS = tuple(voting_name(family) for family in FAMILIES)
"""Families that train in seconds, as they vote."""


def is_classical(family: str) -> bool:
    """Whether a key names a family that trains in seconds, with Pf as an input or without.

    >>> is_classical("boosting_with_pf"), is_classical("ensemble")
    (True, False)
    """
    return plain_name(family) in (*FAMILIES, *MACHINES)


def fit_models(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    members: int,
    workshop: Workshop,
    progress: Progress,
    spread: bool = False,
    trees: int = 0,
    networks: bool = True,
) -> dict[str, Ensemble]:
    """Models of the families asked for (of ``FAMILIES``, ``MACHINES``, ``ensemble``), fitted to the same samples.

    A key that ends in ``_with_pf`` has the probability of failure as one more input; one with ``_calibrated`` is
    calibrated on folds inside these samples. With ``spread`` logistic and additive models have as many members as the
    ensemble, spread over compact blocks. Forests have so many ``trees``, their usual number if not given.
    Without ``networks`` the base that they would add to stands for them.
    """
    if needs_base(families):
        settings = with_chosen_base(data, settings, progress)
    models = {}
    classical = [family for family in families if is_classical(family)]
    if classical:
        prepared = prepare(data, replace(settings, architecture="plain", physics_lambda=0.0))
        for number, family in enumerate(classical):
            progress.check()
            pf = prior_column(data) if family.endswith(WITH_PF) else None
            models[family] = fit_family(
                plain_name(family), prepared, settings.ridge, settings.seed, pf=pf, trees=trees
            )
            if CALIBRATED in family:
                models[family] = _calibrated(models[family], family, data, settings, workshop=workshop)
            if spread:
                models[family] = spread_family(
                    models[family], plain_name(family), prepared, data, settings=settings, count=members
                )
            progress.step(0.3 * (number + 1) / len(classical))
    if NETWORK in families and not networks:
        models[NETWORK] = fit_base(data, with_chosen_lambda(data, settings, progress))
    elif NETWORK in families:
        models[NETWORK] = fit_ensemble(data, settings, members, workshop, progress.part(0.3, 1.0))
    return models


def rarer_samples(labels: npt.NDArray[np.int8]) -> int:
    """How many samples there are of the class that has fewer.

    >>> rarer_samples(np.array([1, 0, 0, 1, 0], np.int8))
    2
    """
    landslides = int((labels > 0).sum())
    return min(landslides, len(labels) - landslides)


def own_and_mapped(model: Model, data: TrainingData) -> tuple[Floats, Floats]:
    """Mean probability (n,) of the members: of the samples, and of the map at the reference scenario.

    A dated sample is judged at the triggers of its own event, an undated one at the reference scenario.
    """
    cells, (steps, pf) = data.cells, at_own_event(data)
    own, mapped = mean_probability(model, cells.static, cells.profile, steps, pf)
    if data.dated:
        here = slice(data.reference, data.reference + 1)
        there = None if cells.prior_pf is None else cells.prior_pf[:, here]
        mapped = mean_probability(model, cells.static, cells.profile, data.triggers()[..., here, :], there)[1]
    return np.asarray(own[:, 0]), np.asarray(mapped[:, 0])


def inner_votes(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    workshop: Workshop,
    progress: Progress,
) -> Mapping[str, float]:
    """Votes of families that train in seconds, from spatial folds inside these samples."""
    inner = _Inner.of(data, settings, families, workshop=workshop, progress=progress)
    return stack_votes(data.labels, inner.held_out, inner.folds, row_weights(data))


@dataclass(frozen=True)
class _Inner:
    """Spatial folds inside samples, and what families fitted to their rest say of each."""

    folds: npt.NDArray[np.intp]
    held_out: Mapping[str, Floats]

    @classmethod
    def of(
        cls,
        data: TrainingData,
        settings: TrainSettings,
        families: Sequence[str],
        workshop: Workshop,
        progress: Progress,
    ) -> _Inner:
        folds = kmeans_folds(data.xy, data.groups, INNER_FOLDS, settings.seed)
        held_out = {family: np.full(len(data.labels), np.nan) for family in families}
        trees = voting_trees(rarer_samples(data.labels))
        for fold in usable_folds(data.labels, folds):
            test = folds == fold
            known, rest = data.take(~test), data.take(test)
            models = fit_models(
                known, settings, families, 1, workshop=workshop, progress=progress, trees=trees
            )
            for family, model in models.items():
                held_out[family][test] = own_and_mapped(model, rest)[0]
        return cls(folds, held_out)


@dataclass
class FoldPairs:
    """What is chosen inside the training part of a fold, by models that saw neither it nor one more fold.

    The other folds of a repeat are the inner folds of each. A model fitted without folds i and j tells of j what i may
    know, and of i what j may: half as many fits, each of more samples, as folds drawn anew inside every training part.

    Attributes
    ----------
    data : TrainingData
    settings : TrainSettings
    partition : Partition
    families : sequence of str
        That vote and train in seconds.
    workshop : Workshop
    """

    data: TrainingData
    settings: TrainSettings
    partition: Partition
    families: Sequence[str]
    workshop: Workshop
    losses: dict[tuple[int, int], dict[int, BaseLosses]] = field(default_factory=dict)
    told: dict[tuple[int, int, str, float], Floats] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        data: TrainingData,
        settings: TrainSettings,
        partition: Partition,
        families: Sequence[str],
        workshop: Workshop,
    ) -> Optional[FoldPairs]:
        """None where the folds are too few or too many, or are not all held out in turn."""
        usable = len(partition.usable)
        if not FEWEST_FOLDS <= usable <= MOST_FOLDS or usable < partition.count or partition.never:
            return None
        pairs = cls(data, settings, partition, families, workshop)
        return pairs if all(pairs._whole(i, j) for i, j in combinations(partition.usable, 2)) else None

    def base(self, fold: int, progress: Progress) -> BaseChoice:
        """The base that the other folds choose."""
        told = []
        for other in self._others(fold):
            progress.check()
            pair = _ordered(fold, other)
            if pair not in self.losses:
                some = with_fewer_extra(self.data, self.settings.seed).take(self._known(*pair))
                parts = [self.data.take(self._rows(j, i)) for i, j in (pair, pair[::-1])]
                losses = losses_on(some, parts, self.settings)
                self.losses[pair] = dict(zip(pair[::-1], losses))
            told.append(self.losses[pair][other])
        return choice_of(told, self.settings)

    def votes(self, fold: int, settings: TrainSettings, progress: Progress) -> dict[str, float]:
        """Votes that the other folds give, with the base that was chosen for the fold."""
        size = len(self.data.labels)
        held_out = {family: np.full(size, np.nan) for family in self.families}
        folds = np.full(size, -1)
        for other in self._others(fold):
            rows = self._rows(other, fold)
            folds[rows] = other
            self._fit(_ordered(fold, other), settings, progress)
            for family in self.families:
                held_out[family][rows] = self.told[self._key(_ordered(fold, other), family, settings)][rows]
        return stack_votes(self.data.labels, held_out, folds, row_weights(self.data))

    def _fit(self, pair: tuple[int, int], settings: TrainSettings, progress: Progress) -> None:
        """Fit what is not yet known of a pair, and keep what it says of both folds."""
        new = [name for name in self.families if self._key(pair, name, settings) not in self.told]
        if not new:
            return
        known, trees = self.data.take(self._known(*pair)), voting_trees(rarer_samples(self.data.labels))
        models = fit_models(known, settings, new, 1, workshop=self.workshop, progress=progress, trees=trees)
        either = self._rows(*pair) | self._rows(*pair[::-1])
        for name, model in models.items():
            p = np.full(len(self.data.labels), np.nan)
            p[either] = own_and_mapped(model, self.data.take(either))[0]
            self.told[self._key(pair, name, settings)] = p

    def _key(
        self, pair: tuple[int, int], family: str, settings: TrainSettings
    ) -> tuple[int, int, str, float]:
        """What hangs on the ridge is fitted anew for another one: labels of the other fold took part in its choice."""
        return (*pair, family, settings.ridge if uses_ridge(plain_name(family), self.data.dated) else 0.0)

    def _others(self, fold: int) -> list[int]:
        return [other for other in self.partition.usable if other != fold]

    def _rows(self, fold: int, other: int) -> npt.NDArray[np.bool_]:
        """Samples (n,) of a fold that another one may train on."""
        return self.partition.split(fold)[1] & self.partition.split(other)[0]

    def _known(self, fold: int, other: int) -> npt.NDArray[np.bool_]:
        """Samples (n,) that both may train on."""
        return self.partition.split(fold)[0] & self.partition.split(other)[0]

    def _whole(self, fold: int, other: int) -> bool:
        """Whether both classes are in the samples that both may train on, and in what each may know of the other."""
        parts = (self._known(fold, other), self._rows(fold, other), self._rows(other, fold))
        return all(len(np.unique(self.data.labels[part] > 0)) == 2 for part in parts)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _calibrated(
    model: Ensemble, family: str, data: TrainingData, settings: TrainSettings, workshop: Workshop
) -> Ensemble:
    """A bivariate model whose evidence has the slope and level that folds inside these samples give it."""
    plain = family.replace(CALIBRATED, "")
    inner = _Inner.of(data, settings, [plain], workshop=workshop, progress=SILENT)
    learnt = fit_by_folds("platt", data.labels, inner.held_out[plain], inner.folds, row_weights(data))
    if learnt is None or not isinstance(model.linear, BivariatePart):
        return model
    (start, end), (low, high) = learnt.x, learnt.y
    slope = float((high - low) / (end - start))
    return replace(model, linear=model.linear.calibrated(slope, float(low - slope * start)))
