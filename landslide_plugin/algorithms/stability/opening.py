"""Rasters of Compute FS on the grid of the slope, resampled to it if the user allows that."""

from contextlib import ExitStack
from tempfile import TemporaryDirectory
from typing import Optional

from qgis.core import QgsProcessingParameterBoolean

from ...core.errors import GridMismatch, InputError
from ...core.io.align import aligned_path, grid_difference
from ...core.io.raster import RasterSource
from ...core.types.grid import Grid
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given

CODES = ("LITHOLOGY", "LAND_COVER")
"""Codes take the nearest value; all else is mixed."""


def add_align(algorithm: LandslideAlgorithm) -> None:
    """Declare the parameter; it may be left out."""
    align = QgsProcessingParameterBoolean("ALIGN", "Align rasters to the grid of the slope", False, True)
    text = (
        "Resample rasters of one band that lie on another grid: codes by the nearest value, all else bilinearly or, "
        "where their cells are much smaller, by the mean. Off, they are refused."
    )
    algorithm.add(align, text, advanced=True)


def open_on(given: Given, key: str, grid: Grid, stack: ExitStack) -> Optional[RasterSource]:
    """A raster on the grid of the run, if it is given.

    Raises
    ------
    GridMismatch
        It lies on another grid, and may not be aligned.
    InputError
        It has several bands on another grid, or no CRS.
    """
    path = given.raster(key)
    if path is None:
        return None
    source = stack.enter_context(RasterSource(path))
    how = grid_difference(grid, source)
    if not how:
        return source
    if not (given.has("ALIGN") and given.yes("ALIGN")):
        raise GridMismatch(
            f"{key} ({source.name}) does not lie on the grid of the slope: {how}; set ALIGN to resample it, or align "
            "it first"
        )
    if len(source.bands) > 1:
        raise InputError(f"{source.name} has several bands on another grid; align it first (Warp)")
    folder = stack.enter_context(TemporaryDirectory(prefix="landslide-"))
    kind = "categorical" if key in CODES else "continuous"
    aligned = aligned_path(grid, source, label=key, kind=kind, folder=folder, progress=given.progress)
    return stack.enter_context(RasterSource(aligned))
