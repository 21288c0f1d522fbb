"""What the heights of a DEM tell of where they come from."""

from __future__ import annotations

import numpy as np

from ...io.plausible import READ_CELLS
from ...io.raster import RasterSource
from ...progress import Progress
from ...terrain.level_ground import find_level
from ...types.arrays import Surface
from .findings import WARNING, LayerCheck


def look_for_water(check: LayerCheck, source: RasterSource, progress: Progress) -> None:
    """Patches of exactly one height, which are sea and lakes unless all of it is one."""

    def read(first: int, last: int) -> Surface:
        progress.check()
        return source.read(0, first, last - first)

    found = np.zeros(source.grid.shape, bool)
    patches = find_level(read, source.grid.strips_of(READ_CELLS), found)
    if patches.level and patches.level < patches.cells:
        check.find(
            WARNING,
            patches.words(),
            "If they are sea or lakes, stable samples there flatter any model; training takes none (FLAT_PATCHES)",
        )
