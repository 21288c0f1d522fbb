"""How much each input matters to the very model that is mapped: what its permutation costs on held-out rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.reliability import log_loss
from ...progress import SILENT
from ...samples.encoding import Encoder
from ..families.pool import Model, Pool, pool
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop
from ..fitting.labels import varied_triggers, with_swapped_trigger
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from .cross_validation import own_and_mapped
from .fold_models import Likes, fit_models
from .partitions import Partition

Floats = npt.NDArray[np.float64]
Predict = Callable[[TrainingData], Floats]
FOLDS = 2
"""Largest folds that are held out; more cost another fit of the network each."""
ONE_MEMBER = 1
"""Networks of an ensemble's like: members share their inputs, and more would only cost time."""
PERMUTATIONS = 3
APART = np.sqrt(0.5)
"""One-hot columns of two classes lie the root of two apart; a class counts as one step of its factor."""


def held_out_weights(
    model: Model,
    family: str,
    data: TrainingData,
    settings: TrainSettings,
    partition: Partition,
    workshop: Workshop,
    likes: Optional[Likes] = None,
) -> Floats:
    """Weight of each input of the area of applicability: permutation loss of the model's like on rows it never saw.

    The same family, or the same pool with the same votes, is fitted without each of the ``FOLDS`` largest spatial
    folds, and its inputs are permuted there. What ``likes`` holds, as the models that the folds were scored with, is
    not fitted again, and what is fitted is added to it: models of one run share it.

    Returns
    -------
    float64 array (columns,)
        0 where a permutation costs nothing; columns of one factor weigh alike, those of a class so that two
        classes lie one weight apart.
    """
    usable = sorted(partition.usable, key=lambda fold: -int((partition.folds == fold).sum()))
    rng = np.random.default_rng(settings.seed)
    votes = {part.family: part.votes for part in model.parts} if isinstance(model, Pool) else {family: 1.0}
    fitted: Likes = {} if likes is None else likes
    losses = []
    for fold in usable[:FOLDS]:
        train, test = partition.split(fold)
        new = [name for name in votes if (fold, name) not in fitted]
        if new:
            known = data.take(train)
            models = fit_models(known, settings, new, ONE_MEMBER, workshop=workshop, progress=SILENT)
            fitted |= {(fold, name): one for name, one in models.items()}
        same = {name: fitted[fold, name] for name in votes}
        predict = _probability_of(pool(same, votes) if isinstance(model, Pool) else same[family])
        losses.append(permutation_losses(predict, data.take(test), rng))
    return column_weights(model, np.mean(losses, axis=0) if losses else np.zeros(input_count(data)))


def input_count(data: TrainingData) -> int:
    """Factors, soil properties and, where they vary from row to row, triggers."""
    soil = len(data.soil.properties) if data.soil is not None and data.cells.profile is not None else 0
    rain = varied_triggers(data)
    return len(data.specs) + soil + (0 if rain is None else rain.shape[1])


def permutation_losses(predict: Predict, data: TrainingData, rng: np.random.Generator) -> Floats:
    """Rise of the log loss (factors + soil properties + triggers,) as each is permuted among rows the model never saw.

    A categorical factor is permuted as one, and so are all layers of a soil property; triggers where they vary from
    row to row, those that a row is judged at. Breiman (2001), Random forests, Machine Learning 45: section 10.
    """
    inputs, rain = input_count(data), varied_triggers(data)
    p = predict(data)
    known = np.isfinite(p)
    data = data.take(np.flatnonzero(known))
    if len(np.unique(data.labels)) < 2:
        return np.zeros(inputs)
    weights = row_weights(data)
    before = log_loss(data.labels, p[known], weights)
    n = len(data.labels)
    # a copy of the rows for each permutation, so that models are asked once for all
    copies = replace(data, ground=None, background=None, extra=None).take(np.tile(np.arange(n), PERMUTATIONS))
    order = np.concatenate([rng.permutation(n) for _ in range(PERMUTATIONS)])

    def rise(changed: Callable[[npt.NDArray[np.intp]], TrainingData]) -> float:
        p = predict(changed(order)).reshape(PERMUTATIONS, n)
        return float(np.mean([log_loss(data.labels, own, weights) for own in p]) - before)

    rises = [rise(partial(_with_swapped, copies, "static", column)) for column in range(len(data.specs))]
    if data.soil is not None and data.cells.profile is not None:
        rises += [
            rise(partial(_with_swapped, copies, "profile", column))
            for column in range(len(data.soil.properties))
        ]
    if rain is not None:
        rises += [rise(partial(_with_swapped_rain, copies, column)) for column in range(rain.shape[1])]
    return np.array(rises)


def column_weights(model: Model, losses: Floats) -> Floats:
    """Weight of each column of the inputs from the loss of each factor, soil property and trigger; negatives are 0."""
    return np.concatenate([_of_factors(model.encoder, losses), losses[len(model.encoder.factors) :]]).clip(
        0.0
    )


def _of_factors(encoder: Encoder, losses: Floats) -> Floats:
    weights = [
        np.full(len(factor.columns), loss * (APART if factor.spec.kind == "categorical" else 1.0))
        for factor, loss in zip(encoder.factors, losses)
    ]
    return np.concatenate(weights)


def _probability_of(model: Model) -> Predict:
    return lambda rows: own_and_mapped(model, rows)[0]


def _with_swapped(data: TrainingData, part: str, column: int, order: npt.NDArray[np.intp]) -> TrainingData:
    """The rows with a column of their factors or of their profile taken from others."""
    values = getattr(data.cells, part)
    out = values.copy()
    out[..., column] = values[order][..., column]
    changed: dict[str, Any] = {part: out}
    return replace(data, cells=replace(data.cells, **changed))


def _with_swapped_rain(data: TrainingData, column: int, order: npt.NDArray[np.intp]) -> TrainingData:
    return with_swapped_trigger(data, order, column)
