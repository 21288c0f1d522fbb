"""Derive terrain factors: a DEM and other layers in, a described factor stack out."""

from math import inf, nan
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.model.bundle.bundle import load_bundle
from ...core.model.bundle.unit import require_cells
from ...core.progress import Progress
from ...core.quantities.terrain import METRES_PER_HEIGHT_UNIT
from ...core.terrain.catalogue import CATALOGUE, DEFAULT_FACTORS
from ...core.terrain.settings import TerrainSettings
from ...core.types.names import NAMES, human_name
from ...core.workflows.factor_stack.stack import StackJob, StackSummary, write_stack
from ...core.writing.folders import MARKER
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.choices import choice, meanings
from ..base.dialog.form import Form
from ..base.given import Given
from ..styles import rasters as styles
from .factor_layers import CLASSES, LINES, RASTERS, SELDOM, factor_layer, given_lines, given_rasters
from .terrain_engine import engine_named
from .terrain_styles import style_factor, style_single_rasters

STACK_LABEL = "Factor stack"


class TerrainFactors(LandslideAlgorithm):
    """DEM, lines and rasters in, one stack of conditioning factors out."""

    NAME = "terrainfactors"
    LABEL = "Derive terrain factors"
    GROUP = "prepare"
    METHOD = "terrain"
    NEXT = "{trainbivariate} or {trainensemble} with these factors and your inventory"
    HELP = (
        "Turns a DEM, and the fault, river, road, lithology, land-cover, NDVI and rainfall layers there are, "
        "into one raster of conditioning factors: a band a factor, named, with its unit.\n\n"
        "The DEM may be projected or in degrees, and cells need not be square: in degrees and in Mercator's "
        "projection the size of the cells is taken row by row. "
        "Aspect is the azimuth of the downslope direction, clockwise from north; curvatures are in 1/m and "
        "positive where the surface is convex. Slopes at the edge and beside holes are one-sided and exact on a "
        "plane. Flow is routed over the whole DEM (depressions filled, multiple flow directions) before the study "
        "mask is applied, so take a DEM that holds the whole catchments: where its edge cuts them, upslope areas "
        "are too small.\n\n"
        "Lithology and land cover may be rasters of codes or polygons. NDVI and the choice of the factors stand under "
        "Advanced. Layers not given are left out, never invented. Nothing needs to be installed; with the "
        "modelling environment large DEMs are done many times faster and in a tenth of the memory (see ENGINE)."
    )
    FOLDERS = {"FOLDER": ("*.tif", "*.tif.aux.xml", "*.qml", MARKER)}
    RECORDS = {"STACK": (".json",)}
    FORM = Form(
        headings={
            "Slope and heights": ("SLOPE_METHOD", "HEIGHT_UNIT", "LEVEL_CELLS"),
            "Water": ("FLOW_METHOD", "FLOW_EXPONENT", "HOLES", "FILL", "DEPTH_LIMIT", "SINKS", "STREAM_AREA"),
            "Position and transport": ("TPI_RADIUS", "STI_AREA_EXPONENT", "STI_SLOPE_EXPONENT"),
            "Grids, memory and no-data": ("ENGINE", "MEMORY", "ALIGN", "RESAMPLING", "GRID"),
        },
        modes={
            "FLOW_EXPONENT": ("FLOW_METHOD", ("multiple",)),
            "DEPTH_LIMIT": ("FILL", (True,)),
            "RESAMPLING": ("ALIGN", (True,)),
        },
    )
    TAGS = ("slope", "aspect", "curvature", "twi", "flow accumulation", "tri", "distance", "dem")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        raster, vector = QgsProcessingParameterRasterLayer, QgsProcessing.SourceType
        self.add(raster("DEM", "DEM"), "Heights; band 1 is used. No-data cells stay no-data.")
        for key, (_, label, help) in LINES.items():
            self._add_layer(key, label, vector.TypeVectorLine, f"{help} Lines beyond the DEM count too.")
        for key, (_, label, help) in RASTERS.items():
            text = f"{help} Rasters lie on the grid of the DEM, or see ALIGN."
            self.add(factor_layer(key, label), text, advanced=key in SELDOM)
        self._add_layer(
            "MASK", "Study area", vector.TypeVectorPolygon, "Cells outside become no-data in every band."
        )
        words, labels = list(CATALOGUE), [NAMES[name] for name in CATALOGUE]
        self.add(
            choice("FACTORS", "Terrain factors", words, list(DEFAULT_FACTORS), several=True, labels=labels),
            "Factors derived from the DEM. flow_accumulation is the upslope area in m2; catchment_area is the same "
            "per unit of contour length and adds nothing to it in a model. Distances and given rasters are always "
            "written." + meanings(words, labels),
            advanced=True,
        )
        inputs.bundle(
            self,
            "Folder of a trained model: the terrain factors it needs are derived, in place of those chosen.",
            key="MODEL",
            label="Factors of this model bundle",
            optional=True,
            advanced=True,
        )
        self.add_quantity("SLOPE_METHOD", "slope_method", advanced=True)
        self.add_quantity("HEIGHT_UNIT", "height_unit", advanced=True)
        self.add_quantity("LEVEL_CELLS", "level_cells", advanced=True)
        self.add_quantity("FLOW_METHOD", "flow_method", advanced=True)
        self.add_quantity("FLOW_EXPONENT", "flow_exponent", advanced=True)
        self.add_quantity("HOLES", "holes", advanced=True)
        self.add(
            QgsProcessingParameterBoolean("FILL", "Fill depressions", True),
            "Raise depressions to their spill level before water is routed. Slopes are those of the DEM as it is.",
            advanced=True,
        )
        self.add_quantity("DEPTH_LIMIT", "depth_limit_m", advanced=True, optional=True)
        self.add(
            QgsProcessingParameterFeatureSource("SINKS", "Sinks", [vector.TypeVectorAnyGeometry], None, True),
            "Points or polygons where water leaves the DEM besides its edge, such as swallow holes and lakes.",
            advanced=True,
        )
        self.add_quantity("STREAM_AREA", "stream_area_km2", advanced=True)
        self.add_quantity("TPI_RADIUS", "position_radius_cells", advanced=True)
        self.add_quantity("STI_AREA_EXPONENT", "area_exponent", advanced=True)
        self.add_quantity("STI_SLOPE_EXPONENT", "slope_exponent", advanced=True)
        self.add_quantity("ENGINE", "engine", advanced=True)
        self.add_quantity("MEMORY", "memory_mib", advanced=True)
        self.add(
            QgsProcessingParameterBoolean("ALIGN", "Align rasters to the DEM", False),
            "Resample rasters that lie on another grid or in another CRS: nearest for classes, RESAMPLING for the "
            "others. Off, such rasters are refused.",
            advanced=True,
        )
        self.add_quantity("RESAMPLING", "resampling", advanced=True)
        self.add_quantity("GRID", "stack_grid", advanced=True)
        self._declare_classes()
        self._declare_outputs()
        inputs.no_data(self)

    def _declare_classes(self) -> None:
        for key, label in CLASSES.items():
            inputs.table(
                self,
                f"{key}_NAMES",
                f"Names of the classes: {label}",
                "Header, codes in the first column and names in another. Not needed where the raster has an "
                "attribute table, category names or a table <raster>_classes.csv beside it. Polygons with names "
                "get the codes of this table; without it they are numbered by the alphabet.",
                advanced=True,
            )
            self.add(
                QgsProcessingParameterString(
                    f"{key}_FIELD", f"Field of the polygons: {label}", None, False, True
                ),
                "Where the layer is of polygons: the field that tells the class, by name or whole number. By default "
                "the only field of text.",
                advanced=True,
            )

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterRasterDestination("STACK", STACK_LABEL),
            "GeoTIFF, float32, no-data -9999, a band a factor.",
        )
        self.add(
            QgsProcessingParameterFolderDestination("FOLDER", "Folder for single rasters", None, True, False),
            "Also write each factor as a GeoTIFF of its own, named like the factor.",
        )
        self.addOutput(QgsProcessingOutputNumber("BANDS", "Factors written"))
        self.addOutput(QgsProcessingOutputNumber("VALID_CELLS", "Cells with a value in every factor"))
        self.addOutput(QgsProcessingOutputNumber("NO_DATA_CELLS", "Cells without"))

    def _add_layer(self, key: str, label: str, kind: int, help: str) -> None:
        self.add(QgsProcessingParameterFeatureSource(key, label, [kind], None, True), help)

    def execute(self, given: Given) -> dict[str, Any]:
        progress, stack = given.progress, given.required_output("STACK")
        progress.step(0.0)
        job = StackJob(
            dem_path=given.required_raster("DEM"),
            stack_path=stack,
            factors=_factors(given),
            settings=_settings(given),
            metres_per_height=METRES_PER_HEIGHT_UNIT[given.quantity("HEIGHT_UNIT")],
            lines=given_lines(given),
            rasters=given_rasters(given),
            align=given.quantity("RESAMPLING") if given.yes("ALIGN") else None,
            grid=given.quantity("GRID"),
            mask=given.features("MASK"),
            folder=given.output("FOLDER"),
            sinks=given.features("SINKS"),
            memory_mib=given.quantity("MEMORY"),
        )
        engine = engine_named(given.quantity("ENGINE"), progress)
        summary = write_stack(job, progress, engine)
        _tell(summary, progress)
        _style(stack, summary, given.context)
        if job.folder:
            style_single_rasters(job.folder, summary)
        return {
            "STACK": stack,
            **({"FOLDER": job.folder} if job.folder else {}),
            "BANDS": len(summary.names),
            "VALID_CELLS": summary.valid_cells,
            "NO_DATA_CELLS": summary.cells - summary.valid_cells,
        }


