"""From return levels, a formula or typed numbers to a table of trigger scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from ..errors import InputError
from ..types.arrays import Values
from ..types.lists import numbers
from ..types.scenarios import COLUMNS, RANGES, TriggerScenarios, require_severity
from .idf import IntensityFormula
from .return_levels import Fitted


def return_periods(text: str, what: str = "Return periods") -> tuple[float, ...]:
    """Return periods typed by a user, rising and over a year.

    >>> return_periods("10 25 50")
    (10.0, 25.0, 50.0)
    """
    periods = numbers(text, what)
    if not periods or any(b <= a for a, b in zip((1.0, *periods), periods)):
        raise InputError(
            f"{what}: {text!r} is not allowed; give rising numbers above 1 year, such as 10 25 50 100"
        )
    return periods


def for_each(text: str, scenarios: int, what: str) -> tuple[float, ...]:
    """One number for all scenarios, or one for each.

    >>> for_each("0.3", 3, "Antecedent wetness")
    (0.3, 0.3, 0.3)
    """
    values = numbers(text, what)
    if len(values) == 1:
        return values * scenarios
    if len(values) != scenarios:
        raise InputError(
            f"{what} has {len(values)} numbers for {scenarios} return periods; give one, or one for each"
        )
    return values


def scenario_table(
    periods_yr: Sequence[float],
    intensity_mm_h: Sequence[float],
    duration_h: float,
    antecedent_wetness: Sequence[float],
    seismic_coefficient: Sequence[float],
    *,
    intensity_band_mm_h: Optional[Values] = None,
) -> TriggerScenarios:
    """Scenarios of one storm duration, checked for ranges and for rain that grows with the return period.

    >>> table = scenario_table((10.0, 50.0), (20.0, 30.0), 6.0, (0.3, 0.3), (0.0, 0.0))
    >>> table.names, table.column("duration_h").tolist()
    (('T10', 'T50'), [6.0, 6.0])
    """
    columns = (intensity_mm_h, [duration_h] * len(periods_yr), antecedent_wetness, seismic_coefficient)
    table = TriggerScenarios(tuple(periods_yr), COLUMNS, np.array(columns, float).T, intensity_band_mm_h)
    require_severity(table)
    return table


def intensities_of(fitted: Sequence[Fitted], duration_h: float) -> list[float]:
    """Mean intensities (mm/h) of storms of one duration among the records.

    Raises
    ------
    InputError
        No record has that duration.
    """
    return [float(level) / duration_h for level in fit_of(fitted, duration_h).levels_mm]


def band_of(found: Fitted) -> Values:
    """Ends (2, scenarios) of the bootstrap band as mean intensities (mm/h), kept around the level and in range.

    >>> from .extremes import ExtremeValue
    >>> from .record import Record
    >>> from .return_levels import FitChoice, fit_records
    >>> record = Record("24 h", 24.0, ExtremeValue(50.0, 10.0, 0.0).quantile((np.arange(40) + 0.5) / 40))
    >>> found = fit_records([record], (10.0, 100.0), FitChoice(draws=50))[0]
    >>> low, high = band_of(found) * 24.0
    >>> bool((low <= found.levels_mm).all() and (found.levels_mm <= high).all())
    True
    """
    levels = found.levels_mm
    ends = np.stack([np.minimum(found.low_mm, levels), np.maximum(found.high_mm, levels)])
    return np.asarray(np.clip(ends / found.record.duration_h, *RANGES["intensity_mm_h"]))


def fit_of(fitted: Sequence[Fitted], duration_h: float) -> Fitted:
    """The record of one duration; raise ``InputError`` if there is none."""
    for found in fitted:
        if abs(found.record.duration_h - duration_h) < 1e-6:
            return found
    durations = ", ".join(f"{found.record.duration_h:g}" for found in fitted)
    raise InputError(f"No annual maxima of {duration_h:g} h are given; the records have {durations} h")


def intensities_by_formula(
    formula: IntensityFormula, periods_yr: Sequence[float], duration_h: float
) -> list[float]:
    """Mean intensities (mm/h) by a formula.

    >>> formula = IntensityFormula(100.0, 0.0, 0.0, 1.0)
    >>> intensities_by_formula(formula, (10.0, 50.0), 1.0) == [formula.intensity_mm_h(t, 1.0) for t in (10.0, 50.0)]
    True
    """
    return [formula.intensity_mm_h(period, duration_h) for period in periods_yr]
