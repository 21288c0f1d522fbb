"""Folds whose prediction distances are those of the map: nearest-neighbour distance matching."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ..folds import Folds, group_centroids, random_folds, usable_folds

Floats = npt.NDArray[np.float64]
MOST_TREE = 2000
"""Places that are clustered; others join the one nearest to them. Memory and time go with the square."""
TRIES = 24
LARGEST = 0.5
"""No fold may hold more of the samples."""


@dataclass(frozen=True)
class Matched:
    """Folds and how far their distances are from those of the map.

    Attributes
    ----------
    folds : int array (n,)
    wasserstein_m, random_m : float
        Of these folds, and of random ones.
    """

    folds: Folds
    wasserstein_m: float
    random_m: float


def fold_distances(xy: Floats, folds: Folds) -> Floats:
    """Distance (n,) of each sample to the nearest one of another fold, in metres.

    >>> fold_distances(np.array([[0.0, 0.0], [1.0, 0.0], [5.0, 0.0]]), np.array([0, 0, 1])).tolist()
    [5.0, 4.0, 4.0]
    """
    from scipy.spatial import cKDTree

    found = np.full(len(xy), np.nan)
    for fold in np.unique(folds):
        inside = folds == fold
        if not inside.all():
            found[inside] = cKDTree(xy[~inside]).query(xy[inside])[0]
    return found


def map_distances(xy: Floats, map_xy: Floats) -> Floats:
    """Distance (m,) of each place of the map to the nearest sample, in metres.

    >>> map_distances(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0]])).tolist()
    [5.0]
    """
    from scipy.spatial import cKDTree

    return np.asarray(cKDTree(xy).query(map_xy)[0], np.float64)


def wasserstein_m(one: Floats, other: Floats) -> float:
    """Area between two distributions of distances, in metres (Wasserstein's W1).

    >>> wasserstein_m(np.array([1.0, 2.0]), np.array([4.0, 5.0]))
    3.0
    """
    from scipy.stats import wasserstein_distance

    return float(wasserstein_distance(one[np.isfinite(one)], other[np.isfinite(other)]))


def matched_folds(
    xy: Floats,
    labels: npt.NDArray[Any],
    groups: npt.NDArray[Any],
    map_xy: Floats,
    n_folds: int,
    *,
    seed: int,
) -> Matched:
    """Folds whose held-out samples lie as far from their training as the map lies from the samples.

    kNNDM (Linnenbrink et al. 2024, after Mila et al. 2022): groups are clustered, from as many clusters as folds to
    nearly as many as groups; clusters are merged into folds along their first principal axis, and the division with
    the least Wasserstein distance between both distributions is taken. Random folds are among those tried, so it is
    never above theirs.

    Parameters
    ----------
    xy : float64 array (n, 2)
        Metres.
    labels, groups : int arrays (n,)
    map_xy : float64 array (m, 2)
        Places that the map predicts.
    n_folds, seed : int

    Raises
    ------
    InputError
        Fewer groups than folds.

    Examples
    --------
    >>> east = np.array([0.0, 1.0, 100.0, 101.0])
    >>> xy, far = np.column_stack([east, 0 * east]), np.array([[200.0, 0.0], [-99.0, 0.0]])
    >>> found = matched_folds(xy, np.array([1, 0, 1, 0]), np.arange(4), far, 2, seed=0)
    >>> bool(found.folds[0] == found.folds[1] != found.folds[2] == found.folds[3])
    True
    >>> found.wasserstein_m <= found.random_m
    True
    """
    wanted = map_distances(xy, map_xy)
    rng = np.random.default_rng([seed, 29])
    random = random_folds(labels, groups, n_folds, seed)
    best = random_m = wasserstein_m(fold_distances(xy, random), wanted)
    found = random
    places = group_centroids(xy, groups)
    if len(places) < n_folds:
        raise InputError(f"{n_folds} folds cannot be made of {len(places)} landslides and stable places")
    member = _member(groups)
    weights = np.bincount(member)
    tree, of_tree = _tree(places, rng)
    for count in _counts(n_folds, int(of_tree.max()) + 1):
        cluster = _cut(tree, count)[of_tree]
        folds = merged(cluster, places, weights, n_folds, rng)[member]
        if np.bincount(folds, minlength=n_folds).max() > LARGEST * len(folds) and n_folds > 2:
            continue
        if len(usable_folds(labels, folds)) < n_folds:
            continue
        distance = wasserstein_m(fold_distances(xy, folds), wanted)
        if distance < best:
            best, found = distance, folds
    return Matched(found, best, random_m)


def merged(
    cluster: Folds, places: Floats, weights: npt.NDArray[Any], n_folds: int, rng: np.random.Generator
) -> Folds:
    """Fold (n,) of each place: clusters with a fold's share of the samples stand alone, others are dealt out in turn.

    In turn along the first principal axis of their centres, in an order of folds that chance gives anew each round.

    >>> places = np.array([[0.0, 0.0], [9.0, 0.0], [5.0, 1.0], [5.0, 0.0]])
    >>> cluster, chance = np.array([0, 1, 2, 2]), np.random.default_rng(0)
    >>> dealt = merged(cluster, places, np.ones(4, int), 2, chance)
    >>> bool(dealt[2] == dealt[3] != dealt[0] == dealt[1])
    True
    """
    _, cluster = np.unique(cluster, return_inverse=True)
    cluster = cluster.ravel()
    held = np.bincount(cluster, weights)
    centres = np.column_stack([np.bincount(cluster, weights * axis) / held for axis in places.T])
    _, _, axes = np.linalg.svd(centres - centres.mean(axis=0), full_matrices=False)
    order = np.argsort((centres - centres.mean(axis=0)) @ axes[0], kind="stable")
    fold = np.full(len(held), -1, np.intp)
    alone = [one for one in order if held[one] >= weights.sum() / n_folds][: n_folds - 1]
    if len(held) == n_folds:
        return np.asarray(order.argsort()[cluster], np.intp)
    fold[alone] = np.arange(len(alone))
    free = np.arange(len(alone), n_folds)
    rest = [one for one in order if fold[one] < 0]
    for start in range(0, len(rest), len(free)):
        some = rest[start : start + len(free)]
        fold[some] = rng.permutation(free)[: len(some)]
    return np.asarray(fold[cluster], np.intp)


def _member(groups: npt.NDArray[Any]) -> Folds:
    """Number (n,) of each row's group, in order of first appearance, as ``group_centroids`` counts them."""
    _, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.intp)
    rank[np.argsort(first)] = np.arange(len(first))
    return np.asarray(rank[inverse.ravel()], np.intp)


def _tree(places: Floats, rng: np.random.Generator) -> tuple[Floats, Folds]:
    """Ward's tree of at most ``MOST_TREE`` places, and which of these each place belongs to."""
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial import cKDTree

    kept = np.arange(len(places))
    if len(places) > MOST_TREE:
        kept = np.sort(rng.choice(len(places), MOST_TREE, replace=False))
    nearest = kept if len(kept) == len(places) else cKDTree(places[kept]).query(places)[1]
    return linkage(places[kept], "ward"), np.asarray(nearest, np.intp)


def _cut(tree: Floats, count: int) -> Folds:
    from scipy.cluster.hierarchy import fcluster

    return np.asarray(fcluster(tree, count, "maxclust"), np.intp) - 1


def _counts(fewest: int, most: int) -> list[int]:
    """Numbers of clusters to try, evenly on a log scale.

    >>> _counts(2, 4)
    [2, 3, 4]
    """
    return sorted({round(count) for count in np.geomspace(fewest, most, TRIES)})
