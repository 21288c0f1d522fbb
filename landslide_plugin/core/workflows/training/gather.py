"""What a training run learns from, gathered from rasters and an inventory into plain arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.assessed import assessed_probability, assessed_safety, require_probability, require_safety
from ...io.factors import FactorSources
from ...io.profile import profile_at, read_profile
from ...io.raster import STRIP_ROWS, RasterSource, crs_name, metres_per_unit
from ...io.scenario_raster import ScenarioRaster
from ...io.shapes import ShapesOnGrid
from ...io.triggers import TriggerSources
from ...io.vector import burn, to_crs
from ...progress import SILENT, Progress
from ...samples.absences import nth_true
from ...samples.dates import event_period, factor_dates, period, suspects
from ...samples.events import EventPlan
from ...samples.feature_cells import touched
from ...samples.inventory import build_samples
from ...samples.labels import parse_labels
from ...samples.landslide_types import chosen_types
from ...samples.sample_set import SampleSet, SamplingRules
from ...terrain.catalogue import CATALOGUE
from ...types.arrays import Cells, Flags
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ...types.grid import Grid
from ...types.scenarios import TriggerScenarios
from ...types.window import extent_of
from ..chosen_landslides import LandslideChoice, choose_landslides
from .ground import site_of
from .storms import StormTriggers

UNLABELLED_CELLS = 2000
Arrays = dict[str, npt.NDArray[Any]]


def study_cells(
    factors: FactorSources,
    profile: Optional[RasterSource],
    mapped_area: Optional[FeatureSet],
    rain: Optional[TriggerSources] = None,
) -> Flags:
    """Cells (rows, cols) with a value in every factor, soil layer and trigger raster, inside the mapped area.

    Raises
    ------
    InputError
        No cell is left; the message counts what each condition left.
    """
    valid = factors.valid_mask(factors.specs)
    counts = [f"{int(valid.sum())} cells have every factor"]
    if profile is not None:
        for strip in profile.grid.strips(STRIP_ROWS):
            soil = read_profile(profile, strip.start, strip.rows)
            valid[strip.start : strip.stop] &= np.isfinite(soil.values).all(axis=(0, 1))
        counts.append(f"{int(valid.sum())} of them a soil profile")
    if rain is not None:
        for strip in factors.grid.strips(STRIP_ROWS):
            valid[strip.start : strip.stop] &= rain.valid_rows(strip.start, strip.rows)
        counts.append(f"{int(valid.sum())} of them triggers from every raster of the scenario table")
    if mapped_area is not None:
        valid &= burn(to_crs(mapped_area, factors.grid.crs_wkt), factors.grid) > 0
        counts.append(f"{int(valid.sum())} of them lie in the mapped area")
    if not valid.any():
        raise InputError(f"No cell can be used: {', '.join(counts)}; check no-data, extents and CRS")
    return valid


@dataclass(frozen=True)
class TrainingSources:
    """Open rasters a training run may draw on, all on the factors' grid."""

    factors: FactorSources
    profile: Optional[RasterSource] = None
    targets: Optional[ScenarioRaster] = None
    prior_fs: Optional[ScenarioRaster] = None
    prior_pf: Optional[ScenarioRaster] = None
    rain: Optional[TriggerSources] = None

    @property
    def with_prior(self) -> bool:
        """True if there is a slope-stability prior."""
        return self.prior_pf is not None or self.prior_fs is not None

    def arrays(self, rows: Cells, cols: Cells, prefix: str = "") -> Arrays:
        """Factor, profile, prior and trigger values of the given cells, named as the training job wants them.

        A prior is NaN where physics assessed nothing: where the probability of failure is empty, the factor of
        safety is left out too.
        """
        found: Arrays = {"static": self.factors.values_at(self.factors.specs, rows, cols)}
        if self.profile is not None:
            found["profile"] = profile_at(self.profile, rows, cols)
        if self.prior_fs is not None:
            safety, source = self.prior_fs.values_at(rows, cols), self.prior_fs.source
            require_safety(safety, source.name)
            found["prior_fs"] = assessed_safety(safety, source.metadata)
        if self.prior_pf is not None:
            chance, source = self.prior_pf.values_at(rows, cols), self.prior_pf.source
            require_probability(chance, source.name)
            found["prior_pf"] = assessed_probability(chance, source.metadata)
        if self.rain is not None:
            found["triggers"] = self.rain.values_at(rows, cols)
        if "prior_fs" in found and "prior_pf" in found:
            found["prior_fs"][np.isnan(found["prior_pf"])] = np.nan
        return {prefix + name: values for name, values in found.items()}


