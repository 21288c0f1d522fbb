"""Table of the inputs and settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..common.content import ReportContent
from ..common.markup import (
    Html,
    facts,
    html,
    section,
    tag,
)
from ..common.words import setting


def input_section(content: ReportContent) -> Html:
    """Files, sampling, settings, versions and citations, as recorded."""
    record = content.model.record
    citation = record.get("provenance", {}).get("citation")
    groups = [
        ("Files of this report", content.sources),
        ("Samples and sources", record.get("provenance", {})),
        ("Training settings", record.get("settings", {})),
    ]
    pieces = [
        tag("details", tag("summary", title), facts(_readable(values)), open="open")
        for title, values in groups
        if values
    ]
    if citation:
        pieces.append(tag("p", "Data: ", html(citation), class_="note"))
    return section("inputs", "Inputs and settings", tag("div", *pieces, class_="columns"))


def _readable(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [setting(str(key), value) for key, value in values.items()]
