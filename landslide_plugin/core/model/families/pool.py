"""A stacked mean: several models vote, and each family has as many votes as it earned out of fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
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
TOWARDS_EQUAL = 0.1
SURE = 1e-6


@dataclass(frozen=True)
class Part:
    """One family of a pool and its votes."""

    family: str
    votes: int
    model: Ensemble


@dataclass(frozen=True)
class Pool:
    """Ten votes on one probability; a part with three of them counts three tenths.

    The mean over the votes is the weighted mean of the families' probabilities, and their standard
    deviation says how far the families differ. An ensemble votes with the mean of its members.

    Attributes
    ----------
    parts : tuple of Part
        All fitted to the same samples, so that they share encoder and scalers.
    """

    parts: tuple[Part, ...]

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
    def shift(self) -> float:
        """Correction of the odds to the landslide share asked for."""
        return self.parts[0].model.shift

    def logits(
        self, static: Any, profile: Optional[Any], triggers: Optional[npt.NDArray[Any]]
    ) -> npt.NDArray[np.float32]:
        """Log odds (votes, n, scenarios) without the shift."""
        return self.voted([part.model.logits(static, profile, triggers) for part in self.parts])

    def voted(self, logits: Sequence[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
        """Log odds (votes, n, scenarios) of the members' log odds of each part."""
        ballots = []
        for part, own in zip(self.parts, logits):
            p = mean(probability_of(own), np.float64)
            ballots += [log_odds(p, guard=SURE).astype(np.float32)] * part.votes
        return np.stack(ballots)

    def probability(
        self, static: Any, profile: Optional[Any], triggers: Optional[npt.NDArray[Any]]
    ) -> npt.NDArray[np.float32]:
        """Probability (votes, n, scenarios), corrected by the shift."""
        return probability_of(self.logits(static, profile, triggers) + np.float32(self.shift))


Model = Union[Ensemble, Pool]


def pool(models: Mapping[str, Ensemble], votes: Mapping[str, int]) -> Pool:
    """The pool of the models that have a vote."""
    return Pool(tuple(Part(name, count, models[name]) for name, count in votes.items() if count > 0))


def choose_votes(
    labels: npt.NDArray[Any], held_out: Mapping[str, Floats], rows: Optional[npt.NDArray[np.bool_]] = None
) -> dict[str, int]:
    """Votes of each model that give held-out labels the largest likelihood.

    All ways to share ten votes are tried. A tenth of a nat a row times the squared distance from
    equal votes is added, so that chance alone does not decide between models that do alike.

    Parameters
    ----------
    labels : array (n,)
    held_out : mapping of str to float64 array (n,)
        Out-of-fold probabilities; rows where any is NaN are left out.
    rows : bool array (n,), optional
        Rows to look at.

    Examples
    --------
    >>> y = np.array([0, 1] * 20)
    >>> choose_votes(y, {"right": np.where(y, 0.9, 0.1), "wrong": np.where(y, 0.1, 0.9)})
    {'right': 10, 'wrong': 0}
    """
    names = list(held_out)
    table = np.stack([held_out[name] for name in names])
    known = np.isfinite(table).all(axis=0)
    if rows is not None:
        known &= rows
    truth = np.asarray(labels)[known] > 0
    if not truth.size:
        return _nearly_equal(names)
    right = np.where(truth, table[:, known], 1.0 - table[:, known])
    best, lowest = _nearly_equal(names), np.inf
    for shares in _shares(len(names)):
        weight = np.array(shares) / VOTES
        loss = -float(np.log(np.maximum(weight @ right, SURE)).mean())
        loss += TOWARDS_EQUAL * float(((weight - 1.0 / len(names)) ** 2).sum())
        if loss < lowest:
            best, lowest = dict(zip(names, shares)), loss
    return best


def _nearly_equal(names: Sequence[str]) -> dict[str, int]:
    return {name: VOTES // len(names) + (i < VOTES % len(names)) for i, name in enumerate(names)}


def _shares(parts: int) -> list[tuple[int, ...]]:
    """All ways to share the votes among some parts."""
    ways = []
    for bars in combinations(range(VOTES + parts - 1), parts - 1):
        edges = (-1, *bars, VOTES + parts - 1)
        ways.append(tuple(high - low - 1 for low, high in zip(edges, edges[1:])))
    return ways


def pooled(held_out: Mapping[str, Floats], votes: Mapping[str, int]) -> Floats:
    """Weighted mean (n,) of probabilities; NaN where a model with a vote has none.

    >>> p = {"a": np.array([0.2]), "b": np.array([0.4]), "c": np.array([np.nan])}
    >>> pooled(p, {"a": 5, "b": 5, "c": 0}).round(12).tolist()
    [0.3]
    """
    return np.asarray(sum(count / VOTES * held_out[name] for name, count in votes.items() if count > 0))
