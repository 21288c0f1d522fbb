"""Does a probability mean what it says? Before and after calibration."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..common.canvas import INK, LANDSLIDE, MUTED, STABLE, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, number, section, table, tag
from ..common.missing import TRAIN_AGAIN, Missing, Part

TITLE = "Reliability"
FIGURES = (
    ("slope", "Calibration slope (1 is right; below 1, too extreme)", 2),
    ("intercept", "Calibration intercept (0 is right)", 2),
    ("expected", "Landslides expected among held-out samples", 0),
    ("observed", "Landslides observed", 0),
    ("brier", "Brier score, folds pooled", 3),
    ("log_loss", "Log loss, folds pooled", 3),
)


def build(content: ReportContent) -> Part:
    """Curve and figures of the bundle's own model."""
    if content.model.relative:
        return Missing(
            TITLE,
            "a relative intensity is no probability",
            "choose another model where probabilities are asked",
        )
    calibration = content.model.metrics.get("calibration") or {}
    if not calibration.get("before", {}).get("curve"):
        return Missing(TITLE, "the bundle keeps no reliability curve", TRAIN_AGAIN)
    rows = [
        [words, number(calibration["before"].get(key), digits), number(calibration["after"].get(key), digits)]
        for key, words, digits in FIGURES
    ]
    with drawing(3.9, 3.7) as (canvas, buffer):
        draw(canvas.subplots(), calibration)
    picture = figure(
        buffer.getvalue(),
        "Reliability before and after calibration",
        "Share of landslides against mean probability in ten groups of equally many held-out samples, before and "
        f"after calibration ({calibration.get('method', 'none')}), which is fitted on the other folds. On the diagonal "
        "a probability is what it says, among the samples.",
    )
    return section(
        "reliability",
        TITLE,
        tag(
            "div",
            picture,
            tag("div", table(["Figure", "Before", "After"], rows), class_="dense"),
            class_="pair",
        ),
    )


def draw(axes: Any, calibration: Any) -> None:
    """Both curves on given axes."""
    axes.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
    for key, colour, style, marker in (("before", STABLE, "--", "o"), ("after", LANDSLIDE, "-", "s")):
        p, share, _ = (np.asarray(part, float) for part in calibration[key]["curve"])
        axes.plot(p, share, style, color=colour, marker=marker, ms=4, lw=1.5, label=f"{key} calibration")
    axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal")
    axes.set_xlabel("Probability (mean of group)", color=INK)
    axes.set_ylabel("Share of landslides in group", color=INK)
    axes.legend(loc="upper left", fontsize=8)
    tidy(axes)
