"""Where a model may be applied: how far a cell's factors are from those it was trained on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import BundleError, InputError

Floats = npt.NDArray[np.float64]

REFERENCE_POINTS = 2000


@dataclass(frozen=True)
class Applicability:
    """Reference points of the training data and what is far from them.

    Meyer and Pebesma (2021), Methods in Ecology and Evolution 12: the dissimilarity index is the
    distance to the nearest reference point, each standardised factor weighted by its importance, over
    the mean distance between the reference points; the area of applicability is where it does not
    exceed the largest index of the training data, each point against those of other folds, that is no
    outlier among them: not above the third quartile plus 1.5 interquartile ranges.

    Attributes
    ----------
    points : float32 array (points, d)
        Standardised factors of the reference points, not weighted.
    weights : float64 array (d,)
    mean_distance, threshold : float
    """

    points: npt.NDArray[np.float32]
    weights: Floats
    mean_distance: float
    threshold: float

    @classmethod
    def fit(
        cls, inputs: npt.NDArray[np.float32], weights: Floats, folds: npt.NDArray[Any], seed: int
    ) -> Applicability:
        """From training rows (n, d), the importance of each column and the fold of each row.

        At most ``REFERENCE_POINTS`` rows are kept, drawn at random. Without any weight above 0 all
        columns weigh the same; a weight below 0 counts as 0.

        Raises
        ------
        InputError
            Fewer than two different rows, or all rows in one fold.
        """
        from scipy.spatial import cKDTree
        from scipy.spatial.distance import pdist

        weights = np.maximum(np.asarray(weights, dtype=np.float64), 0.0)
        weights = weights if weights.any() else np.ones(inputs.shape[1])
        if len(inputs) > REFERENCE_POINTS:
            chosen = np.random.default_rng(seed).choice(len(inputs), REFERENCE_POINTS, replace=False)
            inputs, folds = inputs[np.sort(chosen)], folds[np.sort(chosen)]
        places = inputs.astype(np.float64) * weights
        mean = float(pdist(places).mean()) if len(places) > 1 else 0.0
        if mean == 0.0 or len(np.unique(folds)) < 2:
            raise InputError("The area of applicability needs different samples in at least two folds")
        index = np.empty(len(places))
        for fold in np.unique(folds):
            own = folds == fold
            index[own] = cKDTree(places[~own]).query(places[own])[0] / mean
        low, high = np.quantile(index, (0.25, 0.75))
        limit = float(index[index <= high + 1.5 * (high - low)].max())
        return cls(inputs.astype(np.float32), weights, mean, limit)

    def dissimilarity(self, inputs: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Dissimilarity index (n,) of standardised factors (n, d); NaN where one is missing."""
        from scipy.spatial import cKDTree

        tree = cKDTree(self.points.astype(np.float64) * self.weights)
        found = np.full(len(inputs), np.nan, np.float32)
        known = np.isfinite(inputs).all(axis=1)
        if known.any():
            found[known] = tree.query(inputs[known].astype(np.float64) * self.weights)[0] / self.mean_distance
        return found

    def to_dict(self) -> dict[str, Any]:
        """All but the points, as plain values for JSON."""
        return {
            "weights": self.weights.tolist(),
            "mean_distance": self.mean_distance,
            "threshold": self.threshold,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any], points: npt.NDArray[np.float32]) -> Applicability:
        """The inverse of ``to_dict``; raise ``BundleError`` if it is damaged."""
        try:
            found = cls(
                points,
                np.array(stored["weights"], dtype=np.float64),
                float(stored["mean_distance"]),
                float(stored["threshold"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored area of applicability is damaged: {error}") from None
        if points.ndim != 2 or points.shape[1:] != found.weights.shape or not found.mean_distance > 0:
            raise BundleError("The stored area of applicability does not fit its reference points")
        return found
