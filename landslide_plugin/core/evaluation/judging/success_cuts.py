"""Limits of classes read off a success-rate curve."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...types.arrays import Floats
from .tally import Ranks

MOST_PLACES = 512
"""Places of a curve among which limits are sought; of a longer one as many, evenly spread over its landslides."""


def success_rate_cuts(ranks: Ranks, classes: int = 5) -> tuple[float, ...]:
    """Limits (classes - 1,) whose classes keep the most of the area under the success-rate curve.

    The classed map has a curve of its own, of one straight piece a class. It lies nearest to that of the map, and its
    area rate is the largest that so many classes can have, where the limits stand at the bends of the curve: classes
    then differ the most in landslide density. Found by dynamic programming over the values of landslides; a limit
    elsewhere would only add area to a class.

    Parameters
    ----------
    ranks : Ranks
        Landslides against all other cells of the map.

    Raises
    ------
    InputError
        Landslides have fewer distinct values than there are limits.

    Examples
    --------
    >>> values, one = np.array([0.2, 0.4, 0.9]), np.array([1, 2, 7])
    >>> success_rate_cuts(Ranks(values, one, np.array([50, 20, 0, 10, 0, 10, 0])), 3)
    (0.2, 0.9)
    """
    if len(ranks.values) < classes - 1:
        raise InputError(
            f"Landslides have {len(ranks.values)} distinct values on the map, too few for {classes - 1} limits; choose "
            "another scheme"
        )
    area, found = ranks.at_or_above()
    keep = np.arange(len(ranks.values))
    if len(keep) > MOST_PLACES:
        wanted = np.linspace(found[-1], found[0], MOST_PLACES)
        keep = np.unique(len(found) - 1 - np.searchsorted(found[::-1], wanted, side="left"))
    keep = keep[::-1]  # from the most dangerous value down, as the curve runs
    x, y = (np.concatenate([[0.0], part[keep], [1.0]]) for part in (area, found))
    return tuple(sorted(float(ranks.values[keep[i - 1]]) for i in _bends(x, y, classes)))


def _bends(x: Floats, y: Floats, pieces: int) -> list[int]:
    """Inner places of the polyline of so many pieces from first to last place with the most area below it."""
    last = len(x) - 1
    piece = (x[None, :] - x[:, None]) * (y[None, :] + y[:, None]) / 2.0
    piece[np.tril_indices(len(x))] = -np.inf
    most, before = piece[0].copy(), []
    for _ in range(pieces - 1):
        reached = most[:, None] + piece
        before.append(np.argmax(reached, axis=0))
        most = np.max(reached, axis=0)
    inner = []
    for step in reversed(before):
        last = int(step[last])
        inner.append(last)
    return inner
