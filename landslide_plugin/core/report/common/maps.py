"""Maps: five classes, probability, spread; with scale bar, north arrow and coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .canvas import GROUND, INK, drawing
from .content import MapFrame, ReportContent
from .palettes import colour_map, ends_of, norm_of

Pixels = npt.NDArray[Any]
LIGHT_AZIMUTH_DEG, LIGHT_ALTITUDE_DEG = 315.0, 45.0
DARKEST = 0.7
LONGEST_LEGEND = 14


def shade(dem: Pixels, frame: MapFrame, darkest: float = DARKEST) -> Pixels:
    """Brightness (rows, cols) in ``darkest`` to 1 of a DEM preview lit from the north-west.

    Slopes are as steep as the preview shows them; for looks only.

    >>> frame = MapFrame(0.0, 0.0, 3.0, 2.0, 1.0, "", 1.0, 2, 3)
    >>> float(np.ptp(shade(np.full((2, 3), 100.0), frame)))  # level ground is lit evenly
    0.0
    """
    rows, cols = dem.shape
    step_y = (frame.north - frame.south) / rows * frame.metres_per_unit
    step_x = (frame.east - frame.west) / cols * frame.metres_per_unit
    down, right = np.gradient(np.where(np.isfinite(dem), dem, np.nanmean(dem)).astype(float), step_y, step_x)
    azimuth, altitude = np.deg2rad(LIGHT_AZIMUTH_DEG), np.deg2rad(LIGHT_ALTITUDE_DEG)
    light = np.sin(altitude) - np.cos(altitude) * (np.sin(azimuth) * right - np.cos(azimuth) * down)
    light = np.clip(light / np.sqrt(1 + right**2 + down**2), 0, 1)
    return np.asarray(darkest + (1 - darkest) * light)


def class_picture(content: ReportContent, colours: Sequence[str], names: Sequence[str]) -> bytes:
    """The five-class map with its legend."""
    from matplotlib.colors import to_rgb
    from matplotlib.patches import Patch

    classes = content.layers["classes"]
    table = np.array([(1.0, 1.0, 1.0), *(to_rgb(colour) for colour in colours)])
    image = lit(table[classes], classes > 0, content)
    with drawing(7.4, map_height(content.frame, 7.4, 0.2) + 0.35) as (figure, buffer):
        axes = draw_map(figure.subplots(), image, content.frame)
        handles = [
            Patch(facecolor=colour, edgecolor=INK, lw=0.4, label=f"{name}\n{bounds}")
            for name, colour, bounds in zip(names, colours, class_bounds(content.model.metrics))
        ]
        handles += draw_inventory(axes, content)
        longest = max(len(line) for handle in handles for line in str(handle.get_label()).split("\n"))
        columns = 6 if longest <= LONGEST_LEGEND else 3
        figure.legend(
            handles=handles, loc="outside lower center", ncols=columns, fontsize=8, handlelength=1.4
        )
    return buffer.getvalue()


def ramp_picture(content: ReportContent, layer: str, label: str, ramp: str) -> bytes:
    """A continuous map with its colour bar, from 0 on."""
    from matplotlib.cm import ScalarMappable

    values = content.layers[layer]
    known = np.isfinite(values)
    low, high = ends_of(layer, values)
    norm = norm_of(ramp, low, high)
    image = ramp_image(values, ramp, low, high)
    with drawing(6.4, map_height(content.frame, 6.4, 0.2) + 0.45) as (figure, buffer):
        axes = draw_map(figure.subplots(), image, content.frame)
        open_end = "max" if known.any() and values[known].max() > high else "neither"
        bar = figure.colorbar(
            ScalarMappable(norm, colour_map(ramp)),
            ax=axes,
            orientation="horizontal",
            shrink=0.6,
            aspect=30,
            extend=open_end,
        )
        bar.set_label(label, fontsize=8)
        bar.ax.tick_params(labelsize=7)
    return buffer.getvalue()


def ramp_image(values: Pixels, ramp: str, low: float, high: float) -> Pixels:
    """Colours (rows, cols, 4) of values on a ramp, clear where nothing is known.

    >>> ramp_image(np.array([[0.5, np.nan]]), "viridis", 0.0, 1.0)[0, :, 3].tolist()
    [1.0, 0.0]
    """
    known = np.isfinite(values)
    places = norm_of(ramp, low, max(high, low + 1e-12))(np.where(known, values, low))
    return np.dstack([np.asarray(colour_map(ramp)(places))[..., :3], known.astype(float)])


def given(content: ReportContent) -> str:
    """The trigger under which a map with scenarios holds; empty for one without."""
    return (
        "" if content.model.reference == "Susceptibility" else f" given the {content.model.reference} trigger"
    )


def relief_image(content: ReportContent) -> Pixels:
    """Grey relief (rows, cols, 4) of the DEM, or a flat grey where the map has cells."""
    classes = content.layers["classes"]
    return lit(np.full((*classes.shape, 3), 0.93), classes > 0, content, darkest=0.35)


def class_bounds(metrics: Any) -> list[str]:
    """Range of each class in words, from the cut points of the bundle.

    >>> class_bounds({"classes": {"cuts": [0.1, 0.25, 0.45, 0.65]}})[1:3]
    ['0.1 to 0.25', '0.25 to 0.45']
    """
    cuts = metrics.get("classes", {}).get("cuts", [])
    if len(cuts) != 4:
        return [""] * 5
    numbers = [f"{cut:.2g}" for cut in cuts]
    middle = [f"{low} to {high}" for low, high in zip(numbers, numbers[1:])]
    return [f"under {numbers[0]}", *middle, f"{numbers[3]} and over"]


def lit(
    colours: Pixels, known: npt.NDArray[np.bool_], content: ReportContent, darkest: float = DARKEST
) -> Pixels:
    """Colours (rows, cols, 4) on relief, clear where nothing is known."""
    dem = content.layers.get("dem")
    light: Any = 1.0
    if dem is not None and dem.shape == known.shape and np.isfinite(dem).any():
        light = shade(dem, content.frame, darkest)[..., None]
    return np.dstack([np.clip(colours * light, 0, 1), known.astype(float)])


def map_height(frame: MapFrame, width_in: float, least: float = 0.35) -> float:
    """Height of a map of that width, kept within reason for long and narrow areas.

    >>> map_height(MapFrame(0.0, 0.0, 3.0, 2.0, 1.0, "", 1.0, 2, 3), 6.0)
    4.0
    """
    ratio = (frame.north - frame.south) / (frame.east - frame.west)
    return float(np.clip(width_in * ratio, least * width_in, 1.25 * width_in))


MOST_ON_SHORT_SIDE = 1.25
"""Labels of coordinates stand as close on the shorter side as on the longer one, times this."""


def draw_map(
    axes: Any, image: Pixels, frame: MapFrame, ticks: int = 4, furniture: bool = True, size: float = 1.0
) -> Any:
    """An image on its place with coordinates; with scale bar and north arrow of some size if wanted."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.imshow(image, extent=(frame.west, frame.east, frame.south, frame.north), interpolation="nearest")
    axes.set_facecolor(GROUND)
    wide, high = frame.east - frame.west, frame.north - frame.south
    for axis, side in ((axes.xaxis, wide), (axes.yaxis, high)):
        most = max(1, min(ticks, round(ticks * MOST_ON_SHORT_SIDE * side / max(wide, high))))
        axis.set_major_locator(MaxNLocator(most, integer=wide > 10, min_n_ticks=1))
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}".replace(",", "\u2009")))
    axes.tick_params(labelsize=7, length=2.5)
    axes.tick_params(axis="y", rotation=90)
    for label in axes.get_yticklabels():
        label.set_verticalalignment("center")
    axes.grid(color="black", alpha=0.12, lw=0.4)
    if furniture:
        _scale_bar(axes, frame, size)
        _north_arrow(axes, size)
    return axes


