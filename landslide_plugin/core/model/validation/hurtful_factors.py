"""Factors without which the held-out score is higher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...progress import Progress
from ...samples.encoding import FactorCode
from ...types.names import human_name
from ...types.odds import probability_of
from ..families.linear import ridge_logistic
from ..fitting.data import TrainingData
from ..fitting.row_weights import row_weights
from . import scorecard
from .held_out import HeldOut, judged
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
    whole, *without = _held_out(data, partitions, progress)
    rows: list[dict[str, Any]] = []
    for spec, found in zip(data.specs, without):
        pair = None if found is None or whole is None else _gain(found, whole, partitions[0].count)
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


def _held_out(
    data: TrainingData, partitions: Sequence[Partition], progress: Progress
) -> list[Optional[HeldOut]]:
    """Results with all factors and, in their order, without each; None where no factor varies in a training part."""
    left_out = [None, *range(len(data.specs))]
    p = np.full((len(left_out), len(partitions), len(data.labels)), np.nan)
    whole = np.ones(len(left_out), bool)
    for repeat, part in enumerate(partitions):
        for fold in part.usable:
            progress.check()
            train, test = part.split(fold)
            lesson = _Lesson.of(data.take(train), data.cells.static[test])
            for number in np.flatnonzero(whole):
                found = lesson.told(left_out[number])
                whole[number] = found is not None
                if found is not None:
                    p[number, repeat, test] = found
    weights = row_weights(data)
    return [
        judged(data.labels, partitions, own, weights=weights) if ok else None for own, ok in zip(p, whole)
    ]


def told_of(train: TrainingData, static: npt.NDArray[np.float32]) -> Optional[npt.NDArray[np.float64]]:
    """P (m,) of raw factors (m, p) by logistic regression (ridge 1) on some samples; None if no factor varies."""
    return _Lesson.of(train, static).told()


@dataclass(frozen=True)
class _Lesson:
    """Samples and rows asked about, encoded once whichever factor is then left out.

    Attributes
    ----------
    inputs, asked : float32 arrays (n, d), (m, d)
    owner : int array (d,)
        Factor of each column.
    unusable : bool array (m, p)
        Whether a factor makes a row unusable.
    labels, weights : float64 arrays (n,)
    """

    inputs: npt.NDArray[np.float32]
    asked: npt.NDArray[np.float32]
    owner: npt.NDArray[np.intp]
    unusable: npt.NDArray[np.bool_]
    labels: npt.NDArray[np.float64]
    weights: Optional[npt.NDArray[np.float64]]

    @classmethod
    def of(cls, train: TrainingData, static: npt.NDArray[np.float32]) -> _Lesson:
        known = train.cells.static
        codes = [FactorCode.fit(column, spec) for column, spec in zip(known.T, train.specs)]
        inputs, asked = (
            np.hstack([code.apply(column) for code, column in zip(codes, rows.T)]).astype(np.float32)
            for rows in (known, static)
        )
        owner = np.repeat(np.arange(len(codes)), [code.width for code in codes])
        unusable = np.stack([code.unusable(column) for code, column in zip(codes, static.T)], axis=1)
        labels, weights = train.labels.astype(np.float64), row_weights(train)
        return cls(inputs, asked, owner, unusable, labels=labels, weights=weights)

    def told(self, without: Optional[int] = None) -> Optional[npt.NDArray[np.float64]]:
        """P (m,) by logistic regression (ridge 1) without a factor, if one is named; None if no other varies."""
        columns = np.flatnonzero(self.owner != (-1 if without is None else without))
        if not columns.size:
            return None
        inputs, asked = (rows.take(columns, axis=1).astype(np.float64) for rows in (self.inputs, self.asked))
        *slopes, level = ridge_logistic(inputs, self.labels, RIDGE, self.weights)
        asked[np.delete(self.unusable, [] if without is None else without, axis=1).any(axis=1)] = np.nan
        return probability_of(asked @ np.array(slopes) + level)
