"""A trained model as it is archived and mapped with: NumPy and JSON, no TensorFlow, nothing executed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import BundleError, InputError, LandslideError
from ...evaluation.applicability import Applicability
from ...evaluation.classes import check_cuts
from ...evaluation.conformal import ConformalSets
from ...evaluation.model_names import NAMES, named_within
from ...types.factors import FactorSpec
from ...types.odds import probability_of
from ...types.profile import ProfileColumns
from ...types.scenarios import TriggerScenarios
from ..families.mapper import ModelMapper
from ..families.pool import VOTES, Model, Pool
from ..inference.prediction import Prediction
from ..inference.sums import mean
from .background import Background, stored_background
from .calibration import Calibration, move_members, shifted
from .facts import ModelFacts
from .files import Arrays, Card, read_files, write_files
from .known_classes import with_known_classes
from .model_parts import model_arrays, model_record, stored_model
from .standard_inputs import standard_inputs, with_triggers

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class ModelBundle:
    """A model with all that is needed to map with it anywhere.

    Attributes
    ----------
    ensemble : Ensemble or Pool
    profile : ProfileColumns or None
        Layers and properties of the soil profile; None if there was none.
    scenarios : TriggerScenarios or None
        Scenarios of the training.
    reference_index : int
        Output that carries classes, spread, agreement and scores.
    class_cuts : tuple of float (4,)
    threshold : float
        At or above it a cell is called a landslide.
    facts : ModelFacts
        Grid, provenance, settings, versions, prior and what else is known of the training.
    identifier : str
        First characters of the record's hash; empty before it is stored.
    calibration : Calibration or None
        From the model's mean probability to one that held among held-out samples.
    family : str
        What kind of model it is, a key of ``evaluation.model_names.NAMES``.
    conformal : ConformalSets or None
        Sets of the probabilities that ``predict`` gives.
    applicability : Applicability or None
        Reference points of the training data; None in bundles that keep none.
    background : Background or None
        Typical cells of the training that explanations are measured from; None in bundles that keep none.
    typical_pf : tuple of float or None
        Median probability of failure of the training samples in each scenario, of a model that has it as an input.
    """

    ensemble: Model
    profile: Optional[ProfileColumns]
    scenarios: Optional[TriggerScenarios]
    reference_index: int
    class_cuts: tuple[float, ...]
    threshold: float
    facts: ModelFacts = field(default_factory=ModelFacts)
    identifier: str = ""
    calibration: Optional[Calibration] = None
    family: str = "ensemble"
    conformal: Optional[ConformalSets] = None
    applicability: Optional[Applicability] = None
    background: Optional[Background] = None
    typical_pf: Optional[tuple[float, ...]] = None

    @property
    def factors(self) -> tuple[FactorSpec, ...]:
        """Factors a map needs, in order."""
        return self.ensemble.encoder.specs

    @property
    def members(self) -> int:
        """Number of networks, or of members of all families of a stacked mean; 1 for a single model."""
        return self.ensemble.count

    @property
    def member_weights(self) -> Optional[npt.NDArray[np.float64]]:
        """What each member counts (members,), 1 in all; None where all count alike."""
        return self.ensemble.weights if isinstance(self.ensemble, Pool) else None

    @property
    def with_pf(self) -> bool:
        """Whether the probability of failure of slope physics is an input."""
        return self.ensemble.with_pf

    @property
    def output_names(self) -> tuple[str, ...]:
        """Band names: one a scenario of the training, or Susceptibility."""
        return self.scenarios.names if self.scenarios else ("Susceptibility",)

    @property
    def trigger_range(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Smallest and largest value (columns,) of each trigger in the training; raise without scenarios."""
        if self.scenarios is None:
            raise InputError("The model was trained without trigger scenarios")
        own = self.facts.triggers_by_cell
        if own is not None:
            return np.array(own["low"], np.float64), np.array(own["high"], np.float64)
        return self.scenarios.values.min(axis=0), self.scenarios.values.max(axis=0)

    @property
    def triggers_by_cell(self) -> bool:
        """Whether the samples had triggers of their own, from rasters; ``scenarios`` then holds their mean."""
        return self.facts.triggers_by_cell is not None

    @property
    def reference_period_yr(self) -> Optional[float]:
        """Return period of the reference scenario; None without scenarios."""
        return self.scenarios.return_periods_yr[self.reference_index] if self.scenarios else None

    @cached_property
    def mapper(self) -> ModelMapper:
        """The model with its tables, built on first use."""
        return ModelMapper(self.ensemble)

    def describe(self) -> str:
        """One line on what the model is."""
        return (
            f"{NAMES[self.family]} ({self._parts()}), {len(self.factors)} factors, "
            f"{'a soil profile' if self.profile else 'no soil profile'}, "
            f"outputs {', '.join(self.output_names)}, identifier {self.identifier}"
        )

    def _parts(self) -> str:
        if isinstance(self.ensemble, Pool):
            votes = [f"{named_within(part.family)} {part.votes:.3g}" for part in self.ensemble.parts]
            return f"{VOTES} votes: {', '.join(votes)}"
        stacks = sorted({member.architecture.stack for member in self.ensemble.members})
        count = "1 member" if self.members == 1 else f"{self.members} members"
        return f"{count}: {', '.join(stacks)}" if stacks else "1 member"

    def predict(
        self,
        static: Floats,
        profile: Optional[Floats],
        triggers: Optional[npt.NDArray[Any]],
        pf: Optional[npt.NDArray[Any]] = None,
    ) -> Prediction:
        """Probabilities of cells.

        Parameters
        ----------
        static : float32 array (cells, factors)
            Raw values in the order of ``factors``.
        profile : float32 array (cells, layers, properties) or None
        triggers : array (scenarios, columns) or (cells, scenarios, columns) or None
            Any scenarios, in the columns of the training; the same for all cells, or each cell's own.
        pf : array (cells, scenarios), optional
            Probability of failure of slope physics, NaN where not assessed, for a model that has it as an input;
            without it each cell has the median of the training samples.

        Notes
        -----
        A cell's result depends on that cell and scenario alone, to the last bit.
        """
        usable = np.isfinite(static).all(axis=1)
        unseen = int((self.ensemble.encoder.unusable(static) & usable).sum())
        if profile is not None and self.profile is not None and profile.shape[1:] != self.profile.shape:
            layers, properties = self.profile.shape
            raise InputError(
                f"The soil profile has {profile.shape[1]} layers x {profile.shape[2]} properties; "
                f"the model needs {layers} x {properties} ({', '.join(self.profile.properties)})"
            )
        if pf is None and self.typical_pf is not None:
            pf = self._typical(len(static), triggers)
        logits = self.mapper.logits(static, profile, triggers, pf)
        weights = self.member_weights
        if self.calibration is None and weights is None:
            return Prediction(probability_of(logits + np.float32(self.ensemble.shift)), unseen)
        members = probability_of(logits)
        centre = mean(members, np.float64, weights)
        whole = centre if self.calibration is None else self.calibration.apply(centre)
        wanted = shifted(whole, self.ensemble.shift)
        return Prediction(move_members(members, centre, wanted), unseen, weights)

    def _typical(self, cells: int, triggers: Optional[npt.NDArray[Any]]) -> npt.NDArray[np.float64]:
        """The median Pf of the training (cells, scenarios): of each scenario of the training, else of the reference."""
        typical = np.array(self.typical_pf, dtype=np.float64)
        count = 1 if triggers is None else np.shape(np.atleast_2d(triggers))[-2]
        if count != len(typical):
            typical = np.full(count, typical[self.reference_index])
        return np.broadcast_to(typical, (cells, count))

    def dissimilarity(
        self, static: Floats, profile: Optional[Floats], triggers: Optional[npt.NDArray[Any]] = None
    ) -> Floats:
        """Dissimilarity index (cells,) of raw factors and profiles to the training data.

        A class that training never saw is beyond the limit, whatever the other factors are.

        Parameters
        ----------
        triggers : array (columns,) or (cells, columns), optional
            Of the scenario that is judged, where triggers varied in the training; else those of its reference.

        Raises
        ------
        InputError
            The bundle keeps no reference points.
        """
        limits, usable = self._reference(), np.isfinite(static).all(axis=1)
        index = limits.dissimilarity(self._near_inputs(static, profile, triggers))
        unseen = usable & self.ensemble.encoder.unusable(static)
        beyond = np.nextafter(np.float32(limits.threshold), np.float32(np.inf))
        return np.where(unseen & np.isfinite(index), np.maximum(index, beyond), index)

    def _near_inputs(
        self, static: Floats, profile: Optional[Floats], triggers: Optional[npt.NDArray[Any]] = None
    ) -> Floats:
        """Inputs (cells, d) that are measured against the reference points, triggers where those have some."""
        inputs = standard_inputs(self.ensemble, static, profile, unseen_as_none=True)
        if self.scenarios is None or self._reference().points.shape[1] == inputs.shape[1]:
            return inputs
        rain = self.scenarios.values[self.reference_index] if triggers is None else triggers
        return with_triggers(self.ensemble, inputs, rain)

    def known_classes(
        self, static: Floats, profile: Optional[Floats]
    ) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """Raw factors (cells, factors) with the nearest known class for each unseen one, and where that is (cells,).

        Raises
        ------
        InputError
            The bundle keeps no reference points.
        """
        limits, encoder = self._reference(), self.ensemble.encoder
        unseen = np.isfinite(static).all(axis=1) & encoder.unusable(static)
        if not unseen.any():
            return static, unseen
        soil = None if profile is None else profile[unseen]
        inputs = self._near_inputs(static[unseen], soil)
        found = static.copy()
        found[unseen] = with_known_classes(encoder, limits, static[unseen], inputs)
        return found, unseen

    def _reference(self) -> Applicability:
        if self.applicability is None:
            raise InputError(
                "This model keeps no reference points of its training data, which the area of applicability "
                "needs; train it again, or leave that output out"
            )
        return self.applicability

    def record(self) -> dict[str, Any]:
        """Everything but the weights, as plain values for JSON."""
        ensemble, rain = self.ensemble, self.scenarios
        return {
            "factors": [_plain_spec(spec) for spec in self.factors],
            "columns": list(ensemble.encoder.columns),
            "encoder": ensemble.encoder.to_dict(),
            "profile": self.profile.to_dict() if self.profile else None,
            "profile_scaler": ensemble.profile_scaler.to_dict() if ensemble.profile_scaler else None,
            "scenarios": rain.to_dict() if rain else None,
            "trigger_scaler": ensemble.trigger_scaler.to_dict() if ensemble.trigger_scaler else None,
            "outputs": list(self.output_names),
            "reference_index": self.reference_index,
            "family": self.family,
            **model_record(ensemble),
            "shift": ensemble.shift,
            "calibration": self.calibration.to_dict() if self.calibration else None,
            "conformal": self.conformal.to_dict() if self.conformal else None,
            "typical_pf": list(self.typical_pf) if self.typical_pf else None,
            "class_cuts": list(self.class_cuts),
            "threshold": self.threshold,
            "applicability": self.applicability.to_dict() if self.applicability else None,
            **self.facts.to_dict(),
        }


