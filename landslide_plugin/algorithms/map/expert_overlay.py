"""A map of expert judgement, where there is no inventory."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
)

from ...core.errors import InputError
from ...core.io.factors import FactorSources
from ...core.io.raster import RasterSource
from ...core.io.raster.sink import take_place
from ...core.io.text import write_text
from ...core.workflows.expert_overlay.overlay import STANDING, Overlay, read_scores
from ...core.workflows.expert_overlay.page import consistency_words, page_of
from ...core.workflows.expert_overlay.pairwise import MOST_RATIO, Weights, given_weights, read_weights
from ...core.workflows.map_judging.danger import DangerMap
from ...core.workflows.map_judging.judge import Judgement, JudgeOptions, judge_map
from ...core.workflows.map_judging.page import headline
from ...core.writing.whole import scratch_for
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..styles import rasters as styles

LABEL = "Expert overlay"
NAME = f"{LABEL} ({STANDING})"


class ExpertOverlay(LandslideAlgorithm):
    """Factors, scores and weights in, an index out that says what it is."""

    NAME = "expertoverlay"
    LABEL = LABEL
    GROUP = "map"
    METHOD = "expert_overlay"
    NEXT = "{validatemap} as soon as landslides are mapped"
    HELP = (
        "Makes an index from 0 to 1 of what an expert thinks of each factor, for areas without an inventory: scores of "
        "the values of each factor, and weights of the factors, given or found by comparing them in pairs (analytic "
        "hierarchy process) with their consistency ratio.\n\n"
        "The result is called expert judgement, not validated, in layer, legend, metadata and page: no landslide "
        "stands behind it, and the index is no probability. If an inventory is given, the map is judged by it at once. "
        "Needs no modelling environment."
    )
    TAGS = ("AHP", "analytic hierarchy process", "fuzzy", "weighted overlay", "heuristic", "multi-criteria")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inputs.factors(
            self, "One or more rasters on one grid; each band is a factor, named by its description."
        )
        inputs.table(
            self,
            "SCORES",
            "Scores",
            "Columns factor, value, score: 0 is safe, 1 dangerous. Of a factor with classes a row a code; of any other "
            "the score is linear between two values and stays beyond them, and a value that stands twice makes a step.",
        )
        inputs.table(
            self,
            "WEIGHTS",
            "Weights or comparisons",
            "Columns factor and weight; or a matrix with the factors in the header and in the first column, whose "
            "cells say how many times the factor of the row matters more than that of the column: 1 to 9, or 1/9 to 1. "
            "One half may be empty. Left out, all factors weigh alike.",
        )
        self.add_quantity("METHOD", "overlay_method")
        self.add_quantity("GAMMA", "overlay_gamma", advanced=True)
        self.add(
            QgsProcessingParameterBoolean(
                "ALLOW_INCONSISTENT", "Allow comparisons that contradict each other", False
            ),
            f"A consistency ratio above {MOST_RATIO:g} is refused unless this is ticked.",
            advanced=True,
        )
        inputs.inventory(
            self,
            "Points or polygons of landslides, if there are some: the map is judged by them.",
        )
        inputs.label_field(
            self,
            "Field with 1 for landslides and 0 for stable places, against which landslides are then ranked.",
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", LABEL), "Index from 0 to 1, no probability."
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "PAGE", "What it rests on (HTML)", "HTML files (*.html)", optional=True, createByDefault=True
            ),
            "Weights, scores, consistency, and the judgement.",
        )
        self.addOutput(QgsProcessingOutputNumber("CONSISTENCY_RATIO", "Consistency ratio"))
        self.addOutput(QgsProcessingOutputNumber("AUROC", "AUROC, if an inventory is given"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        target, page = given.required_output("OUTPUT"), given.output("PAGE")
        table = given.table("SCORES")
        if not table:
            raise InputError("SCORES is not set; give a table with the columns factor, value, score")
        scores = read_scores(table)
        overlay = Overlay(
            scores, _weights(given, list(scores)), given.quantity("METHOD"), given.quantity("GAMMA")
        )
        with scratch_for(target) as scratch:
            made = str(scratch / Path(target).name)
            with FactorSources(given.rasters("FACTORS")) as factors:
                unscored = overlay.write(factors, made, given.progress)
            judgement = _judged(given, made)
            take_place(made, target)
        styles.write_ramp_style(target, "expert_index")
        styles.show(given.context, target, LABEL, NAME)
        given.progress.warning(f"This map is {STANDING}; its index is no probability")
        given.progress.info(consistency_words(overlay.weights.consistency_ratio))
        for name, count in unscored.items():
            given.progress.warning(
                f"{count} cells have a code of {name} without a score; they stay without an index"
            )
        outputs: dict[str, Any] = {"OUTPUT": target}
        if overlay.weights.consistency_ratio == overlay.weights.consistency_ratio:
            outputs["CONSISTENCY_RATIO"] = overlay.weights.consistency_ratio
        if judgement is not None:
            given.progress.info(headline(judgement))
            outputs["AUROC"] = judgement.first.against.auroc
        if page:
            write_text(page, page_of(overlay, unscored, judgement))
            outputs["PAGE"] = page
        return outputs


def _weights(given: Given, names: list[str]) -> Weights:
    table = given.table("WEIGHTS")
    if not table:
        return given_weights(dict.fromkeys(names, 1.0))
    weights = read_weights(table)
    if weights.consistency_ratio > MOST_RATIO and not given.yes("ALLOW_INCONSISTENT"):
        raise InputError(
            f"{consistency_words(weights.consistency_ratio)}; compare again those that differ most from the weights, "
            "or set ALLOW_INCONSISTENT"
        )
    return weights


def _judged(given: Given, path: str) -> Optional[Judgement]:
    features = given.features("INVENTORY")
    if features is None:
        return None
    options = JudgeOptions(label_field=given.field("LABEL_FIELD"))
    with RasterSource(path) as source:
        return judge_map([DangerMap(source, 0, "high")], features, options, given.progress)
