"""A numeric field of polygons as a map that can be judged cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import BODY, BODY_CLASS
from ...io.raster import Band, RasterSink, crs_name
from ...io.raster.burning import Burner
from ...io.raster.crs import is_true_to_distance, longitude_latitude
from ...io.vector import census, geometry_type, to_crs
from ...types.arrays import Floats
from ...types.features import FeatureSet
from ...types.grid import Grid
from ..factor_stack.metric_grid import utm_zone_wkt
from ..mapping_units.mapping import CLASS as UNIT_CLASS
from ..mapping_units.mapping import PROBABILITY as UNIT_PROBABILITY
from ..mapping_units.mapping import RESULTS as UNIT_RESULTS
from .clean_zones import ZONE_FIELDS

USUAL_CELLS = 1_000_000
MOST_CELLS = 400_000_000
STRIP_CELLS = 1 << 20
CODED = "CODED"
"""Metadata of a raster whose floats are whole numbers: codes of classes."""

SUSCEPTIBILITY = "Landslide susceptibility"
OWN_RESULTS = {
    frozenset(("mean", "p90", "share_above", "by_centre")): dict.fromkeys(
        ("mean", "p90", "share_above"), SUSCEPTIBILITY
    ),
    frozenset(ZONE_FIELDS): {"class": "class"},
    frozenset(UNIT_RESULTS): {UNIT_PROBABILITY: SUSCEPTIBILITY, UNIT_CLASS: "class"},
}
"""Fields that tell polygons of this plugin, and what theirs that can be judged hold."""


@dataclass(frozen=True)
class PolygonMap:
    """Where a field was burnt, and what was lost.

    Attributes
    ----------
    path : str
        GeoTIFF.
    title : str
    notes : tuple of str
    """

    path: str
    title: str
    notes: tuple[str, ...]


def burn_field(
    polygons: FeatureSet, field: str, folder: str, grid: Optional[Grid] = None, cell_m: Optional[float] = None
) -> PolygonMap:
    """Write the values of a field to the cells whose centre lies in each polygon.

    Parameters
    ----------
    polygons : FeatureSet
        In any CRS; where they overlap the last one counts.
    field : str
        Of numbers; a polygon without one has no value.
    folder : str
        For the raster.
    grid : Grid, optional
        That of another map. By default cells of ``cell_m`` in the CRS of the polygons, or in their UTM zone where
        that is not true to distance, so that each cell stands for as much ground as any other.
    cell_m : float, optional
        About a million cells by default.

    Raises
    ------
    InputError
        No polygons, no such field, values that are no numbers, or too many cells.
    """
    if geometry_type(polygons) != "polygon":
        raise InputError(f"POLYGONS {polygons.name} holds no polygons; choose a layer of polygons")
    values = _numbers(polygons, field)
    grid = grid or _own_grid(polygons, cell_m)
    moved = to_crs(polygons, grid.crs_wkt)
    path = str(Path(folder) / f"{_plain(polygons.name)}_{_plain(field)}.tif")
    burner, held = Burner(moved), np.zeros(len(polygons), bool)
    with RasterSink(path, grid, [Band(field, "", {})], metadata=_said(polygons, field, values)) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            owner = burner.owners(grid.window(strip.start, strip.rows))
            held[np.unique(owner[owner >= 0])] = True
            sink.write(0, strip.start, np.where(owner >= 0, values[owner], np.nan))
    notes = [
        f"{polygons.name} was turned into cells of {grid.cell_width:g} x {grid.cell_height:g} units of "
        f"{crs_name(grid.crs_wkt)}"
    ]
    if not held.all():
        notes.append(
            f"{int((~held).sum())} of {len(held)} polygons hold no cell's centre or lie under others, and are not "
            "judged; smaller cells (CELL_SIZE) hold more"
        )
    empty = int(np.isnan(values).sum())
    if empty:
        notes.append(f"{empty} polygons have no {field} and are not judged")
    return PolygonMap(path, f"{polygons.name} ({field})", tuple(notes))


def _numbers(polygons: FeatureSet, field: str) -> Floats:
    values = np.full(len(polygons), np.nan)
    for i, value in enumerate(polygons.field(field)):
        if value is None or value == "":
            continue
        try:
            values[i] = float(value)
        except (TypeError, ValueError):
            raise InputError(
                f"POLYGON_FIELD {field} of {polygons.name} holds {value!r}; a field of numbers is needed, such as 1 "
                "for the safest class up to 5 for the most dangerous"
            ) from None
    if not np.isfinite(values).any():
        raise InputError(f"POLYGON_FIELD {field} of {polygons.name} holds no number")
    return values


def _own_grid(polygons: FeatureSet, cell_m: Optional[float]) -> Grid:
    if not polygons.crs_wkt:
        raise InputError(f"POLYGONS {polygons.name} has no CRS; assign the one its coordinates are in")
    wkt = polygons.crs_wkt
    if not is_true_to_distance(wkt):
        west, south, east, north = census(polygons).bounds
        lon, lat = longitude_latitude(np.array([[(west + east) / 2, (south + north) / 2]]), wkt)
        wkt = utm_zone_wkt(float(lon[0]), float(lat[0]))
    west, south, east, north = census(to_crs(polygons, wkt)).bounds
    cell = cell_m or float(f"{np.sqrt((east - west) * (north - south) / USUAL_CELLS):.2g}")
    cols, rows = (max(1, int(np.ceil(side / cell - 1e-9))) for side in (east - west, north - south))
    if rows * cols > MOST_CELLS:
        raise InputError(
            f"CELL_SIZE {cell:g} gives {rows * cols} cells; allowed: at most {MOST_CELLS}, choose larger cells"
        )
    return Grid(rows, cols, (west, cell, 0.0, north, 0.0, -cell), wkt)


def _said(polygons: FeatureSet, field: str, values: Floats) -> dict[str, str]:
    """Metadata: what a field of this plugin's own results holds, and whether the values are codes."""
    known = values[np.isfinite(values)]
    said: dict[str, str] = {CODED: "yes"} if (known == np.rint(known)).all() else {}
    for marks, quantities in OWN_RESULTS.items():
        if marks <= set(polygons.attributes) and field in quantities:
            said["QUANTITY"] = quantities[field]
            if quantities[field] == "class":
                said[BODY_CLASS] = str(BODY)
    return said


def _plain(text: str) -> str:
    """A name that any file system takes.

    >>> _plain("zones 2/3")
    'zones_2_3'
    """
    kept: Sequence[Any] = [letter if letter.isalnum() else "_" for letter in text]
    return "".join(kept)[:60]
