"""What both training algorithms share: inputs, sampling rules, settings, and the call of the worker."""

import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..core import training_data as data
from ..core.factor_sources import FactorSources
from ..core.model.bundle_io import read_files
from ..core.model.bundle_source import CARD, zip_bundle
from ..core.progress import Progress
from ..core.raster_io import RasterSource, require_on_grid
from ..core.report.model_card import model_card
from ..core.samples.landslide_types import type_warnings
from ..core.samples.sample_set import SamplingRules
from ..core.scenarios import TriggerScenarios, read_scenarios
from ..core.text_io import write_text
from ..core.vector_io import FeatureSet
from . import samples_output
from .base import LandslideAlgorithm
from .modelling import run_in_worker, worker_python
from .samples_output import TrainingRun
from .table_parameter import SCENARIO_FILTER

PLAIN_SETTINGS = ("members", "stack", "cv_folds", "prevalence", "seed")
TUNING_SETTINGS = (
    "architecture",
    "fold_scheme",
    "block_m",
    "fold_buffer_m",
    "calibration",
    "coverage",
    "random_cv",
    "cv_repeats",
    "cv_members",
    "epochs",
    "patience",
    "batch_size",
    "learning_rate",
    "weight_decay",
    "dropout",
    "embed_dim",
    "hidden_units",
    "heads",
    "ridge",
    "class_weight",
    "order_weight",
    "share_very_high",
    "share_high",
    "share_moderate",
    "share_low",
)
HEADLINES = {
    "SPATIAL_AUROC": "AUROC of the ensemble, spatial cross-validation",
    "SPATIAL_AUROC_LOGISTIC": "AUROC of logistic regression, spatial cross-validation",
    "FIT_AUROC": "AUROC of the ensemble on its own training data",
    "LANDSLIDES": "Landslide samples",
    "STABLE": "Stable samples",
}


