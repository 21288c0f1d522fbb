"""What a chapter of the page is: sections under one heading, each made from the content of a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Union

from .content import ReportContent
from .markup import Html
from .missing import Missing

Build = Callable[[ReportContent], Union[Html, Missing, None]]


@dataclass(frozen=True)
class Entry:
    """A section: its anchor, its name in the contents, and what makes it.

    A section that has nothing to say is nothing, or says what is missing.
    """

    anchor: str
    name: str
    build: Build


@dataclass(frozen=True)
class Chapter:
    """Sections under one heading, in the order of the page."""

    anchor: str
    name: str
    entries: Sequence[Entry]
