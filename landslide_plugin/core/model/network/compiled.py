"""A network whose training step is traced once and is a pure function of its parameters.

Parameters and optimiser slots are flat vectors that go in and come out, so a new member or a new
fold starts from another vector and nothing is rebuilt; dropout is seeded by member and step.
"""

from __future__ import annotations

import os
import random
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..inference.architecture import Architecture
from . import losses
from .attentive import build_scenario_network
from .batch import Batch, DrawnTrigger, LossWeights, Step
from .extra_terms import STEP, ExtraTerms
from .initial import draw_initial
from .optimiser import Slots, adamw_step
from .training_arrays import TrainingArrays
from .weights import Weights, places_of

Floats = npt.NDArray[np.float32]
SCALE_RATE = 20.0
WITHOUT_ORDER = np.array([1, 1, 0, 1, 1, 1], np.float32)
"""``LossWeights`` where the order is judged by itself."""
PAIRS_SHARE = 16
"""A batch holds one cell of a finite difference for so many of its cells."""


def prepare_tensorflow() -> None:
    """One thread an operation and deterministic kernels: the products are too small to be split."""
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    import tensorflow as tf

    try:
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    except RuntimeError:
        # TensorFlow has already run in this process; its threads stay as they are.
        pass
    tf.config.experimental.enable_op_determinism()


def forget() -> None:
    """Forget the networks built so far and the names they took, as a new process would not know them."""
    import keras

    keras.backend.clear_session()


NO_TERMS = ExtraTerms()


