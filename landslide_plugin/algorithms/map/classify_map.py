"""A map of probabilities in classes of choice."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBand,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...core.io.raster import RasterSource, require_marks_declared
from ...core.io.text import write_text
from ...core.types.lists import numbers
from ...core.workflows.map_analysis.comparison import MapLayer
from ...core.workflows.map_judging.classify import Classed, Landslides, classify_map
from ...core.workflows.map_judging.clean_zones import clean_zones
from ...core.workflows.map_judging.limits import OWN_LIMITS, Scheme
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.outputs import file_on_request
from ..styles import rasters as styles
from ..styles import vectors as vector_results
from . import judged_inventory

LABEL = "Susceptibility classes"
ZONES = "Susceptibility zones"


class ClassifyMap(LandslideAlgorithm):
    """A raster of probabilities in, a raster of classes and a table out."""

    NAME = "classifymap"
    LABEL = "Classify any map"
    GROUP = "map"
    METHOD = "judging#classes-by-choice"
    NEXT = "{validatemap} with an inventory, {zonalresults} by polygon, or {printlayout}"
    HELP = (
        "Puts any raster of probabilities in five classes without training again: by landslide share (the cut points "
        "that the raster names, or those of an inventory), equal area, quantiles, natural breaks, fixed limits or the "
        "bends of the success-rate curve. Writes the classes with style and attribute table, a table of what each "
        "class holds and, if asked for, clean zones: polygons that tile the map, small patches given to a neighbour."
        "\n\n"
        "Mapped landslide bodies can stand above the classes as a class of their own, since a map of new failures "
        "calls their gentle deposits very low.\n\n"
        "Classes whose limits are taken from the map are not comparable between maps, and landslides that set limits "
        "cannot judge the classes; result and log say so. Needs no modelling environment."
    )
    FORM = Form(
        modes={"LIMITS": ("SCHEME", ("fixed", "quantiles"))},
        idle=lambda values: set() if values.get("ZONES") else {"ZONE_AREA"},
    )
    TAGS = (
        "classes",
        "reclassify",
        "quantiles",
        "natural breaks",
        "jenks",
        "equal area",
        "zoning",
        "success rate",
    )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("RASTER", "Map to classify"),
            "Probabilities from 0 to 1, of any origin.",
        )
        self.add(
            QgsProcessingParameterBand("BAND", "Band of the map", 1, "RASTER", True),
            "Band to classify, such as a scenario's.",
        )
        self.add_quantity("SCHEME", "class_scheme")
        self.add(
            QgsProcessingParameterString("LIMITS", "Limits or shares of area", None, False, True),
            "For fixed limits the four probabilities, for quantiles the share of the area below each limit, such as "
            "0.5 0.75 0.9 0.95; a value at a fixed limit belongs to the class above it.",
        )
        inputs.inventory(
            self,
            "Points or polygons: set the limits by landslide share, and are counted by class.",
        )
        inputs.label_field(
            self,
            "Field with 1 for landslides and 0 for stable places, which are passed over.",
        )
        self.add_quantity("PALETTE", "palette")
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource("BODIES", "Mapped landslide bodies", [polygons], None, True),
            "Outlines of dormant and active landslides, scarp to toe. They become class 6 above the classes, also "
            "where the map has no value; no class counts them.",
        )
        judged_inventory.declare(self)
        self.add_quantity("ZONE_AREA", "zone_least_m2", advanced=True, optional=True)
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", LABEL),
            "Classes 1 Very low to 5 Very high, 6 mapped landslide bodies if given, 0 no-data.",
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "ZONES", ZONES, polygons, optional=True, createByDefault=False
            ),
            "GeoPackage of polygons with class, name, cells, area_m2 and area_km2, which tile the cells with a class.",
        )
        file_on_request(
            self, "TABLE", "Class table", "csv", "Limits, cells, area and landslides of each class."
        )
        self.addOutput(QgsProcessingOutputString("CUTS", "Limits found"))
        self.addOutput(QgsProcessingOutputNumber("ZONE_COUNT", "Number of zones"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target, table = given.required_output("OUTPUT"), given.output("TABLE")
        zones = given.output("ZONES")
        zones = vector_results.target_path(zones, "ZONES") if zones else None
        scheme = Scheme(given.quantity("SCHEME"), numbers(given.text("LIMITS"), "LIMITS"))
        palette = given.quantity("PALETTE")
        landslides = Landslides(
            given.features("INVENTORY"),
            given.field("LABEL_FIELD"),
            judged_inventory.asked(given),
            mapped_area=given.features("MAPPED_AREA"),
            bodies=given.features("BODIES"),
        )
        with RasterSource(given.required_raster("RASTER")) as source:
            require_marks_declared(source)
            found = classify_map(
                MapLayer(source, given.band("BAND", source)),
                scheme,
                target,
                landslides=landslides,
                palette=palette,
                progress=given.progress.part(0.0, 0.6) if zones else given.progress,
            )
        bodies = found.body_cells is not None
        styles.write_class_style(target, palette, found.cuts, bodies=bodies)
        own = found.caveat == OWN_LIMITS
        name = f"{LABEL} (not comparable between maps)" if own else LABEL
        styles.show(given.context, target, LABEL, name)
        _tell(found, given)
        outputs = {"OUTPUT": target, "CUTS": " ".join(f"{cut:.9g}" for cut in found.cuts)}
        if zones:
            outputs.update(_zones(target, zones, palette, found, given))
        if table:
            write_text(table, found.csv())
            outputs["TABLE"] = table
        return outputs


def _zones(classes: str, target: str, palette: str, classed: Classed, given: Given) -> dict[str, Any]:
    """Write the zones of a class raster, styled; their file and number."""
    found = clean_zones(classes, given.quantity("ZONE_AREA"), given.progress.part(0.6, 1.0))
    made = vector_results.write(given.context, target, found.zones, "polygon")
    vector_results.style_classes(made, classed.cuts, palette, bodies=classed.body_cells is not None)
    vector_results.show(given.context, made, ZONES)
    joined = (
        f"patches under {found.least_cells} cells went to the largest zone beside them, which changed the class of "
        f"{100 * found.changed:.2g} % of the cells"
    )
    given.progress.info(
        f"{len(found.zones)} zones; {joined if found.least_cells > 1 else 'every patch is kept'}"
    )
    if found.small:
        given.progress.info(
            f"{found.small} zones are smaller, since they touch no other that could take them in; bodies may have any "
            "size"
        )
    return {"ZONES": made, "ZONE_COUNT": len(found.zones)}


def _tell(found: Classed, given: Given) -> None:
    given.progress.info(f"Limits by {found.how}: {', '.join(f'{cut:.4g}' for cut in found.cuts)}")
    for row in found.table.rows:
        text = f"{row.name}: {row.area_percent:.1f} % of the area"
        if row.landslide_percent is not None:
            text += f", {row.landslide_percent:.1f} % of the landslide cells"
        given.progress.info(text)
    for note in (*([found.caveat] if found.caveat else []), *found.notes, *found.table.warnings):
        given.progress.warning(note)
