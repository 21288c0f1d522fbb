"""Fit the bivariate model: classes from the ground, counts of landslides and ground, evidence of each class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...samples.encoding import Encoder
from .classing import Classing, fit_classes
from .densities import HALF, Densities
from .factor_classes import FactorClasses
from .part import BivariatePart, FactorEvidence

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]


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
class GroundCells:
    """All cells of the area, or every so manieth.

    Attributes
    ----------
    static : float32 array (m, d)
        Encoded factors without NaN.
    weight : float
        Cells that each stands for.
    """

    static: Inputs
    weight: float = 1.0


def fit_bivariate(
    method: str,
    encoder: Encoder,
    samples: LabelledSamples,
    classing: Classing,
    ground: Optional[GroundCells] = None,
) -> BivariatePart:
    """Classes, counts and evidence from these samples alone, and the ground given with them.

    Parameters
    ----------
    method : {"weights_of_evidence", "information_value", "frequency_ratio"}
    encoder : Encoder
    samples : LabelledSamples
    classing : Classing
    ground : GroundCells, optional
        Cells of the area. Stable ground is then every cell but those of landslides; without it, stable samples
        stand for stable ground and, since landslides are rare, for all ground.

    Raises
    ------
    InputError
        One class only.
    """
    slid, stood = float(samples.landslide.sum()), float(samples.stable.sum())
    if slid <= 0 or stood <= 0:
        raise InputError("Bivariate methods need landslides and stable samples; one class was found")
    prior = float(np.log(slid / stood))
    held = samples.stable > 0
    if ground is None:
        inputs, weights = samples.static[held], samples.stable[held]
        weights = weights * (held.sum() / weights.sum())
        half = HALF * float(weights.min())
    else:
        inputs, weights = ground.static, np.full(len(ground.static), ground.weight)
        half = HALF
    classes = fit_classes(encoder, inputs, weights, classing)
    found = []
    for one in classes:
        counts = _densities(one, samples, inputs, weights, half=half, cells=ground is not None)
        found.append(FactorEvidence(one, counts, counts.evidence(method)))
    return BivariatePart(method, prior, tuple(found), "samples" if ground is None else "cells")


def _densities(
    classes: FactorClasses,
    samples: LabelledSamples,
    inputs: Inputs,
    weights: Floats,
    *,
    half: float,
    cells: bool,
) -> Densities:
    slides = samples.landslide > 0
    place = classes.of(samples.static[slides])
    landslides = _sums(place, samples.landslide[slides], classes.count)
    area = _sums(classes.of(inputs), weights, classes.count)
    taken = _sums(place, np.ones(len(place)), classes.count) if cells else np.zeros(classes.count)
    return Densities(landslides, np.maximum(area - taken, 0.0), area, half)


def _sums(place: npt.NDArray[np.intp], weights: Floats, count: int) -> Floats:
    return np.asarray(np.bincount(place, weights, minlength=count), dtype=np.float64)
