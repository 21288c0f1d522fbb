"""Table of the five classes."""

from __future__ import annotations

from ...evaluation.classes import class_style
from ..common import charts, maps
from ..common.content import ReportContent
from ..common.markup import (
    DASH,
    Html,
    figure,
    join,
    number,
    section,
    table,
    tag,
)


def class_section(content: ReportContent) -> Html:
    """Area, landslides and density by class, with warnings."""
    style = class_style()
    rows = []
    for row, colour, bounds in zip(
        reversed(content.classes.rows),
        reversed(style.colours),
        reversed(maps.class_bounds(content.model.metrics)),
    ):
        name = join([Html(f'<span class="chip" style="background:{colour}"></span>'), row.name])
        landslides = DASH if row.landslides is None else f"{row.landslides}"
        share = number(row.landslide_percent, 1)
        rows.append(
            [name, bounds, number(row.area_percent, 1), landslides, share, number(row.density_ratio, 2)]
        )
    head = [
        "Class",
        content.model.value_name.capitalize(),
        "Area (%)",
        "Landslides",
        "Landslides (%)",
        "Density ratio",
    ]
    notes = [tag("p", warning, class_="warning") for warning in content.classes.warnings]
    picture = figure(
        charts.class_bars(content.classes, style.colours),
        "Area and landslides by class",
        "Share of the area and of the landslides by class.",
        wide=True,
    )
    note = tag("p", _class_note(content), class_="note")
    held = join([table(head, rows, 1), *notes, picture, note])
    return section("classes", "What each class holds", held)


def _class_note(content: ReportContent) -> str:
    text = "Density ratio: share of landslides over share of area; 1 is the mean of the map. "
    shares = content.model.metrics.get("classes", {}).get("shares")
    if shares:
        held = ", ".join(f"{100 * float(share):g}" for share in reversed(list(shares)))
        text += (
            f"Cut points were set once, at training, so that the classes hold {held} % of the held-out landslides "
            "(Very high first). "
        )
    if content.classes.rows[0].landslides is not None:
        text += (
            "The landslides counted here are those of the inventory given with this report."
            if content.place.get("kind") == "other"
            else "The landslides counted here may include those the model was trained on."
        )
    return text
