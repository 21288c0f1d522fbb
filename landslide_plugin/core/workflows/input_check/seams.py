"""Narrow lines of no-data right through a DEM, as tiles leave them that do not quite meet."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ...io.raster import RasterSource
from ...io.raster.source import READ_CELLS
from ...progress import Progress
from ...types.arrays import Flags
from .findings import WARNING, LayerCheck

WIDEST = 3
"""Cells that a seam is wide at most."""

THROUGHOUT = 0.5
"""Share of the cells of a column or row between heights that a seam lacks at least."""

SPAN = 0.25
"""Share of the height or width of the DEM that it runs along at least."""


def narrow_gaps(known: Flags) -> tuple[Flags, Flags]:
    """Cells (rows, cols) without a height in gaps of at most ``WIDEST`` cells along a row, and cells between heights.

    >>> gaps, between = narrow_gaps(np.array([[True, False, True, False, False]]))
    >>> gaps.tolist(), between.tolist()
    ([[False, True, False, False, False]], [[False, True, False, False, False]])
    """
    before, behind = np.zeros_like(known), np.zeros_like(known)
    for step in range(1, WIDEST + 1):
        before[:, step:] |= known[:, :-step]
        behind[:, :-step] |= known[:, step:]
    between = before & behind
    return ~known & between, between


def look_for_seams(check: LayerCheck, source: RasterSource, progress: Progress) -> None:
    """Find columns and rows that lack most of their heights although their neighbours have them."""
    rows, cols = source.grid.shape
    lacking, beside = np.zeros(cols, np.int64), np.zeros(cols, np.int64)
    seams_of_rows = 0
    for strip in source.grid.strips_of(READ_CELLS):
        progress.check()
        first, last = max(strip.start - WIDEST, 0), min(strip.stop + WIDEST, rows)
        known = np.isfinite(source.read(0, first, last - first))
        own = slice(strip.start - first, strip.stop - first)
        gaps, between = narrow_gaps(known[own])
        lacking += gaps.sum(axis=0)
        beside += between.sum(axis=0)
        gaps, between = narrow_gaps(known.T)
        seams_of_rows += _seams(gaps.T[own].sum(axis=1), between.T[own].sum(axis=1), cols)
    found = {"columns": _seams(lacking, beside, rows), "rows": seams_of_rows}
    told = [f"{count} {name}" for name, count in found.items() if count]
    if told:
        check.find(
            WARNING,
            f"No-data runs through it in narrow lines ({' and '.join(told)}), as seams between tiles do",
            "Mosaic the tiles again, or fill the lines (Fill nodata): water leaves the DEM there",
        )


def _seams(lacking: npt.NDArray[Any], beside: npt.NDArray[Any], length: int) -> int:
    """How many lines lack most of their heights along enough of the DEM."""
    return int(((beside >= SPAN * length) & (lacking >= THROUGHOUT * np.maximum(beside, 1))).sum())
