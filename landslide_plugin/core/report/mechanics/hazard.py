"""Probability over the return period of the rain for a typical cell of each class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ...evaluation.classes import class_style
from ..common.canvas import INK, drawing, tidy
from ..common.content import ReportContent
from ..common.markup import figure, section, table, tag
from ..common.missing import GIVE_SCENARIOS, NO_SCENARIOS, OLD_BUNDLE, TRAIN_AGAIN, Missing, Part

TITLE = "Curves of typical cells over the return period"
MARKERS = "os^Dv"


def build(content: ReportContent) -> Part:
    """A curve a class and where its cell lies."""
    if not content.model.has_scenarios:
        return Missing(TITLE, NO_SCENARIOS, GIVE_SCENARIOS)
    rows = content.evidence.curves
    if not rows:
        return Missing(TITLE, OLD_BUNDLE, TRAIN_AGAIN)
    periods = content.model.record["scenarios"]["return_periods_yr"]
    picture = figure(
        draw(rows, periods, content.model.metrics.get("threshold")),
        "Probability over the return period of a typical cell of each class",
        "Susceptibility given the T-year rain against the return period T for one sample of each class, the one with "
        "the median probability of its class; band, lowest to highest member; dashed, the threshold of the map. T "
        "belongs to the rain alone: this is no annual probability of landsliding.",
        wide=True,
    )
    places = [
        [row["name"], f"{row['x'] / content.frame.metres_per_unit:,.0f}".replace(",", "\u2009")]
        + [f"{row['y'] / content.frame.metres_per_unit:,.0f}".replace(",", "\u2009")]
        + [f"{p:.3f}" for p in row["probability"]]
        for row in reversed(rows)
    ]
    head = ["Typical cell of class", "East", "North", *(f"T{period:g}" for period in periods)]
    return section("hazard", TITLE, picture, tag("div", table(head, places), class_="dense"))


def draw(rows: Sequence[Mapping[str, Any]], periods: Sequence[float], threshold: Any) -> bytes:
    """Curves on a logarithmic axis of return periods."""
    colours = class_style().colours
    with drawing(7.2, 3.3) as (canvas, buffer):
        axes = canvas.subplots()
        for row in reversed(rows):
            number = int(row["class"]) - 1
            axes.fill_between(periods, row["low"], row["high"], color=colours[number], alpha=0.3, lw=0)
            axes.plot(
                periods,
                row["probability"],
                marker=MARKERS[number],
                ms=6,
                color=INK,
                mfc=colours[number],
                lw=1.2,
                label=row["name"],
            )
        if threshold is not None:
            axes.axhline(float(threshold), color=INK, lw=0.9, ls="--")
        axes.set_xscale("log")
        axes.set_xticks(periods, [f"{period:g}" for period in periods])
        axes.minorticks_off()
        top = float(np.max([row["high"] for row in rows]))
        axes.set_ylim(0, min(1.0, 1.1 * max(top, float(threshold or 0.0))))
        axes.set_xlabel("Return period of the rain T (years)")
        axes.set_ylabel("Probability")
        axes.legend(
            fontsize=8,
            title="Class of the cell",
            title_fontsize=8,
            loc="center left",
            bbox_to_anchor=(1.0, 0.5),
        )
        tidy(axes)
    return buffer.getvalue()