def save_bundle(
    bundle: ModelBundle,
    metrics: Mapping[str, Any],
    path: str,
    evaluation: Optional[Mapping[str, npt.NDArray[Any]]] = None,
    card: Optional[Card] = None,
) -> None:
    """Write a bundle, its scores, what it keeps of its samples and its card into a folder, in one piece."""
    arrays = model_arrays(bundle.ensemble)
    if bundle.applicability:
        arrays[REFERENCE_POINTS] = bundle.applicability.points
    if bundle.background:
        arrays |= bundle.background.arrays()
    write_files(Path(path), bundle.record(), arrays, metrics, evaluation, card=card)


DAMAGED = (
    *(LandslideError, ArithmeticError, AttributeError, IndexError, KeyError, MemoryError),
    *(RecursionError, TypeError, ValueError),
)
"""What a record of values of other kinds raises wherever they are used."""


def load_bundle(path: str) -> ModelBundle:
    """Read a bundle, a folder or a .zip of one, with NumPy alone.

    Raises
    ------
    BundleError
        A missing, damaged, altered or newer bundle; the message says which file and what to do.
    """
    record, weights, _ = read_files(Path(path))
    if record.get("kind") == EVENTS:
        raise BundleError(f"{Path(path).name} is a model of events; choose a bundle of susceptibility")
    try:
        return _bundle(record, weights)
    except BundleError:
        raise
    except DAMAGED as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        raise BundleError(f"{Path(path).name}: the record is damaged ({said}); train again") from None


