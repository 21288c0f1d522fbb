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
from .preparation import Preparation
from .trees import fit_trees

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
    rows = LabelledRows(samples.static, samples.profile, triggers * _varied(prepared), labels, weights)
    part: Base
    if family == "logistic":
        part = fit_linear_part(rows, ridge=0.0)
    elif family == "additive":
        part = fit_additive_part(rows, ridge)
    elif family in ("forest", "boosting"):
        part = fit_trees(family, rows, seed)
    else:
        raise InputError(f"There is no model family {family}; allowed: {', '.join(FAMILIES)}")
    return replace(prepared.base, linear=part, members=())


def _varied(prepared: Preparation) -> npt.NDArray[np.float32]:
    """1 for triggers that differ among the labelled rows, else 0.

    An undated inventory speaks of one scenario: its trigger is then a second intercept, and what is
    learnt of it would be chance.
    """
    weights, own = prepared.samples.label_weights, prepared.samples.triggers
    used = prepared.triggers[weights.sum(axis=0) > 0] if own is None else own[weights > 0]
    return np.asarray(np.ptp(used, axis=0) > 0, dtype=np.float32)
