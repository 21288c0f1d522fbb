"""How far a model and its map hang on the quality of the inventory."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.errors import InputError
from ...core.io.text import write_text
from ...core.types.lists import numbers
from ...core.workflows.inventory_stress.page import csv_of, headline, page_of, quality_words
from ...core.workflows.inventory_stress.run import StressPlan, stress
from ...core.workflows.training.request import TrainingRequest
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from . import inventory as inventory_parameters
from . import settings as model_parameters

SETTINGS = ("seed", "cv_folds", "fold_scheme", "block_m", "fold_buffer_m")


class InventoryStress(LandslideAlgorithm):
    """Factors and an inventory in, what worse inventories would have given out."""

    NAME = "inventorystress"
    LABEL = "Stress the inventory"
    GROUP = "model"
    METHOD = "inventory_stress"
    NEXT = "{trainensemble} if classes and AUROC hold; else a better inventory first"
    HELP = (
        "Trains a quick model on the inventory as it is, and on worse ones: landslides moved by some metres, missing "
        "at random, the smallest ones missing, or those far from roads. Each is judged, in spatial folds, on the "
        "landslides as given: what the AUROC loses, and which share of the cells changes class.\n\n"
        "Of polygons the page also shows how frequent each size is, and where the curve rolls over, since smaller "
        "landslides are rarer or were not mapped.\n\n"
        "The quality level of Guzzetti et al. (2006) is printed from what was done: fit, error in each cell, and "
        "prediction of landslides that took no part, for which another inventory is needed. Spatial folds of one "
        "inventory are not its independent test. Needs no modelling environment."
    )
    FORM = Form(
        headings={**inventory_parameters.HEADINGS, **model_parameters.HEADINGS},
        modes={**inventory_parameters.MODES, **model_parameters.FOLD_MODES},
    )
    TAGS = ("positional accuracy", "completeness", "frequency-area", "roll-over", "quality", "sensitivity")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inventory_parameters.declare(self, with_events=False)
        self.add_quantity("STRESS_MODEL", "stress_model")
        self.add(
            QgsProcessingParameterString(
                "MOVES", "Distances to move landslides (m)", "0 10 25 50 100", False, True
            ),
            "How far each landslide is moved, in a random direction; 0 changes nothing. Empty, none is moved.",
        )
        self.add(
            QgsProcessingParameterString(
                "MISSING", "Shares of landslides that are missing", "0.1 0.25 0.5", False, True
            ),
            "Between 0 and 1. Empty, none is missing.",
        )
        vector = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource("ROADS", "Roads", [vector.TypeVectorLine], None, True),
            "Lines from which landslides are more likely to be seen: those farthest away are missing first.",
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "INDEPENDENT",
                "Landslides that took no part",
                [vector.TypeVectorPoint, vector.TypeVectorPolygon],
                None,
                True,
            ),
            "Such as those of a later storm: they test what the model predicts.",
            advanced=True,
        )
        self.add_quantity("STRESS_REPEATS", "stress_repeats", advanced=True)
        model_parameters.declare(self, SETTINGS, ())
        files = QgsProcessingParameterFileDestination
        self.add(
            files("OUTPUT", "Stress of the inventory (HTML)", "HTML files (*.html)"), "Page with all figures."
        )
        self.add(
            files(
                "TABLE",
                "Stress of the inventory (CSV)",
                "CSV files (*.csv)",
                optional=True,
                createByDefault=False,
            ),
            "A row a stress and level.",
        )
        for key, label in (
            ("AUROC", "AUROC of the inventory as given, spatial cross-validation"),
            ("LARGEST_CHANGE", "Largest change of the AUROC"),
            ("QUALITY_LEVEL", "Quality level (0 to 7)"),
            ("ROLLOVER", "Roll-over of the landslide areas (m2)"),
        ):
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def execute(self, given: Given) -> dict[str, Any]:
        target, table = given.required_output("OUTPUT"), given.output("TABLE")
        plan = StressPlan(
            family=given.quantity("STRESS_MODEL"),
            distances_m=_between("MOVES", numbers(given.text("MOVES"), "MOVES"), 0.0, 1e5),
            shares=_between("MISSING", numbers(given.text("MISSING"), "MISSING"), 0.0, 0.95),
            repeats=given.quantity("STRESS_REPEATS"),
            lines=given.features("ROADS"),
            independent=given.features("INDEPENDENT"),
        )
        request = TrainingRequest(
            **inventory_parameters.asked(given),
            **model_parameters.asked(given, SETTINGS),
            families=[plan.family],
        )
        found = stress(request, plan, given.progress)
        for line in (
            headline(found),
            *found.notes,
            f"Quality level {found.quality_level} of 7",
            *quality_words(found),
        ):
            given.progress.info(line)
        write_text(target, page_of(found, request.inventory.name))
        changes = [row.change for row in found.rows if row.change == row.change]
        outputs: dict[str, Any] = {
            "OUTPUT": target,
            "AUROC": found.auroc,
            "LARGEST_CHANGE": min(changes) if changes else None,
            "QUALITY_LEVEL": found.quality_level,
            "ROLLOVER": found.sizes.rollover_m2 if found.sizes else None,
        }
        if table:
            write_text(table, csv_of(found))
            outputs["TABLE"] = table
        return outputs


def _between(key: str, values: tuple[float, ...], low: float, high: float) -> tuple[float, ...]:
    outside = [value for value in values if not low <= value <= high]
    if outside:
        raise InputError(f"{key} holds {outside[0]:g}; allowed: {low:g} to {high:g}")
    return values