@dataclass(frozen=True)
class TypedInventory:
    """Features of the landslide types asked for; no sample may lie where those left out are.

    Attributes
    ----------
    features : FeatureSet
        In the CRS of the factors.
    valid : bool array (rows, cols)
    types : tuple of str or None
        Types among the landslides kept; None without a type field.
    triggers : tuple of str or None
        Triggers among them; None without a trigger field.
    """

    features: FeatureSet
    valid: Flags
    types: Optional[tuple[str, ...]]
    triggers: Optional[tuple[str, ...]] = None

    def without(self, keep: Flags, grid: Grid) -> TypedInventory:
        """Only the features to ``keep`` (n,), and no sample on the ground of the others."""
        left_out = np.flatnonzero(~keep)
        if not len(left_out):
            return self
        valid = self.valid & ~touched(ShapesOnGrid(self.features, grid), left_out)
        return replace(self, features=self.features.where(keep), valid=valid)


def inventory_of_types(
    inventory: FeatureSet,
    grid: Grid,
    valid: Flags,
    label_field: Optional[str],
    type_field: Optional[str],
    wanted: Sequence[str],
) -> TypedInventory:
    """The inventory without landslides of other types than those wanted (all if none is named)."""
    features = to_crs(inventory, grid.crs_wkt)
    if type_field is None:
        if wanted:
            raise InputError("Landslide types are chosen, but no type field is named; name the field")
        return TypedInventory(features, valid, None)
    labels = np.ones(len(features), dtype=bool)
    if label_field:
        labels = parse_labels(features.field(label_field), label_field)
    keep, types = chosen_types(features.field(type_field), labels, wanted, type_field)
    return TypedInventory(features, valid, types).without(keep, grid)


def chosen_inventory(
    typed: TypedInventory,
    grid: Grid,
    label_field: Optional[str],
    choice: LandslideChoice,
    progress: Progress = SILENT,
) -> TypedInventory:
    """The inventory without landslides of other triggers, or too small to have been mapped everywhere."""
    if not choice.asks:
        return typed
    chosen = choose_landslides(typed.features, label_field, choice)
    for note in chosen.notes:
        progress.warning(note)
    return replace(typed.without(chosen.keep, grid), triggers=chosen.triggers)


def sample_inventory(
    inventory: FeatureSet,
    factors: FactorSources,
    valid: Flags,
    rules: SamplingRules,
    plan: Optional[EventPlan] = None,
) -> SampleSet:
    """Samples of an inventory on the factors' grid; the inventory may be in any CRS.

    Raises
    ------
    InputError
        As ``build_samples``; or a slope limit or scarps are asked for and no factor holds the slope in
        degrees or the elevation.
    """
    wkt = factors.grid.crs_wkt
    site = site_of(factors, valid, rules)
    shapes = ShapesOnGrid(to_crs(inventory, wkt), factors.grid)
    return build_samples(shapes, valid, rules, metres_per_unit(wkt), site, plan=plan)


def sample_arrays(sources: TrainingSources, samples: SampleSet) -> Arrays:
    """All arrays of the samples: labels, places, groups, events, factors and what else there is."""
    arrays: Arrays = {
        "labels": samples.labels,
        "xy": samples.xy,
        "groups": samples.groups,
        **sources.arrays(samples.rows, samples.cols),
    }
    arrays["row_weights"] = samples.row_weights
    if samples.events is not None:
        names = ("events", "offsets", "sampled")
        arrays.update({name: getattr(samples, name) for name in names}, event_period=samples.event_period_yr)
    if sources.targets is not None:
        arrays["targets"] = sources.targets.values_at(samples.rows, samples.cols)
    return arrays


def storm_triggers(
    own: Optional[StormTriggers], grid: Grid, samples: SampleSet, folder: str, progress: Progress
) -> Arrays:
    """What each row had in its storm, where storms have triggers of their own."""
    if own is None or samples.events is None:
        return {}
    row = np.arange(len(samples))
    with TriggerSources(own.table, own.rasters, grid, folder, progress) as sources:
        found = sources.values_at(samples.rows, samples.cols)[row, samples.events]
    xy = grid.centres_of(samples.rows, samples.cols)
    for number, rain in own.rain.items():
        theirs = np.flatnonzero(samples.events == round(number) - 1)
        if not len(theirs):
            continue
        places = np.array([own.table.columns.index(column) for column in rain.columns], np.intp)
        found[theirs[:, None], places] = rain.sums_at(xy[theirs], grid.crs_wkt, progress)
    if not np.isfinite(found).all():
        raise InputError(
            f"{int((~np.isfinite(found).all(axis=1)).sum())} samples lie where the raster of their event's trigger has "
            "no value, or its rain a gap; let it cover the mapped area and the whole event"
        )
    return {"event_triggers": found}


