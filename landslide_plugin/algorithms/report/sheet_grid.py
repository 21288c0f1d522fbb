"""The grid over the map of a sheet: meridians and parallels, or coordinates in the units of the map."""

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QColor

from ...core.workflows.reporting.graticule import ticks

DEGREES = "EPSG:4326"
LINES = 4
"""About so many across the shorter side."""
STEPS = (1.0, 2.0, 5.0, 10.0)
Side = QgsLayoutItemMapGrid.BorderSide
Show = QgsLayoutItemMapGrid.DisplayMode


def draw_grid(
    chart: QgsLayoutItemMap, kind: str, crs: QgsCoordinateReferenceSystem, text: QgsTextFormat
) -> None:
    """Add the grid of that kind to a map; none where its CRS has no way to degrees."""
    if kind == "degrees":
        _degrees(chart, crs, text)
    elif kind == "map_units":
        extent = chart.extent()
        step = round_step(min(extent.width(), extent.height()) / LINES)
        form = QgsLayoutItemMapGrid.AnnotationFormat.Decimal
        _add(chart, crs, (step, step), form, digits=max(0, -math.floor(math.log10(step))), text=text)


def round_step(wanted: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is no larger.

    >>> round_step(730.0), round_step(0.03)
    (500.0, 0.02)
    """
    power = 10.0 ** math.floor(math.log10(wanted))
    return float(max(step * power for step in STEPS if step * power <= wanted * (1.0 + 1e-9)))


def _degrees(chart: QgsLayoutItemMap, crs: QgsCoordinateReferenceSystem, text: QgsTextFormat) -> None:
    degrees = QgsCoordinateReferenceSystem(DEGREES)
    try:
        way = QgsCoordinateTransform(crs, degrees, chart.layout().project())
        seen = way.transformBoundingBox(chart.extent())
    except QgsCsException:
        return
    if not crs.isValid() or not seen.isFinite() or seen.isEmpty():
        return
    found = ticks(seen.xMinimum(), seen.xMaximum()), ticks(seen.yMinimum(), seen.yMaximum())
    if min(len(values) for values in found) < 2:
        return
    steps = (found[0][1] - found[0][0], found[1][1] - found[1][0])
    digits = max(len(f"{step:.6f}".rstrip("0").split(".")[1]) for step in steps)
    _add(
        chart,
        degrees,
        steps,
        QgsLayoutItemMapGrid.AnnotationFormat.DecimalWithSuffix,
        digits=digits,
        text=text,
    )


def _add(
    chart: QgsLayoutItemMap,
    crs: QgsCoordinateReferenceSystem,
    steps: tuple[float, float],
    form: QgsLayoutItemMapGrid.AnnotationFormat,
    *,
    digits: int,
    text: QgsTextFormat,
) -> None:
    """Lines every so many units, named on the left and below."""
    grid = QgsLayoutItemMapGrid("Grid", chart)
    grid.setCrs(crs)
    grid.setIntervalX(steps[0])
    grid.setIntervalY(steps[1])
    line = grid.lineSymbol().clone()
    line.setColor(QColor(0, 0, 0, 90))
    line.setWidth(0.12)
    grid.setLineSymbol(line)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(form)
    grid.setAnnotationPrecision(digits)
    if hasattr(grid, "setAnnotationTextFormat"):
        grid.setAnnotationTextFormat(text)
    else:
        font = text.font()
        font.setPointSizeF(text.size())
        grid.setAnnotationFont(font)
    grid.setAnnotationDisplay(Show.LatitudeOnly, Side.Left)
    grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, Side.Left)
    grid.setAnnotationDisplay(Show.LongitudeOnly, Side.Bottom)
    for side in (Side.Right, Side.Top):
        grid.setAnnotationDisplay(Show.HideAll, side)
    chart.grids().addGrid(grid)
