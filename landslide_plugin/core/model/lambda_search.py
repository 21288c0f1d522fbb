"""The weight of the slope-stability prior, chosen by cross-validation on compact blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

import numpy as np

from ..errors import InputError
from ..evaluation.reliability import log_loss
from ..samples.folds import usable_folds
from .numpy_layers import sigmoid
from .preparation import prepare
from .settings import TrainSettings
from .training_data import TrainingData

CANDIDATES = (0.0, 0.1, 0.4, 1.6, 6.4, 25.6, 100.0)


def search_lambda(data: TrainingData, settings: TrainSettings) -> dict[float, float]:
    """Held-out log loss of each candidate, over compact blocks of the samples.

    The base is fitted with each lambda, since it minimises the same loss as the networks and
    takes milliseconds; labels are compared at the reference scenario.

    Raises
    ------
    InputError
        The base does not know the prior: the network stands alone, or only the sign of FS - 1 counts.
    """
    if not settings.residual or settings.physics_loss == "sign":
        raise InputError(
            "Lambda is chosen with the base that the networks add to, which knows the probability of failure; "
            "choose a residual architecture and the probability of failure, or give lambda yourself"
        )
    found = {}
    for weight in CANDIDATES:
        tried = replace(settings, physics_lambda=weight)
        prepared = prepare(data, tried)
        p = sigmoid(prepared.samples.offset[:, data.reference])
        rows = np.isin(prepared.blocks, usable_folds(data.labels, prepared.blocks))
        found[weight] = log_loss(data.labels[rows], p[rows].astype(np.float64))
    return found


def chosen_lambda(losses: dict[float, float]) -> float:
    """The candidate with the least loss; of equals the smallest.

    >>> chosen_lambda({0.0: 0.5, 0.4: 0.3, 0.8: 0.3})
    0.4
    """
    return min(sorted(losses), key=lambda weight: losses[weight])


def with_chosen_lambda(data: TrainingData, settings: TrainSettings) -> TrainSettings:
    """Settings with the lambda that these samples choose, if it is to be chosen and there is a prior."""
    if settings.lambda_search == "no" or settings.physics_lambda == 0.0 or data.cells.prior_pf is None:
        return settings
    return replace(settings, physics_lambda=chosen_lambda(search_lambda(data, settings)))


def final_lambda(
    data: TrainingData, settings: TrainSettings
) -> tuple[TrainSettings, Optional[dict[str, Any]], list[str]]:
    """Settings with the lambda that all samples choose, what was tried, and a note; each fold chose its own."""
    if with_chosen_lambda(data, settings) is settings:
        return settings, None, []
    losses = search_lambda(data, settings)
    weight = chosen_lambda(losses)
    tried = {f"{value:g}": round(loss, 6) for value, loss in losses.items()}
    note = f"Lambda {weight:g} was chosen by log loss over compact blocks of the samples"
    if weight == 0.0:
        note += ": the slope-stability prior helps nowhere it has not been trained"
    found = replace(settings, physics_lambda=weight, lambda_search="no")
    return found, {"chosen": weight, "log_loss": tried}, [note]
