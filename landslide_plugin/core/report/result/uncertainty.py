"""Where the members of the ensemble differ: spread, agreement, and the area in each category of agreement."""

from __future__ import annotations

from ...evaluation.model_names import STACKS
from ..common.canvas import RAMPS
from ..common.content import ReportContent
from ..common.map_panels import Panel, draw_panels
from ..common.markup import Html, figure, join, number, section, table, tag
from ..common.missing import Missing, Part
from ..common.palettes import ends_of

TITLE = "Uncertainty and agreement"
CATEGORIES = ("under 60 %", "60 to 80 %", "80 % and over", "all members")
WORDS = {
    "Class agreement": "put the cell in the class of the mean",
    "Threshold agreement": "are on the mean's side of the threshold",
}
SHOWN = {
    "spread": "standard deviation of the members' probabilities",
    "agreement": "share of the members that give the class of the mean",
}


def build(content: ReportContent) -> Part:
    """Maps and a table of area."""
    panels = []
    if "spread" in content.layers:
        panels.append(
            Panel(
                "Spread of the members",
                content.layers["spread"],
                "Standard deviation (orange: largest tenth)",
                RAMPS["spread"],
                ends_of("spread", content.layers["spread"]),
                doubted=True,
            )
        )
    if "agreement" in content.layers:
        panels.append(
            Panel(
                "Agreement of the members",
                content.layers["agreement"],
                "Share of members in the class of the mean",
                RAMPS["agreement"],
                (0.0, 1.0),
            )
        )
    if not panels:
        return Missing(
            TITLE,
            "neither 'Ensemble standard deviation' nor 'Agreement' is given to the report",
            "give both rasters of 'Map susceptibility/uncertainty'",
        )
    shown = {name: words for name, words in SHOWN.items() if name in content.layers}
    picture = figure(
        draw_panels(content, panels, columns=2),
        f"Maps of {' and '.join(shown)} of the members",
        f"{_where(list(shown.values()))}. How far the answer depends on {_sources(content)}; errors of the inventory "
        "are not in it.",
        wide=len(panels) > 1,
    )
    return section("uncertainty", TITLE, join([picture, _table(content)]))


def _sources(content: ReportContent) -> str:
    """What members differ by; those of a stacked mean are of several families."""
    families = "the family of models, " if content.model.family in STACKS else ""
    return f"{families}on which part of the area is sampled and on chance in training"


def _where(shown: list[str]) -> str:
    """What stands where in the figure.

    >>> _where(["this", "that"]), _where(["that"])
    ('Left, this; right, that', 'That')
    """
    return (
        f"Left, {shown[0]}; right, {shown[1]}" if len(shown) > 1 else f"{shown[0][0].upper()}{shown[0][1:]}"
    )


def _table(content: ReportContent) -> Html:
    if not content.agreement:
        return tag("p", "Area by agreement: give 'Agreement'.", class_="note")
    rows = []
    for name, counts in content.agreement.items():
        total = max(sum(counts), 1)
        words = next((text for key, text in WORDS.items() if name.startswith(key)), name)
        rows.append([f"Members that {words}", *(number(100 * count / total, 1) for count in counts)])
    head = ["Share of the area (%) by agreement", *CATEGORIES]
    return join(
        [
            table(head, rows),
            tag("p", "Counted on every cell. Members that agree may still be wrong together.", class_="note"),
        ]
    )
