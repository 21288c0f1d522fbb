"""Half-basins: the ground left and right of each stretch of stream, for one threshold of upslope area.

Streams are the stems whose area at the mouth reaches the threshold, followed up to the divide, as the main
streams of GRASS's r.watershed are, so that heads are halved too. A lower threshold divides half-basins and
never moves their outlines. Ground that drains over the edge by less than the threshold is one basin for
each cell where it leaves.
"""

from __future__ import annotations

import numpy as np

from ...types.arrays import Counts
from .descent import Descent


def half_basins(descent: Descent, threshold_m2: float) -> Counts:
    """Number (ranks,) of the half-basin of each cell, from 0 without gaps.

    >>> from .descent import descent_of, plane_ground
    >>> valley = np.array([[5.0, 4.0, 5.0], [5.0, 3.0, 5.0], [5.0, 2.0, 5.0], [5.0, 1.0, 5.0]])
    >>> found = descent_of(valley, plane_ground((4, 3)))
    >>> len(np.unique(half_basins(found, 12.0))), len(np.unique(half_basins(found, 13.0)))
    (2, 1)
    """
    receiver, count = descent.receiver, descent.cell.size
    is_stream = descent.mouth_m2 >= threshold_m2
    joins = is_stream & ~descent.is_main & (receiver != np.arange(count))
    is_junction = np.zeros(count, bool)
    is_junction[receiver[joins]] = True
    ends = is_stream & (~descent.is_main | is_junction[receiver])
    stretch = descent.carried_up(np.cumsum(ends) - 1, ends | ~is_stream)
    enters = ~is_stream & is_stream[receiver]
    leaves = ~is_stream & (receiver == np.arange(count))
    half = np.where(is_stream, 2 * stretch + descent.bank, 2 * stretch[receiver] + descent.side)
    half[leaves] = 2 * int(ends.sum()) + np.arange(int(leaves.sum()))
    return without_gaps(descent.carried_up(half, is_stream | enters | leaves))


def without_gaps(numbers: Counts) -> Counts:
    """The same division, numbered from 0 in the order of the numbers.

    >>> without_gaps(np.array([4, 2, 4, 9])).tolist()
    [1, 0, 1, 2]
    """
    used = np.bincount(numbers) > 0
    return np.asarray((np.cumsum(used) - 1)[numbers])
