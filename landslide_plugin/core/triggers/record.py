"""Records of annual maxima: reading them, and refusing what is too short to say anything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..errors import InputError
from ..progress import SILENT, Progress
from ..types.arrays import Values

FEWEST_YEARS = 10
FEW_YEARS = 20
LONGEST_EXTRAPOLATION = 4.0
FAR_APART = 50.0
"""No annual maxima are so many times each other; a number so small may be one with a point between thousands."""
LARGEST_MM = 5000.0
YEAR_NAMES = ("year", "jahr", "ano", "año", "anno", "année", "date", "fecha", "datum")
DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*_?(min|h|hr|hours?|d|days?)(?:_|\b)", re.IGNORECASE)
HOURS = {"m": 1 / 60, "h": 1.0, "d": 24.0}


@dataclass(frozen=True)
class Record:
    """Annual maxima of one duration.

    Attributes
    ----------
    name : str
        Column they come from.
    duration_h : float
    depth_mm : float array (years,)
    """

    name: str
    duration_h: float
    depth_mm: Values


def duration_of(name: str) -> Optional[float]:
    """Duration in hours that a column name tells, if any.

    >>> duration_of("24 h"), duration_of("max_30min_mm"), duration_of("1 day"), duration_of("Tra Mi")
    (24.0, 0.5, 24.0, None)
    """
    found = DURATION.search(name)
    return float(found.group(1)) * HOURS[found.group(2)[0].lower()] if found else None


def _columns(rows: Sequence[Mapping[str, str]], name: str) -> dict[str, list[str]]:
    """Columns of a table as text, the column of years left out."""
    if not rows:
        raise InputError(f"{name} has no rows")
    columns = [column for column in rows[0] if column]
    _check_years(rows, columns, name)
    values = {c: [(row.get(c) or "").strip() for row in rows] for c in columns if not _is_year(c)}
    if not values:
        raise InputError(
            f"{name} has no column beside {', '.join(columns)}; give one with annual maxima in mm"
        )
    return values


def _is_year(column: str) -> bool:
    return column.strip().lower() in YEAR_NAMES


def _check_years(rows: Sequence[Mapping[str, str]], columns: list[str], name: str) -> None:
    for column in filter(_is_year, columns):
        years = [(row.get(column) or "").strip() for row in rows]
        twice = sorted({year for year in years if year and years.count(year) > 1})
        if twice:
            raise InputError(f"{name}: {column} {', '.join(twice[:5])} occurs twice; keep one maximum a year")


def records_of(
    rows: Sequence[Mapping[str, str]],
    name: str,
    column: str = "",
    duration_h: float = 24.0,
    progress: Progress = SILENT,
) -> list[Record]:
    """Records of a table with a row a year and a column a duration, or of one of its columns.

    Parameters
    ----------
    rows : sequence of mapping of str to str
        Cells by the name of their column.
    name : str
        What messages call the table.
    column : str
        The only column to use; needed where columns do not tell durations apart (several gauges).
    duration_h : float
        Duration of a column whose name tells none.

    Raises
    ------
    InputError
        A column that is missing, empty, shorter than ten years, not numbers or not millimetres.

    Examples
    --------
    >>> rows = [{"year": str(2000 + n), "24 h": str(50 + n), "1 h": str(20 + n)} for n in range(10)]
    >>> [(record.name, record.duration_h) for record in records_of(rows, "maxima.csv")]
    [('1 h', 1.0), ('24 h', 24.0)]
    """
    table = _columns(rows, name)
    if column and column not in table:
        raise InputError(f"{name} has no column {column}; it has {', '.join(table)}")
    chosen = [column] if column else list(table)
    untold = [c for c in chosen if duration_of(c) is None]
    if len(chosen) > 1 and untold:
        raise InputError(
            f"{name}: columns {', '.join(untold[:5])} tell no duration; choose one column, or name them like '24 h'"
        )
    records = [_record(c, table[c], duration_of(c) or duration_h, name, progress) for c in chosen]
    durations = [record.duration_h for record in records]
    if len(set(durations)) < len(durations):
        raise InputError(f"{name}: two columns have the same duration; choose one column")
    return sorted(records, key=lambda record: record.duration_h)


def _record(column: str, cells: list[str], duration_h: float, source: str, progress: Progress) -> Record:
    values = [_number(cell, column, source) for cell in cells if cell and cell.lower() not in ("na", "nan")]
    depth = np.array(values, float)
    if not depth.size:
        raise InputError(f"{source}: column {column} is empty; choose a gauge with values")
    if len(depth) < len(cells):
        progress.info(f"{source}, {column}: {len(cells) - len(depth)} of {len(cells)} years have no value")
    if len(depth) < FEWEST_YEARS:
        raise InputError(
            f"{source}: column {column} has {len(depth)} years; at least {FEWEST_YEARS} are needed for return periods"
        )
    if (depth < 0).any() or depth.max() > LARGEST_MM:
        raise InputError(
            f"{source}: column {column} holds {depth.min():g} to {depth.max():g}; allowed: 0 to {LARGEST_MM:g} mm"
        )
    if depth.max() < 1.0:
        raise InputError(
            f"{source}: column {column} is at most {depth.max():g}; give mm, it is probably in metres"
        )
    if np.ptp(depth) == 0:
        raise InputError(f"{source}: all maxima of column {column} are {depth[0]:g}; nothing can be fitted")
    if depth.max() > FAR_APART * depth.min():
        progress.warning(
            f"{source}: column {column} holds {depth.min():g} beside {depth.max():g} mm; see whether a point parts "
            "thousands there, as in 1.060 for 1060"
        )
    return Record(column, duration_h, depth)


def _number(cell: str, column: str, source: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = np.nan
    if not np.isfinite(value):
        raise InputError(f"{source}: column {column} holds {cell!r}, not a number of mm")
    return float(value)


def doubts(record: Record, longest_period_yr: float) -> list[str]:
    """What makes return levels of a record doubtful, one line each.

    >>> doubts(Record("24 h", 24.0, np.arange(40.0)), 50.0)
    []
    """
    years = len(record.depth_mm)
    found = []
    if years < FEW_YEARS:
        found.append(f"{record.name} has only {years} years: return levels are very uncertain")
    if longest_period_yr > LONGEST_EXTRAPOLATION * years:
        found.append(
            f"T{longest_period_yr:g} is over {LONGEST_EXTRAPOLATION:g} times the {years} years of {record.name}: "
            "it is extrapolated far"
        )
    return found
