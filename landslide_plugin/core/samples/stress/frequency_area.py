"""How frequent landslides of each size are: the density of areas, its roll-over and its tail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
FEWEST = 30
TAIL = 10
BINS_A_DECADE = 5


@dataclass(frozen=True)
class FrequencyArea:
    """Density of landslide areas in bins of the logarithm (Malamud et al. 2004).

    Attributes
    ----------
    area_m2, density : float64 array (bins,)
        Middle of each occupied bin and probability per square metre.
    counts : int array (bins,)
    rollover_m2 : float
        Area at which the density is largest; smaller landslides are rarer, or were not mapped.
    exponent, tail_from_m2 : float
        Of the tail, density ~ area ** -exponent from that area on; NaN where fewer than ten lie in it.
    tail_count : int
    """

    area_m2: Floats
    density: Floats
    counts: npt.NDArray[np.int64]
    rollover_m2: float
    exponent: float
    tail_from_m2: float
    tail_count: int

    @property
    def rolls_over(self) -> bool:
        """Whether the density falls to the side of small areas at all."""
        return bool(self.rollover_m2 > self.area_m2[0])


def frequency_area(areas_m2: npt.NDArray[Any]) -> FrequencyArea:
    """Density, roll-over and tail of areas (n,) above 0.

    The exponent is the largest likelihood (Hill 1975) beyond the area from which on the areas lie nearest to a power
    law, by the largest distance of the distributions (Clauset et al. 2009).

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> found = frequency_area(100.0 * (1.0 - rng.random(4000)) ** (-1 / 1.4))  # density ~ area ** -2.4
    >>> bool(abs(found.exponent - 2.4) < 0.1)
    True
    """
    areas = np.sort(np.asarray(areas_m2, dtype=np.float64))
    low, high = np.floor(np.log10(areas[0]) * BINS_A_DECADE), np.ceil(np.log10(areas[-1]) * BINS_A_DECADE)
    edges = 10.0 ** (np.arange(low, max(high, low + 1) + 1) / BINS_A_DECADE)
    counts, _ = np.histogram(areas, edges)
    held = counts > 0
    density = counts[held] / (len(areas) * np.diff(edges)[held])
    middle = np.sqrt(edges[:-1] * edges[1:])[held]
    exponent, start, number = _tail(areas)
    return FrequencyArea(
        area_m2=middle,
        density=density,
        counts=counts[held].astype(np.int64),
        rollover_m2=float(middle[density.argmax()]),
        exponent=exponent,
        tail_from_m2=start,
        tail_count=number,
    )


def _tail(areas: Floats) -> tuple[float, float, int]:
    """Exponent, smallest area and number of the tail of sorted areas."""
    best = (np.inf, float("nan"), float("nan"), 0)
    starts = np.unique(areas[: max(len(areas) - TAIL + 1, 0)])
    for start in starts[:: max(len(starts) // 100, 1)]:
        tail = areas[areas >= start]
        logs = np.log(tail / start).sum()
        if len(tail) < TAIL or logs <= 0:
            continue
        exponent = 1.0 + len(tail) / logs
        expected = 1.0 - (tail / start) ** (1.0 - exponent)
        distance = float(np.abs(expected - np.arange(len(tail)) / len(tail)).max())
        if distance < best[0]:
            best = (distance, float(exponent), float(start), len(tail))
    return best[1:]
