"""Which factors a model needs, and what each of them gains."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ...core.io.text import write_text
from ...core.workflows.factor_selection.page import csv_of, headline, page_of, verdict_lines
from ...core.workflows.factor_selection.run import run_selection
from ...core.workflows.training.request import TrainingRequest
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from . import inventory as inventory_parameters
from . import settings as model_parameters

SETTINGS = ("seed", "cv_folds", "fold_scheme", "block_m", "fold_buffer_m", "cv_repeats")


class FactorSelection(LandslideAlgorithm):
    """Factors and an inventory in, the factors worth keeping out."""

    NAME = "factorselection"
    LABEL = "Select factors"
    GROUP = "model"
    METHOD = "factor_selection"
    NEXT = "{trainensemble} or {comparemodels} with the factors that were kept"
    HELP = (
        "Adds factors one after the other: each step takes the one that lowers the log loss most on spatial folds. "
        "Kept are the fewest factors within one standard error of the best step.\n\n"
        "What each step gained is told honestly: in every held-out fold the selection is made anew, inside its "
        "training part, and scored on ground that took no part in it, by AUROC and log loss with intervals. The "
        "page also says in which share of the folds each factor was kept; factors that say the same stand in for "
        "each other.\n\n"
        "Fewer factors are easier to map and to defend; their maps are seldom better than those of all factors. "
        "Needs no modelling "
        "environment."
    )
    FORM = Form(
        headings={**inventory_parameters.HEADINGS, **model_parameters.HEADINGS},
        modes={**inventory_parameters.MODES, **model_parameters.FOLD_MODES},
    )
    TAGS = ("feature selection", "variable selection", "forward", "stepwise", "factor", "importance")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inventory_parameters.declare(self, with_events=False)
        self.add_quantity("SELECTION_MODEL", "selection_model")
        self.add_quantity("MOST_FACTORS", "most_factors")
        model_parameters.declare(self, SETTINGS, ())
        files = QgsProcessingParameterFileDestination
        self.add(
            files("OUTPUT", "Factors selected (HTML)", "HTML files (*.html)"),
            "Page with steps, gains and what the folds kept.",
        )
        self.add(
            files(
                "TABLE", "Factors selected (CSV)", "CSV files (*.csv)", optional=True, createByDefault=False
            ),
            "A row a step: factor, whether it is kept, share of the folds, AUROC and log loss with intervals, gains.",
        )
        self.addOutput(QgsProcessingOutputString("SELECTED", "Factors kept, separated by semicolons"))
        self.addOutput(QgsProcessingOutputNumber("KEPT", "Number of factors kept"))
        self.addOutput(QgsProcessingOutputNumber("AUROC", "AUROC of the selection, spatial cross-validation"))
        self.addOutput(QgsProcessingOutputNumber("AUROC_ALL", "AUROC with all factors"))

    def execute(self, given: Given) -> dict[str, Any]:
        target, table = given.required_output("OUTPUT"), given.output("TABLE")
        request = TrainingRequest(
            **inventory_parameters.asked(given),
            **model_parameters.asked(given, SETTINGS),
            families=[given.quantity("SELECTION_MODEL")],
        )
        run = run_selection(request, given.quantity("MOST_FACTORS"), given.progress)
        for line in (headline(run), *verdict_lines(run)):
            given.progress.info(line)
        write_text(target, page_of(run, request.inventory.name))
        found = run.selection
        outputs: dict[str, Any] = {
            "OUTPUT": target,
            "SELECTED": "; ".join(found.names[: found.kept]),
            "KEPT": found.kept,
            "AUROC": found.interval(found.chosen, "auroc")[0],
            "AUROC_ALL": found.interval(found.everything, "auroc")[0],
        }
        if table:
            write_text(table, csv_of(run))
            outputs["TABLE"] = table
        return outputs
