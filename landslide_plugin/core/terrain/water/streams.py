"""Streams, and the height of each cell above the stream that it drains to."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Heights
from .depressions import follow_to_root
from .directions import Routing, falls, weights
from .flow import BLOCK


def streams(area_m2: Heights, least_km2: float) -> Flags:
    """Cells (rows, cols) that drain at least ``least_km2``.

    Raises
    ------
    InputError
        No cell does.

    Examples
    --------
    >>> streams(np.array([[1e4, 2e6]]), least_km2=1.0).tolist()
    [[False, True]]
    """
    found = np.asarray(area_m2 >= least_km2 * 1e6)
    if not found.any():
        raise InputError(
            f"No cell drains {least_km2:g} km2 (Upslope area of a stream); the most is "
            f"{np.nanmax(area_m2) / 1e6:.3g} km2; choose a smaller value"
        )
    return found


def height_above_streams_m(routing: Routing, stream: Flags, progress: Progress = SILENT) -> Heights:
    """Height above the first stream cell on the steepest way down (HAND; Renno et al. 2008).

    Parameters
    ----------
    routing : Routing
        Of the filled surface, by method ``d8``.
    stream : bool array (rows, cols)
    progress : Progress

    Returns
    -------
    float64 array (rows, cols)
        m; NaN where the way leaves the DEM or ends before it meets a stream.

    Examples
    --------
    >>> from .flow import routing_of
    >>> ramp = np.array([[9.0, 5.0, 3.0, 2.0]])
    >>> routing = routing_of(ramp, np.ones((1, 4), dtype=bool), 1.0, 1.0, method="d8")
    >>> height_above_streams_m(routing, np.array([[False, False, True, False]])).tolist()
    [[6.0, 2.0, 0.0, nan]]
    """
    heights, framed_stream = routing.heights, np.pad(stream, 1).ravel()
    following: Cells = np.zeros(heights.size, dtype=np.int64)
    cells = np.flatnonzero(np.isfinite(heights))
    for start in range(0, cells.size, BLOCK):
        progress.step(start / cells.size)
        block = cells[start : start + BLOCK]
        fall, missing = falls(routing, block)
        giving = (weights(routing, block, fall) > 0.0) & ~missing
        following[block] = np.where(
            giving.any(axis=0), block + np.array(routing.around)[giving.argmax(axis=0)], 0
        )
    on_stream = np.flatnonzero(framed_stream)
    following[on_stream] = on_stream
    foot = follow_to_root(following)
    above = heights.astype(np.float64) - heights[foot]
    return np.ascontiguousarray(above.reshape(-1, routing.cols)[1:-1, 1:-1])
