"""All scenarios of all cells of a strip: factor of safety, weakest plane, probability, mask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..progress import Check, go_on
from ..types.arrays import Values
from . import masks
from .edges import PIECES_A_LAYER
from .extras import EXTRAS, Situation, rows_of
from .factor_of_safety import failure_planes
from .pore_pressure import PorePressure
from .probability import INPUTS, Chances, Points, Probability, Spread, reliability_index
from .soil import Soil
from .stresses import Slope

BLOCK_CELLS = 32768


@dataclass(frozen=True)
class Assessment:
    """Results of some cells, flat in row order.

    Attributes
    ----------
    factor_of_safety : float32 array (scenarios, cells)
        Uncapped; NaN where not assessed.
    critical_depth_m : float32 array (scenarios, cells)
    probability : float32 array (scenarios, cells) or None
    reasons : uint8 array (cells,)
        Codes of ``masks``.
    floating : int
        Assessed cells whose effective normal stress is negative in some scenario.
    extras : mapping of str to float32 array (bands, cells)
        What else was asked for, by key of ``extras.EXTRAS``.
    leading : int array (scenarios, inputs + 1)
        In how many cells each uncertain input of ``probability.INPUTS`` leads, none first.
    sampled : int
        Cells whose probability was sampled.
    """

    factor_of_safety: npt.NDArray[np.float32]
    critical_depth_m: npt.NDArray[np.float32]
    probability: Optional[npt.NDArray[np.float32]]
    reasons: npt.NDArray[np.uint8]
    floating: int
    extras: Mapping[str, npt.NDArray[np.float32]] = field(default_factory=dict)
    leading: Optional[npt.NDArray[np.int64]] = None
    sampled: int = 0


@dataclass(frozen=True)
class Question:
    """What is asked of every cell.

    Attributes
    ----------
    seismic_coefficient : float array (scenarios,)
    limits : SlopeLimits
    probability : Probability, optional
        From ``by_point_estimate``, or ``chance.methods``.
    extras : tuple of str
        Keys of ``extras.EXTRAS``.
    pga_factor : float
        Seismic coefficient over peak ground acceleration in g.
    check : callable
        Called at every block of cells, to break off.
    """

    seismic_coefficient: npt.NDArray[np.float64]
    limits: masks.SlopeLimits = field(default_factory=masks.SlopeLimits)
    probability: Optional[Probability] = None
    extras: tuple[str, ...] = ()
    pga_factor: float = 0.5
    check: Check = go_on


def by_point_estimate(spread: Spread, *, check: Check = go_on) -> Probability:
    """Probabilities by sixteen runs a cell, twice as many for each of soil depth and slope if uncertain.

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> found = by_point_estimate(Spread())(Slope.of(np.array([20.0])), sand, Dry(), np.zeros(1))
    >>> found.probability.round(2).tolist()
    [[0.0]]
    """

    def estimate(slope: Slope, soil: Soil, water: PorePressure, kh: npt.NDArray[np.float64]) -> Chances:
        points = Points.of(slope, soil, water, spread, check)
        runs = [points.runs(scenario, shaking) for scenario, shaking in enumerate(kh.tolist())]
        found = np.array([run.probability for run in runs])
        return Chances(found, reliability_index(found), np.array([run.leading() for run in runs]))

    return Probability(estimate)


def assess(
    slope_deg: Values, soil: Soil, water: PorePressure, question: Question, block_cells: int = BLOCK_CELLS
) -> Assessment:
    """Assess every cell under every scenario.

    Cells are taken in blocks that stay in the processor's cache; the size of a block changes no bit.

    Parameters
    ----------
    slope_deg : float array (cells,)
        NaN is no-data.
    soil : Soil
        Values (layers, cells); NaN is no-data.
    water : PorePressure

    Examples
    --------
    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.full((1, 3), v) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> found = assess(np.array([1.0, 30.0, np.nan]), sand, Dry(), Question(np.zeros(1)))
    >>> found.factor_of_safety.round(6).tolist(), found.reasons.tolist()
    ([[nan, 1.0, nan]], [2, 1, 0])
    """
    limits, kh = question.limits, question.seismic_coefficient
    known = np.asarray(_known(soil) & water.known())
    reasons = masks.reason_codes(slope_deg, known, soil.depth_m, limits.lower(kh), limits.cliff_deg)
    results = _Results.empty(len(kh), slope_deg.size, len(soil.layer_bottoms_m), question)
    step = max(block_cells // water.pieces_a_layer, 1)
    for first in range(0, slope_deg.size, step):
        question.check()
        cells = np.flatnonzero(reasons[first : first + step] == masks.ASSESSED)
        if not cells.size:
            continue
        block = _run_or_indices(cells + first)
        slope, wet = Slope.of(slope_deg[block]), water.cells(block)
        some = looked_at(soil.cells(block).filled(), water)
        results.fill(block, slope, some, wet, question)
    return Assessment(
        results.fs,
        results.depth,
        results.chance,
        reasons,
        floating=results.floating,
        extras=results.extras,
        leading=results.leading,
        sampled=results.sampled,
    )


@dataclass
class _Results:
    """Arrays (bands, cells) that blocks fill."""

    fs: npt.NDArray[np.float32]
    depth: npt.NDArray[np.float32]
    chance: Optional[npt.NDArray[np.float32]]
    extras: dict[str, npt.NDArray[np.float32]]
    leading: npt.NDArray[np.int64]
    floating: int = 0
    sampled: int = 0

    @staticmethod
    def empty(scenarios: int, cells: int, layers: int, question: Question) -> _Results:
        """No-data everywhere."""

        def bands(count: int) -> npt.NDArray[np.float32]:
            return np.full((count, cells), np.nan, np.float32)

        return _Results(
            bands(scenarios),
            bands(scenarios),
            bands(scenarios) if question.probability is not None else None,
            {key: bands(rows_of(EXTRAS[key], scenarios, layers)) for key in question.extras},
            np.zeros((scenarios, len(INPUTS) + 1), np.int64),
        )

    def fill(self, block: Any, slope: Slope, soil: Soil, water: PorePressure, question: Question) -> None:
        """Assess one block of cells."""
        kh = question.seismic_coefficient
        afloat = np.zeros(slope.cos2.size, bool)
        chances = None if question.probability is None else question.probability(slope, soil, water, kh)
        if self.chance is not None and chances is not None:
            self.chance[:, block] = chances.probability
            self._count(chances)
        for scenario, plane in enumerate(failure_planes(slope, soil, water, kh.tolist())):
            self.fs[scenario, block] = plane.factor_of_safety
            self.depth[scenario, block] = plane.depth_m
            afloat |= plane.floating
            here = Situation(
                slope,
                soil,
                water,
                scenario,
                seismic_coefficient=float(kh[scenario]),
                pga_factor=question.pga_factor,
                plane=plane,
                chances=chances,
            )
            for key, bands in self.extras.items():
                values = np.atleast_2d(EXTRAS[key].values(here))
                bands[scenario * len(values) : (scenario + 1) * len(values), block] = values
        self.floating += int(afloat.sum())

    def _count(self, chances: Chances) -> None:
        """Count what was sampled, and what leads."""
        self.sampled += chances.sampled
        for scenario, leading in enumerate(chances.leading):
            self.leading[scenario] += np.bincount(leading, minlength=self.leading.shape[1])


def looked_at(soil: Soil, water: PorePressure) -> Soil:
    """The soil with a layer face wherever a plane must be looked at."""
    bent = soil.with_faces(soil.roots.faces_m) if soil.roots is not None else soil
    return bent.split(max(water.pieces_a_layer, PIECES_A_LAYER if soil.edges is not None else 1))


def _run_or_indices(cells: npt.NDArray[np.intp]) -> Any:
    """A slice where the cells are a run, which needs no copy of the inputs; else the indices."""
    first, last = int(cells[0]), int(cells[-1])
    return slice(first, last + 1) if last - first + 1 == cells.size else cells


def _known(soil: Soil) -> npt.NDArray[np.bool_]:
    """Cells in which every layer down to the base of the soil has all its values."""
    depth = np.broadcast_to(np.asarray(soil.depth_m), soil.cohesion_kpa.shape[1:])
    known = np.isfinite(depth) & np.isfinite(soil.surcharge_kpa)
    if soil.roots is not None:
        known &= soil.roots.known()
    varies = np.ndim(soil.depth_m) > 0
    for first in range(0, depth.size, BLOCK_CELLS):
        block = slice(first, first + BLOCK_CELLS)
        for layer, top in enumerate((0.0, *soil.layer_bottoms_m[:-1])):
            total = soil.cohesion_kpa[layer, block] + soil.tan_friction[layer, block]
            total += soil.moist_kn_m3[layer, block]
            total += soil.saturated_kn_m3[layer, block]  # a sum is finite if its terms are
            complete = np.isfinite(total)
            if varies:
                complete |= depth[block] <= top
            elif soil.depth_m <= top:
                break
            known[block] &= complete
    return np.asarray(known)
