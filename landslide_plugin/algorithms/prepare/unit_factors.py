"""Factors of mapping units: what rasters hold within polygons."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.io.text import write_text
from ...core.types.lists import numbers
from ...core.workflows.mapping_units.unit_factors import STATISTICS, FactorsJob, unit_factors
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.choices import choice, meanings
from ..base.given import Given
from ..base.outputs import file_on_request, polygon_output
from ..styles import vectors as vector_results

LABEL = "Units with factors"
STATISTICS_LABELS = (
    "Mean",
    "Standard deviation",
    "Minimum",
    "Maximum",
    "Range",
    "Most frequent class (majority)",
)
USUAL = ["mean", "sd", "range", "majority"]
MOST_FIELDS = 1900
"""A GeoPackage holds 2000 columns."""


class UnitFactors(LandslideAlgorithm):
    """Polygons and rasters in, polygons with fields out."""

    NAME = "unitfactors"
    LABEL = "Factors of mapping units"
    GROUP = "prepare"
    METHOD = "mapping_units#factors-of-units"
    NEXT = "{trainunits} with these polygons and your inventory"
    HELP = (
        "Sums up rasters within slope units, catchments, municipalities or any polygons: mean, standard deviation, "
        "range, quantiles, and the most frequent class. The fields are the factors of a model of units.\n\n"
        "Polygons may be in any CRS and may overlap, and each raster may lie on its own grid. A cell belongs to a "
        "polygon if its centre lies inside; a polygon with no centre inside gets the cell of its own centre, and says "
        "so (by_centre). Where a raster has no value in a polygon, the field stays empty. Of directions in degrees the "
        "mean is that of the directions: of 350 and 10 it is 0."
    )
    TAGS = ("zonal statistics", "slope units", "mapping units", "polygons", "majority", "quantile")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "POLYGONS", "Mapping units", [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            "Slope units or any other polygons, in any CRS.",
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "RASTERS", "Factor rasters", QgsProcessing.SourceType.TypeRaster
            ),
            "Every band is summed up; fields are named by band and statistic, such as slope_mean.",
        )
        self.add(
            choice("STATISTICS", "Statistics", STATISTICS, USUAL, several=True, labels=STATISTICS_LABELS),
            "The standard deviation is that of all cells. Majority is found for classes and whole numbers; classes "
            "have nothing else." + meanings(STATISTICS, STATISTICS_LABELS),
        )
        self.add(
            QgsProcessingParameterString("QUANTILES", "Quantiles (%)", "10 90", False, True),
            "Of quantities, linear between values: 50 is the median. Left empty, none.",
        )
        polygon_output(
            self,
            LABEL,
            "GeoPackage with the polygons, their fields, a field a band and statistic, cells and by_centre.",
        )
        file_on_request(self, "TABLE", "Table", "csv", "The same without geometry, a row a polygon.")
        self.addOutput(QgsProcessingOutputNumber("FIELDS", "Fields added"))
        self.addOutput(QgsProcessingOutputNumber("BY_CENTRE", "Polygons smaller than a cell"))
        self.addOutput(QgsProcessingOutputNumber("INCOMPLETE", "Polygons without a value in some field"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target = vector_results.target_path(given.required_output("OUTPUT"), "OUTPUT")
        table = given.output("TABLE")
        polygons = given.features("POLYGONS")
        if polygons is None:
            raise InputError("POLYGONS: no polygons are given")
        job = FactorsJob(polygons, given.rasters("RASTERS"), given.choices("STATISTICS"), _percents(given))
        found = unit_factors(job, given.progress)
        if len(found.features.attributes) > MOST_FIELDS:
            raise InputError(
                f"{len(found.features.attributes)} fields are more than a GeoPackage holds; choose fewer rasters, "
                "STATISTICS or QUANTILES"
            )
        made = vector_results.write(given.context, target, found.features, "polygon")
        vector_results.style_outlines(made)
        vector_results.show(given.context, made, LABEL)
        given.progress.info(f"{len(found.added)} fields for {len(polygons)} polygons")
        if found.small:
            given.progress.warning(
                f"{found.small} polygons hold no cell's centre and got the cell of their own centre"
            )
        if found.empty:
            given.progress.warning(f"{found.empty} polygons have no value in some field")
        outputs: dict[str, Any] = {
            "OUTPUT": made,
            "FIELDS": len(found.added),
            "BY_CENTRE": found.small,
            "INCOMPLETE": found.empty,
        }
        if table:
            write_text(table, found.table())
            outputs["TABLE"] = table
        return outputs


def _percents(given: Given) -> tuple[float, ...]:
    typed = numbers(given.text("QUANTILES"), "QUANTILES")
    for value in typed:
        if not 0.0 <= value <= 100.0:
            raise InputError(f"QUANTILES holds {value:g}; allowed: per cent from 0 to 100, such as 10 50 90")
    if len(set(typed)) < len(typed):
        raise InputError("QUANTILES holds a number twice; give each once")
    return typed
