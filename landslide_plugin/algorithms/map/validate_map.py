"""Any map against an inventory."""

import math
from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.io.raster import grid_of, open_common_part
from ...core.io.text import write_text
from ...core.types.lists import numbers
from ...core.workflows.map_judging.danger import DangerMap, dangerous_end
from ...core.workflows.map_judging.judge import Judgement, JudgeOptions, judge_map
from ...core.workflows.map_judging.page import CAVEATS, as_json, headline, page_text
from ...core.workflows.map_judging.polygon_map import burn_field
from ...core.writing.temporary import temporary_folder
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.outputs import file_on_request
from . import judged_inventory

NUMBERS = {
    "AUROC": "Area under the ROC curve (AUROC)",
    "AUROC_LOW": "AUROC, lower end of the interval",
    "AUROC_HIGH": "AUROC, upper end of the interval",
    "AVERAGE_PRECISION": "Average precision",
    "AREA_RATE": "Area under the success or prediction rate",
}


class ValidateMap(LandslideAlgorithm):
    """A raster and landslides in, a page and scores out."""

    NAME = "validatemap"
    LABEL = "Judge any map"
    GROUP = "map"
    METHOD = "judging"
    NEXT = "{classifymap} with limits that suit the use, or {susceptibilityreport}"
    HELP = (
        "Judges any raster, or a field of polygons, by landslides: a susceptibility map of this plugin or of another "
        "program, a factor of safety, a probability of failure, an expert's index, results by slope unit. One page "
        "tells AUROC with an interval by blocks of ground, precision against recall at the share of landslides, "
        "success or prediction rate by area, landslide density by class, the cut that costs least and, of a second "
        "map, the agreement on the same landslides.\n\n"
        "Which end of a map is dangerous is given, or known from its metadata; it is never found from the inventory. "
        "Cells without a value count neither as safe nor as found. Needs no modelling environment."
    )
    FORM = Form(
        idle=lambda values: {
            *(() if values.get("SECOND") else ("SECOND_BAND",)),
            *(() if values.get("RASTER") else ("BAND",)),
            *(() if values.get("POLYGONS") else ("POLYGON_FIELD",)),
        }
    )
    TAGS = ("validation", "AUC", "ROC", "success rate", "prediction rate", "accuracy")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        layer, band = QgsProcessingParameterRasterLayer, QgsProcessingParameterBand
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            layer("RASTER", "Map to judge", None, True), "Any raster whose values rise or fall with danger."
        )
        self.add(band("BAND", "Band of the map", 1, "RASTER", True), "Band to judge, such as a scenario's.")
        self.add(
            QgsProcessingParameterFeatureSource("POLYGONS", "Map of polygons", polygons, None, True),
            "Slope units, zones or any polygons with a number each: judged in place of the raster or, beside one, as "
            "the second map.",
        )
        self.add(
            QgsProcessingParameterField(
                "POLYGON_FIELD", "Field of the polygons", None, "POLYGONS", optional=True
            ),
            "Number that rises or falls with danger; codes of classes work too.",
        )
        inputs.inventory(self, "Points or polygons of landslides, in any CRS.", optional=False)
        self.add_quantity("DANGER", "danger")
        self.add_quantity("INVENTORY_USE", "inventory_use")
        self.add(
            layer("SECOND", "Second map", None, True),
            "Another map on the same grid; both are then judged on the cells that both have.",
        )
        self.add(
            band("SECOND_BAND", "Band of the second map", 1, "SECOND", True),
            "Band of the second map to judge.",
            advanced=True,
        )
        self.add_quantity("SECOND_DANGER", "second_danger", advanced=True)
        inputs.label_field(
            self,
            "Field with 1 for landslides and 0 for stable places, against which landslides are then ranked; left "
            "empty, all features are landslides, ranked against all other cells.",
            advanced=True,
        )
        judged_inventory.declare(self)
        self.add_quantity("CELL_SIZE", "judge_cell_m", advanced=True, optional=True)
        self.add_quantity("BLOCK_SIZE", "judge_block_m", advanced=True, optional=True)
        self.add_quantity("MISS_COST", "miss_cost", advanced=True, optional=True)
        self.add(
            QgsProcessingParameterString("LIMITS", "Limits of the classes", None, False, True),
            "Values between the classes of the density, such as 1 1.25 1.5 of a factor of safety. Left empty: the "
            "cut points that the raster names, its codes, or five classes of equal area.",
            advanced=True,
        )
        self.add_quantity("SEED", "seed", advanced=True)
        self.add(
            QgsProcessingParameterFileDestination("PAGE", "Judgement (HTML)", "HTML files (*.html)"),
            "One page with scores, curves and how they were found.",
        )
        file_on_request(self, "JSON", "Judgement (JSON)", "json", "The same for programs.")
        for key, label in NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(key, label))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        page, data = given.required_output("PAGE"), given.output("JSON")
        features = given.features("INVENTORY")
        if features is None:
            raise InputError("INVENTORY: no landslides are given")
        limits = numbers(given.text("LIMITS"), "LIMITS")
        if list(limits) != sorted(set(limits)):
            raise InputError(f"LIMITS {given.text('LIMITS')} do not rise; write them from the lowest up")
        options = JudgeOptions(
            block_m=given.quantity("BLOCK_SIZE"),
            cost=given.quantity("MISS_COST"),
            limits=limits,
            seed=given.quantity("SEED"),
            label_field=given.field("LABEL_FIELD"),
            choice=judged_inventory.asked(given),
            mapped_area=given.features("MAPPED_AREA"),
        )
        use = given.quantity("INVENTORY_USE")
        with ExitStack() as stack:
            found = judge_map(_maps(given, stack), features, options, given.progress)
        write_text(page, page_text(found, use))
        _tell(found, use, given)
        outputs: dict[str, Any] = {"PAGE": page}
        if data:
            write_text(data, as_json(found, use))
            outputs["JSON"] = data
        score = found.first
        figures = (
            score.against.auroc,
            *score.interval,
            score.against.average_precision,
            score.area.area_rate,
        )
        return {**outputs, **{key: value for key, value in zip(NUMBERS, figures) if not math.isnan(value)}}


