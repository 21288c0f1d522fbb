"""A report as one self-contained page."""

from __future__ import annotations

from pathlib import Path

from ..progress import Progress
from . import sections
from .consistency import consistency_section
from .content import ReportContent
from .markup import Html, join, tag

STYLE_FILE = Path(__file__).parents[2] / "resources" / "report" / "report.css"
SECTIONS = (
    ("scores", "Scores", sections.headline),
    ("map", "Map", sections.map_section),
    ("classes", "Classes", sections.class_section),
    ("consistency", "Consistency", consistency_section),
    ("zoning", "Zoning statement", sections.zoning_section),
    ("absent", "Not given", sections.absence_section),
    ("limits", "Limits", sections.limit_section),
    ("curves", "Curves", sections.curve_section),
    ("factors", "Factors", sections.factor_section),
    ("inputs", "Inputs", sections.input_section),
)
"""Anchor, name in the menu and builder of each section; one that has nothing to say returns nothing."""


def render(content: ReportContent, progress: Progress) -> str:
    """The whole page; needs no network and no other file."""
    parts, links = [], []
    for done, (anchor, name, build) in enumerate(SECTIONS):
        part = build(content)
        progress.step((done + 1) / len(SECTIONS))
        if part:
            parts.append(part)
            links.append(tag("a", name, href=f"#{anchor}"))
    menu = tag("nav", *links)
    head = tag(
        "header",
        tag("p", "Landslide susceptibility report", class_="kicker"),
        tag("h1", content.title),
        tag("p", _subtitle(content), class_="subtitle"),
    )
    body = join([head, menu, tag("main", *parts)])
    style = Html(STYLE_FILE.read_text(encoding="utf-8"))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{tag('title', content.title)}<style>{style}</style></head>\n<body>{body}</body></html>\n"
    )


def _subtitle(content: ReportContent) -> str:
    frame = content.frame
    words = [f"{frame.rows} x {frame.cols} cells of {frame.cell_size_m:g} m", frame.crs_name]
    return " \u00b7 ".join([*words, *([content.date] if content.date else [])])
