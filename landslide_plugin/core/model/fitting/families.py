"""The families of models that are compared on the same rows: what each is called and how it is fitted."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.model_names import RELATIVE, is_relative
from ..families.additive import AdditivePart, fit_additive_part
from ..families.bivariate import fit_bivariate_part
from ..families.ensemble import Base, Ensemble
from ..families.intensity import fit_intensity_part
from ..families.labelled_rows import LabelledRows
from ..families.linear import LinearPart, fit_linear_part
from ..families.prior_column import with_prior
from ..families.trees import FAMILIES as TREES
from ..families.trees import Trees
from .data import TrainingData
from .kernel import fit_kernel_part
from .labels import at_columns
from .perceptron import fit_perceptron_part
from .preparation import Preparation
from .settings import TrainSettings
from .spread import parts_to_leave_out, spread_bases
from .trees import fit_forest_on_ground, fit_trees

FAMILIES = ("logistic", "additive", "forest", "boosting", "bivariate")
"""Those of the stacked mean, if nothing else is asked for."""
MACHINES = ("svm", "perceptron", *RELATIVE)
"""Those that are fitted by choice alone."""
CURVED = ("logistic", "additive")


def fit_family(
    family: str,
    prepared: Preparation,
    ridge: float,
    seed: int,
    pf: Optional[npt.NDArray[np.float32]] = None,
    trees: int = 0,
) -> Ensemble:
    """A model of one family, fitted to every (cell, scenario) row that the inventory speaks of.

    Parameters
    ----------
    family : of ``FAMILIES`` or ``MACHINES``
        Logistic regression is not penalised, as a plain comparator.
    prepared : Preparation
        Of the training part alone.
    ridge : float
        Penalty of the additive model.
    seed : int
    pf : float32 array (n, scenarios), optional
        Probability of failure of slope physics as one more input, NaN where not assessed.
    trees : int
        Of a forest, how many; 0 for its usual number.

    Returns
    -------
    Ensemble
        Without networks; it maps and is stored as any other.
    """
    rows = family_rows(prepared, pf)
    fitted: Base
    if family == "bivariate":
        fitted = fit_bivariate_part(rows, prepared.base.encoder, prepared.classes)
    elif family == "svm":
        fitted = fit_kernel_part(rows, prepared.blocks, seed)
    elif family == "perceptron":
        fitted = fit_perceptron_part(rows, prepared.blocks, seed)
    elif is_relative(family):
        fitted = fit_intensity_part(rows, prepared.base.encoder, prepared.background, ridge)
    else:
        fitted = _fitted(family, rows, ridge, seed, trees=trees)
    shift = 0.0 if is_relative(family) else prepared.base.shift
    return replace(prepared.base, linear=fitted, members=(), with_pf=pf is not None, shift=shift)


def uses_ridge(family: str, dated: bool) -> bool:
    """Whether the ridge moves what ``fit_family`` fits: dated trees stand beside a line that it holds back.

    >>> [uses_ridge("forest", dated) for dated in (False, True)], uses_ridge("additive", dated=False)
    ([False, True], True)
    """
    return family == "additive" or is_relative(family) or (dated and family in TREES)


def family_rows(prepared: Preparation, pf: Optional[npt.NDArray[np.float32]] = None) -> LabelledRows:
    """Every (cell, scenario) row that the inventory speaks of, with the probability of failure if it is an input."""
    samples = prepared.samples
    labels, weights = samples.labels.astype(np.float64), samples.label_weights.astype(np.float64)
    static, triggers = samples.static, samples.steps(prepared.triggers) * _varied(prepared)
    if pf is not None:
        static, triggers = with_prior(static, triggers, pf)
    return LabelledRows(
        static,
        samples.profile,
        triggers,
        labels,
        weights,
        offsets=samples.label_offset.astype(np.float64),
        sampled=samples.label_sampled.astype(np.float64),
    )


def prior_column(data: TrainingData) -> Optional[npt.NDArray[np.float32]]:
    """Probability of failure (n, columns learnt) of the samples, None without one."""
    return at_columns(data.cells.prior_pf, data, own=True)


def spread_family(
    model: Ensemble,
    family: str,
    prepared: Preparation,
    data: TrainingData,
    settings: TrainSettings,
    count: int,
) -> Ensemble:
    """A logistic or additive model with members that spread as if the samples came from other parts of the area.

    Their variance is that of the delete-a-group jackknife over compact blocks, and over events where these are few,
    as of the bases of an ensemble (``spread.spread_bases``). All others stay as they are.
    """
    common = model.linear
    if family not in CURVED or not isinstance(common, (LinearPart, AdditivePart)) or count < 2:
        return model
    rows = family_rows(prepared, prior_column(data) if model.with_pf else None)
    bases, kinds = [], []
    for part in parts_to_leave_out(data, settings.seed):
        rest = rows.take(~part.rows)
        told = rest.labels[rest.weights > 0]
        if told.size and told.min() < told.max():
            base = _fitted(family, rest, settings.ridge, settings.seed, like=common)
            if isinstance(base, (LinearPart, AdditivePart)):
                bases.append(base)
                kinds.append(part.kind)
    if len(bases) < 2:
        return model
    logits = np.stack([base.logit(rows.static, rows.profile, rows.triggers).ravel() for base in bases])
    return replace(model, bases=tuple(spread_bases(common, bases, logits, count, kinds)))


def _fitted(
    family: str,
    rows: LabelledRows,
    ridge: float,
    seed: int,
    like: Optional[Base] = None,
    trees: int = 0,
) -> Base:
    if family == "logistic":
        return fit_linear_part(rows, ridge=0.0)
    if family == "additive":
        known = like if isinstance(like, AdditivePart) else None
        return fit_additive_part(rows, ridge, like=known, start=known)
    if family in TREES:
        dated = rows.offsets is not None and bool(rows.offsets.any())
        return (
            _dated_trees(family, rows, ridge, seed, trees) if dated else fit_trees(family, rows, seed, trees)
        )
    raise InputError(f"There is no model family {family}; allowed: {', '.join((*FAMILIES, *MACHINES))}")


def _dated_trees(family: str, rows: LabelledRows, ridge: float, seed: int, trees: int) -> Trees:
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
    drawn = rows.weights if rows.sampled is None else rows.weights / rows.sampled
    stable = used & (rows.labels < 1)
    lift = np.where(stable, line - (float(line[stable].mean()) if stable.any() else 0.0), 0.0)
    counts = drawn * np.where(rows.labels > 0, 1.0, np.exp(np.clip(lift, -30.0, 30.0)))
    slid, stood = (float((counts * kind).sum()) for kind in (rows.labels, 1.0 - rows.labels))
    half, without = 0.5 * float(rows.weights.sum()), replace(rows, triggers=np.zeros_like(rows.triggers))
    even = counts * np.where(rows.labels > 0, half / slid, half / stood)
    if family == "forest":
        forest = fit_forest_on_ground(without, line, even, seed, trees)
        return replace(forest, rising=tuple(rising.tolist()))
    boosted = fit_trees(family, replace(without, weights=even), seed)
    start = boosted.start + np.log(slid / stood) - float(line[stable].mean())
    return replace(boosted, start=float(start), rising=tuple(rising.tolist()))


def _varied(prepared: Preparation) -> npt.NDArray[np.float32]:
    """1 for triggers that differ among the labelled rows, else 0.

    An undated inventory speaks of one scenario: its trigger is then a second intercept, and what is
    learnt of it would be chance.
    """
    weights, own = prepared.samples.label_weights, prepared.samples.triggers
    used = prepared.triggers[weights.sum(axis=0) > 0] if own is None else own[weights > 0]
    return np.asarray(np.ptp(used, axis=0) > 0, dtype=np.float32)


def fit_rows(family: str, rows: LabelledRows, blocks: npt.NDArray[np.intp], ridge: float, seed: int) -> Base:
    """What a family learns from labelled rows alone, without a study area around them.

    Parameters
    ----------
    family : {"logistic", "additive", "forest", "boosting", "perceptron"}
    rows : LabelledRows
    blocks : int array (n,)
        Part of each row that is left out together where a family judges itself.
    ridge : float
        Penalty of the additive model.
    seed : int
    """
    if family == "perceptron":
        return fit_perceptron_part(rows, blocks, seed)
    return _fitted(family, rows, ridge, seed)
