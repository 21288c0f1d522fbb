"""Build soil depth profile: a lithology map, SoilGrids or own rasters in, one described stack out."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.io.align import aligned_path, grid_difference, require_aligned
from ...core.io.profile import SOIL_WATER, profile_bands
from ...core.io.raster import RasterSource, require_marks_declared
from ...core.progress import Progress
from ...core.types.bands import band_label
from ...core.types.grid import Grid
from ...core.types.lists import numbers
from ...core.workflows.slope_stability.physical_rasters import UNSAID, open_depth, require_plausible
from ...core.workflows.soil_profile.named_rasters import named_rasters
from ...core.workflows.soil_profile.soilgrids import SoilGridsSoil, soilgrids_soil
from ...core.workflows.soil_profile.sources import CutSoil, SoilSource, lithology_soil
from ...core.workflows.soil_profile.table import read_soil_table
from ...core.workflows.soil_profile.write import ProfileSummary, write_profile
from ...core.writing.temporary import temporary_folder
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.metadata import PLUGIN_FOLDER
from ..styles import rasters as styles

GENERIC_TABLE = PLUGIN_FOLDER / "resources" / "tables" / "soil_parameters.csv"
LABEL = "Soil profile"
COHESION = {
    "COHESION_COARSE": "cohesion_coarse_kpa",
    "COHESION_MEDIUM": "cohesion_medium_kpa",
    "COHESION_FINE": "cohesion_fine_kpa",
}


class BuildSoilProfile(LandslideAlgorithm):
    """Soil properties by layer in one raster whose bands say what they hold."""

    NAME = "soilprofile"
    LABEL = "Build soil depth profile"
    GROUP = "prepare"
    METHOD = "soil_profile"
    NEXT = "{factorofsafety} with this profile"
    HELP = (
        "Makes the soil profile raster that 'Compute factor of safety' and the training take: a band "
        "a property and layer, with the "
        "layer's depths in the band's metadata. Any number of layers.\n\n"
        "From a lithology raster and a soil table: at most one profile a unit, so depth says nothing that lithology "
        "does not. Without a table of your own the generic one of the plugin is used, whose values are not site "
        "data.\n\n"
        "From SoilGrids 2.0 rasters as downloaded (bdod, sand, clay; better also cfvo, soc and silt, of each depth): "
        "void ratio from bulk density and coarse fragments; water at field capacity and conductivity by Saxton and "
        "Rawls (2006); fully softened friction angle from clay. Cohesion has no such rule and is yours to "
        "calibrate.\n\n"
        "From rasters of your own, named like friction_deg_0-1m, or with a band a layer and the layer bottoms given."
    )
    FORM = Form(
        modes={
            **dict.fromkeys(("LITHOLOGY", "SOIL_TABLE", "STRENGTH"), ("SOURCE", ("lithology",))),
            "RASTERS": ("SOURCE", ("soilgrids", "rasters")),
            "LAYER_BOTTOMS": ("SOURCE", ("rasters",)),
            **dict.fromkeys(("EXTEND_TO", *COHESION), ("SOURCE", ("soilgrids",))),
            "RETENTION": ("SOURCE", ("lithology", "soilgrids")),
        }
    )
    TAGS = ("soil", "profile", "SoilGrids", "lithology", "pedotransfer", "geotechnical")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        raster = QgsProcessingParameterRasterLayer
        self.add_quantity("SOURCE", "soil_source")
        self.add(
            raster("LITHOLOGY", "Lithology raster", None, True),
            "Whole-number codes that the soil table knows. Of several bands, the one named lithology is used.",
        )
        inputs.soil_table(
            self, f"One row a layer of a unit. A copy of {GENERIC_TABLE.name} of the plugin is a good start."
        )
        self.add(
            QgsProcessingParameterMultipleLayers(
                "RASTERS", "SoilGrids or own rasters", QgsProcessing.SourceType.TypeRaster, None, True
            ),
            "SoilGrids rasters named like clay_5-15cm_mean, or own rasters named like friction_deg_0-1m.",
        )
        self.add(
            QgsProcessingParameterString("LAYER_BOTTOMS", "Layer bottoms (m)", "", False, True),
            "For own rasters without depths in their names: the bottoms of their bands, such as 0.5 1 2.",
        )
        self.add(
            raster("TEMPLATE", "Raster whose grid to take", None, True),
            "A DEM or slope raster. Left empty, the grid of the first soil raster is used.",
        )
        align = QgsProcessingParameterBoolean("ALIGN", "Align rasters to that grid", False)
        self.add(align, "Resample soil rasters that lie on another grid; off, they are refused.")
        self.add(
            raster("SOIL_DEPTH_RASTER", "Soil depth raster (m)", None, True),
            "Vertical depth to bedrock, kept in a band of its own; 'Compute factor of safety' cuts the soil there.",
        )
        self.add_quantity("DEPTH_UNIT", "depth_unit", advanced=True, optional=True)
        self.add_quantity("SOIL_DEPTH_LIMIT", "soil_depth_limit_m", advanced=True, optional=True)
        self.add_quantity("EXTEND_TO", "extend_to_m", advanced=True, optional=True)
        self.add_quantity("STRENGTH", "strength_choice", advanced=True)
        self.add(
            QgsProcessingParameterBoolean(
                "RETENTION", "With water retention for 'Compute factor of safety'", False, True
            ),
            "Adds what 'Compute factor of safety' takes for suction and the unsaturated "
            "infiltration: from SoilGrids by texture, "
            "organic carbon and density (HYPRES; Woesten and others 1999), with soc of every layer; from a soil table "
            "its columns of water. A model trained with the profile then has these as inputs too.",
            advanced=True,
        )
        for key, name in COHESION.items():
            self.add_quantity(key, name, advanced=True)
        self.add(
            QgsProcessingParameterRasterDestination("PROFILE", LABEL),
            "GeoTIFF, float32, no-data -9999, a described band a property and layer.",
        )
        self.addOutput(QgsProcessingOutputString("LAYERS", "Layer bottoms (m)"))
        self.addOutput(QgsProcessingOutputNumber("KNOWN_CELLS", "Cells with soil data"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target = given.required_output("PROFILE")
        with ExitStack() as stack:
            folder = stack.enter_context(temporary_folder())
            opener = _Opener(given, stack, folder)
            soil, grid = _soil(given, opener)
            depth = opener.one("SOIL_DEPTH_RASTER", "continuous", grid)
            if depth is not None:
                unit = given.quantity("DEPTH_UNIT")
                depth = stack.enter_context(open_depth(depth.path, unit))
                require_plausible("soil_depth", depth, said=unit != UNSAID)
            limit = given.quantity("SOIL_DEPTH_LIMIT")
            source = {"SOIL_SOURCE": given.quantity("SOURCE")}
            summary = write_profile(CutSoil(soil, limit, depth), grid, target, given.progress, source)
        _tell(summary, soil, given.progress)
        shown = profile_bands(summary.layer_bottoms_m, summary.properties)[0]
        styles.write_ramp_style(target, "depth", limits=summary.first_range, unit=shown.unit)
        styles.show(given.context, target, LABEL, f"{LABEL}: {band_label(shown)}", kind="profile")
        return {
            "PROFILE": target,
            "LAYERS": " ".join(f"{bottom:g}" for bottom in summary.layer_bottoms_m),
            "KNOWN_CELLS": summary.known_cells,
        }


def _soil(given: Given, opener: "_Opener") -> tuple[SoilSource, Grid]:
    source = given.quantity("SOURCE")
    grid = opener.grid_of("TEMPLATE")
    if source == "lithology":
        lithology = opener.one("LITHOLOGY", "categorical", grid)
        if lithology is None:
            raise InputError(
                "LITHOLOGY is not set; give the raster of codes, or choose another source of soil"
            )
        path = given.table("SOIL_TABLE")
        if not path:
            given.progress.warning("The generic soil table is used; its values are not site data")
        strength = given.quantity("STRENGTH")
        table = read_soil_table(path or str(GENERIC_TABLE), strength)
        table = table if _with_retention(given) else table.without(SOIL_WATER)
        return lithology_soil(lithology, table, lithology.grid), lithology.grid
    rasters = opener.many("RASTERS", grid)
    if source == "soilgrids":
        coarse, medium, fine = (given.quantity(key) for key in COHESION)
        cohesion, deepest = (coarse, medium, fine), given.quantity("EXTEND_TO")
        soil = soilgrids_soil(rasters, cohesion, deepest, with_retention=_with_retention(given))
        return soil, rasters[0].grid
    text = given.text("LAYER_BOTTOMS")
    return named_rasters(rasters, numbers(text, "LAYER_BOTTOMS")), rasters[0].grid


def _with_retention(given: Given) -> bool:
    return given.has("RETENTION") and given.yes("RETENTION")


class _Opener:
    """Opens raster parameters on one grid, resampled if the user allows it; ``stack`` closes them."""

    def __init__(self, given: Given, stack: ExitStack, folder: str):
        self._given, self._stack, self._folder = given, stack, folder

    def grid_of(self, key: str) -> Optional[Grid]:
        """The grid of a raster; None if it is not set."""
        path = self._given.raster(key)
        if path is None:
            return None
        with RasterSource(path) as source:
            return source.grid

    def one(self, key: str, kind: str, grid: Optional[Grid]) -> Optional[RasterSource]:
        """The raster of a parameter; None if it is not set."""
        path = self._given.raster(key)
        return None if path is None else self._open(path, kind, grid)

    def many(self, key: str, grid: Optional[Grid]) -> list[RasterSource]:
        """The rasters of a list parameter, on the template's grid or on that of the first one."""
        paths = self._given.rasters(key)
        if not paths:
            raise InputError(
                f"{key} is not set; give the rasters of the soil, or choose another source of soil"
            )
        sources: list[RasterSource] = []
        for path in paths:
            sources.append(self._open(path, "continuous", grid or (sources[0].grid if sources else None)))
        return sources

    def _open(self, path: str, kind: str, grid: Optional[Grid]) -> Any:
        source = self._stack.enter_context(RasterSource(path))
        require_marks_declared(source)
        if grid is None:
            return source
        if not self._given.yes("ALIGN"):
            require_aligned(grid, source, "Soil raster")
            return source
        if len(source.bands) > 1 and grid_difference(grid, source):
            raise InputError(f"{source.name} has several bands on another grid; align it first (Warp)")
        aligned = aligned_path(
            grid, source, label=source.name, kind=kind, folder=self._folder, progress=self._given.progress
        )
        if aligned == source.path:
            return source
        named = Path(aligned).with_name(f"{source.name}.tif")  # names tell property and depth
        Path(aligned).rename(named)
        return self._stack.enter_context(RasterSource(str(named)))


