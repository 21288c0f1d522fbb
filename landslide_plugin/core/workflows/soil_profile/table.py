"""Soil profiles from a table: one profile a lithology code, or one for the whole area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io import table as table_io
from ...io.profile import SOIL_WATER, UNITS
from ...stability.guards import check_property
from ...types.class_match import require_small_codes
from ...types.profile import DepthProfile

STRENGTH = ("cohesion_kpa", "friction_deg")
LABELS = (
    "code",
    "name",
    "source",
    "layer_bottom_m",
    "layer_bottom_m_low",
    "layer_bottom_m_high",
    "calibrated_on",
)
SOURCE_OF = "_source"
"""Ending of the column of text that says where the values of a property come from."""
WHOLE_AREA = 0


@dataclass(frozen=True)
class SoilTable:
    """Profiles of lithology units on common layers.

    Attributes
    ----------
    codes : int array (units,)
    names : tuple of str
    layer_bottoms_m : tuple of float
        Faces of all units together; where a unit has no face a layer is only split.
    properties : tuple of str
    values : float32 array (units, layers, properties)
    depth_m : float32 array (units,)
        Deepest face of each unit.
    calibrated_on : tuple of str
        Marks of the landslides that its values were fitted to; see ``types.inventory_mark``.
    """

    codes: npt.NDArray[np.int64]
    names: tuple[str, ...]
    layer_bottoms_m: tuple[float, ...]
    properties: tuple[str, ...]
    values: npt.NDArray[np.float32]
    depth_m: npt.NDArray[np.float32]
    calibrated_on: tuple[str, ...] = ()

    def unit(self, code: int) -> str:
        """Name of a unit, or its code where it has none."""
        where = np.flatnonzero(self.codes == code)
        return (self.names[where[0]] if where.size else "") or str(code)

    def rows_of(self, codes: npt.NDArray[Any]) -> npt.NDArray[np.intp]:
        """Row of each code in the table; -1 where it is not in it or is NaN.

        >>> table = read_rows([{"code": "7", "layer_bottom_m": "2", "cohesion_kpa": "5"}])
        >>> table.rows_of(np.array([7.0, 3.0, np.nan])).tolist()
        [0, -1, -1]
        """
        order = np.argsort(self.codes)
        place = np.clip(np.searchsorted(self.codes[order], codes), 0, len(order) - 1)
        rows = order[place]
        return np.where(self.codes[rows] == codes, rows, -1)

    def without(self, names: Sequence[str]) -> SoilTable:
        """The table without some of its properties.

        >>> table = read_rows([{"layer_bottom_m": "2", "cohesion_kpa": "5", "theta_s": "0.4"}])
        >>> table.without(("theta_s",)).properties
        ('cohesion_kpa',)
        """
        kept = [i for i, name in enumerate(self.properties) if name not in names]
        properties = tuple(self.properties[i] for i in kept)
        return replace(self, properties=properties, values=self.values[..., kept])

    def profile(self, codes: npt.NDArray[Any]) -> tuple[DepthProfile, npt.NDArray[np.float32]]:
        """Profile (layers, properties, ...) and soil depth (...) of cells; NaN where a code is not known."""
        rows = self.rows_of(codes)
        values = np.concatenate([self.values, np.full((1, *self.values.shape[1:]), np.nan, np.float32)])
        depth = np.append(self.depth_m, np.float32(np.nan))
        cells = np.moveaxis(values[rows], (-2, -1), (0, 1))
        return DepthProfile(self.layer_bottoms_m, self.properties, cells), depth[rows]


def read_soil_table(path: str, strength: str = "best") -> SoilTable:
    """Read a soil table (CSV with a header row).

    Columns: ``code``, ``name``, ``layer_bottom_m``, then properties such as ``cohesion_kpa``,
    ``friction_deg``, ``unit_weight_kn_m3``, ``saturated_unit_weight_kn_m3``, ``void_ratio``,
    ``water_content_percent``, ``conductivity_m_s``, each optionally with ``_low``, ``_high``, ``_residual`` and (words)
    ``_source``. A unit
    has one row a layer. Without ``code`` the table describes the whole area.

    Parameters
    ----------
    strength : {"best", "low", "high", "residual"}
        Which column gives cohesion and friction.
    """
    return read_rows(table_io.read_rows(path, "Soil table"), Path(path).name, strength)


def read_rows(
    rows: Sequence[Mapping[str, str]], source: str = "Soil table", strength: str = "best"
) -> SoilTable:
    """Build a table from rows of text; see ``read_soil_table``."""
    if not rows:
        raise InputError(f"{source} has no rows")
    columns = _columns(rows[0], source, strength)
    units: dict[int, list[tuple[float, list[float]]]] = {}
    names: dict[int, str] = {}
    for row in rows:
        code = _code(row, source)
        names.setdefault(code, (row.get("name") or "").strip())
        values = [_number(row, column, source) for column in columns.values()]
        units.setdefault(code, []).append((_number(row, "layer_bottom_m", source), values))
    for code, layers in units.items():
        bottoms = [bottom for bottom, _ in layers]
        if bottoms[0] <= 0 or any(b <= a for a, b in zip(bottoms, bottoms[1:])):
            raise InputError(
                f"{source}: code {code} has layer bottoms {bottoms} m; they must be positive and rise row by row"
            )
    faces = tuple(sorted({bottom for layers in units.values() for bottom, _ in layers}))
    table = np.array([[_at(layers, face) for face in faces] for layers in units.values()], np.float32)
    for i, name in enumerate(columns):
        check_property(name, table[..., i], source)
    return SoilTable(
        codes=np.array(list(units), np.int64),
        names=tuple(names[code] for code in units),
        layer_bottoms_m=faces,
        properties=tuple(columns),
        values=table,
        depth_m=np.array([layers[-1][0] for layers in units.values()], np.float32),
        calibrated_on=tuple(sorted({(row.get("calibrated_on") or "").strip() for row in rows} - {""})),
    )


def _columns(row: Mapping[str, str], source: str, strength: str) -> dict[str, str]:
    """The column that gives each property."""
    given = [name for name in row if name]
    known = {
        *LABELS,
        *(name + ending for name in UNITS for ending in ("", "_low", "_high", "_residual", SOURCE_OF)),
    }
    unknown = [name for name in given if name not in known]
    if unknown:
        raise InputError(
            f"{source} has unknown column {', '.join(unknown)}; allowed: {', '.join((*LABELS[:4], *UNITS))}, "
            "and these with _low, _high, _residual or _source"
        )
    if "layer_bottom_m" not in given:
        raise InputError(f"{source} has no column layer_bottom_m; it has {', '.join(given)}")
    columns = {name: name for name in UNITS if name in given}
    if strength != "best":
        wanted = {name: f"{name}_{strength}" for name in STRENGTH}
        missing = [column for column in wanted.values() if column not in given]
        if missing:
            raise InputError(f"{source} has no column {', '.join(missing)}; choose the best estimate")
        columns.update(wanted)
    return columns


def _at(layers: list[tuple[float, list[float]]], face: float) -> list[float]:
    """Values of the layer that holds the ground just above ``face``; the deepest one below all."""
    return next((values for bottom, values in layers if face <= bottom), layers[-1][1])


def _code(row: Mapping[str, str], source: str) -> int:
    if "code" not in row:
        return WHOLE_AREA
    number = _number(row, "code", source)
    if number != int(number):
        raise InputError(f"{source}: code {row['code']} is not a whole number")
    require_small_codes(source, abs(number))
    return int(number)


def _number(row: Mapping[str, str], column: str, source: str) -> float:
    text: Optional[str] = row.get(column)
    if column in SOIL_WATER and not (text or "").strip():
        return np.nan  # not known for this soil
    try:
        value = float(text) if text is not None else np.nan
    except ValueError:
        value = np.nan
    if not np.isfinite(value):
        raise InputError(
            f"{source}: {column} holds {text!r} in the row of code {row.get('code', '-')}, not a number"
        )
    return float(value)
