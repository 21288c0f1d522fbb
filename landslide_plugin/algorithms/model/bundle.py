"""Outputs of a training: the bundle, and what is made of it on request."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ...core.io.text import write_text
from ...core.model.bundle.files import FILES as BUNDLE_FILES
from ...core.model.bundle.files import read_files, require_bundle_folder, zip_bundle
from ...core.worker.tasks.figures import FILES as FIGURE_FILES
from ...core.workflows.training.request import TrainingRun
from ...core.workflows.training.settings_file import (
    ENDING,
    PARAMETER,
    Settled,
    require_ours,
    settings_place,
    settings_text,
)
from ...core.writing.folders import MARKER, require_owned
from ..base import outputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.by_choice import ByChoice
from ..base.given import Given
from ..base.worker import run_in_worker
from . import samples as samples_output

HEADLINES = {
    "SPATIAL_AUROC": "AUROC of the stored model, spatial cross-validation",
    "SPATIAL_AUROC_LOGISTIC": "AUROC of logistic regression, spatial cross-validation",
    "FIT_AUROC": "AUROC of the stored model on its own training data",
    "LANDSLIDES": "Landslides",
    "STABLE": "Stable samples",
}
FILES = {
    "METRICS": (
        "Scores (JSON)",
        "JSON files (*.json)",
        "Copy of the scores: fit, spatial and random cross-validation, of the model and of what it is held against.",
    ),
    "BUNDLE_ZIP": (
        "Model bundle as one file",
        "ZIP files (*.zip)",
        "The same model in one .zip, to send or archive; it is accepted wherever the folder is.",
    ),
}

IN_FOLDER = {
    "METRICS": "metrics.json",
    "BUNDLE_ZIP": "model.zip",
    "FIGURES": "figures",
    samples_output.KEY: "samples.gpkg",
}
"""Names in a folder of what is also written."""
LAYERS = (samples_output.KEY,)


def also(*keys: str) -> ByChoice:
    """The choice of what is also written; its layers are loaded by tick."""
    load = "LOAD_ALSO" if set(keys) & set(LAYERS) else ""
    return ByChoice("ALSO_WRITE", "ALSO_FOLDER", {key: IN_FOLDER[key] for key in keys}, load)


ALSO = also(*IN_FOLDER)

BUNDLE_NAMES = (*BUNDLE_FILES, MARKER)
FIGURE_NAMES = (*FIGURE_FILES, MARKER)
RECORDS = {"BUNDLE": (ENDING,)}
"""What is written beside a model."""


def declare(
    algorithm: LandslideAlgorithm,
    with_figures: bool = True,
    with_samples: bool = True,
    labels: Optional[Mapping[str, str]] = None,
) -> None:
    """The bundle, optional files, the samples of cells, and the headline figures, whose ``labels`` may be others."""
    algorithm.add(
        QgsProcessingParameterFolderDestination("BUNDLE", "Model bundle"),
        "Folder for the trained model: everything needed to map with it anywhere, and a model card (card.html).",
    )
    for key, (label, kind, help) in FILES.items():
        destination = QgsProcessingParameterFileDestination(
            key, label, kind, optional=True, createByDefault=False
        )
        algorithm.add(destination, help)
    if with_figures:
        algorithm.add(
            QgsProcessingParameterFolderDestination("FIGURES", "Figures", None, True, False),
            "Folder for figures (PNG): ROC, success and prediction rate, coefficients.",
        )
    if with_samples:
        samples_output.declare(algorithm)
    outputs.by_choice(algorithm, "Also write", "Folder of what is also written", fold_load=True)
    for key, label in {**HEADLINES, **(labels or {})}.items():
        algorithm.addOutput(QgsProcessingOutputNumber(key, label))
    if with_samples:
        algorithm.addOutput(QgsProcessingOutputNumber("LANDSLIDE_CELLS", "Landslide cells"))
    algorithm.addOutput(QgsProcessingOutputString("VERDICT", "What the stored model beats on unseen ground"))


def require_places(given: Given) -> str:
    """Where the bundle goes; refused, before any work, where it or the figures would meet files of the user.

    Raises
    ------
    BundleError, InputError
        What is in the way, by name.
    """
    bundle, figures = given.required_output("BUNDLE"), given.output("FIGURES")
    require_bundle_folder(Path(bundle))
    if given.takes(PARAMETER):
        require_ours(settings_place(bundle))
    if figures:
        require_owned(figures, FIGURE_FILES)
    return bundle


def write_settings(given: Given, model: str, algorithm: str, settled: Settled) -> None:
    """The settings of a run beside its model, as the next run takes them."""
    place = settings_place(model)
    write_text(place, settings_text(settled.values, algorithm))
    given.progress.info(f"Settings, for {PARAMETER} of another run: {place}")


def headlines(result: dict[str, Any]) -> dict[str, Any]:
    """The worker's headline figures as output values."""
    return {key: result[key.lower()] for key in (*HEADLINES, "VERDICT")}


def counts(run: TrainingRun) -> dict[str, int]:
    """Landslides, and the landslide cells that stand for them."""
    return {"LANDSLIDES": run.samples.landslide_groups, "LANDSLIDE_CELLS": run.samples.landslides}


def write_extras(given: Given, bundle: str) -> dict[str, Any]:
    """The optional outputs made from the finished bundle."""
    written = {}
    metrics, archive, figures = (given.output(key) for key in ("METRICS", "BUNDLE_ZIP", "FIGURES"))
    if metrics:
        write_text(metrics, (Path(bundle) / "metrics.json").read_text(encoding="utf-8"))
        written["METRICS"] = metrics
    if archive:
        zip_bundle(Path(bundle), Path(archive))
        written["BUNDLE_ZIP"] = archive
    if figures:
        record, _, scores = read_files(Path(bundle))
        job = {"record": record, "metrics": scores, "figures": figures}
        run_in_worker("figures", job, {}, given.progress.part(0.95, 1.0))
        written["FIGURES"] = figures
    return written
