"""Tables: read as spreadsheets of any country write them (separators, decimal commas, encodings), written as CSV."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from ..errors import InputError

SEPARATORS = (";", "\t", ",")
WITH_COMMA = re.compile(r"[+-]?\d+,\d+([eE][+-]?\d+)?")
WITH_POINT = re.compile(r"[+-]?\d+\.\d+([eE][+-]?\d+)?")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ROWS_AT_ONCE = 1 << 15
PART_BYTES = 1 << 20


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
    header, parts = cell_parts(path, what)
    return [header, *chain.from_iterable(parts)] if header else []


def cell_parts(
    path: str, what: str, at_once: int = ROWS_AT_ONCE
) -> tuple[list[str], Iterator[list[list[str]]]]:
    """The header of a table, and its rows some at a time, so that a long one is never held whole.

    All else is as of ``read_cells``; what is wrong is told when the reading comes to it.
    """
    name = Path(path).name
    lines = _told(_lines(path), path, what)
    first = next(lines, "")
    marked = first.strip().lower()[:4] == "sep="
    separator = first.strip()[4:5] if marked else _separator(first)
    kept = chain([] if marked or not first else [first], lines)
    try:
        reader = csv.reader(kept, delimiter=separator or ",")
    except TypeError as error:
        raise InputError(f"{what} {path} cannot be read: {error}") from None
    rows = ([cell.strip() for cell in row] for row in _told(reader, path, what))
    header = next(rows, [])
    _require_once(header, name)

    def parts() -> Iterator[list[list[str]]]:
        points, numbers = _Points(name), count(2)
        while part := list(islice(rows, at_once)):
            for row, number in zip(part, numbers):
                _require_short(row, len(header), number, name)
            yield part if separator == "," else points.read(part)

    return header, parts()


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


def _told(found: Iterator[Any], path: str, what: str) -> Iterator[Any]:
    """The same, with one line of what goes wrong on the way."""
    try:
        yield from found
    except (OSError, EOFError, zlib.error, UnicodeError, csv.Error) as error:
        raise InputError(f"{what} {path} cannot be read: {error}") from None


def _lines(path: str) -> Iterator[str]:
    """Lines that are neither blank nor remarks."""
    encoding = _encoding(path)
    with _opened(path) as stream, io.TextIOWrapper(stream, encoding) as text:
        for line in text:
            if line.strip(" \t,;\r\n") and not line.lstrip().startswith("#"):
                yield line.rstrip("\r\n")


def _opened(path: str) -> Any:
    return gzip.open(path, "rb") if path.lower().endswith(".gz") else Path(path).open("rb")


def _encoding(path: str) -> str:
    """How a text is written, found by reading it once, a part at a time."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with _opened(path) as stream:
        part = stream.read(PART_BYTES)
        if part[:2] in UTF_16:
            return "utf-16"
        try:
            while part:
                decoder.decode(part)
                part = stream.read(PART_BYTES)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _separator(header: str) -> str:
    """The mark that parts the columns of a header.

    >>> _separator("code;name"), _separator("code,name"), _separator("code")
    (';', ',', ',')
    """
    bare = re.sub(r'"[^"]*"', "", header)
    return next((mark for mark in SEPARATORS if mark in bare), ",")


def _require_once(header: list[str], name: str) -> None:
    named = [cell for cell in header if cell]
    twice = sorted({cell for cell in named if named.count(cell) > 1})
    if twice:
        raise InputError(f"{name}: column {', '.join(twice)} occurs twice; keep one of them")


def _require_short(row: list[str], columns: int, number: int, name: str) -> None:
    if any(row[columns:]):
        raise InputError(
            f"{name}: row {number} has {len(row)} cells, the header {columns}; with decimal commas, part the "
            "columns by semicolons"
        )


class _Points:
    """Reads decimal commas as points, and remembers what makes them doubtful."""

    def __init__(self, name: str):
        self._name, self._unclear, self._pointed = name, "", ""

    def read(self, rows: list[list[str]]) -> list[list[str]]:
        """Rows with points."""
        for row in rows:
            for cell in row:
                self._unclear = self._unclear or (cell if THOUSANDS.fullmatch(cell) else "")
                self._pointed = self._pointed or (cell if WITH_POINT.fullmatch(cell) else "")
        if self._unclear and self._pointed:
            raise InputError(
                f"{self._name} holds both {self._unclear} and {self._pointed}; write all numbers with a decimal point "
                "or all with a decimal comma, and none with marks of thousands"
            )
        return [
            [cell.replace(",", ".") if WITH_COMMA.fullmatch(cell) else cell for cell in row] for row in rows
        ]
