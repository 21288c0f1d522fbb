"""Which samples are held out together: folds of each repeat, and the training samples kept away from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.baselines import fit_logistic
from ...samples.encoding import Encoder
from ...samples.folds import block_folds, kmeans_folds, random_folds, region_folds
from ...samples.variogram import residual_range_m
from ..fitting.data import TrainingData
from ..fitting.settings import TrainSettings

Mask = npt.NDArray[np.bool_]
BESIDE_M = 1000.0
BESIDE_SHARE = 0.05


@dataclass(frozen=True)
class Partition:
    """Folds of one repeat.

    Attributes
    ----------
    folds : int array (n,)
    usable : tuple of int
        Folds with both classes in the training and in the test part; the others are skipped.
    near : dict of int to bool array (n,), optional
        Samples within the buffer of each fold, and stable ones beside its landslides, which train no model for it.
    """

    folds: npt.NDArray[np.intp]
    usable: tuple[int, ...]
    near: Optional[dict[int, Mask]] = None

    @property
    def skipped(self) -> int:
        """Number of folds left out."""
        return len(np.unique(self.folds)) - len(self.usable)

    @property
    def count(self) -> int:
        """Number of folds, skipped ones included."""
        return len(np.unique(self.folds))

    def split(self, fold: int) -> tuple[Mask, Mask]:
        """Training and test samples (n,) of a fold; those in its buffer are in neither.

        >>> part = Partition(np.array([0, 1, 1]), (0,), {0: np.array([True, True, False])})
        >>> [mask.tolist() for mask in part.split(0)]
        [[False, False, True], [True, False, False]]
        """
        test = self.folds == fold
        train = ~test if self.near is None else ~(test | self.near[fold])
        return train, test


def spatial_partitions(data: TrainingData, settings: TrainSettings) -> list[Partition]:
    """Spatial folds of each repeat by the scheme asked for; all samples of one landslide stay in one fold.

    Raises
    ------
    InputError
        Regions are asked for and none are given, or blocks too large for the folds.
    """
    seeds = range(settings.seed, settings.seed + settings.cv_repeats)
    if settings.fold_scheme == "kmeans":
        every = [kmeans_folds(data.xy, data.groups, settings.cv_folds, seed) for seed in seeds]
    elif settings.fold_scheme == "blocks":
        side = settings.block_m or block_side_m(data)
        every = [block_folds(data.xy, data.groups, settings.cv_folds, side, seed) for seed in seeds]
    else:
        if data.regions is None:
            raise InputError("Folds by region need a region layer; give one or choose another kind of folds")
        every = [region_folds(data.regions, data.groups)]
    return [_partition(data, folds, settings.fold_buffer_m, beside_m(data.xy)) for folds in every]


def random_partitions(data: TrainingData, settings: TrainSettings) -> list[Partition]:
    """Random folds of each repeat, for the gap to the spatial ones."""
    seeds = range(settings.seed, settings.seed + settings.cv_repeats)
    return [
        _partition(data, random_folds(data.labels, data.groups, settings.cv_folds, seed), 0.0)
        for seed in seeds
    ]


def beside_m(xy: npt.NDArray[np.float64]) -> float:
    """How near a held-out landslide no stable sample may train, in metres: 1 km, or a twentieth of the area's diagonal.

    Stable ground beside a landslide looks like it; in the training it tells the model that such ground is stable,
    and the model is then tried on the landslide next to it.

    >>> beside_m(np.array([[0.0, 0.0], [3000.0, 4000.0]])), beside_m(np.array([[0.0, 0.0], [3e5, 4e5]]))
    (250.0, 1000.0)
    """
    return min(BESIDE_M, BESIDE_SHARE * float(np.hypot(*np.ptp(xy, axis=0))))


def block_side_m(data: TrainingData) -> float:
    """Side of blocks: the range of the variogram of what logistic regression leaves unexplained.

    Only the size of the folds comes from all samples, no model.
    """
    inputs = Encoder.fit(data.cells.static, data.specs).transform(data.cells.static)
    model = fit_logistic(inputs, data.labels, ridge=1.0)
    return residual_range_m(data.xy, (data.labels > 0) - model.probability(inputs))


def _partition(
    data: TrainingData, folds: npt.NDArray[np.intp], buffer_m: float, beside: float = 0.0
) -> Partition:
    near = _near(data, folds, buffer_m) if buffer_m > 0 else None
    if beside > 0:
        stable = _stable_beside(data, folds, beside)
        near = {fold: rows | near[fold] if near else rows for fold, rows in stable.items()}
    plan = Partition(folds, (), near)
    truth = data.labels > 0
    usable = tuple(
        int(fold)
        for fold in np.unique(folds)
        if all(len(np.unique(truth[part])) == 2 for part in plan.split(int(fold)))
    )
    return Partition(folds, usable, near)


def _stable_beside(data: TrainingData, folds: npt.NDArray[np.intp], beside: float) -> dict[int, Mask]:
    """Stable samples (n,) outside each fold that lie beside a landslide of it."""
    from scipy.spatial import cKDTree

    slid, found = data.labels > 0, {}
    for fold in np.unique(folds):
        inside = folds == fold
        found[int(fold)] = np.zeros(len(folds), bool)
        if (inside & slid).any():
            tree = cKDTree(data.xy[inside & slid])
            distance, _ = tree.query(data.xy, distance_upper_bound=beside)
            found[int(fold)] = (distance < beside) & ~inside & ~slid
    return found


def _near(data: TrainingData, folds: npt.NDArray[np.intp], buffer_m: float) -> dict[int, Mask]:
    from scipy.spatial import cKDTree

    near = {}
    for fold in np.unique(folds):
        inside = folds == fold
        distance, _ = cKDTree(data.xy[inside]).query(data.xy, distance_upper_bound=buffer_m)
        touched = np.unique(data.groups[(distance < buffer_m) & ~inside])
        near[int(fold)] = np.isin(data.groups, touched) & ~inside
    return near
