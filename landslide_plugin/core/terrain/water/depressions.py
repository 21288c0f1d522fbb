"""Filling depressions: every cell is raised to the lowest level at which its water can leave.

The filled height of a cell is the smallest, over all paths to an outlet, of the highest cell on the
path (Barnes, Lehman and Mulla 2014 flood a queue for it). Here the same surface comes from a
minimum spanning tree. Each cell without a lower neighbour is the bottom of a basin; a basin's
level is the highest pass on its way through the tree to the outside; no cell is then lower than
the level of its basin. Only heights that occur in the raster are used, so the result is exact.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Surface, Values
from .cells import OFFSETS, frame, require_surface, steps


class _Passes(NamedTuple):
    """Lowest pass between each pair of basins that touch; basin 0 is the outside."""

    first: Cells
    second: Cells
    height: Surface


def fill_depressions(heights: Values, outlet: Flags, progress: Progress = SILENT) -> Surface:
    """Heights with every depression filled to its spill level.

    Parameters
    ----------
    heights : float array (rows, cols)
        NaN where there is none.
    outlet : bool array (rows, cols)
        Cells from which water may leave, see ``cells.outlets``.
    progress : Progress

    Returns
    -------
    float32 array (rows, cols)
        Cells from which no outlet can be reached keep their height.

    Examples
    --------
    >>> from .cells import outlets
    >>> bowl = np.array([[5, 5, 5, 5], [5, 1, 2, 4], [5, 5, 5, 5]], np.float32)
    >>> fill_depressions(bowl, outlets(bowl))[1].tolist()
    [5.0, 4.0, 4.0, 4.0]
    """
    require_surface(heights)
    framed = frame(heights)
    surface = framed.ravel()
    basin, count = _basins(framed)
    progress.step(0.2)
    exits = np.flatnonzero(np.pad(outlet, 1))
    passes = _passes(surface, basin, steps(framed.shape[1]), exits, count, progress=progress.part(0.2, 0.7))
    level = _levels(passes, count, progress.part(0.7, 1.0))
    filled = np.maximum(surface, level[basin]).reshape(framed.shape)
    return np.ascontiguousarray(filled[1:-1, 1:-1])


def fill_shallow(
    heights: Values, outlet: Flags, limit_m: float, progress: Progress = SILENT
) -> tuple[Surface, Flags]:
    """Heights with depressions filled, but for those deeper than ``limit_m``, and the outlets for it.

    The lowest cell of a depression that is too deep becomes an outlet of its own, and the rest is
    filled again, until none is left.

    Examples
    --------
    >>> from .cells import outlets
    >>> bowls = np.array([[9, 9, 9, 9, 9], [9, 1, 9, 7, 9], [9, 9, 9, 9, 9]], np.float32)
    >>> filled, outlet = fill_shallow(bowls, outlets(bowls), limit_m=3.0)
    >>> filled[1].tolist(), int(outlet.sum())
    ([9.0, 1.0, 9.0, 9.0, 9.0], 13)
    """
    outlet = outlet.copy()
    while True:
        filled = fill_depressions(heights, outlet, progress)
        deepest = deep_bottoms(heights, filled, limit_m) if np.isfinite(limit_m) else ()
        if len(deepest) == 0:
            return filled, outlet
        outlet.ravel()[deepest] = True


def deep_bottoms(heights: Values, filled: Surface, limit_m: float) -> Cells:
    """Number of the lowest cell, the first of equals, of each depression deeper than ``limit_m``.

    >>> heights = np.array([[9.0, 2.0, 9.0, 6.0, 9.0]])
    >>> deep_bottoms(heights, np.full((1, 5), 9.0), 5.0).tolist()
    [1]
    """
    from scipy import ndimage

    raised = filled > heights
    labels, count = ndimage.label(raised, structure=np.ones((3, 3)))
    cells = np.flatnonzero(raised)
    label = labels.ravel()[cells]
    order = np.lexsort((cells, np.ravel(heights)[cells], label))
    first = order[np.flatnonzero(np.r_[True, label[order][1:] != label[order][:-1]])] if count else order
    lowest = cells[first]
    depth = filled.ravel()[lowest].astype(np.float64) - np.ravel(heights)[lowest]
    return np.asarray(lowest[depth > limit_m])


def follow_to_root(parent: Cells) -> Cells:
    """Last cell reached from each cell by following ``parent``; a root is its own parent.

    >>> follow_to_root(np.array([0, 0, 1, 2, 4])).tolist()
    [0, 0, 0, 0, 4]
    """
    while True:
        further = parent[parent]
        if np.array_equal(further, parent):
            return parent
        parent = further


def _basins(framed: Surface) -> tuple[Cells, int]:
    """Basin number of each framed cell (0 where there is no height) and the number of basins + 1."""
    rows, cols = framed.shape[0] - 2, framed.shape[1] - 2
    number = np.arange(framed.size).reshape(framed.shape)
    own = number[1:-1, 1:-1].copy()
    lowest, parent = framed[1:-1, 1:-1].copy(), own.copy()
    for (down, right), step in zip(OFFSETS, steps(framed.shape[1])):
        beside = framed[1 + down : 1 + down + rows, 1 + right : 1 + right + cols]
        lower = beside < lowest
        lowest[lower] = beside[lower]
        parent[lower] = own[lower] + step
    number[1:-1, 1:-1] = parent
    root = follow_to_root(number.ravel())
    has_height = np.isfinite(framed.ravel())
    label = np.cumsum((root == np.arange(root.size)) & has_height)
    return np.where(has_height, label[root], 0), int(label[-1]) + 1


def _passes(
    surface: Surface, basin: Cells, around: tuple[int, ...], exits: Cells, count: int, *, progress: Progress
) -> _Passes:
    """Lowest pass of every pair of touching basins, and of every basin with the outside."""
    pairs, heights = [basin[exits]], [surface[exits]]
    onward = [step for step in around if step > 0]
    for done, step in enumerate(onward):
        here, there = basin[:-step], basin[step:]
        touching = np.flatnonzero((here != there) & (here > 0) & (there > 0))
        here, there = here[touching], there[touching]
        pairs.append(np.minimum(here, there) * count + np.maximum(here, there))
        heights.append(np.maximum(surface[touching], surface[touching + step]))
        progress.step((done + 1) / (2 * len(onward)))
    pair, height = np.concatenate(pairs), np.concatenate(heights)
    order = np.lexsort((height, pair))
    progress.step(0.9)
    pair, height = pair[order], height[order]
    first = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
    return _Passes(pair[first] // count, pair[first] % count, height[first])


def _levels(passes: _Passes, count: int, progress: Progress) -> Surface:
    """Level to which each basin fills; minus infinity where no outlet can be reached."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

    heights, rank = np.unique(passes.height, return_inverse=True)
    weights = coo_matrix((rank + 1.0, (passes.first, passes.second)), shape=(count, count))
    progress.step(0.2)
    tree = minimum_spanning_tree(weights.tocsr()).tocoo()
    progress.step(0.7)
    order, before = breadth_first_order(tree.tocsr(), 0, directed=False)
    parent = np.arange(count)
    parent[order[1:]] = before[order[1:]]
    on_way = np.zeros(count, dtype=np.int64)
    from_first = parent[tree.row] == tree.col
    on_way[np.where(from_first, tree.row, tree.col)] = tree.data.astype(np.int64)
    highest = _highest_on_way(parent, on_way)
    level = np.r_[np.float32(-np.inf), heights][highest].astype(np.float32)
    reached = np.zeros(count, dtype=bool)
    reached[order[1:]] = True
    level[~reached] = -np.inf
    return np.asarray(level)


def _highest_on_way(parent: Cells, on_way: Cells) -> Cells:
    """Largest ``on_way`` from each node to its root, that of the root being 0."""
    highest = on_way
    while True:
        further = parent[parent]
        highest = np.maximum(highest, highest[parent])
        if np.array_equal(further, parent):
            return highest
        parent = further
