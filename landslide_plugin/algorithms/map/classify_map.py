"""A map of probabilities in classes of choice."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterBand,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.io.raster import RasterSource, require_marks_declared
from ...core.io.text import write_text
from ...core.types.lists import numbers
from ...core.workflows.map_analysis.comparison import MapLayer
from ...core.workflows.map_judging.classify import OWN_LIMITS, Classed, Scheme, classify_map
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..base.outputs import file_on_request
from ..styles import rasters as styles

LABEL = "Susceptibility classes"


class ClassifyMap(LandslideAlgorithm):
    """A raster of probabilities in, a raster of classes and a table out."""

    NAME = "classifymap"
    LABEL = "Classify any map"
    GROUP = "map"
    METHOD = "judging#classes-by-choice"
    NEXT = "{validatemap} with an inventory, {zonalresults} by polygon, or {printlayout}"
    HELP = (
        "Puts any raster of probabilities in five classes without training again: by landslide share (the cut points "
        "that the raster names, or those of an inventory), equal area, quantiles, natural breaks or fixed limits. "
        "Writes the classes with style and attribute table, and a table of what each class holds.\n\n"
        "Classes whose limits are taken from the map are not comparable between maps, and landslides that set limits "
        "cannot judge the classes; result and log say so. Needs no modelling environment."
    )
    TAGS = ("classes", "reclassify", "quantiles", "natural breaks", "jenks", "equal area")

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
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", LABEL),
            "Classes 1 Very low to 5 Very high, 0 no-data.",
        )
        file_on_request(
            self, "TABLE", "Class table", "csv", "Limits, cells, area and landslides of each class."
        )
        self.addOutput(QgsProcessingOutputString("CUTS", "Limits found"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target, table = given.required_output("OUTPUT"), given.output("TABLE")
        scheme = Scheme(given.quantity("SCHEME"), numbers(given.text("LIMITS"), "LIMITS"))
        palette = given.quantity("PALETTE")
        with RasterSource(given.required_raster("RASTER")) as source:
            require_marks_declared(source)
            found = classify_map(
                MapLayer(source, given.band("BAND", source)),
                scheme,
                target,
                features=given.features("INVENTORY"),
                label_field=given.field("LABEL_FIELD"),
                palette=palette,
                progress=given.progress,
            )
        styles.write_class_style(target, palette, found.cuts)
        own = found.caveat == OWN_LIMITS
        styles.show(given.context, target, LABEL, f"{LABEL} (not comparable between maps)" if own else LABEL)
        _tell(found, given)
        outputs = {"OUTPUT": target, "CUTS": " ".join(f"{cut:.9g}" for cut in found.cuts)}
        if table:
            write_text(table, found.csv())
            outputs["TABLE"] = table
        return outputs


def _tell(found: Classed, given: Given) -> None:
    given.progress.info(f"Limits by {found.how}: {', '.join(f'{cut:.4g}' for cut in found.cuts)}")
    for row in found.table.rows:
        text = f"{row.name}: {row.area_percent:.1f} % of the area"
        if row.landslide_percent is not None:
            text += f", {row.landslide_percent:.1f} % of the landslide cells"
        given.progress.info(text)
    for note in (*([found.caveat] if found.caveat else []), *found.notes, *found.table.warnings):
        given.progress.warning(note)
