"""The map itself."""

from __future__ import annotations

from ...evaluation.classes import class_style
from ..common import maps
from ..common.canvas import RAMPS
from ..common.content import ReportContent
from ..common.markup import (
    Html,
    figure,
    section,
)


def map_section(content: ReportContent) -> Html:
    """The five-class map, then probability and spread."""
    style = class_style()
    of = (
        "" if content.model.reference == "Susceptibility" else f" given the {content.model.reference} trigger"
    )
    relative = ", of relative intensity and no probability" if content.model.relative else ""
    pictures = [
        figure(
            maps.class_picture(content, style.colours, style.names),
            "Map of five susceptibility classes",
            f"Susceptibility classes{of}{relative}. {style.legend}. Coordinates: {content.frame.crs_name}.",
            wide=True,
        )
    ]
    if "probability" in content.layers:
        label = content.model.probability_label
        picture = maps.ramp_picture(content, "probability", label, RAMPS["probability"])
        name = content.model.value_name
        caption = f"{name.capitalize()}{of}, mean of the members. The colours end at the 98th percentile."
        pictures.append(figure(picture, f"Map of {name}", caption, wide=True))
    return section("map", "The map", *pictures)
