"""The section that compares a model with slope physics and with the order of the triggers."""

from __future__ import annotations

from ..common.content import ReportContent
from ..common.markup import Html, number, section, table, tag

FIGURES = (
    (
        "fs_rho",
        "Rank correlation of low factor of safety and fitted probability at the samples (FS-rho of the fit)",
        "1: the model ranks cells as the factor of safety does",
    ),
    (
        "violation_rate",
        "Share of the cells with a factor of safety below 1 that is not among as many of the highest probability",
        "0: the same cells; a map without any pattern has the share of cells with a factor of safety of 1 or more",
    ),
    (
        "falling_pairs_share",
        "Share of scenario pairs in which probability falls although no trigger falls",
        "0: a stronger trigger never lowers susceptibility",
    ),
)
BY_THRESHOLD = (
    "violation_rate",
    "Share of cells on the other side of the threshold than the factor of safety",
    "0: never against the physics; reckoned by an older version, it falls and rises with the threshold",
)


def consistency_section(content: ReportContent) -> Html:
    """Consistency figures of a model with scenarios; nothing for another one."""
    figures = content.model.metrics.get("consistency") or {}
    listed = [
        BY_THRESHOLD if row[0] == "violation_rate" and "violation_by" not in figures else row
        for row in FIGURES
    ]
    rows = [
        (words, number(figures[key]), best) for key, words, best in listed if figures.get(key) is not None
    ]
    if not rows:
        return Html("")
    return section(
        "consistency",
        "Consistency with slope physics and triggers",
        tag(
            "div",
            table(["Figure", "Value", "How to read it"], [(a, b, tag("span", c)) for a, b, c in rows], 9),
            class_="dense",
        ),
        tag(
            "p",
            "Consistency describes the model; it is not a measure of quality. A model that follows the physics "
            "and predicts no better than the physics alone has not gained by it.",
            class_="note",
        ),
    )
