"""Models of all families fitted to one set of samples, and the votes that their own inner folds give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ...progress import SILENT, Progress
from ...samples.folds import kmeans_folds, usable_folds
from ..bundle.calibration import fit_by_folds
from ..families.bivariate import BivariatePart
from ..families.ensemble import Ensemble
from ..families.pool import Model, mean_probability
from ..fitting.base_choice import with_chosen_base
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_ensemble
from ..fitting.families import FAMILIES, MACHINES, fit_family, prior_column, spread_family
from ..fitting.labels import at_own_event
from ..fitting.preparation import prepare
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from .votes import NETWORK, stack_votes

Floats = npt.NDArray[np.float64]
WITH_PF = "_with_pf"
CALIBRATED = "_calibrated"
CLASSES = "bivariate"
INNER_FOLDS = 3


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
) -> dict[str, Ensemble]:
    """Models of the families asked for (of ``FAMILIES``, ``MACHINES``, ``ensemble``), fitted to the same samples.

    A key that ends in ``_with_pf`` has the probability of failure as one more input; one with ``_calibrated`` is
    calibrated on folds inside these samples. With ``spread`` logistic and additive models have as many members as the
    ensemble, spread over compact blocks.
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
            models[family] = fit_family(plain_name(family), prepared, settings.ridge, settings.seed, pf)
            if CALIBRATED in family:
                models[family] = _calibrated(models[family], family, data, settings, workshop=workshop)
            if spread:
                models[family] = spread_family(
                    models[family], plain_name(family), prepared, data, settings=settings, count=members
                )
            progress.step(0.3 * (number + 1) / len(classical))
    if NETWORK in families:
        models[NETWORK] = fit_ensemble(data, settings, members, workshop, progress.part(0.3, 1.0))
    return models


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
        for fold in usable_folds(data.labels, folds):
            test = folds == fold
            known, rest = data.take(~test), data.take(test)
            models = fit_models(known, settings, families, 1, workshop=workshop, progress=progress)
            for family, model in models.items():
                held_out[family][test] = own_and_mapped(model, rest)[0]
        return cls(folds, held_out)


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
