"""A report as one self-contained page of chapters and sections."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from ..progress import Progress
from ..words.pages import said_page
from .album import ANCHOR, TITLE, Album
from .area.chapter import CHAPTER as AREA
from .common.chapter import Entry
from .common.content import ReportContent
from .common.markup import Html, facts, join, tag
from .common.missing import Missing
from .mechanics.chapter import CHAPTER as MECHANICS
from .model.chapter import CHAPTER as MODEL
from .record.chapter import SOURCES, WARNINGS
from .result import glance
from .result.chapter import CHAPTER as RESULT
from .validation.chapter import CHAPTER as VALIDATION

STYLE_FILE = Path(__file__).parents[2] / "resources" / "report" / "report.css"
CHAPTERS = (RESULT, VALIDATION, WARNINGS, AREA, MODEL, MECHANICS, SOURCES)
"""What is on a page, in order; each chapter lists its sections in its own folder."""


def render(
    content: ReportContent, progress: Progress, album: Optional[Album] = None, downloads: bool = False
) -> str:
    """The whole page; needs no network and no other file.

    Parameters
    ----------
    album : Album, optional
        Takes every figure as files.
    downloads : bool
        The page ends with a list from which the figures of the album can be saved.
    """
    opening = _filed(album, glance.ANCHOR, glance.glance_section(content))
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
                shown.append((entry, _filed(album, entry.anchor, part)))
        if not shown and not absent:
            continue
        heading = tag("h2", chapter.name, class_="chapter", id=chapter.anchor)
        parts.append(tag("div", heading, *(part for _, part in shown), _absent(absent), class_="part"))
        menu.append(tag("a", chapter.name, href=f"#{chapter.anchor}"))
        links = join(
            [tag("li", tag("a", entry.name, href=f"#{entry.anchor}")) for entry, _ in shown],
        )
        contents.append(tag("li", tag("a", chapter.name, href=f"#{chapter.anchor}"), tag("ul", links)))
    if album is not None and downloads:
        menu.append(tag("a", TITLE, href=f"#{ANCHOR}"))
        parts.append(tag("div", album.section(), class_="part"))
    return _page(
        content, [tag("a", glance.TITLE, href=f"#{glance.ANCHOR}"), *menu], contents, [opening, *parts]
    )


def _filed(album: Optional[Album], anchor: str, part: Html) -> Html:
    """The part without the pictures that it was made of, once they are filed where that is asked."""
    if album is not None:
        album.file(anchor, part.pictures)
    return Html(part)


def _absent(missing: Sequence[Missing]) -> Html:
    if not missing:
        return Html("")
    rows = [(part.title, f"{part.why[:1].upper()}{part.why[1:]}. To get it: {part.how}.") for part in missing]
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
    opening = tag("div", parts[0], class_="part")
    body = join([head, tag("nav", *menu), tag("main", opening, listed, *parts[1:])])
    style = Html(STYLE_FILE.read_text(encoding="utf-8"))
    return said_page(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{tag('title', content.title)}<style>{style}</style></head>\n<body>{body}</body></html>\n"
    )


def _subtitle(content: ReportContent) -> str:
    frame = content.frame
    parts = [f"{frame.rows} x {frame.cols} cells of {round(frame.cell_size_m, 2):g} m", frame.crs_name]
    return " \u00b7 ".join([*parts, *([content.date] if content.date else [])])