def _factors(given: Given) -> list[str]:
    """The factors chosen, or those that the given model needs."""
    model = given.bundle("MODEL")
    if not model:
        return given.choices("FACTORS")
    bundle = load_bundle(model)
    require_cells(bundle.facts.unit)
    needed = [spec.name for spec in bundle.factors]
    layers = {name: label for name, label, _ in LINES.values()}
    layers.update({spec.name: label for spec, label, _ in RASTERS.values()})
    keys = {
        **{row[0]: key for key, row in LINES.items()},
        **{row[0].name: key for key, row in RASTERS.items()},
    }
    missing = [layers[name] for name in needed if name in keys and not given.has(keys[name])]
    if missing:
        raise InputError(f"The model needs {', '.join(missing)}, which are not given; add them")
    return [name for name in needed if name in CATALOGUE]


def _settings(given: Given) -> TerrainSettings:
    limit = given.quantity("DEPTH_LIMIT")
    return TerrainSettings(
        slope_method=given.quantity("SLOPE_METHOD"),
        fill=given.yes("FILL"),
        depth_limit_m=inf if limit is None else limit,
        holes_drain=given.quantity("HOLES") == "drain",
        flow_method=given.quantity("FLOW_METHOD"),
        flow_exponent=given.quantity("FLOW_EXPONENT"),
        level_curvature=0.0 if given.quantity("LEVEL_CELLS") == "zero" else nan,
        stream_area_km2=given.quantity("STREAM_AREA"),
        position_radius_cells=given.quantity("TPI_RADIUS"),
        area_exponent=given.quantity("STI_AREA_EXPONENT"),
        slope_exponent=given.quantity("STI_SLOPE_EXPONENT"),
    )


def _style(stack: str, summary: StackSummary, context: QgsProcessingContext) -> None:
    """Show the slope, or the first factor if it was not chosen, instead of three factors as a colour mix."""
    at = summary.names.index("slope") if "slope" in summary.names else 0
    shown = summary.specs[at]
    style_factor(stack, shown, summary.tallies[at], band=at + 1)
    name = f"{STACK_LABEL}: {human_name(shown.name, shown.unit)}"
    styles.show(context, stack, STACK_LABEL, name, kind="factors")


def _tell(summary: StackSummary, progress: Progress) -> None:
    for spec, (low, high) in zip(summary.specs, summary.limits):
        progress.info(f"{human_name(spec.name, spec.unit)}: {low:.6g} to {high:.6g}")
    progress.info(f"{summary.valid_cells} of {summary.cells} cells have a value in every factor")
