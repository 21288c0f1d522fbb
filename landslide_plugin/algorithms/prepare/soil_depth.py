"""Estimate soil depth: a DEM in, a raster of depths with their spread out."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.quantities import QUANTITIES
from ...core.quantities.terrain import METRES_PER_HEIGHT_UNIT
from ...core.terrain.settings import TerrainSettings
from ...core.terrain.soil_depth import DepthModel
from ...core.workflows.soil_profile.depth_model import DepthJob, write_soil_depth
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..styles import rasters as styles

LABEL = "Soil depth"
NUMBERS = {
    "DEEPEST": ("deepest_m", "depth_deepest_m"),
    "SHALLOWEST": ("shallowest_m", "depth_shallowest_m"),
    "SLOPE_RATE": ("rate_1_deg", "depth_rate_1_deg"),
    "GENTLEST": ("gentlest_deg", "depth_gentlest_deg"),
    "STEEPEST": ("steepest_deg", "depth_steepest_deg"),
    "LOWEST": ("lowest_m", "depth_lowest_m"),
    "HIGHEST": ("highest_m", "depth_highest_m"),
    "POSITION_HEIGHT": ("position_m", "depth_position_m"),
    "CURVATURE": ("curvature_1_m", "depth_curvature_1_m"),
}
PLAIN = ("DEEPEST", "SHALLOWEST")


class EstimateSoilDepth(LandslideAlgorithm):
    """Depth to bedrock from the shape of the ground."""

    NAME = "soildepth"
    LABEL = "Estimate soil depth"
    GROUP = "prepare"
    METHOD = "soil_profile"
    NEXT = "{soilprofile} with this depth, or {factorofsafety}"
    HELP = (
        "Estimates how deep the soil is from the shape of the ground, for 'Compute factor of safety' "
        "(Soil depth raster) where "
        "nobody has measured it: one depth everywhere puts as much soil on a cliff as in a hollow.\n\n"
        "Every model is a rule of thumb with parameters of other places: fit the largest and smallest depth to pits, "
        "borings or road cuts of your area. The limits are those typed here, never those of the DEM's extent, so that "
        "neighbouring areas fit together; they are stored in the raster, with the spread that "
        "'Compute factor of safety' takes into "
        "the probability of failure."
    )
    FORM = Form(
        modes={
            "SLOPE_RATE": ("DEPTH_MODEL", ("slope", "position")),
            **dict.fromkeys(("GENTLEST", "STEEPEST"), ("DEPTH_MODEL", ("s",))),
            **dict.fromkeys(("LOWEST", "HIGHEST"), ("DEPTH_MODEL", ("z",))),
            **dict.fromkeys(("POSITION_HEIGHT", "CURVATURE", "RADIUS"), ("DEPTH_MODEL", ("position",))),
        }
    )
    TAGS = ("soil thickness", "regolith", "depth to bedrock", "saulnier", "gist", "dem")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM"),
            "Heights; band 1 is used. No-data cells stay no-data.",
        )
        self.add_quantity("DEPTH_MODEL", "depth_model")
        for key, (_, name) in NUMBERS.items():
            optional = QUANTITIES[name].default is None
            self.add_quantity(key, name, advanced=key not in PLAIN, optional=optional)
        self.add_quantity("RADIUS", "depth_radius_cells", advanced=True)
        self.add_quantity("COV", "depth_cov")
        self.add_quantity("SLOPE_METHOD", "slope_method", advanced=True)
        self.add_quantity("HEIGHT_UNIT", "height_unit", advanced=True)
        self.add(
            QgsProcessingParameterRasterDestination("DEPTH", LABEL),
            "Vertical depth to bedrock in metres, with model, limits and spread in its metadata. "
            "'Compute factor of safety' cuts its "
            "soil there; a profile that ends higher up stays as it is, so let it reach the largest depth.",
        )
        self.addOutput(QgsProcessingOutputNumber("MEAN_DEPTH", "Mean depth (m)"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        numbers = {field: given.quantity(key) for key, (field, _) in NUMBERS.items()}
        settings = TerrainSettings(
            slope_method=given.quantity("SLOPE_METHOD"), position_radius_cells=given.quantity("RADIUS")
        )
        job = DepthJob(
            dem_path=given.required_raster("DEM"),
            target_path=given.required_output("DEPTH"),
            model=DepthModel(model=given.quantity("DEPTH_MODEL"), **numbers),
            cov=given.quantity("COV"),
            settings=settings,
            metres_per_height=METRES_PER_HEIGHT_UNIT[given.quantity("HEIGHT_UNIT")],
        )
        found = write_soil_depth(job, given.progress)
        given.progress.info(
            f"Soil depth: {found.low_m:.3g} to {found.high_m:.3g} m, mean {found.mean_m:.3g} m"
        )
        cells = max(found.cells, 1)
        if found.at_deepest:
            share = 100 * found.at_deepest / cells
            given.progress.info(f"{share:.1f} % of the cells are held to the largest depth")
        if found.at_shallowest:
            share = 100 * found.at_shallowest / cells
            given.progress.info(f"{share:.1f} % of the cells are held to the smallest depth")
        styles.write_ramp_style(job.target_path, "depth", limits=(0.0, max(found.high_m, 0.0)), unit="m")
        styles.show(given.context, job.target_path, LABEL)
        return {"DEPTH": job.target_path, "MEAN_DEPTH": found.mean_m}