EVENTS = "events"
"""Kind of bundle that ``core.model.events`` reads."""
REFERENCE_POINTS = "applicability/points"


def _bundle(record: Mapping[str, Any], weights: Arrays) -> ModelBundle:
    scenarios = record["scenarios"]
    family, calibration = str(record.get("family", "ensemble")), record.get("calibration")
    if family not in NAMES:
        raise BundleError(f"The record names a model family {family} that is not known; train again")
    if record.get("dated") and record.get("events") is None:
        raise BundleError(
            "This model was trained with dated events by version 0.1, whose scenarios are an artefact of the labels; "
            "train again"
        )
    near, points = record.get("applicability"), weights.pop(REFERENCE_POINTS, None)
    background = stored_background(weights, len(record["factors"]))
    bundle = ModelBundle(
        ensemble=stored_model(record, weights),
        profile=ProfileColumns.from_dict(record["profile"]) if record["profile"] else None,
        scenarios=TriggerScenarios.from_dict(scenarios) if scenarios else None,
        reference_index=int(record["reference_index"]),
        class_cuts=check_cuts(record["class_cuts"]),
        threshold=float(record["threshold"]),
        facts=ModelFacts.from_dict(record),
        identifier=str(record["sha256"])[:12],
        calibration=Calibration.from_dict(calibration) if calibration else None,
        family=family,
        conformal=ConformalSets.from_dict(record["conformal"]) if record.get("conformal") else None,
        applicability=Applicability.from_dict(near, points) if near and points is not None else None,
        background=background,
        typical_pf=tuple(map(float, record["typical_pf"])) if record.get("typical_pf") else None,
    )
    _check(bundle)
    return bundle


