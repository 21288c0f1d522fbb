"""Reading a DEM for terrain factors, and refusing what cannot be one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..grid import Grid
from ..progress import SILENT, Progress
from ..raster_io import RasterSource, crs_name, metres_per_unit
from .cells import require_surface
from .derive import require_two_by_two
from .window import Surface

PLAUSIBLE_M = (-11_500.0, 9_500.0)
"""Lowest and highest height that can be one on Earth; outside is undeclared no-data or a wrong unit."""

USUAL_NO_DATA = (-9999.0, -32768.0, -32767.0, 32767.0, 9999.0)
"""Values that mark no-data in many files; a height exactly so is one that was not declared."""

FOOT_NAMES = ("ft", "foot", "feet", "us survey foot", "us-ft")


@dataclass(frozen=True)
class Dem:
    """A DEM in metres.

    Attributes
    ----------
    heights_m : float32 array (rows, cols)
        NaN is no-data.
    grid : Grid
    metres_per_unit : float
        Length of one unit of the CRS.
    """

    heights_m: Surface
    grid: Grid
    metres_per_unit: float

    @property
    def dx(self) -> float:
        """Cell width in metres."""
        return self.grid.cell_width * self.metres_per_unit

    @property
    def dy(self) -> float:
        """Cell height in metres."""
        return self.grid.cell_height * self.metres_per_unit


def read_dem(path: str, metres_per_height: float = 1.0, progress: Progress = SILENT) -> Dem:
    """Read band 1 of a raster as a DEM.

    Parameters
    ----------
    path : str
    metres_per_height : float
        Length of one height unit in metres.
    progress : Progress
        Is told the size, the CRS and the share of no-data.

    Raises
    ------
    InputError
        No CRS, one in degrees or not true to distance, too few cells, no heights, or heights that
        cannot be.
    """
    with RasterSource(path) as source:
        unit = metres_per_unit(source.grid.crs_wkt)
        require_two_by_two(source.grid.shape)
        _warn(source, metres_per_height, progress)
        heights = source.read(0)
        grid, name = source.grid, source.name
    require_surface(heights)
    _require_plausible(heights, metres_per_height, name)
    missing = int(np.isnan(heights).sum())
    progress.info(
        f"DEM {name}: {grid.rows} rows x {grid.cols} columns of {grid.cell_width:g} x {grid.cell_height:g}, "
        f"{crs_name(grid.crs_wkt)}, {missing} cells ({100 * missing / grid.size:.2f} %) without data"
    )
    return Dem((heights * np.float32(metres_per_height)).astype(np.float32), grid, unit)


def _warn(source: RasterSource, metres_per_height: float, progress: Progress) -> None:
    if len(source.bands) > 1:
        progress.warning(f"DEM {source.name} has {len(source.bands)} bands; the first is used")
    in_feet = source.bands[0].unit.strip().lower() in FOOT_NAMES
    if in_feet and metres_per_height == 1.0:
        progress.warning(f"DEM {source.name} says its heights are in feet; set HEIGHT_UNIT if that is so")


def _require_plausible(heights: Surface, metres_per_height: float, name: str) -> None:
    low, high = float(np.nanmin(heights)), float(np.nanmax(heights))
    for value in USUAL_NO_DATA:
        cells = int(np.count_nonzero(heights == value)) if low <= value <= high else 0
        if cells and value in (low, high):
            raise InputError(
                f"DEM {name} holds {value:g} in {cells} cells, the usual mark of no-data, but does not declare it; "
                "declare it as no-data (Translate), then run again"
            )
    if low * metres_per_height < PLAUSIBLE_M[0] or high * metres_per_height > PLAUSIBLE_M[1]:
        raise InputError(
            f"DEM {name} holds heights from {low:g} to {high:g}; allowed are {PLAUSIBLE_M[0]:g} to "
            f"{PLAUSIBLE_M[1]:g} m; check its no-data value, its band and HEIGHT_UNIT"
        )
