"""The scores of a training run as plain values: fit, spatial and random folds side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.curves import success_rate_curve, thinned
from ...evaluation.metrics import best_threshold, corrected_interval, roc_curve_points, scores
from ...evaluation.verdicts import paired_figures
from .held_out import HeldOut

Floats = npt.NDArray[np.float64]
MEANS = ("auc_pr", "brier", "log_loss", "mcc", "f1", "precision", "recall")
COUNTS = ("true_positive", "false_positive", "false_negative", "true_negative")


@dataclass(frozen=True)
class ModelScores:
    """Scores of one model.

    Attributes
    ----------
    fit : mapping or None
        On the training data themselves.
    spatial, random : mapping or None
        Over spatial and over random folds, as ``fold_summary`` gives them.
    """

    fit: Optional[Mapping[str, float]]
    spatial: Optional[Mapping[str, Any]]
    random: Optional[Mapping[str, Any]] = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"fit": self.fit, "spatial": self.spatial, "random": self.random}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> ModelScores:
        """The scores that ``to_dict`` stored."""
        return cls(stored.get("fit"), stored.get("spatial"), stored.get("random"))


def fold_weights(held_out: HeldOut) -> Floats:
    """What each fold counts (J,), 1 in all: a fold with few landslides or few stable samples says little of AUROC.

    The variance of an AUROC goes about with 1 / landslides + 1 / stable samples (Hanley and McNeil 1982), so a
    fold weighs with the inverse of that; alike where the counts are not known.

    >>> none = np.zeros((1, 2))
    >>> one, other = ({"auroc": 0.7, "landslides": count, "stable": count} for count in (30, 10))
    >>> fold_weights(HeldOut(none, none, (one, other))).tolist()
    [0.75, 0.25]
    """
    counts = [(fold.get("landslides", 2.0), fold.get("stable", 2.0)) for fold in held_out.fold_scores]
    weights = np.array([slides * stable / (slides + stable) for slides, stable in counts])
    return np.asarray(weights / weights.sum())


def fold_summary(held_out: HeldOut, folds: Optional[int] = None) -> Optional[dict[str, Any]]:
    """Weighted means over folds, the AUROC of each fold and its standard deviation; None without a usable fold.

    With the number of folds a repeat, also the corrected interval of the AUROC.

    >>> fold_summary(HeldOut(np.zeros((1, 2)), np.zeros((1, 2)), ())) is None
    True
    """
    scored = held_out.fold_scores
    if not scored:
        return None
    aurocs, weights = [fold["auroc"] for fold in scored], fold_weights(held_out)
    found = {
        **_means(held_out),
        "auroc_sd": float(np.std(aurocs, ddof=1)) if len(aurocs) > 1 else 0.0,
        "auroc_folds": aurocs,
        "fold_weights": weights.tolist(),
        "confusion": {name: int(sum(fold[name] for fold in scored)) for name in COUNTS},
    }
    if held_out.at_reference:
        again = replace(held_out, fold_scores=held_out.at_reference, at_reference=())
        found["at_reference"] = _means(again)
    if folds is not None and len(aurocs) > 1:
        _, low, high = corrected_interval(aurocs, 1.0 / folds, weights=weights)
        # with few folds the interval is wider than an area can be
        found["auroc_low"], found["auroc_high"] = max(low, 0.0), min(high, 1.0)
    return found


def _means(held_out: HeldOut) -> dict[str, float]:
    """Weighted means of the scores over folds."""
    scored, weights = held_out.fold_scores, fold_weights(held_out)
    names = [name for name in ("auroc", *MEANS) if name in scored[0]]
    return {f"{name}_mean": float(weights @ [fold[name] for fold in scored]) for name in names}


def at_reference_words(summary: Optional[Mapping[str, Any]], scenario: str) -> list[str]:
    """A line on the scores of dated rows at their own storms and at the reference scenario; none of undated ones.

    >>> own = {"auroc_mean": 0.81, "brier_mean": 0.1, "at_reference": {"auroc_mean": 0.78, "brier_mean": 0.11}}
    >>> at_reference_words(own, "T50")
    ['Held out, AUROC 0.810 and Brier 0.1000 at the trigger of each sample, 0.780 and 0.1100 at the reference (T50)']
    >>> at_reference_words({"auroc_mean": 0.81}, "T50")
    []
    """
    there = None if summary is None else summary.get("at_reference")
    if summary is None or not there:
        return []
    own, mapped = (f"{part['auroc_mean']:.3f} and" for part in (summary, there))
    return [
        f"Held out, AUROC {own} Brier {summary['brier_mean']:.4f} at the trigger of each sample, {mapped} "
        f"{there['brier_mean']:.4f} at the reference ({scenario})"
    ]


def of_first_repeat(values: Floats) -> Floats:
    """Out-of-fold value (n,) of the first repeat that has one, of (repeats, n); NaN if none has.

    Not the mean over the repeats: that would be an ensemble of as many models, and curves, cuts and thresholds drawn
    from it would flatter the one that is stored.

    >>> of_first_repeat(np.array([[0.2, np.nan, np.nan], [0.4, 0.5, np.nan]])).tolist()
    [0.2, 0.5, nan]
    """
    known = np.isfinite(values)
    first = np.take_along_axis(values, known.argmax(axis=0)[None], axis=0)[0]
    return np.where(known.any(axis=0), first, np.nan)


def fit_scores(labels: npt.NDArray[np.int8], fitted: Floats, threshold: float) -> Optional[dict[str, float]]:
    """Scores on the training data themselves, which flatter any model; None if they cannot be had.

    >>> fit_scores(np.array([0, 1], np.int8), np.array([0.1, 0.9]), 0.5)["auroc"]
    1.0
    >>> fit_scores(np.array([1, 1], np.int8), np.array([0.1, 0.9]), 0.5) is None
    True
    """
    known = np.isfinite(fitted)
    if len(np.unique(labels[known])) < 2:
        return None
    return scores(labels[known], fitted[known], threshold)


def held_out_threshold(labels: npt.NDArray[np.int8], p: Floats, fallback: Floats) -> float:
    """Youden's threshold from held-out probabilities, or from fitted ones where there are too few.

    >>> held_out_threshold(np.array([0, 1], np.int8), np.full(2, np.nan), np.full(2, np.nan))
    0.5
    """
    for values in (p, fallback):
        known = np.isfinite(values)
        if len(np.unique(labels[known])) == 2:
            return best_threshold(labels[known], values[known])
    return 0.5


def paired_difference(
    one: HeldOut, other: HeldOut, folds: int, score: str = "auroc"
) -> Optional[dict[str, Any]]:
    """Difference of a score over the folds that both have, as ``evaluation.verdicts.paired_figures`` gives it.

    Of the log loss, by how much that of ``one`` is lower; so more is better for each score. A model that took part in
    some repeats only is compared on those.

    >>> none = np.zeros((1, 2))
    >>> one, other = (HeldOut(none, none, ({"auroc": a}, {"auroc": a})) for a in (0.8, 0.7))
    >>> round(paired_difference(one, other, 2)["mean"], 6)
    0.1
    """
    sign, others = -1.0 if score == "log_loss" else 1.0, {_which(fold): fold for fold in _numbered(other)}
    shared = tuple(fold for fold in _numbered(one) if _which(fold) in others)
    if len(shared) < 2:
        return None
    gains = [sign * (fold[score] - others[_which(fold)][score]) for fold in shared]
    return paired_figures(gains, 1.0 / folds, fold_weights(replace(one, fold_scores=shared)))


def _numbered(held_out: HeldOut) -> list[dict[str, float]]:
    """Scores of the folds with their places; without any they stand in order."""
    return [{"repeat": 0.0, "fold": float(i), **fold} for i, fold in enumerate(held_out.fold_scores)]


def _which(fold: Mapping[str, float]) -> tuple[float, float]:
    return fold["repeat"], fold["fold"]


def curves(
    labels: npt.NDArray[np.int8], fitted: Floats, held_out: Floats
) -> dict[str, Sequence[list[float]]]:
    """ROC and prediction rate of held-out probabilities, success rate of fitted ones.

    >>> found = curves(np.array([0, 1], np.int8), np.array([0.1, 0.9]), np.full(2, np.nan))
    >>> list(found)
    ['success_rate']
    """
    known, inside = np.isfinite(held_out), np.isfinite(fitted)
    points: dict[str, Sequence[list[float]]] = {
        "success_rate": list(thinned(*success_rate_curve(labels[inside], fitted[inside])))
    }
    if len(np.unique(labels[known])) == 2:
        points["roc"] = list(thinned(*roc_curve_points(labels[known], held_out[known])))
        rate = success_rate_curve(labels[known], held_out[known])
        points["prediction_rate"] = list(thinned(*rate))
    return points
