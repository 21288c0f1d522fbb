"""Two maps of one area against each other."""

import json
import math
from contextlib import ExitStack
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.io.raster import open_common_part
from ...core.io.text import write_text
from ...core.progress import Progress
from ...core.workflows.map_analysis.comparison import Comparison, MapLayer, compare_maps
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..base.outputs import file_on_request
from ..styles import rasters as styles

MOST_STEPS, MOST_DIFFERENCE, LITTLE = 2.0, 0.3, 0.01
"""Steps of class and difference in probability that the colours end at; a root mean square from which on that is so."""
LABEL = "Difference of two maps"
NUMBERS = {
    "CELLS": ("Cells in both maps", "cells"),
    "MEAN_DIFFERENCE": ("Mean difference", "mean_difference"),
    "RMS_DIFFERENCE": ("Root mean square difference", "rms_difference"),
    "CORRELATION": ("Correlation", "correlation"),
    "SHARE_CHANGED": ("Share of cells whose class differs", "share_changed"),
    "KAPPA": ("Weighted kappa of the classes", "kappa"),
}


class CompareMaps(LandslideAlgorithm):
    """Two rasters in, their difference and a table of class changes out."""

    NAME = "comparemaps"
    LABEL = "Compare two maps"
    GROUP = "map"
    METHOD = "mapping#comparing-two-maps"
    NEXT = "{fieldchecks}, where the maps differ"
    HELP = (
        "Shows where two maps of one area differ: the second minus the first, such as a physics-informed model "
        "minus the standard one, two seasons, or two models.\n\n"
        "Takes two rasters of probabilities or two of classes on one grid. The table tells how many cells pass "
        "from which class to which; probabilities are put in classes with the cut points of the model that each "
        "raster names. A difference says that the maps differ, not which of them is right: the scores of both "
        "models under spatial cross-validation tell that."
    )
    TAGS = ("difference", "transition", "change", "physics-informed")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        layer, band = QgsProcessingParameterRasterLayer, QgsProcessingParameterBand
        self.add(
            layer("FIRST", "First map"),
            "Raster of probabilities or of classes, such as the standard model's.",
        )
        self.add(
            layer("SECOND", "Second map"),
            "Raster of the same kind on the same grid; its value counts positive.",
        )
        self.add(
            band("FIRST_BAND", "Band of the first map", 1, "FIRST", True), "Band of the scenario to compare."
        )
        self.add(
            band("SECOND_BAND", "Band of the second map", 1, "SECOND", True),
            "Band of the scenario to compare.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", LABEL),
            "Second minus first where both have a value: in probability, or in steps of class.",
        )
        file_on_request(
            self, "TABLE", "Class changes", "csv", "Cells, area and share for each pair of classes."
        )
        for key, (label, _) in NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(key, label))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target = given.required_output("OUTPUT")
        table = given.output("TABLE")
        with ExitStack() as stack:
            keys = ("FIRST", "SECOND")
            sources = open_common_part(stack, [given.required_raster(key) for key in keys])
            first, second = (
                MapLayer(source, given.band(f"{key}_BAND", source))
                for key, source in zip(keys, sources)
                if source is not None
            )
            found = compare_maps(first, second, target, given.progress)
            codes = first.is_classes
        most = MOST_STEPS if codes else shown_range(found.rms_difference)
        styles.write_ramp_style(target, "difference", 1, (-most, most))
        styles.show(given.context, target, LABEL)
        _tell(found, given.progress)
        outputs = {"OUTPUT": target}
        if table:
            write_text(table, found.table())
            outputs["TABLE"] = table
        numbers = {key: getattr(found, name) for key, (_, name) in NUMBERS.items()}
        return {**outputs, **{key: value for key, value in numbers.items() if not math.isnan(value)}}


def shown_range(rms: float) -> float:
    """Up to which difference in probability the colours reach: 0.3, or less where maps differ by little.

    Of events, whose probabilities are of some thousandths, nothing would be seen else.

    >>> shown_range(0.05), shown_range(0.0025), shown_range(0.0)
    (0.3, 0.01, 0.3)
    """
    if not 0.0 < rms < LITTLE:
        return MOST_DIFFERENCE
    power = 10.0 ** math.floor(math.log10(3.0 * rms))
    return next(float(f"{step * power:.3g}") for step in (1, 2, 5, 10) if step * power >= 3.0 * rms)


def _tell(found: Comparison, progress: Progress) -> None:
    progress.info(
        f"{found.second} minus {found.first} over {found.cells} cells: mean {found.mean_difference:+.4g}, root mean "
        f"square {found.rms_difference:.4g}, correlation {found.correlation:.4g}"
    )
    if found.only_first or found.only_second:
        progress.warning(
            f"{found.only_first} cells have a value in the first map only, {found.only_second} in the second only"
        )
    if found.transitions is None:
        progress.warning("A raster does not name the cut points of its model, so classes are not compared")
        return
    progress.info(
        f"{100 * found.share_changed:.1f} % of the cells change their class; weighted kappa {found.kappa:.3f}"
    )
    progress.info(
        "Cells by class in the first (rows) and the second map: " + json.dumps(found.transitions.tolist())
    )
