"""Check inputs: do these layers fit together, and what is to be done about each problem."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsVectorLayer,
)

from ...core.requirements import require_folder
from ...core.workflows.input_check.findings import ERROR, WARNING, LayerCheck
from ...core.workflows.input_check.layers import GivenRaster, GivenVector, check_layers, tell_checks
from ...core.workflows.input_check.page import write_page, write_table
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.features import feature_set
from ..base.given import Given
from ..base.outputs import file_on_request
from .factor_layers import LINES, RASTERS, factor_layer


class InputCheck(LandslideAlgorithm):
    """Layers in, a table of what fits and what does not out."""

    NAME = "inputcheck"
    LABEL = "Check inputs"
    GROUP = "prepare"
    METHOD = "terrain"
    NEXT = "mend what is named above, then {terrainfactors}"
    HELP = (
        "Says in a table whether a DEM and the layers beside it fit together: CRS, cell size, offset against the "
        "DEM, share of no-data, values or classes seen, and for each problem what to do about it. Layers that cannot "
        "be read become a row of the table as well. Nothing is changed.\n\n"
        "Give the layers as you would to Derive terrain factors, and the inventory and other rasters if you like."
    )
    TAGS = ("input", "check", "validate", "crs", "alignment", "no-data")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        raster, kinds = QgsProcessingParameterRasterLayer, QgsProcessing.SourceType
        self.add(raster("DEM", "DEM"), "Heights; all other layers are compared with its grid.")
        for key, (_, label, _) in LINES.items():
            self._add_layer(key, label, kinds.TypeVectorLine, "Lines to which distances will be measured.")
        for key, (spec, label, _) in RASTERS.items():
            words = "Classes." if spec.kind == "categorical" else "Raster of a quantity."
            self.add(factor_layer(key, label), f"{words} Rasters are compared with the grid of the DEM.")
        self._add_layer("MASK", "Study area", kinds.TypeVectorPolygon, "Polygons of the study area.")
        inputs.inventory(self, "Landslides as points or polygons.")
        self.add(
            QgsProcessingParameterMultipleLayers("OTHERS", "Other rasters", kinds.TypeRaster, optional=True),
            "Further factors, such as soil maps; taken as quantities.",
        )
        self.add(
            QgsProcessingParameterFileDestination("PAGE", "Input check", "HTML files (*.html)"),
            "The table as a page.",
        )
        file_on_request(self, "TABLE", "Table", "csv", "The same as CSV, a row a finding.")
        self.addOutput(QgsProcessingOutputNumber("ERRORS", "Layers that cannot be used"))
        self.addOutput(QgsProcessingOutputNumber("WARNINGS", "Layers to look at"))
        inputs.no_data(self)

    def _add_layer(self, key: str, label: str, kind: int, help: str) -> None:
        self.add(QgsProcessingParameterFeatureSource(key, label, [kind], None, True), help)

    def execute(self, given: Given) -> dict[str, Any]:
        page = given.required_output("PAGE")
        table = given.output("TABLE")
        for path in (page, table):
            if path:
                require_folder(path)
        checks = _checks(given)
        write_page(checks, page)
        if table:
            write_table(checks, table)
        tell_checks(checks, given.progress)
        return {
            "PAGE": page,
            **({"TABLE": table} if table else {}),
            "ERRORS": sum(check.verdict == ERROR for check in checks),
            "WARNINGS": sum(check.verdict == WARNING for check in checks),
        }


def _checks(given: Given) -> list[LayerCheck]:
    rasters, vectors = [], []
    for key, (spec, label, _) in RASTERS.items():
        layer = given.layer(key)
        if isinstance(layer, QgsVectorLayer):
            vectors.append(GivenVector(label, feature_set(layer), "polygon"))
            continue
        path = given.raster(key)
        if path:
            rasters.append(GivenRaster(label, path, spec.kind, spec.name))
    rasters += [GivenRaster("Other raster", path) for path in given.rasters("OTHERS")]
    named = [(key, label, "line") for key, (_, label, _) in LINES.items()]
    named += [("MASK", "Study area", "polygon"), ("INVENTORY", "Inventory", "any")]
    for key, label, kind in named:
        features = given.features(key, unsound=True)  # told of, not refused
        if features is not None:
            vectors.append(GivenVector(label, features, kind))
    return check_layers(given.required_raster("DEM"), rasters, vectors, given.progress)
