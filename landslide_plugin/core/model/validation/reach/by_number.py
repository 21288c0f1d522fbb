"""Learning curve: the held-out score against the number of landslides learnt from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ....progress import Progress
from ....samples.sample_set import MINIMUM_LANDSLIDES
from ...fitting.data import TrainingData
from ...fitting.row_weights import row_weights
from ..held_out import judged
from ..hurtful_factors import told_of
from ..partitions import Partition
from ..scorecard import fold_summary

Mask = npt.NDArray[np.bool_]
SHARES = (0.125, 0.25, 0.5, 1.0)
DRAWS = 3
MANY = 30_000
"""Samples from which one draw is steady enough."""


def learning_curve(
    data: TrainingData, partitions: Sequence[Partition], seed: int, progress: Progress
) -> list[dict[str, Any]]:
    """Mean AUROC of logistic regression (ridge 1) on all folds, learnt from shares of their training landslides.

    Landslides are left out whole and at random, stable samples in the same share; each fold is scored on all that it
    holds out. Shares that leave fewer than 10 landslides to train on have no row. All repeats of the folds are used,
    as for the scores of the models: one by itself may lie far from their mean. Inputs are the factors alone, held back
    by a ridge, so that the curve does not rise by mere want of landslides for them; the logistic regression that is
    compared has neither bound.

    Returns
    -------
    list of dict
        ``share``, ``landslides`` (mean number over the folds), ``auroc`` and ``sd`` over the draws; fewest first.
    """
    rows = []
    for share in SHARES:
        draws = 1 if share == 1.0 or len(data.labels) > MANY else DRAWS
        found, counts = [], []
        for draw in range(draws):
            progress.check()
            rng = np.random.default_rng([seed, 31, draw, round(1000 * share)])
            keep = part_of(data.labels, data.groups, share, rng)
            tried = _score(data, partitions, keep)
            if tried is not None:
                found.append(tried[0])
                counts.append(tried[1])
        if found:
            sd = float(np.std(found, ddof=1)) if len(found) > 1 else 0.0
            number, score = float(np.mean(counts)), float(np.mean(found))
            rows.append({"share": share, "landslides": number, "auroc": score, "sd": sd})
    return rows


def part_of(
    labels: npt.NDArray[Any], groups: npt.NDArray[Any], share: float, rng: np.random.Generator
) -> Mask:
    """Rows (n,) of a share of the landslides, whole, and of as large a share of the stable groups.

    >>> chance = np.random.default_rng(0)
    >>> kept = part_of(np.array([1, 1, 1, 1, 0, 0]), np.array([0, 0, 1, 1, 2, 3]), 0.5, chance)
    >>> int(kept[:4].sum()), bool(kept[0] == kept[1]), int(kept[4:].sum())
    (2, True, 1)
    """
    kept = np.zeros(len(labels), bool)
    slid = np.unique(groups[labels > 0])
    for kind in (slid, np.setdiff1d(groups, slid)):
        chosen = rng.permutation(kind)[: round(share * len(kind))]
        kept |= np.isin(groups, chosen)
    return kept


def _score(data: TrainingData, partitions: Sequence[Partition], keep: Mask) -> Optional[tuple[float, float]]:
    p, counts = np.full((len(partitions), len(data.labels)), np.nan), []
    for repeat, part in enumerate(partitions):
        for fold in part.usable:
            train, test = part.split(fold)
            known = data.take(train & keep)
            slides = len(np.unique(known.groups[known.labels > 0]))
            told = None
            if slides >= MINIMUM_LANDSLIDES and (known.labels == 0).any():
                told = told_of(known, data.cells.static[test])
            if told is None:
                return None
            p[repeat, test] = told
            counts.append(slides)
    summary = fold_summary(judged(data.labels, partitions, p, weights=row_weights(data)))
    return None if summary is None else (float(summary["auroc_mean"]), float(np.mean(counts)))


def learning_words(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """What twice the landslides brought, as a sentence.

    >>> learning_words([{"landslides": 40, "auroc": 0.7}, {"landslides": 80, "auroc": 0.75}])
    ['Learning curve (logistic regression with a ridge): held-out AUROC 0.700 from 40 landslides, 0.750 from 80']
    """
    if len(rows) < 2:
        return []
    one, other = rows[-2:]
    return [
        f"Learning curve (logistic regression with a ridge): held-out AUROC {one['auroc']:.3f} from "
        f"{one['landslides']:.0f} landslides, {other['auroc']:.3f} from {other['landslides']:.0f}"
    ]
