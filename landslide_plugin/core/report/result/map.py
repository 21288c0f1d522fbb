"""The map of the probability itself."""

from __future__ import annotations

from ..common import maps
from ..common.canvas import RAMPS
from ..common.content import ReportContent
from ..common.markup import figure, section
from ..common.missing import Missing, Part

TITLE = "Probability"


def map_section(content: ReportContent) -> Part:
    """The probability; the classes stand at the top of the page."""
    if "probability" not in content.layers:
        return Missing(
            TITLE,
            "'Susceptibility (probability)' is not given to the report",
            "give the raster of 'Map susceptibility/uncertainty'",
        )
    label, name = content.model.probability_label, content.model.value_name
    picture = figure(
        maps.ramp_picture(content, "probability", label, RAMPS["probability"]),
        f"Map of {name}",
        f"{name.capitalize()}{maps.given(content)}, mean of the members, in the colours of its layer.",
        wide=True,
    )
    return section("map", name.capitalize(), picture)
