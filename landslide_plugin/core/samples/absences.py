"""Where stable samples are taken from."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError

Cells = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]


def nth_true(mask: Mask, ranks: npt.NDArray[np.int64]) -> tuple[Cells, Cells]:
    """Row and column of the true cells with the given ranks in row order.

    Memory grows with rows and ranks, not with cells.

    >>> [part.tolist() for part in nth_true(np.array([[True, False], [False, True]]), np.array([1, 0]))]
    [[1, 0], [1, 0]]
    """
    ends = np.cumsum(mask.sum(axis=1, dtype=np.int64))
    rows = np.searchsorted(ends, ranks, side="right").astype(np.intp)
    cols = np.empty(len(ranks), dtype=np.intp)
    for row in np.unique(rows):
        here = rows == row
        before = ends[row] - mask[row].sum(dtype=np.int64)
        cols[here] = np.flatnonzero(mask[row])[ranks[here] - before]
    return rows, cols


def all_others(valid: Mask, occupied: Mask) -> tuple[Cells, Cells]:
    """Every valid cell that no landslide occupies.

    >>> rows, cols = all_others(np.array([[True, True, False]]), np.array([[True, False, False]]))
    >>> rows.tolist(), cols.tolist()
    ([0], [1])
    """
    rows, cols = np.nonzero(valid & ~occupied)
    return rows, cols


def random_cells(
    valid: Mask,
    occupied: Mask,
    count: int,
    buffer_m: float,
    cell_m: tuple[float, float],
    rng: np.random.Generator,
    reach_m: float = np.inf,
) -> tuple[Cells, Cells]:
    """Distinct valid cells drawn at random away from landslides, but no farther than a reach.

    Parameters
    ----------
    valid, occupied : bool array (rows, cols)
        Cells with all factors; cells of landslides.
    count : int
        Cells wanted; fewer are returned only if fewer exist.
    buffer_m : float
        Least distance from a cell's centre to that of any landslide cell.
    cell_m : (float, float)
        Cell height and width in metres.
    rng : numpy.random.Generator
    reach_m : float
        Largest distance from a cell's centre to that of the nearest landslide cell.

    Returns
    -------
    rows, cols : int arrays, in random order

    Examples
    --------
    >>> slides = np.array([[True, False, False, False]])
    >>> rng = np.random.default_rng(0)
    >>> rows, cols = random_cells(np.ones((1, 4), bool), slides, 9, 20.0, (10.0, 10.0), rng)
    >>> sorted(cols.tolist())
    [2, 3]
    """
    from scipy.spatial import cKDTree

    free = valid & ~occupied
    total = int(free.sum(dtype=np.int64))
    scale = np.array(cell_m)
    tree = cKDTree(np.argwhere(occupied) * scale) if occupied.any() else None
    draw = min(total, 2 * count)
    while True:
        rows, cols = nth_true(free, rng.choice(total, size=draw, replace=False))
        if tree is not None and (buffer_m > 0 or np.isfinite(reach_m)) and len(rows):
            bound = np.nextafter(reach_m, np.inf) if np.isfinite(reach_m) else buffer_m
            near, _ = tree.query(np.column_stack([rows, cols]) * scale, distance_upper_bound=bound)
            kept = ~(near < buffer_m) & (np.isfinite(near) | ~np.isfinite(reach_m))
            rows, cols = rows[kept], cols[kept]
        if len(rows) >= count or draw == total:
            return rows[:count], cols[:count]
        draw = min(total, 4 * draw)


def far_apart(
    xy: npt.NDArray[np.float64],
    others: Optional[npt.NDArray[np.float64]],
    least_m: float,
    rng: np.random.Generator,
) -> Mask:
    """Which places (n,) to keep so that all are at least ``least_m`` from each other and from ``others``.

    Places are taken in random order; each drops those nearer to it.

    >>> rng = np.random.default_rng(0)
    >>> int(far_apart(np.array([[0.0, 0.0], [0.0, 5.0], [0.0, 50.0]]), None, 10.0, rng).sum())
    2
    """
    from scipy.spatial import cKDTree

    kept = np.ones(len(xy), dtype=bool)
    if others is not None and len(others):
        near, _ = cKDTree(others).query(xy, distance_upper_bound=least_m)
        kept &= ~(near < least_m)
    tree = cKDTree(xy)
    just_under = np.nextafter(least_m, 0.0)
    for place in rng.permutation(len(xy)):
        if kept[place]:
            kept[tree.query_ball_point(xy[place], just_under)] = False
            kept[place] = True
    return kept


def require_some(found: int, wanted: int, where: str) -> None:
    """Raise ``InputError`` if no stable cell was found where some were wanted.

    >>> require_some(1, 10, "on a slope")
    >>> require_some(0, 10, "on a slope")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: No cell with all factors on a slope; use a smaller buffer or slope limit, \
a larger ring or a larger study area
    """
    if found == 0 and wanted > 0:
        raise InputError(
            f"No cell with all factors {where}; use a smaller buffer or slope limit, a larger ring or a larger "
            "study area"
        )
