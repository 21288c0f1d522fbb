"""What the model cannot say."""

from __future__ import annotations

from ..common.content import ReportContent
from ..common.markup import (
    Html,
    bullets,
    facts,
    section,
    tag,
)
from ..common.statements import absences, limits


def absence_section(content: ReportContent) -> Html:
    """What was not given, and what follows."""
    absent = absences(content)
    body = facts(absent) if absent else tag("p", "Every input the product knows was given.")
    return section("absent", "What was not given, and what follows from it", body)


def limit_section(content: ReportContent) -> Html:
    """What not to conclude, and the notes of the training."""
    notes = [str(note) for note in content.model.metrics.get("notes", [])]
    extra = [tag("h3", "Notes of the training"), bullets(notes)] if notes else []
    return section("limits", "Limits", bullets(limits(content)), *extra)
