"""Which landslide cells belong together."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def linked(owners: npt.NDArray[Any], places: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    """Group number (n,) of each pair of owner and place, from 0 in order of first appearance.

    Pairs share a group if they have the same owner, the same place, or are joined by a chain of such
    pairs.

    >>> linked(np.array([1, 2, 2, 3]), np.array([10, 10, 40, 70])).tolist()
    [0, 0, 0, 1]
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if not len(owners):
        return np.empty(0, dtype=np.int32)
    _, owner = np.unique(owners, return_inverse=True)
    _, place = np.unique(places, return_inverse=True)
    first_place = int(owner.max()) + 1
    size = first_place + int(place.max()) + 1
    edges = coo_matrix((np.ones(len(owner), dtype=np.int8), (owner, first_place + place)), shape=(size, size))
    _, component = connected_components(edges, directed=False)
    _, first, group = np.unique(component[owner], return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int32)
    rank[np.argsort(first)] = np.arange(len(first), dtype=np.int32)
    return np.asarray(rank[group], dtype=np.int32)


def patches(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    """Patch number + 1 of each true cell (rows, cols), cells that touch by side or corner in one.

    >>> int(patches(np.array([[True, False, False], [False, True, False], [False, False, False]])).max())
    1
    """
    from scipy.ndimage import label

    numbered, _ = label(mask, structure=np.ones((3, 3), dtype=int))
    return np.asarray(numbered, dtype=np.int32)
