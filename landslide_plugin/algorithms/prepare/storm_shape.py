"""The parameters of Build trigger scenarios that adjust rain and shape storms."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

from ...core.errors import InputError
from ...core.io.table import csv_text
from ...core.quantities import QUANTITIES
from ...core.triggers.adjust import areal_factor, interval_factor
from ...core.triggers.hyetograph import DepthOf, depths_between, shares_of
from ...core.triggers.idf import IntensityFormula
from ...core.triggers.return_levels import Fitted
from ...core.types.arrays import Values
from ...core.types.lists import numbers
from ...core.types.scenarios import TriggerScenarios
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given

STORM = {
    "SHAPE": "storm_shape",
    "STEP": "storm_step_h",
    "PEAK": "storm_peak_share",
    "FIXED_INTERVAL": "fixed_interval_h",
    "AREA": "storm_area_km2",
}


@dataclass(frozen=True)
class Rain:
    """Rain of each return period.

    Attributes
    ----------
    intensity_mm_h : list of float
    fitted : list of Fitted
        What it was fitted to.
    depths : list of callable or None
        Depth over duration where that is known.
    band_mm_h : float array (2, scenarios) or None
        Ends of the fit's band.
    """

    intensity_mm_h: list[float]
    fitted: list[Fitted]
    depths: list[Optional[DepthOf]]
    band_mm_h: Optional[Values] = None


def refuse_adjustment(given: Given) -> None:
    """Raise ``InputError`` if a typed table is to be adjusted."""
    if given.has("AREA") or given.has("FIXED_INTERVAL"):
        raise InputError("A typed table is written as it is; leave AREA and FIXED_INTERVAL out")


def add_storm(algorithm: LandslideAlgorithm) -> None:
    """Declare the parameters; each may be left out."""
    for key, name in STORM.items():
        algorithm.add_quantity(key, name, advanced=True, optional=True)


def factor_of_run(given: Given, duration_h: float) -> float:
    """Factor on the rain of a duration: fixed intervals up, area down."""
    factor = 1.0
    interval = given.quantity("FIXED_INTERVAL") if given.has("FIXED_INTERVAL") else None
    if interval is not None:
        if given.quantity("SOURCE") != "maxima":
            raise InputError(
                "FIXED_INTERVAL is for annual maxima alone; leave it out with this source of rain"
            )
        factor *= interval_factor(duration_h / interval)
    if given.has("AREA"):
        factor *= areal_factor(given.quantity("AREA"), duration_h)
    return factor


def depth_by_fit(fitted: list[Fitted], factor: Callable[[float], float]) -> list[Optional[DepthOf]]:
    """Depth over duration of each return period; None where the records have one duration alone."""
    if len(fitted) < 2:
        return [None] * len(fitted[0].periods_yr)
    hours = [found.record.duration_h for found in fitted]
    return [
        depths_between(
            hours, [float(found.levels_mm[i]) * factor(found.record.duration_h) for found in fitted]
        )
        for i in range(len(fitted[0].periods_yr))
    ]


def depth_by_formula(
    formula: IntensityFormula, periods: tuple[float, ...], factor: Callable[[float], float]
) -> list[Optional[DepthOf]]:
    """Depth over duration of each return period by the formula."""

    def of(period: float) -> DepthOf:
        return lambda hours: formula.intensity_mm_h(period, hours) * hours * factor(hours)

    return [of(period) for period in periods]


def hyetographs(given: Given, scenarios: TriggerScenarios, depths: list[Optional[DepthOf]]) -> str:
    """A table (CSV) with a column a scenario and a row a block, mm/h."""

    def value(key: str) -> object:
        return given.quantity(key) if given.has(key) else QUANTITIES[STORM[key]].default

    shape, step, peak = str(value("SHAPE")), float(str(value("STEP"))), float(str(value("PEAK")))
    series = numbers(given.text("SERIES"), "SERIES")
    columns = []
    for i, hours in enumerate(scenarios.column("duration_h").tolist()):
        depth = depths[i] if depths else None
        if depth is None and shape in ("alternating", "chicago"):
            depth = depths_between([hours], [1.0])  # refuses, since one duration tells no shape
        shares = shares_of(shape, hours, step, depth or (lambda _: 1.0), series=series, peak_share=peak)
        intensity = float(scenarios.column("intensity_mm_h")[i])
        columns.append([share * len(shares) * intensity for share in shares.tolist()])
    if len({len(column) for column in columns}) > 1:
        raise InputError("The storms have different durations; hyetographs in one table need one duration")
    return csv_text([scenarios.names, *([f"{rate:.6g}" for rate in row] for row in zip(*columns))])
