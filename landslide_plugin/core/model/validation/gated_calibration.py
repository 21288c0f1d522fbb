"""Calibration of a model's held-out probabilities, applied only where it is shown to help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.reliability import reliability
from ..bundle.calibration import Calibration, fit_by_folds
from .partitions import Partition
from .votes import fold_gains, row_losses

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int8]


@dataclass(frozen=True)
class GatedCalibration:
    """What calibration did to held-out probabilities.

    Attributes
    ----------
    asked : str
        Method.
    applied : Calibration or None
        None where none was asked for, none can be learnt, or the log loss does not fall by more than one standard
        error.
    before, after : float64 array (repeats, n)
        Held-out probabilities as they are, and each fold calibrated by the others.
    gain, error : float
        By how much the cross-fitted log loss falls, and its standard error over the folds; NaN where nothing was
        tried.
    """

    asked: str
    applied: Optional[Calibration]
    before: Floats
    after: Floats
    gain: float
    error: float

    @property
    def stored(self) -> Floats:
        """Held-out probabilities (repeats, n) of the model as it is stored."""
        return self.before if self.applied is None else self.after

    def figures(self, labels: Labels, weights: Optional[Floats] = None) -> dict[str, Any]:
        """Reliability before and after, over the first repeat, and whether it is applied, as plain values."""
        tried = np.isfinite(self.gain)
        return {
            "method": self.asked if self.applied is not None else "none",
            "asked": self.asked,
            "applied": self.applied is not None,
            "gain": self.gain if tried else None,
            "error": self.error if tried else None,
            "before": reliability(labels, self.before[0], weights),
            "after": reliability(labels, self.stored[0], weights),
            "tried": reliability(labels, self.after[0], weights) if tried else None,
        }


def gated_calibration(
    labels: Labels,
    partitions: Sequence[Partition],
    p: Floats,
    method: str,
    weights: Optional[Floats] = None,
) -> GatedCalibration:
    """Calibrate held-out probabilities (repeats, n), each fold by the others, and judge whether that helps.

    The slope comes from folds with intercepts of their own, since the level of the odds shifts from fold to fold;
    one intercept then makes the mean probability the observed share. It is kept only where the cross-fitted log loss
    falls by more than one standard error over the folds. Repeats that a model took no part in are left as they are.

    Examples
    --------
    >>> part, p = Partition(np.array([0, 1]), (0, 1)), np.array([[0.25, 0.75]])
    >>> gated_calibration(np.array([0, 1], np.int8), [part], p, "none").stored.tolist()
    [[0.25, 0.75]]
    """
    told = np.isfinite(p).any(axis=1)
    if told.any() and not told.all():
        parts = [part for part, known in zip(partitions, told) if known]
        found = gated_calibration(labels, parts, p[told], method, weights)
        after = p.copy()
        after[told] = found.after
        return replace(found, before=p, after=after)
    after, gains = p.copy(), []
    for row, part in zip(after, partitions):
        raw = row.copy()
        for fold in part.usable:
            here = part.folds == fold
            learnt = fit_by_folds(method, labels[~here], raw[~here], part.folds[~here], _some(weights, ~here))
            if learnt is not None:
                row[here] = learnt.apply(raw[here])
        gains.append(fold_gains(labels, row, raw, _usable(part), weights))
    every_gain = np.concatenate(gains)
    if method == "none" or len(every_gain) < 2:
        return GatedCalibration(method, None, p, p, gain=np.nan, error=np.nan)
    gain = float(every_gain.mean())
    error = float(every_gain.std(ddof=1) / np.sqrt(len(every_gain) / len(p)))
    applied = None
    if gain > error:
        every = np.concatenate([_usable(part, len(labels) * i) for i, part in enumerate(partitions)])
        repeated = None if weights is None else np.tile(weights, len(p))
        applied = fit_by_folds(method, np.tile(labels, len(p)), p.ravel(), every, repeated)
    return GatedCalibration(method, applied, p, after, gain=gain, error=error)


def _some(weights: Optional[Floats], rows: npt.NDArray[np.bool_]) -> Optional[Floats]:
    return None if weights is None else weights[rows]


def _usable(part: Partition, start: int = 0) -> npt.NDArray[np.intp]:
    """Folds (n,), those that hold one class as -1."""
    return np.where(np.isin(part.folds, part.usable), part.folds + start, -1)


def calibration_words(figures: Mapping[str, Any], constant: float) -> list[str]:
    """Sentences on the log loss before and after calibration, and on whether a constant does better.

    Parameters
    ----------
    figures : mapping
        As ``GatedCalibration.figures`` gives them.
    constant : float
        Held-out log loss of a constant.

    Examples
    --------
    >>> before = {"log_loss": 0.70, "brier": 0.23, "slope": 0.4}
    >>> told = {"asked": "platt", "applied": False, "gain": None, "before": before, "after": before, "tried": None}
    >>> calibration_words(told, 0.69)[-1]
    'The probabilities are worse than a constant: held-out log loss 0.7000, of a constant 0.6900'
    """
    before, after, tried = figures["before"], figures["after"], figures["tried"]
    said = []
    if tried is not None:
        done = (
            "applied"
            if figures["applied"]
            else "not applied, since the log loss does not fall by more than a standard error"
        )
        said.append(
            f"Calibration ({figures['asked']}), cross-fitted: log loss {before['log_loss']:.4f} before, "
            f"{tried['log_loss']:.4f} after; Brier {before['brier']:.4f} and {tried['brier']:.4f}; slope "
            f"{before['slope']:.2f} and {tried['slope']:.2f}: {done}"
        )
    if after["log_loss"] > constant:
        said.append(
            f"The probabilities are worse than a constant: held-out log loss {after['log_loss']:.4f}, "
            f"of a constant {constant:.4f}"
        )
    return said


def mean_loss(labels: Labels, p: Floats, weights: Optional[Floats] = None) -> float:
    """Mean held-out log loss of the first repeat of probabilities (repeats, n).

    >>> round(mean_loss(np.array([0, 1], np.int8), np.array([[0.5, 0.5]])), 6)
    0.693147
    """
    losses = row_losses(labels, p[0])
    known = np.isfinite(losses)
    return float(np.average(losses[known], weights=_some(weights, known)))
