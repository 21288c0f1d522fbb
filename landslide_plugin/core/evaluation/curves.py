"""Success-rate and prediction-rate curves."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError

Floats = npt.NDArray[np.float64]


def success_rate_curve(
    labels: npt.NDArray[Any], probability: npt.NDArray[Any], weights: Optional[npt.NDArray[Any]] = None
) -> tuple[Floats, Floats]:
    """Share of area against share of landslides, from the most to the least susceptible (k,) each.

    On samples the model was fitted to it is the success rate, on unseen ones the prediction rate
    (Chung and Fabbri 2003).

    Parameters
    ----------
    labels : array (n,)
        Above 0 is a landslide.
    probability : array (n,)
    weights : array (n,), optional
        Area each sample stands for; equal if not given. With stable samples drawn one to one the
        area axis is the share of samples, not of the map.

    Examples
    --------
    >>> area, found = success_rate_curve(np.array([1, 0, 0, 0]), np.array([0.9, 0.5, 0.4, 0.1]))
    >>> area.tolist(), found.tolist()
    ([0.0, 0.25, 0.5, 0.75, 1.0], [0.0, 1.0, 1.0, 1.0, 1.0])
    """
    truth, score = np.asarray(labels) > 0, np.asarray(probability, dtype=np.float64)
    weight = np.ones(len(score)) if weights is None else np.asarray(weights, dtype=np.float64)
    if truth.shape != score.shape or weight.shape != score.shape or not truth.any():
        raise InputError("A success-rate curve needs labels, scores and weights alike, and one landslide")
    order = np.argsort(-score, kind="stable")
    last = np.append(np.flatnonzero(np.diff(score[order])), len(score) - 1)
    area = np.cumsum(weight[order])[last]
    found = np.cumsum(truth[order])[last].astype(np.float64)
    return np.append(0.0, area / area[-1]), np.append(0.0, found / found[-1])


def area_weights(labels: npt.NDArray[Any], landslide_share: float = 0.0) -> Floats:
    """Share of the area that each sample (n,) stands for, whatever the ratio in which they were drawn.

    Landslide samples share the area of landslides evenly, stable ones the rest.

    Parameters
    ----------
    labels : array (n,)
        Above 0 is a landslide.
    landslide_share : float
        Share of the area that landslides hold; 0 where it is not known and taken as small.

    Raises
    ------
    InputError
        A share outside 0 to 1, or no stable sample.

    Examples
    --------
    >>> area_weights(np.array([1, 1, 0, 0]), 0.1).tolist()
    [0.05, 0.05, 0.45, 0.45]
    """
    truth = np.asarray(labels) > 0
    if not 0.0 <= landslide_share < 1.0 or truth.all():
        raise InputError(
            f"Area weights need a stable sample and a landslide share from 0 to below 1, got {landslide_share:g}"
        )
    slides = max(int(truth.sum()), 1)
    return np.where(truth, landslide_share / slides, (1.0 - landslide_share) / int((~truth).sum()))


def area_under(x: npt.NDArray[Any], y: npt.NDArray[Any]) -> float:
    """Area under a curve of straight pieces.

    >>> area_under(np.array([0.0, 1.0]), np.array([0.0, 1.0]))
    0.5
    """
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    return float(np.sum(np.diff(x) * (y[1:] + y[:-1]) / 2))


def thinned(x: Floats, y: Floats, points: int = 200) -> tuple[list[float], list[float]]:
    """At most ``points`` points of a curve with both ends kept, as plain lists for JSON.

    >>> thinned(np.linspace(0, 1, 1001), np.linspace(0, 1, 1001), 3)
    ([0.0, 0.5, 1.0], [0.0, 0.5, 1.0])
    """
    keep = np.unique(np.linspace(0, len(x) - 1, min(points, len(x))).round().astype(int))
    return [round(float(v), 6) for v in x[keep]], [round(float(v), 6) for v in y[keep]]
