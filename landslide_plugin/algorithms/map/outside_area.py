"""The part of a map that is unlike the training data, as hatched polygons to lay over it."""

from typing import Any

import numpy as np
from qgis.core import (
    QgsFillSymbol,
    QgsProcessing,
    QgsProcessingParameterVectorDestination,
    QgsSingleSymbolRenderer,
)

from ...core.errors import InputError
from ...core.io.raster import RasterSource
from ...core.io.raster.outlines import outlines
from ...core.styles import style_table
from ...core.types.features import FeatureSet
from ..base.given import Given
from ..styles import vectors as vector_results
from ..styles.tree import TreePlace

KEY, LABEL = "OUTSIDE", "Outside the area of applicability"
RASTER = "APPLICABILITY"
FILES = {KEY: "outside_area_of_applicability.gpkg"}
INSIDE_BAND = 1
ROWS = 512


def declare(algorithm: Any) -> None:
    """Add the optional polygon output to an algorithm."""
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    algorithm.add(
        QgsProcessingParameterVectorDestination(KEY, LABEL, polygons, optional=True, createByDefault=False),
        "Polygons around the cells that are unlike the training data, hatched; a GeoPackage. Needs the output Area of "
        "applicability.",
        advanced=True,
    )


def target(given: Given, rasters: dict[str, str]) -> str:
    """Where the polygons go; empty if they are not asked for."""
    path = given.output(KEY)
    if not path:
        return ""
    if RASTER not in rasters:
        raise InputError(f"{KEY} needs {RASTER}; ask for that raster as well")
    return vector_results.target_path(path, KEY)


def write(path: str, raster: str, given: Given, group: str) -> str:
    """Outline the cells outside, style the polygons and show them on top of a group; return what they are called."""
    with RasterSource(raster) as source:
        grid = source.grid
        outside, mapped = np.zeros(grid.shape, bool), 0
        for row in range(0, grid.rows, ROWS):
            rows = min(ROWS, grid.rows - row)
            inside = source.read(INSIDE_BAND, row, rows)
            outside[row : row + rows] = inside == 0
            mapped += int(np.isfinite(inside).sum())
    shapes = outlines(outside, grid)
    numbers = {"number": tuple(range(1, len(shapes) + 1))}
    made = vector_results.write(
        given.context, path, FeatureSet(shapes, grid.crs_wkt, numbers, LABEL), "polygon"
    )
    vector_results.save_style(QgsSingleSymbolRenderer(hatched()), made)
    vector_results.show(given.context, made, LABEL, TreePlace(group, rank=-1))
    share = 100.0 * outside.sum() / max(mapped, 1)
    given.progress.info(f"{LABEL}: {share:.1f} % of the mapped cells, {len(shapes)} polygons")
    return made


def hatched() -> QgsFillSymbol:
    """Slanted lines with a thin outline: seen on any map, hiding none."""
    look = style_table()["hatch"]
    return QgsFillSymbol.createSimple(
        {
            "style": look["pattern"],
            "color": look["colour"],
            "outline_color": look["colour"],
            "outline_width": str(look["width_mm"]),
        }
    )
