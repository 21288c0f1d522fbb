"""Several maps of one area beside each other, each with its own colour bar or legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...words.speaking import say
from . import doubt
from .canvas import COLOURS, INK, drawing, plain
from .content import ReportContent
from .maps import draw_inventory, draw_map, map_height, ramp_image, relief_image
from .palettes import colour_map, norm_of, steps_of
from .words import folded

LETTERS_AN_INCH = 10.0
"""Of a title, in the width of a panel with its degrees."""
QUALITATIVE: Sequence[str] = COLOURS["classes"]
MOST_CLASSES = len(QUALITATIVE)
BAR: Mapping[str, Any] = {"orientation": "horizontal", "shrink": 0.9, "aspect": 28, "pad": 0.02}


@dataclass(frozen=True)
class Panel:
    """One map.

    Attributes
    ----------
    title : str
    values : array (rows, cols) or None
        NaN is no data; None draws the relief alone.
    label : str
        What the colours mean, with its unit.
    ramp : str
        Name of a quantity in the table of styles, or of a ramp of matplotlib.
    ends : tuple of float or None
        Values at both ends of the ramp; the 2nd and 98th percentile if not given.
    classes : mapping of int to str or None
        Names of codes; the values are codes then.
    marks : bool
        Draw the inventory.
    doubted : bool
        Mark the tenth with the largest values.
    """

    title: str
    values: Optional[npt.NDArray[Any]]
    label: str = ""
    ramp: str = "cividis"
    ends: Optional[tuple[float, float]] = None
    classes: Optional[Mapping[int, str]] = None
    marks: bool = False
    doubted: bool = False


def draw_panels(content: ReportContent, panels: Sequence[Panel], columns: int = 3) -> bytes:
    """All panels in rows of ``columns``; scale bar and north arrow on the first."""
    columns = min(columns, len(panels))
    rows = -(-len(panels) // columns)
    width = min(7.8, 3.4 * columns)
    each = map_height(content.frame, width / columns)
    with drawing(width, rows * (each + 0.85)) as (canvas, buffer):
        grid = canvas.subplots(rows, columns, squeeze=False)
        for axes in grid.ravel()[len(panels) :]:
            axes.set_visible(False)
        for number, (axes, panel) in enumerate(zip(grid.ravel(), panels)):
            letters = int(LETTERS_AN_INCH * width / columns)
            title = "\n".join(folded(line, letters) for line in say(panel.title).split("\n"))
            named = replace(panel, title=title)
            draw_panel(canvas, axes, content, named, furniture=number == 0, labelled=number % columns == 0)
    return buffer.getvalue()


def draw_panel(
    canvas: Any, axes: Any, content: ReportContent, panel: Panel, furniture: bool, labelled: bool = True
) -> None:
    """One panel on given axes."""
    if panel.values is None:
        image = relief_image(content)
    elif panel.classes is not None:
        image = _class_image(panel.values)
    else:
        image = _ramp(panel)
        if panel.doubted:
            image = doubt.marked(image, np.asarray(panel.values, float))
    draw_map(axes, image, content.frame, ticks=2, furniture=furniture)
    axes.set_title(plain(panel.title), fontsize=8.5)
    if not labelled:
        axes.tick_params(labelleft=False)
    handles = draw_inventory(axes, content, most_size=8.0) if panel.marks else []
    if panel.values is not None and panel.classes is None:
        _bar(canvas, axes, panel)
        return
    if panel.classes is not None and panel.values is not None:
        handles = _class_handles(panel.values, panel.classes) + handles
    legend_below(canvas, axes, handles)


def legend_below(canvas: Any, axes: Any, handles: Sequence[Any], fontsize: float = 6.3) -> None:
    """A legend in the room that a colour bar would take, so that all maps of a row line up."""
    from matplotlib.cm import ScalarMappable

    room = canvas.colorbar(ScalarMappable(), ax=axes, **BAR)
    room.ax.tick_params(labelsize=6.5, length=2, labelcolor="none", color="none")
    room.set_label(" ", fontsize=7, labelpad=1)
    room.solids.set_visible(False)
    room.outline.set_visible(False)
    if handles:
        room.ax.legend(
            handles=handles,
            loc="upper center",
            bbox_to_anchor=(0.5, 2.0),
            ncols=2 if len(handles) < 5 else 3,
            fontsize=fontsize,
            handlelength=1.0,
            columnspacing=0.7,
            labelspacing=0.3,
        )


def panel_ends(panel: Panel) -> tuple[float, float]:
    """Values at both ends of a panel's ramp.

    >>> panel_ends(Panel("Agreement", None, ends=(0.0, 1.0)))
    (0.0, 1.0)
    """
    if panel.ends is not None:
        return panel.ends
    values = np.asarray(panel.values, float)
    known = values[np.isfinite(values)]
    if not known.size:
        return 0.0, 1.0
    low, high = (float(v) for v in np.percentile(known, (2, 98)))
    return low, max(high, low + 1e-6)


def _ramp(panel: Panel) -> npt.NDArray[Any]:
    return ramp_image(np.asarray(panel.values, float), panel.ramp, *panel_ends(panel))


def _bar(canvas: Any, axes: Any, panel: Panel) -> None:
    from matplotlib.cm import ScalarMappable

    mappable = ScalarMappable(norm_of(panel.ramp, *panel_ends(panel)), colour_map(panel.ramp))
    steps = steps_of(panel.ramp)
    bar = canvas.colorbar(mappable, ax=axes, **BAR)
    bar.ax.tick_params(labelsize=6.5, length=2)
    if steps is not None:
        bar.set_ticks(steps[1:-1], labels=[f"{step:g}" for step in steps[1:-1]])
    else:
        bar.ax.locator_params(nbins=5)
    bar.set_label(plain(panel.label), fontsize=7, color=INK, labelpad=1)


def _codes(values: npt.NDArray[Any]) -> list[int]:
    known = values[np.isfinite(values)].astype(int)
    codes, counts = np.unique(known, return_counts=True)
    return sorted(int(code) for code in codes[np.argsort(-counts)[: MOST_CLASSES - 1]])


def _class_image(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    from matplotlib.colors import to_rgb

    known = np.isfinite(values)
    image = np.empty((*values.shape, 3))
    image[:] = to_rgb(QUALITATIVE[-1])
    for number, code in enumerate(_codes(values)):
        image[np.nan_to_num(values, nan=-1e9).astype(int) == code] = to_rgb(QUALITATIVE[number])
    return np.dstack([image, known.astype(float)])


def _class_handles(values: npt.NDArray[Any], names: Mapping[int, str]) -> list[Any]:
    from matplotlib.patches import Patch

    codes = _codes(values)
    handles = [
        Patch(facecolor=colour, edgecolor=INK, lw=0.3, label=plain(_short(names.get(code, f"code {code}"))))
        for code, colour in zip(codes, QUALITATIVE)
    ]
    if len(np.unique(values[np.isfinite(values)])) > len(codes):
        handles.append(Patch(facecolor=QUALITATIVE[-1], edgecolor=INK, lw=0.3, label="others"))
    return handles


def _short(name: str) -> str:
    return name if len(name) <= 20 else name[:19] + "."
