"""Soil and rain of a study: a soil table on the grid of the factors, and a scenario table from what was given."""

from __future__ import annotations

from pathlib import Path

from ...errors import InputError
from ...io.raster import RasterSource
from ...io.scenarios import read_scenarios, scenario_csv
from ...io.table import read_rows
from ...io.text import write_text
from ...progress import Progress
from ...quantities import QUANTITIES
from ...requirements import require_scipy
from ...triggers import build
from ...triggers.record import records_of
from ...triggers.return_levels import FitChoice, fit_records
from ...types.scenarios import TriggerScenarios, require_severity
from ..soil_profile.sources import SoilSource, lithology_soil, whole_area
from ..soil_profile.table import read_soil_table
from ..soil_profile.write import write_profile

LITHOLOGY = "lithology"
PERIOD_COLUMN = "return_period_yr"
PERIODS_YR = (10.0, 25.0, 50.0, 100.0, 200.0)
WETNESS = 0.4
"""Share of the soil that is saturated before a storm, as 'Build trigger scenarios' has it."""


def write_soil(stack: str, table: str, target: str, progress: Progress) -> None:
    """Write the soil profile of a soil table, by the lithology among the factors or one for the whole area.

    Raises
    ------
    InputError
        The table has several units and no factor is the lithology, or lacks a code of it.
    """
    soil_table = read_soil_table(table, str(QUANTITIES["strength_choice"].default))
    with RasterSource(stack) as source:
        grid = source.grid
        named = LITHOLOGY in [band.name for band in source.bands]
        if not named and len(soil_table.codes) > 1:
            raise InputError(
                f"SOIL_TABLE has {len(soil_table.codes)} units, but no LITHOLOGY is given that tells which is where; "
                "give it, or a table with one unit"
            )
        soil: SoilSource = (
            lithology_soil(source, soil_table, grid)
            if named and len(soil_table.codes) > 1
            else whole_area(soil_table, grid.cols)
        )
        summary = write_profile(soil, grid, target, progress)
    progress.info(
        f"Soil: {Path(table).name}, {len(soil_table.codes)} units down to {summary.layer_bottoms_m[-1]:g} m"
    )


def scenarios_from(table: str, progress: Progress) -> TriggerScenarios:
    """Trigger scenarios of a table of scenarios, or of annual maxima by a fit with the defaults of the builder.

    Raises
    ------
    InputError
        The table is neither.
    """
    if Path(table).suffix.lower() == ".json":
        return read_scenarios(table)
    rows = read_rows(table, "RAIN")
    if rows and PERIOD_COLUMN in rows[0]:
        return read_scenarios(table)
    require_scipy("The fit of annual maxima")
    hours = float(QUANTITIES["storm_duration_h"].default or 0.0)
    records = records_of(rows, Path(table).name, "", hours, progress)
    names = ("extreme_distribution", "fit_method", "bootstrap_draws", "confidence", "bootstrap_seed")
    choice = FitChoice(*(QUANTITIES[name].default for name in names))  # type: ignore[arg-type]
    fitted = fit_records(records, PERIODS_YR, choice, progress)
    count = len(PERIODS_YR)
    found = build.scenario_table(
        PERIODS_YR,
        build.intensities_of(fitted, hours),
        hours,
        (WETNESS,) * count,
        (0.0,) * count,
        intensity_band_mm_h=build.band_of(build.fit_of(fitted, hours)),
    )
    progress.info(
        f"Rain: storms of {hours:g} h by a fit of annual maxima, {100 * WETNESS:.0f} % of the soil saturated before, "
        "no shaking; 'Build trigger scenarios' takes other choices"
    )
    return found


def write_rain(table: str, target: str, progress: Progress) -> None:
    """Write the scenario table of a study."""
    scenarios = scenarios_from(table, progress)
    require_severity(scenarios)
    write_text(target, scenario_csv(scenarios))
    progress.info(f"Trigger scenarios: {', '.join(scenarios.names)}")
