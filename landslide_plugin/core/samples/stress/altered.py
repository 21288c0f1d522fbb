"""Inventories that are worse than the one given: moved, or with landslides missing."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]


def steps_of_landslides(
    groups: npt.NDArray[Any], distance_m: float, cell_m: tuple[float, float], rng: np.random.Generator
) -> tuple[Numbers, Numbers]:
    """Rows and columns (n,) by which each landslide sample moves: its landslide as a whole, in a random direction.

    Parameters
    ----------
    groups : int array (n,)
        Landslide of each sample.
    distance_m : float
    cell_m : (float, float)
        Cell height and width.

    Notes
    -----
    The place within the cell is not known, so it is drawn too: on average a landslide moves as far as asked for,
    also where that is less than a cell. 0 moves nothing.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> [part.tolist() for part in steps_of_landslides(np.array([3, 3]), 0.0, (10.0, 10.0), rng)]
    [[0, 0], [0, 0]]
    """
    _, own = np.unique(groups, return_inverse=True)
    own = own.ravel()
    count = int(own.max()) + 1 if len(own) else 0
    angle = rng.uniform(0.0, 2.0 * np.pi, count)
    within = rng.random((2, count))
    moved = []
    for part, size, place in zip((np.cos(angle), np.sin(angle)), cell_m, within):
        moved.append(np.floor(place + distance_m * part / size).astype(np.intp)[own])
    return moved[0], moved[1]


def without_share(
    groups: npt.NDArray[Any], share: float, order: Floats, rng: np.random.Generator
) -> npt.NDArray[np.bool_]:
    """Samples (n,) to keep when a share of the landslides is missing, those with the smallest ``order`` first.

    Parameters
    ----------
    groups : int array (n,)
        Landslide of each sample.
    share : float
    order : float64 array (n,)
        Such as the area; of a landslide's samples the first counts, and equal ones are missing by chance. All alike,
        landslides are missing at random.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> without_share(np.array([7, 7, 4, 9]), 0.34, np.array([5.0, 5.0, 1.0, 9.0]), rng).tolist()
    [True, True, False, True]
    """
    _, first, own = np.unique(groups, return_index=True, return_inverse=True)
    missing = round(share * len(first))
    rank = np.lexsort((rng.random(len(first)), order[first]))
    keep = np.ones(len(first), dtype=bool)
    keep[rank[:missing]] = False
    return np.asarray(keep[own.ravel()])


def distances_to_lines(xy: Floats, segments: Floats) -> Floats:
    """Distance (n,) of places (n, 2) to the nearest of straight segments (m, 4).

    >>> distances_to_lines(np.array([[0.0, 3.0], [9.0, 0.0]]), np.array([[-1.0, 0.0, 5.0, 0.0]])).tolist()
    [3.0, 4.0]
    """
    nearest = np.full(len(xy), np.inf)
    start, along = segments[:, :2], segments[:, 2:] - segments[:, :2]
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    for i, place in enumerate(xy):
        share = np.clip(((place - start) * along).sum(axis=1) / length, 0.0, 1.0)
        gap = place - start - share[:, None] * along
        nearest[i] = np.sqrt((gap**2).sum(axis=1).min())
    return nearest
