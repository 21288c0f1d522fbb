"""What a map holds within polygons: slope units, catchments, municipalities."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.raster import RasterSource, require_on_grid
from ...io.table import csv_text
from ...io.vector import boxes, burn, centroids, geometry_type, to_crs
from ...progress import SILENT, Progress
from ...types.features import FeatureSet
from ...types.grid import Grid, Strip
from ...types.window import Window

STRIP_CELLS = 262_144
KEPT = 50_000
"""Values of a polygon that are kept as they are; with more, a quantile is read from ``BINS`` counts."""
BINS = 10_000
QUANTILE = 0.9
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class ZonalMaps:
    """Maps on one grid to sum up.

    Attributes
    ----------
    probability : RasterSource
    band : int
        From 0.
    spread : RasterSource or None
        Standard deviation of the members.
    cut : float
        A cell is above the class asked for if its probability is at least this.
    """

    probability: RasterSource
    band: int
    spread: Optional[RasterSource]
    cut: float


@dataclass
class _Zone:
    """Sums over the cells of one polygon; memory does not grow with its size."""

    values: list[Floats] = field(default_factory=list)
    counts: Optional[npt.NDArray[np.int64]] = None
    centres_inside: int = 0
    cells: int = 0
    total: float = 0.0
    above: int = 0
    spread_total: float = 0.0
    spread_cells: int = 0
    own_cell: Optional[tuple[Floats, Optional[Floats]]] = None

    def add(self, p: Floats, spread: Optional[Floats], cut: float) -> None:
        """Add cells (n,)."""
        known = np.isfinite(p)
        found = p[known]
        self.cells += found.size
        self.total += float(found.sum(dtype=np.float64))
        self.above += int((found >= np.float32(cut)).sum())
        if spread is not None:
            about = spread[known & np.isfinite(spread)]
            self.spread_total += float(about.sum(dtype=np.float64))
            self.spread_cells += about.size
        self.values.append(found)
        if self.counts is not None or self.cells > KEPT:
            counts = np.zeros(BINS, np.int64) if self.counts is None else self.counts
            self.counts = counts + _binned(np.concatenate(self.values))
            self.values = []

    def finish(self, cut: float) -> None:
        """Take the cell of the polygon's own centre if it holds no cell's centre."""
        if not self.centres_inside and self.own_cell is not None:
            self.add(*self.own_cell, cut)

    def quantile(self) -> float:
        """The quantile asked for: linear between values, or to half a bin where they were counted."""
        if self.counts is None:
            return float(np.quantile(np.concatenate(self.values), QUANTILE))
        rank = int(np.ceil(QUANTILE * self.cells))
        return float((np.searchsorted(np.cumsum(self.counts), rank) + 0.5) / BINS)

    def row(self) -> dict[str, Any]:
        """Values of the result fields."""
        if not self.cells:
            return {**NOTHING, "cells": 0}
        return {
            "mean": self.total / self.cells,
            "p90": self.quantile(),
            "share_above": self.above / self.cells,
            "spread": self.spread_total / self.spread_cells if self.spread_cells else None,
            "cells": self.cells,
            "by_centre": int(not self.centres_inside),
        }


NOTHING: dict[str, Any] = {
    "mean": None,
    "p90": None,
    "share_above": None,
    "spread": None,
    "cells": None,
    "by_centre": None,
}
"""Result fields of a polygon beside the map."""


def _binned(p: Floats) -> npt.NDArray[np.int64]:
    return np.bincount(np.minimum((p * BINS).astype(np.int64), BINS - 1), minlength=BINS)


@dataclass(frozen=True)
class ZoneTable:
    """Polygons with what the map holds in each.

    Attributes
    ----------
    features : FeatureSet
        The polygons in their own CRS, with their own attributes and the results.
    small, empty, outside : int
        Polygons that hold no cell's centre and got the cell of their own centre; those without any value; and
        those beside the map.
    """

    features: FeatureSet
    small: int
    empty: int
    outside: int

    def table(self) -> str:
        """All attributes as CSV; missing values are empty."""
        columns = self.features.attributes
        rows = [
            (i + 1, *(_cell(name, values[i]) for name, values in columns.items()))
            for i in range(len(self.features))
        ]
        return csv_text([("polygon", *columns), *rows])


def _cell(name: str, value: Any) -> Any:
    """A value of the table: results to six digits, the polygons' own numbers to all they have."""
    if isinstance(value, float):
        return f"{value:.6g}" if name in NOTHING else f"{value:.15g}"
    return "" if value is None else value


