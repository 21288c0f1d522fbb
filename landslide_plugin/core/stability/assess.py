"""All scenarios of all cells of a strip: factor of safety, weakest plane, probability, mask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

from . import masks
from .factor_of_safety import failure_plane
from .pore_pressure import PorePressure
from .probability import Spread, point_estimate
from .sampling import sampled_probability, standard_draws
from .soil import Soil
from .stresses import Slope

Values = npt.NDArray[Any]
BLOCK_CELLS = 16384

Probability = Callable[[Slope, Soil, PorePressure, npt.NDArray[np.float64]], Values]


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
    """

    factor_of_safety: npt.NDArray[np.float32]
    critical_depth_m: npt.NDArray[np.float32]
    probability: Optional[npt.NDArray[np.float32]]
    reasons: npt.NDArray[np.uint8]
    floating: int


@dataclass(frozen=True)
class Question:
    """What is asked of every cell.

    Attributes
    ----------
    seismic_coefficient : float array (scenarios,)
    limits : SlopeLimits
    probability : callable or None
        From ``by_point_estimate`` or ``by_sampling``.
    """

    seismic_coefficient: npt.NDArray[np.float64]
    limits: masks.SlopeLimits = field(default_factory=masks.SlopeLimits)
    probability: Optional[Probability] = None


def by_point_estimate(spread: Spread) -> Probability:
    """Probabilities by sixteen runs a cell."""

    def estimate(slope: Slope, soil: Soil, water: PorePressure, kh: npt.NDArray[np.float64]) -> Values:
        return point_estimate(slope, soil, water, kh, spread)

    return estimate


def by_sampling(spread: Spread, draws: int, seed: int) -> Probability:
    """Probabilities by one Sobol sequence for all cells and scenarios."""
    points = standard_draws(draws, spread.strength_correlation, seed)

    def estimate(slope: Slope, soil: Soil, water: PorePressure, kh: npt.NDArray[np.float64]) -> Values:
        return sampled_probability(slope, soil, water, kh, spread, points)

    return estimate


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
    shape = (len(kh), slope_deg.size)
    fs, depth = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
    chance = np.full(shape, np.nan, np.float32) if question.probability is not None else None
    floating = 0
    cells = np.flatnonzero(reasons == masks.ASSESSED)
    for first in range(0, cells.size, block_cells):
        block = _run_or_indices(cells[first : first + block_cells])
        slope, some, wet = Slope.of(slope_deg[block]), soil.cells(block).filled(), water.cells(block)
        afloat = np.zeros(slope.cos2.size, bool)
        for scenario, shaking in enumerate(kh.tolist()):
            plane = failure_plane(slope, some, wet, scenario, shaking)
            fs[scenario, block] = plane.factor_of_safety
            depth[scenario, block] = plane.depth_m
            afloat |= plane.floating
        floating += int(afloat.sum())
        if chance is not None and question.probability is not None:
            chance[:, block] = question.probability(slope, some, wet, kh)
    return Assessment(fs, depth, chance, reasons, floating)


def _run_or_indices(cells: npt.NDArray[np.intp]) -> Any:
    """A slice where the cells are a run, which needs no copy of the inputs; else the indices."""
    first, last = int(cells[0]), int(cells[-1])
    return slice(first, last + 1) if last - first + 1 == cells.size else cells


def _known(soil: Soil) -> npt.NDArray[np.bool_]:
    """Cells in which every layer down to the base of the soil has all its values."""
    depth = np.broadcast_to(np.asarray(soil.depth_m), soil.cohesion_kpa.shape[1:])
    known = np.isfinite(depth)
    for layer, top in enumerate((0.0, *soil.layer_bottoms_m[:-1])):
        complete = np.ones(known.shape, bool)
        for values in (soil.cohesion_kpa, soil.tan_friction, soil.moist_kn_m3, soil.saturated_kn_m3):
            complete &= np.isfinite(values[layer])
        known &= complete | (depth <= top)
    return np.asarray(known)
