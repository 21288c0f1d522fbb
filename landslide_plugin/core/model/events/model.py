"""The event model: P(place, storm) by the votes of its families, from a bundle that NumPy alone reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt

from ...errors import BundleError, InputError
from ...types.factors import FactorSpec
from ...types.odds import probability_of
from ...types.rain import RainColumns
from ..bundle.bundle import EVENTS
from ..bundle.calibration import Calibration
from ..bundle.files import read_files, write_files
from ..bundle.model_parts import model_arrays, model_record, stored_model
from ..families.ensemble import Base, Ensemble
from ..families.pool import VOTES
from ..inference.sums import weighted
from .families import BASE, base_logit
from .inputs import EventInputs, raw_inputs
from .samples import EventRows
from .tower import RainForm, Tower

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
NETWORK = "ensemble"
DAMAGED = (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class EventModel:
    """Families that vote on the probability of a landslide at a place, given the rain of a storm.

    Attributes
    ----------
    inputs : EventInputs
    bases : mapping of str to Base
        Families by name; the additive one is there always.
    votes : mapping of str to float
        Of each family and of the network, ``VOTES`` in all.
    form : RainForm, optional
        How rain enters the network; None without one.
    rain_tower, soil_tower : Tower, optional
        Members of both stand side by side: member m adds what both its networks say.
    calibration : Calibration, optional
    relative : bool
        Whether nothing said which share of the ground the samples are.
    facts : mapping
        Origin, settings and figures of the training, plain values.
    identifier : str
        First characters of the record's hash; empty before it is stored.
    """

    inputs: EventInputs
    bases: Mapping[str, Base]
    votes: Mapping[str, float]
    form: Optional[RainForm] = None
    rain_tower: Optional[Tower] = None
    soil_tower: Optional[Tower] = None
    calibration: Optional[Calibration] = None
    relative: bool = True
    facts: Mapping[str, Any] = field(default_factory=dict)
    identifier: str = ""

    @property
    def rain(self) -> RainColumns:
        """Steps of rain that the model needs."""
        return self.inputs.rain

    @property
    def factors(self) -> tuple[FactorSpec, ...]:
        """Static factors that the model needs, in order."""
        return self.inputs.factors

    @property
    def uses_day_of_year(self) -> bool:
        """Whether the season is an input."""
        return self.inputs.uses_day_of_year

    @property
    def product(self) -> str:
        """What P is to be called.

        A relative one orders places and storms; its level is that of the samples.
        """
        return "Relative probability given this rain" if self.relative else "Probability given this rain"

    def probability(
        self,
        static: Inputs,
        rain: Inputs,
        day_of_year: Floats,
        soil: Optional[Inputs] = None,
        place: Optional[npt.NDArray[np.intp]] = None,
    ) -> Floats:
        """P (n,) by the votes of the families; NaN where an input is missing or a code unseen.

        Parameters
        ----------
        static : float32 array (n, factors)
            Raw values in the order of ``factors``.
        rain : float32 array (n, steps), or (m, steps) with ``place``
            mm of each step, the oldest first.
        day_of_year : float64 array (n,)
        soil : float32 array (n, layers, properties), optional
        place : int array (n,), optional
            Which row of the rain each row has. Rain that rows share is summed and encoded once either way; told by
            ``place`` it need not be held and looked for first.
        """
        rows = EventRows(static, rain, np.asarray(day_of_year, np.float64), soil, place)
        return self.voted(self.families(rows))

    def voted(self, found: Mapping[str, Floats]) -> Floats:
        """P (n,) by the votes, from P (n,) of every family that has one."""
        names = [name for name, count in self.votes.items() if count > 0]
        shares = np.array([self.votes[name] for name in names]) / VOTES
        p = weighted([found[name] for name in names], shares)
        return p if self.calibration is None else self.calibration.apply(p)

    def probability_of_base(
        self,
        static: Inputs,
        rain: Inputs,
        day_of_year: Floats,
        soil: Optional[Inputs] = None,
        place: Optional[npt.NDArray[np.intp]] = None,
    ) -> Floats:
        """P (n,) of the additive model alone, uncalibrated; arguments as of ``probability``."""
        rows = EventRows(static, rain, np.asarray(day_of_year, np.float64), soil, place)
        return probability_of(base_logit(self.bases[BASE], self.inputs, rows))

    def families(self, rows: EventRows, every: bool = False) -> dict[str, Floats]:
        """P (n,) of each family that has a vote, or of every one."""
        asked = [name for name in self.bases if every or self.votes.get(name, 0) > 0]
        found = {name: probability_of(base_logit(self.bases[name], self.inputs, rows)) for name in asked}
        if self.rain_tower is not None and (every or self.votes.get(NETWORK, 0) > 0):
            found[NETWORK] = probability_of(self.member_logits(rows)).mean(axis=0)
        return found

    def member_logits(self, rows: EventRows) -> Floats:
        """Log odds (members, n) of the networks on their base; NaN where an input is missing."""
        if self.rain_tower is None or self.form is None:
            raise InputError("This model has no network; train it again with the network among its families")
        raw = raw_inputs(rows, self.rain, self.uses_day_of_year)
        added = self.rain_tower.added(raw, self.form.of_rows(rows, self.rain)).astype(np.float64)
        if self.soil_tower is not None:
            if rows.profile is None:
                raise InputError("This model was trained with a soil profile; give one with the same layers")
            added = added + self.soil_tower.added(raw, rows.profile)
        return np.asarray(base_logit(self.bases[BASE], self.inputs, rows) + added)

    def record(self) -> dict[str, Any]:
        """Everything but the arrays, as plain values for JSON."""
        return {
            "kind": EVENTS,
            "inputs": self.inputs.to_dict(),
            "families": {name: model_record(_alone(self.inputs, base)) for name, base in self.bases.items()},
            "votes": dict(self.votes),
            "form": self.form.to_dict() if self.form else None,
            "towers": {name: tower.record() for name, tower in self._towers().items()},
            "calibration": self.calibration.to_dict() if self.calibration else None,
            "relative": self.relative,
            "product": self.product,
            "facts": dict(self.facts),
        }

    def _towers(self) -> dict[str, Tower]:
        both = {"rain": self.rain_tower, "soil": self.soil_tower}
        return {name: tower for name, tower in both.items() if tower is not None}

    def arrays(self) -> dict[str, Inputs]:
        """All arrays by unique names."""
        parts = {
            f"family/{name}": model_arrays(_alone(self.inputs, base)) for name, base in self.bases.items()
        }
        parts |= {f"tower/{name}": tower.arrays() for name, tower in self._towers().items()}
        return {f"{start}/{name}": values for start, own in parts.items() for name, values in own.items()}

    def save(self, folder: Union[str, Path], metrics: Mapping[str, Any]) -> None:
        """Write the bundle in one piece: ``bundle.json``, ``weights.npz`` and the scores ``metrics.json``."""
        write_files(Path(folder), self.record(), self.arrays(), metrics)

    @classmethod
    def load(cls, folder: Union[str, Path]) -> EventModel:
        """Read a bundle, a folder or a .zip of one, with NumPy alone.

        Raises
        ------
        BundleError
            A missing, damaged, altered or newer bundle, or one of susceptibility.
        """
        path = Path(folder)
        record, arrays, _ = read_files(path)
        if record.get("kind") != EVENTS:
            raise BundleError(
                f"{path.name} is a model of susceptibility, not of events; choose one of Train event model, "
                "or map it with Map susceptibility/uncertainty"
            )
        try:
            return cls._stored(record, arrays)
        except BundleError:
            raise
        except DAMAGED as error:
            said = " ".join(str(error).split())[:200] or type(error).__name__
            raise BundleError(f"{path.name}: the record is damaged ({said}); train again") from None

    @classmethod
    def _stored(cls, record: Mapping[str, Any], arrays: dict[str, Inputs]) -> EventModel:
        inputs, form, calibration = (
            EventInputs.from_dict(record["inputs"]),
            record["form"],
            record["calibration"],
        )
        left = dict(arrays)
        bases = {
            name: _base(entry, _taken(left, f"family/{name}/"), inputs)
            for name, entry in record["families"].items()
        }
        towers = {
            name: Tower.from_parts(entry, _taken(left, f"tower/{name}/"), inputs.encoder)
            for name, entry in record["towers"].items()
        }
        if left:
            raise BundleError(f"The record names no part that {next(iter(left))} belongs to; train again")
        model = cls(
            inputs=inputs,
            bases=bases,
            votes={str(name): float(count) for name, count in record["votes"].items()},
            form=RainForm.from_dict(form) if form else None,
            rain_tower=towers.get("rain"),
            soil_tower=towers.get("soil"),
            calibration=Calibration.from_dict(calibration) if calibration else None,
            relative=bool(record["relative"]),
            facts=record["facts"],
            identifier=str(record["sha256"])[:12],
        )
        model._check()
        return model

    def _check(self) -> None:
        """Refuse a model that does not fit itself: votes without a family, or weights that give no number."""
        known = {*self.bases, *([NETWORK] if self.rain_tower else [])}
        if (
            BASE not in self.bases
            or not set(self.votes) <= known
            or abs(sum(self.votes.values()) - VOTES) > 1e-6
        ):
            raise BundleError("The votes of the event model do not fit its families; train again")
        values = [code.codes[0] if code.codes else code.mean for code in self.inputs.encoder.factors]
        static = np.array([values[: len(self.factors)]] * 2, np.float32)
        soil = None if self.inputs.soil is None else np.ones((2, *self.inputs.soil.shape), np.float32)
        rows = EventRows(static, np.ones((2, self.rain.steps), np.float32), np.ones(2), soil)
        if not all(
            np.isfinite(p).all() and p.shape == (2,) for p in self.families(rows, every=True).values()
        ):
            raise BundleError("The weights do not fit the record; train again")


def with_facts(model: EventModel, facts: Mapping[str, Any]) -> EventModel:
    """The model with more facts."""
    return replace(model, facts={**model.facts, **facts})


def _alone(inputs: EventInputs, base: Base) -> Ensemble:
    return Ensemble(inputs.encoder, inputs.soil_scaler, None, base, ())


def _base(entry: Mapping[str, Any], arrays: dict[str, Inputs], inputs: EventInputs) -> Base:
    """A family of a record, whose encoder is that of the inputs."""
    soil = inputs.soil_scaler.to_dict() if inputs.soil_scaler else None
    shared = {
        "encoder": inputs.encoder.to_dict(),
        "profile_scaler": soil,
        "trigger_scaler": None,
        "shift": 0.0,
    }
    found = stored_model({**entry, **shared}, arrays)
    if not isinstance(found, Ensemble):
        raise BundleError("A stored family of the event model is damaged; train again")
    return found.linear


def _taken(left: dict[str, Inputs], start: str) -> dict[str, Inputs]:
    return {name[len(start) :]: left.pop(name) for name in list(left) if name.startswith(start)}
