"""The families that stand beneath and beside the network, fitted to rows of events by the house's own means."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..families.ensemble import Base
from ..families.labelled_rows import LabelledRows
from ..fitting.families import fit_rows
from .inputs import EventInputs
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
    """Log odds (n,) that a family gives to rows; NaN where an input is missing."""
    encoded, soil = inputs.transform(rows), inputs.soil_of(rows)
    found = np.full(len(rows), np.nan)
    known = np.isfinite(encoded).all(axis=1) & np.isfinite(soil).all(axis=(1, 2))
    if known.any():
        found[known] = base.logit(encoded[known], soil[known], NO_STEPS)[:, 0]
    return found
