"""What the chapter of the result holds."""

from __future__ import annotations

from ..common.chapter import Chapter, Entry
from . import here, methods, uncertainty
from .classes import class_section
from .map import map_section
from .scores import headline
from .zoning import zoning_section

CHAPTER = Chapter(
    "result",
    "Result",
    (
        Entry("here", here.TITLE, here.here_section),
        Entry("scores", "How well it predicts", headline),
        Entry("zoning", "Zoning statement", zoning_section),
        Entry("map", "Probability", map_section),
        Entry("classes", "What each class holds", class_section),
        Entry("uncertainty", uncertainty.TITLE, uncertainty.build),
        Entry("methods", methods.TITLE, methods.build),
    ),
)
