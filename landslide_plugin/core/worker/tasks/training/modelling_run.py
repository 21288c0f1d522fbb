"""One run of a task that trains: its samples and settings, and the notes it collects on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ....errors import InputError
from ....evaluation.classes import landslide_share_cuts
from ....evaluation.conformal import ConformalSets
from ....model.archive.facts import model_facts
from ....model.archive.typical_cells import choose_background, reference_points, typical_pf
from ....model.bundle.bundle import ModelBundle
from ....model.bundle.calibration import Calibration
from ....model.families.pool import Model
from ....model.fitting.base_choice import CHOSEN, choose_base
from ....model.fitting.data import FEWEST_LANDSLIDES, TrainingData, check_inventory
from ....model.fitting.ensemble import Workshop
from ....model.fitting.factor_checks import check_factors
from ....model.fitting.lambda_search import final_lambda
from ....model.fitting.prior import check_prior
from ....model.fitting.settings import TrainSettings
from ....model.validation import scorecard
from ....model.validation.fold_models import Likes
from ....model.validation.held_out import conformal_figures
from ....model.validation.input_weights import held_out_weights
from ....model.validation.leakage import leakage, suspects_of
from ....model.validation.partitions import Partition, partition_words, spatial_partitions
from ....progress import Progress
from .training_job import read_job

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class MapRules:
    """What makes a map of a model's probabilities, learnt from held-out ones.

    Attributes
    ----------
    threshold : float
    cuts : tuple of float (4,)
    calibration : Calibration or None
    conformal : ConformalSets or None
    coverage : mapping or None
        What sets of the other folds covered in each fold.
    """

    threshold: float
    cuts: tuple[float, ...]
    calibration: Optional[Calibration]
    conformal: Optional[ConformalSets]
    coverage: Optional[Mapping[str, Any]]


@dataclass
class ModellingRun:
    """A run from its job on; settings and notes change as it learns.

    Attributes
    ----------
    job : mapping
        As ``training_job.read_job`` reads it.
    data : TrainingData
    settings : TrainSettings
    progress : Progress
    collinearity : mapping
        Figures of the factors.
    notes : list of str
        For the bundle and the report.
    workshop : Workshop
    partitions : list of Partition
        Empty until ``divide``.
    likes : dict
        Models fitted without a fold for the weights of inputs, shared by the bundles of the run.
    """

    job: Mapping[str, Any]
    data: TrainingData
    settings: TrainSettings
    progress: Progress
    collinearity: Mapping[str, Any]
    notes: list[str] = field(default_factory=list)
    workshop: Workshop = field(default_factory=Workshop)
    partitions: list[Partition] = field(default_factory=list)
    likes: Likes = field(default_factory=dict)

    @classmethod
    def begin(cls, job: Mapping[str, Any], progress: Progress) -> ModellingRun:
        """Read and check a job; what is odd about it is noted.

        Raises
        ------
        InputError
            Unusable settings, samples or prior.
        """
        data = read_job(job)
        settings = TrainSettings.from_dict(job.get("settings", {}), len(data.labels))
        few = check_inventory(data.labels, data.groups)
        weight, doubtful = check_prior(data, settings)
        collinear, constant = check_factors(data)
        run = cls(job, data, replace(settings, physics_lambda=weight), progress, collinearity=collinear)
        run.note(*few, *doubtful, *constant)
        return run

    def note(self, *lines: str) -> None:
        """Keep lines, and say them at once."""
        self.notes += lines
        for line in lines:
            self.progress.warning(line)

    def divide(self) -> None:
        """Part the samples into spatial folds.

        Raises
        ------
        InputError
            No fold has both classes in its training and its test part.
        """
        self.partitions = spatial_partitions(self.data, self.settings)
        if not any(part.usable for part in self.partitions):
            raise InputError(
                f"None of the {self.settings.cv_folds} spatial folds holds both landslides and stable samples; "
                "use fewer folds or absences closer to the landslides"
            )
        told = partition_words(self.data, self.settings, self.partitions)
        self.notes += told
        for line in told:
            self.progress.info(line)

    def tell_size(self) -> None:
        """Say how the networks are made and trained, and what of it goes by the number of samples."""
        line = self.settings.size_words(len(self.data.labels))
        self.notes.append(line)
        self.progress.info(line)

    def tell_random_folds(self) -> None:
        """Say that no network is trained in random folds, where that is so: scores there are of what stands for it."""
        random, networks = self.random_folds
        if random and not networks and self.settings.residual:
            line = (
                "No network is trained in random folds: what is said of it there is of the base that it adds to "
                "('Random folds beside the spatial ones': 'Yes, networks too')"
            )
            self.notes.append(line)
            self.progress.info(line)

    def tell_idle(self, members: int) -> None:
        """Say how many members of folds were left untrained by choice, if any."""
        if members:
            line = (
                f"Idle members left out: {members} members of folds were by choice not trained and count as epoch 0, "
                "since the first ones there found nothing to add to their base (CV_IDLE: Leave them out)"
            )
            self.notes.append(line)
            self.progress.info(line)

    @property
    def random_folds(self) -> tuple[bool, bool]:
        """Whether there are random folds beside the spatial ones, and whether networks are trained in them."""
        return self.settings.random_cv != "no", self.settings.random_cv == "networks"

    @property
    def skipped(self) -> int:
        """Number of folds that hold one class only."""
        return sum(part.skipped for part in self.partitions)

    @property
    def skipped_note(self) -> list[str]:
        """A line on the folds left out, if any."""
        return [f"{self.skipped} spatial folds held one class only and were skipped"] if self.skipped else []

    def doubt_factors(self, workshop: Optional[Workshop], progress: Progress) -> list[dict[str, Any]]:
        """Scores without the factors that may have been recorded after the landslides, which are noted."""
        doubts, lines = leakage(
            self.data,
            self.settings,
            self.partitions,
            suspects_of(self.job),
            workshop=workshop,
            progress=progress,
        )
        self.note(*lines)
        return doubts

    def choose_base(self) -> None:
        """Settle the base that the networks of the final model add to; what was chosen is noted."""
        if self.settings.architecture == CHOSEN:
            choice = choose_base(self.data.lasting, self.settings, self.progress)
            self.settings = choice.settle(self.settings)
            self.notes.append(f"Base of the networks, chosen by held-out log loss: {choice.words}")

    def choose_lambda(self) -> Optional[dict[str, Any]]:
        """Settle the weight of the prior for the final model; what was tried, if it was searched for."""
        self.settings, tried, lines = final_lambda(self.data.lasting, self.settings, self.progress)
        self.notes += lines
        return tried

    def map_rules(self, held_out: Floats, fitted: Floats, calibration: Optional[Calibration]) -> MapRules:
        """Threshold, classes and sets from held-out probabilities (n,) on the scale of the map.

        Fitted ones stand in where hardly a landslide was held out, unless that is so because of a date: they are
        higher than a map of unseen ground, and classes cut at them would hold too little of it.
        """
        labels, settings = self.data.labels, self.settings
        few = int((np.isfinite(held_out) & (labels > 0)).sum()) < FEWEST_LANDSLIDES
        stand_in = few and not self.partitions[0].never
        p = np.where(np.isfinite(held_out), held_out, fitted) if stand_in else held_out
        groups = self.data.groups
        sets, coverage = conformal_figures(
            labels, self.partitions, held_out, settings.coverage, groups=groups
        )
        return MapRules(
            threshold=scorecard.held_out_threshold(labels, held_out, fitted),
            cuts=landslide_share_cuts(p[(labels > 0) & np.isfinite(p)], settings.class_shares),
            calibration=calibration,
            conformal=sets,
            coverage=coverage,
        )

    def bundle(
        self,
        model: Model,
        rules: MapRules,
        fitted: Floats,
        family: str = "ensemble",
        physics: bool = True,
        doubt: Optional[str] = None,
    ) -> ModelBundle:
        """A model with all that is needed to map with it.

        Parameters
        ----------
        fitted : float64 array (n,)
            Its probabilities at the samples, on the scale of the map.
        family : str
        physics : bool
            Whether the model knows the slope-stability prior.
        doubt : str, optional
            What the model does not beat on unseen ground.
        """
        data, settings = self.data, self.settings
        weights = held_out_weights(
            model,
            family,
            data,
            settings=settings,
            partition=self.partitions[0],
            workshop=self.workshop,
            likes=self.likes,
        )
        told = settings if physics else replace(settings, physics_lambda=0.0)
        return ModelBundle(
            ensemble=model,
            profile=data.soil,
            scenarios=data.scenarios,
            reference_index=data.reference,
            class_cuts=rules.cuts,
            threshold=rules.threshold,
            facts=replace(model_facts(self.job, data, told, family, model.with_pf), doubt=doubt),
            calibration=rules.calibration,
            family=family,
            conformal=rules.conformal,
            applicability=reference_points(
                model, data, self.partitions[0].folds, weights=weights, settings=settings
            ),
            background=choose_background(data, fitted),
            typical_pf=typical_pf(data) if model.with_pf else None,
        )
