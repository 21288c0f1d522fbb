"""What the chapters of the record hold: warnings near the top of the page, sources at its end."""

from __future__ import annotations

from ..common.chapter import Chapter, Entry
from . import checks, provenance
from .inputs import input_section
from .limits import absence_section, limit_section

WARNINGS = Chapter(
    "warnings",
    "Warnings and limits",
    (
        Entry("limits", "Limits", limit_section),
        Entry("absent", "What was not given", absence_section),
    ),
)
SOURCES = Chapter(
    "sources",
    "Inputs",
    (
        Entry("checks", checks.TITLE, checks.build),
        Entry("inputs", "Samples and settings", input_section),
        Entry("provenance", "Versions and hashes", provenance.build),
    ),
)
