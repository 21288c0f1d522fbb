"""Trigger scenarios: the rain (and shaking) of each return period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from .lists import number

COLUMNS = ("intensity_mm_h", "duration_h", "antecedent_wetness", "seismic_coefficient")
RANGES = {
    "intensity_mm_h": (0.0, 1000.0),
    "duration_h": (0.0, 8760.0),
    "antecedent_wetness": (0.0, 1.0),
    "seismic_coefficient": (0.0, 1.0),
}
DEFAULT_REFERENCE_YR = 50.0


@dataclass(frozen=True)
class TriggerScenarios:
    """Trigger values of each return period, the same for every cell.

    Attributes
    ----------
    return_periods_yr : tuple of float
        Rising. T belongs to the rain alone.
    columns : tuple of str
        Trigger names with units, a subset of ``COLUMNS``.
    values : float64 array (scenarios, columns)

    Examples
    --------
    >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]))
    >>> rain.names, rain.reference(None)
    (('T10', 'T50'), 1)
    """

    return_periods_yr: tuple[float, ...]
    columns: tuple[str, ...]
    values: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        periods = self.return_periods_yr
        finite = bool(np.isfinite(np.asarray(periods, float)).all())
        if not periods or not finite or any(b <= a for a, b in zip((0.0, *periods), periods)):
            given = ", ".join(f"{period:g}" for period in periods)
            raise InputError(
                f"Return periods must be positive and differ from row to row; the table has {given or 'none'}"
            )
        for before, after, name, other in zip(periods, periods[1:], self.names, self.names[1:]):
            if name == other:
                raise InputError(
                    f"Return periods {before!r} and {after!r} would both be called {name}; allowed: periods that "
                    "differ in their first six digits"
                )
        if self.values.shape != (len(periods), len(self.columns)) or not self.columns:
            raise InputError(
                f"{len(periods)} scenarios x {len(self.columns)} trigger columns "
                f"do not fit values {self.values.shape}"
            )
        for name, column in zip(self.columns, self.values.T):
            if name not in RANGES:
                raise InputError(f"Trigger column {name} is not known; allowed: {', '.join(COLUMNS)}")
            low, high = RANGES[name]
            if not (np.isfinite(column).all() and (column >= low).all() and (column <= high).all()):
                raise InputError(
                    f"Trigger column {name} holds {', '.join(f'{v:g}' for v in column)}; allowed: {low:g} to {high:g}"
                    + ("; it is probably in percent, give shares" if _as_percent(column, high) else "")
                )

    @property
    def names(self) -> tuple[str, ...]:
        """Band names, such as T10."""
        return tuple(f"T{period:g}" for period in self.return_periods_yr)

    def column(self, name: str, default: float = 0.0) -> npt.NDArray[np.float64]:
        """Values (scenarios,) of one trigger, or ``default`` where the table has no such column."""
        if name not in self.columns:
            return np.full(len(self.return_periods_yr), default)
        return self.values[:, self.columns.index(name)]

    def reference(self, period_yr: Optional[float]) -> int:
        """Index of the reference scenario: the one asked for, else T50, else the middle one."""
        periods = self.return_periods_yr
        if period_yr is None:
            return (
                periods.index(DEFAULT_REFERENCE_YR) if DEFAULT_REFERENCE_YR in periods else len(periods) // 2
            )
        if period_yr not in periods:
            raise InputError(
                f"Reference scenario T{period_yr:g} is not in the table; it has {', '.join(self.names)}"
            )
        return periods.index(period_yr)


def _as_percent(column: npt.NDArray[np.float64], high: float) -> bool:
    return high == 1.0 and bool((column >= 0.0).all() and 1.0 < column.max() <= 100.0)


def from_rows(rows: Iterable[Mapping[str, str]], source: str = "scenario table") -> TriggerScenarios:
    """Scenarios from table rows keyed by ``return_period_yr`` and any of ``COLUMNS``.

    Raises
    ------
    InputError
        A missing or unknown column, or a cell that is not a number.

    Examples
    --------
    >>> rows = [{"return_period_yr": "50", "duration_h": "24"}, {"return_period_yr": "10", "duration_h": "6"}]
    >>> found = from_rows(rows)
    >>> found.names, found.values.tolist()
    (('T10', 'T50'), [[6.0], [24.0]])
    """
    table = list(rows)
    if not table:
        raise InputError(f"{source} has no rows")
    given = {key.strip(): key for row in table for key in row if key}
    if "return_period_yr" not in given:
        raise InputError(f"{source} has no column return_period_yr; it has {', '.join(given)}")
    unknown = sorted(set(given) - {"return_period_yr", *COLUMNS})
    if unknown:
        raise InputError(
            f"{source} has unknown column {', '.join(unknown)}; allowed: return_period_yr, {', '.join(COLUMNS)}"
        )
    columns = tuple(name for name in COLUMNS if name in given)

    for place, row in enumerate(table, 1):
        lacking = [name for name, key in given.items() if key not in row]
        if lacking:
            raise InputError(
                f"{source}: row {place} has no {', '.join(lacking)}; each row needs {', '.join(given)}"
            )

    def cell(row: Mapping[str, str], name: str) -> float:
        found = number(str(row[given[name]]))
        if found is None:
            raise InputError(f"{source}: {name} holds {row[given[name]]!r}, not a number")
        return found

    ordered = sorted(table, key=lambda row: cell(row, "return_period_yr"))
    return TriggerScenarios(
        tuple(cell(row, "return_period_yr") for row in ordered),
        columns,
        np.array([[cell(row, name) for name in columns] for row in ordered], dtype=float).reshape(
            len(ordered), len(columns)
        ),
    )


def from_cells(cells: Sequence[object], source: str = "scenario table") -> TriggerScenarios:
    """Scenarios from a flat table of five columns: return period, then ``COLUMNS`` in order.

    >>> from_cells([10, 20.0, 6.0, 0.5, 0.0]).column("duration_h").tolist()
    [6.0]
    """
    width = 1 + len(COLUMNS)
    if not cells or len(cells) % width:
        raise InputError(f"{source} has {len(cells)} cells, which is not a multiple of {width} columns")
    keys = ("return_period_yr", *COLUMNS)
    rows = [
        dict(zip(keys, (str(cell) for cell in cells[i : i + width]))) for i in range(0, len(cells), width)
    ]
    return from_rows(rows, source)


def scenario_rows(scenarios: TriggerScenarios) -> list[dict[str, float]]:
    """The table as one mapping a scenario, keyed as ``from_rows`` reads it.

    >>> scenario_rows(TriggerScenarios((10.0,), ("duration_h",), np.array([[6.0]])))
    [{'return_period_yr': 10.0, 'duration_h': 6.0}]
    """
    return [
        {"return_period_yr": period, **dict(zip(scenarios.columns, values))}
        for period, values in zip(scenarios.return_periods_yr, scenarios.values.tolist())
    ]


def require_severity(scenarios: TriggerScenarios) -> None:
    """Raise ``InputError`` if a rarer scenario brings less rain than a more frequent one.

    >>> falling = np.array([[20.0, 6.0], [10.0, 6.0]])
    >>> require_severity(TriggerScenarios((10.0, 50.0), ("intensity_mm_h", "duration_h"), falling))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: Scenario T50 brings 60 mm of rain, less than T10 with 120 mm; \
rarer scenarios must be at least as severe
    """
    depth = scenarios.column("intensity_mm_h") * scenarios.column("duration_h")
    for i in range(1, len(depth)):
        if depth[i] < depth[i - 1] * (1 - 1e-9):
            raise InputError(
                f"Scenario {scenarios.names[i]} brings {depth[i]:g} mm of rain, less than {scenarios.names[i - 1]} "
                f"with {depth[i - 1]:g} mm; rarer scenarios must be at least as severe"
            )


def grows(triggers: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Whether triggers (..., S, k) grow from one scenario to another (..., S, S): all stay or rise, one rises.

    >>> grows(np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 4.0]])).tolist()
    [[False, True, False], [False, False, False], [False, False, False]]
    """
    before, after = triggers[..., :, None, :], triggers[..., None, :, :]
    return np.asarray((after >= before).all(axis=-1) & (after > before).any(axis=-1))


def comparable_pairs(triggers: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    """Pairs (pairs, 2) of scenarios, lower first; the others are neither constrained nor counted.

    >>> comparable_pairs(np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 4.0]])).tolist()
    [[0, 1]]
    """
    return np.argwhere(grows(triggers)).astype(np.int32)
