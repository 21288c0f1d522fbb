"""Tables of spreadsheets and layers, brought into the text that every table is read from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .table import csv_text
from .vector import read_features

ENDINGS = (".xlsx", ".ods")
UNNAMED = re.compile(r"Field\d+")

Columns = Mapping[str, Sequence[Any]]


def is_spreadsheet(path: str) -> bool:
    """Whether a file's ending is that of a spreadsheet.

    >>> is_spreadsheet("storms.XLSX"), is_spreadsheet("storms.csv")
    (True, False)
    """
    return path.lower().endswith(ENDINGS)


def spreadsheet_text(path: str) -> str:
    """The first sheet as CSV, see ``table_text``.

    Raises
    ------
    InputError
        The file cannot be read.
    """
    return table_text(read_features(path).attributes, Path(path).parent)


def table_text(columns: Columns, folder: Path) -> str:
    """Columns as CSV, the header first; without rows that begin with ``#``.

    Parameters
    ----------
    columns : mapping of str to sequence
        Values by name. Where no column has a name of its own, the first row holds the names.
    folder : Path
        Where the table lies: cells that name a file there are written with its whole path, as the CSV may lie
        elsewhere.

    >>> print(table_text({"code": (1.0, 2.0), "name": ("shale", None)}, Path(".")), end="")
    "code","name"
    "1","shale"
    "2",""
    """
    rows = [[_text(cell, folder) for cell in row] for row in zip(*columns.values())]
    if not all(UNNAMED.fullmatch(name) for name in columns):
        rows.insert(0, list(columns))
    return csv_text((row for row in rows if not row[0].startswith("#")), quote_all=True)


def _text(value: Any, folder: Path) -> str:
    """A cell as a spreadsheet shows it: whole numbers without a point, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    words = " ".join(str(value).split())
    return str((folder / words).resolve()) if words and (folder / words).is_file() else words
