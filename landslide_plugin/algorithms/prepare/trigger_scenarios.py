"""Build trigger scenarios: rain records, a formula or typed numbers in, a scenario file out."""

import json
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.io.scenarios import scenario_csv
from ...core.io.table import read_rows
from ...core.io.text import write_text
from ...core.progress import Progress
from ...core.requirements import require_scipy
from ...core.triggers import build
from ...core.triggers.idf import IntensityFormula
from ...core.triggers.record import records_of
from ...core.triggers.return_levels import FitChoice, Fitted, fit_records
from ...core.triggers.return_plot import return_level_svg
from ...core.types.scenarios import (
    TriggerScenarios,
    from_cells,
    require_severity,
    scenario_rows,
)
from ..base import inputs, outputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.by_choice import ByChoice
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.scenario_table import example_cells, optional_matrix
from .storm_shape import (
    STORM,
    Rain,
    add_storm,
    depth_by_fit,
    depth_by_formula,
    factor_of_run,
    hyetographs,
    refuse_adjustment,
)

ADVANCED = {
    "DRAWS": "bootstrap_draws",
    "CONFIDENCE": "confidence",
    "SEED": "bootstrap_seed",
    "IDF_K": "idf_k",
    "IDF_M": "idf_m",
    "IDF_B": "idf_b_min",
    "IDF_N": "idf_n",
}
PLAIN = {"DISTRIBUTION": "extreme_distribution", "METHOD": "fit_method", "DURATION": "storm_duration_h"}
TEXTS = {
    "COLUMN": (
        "Column of the annual maxima",
        "",
        "Only for files with several gauges. Left empty, every column is a duration of one gauge, named like '24 h'.",
    ),
    "RETURN_PERIODS": ("Return periods (years)", "10 25 50 100 200", "Rising numbers above 1."),
    "WETNESS": (
        "Antecedent wetness",
        "0.4",
        "Share of the soil depth that is saturated before the storm, 0 to 1: one number, or one for each period.",
    ),
    "SERIES": (
        "Own series of rain",
        "",
        "For the shape of that name: any numbers, one a block, such as 1 2 5 3 1, scaled to each storm's rain.",
    ),
    "SEISMIC": (
        "Seismic coefficient",
        "0",
        "Horizontal, as a share of gravity: one number, or one for each return period. 0 is no shaking.",
    ),
}
TYPED = {
    "SCENARIOS": "The scenario table that the other algorithms take; from annual maxima with the ends of the band that "
    "the fit leaves, which mapping can carry into the probabilities.",
    "RECORD": "The same table with fits, bands and sources; the other algorithms take it as well.",
    "HYETOGRAPHS": "Rain over each storm, mm/h: a column a scenario, a row a block, as 'Compute factor of safety' "
    "takes it.",
    "PLOT": "Return-level plot of the storm duration as SVG: record, both distributions, bootstrap band.",
}


