"""How many trees a forest has, by what it serves and by the number of samples."""

from __future__ import annotations

TREES = 200
"""Of a forest that makes maps, and of one that is judged on a held-out fold of few samples."""

MANY_SAMPLES = 1500
"""From so many on half as many trees judge and vote: their mean is as good there (``benchmarks/study/forests.py``).
With 350 samples half of the trees lose 0.007 AUROC."""


def fold_trees(samples: int) -> int:
    """Trees of a forest that is judged on a held-out fold.

    >>> fold_trees(350), fold_trees(5000)
    (200, 100)
    """
    return TREES if samples < MANY_SAMPLES else TREES // 2


def voting_trees(samples: int) -> int:
    """Trees of a forest whose held-out probabilities choose votes alone.

    >>> voting_trees(350), voting_trees(5000)
    (100, 50)
    """
    return fold_trees(samples) // 2
