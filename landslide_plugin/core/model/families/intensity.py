"""Presence and background: a log-linear intensity of landslides, relative to the mean of the area."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...samples.encoding import Encoder
from .labelled_rows import LabelledRows
from .linear import LinearPart

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
ITERATIONS = 100
TOLERANCE = 1e-12
LEAST_RIDGE = 1e-8


def fit_intensity_part(
    rows: LabelledRows, encoder: Encoder, background: Optional[Inputs], ridge: float
) -> LinearPart:
    """Log of the relative intensity, linear in the encoded factors; soil and triggers say nothing in it.

    Parameters
    ----------
    rows : LabelledRows
        Of which landslides are the presences.
    encoder : Encoder
    background : float32 array (m, p) or None
        Raw factors of cells of the area, landslides' own among them; those with a class that training never saw are
        left out. Without it stable rows stand for the area.
    ridge : float
        Weight of half the squared coefficients against the sum of the log likelihood.

    Raises
    ------
    InputError
        No landslide or no background.
    """
    present = (rows.weights * rows.labels).sum(axis=1)
    if background is None:
        ground, held = rows.static, (rows.weights * (1.0 - rows.labels)).sum(axis=1)
    else:
        ground = encoder.transform(background[~encoder.unusable(background)])
        held = np.ones(len(ground))
    if not (present > 0).any() or not (held > 0).any():
        raise InputError(
            "A presence-background model needs landslides and cells of the area; one was not found"
        )
    slopes, level = log_intensity(
        rows.static[present > 0].astype(np.float64),
        ground[held > 0].astype(np.float64),
        ridge,
        weights=present[present > 0],
        held=held[held > 0],
    )
    none = np.zeros(0)
    return LinearPart(slopes, none, np.zeros(rows.triggers.shape[-1]), level)


def log_intensity(
    presences: Floats,
    background: Floats,
    ridge: float = 0.0,
    weights: Optional[Floats] = None,
    held: Optional[Floats] = None,
) -> tuple[Floats, float]:
    """Slopes (d,) and level of the log intensity of a Poisson process, relative to its mean over the background.

    The log likelihood of the process, its level set to its best value for any slopes, is
    sum of x slopes over the presences - presences x log(mean of exp(x slopes) over the background):
    what MaxEnt maximises with linear features (Renner and Warton 2013), and what logistic regression does with a
    background of ever larger weight (Fithian and Hastie 2013). Newton's method, the step halved until the
    likelihood does not fall.

    Parameters
    ----------
    presences : float64 array (n, d)
    background : float64 array (m, d)
    ridge : float
    weights : float64 array (n,), optional
        What each presence counts.
    held : float64 array (m,), optional
        Ground that each background row stands for.

    Examples
    --------
    >>> flat, steep = np.zeros((60, 1)), np.ones((40, 1))
    >>> slopes, level = log_intensity(np.vstack([flat[:3], steep[:8]]), np.vstack([flat, steep]))
    >>> round(float(np.exp(slopes[0])), 4)  # (8 / 40) / (3 / 60)
    4.0
    >>> round(float(60 * np.exp(level) + 40 * np.exp(level + slopes[0])), 6)  # 1 on average
    100.0
    """
    count = np.ones(len(presences)) if weights is None else weights
    share = np.ones(len(background)) if held is None else held
    share = share / share.sum()
    total, sums = float(count.sum()), count @ presences
    penalty = np.full(presences.shape[1], max(ridge, LEAST_RIDGE))

    def loss_of(tried: Floats) -> tuple[float, Floats, float]:
        logs = background @ tried
        top = float(logs.max()) if len(logs) else 0.0
        mean = float(share @ np.exp(logs - top))
        level = -(top + np.log(mean))
        loss = -float(sums @ tried) - total * level + 0.5 * float(penalty @ tried**2)
        return loss, share * np.exp(logs + level), float(level)

    found = np.zeros(presences.shape[1])
    loss, parts, level = loss_of(found)
    for _ in range(ITERATIONS):
        centre = parts @ background
        gradient = total * centre - sums + penalty * found
        apart = background - centre
        curvature = total * (apart * parts[:, None]).T @ apart + np.diag(penalty)
        step, size, before = np.linalg.solve(curvature, gradient), 1.0, loss
        loss, parts, level = loss_of(found - step)
        while size > 1e-6 and loss > before:
            size /= 2.0
            loss, parts, level = loss_of(found - size * step)
        found = found - size * step
        if before - loss <= TOLERANCE * max(1.0, abs(before)):
            break
    return found, level
