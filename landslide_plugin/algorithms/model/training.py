"""What all training algorithms share: parameters to a request, a job for the modelling process, its result."""

from typing import Any, Optional

from ...core.workflows.training.request import TrainingRequest, TrainingRun, prepare
from ...core.workflows.training.settings_file import Settled
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.by_choice import ByChoice
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.worker import run_in_worker, worker_python
from . import bundle as training_outputs
from . import depth as depth_parameters
from . import inventory as inventory_parameters
from . import samples as samples_output
from . import settings as model_parameters

TRAINING_FORM = Form(
    hidden=model_parameters.LEFT_TO_FILE,
    headings={
        **inventory_parameters.HEADINGS,
        "Soil profile and rain": ("PROFILE", "SCENARIOS", "TARGETS"),
        **model_parameters.HEADINGS,
    },
    modes={**inventory_parameters.MODES, **model_parameters.FOLD_MODES},
)


class TrainingAlgorithm(LandslideAlgorithm):
    """Base of the training algorithms; a subclass may add a slope-stability prior."""

    GROUP = "model"
    METHOD = "model"
    NEXT = "{mapsusceptibility} with this model"
    NEEDS_ENVIRONMENT = True
    BY_CHOICE: Optional[ByChoice] = training_outputs.ALSO
    FOLDERS = {
        "BUNDLE": training_outputs.BUNDLE_NAMES,
        "FIGURES": training_outputs.FIGURE_NAMES,
        "ALSO_FOLDER": training_outputs.ALSO.written(),
    }
    RECORDS = training_outputs.RECORDS
    FORM = TRAINING_FORM
    SETTINGS: tuple[str, ...] = model_parameters.SETTINGS
    FAMILIES: tuple[str, ...] = model_parameters.STACKED
    SHOWN: tuple[str, ...] = ("TYPE_FIELD", "DATE_FIELD", "EVENT_FIELD", "MAPPED_AREA")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inventory_parameters.declare(self, shown=self.SHOWN, unset=True)
        self._declare_depth_and_triggers()
        self._declare_models()
        model_parameters.declare_preset(self)
        model_parameters.declare(self, self.SETTINGS, (), unset=True)
        self._declare_outputs()

    def _declare_models(self) -> None:
        model_parameters.declare_models(
            self, model_parameters.MODELS_HELP, advanced=False, default=self.FAMILIES, unset=True
        )

    def _declare_depth_and_triggers(self) -> None:
        depth_parameters.declare(self, advanced="PROFILE" not in self.SHOWN)

    def _declare_outputs(self) -> None:
        training_outputs.declare(self)

    def execute(self, given: Given) -> dict[str, Any]:
        worker_python()
        settled = self.settle(given)
        bundle = training_outputs.require_places(given)
        run = self.training_run(given)
        result = run_in_worker(
            "train", {**run.job, "bundle": bundle}, run.arrays, given.progress.part(0.1, 0.95)
        )
        outputs = {"BUNDLE": bundle, **training_outputs.headlines(result), **training_outputs.counts(run)}
        given.progress.info(f"Verdict: {outputs['VERDICT']}")
        training_outputs.write_settings(given, bundle, self.NAME, settled)
        outputs.update(samples_output.write(given, run, result["held_out"]))
        return {**outputs, **training_outputs.write_extras(given, bundle)}

    def settle(self, given: Given) -> Settled:
        """Fill what was not given from Settings file, preset and defaults."""
        return model_parameters.settle_all(given, model_parameters.settable_of(self.SETTINGS, self.FAMILIES))

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
