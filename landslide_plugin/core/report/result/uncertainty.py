"""Where the members of the ensemble differ: spread, agreement, and the area in each category of agreement."""

from __future__ import annotations

from ..common.canvas import RAMPS
from ..common.content import ReportContent
from ..common.map_panels import Panel, draw_panels
from ..common.markup import Html, figure, join, number, section, table, tag
from ..common.missing import Missing, Part

TITLE = "Uncertainty and agreement"
CATEGORIES = ("under 60 %", "60 to 80 %", "80 % and over", "all members")
WORDS = {
    "Class agreement": "put the cell in the class of the mean",
    "Threshold agreement": "are on the mean's side of the threshold",
}


def build(content: ReportContent) -> Part:
    """Maps and a table of area."""
    panels = []
    if "spread" in content.layers:
        panels.append(
            Panel("Spread of the members", content.layers["spread"], "Standard deviation", RAMPS["spread"])
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
            "neither UNCERTAINTY nor AGREEMENT is given to the report",
            "give both rasters of 'Map susceptibility/uncertainty'",
        )
    picture = figure(
        draw_panels(content, panels, columns=2),
        "Maps of spread and agreement of the members",
        "Left, standard deviation of the members' probabilities; right, share of the members that give the class of "
        "the mean. They show how far the answer depends on which part of the area is sampled and on chance in "
        "training. Errors of the inventory are not in them.",
        wide=True,
    )
    return section("uncertainty", TITLE, join([picture, _table(content)]))


def _table(content: ReportContent) -> Html:
    if not content.agreement:
        return tag("p", "Area by agreement: give AGREEMENT.", class_="note")
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
