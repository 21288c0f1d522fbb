"""How the cells of a map are cut, so that a run keeps within its memory however wide the rasters are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

from ...errors import InputError
from ...types.window import Window

BASE_MEMORY_MIB = 256.0
"""Interpreter, libraries and buffers of the networks, measured; the networks' tables come on top."""
PARTS_IN_FLIGHT = 3
LEAST_CACHE_MIB, SHARE_OF_CACHE = 8.0, 0.4
BLOCK = 512
TILE_ROWS = 256


@dataclass(frozen=True)
class MapPlan:
    """Parts of a window and the cache that reading and writing them takes.

    Attributes
    ----------
    window : Window
    rows, cols : int
        Of a part; parts at the edges may be smaller.
    cache_mib : float
    """

    window: Window
    rows: int
    cols: int
    cache_mib: float

    @property
    def whole_rows(self) -> bool:
        """True if every part is as wide as the window.

        >>> MapPlan(Window(0, 4, 0, 6), 2, 3, 8.0).whole_rows
        False
        """
        return self.cols >= self.window.cols

    def parts(self) -> Iterator[Window]:
        """Parts in the grid of the window, in the order in which they are mapped.

        >>> [(part.first_row, part.first_col) for part in MapPlan(Window(0, 4, 0, 6), 2, 3, 8.0).parts()]
        [(0, 0), (2, 0), (0, 3), (2, 3)]
        """
        return self.window.cut(self.rows, self.cols)


def look_cache_mib(memory_mib: float, row_bytes: int) -> float:
    """Cache for looking over rasters whole rows at a time, of which a row touches blocks of so many bytes.

    >>> look_cache_mib(2048.0, 0), look_cache_mib(2048.0, 50 * 2**20), look_cache_mib(512.0, 2**40) < 512.0
    (8.0, 50.0, True)
    """
    most = max((memory_mib - BASE_MEMORY_MIB) * SHARE_OF_CACHE, LEAST_CACHE_MIB)
    return min(max(row_bytes / 2**20, LEAST_CACHE_MIB), most)


def plan_map(
    window: Window,
    memory_mib: float,
    bytes_per_cell: int,
    block_bytes: Callable[[int], int],
    tiled_bytes: int,
    most_cells: int,
) -> MapPlan:
    """Cut a window into parts that fit the memory together with the cache they need.

    Whole rows are read where the blocks that a row touches fit the cache; otherwise narrower runs of
    columns, so that no stored block is decoded for every row anew.

    Parameters
    ----------
    window : Window
    memory_mib : float
        What the run may use in all.
    bytes_per_cell : int
        Of the arrays of a part.
    block_bytes : callable
        Bytes of the inputs' blocks that a row of so many columns touches.
    tiled_bytes : int
        Bytes a cell of all outputs that are written as tiles.
    most_cells : int
        Cells of a part.

    Raises
    ------
    InputError
        Not even the narrowest parts fit.

    Examples
    --------
    >>> plan = plan_map(Window(0, 1000, 0, 2000), 512.0, 400, lambda cols: 4 * cols, 0, 100_000)
    >>> plan.whole_rows, plan.rows
    (True, 50)
    """
    room = memory_mib - BASE_MEMORY_MIB
    cols = window.cols
    while True:
        need = (block_bytes(cols) + TILE_ROWS * cols * tiled_bytes) / 2**20
        cache = min(max(need, LEAST_CACHE_MIB), max(room * SHARE_OF_CACHE, LEAST_CACHE_MIB))
        cells = int((room - cache) * 2**20 / (bytes_per_cell * PARTS_IN_FLIGHT))
        if cols <= BLOCK or (need <= cache and cells >= cols):
            break
        cols = max(BLOCK, -(-cols // 2 // BLOCK) * BLOCK)
    if cells < min(cols, window.cols):
        least = BASE_MEMORY_MIB + cache + cols * bytes_per_cell * PARTS_IN_FLIGHT / 2**20
        raise InputError(
            f"The smallest part of a map needs about {least - memory_mib:.0f} MiB more than is allowed; "
            "allow more memory"
        )
    return MapPlan(window, max(1, min(cells, most_cells) // cols), cols, cache)
