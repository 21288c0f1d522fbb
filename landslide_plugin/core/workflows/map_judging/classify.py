"""A map of probabilities put in five classes by limits of choice, without training again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import (
    BODY,
    BODY_CLASS,
    CLASSES,
    ClassTable,
    class_counts,
    class_style,
    class_table,
    classify,
)
from ...io.assessed import RESOLVED, resolved_to, told
from ...io.raster import Band, RasterSink, cell_area_km2
from ...io.raster.burning import Burner
from ...io.table import csv_text
from ...io.vector import geometry_type, to_crs
from ...progress import SILENT, Progress
from ...samples.feature_cells import FeatureCells
from ...styles import rgb
from ...types.arrays import Cells, Counts, Flags, Surface
from ...types.features import FeatureSet
from ...types.grid import Grid
from ...types.inventory_mark import InventoryMark
from ...words.speaking import say
from ..chosen_landslides import ALL_COUNT, LandslideChoice
from ..landslide_marks import LIMITS_SET_ON, landslide_marks
from ..map_analysis.comparison import MapLayer
from .limits import OF_LANDSLIDES, Limits, Scheme, limits_of
from .places import places_of, with_value
from .survey import Survey, surveyed

STRIP_CELLS = 1_048_576
HEADER = ("class", "name", "from", "to", "cells", "area_km2", "area_percent")
LANDSLIDES = ("landslides", "landslide_percent", "density_ratio")
ON_BODIES = (
    "mapped landslide bodies stand above the classes as class 6; the classes speak of new failures, and say nothing of "
    "a body that moves again"
)


@dataclass(frozen=True)
class Landslides:
    """What is known of landslides on a map to be classed.

    Attributes
    ----------
    inventory : FeatureSet or None
        They set the limits of ``landslide_share`` and ``success_rate``, and are counted by class.
    label_field : str or None
        Field with 1 for landslides and 0 for stable places, which are passed over.
    choice : LandslideChoice
        Landslides that count.
    mapped_area : FeatureSet or None
        Polygons inside which the inventory is complete; limits and table count nothing else.
    bodies : FeatureSet or None
        Mapped landslide bodies, burnt above the classes, whose table counts neither their cells nor landslides on them.
    """

    inventory: Optional[FeatureSet] = None
    label_field: Optional[str] = None
    choice: LandslideChoice = ALL_COUNT
    mapped_area: Optional[FeatureSet] = None
    bodies: Optional[FeatureSet] = None


NONE_KNOWN = Landslides()


@dataclass(frozen=True)
class Classed:
    """A map in classes.

    Attributes
    ----------
    cuts : tuple of float (4,)
    how : str
        Where they come from.
    caveat : str
        What may not be done with the classes; empty if nothing.
    table : ClassTable
    cell_area_km2 : float
        NaN where cells are not all of one size.
    notes : tuple of str
    resolved : float
        Smallest probability that the map tells from smaller ones; 0 if it does not say.
    body_cells : int or None
        Cells of mapped landslide bodies, which no class counts; None if none were given.
    """

    cuts: tuple[float, ...]
    how: str
    caveat: str
    table: ClassTable
    cell_area_km2: float
    notes: tuple[str, ...]
    resolved: float = 0.0
    body_cells: Optional[int] = None

    def csv(self) -> str:
        """A row a class; landslides where an inventory was given."""
        bounds = [0.0, *self.cuts, 1.0]
        counted = self.table.rows[0].landslides is not None
        rows: list[tuple[object, ...]] = [(*HEADER, *(LANDSLIDES if counted else ()))]
        for i, row in enumerate(self.table.rows):
            area = row.cells * self.cell_area_km2
            found: tuple[object, ...] = (
                i + 1,
                say(row.name),
                told(bounds[i], self.resolved) if i else "0",
                told(bounds[i + 1], self.resolved),
                row.cells,
                f"{area:.6g}" if np.isfinite(area) else "",
                f"{row.area_percent:.4f}",
            )
            if counted:
                ratio = "" if row.density_ratio is None else f"{row.density_ratio:.4f}"
                found += (row.landslides, f"{row.landslide_percent or 0.0:.4f}", ratio)
            rows.append(found)
        if self.body_cells is not None:
            area = self.body_cells * self.cell_area_km2
            body = (
                BODY,
                say(class_style().body[0]),
                "",
                "",
                self.body_cells,
                f"{area:.6g}" if np.isfinite(area) else "",
            )
            rows.append((*body, *[""] * (len(rows[0]) - len(body))))
        return csv_text(rows)


def classify_map(
    layer: MapLayer,
    scheme: Scheme,
    target: str,
    *,
    landslides: Landslides = NONE_KNOWN,
    palette: str = "default",
    progress: Progress = SILENT,
) -> Classed:
    """Write the classes 1 to 5 of a map of probabilities, 0 for no-data, with names and colours.

    Mapped landslide bodies are written as class 6, also where the map has no value.

    Raises
    ------
    InputError
        No probabilities, limits that cannot be set, or landslides that are not on the map.
    """
    if layer.is_classes:
        raise InputError(f"{layer.name} holds whole numbers; a map of probabilities from 0 to 1 is needed")
    bodies = _bodies(layer, landslides.bodies)
    survey, places, notes = _landslides(layer, landslides)
    values = None if places is None else _at(layer, places.rows, places.cols)
    limits = limits_of(layer, scheme, values, survey)
    mark = ""
    if limits.caveat == OF_LANDSLIDES and landslides.inventory is not None:
        mark = InventoryMark.of(landslide_marks(landslides.inventory, landslides.label_field)).text
    cells, body_cells = _write(
        layer, limits, target, survey=survey, bodies=bodies, mark=mark, palette=palette, progress=progress
    )
    found = None
    if places is not None and values is not None:
        free, on_bodies = _beside_bodies(places, layer.source.grid, landslides.bodies)
        found = class_counts(classify(values[free], limits.cuts)).tolist()
        notes += on_bodies
    table = class_table(cells.tolist(), found)
    if landslides.mapped_area is not None:
        notes += ("The table counts cells and landslides of the mapped area alone",)
    if bodies is not None:
        notes += (f"{body_cells} cells of {ON_BODIES}",)
    resolved = resolved_to(layer.source.metadata)
    if limits.cuts[0] < resolved:
        notes += (
            f"{layer.name} does not tell values under {resolved:g} apart (metadata {RESOLVED}); limits below it part "
            "what is the same, so take limits from there up",
        )
    return Classed(
        limits.cuts,
        limits.how,
        limits.caveat,
        table,
        cell_area_km2=cell_area_km2(layer.source.grid),
        notes=notes,
        resolved=resolved,
        body_cells=None if bodies is None else body_cells,
    )


def _write(
    layer: MapLayer,
    limits: Limits,
    target: str,
    *,
    survey: Survey,
    bodies: Optional[Burner],
    mark: str,
    palette: str,
    progress: Progress,
) -> tuple[Counts, int]:
    """Cells (5,) that count in each class, and cells of bodies."""
    grid, style = layer.source.grid, class_style(palette)
    colours = {i + 1: (name, rgb(colour)) for i, (name, colour) in enumerate(zip(style.names, style.colours))}
    about = {"QUANTITY": "class", "CLASS_CUTS": str(limits.cuts), "CLASS_LIMITS": limits.how}
    if limits.caveat:
        about["CAVEAT"] = limits.caveat
    if limits.caveat == OF_LANDSLIDES:
        about[LIMITS_SET_ON] = mark
    if bodies is not None:
        colours[BODY] = (style.body[0], rgb(style.body[1]))
        about[BODY_CLASS] = str(BODY)
    cells, known, on_bodies = np.zeros(CLASSES, np.int64), False, 0
    band = Band("Susceptibility class", "", {"QUANTITY": "class"})
    metadata = {**layer.source.metadata, **about}
    with RasterSink(target, grid, [band], byte=True, metadata=metadata, classes=colours) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            codes = classify(layer.read(strip.start, strip.rows), limits.cuts)
            known |= bool(codes.any())
            if bodies is not None:
                body = bodies.owners(grid.window(strip.start, strip.rows)) >= 0
                codes[body] = BODY
                on_bodies += int(body.sum())
            counts = survey.rows(strip.start, strip.rows) & (codes != BODY)
            cells += class_counts(codes[counts])
            sink.write(0, strip.start, codes)
            progress.step(strip.stop / grid.rows)
        if not known:
            raise InputError(f"{layer.name} holds no value")
    return cells, on_bodies


def _bodies(layer: MapLayer, bodies: Optional[FeatureSet]) -> Optional[Burner]:
    if bodies is None:
        return None
    if geometry_type(bodies) != "polygon":
        raise InputError(
            f"BODIES {bodies.name} holds no polygons; choose the mapped outlines of landslide bodies"
        )
    return Burner(to_crs(bodies, layer.source.grid.crs_wkt))


def _beside_bodies(
    places: FeatureCells, grid: Grid, bodies: Optional[FeatureSet]
) -> tuple[Flags, tuple[str, ...]]:
    """Landslide cells (n,) that lie on no mapped body, as the cells of the classes do, and words on the others."""
    free = (
        np.ones(len(places), bool) if bodies is None else ~Survey(grid, bodies).at(places.rows, places.cols)
    )
    lost = int((~free).sum())
    if not lost:
        return free, ()
    return free, (
        f"{lost} of {len(free)} landslide cells lie on mapped landslide bodies; the table counts them in no class",
    )


def _at(layer: MapLayer, rows: Cells, cols: Cells) -> Surface:
    return layer.source.values_at(rows, cols, [layer.band])[:, 0]


def _landslides(layer: MapLayer, known: Landslides) -> tuple[Survey, Optional[FeatureCells], tuple[str, ...]]:
    """The ground that counts, landslide cells on it that have a value, and what was left out."""
    grid, features = layer.source.grid, known.inventory
    if features is None:
        if known.mapped_area is not None or known.choice.asks:
            raise InputError(
                "INVENTORY is not set; the mapped area, triggers and sizes speak of its landslides"
            )
        return Survey(grid), None, ()
    given = surveyed(features, grid, known.label_field, known.choice, known.mapped_area)
    places, _ = places_of(given.features, grid, known.label_field)
    inside = given.survey.at(places.rows, places.cols)
    notes = [*places.notes, *given.notes]
    if not inside.all():
        notes.append(
            f"{int((~inside).sum())} landslide cells lie on ground that does not count and are left out"
        )
    places, lost = with_value(places.where(inside), [lambda rows, cols: _at(layer, rows, cols)], "landslide")
    if not len(places):
        raise InputError(f"{features.name} has no landslide on a cell with a value of {layer.name}")
    return given.survey, places, (*notes, *lost)
