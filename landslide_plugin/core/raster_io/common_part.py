"""Opening rasters of which some cover a part of what others cover."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Optional

from .source import RasterSource


def open_common_part(stack: ExitStack, paths: Sequence[Optional[str]]) -> list[Optional[RasterSource]]:
    """Sources of the paths given, seen where the smallest of them lies if the others hold its cells.

    A raster that does not hold them is seen whole, so that whoever needs one grid can say how it differs.
    """
    opened = [RasterSource(path) if path else None for path in paths]
    for source in opened:
        if source is not None:
            stack.enter_context(source)
    smallest = min((source.grid for source in opened if source is not None), key=lambda grid: grid.size)
    return [
        source
        if source is None or source.grid.same_as(smallest)
        else stack.enter_context(RasterSource(source.path, smallest))
        for source in opened
    ]