class BuildTriggerScenarios(LandslideAlgorithm):
    """Return periods with the storm, the antecedent wetness and the shaking of each."""

    NAME = "triggerscenarios"
    LABEL = "Build trigger scenarios"
    GROUP = "prepare"
    METHOD = "scenarios"
    NEXT = "{factorofsafety} with these scenarios"
    HELP = (
        "Makes the table of trigger scenarios: a row a return period with the storm's mean intensity and duration, the "
        "wetness before it and the shaking.\n\n"
        "From annual maxima (a table with a row a year and a column a duration, in mm), both the GEV and the Gumbel "
        "distribution are fitted, by L-moments or maximum likelihood, and printed with a bootstrap band and the "
        "goodness of fit. Records under 10 years are refused; under 20 years, or beyond four times the record, you "
        "are warned. Daily totals of fixed days understate the wettest 24 hours by about an eighth.\n\n"
        "The return period belongs to the rain alone. How wet the slope is before and whether it shakes are separate "
        "choices, and no part of the T-year event."
    )
    TAGS = ("rain", "return period", "gumbel", "gev", "idf", "annual maxima", "rainfall", "scenario")
    BY_CHOICE = ByChoice(
        "ALSO_WRITE",
        "ALSO_FOLDER",
        {"RECORD": "scenarios.json", "PLOT": "return_levels.svg", "HYETOGRAPHS": "hyetographs.csv"},
    )
    FOLDERS = {"ALSO_FOLDER": BY_CHOICE.written()}
    FORM = Form(
        headings={
            "Annual maxima": ("COLUMN", "METHOD", "DRAWS", "CONFIDENCE", "SEED"),
            "Formula": ("IDF_K", "IDF_M", "IDF_B", "IDF_N"),
            "Course and area of the storms": tuple(STORM),
        },
        modes={
            **dict.fromkeys(("MAXIMA", "COLUMN", "DISTRIBUTION", "METHOD"), ("SOURCE", ("maxima",))),
            **dict.fromkeys(("DRAWS", "CONFIDENCE", "SEED"), ("SOURCE", ("maxima",))),
            **dict.fromkeys(("IDF_K", "IDF_M", "IDF_B", "IDF_N"), ("SOURCE", ("formula",))),
            "SCENARIO_TABLE": ("SOURCE", ("table",)),
            **dict.fromkeys(("RETURN_PERIODS", "WETNESS", "SEISMIC"), ("SOURCE", ("maxima", "formula"))),
            **dict.fromkeys(("FIXED_INTERVAL", "AREA"), ("SOURCE", ("maxima", "formula"))),
            "SERIES": ("SHAPE", ("series",)),
            "PEAK": ("SHAPE", ("chicago",)),
        },
    )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add_quantity("SOURCE", "rain_source")
        inputs.table(
            self,
            "MAXIMA",
            "Annual maxima (mm)",
            "A row a year; a column 'year' and a column a duration, or a column a gauge.",
        )
        for key in TEXTS:
            if key != "SERIES":
                self._declare_text(key)
        for key, name in PLAIN.items():
            self.add_quantity(key, name, advanced=key == "METHOD")
        optional_matrix(self)
        for key, name in ADVANCED.items():
            self.add_quantity(key, name, advanced=True)
        add_storm(self)
        self._declare_text("SERIES")
        for key, label, kind, needed in (
            ("SCENARIOS", "Trigger scenarios", "CSV (*.csv)", True),
            ("RECORD", "Scenarios with their sources (JSON)", "JSON (*.json)", False),
            ("PLOT", "Return-level plot", "SVG (*.svg)", False),
            ("HYETOGRAPHS", "Hyetographs", "CSV (*.csv)", False),
        ):
            target = QgsProcessingParameterFileDestination(
                key, label, kind, optional=not needed, createByDefault=needed
            )
            self.add(target, TYPED[key])
        outputs.by_choice(self, "Also write", "Folder of what is also written")
        self.addOutput(QgsProcessingOutputString("RETURN_LEVELS", "Fits and return levels (JSON)"))

    def _declare_text(self, key: str) -> None:
        label, default, text = TEXTS[key]
        text_of = QgsProcessingParameterString(key, label, default, False, not default)
        self.add(text_of, text, advanced=key in ("COLUMN", "SERIES"))

    def execute(self, given: Given) -> dict[str, Any]:
        source = given.quantity("SOURCE")
        table = given.required_output("SCENARIOS")
        paths = {"SCENARIOS": table, **{key: given.output(key) for key in ("RECORD", "PLOT", "HYETOGRAPHS")}}
        if paths["PLOT"] and source != "maxima":
            raise InputError("The return-level plot needs annual maxima; leave PLOT out")
        if source == "table":
            refuse_adjustment(given)
            cells = given.cells("SCENARIO_TABLE")
            scenarios = from_cells(cells or example_cells(), "Trigger scenarios (table)")
            require_severity(scenarios)
            storm = Rain([], [], [])
        else:
            periods = build.return_periods(given.text("RETURN_PERIODS"), "RETURN_PERIODS")
            storm = _rain(given, periods, paths["HYETOGRAPHS"] is not None)
            others = [
                build.for_each(given.text(key), len(periods), f"{key} ({TEXTS[key][0]})")
                for key in ("WETNESS", "SEISMIC")
            ]
            scenarios = build.scenario_table(
                periods,
                storm.intensity_mm_h,
                given.quantity("DURATION"),
                *others,
                intensity_band_mm_h=storm.band_mm_h,
            )
        fitted = storm.fitted
        _tell(scenarios, fitted, given.progress)
        record = {
            "schema": 1,
            "source": source,
            "scenarios": scenario_rows(scenarios),
            "records": [found.as_dict() for found in fitted],
        }
        write_text(table, scenario_csv(scenarios))
        if paths["HYETOGRAPHS"]:
            write_text(paths["HYETOGRAPHS"], hyetographs(given, scenarios, storm.depths))
        if paths["RECORD"]:
            write_text(paths["RECORD"], json.dumps(record, indent=1) + "\n")
        if paths["PLOT"]:
            write_text(paths["PLOT"], _plot(fitted, given.quantity("DURATION"), given.quantity("CONFIDENCE")))
        written = {key: path for key, path in paths.items() if path}
        return {**written, "RETURN_LEVELS": json.dumps(record["records"])}


