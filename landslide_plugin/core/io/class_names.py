"""Names of the codes of a class raster from a table beside it."""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from .table import read_cells


def names_beside(path: str) -> dict[int, str]:
    """Names by code from ``<raster>_classes.csv`` or ``<raster>.csv``; empty if there is neither.

    The table has a header; the first column holds whole-number codes, the first of the others that is not
    of numbers holds the names. Rows whose code is no whole number are passed over.

    >>> names_beside("/nowhere/lithology.tif")
    {}
    """
    raster = Path(path.split("|", 1)[0])
    for name in (f"{raster.stem}_classes.csv", f"{raster.stem}.csv"):
        table = raster.with_name(name)
        if table.is_file():
            return _names(table)
    return {}


def names_in(path: str) -> dict[int, str]:
    """Names by code from a table given by the user.

    Raises
    ------
    InputError
        It cannot be read or holds no code with a name.
    """
    names = _names(Path(path))
    if not names:
        raise InputError(
            f"The table of class names {path} holds no names; it needs a header, codes in the first column and "
            "names in another"
        )
    return names


def _names(table: Path) -> dict[int, str]:
    cells = read_cells(str(table), "The table of class names")
    rows = [row for row in cells[1:] if row and row[0].lstrip("-").isdigit()]
    width = min((len(row) for row in rows), default=0)
    texts = [c for c in range(1, width) if not all(_is_number(row[c]) for row in rows)]
    return {int(row[0]): row[texts[0]].strip() for row in rows} if texts else {}


def _is_number(text: str) -> bool:
    try:
        float(text or "0")
    except ValueError:
        return False
    return True
