"""Release areas: where failures may begin, as run-out models read them. How far failures run is not said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import BODY, BODY_CLASS, without_bodies
from ...io.raster import Band, RasterSink, RasterSource, require_on_grid
from ...io.raster.burning import Burner
from ...io.raster.measures import row_areas_m2
from ...io.raster.no_data import Extremes
from ...io.raster.outlines import outlines
from ...progress import SILENT, Progress
from ...types.arrays import Counts, Flags, Floats
from ...types.features import FeatureSet
from ...types.grid import Grid

STRIP_CELLS = 1 << 20
MOST_NUMBERS = 1 << 24
"""Whole numbers up to here are exact in float32."""

NO_RUN_OUT = "Release areas are where failures may begin; nothing is said of how far they run"


@dataclass(frozen=True)
class ReleaseRule:
    """Which cells release.

    Attributes
    ----------
    classes : RasterSource or None
        Class raster; where a threshold decides it still tells mapped landslide bodies, which release nothing.
    class_band : int
        From 0.
    from_class : int
        Cells of this class or a more dangerous one.
    end : {"high", "low"}
        The dangerous end of the classes.
    probability : RasterSource or None
        For mean and largest value in each area; with ``threshold`` it decides in place of the classes.
    probability_band : int
        From 0.
    threshold : float or None
        Cells of this probability or more.
    least_m2 : float
        Smaller areas are left out.
    """

    classes: Optional[RasterSource] = None
    class_band: int = 0
    from_class: int = 5
    end: str = "high"
    probability: Optional[RasterSource] = None
    probability_band: int = 0
    threshold: Optional[float] = None
    least_m2: float = 0.0

    @property
    def grid(self) -> Grid:
        """Of the raster that decides."""
        source = self.probability if self.threshold is not None else self.classes
        if source is None:
            raise InputError(
                "Release areas need a class raster (CLASSES), or PROBABILITY with THRESHOLD; give one of them"
            )
        return source.grid

    def releases(self, first_row: int, rows: int) -> Flags:
        """Whether each cell (rows, cols) releases; no-data and mapped landslide bodies of the classes do not."""
        if self.threshold is not None and self.probability is not None:
            chance = self.probability.read(self.probability_band, first_row, rows)
            found = np.asarray(chance >= np.float32(self.threshold))
            if self.classes is not None and self.knows_bodies:
                found &= self.classes.read(self.class_band, first_row, rows) != BODY
            return found
        if self.classes is None:
            raise InputError("Release areas need a class raster (CLASSES)")
        values = without_bodies(self.classes.read(self.class_band, first_row, rows), self.classes.metadata)
        return np.asarray(values <= self.from_class if self.end == "low" else values >= self.from_class)

    @property
    def knows_bodies(self) -> bool:
        """True if the class raster says where mapped landslide bodies lie."""
        return self.classes is not None and self.classes.metadata.get(BODY_CLASS) == str(BODY)


@dataclass(frozen=True)
class ReleaseAreas:
    """Areas in which failures may begin.

    Attributes
    ----------
    areas : FeatureSet
        Polygons in the CRS of the map, the largest first: ``release`` (number from 1), ``cells``, ``area_m2`` and, of
        a probability, ``p_mean`` and ``p_max``.
    left_out : int
        Patches smaller than the least area.
    """

    areas: FeatureSet
    left_out: int


def release_areas(rule: ReleaseRule, progress: Progress = SILENT) -> ReleaseAreas:
    """Outline the cells that release; those that touch by their sides make one area.

    Raises
    ------
    InputError, GridMismatch
        Nothing releases, or the probability lies on another grid.
    """
    grid = rule.grid
    if rule.probability is not None:
        require_on_grid(grid, rule.probability)
    if rule.classes is not None and rule.knows_bodies:
        require_on_grid(grid, rule.classes)
    where = np.zeros(grid.shape, bool)
    for strip in grid.strips_of(STRIP_CELLS):
        where[strip.start : strip.stop] = rule.releases(strip.start, strip.rows)
        progress.step(0.3 * strip.stop / grid.rows)
    shapes = outlines(where, grid)
    if not shapes:
        raise InputError("No cell releases; take a lower class (FROM_CLASS) or probability (THRESHOLD)")
    del where
    cells, area, mean, most = _sums(shapes, grid, rule, progress.part(0.5, 1.0))
    large = area >= rule.least_m2 * (1.0 - 1e-9)
    if not large.any():
        raise InputError(
            f"None of the {len(shapes)} release areas is as large as RELEASE_AREA ({rule.least_m2:g} m2; the largest "
            f"has {area.max():.4g}); take less"
        )
    order = np.flatnonzero(large)
    order = order[np.lexsort((order, -area[order]))]
    fields: dict[str, tuple[Optional[float], ...]] = {
        "release": tuple(range(1, len(order) + 1)),
        "cells": tuple(cells[order].tolist()),
        "area_m2": tuple(area[order].tolist()),
    }
    if rule.probability is not None:
        for name, values in (("p_mean", mean), ("p_max", most)):
            fields[name] = tuple(None if np.isnan(v) else v for v in values[order].tolist())
    kept = FeatureSet(tuple(shapes[i] for i in order), grid.crs_wkt, fields, "release areas")
    return ReleaseAreas(kept, int((~large).sum()))


def _sums(
    shapes: tuple[bytes, ...], grid: Grid, rule: ReleaseRule, progress: Progress
) -> tuple[Counts, Floats, Floats, Floats]:
    """Cells, square metres, mean and largest probability (n,) of each polygon."""
    burner, n = Burner(FeatureSet(shapes, grid.crs_wkt)), len(shapes)
    row_m2 = row_areas_m2(grid)
    cells, area, known, total = np.zeros(n, np.int64), np.zeros(n), np.zeros(n), np.zeros(n)
    most = np.full(n, -np.inf)
    for strip in grid.strips_of(STRIP_CELLS):
        owner = burner.owners(grid.window(strip.start, strip.rows))
        held = owner >= 0
        whose = owner[held]
        cells += np.bincount(whose, minlength=n)
        weight = np.broadcast_to(row_m2[strip.start : strip.stop, None], owner.shape)[held]
        area += np.bincount(whose, weight, minlength=n)
        if rule.probability is not None:
            values = rule.probability.read(rule.probability_band, strip.start, strip.rows)[held]
            there = np.isfinite(values)
            known += np.bincount(whose[there], minlength=n)
            total += np.bincount(whose[there], values[there], minlength=n)
            np.maximum.at(most, whose[there], values[there])
        progress.step(strip.stop / grid.rows)
    mean = np.divide(total, known, out=np.full(n, np.nan), where=known > 0)
    return cells, area, mean, np.where(known > 0, most, np.nan)


def write_numbers(areas: FeatureSet, grid: Grid, target: str) -> None:
    """Write a raster of the number of each release area, no-data elsewhere, on the grid of the map.

    Flow-Py releases where a raster is above 0, with no-data below 0; the Gravitational Process Path model of SAGA wants
    a whole number for each area and no-data elsewhere: one file serves both.

    Raises
    ------
    InputError
        More areas than the raster can number.
    """
    if len(areas) >= MOST_NUMBERS:
        raise InputError(f"{len(areas)} release areas are too many to number; raise RELEASE_AREA")
    burner = Burner(areas)
    band = Band("Release area", "", {"QUANTITY": "release area"})
    with RasterSink(target, grid, [band], metadata={"NOTE": NO_RUN_OUT}) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            owner = burner.owners(grid.window(strip.start, strip.rows))
            sink.write(0, strip.start, np.where(owner >= 0, owner + 1.0, np.nan))


@dataclass(frozen=True)
class Heights:
    """How high the released mass stands.

    Attributes
    ----------
    source : RasterSource or None
        Depth in metres on the grid of the map.
    band : int
        From 0.
    single_m : float or None
        Where the raster has no value, or in place of it.
    """

    source: Optional[RasterSource] = None
    band: int = 0
    single_m: Optional[float] = None

    def required_on(self, grid: Grid) -> Heights:
        """The same; raise ``InputError`` where there is no height, ``GridMismatch`` where it lies on another grid."""
        if self.source is None and self.single_m is None:
            raise InputError(
                "RELEASE_HEIGHTS needs a depth: give DEPTH, a raster in metres, or HEIGHT, a single value"
            )
        if self.source is not None:
            require_on_grid(grid, self.source)
        return self


def write_heights(areas: FeatureSet, grid: Grid, heights: Heights, target: str) -> tuple[int, float]:
    """Write a raster of release heights in metres, 0 where nothing is released, as r.avaflow's ``hrelease`` wants it.

    A cell without a depth has the single height or, without one, is counted and refused.

    Returns
    -------
    filled : int
        Cells that got the single height for want of a depth.
    most : float
        Largest height.

    Raises
    ------
    InputError, GridMismatch
        No height is given, a depth is missing or below 0, or the depth lies on another grid.
    """
    heights = heights.required_on(grid)
    burner, filled, lacking, most = Burner(areas), 0, 0, 0.0
    seen = heights.source.extremes(heights.band) if heights.source is not None else Extremes()
    band = Band("Release height", "m", {"QUANTITY": "release height"})
    with RasterSink(target, grid, [band], metadata={"NOTE": NO_RUN_OUT}) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            held = burner.owners(grid.window(strip.start, strip.rows)) >= 0
            depth = np.full(held.shape, np.nan)
            if heights.source is not None:
                depth = heights.source.read(heights.band, strip.start, strip.rows).astype(np.float64)
                seen.take(depth)
                if (depth[held] < 0.0).any():
                    raise InputError(
                        f"DEPTH {heights.source.name} holds {depth[held].min():g} m in a release area; allowed: 0 or "
                        "more, so say its no-data value (NODATA) or declare it (Translate)"
                    )
            empty = held & np.isnan(depth)
            if heights.single_m is None:
                lacking += int(empty.sum())
            else:
                depth[empty] = heights.single_m
                filled += int(empty.sum())
            depth = np.where(held, depth, 0.0)
            most = max(most, float(np.nanmax(depth)))
            sink.write(0, strip.start, depth)
        if heights.source is not None:
            heights.source.require_declared(heights.band, seen, f"DEPTH {heights.source.name}")
        if lacking:
            raise InputError(
                f"DEPTH has no value in {lacking} cells of release areas; give HEIGHT, the depth to take there"
            )
    return (filled if heights.source is not None else 0), most
