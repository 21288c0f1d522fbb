"""What out-of-fold predictions teach: scores, calibration and conformal sets, each judged on other folds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.conformal import ConformalSets, coverage_found, fit_conformal
from ...evaluation.metrics import best_threshold, brier, scores
from ...evaluation.reliability import log_loss
from ..bundle.calibration import Calibration, shifted
from .partitions import Partition

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int8]


@dataclass(frozen=True)
class HeldOut:
    """Out-of-fold results of one model.

    Attributes
    ----------
    probability : float64 array (repeats, n)
        On the scale of the samples; NaN in skipped folds and at unseen categories.
    mapped : float64 array (repeats, n)
        On the scale of the map, corrected to the landslide share asked for.
    fold_scores : tuple of dict
        Scores of each usable fold, at a threshold that the fold has not seen; ``repeat`` and ``fold`` say which.
        Of dated rows at the trigger that each had in its own storm.
    at_reference : tuple of dict
        The same of dated rows at the reference scenario, which is what a map shows; empty for undated ones.
    """

    probability: Floats
    mapped: Floats
    fold_scores: tuple[dict[str, float], ...]
    at_reference: tuple[dict[str, float], ...] = ()


def judged(
    labels: Labels,
    partitions: Sequence[Partition],
    p: Floats,
    mapped: Optional[Floats] = None,
    weights: Optional[Floats] = None,
    dated: bool = False,
) -> HeldOut:
    """Scores of each usable fold, at a threshold chosen on the held-out predictions of the other folds.

    Where no other held-out part has both classes, as after a date, the threshold is what is known beforehand: the
    share of landslides in the training, weighed as the log loss.

    Parameters
    ----------
    labels : int8 array (n,)
    partitions : sequence of Partition
    p : float64 array (repeats, n)
    mapped : float64 array (repeats, n), optional
        On the scale of the map, where it is another.
    weights : float64 array (n,), optional
        What each sample weighs in log loss and Brier score; alike if not given.
    dated : bool
        Whether rows speak of storms of their own: ``mapped``, at the reference scenario, is then scored too.

    Examples
    --------
    >>> part = Partition(np.array([0, 0, 1, 1]), (0, 1))
    >>> found = judged(np.array([0, 1, 0, 1], np.int8), [part], np.array([[0.1, 0.9, 0.2, 0.8]]))
    >>> [fold["auroc"] for fold in found.fold_scores]
    [1.0, 1.0]
    """
    scores_of = partial(_fold_scores, labels, partitions, weights=weights)
    on_scale = p if mapped is None else mapped
    return HeldOut(p, on_scale, scores_of(p), scores_of(on_scale) if dated else ())


def _fold_scores(
    labels: Labels, partitions: Sequence[Partition], p: Floats, weights: Optional[Floats]
) -> tuple[dict[str, float], ...]:
    """Scores of each usable fold of probabilities (repeats, n)."""
    fold_scores = []
    for repeat, (row, part) in enumerate(zip(p, partitions)):
        for fold in part.usable:
            here = (part.folds == fold) & np.isfinite(row)
            others = (part.folds != fold) & np.isfinite(row)
            if len(np.unique(labels[here])) < 2:
                continue
            if len(np.unique(labels[others])) == 2:
                cut = best_threshold(labels[others], row[others])
            else:
                train, _ = part.split(fold)
                known = None if weights is None else weights[train]
                cut = float(np.average(labels[train] > 0, weights=known))
            weight = None if weights is None else weights[here]
            scored = fold_score(labels[here], row[here], cut, weight)
            fold_scores.append({**scored, "repeat": float(repeat), "fold": float(fold)})
    return tuple(fold_scores)


def fold_score(
    labels: Labels, p: Floats, threshold: float, weights: Optional[Floats] = None
) -> dict[str, float]:
    """All scores of a fold, with its log loss and its numbers of landslides and stable samples.

    >>> fold_score(np.array([0, 1], np.int8), np.array([0.5, 0.5]), 0.5)["landslides"]
    1.0
    """
    slides = float((labels > 0).sum())
    more = {
        "log_loss": log_loss(labels, p, weights),
        "brier": brier(labels, p, weights),
        "landslides": slides,
        "stable": len(labels) - slides,
    }
    return {**scores(labels, p, threshold), **more}


def on_map(p: Floats, calibration: Optional[Calibration], shift: float) -> Floats:
    """Held-out probabilities as the map would show them: calibrated, then corrected to the landslide share.

    >>> on_map(np.array([0.5]), None, 0.0).tolist()
    [0.5]
    """
    return shifted(calibration.apply(p) if calibration else p, shift)


def conformal_figures(
    labels: Labels,
    partitions: Sequence[Partition],
    mapped: Floats,
    coverage: float,
    groups: Optional[npt.NDArray[Any]] = None,
) -> tuple[Optional[ConformalSets], Optional[dict[str, Any]]]:
    """Sets for the map, and the coverage that sets of the other folds had in each fold.

    Parameters
    ----------
    mapped : float64 array (n,)
        Held-out probabilities of the first repeat on the scale of the map.
    groups : int array (n,), optional
        Landslide or stable place of each sample, which count alike; each sample its own if not given.
    """
    own = np.arange(len(labels)) if groups is None else groups
    sets = fit_conformal(labels, mapped, coverage, own)
    part = partitions[0]
    called = np.zeros(len(labels), np.uint8)
    for fold in part.usable:
        here = part.folds == fold
        learnt = fit_conformal(labels[~here], mapped[~here], coverage, own[~here])
        if learnt is not None:
            called[here] = learnt.decide(mapped[here])
    if sets is None or not (called > 0).any():
        return sets, None
    found = coverage_found(labels, called, own)
    return replace(sets, found=(found["landslide"], found["stable"])), {"asked": coverage, **found}
