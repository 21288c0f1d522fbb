"""Rain of a grid over time as a GeoTIFF with a band a step, which says what it is and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Optional

import numpy as np

from ...types.arrays import Moments, Surface
from ...types.grid import Grid
from ..raster import Band, RasterSink
from .bands import SPAN

TIME = "time"
SUM = {"cell_methods": "time: sum"}
"""Says of a band that it is the rain of its own step."""


def write_rain_stack(
    path: str,
    grid: Grid,
    ends: Moments,
    steps: Iterable[Surface],
    step_h: float,
    *,
    metadata: Optional[Mapping[str, str]] = None,
    said: Callable[[str], str] = str,
) -> None:
    """Write rain in mm a step; NaN is a gap. Each band says when its step begins and ends, so that no reader guesses.

    Parameters
    ----------
    path : str
        Target ``.tif``.
    grid : Grid
    ends : datetime64[s] array (steps,)
        When each step ends, UTC.
    steps : iterable of float32 array (rows, cols)
        In the order of ``ends``.
    step_h : float
    metadata : mapping of str to str, optional
        Of the whole file.
    said : callable
        Puts the name of a band into the reader's language.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from landslide_plugin.core.io.rain import open_rain_stack
    >>> from landslide_plugin.core.types.grid import Strip
    >>> ends = np.array(["2020-08-30T05:00", "2020-08-30T06:00"], "M8[s]")
    >>> grid = Grid(1, 2, (0.0, 1000.0, 0.0, 1000.0, 0.0, -1000.0))
    >>> with TemporaryDirectory() as folder:
    ...     write_rain_stack(f"{folder}/rain.tif", grid, ends, np.array([[[1, 2]], [[3, 4]]], "f4"), 1.0)
    ...     with open_rain_stack(f"{folder}/rain.tif") as stack:
    ...         stack.window(ends[1], 2, Strip(0, 1)).tolist()
    [[[1.0, 2.0]], [[3.0, 4.0]]]
    """
    step = np.timedelta64(round(step_h * 3600), "s")
    bands = []
    for end in ends:
        span = dict(zip(SPAN, (f"{end - step}Z", f"{end}Z")))
        bands.append(Band(said(f"Rain, step ending {end}Z"), "mm", {TIME: f"{end}Z", **span, **SUM}))
    with RasterSink(path, grid, bands, metadata=metadata, layout="bands") as sink:
        for number, values in enumerate(steps):
            sink.write(number, 0, values)