def _rain(given: Given, periods: tuple[float, ...], with_shapes: bool) -> Rain:
    """Rain of each return period, adjusted to interval and area."""
    hours = given.quantity("DURATION")

    def factor(duration_h: float) -> float:
        return factor_of_run(given, duration_h)

    if given.quantity("SOURCE") == "maxima":
        fitted = _fitted(given, periods)
        rain = build.intensities_of(fitted, hours)
        band = build.band_of(build.fit_of(fitted, hours))
        depths = depth_by_fit(fitted, factor) if with_shapes else []
    else:
        fitted, band = [], None
        formula = IntensityFormula(*(given.quantity(key) for key in ("IDF_K", "IDF_M", "IDF_B", "IDF_N")))
        rain = build.intensities_by_formula(formula, periods, hours)
        depths = depth_by_formula(formula, periods, factor)
    adjusted = factor(hours)
    if adjusted != 1.0:
        given.progress.info(
            f"Rain times {adjusted:.3f}, for fixed intervals and area; printed return levels are without"
        )
    return Rain(
        [intensity * adjusted for intensity in rain],
        fitted,
        depths,
        band_mm_h=None if band is None else band * adjusted,
    )


def _fitted(given: Given, periods: tuple[float, ...]) -> list[Fitted]:
    """Both distributions fitted to every duration of the record."""
    path = given.table("MAXIMA")
    if not path:
        raise InputError("MAXIMA is not set; give a table of annual maxima, or choose another source of rain")
    column = given.text("COLUMN")
    require_scipy("The fit of annual maxima")
    rows = read_rows(path, "Annual maxima")
    records = records_of(rows, Path(path).name, column, given.quantity("DURATION"), given.progress)
    choice = FitChoice(*map(given.quantity, ("DISTRIBUTION", "METHOD", "DRAWS", "CONFIDENCE", "SEED")))
    return fit_records(records, periods, choice, given.progress)


def _plot(fitted: list[Fitted], duration_h: float, confidence: float) -> str:
    found = next(one for one in fitted if abs(one.record.duration_h - duration_h) < 1e-6)
    title = f"{found.record.name}: annual maximum rain of {duration_h:g} h"
    return return_level_svg(found, confidence, title)


def _tell(scenarios: TriggerScenarios, fitted: list[Fitted], progress: Progress) -> None:
    for found in fitted:
        for name, law in found.laws.items():
            check = found.checks[name]
            levels = ", ".join(
                f"T{period:g} {level:.1f}"
                for period, level in zip(found.periods_yr, law.return_level(found.periods_yr))
            )
            progress.info(
                f"{found.record.name} ({len(found.record.depth_mm)} years), {name}: location {law.location:.3f} mm, "
                f"scale {law.scale:.3f} mm, shape {law.shape:.4f}; {levels} mm; Kolmogorov-Smirnov "
                f"{check.kolmogorov_smirnov:.3f} (p {check.p_value:.2f}), Anderson-Darling {check.anderson_darling:.3f}"
            )
            if check.p_value < 0.05:
                progress.warning(f"{found.record.name}: {name} fits badly (p {check.p_value:.2f})")
    for row in scenario_rows(scenarios):
        progress.info(", ".join(f"{key} {value:g}" for key, value in row.items()))