def zonal_results(polygons: FeatureSet, maps: ZonalMaps, progress: Progress = SILENT) -> ZoneTable:
    """Sum up a map within polygons, each by itself, so that they may overlap.

    A cell belongs to a polygon if its centre lies inside; a polygon with no centre inside gets the cell that holds
    its own centre of gravity.

    Parameters
    ----------
    polygons : FeatureSet
        In any CRS.

    Raises
    ------
    InputError, GridMismatch
        No polygon on the map, maps on different grids, or a raster that holds no probabilities.
    """
    grid = maps.probability.grid
    if maps.probability.is_integer(maps.band):
        raise InputError(f"{maps.probability.name} holds whole numbers; a map of probabilities is needed")
    if maps.spread is not None:
        require_on_grid(grid, maps.spread)
    if geometry_type(polygons) != "polygon":
        raise InputError(f"{polygons.name} holds no polygons; choose a layer of polygons")
    moved = to_crs(polygons, grid.crs_wkt)
    centres = np.full((len(polygons), 2), np.nan)
    xy, owner = centroids(moved)
    centres[owner] = xy
    places = [
        _Place.of(grid, FeatureSet((blob,), grid.crs_wkt), box, centre)
        for blob, box, centre in zip(moved.wkb, boxes(moved), centres)
    ]
    found = {i: dict(NOTHING) for i in range(len(polygons))}
    waiting = sorted((p.first_row, i) for i, p in enumerate(places) if p is not None)
    if not waiting:
        raise InputError(
            f"None of the {len(polygons)} polygons of {polygons.name} lies on {maps.probability.name}; check its CRS"
        )
    outside, open_zones = len(polygons) - len(waiting), dict[int, _Zone]()
    waiting.reverse()
    for strip in grid.strips(max(1, STRIP_CELLS // grid.cols)):
        while waiting and waiting[-1][0] < strip.stop:
            open_zones[waiting.pop()[1]] = _Zone()
        values = _read(maps, strip) if open_zones else None
        for i in list(open_zones):
            place = places[i]
            if place is None or values is None:
                continue
            place.add_to(open_zones[i], grid, strip, values, maps.cut)
            if place.stop_row <= strip.stop:
                zone = open_zones.pop(i)
                zone.finish(maps.cut)
                found[i] = zone.row()
        progress.step(strip.stop / grid.rows)
    columns = {name: tuple(found[i][name] for i in range(len(polygons))) for name in NOTHING}
    kept = {
        name: values
        for name, values in polygons.attributes.items()
        if name != "fid" and name.casefold() not in NOTHING
    }
    return ZoneTable(
        FeatureSet(polygons.wkb, polygons.crs_wkt, {**kept, **columns}, polygons.name),
        sum(value == 1 for value in columns["by_centre"]),
        sum(value == 0 for value in columns["cells"]),
        outside,
    )


def _read(maps: ZonalMaps, strip: Strip) -> tuple[Floats, Optional[Floats]]:
    spread = maps.spread.read(0, strip.start, strip.rows) if maps.spread is not None else None
    p = maps.probability.read(maps.band, strip.start, strip.rows)
    low, high = np.nanmin(p, initial=0.0), np.nanmax(p, initial=1.0)
    if low < 0.0 or high > 1.0:
        raise InputError(
            f"{maps.probability.name} holds {low if low < 0.0 else high:g}; a map of probabilities from 0 to 1 is "
            "needed"
        )
    return p, spread


@dataclass(frozen=True)
class _Place:
    """Where a polygon lies on the grid: the rows and columns it touches, and the cell of its centre."""

    polygon: FeatureSet
    first_row: int
    stop_row: int
    first_col: int
    stop_col: int
    centre: tuple[int, int]

    @classmethod
    def of(cls, grid: Grid, polygon: FeatureSet, box: Floats, centre: Floats) -> Optional[_Place]:
        """None for a polygon beside the grid or without geometry."""
        if not np.isfinite([*box, *centre]).all():
            return None
        west, south, east, north = box
        (top, left), (bottom, right) = grid.cell_of(west, north), grid.cell_of(east, south)
        top, left = max(top, 0), max(left, 0)
        bottom, right = min(bottom + 1, grid.rows), min(right + 1, grid.cols)
        if top >= bottom or left >= right:
            return None
        return cls(
            polygon,
            first_row=top,
            stop_row=bottom,
            first_col=left,
            stop_col=right,
            centre=grid.cell_of(*centre),
        )

    def add_to(
        self, zone: _Zone, grid: Grid, strip: Strip, values: tuple[Floats, Optional[Floats]], cut: float
    ) -> None:
        """Add the cells of a strip whose centre lies inside, and remember the cell of the polygon's centre."""
        top, bottom = max(self.first_row, strip.start), min(self.stop_row, strip.stop)
        part = Window(top, bottom - top, self.first_col, self.stop_col - self.first_col).of(grid)
        inside = burn(self.polygon, part) > 0
        rows, cols = slice(top - strip.start, bottom - strip.start), slice(self.first_col, self.stop_col)
        p, spread = values
        zone.centres_inside += int(inside.sum())
        zone.add(p[rows, cols][inside], None if spread is None else spread[rows, cols][inside], cut)
        row, col = self.centre
        if strip.start <= row < strip.stop and 0 <= col < grid.cols:
            own = (row - strip.start, slice(col, col + 1))
            zone.own_cell = p[own], None if spread is None else spread[own]
