"""Which cell of the rain each cell of the map lies in."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import InputError
from ...io.raster import Band, RasterSink, RasterSource, warped_view
from ...types.arrays import Cells
from ...types.grid import Grid, Strip

NOWHERE = -1
"""Number of the rain cell of a place beyond the rain."""
MOST_CELLS = 1 << 24
"""Whole numbers up to here are exact in single precision."""


class RainPlaces:
    """Numbers of the rain cell (row by row) that the centre of each map cell lies in; a context manager.

    Rain is never interpolated: a cell has the rain of the one it lies in, so that what is mapped was given.

    Parameters
    ----------
    rain, grid : Grid
        Of the rain and of the map; they may have different CRS.
    folder : str
        For a raster of numbers, as long as this is open.
    """

    def __init__(self, rain: Grid, grid: Grid, folder: str):
        if rain.size > MOST_CELLS:
            raise InputError(
                f"The rain has {rain.size} cells; at most {MOST_CELLS} can be told apart: cut it to the area"
            )
        if grid.crs_wkt and not rain.crs_wkt:
            raise InputError(
                "The rain names no CRS, so nothing tells where it lies below the factors; assign it the right one"
            )
        numbers, view = str(Path(folder, "rain_cells.tif")), str(Path(folder, "rain_cells.vrt"))
        with RasterSink(numbers, rain, [Band("rain cell")]) as sink:
            for strip in rain.strips_of(1 << 20):
                first = strip.start * rain.cols
                values = np.arange(first, first + strip.rows * rain.cols, dtype=np.float32)
                sink.write(0, strip.start, values.reshape(strip.rows, rain.cols))
        warped_view(numbers, grid, view, "near")
        self._source = RasterSource(view)

    def of(self, strip: Strip) -> Cells:
        """Numbers (rows, cols) of the rain cells of a strip of the map; ``NOWHERE`` beyond the rain."""
        values = self._source.read(0, strip.start, strip.rows)
        return np.where(np.isfinite(values), values, NOWHERE).astype(np.intp)

    @property
    def block_bytes(self) -> int:
        """Bytes of the blocks that a row of the map touches."""
        return self._source.block_bytes(self._source.grid.cols)

    def __enter__(self) -> RainPlaces:
        return self

    def __exit__(self, *_: object) -> None:
        self._source.close()
