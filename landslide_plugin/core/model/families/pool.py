"""A stacked mean: several models vote, and each family has as many votes as it earned out of fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt

from ...samples.encoding import Encoder
from ...samples.scaling import ProfileScaler, TriggerScaler
from ...types.odds import log_odds, probability_of
from ..inference.sums import mean
from .ensemble import Ensemble

Floats = npt.NDArray[np.float64]
VOTES = 10
SURE = 1e-6


@dataclass(frozen=True)
class Part:
    """One family of a pool and its votes, of which a pool has ten; a part of a vote counts too."""

    family: str
    votes: float
    model: Ensemble


@dataclass(frozen=True)
class Pool:
    """Ten votes on one probability; a part with three of them counts three tenths.

    The members of a part share its votes. So the weighted mean over all members is the weighted mean of the
    families' probabilities, and their weighted variance the sum over the families of vote x (variance within the
    family + squared distance of its probability from that mean).

    Attributes
    ----------
    parts : tuple of Part
        All fitted to the same samples, so that they share encoder and scalers.
    by_votes : bool
        Whether a part votes with the mean of its members, once for each vote, as in bundles of release 0.1; the
        spread then says how far the families differ, and no more.
    """

    parts: tuple[Part, ...]
    by_votes: bool = False

    @property
    def count(self) -> int:
        """Number of members of all parts, or of votes."""
        return sum(int(part.votes) if self.by_votes else part.model.count for part in self.parts)

    @property
    def weights(self) -> Optional[Floats]:
        """What each member counts (members,), 1 in all; None where each counts alike."""
        if self.by_votes:
            return None
        total = sum(part.votes for part in self.parts)
        shares = [np.full(part.model.count, part.votes / total / part.model.count) for part in self.parts]
        found: Floats = np.concatenate(shares)
        return found

    @property
    def encoder(self) -> Encoder:
        """From raw factors to model inputs."""
        return self.parts[0].model.encoder

    @property
    def profile_scaler(self) -> Optional[ProfileScaler]:
        """Scaler of soil profiles, if any."""
        return self.parts[0].model.profile_scaler

    @property
    def trigger_scaler(self) -> Optional[TriggerScaler]:
        """Scaler of triggers, if any."""
        return self.parts[0].model.trigger_scaler

    @property
    def with_pf(self) -> bool:
        """Whether the probability of failure is an input of any part."""
        return any(part.model.with_pf for part in self.parts)

    @property
    def shift(self) -> float:
        """Correction of the odds to the landslide share asked for."""
        return self.parts[0].model.shift

    def logits(
        self,
        static: Any,
        profile: Optional[Any],
        triggers: Optional[npt.NDArray[Any]],
        pf: Optional[npt.NDArray[Any]] = None,
    ) -> npt.NDArray[np.float32]:
        """Log odds (members or votes, n, scenarios) without the shift."""
        return self.voted([part.model.logits(static, profile, triggers, pf) for part in self.parts])

    def voted(self, logits: Sequence[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
        """Log odds (members or votes, n, scenarios) of the members' log odds of each part."""
        if not self.by_votes:
            return np.concatenate(logits)
        ballots = []
        for part, own in zip(self.parts, logits):
            p = mean(probability_of(own), np.float64)
            ballots += [log_odds(p, guard=SURE).astype(np.float32)] * int(part.votes)
        return np.stack(ballots)


Model = Union[Ensemble, Pool]


def mean_probability(
    model: Model,
    static: Any,
    profile: Optional[Any],
    triggers: Optional[npt.NDArray[Any]],
    pf: Optional[npt.NDArray[Any]] = None,
) -> tuple[Floats, Floats]:
    """Mean probability (n, scenarios) of a model's members: of the samples, and with the odds shifted as on the map.

    A pool is shifted as a whole, since a mean of probabilities and a shift of their odds do not commute.
    """
    logits = model.logits(static, profile, triggers, pf)
    weights = model.weights if isinstance(model, Pool) else None
    own = mean(probability_of(logits), np.float64, weights)
    if weights is not None:
        return own, probability_of(log_odds(own, guard=SURE) + model.shift)
    return own, mean(probability_of(logits + np.float32(model.shift)), np.float64)


def pool(models: Mapping[str, Ensemble], votes: Mapping[str, float]) -> Pool:
    """The pool of the models that have a vote."""
    return Pool(tuple(Part(name, count, models[name]) for name, count in votes.items() if count > 0))


def with_shift(model: Model, shift: float) -> Model:
    """The model with another shift of its log odds, of a pool that of every part."""
    if isinstance(model, Pool):
        parts = tuple(replace(part, model=replace(part.model, shift=shift)) for part in model.parts)
        return replace(model, parts=parts)
    return replace(model, shift=shift)
