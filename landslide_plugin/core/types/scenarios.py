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
RAIN_SUMS = (
    "rain_total_mm",
    *(f"rain_largest_{hours}h_mm" for hours in (1, 3, 6, 12, 24, 48)),
    *(f"rain_antecedent_{days}d_mm" for days in (14, 30)),
)
"""Sums of rain over time, which events with a record of their rain have; no physics reads them."""
RANGES = {
    **dict.fromkeys(RAIN_SUMS, (0.0, 20_000.0)),
    "intensity_mm_h": (0.0, 1000.0),
    "duration_h": (0.0, 8760.0),
    "antecedent_wetness": (0.0, 1.0),
    "seismic_coefficient": (0.0, 1.0),
}
BAND_COLUMNS = ("intensity_low_mm_h", "intensity_high_mm_h")
"""Ends of the band that the fit of the rain leaves around ``intensity_mm_h``; no triggers themselves."""
DEFAULT_REFERENCE_YR = 50.0


@dataclass(frozen=True)
class TriggerScenarios:
    """Trigger values of each return period, the same for every cell.

    Attributes
    ----------
    return_periods_yr : tuple of float
        Rising. T belongs to the rain alone.
    columns : tuple of str
        Trigger names with units, a subset of ``COLUMNS`` and ``RAIN_SUMS``.
    values : float64 array (scenarios, columns)
    intensity_band_mm_h : float64 array (2, scenarios) or None
        Lower and upper end of the band around ``intensity_mm_h``, where its fit left one.

    Examples
    --------
    >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]))
    >>> rain.names, rain.reference(None)
    (('T10', 'T50'), 1)
    """

    return_periods_yr: tuple[float, ...]
    columns: tuple[str, ...]
    values: npt.NDArray[np.float64]
    intensity_band_mm_h: Optional[npt.NDArray[np.float64]] = None

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
                raise InputError(
                    f"Trigger column {name} is not known; allowed: {', '.join((*COLUMNS, *RAIN_SUMS))}"
                )
            low, high = RANGES[name]
            if not (np.isfinite(column).all() and (column >= low).all() and (column <= high).all()):
                raise InputError(
                    f"Trigger column {name} holds {', '.join(f'{v:g}' for v in column)}; allowed: {low:g} to {high:g}"
                    + ("; it is probably in percent, give shares" if _as_percent(column, high) else "")
                )
        if self.intensity_band_mm_h is not None:
            self._check_band(self.intensity_band_mm_h)

    def _check_band(self, band: npt.NDArray[np.float64]) -> None:
        if "intensity_mm_h" not in self.columns:
            raise InputError(f"{' and '.join(BAND_COLUMNS)} need the column intensity_mm_h beside them")
        if band.shape != (2, len(self.return_periods_yr)):
            raise InputError(f"A band needs two rows of {len(self.return_periods_yr)}; found {band.shape}")
        (low, high), middle = band, self.column("intensity_mm_h")
        most = RANGES["intensity_mm_h"][1]
        right = (low >= 0.0) & (low <= middle) & (middle <= high) & (high <= most)
        for i in np.flatnonzero(~right)[:1].tolist():
            raise InputError(
                f"Scenario {self.names[i]} has a band from {low[i]:g} to {high[i]:g} mm/h around {middle[i]:g}; "
                f"allowed: 0 <= intensity_low_mm_h <= intensity_mm_h <= intensity_high_mm_h <= {most:g}"
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

    def at_band(self, end: int) -> npt.NDArray[np.float64]:
        """Values (scenarios, columns) with the rain at the lower (0) or upper (1) end of its band.

        >>> band = np.array([[15.0, 40.0], [25.0, 70.0]])
        >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]), band)
        >>> rain.at_band(0).ravel().tolist(), rain.at_band(1).ravel().tolist()
        ([15.0, 40.0], [25.0, 70.0])
        """
        if self.intensity_band_mm_h is None:
            raise InputError(
                f"The scenario table has no band of the rain; give one with the columns {', '.join(BAND_COLUMNS)}, "
                "such as 'Build trigger scenarios' writes from annual maxima"
            )
        values = self.values.copy()
        values[:, self.columns.index("intensity_mm_h")] = self.intensity_band_mm_h[end]
        return values

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; the band only where there is one."""
        plain = {
            "return_periods_yr": list(self.return_periods_yr),
            "columns": list(self.columns),
            "values": self.values.tolist(),
        }
        if self.intensity_band_mm_h is None:
            return plain
        return {**plain, "intensity_band_mm_h": self.intensity_band_mm_h.tolist()}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> TriggerScenarios:
        """The scenarios of ``to_dict``.

        >>> band = np.array([[15.0, 40.0], [25.0, 70.0]])
        >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]), band)
        >>> TriggerScenarios.from_dict(rain.to_dict()).at_band(1).ravel().tolist()
        [25.0, 70.0]
        """
        band = stored.get("intensity_band_mm_h")
        return cls(
            tuple(float(period) for period in stored["return_periods_yr"]),
            tuple(stored["columns"]),
            np.array(stored["values"], dtype=np.float64),
            None if band is None else np.array(band, dtype=np.float64),
        )

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
    """Scenarios from table rows keyed by ``return_period_yr``, any trigger columns and both ``BAND_COLUMNS`` or none.

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
    unknown = sorted(set(given) - {"return_period_yr", *COLUMNS, *RAIN_SUMS, *BAND_COLUMNS})
    if unknown:
        allowed = ", ".join((*COLUMNS, *BAND_COLUMNS, *RAIN_SUMS))
        raise InputError(
            f"{source} has unknown column {', '.join(unknown)}; allowed: return_period_yr, {allowed}"
        )
    ends = [name for name in BAND_COLUMNS if name in given]
    if len(ends) == 1:
        raise InputError(f"{source} has {ends[0]} alone; give both of {', '.join(BAND_COLUMNS)}, or neither")
    columns = tuple(name for name in (*COLUMNS, *RAIN_SUMS) if name in given)

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
        np.array([[cell(row, name) for row in ordered] for name in ends]) if ends else None,
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
    rows = [
        {"return_period_yr": period, **dict(zip(scenarios.columns, values))}
        for period, values in zip(scenarios.return_periods_yr, scenarios.values.tolist())
    ]
    if scenarios.intensity_band_mm_h is not None:
        for row, ends in zip(rows, scenarios.intensity_band_mm_h.T.tolist()):
            row.update(zip(BAND_COLUMNS, ends))
    return rows


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


def require_intensity(scenarios: TriggerScenarios) -> None:
    """Raise ``InputError`` if rain is told by sums alone, which physics does not read and would take for none.

    >>> require_intensity(TriggerScenarios((10.0,), ("rain_total_mm",), np.array([[90.0]])))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The scenarios have rain_total_mm and no intensity_mm_h; physics reads \
intensity_mm_h and duration_h, so add these columns
    """
    sums = [name for name in scenarios.columns if name in RAIN_SUMS]
    if sums and "intensity_mm_h" not in scenarios.columns:
        raise InputError(
            f"The scenarios have {', '.join(sums)} and no intensity_mm_h; physics reads intensity_mm_h and duration_h, "
            "so add these columns"
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
