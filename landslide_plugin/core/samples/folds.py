"""Parts for cross-validation that keep every landslide whole."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import InputError

Folds = npt.NDArray[np.intp]
ITERATIONS = 300


def _by_group(groups: npt.NDArray[Any]) -> tuple[Folds, Folds]:
    """First row of each group, in row order, and the group number (n,) of each row."""
    _, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return first[order], rank[inverse.ravel()]


def _require(groups: npt.NDArray[Any], n_folds: int) -> None:
    present = len(np.unique(groups))
    if n_folds < 2 or present < n_folds:
        raise InputError(
            f"{n_folds} folds cannot be made of {present} landslides and stable places; "
            "use at least 2 folds and no more than there are places"
        )


def group_centroids(xy: npt.NDArray[np.float64], groups: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Mean coordinates (groups, 2) of each group, in order of first appearance.

    >>> group_centroids(np.array([[0.0, 0.0], [2.0, 0.0], [9.0, 9.0]]), np.array([5, 5, 1])).tolist()
    [[1.0, 0.0], [9.0, 9.0]]
    """
    _, member = _by_group(groups)
    counts = np.bincount(member)
    return np.column_stack([np.bincount(member, weights=axis) / counts for axis in np.asarray(xy).T])


def kmeans_folds(xy: npt.NDArray[np.float64], groups: npt.NDArray[Any], n_folds: int, seed: int) -> Folds:
    """Spatial folds (n,): k-means clusters of the coordinates.

    Clusters are of group centroids, so all samples of one landslide share a fold. Centres start at
    random places and k-means runs once (Brenning 2012; Lovelace et al. 2019, chapter 12), so
    another seed is another partition. It needs NumPy alone, so that folds do not depend on what is installed.

    Parameters
    ----------
    xy : float64 array (n, 2)
        Coordinates in metres.
    groups : int array (n,)
        Landslide of each sample; each stable sample its own.
    n_folds, seed : int

    Examples
    --------
    >>> places = np.array([[0.0, 0.0], [1.0, 0.0], [90.0, 0.0], [91.0, 0.0]])
    >>> folds = kmeans_folds(places, np.arange(4), 2, seed=0)
    >>> bool(folds[0] == folds[1] != folds[2] == folds[3])
    True
    """
    _require(groups, n_folds)
    _, member = _by_group(groups)
    return clusters(group_centroids(xy, groups), n_folds, seed)[member]


def clusters(places: npt.NDArray[np.float64], count: int, seed: int) -> Folds:
    """Cluster (n,) of each place (n, 2), by k-means from random distinct places (Lloyd 1982).

    A cluster that loses all its places starts again at the place that lies farthest from its own centre.

    Raises
    ------
    InputError
        Fewer distinct places than clusters.

    Examples
    --------
    >>> clusters(np.array([[0.0, 0.0], [9.0, 9.0], [0.0, 1.0]]), 3, seed=1).tolist() == [0, 0, 0]
    False
    >>> found = clusters(np.array([[0.0, 0.0], [9.0, 9.0], [0.0, 1.0]]), 2, seed=1)
    >>> bool(found[0] == found[2] != found[1])
    True
    """
    distinct = np.unique(places, axis=0)
    if len(distinct) < count:
        raise InputError(f"{count} folds cannot be made of {len(distinct)} distinct places; use fewer folds")
    middle = distinct.mean(axis=0)
    points = places - middle
    centres = distinct[np.random.default_rng(seed).choice(len(distinct), count, replace=False)] - middle
    axes = np.ascontiguousarray(points.T)
    cluster = np.zeros(len(points), dtype=np.intp)
    for _ in range(ITERATIONS):
        (cluster, squares), before = _nearest(axes, centres), centres
        held = np.bincount(cluster, minlength=count)
        sums = np.column_stack([np.bincount(cluster, axis, minlength=count) for axis in axes])
        centres = np.where(held[:, None] > 0, sums / np.maximum(held, 1)[:, None], before)
        if not held.all():
            far = np.argsort(-squares, kind="stable")
            for empty, place in zip(np.flatnonzero(held == 0), far):
                centres[empty] = points[place]
        if np.array_equal(centres, before):
            break
    return cluster


def _nearest(axes: npt.NDArray[np.float64], centres: npt.NDArray[np.float64]) -> tuple[Folds, Any]:
    """Nearest centre (n,) of each point, of equal ones the first, and the square of the way there; axes (2, n).

    >>> cluster, squares = _nearest(np.array([[0.0, 3.0], [0.0, 4.0]]), np.array([[0.0, 0.0], [0.0, 0.0]]))
    >>> cluster.tolist(), squares.tolist()
    ([0, 0], [0.0, 25.0])
    """
    nearest = np.zeros(axes.shape[1], dtype=np.intp)
    least = np.full(axes.shape[1], np.inf)
    for number, centre in enumerate(centres):
        square = sum((axis - at) ** 2 for axis, at in zip(axes, centre))
        closer = square < least
        nearest[closer] = number
        np.copyto(least, square, where=closer)
    return nearest, least


