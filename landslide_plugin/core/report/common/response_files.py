"""Response curves as SVG files of their own: one of all factors with its legend, and one a factor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ...evaluation.model_names import is_relative
from .response_chart import CHART_HIGH, CHART_WIDE, WRITING, drawn, entries_of

Row = Mapping[str, Any]
ALL = "response_curves"
COLUMNS, LEGEND_COLUMNS, LINE = 3, 4, 18
MARK = 16
"""Width of the mark before a name of the legend."""


def response_files(rows: Sequence[Row]) -> dict[str, str]:
    """SVG by the stem of its file: all factors together, then each with the same legend.

    Parameters
    ----------
    rows : sequence of mapping
        As ``explain.response_curves`` gives them.

    Examples
    --------
    >>> response_files([])
    {}
    """
    if not rows:
        return {}
    found = {ALL: sheet_of(rows, COLUMNS)}
    for number, row in enumerate(rows, 1):
        name = re.sub(r"\W+", "_", str(row["factor"])).strip("_")
        found[f"{number:02d}_{name}"] = sheet_of([row], 1)
    return found


def sheet_of(rows: Sequence[Row], columns: int) -> str:
    """One SVG with so many charts side by side, on white, the legend below."""
    columns = min(columns, len(rows))
    lines = -(-len(rows) // columns)
    entries = entries_of(rows)
    across = max(1, min(LEGEND_COLUMNS, columns * 4 // 3))
    wide, top = columns * CHART_WIDE, lines * CHART_HIGH
    below = top + LINE * (-(-len(entries) // across)) + LINE // 2
    high = below + LINE
    parts = [
        f'<g transform="translate({CHART_WIDE * (i % columns)},{CHART_HIGH * (i // columns)})">{drawn(row)}</g>'
        for i, row in enumerate(rows)
    ]
    for i, (mark, name, colour) in enumerate(entries):
        x, y = 10 + (wide - 10) // across * (i % across), top + LINE * (i // across) + LINE // 2
        parts.append(f'<text x="{x}" y="{y}" fill="{colour}">{mark}</text>')
        parts.append(f'<text x="{x + MARK}" y="{y}">{escape(name)}</text>')
    relative = is_relative(str(rows[0]["models"][0]["family"]))
    said = f"Upwards: mean {'relative intensity' if relative else 'probability'} over stable ground."
    parts.append(f'<text x="10" y="{below}">{said} Grey: outside the training.</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'{WRITING}><rect width="{wide}" height="{high}" fill="white"/>{"".join(parts)}</svg>\n'
    )
