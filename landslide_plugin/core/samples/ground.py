"""What sampling asks of the ground: its height, and whether it is steep enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError

Cells = npt.NDArray[np.intp]
Heights = Callable[[Cells, Cells], npt.NDArray[np.float32]]


@dataclass(frozen=True)
class Site:
    """Height and steepness of the cells of a grid, as far as they are known.

    Attributes
    ----------
    heights : function or None
        Heights (n,) of cells, from their rows and columns; needed for the scarp of a polygon.
    steep : bool array (rows, cols) or None
        Cells in which stable samples may be drawn; all of them if None.
    """

    heights: Optional[Heights] = None
    steep: Optional[npt.NDArray[np.bool_]] = None

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
