"""Fit the bivariate model: classes from the ground, counts of landslides and ground, evidence of each class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...samples.encoding import Encoder
from .classing import Classing, fit_classes
from .densities import HALF, METHODS, Densities
from .factor_classes import FactorClasses
from .ground import Ground
from .part import BivariatePart, FactorEvidence

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
CHUNK = 65536


@dataclass(frozen=True)
class LabelledSamples:
    """Samples as the bivariate model counts them.

    Attributes
    ----------
    static : float32 array (n, d)
        Encoded factors.
    landslide, stable : float64 arrays (n,)
        Votes of a row as a landslide, and ground that it stands for as a stable place; 0 where it is the other.
    """

    static: Inputs
    landslide: Floats
    stable: Floats


@dataclass(frozen=True)
class BivariateRecipe:
    """How the bivariate model is made.

    Attributes
    ----------
    method : {"weights_of_evidence", "information_value", "frequency_ratio"}
    classing : Classing
    ground : Ground or None
        Cells of the area. Stable ground is then every cell but those of landslides; without it, stable samples
        stand for stable ground and, since landslides are rare, for all ground.
    """

    method: str = METHODS[0]
    classing: Classing = field(default_factory=Classing)
    ground: Optional[Ground] = None

    def fit(self, encoder: Encoder, samples: LabelledSamples) -> BivariatePart:
        """Classes, counts and evidence from these samples, and the ground of them, alone.

        Raises
        ------
        InputError
            Landslides or stable samples are missing, or class limits fit no factor.
        """
        slid, stood = float(samples.landslide.sum()), float(samples.stable.sum())
        if slid <= 0 or stood <= 0:
            raise InputError("Bivariate methods need landslides and stable samples; one class was found")
        cells = self._cells(encoder, samples)
        classes = fit_classes(encoder, cells.inputs, cells.weights, self.classing)
        areas = self._areas(encoder, classes, cells)
        found = []
        for one, area in zip(classes, areas):
            counts = _densities(one, samples, area, half=cells.half, cells=self.ground is not None)
            found.append(FactorEvidence(one, counts, counts.evidence(self.method)))
        counted = "samples" if self.ground is None else "cells"
        return BivariatePart(self.method, float(np.log(slid / stood)), tuple(found), counted)

    def _cells(self, encoder: Encoder, samples: LabelledSamples) -> _Weighted:
        """Encoded ground, what each row of it weighs, and what counts where there is none."""
        if self.ground is None:
            held = samples.stable > 0
            inputs, weights = samples.static[held], samples.stable[held]
            weights = weights * (held.sum() / weights.sum())
            return _Weighted(inputs, weights, HALF * float(weights.min()))
        # Codes that no sample has are no class, and cannot be mapped either.
        seen = self.ground.static[~encoder.unusable(self.ground.static)]
        if not len(seen):
            raise InputError("No cell of the area has the codes of the samples; check the factors")
        parts = [encoder.transform(seen[start : start + CHUNK]) for start in range(0, len(seen), CHUNK)]
        return _Weighted(np.concatenate(parts), np.full(len(seen), self.ground.weight), HALF)

    def _areas(
        self, encoder: Encoder, classes: Sequence[FactorClasses], cells: _Weighted
    ) -> Sequence[Floats]:
        if self.ground is not None and self.ground.counter is not None:
            return self.ground.counter(encoder, classes)
        return [_sums(one.of(cells.inputs), cells.weights, one.count) for one in classes]


@dataclass(frozen=True)
class _Weighted:
    inputs: Inputs
    weights: Floats
    half: float


def _densities(
    classes: FactorClasses,
    samples: LabelledSamples,
    area: Floats,
    *,
    half: float,
    cells: bool,
) -> Densities:
    slides = samples.landslide > 0
    place = classes.of(samples.static[slides])
    landslides = _sums(place, samples.landslide[slides], classes.count)
    taken = _sums(place, np.ones(len(place)), classes.count) if cells else np.zeros(classes.count)
    return Densities(landslides, np.maximum(area - taken, 0.0), area, half)


def _sums(place: npt.NDArray[np.intp], weights: Floats, count: int) -> Floats:
    return np.asarray(np.bincount(place, weights, minlength=count), dtype=np.float64)
