"""Which samples are held out together: folds of each repeat, and the training samples kept away from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.baselines import fit_logistic
from ...samples.encoding import Encoder
from ...samples.folding.by_date import AFTER, BEFORE, NEITHER
from ...samples.folding.matched import fold_distances, map_distances, matched_folds, wasserstein_m
from ...samples.folds import Folds, block_folds, kmeans_folds, random_folds, region_folds
from ...samples.variogram import residual_range_m
from ..fitting.data import TrainingData
from ..fitting.settings import TrainSettings

Mask = npt.NDArray[np.bool_]
BESIDE_M = 1000.0
BESIDE_SHARE = 0.05
RANDOM_REPEATS = 1


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
    never : tuple of int
        Folds that are not held out at all: what is known before a date, or has none.
    """

    folds: npt.NDArray[np.intp]
    usable: tuple[int, ...]
    near: Optional[dict[int, Mask]] = None
    never: tuple[int, ...] = ()

    @property
    def skipped(self) -> int:
        """Number of folds left out."""
        return self.count - len(self.usable)

    @property
    def count(self) -> int:
        """Number of folds, skipped ones included."""
        return len(np.setdiff1d(self.folds, self.never))

    def split(self, fold: int) -> tuple[Mask, Mask]:
        """Training and test samples (n,) of a fold; those in its buffer are in neither.

        >>> part = Partition(np.array([0, 1, 1]), (0,), {0: np.array([True, True, False])})
        >>> [mask.tolist() for mask in part.split(0)]
        [[False, False, True], [True, False, False]]
        """
        test = self.folds == fold
        train = ~test if self.near is None else ~(test | self.near[fold])
        return train, test

    def distances(self, xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Metres (n,) from each held-out sample to the nearest that trains for it; NaN where never held out.

        >>> xy = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 5.0]])
        >>> Partition(np.array([0, 1, 1]), (0,)).distances(xy).tolist()
        [5.0, nan, nan]
        """
        from scipy.spatial import cKDTree

        found = np.full(len(xy), np.nan)
        for fold in self.usable:
            train, test = self.split(fold)
            found[test] = cKDTree(xy[train]).query(xy[test])[0]
        return found


def spatial_partitions(data: TrainingData, settings: TrainSettings) -> list[Partition]:
    """Folds of each repeat by the scheme asked for; in space all samples of one landslide stay in one fold.

    Those by events and by a date may have one place on both sides: it is another time that they test. Mapping units
    without landslides train beside held-out ones with them: the ground of a landslide ends where its unit does.

    Raises
    ------
    InputError
        What the scheme needs is not given, or blocks too large for the folds.
    """
    if settings.fold_scheme in ("field", "event", "date", "knndm"):
        return _by_scheme(data, settings)
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
    beside = 0.0 if data.units else beside_m(data.xy)
    return [_partition(data, folds, settings.fold_buffer_m, beside) for folds in every]


def _by_scheme(data: TrainingData, settings: TrainSettings) -> list[Partition]:
    """Folds by what the inventory says, or by the distances of the map; stable ground beside them stays in training."""
    scheme, buffer_m = settings.fold_scheme, settings.fold_buffer_m
    if scheme == "event":
        if data.events is None:
            raise InputError(
                "Folds by event need the events of the inventory; give the event field, the mapped area and the "
                "scenarios, or choose folds by a field"
            )
        return [_partition(data, data.events.astype(np.intp), buffer_m)]
    if scheme == "knndm":
        return [
            _partition(data, _matched(data, settings, settings.seed + repeat), buffer_m)
            for repeat in range(settings.cv_repeats)
        ]
    if data.fold_codes is None:
        needs = "a field of the inventory" if scheme == "field" else "a date, and the dates of the landslides"
        raise InputError(f"Folds by {scheme} need {needs}; give it or choose another kind of folds")
    folds = data.fold_codes.astype(np.intp)
    if scheme == "field":
        return [_partition(data, folds, buffer_m)]
    never = tuple(side for side in (BEFORE, NEITHER) if (folds == side).any())
    near = _near(data, folds, buffer_m) if buffer_m > 0 else {AFTER: np.zeros(len(folds), bool)}
    plan = Partition(folds, (), {AFTER: near[AFTER] | (folds == NEITHER)}, never)
    both = all(len(np.unique(data.labels[part] > 0)) == 2 for part in plan.split(AFTER))
    return [replace(plan, usable=(AFTER,) if both else ())]


def _matched(data: TrainingData, settings: TrainSettings, seed: int) -> Folds:
    if data.map_xy is None:
        raise InputError("Matched folds need places of the map; the training job holds none")
    found = matched_folds(data.xy, data.labels, data.groups, data.map_xy, settings.cv_folds, seed=seed)
    return found.folds


def partition_words(
    data: TrainingData, settings: TrainSettings, partitions: Sequence[Partition]
) -> list[str]:
    """What is to be known of folds in time, or matched ones, of the first repeat.

    Whether the same places stay in training is told of folds by event and by date; of matched ones the Wasserstein
    distance, and that of random folds.
    """
    part = partitions[0]
    if settings.fold_scheme in ("event", "date"):
        held = total = 0
        for fold in part.usable:
            train, test = part.split(fold)
            held += int(np.isin(data.groups[test], data.groups[train]).sum())
            total += int(test.sum())
        who = f"{held} of {total} held-out samples are" if held else f"none of {total} held-out samples is"
        return [f"Same places: {who} in training at another time"]
    if settings.fold_scheme != "knndm" or data.map_xy is None:
        return []
    wanted = map_distances(data.xy, data.map_xy)
    random = fold_distances(data.xy, random_folds(data.labels, data.groups, settings.cv_folds, settings.seed))
    found = part.distances(data.xy)
    return [
        f"Distances of prediction: median {np.median(wanted):.4g} m over the map, {np.median(found):.4g} m held out; "
        f"Wasserstein distance {wasserstein_m(found, wanted):.4g} m, "
        f"of random folds {wasserstein_m(random, wanted):.4g} m"
    ]


def random_partitions(data: TrainingData, settings: TrainSettings) -> list[Partition]:
    """Random folds, for the gap to the spatial ones: drawn once, as their mean hardly moves."""
    seeds = range(settings.seed, settings.seed + min(settings.cv_repeats, RANDOM_REPEATS))
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
