"""Layers beside the DEM: rasters that become bands, lines to measure to, the study mask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.align import aligned_path, grid_difference, require_aligned, resampling_for
from ...io.class_names import names_beside, names_in
from ...io.plausible import doubt
from ...io.raster import RasterSource, crs_name, require_marks_declared, require_no_picture
from ...io.raster.source import READ_CELLS
from ...io.vector import burn, geometry_type, line_segments, points, to_crs
from ...progress import Progress
from ...terrain.distance import near_enough
from ...types.arrays import Flags, Floats, Surface
from ...types.class_match import require_small_codes
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ...types.grid import Strip
from .class_polygons import ClassPolygons, write_classes
from .companion import Tally
from .dem import Dem

MUCH_MISSING = 0.1
"""A layer without data in a greater share of the cells is warned of: a model is blind there."""

FEW_CODES = 60
"""A layer of whole numbers with no more different values than this looks like classes."""


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
    names_path : str, optional
        Table of class names, taken instead of these.
    polygons : ClassPolygons, optional
        Where the classes are polygons; ``path`` is then a name for messages.
    """

    path: str
    label: str
    spec: FactorSpec
    names_path: Optional[str] = None
    polygons: Optional[ClassPolygons] = None


@dataclass(frozen=True)
class OpenRaster:
    """A raster that lies on the grid, and how it came there.

    Attributes
    ----------
    raster : AncillaryRaster
        With its class names.
    source : RasterSource
    told : dict of str to str
        File, CRS, cell size, difference from the grid and resampling, in words.
    is_integer : bool
        The file stores whole numbers.
    """

    raster: AncillaryRaster
    source: RasterSource
    told: dict[str, str]
    is_integer: bool


def open_rasters(
    rasters: Sequence[AncillaryRaster],
    dem: Dem,
    open_files: ExitStack,
    *,
    align: Optional[str],
    scratch: str,
    progress: Progress,
) -> tuple[OpenRaster, ...]:
    """Open rasters that lie on the DEM's grid, or copies in ``scratch`` that do.

    Parameters
    ----------
    align : str, optional
        How quantities are resampled, see ``align.RESAMPLINGS``; without, every raster must lie on the grid.

    Raises
    ------
    GridMismatch
        A raster lies on another grid and ``align`` is not given.
    InputError
        A raster holds a usual mark of no-data that nobody declared.
    """
    opened = []
    for asked in rasters:
        raster = asked
        if asked.polygons is not None:
            path = write_classes(asked.polygons, asked.spec, dem, scratch, progress)
            raster = replace(asked, path=path, names_path=None)
        given = source = open_files.enter_context(RasterSource(raster.path))
        described, difference = _described(raster, source, progress), grid_difference(dem.grid, source)
        if asked.polygons is None:
            named = described.spec.categories or ()
            require_marks_declared(source, (0,), f"{asked.label} ({source.name})", named)
        if align is not None and difference:
            path = aligned_path(
                dem.grid,
                source,
                label=raster.label,
                kind=raster.spec.kind,
                folder=scratch,
                progress=progress,
                choice=align,
            )
            source = open_files.enter_context(RasterSource(path))
        require_aligned(dem.grid, source, raster.label)
        told = {
            "layer": raster.label,
            "factor": raster.spec.name,
            "file": _file_of(raster),
            "crs": crs_name(given.grid.crs_wkt),
            "cell_size": f"{given.grid.cell_width:.6g} x {given.grid.cell_height:.6g}",
            "against_the_dem": difference or "on its grid",
            "resampling": "none"
            if not difference
            else resampling_for(dem.grid, given, raster.spec.kind, align or "automatic"),
        }
        opened.append(OpenRaster(described, source, told, given.is_integer(0)))
    return tuple(opened)


def _file_of(raster: AncillaryRaster) -> str:
    """What the report calls the file of a layer."""
    if raster.polygons is not None:
        return raster.polygons.features.name
    return Path(raster.path.split("|", 1)[0]).name


def tally_of(opened: OpenRaster) -> Tally:
    """An empty tally that keeps the codes of classes, and of a quantity that may be classes."""
    if opened.raster.spec.kind == "categorical":
        return Tally(codes=set())
    return Tally(codes=set(), most_codes=FEW_CODES) if opened.is_integer else Tally()


def reported(opened: OpenRaster, tally: Tally, cells: int) -> dict[str, str]:
    """What is told of a raster, with its share of no-data and the values seen among ``cells`` cells."""
    names = opened.raster.spec.categories or {}
    values = f"{tally.low:.6g} to {tally.high:.6g}"
    if opened.raster.spec.kind == "categorical":
        values = ", ".join(f"{code} {names.get(code, '')}".rstrip() for code in sorted(tally.codes or ()))
    share = 100.0 * _missing(tally, cells)
    return {**opened.told, "no_data": f"{share:.2f} %", "values": values}


def _missing(tally: Tally, cells: int) -> float:
    """Share of ``cells`` cells without a value."""
    return 1.0 - tally.cells / max(cells, 1)


def tell_layer(
    told: Mapping[str, str], spec: FactorSpec, tally: Tally, cells: int, progress: Progress
) -> None:
    """Say in one line how a layer came into the stack, and warn of what looks wrong in it."""
    progress.info(
        f"{told['layer']} ({told['file']}): {told['crs']}, cells {told['cell_size']}, {told['against_the_dem']}, "
        f"resampling {told['resampling']}, {told['no_data']} no-data, values {told['values']}"
    )
    if _missing(tally, cells) > MUCH_MISSING:
        progress.warning(
            f"{told['layer']} ({told['file']}) has no value in {told['no_data']} of the cells; they count as no-data "
            "in models and maps: take a layer that covers the study area"
        )
    codes = tally.codes or set()
    if spec.kind == "continuous" and len(codes) > 1:
        progress.warning(
            f"{told['layer']} ({told['file']}) holds {len(codes)} different whole numbers and looks like classes, "
            f"but {spec.name} is taken as a continuous quantity"
        )
    odd = doubt(spec.name, tally.low, tally.high)
    if odd:
        progress.warning(f"{told['layer']} ({told['file']}) {odd}; check the raster and its units")
    nameless = sorted(codes - set(spec.categories or {}))
    if spec.categories and nameless:
        progress.warning(
            f"{told['layer']} ({told['file']}): code {', '.join(map(str, nameless))} has no name in its table"
        )


def _described(raster: AncillaryRaster, source: RasterSource, progress: Progress) -> AncillaryRaster:
    """The raster with its class names; warns where classes are given as a continuous layer."""
    require_no_picture(source, raster.label)
    stored = source.factor_specs()[0]
    names, spec = stored.categories, replace(raster.spec, unit=stored.unit or raster.spec.unit)
    if len(source.bands) > 1:
        progress.warning(f"{raster.label} ({source.name}) has {len(source.bands)} bands; the first is used")
    if spec.kind == "categorical":
        chosen = names_in(raster.names_path) if raster.names_path else names or names_beside(raster.path)
        spec = replace(spec, categories=chosen or None)
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
        largest = np.max(np.abs(values), where=np.isfinite(values), initial=0.0)
        require_small_codes(f"{raster.label} ({source.name})", float(largest))
    return values


def segments_of(features: FeatureSet, dem: Dem, name: str, progress: Progress) -> Floats:
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
    for strip in dem.grid.strips_of(READ_CELLS):
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
