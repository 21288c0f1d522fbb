"""Where the spatial folds lie, and the score of each."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...evaluation.metrics import auroc
from ..common.canvas import COLOURS, INK, MUTED, abreast, drawing, model_colour, tidy
from ..common.content import ReportContent
from ..common.maps import draw_map, map_height, relief_image
from ..common.markup import Html, figure, section, table, tag
from ..common.missing import OLD_BUNDLE, TRAIN_AGAIN, Missing, Part
from ..common.model_record import model_name

TITLE = "Spatial folds and their scores"
WIDE_IN = 7.2
MARKERS = "os^DvP*X<>"
MOST_COLUMNS = 8
"""Of methods, beside those of the fold and its samples."""


def build(content: ReportContent) -> Part:
    """Map of the folds of the first repeat, score a fold and model."""
    if "folds" not in content.samples:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    scores = fold_scores(content)
    picture = figure(
        draw_folds(content),
        "Map of the spatial folds",
        "Samples by spatial fold of the first repeat: a colour and a marker a fold. A fold is predicted by a model "
        "trained on the others, so no sample is judged by its neighbours.",
        wide=True,
    )
    bars = figure(
        draw_scores(scores),
        "AUROC of each spatial fold by method",
        "Area under the ROC curve (AUROC) of each fold of the first repeat. Differences between folds are often larger "
        "than those between methods, so methods are compared within folds.",
        wide=True,
    )
    return section("folds", TITLE, picture, bars, _table(content, scores))


def fold_scores(content: ReportContent) -> dict[str, list[float]]:
    """AUROC (folds,) of every method in the first repeat; NaN where a fold has one class only."""
    folds, labels = content.samples["folds"], content.samples["labels"] > 0
    scores = {}
    for key in content.model.scored():
        p = content.evidence.held_out(key)
        if p is None or not np.isfinite(p).any():
            continue
        row = []
        for fold in np.unique(folds):
            inside = (folds == fold) & np.isfinite(p)
            both = labels[inside].any() and not labels[inside].all()
            row.append(auroc(labels[inside], p[inside]) if both else float("nan"))
        scores[key] = row
    return scores


def _table(content: ReportContent, found: dict[str, list[float]]) -> Html:
    """A row a fold, or a row a method where these are so many that their columns would not fit the page."""
    folds, labels = content.samples["folds"], content.samples["labels"] > 0
    rows: list[list[object]] = []
    for number, fold in enumerate(np.unique(folds)):
        inside = folds == fold
        values = ["\u2013" if np.isnan(row[number]) else f"{row[number]:.3f}" for row in found.values()]
        rows.append(
            [f"Fold\u00a0{number + 1}", int(labels[inside].sum()), int((~labels[inside]).sum()), *values]
        )
    head: list[object] = ["Fold", "Landslides", "Stable", *(model_name(key) for key in found)]
    if len(found) > max(MOST_COLUMNS, len(rows)):
        head, *rows = (list(row) for row in zip(head, *rows))
    return tag("div", table(head, rows), class_="dense")


def draw_folds(content: ReportContent) -> bytes:
    """The map."""
    places = content.samples["xy"] / content.frame.metres_per_unit
    folds = content.samples["folds"]
    size = float(np.clip(14000 / len(places), 3, 22))
    with drawing(6.4, map_height(content.frame, 6.0) + 0.5) as (canvas, buffer):
        axes = draw_map(canvas.subplots(), relief_image(content), content.frame)
        for number, fold in enumerate(np.unique(folds)):
            inside = folds == fold
            axes.scatter(
                *places[inside].T,
                s=size,
                color=COLOURS["folds"][number % len(COLOURS["folds"])],
                marker=MARKERS[number % len(MARKERS)],
                linewidths=0.3,
                edgecolors="white",
                label=f"Fold {number + 1}",
            )
        canvas.legend(loc="outside lower center", ncols=6, fontsize=8, markerscale=1.6, handletextpad=0.2)
    return buffer.getvalue()


def draw_scores(found: dict[str, list[float]]) -> bytes:
    """Dots, a column a fold."""
    with drawing(WIDE_IN, 2.9) as (canvas, buffer):
        axes: Any = canvas.subplots()
        for order, (key, values) in enumerate(found.items()):
            shift = (order - (len(found) - 1) / 2) * min(0.1, 0.7 / max(len(found), 1))
            axes.plot(
                np.arange(len(values)) + shift,
                values,
                MARKERS[order % len(MARKERS)],
                color=model_colour(key, order),
                ms=6,
                label=model_name(key),
            )
        count = len(next(iter(found.values()), []))
        axes.set_xticks(range(count), [f"Fold {number + 1}" for number in range(count)], color=INK)
        axes.axhline(0.5, color=MUTED, lw=0.8, ls=":")
        axes.set_ylabel("AUROC")
        axes.set_ylim(top=1.0)
        axes.set_xlim(-0.6, count - 0.4)
        columns = abreast(WIDE_IN, [model_name(key) for key in found], most=3)
        canvas.legend(loc="outside lower center", ncols=columns, fontsize=7)
        tidy(axes, "y")
    return buffer.getvalue()
