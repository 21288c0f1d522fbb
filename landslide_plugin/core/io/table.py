"""Tables: read as spreadsheets of any country write them (separators, decimal commas, encodings), written as CSV."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError

SEPARATORS = (";", "\t", ",")
WITH_COMMA = re.compile(r"[+-]?\d+,\d+([eE][+-]?\d+)?")
WITH_POINT = re.compile(r"[+-]?\d+\.\d+([eE][+-]?\d+)?")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_cells(path: str, what: str) -> list[list[str]]:
    """Rows of cells, the header first; without blank rows and those that begin with ``#``.

    Cells are parted by semicolons, tabs or commas, whichever the header shows. Where it is not the comma, a
    decimal comma is read as a point. Text is UTF-8, UTF-16 with its mark, or Windows-1252, and may be compressed
    (``.gz``).

    Parameters
    ----------
    what : str
        How messages call the table.

    Raises
    ------
    InputError
        The file cannot be read, a row has more cells than the header, a column occurs twice, or commas may be
        decimal or part thousands.
    """
    try:
        lines = _text(_bytes(path)).splitlines()
        kept = [line for line in lines if line.strip(" \t,;") and not line.lstrip().startswith("#")]
        marked = bool(kept) and kept[0].strip().lower()[:4] == "sep="
        separator = kept[0].strip()[4:5] if marked else _separator(kept[0] if kept else "")
        rows = list(csv.reader(kept[marked:], delimiter=separator or ","))
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error, TypeError) as error:
        raise InputError(f"{what} {path} cannot be read: {error}") from None
    name = Path(path).name
    rows = [[cell.strip() for cell in row] for row in rows]
    if rows:
        _check(rows, name)
    return rows if separator == "," else _with_points(rows, name)


def read_rows(path: str, what: str) -> list[dict[str, str]]:
    """Rows by column name, as text; a missing cell is empty. See ``read_cells``."""
    header, *rows = read_cells(path, what) or [[]]
    return [{key: row[i] if i < len(row) else "" for i, key in enumerate(header) if key} for row in rows]


def csv_text(rows: Iterable[Iterable[object]], line_end: str = "\n", quote_all: bool = False) -> str:
    r"""Rows of cells as CSV, every cell in quotes if asked for.

    >>> csv_text([("code", "name"), (1, "sand, fine"), (2, None)])
    'code,name\n1,"sand, fine"\n2,\n'
    """
    text = io.StringIO()
    writer = csv.writer(
        text, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL, lineterminator=line_end
    )
    writer.writerows(rows)
    return text.getvalue()


def _bytes(path: str) -> bytes:
    data = Path(path).read_bytes()
    return gzip.decompress(data) if path.lower().endswith(".gz") else data


def _text(data: bytes) -> str:
    if data[:2] in UTF_16:
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _separator(header: str) -> str:
    """The mark that parts the columns of a header.

    >>> _separator("code;name"), _separator("code,name"), _separator("code")
    (';', ',', ',')
    """
    bare = re.sub(r'"[^"]*"', "", header)
    return next((mark for mark in SEPARATORS if mark in bare), ",")


def _check(rows: list[list[str]], name: str) -> None:
    header = [cell for cell in rows[0] if cell]
    twice = sorted({cell for cell in header if header.count(cell) > 1})
    if twice:
        raise InputError(f"{name}: column {', '.join(twice)} occurs twice; keep one of them")
    for number, row in enumerate(rows[1:], 2):
        if any(row[len(rows[0]) :]):
            raise InputError(
                f"{name}: row {number} has {len(row)} cells, the header {len(rows[0])}; with decimal commas, part the "
                "columns by semicolons"
            )


def _with_points(rows: list[list[str]], name: str) -> list[list[str]]:
    cells = [cell for row in rows[1:] for cell in row]
    unclear = next((cell for cell in cells if THOUSANDS.fullmatch(cell)), None)
    pointed = next((cell for cell in cells if WITH_POINT.fullmatch(cell)), None)
    if unclear and pointed:
        raise InputError(
            f"{name} holds both {unclear} and {pointed}; write all numbers with a decimal point or all with a decimal "
            "comma, and none with marks of thousands"
        )
    body = [
        [cell.replace(",", ".") if WITH_COMMA.fullmatch(cell) else cell for cell in row] for row in rows[1:]
    ]
    return [*rows[:1], *body]
