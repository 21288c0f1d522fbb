"""The families that stand beneath and beside the network, fitted to rows of events by the house's own means."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional, Union

import numpy as np
import numpy.typing as npt

from ..families.additive import AdditivePart
from ..families.ensemble import Base
from ..families.labelled_rows import LabelledRows
from ..families.linear import LinearPart
from ..fitting.families import fit_rows
from .inputs import EventInputs, raw_storms
from .samples import EventRows, EventSamples

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
FAMILIES = ("logistic", "additive", "forest", "boosting", "perceptron")
BASE = "additive"
"""The family that the network starts from."""
RIDGE = 1.0
NO_STEPS = np.zeros((1, 0), np.float32)


def labelled_rows(samples: EventSamples, inputs: EventInputs) -> LabelledRows:
    """The samples as families take them: all that varies with the event is an input like any other."""
    n, offsets = len(samples), samples.offsets
    return LabelledRows(
        inputs.transform(samples.rows),
        inputs.soil_of(samples.rows),
        NO_STEPS,
        samples.labels.astype(np.float64)[:, None],
        np.ones((n, 1)),
        offsets=offsets,
        sampled=None if samples.shares is None else samples.shares[:, None],
    )


def fit_base(
    family: str, samples: EventSamples, inputs: EventInputs, seed: int, ridge: float = RIDGE
) -> Base:
    """One family fitted to samples; with known shares drawn it gives the odds of the ground."""
    return fit_rows(family, labelled_rows(samples, inputs), samples.storms, ridge, seed)


def base_logit(base: Base, inputs: EventInputs, rows: EventRows) -> Floats:
    """Log odds (n,) that a family gives to rows; NaN where an input is missing.

    Where they are a sum over the inputs, those of the ground and those of the storm are summed apart: what many rows
    share is then computed once.
    """
    if isinstance(base, (LinearPart, AdditivePart)) and inputs.soil is None:
        return _in_two(base, inputs, rows)
    encoded, soil = inputs.transform(rows), inputs.soil_of(rows)
    known = np.isfinite(encoded).all(axis=1) & np.isfinite(soil).all(axis=(1, 2))
    return _of_known(base, encoded, soil, known)


def _in_two(base: Union[LinearPart, AdditivePart], inputs: EventInputs, rows: EventRows) -> Floats:
    rain, days, which = inputs.storms_of(rows)
    columns = len(inputs.ground.columns)
    storms = inputs.storm.transform(raw_storms(rain, days, inputs.rain, inputs.uses_day_of_year))
    ground = inputs.ground.transform(rows.static)
    both = ((ground, some_columns(base, 0, columns)), (storms, some_columns(base, columns, None)))
    own, shared = (
        _of_known(part, values, np.zeros((len(values), 1, 0), np.float32), np.isfinite(values).all(axis=1))
        for values, part in both
    )
    return np.asarray(own + shared[which])


def _of_known(base: Base, encoded: Inputs, soil: Inputs, known: npt.NDArray[np.bool_]) -> Floats:
    if known.all():
        return np.asarray(base.logit(encoded, soil, NO_STEPS)[:, 0])
    found = np.full(len(encoded), np.nan)
    if known.any():
        found[known] = base.logit(encoded[known], soil[known], NO_STEPS)[:, 0]
    return found


def some_columns(
    base: Union[LinearPart, AdditivePart], first: int, last: Optional[int]
) -> Union[LinearPart, AdditivePart]:
    """The part of a sum that some of the inputs have; the intercept goes with the first of them.

    >>> whole = LinearPart(np.array([1.0, 2.0]), np.zeros(0), np.zeros(0), 0.5)
    >>> [(part.factors.tolist(), part.intercept) for part in (some_columns(whole, 0, 1), some_columns(whole, 1, None))]
    [([1.0], 0.5), ([2.0], 0.0)]
    """
    line = base if isinstance(base, LinearPart) else base.linear
    straight = replace(
        line, factors=line.factors[first:last], intercept=line.intercept if first == 0 else 0.0
    )
    if isinstance(base, LinearPart):
        return straight
    kept = (base.columns >= first) & (base.columns < (np.inf if last is None else last))
    return replace(
        base,
        linear=straight,
        columns=base.columns[kept] - first,
        knots=base.knots[kept],
        heights=base.heights[kept],
    )
