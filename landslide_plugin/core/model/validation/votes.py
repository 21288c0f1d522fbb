"""How many votes each family of models has in a stacked mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..families.pool import VOTES

Floats = npt.NDArray[np.float64]
NETWORK = "ensemble"
SURE = 1e-6
AT_ONCE = 2**14
"""Probabilities of ways to share the votes that are held at once."""


def half_way(votes: Mapping[str, float]) -> dict[str, float]:
    """Votes drawn half-way to equal ones: few landslides want equal votes, many want the best.

    >>> half_way({"forest": 7, "logistic": 3, "additive": 0, "boosting": 0})
    {'forest': 4.75, 'logistic': 2.75, 'additive': 1.25, 'boosting': 1.25}
    """
    return {name: (count + VOTES / len(votes)) / 2.0 for name, count in votes.items()}


def stack_votes(
    labels: npt.NDArray[np.int8],
    held_out: Mapping[str, Floats],
    folds: npt.NDArray[np.intp],
    weights: Optional[Floats] = None,
) -> dict[str, float]:
    """Votes of each family in a stacked mean; the network has some only if the others are better with it.

    Tenths by least held-out log loss, drawn half-way to equal votes. Better is a lower log loss of the pool by more
    than one standard error over all folds (Breiman et al. 1984, the one-standard-error rule): where the gain is
    chance, the simpler pool stays.

    Parameters
    ----------
    labels : int8 array (n,)
    held_out : mapping of str to float64 array (n,)
    folds : int array (n,)
        Rows with a negative number are not looked at.
    weights : float64 array (n,), optional
        What each row weighs.

    Examples
    --------
    >>> y = np.array([0, 1] * 20, np.int8)
    >>> stack_votes(y, {"right": np.where(y, 0.9, 0.1), "wrong": np.where(y, 0.1, 0.9)}, np.repeat([0, 1], 20))
    {'right': 7.5, 'wrong': 2.5}
    """
    lean = {name: p for name, p in held_out.items() if name != NETWORK}
    if not lean:
        return {NETWORK: float(VOTES)}
    without = half_way(choose_votes(labels, lean, folds >= 0, weights))
    if NETWORK not in held_out:
        return without
    votes = half_way(choose_votes(labels, held_out, folds >= 0, weights))
    if network_earns(labels, pooled(held_out, votes), pooled(held_out, without), folds, weights):
        return votes
    return {**without, NETWORK: 0.0}


def network_earns(
    labels: npt.NDArray[np.int8],
    with_network: Floats,
    without: Floats,
    folds: npt.NDArray[np.intp],
    weights: Optional[Floats] = None,
) -> bool:
    """Whether a pool (n,) with the network has a lower log loss than one without, by more than a standard error.

    >>> y = np.array([0, 1] * 20, np.int8)
    >>> network_earns(y, np.where(y, 0.9, 0.1), np.where(y, 0.8, 0.2), np.repeat([0, 1], 20))
    True
    """
    gains = fold_gains(labels, with_network, without, folds, weights)
    return len(gains) > 1 and bool(gains.mean() > gains.std(ddof=1) / np.sqrt(len(gains)))


def fold_gains(
    labels: npt.NDArray[np.int8],
    one: Floats,
    other: Floats,
    folds: npt.NDArray[np.intp],
    weights: Optional[Floats] = None,
) -> Floats:
    """By how much the log loss of probabilities ``one`` (n,) is below that of ``other`` in each fold.

    >>> fold_gains(np.array([1, 1], np.int8), np.array([0.5, 1.0]), np.array([0.25, 1.0]), np.array([0, 1])).round(4)
    array([0.6931, 0.    ])
    """
    gain = row_losses(labels, other) - row_losses(labels, one)
    known = (folds >= 0) & np.isfinite(gain)
    weight = np.ones(len(labels)) if weights is None else weights
    parts = [known & (folds == fold) for fold in np.unique(folds[known])]
    return np.array([np.average(gain[part], weights=weight[part]) for part in parts])


def row_losses(labels: npt.NDArray[Any], p: Floats) -> Floats:
    """Negative log likelihood (n,) of each label; NaN where there is no probability.

    >>> row_losses(np.array([1, 0]), np.array([0.5, np.nan])).round(4).tolist()
    [0.6931, nan]
    """
    right = np.where(np.asarray(labels) > 0, p, 1.0 - p)
    return np.asarray(-np.log(np.maximum(right, SURE)))


def choose_votes(
    labels: npt.NDArray[Any],
    held_out: Mapping[str, Floats],
    rows: Optional[npt.NDArray[np.bool_]] = None,
    weights: Optional[Floats] = None,
) -> dict[str, float]:
    """Votes of each model that give held-out labels the largest likelihood.

    All ways to share ten votes are tried; of ways that do alike the one nearest to equal votes wins.

    Parameters
    ----------
    labels : array (n,)
    held_out : mapping of str to float64 array (n,)
        Out-of-fold probabilities; rows where any is NaN are left out.
    rows : bool array (n,), optional
        Rows to look at.
    weights : float64 array (n,), optional
        What each row weighs.

    Examples
    --------
    >>> y = np.array([0, 1] * 20)
    >>> choose_votes(y, {"right": np.where(y, 0.9, 0.1), "wrong": np.where(y, 0.1, 0.9)})
    {'right': 10.0, 'wrong': 0.0}
    """
    names = list(held_out)
    table = np.stack([held_out[name] for name in names])
    known = np.isfinite(table).all(axis=0)
    if rows is not None:
        known &= rows
    truth = np.asarray(labels)[known] > 0
    if not truth.size:
        return _nearly_equal(names)
    right = np.where(truth, table[:, known], 1.0 - table[:, known])
    weight = np.ones(truth.size) if weights is None else weights[known]
    weight = weight / weight.sum()
    ways, best, lowest = _ways(len(names)), -1, np.inf
    few = max(1, AT_ONCE // truth.size)
    parts = (ways[start : start + few] / VOTES @ right for start in range(0, len(ways), few))
    losses = np.concatenate([-(np.log(np.maximum(part, SURE)) @ weight) for part in parts])
    for number, loss in enumerate(losses.tolist()):
        if loss < lowest - SURE:
            best, lowest = number, loss
    return dict(zip(names, ways[best].tolist())) if best >= 0 else _nearly_equal(names)


@lru_cache(maxsize=4)
def _ways(models: int) -> Floats:
    """All ways to share the votes (ways, models), those nearest to equal votes first."""
    return np.array(sorted(_shares(models), key=np.var), dtype=np.float64)


def _nearly_equal(names: Sequence[str]) -> dict[str, float]:
    return {name: float(VOTES // len(names) + (i < VOTES % len(names))) for i, name in enumerate(names)}


def _shares(parts: int) -> list[tuple[int, ...]]:
    """All ways to share the votes among some parts."""
    ways = []
    for bars in combinations(range(VOTES + parts - 1), parts - 1):
        edges = (-1, *bars, VOTES + parts - 1)
        ways.append(tuple(high - low - 1 for low, high in zip(edges, edges[1:])))
    return ways


def pooled(held_out: Mapping[str, Floats], votes: Mapping[str, float]) -> Floats:
    """Weighted mean (n,) of probabilities; NaN where a model with a vote has none.

    >>> p = {"a": np.array([0.2]), "b": np.array([0.4]), "c": np.array([np.nan])}
    >>> pooled(p, {"a": 5, "b": 5, "c": 0}).round(12).tolist()
    [0.3]
    """
    return np.asarray(sum(count / VOTES * held_out[name] for name, count in votes.items() if count > 0))
