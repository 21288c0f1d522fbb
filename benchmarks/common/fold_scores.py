"""AUROC over many folds, its mean or median, and what that figure would be with other storms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landslide_plugin.core.evaluation.metrics import auroc

Floats = npt.NDArray[np.float64]
Folds = npt.NDArray[np.intp]
DRAWS = 2000
MIDDLES = {"mean": np.nanmean, "median": np.nanmedian}


@dataclass(frozen=True)
class Middle:
    """A mean or median over folds, with its 95 % interval.

    Attributes
    ----------
    value, low, high : float
    """

    value: float
    low: float
    high: float

    def words(self, sign: bool = False) -> str:
        """The interval for people.

        >>> Middle(0.9, 0.85, 0.95).words(), Middle(0.001, -0.002, 0.003).words(sign=True)
        ('0.850 to 0.950', '-0.0020 to +0.0030')
        """
        shape = "{:+.4f} to {:+.4f}" if sign else "{:.3f} to {:.3f}"
        return shape.format(self.low, self.high)


def fold_aurocs(labels: npt.NDArray[np.int8], p: Floats, folds: Folds) -> dict[int, float]:
    """AUROC of each fold that holds both kinds.

    >>> fold_aurocs(np.array([1, 0, 1, 1], "i1"), np.array([0.9, 0.1, 0.3, 0.2]), np.array([0, 0, 1, 1]))
    {0: 1.0}
    """
    found = {}
    for fold in np.unique(folds):
        here = (folds == fold) & np.isfinite(p)
        if len(np.unique(labels[here])) == 2:
            found[int(fold)] = auroc(labels[here], p[here])
    return found


def drawn_counts(storms: npt.NDArray[np.intp], seed: int = 0, draws: int = DRAWS) -> npt.NDArray[np.float32]:
    """How often each row (n,) stands in each draw of whole storms with replacement (draws, n); all ones come first.

    >>> counts = drawn_counts(np.array([3, 3, 8]), draws=5)
    >>> counts[0].tolist(), bool((counts[:, 0] == counts[:, 1]).all()), bool((counts[:, [0, 2]].sum(axis=1) == 2).all())
    ([1.0, 1.0, 1.0], True, True)
    """
    _, number = np.unique(storms, return_inverse=True)
    count = int(number.max()) + 1
    drawn = np.random.default_rng(seed).multinomial(count, np.full(count, 1.0 / count), draws)
    return np.concatenate([np.ones((1, count)), drawn])[:, number.ravel()].astype(np.float32)


def drawn_aurocs(
    labels: npt.NDArray[np.int8], p: Floats, folds: Folds, counts: npt.NDArray[np.float32]
) -> Floats:
    """AUROC of each fold (draws, folds) with every row counted so often; NaN where a draw leaves a fold one kind.

    >>> y, p, fold = np.array([1, 0, 1, 0], "i1"), np.array([0.9, 0.1, 0.3, 0.3]), np.array([0, 0, 0, 0])
    >>> counts = np.array([[1, 1, 1, 1], [1, 0, 1, 1]], np.float32)
    >>> drawn_aurocs(y, p, fold, counts)[:, 0].tolist()  # 3.5 of 4 pairs; 1.5 of 2
    [0.875, 0.75]
    """
    told = []
    for fold in np.unique(folds):
        here = (folds == fold) & np.isfinite(p)
        slid, stood = np.flatnonzero(here & (labels > 0)), np.flatnonzero(here & (labels == 0))
        if not len(slid) or not len(stood):
            continue
        before = p[slid][:, None] - p[stood][None]
        ahead = ((before > 0) + 0.5 * (before == 0)).astype(np.float32)
        pairs = np.einsum("bn,bn->b", counts[:, slid] @ ahead, counts[:, stood], dtype=np.float64)
        whole = counts[:, slid].sum(axis=1, dtype=np.float64) * counts[:, stood].sum(axis=1, dtype=np.float64)
        told.append(np.divide(pairs, whole, out=np.full(len(pairs), np.nan), where=whole > 0))
    return np.stack(told, axis=1)


def over_storms(aurocs: Floats, middle: str) -> Middle:
    """Mean or median over folds of AUROCs (draws, folds), the first draw as observed; the interval is over storms."""
    values = MIDDLES[middle](aurocs, axis=1)
    low, high = np.quantile(values[1:], [0.025, 0.975])
    return Middle(float(values[0]), float(low), float(high))


def over_folds(values: Sequence[float], middle: str, seed: int = 0) -> Middle:
    """Mean or median of figures of folds, the interval by the bootstrap over folds as if they were independent.

    >>> over_folds([0.9, 0.9, 0.9], "median").words()
    '0.900 to 0.900'
    """
    figures = np.array(values)
    drawn = np.random.default_rng(seed).integers(0, len(figures), (DRAWS, len(figures)))
    low, high = np.quantile(MIDDLES[middle](figures[drawn], axis=1), [0.025, 0.975])
    return Middle(float(MIDDLES[middle](figures)), float(low), float(high))


def best_of(found: Mapping[str, Floats], names: Sequence[str], middle: str) -> str:
    """The model with the largest mean or median over folds, as observed."""
    return max(names, key=lambda name: float(MIDDLES[middle](found[name][0])))
