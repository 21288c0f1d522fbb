"""The network as the package computes it in Keras: what every trained network is checked against."""

from __future__ import annotations

import os
import random

import numpy as np
import numpy.typing as npt

from ..inference.architecture import Architecture
from .attentive import build_scenario_network
from .weights import Weights, write_weights

Floats = npt.NDArray[np.float32]


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


class KerasTwin:
    """One architecture in Keras; weights are put in by name.

    Parameters
    ----------
    architecture : Architecture
    """

    def __init__(self, architecture: Architecture) -> None:
        prepare_tensorflow()
        # Keras draws seeds of its layers from Python's global generator, which stays as it was.
        state = random.getstate()
        self._network = build_scenario_network(architecture, start_at_zero=True)
        random.setstate(state)

    def logits(self, weights: Weights, static: Floats, profile: Floats, triggers: Floats) -> Floats:
        """Scaled logits (n, scenarios); ``triggers`` (scenarios, k) or (n, scenarios, k) if each cell has its own."""
        write_weights(self._network, weights)
        return np.asarray(self._network([static, profile, triggers]))
