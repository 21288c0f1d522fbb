"""Six panels for a paper, and the caption that defines every symbol in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Optional

import numpy as np

from ..evaluation.classes import class_style
from .common.canvas import INK, RAMPS, STYLE, plain, tidy
from .common.content import ReportContent
from .common.map_panels import legend_below
from .common.maps import class_bounds, draw_inventory, draw_map, lit, ramp_ends, ramp_image
from .common.words import readable
from .mechanics import physics
from .model import importance, saliency
from .validation import curves, reliability

MOST_INSIDE = 3
"""Methods whose names fit into the panel of their curves."""

WIDTH_MM, HEIGHT_MM, DPI = 180.0, 120.0, 300
MOST_LABELS = 3
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


@dataclass(frozen=True)
class FigurePanel:
    """One panel: its title, what draws it on given axes, and its sentence of the caption."""

    title: str
    draw: Callable[[Any, Any, ReportContent], None]
    caption: str


def panels(content: ReportContent) -> list[FigurePanel]:
    """Six panels: those of the full figure, or the next best where their data are missing.

    Next best are, in order, the reliability curve, the prediction rate, the precision-recall curve and
    the area by class.
    """
    wanted = [
        _susceptibility(content),
        _spread(content),
        _roc(),
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


def draw(content: ReportContent, graticule: Sequence[Any]) -> dict[str, bytes]:
    """The figure in every format, with its caption in the metadata."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    shown, caption, files = panels(content), caption_of(content), {}
    with rc_context({**STYLE, **SMALL}):
        canvas = Figure(figsize=(WIDTH_MM / 25.4, HEIGHT_MM / 25.4), layout="constrained")
        FigureCanvasAgg(canvas)
        ratio = (content.frame.north - content.frame.south) / (content.frame.east - content.frame.west)
        heights = {"height_ratios": (float(np.clip(ratio, 0.6, 1.2)) + 0.35, 1.2)}
        grid = canvas.subplots(2, 3, gridspec_kw=heights).ravel()
        for axes in grid[len(shown) :]:
            axes.set_visible(False)
        for number, (axes, panel) in enumerate(zip(grid, shown)):
            panel.draw(canvas, axes, content)
            axes.set_title(f"({chr(ord('a') + number)}) {panel.title}")
            if getattr(axes, "is_map", False):
                draw_graticule(axes, content, graticule)
        for axes in canvas.axes:
            _one_size(axes)
        for kind in FORMATS:
            buffer = BytesIO()
            canvas.savefig(buffer, format=kind, dpi=DPI, metadata=_metadata(kind, content.title, caption))
            files[kind] = buffer.getvalue()
    return files


