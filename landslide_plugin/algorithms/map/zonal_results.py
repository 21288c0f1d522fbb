"""What a map holds within polygons."""

from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...core.errors import InputError
from ...core.evaluation.classes import class_style
from ...core.io.raster import RasterSource, require_marks_declared
from ...core.io.text import write_text
from ...core.quantities import QUANTITIES
from ...core.workflows.map_analysis.comparison import MapLayer
from ...core.workflows.map_analysis.zones import ZonalMaps, zonal_results
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..base.outputs import file_on_request, polygon_output
from ..styles import vectors as vector_results

LABEL = "Susceptibility by polygon"


class ZonalResults(LandslideAlgorithm):
    """Polygons and maps in, polygons and a table out."""

    NAME = "zonalresults"
    LABEL = "Sum up a map by polygons"
    GROUP = "map"
    METHOD = "mapping#results-by-polygon"
    NEXT = "{printlayout}"
    HELP = (
        "Sums up a susceptibility map within slope units, catchments, municipalities or any polygons: mean and 90th "
        "percentile of the probability, share of the cells in a class or above, mean standard deviation, number of "
        "cells.\n\n"
        "Polygons may be in any CRS and may overlap. A cell belongs to a polygon if its centre lies inside; a "
        "polygon with no centre inside gets the cell of its own centre, and says so (by_centre). A polygon without "
        "any value stays empty."
    )
    TAGS = ("zonal", "statistics", "slope units", "polygons")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        layer = QgsProcessingParameterRasterLayer
        self.add(
            QgsProcessingParameterFeatureSource(
                "POLYGONS", "Polygons", [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            "Slope units or any other polygons, in any CRS.",
        )
        self.add(layer("PROBABILITY", "Susceptibility raster"), "Probabilities from 0 to 1.")
        self.add(
            QgsProcessingParameterBand("BAND", "Band of the susceptibility", 1, "PROBABILITY", True),
            "Band of the scenario.",
        )
        self.add(
            layer("UNCERTAINTY", "Standard deviation raster", None, True),
            "Ensemble standard deviation to average.",
        )
        self.add_quantity("ABOVE_CLASS", "above_class")
        self.add(
            QgsProcessingParameterNumber(
                "CUT",
                "Probability from which a cell counts as above",
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.0,
                maxValue=1.0,
            ),
            "In place of the class's own cut point, which the raster's metadata tells.",
            advanced=True,
        )
        polygon_output(
            self,
            LABEL,
            "GeoPackage with the polygons, their fields, and mean, p90, share_above, spread, cells and by_centre.",
        )
        file_on_request(self, "TABLE", "Table", "csv", "The same without geometry, a row a polygon.")
        self.addOutput(QgsProcessingOutputNumber("ZONES", "Polygons with a value"))
        self.addOutput(QgsProcessingOutputNumber("BY_CENTRE", "Polygons smaller than a cell"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target = vector_results.target_path(given.required_output("OUTPUT"), "OUTPUT")
        table = given.output("TABLE")
        polygons = given.features("POLYGONS")
        if polygons is None:
            raise InputError("POLYGONS: no polygons are given")
        with ExitStack() as stack:
            path = given.required_raster("PROBABILITY")
            source = stack.enter_context(RasterSource(path))
            about = given.raster("UNCERTAINTY")
            spread = stack.enter_context(RasterSource(about, source.grid)) if about else None
            band = given.band("BAND", source)
            for opened in filter(None, (source, spread)):
                require_marks_declared(opened)
            cuts = MapLayer(source, band).cuts
            maps = ZonalMaps(source, band, spread, _cut(given, cuts))
            found = zonal_results(polygons, maps, given.progress)
        made = vector_results.write(given.context, target, found.features, "polygon")
        vector_results.style_zones(made, cuts or class_style().study_cuts)
        vector_results.show(given.context, made, LABEL)
        valued = len(polygons) - found.outside - found.empty
        given.progress.info(
            f"{valued} of {len(polygons)} polygons have a value; above means {maps.cut:.4g} or more"
        )
        if found.small:
            given.progress.warning(
                f"{found.small} polygons hold no cell's centre and got the cell of their own centre"
            )
        if found.empty or found.outside:
            given.progress.warning(
                f"{found.empty} polygons lie where the map is empty, {found.outside} beside it"
            )
        outputs = {"OUTPUT": made, "ZONES": valued, "BY_CENTRE": found.small}
        if table:
            write_text(table, found.table())
            outputs["TABLE"] = table
        return outputs


def _cut(given: Given, cuts: Optional[tuple[float, ...]]) -> float:
    typed = given.number("CUT")
    if typed is not None:
        return typed
    chosen = given.quantity("ABOVE_CLASS")
    if cuts is None:
        raise InputError(
            "PROBABILITY does not name the cut points of its model (metadata CLASS_CUTS); give the probability "
            "from which a cell counts as above (CUT)"
        )
    return float(cuts[QUANTITIES["above_class"].choices.index(chosen)])
