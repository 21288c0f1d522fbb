"""Slope units of a DEM."""

from math import isfinite
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.io.text import write_text
from ...core.progress import Progress
from ...core.quantities import QUANTITIES
from ...core.quantities.terrain import METRES_PER_HEIGHT_UNIT
from ...core.terrain.slope_units.divide import UnitSettings
from ...core.types.lists import numbers
from ...core.workflows.mapping_units.slope_units import UnitsFound, UnitsJob, find_units
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..base.outputs import file_on_request, polygon_output
from ..styles import vectors as vector_results

LABEL = "Slope units"
SQUARE_METRES = 1e6
"""In a square kilometre."""


class SlopeUnits(LandslideAlgorithm):
    """A DEM in, polygons out."""

    NAME = "slopeunits"
    LABEL = "Slope units from a DEM"
    GROUP = "prepare"
    METHOD = "mapping_units#slope-units"
    NEXT = "{unitfactors} with these polygons and your rasters, or {zonalresults} with a map"
    HELP = (
        "Divides the ground into slope units: parts between divides and channels that look about the same way. "
        "Many agencies map landslides by them, for a slope fails as a whole and a cell does not.\n\n"
        "The ground left and right of each stretch of stream is divided by ever smaller streams until its aspect is "
        "homogeneous or the parts would be too small (Alvioli et al. 2016). Parts that are too small are joined to "
        "the neighbour that looks most alike. Units are valid polygons that tile the DEM: every cell with a height is "
        "in one.\n\n"
        "Give several least areas or variances to try: all combinations are tried, and the units are those that "
        "are most "
        "alike within and most different from their neighbours. The table holds both measures. Nothing needs to be "
        "installed."
    )
    TAGS = ("slope units", "half-basins", "mapping units", "watershed", "aspect", "dem")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM"),
            "Heights; band 1 is used. Take one that holds whole catchments: its edge cuts units.",
        )
        self.add_quantity("LEAST_AREA", "unit_least_area_m2")
        self.add_quantity("VARIANCE", "unit_variance")
        self.add_quantity("THRESHOLD", "unit_threshold_km2")
        for key, label, help in (
            ("TRY_AREAS", "Least areas to try (m2)", "In place of LEAST_AREA, such as 20000 50000 100000."),
            ("TRY_VARIANCES", "Variances to try", "In place of VARIANCE, such as 0.1 0.2 0.3 0.4."),
        ):
            self.add(QgsProcessingParameterString(key, label, None, False, True), help, advanced=True)
        self.add_quantity("REDUCTION", "unit_reduction", advanced=True)
        self.add_quantity("HEIGHT_UNIT", "height_unit", advanced=True)
        self.add_quantity("MEMORY", "unit_memory_mib", advanced=True)
        polygon_output(
            self,
            LABEL,
            "GeoPackage of polygons with unit, area_m2, aspect (mean, degrees), variance and cells.",
        )
        file_on_request(
            self,
            "TABLE",
            "What was tried",
            "csv",
            "A row a setting: number of units, internal variance, Moran's I between neighbours, score.",
        )
        self.addOutput(QgsProcessingOutputNumber("UNITS", "Number of units"))
        self.addOutput(QgsProcessingOutputNumber("INTERNAL", "Mean circular variance within units"))
        self.addOutput(QgsProcessingOutputNumber("EXTERNAL", "Moran's I of the aspect between neighbours"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target = vector_results.target_path(given.required_output("OUTPUT"), "OUTPUT")
        table = given.output("TABLE")
        job = UnitsJob(
            given.required_raster("DEM"),
            UnitSettings(
                threshold_m2=given.quantity("THRESHOLD") * SQUARE_METRES,
                least_m2=given.quantity("LEAST_AREA"),
                variance=given.quantity("VARIANCE"),
                reduction=given.quantity("REDUCTION"),
            ),
            least_areas_m2=_tried(given, "TRY_AREAS", "unit_least_area_m2"),
            variances=_tried(given, "TRY_VARIANCES", "unit_variance"),
            metres_per_height=METRES_PER_HEIGHT_UNIT[given.quantity("HEIGHT_UNIT")],
            memory_mib=given.quantity("MEMORY"),
        )
        found = find_units(job, given.progress)
        made = vector_results.write(given.context, target, found.units, "polygon")
        vector_results.style_outlines(made)
        vector_results.show(given.context, made, LABEL)
        quality = found.quality[found.best]
        _tell(found, given.progress)
        outputs: dict[str, Any] = {
            "OUTPUT": made,
            "UNITS": quality.units,
            "INTERNAL": quality.internal,
        }
        if isfinite(quality.external):
            outputs["EXTERNAL"] = quality.external
        if table:
            write_text(table, found.table())
            outputs["TABLE"] = table
        return outputs


def _tried(given: Given, key: str, quantity: str) -> tuple[float, ...]:
    """Numbers to try, each of which is allowed."""
    typed = numbers(given.text(key), key)
    for value in typed:
        try:
            QUANTITIES[quantity].check(value)
        except InputError as error:
            raise InputError(f"{key}: {error}") from None
    return typed


def _tell(found: UnitsFound, progress: Progress) -> None:
    kept = found.tried[found.best]
    progress.info(f"Kept: least area {kept.least_m2:g} m2, variance {kept.variance:g}")
    if found.scattered:
        progress.info(
            f"{found.scattered} units scatter more than {kept.variance:g} in aspect and cannot be divided into parts "
            "of the least area"
        )
    if found.small:
        progress.info(f"{found.small} units are smaller than the least area: they touch no other")
