"""A map of probabilities put in five classes by limits of choice, without training again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.classes import (
    CLASSES,
    ClassTable,
    check_cuts,
    class_counts,
    class_style,
    class_table,
    classify,
    landslide_share_cuts,
)
from ...evaluation.judging.breaks import natural_breaks
from ...io.assessed import RESOLVED, resolved_to, told
from ...io.raster import Band, RasterSink, cell_area_km2
from ...io.table import csv_text
from ...progress import SILENT, Progress
from ...samples.feature_cells import FeatureCells
from ...styles import rgb
from ...types.arrays import Cells, Surface
from ...types.features import FeatureSet
from ..map_analysis.comparison import MapLayer
from ..map_analysis.quantile import exact_quantile
from .places import places_of, with_value

STRIP_CELLS = 1_048_576
BINS = 1024
OWN_LIMITS = "Limits are taken from this map: its classes are not comparable between maps"
OF_LANDSLIDES = "Limits are set by these landslides, so the same landslides cannot judge the classes"
HEADER = ("class", "name", "from", "to", "cells", "area_km2", "area_percent")
LANDSLIDES = ("landslides", "landslide_percent", "density_ratio")


@dataclass(frozen=True)
class Scheme:
    """How the limits are set.

    Attributes
    ----------
    way : {"landslide_share", "equal_area", "quantiles", "natural_breaks", "fixed"}
    limits : sequence of float
        Of ``fixed`` the four limits, of ``quantiles`` the share of the area below each.
    """

    way: str
    limits: Sequence[float] = ()

    def __post_init__(self) -> None:
        if self.way not in ("fixed", "quantiles"):
            if len(self.limits):
                raise InputError(f"LIMITS go with fixed limits or quantiles; leave them empty for {self.way}")
            return
        what = (
            "the four limits"
            if self.way == "fixed"
            else "the share of the area below each of the four limits"
        )
        if len(self.limits) != CLASSES - 1:
            raise InputError(
                f"LIMITS holds {len(self.limits)} numbers; for {self.way} write {what}, such as 0.2 0.4 0.6 0.8"
            )
        values = list(self.limits)
        if values != sorted(set(values)) or values[0] <= 0 or values[-1] >= 1:
            raise InputError(f"LIMITS {tuple(values)} must rise and lie between 0 and 1")


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
    """

    cuts: tuple[float, ...]
    how: str
    caveat: str
    table: ClassTable
    cell_area_km2: float
    notes: tuple[str, ...]
    resolved: float = 0.0

    def csv(self) -> str:
        """A row a class; landslides where an inventory was given."""
        bounds = [0.0, *self.cuts, 1.0]
        counted = self.table.rows[0].landslides is not None
        rows: list[tuple[object, ...]] = [(*HEADER, *(LANDSLIDES if counted else ()))]
        for i, row in enumerate(self.table.rows):
            area = row.cells * self.cell_area_km2
            found: tuple[object, ...] = (
                i + 1,
                row.name,
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
        return csv_text(rows)


def classify_map(
    layer: MapLayer,
    scheme: Scheme,
    target: str,
    *,
    features: Optional[FeatureSet] = None,
    label_field: Optional[str] = None,
    palette: str = "default",
    progress: Progress = SILENT,
) -> Classed:
    """Write the classes 1 to 5 of a map of probabilities, 0 for no-data, with names and colours.

    Parameters
    ----------
    features : FeatureSet, optional
        Landslides: they set the limits of ``landslide_share``, and are counted by class.

    Raises
    ------
    InputError
        No probabilities, limits that cannot be set, or landslides that are not on the map.
    """
    if layer.is_classes:
        raise InputError(f"{layer.name} holds whole numbers; a map of probabilities from 0 to 1 is needed")
    grid = layer.source.grid
    landslides: Optional[FeatureCells] = None
    notes: tuple[str, ...] = ()
    if features is not None:
        landslides, notes = _landslides(layer, features, label_field)
    values = None if landslides is None else _at(layer, landslides.rows, landslides.cols)
    cuts, how, caveat = _limits(layer, scheme, values)
    style = class_style(palette)
    colours = {i + 1: (name, rgb(colour)) for i, (name, colour) in enumerate(zip(style.names, style.colours))}
    metadata = {**layer.source.metadata, "QUANTITY": "class", "CLASS_CUTS": str(cuts), "CLASS_LIMITS": how}
    if caveat:
        metadata["CAVEAT"] = caveat
    cells = np.zeros(CLASSES, np.int64)
    band = Band("Susceptibility class", "", {"QUANTITY": "class"})
    with RasterSink(target, grid, [band], byte=True, metadata=metadata, classes=colours) as sink:
        for strip in grid.strips_of(STRIP_CELLS):
            codes = classify(layer.read(strip.start, strip.rows), cuts)
            cells += class_counts(codes)
            sink.write(0, strip.start, codes)
            progress.step(strip.stop / grid.rows)
        if not cells.any():
            raise InputError(f"{layer.name} holds no value")
    found = None if values is None else class_counts(classify(values, cuts)).tolist()
    table = class_table(cells.tolist(), found)
    resolved = resolved_to(layer.source.metadata)
    if cuts[0] < resolved:
        notes += (
            f"{layer.name} does not tell values under {resolved:g} apart (metadata {RESOLVED}); limits below it part "
            "what is the same, so take limits from there up",
        )
    area = cell_area_km2(grid)
    return Classed(cuts, how, caveat, table, cell_area_km2=area, notes=notes, resolved=resolved)


def _at(layer: MapLayer, rows: Cells, cols: Cells) -> Surface:
    return layer.source.values_at(rows, cols, [layer.band])[:, 0]


def _landslides(
    layer: MapLayer, features: FeatureSet, label_field: Optional[str]
) -> tuple[FeatureCells, tuple[str, ...]]:
    places, _ = places_of(features, layer.source.grid, label_field)
    places, lost = with_value(places, [lambda rows, cols: _at(layer, rows, cols)], "landslide")
    if not len(places):
        raise InputError(f"{features.name} has no landslide on a cell with a value of {layer.name}")
    return places, (*places.notes, *lost)


def _limits(
    layer: MapLayer, scheme: Scheme, landslides: Optional[Surface]
) -> tuple[tuple[float, ...], str, str]:
    """Four limits, where they come from, and what may not be done with them."""
    if scheme.way == "fixed":
        return check_cuts(scheme.limits), "fixed limits", ""
    if scheme.way == "landslide_share":
        if landslides is not None:
            return landslide_share_cuts(landslides), "shares of the landslides of an inventory", OF_LANDSLIDES
        if layer.cuts is None:
            raise InputError(
                f"{layer.name} does not name the cut points of its model (metadata CLASS_CUTS); give an inventory, or "
                "choose another scheme"
            )
        return check_cuts(layer.cuts), "the cut points of the raster's model", ""
    if scheme.way == "natural_breaks":
        return _natural(layer), f"natural breaks of {BINS} bins", OWN_LIMITS
    shares = scheme.limits or [i / CLASSES for i in range(1, CLASSES)]
    quantiles = [exact_quantile(lambda: _strips(layer), share) for share in shares]
    # the quantile itself belongs to the class below it
    cuts = [float(np.nextafter(np.float32(value), np.float32(2.0))) for value in quantiles]
    return check_cuts(cuts), "equal areas" if scheme.way == "equal_area" else "quantiles", OWN_LIMITS


def _strips(layer: MapLayer) -> Iterator[Surface]:
    for strip in layer.source.grid.strips_of(STRIP_CELLS):
        yield layer.read(strip.start, strip.rows)


def _natural(layer: MapLayer) -> tuple[float, ...]:
    counts, low, high = np.zeros(BINS, np.int64), np.inf, -np.inf
    for values in _strips(layer):
        known = values[np.isfinite(values)]
        if known.size:
            low, high = min(low, float(known.min())), max(high, float(known.max()))
    if not high > low:
        raise InputError(f"{layer.name} holds no two values that differ; natural breaks need five")
    edges = np.linspace(low, high, BINS + 1)
    for values in _strips(layer):
        known = values[np.isfinite(values)]
        place = np.digitize(known, edges[1:-1])
        counts += np.bincount(place, minlength=BINS)
    starts = natural_breaks((edges[1:] + edges[:-1]) / 2, counts, CLASSES)
    return check_cuts([float(edges[start]) for start in starts])