def _check(bundle: ModelBundle) -> None:
    """Run some cells through every member, so that a bundle that does not fit itself is refused here."""
    ensemble = bundle.ensemble
    if not 0 <= bundle.reference_index < len(bundle.output_names):
        raise BundleError("The record names no reference output; train again")
    if bundle.scenarios is not None and bundle.trigger_range[0].shape != (len(bundle.scenarios.columns),):
        raise BundleError("The stored range of the triggers does not fit the scenarios; train again")
    values = [factor.codes[0] if factor.codes else factor.floor for factor in ensemble.encoder.factors]
    triggers = bundle.scenarios.values if bundle.scenarios else None
    for cells in (1, 3):  # cells that share a profile go another way than one by itself
        profile = np.zeros((cells, *bundle.profile.shape), np.float32) if bundle.profile else None
        p = bundle.predict(np.array([values] * cells, np.float32), profile, triggers).probability
        if p.shape != (bundle.members, cells, len(bundle.output_names)) or not np.isfinite(p).all():
            raise BundleError("The weights do not fit the record; train again")
    if not np.isfinite(bundle.threshold):
        raise BundleError("The threshold is no number; train again")
    bundle.describe()


def _plain_spec(spec: FactorSpec) -> dict[str, Any]:
    names = spec.categories
    return {
        "name": spec.name,
        "kind": spec.kind,
        "unit": spec.unit,
        "transform": spec.transform,
        "categories": None if names is None else {str(code): name for code, name in names.items()},
    }
