"""The network as the package computes it in Keras: what every trained network is checked against."""

from __future__ import annotations

import os
import random
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from ...errors import WorkerError
from ...types.odds import probability_of
from ..inference.architecture import Architecture
from .attentive import build_scenario_network
from .weights import Weights, write_weights

Floats = npt.NDArray[np.float32]
PACKAGES = ("tensorflow", "keras", "base_attentive")


def largest_difference(known: Floats, *others: Floats) -> float:
    """Largest difference in probability of log odds from known ones; NaN where one of them is.

    >>> largest_difference(np.zeros(2), np.zeros(2), np.array([0.0, 500.0]))
    0.5
    >>> largest_difference(np.zeros(1), np.full(1, np.nan))
    nan
    """
    own = probability_of(known)
    return float(np.max([np.abs(probability_of(found) - own).max() for found in others]))


def missing_packages() -> list[str]:
    """Packages of the twin that this Python does not have, found without loading any.

    >>> set(missing_packages()) <= set(PACKAGES)
    True
    """
    return [name for name in PACKAGES if find_spec(name) is None]


def require_packages() -> None:
    """Nothing where the twin can be looked for; networks that could not be checked are not trained.

    Raises
    ------
    WorkerError
        Packages are missing.
    """
    missing = missing_packages()
    if missing:
        raise WorkerError(cannot_check(f"missing: {', '.join(missing)}"))


def cannot_check(why: str) -> str:
    """What is said where there is no twin."""
    return (
        f"Trained networks cannot be checked against base-attentive in Keras ({why}), so none is kept; "
        'run "Set up modelling environment" with action Create to make a complete one, or train without networks'
    )


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


def load() -> None:
    """Import what networks are built of, so that the first is built sooner."""
    prepare_tensorflow()
    import base_attentive  # noqa: F401


def forget() -> None:
    """Forget the networks built so far and the names they took, as a new process would not know them."""
    import keras

    keras.backend.clear_session()


class KerasTwin:
    """One architecture in Keras; weights are put in by name.

    Parameters
    ----------
    architecture : Architecture

    Raises
    ------
    WorkerError
        TensorFlow, Keras or base-attentive cannot be loaded, or another version of them cannot build the network.
    """

    def __init__(self, architecture: Architecture) -> None:
        # Keras draws seeds of its layers from Python's global generator, which stays as it was.
        state = random.getstate()
        try:
            prepare_tensorflow()
            self._network = build_scenario_network(architecture, start_at_zero=True)
        except Exception as error:  # a broken library, or one of another version, may raise anything
            raise WorkerError(
                cannot_check(f"{type(error).__name__}: {(str(error).splitlines() or [''])[0]}")
            ) from error
        finally:
            random.setstate(state)

    def logits(self, weights: Weights, static: Floats, profile: Floats, triggers: Floats) -> Floats:
        """Scaled logits (n, scenarios); ``triggers`` (scenarios, k) or (n, scenarios, k) if each cell has its own."""
        write_weights(self._network, weights)
        return np.asarray(self._network([static, profile, triggers]))
