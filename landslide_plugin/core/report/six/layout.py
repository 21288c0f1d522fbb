"""Where six panels stand on a figure 180 mm wide, by the shape of the area that two of them map.

An area about as high as wide stands in two rows of three; a wide one takes two columns, or the whole width; a tall one
stands beside two charts. So no map leaves a hole beside it, and every title of a row stands on one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH_MM = 180.0
GAP_MM = 4.0
EDGE_MM = 1.5
TITLE_MM = 6.0
DEGREES_LEFT_MM, DEGREES_BELOW_MM = 5.5, 5.0
KEY_MM = 10.5
"""Room below a map for its colour bar or legend."""
CHART_MM, CURVES_MM = 50.0, 62.0
WIDE, VERY_WIDE, TALL = 0.5, 0.22, 1.3
HIGHEST_MAP_MM = 112.0
NARROWEST_MM = 46.0
"""Of a cell with a map: its legend of three columns."""


@dataclass(frozen=True)
class Cell:
    """Room of one panel in millimetres from the upper left corner of the figure."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.height


@dataclass(frozen=True)
class FigurePlan:
    """Height of the figure and the room of each panel, the two maps first."""

    height_mm: float
    cells: Sequence[Cell]


def plan(ratio: float) -> FigurePlan:
    """Rooms for an area that is ``ratio`` times as high as wide.

    >>> [len(plan(ratio).cells) for ratio in (0.1, 0.4, 1.0, 4.0)]
    [6, 6, 6, 6]
    >>> plan(1.0).cells[0].height == plan(1.0).cells[1].height
    True
    """
    if ratio < VERY_WIDE:
        return _stacked(ratio)
    if ratio < WIDE:
        return _pairs(ratio)
    return _tall(ratio) if ratio > TALL else _rows(ratio)


def map_size(cell: Cell, ratio: float) -> tuple[float, float]:
    """Width and height of the map itself in its cell, in mm: as large as the cell allows in the area's shape."""
    width = cell.width - DEGREES_LEFT_MM - EDGE_MM
    height = cell.height - TITLE_MM - DEGREES_BELOW_MM - KEY_MM
    return min(width, height / ratio), min(height, width * ratio)


def _map_height(width: float, ratio: float) -> float:
    """Height of a cell whose map fills its width."""
    return (width - DEGREES_LEFT_MM - EDGE_MM) * ratio + TITLE_MM + DEGREES_BELOW_MM + KEY_MM


def _row(top: float, height: float, count: int) -> list[Cell]:
    width = (WIDTH_MM - (count - 1) * GAP_MM) / count
    return [Cell(number * (width + GAP_MM), top, width, height) for number in range(count)]


def _rows(ratio: float) -> FigurePlan:
    """Two rows of three."""
    height = max(_map_height((WIDTH_MM - 2 * GAP_MM) / 3, ratio), CURVES_MM)
    return FigurePlan(
        height + GAP_MM + CHART_MM, [*_row(0.0, height, 3), *_row(height + GAP_MM, CHART_MM, 3)]
    )


def _pairs(ratio: float) -> FigurePlan:
    """Three rows of two."""
    height = _map_height((WIDTH_MM - GAP_MM) / 2, ratio)
    second = height + GAP_MM
    third = second + CURVES_MM + GAP_MM
    cells = [*_row(0.0, height, 2), *_row(second, CURVES_MM, 2), *_row(third, CHART_MM, 2)]
    return FigurePlan(third + CHART_MM, cells)


def _stacked(ratio: float) -> FigurePlan:
    """Each map over the whole width, then two rows of two."""
    height = _map_height(WIDTH_MM, ratio)
    second = height + GAP_MM
    third = second + height + GAP_MM
    fourth = third + CURVES_MM + GAP_MM
    maps = [Cell(0.0, 0.0, WIDTH_MM, height), Cell(0.0, second, WIDTH_MM, height)]
    return FigurePlan(fourth + CHART_MM, [*maps, *_row(third, CURVES_MM, 2), *_row(fourth, CHART_MM, 2)])


def _tall(ratio: float) -> FigurePlan:
    """Both maps beside a column of two charts, then a row of two."""
    width = max(min(56.0, HIGHEST_MAP_MM / ratio + DEGREES_LEFT_MM + EDGE_MM), NARROWEST_MM)
    height = min(_map_height(width, ratio), HIGHEST_MAP_MM + TITLE_MM + DEGREES_BELOW_MM + KEY_MM)
    left = 2 * (width + GAP_MM)
    upper = (height - GAP_MM) * 0.55
    charts = [
        Cell(left, 0.0, WIDTH_MM - left, upper),
        Cell(left, upper + GAP_MM, WIDTH_MM - left, height - upper - GAP_MM),
    ]
    maps = [Cell(0.0, 0.0, width, height), Cell(width + GAP_MM, 0.0, width, height)]
    return FigurePlan(height + GAP_MM + CHART_MM, [*maps, *charts, *_row(height + GAP_MM, CHART_MM, 2)])
