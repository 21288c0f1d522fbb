"""Count landslides and ground by class, and make evidence of the counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...samples.encoding import Encoder
from .area_cells import AreaCells
from .classing import Classing, fit_classes
from .densities import HALF, METHODS, Densities
from .factor_classes import FactorClasses

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
CHUNK = 65536


@dataclass(frozen=True)
class CountedSamples:
    """Samples as bivariate methods count them.

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

    def __post_init__(self) -> None:
        if not (self.landslide.sum() > 0 and self.stable.sum() > 0):
            raise InputError("Bivariate methods need landslides and stable samples; one class was found")

    @property
    def prior(self) -> float:
        """Log odds of a landslide before any factor is known."""
        return float(np.log(self.landslide.sum() / self.stable.sum()))


@dataclass(frozen=True)
class FactorEvidence:
    """One factor: its classes, what they hold, and what each adds to the log odds."""

    classes: FactorClasses
    densities: Densities
    evidence: Floats

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {**self.classes.to_dict(), **self.densities.to_dict(), "evidence": self.evidence.tolist()}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> FactorEvidence:
        """What ``to_dict`` stored; raise ``ValueError`` where weights do not fit the classes."""
        evidence = np.array(stored["evidence"], dtype=np.float64)
        found = cls(FactorClasses.from_dict(stored), Densities.from_dict(stored), evidence)
        classes, counts = found.classes, found.densities
        continuous = classes.kind == "continuous"
        if len(classes.encoded) != len(classes.limits) * continuous or (np.diff(classes.encoded) <= 0).any():
            raise ValueError(f"the limits of {classes.name} do not rise")
        for part in (found.evidence, counts.landslides, counts.stable, counts.area):
            if part.shape != (classes.count,) or not np.isfinite(part).all():
                raise ValueError(f"the weights of {classes.name} do not fit its classes")
        return found


@dataclass(frozen=True)
class BivariateRecipe:
    """How classes and their evidence are made.

    Attributes
    ----------
    method : {"weights_of_evidence", "information_value", "frequency_ratio"}
    classing : Classing
    ground : AreaCells or None
        Cells of the area. Stable ground is then every cell but those of landslides; without it, stable samples
        stand for stable ground and, since landslides are rare, for all ground.
    """

    method: str = METHODS[0]
    classing: Classing = field(default_factory=Classing)
    ground: Optional[AreaCells] = None

    def evidence(self, encoder: Encoder, samples: CountedSamples) -> tuple[FactorEvidence, ...]:
        """Classes, counts and evidence of every factor, from these samples and the ground of them alone.

        Raises
        ------
        InputError
            Class limits fit no factor.
        """
        cells = self._cells(encoder, samples)
        classes = fit_classes(encoder, cells.inputs, cells.weights, self.classing)
        found = []
        for one, area in zip(classes, self._areas(encoder, classes, cells)):
            counts = _densities(one, samples, area, half=cells.half, cells=self.ground is not None)
            found.append(FactorEvidence(one, counts, counts.evidence(self.method)))
        return tuple(found)

    @property
    def area(self) -> str:
        """What ground is counted in: cells of the area, or stable samples."""
        return "samples" if self.ground is None else "cells"

    def _cells(self, encoder: Encoder, samples: CountedSamples) -> _Weighted:
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
    classes: FactorClasses, samples: CountedSamples, area: Floats, *, half: float, cells: bool
) -> Densities:
    slides = samples.landslide > 0
    place = classes.of(samples.static[slides])
    landslides = _sums(place, samples.landslide[slides], classes.count)
    taken = _sums(place, np.ones(len(place)), classes.count) if cells else np.zeros(classes.count)
    return Densities(landslides, np.maximum(area - taken, 0.0), area, half)


def _sums(place: npt.NDArray[np.intp], weights: Floats, count: int) -> Floats:
    return np.asarray(np.bincount(place, weights, minlength=count), dtype=np.float64)
