"""Cross-validation in which everything is fitted inside the training folds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ...progress import Progress
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_folds
from ..fitting.labels import at_own_event
from ..fitting.row_weights import row_weights
from ..fitting.settings import TrainSettings
from .fold_models import own_and_mapped
from .held_out import HeldOut, judged
from .partitions import Partition, random_partitions, spatial_partitions

Floats = npt.NDArray[np.float64]
__all__ = [
    "Partition",
    "cross_validate",
    "own_and_mapped",
    "physics_probability",
    "random_partitions",
    "spatial_partitions",
]


def cross_validate(
    data: TrainingData,
    settings: TrainSettings,
    partitions: Sequence[Partition],
    workshop: Workshop,
    progress: Progress,
) -> HeldOut:
    """Out-of-fold results of the network ensemble.

    Parameters
    ----------
    data : TrainingData
    settings : TrainSettings
    partitions : sequence of Partition
    workshop : Workshop
    progress : Progress
    """
    p, mapped = (np.full((len(partitions), len(data.labels)), np.nan) for _ in range(2))
    folds = [(repeat, fold) for repeat, part in enumerate(partitions) for fold in part.usable]
    known = ((data.take(partitions[repeat].split(fold)[0]), settings) for repeat, fold in folds)
    ensembles = fit_folds(known, len(folds), workshop, progress)
    for number, ((repeat, fold), ensemble) in enumerate(zip(folds, ensembles)):
        test = partitions[repeat].split(fold)[1]
        p[repeat, test], mapped[repeat, test] = own_and_mapped(ensemble, data.take(test))
        progress.info(f"Folds: {number + 1} of {len(folds)} done")
    return judged(data.labels, partitions, p, mapped, row_weights(data))


def physics_probability(data: TrainingData) -> Floats:
    """Probability of failure (n,) of each sample's scenario; NaN where not assessed or not given."""
    pf = at_own_event(data)[1]
    return np.full(len(data.labels), np.nan) if pf is None else pf[:, 0].astype(np.float64)
