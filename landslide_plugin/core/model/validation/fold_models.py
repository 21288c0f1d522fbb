"""Models of all families fitted to one set of samples, and the votes that their own inner folds give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ...progress import Progress
from ...samples.folds import kmeans_folds, usable_folds
from ..families.ensemble import Ensemble
from ..families.pool import Model, mean_probability
from ..fitting.base_choice import with_chosen_base
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_ensemble
from ..fitting.families import FAMILIES, fit_family, prior_column, spread_family
from ..fitting.preparation import prepare
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from .votes import NETWORK, stack_votes

Floats = npt.NDArray[np.float64]
WITH_PF = "_with_pf"
INNER_FOLDS = 3


def plain_name(family: str) -> str:
    """A family without what is said of its inputs.

    >>> plain_name("forest_with_pf"), plain_name("forest")
    ('forest', 'forest')
    """
    return family[: -len(WITH_PF)] if family.endswith(WITH_PF) else family


def is_classical(family: str) -> bool:
    """Whether a key names a family that trains in seconds, with Pf as an input or without.

    >>> is_classical("boosting_with_pf"), is_classical("ensemble")
    (True, False)
    """
    return plain_name(family) in FAMILIES


def fit_models(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    members: int,
    workshop: Workshop,
    progress: Progress,
    spread: bool = False,
) -> dict[str, Ensemble]:
    """Models of the families asked for (of ``FAMILIES``, ``ensemble``), fitted to the same samples.

    A key that ends in ``_with_pf`` has the probability of failure as one more input. With ``spread`` logistic and
    additive models have as many members as the ensemble, spread over compact blocks.
    """
    settings = with_chosen_base(data, settings, progress)
    models = {}
    classical = [family for family in families if is_classical(family)]
    if classical:
        prepared = prepare(data, replace(settings, architecture="plain", physics_lambda=0.0))
        for number, family in enumerate(classical):
            progress.check()
            pf = prior_column(data) if family.endswith(WITH_PF) else None
            models[family] = fit_family(plain_name(family), prepared, settings.ridge, settings.seed, pf)
            if spread:
                models[family] = spread_family(
                    models[family], plain_name(family), prepared, data, settings=settings, count=members
                )
            progress.step(0.3 * (number + 1) / len(classical))
    if NETWORK in families:
        models[NETWORK] = fit_ensemble(data, settings, members, workshop, progress.part(0.3, 1.0))
    return models


def reference_probability(model: Model, data: TrainingData) -> tuple[Floats, Floats]:
    """Mean probability (n,) of the members at the reference scenario: of the samples, of the map."""
    here = slice(data.reference, data.reference + 1)
    cells = data.cells
    pf = None if cells.prior_pf is None else cells.prior_pf[:, here]
    own, mapped = mean_probability(model, cells.static, cells.profile, data.triggers()[..., here, :], pf)
    return np.asarray(own[:, 0]), np.asarray(mapped[:, 0])


def inner_votes(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    workshop: Workshop,
    progress: Progress,
) -> Mapping[str, float]:
    """Votes of families that train in seconds, from spatial folds inside these samples."""
    folds = kmeans_folds(data.xy, data.groups, INNER_FOLDS, settings.seed)
    held_out = {family: np.full(len(data.labels), np.nan) for family in families}
    for fold in usable_folds(data.labels, folds):
        test = folds == fold
        models = fit_models(data.take(~test), settings, families, 1, workshop=workshop, progress=progress)
        rest = data.take(test)
        for family, model in models.items():
            held_out[family][test] = reference_probability(model, rest)[0]
    return stack_votes(data.labels, held_out, folds, row_weights(data))
