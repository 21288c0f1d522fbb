"""What the chapter of physics and triggers holds."""

from __future__ import annotations

from ..common.chapter import Chapter, Entry
from . import hazard, physics
from .consistency import consistency_section

CHAPTER = Chapter(
    "mechanics",
    "Physics and triggers",
    (
        Entry("consistency", "Consistency with physics", consistency_section),
        Entry("physics", physics.TITLE, physics.build),
        Entry("hazard", "Curves of typical cells", hazard.build),
    ),
)
