"""Tables of rain series: one row a sample, one column a step, and beside the table what it was made of."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import InputError
from ...types.arrays import Moments, Surface
from ...types.rain import RainSeries
from ..table import csv_text, read_cells
from ..text import write_text
from .moments import as_moments, iso, moment

STEP = re.compile(r"h(\d+)")
ID_COLUMN, END_COLUMN = "id", "end_utc"
RECORD_ENDING = ".json"


def step_columns(steps: int, step_h: float) -> tuple[str, ...]:
    """Names of the steps, by the hours from where they begin to the end.

    Raises
    ------
    InputError
        Steps of parts of an hour.

    Examples
    --------
    >>> step_columns(4, 6.0)
    ('h024', 'h018', 'h012', 'h006')
    """
    if abs(step_h - round(step_h)) > 1e-9:
        raise InputError(f"Steps of {step_h:g} h have no column names; give whole hours")
    return tuple(f"h{round(step_h) * left:03d}" for left in range(steps, 0, -1))


def write_series(path: str, ids: Sequence[str], series: RainSeries, record: Mapping[str, Any]) -> str:
    """Write a table of series, and beside it a JSON of what it was made of; the path of the latter, if written.

    A gap is an empty cell. A JSON of that name that is not ours stays, and the path is empty then.
    """
    names = step_columns(series.columns.steps, series.step_h)
    rows = [
        (row_id, iso(end), *("" if text == "nan" else text.removesuffix(".0") for text in _exact(values)))
        for row_id, end, values in zip(ids, series.ends, series.rain_mm)
    ]
    write_text(path, csv_text([(ID_COLUMN, END_COLUMN, *names), *rows]))
    beside = Path(path).with_suffix(RECORD_ENDING)
    if beside.exists() and not _is_own(beside):
        return ""
    document = {
        "schema": 1,
        "series": Path(path).name,
        "unit": "mm",
        "step_h": series.step_h,
        "steps": series.columns.steps,
        "window_h": series.columns.window_h,
        "rows": len(series),
        **record,
    }
    write_text(str(beside), json.dumps(document, indent=1) + "\n")
    return str(beside)


def _exact(values: Surface) -> list[str]:
    """The shortest texts from which single precision comes back as it was: what a model learns is what maps read.

    >>> _exact(np.array([0.1, 12.345678, 3.0, np.nan], np.float32))
    ['0.1', '12.345678', '3.0', 'nan']
    """
    return [str(text) for text in np.asarray(values, np.float32).astype(np.str_)]


def _is_own(record: Path) -> bool:
    """Whether a JSON file is the record of a series."""
    try:
        told = json.loads(record.read_text(encoding="utf-8", errors="replace"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(told, dict) and {"schema", "series", "step_h", "rows"} <= set(told)


def read_series(path: str, id_column: str = "", time_column: str = "") -> tuple[tuple[str, ...], RainSeries]:
    """Series of a table with a column a step, such as ``h120 ... h001``: the ids of its rows, and the rain.

    Parameters
    ----------
    path : str
        CSV, as ``write_series`` or a spreadsheet writes it, or the same compressed (``.csv.gz``).
    id_column, time_column : str
        What the rows are called by and when they end (UTC; a day without an hour ends at its midnight); by default
        ``id`` and, where there is one, ``end_utc``.

    Raises
    ------
    InputError
        No steps, steps of unequal length, ids that occur twice, or rain that is no number of mm.
    """
    name = Path(path).name
    header, *body = _cells(path)
    columns = {column: [_cell(row, place) for row in body] for place, column in enumerate(header) if column}
    key = id_column or ID_COLUMN
    if key not in columns:
        raise InputError(f"{name} has no column {key}; it has {', '.join(list(columns)[:8])}")
    ids = tuple(columns[key])
    if len(set(ids)) < len(ids):
        twice = sorted({one for one in ids if ids.count(one) > 1})[:5]
        raise InputError(f"{name}: {key} {', '.join(twice)} occurs twice; each sample has one row")
    return ids, series_of_columns(columns, ids, name, time_column or END_COLUMN)


def series_of_columns(
    columns: Mapping[str, Sequence[str]], ids: Sequence[str], name: str, time_column: str = END_COLUMN
) -> RainSeries:
    """Series of columns such as ``h120 ... h001``, as text; empty cells are gaps.

    Raises
    ------
    InputError
        No steps, steps of unequal length, or rain that is no number of mm.
    """
    steps, step_h = _steps(list(columns), name)
    rain = np.full((len(ids), len(steps)), np.nan, np.float32)
    for place, step in enumerate(steps):
        rain[:, place] = [_mm(text, step, row, name) for text, row in zip(columns[step], ids)]
    return RainSeries(_ends(columns.get(time_column, [""] * len(ids)), time_column, name), step_h, rain)


def _cells(path: str) -> list[list[str]]:
    rows = read_cells(path, "Table of rain series")
    if len(rows) < 2:
        raise InputError(
            f"{Path(path).name} has no rows; give a table with a row a sample and a column a step"
        )
    return rows


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _steps(columns: Sequence[str], name: str) -> tuple[list[str], float]:
    """Columns of steps, the oldest first, and the length of a step."""
    hours = {int(found.group(1)): column for column in columns if (found := STEP.fullmatch(column))}
    if not hours:
        raise InputError(
            f"{name} has no column of a step, such as h006 (the hours from its beginning to the end); it has "
            f"{', '.join(columns[:8])}"
        )
    step = min(hours)
    expected = [step * left for left in range(len(hours), 0, -1)]
    if step < 1 or sorted(hours, reverse=True) != expected:
        lacking = [f"h{one:03d}" for one in expected if one not in hours][:5]
        raise InputError(
            f"{name}: its steps are not of one length without a hole; from h{step:03d} on {', '.join(lacking)} is "
            "lacking"
        )
    return [hours[one] for one in expected], float(step)


def _mm(text: str, column: str, row: str, name: str) -> float:
    if not text or text.lower() in ("na", "nan", "null"):
        return float("nan")
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not value >= 0 or value == float("inf"):
        raise InputError(
            f"{name}: {column} of {row} is {text!r}; allowed: mm of rain, 0 or more, or an empty cell for a gap"
        )
    return value


def _ends(texts: Sequence[str], column: str, name: str) -> Moments:
    return as_moments([moment(text, f"{name}: {column}").end if text else None for text in texts])
