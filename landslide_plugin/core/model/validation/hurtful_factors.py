"""Factors without which the held-out score is higher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...progress import Progress
from ...samples.encoding import Encoder
from ...types.names import human_name
from ...types.odds import probability_of
from ..families.linear import ridge_logistic
from ..fitting.data import TrainingData
from ..fitting.row_weights import row_weights
from . import scorecard
from .held_out import HeldOut, judged
from .leakage import without
from .partitions import Partition

RIDGE = 1.0
LEAST_GAIN = 0.002


def hurtful_factors(
    data: TrainingData, partitions: Sequence[Partition], progress: Progress
) -> tuple[list[dict[str, Any]], list[str]]:
    """What leaving out each factor does to the held-out AUROC, and a note on those that lower it.

    A factor is named where logistic regression (ridge 1) without it is better on the same folds by more than one
    corrected standard error, and by more than 0.002.

    Returns
    -------
    rows : list of dict
        ``factor``, ``gain`` (of AUROC without it) and ``error``; the largest gain first.
    notes : list of str
    """
    whole = _held_out(data, partitions)
    rows: list[dict[str, Any]] = []
    for spec in data.specs:
        progress.check()
        rest = without(data, [spec.name])
        if whole is None or rest is None:
            continue
        found = _held_out(rest, partitions)
        pair = None if found is None else _gain(found, whole, partitions[0].count)
        if pair is not None:
            rows.append({"factor": spec.name, "gain": pair[0], "error": pair[1]})
    rows.sort(key=lambda row: -float(row["gain"]))
    named = [row for row in rows if row["gain"] > max(row["error"], LEAST_GAIN)]
    words = ", ".join(f"{human_name(row['factor'])} (+{row['gain']:.4f} AUROC without it)" for row in named)
    return rows, [
        f"Factors that lower the held-out score of logistic regression with a ridge: {words}"
    ] if named else []


def _gain(one: HeldOut, other: HeldOut, folds: int) -> Optional[tuple[float, float]]:
    """Mean difference of AUROC and its corrected standard error."""
    if len(one.fold_scores) != len(other.fold_scores) or len(one.fold_scores) < 2:
        return None
    gains = np.array([a["auroc"] - b["auroc"] for a, b in zip(one.fold_scores, other.fold_scores)])
    weights, share = scorecard.fold_weights(one), 1.0 / folds
    squares, mean = float((weights**2).sum()), float(weights @ gains)
    variance = float(weights @ (gains - mean) ** 2) / (1.0 - squares)
    return mean, float(np.sqrt(variance * (squares + share / (1.0 - share))))


def _held_out(data: TrainingData, partitions: Sequence[Partition]) -> Optional[HeldOut]:
    p = np.full((len(partitions), len(data.labels)), np.nan)
    for repeat, part in enumerate(partitions):
        for fold in part.usable:
            train, test = part.split(fold)
            found = told_of(data.take(train), data.cells.static[test])
            if found is None:
                return None
            p[repeat, test] = found
    return judged(data.labels, partitions, p, weights=row_weights(data))


def told_of(train: TrainingData, static: npt.NDArray[np.float32]) -> Optional[npt.NDArray[np.float64]]:
    """P (m,) of raw factors (m, p) by logistic regression (ridge 1) on some samples; None if no factor varies."""
    if len(Encoder.dropped_of(train.cells.static, train.specs)) == len(train.specs):
        return None
    encoder = Encoder.fit(train.cells.static, train.specs)
    inputs = encoder.transform(train.cells.static).astype(np.float64)
    *slopes, level = ridge_logistic(inputs, train.labels.astype(np.float64), RIDGE, row_weights(train))
    return probability_of(encoder.transform(static).astype(np.float64) @ np.array(slopes) + level)
