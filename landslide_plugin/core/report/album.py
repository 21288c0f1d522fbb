"""The figures of a page as files of their own: PNG at 300 dpi, SVG and PDF."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .common.canvas import Picture
from .common.markup import Html, join, section, table, tag

DPI = 300
KINDS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
TITLE, ANCHOR = "Figures as files", "files"


@dataclass(frozen=True)
class Plate:
    """A figure that was filed: its number on the page, its title and the stem of its files."""

    number: int
    title: str
    name: str


@dataclass
class Album:
    """Files the figures of each section while the page is made, so that only those of one are held at a time.

    Attributes
    ----------
    folder : Path
        Takes the files.
    plates : list of Plate
        What was filed.
    """

    folder: Path
    plates: list[Plate] = field(default_factory=list)
    _seen: int = 0

    def file(self, anchor: str, pictures: Sequence[tuple[str, bytes]]) -> None:
        """Write the figures of a section, named by it and counted where there are several."""
        for number, (title, picture) in enumerate(pictures):
            self._seen += 1
            if not isinstance(picture, Picture):
                continue
            name = anchor if len(pictures) == 1 else f"{anchor}_{number + 1}"
            for kind in KINDS:
                (self.folder / f"{name}.{kind}").write_bytes(picture.drawn(kind, DPI))
            self.plates.append(Plate(self._seen, title, name))

    def section(self) -> Html:
        """A list of all figures from which each can be saved; the files are within the page."""
        rows = [[f"Figure {plate.number}", plate.title, self._links(plate)] for plate in self.plates]
        note = "The files are part of this page and need no network. PNG: 300 dpi."
        return section(
            ANCHOR, TITLE, table(["Figure", "Shows", "Save as"], rows, 9), tag("p", note, class_="note")
        )

    def _links(self, plate: Plate) -> Html:
        links = []
        for kind, mime in KINDS.items():
            data = base64.b64encode((self.folder / f"{plate.name}.{kind}").read_bytes()).decode("ascii")
            href = f"data:{mime};base64,{data}"
            links.append(tag("a", kind.upper(), href=href, download=f"{plate.name}.{kind}"))
        return join(links, " ")
