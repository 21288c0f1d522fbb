"""Error against distance from the training, and against the number of landslides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from ..common.content import ReportContent
from ..common.markup import Html, section, table, tag
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part

TITLE = "Error by distance, and learning curve"
DASH = "\u2013"


def build(content: ReportContent) -> Part:
    """A table of each; what an old bundle lacks is left out."""
    far, curve = (content.model.metrics.get(name) for name in ("distance", "learning_curve"))
    if not far and not curve:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    parts: list[Html] = []
    if far:
        head = [
            "Distance to training (m)",
            "Held-out samples",
            "Landslides",
            "AUROC",
            "Log loss",
            "Share of the map",
        ]
        parts += [
            tag("div", table(head, [_far(row) for row in far]), class_="dense"),
            tag(
                "p",
                "Held-out samples of the first repeat by their distance from the nearest sample that trained, in "
                "fifths, and how much of the ground that the samples speak of lies as far from the samples. The map is "
                "as good as the rows that hold its ground; of the last row no score speaks.",
                class_="note",
            ),
        ]
    if curve:
        head = ["Landslides in training", "AUROC", "Standard deviation over draws"]
        rows = [[f"{row['landslides']:.0f}", f"{row['auroc']:.3f}", f"{row['sd']:.3f}"] for row in curve]
        parts += [
            tag("div", table(head, rows), class_="dense"),
            tag(
                "p",
                "Logistic regression learnt from a share of the landslides, and as large a share of the stable "
                "samples, on the folds of all repeats. It knows the factors alone and is held back by a ridge, so that "
                "its scores may lie above those of the logistic regression that models are held against, which is "
                "not. Where the last rows still rise, more landslides would help.",
                class_="note",
            ),
        ]
    return section("reach", TITLE, *parts)


def _far(row: Mapping[str, Any]) -> list[Any]:
    to = row["to_m"]
    where = f"over {_metres(row['from_m'])}" if to is None else f"{_metres(row['from_m'])} to {_metres(to)}"
    share = row["map_share"]
    told = DASH if share is None else f"{100 * share:.1f} %"
    return [where, row["samples"], row["landslides"], _figure(row["auroc"]), _figure(row["log_loss"]), told]


def _metres(value: float) -> str:
    """Four digits, but whole metres never as a power of ten."""
    return f"{value:.4g}" if value < 1000 else f"{value:.0f}"


def _figure(value: Optional[float]) -> str:
    return DASH if value is None else f"{value:.3f}"
