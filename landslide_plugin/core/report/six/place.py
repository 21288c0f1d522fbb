"""Putting panels into their rooms, so that nothing leaves its room or lies on anything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import fill
from typing import Any

from ..common.content import MapFrame
from .layout import (
    DEGREES_BELOW_MM,
    DEGREES_LEFT_MM,
    EDGE_MM,
    TITLE_MM,
    WIDTH_MM,
    Cell,
    map_size,
)

MM = 25.4
PASSES = 3
BAR_MM, CORNER_MM = 2.0, 1.0
TICK_PT = 5.6
"""Letters of ticks, at most."""
MOST_DEGREES, MOST_COLUMNS = 3, 3
LONGEST_NAME, FOLDED_AT = 200, (44, 36, 28, 20)
"""Letters of a line of a legend; where the longest name is wider than its room, names are folded at fewer."""


@dataclass(frozen=True)
class FigureRoom:
    """A cell of a figure, and the height of the figure in mm."""

    cell: Cell
    height_mm: float

    def rectangle(self, left: float, top: float, width: float, height: float) -> list[float]:
        """Left, bottom, width and height as shares of the figure, of a box in mm from its upper left corner."""
        bottom = self.height_mm - top - height
        return [left / WIDTH_MM, bottom / self.height_mm, width / WIDTH_MM, height / self.height_mm]


def title(canvas: Any, room: FigureRoom, text: str) -> None:
    """The title, at the upper left corner of the room."""
    x, y, _, _ = room.rectangle(room.cell.left + EDGE_MM, room.cell.top + EDGE_MM, 0.0, 0.0)
    canvas.text(x, y, text, ha="left", va="top", fontsize=7.5, fontweight="bold")


def map_axes(canvas: Any, room: FigureRoom, frame: MapFrame) -> Any:
    """Axes in the shape of the area, below the title and right of the degrees; in the middle of a wider room."""
    cell = room.cell
    width, height = map_size(cell, (frame.north - frame.south) / (frame.east - frame.west))
    spare = cell.width - DEGREES_LEFT_MM - EDGE_MM - width
    left = cell.left + DEGREES_LEFT_MM + spare / 2
    return canvas.add_axes(room.rectangle(left, cell.top + TITLE_MM, width, height))


def key_place(room: FigureRoom, axes: Any) -> tuple[float, float]:
    """Middle of the room below a map, where its colour bar or legend hangs, as shares of the figure."""
    box = axes.get_position()
    below = box.y0 - DEGREES_BELOW_MM / room.height_mm
    return (room.cell.left + room.cell.width / 2) / WIDTH_MM, below


def map_legend(canvas: Any, room: FigureRoom, axes: Any, handles: Sequence[Any]) -> None:
    """A legend below a map, in as many columns as its room is wide."""
    x, y = key_place(room, axes)
    renderer = canvas.canvas.get_renderer()
    for columns in (len(handles), 4, 3, 2):
        legend = axes.legend(
            handles=handles,
            loc="upper center",
            bbox_to_anchor=(x, y),
            bbox_transform=canvas.transFigure,
            ncols=columns,
            fontsize=5.4,
            handlelength=1.2,
            columnspacing=0.9,
            labelspacing=0.3,
            borderpad=0.1,
            borderaxespad=0.1,
        )
        if legend.get_window_extent(renderer).width <= room.cell.width / MM * canvas.dpi:
            return


def bar_axes(canvas: Any, room: FigureRoom, axes: Any) -> Any:
    """Axes for the colour bar of a map."""
    box = axes.get_position()
    width = max(0.8 * box.width, 0.62 * room.cell.width / WIDTH_MM)
    x, y = key_place(room, axes)
    height = BAR_MM / room.height_mm
    return canvas.add_axes([x - width / 2, y - height - 0.4 / room.height_mm, width, height])


def chart_axes(canvas: Any, room: FigureRoom) -> Any:
    """Axes of a chart, as large as their room; ``fit`` makes them smaller by what stands round them."""
    cell = room.cell
    return canvas.add_axes(
        room.rectangle(
            cell.left + 11.0,
            cell.top + TITLE_MM,
            cell.width - 11.0 - EDGE_MM,
            cell.height - TITLE_MM - 9.0,
        )
    )


def key_below(canvas: Any, room: FigureRoom, axes: Any) -> FigureRoom:
    """Hang the legend of a chart at the foot of its room, and give the room that is left."""
    handles, labels = axes.get_legend_handles_labels()
    if axes.get_legend() is None or not handles:
        return room
    cell, title = room.cell, axes.get_legend().get_title().get_text()
    x, y, _, _ = room.rectangle(cell.left + cell.width / 2, cell.bottom - EDGE_MM / 2, 0.0, 0.0)
    abreast = [(columns, LONGEST_NAME) for columns in range(min(len(handles), MOST_COLUMNS), 0, -1)]
    for columns, letters in (*abreast, *((1, letters) for letters in FOLDED_AT)):
        legend = axes.legend(
            handles,
            [fill(label, letters, break_long_words=False) for label in labels],
            loc="lower center",
            bbox_to_anchor=(x, y),
            bbox_transform=canvas.transFigure,
            ncols=columns,
            title=title or None,
            title_fontsize=5.4,
            fontsize=5.4,
            handlelength=2.4,
            columnspacing=1.0,
            labelspacing=0.25,
            borderpad=0.1,
            borderaxespad=0.1,
        )
        box = legend.get_window_extent(canvas.canvas.get_renderer())
        if box.width <= (cell.width - EDGE_MM) / MM * canvas.dpi:
            break
    legend.set_in_layout(False)
    taken = box.height / canvas.dpi * MM + EDGE_MM
    return replace(room, cell=replace(cell, height=cell.height - taken))


def fit(canvas: Any, room: FigureRoom, axes: Any) -> None:
    """Move the edges of a chart until its labels and legend end where its room does."""
    cell = room.cell
    wanted = room.rectangle(
        cell.left + EDGE_MM, cell.top + TITLE_MM, cell.width - 2 * EDGE_MM, cell.height - TITLE_MM - EDGE_MM
    )
    for _ in range(PASSES):
        renderer = canvas.canvas.get_renderer()
        _fold_label(axes, renderer)
        box = axes.get_tightbbox(renderer).transformed(canvas.transFigure.inverted())
        place = axes.get_position()
        left = place.x0 + wanted[0] - box.x0
        bottom = place.y0 + wanted[1] - box.y0
        right = place.x1 + wanted[0] + wanted[2] - box.x1
        top = place.y1 + wanted[1] + wanted[3] - box.y1
        axes.set_position([left, bottom, max(right - left, 0.02), max(top - bottom, 0.02)])


def _fold_label(axes: Any, renderer: Any) -> None:
    """Break the label of the upright axis where it is longer than the axis."""
    label, room = axes.yaxis.label, axes.get_window_extent(renderer).height
    while label.get_window_extent(renderer).height > room and " " in label.get_text():
        text = label.get_text().replace("\n", " ")
        lines = label.get_text().count("\n") + 2
        folded = fill(text, max(len(text) // lines + 2, 6), break_long_words=False)
        if folded == label.get_text():
            return
        label.set_text(folded)


def thin_ticks(canvas: Any, axes: Any) -> None:
    """Fewer degrees along an edge until those left do not touch; none that reaches past the map's corners."""
    renderer = canvas.canvas.get_renderer()
    edges = axes.get_window_extent(renderer).get_points()
    for axis, side in ((axes.xaxis, 0), (axes.yaxis, 1)):
        spare = CORNER_MM / MM * canvas.dpi
        low, high = edges[0, side] - spare, edges[1, side] + spare
        every = list(zip(axis.get_majorticklocs(), [t.get_text() for t in axis.get_majorticklabels()]))
        within = [
            tick for tick, ends in zip(every, _ends(axis, side, renderer)) if low < ends[0] < ends[1] < high
        ]
        places = within or every[:1]
        for step in range(-(-len(places) // MOST_DEGREES) or 1, len(places) + 1):
            kept = places[::step]
            axis.set_ticks([at for at, _ in kept], labels=[text for _, text in kept])
            ends = sorted(_ends(axis, side, renderer))
            if all(first[1] < second[0] for first, second in zip(ends, ends[1:])):
                break


def _ends(axis: Any, side: int, renderer: Any) -> list[tuple[float, float]]:
    boxes = [label.get_window_extent(renderer).get_points() for label in axis.get_majorticklabels()]
    return [(float(box[0, side]) - 2.0, float(box[1, side]) + 2.0) for box in boxes]


def texts_of(canvas: Any) -> list[tuple[str, Any]]:
    """Every text that is drawn on a figure and the box that it fills, in pixels."""
    canvas.canvas.draw()
    texts = list(canvas.texts)
    for axes in _all_axes(canvas):
        texts += [axes.title, axes.xaxis.label, axes.yaxis.label, *axes.texts]
        texts += [label for axis in (axes.xaxis, axes.yaxis) for label in _drawn_labels(axis)]
        legend = axes.get_legend()
        texts += [] if legend is None else [*legend.get_texts(), legend.get_title()]
    renderer = canvas.canvas.get_renderer()
    drawn = [text for text in texts if text.get_visible() and text.get_text().strip()]
    return [(text.get_text(), text.get_window_extent(renderer)) for text in drawn]


def _all_axes(canvas: Any) -> list[Any]:
    """Axes of a figure and those that stand in others, such as colour bars."""
    return [one for axes in canvas.axes for one in (axes, *axes.child_axes)]


def _drawn_labels(axis: Any) -> list[Any]:
    """Labels of the ticks within the view; others are not drawn."""
    low, high = sorted(axis.get_view_interval())
    reach = 1e-9 * max(abs(low), abs(high), 1.0)
    ticks = zip(axis.get_majorticklocs(), axis.get_majorticklabels())
    return [label for at, label in ticks if low - reach <= at <= high + reach]
