"""Parameters of Compute factor of safety for strength and weight cell by cell, and what they mean to the core."""

from contextlib import ExitStack

from qgis.core import QgsProcessingParameterRasterLayer

from ...core.errors import InputError
from ...core.stability.edges import Edges
from ...core.types.grid import Grid
from ...core.workflows.slope_stability.ground import GroundRasters
from ...core.workflows.slope_stability.root_table import read_root_table, require_known
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from .opening import open_on
from .settings import named_band

GROUND_RASTERS = {
    "COHESION_RASTER": (
        "Effective cohesion (raster, kPa)",
        "Effective cohesion of each cell, in all layers, in place of the number, profile or table.",
    ),
    "FRICTION_RASTER": (
        "Effective friction angle (raster, degrees)",
        "Effective friction angle of each cell, in all layers, in place of the number, profile or table.",
    ),
    "SURCHARGE_RASTER": (
        "Surcharge (raster, kPa)",
        "Weight on the ground of each cell, in place of the number.",
    ),
    "ROOT_RASTER": ("Root cohesion (raster, kPa)", "Root cohesion of each cell, in place of the number."),
    "LAND_COVER": (
        "Land cover for the roots",
        "Whole-number codes that the root table knows. In a raster of several bands, the band named "
        "land_cover is used.",
    ),
}


def add_ground(algorithm: LandslideAlgorithm) -> None:
    """Declare the parameters; each may be left out."""
    for key, (label, text) in GROUND_RASTERS.items():
        algorithm.add(QgsProcessingParameterRasterLayer(key, label, None, True), text, advanced=True)
    inputs.table(
        algorithm,
        "ROOT_TABLE",
        "Root table",
        "Columns code and root_cohesion_kpa, a row a class of the land cover. Start from "
        "resources/tables/root_cohesion.csv of the plugin, which is for ESA WorldCover.",
        advanced=True,
    )


def ground_of_run(given: Given, grid: Grid, stack: ExitStack) -> GroundRasters:
    """The rasters, open, and the plan of a finite slide."""
    opened = {key: open_on(given, key, grid, stack) for key in GROUND_RASTERS}
    cover, path = opened["LAND_COVER"], given.table("ROOT_TABLE")
    if cover is not None and opened["ROOT_RASTER"] is not None:
        raise InputError("Both a root cohesion raster and a land cover for the roots are given; keep one")
    if (cover is None) != (not path):
        missing = "ROOT_TABLE" if cover is not None else "LAND_COVER"
        raise InputError(
            f"Root cohesion by land cover needs the land cover and the root table; {missing} is missing"
        )
    table = read_root_table(path) if path else None
    band = named_band(cover, "land_cover") if cover is not None else 0
    if cover is not None and table is not None:
        require_known(cover, band, table)
    width, length = given.quantity("SLIDE_WIDTH"), given.quantity("SLIDE_LENGTH")
    if length is not None and width is None:
        raise InputError("The length of the slide is given without its width; give SLIDE_WIDTH too")
    return GroundRasters(
        cohesion=opened["COHESION_RASTER"],
        friction=opened["FRICTION_RASTER"],
        surcharge=opened["SURCHARGE_RASTER"],
        root_cohesion=opened["ROOT_RASTER"],
        land_cover=cover,
        cover_band=band,
        root_table=table,
        edges=None if width is None else Edges(width, length if length is not None else 2.0 * width),
    )
