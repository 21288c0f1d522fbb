"""How good a division into slope units is: alike within, different from their neighbours.

After Alvioli et al. (2016, eqs. 4-7), who take it from Espindola et al. (2006): the mean circular variance
within units, weighted by area, and Moran's I of the mean aspect between neighbours; both should be small.
Mean aspects enter Moran's I as unit vectors, so that north does not lie far from north.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...types.arrays import Counts, Floats
from .graph import Looks


@dataclass(frozen=True)
class Quality:
    """Two measures of one division.

    Attributes
    ----------
    units : int
    internal : float
        Mean circular variance within units, weighted by area, 0 to 1.
    external : float
        Moran's I of the mean aspect between neighbours, around -1 to 1; NaN where all look the same way or none
        has a neighbour.
    """

    units: int
    internal: float
    external: float


def quality_of(looks: Looks, first: Counts, second: Counts) -> Quality:
    """Measures of a division.

    Parameters
    ----------
    looks : Looks
    first, second : int arrays (pairs,)
        Units that touch.

    Examples
    --------
    >>> two = Looks(np.ones(2), np.array([1.0, -1.0]), np.zeros(2), np.ones(2))
    >>> quality_of(two, np.array([0]), np.array([1]))
    Quality(units=2, internal=0.0, external=-1.0)
    """
    area = looks.area_m2
    internal = float((area * looks.variance).sum() / area.sum())
    length = np.where(looks.resultant_m2 > 0.0, looks.resultant_m2, 1.0)
    way = np.stack([looks.east_m2, looks.north_m2]) / length
    off = way - way.mean(axis=1, keepdims=True)
    spread = float((off**2).sum())
    external = np.nan
    if first.size and spread > 0.0:
        together = float((off[:, first] * off[:, second]).sum())
        external = area.size * together / (spread * first.size)
    return Quality(area.size, internal, external)


def scores(found: Sequence[Quality]) -> Floats:
    """Score (divisions,) of each of several divisions of one DEM, 0 worst to 2 best.

    The sum of both measures, each scaled to 0 where it is largest and 1 where it is smallest among those
    tried. Where a measure is the same in all, or unknown, it gives 0.

    >>> scores([Quality(2, 0.1, 0.5), Quality(9, 0.3, 0.1), Quality(5, 0.1, 0.1)]).tolist()
    [1.0, 1.0, 2.0]
    """
    total = np.zeros(len(found))
    for values in ([q.internal for q in found], [q.external for q in found]):
        known = np.array(values)
        low, high = np.nanmin(known, initial=np.inf), np.nanmax(known, initial=-np.inf)
        if high > low:
            total += np.nan_to_num((high - known) / (high - low))
    return total
