"""Worker task ``twins``: what Keras computes of trained networks, for the process that trains."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from ....model.families.ensemble import Ensemble
from ....model.fitting.data import TrainingData
from ....model.fitting.ensemble import Logits, check_forward, checked_inputs, fit_ensemble
from ....model.inference.architecture import Architecture
from ....model.inference.network import adds
from ....model.network.keras_twin import KerasTwin, load
from ....progress import Progress
from .modelling_run import ModellingRun
from .second_hand import Second, SecondHand

GIVEN, FOUND = "networks.npz", "logits.npz"
INPUTS = ("static", "profile", "triggers")


class NetworksUnderCheck:
    """Networks fitted to all samples, which a second process computes in Keras while this one goes on.

    Parameters
    ----------
    ensemble : Ensemble
    training : ModellingRun
    hand : SecondHand
    """

    def __init__(self, ensemble: Ensemble, training: ModellingRun, hand: SecondHand) -> None:
        self._ensemble, self._training = ensemble, training
        self._errand = hand.asked(
            partial(_computed_by, ensemble=ensemble, data=training.data), by_the_way=True
        )

    @classmethod
    def fitted(cls, training: ModellingRun, hand: SecondHand, progress: Progress) -> NetworksUnderCheck:
        """Fitted to the lasting samples of a run whose base and weight of the prior are settled."""
        settings = training.settings
        told = partial(fit_ensemble, training.data.lasting, settings, settings.members)
        return cls(told(training.workshop, progress), training, hand)

    def checked(self) -> Ensemble:
        """The ensemble with the largest difference of each member to Keras.

        Raises
        ------
        LandslideError
            As ``check_forward`` raises it.
        """
        training = self._training
        logits = self._errand.result(training.progress)
        return check_forward(self._ensemble, training.data, training.settings, training.workshop, logits)


def load_keras(second: Second, progress: Progress) -> None:
    """Have a second process load Keras, which takes as long as a few repeats of the folds of a small study."""
    second.run("twins", {"networks": {}}, progress)


def _computed_by(
    second: Second, progress: Progress, ensemble: Ensemble, data: TrainingData
) -> Mapping[int, Logits]:
    given, found = second.folder / GIVEN, second.folder / FOUND
    members = {place: one for place, one in enumerate(ensemble.members) if adds(one.weights)}
    if not members:
        return {}
    arrays: dict[str, Any] = dict(zip(INPUTS, checked_inputs(ensemble, data)))
    for place, member in members.items():
        arrays.update({f"{place}/{name}": values for name, values in member.weights.items()})
    np.savez(given, **arrays)
    networks = {str(place): member.architecture.to_dict() for place, member in members.items()}
    second.run("twins", {"networks": networks, "given": str(given), "found": str(found)}, progress)
    return read(found)


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Compute logits with Keras; without networks it is loaded and that is all.

    Parameters
    ----------
    job : mapping
        ``networks``, architectures by the place of their member; ``given``, an archive with the inputs and the weights
        of each; ``found``, the archive to write.
    progress : Progress

    Returns
    -------
    dict
        Nothing.
    """
    networks = job["networks"]
    if not networks:
        load()
        return {}
    with np.load(job["given"], allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    made: dict[Architecture, KerasTwin] = {}
    logits = {}
    for place, plain in networks.items():
        progress.check()
        shape, start = Architecture.from_dict(plain), f"{place}/"
        twin = made.setdefault(shape, made.get(shape) or KerasTwin(shape))
        weights = {name[len(start) :]: values for name, values in arrays.items() if name.startswith(start)}
        logits[place] = twin.logits(weights, *(arrays[name] for name in INPUTS))
    np.savez(job["found"], **logits)
    return {}


def read(path: Path) -> Mapping[int, Logits]:
    """What ``run`` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        return {int(place): stored[place] for place in stored.files}
