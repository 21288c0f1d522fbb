"""Reading a DEM for terrain factors, and refusing what cannot be one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.ground import ground_of
from ...io.plausible import (
    FOOT_NAMES,
    GAP_M,
    PLAUSIBLE_M,
    around_zero,
    may_be_in_feet,
)
from ...io.raster import RasterSource, crs_name, metres_per_unit, require_no_picture
from ...io.raster.crs import longitude_latitude, semi_axes_m
from ...io.raster.no_data import Extremes, saying
from ...io.raster.source import READ_CELLS
from ...progress import SILENT, Progress
from ...requirements import allocate, room_told
from ...terrain.derive import require_two_by_two
from ...types.arrays import Floats, Surface
from ...types.grid import Grid
from ...types.ground import Ground, on_ellipsoid

LONGEST_CHORD_M = 500.0
"""Lines on the ellipsoid are cut into straight pieces of this length; the arc is 5 mm higher."""


@dataclass(frozen=True)
class Dem:
    """A DEM in metres.

    Attributes
    ----------
    heights_m : float32 array (rows, cols)
        NaN is no-data.
    grid : Grid
    ground : Ground
        What its cells measure in metres.
    """

    heights_m: Surface
    grid: Grid
    ground: Ground

    def segments_m(self, segments: Floats) -> Floats:
        """Both ends (n, 2, 3) in metres of segments (n, 4) in the DEM's CRS."""
        ends = segments.reshape(-1, 2, 2)
        if not self.ground.is_curved:
            unit = metres_per_unit(self.grid.crs_wkt)
            return np.concatenate([ends * unit, np.zeros((len(ends), 2, 1))], axis=2)
        long = np.linalg.norm(np.diff(self._in_space(ends), axis=1)[:, 0], axis=1)
        pieces = np.maximum(np.ceil(long / LONGEST_CHORD_M).astype(np.int64), 1)
        owner = np.repeat(np.arange(len(ends)), pieces)
        number = np.arange(owner.size) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        along = (ends[:, 1] - ends[:, 0])[owner] / pieces[owner, None]
        start = ends[owner, 0] + along * number[:, None]
        return self._in_space(np.stack([start, start + along], axis=1))

    def _in_space(self, ends: Floats) -> Floats:
        wkt = self.grid.crs_wkt
        places = on_ellipsoid(*longitude_latitude(ends.reshape(-1, 2), wkt), semi_axes_m(wkt))
        return places.reshape(-1, 2, 3)


@dataclass
class _Heights:
    """What is seen of the heights while they are read."""

    low: float = np.inf
    high: float = -np.inf
    missing: int = 0
    marks: Extremes = field(default_factory=Extremes)
    zeros: int = 0
    beside_zero: float = np.inf

    def look_at(self, heights: Surface) -> None:
        has_height = np.isfinite(heights)
        self.missing += int(heights.size - has_height.sum())
        if not has_height.any():
            return
        low, high = float(np.nanmin(heights)), float(np.nanmax(heights))
        self.low, self.high = min(low, self.low), max(high, self.high)
        zeros, beside = around_zero(heights)
        self.zeros, self.beside_zero = self.zeros + zeros, min(beside, self.beside_zero)
        self.marks.take(heights)


def read_dem(
    path: str, metres_per_height: float = 1.0, progress: Progress = SILENT, store: Optional[str] = None
) -> Dem:
    """Read band 1 of a raster as a DEM.

    Parameters
    ----------
    path : str
    metres_per_height : float
        Length of one height unit in metres.
    progress : Progress
        Is told the size, the CRS and the share of no-data.
    store : str, optional
        ``.npy`` file to keep the heights in instead of memory.

    Raises
    ------
    InputError
        No CRS, too few cells, no heights, or heights that cannot be.
    """
    with RasterSource(path) as source:
        require_two_by_two(source.grid.shape)
        require_no_picture(source, "DEM")
        grid, name, ground = source.grid, source.name, ground_of(source.grid)
        _warn(source, metres_per_height, progress)
        heights, seen = _room(grid, store), _Heights(marks=source.extremes(0))
        for strip in grid.strips_of(READ_CELLS):
            progress.step(strip.start / grid.rows)
            rows = source.read(0, strip.start, strip.rows)
            seen.look_at(rows)
            heights[strip.start : strip.stop] = rows * np.float32(metres_per_height)
        if seen.missing == grid.size:
            raise InputError("The DEM has no cell with a height; check its no-data value and the chosen band")
        source.require_declared(0, seen.marks, f"DEM {name}")
        settled = saying(0.0, name, source.declared(0))
    _require_plausible(seen, metres_per_height, name)
    if seen.zeros and GAP_M < seen.beside_zero * metres_per_height < np.inf:
        progress.warning(
            f"DEM {name} is 0 in {seen.zeros} cells and nowhere else below {seen.beside_zero:g}: if 0 marks no-data, "
            f"say {settled} or declare it (Translate), or slopes beside these cells are wrong"
        )
    progress.info(
        f"DEM {name}: {grid.rows} rows x {grid.cols} columns of {grid.cell_width:g} x {grid.cell_height:g}, "
        f"{crs_name(grid.crs_wkt)}, {seen.missing} cells ({100 * seen.missing / grid.size:.2f} %) without data"
    )
    return Dem(heights, grid, ground)


def _room(grid: Grid, store: Optional[str]) -> Surface:
    if store is None:
        return np.empty(grid.shape, dtype=np.float32)
    with room_told(store):
        room: Surface = np.lib.format.open_memmap(  # type: ignore[no-untyped-call]
            store, mode="w+", dtype=np.float32, shape=grid.shape
        )
    allocate(store, Path(store).stat().st_size)
    return room


def _warn(source: RasterSource, metres_per_height: float, progress: Progress) -> None:
    if len(source.bands) > 1:
        progress.warning(f"DEM {source.name} has {len(source.bands)} bands; the first is used")
    if source.bands[0].unit.strip().lower() in FOOT_NAMES and metres_per_height == 1.0:
        progress.warning(
            f"DEM {source.name} says its heights are in feet, but they are taken as metres, so that slopes come out "
            "too steep; set HEIGHT_UNIT to feet if that is so"
        )
    elif metres_per_height == 1.0 and may_be_in_feet(source):
        progress.warning(
            f"The CRS of DEM {source.name} measures in feet, and nothing says what its heights are in: they are taken "
            "as metres; if they are in feet too, slopes come out too steep: set HEIGHT_UNIT to feet"
        )


def _require_plausible(seen: _Heights, metres_per_height: float, name: str) -> None:
    if seen.low * metres_per_height < PLAUSIBLE_M[0] or seen.high * metres_per_height > PLAUSIBLE_M[1]:
        raise InputError(
            f"DEM {name} holds heights from {seen.low:g} to {seen.high:g}; allowed are {PLAUSIBLE_M[0]:g} to "
            f"{PLAUSIBLE_M[1]:g} m; check its no-data value (NODATA), its band and HEIGHT_UNIT"
        )
