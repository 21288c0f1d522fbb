"""Depths of failure: physical, the model's and observed."""

from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBand,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.errors import InputError
from ...core.io.raster import open_common_part
from ...core.io.text import write_text
from ...core.workflows.map_analysis.depth_chart import depth_chart
from ...core.workflows.map_analysis.failure_depth import (
    CLASSES,
    NOT_VALIDATED,
    DepthComparison,
    DepthLayer,
    ObservedDepths,
    compare_depths,
    observed_depths,
)
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..styles import rasters as styles

LABEL = "Agreement of depths"
SCORES = {"count": "LANDSLIDES", "rmse_m": "RMSE", "rank_correlation": "RANK_CORRELATION"}


class FailureDepth(LandslideAlgorithm):
    """Depth rasters and an inventory in, agreement and scores out."""

    NAME = "failuredepth"
    LABEL = "Compare failure depths"
    GROUP = "map"
    METHOD = "mapping#depth-of-failure"
    NEXT = "{susceptibilityreport}"
    HELP = (
        "Compares the critical depth by physics with the soil layer a model looks at most, and both with depths "
        "observed at landslides.\n\n"
        "The model's layer is a diagnostic: where the soil profile comes from a table with one profile a rock unit, "
        "depth has no variation of its own, and no failure plane may be read from it. Without observed depths the "
        "result is marked as not validated; with them the root mean square error and the rank correlation tell what "
        "the depths are worth."
    )
    TAGS = ("critical depth", "failure plane", "validation", "soil")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        layer, band = QgsProcessingParameterRasterLayer, QgsProcessingParameterBand
        self.add(
            layer("PHYSICAL", "Critical depth by physics"),
            "Output 'Critical depth' of 'Compute factor of safety', in metres.",
        )
        self.add(
            band("PHYSICAL_BAND", "Band of the critical depth", 1, "PHYSICAL", True), "Band of the scenario."
        )
        self.add(
            layer("MODEL_DEPTH", "Depth the model looks at", None, True),
            "Output of that name of 'Map susceptibility/uncertainty'; left out, physics alone is compared.",
        )
        inputs.inventory(
            self,
            "Points or polygons of landslides whose depths were observed; of a polygon one point inside is looked at.",
        )
        self.add(
            QgsProcessingParameterField(
                "DEPTH_FIELD",
                "Field with the depth of failure (m)",
                None,
                "INVENTORY",
                QgsProcessingParameterField.DataType.Numeric,
                optional=True,
            ),
            "Vertical depth of the failure plane below the ground, in metres; empty where unknown.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", LABEL, None, True, True),
            "1 same layer, 2 the model looks higher, 3 the model looks deeper; needs the model's depth.",
        )
        files = QgsProcessingParameterFileDestination
        self.add(
            files("TABLE", "Depths at landslides", "CSV files (*.csv)", optional=True, createByDefault=False),
            "Observed, physical and model depth, a row a landslide.",
        )
        self.add(
            files("PLOT", "Plot of depths", "SVG files (*.svg)", optional=True, createByDefault=False),
            "Observed against predicted depths.",
        )
        self.addOutput(QgsProcessingOutputString("VALIDATION", "Validation"))
        self.addOutput(QgsProcessingOutputNumber("SHARE_SAME_LAYER", "Share of cells with the same layer"))
        for part in ("PHYSICS", "MODEL"):
            for name in SCORES.values():
                self.addOutput(QgsProcessingOutputNumber(f"{part}_{name}", f"{part.title()}: {name.lower()}"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target = given.output("OUTPUT")
        if not given.has("INVENTORY") and (given.has("TABLE") or given.has("PLOT")):
            raise InputError("TABLE and PLOT show depths at landslides; give INVENTORY, or leave them out")
        if target and not given.has("MODEL_DEPTH"):
            given.progress.warning(
                f"{LABEL} is not written: it needs MODEL_DEPTH, the depth the model looks at"
            )
        with ExitStack() as stack:
            paths = [given.required_raster("PHYSICAL"), given.raster("MODEL_DEPTH")]
            first, *others = (source for source in open_common_part(stack, paths) if source is not None)
            band = given.band("PHYSICAL_BAND", first)
            physical, model = DepthLayer(first, band), DepthLayer(others[0]) if others else None
            observed = _observed(given, physical, model)
            found = compare_depths(physical, model, observed, target if model else None, given.progress)
        told = found.validation()
        named = {"VALIDATION_PHYSICS": "Physics, ", "VALIDATION_MODEL": "Model, "}
        outputs = {"VALIDATION": "; ".join(named.get(key, "") + text for key, text in told.items())}
        given.progress.info(f"Validation: {outputs['VALIDATION']}")
        if observed is None:
            given.progress.warning(f"The depths are {NOT_VALIDATED}")
        outputs.update(_agreement(found, target, given))
        outputs.update(_files(given, observed))
        return outputs


def _observed(given: Given, physical: DepthLayer, model: Optional[DepthLayer]) -> Optional[ObservedDepths]:
    inventory = given.features("INVENTORY")
    field = given.field("DEPTH_FIELD")
    if inventory is None:
        return None
    if not field:
        raise InputError("DEPTH_FIELD is not set; name the field with the depth of failure in metres")
    return observed_depths(inventory, field, physical, model)


def _agreement(found: DepthComparison, target: Optional[str], given: Given) -> dict[str, Any]:
    if found.cells is None:
        return {}
    total = max(int(found.cells.sum()), 1)
    shares = zip(CLASSES.values(), found.cells.tolist())
    given.progress.info(", ".join(f"{name}: {100 * cells / total:.1f} %" for (name, _), cells in shares))
    outputs: dict[str, Any] = {"SHARE_SAME_LAYER": int(found.cells[0]) / total}
    if target:
        styles.write_palette_style(target, CLASSES)
        styles.show(given.context, target, LABEL)
        outputs["OUTPUT"] = target
    return outputs


def _files(given: Given, observed: Optional[ObservedDepths]) -> dict[str, Any]:
    if observed is None:
        return {}
    outputs: dict[str, Any] = {}
    for key, text in (("TABLE", observed.table()), ("PLOT", depth_chart(observed))):
        path = given.output(key)
        if path:
            write_text(path, text)
            outputs[key] = path
    for part, score in observed.scores.items():
        for field, name in SCORES.items():
            value = getattr(score, field)
            if value == value:
                outputs[f"{part.upper()}_{name}"] = value
    return outputs