def _maps(given: Given, stack: ExitStack) -> list[DangerMap]:
    """The one or two maps to judge, open on one grid."""
    polygons, field = given.features("POLYGONS"), given.field("POLYGON_FIELD")
    paths = [given.raster("RASTER"), given.raster("SECOND")]
    if polygons is not None:
        if None not in paths:
            raise InputError("RASTER, SECOND and POLYGONS are three maps; leave one of them out")
        if field is None:
            raise InputError("POLYGONS are given without POLYGON_FIELD; name the field to judge")
    elif paths[0] is None:
        raise InputError("RASTER is not set; give the map to judge, or POLYGONS with POLYGON_FIELD")
    bands, titles = ["BAND", "SECOND_BAND"], ["", ""]
    if polygons is not None and field is not None:
        beside = next((path for path in paths if path), None)
        grid = grid_of(beside) if beside else None
        folder = stack.enter_context(temporary_folder())
        burnt = burn_field(polygons, field, folder, grid, given.quantity("CELL_SIZE"))
        for note in burnt.notes:
            given.progress.info(note)
        place = 0 if paths[0] is None else 1
        paths[place], bands[place], titles[place] = burnt.path, "", burnt.title
    maps = []
    opened = zip(open_common_part(stack, paths), bands, ("DANGER", "SECOND_DANGER"), titles)
    for source, band, end, title in opened:
        if source is not None:
            index = given.band(band, source) if band else 0
            maps.append(
                DangerMap(source, index, dangerous_end(source, index, given.quantity(end), end), title=title)
            )
    return maps


def _tell(found: Judgement, use: str, given: Given) -> None:
    given.progress.info(headline(found))
    given.progress.info(CAVEATS[use])
    for note in found.notes:
        given.progress.warning(note)
    for fall in found.first.density.falls:
        given.progress.warning(f"The density of landslides does not rise with the class: {fall}")
    if found.agreement:
        apart = found.agreement
        given.progress.info(
            f"AUROC of the first minus that of the second map: {apart.difference:+.3f}; the first is: {apart.verdict}"
        )
