"""What the chapter of the area holds."""

from __future__ import annotations

from ..common.chapter import Chapter, Entry
from . import association, distributions, overview, profiles, safety

CHAPTER = Chapter(
    "area",
    "Area and samples",
    (
        Entry("overview", overview.TITLE, overview.build),
        Entry("distributions", "Factors, landslide and stable", distributions.build),
        Entry("association", "Rank correlations", association.build),
        Entry("profiles", "Soil over depth", profiles.build),
        Entry("safety", "Factor of safety", safety.build),
    ),
)