class TrainingAlgorithm(LandslideAlgorithm):
    """Base of the training algorithms; a subclass may add a slope-stability prior."""

    GROUP = "model"
    SETTINGS = PLAIN_SETTINGS
    TUNING = TUNING_SETTINGS

    def initAlgorithm(self, configuration: Optional[dict] = None) -> None:
        self._declare_inventory()
        self._declare_sampling()
        self._declare_depth_and_triggers()
        for name in self.SETTINGS:
            self.add_quantity(name.upper(), name, optional=name == "prevalence")
        for name in self.TUNING:
            self.add_quantity(name.upper(), name, advanced=True, optional=name == "block_m")
        self._declare_outputs()

    def _declare_inventory(self) -> None:
        self.add(
            QgsProcessingParameterMultipleLayers(
                "FACTORS", "Factor rasters", QgsProcessing.SourceType.TypeRaster
            ),
            "One or more rasters on one grid; each band is a factor, named by its description.",
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "INVENTORY", "Landslide inventory", [QgsProcessing.SourceType.TypeVectorAnyGeometry]
            ),
            "Points or polygons of landslides, in any CRS; points of stable places may be among them.",
        )
        self.add(
            QgsProcessingParameterField("LABEL_FIELD", "Label field", None, "INVENTORY", optional=True),
            "Field with 1 for landslides and 0 for stable places; leave empty if all features are landslides.",
        )

    def _declare_sampling(self) -> None:
        self.add_quantity("ABSENCES", "absences")
        self.add_quantity("ABSENCE_RATIO", "absence_ratio")
        self.add_quantity("ABSENCE_BUFFER", "absence_buffer_m")
        self.add_quantity("POLYGON_RULE", "polygon_rule")
        self.add(
            QgsProcessingParameterField(
                "TYPE_FIELD", "Landslide type field", None, "INVENTORY", optional=True
            ),
            "Field with the type of each landslide, best by the names of Hungr et al. (2014).",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("TYPES", "Landslide types", None, False, True),
            "Types to train on, separated by commas; left empty, all of them. No sample lies in a landslide left out.",
            advanced=True,
        )
        self.add_quantity("MIN_DISTANCE", "min_distance_m", advanced=True)
        self.add_quantity("PREVALENCE_SOURCE", "prevalence_source", advanced=True)
        self.add(
            QgsProcessingParameterFeatureSource(
                "REGIONS", "Regions for folds", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            "Polygons, each left out in turn if folds are made by region; every sample must lie in one.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "MAPPED_AREA", "Mapped area", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            "Polygons inside which the inventory is complete; samples are taken only there.",
        )
        self.add(
            QgsProcessingParameterString("CATEGORICAL", "Categorical factors", None, False, True),
            "Names, separated by commas, of factors that hold class codes although their raster does not "
            "say so.",
            advanced=True,
        )

    def _declare_depth_and_triggers(self) -> None:
        raster, file = QgsProcessingParameterRasterLayer, QgsProcessingParameterFile
        self.add(
            raster("PROFILE", "Soil profile raster", None, True),
            "Soil profile stack (properties by layer); without it attention over depth has nothing to see.",
        )
        self.add(
            file("SCENARIOS", "Trigger scenarios (CSV)", optional=True, fileFilter=SCENARIO_FILTER),
            "Table with return_period_yr and trigger columns; without it there is one map, Susceptibility.",
        )
        self.add(
            QgsProcessingParameterField(
                "EVENT_FIELD", "Event return period field", None, "INVENTORY", optional=True
            ),
            "Field with the return period in years of the event that triggered each landslide, empty if unknown.",
            advanced=True,
        )
        self.add(
            raster("TARGETS", "Target probability raster", None, True),
            "Probability per scenario (bands named T10, T25, ...) to learn instead of the inventory's labels.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "REFERENCE_SCENARIO",
                "Reference scenario (return period, years)",
                QgsProcessingParameterNumber.Type.Double,
                None,
                True,
            ),
            "Scenario that carries classes, spread, agreement and scores; left empty, T50 or else the middle one.",
            advanced=True,
        )

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFolderDestination("BUNDLE", "Model bundle"),
            "Folder for the trained model: everything needed to map with it anywhere, and a model card (card.html).",
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "METRICS", "Scores (JSON)", "JSON files (*.json)", None, True, False
            ),
            "Copy of the scores: fit, spatial and random cross-validation, ensemble and logistic regression.",
        )
        self.add(
            QgsProcessingParameterFolderDestination("FIGURES", "Figures", None, True, False),
            "Folder for figures (PNG): ROC, success and prediction rate, coefficients.",
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "BUNDLE_ZIP", "Model bundle as one file", "ZIP files (*.zip)", None, True, False
            ),
            "The same model in one .zip, to send or archive; it is accepted wherever the folder is.",
        )
        samples_output.declare(self)
        for key, label in HEADLINES.items():
            self.addOutput(QgsProcessingOutputNumber(key, label))
        self.addOutput(QgsProcessingOutputString("VERDICT", "Ensemble against logistic regression"))

    def execute(self, parameters: dict, context: QgsProcessingContext, progress: Progress) -> dict:
        worker_python()
        bundle = os.path.abspath(self.parameterAsString(parameters, "BUNDLE", context))
        run = self.gather(parameters, context, progress)
        result = run_in_worker("train", {**run.job, "bundle": bundle}, run.arrays, progress.part(0.1, 0.95))
        outputs = {"BUNDLE": bundle, **_headlines(result)}
        progress.info(f"Verdict: {outputs['VERDICT']}")
        outputs.update(samples_output.write(self, parameters, context, run, result["held_out"]))
        return {**outputs, **self._extras(parameters, context, bundle, progress)}

    def gather(self, parameters: dict, context: QgsProcessingContext, progress: Progress) -> TrainingRun:
        """Everything the modelling process needs, from the parameters."""
        settings = {
            name: self.quantity(parameters, name.upper(), name, context)
            for name in (*self.SETTINGS, *self.TUNING)
        }
        table = self.parameterAsFile(parameters, "SCENARIOS", context)
        scenarios = read_scenarios(table) if table else None
        with ExitStack() as stack:
            sources = self.sources(parameters, context, scenarios, stack)
            run = self.job(parameters, context, sources, progress)
        if settings["prevalence"] is None:
            source = self.quantity(parameters, "PREVALENCE_SOURCE", "prevalence_source", context)
            settings["prevalence"] = run.samples.area_share if source == "inventory" else None
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
        names = [n.strip() for n in self.parameterAsString(parameters, "CATEGORICAL", context).split(",")]
        factors = stack.enter_context(
            FactorSources(
                self.raster_paths(parameters, "FACTORS", context), tuple(name for name in names if name)
            )
        )
        path = self.raster_path(parameters, "PROFILE", context)
        profile = stack.enter_context(RasterSource(path)) if path else None
        if profile is not None:
            require_on_grid(factors.grid, profile)
        path = self.raster_path(parameters, "TARGETS", context)
        targets = data.ScenarioRaster.open(path, scenarios, factors.grid) if path else None
        return data.TrainingSources(factors, profile, targets)

    def job(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        sources: data.TrainingSources,
        progress: Progress,
    ) -> TrainingRun:
        """The training job, its arrays and its samples."""
        rules = self._rules(parameters, context)
        progress.info(
            f"{len(sources.factors.specs)} factors: {', '.join(s.name for s in sources.factors.specs)}"
        )
        valid = data.study_cells(
            sources.factors, sources.profile, self.features(parameters, "MAPPED_AREA", context)
        )
        progress.step(0.04)
        inventory = self.features(parameters, "INVENTORY", context)
        typed = self._typed(parameters, context, inventory, sources, valid)
        with_prior = sources.prior_pf is not None or sources.prior_fs is not None
        for note in type_warnings(typed.types, with_prior):
            progress.warning(note)
        valid = typed.valid
        samples = data.sample_inventory(typed.features, sources.factors, valid, rules)
        for note in samples.notes:
            progress.warning(note)
        progress.info(
            f"{samples.landslides} landslide samples ({samples.landslide_groups} landslides), "
            f"{samples.stable} stable samples"
        )
        bound = " at least" if samples.area_share_is_least else ""
        progress.info(f"Landslides occupy{bound} {100 * samples.area_share:.3g} % of the area")
        arrays = data.sample_arrays(sources, samples)
        regions = self.features(parameters, "REGIONS", context)
        if regions is not None:
            arrays["regions"] = data.regions_at(regions, sources.factors.grid, samples)
        if sources.prior_pf is not None or sources.prior_fs is not None:
            arrays.update(data.unlabelled_arrays(sources, valid, samples, rules.seed))
        progress.step(0.1)
        reference = parameters.get("REFERENCE_SCENARIO")
        job = {
            "factors": data.factor_facts(sources.factors),
            "profile": data.profile_facts(sources.profile),
            "reference_period_yr": None if reference in (None, "") else float(reference),
            "grid": data.grid_facts(sources.factors.grid),
            "provenance": {
                "inventory": inventory.name,
                "label_field": rules.label_field or "",
                "absences": rules.absences,
                "absence_ratio": str(rules.ratio),
                "absence_buffer_m": str(rules.buffer_m),
                "landslide_type": ", ".join(typed.types or ()),
                "polygon_rule": rules.polygon_rule,
                "min_distance_m": str(rules.min_distance_m),
                "landslide_share_of_area": f"{samples.area_share:.6g}",
                "landslide_share_is_lower_bound": "yes" if samples.area_share_is_least else "no",
                "notes": "; ".join(samples.notes),
            },
        }
        return TrainingRun(job, arrays, samples, sources.factors.grid)

    def _typed(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        inventory: FeatureSet,
        sources: data.TrainingSources,
        valid: data.Mask,
    ) -> data.TypedInventory:
        return data.inventory_of_types(
            inventory,
            sources.factors.grid,
            valid,
            self.parameterAsString(parameters, "LABEL_FIELD", context) or None,
            self.parameterAsString(parameters, "TYPE_FIELD", context) or None,
            [n for n in self.parameterAsString(parameters, "TYPES", context).split(",") if n.strip()],
        )

    def _rules(self, parameters: dict, context: QgsProcessingContext) -> SamplingRules:
        def chosen(key: str, name: str) -> Any:
            return self.quantity(parameters, key, name, context)

        label_field = self.parameterAsString(parameters, "LABEL_FIELD", context) or None
        absences = chosen("ABSENCES", "absences")
        return SamplingRules(
            absences=("given" if label_field else "random") if absences == "auto" else absences,
            label_field=label_field,
            period_field=self.parameterAsString(parameters, "EVENT_FIELD", context) or None,
            polygon_rule=chosen("POLYGON_RULE", "polygon_rule"),
            ratio=chosen("ABSENCE_RATIO", "absence_ratio"),
            buffer_m=chosen("ABSENCE_BUFFER", "absence_buffer_m"),
            seed=chosen("SEED", "seed"),
            min_distance_m=chosen("MIN_DISTANCE", "min_distance_m"),
        )

    def _extras(
        self, parameters: dict, context: QgsProcessingContext, bundle: str, progress: Progress
    ) -> dict:
        """Optional outputs made from the finished bundle."""
        outputs = {}
        record, _, scores = read_files(Path(bundle))
        write_text(os.path.join(bundle, CARD), model_card(record, scores))
        metrics = self.parameterAsFileOutput(parameters, "METRICS", context)
        if metrics:
            shutil.copyfile(Path(bundle) / "metrics.json", metrics)
            outputs["METRICS"] = metrics
        archive = self.parameterAsFileOutput(parameters, "BUNDLE_ZIP", context)
        if archive:
            zip_bundle(Path(bundle), Path(archive))
            outputs["BUNDLE_ZIP"] = archive
        figures = self.parameterAsString(parameters, "FIGURES", context)
        if figures:
            job = {"record": record, "metrics": scores, "figures": os.path.abspath(figures)}
            run_in_worker("figures", job, {}, progress.part(0.95, 1.0))
            outputs["FIGURES"] = figures
        return outputs


def _headlines(result: dict) -> dict:
    """The worker's headline figures as output values."""
    return {
        "SPATIAL_AUROC": result["spatial_auroc"],
        "SPATIAL_AUROC_LOGISTIC": result["spatial_auroc_logistic"],
        "FIT_AUROC": result["fit_auroc"],
        "LANDSLIDES": result["landslides"],
        "STABLE": result["stable"],
        "VERDICT": result["verdict"],
    }
