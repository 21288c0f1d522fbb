"""Root cohesion by land cover, from a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io import table as table_io
from ...io.raster import RasterSource
from ...stability.guards import check_added
from ...types.class_match import require_small_codes

COLUMN = "root_cohesion_kpa"
LISTED_CODES = 8


@dataclass(frozen=True)
class RootTable:
    """Root cohesion of land-cover classes.

    Attributes
    ----------
    cohesion_kpa : mapping of int to float
    """

    cohesion_kpa: Mapping[int, float]

    def of(self, codes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Root cohesion of cells; NaN where the code is not known.

        >>> RootTable({10: 5.9, 30: 1.0}).of(np.array([30, 10, np.nan], np.float32)).tolist()
        [1.0, 5.900000095367432, nan]
        """
        found = np.full(codes.shape, np.nan, np.float32)
        for code, value in self.cohesion_kpa.items():
            found[codes == code] = value
        return found


def read_root_table(path: str) -> RootTable:
    """Read a table with the columns ``code`` and ``root_cohesion_kpa``; others are for the reader."""
    return read_rows(table_io.read_rows(path, "Root table"), Path(path).name)


def read_rows(rows: Sequence[Mapping[str, str]], source: str = "Root table") -> RootTable:
    """Build a table from rows of text.

    >>> read_rows([{"code": "10", "root_cohesion_kpa": "5.9"}]).cohesion_kpa
    {10: 5.9}
    """
    if not rows:
        raise InputError(f"{source} has no rows")
    for column in ("code", COLUMN):
        if column not in rows[0]:
            raise InputError(f"{source} has no column {column}; it has {', '.join(rows[0])}")
    found: dict[int, float] = {}
    for row in rows:
        code = _number(row, "code", source)
        if code != int(code):
            raise InputError(f"{source}: code {row['code']} is not a whole number")
        require_small_codes(source, abs(code))
        if int(code) in found:
            raise InputError(f"{source}: code {int(code)} occurs twice; keep one row of it")
        found[int(code)] = _number(row, COLUMN, source)
    check_added(COLUMN, min(found.values()), max(found.values()), source)
    return RootTable(found)


def _number(row: Mapping[str, str], column: str, source: str) -> float:
    try:
        value = float(row.get(column, ""))
    except ValueError:
        value = np.nan
    if not np.isfinite(value):
        raise InputError(
            f"{source}: {column} holds {row.get(column)!r} of code {row.get('code')}, not a number"
        )
    return value


def require_known(cover: RasterSource, band: int, table: RootTable) -> None:
    """Raise ``InputError`` listing the codes of a land-cover raster that the table does not know."""
    unknown: Counter[float] = Counter()
    for strip in cover.grid.strips(256):
        codes = cover.read(band, strip.start, strip.rows)
        missing = codes[np.isfinite(codes) & np.isnan(table.of(codes))]
        unknown.update(dict(zip(*(part.tolist() for part in np.unique(missing, return_counts=True)))))
    if unknown:
        listed = ", ".join(f"{code:g} ({count} cells)" for code, count in unknown.most_common(LISTED_CODES))
        more = f" and {len(unknown) - LISTED_CODES} more" if len(unknown) > LISTED_CODES else ""
        raise InputError(
            f"{cover.name}: land-cover code {listed}{more} is not in the root table, which has "
            f"{', '.join(str(code) for code in table.cohesion_kpa)}; add the missing codes"
        )
