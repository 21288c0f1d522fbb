"""What all training algorithms share: parameters to a job for the modelling process, and its result."""

import os
from contextlib import ExitStack
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import Optional

from qgis.core import QgsProcessingContext

from ...core.io.triggers import TriggerSources, read_map_scenarios
from ...core.progress import Progress
from ...core.samples.landslide_types import type_warnings
from ...core.samples.sample_set import SampleSet
from ...core.types.scenarios import TriggerScenarios
from ...core.workflows.training import gather as data
from ..base.algorithm import LandslideAlgorithm
from ..base.worker import run_in_worker, worker_python
from . import bundle as training_outputs
from . import depth as depth_parameters
from . import inventory as inventory_parameters
from . import samples as samples_output
from . import settings as model_parameters
from .samples import TrainingRun


class TrainingAlgorithm(LandslideAlgorithm):
    """Base of the training algorithms; a subclass may add a slope-stability prior."""

    GROUP = "model"
    METHOD = "model"
    NEEDS_ENVIRONMENT = True
    SETTINGS: tuple[str, ...] = model_parameters.SETTINGS
    SHOWN: tuple[str, ...] = ("members",)

    def initAlgorithm(self, configuration: Optional[dict] = None) -> None:
        inventory_parameters.declare(self)
        self._declare_depth_and_triggers()
        model_parameters.declare(self, self.SETTINGS, self.SHOWN)
        self._declare_outputs()

    def _declare_depth_and_triggers(self) -> None:
        depth_parameters.declare(self)

    def _declare_outputs(self) -> None:
        training_outputs.declare(self)

    def execute(self, parameters: dict, context: QgsProcessingContext, progress: Progress) -> dict:
        worker_python()
        bundle = os.path.abspath(self.parameterAsString(parameters, "BUNDLE", context))
        run = self.gather(parameters, context, progress)
        result = run_in_worker("train", {**run.job, "bundle": bundle}, run.arrays, progress.part(0.1, 0.95))
        outputs = {"BUNDLE": bundle, **training_outputs.headlines(result)}
        progress.info(f"Verdict: {outputs['VERDICT']}")
        outputs.update(samples_output.write(self, parameters, context, run, result["held_out"]))
        extras = training_outputs.write_extras(self, parameters, context, bundle, progress)
        return {**outputs, **extras}

    def gather(self, parameters: dict, context: QgsProcessingContext, progress: Progress) -> TrainingRun:
        """Everything the modelling process needs, from the parameters."""
        settings = model_parameters.values(self, parameters, self.SETTINGS, context)
        table = self.parameterAsFile(parameters, "SCENARIOS", context)
        rain = read_map_scenarios(table) if table else None
        scenarios = rain.table if rain else None
        with ExitStack() as stack:
            sources = self.sources(parameters, context, scenarios, stack)
            if rain and rain.rasters:
                folder = stack.enter_context(TemporaryDirectory())
                own = TriggerSources(rain.table, rain.rasters, sources.factors.grid, folder, progress)
                sources = replace(sources, rain=stack.enter_context(own))
            run = self.job(parameters, context, sources, progress)
        source = "given"
        if settings["prevalence"] is None:
            source = self.quantity(parameters, "PREVALENCE_SOURCE", "prevalence_source", context)
            settings["prevalence"] = run.samples.area_share if source == "inventory" else None
        run.job["provenance"]["prevalence_source"] = source
        run.job.update(settings=settings, scenarios=data.scenario_facts(scenarios))
        return run

    def sources(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        scenarios: Optional[TriggerScenarios],
        stack: ExitStack,
    ) -> data.TrainingSources:
        """Open every raster of the run; a subclass adds its prior."""
        return depth_parameters.open_sources(self, parameters, context, scenarios, stack)

    def job(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        sources: data.TrainingSources,
        progress: Progress,
    ) -> TrainingRun:
        """The training job, its arrays and its samples."""
        rules = inventory_parameters.sampling_rules(self, parameters, context)
        names = ", ".join(spec.name for spec in sources.factors.specs)
        progress.info(f"{len(sources.factors.specs)} factors: {names}")
        mapped = self.features(parameters, "MAPPED_AREA", context)
        valid = data.study_cells(sources.factors, sources.profile, mapped, sources.rain)
        progress.step(0.04)
        inventory = self.features(parameters, "INVENTORY", context)
        typed = inventory_parameters.typed_inventory(self, parameters, context, inventory, sources, valid)
        for note in type_warnings(typed.types, sources.with_prior):
            progress.warning(note)
        samples = data.sample_inventory(typed.features, sources.factors, typed.valid, rules)
        _say(samples, progress)
        arrays = data.sample_arrays(sources, samples)
        regions = self.features(parameters, "REGIONS", context)
        if regions is not None:
            arrays["regions"] = data.regions_at(regions, sources.factors.grid, samples)
        if sources.with_prior:
            arrays.update(data.unlabelled_arrays(sources, typed.valid, samples, rules.seed))
        progress.step(0.1)
        reference = parameters.get("REFERENCE_SCENARIO")
        job = {
            "factors": data.factor_facts(sources.factors),
            "profile": data.profile_facts(sources.profile),
            "reference_period_yr": None if reference in (None, "") else float(reference),
            "grid": data.grid_facts(sources.factors.grid),
            "dates": inventory_parameters.dates(self, parameters, context, typed.features, sources),
            "provenance": data.provenance_facts(inventory.name, rules, typed, samples),
        }
        return TrainingRun(job, arrays, samples, sources.factors.grid)


def _say(samples: SampleSet, progress: Progress) -> None:
    for note in samples.notes:
        progress.warning(note)
    progress.info(
        f"{samples.landslides} landslide samples ({samples.landslide_groups} landslides), "
        f"{samples.stable} stable samples"
    )
    bound = " at least" if samples.area_share_is_least else ""
    progress.info(f"Landslides occupy{bound} {100 * samples.area_share:.3g} % of the area")
