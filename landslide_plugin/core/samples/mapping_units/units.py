"""Samples whose places are units: which hold landslides, and which belong together in one fold."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.arrays import Counts, Floats

Labels = npt.NDArray[np.int8]


def landslides_within(units: int, polygon: Counts, landslide: Counts) -> Counts:
    """Number (units,) of landslides that lie in each unit, at least in part.

    Parameters
    ----------
    units : int
    polygon, landslide : int arrays (pairs,)
        Units and the landslides in them.

    Examples
    --------
    >>> landslides_within(3, np.array([0, 0, 2]), np.array([5, 6, 6])).tolist()
    [2, 0, 1]
    """
    pairs = np.unique(np.column_stack([polygon, landslide]), axis=0)
    return np.bincount(pairs[:, 0], minlength=units)


def labels_of(
    count: Counts, share: Floats, *, least_count: int = 1, least_share: Optional[float] = None
) -> Labels:
    """1 for units that hold landslides (units,), else 0.

    Parameters
    ----------
    count : int array (units,)
        Landslides in each unit.
    share : float64 array (units,)
        Share of the unit's area that they cover, ground under several once; only used with ``least_share``.
    least_count : int
        A unit has landslides from this number on.
    least_share : float, optional
        In place of the number: from this share of its area on.

    Raises
    ------
    InputError
        A limit that cannot be, or all units alike.

    Examples
    --------
    >>> labels_of(np.array([0, 1, 4]), np.array([0.0, 0.01, 0.2]), least_count=2).tolist()
    [0, 0, 1]
    >>> labels_of(np.array([0, 1, 4]), np.array([0.0, 0.01, 0.2]), least_share=0.01).tolist()
    [0, 1, 1]
    """
    if least_share is None:
        if least_count < 1:
            raise InputError(f"Least number of landslides is {least_count}; allowed: at least 1")
        labels = count >= least_count
    else:
        if not 0.0 < least_share <= 1.0:
            raise InputError(f"Least share of landslides is {least_share:g}; allowed: above 0 and up to 1")
        labels = share >= least_share
    if labels.all() or not labels.any():
        raise InputError(
            f"{int(labels.sum())} of {labels.size} units hold landslides; training needs some with and some without: "
            "change the least number or share, or take smaller units"
        )
    return labels.astype(np.int8)


def joined_by_landslides(units: int, polygon: Counts, landslide: Counts) -> npt.NDArray[np.int32]:
    """Group (units,) of each unit: units that a landslide lies across are one, for they may not part in folds.

    >>> joined_by_landslides(4, np.array([0, 1, 1, 3]), np.array([7, 7, 8, 9])).tolist()
    [0, 0, 1, 2]
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    _, slide = np.unique(landslide, return_inverse=True)
    size = units + (int(slide.max()) + 1 if slide.size else 0)
    links = coo_matrix((np.ones(polygon.size, np.int8), (polygon, units + slide.ravel())), shape=(size, size))
    _, part = connected_components(links, directed=False)
    _, first, group = np.unique(part[:units], return_index=True, return_inverse=True)
    rank = np.empty_like(first)
    rank[np.argsort(first)] = np.arange(first.size)
    return np.asarray(rank[group.ravel()], np.int32)


def area_alone(area_m2: Floats, labels: Labels) -> float:
    """Probability that a unit with landslides is larger than one without (AUROC of the area alone).

    0.5 says that size tells nothing. Larger units hold more landslides by area alone: what a model of units
    gains must be seen against this.

    >>> area_alone(np.array([1.0, 2.0, 3.0, 3.0]), np.array([0, 0, 1, 0], np.int8))
    0.8333333333333334
    """
    _, inverse, ties = np.unique(area_m2, return_inverse=True, return_counts=True)
    middle = np.cumsum(ties) - (ties - 1) / 2.0
    rank, with_slides = middle[inverse.ravel()], labels == 1
    n, m = int(with_slides.sum()), int((~with_slides).sum())
    return float((rank[with_slides].sum() - n * (n + 1) / 2.0) / (n * m))