def _tell(summary: ProfileSummary, soil: SoilSource, progress: Progress) -> None:
    layers = ", ".join(f"{bottom:g}" for bottom in summary.layer_bottoms_m)
    progress.info(f"Layers down to {layers} m with {', '.join(summary.properties)}")
    progress.info(f"{summary.known_cells} of {summary.cells} cells have soil data")
    if summary.weights.over_saturated:
        progress.warning(f"{summary.weights.over_saturated} layer values hold more water than their pores")
    if summary.weights.unit_weight_off:
        progress.warning(
            f"{summary.weights.unit_weight_off} unit weights are over 10 % off void ratio and water content"
        )
    if isinstance(soil, SoilGridsSoil):
        counts = soil.counts
        if counts.organic or counts.clay:
            progress.warning(
                f"{counts.organic} layer values have over 8 % organic matter and {counts.clay} over 60 % clay; water "
                "and conductivity are those at these limits"
            )
        if counts.friction:
            progress.info(
                f"{counts.friction} layer values have under 13 % clay: their friction angle is 33.3 degrees, where "
                "the rule ends; dense sand and gravel have more, so give own rasters or a table where they matter"
            )
        if counts.retention:
            progress.warning(
                f"{counts.retention} layer values have next to no clay, silt or organic matter; their retention is "
                "that of 1 % clay or silt and 0.1 % organic matter"
            )
        if counts.texture_sum:
            progress.warning(
                f"{counts.texture_sum} layer values of sand, silt and clay do not add up to 100 %"
            )
