"""Confusion matrices of held-out samples at thresholds chosen on the other folds."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import Optional

import numpy as np

from ..common.canvas import INK, RAMPS, drawing, plain
from ..common.content import ReportContent
from ..common.markup import Html, figure, join, number, section, table, tag
from ..common.missing import TRAIN_AGAIN, Missing, Part
from ..common.model_record import model_name

TITLE = "Confusion matrix at the training threshold"
COLUMNS, LETTERS_A_LINE = 4, 22


def build(content: ReportContent) -> Part:
    """A matrix a method."""
    counts = {
        key: content.model.scores(key, "spatial")["confusion"]
        for key in content.model.scored()
        if content.model.scores(key, "spatial").get("confusion")
    }
    if not counts:
        return Missing(TITLE, "the bundle keeps no confusion counts", TRAIN_AGAIN)
    threshold = content.model.metrics.get("threshold")
    map_words = f" The map's own threshold is {threshold:.3f}." if threshold is not None else ""
    picture = figure(
        draw(counts),
        "Confusion matrix of every method",
        "Held-out samples called landslide or stable, summed over spatial folds and repeats. In each fold the "
        "threshold is the one with the largest difference of true and false positive rate (Youden 1950) on its "
        "training part. Number of samples and share of the row; dark is a large share." + map_words,
        wide=True,
    )
    return section("confusion", TITLE, picture, tag("div", by_class(content, counts), class_="dense"))


def by_class(content: ReportContent, found: Mapping[str, Mapping[str, int]]) -> Html:
    """Precision, recall and support of both classes, among the samples and at the share of landslides in the area."""
    share = landslide_share(content)
    rows = []
    for key, counts in found.items():
        slides = counts["true_positive"] + counts["false_negative"]
        stable = counts["true_negative"] + counts["false_positive"]
        if not slides or not stable:
            continue
        recall, kept = counts["true_positive"] / slides, counts["true_negative"] / stable
        among = slides / (slides + stable)
        for name, own, other, part, support in (
            ("landslide", recall, kept, among, slides),
            ("stable", kept, recall, 1.0 - among, stable),
        ):
            in_area = share if name == "landslide" else (None if share is None else 1.0 - share)
            area = None if in_area is None else precision(own, other, in_area)
            figures = (number(own), number(precision(own, other, part)), number(area, 4))
            rows.append([model_name(key), name, *figures, support])
    said = (
        f"Precision in the area: share of the places called so that would be so where landslides hold "
        f"{100 * share:.3g} % of the ground, as they do here."
        if share is not None
        else "What precision would be in the area is not told: its landslide share is not known to the model."
    )
    head = ["Method", "Class", "Recall", "Precision among samples", "Precision in the area", "Support"]
    note = (
        f"Summed over folds and repeats. Recall: share of the class called so. Support: samples of it. {said}"
    )
    return join([table(head, rows, 2), tag("p", note, class_="note")])


def precision(own: float, other: float, share: float) -> float:
    """Share of the places called a class that belong to it, where the class holds ``share`` of all.

    Parameters
    ----------
    own, other : float
        Recall of the class and of the other one.
    share : float

    Examples
    --------
    >>> precision(0.8, 0.8, 0.5), round(precision(0.8, 0.8, 0.01), 4)
    (0.8, 0.0388)
    """
    called = own * share + (1.0 - other) * (1.0 - share)
    return own * share / called if called > 0.0 else float("nan")


def landslide_share(content: ReportContent) -> Optional[float]:
    """Share of landslides in the area: that of the training's probabilities, else the one recorded with the samples."""
    share = content.model.metrics.get("samples", {}).get("prevalence")
    if share is None:
        share = content.model.record.get("provenance", {}).get("landslide_share_of_area")
    try:
        found = float(share) if share not in (None, "") else None
    except ValueError:
        return None
    return found if found is not None and 0.0 < found < 1.0 else None


def draw(found: Mapping[str, Mapping[str, int]]) -> bytes:
    """Small multiples of 2 x 2 cells."""
    rows = -(-len(found) // COLUMNS)
    columns = min(COLUMNS, len(found))
    with drawing(max(1.9 * columns, 3.8), 0.3 + 2.05 * rows) as (canvas, buffer):
        grid = canvas.subplots(rows, columns, squeeze=False)
        for axes in grid.ravel()[len(found) :]:
            axes.set_visible(False)
        for place, (axes, (key, counts)) in enumerate(zip(grid.ravel(), found.items())):
            matrix = np.array(
                [
                    [counts["true_positive"], counts["false_negative"]],
                    [counts["false_positive"], counts["true_negative"]],
                ]
            )
            share = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
            axes.imshow(share, cmap=RAMPS["share"], vmin=0, vmax=1.15)
            for (row, col), value in np.ndenumerate(matrix):
                axes.text(
                    col,
                    row,
                    f"{value}\n{100 * share[row, col]:.0f} %",
                    ha="center",
                    va="center",
                    fontsize=9,
                    color="white" if share[row, col] > 0.6 else INK,
                )
            axes.set_xticks([0, 1], ["landslide", "stable"], fontsize=7.5)
            words = ["landslide", "stable"] if place % columns == 0 else ["", ""]
            axes.set_yticks([0, 1], words, fontsize=7.5, rotation=90, va="center")
            axes.set_xlabel("called", fontsize=7.5)
            if place % columns == 0:
                axes.set_ylabel("is", fontsize=7.5)
            axes.set_title(plain(fill(model_name(key), LETTERS_A_LINE)), fontsize=8)
            axes.tick_params(length=0)
    return buffer.getvalue()
