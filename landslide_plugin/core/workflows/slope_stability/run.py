"""Factor of safety of a whole raster, strip by strip, from open sources to finished GeoTIFFs."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.assessed import CAP, FS_CAP, NO_DATA, NOT_ASSESSED, RESOLVED
from ...io.raster import Band, RasterSink, RasterSource
from ...progress import SILENT, Progress
from ...stability import masks
from ...stability.assess import Assessment, Question, assess
from ...stability.extras import EXTRAS, band_names
from ...stability.guards import LARGEST_FRICTION_RAD, check_profile, check_slope, check_steepest
from ...stability.legacy import assess_legacy
from ...stability.pore_pressure import PorePressure
from ...stability.probability import INPUTS
from ...stability.roots import Roots
from ...stability.soil import WeightChecks, check_weights, soil_of
from ...styles import codes
from ...types.scenarios import TriggerScenarios
from ..soil_profile.sources import SoilSource, SoilStrip
from .chance_table import ChanceTable
from .ground import GroundRasters
from .shares import ChangeShares

STRIP_CELLS = 131_072
FINISHED = {"fs": "factor of safety", "depth": "critical depth", "probability": "probability of failure"}

WaterOf = Callable[[SoilStrip, int, int, npt.NDArray[np.float32]], PorePressure]


@dataclass(frozen=True)
class StabilityInputs:
    """Open sources of a run.

    Attributes
    ----------
    slope : RasterSource
        Slope in degrees in band ``slope_band``; its grid is the grid of the run.
    soil : SoilSource
    water_of : callable
        Pore-pressure law of a strip, from its soil, first row, row count and slope.
    scenarios : TriggerScenarios
    surcharge_kpa : float
        Weight on the ground.
    roots : Roots, optional
    root_depth_m : float
        Where root cohesion comes from rasters.
    ground : GroundRasters
        Rasters that take the place of numbers and tables.
    legacy : bool
        Use the reference study's single-depth form instead of the layered slope.
    """

    slope: RasterSource
    slope_band: int
    soil: SoilSource
    water_of: WaterOf
    scenarios: TriggerScenarios
    surcharge_kpa: float = 0.0
    roots: Optional[Roots] = None
    legacy: bool = False
    root_depth_m: float = 1.0
    ground: GroundRasters = field(default_factory=GroundRasters)


@dataclass(frozen=True)
class StabilityTargets:
    """Paths to write; None leaves one out. ``fs_cap`` applies to the written factor of safety only.

    ``extras`` holds a path for each key of ``Question.extras``. With ``fill_flat`` flat cells hold the cap and a
    probability of 0, for programs that need a number; else they are no-data as all that is not assessed.
    """

    fs: str
    depth: Optional[str] = None
    probability: Optional[str] = None
    mask: Optional[str] = None
    fs_cap: float = 10.0
    fill_flat: bool = False
    metadata: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, str] = field(default_factory=dict)


@dataclass
class StabilitySummary:
    """Counts of a run, scenario by scenario where they are arrays."""

    names: tuple[str, ...]
    unstable: npt.NDArray[np.int64]
    at_cap: npt.NDArray[np.int64]
    probability_sum: Optional[npt.NDArray[np.float64]]
    reasons: npt.NDArray[np.int64]
    floating: int = 0
    deepest_m: float = 0.0
    weights: WeightChecks = field(default_factory=WeightChecks)
    layers: int = 1
    change: Optional[ChangeShares] = None
    leading: Optional[npt.NDArray[np.int64]] = None
    sampled: int = 0
    resolved: float = 0.0
    chances: Optional[ChanceTable] = None
    steepest_deg: float = 0.0
    gentle: int = 0

    @staticmethod
    def empty(names: tuple[str, ...]) -> StabilitySummary:
        """Nothing counted yet."""
        zeros = np.zeros(len(names), np.int64)
        codes = np.zeros(max(masks.REASONS) + 1, np.int64)
        return StabilitySummary(names, zeros, zeros.copy(), None, codes)

    @property
    def assessed(self) -> int:
        """Cells that physics assessed."""
        return int(self.reasons[masks.ASSESSED])

    @property
    def cells(self) -> int:
        """Cells that have a slope."""
        return int(self.reasons[masks.ASSESSED :].sum())

    def share_unstable(self) -> dict[str, float]:
        """Share of the assessed cells with a factor of safety below 1, by scenario."""
        whole = max(self.assessed, 1)
        return {name: round(int(count) / whole, 6) for name, count in zip(self.names, self.unstable)}

    def share_by_reason(self) -> dict[str, float]:
        """Share of the cells that have a slope, by reason code."""
        whole = max(self.cells, 1)
        return {text: round(int(self.reasons[code]) / whole, 6) for code, text in masks.REASONS.items()}

    def mean_probability(self) -> dict[str, float]:
        """Mean probability of failure of the assessed cells, by scenario; empty if it was not asked for."""
        if self.probability_sum is None or not self.assessed:
            return {}
        whole = self.assessed
        return {n: round(float(total) / whole, 6) for n, total in zip(self.names, self.probability_sum)}

    def leading_inputs(self) -> dict[str, dict[str, float]]:
        """Share of the cells in which each uncertain input leads, by scenario; empty without a probability."""
        if self.leading is None or not self.leading.any():
            return {}
        shares = self.leading / self.assessed
        return {
            name: {label: round(float(share), 6) for label, share in zip(INPUTS, row[1:]) if share > 0}
            for name, row in zip(self.names, shares)
        }

    def as_dict(self) -> dict[str, object]:
        """Everything counted, for a JSON file."""
        return {
            "cells": self.cells,
            "assessed": self.assessed,
            "share_fs_below_1": self.share_unstable(),
            "cells_at_cap": {name: int(count) for name, count in zip(self.names, self.at_cap)},
            "mean_probability": self.mean_probability(),
            "cells_by_reason": {text: int(self.reasons[code]) for code, text in masks.REASONS.items()},
            "negative_normal_stress_cells": self.floating,
            "over_saturated_layer_values": self.weights.over_saturated,
            "unit_weight_off_layer_values": self.weights.unit_weight_off,
            "deepest_plane_m": self.deepest_m,
            "shares_of_change": None if self.change is None else self.change.shares(),
            "probability_sampled_cells": self.sampled,
            "probability_resolved_to": self.resolved,
            "cells_by_probability": None if self.chances is None else self.chances.shares(),
            "leading_uncertain_input": self.leading_inputs(),
        }

    def look_at(self, slope_deg: npt.NDArray[np.float32]) -> None:
        """Take note of the slopes of a strip."""
        with np.errstate(invalid="ignore"):
            self.gentle += int(np.count_nonzero(slope_deg < LARGEST_FRICTION_RAD))
        known = slope_deg[np.isfinite(slope_deg)]
        self.steepest_deg = max(self.steepest_deg, float(known.max(initial=0.0)))

    def count(self, found: Assessment, fs_cap: float) -> None:
        """Add the results of a strip."""
        with np.errstate(invalid="ignore"):
            self.unstable += (found.factor_of_safety < 1.0).sum(axis=1)
            self.at_cap += (found.factor_of_safety >= fs_cap).sum(axis=1)
        if found.probability is not None:
            total = np.nansum(found.probability, axis=1, dtype=np.float64)
            self.probability_sum = total if self.probability_sum is None else self.probability_sum + total
            if self.chances is None:
                self.chances = ChanceTable(self.names, self.resolved)
            self.chances.count(found.probability)
        if found.leading is not None:
            self.leading = found.leading if self.leading is None else self.leading + found.leading
        self.sampled += found.sampled
        self.reasons += np.bincount(found.reasons, minlength=self.reasons.size)
        self.floating += found.floating
        if (found.reasons == masks.ASSESSED).any():
            self.deepest_m = max(self.deepest_m, float(np.nanmax(found.critical_depth_m)))


def compute_stability(
    inputs: StabilityInputs, question: Question, targets: StabilityTargets, progress: Progress = SILENT
) -> StabilitySummary:
    """Assess every cell and write the results; on any error nothing is left that looks finished.

    Parameters
    ----------
    question : Question
        With a probability method exactly if ``targets.probability`` is set.
    """
    grid, names = inputs.slope.grid, inputs.scenarios.names
    inputs.ground.check()
    question = replace(question, check=progress.check)
    summary = StabilitySummary.empty(names)
    layers = _layer_names(inputs)
    summary.layers = len(layers)
    if not inputs.legacy and hasattr(inputs.water_of, "exchange"):
        summary.change = ChangeShares.of(inputs.scenarios, grid.rows * grid.cols)
    summary.resolved = 0.0 if question.probability is None else question.probability.resolved
    with ExitStack() as stack:
        sinks = _open_sinks(stack, grid, names, targets, layers, resolved=summary.resolved)
        for strip in grid.strips_of(STRIP_CELLS):
            progress.step(strip.start / grid.rows)
            assessed = _assess_strip(inputs, question, strip.start, strip.rows, summary)
            summary.count(assessed, targets.fs_cap)
            _write(sinks, strip.start, assessed, (strip.rows, grid.cols), targets)
        _require_cells(summary, inputs.slope.name)
        for sink in sinks.values():  # all are whole before the first replaces an old one
            sink.complete()
        progress.step(1.0)
    return summary


def _require_cells(summary: StabilitySummary, name: str) -> None:
    if summary.cells == 0:
        raise InputError(f"{name} has no data anywhere; choose a slope raster with values")
    check_steepest(summary.steepest_deg, name)
    if summary.reasons[masks.NO_SOIL_DATA] == summary.cells:
        raise InputError(f"No cell of {name} has soil data; check that the soil covers the same area")
    if not summary.assessed:
        shares = [
            f"{words} {100 * share:.3g} %" for words, share in summary.share_by_reason().items() if share
        ]
        raise InputError(
            f"No cell of {name} can be assessed: {', '.join(shares)}; check that the slope is in degrees (SLOPE_UNIT), "
            "the soil, and the limits of flat ground and cliffs"
        )


def _assess_strip(
    inputs: StabilityInputs, question: Question, first_row: int, rows: int, summary: StabilitySummary
) -> Assessment:
    slope = inputs.slope.read(inputs.slope_band, first_row, rows)
    check_slope(slope, inputs.slope.name)
    summary.look_at(slope)
    strip = inputs.soil.read(first_row, rows)
    strip = replace(strip, profile=inputs.ground.profile(strip.profile, first_row, rows))
    check_profile(strip.profile)
    summary.weights += check_weights(strip.profile)
    if inputs.legacy:
        return assess_legacy(slope.ravel(), strip.profile, inputs.scenarios)
    soil = replace(
        soil_of(strip.profile, strip.depth_m),
        surcharge_kpa=inputs.ground.surcharge_kpa(inputs.surcharge_kpa, first_row, rows),
        roots=inputs.ground.roots(inputs.roots, inputs.root_depth_m, first_row, rows),
        edges=inputs.ground.edges,
    )
    found = assess(slope.ravel(), soil, inputs.water_of(strip, first_row, rows, slope), question)
    if summary.change is not None:
        mixed = inputs.water_of.exchange(summary.change.pairs)  # type: ignore[attr-defined]
        summary.change.add(
            slope.ravel(),
            soil,
            lambda: mixed(strip, first_row, rows, slope),
            found.reasons,
            question=replace(question, probability=None),
            first_cell=first_row * inputs.slope.grid.cols,
        )
    return found


def _layer_names(inputs: StabilityInputs) -> tuple[str, ...]:
    profile = inputs.soil.read(0, 1).profile
    return tuple(profile.label(layer) for layer in range(len(profile.layer_bottoms_m)))


def _open_sinks(
    stack: ExitStack,
    grid: Any,
    names: tuple[str, ...],
    targets: StabilityTargets,
    layers: tuple[str, ...],
    *,
    resolved: float,
) -> dict[str, RasterSink]:
    sinks = {}
    for key, path in targets.extras.items():
        extra = EXTRAS[key]
        said = {"QUANTITY": extra.name}
        bands = [Band(name, extra.unit, said) for name in band_names(extra, names, layers)]
        sinks[key] = stack.enter_context(RasterSink(path, grid, bands, metadata={**targets.metadata, **said}))
    units = {"fs": "", "depth": "m", "probability": ""}
    for key, unit in units.items():
        path = getattr(targets, key)
        if path is not None:
            bands = [Band(name, unit, {"QUANTITY": FINISHED[key]}) for name in names]
            metadata = {**targets.metadata, "QUANTITY": FINISHED[key]}
            if key != "depth":
                metadata[NOT_ASSESSED] = CAP if targets.fill_flat else NO_DATA
            if key == "fs":
                metadata[FS_CAP] = f"{targets.fs_cap:g}"
            if key == "probability" and resolved:
                metadata[RESOLVED] = f"{resolved:.6g}"
            sinks[key] = stack.enter_context(RasterSink(path, grid, bands, metadata=metadata))
    if targets.mask is not None:
        classes = codes("assessment")
        band = Band("assessment", "", {"QUANTITY": "reason code"})
        sink = RasterSink(targets.mask, grid, [band], byte=True, classes=classes, metadata=targets.metadata)
        sinks["mask"] = stack.enter_context(sink)
    return sinks


def _write(
    sinks: dict[str, RasterSink],
    first_row: int,
    found: Assessment,
    shape: tuple[int, int],
    targets: StabilityTargets,
) -> None:
    shown, chance = np.minimum(found.factor_of_safety, np.float32(targets.fs_cap)), found.probability
    if targets.fill_flat:  # only the written rasters say so, never a statistic
        flat = found.reasons == masks.FLAT
        shown[:, flat] = targets.fs_cap
        chance = None if chance is None else np.where(flat, np.float32(0), chance)
    layers = {"fs": shown, "depth": found.critical_depth_m, "probability": chance, **found.extras}
    for key, values in layers.items():
        if key in sinks and values is not None:
            for band, scenario in enumerate(values):
                sinks[key].write(band, first_row, scenario.reshape(shape))
    if "mask" in sinks:
        sinks["mask"].write(0, first_row, found.reasons.reshape(shape))
