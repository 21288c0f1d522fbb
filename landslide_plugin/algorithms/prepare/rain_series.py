"""Build rain series: the rain before each sample, step by step, from stacks, gauges or tables."""

from collections.abc import Mapping
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ...core.errors import InputError
from ...core.io.rain.gauges import Weighing
from ...core.io.rain.series_table import RECORD_ENDING
from ...core.workflows.rain.build import (
    BuiltSeries,
    WantedRain,
    from_gauges,
    from_stack,
    from_table,
    write_built,
)
from ...core.workflows.rain.samples import RainSamples
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.outputs import KINDS, file_on_request
from .rain_reading import add_reading, add_stack, reading_of

SOURCES = ("STACK", "STACK_FOLDER", "GAUGES", "SERIES")
OF_STACKS = ("VARIABLE", "START", "STEP")
OF_GAUGES = ("GAUGE_METHOD", "GAUGE_LIMIT", "GAUGE_CRS")
OF_FILES = ("RAIN_UNIT", "RAIN_IS", "STAMPED", "UTC_OFFSET")


def idle_rows(values: Mapping[str, Any]) -> set[str]:
    """Rows that mean nothing beside the source of rain that is given; all do while there is none.

    >>> sorted(idle_rows({"STACK": "rain.nc"}) & {"GAUGES", "GAUGE_CRS", "VARIABLE", "RAIN_UNIT"})
    ['GAUGES', 'GAUGE_CRS']
    >>> idle_rows({})
    set()
    """
    named = [key for key in SOURCES if values.get(key)]
    if not named:
        return set()
    own = set(OF_STACKS) if {"STACK", "STACK_FOLDER"} & set(named) else set()
    own |= set(OF_GAUGES) if "GAUGES" in named else set()
    own |= set(OF_FILES) if set(named) != {"SERIES"} else set()
    return {*SOURCES, *OF_STACKS, *OF_GAUGES, *OF_FILES} - set(named) - own


class BuildRainSeries(LandslideAlgorithm):
    """Samples and rain in, a table of series and one of sums out."""

    NAME = "rainseries"
    LABEL = "Build rain series"
    GROUP = "prepare"
    METHOD = "rain"
    NEXT = "{rainthresholds} with this series"
    RECORDS = {"OUTPUT": (RECORD_ENDING,)}
    HELP = (
        "Writes the rain before each sample as a series of equal steps, the oldest first: from a raster stack over "
        "time, from gauges, or from columns of hours that the samples or a table beside them have already.\n\n"
        "Each series ends at the sample's own time; a date without an hour ends at its midnight. Where rain is not "
        "known a step stays empty: gaps are counted and never taken as dry. Units, totals that run on, time zones and "
        "the order of rows and columns are read from the file; what it does not say is asked for by name, not "
        "guessed.\n\n"
        "Give one source of rain: STACK or STACK_FOLDER, GAUGES, or SERIES; with none of them the samples' own columns "
        "(h120 ... h001) are taken."
    )
    FORM = Form(idle=idle_rows)
    TAGS = ("rain", "precipitation", "series", "netcdf", "era5", "chirps", "imerg", "gauge", "antecedent")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        kind = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples", kind),
            "Landslides and stable places, each with a time: points, other shapes (their middle counts) or a table.",
        )
        self.add(
            QgsProcessingParameterField("TIME_FIELD", "Time field", None, "SAMPLES", optional=True),
            "When each series ends: a date, or a moment such as 2020-08-30T06:00. Not needed for SERIES.",
        )
        self.add(
            QgsProcessingParameterField("ID_FIELD", "Id field", None, "SAMPLES", optional=True),
            "Names the rows of the tables; their number if left empty.",
        )
        add_stack(self)
        file = QgsProcessingParameterFile(
            "GAUGES", "Rain gauges (table)", optional=True, fileFilter=inputs.TABLES
        )
        self.add(
            file,
            f"A row a station and step, with columns station, x, y, time and rain (mm; empty for a gap). "
            f"{inputs.KINDS}",
        )
        inputs.table(
            self,
            "SERIES",
            "Table of series",
            "A row a sample: id, and a column a step, such as h120 ... h001, in mm.",
            advanced=True,
        )
        self.add_quantity("WINDOW", "rain_window_h")
        self.add_quantity("STEP_H", "rain_step_h")
        add_reading(self)
        self.add_quantity("SAMPLES_UTC_OFFSET", "samples_utc_offset_h", advanced=True)
        self.add_quantity("GAUGE_METHOD", "gauge_method", advanced=True)
        self.add_quantity("GAUGE_LIMIT", "gauge_limit_km", advanced=True)
        self.add(
            QgsProcessingParameterCrs("GAUGE_CRS", "CRS of the gauges", None, True),
            "Of x and y; that of the samples if left empty.",
            advanced=True,
        )
        self.add_quantity("INDEX_KEPT", "index_kept", advanced=True)
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Rain series", KINDS["csv"]),
            "A row a sample: id, end (UTC) and a column a step, in mm; beside it a JSON with source, window and gaps.",
        )
        file_on_request(
            self,
            "SUMS",
            "Sums of the rain",
            "csv",
            "A row a sample: total, largest sums of 1 to 48 h, antecedent rain of 14 and 30 days, antecedent index, "
            "gaps and the distance to the gauge.",
        )
        self.addOutput(QgsProcessingOutputNumber("WITH_GAPS", "Samples with gaps"))

    def execute(self, given: Given) -> dict[str, Any]:
        features = given.features("SAMPLES")
        if features is None:
            raise InputError("SAMPLES is not set; give the places and times whose rain is wanted")
        samples = RainSamples.of(
            features,
            given.field("ID_FIELD"),
            given.field("TIME_FIELD"),
            given.quantity("SAMPLES_UTC_OFFSET"),
        )
        wanted = WantedRain(
            given.quantity("WINDOW"), float(given.quantity("STEP_H")), given.quantity("INDEX_KEPT")
        )
        paths = {"OUTPUT": given.required_output("OUTPUT")}
        sums = given.output("SUMS")
        if sums:
            paths["SUMS"] = sums
        figures = write_built(_built(given, samples, wanted), wanted, paths, given.progress)
        return {**paths, "WITH_GAPS": figures["with_gaps"]}


def _built(given: Given, samples: RainSamples, wanted: WantedRain) -> BuiltSeries:
    """Series from the one source that is given."""
    named = [key for key in SOURCES if given.has(key)]
    if len(named) > 1:
        raise InputError(f"{' and '.join(named)} are given; give one source of rain")
    if not named or named[0] == "SERIES":
        return from_table(samples, wanted, given.table("SERIES"), given.progress)
    if named[0] == "GAUGES":
        crs = given.crs("GAUGE_CRS") or samples.features.crs_wkt
        by = Weighing(given.quantity("GAUGE_METHOD"), given.quantity("GAUGE_LIMIT"), crs)
        return from_gauges(
            samples,
            wanted,
            path=given.table("GAUGES"),
            reading=reading_of(given),
            by=by,
            progress=given.progress,
        )
    return from_stack(
        samples,
        wanted,
        path=given.file(named[0]),
        variable=given.text("VARIABLE").strip(),
        reading=reading_of(given),
        progress=given.progress,
    )
