"""A fitted ensemble: encoders, linear part and networks, as NumPy alone runs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...samples.encoding import Encoder
from ...samples.scaling import ProfileScaler, TriggerScaler
from ...types.odds import log_odds, probability_of
from ..inference.architecture import Architecture
from ..inference.layers import Weights
from ..inference.network import ForwardNetwork, adds
from ..inference.sums import mean
from .additive import AdditivePart, logits_together
from .bivariate import BivariatePart
from .kernel import KernelPart
from .linear import LinearPart
from .perceptron import PerceptronPart
from .prior_column import with_prior
from .trees import Trees

Floats = npt.NDArray[np.float32]
Base = Union[LinearPart, AdditivePart, Trees, BivariatePart, KernelPart, PerceptronPart]
CHUNK = 8192
TINY = 1e-15


@dataclass(frozen=True)
class Member:
    """One network of an ensemble.

    Attributes
    ----------
    seed : int
    architecture : Architecture
    weights : dict of str to float32 array
    epochs : int
        Epoch whose weights were kept; 0 says that the linear part alone did best.
    difference : float
        Largest difference in probability between this network in Keras and in NumPy, at samples.
    own_base : LinearPart, AdditivePart or None
        The base that this member's network adds to, where it is not the common one.
    history : tuple of float
        Loss on that block after each epoch, from epoch 0 on.
    parts : tuple of tuple
        For each epoch the part of the loss by the inventory, that by the prior, and the AUROC on the block; None
        where there is none.
    """

    seed: int
    architecture: Architecture
    weights: Weights
    epochs: int = 0
    difference: float = 0.0
    own_base: Optional[Union[LinearPart, AdditivePart]] = None
    history: tuple[float, ...] = ()
    parts: tuple[tuple[Optional[float], ...], ...] = ()


@dataclass(frozen=True)
class Ensemble:
    """Networks on a common base; without networks the base alone.

    Attributes
    ----------
    encoder : Encoder
    profile_scaler : ProfileScaler or None
    trigger_scaler : TriggerScaler or None
    linear : LinearPart, AdditivePart, Trees, BivariatePart, KernelPart or PerceptronPart
        The base that the networks add to; but for the first two, models that stand alone.
    members : tuple of Member
        Empty for a model without networks, which then counts as one member.
    shift : float
        Added to every logit: corrects the class weight and the sampling to the landslide share asked for.
    jackknife_scale : float
        Factor on the deviations of the members' bases: 1, but in older bundles, whose bases are those
        without a block.
    bases : tuple of LinearPart or AdditivePart
        Members of a model without networks: bases that spread round the common one as if the samples had come
        from other parts of the area. Empty for one member.
    with_pf : bool
        Whether the probability of failure of slope physics is an input, as ``with_prior`` says.
    """

    encoder: Encoder
    profile_scaler: Optional[ProfileScaler]
    trigger_scaler: Optional[TriggerScaler]
    linear: Base
    members: tuple[Member, ...]
    shift: float = 0.0
    jackknife_scale: float = 1.0
    bases: tuple[Union[LinearPart, AdditivePart], ...] = ()
    with_pf: bool = False

    @property
    def count(self) -> int:
        """Number of members."""
        return max(len(self.members), len(self.bases), 1)

    def inputs(
        self,
        static: Floats,
        profile: Optional[Floats],
        triggers: Optional[npt.NDArray[Any]],
        pf: Optional[npt.NDArray[Any]] = None,
    ) -> tuple[Floats, Floats, Floats]:
        """Encoded factors (n, d), scaled profiles (n, layers, properties), scaled triggers (S, k) or (n, S, k).

        With the probability of failure ``pf`` (n, S) behind factors and triggers, where the model has that input.
        """
        encoded, rain = self.encoder.transform(static), self._triggers(triggers)
        if self.with_pf:
            encoded, rain = with_prior(encoded, rain, pf)
        return encoded, self._profile(profile, len(static)), rain

    def _profile(self, profile: Optional[Floats], count: int) -> Floats:
        if self.profile_scaler is None:
            return np.zeros((count, 1, 1), np.float32)
        if profile is None:
            raise InputError("This model was trained with a soil profile; give one with the same layers")
        architecture = self.members[0].architecture if self.members else None
        if architecture and profile.shape[1:] != (architecture.layers, architecture.properties):
            raise InputError(
                f"The soil profile has {profile.shape[1]} layers x {profile.shape[2]} properties; "
                f"the model needs {architecture.layers} x {architecture.properties} "
                f"({', '.join(self.profile_scaler.names)})"
            )
        return self.profile_scaler.transform(profile)

    def _triggers(self, triggers: Optional[npt.NDArray[Any]]) -> Floats:
        if self.trigger_scaler is None:
            return np.zeros((1, 0), np.float32)
        if triggers is None:
            raise InputError(
                f"This model was trained with triggers {', '.join(self.trigger_scaler.names)}; give a scenario"
            )
        return self.trigger_scaler.transform(np.atleast_2d(triggers))

    def logits(
        self,
        static: Floats,
        profile: Optional[Floats],
        triggers: Optional[npt.NDArray[Any]],
        pf: Optional[npt.NDArray[Any]] = None,
    ) -> Floats:
        """Logits (members, n, scenarios) without the shift; NaN where an input is missing or unseen."""
        scenarios = self._triggers(triggers).shape[-2]
        # those that stay at a scale of 0 add nothing, and are not computed
        networks = {
            number: ForwardNetwork(member.architecture, member.weights)
            for number, member in enumerate(self.members)
            if adds(member.weights)
        }
        out = np.full((self.count, len(static), scenarios), np.nan, np.float32)
        for start in range(0, len(static), CHUNK):
            part = slice(start, start + CHUNK)
            soil = None if profile is None else profile[part]
            chance = None if pf is None else pf[part]
            encoded, scaled, steps = self.inputs(static[part], soil, triggers_of(triggers, part), chance)
            rows = np.flatnonzero(usable(encoded, scaled, steps))
            steps = triggers_of(steps, rows)
            base = self.base_logits(encoded[rows], scaled[rows], steps)
            out[:, start + rows] = base
            for number, network in networks.items():
                out[number, start + rows] = base[number] + network.logits(encoded[rows], scaled[rows], steps)
        return out

    def base_logits(self, static: Floats, profile: Floats, triggers: Floats) -> Floats:
        """Logits (members, n, scenarios) of the members' bases; the mean of their probabilities is the common base's.

        How the bases spread, see ``spread``. Log odds with that mean would not do: the mean probability of
        members far apart is drawn to one half, and most where the samples say least, which changes the order of
        cells. Arguments are as ``inputs`` returns them.
        """
        common = self.linear.logit(static, profile, triggers)
        shape = (self.count, *common.shape)
        own = [*self.bases, *(member.own_base for member in self.members if member.own_base is not None)]
        if len(own) < self.count or not own:
            return np.broadcast_to(common.astype(np.float32), shape)
        parts = _own_logits(own, static, profile, triggers)
        return _around(common, self.jackknife_scale * (parts - mean(parts)))

    def before_networks(self) -> Ensemble:
        """The same members on the same bases, to which no network adds anything: the ensemble at epoch 0."""
        if not self.members:
            return self
        own = [member.own_base for member in self.members if member.own_base is not None]
        bases = tuple(own) if len(own) == len(self.members) else ()
        return replace(self, members=(), bases=bases)

    def probability(
        self, static: Floats, profile: Optional[Floats], triggers: Optional[npt.NDArray[Any]]
    ) -> Floats:
        """Probability (members, n, scenarios), corrected by the shift."""
        return probability_of(self.logits(static, profile, triggers) + np.float32(self.shift))


def _own_logits(
    bases: Sequence[Union[LinearPart, AdditivePart]], static: Floats, profile: Floats, triggers: Floats
) -> npt.NDArray[np.float64]:
    """Log odds (bases, n, scenarios) of the members' own bases."""
    curved = [base for base in bases if isinstance(base, AdditivePart)]
    if len(curved) == len(bases):
        return logits_together(curved, static, profile, triggers)
    return np.stack([base.logit(static, profile, triggers) for base in bases])


