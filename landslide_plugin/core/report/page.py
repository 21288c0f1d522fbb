"""A report as one self-contained page of chapters and sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from ..progress import Progress
from .area import association, distributions, overview, profiles, safety
from .common.content import ReportContent
from .common.markup import Html, facts, join, tag
from .common.missing import Missing
from .mechanics import hazard, physics
from .mechanics.consistency import consistency_section
from .model import importance, learning, saliency
from .model.factors import factor_section
from .record import checks, provenance
from .record.inputs import input_section
from .record.limits import absence_section, limit_section
from .result import methods, uncertainty
from .result.classes import class_section
from .result.map import map_section
from .result.scores import headline
from .result.zoning import zoning_section
from .validation import confusion, curves, differences, folds, gap, reliability, summary, variogram

STYLE_FILE = Path(__file__).parents[2] / "resources" / "report" / "report.css"
Build = Callable[[ReportContent], Union[Html, Missing, None]]


@dataclass(frozen=True)
class Entry:
    """A section: its anchor, its name in the contents, and what makes it."""

    anchor: str
    name: str
    build: Build


@dataclass(frozen=True)
class Chapter:
    """Sections under one heading."""

    anchor: str
    name: str
    entries: Sequence[Entry]


CHAPTERS = (
    Chapter(
        "result",
        "Result",
        (
            Entry("scores", "How well it predicts", headline),
            Entry("zoning", "Zoning statement", zoning_section),
            Entry("map", "The map", map_section),
            Entry("classes", "What each class holds", class_section),
            Entry("uncertainty", uncertainty.TITLE, uncertainty.build),
            Entry("methods", methods.TITLE, methods.build),
        ),
    ),
    Chapter(
        "validation",
        "Validation",
        (
            Entry("summary", "Summary of all methods", summary.build),
            Entry("duel", "The duel", differences.build),
            Entry("gap", "Fit, random and spatial folds", gap.build),
            Entry("curves", "Curves of every method", curves.build),
            Entry("precision", "Precision-recall curves", curves.missing),
            Entry("confusion", "Confusion matrices", confusion.build),
            Entry("reliability", reliability.TITLE, reliability.build),
            Entry("folds", folds.TITLE, folds.build),
            Entry("variogram", "Residual variogram", variogram.build),
        ),
    ),
    Chapter(
        "warnings",
        "Warnings and limits",
        (
            Entry("limits", "Limits", limit_section),
            Entry("absent", "What was not given", absence_section),
        ),
    ),
    Chapter(
        "area",
        "Area and samples",
        (
            Entry("overview", overview.TITLE, overview.build),
            Entry("distributions", "Factors, landslide and stable", distributions.build),
            Entry("association", "Rank correlations", association.build),
            Entry("profiles", "Soil over depth", profiles.build),
            Entry("safety", "Factor of safety", safety.build),
        ),
    ),
    Chapter(
        "model",
        "Model",
        (
            Entry("factors", "Factors and coefficients", factor_section),
            Entry("importance", importance.TITLE, importance.build),
            Entry("saliency", "Saliency of soil layers", saliency.build),
            Entry("learning", learning.TITLE, learning.build),
        ),
    ),
    Chapter(
        "mechanics",
        "Physics and triggers",
        (
            Entry("consistency", "Consistency with physics", consistency_section),
            Entry("physics", physics.TITLE, physics.build),
            Entry("hazard", "Curves of typical cells", hazard.build),
        ),
    ),
    Chapter(
        "sources",
        "Inputs",
        (
            Entry("checks", checks.TITLE, checks.build),
            Entry("inputs", "Samples and settings", input_section),
            Entry("provenance", "Versions and hashes", provenance.build),
        ),
    ),
)
"""What is on a page, in order; a section that has nothing to say returns nothing or what is missing."""


def render(content: ReportContent, progress: Progress) -> str:
    """The whole page; needs no network and no other file."""
    total, done = sum(len(chapter.entries) for chapter in CHAPTERS), 0
    parts, menu, contents = [], [], []
    for chapter in CHAPTERS:
        shown: list[tuple[Entry, Html]] = []
        absent: list[Missing] = []
        for entry in chapter.entries:
            progress.check()
            part = entry.build(content)
            done += 1
            progress.step(done / total)
            if isinstance(part, Missing):
                absent.append(part)
            elif part:
                shown.append((entry, part))
        if not shown and not absent:
            continue
        heading = tag("h2", chapter.name, class_="chapter", id=chapter.anchor)
        parts.append(tag("div", heading, *(part for _, part in shown), _absent(absent), class_="part"))
        menu.append(tag("a", chapter.name, href=f"#{chapter.anchor}"))
        links = join(
            [tag("li", tag("a", entry.name, href=f"#{entry.anchor}")) for entry, _ in shown],
        )
        contents.append(tag("li", tag("a", chapter.name, href=f"#{chapter.anchor}"), tag("ul", links)))
    return _page(content, menu, contents, parts)


def _absent(found: Sequence[Missing]) -> Html:
    if not found:
        return Html("")
    rows = [(part.title, f"{part.why[:1].upper()}{part.why[1:]}. To get it: {part.how}.") for part in found]
    return tag("section", tag("h3", "Not shown in this chapter"), facts(rows), class_="missing")


def _page(
    content: ReportContent, menu: Sequence[Html], contents: Sequence[Html], parts: Sequence[Html]
) -> str:
    head = tag(
        "header",
        tag("p", "Landslide susceptibility report", class_="kicker"),
        tag("h1", content.title),
        tag("p", _subtitle(content), class_="subtitle"),
    )
    listed = tag("section", tag("h2", "Contents"), tag("ol", *contents), class_="contents")
    body = join([head, tag("nav", *menu), tag("main", listed, *parts)])
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
