"""How models of every family are taken apart for a bundle and put together again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional, Union

from ...errors import BundleError
from ...samples.encoding import Encoder
from ...samples.scaling import ProfileScaler, TriggerScaler
from ..families.additive import AdditivePart
from ..families.bivariate import BivariatePart
from ..families.ensemble import Base, Ensemble, Member
from ..families.kernel import KernelPart
from ..families.linear import LinearPart
from ..families.perceptron import PerceptronPart
from ..families.pool import VOTES, Model, Part, Pool
from ..families.trees import Trees
from ..inference.architecture import Architecture
from .files import Arrays

LEAST_VOTE = 1e-6
STANDING = {"trees": Trees, "bivariate": BivariatePart, "svm": KernelPart, "perceptron": PerceptronPart}
"""Where a model is stored that no network adds to."""
KINDS = ("linear", *STANDING)


def model_record(model: Model) -> dict[str, Any]:
    """What is not an array: ``linear``, ``trees`` and ``members`` of a model, or the ``pool`` of several."""
    if isinstance(model, Ensemble):
        return {**_ensemble_record(model), "pool": None}
    parts = [
        {"family": part.family, "votes": part.votes, **_ensemble_record(part.model)} for part in model.parts
    ]
    bare = dict.fromkeys(KINDS)
    return {**bare, "members": [], "pool": parts, "pool_by_votes": model.by_votes}


def _kind(base: Base) -> str:
    found = [name for name, kind in STANDING.items() if isinstance(base, kind)]
    return found[0] if found else "linear"


def _ensemble_record(model: Ensemble) -> dict[str, Any]:
    base = model.linear
    kind = _kind(base)
    return {
        **{name: base.to_dict() if name == kind else None for name in KINDS},
        "members": [
            {
                "seed": member.seed,
                "epochs": member.epochs,
                "keras_difference": member.difference,
                "architecture": member.architecture.to_dict(),
                "history": list(member.history),
                "history_parts": [list(epoch) for epoch in member.parts],
                "own_base": member.own_base.to_dict() if member.own_base else None,
            }
            for member in model.members
        ],
        "jackknife_scale": model.jackknife_scale,
        "with_pf": model.with_pf,
        "bases": [base.to_dict() for base in model.bases],
    }


def model_arrays(model: Model) -> Arrays:
    """All arrays of a model under unique names."""
    if isinstance(model, Ensemble):
        return _ensemble_arrays(model, "")
    arrays: Arrays = {}
    for number, part in enumerate(model.parts):
        arrays |= _ensemble_arrays(part.model, f"pool{number}/")
    return arrays


def _ensemble_arrays(model: Ensemble, start: str) -> Arrays:
    arrays = {
        f"{start}{number}/{name}": values
        for number, member in enumerate(model.members)
        for name, values in member.weights.items()
    }
    base = model.linear
    if isinstance(base, (Trees, KernelPart, PerceptronPart)):
        arrays |= {f"{start}{_kind(base)}/{name}": values for name, values in base.to_arrays().items()}
    return arrays


def stored_model(record: Mapping[str, Any], arrays: Arrays) -> Model:
    """The model of a record and its arrays.

    Raises
    ------
    BundleError
        An array that belongs to no part of the record, or a part without its arrays.
    """
    profile, rain = record["profile_scaler"], record["trigger_scaler"]
    base = _Scalers(
        Encoder.from_dict(record["encoder"]),
        ProfileScaler.from_dict(profile) if profile else None,
        TriggerScaler.from_dict(rain) if rain else None,
        float(record["shift"]),
    )
    left = dict(arrays)
    entries = record.get("pool")
    if entries:
        parts = tuple(
            Part(str(entry["family"]), float(entry["votes"]), base.ensemble(entry, left, f"pool{number}/"))
            for number, entry in enumerate(entries)
        )
        by_votes = bool(record.get("pool_by_votes", True))
        if not _whole(parts, by_votes):
            raise BundleError(f"The votes of the stacked mean do not make {VOTES}; train again")
        model: Model = Pool(parts, by_votes)
    else:
        model = base.ensemble(record, left, "")
    if left:
        raise BundleError(f"The record names no member that {next(iter(left))} belongs to; train again")
    return model


def _whole(parts: Sequence[Part], by_votes: bool) -> bool:
    """Whether the votes are more than 0 and make ten; whole ones where a part stands for itself in each."""
    votes = [part.votes for part in parts]
    if by_votes and any(count != int(count) for count in votes):
        return False
    return min(votes) > 0 and abs(sum(votes) - VOTES) < LEAST_VOTE


class _Scalers:
    """What all parts of a model share."""

    def __init__(
        self, encoder: Encoder, profile: Optional[ProfileScaler], rain: Optional[TriggerScaler], shift: float
    ) -> None:
        self.encoder, self.profile, self.rain, self.shift = encoder, profile, rain, shift

    def ensemble(self, entry: Mapping[str, Any], left: Arrays, start: str) -> Ensemble:
        """The ensemble of one entry; its arrays are taken out of ``left``."""
        base = self._base(entry, left, start)
        members = tuple(
            Member(
                seed=int(one["seed"]),
                architecture=Architecture.from_dict(one["architecture"]),
                weights=_taken(left, f"{start}{number}/"),
                epochs=int(one["epochs"]),
                difference=float(one["keras_difference"]),
                own_base=_own_base(one),
                history=tuple(float(loss) for loss in one.get("history", ())),
                parts=tuple(tuple(epoch) for epoch in one.get("history_parts", ())),
            )
            for number, one in enumerate(entry["members"])
        )
        return Ensemble(
            encoder=self.encoder,
            profile_scaler=self.profile,
            trigger_scaler=self.rain,
            linear=base,
            members=members,
            shift=self.shift,
            jackknife_scale=float(entry.get("jackknife_scale", 1.0)),
            with_pf=bool(entry.get("with_pf", False)),
            bases=tuple(_curves(one) for one in entry.get("bases", ())),
        )

    def _base(self, entry: Mapping[str, Any], left: Arrays, start: str) -> Base:
        columns = len(self.encoder.columns)
        if entry.get("bivariate"):
            return BivariatePart.from_dict(entry["bivariate"], columns)
        inputs = columns + bool(entry.get("with_pf"))
        for name, kind in (("svm", KernelPart), ("perceptron", PerceptronPart)):
            if entry.get(name):
                machine: Base = kind.from_parts(entry[name], _taken(left, f"{start}{name}/"), inputs)
                return machine
        if entry.get("trees"):
            trees = Trees.from_parts(entry["trees"], _taken(left, f"{start}trees/"))
            if trees.sizes[0] != inputs:
                raise BundleError("The stored trees do not fit the factors; train again")
            return trees
        return _curves(entry["linear"])


def _curves(stored: Mapping[str, Any]) -> Union[LinearPart, AdditivePart]:
    """The linear or additive part of a record."""
    return (AdditivePart if stored.get("kind") == "additive" else LinearPart).from_dict(stored)


def _own_base(one: Mapping[str, Any]) -> Optional[Union[LinearPart, AdditivePart]]:
    stored = one.get("own_base") or one.get("without_block")
    return _curves(stored) if stored else None


def _taken(left: Arrays, start: str) -> Arrays:
    return {name[len(start) :]: left.pop(name) for name in list(left) if name.startswith(start)}
