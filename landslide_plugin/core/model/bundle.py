"""A trained model as it is archived and mapped with: NumPy and JSON, no TensorFlow, nothing executed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError, InputError, LandslideError
from ..evaluation.applicability import Applicability
from ..evaluation.classes import check_cuts
from ..factors import FactorSpec
from ..samples.encoding import Encoder
from ..samples.scaling import ProfileScaler, TriggerScaler
from ..scenarios import TriggerScenarios
from .architecture import Architecture
from .bundle_io import Arrays, read_files, write_files
from .ensemble import Ensemble, Member
from .linear import LinearPart
from .mapper import EnsembleMapper
from .prediction import Prediction
from .soil import Soil

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class ModelBundle:
    """An ensemble with all that is needed to map with it anywhere.

    Attributes
    ----------
    ensemble : Ensemble
    profile : Soil or None
        Layers and properties of the soil profile; None if there was none.
    scenarios : TriggerScenarios or None
        Scenarios of the training.
    reference_index : int
        Output that carries classes, spread, agreement and scores.
    class_cuts : tuple of float (4,)
    threshold : float
        At or above it a cell is called a landslide.
    facts : mapping
        Grid, provenance, settings, versions and prior, as plain values.
    identifier : str
        First characters of the record's hash; empty before it is stored.
    applicability : Applicability or None
        Reference points of the training data; None in bundles that keep none.
    """

    ensemble: Ensemble
    profile: Optional[Soil]
    scenarios: Optional[TriggerScenarios]
    reference_index: int
    class_cuts: tuple[float, ...]
    threshold: float
    facts: Mapping[str, Any] = field(default_factory=dict)
    identifier: str = ""
    applicability: Optional[Applicability] = None

    @property
    def factors(self) -> tuple[FactorSpec, ...]:
        """Factors a map needs, in order."""
        return self.ensemble.encoder.specs

    @property
    def members(self) -> int:
        """Number of networks."""
        return len(self.ensemble.members)

    @property
    def output_names(self) -> tuple[str, ...]:
        """Band names: one a scenario of the training, or Susceptibility."""
        return self.scenarios.names if self.scenarios else ("Susceptibility",)

    @property
    def reference_period_yr(self) -> Optional[float]:
        """Return period of the reference scenario; None without scenarios."""
        return self.scenarios.return_periods_yr[self.reference_index] if self.scenarios else None

    @cached_property
    def mapper(self) -> EnsembleMapper:
        """The ensemble with its tables, built on first use."""
        return EnsembleMapper(self.ensemble)

    def describe(self) -> str:
        """One line on what the model is."""
        stacks = sorted({member.architecture.stack for member in self.ensemble.members})
        return (
            f"{self.members} members ({', '.join(stacks)}), {len(self.factors)} factors, "
            f"{'a soil profile' if self.profile else 'no soil profile'}, "
            f"outputs {', '.join(self.output_names)}, identifier {self.identifier}"
        )

    def predict(
        self, static: Floats, profile: Optional[Floats], triggers: Optional[npt.NDArray[Any]]
    ) -> Prediction:
        """Probabilities of cells.

        Parameters
        ----------
        static : float32 array (cells, factors)
            Raw values in the order of ``factors``.
        profile : float32 array (cells, layers, properties) or None
        triggers : array (scenarios, columns) or None
            Any scenarios, in the columns of the training.

        Notes
        -----
        A cell's result depends on that cell and scenario alone, to the last bit.
        """
        usable = np.isfinite(static).all(axis=1)
        unseen = int((self.ensemble.encoder.unusable(static) & usable).sum())
        return Prediction(self.mapper.probability(static, profile, triggers), unseen)

    def dissimilarity(self, static: Floats, profile: Optional[Floats]) -> Floats:
        """Dissimilarity index (cells,) of raw factors and profiles to the training data.

        Raises
        ------
        InputError
            The bundle keeps no reference points.
        """
        if self.applicability is None:
            raise InputError(
                "This model keeps no reference points of its training data, which the area of applicability "
                "needs; train it again, or leave that output out"
            )
        return self.applicability.dissimilarity(self.ensemble.linear_inputs(static, profile))

    def record(self) -> dict[str, Any]:
        """Everything but the weights, as plain values for JSON."""
        ensemble, rain = self.ensemble, self.scenarios
        return {
            "factors": [_plain_spec(spec) for spec in self.factors],
            "columns": list(ensemble.encoder.columns),
            "encoder": ensemble.encoder.to_dict(),
            "profile": self.profile.to_dict() if self.profile else None,
            "profile_scaler": ensemble.profile_scaler.to_dict() if ensemble.profile_scaler else None,
            "scenarios": {
                "return_periods_yr": list(rain.return_periods_yr),
                "columns": list(rain.columns),
                "values": rain.values.tolist(),
            }
            if rain
            else None,
            "trigger_scaler": ensemble.trigger_scaler.to_dict() if ensemble.trigger_scaler else None,
            "outputs": list(self.output_names),
            "reference_index": self.reference_index,
            "linear": ensemble.linear.to_dict(),
            "shift": ensemble.shift,
            "members": [
                {
                    "seed": member.seed,
                    "epochs": member.epochs,
                    "keras_difference": member.difference,
                    "architecture": member.architecture.to_dict(),
                }
                for member in ensemble.members
            ],
            "class_cuts": list(self.class_cuts),
            "threshold": self.threshold,
            "applicability": self.applicability.to_dict() if self.applicability else None,
            **self.facts,
        }


def save_bundle(bundle: ModelBundle, metrics: Mapping[str, Any], path: str) -> None:
    """Write a bundle and its scores into a folder, in one piece."""
    weights = {
        f"{number}/{name}": values
        for number, member in enumerate(bundle.ensemble.members)
        for name, values in member.weights.items()
    }
    if bundle.applicability:
        weights[REFERENCE_POINTS] = bundle.applicability.points
    write_files(Path(path), bundle.record(), weights, metrics)


def load_bundle(path: str) -> ModelBundle:
    """Read a bundle folder with NumPy alone.

    Raises
    ------
    BundleError
        A missing, damaged, altered or newer bundle; the message says which file and what to do.
    """
    record, weights, _ = read_files(Path(path))
    try:
        return _bundle(record, weights)
    except BundleError:
        raise
    except (LandslideError, KeyError, TypeError, ValueError, IndexError) as error:
        raise BundleError(f"{Path(path).name}: the record is damaged ({error}); train again") from None


REFERENCE_POINTS = "applicability/points"
FACTS = ("grid", "provenance", "settings", "versions", "prior", "limits")


def _bundle(record: Mapping[str, Any], weights: Arrays) -> ModelBundle:
    profile, rain = record["profile_scaler"], record["trigger_scaler"]
    ensemble = Ensemble(
        Encoder.from_dict(record["encoder"]),
        ProfileScaler.from_dict(profile) if profile else None,
        TriggerScaler.from_dict(rain) if rain else None,
        LinearPart.from_dict(record["linear"]),
        tuple(_member(number, stored, weights) for number, stored in enumerate(record["members"])),
        float(record["shift"]),
    )
    scenarios = record["scenarios"]
    bundle = ModelBundle(
        ensemble,
        Soil.from_dict(record["profile"]) if record["profile"] else None,
        TriggerScenarios(
            tuple(scenarios["return_periods_yr"]),
            tuple(scenarios["columns"]),
            np.array(scenarios["values"], dtype=np.float64),
        )
        if scenarios
        else None,
        int(record["reference_index"]),
        check_cuts(record["class_cuts"]),
        float(record["threshold"]),
        {name: record[name] for name in FACTS if name in record},
        str(record["sha256"])[:12],
        _applicability(record, weights),
    )
    _check(bundle)
    return bundle


def _applicability(record: Mapping[str, Any], weights: Arrays) -> Optional[Applicability]:
    stored = record.get("applicability")
    return Applicability.from_dict(stored, weights[REFERENCE_POINTS]) if stored else None


def _member(number: int, stored: Mapping[str, Any], weights: Arrays) -> Member:
    start = f"{number}/"
    own = {name[len(start) :]: values for name, values in weights.items() if name.startswith(start)}
    return Member(
        int(stored["seed"]),
        Architecture.from_dict(stored["architecture"]),
        own,
        int(stored["epochs"]),
        float(stored["keras_difference"]),
    )


def _check(bundle: ModelBundle) -> None:
    """Run one cell through every member, so that a bundle that does not fit itself is refused here."""
    ensemble = bundle.ensemble
    if not ensemble.members or not 0 <= bundle.reference_index < len(bundle.output_names):
        raise BundleError("The record names no member or no reference output; train again")
    values = [factor.codes[0] if factor.codes else factor.floor for factor in ensemble.encoder.factors]
    profile = np.zeros((1, *bundle.profile.shape), np.float32) if bundle.profile else None
    triggers = bundle.scenarios.values if bundle.scenarios else None
    found = bundle.predict(np.array([values], np.float32), profile, triggers).probability
    if found.shape != (bundle.members, 1, len(bundle.output_names)) or not np.isfinite(found).all():
        raise BundleError("The weights do not fit the record; train again")


def _plain_spec(spec: FactorSpec) -> dict[str, Any]:
    names = spec.categories
    return {
        "name": spec.name,
        "kind": spec.kind,
        "unit": spec.unit,
        "transform": spec.transform,
        "categories": None if names is None else {str(code): name for code, name in names.items()},
    }
