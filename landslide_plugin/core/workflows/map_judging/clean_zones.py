"""The classes of a map as clean polygons: small patches given to a neighbour, and what is left tiles the map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import BODY, class_style
from ...evaluation.judging.joining import Codes, join_small
from ...io.raster import RasterSink, RasterSource
from ...io.raster.burning import Burner
from ...io.raster.measures import row_areas_m2
from ...io.raster.sieving import patches_of, sieved
from ...progress import SILENT, Progress
from ...types.arrays import Counts, Floats
from ...types.features import FeatureSet
from ...types.grid import Grid, Strip
from ...words.speaking import say
from ...writing.temporary import temporary_folder

USUAL_CELLS = 10
"""Least area of a zone in cells where none is given."""

MOST_JOINED = 1 << 26
"""Cells of a map whose patches are joined in memory; of a larger one small patches may be left among small ones."""

ZONE_FIELDS = ("class", "name", "cells", "area_m2", "area_km2")
"""By these a layer of zones is known again."""

STRIP_CELLS = 1 << 20
SQUARE_METRES = 1e6


@dataclass(frozen=True)
class CleanZones:
    """Polygons of one class each.

    Attributes
    ----------
    zones : FeatureSet
        In the CRS of the map, with ``ZONE_FIELDS``.
    least_cells : int
        Patches of fewer cells were given to a neighbour.
    changed : float
        Share of the cells whose class that changed.
    small : int
        Zones of classes below the least area: those that touch no other class and, of very large maps, those that touch
        small ones alone. Bodies may have any size.
    """

    zones: FeatureSet
    least_cells: int
    changed: float
    small: int


def clean_zones(classes: str, least_m2: Optional[float] = None, progress: Progress = SILENT) -> CleanZones:
    """Zones of a class raster: valid polygons that tile its cells with a class, without gap or overlap.

    Parameters
    ----------
    classes : str
        GeoTIFF of bytes, 0 for no-data.
    least_m2 : float, optional
        Least area of a zone; that of ten cells by default, 0 keeps every patch.

    Raises
    ------
    InputError
        The raster cannot be read, or has no cell with a class.
    """
    with temporary_folder() as folder, RasterSource(classes) as before:
        grid = before.grid
        middle = float(np.median(row_areas_m2(grid)))
        least = USUAL_CELLS if least_m2 is None else int(np.ceil(least_m2 / middle - 1e-9))
        clean = _cleaned(before, folder, least) if least > 1 else classes
        progress.step(0.5)
        found = list(patches_of(clean))
        progress.step(0.7)
        shapes = tuple(blob for _, blob, _ in found)
        if not shapes:
            raise InputError(f"{before.name} has no cell with a class")
        with RasterSource(clean) as after:
            changed = _changed(before, after, progress.part(0.7, 0.8))
        cells, area = _measured(shapes, np.array([flat for _, _, flat in found]), grid)
    codes = [code for code, _, _ in found]
    style = class_style()
    names = {**dict(enumerate(style.names, start=1)), BODY: style.body[0]}
    columns = (
        tuple(codes),
        tuple(say(names.get(code, "")) for code in codes),
        tuple(cells.tolist()),
        tuple(area.tolist()),
        tuple((area / SQUARE_METRES).tolist()),
    )
    zones = FeatureSet(shapes, grid.crs_wkt, dict(zip(ZONE_FIELDS, columns)), "zones")
    return CleanZones(zones, least, changed, small=int(((cells < least) & (np.array(codes) != BODY)).sum()))


def _cleaned(before: RasterSource, folder: str, least: int) -> str:
    """The raster without small patches; mapped landslide bodies stay as they were mapped and take nothing in."""
    grid, band = before.grid, before.bands[0]
    free, clean, whole = (str(Path(folder) / name) for name in ("free.tif", "clean.tif", "whole.tif"))
    with RasterSink(free, grid, [band], byte=True) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            codes = _codes(before, strip)
            sink.write(0, strip.start, np.where(codes == BODY, 0, codes))
    sieved(free, clean, least)
    joined: Optional[Codes] = None
    if grid.size <= MOST_JOINED:  # what the sieve left among small ones
        with RasterSource(clean) as source:
            joined = join_small(
                np.concatenate([_codes(source, strip) for strip in grid.strips_of(STRIP_CELLS)]), least
            )
    with RasterSource(clean) as source, RasterSink(whole, grid, [band], byte=True) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            bodies = _codes(before, strip) == BODY
            codes = _codes(source, strip) if joined is None else joined[strip.start : strip.stop]
            sink.write(0, strip.start, np.where(bodies, BODY, codes))
    return whole


def _codes(source: RasterSource, strip: Strip) -> Codes:
    return np.nan_to_num(source.read(0, strip.start, strip.rows), nan=0.0).astype(np.uint8)


def _changed(before: RasterSource, after: RasterSource, progress: Progress) -> float:
    """Share of the cells with another class than before."""
    grid, known, changed = after.grid, 0, 0
    for strip in grid.strips_of(STRIP_CELLS):
        old, new = (_codes(source, strip) for source in (before, after))
        known += int((old > 0).sum())
        changed += int((old != new).sum())
        progress.step(strip.stop / grid.rows)
    return changed / max(known, 1)


def _measured(shapes: tuple[bytes, ...], flat: Floats, grid: Grid) -> tuple[Counts, Floats]:
    """Cells and square metres (zones,) of each zone, whose area in the plane is ``flat``, in whole cells."""
    row_m2 = row_areas_m2(grid)
    if np.ptp(row_m2) == 0.0:
        cells = np.rint(flat / (grid.cell_width * grid.cell_height)).astype(np.int64)
        return cells, cells * row_m2[0]
    burner = Burner(FeatureSet(shapes, grid.crs_wkt))
    cells, area = np.zeros(len(shapes), np.int64), np.zeros(len(shapes))
    for strip in grid.strips_of(STRIP_CELLS):
        owner = burner.owners(grid.window(strip.start, strip.rows))
        inside = owner >= 0
        cells += np.bincount(owner[inside], minlength=len(shapes))
        weight = np.broadcast_to(row_m2[strip.start : strip.stop, None], owner.shape)[inside]
        area += np.bincount(owner[inside], weight, minlength=len(shapes))
    return cells, area
