"""Ranges of a soil table: what of each soil is open to the landslides, and what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...stability.calibration.unknowns import Unknown
from ...stability.guards import check_property
from ..soil_profile.table import WHOLE_AREA, read_rows

STRENGTHS = ("cohesion_kpa", "friction_deg")
CONDUCTIVITY = ("field_conductivity_m_s", "conductivity_m_s")
"""The one that rain enters by goes first."""

DEPTH, WETNESS = "layer_bottom_m", "wetness_shift"
LOW, HIGH = "_low", "_high"
Row = Mapping[str, str]
Ends = tuple[float, float]


@dataclass(frozen=True)
class OpenRanges:
    """What is open beside the ranges that the table gives, and what cannot be.

    Attributes
    ----------
    depth : tuple of float or None
        Least and largest depth as shares of the table's; None where a raster gives the depth.
    wetness : tuple of float or None
        Least and largest shift of the antecedent wetness; None where the law has none.
    conductivity : bool
        Whether the law lets rain in.
    """

    depth: Optional[Ends]
    wetness: Optional[Ends]
    conductivity: bool


@dataclass(frozen=True)
class UnitSoil:
    """One soil of the table.

    Attributes
    ----------
    code : int
    name : str
    rows : tuple of mapping
        Its rows of the table as text, a row a layer.
    bottoms : tuple of float
        Layer bottoms, m.
    known : mapping of str to tuple of float
        Values of the table by property and layer.
    unknowns : tuple of Unknown
        Those whose range is open.
    """

    code: int
    name: str
    rows: tuple[Row, ...]
    bottoms: tuple[float, ...]
    known: Mapping[str, tuple[float, ...]]
    unknowns: tuple[Unknown, ...]

    @property
    def deepest_m(self) -> float:
        """The deepest that the soil reaches in any set."""
        depths = [unknown.high[-1] for unknown in self.unknowns if unknown.name == DEPTH]
        return max(self.bottoms[-1], *depths) if depths else self.bottoms[-1]


def unit_soils(rows: Sequence[Row], source: str, wanted: OpenRanges) -> list[UnitSoil]:
    """Every soil of a table with its ranges.

    Ranges are the columns that end in ``_low`` and ``_high`` of cohesion, friction angle, conductivity (the field
    conductivity where the soil has one), ``layer_bottom_m`` (of the deepest layer) and ``wetness_shift``. The last two
    have the ranges of ``wanted`` where the table has none.

    Raises
    ------
    InputError
        A table that "Compute factor of safety" would not take, half a range, or no open range at all.
    """
    table = read_rows(rows, source)
    by_code: dict[int, list[Row]] = {}
    for row in rows:
        by_code.setdefault(int(float(row["code"])) if "code" in row else WHOLE_AREA, []).append(row)
    names = {code: table.unit(code) if "code" in rows[0] else "whole area" for code in by_code}
    units = [_unit(code, names[code], tuple(of), source, wanted) for code, of in by_code.items()]
    if not any(unit.unknowns for unit in units):
        raise InputError(
            f"{source} gives nothing to calibrate: no column ending in {LOW} and {HIGH} holds a range, such as "
            f"{STRENGTHS[0]}{LOW} and {STRENGTHS[0]}{HIGH}; start from resources/tables/soil_parameters.csv"
        )
    return units


def _unit(code: int, name: str, rows: tuple[Row, ...], source: str, wanted: OpenRanges) -> UnitSoil:
    bottoms = tuple(float(row[DEPTH]) for row in rows)
    known = {}
    for column in rows[0]:
        values = tuple(_number(row, column) for row in rows)
        if column != DEPTH and all(value is not None for value in values):
            known[column] = tuple(float(value) for value in values if value is not None)
    unknowns = [_range(rows, column, source) for column in STRENGTHS]
    if wanted.conductivity:
        ranges = (_range(rows, column, source) for column in CONDUCTIVITY)
        unknowns.append(next((found for found in ranges if found is not None), None))
    unknowns.append(_last(rows, DEPTH, source, wanted.depth, bottoms[-1]))
    unknowns.append(_last(rows[:1], WETNESS, source, wanted.wetness, 1.0))
    kept = tuple(found for found in unknowns if found is not None and found.is_open)
    return UnitSoil(code, name, rows, bottoms, known=known, unknowns=kept)


def _last(
    rows: Sequence[Row], column: str, source: str, ends: Optional[Ends], times: float
) -> Optional[Unknown]:
    """The range of the deepest layer from the table, else the one asked for, times a number."""
    if ends is None:
        return None
    found = _range(rows[-1:], column, source)
    return found or Unknown(column, (ends[0] * times,), (ends[1] * times,))


def _range(rows: Sequence[Row], column: str, source: str) -> Optional[Unknown]:
    """The range that a table gives a property; None where it gives none."""
    ends = [[_number(row, column + ending) for row in rows] for ending in (LOW, HIGH)]
    given = [[value is not None for value in values] for values in ends]
    if not any(map(any, given)):
        return None
    if not all(map(all, given)):
        raise InputError(
            f"{source}: {column} has a {LOW} or {HIGH} without the other in the rows of code "
            f"{rows[0].get('code', '-')}; give both, or neither"
        )
    low, high = (np.array(values, float) for values in ends)
    if column not in (DEPTH, WETNESS):
        check_property(column, np.concatenate([low, high]), source)
    try:
        return Unknown(column, tuple(low.tolist()), tuple(high.tolist()), column in CONDUCTIVITY)
    except InputError as error:
        raise InputError(f"{source}: code {rows[0].get('code', '-')}: {error}") from None


def _number(row: Row, column: str) -> Optional[float]:
    try:
        value = float(row.get(column) or "nan")
    except ValueError:
        return None
    return value if np.isfinite(value) else None
