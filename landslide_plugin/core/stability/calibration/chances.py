"""Probability of failure of cells under many sets of soil values, by the kernel of the factor of safety."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

import numpy as np
import numpy.typing as npt

from ...types.arrays import Floats, Values
from ..pore_pressure import PorePressure
from ..probability import Spread, point_share
from ..soil import Soil
from ..stresses import Slope

BLOCK_PAIRS = 16_384


@dataclass(frozen=True)
class PairGround:
    """Cells under each of some sets, flat: all cells of the first set, then of the next.

    Attributes
    ----------
    slope : Slope
    soil : Soil
    water : PorePressure
        Of one scenario.
    seismic_coefficient : float
    """

    slope: Slope
    soil: Soil
    water: PorePressure
    seismic_coefficient: float = 0.0


GroundOf = Callable[[Floats, npt.NDArray[np.intp]], PairGround]
"""From shares (sets, unknowns) and the indices (cells,) of cells to the ground of all pairs.

An unknown whose shares are all NaN has the value of the table.
"""


def chances_of_failure(
    ground_of: GroundOf, sets: Floats, cells: npt.NDArray[np.intp], spread: Spread
) -> Values:
    """Probability of failure (sets, cells), float32, by point estimates."""
    found = np.empty((len(sets), len(cells)), np.float32)
    for block, chances in blocks_of_chances(ground_of, sets, cells, spread):
        found[block] = chances
    return found


def blocks_of_chances(
    ground_of: GroundOf,
    sets: Floats,
    cells: npt.NDArray[np.intp],
    spread: Spread,
    block_pairs: int = BLOCK_PAIRS,
) -> Iterator[tuple[slice, Values]]:
    """The same block by block of sets, so that memory holds one block however many sets there are.

    Yields
    ------
    slice, float array (sets of the block, cells)
    """
    if not len(cells):
        return
    step = max(block_pairs // len(cells), 1)
    for first in range(0, len(sets), step):
        block = slice(first, min(first + step, len(sets)))
        ground = ground_of(sets[block], cells)
        chance = point_share(
            ground.slope, ground.soil, ground.water, 0, ground.seismic_coefficient, spread=spread
        )
        yield block, chance.reshape(-1, len(cells))