def random_folds(labels: npt.NDArray[Any], groups: npt.NDArray[Any], n_folds: int, seed: int) -> Folds:
    """Random folds (n,), with landslides and stable groups dealt out evenly by the rows that they hold.

    The largest group goes first, each to the fold with the fewest rows of its kind so far; which of equal groups
    and folds comes first is chance. So folds are even in rows although landslides differ in size.

    Neighbouring samples fall into different folds, so scores flatter the model; they are shown
    beside the spatial ones for the gap alone.

    >>> folds = random_folds(np.array([1, 1, 0, 0]), np.array([0, 0, 1, 2]), 2, seed=3)
    >>> bool(folds[0] == folds[1] and folds[2] != folds[3])
    True
    """
    _require(groups, n_folds)
    first, member = _by_group(groups)
    rng = np.random.default_rng(seed)
    positive = np.bincount(member, weights=np.asarray(labels) > 0) > 0
    sizes = np.bincount(member)
    folds = np.empty(len(first), dtype=np.intp)
    dealt = np.zeros(n_folds, dtype=np.int64)
    for kind in (positive, ~positive):
        chosen = rng.permutation(np.flatnonzero(kind))
        held = [(0, int(dealt[fold]), int(tie), fold) for fold, tie in enumerate(rng.permutation(n_folds))]
        heapify(held)
        for group in chosen[np.argsort(-sizes[chosen], kind="stable")]:
            rows, before, tie, fold = heappop(held)
            folds[group] = fold
            dealt[fold] += sizes[group]
            heappush(held, (rows + int(sizes[group]), before, tie, fold))
    return folds[member]


def block_folds(
    xy: npt.NDArray[np.float64], groups: npt.NDArray[Any], n_folds: int, block_m: float, seed: int
) -> Folds:
    """Spatial folds (n,) of square blocks of side ``block_m``, dealt out at random.

    A group belongs to the block of its centroid; blocks start at the west and south end.

    >>> xy = np.array([[0.0, 0.0], [10.0, 0.0], [150.0, 0.0]])
    >>> folds = block_folds(xy, np.arange(3), 2, block_m=100.0, seed=0)
    >>> bool(folds[0] == folds[1] != folds[2])
    True
    """
    _require(groups, n_folds)
    if not block_m > 0:
        raise InputError(f"Block size is {block_m} m; allowed: above 0")
    _, member = _by_group(groups)
    cells = np.floor((group_centroids(xy, groups) - np.min(xy, axis=0)) / block_m).astype(np.int64)
    _, block = np.unique(cells, axis=0, return_inverse=True)
    block = block.ravel()
    count = int(block.max()) + 1
    if count < n_folds:
        raise InputError(
            f"Blocks of {block_m:g} m cut the samples into {count} parts, fewer than {n_folds} folds; "
            "use smaller blocks or fewer folds"
        )
    dealt = np.empty(count, dtype=np.intp)
    dealt[np.random.default_rng(seed).permutation(count)] = np.arange(count) % n_folds
    return dealt[block][member]


def region_folds(regions: npt.NDArray[Any], groups: npt.NDArray[Any]) -> Folds:
    """Folds (n,) that leave out one region at a time; a group belongs to the region of its first sample.

    >>> region_folds(np.array([7, 7, 9, 9]), np.array([0, 1, 1, 2])).tolist()
    [0, 0, 0, 1]
    """
    first, member = _by_group(groups)
    _, fold = np.unique(np.asarray(regions)[first][member], return_inverse=True)
    if fold.max() < 1:
        raise InputError("All samples lie in one region; folds by region need samples in two or more")
    return np.asarray(fold.ravel(), dtype=np.intp)


def usable_folds(labels: npt.NDArray[Any], folds: Folds) -> list[int]:
    """Folds whose test part and training part both hold landslides and stable samples.

    >>> usable_folds(np.array([1, 0, 1, 0, 1]), np.array([0, 0, 1, 1, 2]))
    [0, 1]
    """
    truth = np.asarray(labels) > 0
    return [
        int(fold)
        for fold in np.unique(folds)
        if len(np.unique(truth[folds == fold])) == 2 and len(np.unique(truth[folds != fold])) == 2
    ]
