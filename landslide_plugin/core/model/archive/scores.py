"""What ``metrics.json`` of a bundle holds: samples, folds, scores of every model, and the rules of the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Optional

from ...evaluation.classes import class_style
from ...evaluation.model_names import is_relative
from ..fitting.data import TrainingData
from ..fitting.settings import TrainSettings
from ..validation.partitions import Partition
from ..validation.scorecard import ModelScores

SCHEMES = {
    "kmeans": "k-means spatial folds",
    "blocks": "spatial folds of square blocks",
    "regions": "leave one region out",
    "field": "leave one value of a field out",
    "event": "leave one event out",
    "date": "train before a date, score after it",
    "knndm": "folds matched to the distances of the map",
}


@dataclass(frozen=True)
class SampleCounts:
    """Numbers of samples, and the landslide share of the area if it was given."""

    landslides: int
    stable: int
    sample_share: float
    prevalence: Optional[float]

    @classmethod
    def of(cls, data: TrainingData, settings: TrainSettings, family: str = "") -> SampleCounts:
        """Those of a run, or of the model of a family; a relative intensity refers to no share."""
        landslides = int((data.labels > 0).sum())
        count = len(data.labels)
        share = None if is_relative(family) else settings.prevalence
        return cls(landslides, count - landslides, landslides / count, share)


@dataclass(frozen=True)
class FoldPlan:
    """How the folds were made."""

    scheme: str
    folds: int
    repeats: int
    seed: int
    skipped_folds: int

    @classmethod
    def of(cls, settings: TrainSettings, partitions: Sequence[Partition]) -> FoldPlan:
        """That of a run."""
        buffer = f", buffer {settings.fold_buffer_m:g} m" if settings.fold_buffer_m > 0 else ""
        return cls(
            scheme=SCHEMES[settings.fold_scheme] + buffer,
            folds=partitions[0].count,
            repeats=len(partitions),
            seed=settings.seed,
            skipped_folds=sum(part.skipped for part in partitions),
        )


@dataclass(frozen=True)
class ClassRule:
    """The five classes, their cut points, and the shares of the landslides that these stand for."""

    names: list[str]
    cuts: list[float]
    scheme: str
    shares: list[float]

    @classmethod
    def of(cls, settings: TrainSettings, cuts: Sequence[float]) -> ClassRule:
        """That of a run."""
        return cls(list(class_style().names), list(cuts), "landslide_share", list(settings.class_shares))


@dataclass(frozen=True)
class InputFigures:
    """What a training found out about its inputs.

    Attributes
    ----------
    collinearity : mapping
        As ``evaluation.collinearity.collinearity`` gives it, without its warnings.
    leakage : list of mapping
        As ``validation.leakage.leakage`` gives it.
    lambda_search : mapping or None
        What was tried, if the weight of the prior was searched for.
    """

    collinearity: Mapping[str, Any]
    leakage: Sequence[Mapping[str, Any]]
    lambda_search: Optional[Mapping[str, Any]]


@dataclass(frozen=True)
class RunScores:
    """Scores of a run, as a bundle keeps them and a report reads them.

    Attributes
    ----------
    samples : SampleCounts
    validation : FoldPlan
    reference_scenario : str
        Output that carries classes and scores.
    models : mapping of str to ModelScores
    paired : mapping of str to mapping
        Paired differences of AUROC, ``<one>_minus_<other>``.
    curves : mapping of str to mapping
        Points of the curves of each model.
    classes : ClassRule
    threshold : float
    consistency : mapping or None
        Agreement of the model with the prior and with the order of the triggers.
    notes : list of str
    calibration, conformal : mapping or None
        Reliability before and after calibration; coverage of the sets of held-out folds.
    inputs : InputFigures or None
        None where models were compared.
    consistency_before : mapping or None
        That of the same ensemble without physics; None where there is none.
    standing : list of str or None
        Sentences for the head of log, card and report: what the model does not beat, or is not shown to.
    votes : mapping or None
        Votes of the families of a stacked mean.
    hurtful : list of mapping or None
        What leaving out each factor does to the held-out AUROC of logistic regression.
    bivariate : mapping or None
        Method, density table and check of dependence of bivariate classes in the model.
    distance : list of mapping or None
        Held-out scores of the stored model by distance from the training, with the share of the map there.
    learning_curve : list of mapping or None
        Held-out AUROC of logistic regression by number of landslides.

    Examples
    --------
    >>> counts, plan = SampleCounts(40, 60, 0.4, None), FoldPlan("blocks", 5, 1, 42, 0)
    >>> rule = ClassRule(["low", "high"], [0.5], "landslide_share", [0.2, 0.8])
    >>> parts = {"models": {"stack": ModelScores(None, None)}, "paired": {}, "curves": {}, "classes": rule}
    >>> scores = RunScores(counts, plan, "T50", **parts, threshold=0.5, consistency=None, notes=["few samples"])
    >>> RunScores.from_dict(scores.to_dict()) == scores
    True
    """

    samples: SampleCounts
    validation: FoldPlan
    reference_scenario: str
    models: Mapping[str, ModelScores]
    paired: Mapping[str, Mapping[str, Any]]
    curves: Mapping[str, Mapping[str, Any]]
    classes: ClassRule
    threshold: float
    consistency: Optional[Mapping[str, Any]]
    notes: list[str]
    calibration: Optional[Mapping[str, Any]] = None
    conformal: Optional[Mapping[str, Any]] = None
    inputs: Optional[InputFigures] = None
    consistency_before: Optional[Mapping[str, Any]] = None
    standing: Optional[list[str]] = None
    votes: Optional[Mapping[str, float]] = None
    hurtful: Optional[Sequence[Mapping[str, Any]]] = None
    bivariate: Optional[Mapping[str, Any]] = None
    distance: Optional[Sequence[Mapping[str, Any]]] = None
    learning_curve: Optional[Sequence[Mapping[str, Any]]] = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        plain.update(
            samples=asdict(self.samples),
            validation=asdict(self.validation),
            models={name: scores.to_dict() for name, scores in self.models.items()},
            classes=asdict(self.classes),
        )
        for name in (
            "consistency_before",
            "standing",
            "votes",
            "hurtful",
            "bivariate",
            "distance",
            "learning_curve",
        ):
            if plain[name] is None:
                del plain[name]
        del plain["inputs"]
        if self.inputs is not None:
            plain |= {each.name: getattr(self.inputs, each.name) for each in fields(self.inputs)}
        return plain

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> RunScores:
        """The scores that ``to_dict`` stored."""
        known = {each.name: stored[each.name] for each in fields(cls) if each.name in stored}
        names = [each.name for each in fields(InputFigures)]
        if all(name in stored for name in names):
            known["inputs"] = InputFigures(**{name: stored[name] for name in names})
        known.update(
            samples=SampleCounts(**stored["samples"]),
            validation=FoldPlan(**stored["validation"]),
            models={name: ModelScores.from_dict(scores) for name, scores in stored["models"].items()},
            classes=ClassRule(**stored["classes"]),
        )
        return cls(**known)
