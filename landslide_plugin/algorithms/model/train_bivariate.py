"""Train a bivariate model: weights of evidence, information value or frequency ratio."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.io.text import write_text
from ...core.model.bivariate.classing import given_limits
from ...core.model.bundle.files import read_files
from ...core.workflows.training.bivariate import density_csv, train_bivariate
from ...core.workflows.training.request import TrainingRequest
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from . import bundle as training_outputs
from . import inventory as inventory_parameters
from . import samples as samples_output
from . import settings as model_parameters

NETWORK_ONLY = ("cv_members", "cv_idle", "network_repeats")
VALIDATION = tuple(name for name in model_parameters.VALIDATION if name not in NETWORK_ONLY)
SETTINGS = (
    *model_parameters.CLASSING,
    "seed",
    *VALIDATION,
    *model_parameters.PROBABILITY,
    *model_parameters.CLASSES,
)
SHOWN = ("bivariate_method", "class_rule", "class_count")


ALSO = training_outputs.also("METRICS", "BUNDLE_ZIP", "SAMPLES")


class TrainBivariate(LandslideAlgorithm):
    """Factors and an inventory in, a density table and a model bundle with honest scores out."""

    NAME = "trainbivariate"
    LABEL = "Train bivariate model"
    GROUP = "model"
    METHOD = "bivariate"
    NEXT = "{mapsusceptibility} with this model"
    HELP = (
        "Cuts each factor into classes, counts landslides and area in each, and adds up what the classes of a cell "
        "say: weights of evidence (W+, contrast, studentised contrast), information value or frequency ratio. It runs "
        "in QGIS itself, without the modelling environment.\n\n"
        "The density table holds each class with its area, landslides, ratio, weight and standard error. Limits of "
        "classes are learnt, or given by you, and learnt anew in each training part of the spatial cross-validation; "
        "beside the model stand logistic regression, slope alone, the best single factor and a constant.\n\n"
        "Weights may be added where factors are independent given a landslide and given none. How many landslides the "
        "sum expects for each one observed is printed: far above 1, factors repeat each other. The model bundle is "
        "calibrated and corrected to the landslide share like any other, and mapped by 'Map susceptibility/"
        "uncertainty'."
    )
    BY_CHOICE = ALSO
    FORM = Form(
        headings={**inventory_parameters.HEADINGS, **model_parameters.HEADINGS},
        modes={**inventory_parameters.MODES, **model_parameters.FOLD_MODES},
    )
    FOLDERS = {"BUNDLE": training_outputs.BUNDLE_NAMES, "ALSO_FOLDER": ALSO.written()}
    RECORDS = training_outputs.RECORDS
    TAGS = (
        "frequency ratio",
        "information value",
        "weights of evidence",
        "contrast",
        "bivariate statistics",
        "cross-validation",
    )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inventory_parameters.declare(self, with_events=False, unset=True)
        model_parameters.declare_preset(self, "bivariate_preset")
        model_parameters.declare(self, SETTINGS, SHOWN, unset=True)
        self.add(
            QgsProcessingParameterString("CLASS_LIMITS", "Limits of classes", None, False, True),
            "Limits of your own, such as slope = 10 20 30; aspect = 45 135 225 315. They go before the rule; a value "
            "on a limit belongs to the class below it.",
        )
        training_outputs.declare(self, with_figures=False)
        self.add(
            QgsProcessingParameterFileDestination(
                "DENSITIES", "Density table (CSV)", "CSV files (*.csv)", optional=True, createByDefault=True
            ),
            "A row a class: area, landslides, frequency ratio, information value, W+, W-, contrast, their standard "
            "errors, and the weight that is mapped.",
        )
        self.addOutput(
            QgsProcessingOutputNumber("EXPECTED_OVER_OBSERVED", "Landslides expected for each one observed")
        )

    def execute(self, given: Given) -> dict[str, Any]:
        settled = model_parameters.settle_all(given, model_parameters.settable_of(SETTINGS, ()))
        bundle = training_outputs.require_places(given)
        run = train_bivariate(self.training_request(given), bundle, given.progress)
        result = dict(run.result)
        outputs = {
            "BUNDLE": bundle,
            **training_outputs.headlines(result),
            **training_outputs.counts(run.training),
        }
        given.progress.info(f"Verdict: {outputs['VERDICT']}")
        training_outputs.write_settings(given, bundle, self.NAME, settled)
        outputs.update(samples_output.write(given, run.training, result["held_out"]))
        outputs.update(training_outputs.write_extras(given, bundle))
        _, _, scores = read_files(Path(bundle))
        outputs["EXPECTED_OVER_OBSERVED"] = scores["bivariate"]["expected_over_observed"]
        path = given.output("DENSITIES")
        if path:
            write_text(path, density_csv(scores))
            outputs["DENSITIES"] = path
        return outputs

    def training_request(self, given: Given) -> TrainingRequest:
        """What the parameters ask for."""
        limits = given.text("CLASS_LIMITS")
        given_limits(limits)
        asked = model_parameters.asked(given, SETTINGS)
        asked["settings"]["class_limits"] = limits
        area = asked["settings"].pop("class_area")
        return TrainingRequest(
            **inventory_parameters.asked(given), **asked, families=["bivariate"], count_area=area == "cells"
        )
