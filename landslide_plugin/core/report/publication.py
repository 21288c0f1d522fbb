"""Six panels for a paper, and the caption that defines every symbol in them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Optional

import numpy as np

from ..words.speaking import say
from .common.canvas import STYLE, say_texts
from .common.content import ReportContent
from .six.layout import WIDTH_MM, plan
from .six.panels import panels
from .six.place import TICK_PT, FigureRoom, chart_axes, fit, key_below, map_axes, thin_ticks, title

DPI = 300
CORNER = 0.06
"""Share of a side at its ends where no degree is written, so that two do not meet in a corner."""
FORMATS = ("png", "svg", "pdf")
SMALL = {
    "font.size": 6.5,
    "axes.titlesize": 7.5,
    "axes.labelsize": 6.5,
    "xtick.labelsize": 6.0,
    "ytick.labelsize": 6.0,
    "legend.fontsize": 5.6,
    "svg.fonttype": "path",
    "svg.hashsalt": "landslide",
    "pdf.fonttype": 42,
}


def compose(content: ReportContent, graticule: Sequence[Any]) -> Any:
    """The figure itself; under ``rc_context`` of ``STYLE`` and ``SMALL``."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    frame = content.frame
    laid = plan((frame.north - frame.south) / (frame.east - frame.west))
    canvas = Figure(figsize=(WIDTH_MM / 25.4, laid.height_mm / 25.4), dpi=DPI)
    FigureCanvasAgg(canvas)
    for number, (cell, panel) in enumerate(zip(laid.cells, panels(content))):
        room = FigureRoom(cell, laid.height_mm)
        title(canvas, room, f"({chr(ord('a') + number)}) {panel.title}")
        axes = map_axes(canvas, room, frame) if panel.is_map else chart_axes(canvas, room)
        panel.draw(canvas, axes, room, content)
        axes.set_title("")
        _one_size(axes)
        if panel.is_map:
            draw_graticule(axes, content, graticule)
            _one_size(axes)
            thin_ticks(canvas, axes)
        else:
            fit(canvas, key_below(canvas, room, axes), axes)
    say_texts(canvas)
    return canvas


def draw(content: ReportContent, graticule: Sequence[Any]) -> dict[str, bytes]:
    """The figure in every format, with its caption in the metadata."""
    from matplotlib import rc_context

    caption, files = caption_of(content), {}
    with rc_context({**STYLE, **SMALL}):
        canvas = compose(content, graticule)
        for kind in FORMATS:
            buffer = BytesIO()
            canvas.savefig(buffer, format=kind, dpi=DPI, metadata=_metadata(kind, content.title, caption))
            files[kind] = buffer.getvalue()
    return files


def _one_size(axes: Any) -> None:
    """Labels, ticks, lines and legends of one size, whatever drew them; ticks that are smaller stay so."""
    for label in (axes.xaxis.label, axes.yaxis.label):
        label.set_fontsize(6.5)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontsize(min(label.get_fontsize(), TICK_PT))
    axes.tick_params(length=2, width=0.5, pad=2)
    for line in axes.get_lines():
        line.set_linewidth(min(line.get_linewidth(), 1.1))
        line.set_markersize(min(line.get_markersize(), 3.0))
    legend = axes.get_legend()
    if legend is not None:
        for text in legend.get_texts():
            text.set_fontsize(5.4)
        for handle in legend.legend_handles:
            if hasattr(handle, "set_sizes"):
                handle.set_sizes([12.0])
    for inside in axes.child_axes:
        _one_size(inside)


def _metadata(kind: str, title: str, caption: str) -> dict[str, Optional[str]]:
    if kind == "png":
        return {"Title": title, "Description": caption, "Software": None}
    if kind == "svg":
        return {"Title": title, "Description": caption, "Date": None}
    return {"Title": title, "Subject": caption, "CreationDate": None, "ModDate": None}


def caption_of(content: ReportContent) -> str:
    """One paragraph that defines every symbol."""
    sentences = [
        f"({chr(ord('a') + number)}) {panel.caption}" for number, panel in enumerate(panels(content))
    ]
    frame = content.frame
    return say(
        f"{content.title}. {' '.join(sentences)} Maps: cells of {round(frame.cell_size_m, 2):g} m, {frame.crs_name}; "
        "north is up along the grid, lines are meridians and parallels."
    )


def draw_graticule(axes: Any, content: ReportContent, lines: Sequence[Any]) -> None:
    """Meridians and parallels in place of the grid of coordinates; that stays where there are none."""
    if not lines:
        return
    frame = content.frame
    axes.grid(False)
    ticks: dict[str, list[tuple[float, str]]] = {"meridian": [], "parallel": []}
    for line in lines:
        xy = np.asarray(line["xy"], float)
        axes.plot(*xy.T, color="black", alpha=0.35, lw=0.4, scalex=False, scaley=False)
        along, across, edge = (1, 0, frame.south) if line["kind"] == "meridian" else (0, 1, frame.west)
        order = np.argsort(xy[:, along])
        place = float(np.interp(edge, xy[order, along], xy[order, across]))
        ticks[line["kind"]].append((place, str(line["label"])))
    for kind, set_ticks, low, high in (
        ("meridian", axes.set_xticks, frame.west, frame.east),
        ("parallel", axes.set_yticks, frame.south, frame.north),
    ):
        edge = CORNER * (high - low)
        named = [tick for tick in ticks[kind] if low + edge <= tick[0] <= high - edge]
        set_ticks([at for at, _ in named], [text for _, text in named])
    axes.set_xlim(frame.west, frame.east)
    axes.set_ylim(frame.south, frame.north)
