"""Writing the rasters of a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack

from .grid import Grid
from .map_outputs import Output, PredictedStrip
from .raster_io import Layout, RasterSink
from .window import Window


def open_rasters(
    stack: ExitStack, made: Sequence[Output], grid: Grid, metadata: Mapping[str, str], layout: Layout
) -> list[RasterSink]:
    """The outputs' files, opened one after the other so that a failure leaves none behind."""
    return [
        stack.enter_context(
            RasterSink(
                output.path,
                grid,
                output.bands,
                byte=output.byte,
                metadata={**metadata, **output.notes},
                classes=output.classes,
                layout=layout,
            )
        )
        for output in made
    ]


def write_part(
    sinks: Sequence[RasterSink],
    made: Sequence[Output],
    window: Window,
    part: Window,
    predicted: PredictedStrip,
) -> None:
    """Write a part of a window into the rasters of the window."""
    row, col = part.first_row - window.first_row, part.first_col - window.first_col
    for sink, output in zip(sinks, made):
        for i, values in enumerate(output.values(predicted)):
            sink.write(i, row, values, col)
