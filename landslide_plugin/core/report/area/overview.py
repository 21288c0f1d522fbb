"""The study area: elevation, slope, lithology, faults, factor of safety, and the inventory on relief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..common.content import ReportContent
from ..common.map_panels import Panel, draw_panels
from ..common.maps import inventory_words
from ..common.markup import Html, figure, join, section, tag
from ..common.missing import Missing, Part
from ..common.words import readable

TITLE = "The study area"


def build(content: ReportContent) -> Part:
    """Six panels, or those that can be had."""
    panels, absent = list(_panels(content)), _absent(content)
    if not panels:
        return Missing(
            TITLE, "neither DEM nor factors are given to the report", "give 'DEM' and 'Factor rasters'"
        )
    titles = ", ".join(panel.title.lower() if panel.title != "DEM" else "DEM" for panel in panels)
    picture = figure(
        draw_panels(content, panels),
        f"The study area: {titles}",
        f"The study area: {titles}. Colours reach from the 2nd to the 98th percentile. "
        + _defined(panels)
        + f"{inventory_words(content)} ".lstrip()
        + f"Coordinates: {content.frame.crs_name}.",
        wide=True,
    )
    note = tag("p", "Not shown: " + "; ".join(absent) + ".", class_="note") if absent else Html("")
    return section("overview", TITLE, join([picture, note]))


def _panels(content: ReportContent) -> Iterator[Panel]:
    told = {str(entry["name"]): entry for entry in content.evidence.overview or []}
    if "dem" in content.layers:
        yield Panel("DEM", content.layers["dem"], "Elevation (m)", "elevation")
    if "slope" in content.evidence.factors:
        unit = str(told.get("slope", {}).get("unit") or "deg")
        yield Panel("Slope", content.evidence.factors["slope"], readable("slope", unit), "slope")
    if "lithology" in content.evidence.factors:
        names = {int(code): name for code, name in told.get("lithology", {}).get("categories", {}).items()}
        yield Panel("Lithology", content.evidence.factors["lithology"], classes=names)
    if "distance_faults" in content.evidence.factors:
        yield Panel(
            "Distance to faults",
            content.evidence.factors["distance_faults"] / 1000,
            "Distance (km)",
            "distance",
        )
    if "safety" in content.layers:
        label = f"FS, {content.model.reference}" if content.model.has_scenarios else "FS"
        values = content.layers["safety"]
        yield Panel("Factor of safety", values, label, "factor_of_safety")
    if "inventory" in content.layers:
        yield Panel("Inventory", None, marks=True)


def _defined(panels: Sequence[Panel]) -> str:
    """The symbols of the panels that are there."""
    titles = [panel.title for panel in panels]
    symbols = ""
    if "Factor of safety" in titles:
        symbols += "FS: factor of safety, resisting over driving forces of the infinite slope, red below 1. "
    return symbols


def _absent(content: ReportContent) -> list[str]:
    absent = []
    if "dem" not in content.layers:
        absent.append("elevation and relief (give 'DEM')")
    names = [
        word
        for name, word in (
            ("slope", "slope"),
            ("lithology", "lithology"),
            ("distance_faults", "distance to faults"),
        )
        if name not in content.evidence.factors
    ]
    if names:
        absent.append(f"{', '.join(names)} (give 'Factor rasters' with bands of these names)")
    if "safety" not in content.layers:
        absent.append("factor of safety (give 'Factor of safety')")
    if "inventory" not in content.layers:
        absent.append("inventory (give 'Landslide inventory')")
    return absent
