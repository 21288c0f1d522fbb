"""Rain that did not fall: a storm scaled or shifted, or a design storm of a return period."""

from contextlib import ExitStack
from typing import Any, Optional

import numpy as np
from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.io.rain import open_rain_stack
from ...core.io.rain.stack import LayerStack
from ...core.io.raster import RasterSource
from ...core.triggers.adjust import areal_factor
from ...core.triggers.design_storm import DesignStorm
from ...core.triggers.hyetograph import shares_of
from ...core.triggers.idf import IntensityFormula
from ...core.types.grid import Grid
from ...core.types.lists import numbers
from ...core.workflows.event_mapping.frames import moment_words, read_moment
from ...core.workflows.what_if_rain.run import (
    Before,
    Changed,
    MadeRain,
    assumed_of,
    change_rain,
    design_rain,
)
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.metadata import version
from ..base.rain.units import add_units, units_of
from ..styles import rasters as styles

FORMULA = {"IDF_K": "idf_k", "IDF_M": "idf_m", "IDF_B": "idf_b_min", "IDF_N": "idf_n"}
DESIGN = {"SHAPE": "storm_shape", "STEP": "storm_step_h", "PEAK": "storm_peak_share"}
AROUND = {"BEFORE": "before_mm", "BEFORE_HOURS": "before_h", "AFTER_HOURS": "after_h"}
OF_DESIGN = ("AREA_RASTER", "PERIOD", "DEPTH", "DURATION", "SERIES", "AREA", *DESIGN, *AROUND, *FORMULA)
"""What rain that fell has no use for."""


class WhatIfRain(LandslideAlgorithm):
    """A stack of rain for maps of events that did not happen."""

    NAME = "whatifrain"
    LABEL = "What-if rain"
    GROUP = "prepare"
    METHOD = "event_maps"
    NEXT = "{mapevent} with this rain"
    HELP = (
        "Writes rain that did not fall, as a stack that 'Map an event' takes.\n\n"
        "Rain that fell can be scaled and shifted in time. Or a design storm of return period T falls over the whole "
        "area: its depth as typed or by an intensity-duration-frequency formula, its hours by a shape, on a given "
        "day, with antecedent rain spread evenly before it or as it fell.\n\n"
        "T belongs to the storm alone: not to the rain before it, the season or the landslides. What is assumed "
        "is kept in the file and told with every map that is made of it."
    )
    TAGS = ("rain", "storm", "design storm", "return period", "scenario", "what if", "hyetograph")
    FORM = Form(
        headings={
            "Design storm": ("DURATION", *DESIGN, "SERIES", "AREA"),
            "Rain before and after the storm": tuple(AROUND),
            "Intensity-duration-frequency formula": tuple(FORMULA),
            "Reading the rain": ("VARIABLE", "RAIN_UNIT", "RAIN_IS", "STAMPED", "UTC_OFFSET"),
        },
        modes={
            **dict.fromkeys(("FACTOR", "SHIFT", "START"), ("KIND", ("changed",))),
            **dict.fromkeys(OF_DESIGN, ("KIND", ("design",))),
        },
    )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add_quantity("KIND", "what_if")
        rain = QgsProcessingParameterFile(
            "RAIN", "Rain that fell (file or folder)", optional=True, fileFilter=inputs.RAIN_FILES
        )
        self.add(
            rain,
            "The rain to change; for a design storm, what fell before it. A GeoTIFF with a band a step, NetCDF, or a "
            "folder of either (type its path).",
        )
        self.add_quantity("FACTOR", "rain_factor")
        self.add_quantity("SHIFT", "rain_shift_h")
        self.add(
            QgsProcessingParameterRasterLayer("AREA_RASTER", "Area of the storm", None, True),
            "A raster of the area, such as the factors: the design storm falls on all of it. Not needed with rain.",
        )
        self._moment(
            "END",
            "End (UTC)",
            "When the design storm ends, as 2020-08-30 20:00; of rain that fell, the last step taken.",
        )
        self.add_quantity("PERIOD", "design_period_yr")
        self.add_quantity("DEPTH", "design_depth_mm", optional=True)
        self._more()
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", "What-if rain"),
            "A band a step, each with its time.",
        )
        self.addOutput(QgsProcessingOutputString("ASSUMED", "What the rain assumes"))
        self.addOutput(QgsProcessingOutputNumber("TOTAL", "Mean rain over the area (mm)"))
        self.addOutput(QgsProcessingOutputNumber("DAY_OF_YEAR", "Day of the year of the end"))

    def _more(self) -> None:
        self._moment(
            "START", "Start (UTC)", "Of rain that fell, steps that end later are taken.", advanced=True
        )
        self.add_quantity("DURATION", "storm_duration_h", advanced=True)
        for key, name in DESIGN.items():
            self.add_quantity(key, name, advanced=True)
        self.add(
            QgsProcessingParameterString("SERIES", "Own series of rain", None, False, True),
            "For the shape of that name: any numbers, one a step, such as 1 2 5 3 1, scaled to the storm's depth.",
            advanced=True,
        )
        self.add_quantity("AREA", "storm_area_km2", advanced=True, optional=True)
        for key, name in {**AROUND, **FORMULA}.items():
            self.add_quantity(key, name, advanced=True)
        self.add(
            QgsProcessingParameterString("VARIABLE", "Variable of the rain", None, False, True),
            "Which variable of NetCDF files is the rain; needed only if there are several.",
            advanced=True,
        )
        add_units(self)

    def _moment(self, key: str, label: str, help: str, advanced: bool = False) -> None:
        self.add(QgsProcessingParameterString(key, label, None, False, True), help, advanced)

    def execute(self, given: Given) -> dict[str, Any]:
        output = given.required_output("OUTPUT")
        with ExitStack() as stack:
            fallen = _fallen(given, stack)
            if given.quantity("KIND") == "changed":
                made = _changed(given, output, fallen)
            else:
                made = _design(given, output, fallen)
        _tell(made, given)
        unit = "mm/h" if made.step_h == 1.0 else f"mm/{made.step_h:g} h"
        styles.write_ramp_style(output, "water", made.wettest + 1, (0.0, made.largest_mm), unit)
        moment = moment_words(made.ends[made.wettest])
        styles.show(given.context, output, "What-if rain", f"What-if rain, step ending {moment}")
        return {
            "OUTPUT": output,
            "ASSUMED": made.words,
            "TOTAL": made.total_mm,
            "DAY_OF_YEAR": made.day_of_year,
        }