def nice_length_m(width_m: float) -> float:
    """A round length of about a quarter of the map's width.

    >>> nice_length_m(3830.0), nice_length_m(90_000.0)
    (1000.0, 20000.0)
    """
    target = width_m / 3.5
    power = 10.0 ** np.floor(np.log10(target))
    return float(max(step * power for step in (1, 2, 5) if step * power <= target))


def _scale_bar(axes: Any, frame: MapFrame, size: float) -> None:
    from matplotlib.patheffects import withStroke

    length_m = nice_length_m((frame.east - frame.west) * frame.metres_per_unit)
    length = length_m / frame.metres_per_unit / (frame.east - frame.west)
    halo = [withStroke(linewidth=3, foreground="white")]
    for start, colour in ((0.0, INK), (0.5, "white")):
        axes.plot(
            [0.04 + start * length, 0.04 + (start + 0.5) * length],
            [0.02, 0.02],
            transform=axes.transAxes + _points_up(axes, 5.0 * size),  # within the frame of a low map too
            color=colour,
            lw=4 * size,
            solid_capstyle="butt",
            path_effects=[withStroke(linewidth=5.5 * size, foreground=INK)],
        )
    text = f"{length_m / 1000:g} km" if length_m >= 1000 else f"{length_m:g} m"
    axes.text(
        0.04,
        0.02,
        text,
        transform=axes.transAxes + _points_up(axes, 9.5 * size),
        ha="left",
        va="bottom",
        fontsize=8 * size,
        path_effects=halo,
    )


