"""Units as a graph: how large each is, which way it looks, and whom it touches along how many cell sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...types.arrays import Counts, Flags, Floats, Values


@dataclass(frozen=True)
class Looks:
    """Sums over the cells of each unit.

    Attributes
    ----------
    area_m2 : float64 array (units,)
    east_m2, north_m2 : float64 arrays (units,)
        Sum of the downslope directions, as vectors of length 1 times the cell's area.
    sloping_m2 : float64 array (units,)
        Area of the cells that have an aspect: level ones have none.
    """

    area_m2: Floats
    east_m2: Floats
    north_m2: Floats
    sloping_m2: Floats

    @property
    def resultant_m2(self) -> Floats:
        """Length of the sum of directions."""
        return np.asarray(np.hypot(self.east_m2, self.north_m2))

    @property
    def variance(self) -> Floats:
        """Circular variance of the aspect, 1 - R / n (Mardia and Jupp 2000, eq. 2.3.9): 0 alike, 1 scattered."""
        sloping = np.where(self.sloping_m2 > 0.0, self.sloping_m2, 1.0)
        variance = np.clip(1.0 - self.resultant_m2 / sloping, 0.0, 1.0)
        return np.where(self.sloping_m2 > 0.0, variance, 0.0)

    @property
    def aspect_deg(self) -> Floats:
        """Mean aspect, clockwise from north."""
        return np.asarray(np.degrees(np.arctan2(self.east_m2, self.north_m2)) % 360.0)


def looks_of(unit: Counts, area_m2: Values, east: Values, north: Values) -> Looks:
    """Sums of cells by unit.

    Parameters
    ----------
    unit : int array (cells,)
        From 0 without gaps.
    area_m2, east, north : float arrays (cells,)
        Area, and sine and cosine of the aspect; both 0 on level cells.

    Examples
    --------
    >>> ones = np.ones(2)
    >>> looks_of(np.array([0, 0]), ones, np.array([1.0, -1.0]), np.zeros(2)).variance.tolist()
    [1.0]
    >>> looks_of(np.array([0, 0]), ones, np.array([1.0, 0.0]), np.array([0.0, 1.0])).aspect_deg.tolist()
    [45.0]
    """
    sloping = np.where((east != 0.0) | (north != 0.0), area_m2, 0.0)
    sums = [np.bincount(unit, values) for values in (area_m2, area_m2 * east, area_m2 * north, sloping)]
    return Looks(*(np.asarray(each, np.float64) for each in sums))


def borders(unit: Counts) -> tuple[Counts, Counts, Counts]:
    """Pairs of units that touch, the smaller number first, and the cell sides they share.

    Parameters
    ----------
    unit : int array (rows, cols)
        -1 where there is none.

    Examples
    --------
    >>> [part.tolist() for part in borders(np.array([[0, 0, 1], [0, 2, 2], [-1, 2, 2]]))]
    [[0, 0, 1], [1, 2, 2], [1, 2, 1]]
    """
    keys = []
    count = int(unit.max()) + 1
    for here, there in ((unit[:, :-1], unit[:, 1:]), (unit[:-1], unit[1:])):
        apart = (here != there) & (here >= 0) & (there >= 0)
        a, b = here[apart].astype(np.int64), there[apart].astype(np.int64)
        keys.append(np.minimum(a, b) * count + np.maximum(a, b))
    pair, sides = np.unique(np.concatenate(keys), return_counts=True)
    return pair // count, pair % count, sides


def pieces(unit: Counts) -> Counts:
    """Number (rows, cols) of each connected piece of a unit, cells touching by their sides; -1 stays.

    >>> pieces(np.array([[5, 2, 5], [5, 2, -1]])).tolist()
    [[0, 1, 2], [0, 1, -1]]
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    begins = np.ones(unit.shape, bool)
    begins[:, 1:] = unit[:, 1:] != unit[:, :-1]
    run = (np.cumsum(begins) - 1).reshape(unit.shape)
    joined = unit[1:] == unit[:-1]
    first = joined & (begins[1:] | begins[:-1] | _after_gap(joined))
    above, below = run[:-1][first], run[1:][first]
    count = int(run[-1, -1]) + 1
    links = coo_matrix((np.ones(above.size, np.int8), (above, below)), shape=(count, count))
    _, piece = connected_components(links, directed=False)
    valid = unit >= 0
    number = np.where(valid, piece[run], 0).astype(np.int64)
    used = np.zeros(count, bool)
    used[number[valid]] = True
    return np.where(valid, (np.cumsum(used) - 1)[number], -1)


def _after_gap(joined: Flags) -> Flags:
    """Where a run of joined cells begins in its row."""
    first = joined.copy()
    first[:, 1:] &= ~joined[:, :-1]
    return first
