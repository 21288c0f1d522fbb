"""Map mapping units: results of a model of units as fields of a layer of units."""

import json
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
)

from ...core.errors import InputError
from ...core.io.text import write_text
from ...core.model.bundle.bundle import load_bundle
from ...core.model.bundle.files import read_evaluation
from ...core.workflows.mapping_units.mapping import UnitMap, map_units
from ...core.workflows.mapping_units.page import class_rows, page_of
from ...core.workflows.mapping_units.unit_layer import POINTS, POLYGONS
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..base.outputs import file_on_request
from ..styles import vectors as vector_results
from ..styles.tree import TreePlace, group_of

LABEL = "Susceptibility of mapping units"
ANY = QgsProcessing.SourceType.TypeVector
KINDS = {POLYGONS: "polygon", POINTS: "point"}


class MapUnits(LandslideAlgorithm):
    """A model of units and a layer of units in, the layer with results out."""

    NAME = "mapunits"
    LABEL = "Map mapping units"
    GROUP = "map"
    METHOD = "mapping_units#map-units"
    NEXT = "{responsecurves} shows what the model makes of each field; the units outside its applicability want a visit"
    HELP = (
        "Maps a model of 'Train on mapping units': the units get fields with the probability that they hold "
        "landslides (ls_probability), the class 1 Very low to 5 Very high (ls_class), standard deviation and agreement "
        "of families and members (ls_spread, ls_agreement), and whether they lie outside the area of applicability "
        "(ls_outside).\n\n"
        "The units may be those of the training or others with the same fields, in any CRS. Class limits and scaling "
        "come from the model, so maps of different areas can be compared. A unit that lacks a value in a factor, or "
        "has a class that the model has not seen, stays empty: it is not assessed, which is no statement that it is "
        "safe. Runs in QGIS itself, without the modelling environment.\n\n"
        "The report is one page with the map, the classes, response curves, scores and limits."
    )
    TAGS = ("slope units", "mapping units", "catchments", "polygons", "table", "report")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inputs.bundle(self, "Folder written by 'Train on mapping units'.")
        self.add(
            QgsProcessingParameterFeatureSource("UNITS", "Mapping units", [ANY]),
            "Polygons, points or a table with the fields that the model was trained on.",
        )
        self.add_quantity("UNSEEN", "unseen_classes", advanced=True)
        self.add_quantity("PALETTE", "palette", advanced=True)
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", LABEL, ANY),
            "GeoPackage with the units, their fields, and the results.",
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", "Report", "HTML files (*.html)", optional=True, createByDefault=False
            ),
            "One page: map, classes, response curves, scores of the training, limits.",
        )
        file_on_request(self, "TABLE", "Table", "csv", "The same without geometry, a row a unit.")
        self.addOutput(
            QgsProcessingOutputString("CLASS_TABLE", "Units, and held-out units, per class (JSON)")
        )
        self.addOutput(QgsProcessingOutputNumber("MAPPED_UNITS", "Mapped units"))
        self.addOutput(QgsProcessingOutputNumber("EMPTY_UNITS", "Units left empty"))
        self.addOutput(QgsProcessingOutputNumber("OUTSIDE_UNITS", "Units outside the area of applicability"))

    def execute(self, given: Given) -> dict[str, Any]:
        path = given.bundle("BUNDLE")
        bundle = load_bundle(path)
        target = vector_results.target_path(given.required_output("OUTPUT"), "OUTPUT")
        report, table = given.output("REPORT"), given.output("TABLE")
        units = given.features("UNITS")
        if units is None:
            raise InputError("UNITS: no units are given")
        given.progress.info(f"Model: {bundle.describe()}")
        found = map_units(bundle, units, given.progress, unseen=given.quantity("UNSEEN"))
        _tell(found, given)
        kind, palette = KINDS.get(found.layer.kind, "table"), given.quantity("PALETTE")
        made = vector_results.write(given.context, target, found.features, kind)
        vector_results.style_units(made, kind, bundle.class_cuts, palette)
        vector_results.show(given.context, made, LABEL, TreePlace(group_of(path)))
        rows = class_rows(found, bundle, read_evaluation(Path(path)))
        for row in rows:
            given.progress.info(f"{row['class']}: {row['units']} units, {100 * row['share']:.1f} %")
        mapped = int((found.codes > 0).sum())
        outputs: dict[str, Any] = {
            "OUTPUT": made,
            "CLASS_TABLE": json.dumps(rows),
            "MAPPED_UNITS": mapped,
            "EMPTY_UNITS": len(units) - mapped,
            "OUTSIDE_UNITS": found.outside,
        }
        if report:
            write_text(report, page_of(found, bundle, path, palette))
            outputs["REPORT"] = report
        if table:
            write_text(table, found.table())
            outputs["TABLE"] = table
        return outputs


def _tell(found: UnitMap, given: Given) -> None:
    """Warn of what is not as in the training."""
    told = (
        (found.missing, "units lack a value in some factor and are empty: not assessed, which is not safe"),
        (found.unseen, "units have a class that the training never saw and are empty"),
        (found.nearest, "units have a class that the training never saw, mapped as the nearest known one"),
        (found.outside, "units lie outside the area of applicability; their probabilities are a guess"),
    )
    for count, words in told:
        if count:
            given.progress.warning(f"{count} {words}")
