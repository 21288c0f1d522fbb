"""Points to check in the field, where a map is least certain."""

from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ...core.io.raster import RasterSource, metres_per_unit, require_marks_declared
from ...core.workflows.map_analysis.field_points import FieldMaps, field_points
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..styles import vectors as vector_results

LABEL = "Field-check points"


class FieldChecks(LandslideAlgorithm):
    """Maps in, a point layer out."""

    NAME = "fieldchecks"
    LABEL = "Choose field-check points"
    GROUP = "map"
    METHOD = "mapping#field-checks"
    NEXT = "visit the places, add what is found to the inventory and train again"
    HELP = (
        "Chooses places to visit where a map is least certain: the cells with the highest uncertainty, a least "
        "distance apart, the most uncertain first.\n\n"
        "Each point tells its rank, probability, uncertainty, class, coordinates and why it was chosen. Checks in "
        "the field show whether the model errs there; they are no sample from which an error rate of the map "
        "could be estimated, because they are chosen where errors are likely."
    )
    TAGS = ("uncertainty", "field", "validation", "points")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        layer, band = QgsProcessingParameterRasterLayer, QgsProcessingParameterBand
        self.add(
            layer("UNCERTAINTY", "Uncertainty raster"),
            "What is ranked: the model's standard deviation, an entropy, or the dissimilarity index.",
        )
        self.add(band("BAND", "Band of the uncertainty", 1, "UNCERTAINTY", True), "Band to rank by.")
        self.add(
            layer("PROBABILITY", "Susceptibility raster", None, True), "Probability told with each point."
        )
        self.add(
            band("PROBABILITY_BAND", "Band of the susceptibility", 1, "PROBABILITY", True),
            "Band of the scenario.",
            advanced=True,
        )
        self.add(layer("CLASSES", "Class raster", None, True), "Class told with each point.", advanced=True)
        self.add(
            layer("APPLICABILITY", "Area of applicability", None, True),
            "Raster of that output of the map; points outside the area say so.",
            advanced=True,
        )
        self.add_quantity("SHARE", "field_share")
        self.add_quantity("MIN_DISTANCE", "field_distance")
        self.add_quantity("MOST", "field_most")
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", LABEL, QgsProcessing.SourceType.TypeVectorPoint
            ),
            "GeoPackage with one point a cell.",
        )
        self.addOutput(QgsProcessingOutputNumber("POINTS", "Points"))
        self.addOutput(QgsProcessingOutputNumber("LIMIT", "Uncertainty from which a cell counts"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target = vector_results.target_path(given.required_output("OUTPUT"), "OUTPUT")
        with ExitStack() as stack:
            keys = ("PROBABILITY", "CLASSES", "APPLICABILITY")
            ranked = stack.enter_context(RasterSource(given.required_raster("UNCERTAINTY")))
            others = [given.raster(key) for key in keys]
            probability, classes, applicability = (
                stack.enter_context(RasterSource(path, ranked.grid)) if path else None for path in others
            )
            for opened in filter(None, (ranked, probability, classes, applicability)):
                require_marks_declared(opened)
            maps = FieldMaps(
                uncertainty=ranked,
                uncertainty_band=given.band("BAND", ranked),
                probability=probability,
                probability_band=given.band("PROBABILITY_BAND", probability) if probability else 0,
                classes=classes,
                applicability=applicability,
            )
            found = field_points(
                maps,
                share=given.quantity("SHARE"),
                min_distance_m=given.quantity("MIN_DISTANCE"),
                most=given.quantity("MOST"),
                unit_m=metres_per_unit(maps.grid.crs_wkt),
                progress=given.progress,
            )
        made = vector_results.write(given.context, target, found.features, "point")
        vector_results.style_points(made)
        vector_results.show(given.context, made, LABEL)
        given.progress.info(
            f"{len(found.features)} points of {found.candidates} cells with an uncertainty of {found.limit:.4g} or more"
        )
        return {
            "OUTPUT": made,
            "POINTS": len(found.features),
            "LIMIT": found.limit,
        }
