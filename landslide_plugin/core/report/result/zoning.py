"""The zoning statement."""

from __future__ import annotations

from ..common.content import ReportContent
from ..common.markup import (
    Html,
    facts,
    section,
)
from ..common.statements import zoning_rows


def zoning_section(content: ReportContent) -> Html:
    """Zoning statement after Fell et al. (2008)."""
    cells = sum(row.cells for row in content.classes.rows)
    area_km2 = cells * content.frame.cell_size_m**2 / 1e6
    rows = zoning_rows(content.model, content.frame.cell_size_m, area_km2)
    return section("zoning", "Zoning statement", facts(rows))