def _one_size(axes: Any) -> None:
    """Labels, ticks, lines and legends of one size, whatever drew them."""
    for label in (axes.xaxis.label, axes.yaxis.label):
        label.set_fontsize(6.5)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontsize(5.6)
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
    return (
        f"{content.title}. {' '.join(sentences)} Maps: cells of {frame.cell_size_m:g} m, {frame.crs_name}; north is "
        "up along the grid, lines are meridians and parallels."
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
        named = [tick for tick in ticks[kind] if low + edge <= tick[0] <= high - edge] or ticks[kind]
        step = -(-len(named) // MOST_LABELS)
        set_ticks([at for at, _ in named[::step]], [text for _, text in named[::step]])
    axes.set_xlim(frame.west, frame.east)
    axes.set_ylim(frame.south, frame.north)


def _given(content: ReportContent) -> str:
    if not content.model.has_scenarios:
        return ""
    name = content.model.reference
    return f" given the {name} trigger ({name}: rain with a return period of {name[1:]} years)"


def _susceptibility(content: ReportContent) -> FigurePanel:
    def classes(canvas: Any, axes: Any, content: ReportContent) -> None:
        from matplotlib.colors import to_rgb
        from matplotlib.patches import Patch

        style, values = class_style(), content.layers["classes"]
        table = np.array([(1.0, 1.0, 1.0), *(to_rgb(colour) for colour in style.colours)])
        draw_map(axes, lit(table[values], values > 0, content), content.frame, ticks=2, size=0.6)
        handles = [
            Patch(facecolor=colour, edgecolor=INK, lw=0.3, label=name)
            for name, colour in zip(style.names, style.colours)
        ]
        handles += draw_inventory(axes, content, most_size=3.0)
        legend_below(canvas, axes, handles, 5.4)
        axes.is_map = True

    names = class_style().names
    bounds = ", ".join(f"{name} {words}" for name, words in zip(names, class_bounds(content.model.metrics)))
    marks = " Circles: landslides of the inventory." if "inventory" in content.layers else ""
    return FigurePanel(
        "Susceptibility",
        classes,
        f"Landslide susceptibility{_given(content)} in five classes of the {content.model.value_name} "
        f"({bounds}).{marks}",
    )


def _spread(content: ReportContent) -> Optional[FigurePanel]:
    if "spread" not in content.layers:
        return None

    def spread(canvas: Any, axes: Any, content: ReportContent) -> None:
        _ramp_map(canvas, axes, content, layer="spread", label="Standard deviation of P")

    return FigurePanel(
        "Uncertainty",
        spread,
        "Standard deviation of P over the members of the ensemble (colours end at the 98th percentile); errors of the "
        "inventory are not in it.",
    )


def _ramp_map(canvas: Any, axes: Any, content: ReportContent, layer: str, label: str) -> None:
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize

    ramp = RAMPS[layer]
    low, high = ramp_ends(content.layers[layer])
    draw_map(
        axes,
        ramp_image(content.layers[layer], ramp, low, high),
        content.frame,
        ticks=2,
        furniture=False,
    )
    bar = canvas.colorbar(
        ScalarMappable(Normalize(low, high), ramp),
        ax=axes,
        orientation="horizontal",
        shrink=0.85,
        aspect=28,
        pad=0.02,
        extend="max",
    )
    bar.ax.tick_params(labelsize=5.6, length=2)
    bar.ax.locator_params(nbins=5)
    bar.set_label(label, labelpad=1)
    axes.is_map = True


def _roc() -> FigurePanel:
    def roc(_canvas: Any, axes: Any, content: ReportContent) -> None:
        curves.draw_roc(axes, content)
        axes.set_aspect("auto")
        _, names = axes.get_legend_handles_labels()
        if len(names) > MOST_INSIDE:
            axes.legend(loc="upper center", bbox_to_anchor=(0.42, -0.21), handlelength=2.6, labelspacing=0.3)

    share = "samples held out in spatial folds, pooled"
    return FigurePanel(
        "ROC, held-out samples",
        roc,
        f"Receiver operating characteristic (ROC) of {share}: true positive rate against false positive rate; in "
        "brackets the area under the curve (AUC-ROC); dotted, chance.",
    )


def _saliency(content: ReportContent) -> Optional[FigurePanel]:
    measured = content.evidence.saliency
    if not measured:
        return None

    def heat(canvas: Any, axes: Any, _content: ReportContent) -> None:
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

    def scatter(_canvas: Any, axes: Any, content: ReportContent) -> None:
        physics.draw(axes, content)

    return FigurePanel(
        "Physical consistency",
        scatter,
        "P against the factor of safety (FS) of the infinite slope, resisting over driving forces, at the samples; "
        "dashed, FS = 1 and the threshold of the map.",
    )


def _importance(content: ReportContent) -> Optional[FigurePanel]:
    rows = content.evidence.reliance
    if not rows:
        return None
    index = min(int(content.model.record.get("reference_index", 0)), len(rows[0]["change"]) - 1)

    def bars(_canvas: Any, axes: Any, _content: ReportContent) -> None:
        importance.draw_kind(axes, rows, "factor", index)
        axes.set_yticks(
            axes.get_yticks(), [label.get_text() for label in axes.get_yticklabels()], fontsize=5.8
        )
        axes.set_xlabel("Mean absolute change of P")

    units = [
        f"{readable(str(f['name']))}{' in ' + f['unit'] if f.get('unit') else ''}"
        for f in content.model.record["factors"]
    ]
    return FigurePanel(
        "Importance of factors",
        bars,
        "Importance, the mean absolute change of P when a factor is shuffled among the samples (lines: standard "
        f"deviation of three shuffles); factors: {', '.join(units)}{_abbreviations(content)}.",
    )


SHORT_NAMES = {
    "twi": "TWI, topographic wetness index",
    "ndvi": "NDVI, normalised difference vegetation index",
    "tri": "TRI, terrain ruggedness index",
    "tpi": "TPI, topographic position index",
    "spi": "SPI, stream power index",
    "sti": "STI, sediment transport index",
    "vrm": "VRM, vector ruggedness measure",
    "hand": "HAND, height above the nearest drainage",
}


def _abbreviations(content: ReportContent) -> str:
    names = {str(factor["name"]).lower() for factor in content.model.record["factors"]}
    spelt_out = [text for name, text in SHORT_NAMES.items() if name in names]
    return f" ({'; '.join(spelt_out)})" if spelt_out else ""


def _spares(content: ReportContent) -> list[Optional[FigurePanel]]:
    calibration = content.model.metrics.get("calibration") or {}

    def reliable(_canvas: Any, axes: Any, _content: ReportContent) -> None:
        reliability.draw(axes, calibration)

    def rate(_canvas: Any, axes: Any, content: ReportContent) -> None:
        curves.draw_prediction(axes, content)

    def area(_canvas: Any, axes: Any, content: ReportContent) -> None:
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
