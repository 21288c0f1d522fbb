"""A report as one self-contained page."""

from __future__ import annotations

from pathlib import Path

from ..progress import Progress
from . import sections
from .content import ReportContent
from .markup import Html, join, tag

STYLE_FILE = Path(__file__).parents[2] / "resources" / "report" / "report.css"
SECTIONS = (
    ("Scores", sections.headline),
    ("Map", sections.map_section),
    ("Classes", sections.class_section),
    ("Zoning statement", sections.zoning_section),
    ("Not given", sections.absence_section),
    ("Limits", sections.limit_section),
    ("Curves", sections.curve_section),
    ("Factors", sections.factor_section),
    ("Inputs", sections.input_section),
)


def render(content: ReportContent, progress: Progress) -> str:
    """The whole page; needs no network and no other file."""
    parts = []
    for done, (_, build) in enumerate(SECTIONS):
        parts.append(build(content))
        progress.step((done + 1) / len(SECTIONS))
    anchors = [str(part).split('id="', 1)[1].split('"', 1)[0] for part in parts]
    menu = tag("nav", join(tag("a", name, href=f"#{anchor}") for (name, _), anchor in zip(SECTIONS, anchors)))
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
