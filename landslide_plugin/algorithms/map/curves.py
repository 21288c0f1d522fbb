"""Curves of probability and factor of safety over the return period, at points."""

from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.errors import InputError
from ...core.io.factors import FactorSources
from ...core.io.raster import RasterSource
from ...core.io.text import write_text
from ...core.io.triggers import read_map_scenarios
from ...core.model.bundle.bundle import load_bundle
from ...core.workflows.map_analysis.curve_chart import MOST_PANELS, curve_chart
from ...core.workflows.map_analysis.curves import hazard_curves
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given


class HazardCurve(LandslideAlgorithm):
    """Points in, a table and a plot out."""

    NAME = "hazardcurve"
    LABEL = "Curves over return period"
    GROUP = "map"
    METHOD = "mapping#return-periods"
    NEXT = "{susceptibilityreport}"
    HELP = (
        "Shows how the probability of landsliding at chosen points rises with the return period of the rain: "
        "mean and range of the model and, if given, the factor of safety. Where a map would have it, also "
        "the landslide probability a year from the year's largest storm of that duration, low and high; the log "
        "says why where it is left empty.\n\n"
        "Unless rain comes from rasters, every cell gets the same triggers, so the rise is what the training's "
        "labels, targets or physics say of them; it is not read from dated landslides. T belongs to the rain alone."
    )
    TAGS = ("hazard", "curve", "return period", "points")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        kind = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource("POINTS", "Points", [kind.TypeVectorPoint]),
            "Places to look at, in any CRS.",
        )
        self.add(
            QgsProcessingParameterField("LABEL_FIELD", "Field with names", None, "POINTS", optional=True),
            "Names the points in table and plot; their number if left empty.",
        )
        inputs.bundle(
            self,
            "Folder written by 'Train susceptibility ensemble' or 'Physics-informed training', with scenarios.",
        )
        inputs.factors(
            self,
            "Rasters holding the factors the model was trained with, found by band name; one grid for all.",
        )
        inputs.profile(self, "Soil profile stack; needed only if the model was trained with one.")
        self.add(
            QgsProcessingParameterRasterLayer("FS", "Factor of safety raster", None, True),
            "A band for each scenario, as 'Compute factor of safety' writes it; the curve has a gap "
            "where it was not assessed.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("PF", "Probability of failure raster", None, True),
            "For a model that has the probability of failure as an input, as 'Physics-informed training' makes it: a "
            "band a scenario, made as that of the training. Left empty, every point has the median of the training "
            "samples.",
        )
        inputs.scenarios(
            self,
            "Other trigger scenarios than those of the training, with the same columns. A cell of the table may "
            "name a raster, as for maps; each point then takes the value of its cell.",
            advanced=True,
        )
        table = QgsProcessingParameterFileDestination("TABLE", "Table", "CSV files (*.csv)")
        self.add(table, "One row a point and scenario.")
        plot = QgsProcessingParameterFileDestination("PLOT", "Plot", "SVG files (*.svg)", None, True)
        self.add(plot, "A panel a point, twelve at most.")
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        features = given.features("POINTS")
        if features is None:
            raise InputError("POINTS: no points are given")
        storms = given.table("SCENARIOS")
        table = given.required_output("TABLE")
        plot = given.output("PLOT")
        with ExitStack() as stack:
            factors = stack.enter_context(FactorSources(given.rasters("FACTORS")))
            soil, chance = given.raster("PROFILE"), given.raster("PF")
            curves = hazard_curves(
                load_bundle(given.bundle("BUNDLE")),
                factors,
                profile=stack.enter_context(RasterSource(soil, factors.grid)) if soil else None,
                scenarios=read_map_scenarios(storms) if storms else None,
                safety=given.raster("FS"),
                features=features,
                label_field=given.field("LABEL_FIELD"),
                progress=given.progress,
                failure=stack.enter_context(RasterSource(chance, factors.grid)) if chance else None,
            )
        write_text(table, curves.table())
        found = {"TABLE": table}
        if plot:
            if len(curves.labels) > MOST_PANELS:
                given.progress.warning(
                    f"The plot shows the first {MOST_PANELS} of {len(curves.labels)} points; the table has all: select "
                    "those to be drawn and tick 'Selected features only'"
                )
            write_text(plot, curve_chart(curves))
            found["PLOT"] = plot
        return found
