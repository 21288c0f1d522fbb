"""Flow over a whole DEM by compiled kernels, as ``terrain.derive.route_flow`` computes it.

Framed arrays hold one cell of frame on each side. They lie in memory, or in files of the job's folder where
memory is short.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from pathlib import Path

import numpy as np

from ...progress import Progress
from ...requirements import allocate
from ...types.arrays import Floats, Surface, Values
from ...types.ground import Ground
from ..catalogue import Upslope
from ..derive import tell_filled
from ..distance import cells_as_segments
from ..engine import Task
from ..water.directions import FLOW_METHODS, inverse_lengths
from ..water.streams import streams
from . import accumulation, filling, flow, nearest, outlets
from .directions import CUT
from .jit import threads
from .meter import watched

STRIP_CELLS = 1 << 20
"""Cells copied at a time."""

DISTANCE_CELLS = 1 << 22
"""Cells whose distances are computed between two reports of progress."""

LENGTH_CELLS = 1 << 14
"""Cells whose distances are turned into lengths on the ground at a time, in the processor's cache."""


@dataclass(frozen=True)
class Room:
    """Where arrays are put: in memory, or in files of a folder."""

    folder: str
    on_disk: bool

    def array(self, name: str, size: int, dtype: type) -> Values:
        """A new array (size,) of zeros; ``DiskSpaceError`` if the disk has no room for it."""
        if not self.on_disk:
            return np.zeros(size, dtype)
        path = Path(self.folder, f"{name}.scratch")
        path.unlink(missing_ok=True)
        allocate(path, size * np.dtype(dtype).itemsize)
        return np.memmap(path, dtype, "r+", shape=(size,))


def framed(heights: Surface, room: Room, name: str) -> Values:
    """Heights (rows + 2, cols + 2) with a frame of NaN, in ``room``."""
    rows, cols = heights.shape
    surface = room.array(name, (rows + 2) * (cols + 2), np.float32).reshape(rows + 2, cols + 2)
    surface[0], surface[-1], surface[:, 0], surface[:, -1] = (np.nan,) * 4
    step = max(STRIP_CELLS // cols, 1)
    for start in range(0, rows, step):
        block = heights[start : start + step]
        surface[1 + start : 1 + start + len(block), 1:-1] = block
    return surface


def route(task: Task, room: Room, progress: Progress) -> Upslope:
    """Flow over the whole DEM, as ``derive.route_flow`` computes it."""
    settings, ground = task.settings, task.ground
    surface = framed(task.heights_m, room, "filled")
    outlet = room.array("outlet", surface.size, np.uint8).reshape(surface.shape)
    outlets.find_outlets(surface, settings.holes_drain, outlet)
    if task.sinks is not None:
        outlet[1:-1, 1:-1] |= task.sinks & np.isfinite(task.heights_m)
    basins = room.array("basins", surface.size, np.uint16)
    if settings.fill:
        _fill(task, surface, outlet, basins[: task.cells], room, progress.part(0.0, 0.4))
    # Memory that is in use already: the first touch of fresh memory costs more than the work on it.
    way, givers = np.split(basins.view(np.uint8), 2)
    flow.find_ways_out(surface, outlet, way)
    del outlet
    progress.step(0.45)
    method = FLOW_METHODS.index(settings.flow_method)
    inverse = np.ascontiguousarray(inverse_lengths(ground.dx, ground.dy).T)
    givers[:] = 0
    if settings.flow_method == "multiple":
        flow.find_givers(surface, way, givers)
    else:
        flow.count_givers(surface, way, inverse, method, givers)
    progress.step(0.5)
    area = room.array("area", surface.size, np.float64)
    cell_area = np.pad(ground.cell_area_m2[:, 0], 1)
    with watched(progress.part(0.5, 1.0), task.cells) as meter:
        if settings.flow_method == "multiple":
            exponent = settings.flow_exponent
            accumulation.accumulate_multiple(surface, way, givers, inverse, cell_area, exponent, area, meter)
        else:
            accumulation.accumulate(surface, way, givers, inverse, cell_area, method, area, meter)
    np.bitwise_and(way, CUT, out=givers)
    np.not_equal(givers, 0, out=givers.view(np.bool_))
    cut = givers.view(np.bool_).reshape(surface.shape)[1:-1, 1:-1]
    whole = area.reshape(surface.shape)[1:-1, 1:-1]
    if not any(factor.of_streams for factor in task.factors):
        return Upslope(whole, cut)
    stream = streams(whole, settings.stream_area_km2)
    above = room.array("hand", surface.size, np.float32)
    least = settings.stream_area_km2 * 1e6
    with watched(progress.part(1.0, 1.0), task.cells) as meter:
        flow.heights_above_streams(surface, way, inverse, area, least, above, meter)
    away = distances_m(cells_as_segments(stream, ground), ground, progress)
    away[np.isnan(task.heights_m)] = np.nan
    return Upslope(whole, cut, above.reshape(surface.shape)[1:-1, 1:-1], away)


def _fill(
    task: Task, surface: Values, outlet: Values, basins: Values, room: Room, progress: Progress
) -> None:
    """Fill the surface in place; deep depressions become outlets first, if there is a limit."""
    limit = task.settings.depth_limit_m
    original = framed(task.heights_m, room, "original") if isfinite(limit) else surface
    numbers = basins.reshape(task.heights_m.shape)
    while True:
        cells, by_m = filling.fill(surface, outlet, numbers, progress, threads())
        if original is surface or outlets.mark_deep_bottoms(original, surface, limit, outlet) == 0:
            break
        surface[:] = original
    tell_filled(cells, by_m, progress)


def distances_m(segments: Floats, ground: Ground, progress: Progress) -> Surface:
    """Distance (rows, cols) in m to the nearest of the segments (n, 2, 3)."""
    along = segments[:, 1] - segments[:, 0]
    squared = np.einsum("ij,ij->i", along, along)
    inverse = np.where(squared > 0.0, 1.0 / np.where(squared > 0.0, squared, 1.0), 0.0)
    packed = np.ascontiguousarray(np.column_stack([segments[:, 0], along, inverse]))
    away = np.empty(ground.shape, np.float32)
    step = max(DISTANCE_CELLS // ground.shape[1] // nearest.TILE, 1) * nearest.TILE
    for start in range(0, len(away), step):
        part = ground.rows(start, start + step)
        places = (part.reach_x, part.reach_y, part.up, part.along_x, part.along_y)
        nearest.distances(places, packed, away[start : start + step])
        progress.step(min((start + step) / len(away), 1.0))
    rows = max(LENGTH_CELLS // ground.shape[1], 1)
    for start in range(0, len(away), rows):
        block = away[start : start + rows]
        block[:] = ground.length_m(block.astype(np.float64))
    return away
