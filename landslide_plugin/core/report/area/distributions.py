"""Factors at landslides and at stable places: box plots, shares of classes, shares of directions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.canvas import INK, LANDSLIDE, STABLE, drawing, plain, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.words import folded, readable

COLUMNS = 4
MOST_CLASSES = 8
LONGEST_NAME = 9
LETTERS = 24
DIRECTIONS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
TITLE = "Factors at landslides and at stable places"


def build(content: ReportContent) -> Part:
    """Small multiples, one a factor."""
    if "static" not in content.samples:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    factors = content.model.record["factors"]
    picture = figure(
        draw(factors, content.samples["static"], content.samples["labels"] > 0),
        "Distribution of every factor at landslides and at stable places",
        "Values of every factor at the samples: left and orange, landslides; right and blue, stable places. "
        "Box: quarter, median and three quarters; whiskers: 5th and 95th percentile. Classes and directions: share of "
        "the samples of each kind in percent. Factors that enter the model as logarithms have a logarithmic axis.",
        wide=True,
    )
    return section("distributions", TITLE, picture)


def draw(
    factors: Sequence[Mapping[str, Any]], static: npt.NDArray[Any], slides: npt.NDArray[np.bool_]
) -> bytes:
    """The picture of all factors (n, factors)."""
    rows = -(-len(factors) // COLUMNS)
    with drawing(7.6, 0.3 + 1.95 * rows) as (canvas, buffer):
        grid = canvas.subplots(rows, COLUMNS, squeeze=False)
        for axes in grid.ravel()[len(factors) :]:
            axes.set_visible(False)
        for axes, factor, values in zip(grid.ravel(), factors, static.T):
            unit = factor.get("unit") or ""
            axes.set_title(plain(folded(readable(str(factor["name"]), str(unit)), LETTERS)), fontsize=8)
            axes.tick_params(labelsize=7)
            kind = factor.get("kind")
            if kind == "categorical":
                _classes(axes, values, slides, factor.get("categories") or {})
            elif kind == "circular":
                _directions(axes, values, slides)
            else:
                _boxes(axes, values, slides, str(factor.get("transform", "none")))
            tidy(axes, "y")
    return buffer.getvalue()


def _boxes(axes: Any, values: npt.NDArray[Any], slides: npt.NDArray[np.bool_], transform: str) -> None:
    parts = [values[slides], values[~slides]]
    drawn = axes.boxplot(parts, whis=(5, 95), showfliers=False, patch_artist=True, widths=0.6)
    for box, colour in zip(drawn["boxes"], (LANDSLIDE, STABLE)):
        box.set(facecolor=colour, alpha=0.65, edgecolor=INK, linewidth=0.7)
    for line in (*drawn["medians"], *drawn["whiskers"], *drawn["caps"]):
        line.set(color=INK, linewidth=0.9)
    axes.set_xticks([1, 2], ["landslide", "stable"])
    low = min(float(np.percentile(part, 5)) for part in parts if len(part))
    if transform.startswith("log") and low > 0:
        axes.set_yscale("log")


def _classes(
    axes: Any, values: npt.NDArray[Any], slides: npt.NDArray[np.bool_], names: Mapping[str, str]
) -> None:
    codes, counts = np.unique(values.astype(int), return_counts=True)
    codes = np.sort(codes[np.argsort(-counts)[:MOST_CLASSES]])
    labels = [_short(names.get(str(code), str(code))) for code in codes]
    _pairs(axes, [values.astype(int) == code for code in codes], labels, slides)
    axes.tick_params(axis="x", rotation=50 if max(len(label) for label in labels) > 3 else 0)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "."


def _directions(axes: Any, values: npt.NDArray[Any], slides: npt.NDArray[np.bool_]) -> None:
    sector = np.floor((np.mod(values, 360.0) + 22.5) / 45.0).astype(int) % 8
    _pairs(axes, [sector == number for number in range(8)], list(DIRECTIONS), slides)


def _pairs(axes: Any, groups: Sequence[Any], labels: Sequence[str], slides: npt.NDArray[np.bool_]) -> None:
    places = np.arange(len(groups))
    for side, kind, colour in ((-0.2, slides, LANDSLIDE), (0.2, ~slides, STABLE)):
        shares = [100.0 * float((group & kind).sum()) / max(int(kind.sum()), 1) for group in groups]
        axes.bar(places + side, shares, 0.4, color=colour, alpha=0.75, edgecolor=INK, lw=0.4)
    axes.set_xticks(places, labels, fontsize=6.5)
