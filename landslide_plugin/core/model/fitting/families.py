"""The families of models that are compared on the same rows: what each is called and how it is fitted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ..families.additive import fit_additive_part
from ..families.ensemble import Base, Ensemble
from ..families.labelled_rows import LabelledRows
from ..families.linear import fit_linear_part
from ..families.trees import Trees
from ..network.training_arrays import TrainingArrays
from .preparation import Preparation
from .trees import fit_forest_on_ground, fit_trees

FAMILIES = ("logistic", "additive", "forest", "boosting")


def fit_family(family: str, prepared: Preparation, ridge: float, seed: int) -> Ensemble:
    """A model of one family, fitted to every (cell, scenario) row that the inventory speaks of.

    Parameters
    ----------
    family : {"logistic", "additive", "forest", "boosting"}
        Logistic regression is not penalised, as a plain comparator.
    prepared : Preparation
        Of the training part alone.
    ridge : float
        Penalty of the additive model.
    seed : int

    Returns
    -------
    Ensemble
        Without networks; it maps and is stored as any other.
    """
    samples, triggers = prepared.samples, prepared.triggers
    labels, weights = samples.labels.astype(np.float64), samples.label_weights.astype(np.float64)
    steps = samples.steps(triggers) * _varied(prepared)
    rows = LabelledRows(samples.static, samples.profile, steps, labels, weights, offsets=_offsets(samples))
    part: Base
    if family == "logistic":
        part = fit_linear_part(rows, ridge=0.0)
    elif family == "additive":
        part = fit_additive_part(rows, ridge)
    elif family in ("forest", "boosting"):
        dated = samples.label_offset.any()
        part = _dated_trees(family, samples, rows, ridge, seed) if dated else fit_trees(family, rows, seed)
    else:
        raise InputError(f"There is no model family {family}; allowed: {', '.join(FAMILIES)}")
    return replace(prepared.base, linear=part, members=())


def _offsets(samples: TrainingArrays) -> npt.NDArray[np.float64]:
    return samples.label_offset.astype(np.float64)


def _dated_trees(family: str, samples: TrainingArrays, rows: LabelledRows, ridge: float, seed: int) -> Trees:
    """Trees beside a straight line in the triggers, on rows weighted for the ground that they were drawn from.

    Trees take no offset. A stable row of weight v divides the odds that they see by v: so its weight is 1/f0, and
    the odds that the line gives its trigger; trees then learn what is not in the line. They see no trigger
    themselves: steps would make P between two storms that of the one or the other, and held to rise they keep what
    rises by chance alone. Last, both kinds get one weight in sum, as leaves of rare
    landslides and few, heavy stable rows would say 0 or 1; the start of the log odds takes that back.
    """
    rising = fit_linear_part(rows, max(ridge, 1.0)).triggers
    line = np.broadcast_to(rows.triggers @ rising, rows.labels.shape)
    used = rows.weights > 0
    drawn = rows.weights / samples.label_sampled
    stable = used & (rows.labels < 1)
    lift = np.where(stable, line - (float(line[stable].mean()) if stable.any() else 0.0), 0.0)
    counts = drawn * np.where(rows.labels > 0, 1.0, np.exp(np.clip(lift, -30.0, 30.0)))
    slid, stood = (float((counts * kind).sum()) for kind in (rows.labels, 1.0 - rows.labels))
    half, without = 0.5 * float(rows.weights.sum()), replace(rows, triggers=np.zeros_like(rows.triggers))
    even = counts * np.where(rows.labels > 0, half / slid, half / stood)
    if family == "forest":
        forest = fit_forest_on_ground(without, line, even, seed)
        return replace(forest, rising=tuple(rising.tolist()))
    trees = fit_trees(family, replace(without, weights=even), seed)
    start = trees.start + np.log(slid / stood) - float(line[stable].mean())
    return replace(trees, start=float(start), rising=tuple(rising.tolist()))


def _varied(prepared: Preparation) -> npt.NDArray[np.float32]:
    """1 for triggers that differ among the labelled rows, else 0.

    An undated inventory speaks of one scenario: its trigger is then a second intercept, and what is
    learnt of it would be chance.
    """
    weights, own = prepared.samples.label_weights, prepared.samples.triggers
    used = prepared.triggers[weights.sum(axis=0) > 0] if own is None else own[weights > 0]
    return np.asarray(np.ptp(used, axis=0) > 0, dtype=np.float32)
