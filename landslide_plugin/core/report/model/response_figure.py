"""Response curves as one figure, a chart a factor, so that they are filed and saved like every other figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any

import numpy as np
import numpy.typing as npt

from ...evaluation.model_names import NAMES, is_relative
from ..common.canvas import COLOURS, INK, LANDSLIDE, MUTED, RULE, STABLE, abreast, drawing, plain
from ..common.response_chart import QUARTERS, SVG, colour_of, ticks
from ..common.words import readable

Row = Mapping[str, Any]
WIDE_IN, HIGH_IN, LEGEND_IN = 7.2, 1.85, 0.5
COLUMNS, LETTERS = 3, 14
LINE_IN = 0.14
"""Height of a line of the legend."""
RUG = 0.05
"""Share of the height of a chart that its ticks of samples take."""


def draw(rows: Sequence[Row]) -> bytes:
    """Small multiples, with one legend below.

    Parameters
    ----------
    rows : sequence of mapping
        As ``explain.response_curves`` gives them, one or more.
    """
    columns = min(COLUMNS, len(rows))
    lines = -(-len(rows) // columns)
    wide, entries = WIDE_IN * columns / COLUMNS, _entries(rows)
    columns_of_key = abreast(wide, [str(entry.get_label()) for entry in entries])
    legend_in = LEGEND_IN + LINE_IN * (-(-len(entries) // columns_of_key) - 3)
    with drawing(wide, legend_in + HIGH_IN * lines) as (canvas, buffer):
        grid = canvas.subplots(lines, columns, squeeze=False)
        for axes in grid.ravel()[len(rows) :]:
            axes.set_visible(False)
        for axes, row in zip(grid.ravel(), rows):
            _chart(axes, row)
        canvas.supylabel(said_of(rows), fontsize=8)
        canvas.legend(
            handles=entries,
            loc="outside lower center",
            ncols=columns_of_key,
            fontsize=7,
            labelcolor=INK,
            frameon=False,
        )
    return buffer.getvalue()


def said_of(rows: Sequence[Row]) -> str:
    """What the curves are of.

    >>> said_of([{"models": [{"family": "logistic"}]}])
    'Mean probability'
    """
    return (
        "Mean relative intensity" if is_relative(str(rows[0]["models"][0]["family"])) else "Mean probability"
    )


def places_of(row: Row, values: Sequence[float]) -> npt.NDArray[np.float64]:
    """Where values of a factor lie along its axis: each step of the curve is as wide as the next.

    >>> places_of({"names": [], "values": [1.0, 10.0, 100.0]}, [1.0, 10.0, 55.0]).tolist()
    [0.0, 1.0, 1.5]
    """
    steps = np.unique(np.asarray(row["values"], np.float64))
    return np.asarray(np.interp(values, steps, np.arange(len(steps))), np.float64)


def _chart(axes: Any, row: Row) -> None:
    axes.set_title(plain(readable(str(row["factor"]), str(row["unit"] or ""))), fontsize=8)
    whole, *families = row["models"]
    most = max(max(model["highest"]) for model in row["models"]) * 1.08 or 1.0
    axes.set_ylim(0.0, most)
    axes.tick_params(labelsize=7)
    axes.spines[["top", "right"]].set_visible(False)
    if row["names"]:
        _of_classes(axes, row)
        return
    last = len(np.unique(row["values"])) - 1
    x = places_of(row, row["values"])
    for low, high in _outside(row, last):
        axes.axvspan(low, high, color=RULE, lw=0, zorder=0)
    if whole["members"] > 1:
        axes.fill_between(x, whole["lowest"], whole["highest"], color=SVG["members"], alpha=0.5, lw=0)
    for one in families:
        axes.plot(x, one["median"], color=colour_of(one["family"]), lw=0.7)
    axes.plot(x, whole["median"], color=SVG["probability"], lw=1.6)
    for kind, colour, low in (("landslides", LANDSLIDE, 1.0 - RUG), ("stable", STABLE, 0.0)):
        at = places_of(row, row[kind])
        axes.vlines(at, low * most, (low + RUG) * most, color=colour, lw=0.4, alpha=0.5)
    shown = QUARTERS if row["kind"] == "circular" else ticks(np.unique(np.asarray(row["values"], np.float64)))
    axes.set_xticks(places_of(row, shown), [f"{value:.6g}" for value in shown])
    axes.set_xlim(0, max(last, 1))


def _outside(row: Row, last: int) -> list[tuple[float, float]]:
    """Both parts of the axis that training never saw, as far as there are any."""
    if row["low"] is None:
        return []
    low, high = places_of(row, [row["low"], row["high"]])
    return [(begin, end) for begin, end in ((0.0, low), (high, float(last))) if end > begin]


def _of_classes(axes: Any, row: Row) -> None:
    """A point a class and model, with the range of the members as a bar."""
    whole, *families = row["models"]
    x = np.arange(len(row["values"]))
    if whole["members"] > 1:
        axes.vlines(x, whole["lowest"], whole["highest"], color=SVG["members"], lw=5, alpha=0.5)
    for one in families:
        axes.plot(x, one["median"], "o", color=colour_of(one["family"]), ms=2.5)
    axes.plot(x, whole["median"], "o", color=SVG["probability"], ms=4.5)
    names = [plain(shorten(str(name), LETTERS, placeholder="\u2026")) for name in row["names"]]
    axes.set_xticks(x, names, rotation=30, ha="right", fontsize=6.5)
    axes.set_xlim(-0.5, len(x) - 0.5)


def _entries(rows: Sequence[Row]) -> list[Any]:
    """Handles of the legend."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    whole, *families = rows[0]["models"]

    def named(family: str) -> str:
        return plain(NAMES.get(family, family))

    entries: list[Any] = [Line2D([], [], color=SVG["probability"], lw=1.6, label=named(whole["family"]))]
    if whole["members"] > 1:
        entries.append(Patch(color=SVG["members"], alpha=0.5, label="its members"))
    entries += [
        Line2D([], [], color=colour_of(one["family"]), lw=0.9, label=named(one["family"])) for one in families
    ]
    for colour, label in ((LANDSLIDE, "landslide samples"), (STABLE, "stable samples")):
        entries.append(
            Line2D([], [], color=colour, lw=0, marker="|", markersize=6, markeredgewidth=1.2, label=label)
        )
    if any(row["low"] is not None for row in rows):
        entries.append(
            Patch(facecolor=COLOURS["rule"], edgecolor=MUTED, lw=0.3, label="outside the training")
        )
    return entries
