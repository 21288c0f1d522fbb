"""Cells and soil profiles that a network takes at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .profile_rows import Profiles

BLOCK = 1024
"""Columns computed at once; a multiple of the tile."""
SLOTS = 8
"""Columns that share a profile's keys in one product."""
CUT = BLOCK // SLOTS
"""Cells with profiles of their own that meet the decoder at once."""

Index = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Block:
    """Cells of one run of columns.

    Attributes
    ----------
    cells : int array (BLOCK,)
        Which cells stand in the columns; the last ones may be repeated to fill the block.
    profiles : int array (BLOCK / SLOTS,) or (BLOCK,)
        Profile of every ``SLOTS`` neighbouring cells, or of every cell.
    """

    cells: Index
    profiles: Index

    @property
    def shared(self) -> bool:
        """True if neighbouring cells share their profile."""
        return len(self.profiles) < len(self.cells)


@dataclass(frozen=True)
class OwnProfiles:
    """Profiles of a block to be encoded with it, and which of them each cell has, in rising order."""

    profiles: Profiles
    which: Index
