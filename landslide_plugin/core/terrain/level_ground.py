"""Ground of exactly one height: sea, lakes, and what else was flattened when a DEM was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ..types.arrays import Flags, Surface
from ..types.grid import Strip

SQUARE = 7
"""Water holds a square of this many cells a side of one height; a slope that is measured does not."""

WHOLE_SQUARE = 21
"""The same for whole numbers other than 0, since a plain in whole metres has steps that are wide."""

SHOWN = 3

Rows = Callable[[int, int], Surface]
"""Heights (rows, cols) of some rows: the first, and the one after the last."""


@dataclass
class LevelPatches:
    """Cells in squares of one height, counted by that height."""

    cells: int = 0
    by_height: dict[float, int] = field(default_factory=dict)

    @property
    def level(self) -> int:
        """Number of cells in such squares."""
        return sum(self.by_height.values())

    def count(self, heights: Surface, found: Flags) -> None:
        """Take over what was found in a strip."""
        self.cells += int(np.isfinite(heights).sum())
        values, counts = np.unique(heights[found], return_counts=True)
        for value, number in zip(values.tolist(), counts.tolist()):
            self.by_height[value] = self.by_height.get(value, 0) + number

    def words(self, of_height: bool = True) -> str:
        """Their share and, if they were found by height and not by slope, their heights; empty if there are none.

        >>> LevelPatches(1000, {0.0: 100, 312.5: 50}).words()
        '15 % of the cells lie in flat patches of exactly one height (0: 10 %, 312.5: 5 %)'
        """
        if not self.level:
            return ""
        largest = sorted(self.by_height.items(), key=lambda part: -part[1])
        told = [f"{height:g}: {100 * count / self.cells:.2g} %" for height, count in largest[:SHOWN]]
        rest = f", {len(largest) - SHOWN} heights more" if len(largest) > SHOWN else ""
        share = f"{100 * self.level / self.cells:.3g} % of the cells lie in flat patches"
        return (
            f"{share} of exactly one height ({', '.join(told)}{rest})"
            if of_height
            else f"{share} without slope"
        )


def level_cells(heights: Surface) -> Flags:
    """Cells (rows, cols) that lie in a square of one height: an opening by that square (Serra 1982).

    Notes
    -----
    Heights of 0 and those with a fraction need a square of 7 cells a side, other whole numbers one of 21.

    Examples
    --------
    >>> sea = np.zeros((9, 12), np.float32)
    >>> sea[:, 8:] = np.arange(4) + 0.5 + np.arange(9)[:, None]
    >>> level_cells(sea)[0].tolist() == [True] * 8 + [False] * 4
    True
    """
    small = _opened(heights, SQUARE)
    if not small.any():
        return small
    whole = (heights == np.round(heights)) & (heights != 0.0)
    if not (small & whole).any():
        return small
    return np.asarray((small & ~whole) | (_opened(heights, WHOLE_SQUARE) & whole))


def find_level(
    read: Rows, strips: Iterable[Strip], found: Flags, only: Optional[float] = None
) -> LevelPatches:
    """Mark the cells of all strips in ``found`` (rows, cols), of one value or of any, and count them."""
    patches, rows = LevelPatches(), len(found)
    for strip in strips:
        first, last = max(strip.start - WHOLE_SQUARE, 0), min(strip.stop + WHOLE_SQUARE, rows)
        heights = read(first, last)
        own = slice(strip.start - first, strip.stop - first)
        level = level_cells(heights)[own]
        found[strip.start : strip.stop] = level if only is None else level & (heights[own] == only)
        patches.count(heights[own], found[strip.start : strip.stop])
    return patches


def _opened(heights: Surface, side: int) -> Flags:
    """Cells of every square of ``side`` cells a side whose heights are one."""
    rows, cols = heights.shape
    if min(rows, cols) < side:
        return np.zeros((rows, cols), bool)
    along = heights[:, 1:] != heights[:, :-1]
    down = heights[1:, : cols - side + 1] != heights[:-1, : cols - side + 1]
    even_rows = _summed(along, side - 1, axis=1) == 0
    even = (_summed(~even_rows, side, axis=0) == 0) & (_summed(down, side - 1, axis=0) == 0)
    corners = np.pad(even, side - 1)
    return np.asarray(_summed(_summed(corners, side, axis=0) > 0, side, axis=1) > 0)


def _summed(flags: Flags, width: int, axis: int) -> Surface:
    """Number of flags in every run of ``width`` along an axis."""
    shape = list(flags.shape)
    shape[axis] = 1
    total = np.concatenate(
        [np.zeros(shape, np.int32), np.cumsum(flags, axis=axis, dtype=np.int32)], axis=axis
    )
    ends = [slice(None)] * flags.ndim
    starts = list(ends)
    ends[axis], starts[axis] = slice(width, None), slice(None, total.shape[axis] - width)
    return np.asarray(total[tuple(ends)] - total[tuple(starts)])
