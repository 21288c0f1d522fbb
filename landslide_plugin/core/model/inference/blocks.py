"""Cells and soil profiles that a network takes at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

import numpy as np
import numpy.typing as npt

from .columns import filled
from .knots import Knots, Places
from .layers import Array

SLOTS = 8
"""Columns that share a profile's keys in one product."""
CUT = 144
"""Cells with profiles of their own that meet the decoder at once; a multiple of the tile.

No power of two: a tile's rows would meet on a few lines of the processor's cache and drive each other out.
"""
BLOCK = 7 * CUT
"""Columns computed at once; a multiple of ``SLOTS`` too."""

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


@dataclass(frozen=True)
class Profiles:
    """Distinct profiles, layer by layer below one another.

    Attributes
    ----------
    rows : float32 array (profiles * layers, properties)
    layers : int

    Examples
    --------
    >>> import numpy as np
    >>> profiles = Profiles.of(np.array([[[1.0], [2.0]], [[3.0], [4.0]]], "f4"))
    >>> profiles.count, profiles.rows[:4, 0].tolist()
    (16, [1.0, 2.0, 3.0, 4.0])
    """

    rows: Array
    layers: int
    _places: dict[Knots, Places] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, profiles: Array) -> Profiles:
        """Profiles (profiles, layers, properties), the last one repeated to fill a tile."""
        return cls(filled(profiles).reshape(-1, profiles.shape[2]), profiles.shape[1])

    @property
    def count(self) -> int:
        """Number of profiles; a multiple of the tile."""
        return len(self.rows) // self.layers

    def places(self, knots: Optional[Knots]) -> Optional[Places]:
        """Where the rows lie among knots; looked up once for all networks with the same knots."""
        if knots is None:
            return None
        if knots not in self._places:
            self._places[knots] = knots.places(self.rows)
        return self._places[knots]


def tiled(selected: Array, run: slice) -> Array:
    """Profiles of a run, and as many of the last one as fill a tile.

    >>> import numpy as np
    >>> tiled(np.zeros((64, 2, 3), "f4"), slice(5, 40)).shape
    (48, 2, 3)
    """
    return filled(selected[run])
