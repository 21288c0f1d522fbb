"""Confusion matrices of held-out samples at thresholds chosen on the other folds."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill

import numpy as np

from ..common.canvas import INK, RAMPS, drawing, plain
from ..common.content import ReportContent
from ..common.markup import figure, section
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
    return section("confusion", TITLE, picture)


def draw(found: Mapping[str, Mapping[str, int]]) -> bytes:
    """Small multiples of 2 x 2 cells."""
    rows = -(-len(found) // COLUMNS)
    columns = min(COLUMNS, len(found))
    with drawing(max(1.9 * columns, 3.8), 0.3 + 2.05 * rows) as (canvas, buffer):
        grid = canvas.subplots(rows, columns, squeeze=False)
        for axes in grid.ravel()[len(found) :]:
            axes.set_visible(False)
        for number, (axes, (key, counts)) in enumerate(zip(grid.ravel(), found.items())):
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
            words = ["landslide", "stable"] if number % columns == 0 else ["", ""]
            axes.set_yticks([0, 1], words, fontsize=7.5, rotation=90, va="center")
            axes.set_xlabel("called", fontsize=7.5)
            if number % columns == 0:
                axes.set_ylabel("is", fontsize=7.5)
            axes.set_title(plain(fill(model_name(key), LETTERS_A_LINE)), fontsize=8)
            axes.tick_params(length=0)
    return buffer.getvalue()
