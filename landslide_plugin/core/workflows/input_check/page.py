"""The outcome of an input check as a page and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...io.table import csv_text
from ...io.text import write_text
from ...words.pages import said_page
from .findings import ERROR, NOTE, OK, WARNING, LayerCheck

COLUMNS = ("Layer", "File", "CRS", "Cells or features", "Against the DEM", "No-data", "Values", "Verdict")
VERDICTS = {
    OK: ("#e3f1e3", "Fits"),
    NOTE: ("#e6eef7", "Fits, see note"),
    WARNING: ("#fdf1d6", "Look at this"),
    ERROR: ("#f8dcd9", "Cannot be used"),
}
STYLE = (
    "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:75em;padding:0 1.5em;color:#222}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.4em .6em;text-align:left;"
    "vertical-align:top}th{background:#f3f3f3}ul{margin:.3em 0;padding-left:1.2em}"
)


def cells_of(check: LayerCheck) -> tuple[str, ...]:
    """What the row of a layer says, but for its findings.

    >>> cells_of(LayerCheck("DEM", "dem"))[-1]
    'Fits'
    """
    found = (check.role, check.name, check.crs, check.cells, check.offset, check.no_data, check.values)
    return (*found, VERDICTS[check.verdict][1])


def headline(checks: Sequence[LayerCheck]) -> str:
    """One sentence on all layers together.

    >>> headline([LayerCheck("DEM", "dem")])
    'The one layer can be used.'
    """
    bad = [check.role for check in checks if check.verdict == ERROR]
    odd = [check.role for check in checks if check.verdict == WARNING]
    if bad:
        return f"Cannot be used as they are: {', '.join(bad)}. See what to do beside each."
    if odd:
        return f"The layers can be used; look at {', '.join(odd)} first."
    return f"All {len(checks)} layers fit together." if len(checks) > 1 else "The one layer can be used."


def write_page(checks: Sequence[LayerCheck], path: str) -> None:
    """Write an HTML page that needs nothing else."""
    head = "".join(f"<th>{escape(column)}</th>" for column in (*COLUMNS, "What to do"))
    rows = "".join(_row(check) for check in checks)
    page = said_page(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Input check</title><style>{STYLE}</style>'
        f"</head><body><h1>Input check</h1><p>{escape(headline(checks))}</p><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></body></html>\n"
    )
    write_text(path, page)


def _row(check: LayerCheck) -> str:
    found = "".join(f"<td>{escape(cell)}</td>" for cell in cells_of(check))
    todo = "".join(
        f"<li>{escape(finding.problem)}.{' ' + escape(finding.advice) + '.' if finding.advice else ''}</li>"
        for finding in check.findings
    )
    todo = f"<ul>{todo}</ul>" if todo else "Nothing."
    return f'<tr style="background:{VERDICTS[check.verdict][0]}">{found}<td>{todo}</td></tr>'


def write_table(checks: Sequence[LayerCheck], path: str) -> None:
    """Write a CSV with a row a finding, and one for each layer without any."""
    rows: list[tuple[str, ...]] = [(*COLUMNS, "Severity", "Problem", "What to do")]
    for check in checks:
        cells = cells_of(check)
        rows += [(*cells, finding.severity, finding.problem, finding.advice) for finding in check.findings]
        if not check.findings:
            rows.append((*cells, OK, "", ""))
    write_text(path, csv_text(rows, "\r\n"))
