"""Calibrate the soil of an area on its landslides."""

import json
from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...core.io.text import write_text
from ...core.workflows.stability_calibration.page import headline, page_text
from ...core.workflows.stability_calibration.run import SoilCalibration, calibrate
from ...core.workflows.stability_calibration.table import as_json, table_text
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.outputs import file_on_request
from ..base.scenario_table import SCENARIO_COLUMNS, optional_matrix
from .calibration_settings import FOLDED, SHARED, idle_rows, request_of
from .opening import add_align
from .settings import WATER_RASTERS
from .water import SOIL_WATER, add_course, add_soil_water

NUMBERS = {
    "LANDSLIDES": "Landslides",
    "EFFECTIVE_LANDSLIDES": "Landslides that the likelihood counts",
    "LOG_LOSS_BEFORE": "Log loss on ground held out, table as it was",
    "LOG_LOSS_AFTER": "Log loss on ground held out, calibrated",
    "AUROC_AFTER": "AUROC on ground held out, calibrated",
}


class CalibrateStability(LandslideAlgorithm):
    """Ranges of soil values and landslides in; the ranges that the landslides accept out."""

    NAME = "calibratestability"
    LABEL = "Calibrate slope stability"
    GROUP = "stability"
    METHOD = "calibration"
    NEXT = "{soilprofile} with the calibrated soil table, then {factorofsafety}"
    HELP = (
        "Finds which values of cohesion, friction angle, conductivity, soil depth and antecedent wetness agree with "
        "the landslides of one storm: sets of values are drawn from the ranges of the soil table for each soil, run "
        "through the kernel of 'Compute factor of safety' on landslides and stable samples, and "
        "weighed by the likelihood of their "
        "probability of failure, with as many landslides as are independent.\n\n"
        "The soil table that comes out is taken by 'Compute factor of safety' like the one that went "
        "in. Ranges are given this model "
        "and this inventory: where one value makes up for another only both together are known, and a value that the "
        "landslides tell nothing of stays as it was.\n\n"
        "The table remembers the landslides. What is computed with it cannot be prior, factor or soil profile of a "
        "training on the same landslides, which would judge the model by what the soil was fitted to."
    )
    FORM = Form(
        idle=idle_rows,
        headings={
            "Rasters of soil, water and rain": ("SOIL_DEPTH_RASTER", *WATER_RASTERS, "MAPPED_AREA"),
            "Course of the storms": ("RAIN_PATTERN", "HYETOGRAPHS"),
            "Ranges and sets": tuple(FOLDED)[:8],
            "Ground held out": ("FOLDS", "BLOCK_SIZE"),
            "Stable samples and polygons": ("POLYGON_RULE", "ABSENCE_RATIO", "ABSENCE_BUFFER", "SEED"),
            "Spread of what is not calibrated": SHARED[:6],
            "Soil and water": SHARED[6:],
            "Unsaturated soil and the water table before the storm": tuple(SOIL_WATER),
            "Grids and no-data": ("ALIGN", "NODATA"),
        },
    )
    TAGS = ("calibration", "back-analysis", "inverse analysis", "GLUE", "soil parameters", "likelihood")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        raster = QgsProcessingParameterRasterLayer
        self.add(
            raster("SLOPE", "Slope (degrees)"),
            "Slope in degrees. In a raster of several bands, the band named slope is used.",
        )
        self.add(
            raster("LITHOLOGY", "Lithology raster", None, True),
            "Whole-number codes that the soil table knows. In a raster of several bands, the band named lithology is "
            "used. Without it the table has one soil.",
        )
        inputs.soil_table(
            self,
            "As 'Compute factor of safety' takes it, with columns ending in _low and _high for what "
            "is to be calibrated: "
            "cohesion_kpa, friction_deg, conductivity_m_s or field_conductivity_m_s; and, by soil, layer_bottom_m and "
            "wetness_shift in place of the ranges under Advanced. Left empty, the generic table of the plugin.",
        )
        inputs.inventory(
            self, "Points or polygons of the landslides of one storm, in any CRS.", optional=False
        )
        inputs.label_field(
            self,
            "Field with 1 for landslides and 0 for stable places; left empty, all features are landslides and stable "
            "samples are drawn at random.",
            advanced=True,
        )
        inputs.scenarios(
            self,
            f"Columns {', '.join(SCENARIO_COLUMNS)}, one row of which is the storm that set the landslides off. Left "
            "empty, the table below is used.",
        )
        optional_matrix(self)
        self.add(
            QgsProcessingParameterNumber(
                "STORM",
                "Storm of the landslides (return period, years)",
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.1,
                maxValue=1_000_000.0,
            ),
            "Row of the scenarios that set the landslides off; left empty, T50 or else the middle one.",
        )
        self.add_quantity("PORE_PRESSURE", "pore_pressure")
        self._declare_folded()
        self._declare_outputs()
        inputs.no_data(self)

    def _declare_folded(self) -> None:
        raster = QgsProcessingParameterRasterLayer
        self.add(
            raster("SOIL_DEPTH_RASTER", "Soil depth raster (m)", None, True),
            "Vertical depth to bedrock in metres, which cuts the soil of each cell; the depth is then not calibrated.",
            advanced=True,
        )
        for key, (label, text) in WATER_RASTERS.items():
            self.add(raster(key, label, None, True), text, advanced=True)
        self.add(
            QgsProcessingParameterFeatureSource(
                "MAPPED_AREA", "Mapped area", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            "Polygons inside which the inventory is complete; samples are taken only there.",
            advanced=True,
        )
        add_course(self)
        for key, name in FOLDED.items():
            self.add_quantity(key, name, advanced=True, optional=True)
        add_soil_water(self)
        add_align(self)

    def _declare_outputs(self) -> None:
        destination = QgsProcessingParameterFileDestination
        self.add(
            destination("TABLE", "Calibrated soil table", "CSV files (*.csv)"),
            "As it came, with accepted values, their ranges and the mark of the landslides.",
        )
        self.add(
            destination("PAGE", "Calibration (HTML)", "HTML files (*.html)"),
            "One page with ranges, dotty plots, values that make up for each other, and scores on ground held out.",
        )
        file_on_request(self, "JSON", "Calibration (JSON)", "json", "The figures for programs.")
        for key, label in NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def execute(self, given: Given) -> dict[str, Any]:
        table, page, data = (
            given.required_output("TABLE"),
            given.required_output("PAGE"),
            given.output("JSON"),
        )
        with ExitStack() as stack:
            found = calibrate(request_of(given, stack), given.progress)
        write_text(table, table_text(found))
        write_text(page, page_text(found))
        outputs: dict[str, Any] = {"TABLE": table, "PAGE": page}
        if data:
            write_text(data, json.dumps(as_json(found), indent=1, ensure_ascii=False) + "\n")
            outputs["JSON"] = data
        _tell(found, given)
        figures = (
            found.landslides,
            found.effective,
            found.scores["before"].log_loss,
            found.scores["after"].log_loss,
            found.scores["after"].auroc,
        )
        return {**outputs, **dict(zip(NUMBERS, figures))}


def _tell(found: SoilCalibration, given: Given) -> None:
    for note in found.notes:
        given.progress.warning(note)
    given.progress.info(headline(found))
    for result in found.units:
        told = [one.name for one, said in zip(result.unit.unknowns, result.accepted.unknowns) if said.told]
        words = f"the landslides tell {', '.join(told)}" if told else "the landslides tell nothing of it"
        given.progress.info(f"{result.unit.name} ({result.landslides:.3g} landslides): {words}")
    given.progress.info(
        "The table is given this model and this inventory; no training on these landslides takes what it gives"
    )
