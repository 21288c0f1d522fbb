"""What the six panels of the figure draw, and the sentence of the caption that each of them needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, Optional

import numpy as np

from ...evaluation.classes import class_style
from ...types.names import UNITS
from ..common import doubt
from ..common.canvas import INK, RAMPS, plain, tidy
from ..common.content import ReportContent
from ..common.maps import class_bounds, draw_inventory, draw_map, inventory_words, lit, ramp_image
from ..common.palettes import colour_map, ends_of, norm_of
from ..common.statements import unequal_folds
from ..common.words import folded, readable
from ..mechanics import physics
from ..model import importance, saliency
from ..validation import curves, reliability
from .place import TICK_PT, FigureRoom, bar_axes, map_legend

MOST_CURVES = 6
LETTERS = 22
MOST_BARS, MOST_FOLDED, SMALLEST = 7, 10, 4.0
"""Bars whose names of two lines have room, the most whose names are folded at all, and the smallest letters in pt."""
FURNITURE = 0.6


@dataclass(frozen=True)
class FigurePanel:
    """One panel: its title, what draws it on given axes of a room, its sentence of the caption, and whether it maps."""

    title: str
    draw: Callable[[Any, Any, FigureRoom, ReportContent], None]
    caption: str
    is_map: bool = False


def panels(content: ReportContent) -> list[FigurePanel]:
    """Six panels: those of the full figure, or the next best where their data are missing.

    Next best are, in order, the reliability curve, the prediction rate, the precision-recall curve and
    the area by class.
    """
    wanted = [
        _susceptibility(content),
        _spread(content),
        _roc(content),
        _saliency(content),
        _physics(content),
        _importance(content),
    ]
    spare = [panel for panel in _spares(content) if panel is not None]
    shown = []
    for panel in wanted:
        chosen = panel or (spare.pop(0) if spare else None)
        if chosen is not None:
            shown.append(chosen)
    return shown


def _given(content: ReportContent) -> str:
    if not content.model.has_scenarios:
        return ""
    name = content.model.reference
    return f" given the {name} trigger ({name}: rain with a return period of {name[1:]} years)"


def _susceptibility(content: ReportContent) -> FigurePanel:
    names = class_style().names
    bounds = ", ".join(f"{name} {words}" for name, words in zip(names, class_bounds(content.model.metrics)))
    return FigurePanel(
        "Susceptibility",
        _draw_classes,
        f"Landslide susceptibility{_given(content)} in five classes of the {content.model.value_name} ({bounds})."
        f"{inventory_words(content)}",
        is_map=True,
    )


def _draw_classes(canvas: Any, axes: Any, room: FigureRoom, content: ReportContent) -> None:
    from matplotlib.colors import to_rgb
    from matplotlib.patches import Patch

    style, values = class_style(), content.layers["classes"]
    table = np.array([(1.0, 1.0, 1.0), *(to_rgb(colour) for colour in style.colours)])
    draw_map(axes, lit(table[values], values > 0, content), content.frame, ticks=2, size=FURNITURE)
    handles = [
        Patch(facecolor=colour, edgecolor=INK, lw=0.3, label=name)
        for name, colour in zip(style.names, style.colours)
    ]
    map_legend(canvas, room, axes, [*handles, *draw_inventory(axes, content, most_size=3.0)])


def _spread(content: ReportContent) -> Optional[FigurePanel]:
    if "spread" not in content.layers:
        return None
    return FigurePanel(
        "Uncertainty",
        _draw_spread,
        "Standard deviation of P over the members of the ensemble; orange, the tenth of the cells where it is largest; "
        "errors of the inventory are not in it.",
        is_map=True,
    )


def _draw_spread(canvas: Any, axes: Any, room: FigureRoom, content: ReportContent) -> None:
    from matplotlib.cm import ScalarMappable

    ramp, values = RAMPS["spread"], content.layers["spread"]
    low, high = ends_of("spread", values)
    image = doubt.marked(ramp_image(values, ramp, low, high), values)
    draw_map(axes, image, content.frame, ticks=2, furniture=False)
    bar = canvas.colorbar(
        ScalarMappable(norm_of(ramp, low, high), colour_map(ramp)),
        cax=bar_axes(canvas, room, axes),
        orientation="horizontal",
        extend="max",
    )
    bar.ax.tick_params(labelsize=5.6, length=2, width=0.5, pad=1.5)
    bar.ax.locator_params(nbins=5)
    bar.set_label("Standard deviation of P (orange: largest tenth)", labelpad=1, fontsize=6.0)


def _roc(content: ReportContent) -> FigurePanel:
    keys = curves.most_telling(content, MOST_CURVES)
    left_out = len(curves.with_curve(content)) - len(keys)

    def roc(_canvas: Any, axes: Any, _room: FigureRoom, content: ReportContent) -> None:
        curves.draw_roc(axes, content, keys)
        axes.set_aspect("auto")

    return FigurePanel(
        "ROC, held-out samples",
        roc,
        "Receiver operating characteristic (ROC) of samples held out in spatial folds: true positive rate against "
        "false positive rate. Area under the curve (AUROC): mean over the folds, and in brackets of the curve drawn, "
        f"which pools them; dotted, chance. {curves.threshold_words(content)}"
        + f"{unequal_folds(content.model)} ".lstrip()
        + (f"{left_out} more methods stand in the report." if left_out else ""),
    )


def _saliency(content: ReportContent) -> Optional[FigurePanel]:
    measured = content.evidence.saliency
    if not measured:
        return None

    def heat(canvas: Any, axes: Any, _room: FigureRoom, _content: ReportContent) -> None:
        saliency.draw_heat(canvas, axes, measured)

    return FigurePanel(
        "Saliency of soil layers",
        heat,
        "Saliency, the mean absolute change of P for one standard deviation of a soil property, by scenario (T and the "
        "return period of the rain in years) and depth of the soil layer; what the model listens to, no failure plane.",
    )


def _physics(content: ReportContent) -> Optional[FigurePanel]:
    if "prior_fs" not in content.samples or "p" not in content.samples:
        return None

    def scatter(_canvas: Any, axes: Any, _room: FigureRoom, content: ReportContent) -> None:
        physics.draw(axes, content)

    return FigurePanel(
        "Physical consistency",
        scatter,
        "P against the factor of safety (FS) of the infinite slope, resisting over driving forces, at the samples; "
        f"dashed, FS = 1 and the threshold of the map. {physics.line_words(content)}",
    )


def _fitting(name: str, bars: int) -> str:
    """A name on at most two lines, or on one where there are many bars."""
    if bars <= MOST_FOLDED:
        return folded(name, LETTERS)
    return shorten(name, LETTERS + 4, placeholder=" \u2026")


def _importance(content: ReportContent) -> Optional[FigurePanel]:
    rows = content.evidence.reliance
    if not rows:
        return None
    index = min(int(content.model.record.get("reference_index", 0)), len(rows[0]["change"]) - 1)

    def bars(_canvas: Any, axes: Any, _room: FigureRoom, _content: ReportContent) -> None:
        importance.draw_kind(axes, rows, "factor", index)
        labels = axes.get_yticklabels()
        size = TICK_PT * min(1.0, MOST_BARS / len(labels))
        names = [_fitting(label.get_text(), len(labels)) for label in labels]
        axes.set_yticks(axes.get_yticks(), names, fontsize=max(size, SMALLEST), linespacing=0.9)
        axes.set_xlabel("Mean absolute change of P")
        axes.locator_params(axis="x", nbins=5)

    factors = [(readable(str(f["name"])), str(f.get("unit") or "")) for f in content.model.record["factors"]]
    units = [f"{name} in {UNITS.get(unit, unit)}" for name, unit in factors if unit]
    return FigurePanel(
        "Importance of factors",
        bars,
        "Importance, the mean absolute change of P when a factor is shuffled among the samples (lines: standard "
        "deviation of three shuffles)" + (f"; units: {', '.join(units)}." if units else "."),
    )


def _spares(content: ReportContent) -> list[Optional[FigurePanel]]:
    calibration = content.model.metrics.get("calibration") or {}

    def reliable(_canvas: Any, axes: Any, _room: FigureRoom, _content: ReportContent) -> None:
        reliability.draw(axes, calibration)
        axes.set_aspect("auto")

    def rate(_canvas: Any, axes: Any, _room: FigureRoom, content: ReportContent) -> None:
        curves.draw_prediction(axes, content, curves.most_telling(content, MOST_CURVES))
        axes.set_aspect("auto")

    def area(_canvas: Any, axes: Any, _room: FigureRoom, content: ReportContent) -> None:
        style = class_style()
        shares = [row.area_percent for row in content.classes.rows]
        axes.bar(range(5), shares, color=style.colours, edgecolor=INK, lw=0.4)
        axes.set_xticks(range(5), [plain(name) for name in style.names], fontsize=5.2)
        axes.set_ylabel("Area (%)")
        tidy(axes, "y")

    return [
        FigurePanel(
            "Reliability",
            reliable,
            "Share of landslides against mean P in ten groups of equally many held-out samples, before and after "
            "calibration.",
        )
        if calibration.get("before", {}).get("curve")
        else None,
        FigurePanel(
            "Prediction rate",
            rate,
            f"{curves.prediction_caption(content)} In brackets the area under the curve.",
        ),
        FigurePanel("Area by class", area, "Share of the classified area in each class."),
    ]
