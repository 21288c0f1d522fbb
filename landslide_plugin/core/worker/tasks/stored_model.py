"""What a bundle keeps of a model that was judged on held-out folds: calibration, rules of its map, scores, samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.model_names import is_relative
from ...model.archive.samples import evaluation_arrays
from ...model.bundle.bundle import ModelBundle
from ...model.bundle.calibration import shift_to_share
from ...model.families.pool import Model, Pool, with_shift
from ...model.fitting.data import TrainingData
from ...model.fitting.row_weights import row_weights
from ...model.validation import scorecard
from ...model.validation.comparison_rows import constant_loss, doubts
from ...model.validation.fold_models import own_and_mapped
from ...model.validation.gated_calibration import GatedCalibration, calibration_words, gated_calibration
from ...model.validation.held_out import on_map
from ...model.validation.model_comparison import ModelComparison
from ...model.validation.references import map_doubt, standing
from .training.modelling_run import MapRules, ModellingRun

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class JudgedModel:
    """A final model, how it is calibrated, and what follows for its map.

    Attributes
    ----------
    name : str
    model : Ensemble or Pool
    calibrated : GatedCalibration
    own, mapped : float64 array (n,)
        Its probabilities at the samples, on their scale and on that of the map.
    held_out : float64 array (n,)
        Of held-out folds, on the scale of the map.
    rules : MapRules
    standing : tuple of str
        What it does not beat, or is not shown to, and whether it is worse than a constant.
    doubt : str or None
        What a map of classes must say.
    """

    name: str
    model: Model
    calibrated: GatedCalibration
    own: Floats
    mapped: Floats
    held_out: Floats
    rules: MapRules
    standing: tuple[str, ...]
    doubt: Optional[str]

    @classmethod
    def of(cls, training: ModellingRun, result: ModelComparison, name: str, model: Model) -> JudgedModel:
        """The model of a name among those compared."""
        data, settings = training.data, training.settings
        raw, weights = result.probability[name], row_weights(training.data)
        relative = is_relative(name)
        calibrated = gated_calibration(
            data.labels,
            training.partitions,
            raw,
            "none" if relative else settings.calibration,
            weights=weights,
        )
        level = None if relative else _share_level(training, calibrated)
        model = model if level is None else with_shift(model, level)
        own, mapped = own_and_mapped(model, data)
        on_scale = result.results[name].mapped
        whole = calibrated.applied is not None or isinstance(model, Pool)
        if whole or level is not None:
            # dated rows have no shift, and are judged at their own events but mapped at the reference
            on_scale = on_map(on_scale if data.dated else raw, calibrated.applied, model.shift)
        if whole:
            mapped = on_map(mapped if data.dated else own, calibrated.applied, model.shift)
        held_out = scorecard.of_first_repeat(on_scale)
        rules = training.map_rules(held_out, mapped, calibrated.applied)
        if relative:
            rules = replace(rules, conformal=None, coverage=None)
        found = doubts(data, result, name, calibrated, training.partitions)
        figures = calibrated.figures(data.labels, weights)
        worse = [
            words for words in calibration_words(figures, constant_loss(data, result)) if "worse" in words
        ]
        return cls(
            name=name,
            model=model,
            calibrated=calibrated,
            own=own,
            mapped=mapped,
            held_out=held_out,
            rules=rules,
            standing=(*standing(found), *(() if relative else worse)),
            doubt=map_doubt(found),
        )

    def figures(self, data: TrainingData) -> Optional[dict[str, Any]]:
        """Reliability before and after calibration; None of a relative intensity."""
        return None if is_relative(self.name) else self.calibrated.figures(data.labels, row_weights(data))

    def calibration_notes(self, training: ModellingRun, result: ModelComparison) -> list[str]:
        """Sentences on calibration, before and after."""
        figures = self.figures(training.data)
        return [] if figures is None else calibration_words(figures, constant_loss(training.data, result))

    def bundle(self, training: ModellingRun, physics: bool) -> ModelBundle:
        """With all that is needed to map with it."""
        return training.bundle(
            self.model, self.rules, self.mapped, family=self.name, physics=physics, doubt=self.doubt
        )

    def samples(
        self, training: ModellingRun, probability: Mapping[str, Floats]
    ) -> Mapping[str, npt.NDArray[Any]]:
        """What is kept of the samples."""
        every = {name: scorecard.of_first_repeat(p) for name, p in probability.items()}
        return evaluation_arrays(training.data, training.partitions[0], every, self.held_out)


def _share_level(training: ModellingRun, calibrated: GatedCalibration) -> Optional[float]:
    """Shift that makes the mean P of the ground its landslide share; None where no share is asked for or P has it."""
    data, share = training.data, training.settings.prevalence
    if share is None or data.dated or data.targets is not None:
        return None
    return shift_to_share(data.labels, scorecard.of_first_repeat(calibrated.stored), share, row_weights(data))