def _points_up(axes: Any, points: float) -> Any:
    from matplotlib.transforms import ScaledTranslation

    return ScaledTranslation(0, points / 72, axes.get_figure(root=True).dpi_scale_trans)


def _north_arrow(axes: Any, size: float) -> None:
    from matplotlib.patheffects import withStroke

    halo = [withStroke(linewidth=3, foreground="white")]
    axes.annotate(
        "N",
        xy=(0.955, 0.97),
        xycoords="axes fraction",
        xytext=(0, -34 * size),
        textcoords="offset points",
        ha="center",
        va="center",
        fontsize=10 * size,
        fontweight="bold",
        path_effects=halo,
        arrowprops={
            "arrowstyle": "-|>",
            "color": INK,
            "lw": 1.6 * size,
            "mutation_scale": 10 * size,
            "path_effects": halo,
        },
    )


def draw_inventory(axes: Any, content: ReportContent, most_size: float = 20.0) -> list[Any]:
    """Landslides as circles, or as outlines where the inventory holds polygons; the handle for a legend.

    None without an inventory.
    """
    from matplotlib.collections import LineCollection
    from matplotlib.patches import Patch

    lines = outlines(content)
    if len(lines):
        width = float(np.clip(most_size / 20.0, 0.35, 0.8))
        for colour, wide in (("white", 2.0), ("black", 1.0)):
            axes.add_collection(
                LineCollection(list(lines), colors=colour, linewidths=wide * width), autolim=False
            )
        return [Patch(facecolor="white", edgecolor="black", lw=0.8, label="Landslide")]
    places = content.layers.get("inventory")
    if places is None or not len(places):
        return []
    size = float(np.clip(4000 / len(places), 0.2 * most_size, most_size))
    return [
        axes.scatter(
            places[:, 0],
            places[:, 1],
            s=size,
            c="white",
            edgecolors="black",
            linewidths=0.8,
            label="Landslide",
        )
    ]


def outlines(content: ReportContent) -> Pixels:
    """Sides (sides, 2 ends, 2) of the landslides that are polygons, in CRS units; none if they are points."""
    stored = content.layers.get("outlines", np.empty((0, 4)))
    return np.asarray(stored).reshape(-1, 2, 2)


def inventory_words(content: ReportContent) -> str:
    """The sentence of a caption that says how landslides are drawn; empty without an inventory."""
    if "inventory" not in content.layers:
        return ""
    return f" {'Outlines' if len(outlines(content)) else 'Circles'}: landslides of the inventory."
