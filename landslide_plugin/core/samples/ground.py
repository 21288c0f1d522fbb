"""What sampling asks of the ground: its height, and whether it is steep enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.names import human_name

Cells = npt.NDArray[np.intp]
Gaps = Callable[[Cells, Cells], Mapping[str, int]]
Heights = Callable[[Cells, Cells], npt.NDArray[np.float32]]


@dataclass(frozen=True)
class Site:
    """Height and steepness of the cells of a grid, as far as they are known.

    Attributes
    ----------
    heights : function or None
        Heights (n,) of cells, from their rows and columns; needed for the scarp of a polygon.
    steep : bool array (rows, cols) or None
        Cells in which samples may lie; all of them if None.
    gaps : function or None
        How many of some cells lack each factor, by its name, from their rows and columns.
    level : bool array (rows, cols) or None
        Cells of sea and lakes, in which no sample may lie; none of them if None.
    notes : tuple of str
        What to say of this ground beside the samples.
    """

    heights: Optional[Heights] = None
    steep: Optional[npt.NDArray[np.bool_]] = None
    gaps: Optional[Gaps] = None
    level: Optional[npt.NDArray[np.bool_]] = None
    notes: tuple[str, ...] = ()

    def gap_words(self, rows: Cells, cols: Cells) -> str:
        """Which factors some cells lack, the worst first; empty if that is not known.

        >>> cell = np.zeros(1, np.intp)
        >>> Site(gaps=lambda rows, cols: {"twi": 1, "slope": 0, "ndvi": 40}).gap_words(cell, cell)
        'no value in Vegetation index (NDVI): 40, Topographic wetness index: 1'
        """
        counts = self.gaps(rows, cols) if self.gaps is not None and len(rows) else {}
        lacking = sorted(
            ((count, name) for name, count in counts.items() if count), key=lambda part: -part[0]
        )
        return (
            f"no value in {', '.join(f'{human_name(name)}: {count}' for count, name in lacking)}"
            if lacking
            else ""
        )

    def heights_at(self, rows: Cells, cols: Cells) -> npt.NDArray[np.float32]:
        """Heights (n,) of cells; raise ``InputError`` if they are not known.

        >>> Site(lambda rows, cols: rows.astype("f4")).heights_at(np.array([2]), np.array([0])).tolist()
        [2.0]
        """
        if self.heights is None:
            raise InputError(
                "The scarp of a polygon is its highest cell, but no factor is named elevation; add that "
                "factor or choose another polygon rule"
            )
        return self.heights(rows, cols)


LEVEL = Site()
