"""Rasters beside the slope: on its grid, or brought onto it where that is asked for."""

from contextlib import ExitStack
from typing import Callable, Optional

from qgis.core import QgsProcessingParameterBoolean

from ...core.io.align import aligned_path, require_aligned
from ...core.io.raster import RasterSource, require_marks_declared
from ...core.types.grid import Grid
from ...core.writing.temporary import temporary_folder
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given

CODES = ("LITHOLOGY", "LAND_COVER")
"""Rasters that hold codes, which are never mixed."""

SLOPE = "the slope raster"


def add_align(algorithm: LandslideAlgorithm) -> None:
    """Declare the parameter; it may be left out."""
    algorithm.add(
        QgsProcessingParameterBoolean("ALIGN", "Align rasters to the slope raster", False, True),
        "Resample rasters that lie on another grid or in another CRS: codes by nearest neighbour, quantities bilinear, "
        "or by the mean where their cells are much smaller. Off, they are refused.",
        advanced=True,
    )


def open_on(
    given: Given,
    key: str,
    grid: Grid,
    stack: ExitStack,
    opener: Callable[[str], RasterSource] = RasterSource,
) -> Optional[RasterSource]:
    """A raster on the grid of the run, if it is given; ``stack`` closes it."""
    path = given.raster(key)
    if path is None:
        return None
    source = stack.enter_context(opener(path))
    require_marks_declared(source, what=f"{key} {source.name}")
    if not (given.has("ALIGN") and given.yes("ALIGN")):
        require_aligned(grid, source, key, SLOPE)
        return source
    aligned = aligned_path(
        grid,
        source,
        label=key,
        kind="categorical" if key in CODES else "continuous",
        folder=stack.enter_context(temporary_folder()),
        progress=given.progress,
        to=SLOPE,
    )
    return source if aligned == source.path else stack.enter_context(opener(aligned))
