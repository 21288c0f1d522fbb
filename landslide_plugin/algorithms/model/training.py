"""What all training algorithms share: parameters to a request, a job for the modelling process, its result."""

from typing import Any, Optional

from ...core.workflows.training.request import TrainingRequest, TrainingRun, prepare
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..base.worker import run_in_worker, worker_python
from . import bundle as training_outputs
from . import depth as depth_parameters
from . import inventory as inventory_parameters
from . import samples as samples_output
from . import settings as model_parameters


class TrainingAlgorithm(LandslideAlgorithm):
    """Base of the training algorithms; a subclass may add a slope-stability prior."""

    GROUP = "model"
    METHOD = "model"
    NEXT = "{mapsusceptibility} with this model"
    NEEDS_ENVIRONMENT = True
    FOLDERS = {"BUNDLE": training_outputs.BUNDLE_NAMES, "FIGURES": training_outputs.FIGURE_NAMES}
    SETTINGS: tuple[str, ...] = model_parameters.SETTINGS
    SHOWN: tuple[str, ...] = ("members",)

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inventory_parameters.declare(self)
        self._declare_depth_and_triggers()
        model_parameters.declare(self, self.SETTINGS, self.SHOWN)
        self._declare_models()
        self._declare_outputs()

    def _declare_models(self) -> None:
        model_parameters.declare_models(
            self,
            "Families of models in the stacked mean, each with as many votes as it earned on held-out ground; one "
            "alone is stored as it is.",
        )

    def _declare_depth_and_triggers(self) -> None:
        depth_parameters.declare(self)

    def _declare_outputs(self) -> None:
        training_outputs.declare(self)

    def execute(self, given: Given) -> dict[str, Any]:
        worker_python()
        bundle = training_outputs.require_places(given)
        run = self.training_run(given)
        result = run_in_worker(
            "train", {**run.job, "bundle": bundle}, run.arrays, given.progress.part(0.1, 0.95)
        )
        outputs = {"BUNDLE": bundle, **training_outputs.headlines(result), **training_outputs.counts(run)}
        given.progress.info(f"Verdict: {outputs['VERDICT']}")
        outputs.update(samples_output.write(given, run, result["held_out"]))
        return {**outputs, **training_outputs.write_extras(given, bundle)}

    def training_run(self, given: Given) -> TrainingRun:
        """The job of the modelling process, its arrays and its samples."""
        return prepare(self.training_request(given), given.progress)

    def training_request(self, given: Given) -> TrainingRequest:
        """What the parameters ask for; a subclass adds its prior."""
        return TrainingRequest(
            **inventory_parameters.asked(given),
            **depth_parameters.asked(given),
            **model_parameters.asked(given, self.SETTINGS),
            families=given.choices("MODELS"),
        )
