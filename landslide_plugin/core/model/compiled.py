"""A network whose training step is traced once and is a pure function of its parameters.

Parameters and optimiser slots are flat vectors that go in and come out, so a new member or a new
fold starts from another vector and nothing is rebuilt; dropout is seeded by member and step.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from . import losses
from .architecture import Architecture
from .initial import draw_initial
from .network import build_scenario_network
from .optimiser import Slots, adamw_step
from .weights import Weights, read_weights, write_weights

Floats = npt.NDArray[np.float32]
SCALE_RATE = 20.0


@dataclass(frozen=True)
class LossWeights:
    """Weights of the loss terms beside the inventory's, and the logit of the landslide share."""

    prior: float
    sign: float
    order: float
    level: float

    def vector(self) -> Floats:
        """The four numbers in order."""
        return np.array([self.prior, self.sign, self.order, self.level], np.float32)


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


class CompiledNetwork:
    """One architecture with its traced step and loss.

    Parameters
    ----------
    architecture : Architecture
    triggers : float32 array (scenarios, trigger_dim)
        Scaled.
    pairs : int32 array (pairs, 2)
        Scenarios that can be compared, lower first.
    batch : int
        Cells a step.
    residual : bool
        Whether the network starts at zero on top of a linear part.
    """

    def __init__(
        self,
        architecture: Architecture,
        triggers: Floats,
        pairs: npt.NDArray[np.int32],
        batch: int,
        residual: bool,
    ) -> None:
        self.architecture, self.batch, self.residual = architecture, batch, residual
        self._triggers, self._pairs = triggers.astype(np.float32), pairs
        # Keras draws seeds of its layers from Python's global generator; ours come in with each step.
        state = random.getstate()
        self._network = build_scenario_network(architecture, residual)
        random.setstate(state)
        variables = self._network.trainable_variables
        self._shapes = [tuple(variable.shape) for variable in variables]
        self._sizes = [int(np.prod(shape)) for shape in self._shapes]
        self._decayed = self._per_parameter([float(v.path.endswith("kernel")) for v in variables])
        self._rates = self._per_parameter(
            [SCALE_RATE if v.path.endswith("/scale") else 1.0 for v in variables]
        )
        self.step, self.loss = self._traced()

    def _per_parameter(self, values: list[float]) -> Floats:
        return np.repeat(np.array(values, np.float32), self._sizes)

    def _traced(self) -> tuple[Any, Any]:
        import tensorflow as tf

        vector = tf.TensorSpec((sum(self._sizes),), tf.float32)
        rows = tf.TensorSpec((self.batch,), tf.int32)
        arrays = [tf.TensorSpec(shape, tf.float32) for shape in self._array_shapes()]
        weights = tf.TensorSpec((4,), tf.float32)
        rates, seed = tf.TensorSpec((3,), tf.float32), tf.TensorSpec((2,), tf.int32)
        step = tf.function(
            self._train, [vector, vector, vector, rows, arrays, weights, rates, seed], autograph=False
        )
        loss = tf.function(self._plain_loss, [vector, rows, arrays, weights], autograph=False)
        return step, loss

    def _array_shapes(self) -> list[tuple[Optional[int], ...]]:
        a, scenarios = self.architecture, len(self._triggers)
        inputs: list[tuple[Optional[int], ...]] = [(None, a.static_dim), (None, a.layers, a.properties)]
        return [*inputs, *[(None, scenarios)] * 7, (None,)]

    def initial(self, seed: int) -> Floats:
        """Parameters (p,) that a seed starts from."""
        rng = np.random.default_rng([seed, 0])
        scale = 0.0 if self.residual else 1.0
        variables = zip(self._network.trainable_variables, self._shapes)
        parts = [draw_initial(variable.path, shape, rng, scale).ravel() for variable, shape in variables]
        return np.concatenate(parts)

    def weights(self, parameters: Floats) -> Weights:
        """Named arrays of a parameter vector."""
        self._assign(parameters)
        return read_weights(self._network)

    def logits_of(self, weights: Weights, static: Floats, profile: Floats) -> Floats:
        """Scaled logits (n, scenarios) as Keras computes them, to check other engines against."""
        write_weights(self._network, weights)
        return np.asarray(self._network([static, profile, self._triggers], training=False))

    def _assign(self, parameters: Floats) -> None:
        parts = np.split(np.asarray(parameters), np.cumsum(self._sizes)[:-1])
        for variable, part, shape in zip(self._network.trainable_variables, parts, self._shapes):
            variable.assign(part.reshape(shape))

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
        """Parameters and slots after one batch; ``rates`` are learning rate, decay and step number."""
        import tensorflow as tf

        with tf.GradientTape() as tape:
            tape.watch(parameters)
            loss = self._batch_loss(parameters, rows, arrays, weights, seed)
        gradient = tape.gradient(loss, parameters)
        moved, slots = adamw_step(
            parameters,
            gradient,
            Slots(mean, square),
            rates[2],
            rates[0] * self._rates,
            rates[1] * self._decayed,
        )
        return moved, slots.mean, slots.square

    def _plain_loss(self, parameters: Any, rows: Any, arrays: Any, weights: Any) -> Any:
        return self._batch_loss(parameters, rows, arrays, weights, None)

    def _batch_loss(self, parameters: Any, rows: Any, arrays: Any, weights: Any, seed: Any) -> Any:
        import tensorflow as tf

        static, profile, offset, labels, w_label, prior, w_prior, side, w_side, w_cell = (
            tf.gather(part, rows) for part in arrays
        )
        logits = offset + self._residual_logits(parameters, static, profile, seed)
        loss = losses.inventory_term(logits, labels, w_label)
        loss += weights[0] * losses.prior_term(logits, prior, w_prior)
        loss += weights[1] * losses.sign_term(logits, side, w_side, weights[3])
        if len(self._pairs):
            loss += weights[2] * losses.order_term(logits, self._pairs[:, 0], self._pairs[:, 1], w_cell)
        return loss

    def _residual_logits(self, parameters: Any, static: Any, profile: Any, seed: Any) -> Any:
        import tensorflow as tf

        parts = tf.split(parameters, self._sizes)
        trainable = [tf.reshape(part, shape) for part, shape in zip(parts, self._shapes)]
        fixed = []
        for number, variable in enumerate(self._network.non_trainable_variables):
            if seed is not None and "seed_generator" in variable.path:
                fixed.append(tf.cast(tf.add(seed, [number, 0]), variable.dtype))
            else:
                fixed.append(variable.value)
        inputs = [static, profile, self._triggers]
        # TensorFlow refuses some of the package's layer names as the outermost scope.
        with tf.name_scope("scenarios"):
            logits, _ = self._network.stateless_call(trainable, fixed, inputs, training=seed is not None)
        return logits
