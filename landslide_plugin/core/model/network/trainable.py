"""A network in training: what a step does to the parameters of members side by side, and what it makes of cells.

Parameters and optimiser slots are flat vectors, so a new member or a new fold starts from another
vector and nothing is rebuilt; dropout is drawn by the member's own seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...types.odds import gate_of, log_odds
from ..inference.architecture import Architecture
from . import losses
from .batch import (
    Batch,
    DrawnTrigger,
    LossWeights,
    MemberWeights,
    Packed,
    Rows,
    Sight,
    Step,
    beside,
    gathered,
)
from .by_hand.dropout import NOTHING_DROPPED, Dropped, drawn, shapes_dropped
from .by_hand.scenario_network import Inputs, logits
from .by_hand.weights import Layout, WeightFrame
from .extra_terms import STEP, ExtraTerms
from .initial import draw_initial
from .keras_twin import KerasTwin, require_packages
from .optimiser import State, adamw_step
from .training_arrays import TrainingArrays
from .weights import Weights

Floats = npt.NDArray[np.float32]
SCALE_RATE = 20.0
PRIOR_GUARD = 1e-6
"""How near to 0 and 1 a prior may be where its log odds are told."""

PAIRS_SHARE = 16
"""A batch holds one cell of a finite difference for so many of its cells."""
AT_ONCE = 4096
"""Cells whose logits are computed at once, at most, where nothing is learnt."""
MOST_BESIDE, MOST_VALUES = 10, 2**19
"""Members side by side at most, and values that their inputs give together."""
NO_TERMS = ExtraTerms()


class Learners:
    """Members in training side by side: their state, and room for their gradients.

    Parameters
    ----------
    layout : Layout
    state : State
    """

    def __init__(self, layout: Layout, state: State) -> None:
        self._layout, self.state, self.gradient = layout, state, np.zeros_like(state.parameters)
        self.frame = WeightFrame(layout, state.parameters, self.gradient)

    def keep(self, members: list[int]) -> Learners:
        """Some of the members."""
        return Learners(self._layout, self.state.keep(members))


class TrainableNetwork:
    """One architecture with its step and loss.

    Parameters
    ----------
    architecture : Architecture
    triggers : float32 array (scenarios, trigger_dim) or (cells, scenarios, trigger_dim)
        Scaled. Those of cells are not kept: each step takes the triggers of its own cells.
    pairs : int32 array (pairs, 2)
        Scenarios that can be compared, lower first.
    batch : int
        Cells a step.
    residual : bool
        Whether the network starts at zero on top of a linear part.
    terms : ExtraTerms, optional
        Directions of the monotone term, and scenarios between which triggers are drawn.

    Raises
    ------
    WorkerError
        What it made could not be checked, see ``keras_twin``.
    """

    def __init__(
        self,
        architecture: Architecture,
        triggers: Floats,
        pairs: npt.NDArray[np.int32],
        batch: int,
        residual: bool,
        terms: ExtraTerms = NO_TERMS,
    ) -> None:
        require_packages()
        self.architecture, self.batch, self.residual, self.terms = architecture, batch, residual, terms
        self._by_cell, self._scenarios, self.pairs = triggers.ndim == 3, triggers.shape[-2], pairs
        self._triggers = np.empty((0, 0), np.float32) if self._by_cell else triggers.astype(np.float32).T
        self._layout = layout = Layout(architecture)
        scales = ("scale", "rise.scale")
        self._scales = layout.each({name: float(name in scales) for name in layout.shapes})
        self._rates = np.where(self._scales > 0, np.float32(SCALE_RATE), np.float32(1.0))
        kernels = (".kernel", ".recurrent")
        self._decayed = layout.each({name: float(name.endswith(kernels)) for name in layout.shapes})
        kept = ("rise.kernel", "rise.scale")
        self._floors = layout.each({name: 0.0 if name in kept else -np.inf for name in layout.shapes})
        self._floored = any(name in layout.shapes for name in kept)

    @cached_property
    def twin(self) -> KerasTwin:
        """The same network in Keras, built when it is first asked for."""
        return KerasTwin(self.architecture)

    def initial(self, seed: int) -> Floats:
        """Parameters (p,) that a seed starts from."""
        rng = np.random.default_rng([seed, 0])
        scale = 0.0 if self.residual else 1.0
        return self._layout.vector(
            {name: draw_initial(name, shape, rng, scale) for name, shape in self._layout.shapes.items()}
        )

    def weights(self, parameters: Floats) -> Weights:
        """Named arrays of a parameter vector."""
        views = self._layout.views(np.array(parameters, np.float32)[None])
        return {name: values[0].copy() for name, values in views.items()}

    def parameters(self, weights: Weights) -> Floats:
        """The vector of named arrays."""
        return self._layout.vector(weights)

    def logits_of(
        self, weights: Weights, static: Floats, profile: Floats, triggers: Optional[Floats] = None
    ) -> Floats:
        """Logits (n, scenarios) as Keras computes them; ``triggers`` (n, scenarios, k) if each has its own."""
        return self.twin.logits(weights, static, profile, self.met(triggers))

    def learnt_logits_of(
        self, weights: Weights, static: Floats, profile: Floats, triggers: Optional[Floats] = None
    ) -> Floats:
        """The same as the steps of a training compute them, without dropout."""
        frame, met = WeightFrame(self._layout, self.parameters(weights)[None]), self.met(triggers)
        cells = np.concatenate([static, profile.reshape(len(static), -1)], axis=1).T
        columns = met.transpose(2, 1, 0) if met.ndim == 3 else met.T[:, :, None]
        inputs = Inputs(cells[None], columns[None])
        found = logits(frame, self.architecture, inputs, NOTHING_DROPPED)[0][0]
        return np.ascontiguousarray(np.broadcast_to(found, (met.shape[-2], len(static))).T)

    @property
    def made_with(self) -> Floats:
        """Triggers to make such a network again: those (S, k) that all cells share, else none (0, S, k)."""
        none = np.empty((0, self._scenarios, self.architecture.trigger_dim), np.float32)
        return none if self._by_cell else self._triggers.T

    def met(self, triggers: Optional[Floats]) -> Floats:
        """Triggers that cells meet: their own (n, S, k), or those (S, k) that all share."""
        return triggers if self._by_cell and triggers is not None else self._triggers.T

    def added_to(self, parameters: Floats, cells: TrainingArrays) -> Floats:
        """Logits (n, scenarios) that the network adds at cells, without dropout, as its steps compute them."""
        return np.ascontiguousarray(self.seen(parameters, self.sight(cells, directed=False))[0].T)

    def sight(self, cells: TrainingArrays, directed: bool) -> Sight:
        """Cells to be seen over and over, in the order of batches; ``directed`` with those of finite differences."""
        place = np.arange(len(cells), dtype=np.int32)
        batch = gathered([Packed(cells)], [place])
        if not (directed and self.terms.directed):
            return Sight(batch, None, batch.cells, self._common(batch))
        pairs = self._moved(batch.picked(place[place % self.batch < self._few]))
        met = self._common(batch)
        if self._by_cell:
            met = np.concatenate([met, self._common(pairs)], axis=3)
        return Sight(batch, pairs, np.concatenate([batch.cells, pairs.cells], axis=2), met)

    def seen(self, parameters: Floats, sight: Sight) -> Floats:
        """What the network adds (1, scenarios, cells), so many cells at once that memory is bounded."""
        frame = WeightFrame(self._layout, np.asarray(parameters, np.float32)[None])
        found, each = [], sight.triggers.shape[3] > 1
        for start in range(0, sight.cells.shape[2], AT_ONCE):
            part = slice(start, start + AT_ONCE)
            met = sight.triggers[..., part] if each else sight.triggers
            inputs = Inputs(sight.cells[..., part], met)
            found.append(logits(frame, self.architecture, inputs, NOTHING_DROPPED)[0])
        return found[0] if len(found) == 1 else np.concatenate(found, axis=2)

    @property
    def beside(self) -> int:
        """Members that learn side by side at most: where they are wide, more would only leave the processor's cache."""
        a = self.architecture
        each = self.batch * (a.static_dim * a.hidden_units + a.layers * a.properties * a.embed_dim)
        return int(np.clip(MOST_VALUES // each, 1, MOST_BESIDE))

    def beyond_labels(self, weights: LossWeights) -> bool:
        """Whether the loss has terms that no logits of cells tell: triggers of cells, directions, focal loss."""
        return self._by_cell or self.terms.directed or weights.gamma > 0.0

    def falls(self, logits: Floats, weights: Floats) -> float:
        """How far logits (n, scenarios) fall although every trigger grows or stays, as ``losses.order_term`` says."""
        if not len(self.pairs):
            return 0.0
        lower, upper = self.pairs.T
        drops = np.maximum(logits[:, lower].astype(np.float64) - logits[:, upper], 0.0)
        return float(weights @ drops.mean(axis=1))

    def loss(self, parameters: Floats, cells: TrainingArrays, weights: LossWeights) -> float:
        """Mean loss of cells without dropout, their order being that of batches."""
        sight = self.sight(cells, directed=True)
        return self.loss_seen(self.seen(parameters, sight), sight, weights)

    def loss_seen(self, added: Floats, sight: Sight, weights: LossWeights) -> float:
        """Mean loss of cells where the network adds what ``seen`` found."""
        told, count = MemberWeights.of([weights]), sight.count
        total = float(self.weighed(added[..., :count], sight.batch, told)[0][0])
        if sight.pairs is not None and weights.monotone > 0.0:
            total += float(self.fallen(added[..., count:], sight.pairs, told)[0][0])
        return total

    @property
    def _few(self) -> int:
        """Cells of a batch of which a finite difference is taken."""
        return max(1, self.batch // PAIRS_SHARE)

    def begin(self, parameters: Floats) -> Learners:
        """Members (members, p) at the start of their training."""
        return Learners(self._layout, State.at(parameters))

    def step(
        self,
        learners: Learners,
        data: Sequence[Packed],
        rows: Sequence[Rows],
        weights: Sequence[LossWeights],
        steps: Sequence[Step],
        sources: Sequence[np.random.SFC64],
    ) -> None:
        """Move each member's parameters by one batch of its own; members do not touch each other."""
        state, gradient, frame = learners.state, learners.gradient, learners.frame
        gradient[...] = 0.0
        batch, told, drawn_at = gathered(data, rows), MemberWeights.of(weights), DrawnTrigger.of(steps)
        self._learn(frame, batch, told, drawn_at, sources=sources)
        number, rate, decay = (
            beside([getattr(step, name) for step in steps])[:, 0] for name in ("number", "rate", "decay")
        )
        adamw_step(state, gradient, number, rates=rate * self._rates, decays=decay * self._decayed)
        if self._floored:
            np.maximum(state.parameters, self._floors, out=state.parameters)

    def _learn(
        self,
        frame: WeightFrame,
        batch: Batch,
        weights: MemberWeights,
        drawn_at: DrawnTrigger,
        sources: Sequence[np.random.SFC64],
    ) -> None:
        """Add the gradients of a batch's loss to the frame's slopes."""
        terms, plain = self.terms, self._common(batch)
        triggers = self._and_between(plain, drawn_at) if terms.prior_between else plain
        few = batch.picked(np.arange(self._few)) if terms.directed or terms.order_between else None
        # Where no trigger meets dropout, pairs of cells stand beside the batch in one pass.
        pairs = self._moved(few) if terms.directed and few is not None else None
        beside_it = pairs if self.architecture.rising else None
        cells = batch.cells if beside_it is None else np.concatenate([batch.cells, beside_it.cells], axis=2)
        met = triggers
        if beside_it is not None and self._by_cell:
            own = self._common(beside_it)
            own = self._and_between(own, drawn_at) if terms.prior_between else own
            met = np.concatenate([triggers, own], axis=3)
        dropped = self._dropped(cells.shape[2], met, batch.cells.shape[2], sources)
        added, back = logits(frame, self.architecture, Inputs(cells, met), dropped)
        count, scenarios = batch.cells.shape[2], self._scenarios
        slope = np.zeros_like(added)
        slope[:, :scenarios, :count] = self.weighed(
            added[:, :scenarios, :count], batch, weights, ordered=not terms.order_between
        )[1]
        if terms.prior_between:
            slope[:, scenarios:, :count] = self.prior_between(
                added[:, scenarios:, :count], batch, weights, drawn_at
            )[1]
        if beside_it is not None:
            slope[:, :scenarios, count:] = self.fallen(added[:, :scenarios, count:], beside_it, weights)[1]
        back(slope)
        if pairs is not None and beside_it is None:
            again, back = logits(
                frame, self.architecture, Inputs(pairs.cells, self._common(pairs)), NOTHING_DROPPED
            )
            back(self.fallen(again, pairs, weights)[1])
        if terms.order_between and few is not None:
            every = self._and_between(self._common(few), drawn_at)
            again, back = logits(frame, self.architecture, Inputs(few.cells, every), NOTHING_DROPPED)
            back(self.order_between(again, few, every, weights, drawn_at=drawn_at)[1])

    def _common(self, batch: Batch) -> Floats:
        """Triggers (members, columns, scenarios, cells or 1) of a batch."""
        if batch.triggers is not None:
            return batch.triggers
        shared = self._triggers[None, :, :, None]
        return np.broadcast_to(shared, (len(batch.cells), *shared.shape[1:]))

    def _and_between(self, triggers: Floats, drawn_at: DrawnTrigger) -> Floats:
        """Triggers and, behind them, one drawn between two."""
        turned = triggers.swapaxes(1, 2)
        middle = losses.between(turned, drawn_at.low, drawn_at.high, drawn_at.share)
        return np.concatenate([triggers, middle.swapaxes(1, 2)], axis=2)

    def _dropped(
        self, columns: int, triggers: Floats, count: int, sources: Sequence[np.random.SFC64]
    ) -> Dropped:
        """Dropout of a batch of ``count`` cells; the columns behind them keep all units."""
        a, own = self.architecture, triggers.shape[3] > 1
        shapes = shapes_dropped(a, columns, triggers.shape[2], own)
        dropped = drawn(sources, shapes, a.dropout)
        if columns > count:
            for values in dropped.factors.values():
                values.reshape(*values.shape[:-1], -1, columns)[..., count:] = 1.0
        return dropped

    def weighed(
        self, added: Floats, batch: Batch, weights: MemberWeights, ordered: bool = True
    ) -> losses.Term:
        """Loss of a batch whose network adds ``added`` (members, scenarios, cells) to the offsets, and its slope.

        Without ``ordered`` the order of the scenarios is judged elsewhere.
        """
        logits = batch.offset + added
        sampled = logits + batch.label_offset[:, None]
        loss, slope = losses.inventory_term(sampled, batch.labels, batch.label_weights, weights.gamma)
        terms = [
            (weights.prior, losses.prior_term(logits, batch.prior, batch.prior_weights)),
            (weights.sign, losses.sign_term(logits, batch.side, batch.side_weights, weights.level)),
        ]
        if ordered and batch.triggers is not None:
            falls = losses.order_by_cell_term(logits, batch.triggers, batch.cell_weights)
            terms.append((weights.order, falls))
        elif ordered and len(self.pairs):
            terms.append((weights.order, losses.order_term(logits, self.pairs, batch.cell_weights)))
        for weight, (value, own) in terms:
            loss = loss + weight.ravel() * value
            slope = slope + weight * own
        return loss, slope

    def prior_between(
        self, added: Floats, batch: Batch, weights: MemberWeights, drawn_at: DrawnTrigger
    ) -> losses.Term:
        """Prior at the trigger drawn, as at one more scenario; its log odds lie on a line between two.

        Parameters
        ----------
        added : float32 array (members, 1, cells)
            What the network adds there.
        """
        ends = drawn_at.low, drawn_at.high
        middle = losses.between(batch.offset, *ends, drawn_at.share) + added
        odds = log_odds(batch.prior, guard=PRIOR_GUARD).astype(np.float32)
        wanted = gate_of(losses.between(odds, *ends, drawn_at.share))
        members = np.arange(len(added))
        known = np.minimum(*(batch.prior_weights[members, end] for end in ends))[:, None]
        value, slope = losses.prior_term(middle, wanted, known)
        return weights.prior.ravel() * value, weights.prior * slope

    def order_between(
        self, added: Floats, few: Batch, triggers: Floats, weights: MemberWeights, drawn_at: DrawnTrigger
    ) -> losses.Term:
        """Of a few cells of the batch, how far log odds fall among all scenarios and the trigger drawn.

        Without dropout: it differs from scenario to scenario, and where they lie near each other it would
        weigh more than what they differ by.
        """
        middle = losses.between(few.offset, drawn_at.low, drawn_at.high, drawn_at.share)
        together = np.concatenate([few.offset, middle], axis=1) + added
        value, slope = losses.order_by_cell_term(together, triggers, few.cell_weights)
        share = weights.order * np.float32(self.batch / self._few)
        return share.ravel() * value, share * slope

    def _moved(self, few: Batch) -> Batch:
        """Cells and, behind them, themselves one step wetter and weaker."""
        a, terms = self.architecture, self.terms
        soil = np.tile(np.array(terms.soil or np.zeros(a.properties), np.float32), a.layers)
        static = np.array(terms.static or np.zeros(a.static_dim), np.float32)
        moved = few.cells + np.float32(STEP) * np.concatenate([static, soil])[:, None]
        twice = few.picked(np.tile(np.arange(few.cells.shape[2]), 2))
        twice.cells[:, :, few.cells.shape[2] :] = moved
        return twice

    def fallen(self, added: Floats, pairs: Batch, weights: MemberWeights) -> losses.Term:
        """Of cells of the batch, each beside itself one step wetter and weaker, how far log odds fall."""
        few = added.shape[2] // 2
        before, after = added[:, :, :few], added[:, :, few:] + pairs.tilt[:, None, :few]
        value, slope = losses.monotone_term(before, after, pairs.cell_weights[:, :few])
        share = weights.monotone * np.float32(self.batch / self._few)
        return share.ravel() * value, share * np.concatenate([slope, -slope], axis=2)
