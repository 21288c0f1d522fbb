"""Layers beside the DEM: rasters that become bands, lines to measure to, the study mask."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from ..align import aligned_path, require_aligned
from ..class_names import names_beside
from ..errors import InputError
from ..factors import FactorSpec
from ..grid import Strip
from ..progress import Progress
from ..raster_io import RasterSource
from ..vector_io import FeatureSet, burn, geometry_type, line_segments, points, to_crs
from .cells import Flags
from .dem import READ_CELLS, Dem
from .distance import near_enough
from .ground import Array
from .window import Surface


@dataclass(frozen=True)
class AncillaryRaster:
    """A raster that becomes a band as it is.

    Attributes
    ----------
    path : str
    label : str
        What messages call the layer.
    spec : FactorSpec
        Name, kind and unit of the band; category names are added from the file or a table beside it.
    """

    path: str
    label: str
    spec: FactorSpec


def open_rasters(
    rasters: Sequence[AncillaryRaster],
    align: bool,
    dem: Dem,
    scratch: str,
    open_files: ExitStack,
    progress: Progress,
) -> tuple[tuple[AncillaryRaster, RasterSource], ...]:
    """Open rasters that lie on the DEM's grid, or copies in ``scratch`` that do if ``align`` is on.

    Raises
    ------
    GridMismatch
        A raster lies on another grid and ``align`` is off.
    """
    opened = []
    for raster in rasters:
        source = open_files.enter_context(RasterSource(raster.path))
        described = _described(raster, source, progress)
        if align:
            path = aligned_path(dem.grid, source, raster.label, raster.spec.kind, scratch, progress)
            if path != source.path:
                source = open_files.enter_context(RasterSource(path))
        require_aligned(dem.grid, source, raster.label)
        opened.append((described, source))
    return tuple(opened)


def _described(raster: AncillaryRaster, source: RasterSource, progress: Progress) -> AncillaryRaster:
    """The raster with its class names; warns where classes are given as a continuous layer."""
    found = source.factor_specs()[0]
    names, spec = found.categories, replace(raster.spec, unit=found.unit or raster.spec.unit)
    if len(source.bands) > 1:
        progress.warning(f"{raster.label} ({source.name}) has {len(source.bands)} bands; the first is used")
    if spec.kind == "categorical":
        spec = replace(spec, categories=names or names_beside(raster.path) or None)
    elif names:
        progress.warning(
            f"{raster.label} ({source.name}) has class names, but {spec.name} is taken as a continuous quantity"
        )
    return replace(raster, spec=spec)


def raster_rows(raster: AncillaryRaster, source: RasterSource, strip: Strip) -> Surface:
    """Values (rows, cols) of a strip; raise ``InputError`` if classes are not whole numbers."""
    values = source.read(0, strip.start, strip.rows)
    if raster.spec.kind == "categorical":
        fractions = np.isfinite(values) & (values != np.round(values))
        if fractions.any():
            raise InputError(
                f"{raster.label} ({source.name}) holds {values[fractions][0]:g}; a layer of classes holds whole "
                "numbers; choose the raster of class codes"
            )
    return values


def segments_of(features: FeatureSet, dem: Dem, name: str, progress: Progress) -> Array:
    """Segments (n, 2, 3) in metres of a line layer, those that matter for the DEM's cells."""
    progress.check()
    segments = line_segments(to_crs(features, dem.grid.crs_wkt))
    if not np.isfinite(segments).all():
        raise InputError(
            f"{features.name} has coordinates that are not numbers; repair the layer (Fix geometries)"
        )
    west, south, east, north = dem.grid.bounds
    beside = (segments[:, [0, 2]].max(axis=1) < west) | (segments[:, [0, 2]].min(axis=1) > east)
    beside |= (segments[:, [1, 3]].max(axis=1) < south) | (segments[:, [1, 3]].min(axis=1) > north)
    if beside.all():
        progress.warning(f"{features.name} lies outside the DEM; {name} is measured to it all the same")
    return near_enough(dem.segments_m(segments), dem.ground)


def study_cells(mask: Optional[FeatureSet], dem: Dem, progress: Progress) -> Flags:
    """Cells with a height whose centre lies in the study area."""
    inside = np.empty(dem.grid.shape, dtype=bool)
    area = None if mask is None else _study_area(mask, dem)
    for strip in dem.grid.strips(max(READ_CELLS // dem.grid.cols, 1)):
        progress.check()
        rows = slice(strip.start, strip.stop)
        inside[rows] = np.isfinite(dem.heights_m[rows])
        if area is not None:
            inside[rows] &= burn(area, dem.grid.window(strip.start, strip.rows)) > 0
    if mask is not None:
        if not inside.any():
            raise InputError(
                f"The study mask {mask.name} covers no cell of the DEM that has a height; choose one that overlaps"
            )
        progress.info(f"Study mask {mask.name}: {int(inside.sum())} cells")
    return inside


def _study_area(mask: FeatureSet, dem: Dem) -> FeatureSet:
    if geometry_type(mask) != "polygon":
        raise InputError(f"The study mask {mask.name} holds no polygons; choose a polygon layer")
    return to_crs(mask, dem.grid.crs_wkt)


def sink_cells(sinks: Optional[FeatureSet], dem: Dem) -> Optional[Flags]:
    """Cells where water may leave the DEM: those with a point, or with their centre in a polygon."""
    if sinks is None:
        return None
    moved = to_crs(sinks, dem.grid.crs_wkt)
    marked = np.zeros(dem.grid.shape, dtype=bool)
    if geometry_type(moved) == "polygon":
        marked = burn(moved, dem.grid) > 0
    else:
        xy, _ = points(moved)
        places = np.array([dem.grid.cell_of(x, y) for x, y in xy]).reshape(-1, 2)
        on_dem = ((places >= 0) & (places < dem.grid.shape)).all(axis=1)
        marked[tuple(places[on_dem].T)] = True
    if not marked.any():
        raise InputError(f"The sinks {sinks.name} cover no cell of the DEM; choose a layer that overlaps")
    return marked
