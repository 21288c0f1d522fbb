"""The classes of a map as clean polygons: small patches given to a neighbour, and what is left tiles the map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
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
from ...types.grid import Strip

USUAL_CELLS = 10
"""Least area of a zone in cells where none is given."""

STRIP_CELLS = 1 << 20
SQUARE_METRES = 1e6


@dataclass(frozen=True)
class CleanZones:
    """Polygons of one class each.

    Attributes
    ----------
    zones : FeatureSet
        In the CRS of the map, with ``class``, ``name``, ``cells``, ``area_m2`` and ``area_km2``.
    least_cells : int
        Patches of fewer cells were given to a neighbour.
    changed : float
        Share of the cells whose class that changed.
    small : int
        Zones of classes below the least area, which touch no other class; bodies may have any size.
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
    with TemporaryDirectory(prefix="landslide-") as folder, RasterSource(classes) as before:
        grid = before.grid
        row_m2 = row_areas_m2(grid)
        middle = float(np.median(row_m2))
        least = USUAL_CELLS if least_m2 is None else int(np.ceil(least_m2 / middle - 1e-9))
        clean = _cleaned(before, folder, least) if least > 1 else classes
        progress.step(0.5)
        found = list(patches_of(clean))
        progress.step(0.7)
        shapes = tuple(blob for _, blob in found)
        if not shapes:
            raise InputError(f"{before.name} has no cell with a class")
        with RasterSource(clean) as after:
            cells, area, changed = _measured(before, after, shapes, row_m2, progress.part(0.7, 1.0))
    codes = [code for code, _ in found]
    style = class_style()
    names = {**dict(enumerate(style.names, start=1)), BODY: style.body[0]}
    fields = {
        "class": tuple(codes),
        "name": tuple(names.get(code, "") for code in codes),
        "cells": tuple(cells.tolist()),
        "area_m2": tuple(area.tolist()),
        "area_km2": tuple((area / SQUARE_METRES).tolist()),
    }
    zones = FeatureSet(shapes, grid.crs_wkt, fields, "zones")
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
    with RasterSource(clean) as source:
        codes = np.concatenate([_codes(source, strip) for strip in grid.strips_of(STRIP_CELLS)])
    codes = join_small(codes, least)  # what the sieve left among small ones
    with RasterSink(whole, grid, [band], byte=True) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            bodies = _codes(before, strip) == BODY
            sink.write(0, strip.start, np.where(bodies, BODY, codes[strip.start : strip.stop]))
    return whole


def _codes(source: RasterSource, strip: Strip) -> Codes:
    return np.nan_to_num(source.read(0, strip.start, strip.rows), nan=0.0).astype(np.uint8)


def _measured(
    before: RasterSource,
    after: RasterSource,
    shapes: tuple[bytes, ...],
    row_m2: Floats,
    progress: Progress,
) -> tuple[Counts, Floats, float]:
    """Cells and area (zones,) of each zone, and the share of cells with another class than before."""
    grid = after.grid
    burner = Burner(FeatureSet(shapes, grid.crs_wkt))
    cells, area = np.zeros(len(shapes), np.int64), np.zeros(len(shapes))
    known = changed = 0
    for strip in grid.strips_of(STRIP_CELLS):
        owner = burner.owners(grid.window(strip.start, strip.rows))
        inside = owner >= 0
        cells += np.bincount(owner[inside], minlength=len(shapes))
        weight = np.broadcast_to(row_m2[strip.start : strip.stop, None], owner.shape)[inside]
        area += np.bincount(owner[inside], weight, minlength=len(shapes))
        old, new = (source.read(0, strip.start, strip.rows) for source in (before, after))
        known += int(np.isfinite(old).sum())
        changed += int((np.isfinite(old) & (old != new)).sum())
        progress.step(strip.stop / grid.rows)
    return cells, area, changed / max(known, 1)