class CompiledNetwork:
    """One architecture with its traced step and loss.

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
        self.architecture, self.batch, self.residual, self.terms = architecture, batch, residual, terms
        self._by_cell, self._scenarios, self._pairs = triggers.ndim == 3, triggers.shape[-2], pairs
        self._triggers = (triggers[:0] if self._by_cell else triggers).astype(np.float32)
        # Keras draws seeds of its layers from Python's global generator; ours come in with each step.
        state = random.getstate()
        self._network = build_scenario_network(architecture, residual)
        random.setstate(state)
        variables = self._network.trainable_variables
        self._shapes = [tuple(variable.shape) for variable in variables]
        self._sizes = [int(np.prod(shape)) for shape in self._shapes]
        self._places = places_of(self._network)
        self._decayed = self._per_parameter([float(v.path.endswith("kernel")) for v in variables])
        self._rates = self._per_parameter(
            [SCALE_RATE if v.path.endswith(("/scale", "/rise_scale")) else 1.0 for v in variables]
        )
        self._floors = self._per_parameter(
            [0.0 if v.path.endswith(("/rise_kernel", "/rise_scale")) else -np.inf for v in variables]
        )
        self.step, self.loss = self._traced()

    def _per_parameter(self, values: list[float]) -> Floats:
        return np.repeat(np.array(values, np.float32), self._sizes)

    def _traced(self) -> tuple[Any, Any]:
        import tensorflow as tf

        vector = tf.TensorSpec((sum(self._sizes),), tf.float32)
        rows = tf.TensorSpec((self.batch,), tf.int32)
        arrays = [tf.TensorSpec(shape, tf.float32) for shape in self._array_shapes()]
        weights = tf.TensorSpec((6,), tf.float32)
        rates, seed = tf.TensorSpec((6,), tf.float32), tf.TensorSpec((2,), tf.int32)
        plain = self._of_own_triggers if self._by_cell else self._without_dropout
        self._plain_logits = tf.function(plain, [vector, *Batch(*arrays).inputs], autograph=False)
        step = tf.function(
            self._train, [vector, vector, vector, rows, arrays, weights, rates, seed], autograph=False
        )
        loss = tf.function(self._plain_loss, [vector, rows, arrays, weights], autograph=False)
        return step, loss

    def _array_shapes(self) -> list[tuple[Optional[int], ...]]:
        a, scenarios = self.architecture, self._scenarios
        inputs: list[tuple[Optional[int], ...]] = [(None, a.static_dim), (None, a.layers, a.properties)]
        own: list[tuple[Optional[int], ...]] = [(None, scenarios, a.trigger_dim)] if self._by_cell else []
        return [*inputs, *[(None, scenarios)] * 7, *[(None,)] * 3, (None, scenarios), *own]

    def initial(self, seed: int) -> Floats:
        """Parameters (p,) that a seed starts from."""
        rng = np.random.default_rng([seed, 0])
        scale = 0.0 if self.residual else 1.0
        variables = zip(self._network.trainable_variables, self._shapes)
        parts = [draw_initial(variable.path, shape, rng, scale).ravel() for variable, shape in variables]
        return np.concatenate(parts)

    def weights(self, parameters: Floats) -> Weights:
        """Named arrays of a parameter vector."""
        parts = np.split(np.asarray(parameters), np.cumsum(self._sizes)[:-1])
        return {name: parts[place].reshape(self._shapes[place]) for name, place in self._places.items()}

    def parameters(self, weights: Weights) -> Floats:
        """The vector of named arrays; parts that no name reaches, and no result hangs on, are 0."""
        parts = [np.zeros(size, np.float32) for size in self._sizes]
        for name, place in self._places.items():
            parts[place] = np.asarray(weights[name], np.float32).ravel()
        return np.concatenate(parts)

    def logits_of(
        self, weights: Weights, static: Floats, profile: Floats, triggers: Optional[Floats] = None
    ) -> Floats:
        """Scaled logits (n, scenarios) as Keras computes them; ``triggers`` (n, scenarios, k) if each has its own."""
        own = (triggers,) if self._by_cell else ()
        return np.asarray(self._plain_logits(self.parameters(weights), static, profile, *own))

    def added_to(self, parameters: Any, cells: TrainingArrays) -> Floats:
        """Logits (n, scenarios) that the network adds at cells, without dropout, by the trace that its loss uses."""
        own = (cells.triggers,) if self._by_cell else ()
        return np.asarray(self._plain_logits(parameters, cells.static, cells.profile, *own))

    def beyond_numpy(self, weights: LossWeights) -> bool:
        """Whether the loss has terms that need the traced one: triggers of cells, directions, focal loss."""
        return self._by_cell or self.terms.directed or weights.gamma > 0.0

    def falls(self, logits: Floats, weights: Floats) -> float:
        """How far logits (n, scenarios) fall although every trigger grows or stays, as ``losses.order_term`` says."""
        if not len(self._pairs):
            return 0.0
        lower, upper = self._pairs.T
        drops = np.maximum(logits[:, lower].astype(np.float64) - logits[:, upper], 0.0)
        return float(weights @ drops.mean(axis=1))

    def _train(
        self,
        parameters: Any,
        mean: Any,
        square: Any,
        rows: Any,
        arrays: Any,
        weights: Any,
        rates: Any,
        seed: Any,
    ) -> Any:
        """Parameters and slots after one batch, given the vectors of ``LossWeights`` and of ``Step``."""
        import tensorflow as tf

        with tf.GradientTape() as tape:
            tape.watch(parameters)
            cells, step = Batch.gathered(arrays, rows), Step.of(rates)
            triggers, drawn = self._drawn_trigger(step, cells)
            added = self._added_logits(parameters, cells.static, cells.profile, triggers, seed)
            others = weights * WITHOUT_ORDER if self.terms.order_between else weights
            loss = self._batch_loss(parameters, added[:, : self._scenarios], cells, LossWeights.of(others))
            if self.terms.prior_between:
                loss += self._between_loss(added, cells, LossWeights.of(weights), drawn)
            if self.terms.order_between:
                loss += LossWeights.of(weights).order * self._order_loss(parameters, cells, drawn)
        gradient = tape.gradient(loss, parameters)
        moved, slots = adamw_step(
            parameters,
            gradient,
            Slots(mean, square),
            step=step.number,
            rates=step.rate * self._rates,
            decays=step.decay * self._decayed,
        )
        return tf.maximum(moved, self._floors), slots.mean, slots.square

    def _plain_loss(self, parameters: Any, rows: Any, arrays: Any, weights: Any) -> Any:
        cells = Batch.gathered(arrays, rows)
        logits = self._plain_logits(parameters, *cells.inputs)
        return self._batch_loss(parameters, logits, cells, LossWeights.of(weights))

    def _without_dropout(self, parameters: Any, static: Any, profile: Any) -> Any:
        return self._added_logits(parameters, static, profile, self._triggers, None)

    def _of_own_triggers(self, parameters: Any, static: Any, profile: Any, triggers: Any) -> Any:
        return self._added_logits(parameters, static, profile, triggers, None)

    def _batch_loss(self, parameters: Any, added: Any, cells: Batch, weights: LossWeights) -> Any:
        """Loss of a batch whose network adds ``added`` (cells, scenarios) to the offsets."""
        logits = cells.offset + added
        sampled = logits + cells.label_offset[:, None]
        loss = losses.inventory_term(sampled, cells.labels, cells.label_weights, weights.gamma)
        loss += weights.prior * losses.prior_term(logits, cells.prior, cells.prior_weights)
        loss += weights.sign * losses.sign_term(logits, cells.side, cells.side_weights, weights.level)
        if self._by_cell:
            order = losses.order_by_cell_term(logits, cells.triggers, cells.cell_weights)
            loss += weights.order * order
        elif len(self._pairs):
            lower, upper = self._pairs.T
            loss += weights.order * losses.order_term(logits, lower, upper, cells.cell_weights)
        if self.terms.directed:
            loss += weights.monotone * self._monotone_loss(parameters, cells)
        return loss

    def _monotone_loss(self, parameters: Any, cells: Batch) -> Any:
        """Of a few cells of the batch, each beside itself one step wetter and weaker."""
        import tensorflow as tf

        few = max(1, self.batch // PAIRS_SHARE)
        some = cells.first(few)
        wetter = some.static + STEP * np.array(self.terms.static or 0.0, np.float32)
        weaker = some.profile + STEP * np.array(self.terms.soil or 0.0, np.float32)
        moved = some._replace(static=wetter, profile=weaker)
        both = (tf.concat(pair, axis=0) for pair in zip(some.inputs, moved.inputs))
        pairs = self._plain_logits(parameters, *both)
        after = pairs[few:] + some.tilt[:, None]
        return (self.batch / few) * losses.monotone_term(pairs[:few], after, some.cell_weights)

    def _drawn_trigger(self, step: Step, cells: Batch) -> tuple[Any, DrawnTrigger]:
        """The triggers and, if the prior is met there, one drawn between two behind them; and where it lies."""
        import tensorflow as tf

        triggers = cells.triggers if self._by_cell else tf.constant(self._triggers)
        drawn = DrawnTrigger(tf.cast(step.low, tf.int32), tf.cast(step.high, tf.int32), step.share)
        if not self.terms.prior_between:
            return triggers, drawn
        return tf.concat([triggers, self._between(triggers, drawn)], axis=-2), drawn

    def _between(self, triggers: Any, drawn: DrawnTrigger) -> Any:
        """Triggers (1, k) or (cells, 1, k) at the place drawn."""
        import tensorflow as tf

        if self._by_cell:
            return losses.between(triggers, *drawn)
        return tf.transpose(losses.between(tf.transpose(triggers), *drawn))

    def _between_loss(self, added: Any, cells: Batch, weights: LossWeights, drawn: DrawnTrigger) -> Any:
        """Prior at the trigger drawn, as at one more scenario; its log odds lie on a line between two."""
        import tensorflow as tf

        middle = losses.between(cells.offset, *drawn) + added[:, self._scenarios :]
        wanted = tf.sigmoid(losses.between(losses.log_odds(cells.prior), *drawn))
        ends = tf.gather(cells.prior_weights, tf.stack([drawn.low, drawn.high]), axis=1)
        known = tf.reduce_min(ends, axis=1, keepdims=True)
        return weights.prior * losses.prior_term(middle, wanted, known)

    def _order_loss(self, parameters: Any, cells: Batch, drawn: DrawnTrigger) -> Any:
        """Of a few cells of the batch, how far log odds fall among all scenarios and the trigger drawn.

        Without dropout: it differs from scenario to scenario, and where they lie near each other it would
        weigh more than what they differ by.
        """
        import tensorflow as tf

        few = max(1, self.batch // PAIRS_SHARE)
        some = cells.first(few)
        triggers = some.triggers if self._by_cell else tf.constant(self._triggers)
        every = tf.concat([triggers, self._between(triggers, drawn)], axis=-2)
        offsets = tf.concat([some.offset, losses.between(some.offset, *drawn)], axis=1)
        logits = offsets + self._added_logits(parameters, some.static, some.profile, every, None)
        every = every if self._by_cell else tf.expand_dims(every, 0)
        return (self.batch / few) * losses.order_by_cell_term(logits, every, some.cell_weights)

    def _added_logits(self, parameters: Any, static: Any, profile: Any, triggers: Any, seed: Any) -> Any:
        """What the network adds (cells, scenarios); dropout is off without a seed."""
        import tensorflow as tf

        parts = tf.split(parameters, self._sizes)
        trainable = [tf.reshape(part, shape) for part, shape in zip(parts, self._shapes)]
        fixed = []
        for number, variable in enumerate(self._network.non_trainable_variables):
            if seed is not None and "seed_generator" in variable.path:
                fixed.append(tf.cast(tf.add(seed, [number, 0]), variable.dtype))
            else:
                fixed.append(variable.value)
        inputs = [static, profile, triggers]
        # TensorFlow refuses some of the package's layer names as the outermost scope.
        with tf.name_scope("scenarios"):
            logits, _ = self._network.stateless_call(trainable, fixed, inputs, training=seed is not None)
        return logits