def _around(common: npt.NDArray[np.float64], deviations: npt.NDArray[np.float64]) -> Floats:
    """Logits of members that deviate from a common logit, moved such that their mean probability is its own.

    >>> moved = _around(np.array([-3.0, 0.0, 3.0]), np.array([[-2.0] * 3, [2.0] * 3]))
    >>> [round(float(p), 5) for p in probability_of(moved).mean(axis=0)], [0.04743, 0.5, 0.95257]
    ([0.04743, 0.5, 0.95257], [0.04743, 0.5, 0.95257])
    """
    logits = common + deviations
    high, low = probability_of(logits), probability_of(-logits)
    wanted, left = probability_of(common), probability_of(-common)
    down, up = wanted / np.maximum(mean(high), TINY), left / np.maximum(mean(low), TINY)
    moved = np.where(down < 1.0, log_odds(down * high, guard=TINY), -log_odds(up * low, guard=TINY))
    return np.asarray(moved, np.float32)


def triggers_of(triggers: Any, cells: Any) -> Any:
    """Triggers of some cells where each cell has its own (n, S, k); else the one table of all.

    >>> triggers_of(np.zeros((5, 2, 1)), slice(0, 3)).shape, triggers_of(np.zeros((2, 1)), slice(0, 3)).shape
    ((3, 2, 1), (2, 1))
    """
    return triggers[cells] if triggers is not None and np.ndim(triggers) == 3 else triggers


def usable(static: Floats, profile: Floats, triggers: Floats) -> npt.NDArray[np.bool_]:
    """Cells (n,) with a number in every encoded factor, soil layer and, where they have their own, trigger.

    >>> usable(np.array([[1.0], [np.nan]]), np.zeros((2, 1, 1)), np.zeros((1, 1))).tolist()
    [True, False]
    """
    complete: npt.NDArray[np.bool_] = np.isfinite(static).all(axis=1) & np.isfinite(profile).all(axis=(1, 2))
    if triggers.ndim == 3:
        complete &= np.isfinite(triggers).all(axis=(1, 2))
    return complete
