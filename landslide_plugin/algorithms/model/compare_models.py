"""Compare susceptibility models on the same folds, and get a bundle of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ...core.evaluation.verdicts import sentence
from ...core.io.table import csv_text
from ...core.io.text import write_text
from ...core.model.bundle.files import require_bundle_folder
from ...core.report.comparison_page import csv_rows, html_page, json_text
from ...core.workflows.training.settings_file import ENDING, require_ours, settings_place
from ...core.writing.folders import require_owned
from ..base import outputs
from ..base.dialog.by_choice import ByChoice
from ..base.given import Given
from ..base.worker import run_in_worker, worker_python
from . import bundle as training_outputs
from . import samples as samples_output
from .settings import COMPARED, declare_models
from .train_physics import TrainPhysics

TABLES = {
    "OUTPUT": ("Comparison (HTML)", "HTML files (*.html)", "Page with the table and the differences."),
    "CSV": ("Comparison (CSV)", "CSV files (*.csv)", "The table, a row a model."),
    "JSON": (
        "Comparison (JSON)",
        "JSON files (*.json)",
        "Everything: table, differences, calibration, curves.",
    ),
}


class CompareModels(TrainPhysics):
    """Samples in, a table of models with intervals and a bundle of each out."""

    NAME = "comparemodels"
    LABEL = "Compare models"
    METHOD = "model#other-families"
    NEXT = "{mapsusceptibility} with the kept model, if what is said of it above is enough for your purpose"
    HELP = (
        "Judges susceptibility models on the same spatial folds, samples, soil profile and triggers: logistic "
        "regression, the additive model (GAM), random forest, gradient boosting, the network ensemble, by choice "
        "bivariate classes, a support vector machine, a perceptron, and their stacked mean with and without the "
        "network; by choice also presence and background, whose relative intensity is no probability and has no vote. "
        "Beside them stand slope alone, the best single factor (chosen in each fold), a constant, and the network's "
        "own base before it learns anything; with a slope-stability prior also the probability of failure alone, and "
        "each family with it as one more input.\n\n"
        "Each score is the mean over the folds held out, with an interval that allows for folds sharing their "
        "training data. Differences are paired by fold: better or worse where the 95 % interval of a difference "
        "excludes zero, probably so where the 80 % one does, else no difference is shown.\n\n"
        "Every model is also stored as a bundle, so that 'Map susceptibility/uncertainty' can map with the one "
        "you choose. Single models have one member, so their standard deviation is 0; that of a stacked mean says "
        "how far the families differ."
    )
    TAGS = (
        "random forest",
        "gradient boosting",
        "logistic regression",
        "GAM",
        "SVM",
        "MaxEnt",
        "presence-only",
        "support vector machine",
        "stacking",
        "comparison",
    )
    PRIOR_REQUIRED = False
    FAMILIES = COMPARED
    BY_CHOICE = ByChoice(
        "ALSO_WRITE",
        "ALSO_FOLDER",
        {"CSV": "comparison.csv", "JSON": "comparison.json", samples_output.KEY: "samples.gpkg"},
        "LOAD_ALSO",
    )
    FOLDERS = {
        "BUNDLES": tuple(f"*/{name}" for name in training_outputs.BUNDLE_NAMES),
        "ALSO_FOLDER": BY_CHOICE.written(),
    }
    RECORDS = {"OUTPUT": (ENDING,), "BUNDLES": (ENDING,)}

    def _declare_models(self) -> None:
        help = "Models to compare; stacked means are made of those chosen."
        declare_models(self, help, advanced=False, default=self.FAMILIES, unset=True)

    def _declare_outputs(self) -> None:
        for key, (label, kind, help) in TABLES.items():
            self.add(
                QgsProcessingParameterFileDestination(
                    key, label, kind, optional=True, createByDefault=key == "OUTPUT"
                ),
                help,
            )
        self.add(
            QgsProcessingParameterFolderDestination("BUNDLES", "Model bundles", None, True, False),
            "Folder that gets a bundle of each model; left empty, models are only compared.",
        )
        samples_output.declare(self)
        outputs.by_choice(self, "Also write", "Folder of what is also written", fold_load=True)
        self.addOutput(QgsProcessingOutputString("BEST", "Model with the highest mean AUROC"))
        self.addOutput(QgsProcessingOutputNumber("BEST_AUROC", "Its AUROC, spatial cross-validation"))
        self.addOutput(QgsProcessingOutputString("VERDICT", "Differences in words"))

    def execute(self, given: Given) -> dict[str, Any]:
        worker_python()
        settled = self.settle(given)
        page, folder = given.output("OUTPUT"), given.output("BUNDLES")
        recorded = page or folder
        if recorded:
            require_ours(settings_place(recorded))
        if folder:
            _require_places(Path(folder), given.choices("MODELS"))
        run = self.training_run(given)
        job = {
            **run.job,
            "families": given.choices("MODELS"),
            "bundle": folder,
        }
        found = run_in_worker("compare", job, run.arrays, given.progress.part(0.1, 0.97))
        held_out = found.pop("held_out")
        written = samples_output.write(given, run, held_out)
        table = csv_text(csv_rows(found))
        paths = {"OUTPUT": page, "CSV": given.output("CSV"), "JSON": given.output("JSON")}
        for (key, path), text in zip(paths.items(), (html_page(found), table, json_text(found))):
            if path:
                write_text(path, text)
                written[key] = path
        if recorded:
            training_outputs.write_settings(given, recorded, self.NAME, settled)
        for line in table.splitlines():
            given.progress.info(line)
        if folder:
            written["BUNDLES"] = folder
        best = next(row for row in found["table"] if row["model"] == found["best"])
        stands = found["standing"].get(best["model"], [])
        for line in stands:
            given.progress.warning(line)
        words = [sentence(name, pair) for name, pair in found["differences"].items()]
        return {
            **written,
            "BEST": best["model"],
            "BEST_AUROC": best["auroc_mean"],
            "VERDICT": "; ".join((*stands, *words)),
        }


def _require_places(folder: Path, models: Sequence[str]) -> None:
    """Refuse, before any work, a folder in which a bundle would meet files of the user."""
    from ...core.model.validation.fold_models import voting_name
    from ...core.model.validation.model_comparison import LEAN_STACK, STACK

    require_owned(folder, ())
    voting = [voting_name(name, with_pf) for name in models for with_pf in (False, True)]
    for name in dict.fromkeys((*models, *voting, "logistic", LEAN_STACK, STACK)):
        require_bundle_folder(folder / name)