def unlabelled_arrays(sources: TrainingSources, valid: Flags, samples: SampleSet, seed: int) -> Arrays:
    """Cells drawn at random among those that are not samples, for the physics terms."""
    free = valid.copy()
    free[samples.rows, samples.cols] = False
    total = int(free.sum())
    if total == 0:
        return {}
    rng = np.random.default_rng(seed)
    ranks = np.sort(rng.choice(total, size=min(total, UNLABELLED_CELLS), replace=False))
    return sources.arrays(*nth_true(free, ranks), prefix="extra_")


def regions_at(regions: FeatureSet, grid: Grid, samples: SampleSet) -> npt.NDArray[np.int32]:
    """Region (n,) of each sample: the number of the polygon that holds its cell, counted from 1.

    Raises
    ------
    InputError
        Samples outside every region; the message counts them.
    """
    found = burn(to_crs(regions, grid.crs_wkt), grid)[samples.rows, samples.cols]
    outside = int((found == 0).sum())
    if outside:
        raise InputError(
            f"{outside} samples lie outside every polygon of {regions.name}; extend the regions or give the "
            "mapped area"
        )
    return found


def provenance_facts(
    inventory: str, rules: SamplingRules, typed: TypedInventory, samples: SampleSet
) -> dict[str, str]:
    """What a bundle keeps of the inventory and of how samples were drawn, as text."""
    return {
        "inventory": inventory,
        "label_field": rules.label_field or "",
        "absences": rules.absences,
        "absence_ratio": str(rules.ratio),
        "absence_buffer_m": str(rules.buffer_m),
        "absence_reach_m": str(rules.reach_m) if rules.absences == "ring" else "",
        "absence_least_slope_deg": str(rules.least_slope_deg),
        "flat_patches": rules.flat_patches,
        "landslide_type": ", ".join(typed.types or ()),
        "trigger": ", ".join(typed.triggers or ()),
        "polygon_rule": rules.polygon_rule,
        "min_distance_m": str(rules.min_distance_m),
        "probability_of": "landslides per cell" if samples.one_a_landslide else "share of area",
        "landslide_share_of_area": f"{samples.area_share:.6g}",
        "landslide_share_is_lower_bound": "yes" if samples.area_share_is_least else "no",
        "notes": "; ".join(samples.notes),
    }


def date_facts(
    factors: FactorSources, text: str, inventory: FeatureSet, field: Optional[str], when: str
) -> dict[str, Any]:
    """Dates of the landslides and of factors, and which factors may have been recorded after them.

    Parameters
    ----------
    text : str
        Dates by factor or source, such as ``dem=2011; ndvi=2018-05``.
    inventory : FeatureSet
    field : str or None
        Field with the date of each landslide; goes before ``when``.
    when : str
        Dates of the landslides, such as ``2005/2010``; may be empty.
    """
    dates = factor_dates(text)
    events = event_period(inventory.field(field), field) if field else None
    if events is None and when.strip():
        events = period(when.strip(), "Dates of the landslides")
    names = [spec.name for spec in factors.specs]
    found = suspects(names, dates, events, tuple(CATALOGUE))
    return {
        "inventory": str(events) if events else None,
        "factors": {name: str(value) for name, value in dates.items()},
        "suspects": [each.to_dict() for each in found],
    }


def grid_facts(grid: Grid, valid: Flags) -> dict[str, Any]:
    """What a bundle keeps of the grid it was trained on, and of the extent of the cells (rows, cols) it may use."""
    return {
        "bounds": list(extent_of(grid, valid) or grid.bounds),
        "cell_size_m": grid.cell_size * metres_per_unit(grid.crs_wkt),
        "crs_wkt": grid.crs_wkt,
        "crs_name": crs_name(grid.crs_wkt),
    }


def factor_facts(specs: Sequence[FactorSpec]) -> list[dict[str, Any]]:
    """The factors as plain values for a training job."""
    return [
        {
            "name": spec.name,
            "kind": spec.kind,
            "unit": spec.unit,
            "transform": spec.transform,
            "categories": {str(code): name for code, name in (spec.categories or {}).items()},
        }
        for spec in specs
    ]


def profile_facts(profile: Optional[RasterSource]) -> Optional[dict[str, Any]]:
    """Layer bottoms and properties of a profile stack as plain values; None without one.

    >>> profile_facts(None) is None
    True
    """
    if profile is None:
        return None
    soil = read_profile(profile, 0, 1)
    return {"layer_bottoms_m": list(soil.layer_bottoms_m), "properties": list(soil.properties)}


def scenario_facts(scenarios: Optional[TriggerScenarios]) -> Optional[dict[str, Any]]:
    """The scenario table as plain values; None without one.

    >>> scenario_facts(None) is None
    True
    """
    return None if scenarios is None else scenarios.to_dict()
