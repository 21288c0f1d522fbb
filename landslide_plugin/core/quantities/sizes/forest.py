"""How many trees a forest has, by what it serves and by the number of samples."""

from __future__ import annotations

TREES = 200
"""Of a forest that makes maps, and of one that is judged on a held-out fold of few samples."""

MANY_OF_EACH = 750
"""Landslides and stable samples, so many of each, from which on half as many trees judge and vote: their mean is as
good there (``benchmarks/study/forests.py``). With 175 of each half of the trees lose 0.007 AUROC."""


def fold_trees(rarer: int) -> int:
    """Trees of a forest that is judged on a held-out fold, where there are so many samples of the rarer class.

    >>> fold_trees(175), fold_trees(2600)
    (200, 100)
    """
    return TREES if rarer < MANY_OF_EACH else TREES // 2


def voting_trees(rarer: int) -> int:
    """Trees of a forest whose held-out probabilities choose votes alone.

    >>> voting_trees(175), voting_trees(2600)
    (100, 50)
    """
    return fold_trees(rarer) // 2
