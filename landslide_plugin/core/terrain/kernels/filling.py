"""Filling depressions tile by tile, on all cores, in memory or in files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, TypeVar

import numpy as np

from ...progress import Progress
from ...types.arrays import Values
from . import basins

Tile = tuple[slice, slice]
Found = TypeVar("Found")

SURVEY_SHARE = 0.8
"""Share of the work that finding the basins is; the rest is raising their cells."""


def tiles_of(shape: tuple[int, ...], side: int) -> list[Tile]:
    """Rows and columns of each tile of a DEM (rows, cols).

    >>> len(tiles_of((3, 5), 2))
    6
    """
    rows, cols = shape
    return [
        (slice(top, min(top + side, rows)), slice(left, min(left + side, cols)))
        for top in range(0, rows, side)
        for left in range(0, cols, side)
    ]


def fill(
    surface: Values,
    outlet: Values,
    numbers: Values,
    progress: Progress,
    threads: int = 1,
    side: int = basins.TILE,
) -> tuple[int, float]:
    """Raise depressions of framed heights to their spill level, in place.

    Parameters
    ----------
    surface : float32 array (rows + 2, cols + 2)
    outlet : uint8 array (rows + 2, cols + 2)
    numbers : uint16 array (rows, cols)
        Room for the basins.
    progress : Progress
    threads : int
        Tiles worked on at a time; like ``side`` it does not change a bit of the result.
    side : int
        Rows and columns of a tile, at most ``basins.TILE``.

    Returns
    -------
    cells : int
        How many were raised.
    by_m : float
        By how much at most.
    """
    tiles = tiles_of(numbers.shape, side)

    def survey(tile: Tile) -> Any:
        down, across = tile
        around = slice(down.start, down.stop + 2), slice(across.start, across.stop + 2)
        inner = slice(down.start + 1, down.stop + 1), slice(across.start + 1, across.stop + 1)
        return basins.basins_of_tile(surface[around], outlet[inner], numbers[tile])

    found = list(_each(survey, tiles, threads, progress.part(0.0, SURVEY_SHARE)))
    first = np.concatenate([[0], np.cumsum([count for count, _, _ in found])])
    passes: list[tuple[Values, ...]] = [
        (*_global(keys, start), heights) for (_, keys, heights), start in zip(found, first)
    ]
    passes += _seams(surface, numbers, first, side)
    low, high, heights = (np.concatenate(part) for part in zip(*passes))
    order = np.argsort(heights, kind="stable")
    # Adding 0 turns -0 into 0, so that the bits do not depend on which of equal passes came first.
    level = basins.levels(order, low, high, heights, int(first[-1]) + 1) + np.float32(0.0)

    def lift(number: int) -> tuple[int, float]:
        down, across = tiles[number]
        own = level[first[number] : first[number + 1] + 1].copy()
        own[basins.OUTSIDE] = -np.inf
        inner = surface[down.start + 1 : down.stop + 1, across.start + 1 : across.stop + 1]
        cells, by_m = basins.raise_basins(inner, numbers[tiles[number]], own)
        return int(cells), float(by_m)

    raised = list(_each(lift, range(len(tiles)), threads, progress.part(SURVEY_SHARE, 1.0)))
    return sum(cells for cells, _ in raised), max(by_m for _, by_m in raised)


def _each(
    work: Callable[[Any], Found], items: Sequence[Any], threads: int, progress: Progress
) -> Iterator[Found]:
    """What ``work`` makes of each item, in their order; the kernels in it let other threads run."""
    if threads == 1 or len(items) == 1:
        for n, item in enumerate(items, 1):
            yield work(item)
            progress.step(n / len(items))
        return
    with ThreadPoolExecutor(threads) as pool:
        try:
            for n, result in enumerate(pool.map(work, items), 1):
                yield result
                progress.step(n / len(items))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _global(keys: Values, start: int) -> tuple[Values, Values]:
    """The two basins of each pass of a tile, numbered over all tiles."""
    low, high = (keys >> 16).astype(np.int32), (keys & 0xFFFF).astype(np.int32)
    return np.where(low == basins.OUTSIDE, low, low + np.int32(start)), high + np.int32(start)


def _seams(surface: Values, numbers: Values, first: Values, side: int) -> list[tuple[Values, ...]]:
    """The passes over all seams between tiles."""
    rows, cols = numbers.shape
    across = -(-cols // side)
    start = first[:-1].astype(np.int32).reshape(-1, across)

    def line(row: Any, col: Any) -> tuple[Values, Values]:
        known = numbers[row, col].astype(np.int32)
        where = np.atleast_1d(np.arange(rows)[row] // side), np.atleast_1d(np.arange(cols)[col] // side)
        offset = np.broadcast_to(start[where], known.shape)
        nodes = np.where(known == basins.OUTSIDE, known, known + offset)
        inner = surface[1:-1, 1:-1]
        return np.ascontiguousarray(inner[row, col]), nodes

    whole = slice(None)
    pairs: list[Any] = [((row - 1, whole), (row, whole)) for row in range(side, rows, side)]
    pairs += [((whole, col - 1), (whole, col)) for col in range(side, cols, side)]
    return [basins.passes_over_seam(*line(*one), *line(*other)) for one, other in pairs]