def _tell(made: MadeRain, given: Given) -> None:
    first, last = (moment_words(made.ends[place]) for place in (0, -1))
    given.progress.info(made.words)
    given.progress.info(
        f"{len(made.ends)} steps that end {first} to {last}; mean over the cells {made.total_mm:.4g} mm in all; the "
        f"season is that of day {made.day_of_year} of the year"
    )
    if made.gaps:
        given.progress.warning(f"{made.gaps} cells have a gap in some step, which stays one")


def _fallen(given: Given, stack: ExitStack) -> Optional[LayerStack]:
    path = given.file("RAIN")
    if not path:
        return None
    return stack.enter_context(open_rain_stack(path, given.text("VARIABLE"), units_of(given), given.progress))


def _about() -> dict[str, str]:
    return {"SOFTWARE": f"Landslide Susceptibility {version()}"}


def _changed(given: Given, output: str, fallen: Optional[LayerStack]) -> MadeRain:
    if fallen is None:
        raise InputError("RAIN is not set; give the rain that fell, or choose a design storm (KIND=design)")
    changed = Changed(
        given.quantity("FACTOR"),
        given.quantity("SHIFT"),
        read_moment(given.text("START"), "START"),
        read_moment(given.text("END"), "END", last=True),
        assumed_of(given.file("RAIN")),
    )
    return change_rain(output, fallen, changed, _about(), given.progress)


def _design(given: Given, output: str, fallen: Optional[LayerStack]) -> MadeRain:
    end = read_moment(given.text("END"), "END")
    if end is None:
        raise InputError("END is not set; give when the design storm ends, as 2020-08-30 20:00 (UTC)")
    fell_mm, fell_h, after_h = (given.quantity(key) for key in AROUND)
    assumed = assumed_of(given.file("RAIN")) if fallen is not None else ""
    before = Before(fell_mm, fell_h, after_h, assumed)
    grid = fallen.grid if fallen is not None else _one_cell(given)
    return design_rain(
        output, _storm(given, end), before, grid, _about(), fallen=fallen, progress=given.progress
    )


def _storm(given: Given, end: np.datetime64) -> DesignStorm:
    """The design storm: its depth as typed or by the formula, its hours by the shape."""
    period, hours, step = (given.quantity(key) for key in ("PERIOD", "DURATION", "STEP"))
    formula = IntensityFormula(*(given.quantity(key) for key in FORMULA))

    def depth_of(duration_h: float) -> float:
        return formula.intensity_mm_h(period, duration_h) * duration_h

    depth = given.quantity("DEPTH")
    area = given.quantity("AREA")
    factor = 1.0 if area is None else areal_factor(area, hours)
    if factor != 1.0:
        given.progress.info(f"Rain times {factor:.3f}, for the mean over {area:g} km2")
    shares = shares_of(
        given.quantity("SHAPE"),
        hours,
        step,
        depth_of,
        series=numbers(given.text("SERIES"), "SERIES"),
        peak_share=given.quantity("PEAK"),
    )
    return DesignStorm(
        period,
        factor * (depth_of(hours) if depth is None else depth),
        duration_h=hours,
        step_h=step,
        shares=shares,
        end=end,
    )


def _one_cell(given: Given) -> Grid:
    """A cell as large as the area: the storm is the same on all of it."""
    path = given.raster("AREA_RASTER")
    if path is None:
        raise InputError(
            "Nothing says where the design storm falls; give AREA_RASTER, such as the factors, or RAIN with its cells"
        )
    with RasterSource(path) as source:
        west, south, east, north = source.grid.bounds
        return Grid(1, 1, (west, east - west, 0.0, north, 0.0, south - north), source.grid.crs_wkt)
