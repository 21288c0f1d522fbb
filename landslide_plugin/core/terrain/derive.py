"""Terrain factors of a DEM held in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from ..errors import InputError
from ..progress import SILENT, Progress
from ..types.arrays import Flags, Metres, Surface, Values
from ..types.grid import Strip
from ..types.ground import Ground, plane
from .catalogue import DEFAULT_FACTORS, LocalTerrain, TerrainFactor, Upslope, chosen
from .distance import cells_as_segments, distance_of_cells_m, index_lines
from .settings import TerrainSettings
from .water.cells import outlets, require_surface
from .water.depressions import fill_shallow
from .water.flow import Flow, accumulate, routing_of
from .water.streams import height_above_streams_m, streams

BYTES_A_CELL_FLOW = 130
"""Memory of filling and flow accumulation, measured on rough DEMs of whole metres."""


def route_flow(
    heights_m: Surface,
    ground: Ground,
    settings: TerrainSettings,
    factors: Sequence[TerrainFactor] = (),
    *,
    sinks: Optional[Flags] = None,
    progress: Progress = SILENT,
) -> Upslope:
    """Flow over a whole DEM, depressions filled if the settings say so.

    Parameters
    ----------
    heights_m : float32 array (rows, cols)
    ground : Ground
    settings : TerrainSettings
    factors : sequence of TerrainFactor
        Decide whether streams are looked for.
    sinks : bool array (rows, cols), optional
        Cells where water may leave besides the edge.
    progress : Progress

    Examples
    --------
    >>> ramp = np.tile(np.arange(3.0, 0.0, -1.0, dtype=np.float32), (2, 1))
    >>> flow = route_flow(ramp, plane(ramp.shape, 10.0, 10.0), TerrainSettings())
    >>> bool((flow.area_m2 >= 100.0).all())
    True
    """
    outlet = outlets(heights_m, settings.holes_drain)
    if sinks is not None:
        outlet |= sinks & np.isfinite(heights_m)
    surface = heights_m
    if settings.fill:
        surface, outlet = fill_shallow(heights_m, outlet, settings.depth_limit_m, progress.part(0.0, 0.35))
        raised = surface - heights_m
        tell_filled(int(np.count_nonzero(raised > 0)), float(np.nanmax(raised)), progress)
    routing = routing_of(
        surface,
        outlet,
        ground.dx,
        ground.dy,
        method=settings.flow_method,
        exponent=settings.flow_exponent,
        progress=progress,
    )
    flow = accumulate(routing, ground.cell_area_m2, progress.part(0.35, 0.8))
    if not any(factor.of_streams for factor in factors):
        return Upslope(flow.area_m2, flow.is_cut)
    stream = streams(flow.area_m2, settings.stream_area_km2)
    return _with_streams(surface, outlet, ground, flow=flow, stream=stream, progress=progress.part(0.8, 1.0))


def tell_filled(cells: int, by_m: float, progress: Progress) -> None:
    """Say how much was filled.

    >>> tell_filled(0, 0.0, Progress())
    """
    progress.info(f"Filled {cells} cells in depressions, by up to {by_m:.3g} m")


def _with_streams(
    surface: Surface, outlet: Flags, ground: Ground, *, flow: Flow, stream: Flags, progress: Progress
) -> Upslope:
    """The flow with height above and distance to the stream cells."""
    steepest = routing_of(surface, outlet, ground.dx, ground.dy, method="d8", exponent=1.0, progress=progress)
    above = height_above_streams_m(steepest, stream, progress)
    away = distance_to_cells_m(stream, ground, progress)
    missing = np.isnan(surface)
    above[missing] = away[missing] = np.nan
    return Upslope(flow.area_m2, flow.is_cut, above.astype(np.float32), away)


def distance_to_cells_m(marked: Flags, ground: Ground, progress: Progress = SILENT) -> Surface:
    """Distance (rows, cols) in m from each cell to the centre of the nearest marked one.

    >>> from ..types.ground import plane
    >>> distance_to_cells_m(np.array([[True, False, False]]), plane((1, 3), 10.0, 10.0)).tolist()
    [[0.0, 10.0, 20.0]]
    """
    index = index_lines(cells_as_segments(marked, ground), ground.cell_size_m)
    away = np.empty(marked.shape, dtype=np.float32)
    rows = max((1 << 17) // marked.shape[1], 1)
    for start in range(0, len(away), rows):
        progress.step(start / len(away))
        away[start : start + rows] = distance_of_cells_m(index, ground.rows(start, start + rows))
    return away


def local_factors(terrain: LocalTerrain, factors: Sequence[TerrainFactor]) -> Surface:
    """Values (factors, rows, cols) of one strip of a DEM, of which only a few rows around it are used."""
    values = np.empty((len(factors), terrain.strip.rows, terrain.heights_m.shape[1]), dtype=np.float32)
    for i, factor in enumerate(factors):
        values[i] = factor.formula(terrain)
    return values


def terrain_factors(
    heights_m: Values,
    dx: Metres,
    dy: Metres,
    names: Sequence[str] = DEFAULT_FACTORS,
    settings: Optional[TerrainSettings] = None,
    progress: Progress = SILENT,
) -> dict[str, Surface]:
    """Terrain factors of a whole DEM.

    Parameters
    ----------
    heights_m : float array (rows, cols)
        Heights in metres, row 0 in the north, NaN where there is none.
    dx, dy : float or float64 array (rows,)
        Cell width and height in metres.
    names : sequence of str
        Keys of ``catalogue.CATALOGUE``.
    settings : TerrainSettings, optional
    progress : Progress

    Returns
    -------
    dict of str to float32 array (rows, cols)

    Raises
    ------
    InputError
        An unknown factor, or a DEM too small or without heights.

    Examples
    --------
    >>> plane = np.add.outer(np.zeros(4), 10.0 * np.arange(5.0))
    >>> terrain_factors(plane, 10.0, 10.0, ["slope", "aspect"])["slope"].round(4).min()
    45.0
    """
    settings = settings or TerrainSettings()
    heights = np.asarray(heights_m, dtype=np.float32)
    require_two_by_two(heights.shape)
    require_surface(heights)
    factors = chosen(names)
    rows, cols = heights.shape
    ground = plane((rows, cols), dx, dy)
    upslope = None
    if any(factor.of_flow for factor in factors):
        upslope = route_flow(heights, ground, settings, factors, progress=progress.part(0.0, 0.8))
    values = local_factors(LocalTerrain(heights, ground, Strip(0, rows), upslope, settings), factors)
    progress.step(1.0)
    return {factor.spec.name: values[i] for i, factor in enumerate(factors)}


def require_two_by_two(shape: tuple[int, ...]) -> None:
    """Raise ``InputError`` for a DEM on which no slope can be computed.

    >>> require_two_by_two((2, 2))
    """
    if len(shape) != 2 or min(shape) < 2:
        raise InputError(
            f"The DEM has {' x '.join(str(n) for n in shape)} cells (rows x columns); a slope needs at least "
            "2 rows and 2 columns"
        )
