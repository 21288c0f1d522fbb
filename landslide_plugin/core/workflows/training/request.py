"""From rasters and an inventory on disk to a training job, its arrays and its samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Optional

from ...evaluation.model_names import is_relative
from ...io.factors import FactorKinds, FactorSources
from ...io.raster import RasterSource, require_marks_declared, require_on_grid
from ...io.scenario_raster import ScenarioRaster
from ...io.triggers import MapScenarios, TriggerSources, read_map_scenarios
from ...model.events.samples import APART_D
from ...progress import Progress
from ...samples.events import EventPlan, near_events, near_words
from ...samples.landslide_types import type_warnings
from ...samples.sample_set import SampleSet, SamplingRules
from ...terrain.catalogue import CATALOGUE
from ...types.features import FeatureSet
from ...types.grid import Grid
from ...types.names import human_name, listed
from ...writing.temporary import temporary_folder
from ..chosen_landslides import ALL_COUNT, LandslideChoice
from ..input_check.inventory import inventory_doubts
from .area import BACKGROUND_CELLS, area_arrays
from .calibrated import require_not_fitted
from .folding import FoldFields, divided
from .gather import (
    Arrays,
    TrainingSources,
    TypedInventory,
    chosen_inventory,
    date_facts,
    factor_facts,
    grid_facts,
    inventory_of_types,
    profile_facts,
    provenance_facts,
    regions_at,
    sample_arrays,
    sample_inventory,
    scenario_facts,
    storm_triggers,
    study_cells,
    unlabelled_arrays,
)
from .storms import DatedStorms, StormFields, storms_of
from .words import event_words, kind_words, largest_share, weight_notes

Facts = dict[str, Any]


@dataclass(frozen=True)
class TrainingRequest:
    """What a model is to be learnt from, and how.

    Attributes
    ----------
    factors : sequence of str
        Rasters on one grid, whose bands are the factors.
    inventory : FeatureSet
    rules : SamplingRules
        How the inventory becomes samples.
    settings : mapping of str to Any
        Of model and validation, by the names of their quantities.
    families : sequence of str
        Of models to fit; empty for all.
    categorical : sequence of str
        Factors that hold codes although their raster does not say so.
    profile, targets, prior_fs, prior_pf : str or None
        Rasters of the soil profile, of probabilities to learn in place of labels, and of the slope-stability prior.
    scenarios : str or None
        Table of trigger scenarios; a cell may name a raster.
    reference_period_yr : float or None
        Scenario that carries classes and scores.
    mapped_area, regions : FeatureSet or None
        Where the inventory is complete; polygons left out in turn.
    types : sequence of str
        Landslide types to train on; empty for all.
    type_field, date_field : str or None
    inventory_period : str
        Dates of the landslides, such as ``2005/2010``, if no field holds them.
    factor_dates : str
        Dates of the factors, such as ``dem=2011; ndvi=2018-05``.
    prevalence_source : str
        Where the share of landslides comes from if the settings do not give it: ``inventory``, or none.
    event_id_field, events, mapped_event_field : str or None
        Names of the storms in the inventory, the table of them, and which of them each mapped area is for.
    count_area : bool
        Whether cells of the area go with the samples, for methods that count them by class.
    kinds : mapping of str to str
        Kind of each factor that is said: categorical, circular, continuous or log.
    fold_field : str or None
        Field of the inventory whose values are left out in turn, for folds by a field.
    fold_date : str
        Day from which landslides are held out, for folds by date.
    choice : LandslideChoice
        Landslides that count, by trigger and size.
    """

    factors: Sequence[str]
    inventory: FeatureSet
    rules: SamplingRules
    settings: Mapping[str, Any]
    families: Sequence[str] = ()
    categorical: Sequence[str] = ()
    profile: Optional[str] = None
    targets: Optional[str] = None
    prior_fs: Optional[str] = None
    prior_pf: Optional[str] = None
    scenarios: Optional[str] = None
    reference_period_yr: Optional[float] = None
    mapped_area: Optional[FeatureSet] = None
    regions: Optional[FeatureSet] = None
    types: Sequence[str] = ()
    type_field: Optional[str] = None
    date_field: Optional[str] = None
    inventory_period: str = ""
    factor_dates: str = ""
    prevalence_source: str = ""
    event_id_field: Optional[str] = None
    events: Optional[str] = None
    mapped_event_field: Optional[str] = None
    count_area: bool = False
    kinds: Mapping[str, str] = field(default_factory=dict)
    fold_field: Optional[str] = None
    fold_date: str = ""
    choice: LandslideChoice = ALL_COUNT

    @property
    def folds(self) -> FoldFields:
        """How the inventory parts its samples."""
        scheme = str(self.settings.get("fold_scheme") or "kmeans")
        return FoldFields(scheme, self.fold_field, self.fold_date, self.date_field)

    @property
    def storm_fields(self) -> StormFields:
        """Where storms are named."""
        return StormFields(
            period=self.rules.period_field,
            identifier=self.event_id_field,
            table=self.events,
            mapped=self.mapped_event_field,
            date=self.date_field,
        )


@dataclass(frozen=True)
class TrainingRun:
    """A job for the modelling process, its arrays, and the samples they belong to."""

    job: Facts
    arrays: Arrays
    samples: SampleSet
    grid: Grid


def prepare(request: TrainingRequest, progress: Progress) -> TrainingRun:
    """Everything the modelling process needs; every raster is closed again.

    Raises
    ------
    InputError, GridMismatch
        Rasters that do not fit each other or the scenarios, or an inventory that gives no samples.
    """
    rain = read_map_scenarios(request.scenarios) if request.scenarios else None
    with ExitStack() as stack:
        run = _run(request, _open(request, rain, stack, progress), rain, progress)
    settings, source = _settings(request, run.samples)
    run.job["provenance"]["prevalence_source"] = source
    run.job.update(settings=settings, scenarios=scenario_facts(rain.table if rain else None))
    return run


def open_factors(request: TrainingRequest) -> FactorSources:
    """The factor rasters of a request; to be closed again."""
    kinds = FactorKinds(request.kinds, {name: row.spec for name, row in CATALOGUE.items()})
    return FactorSources(request.factors, request.categorical, kinds=kinds)


def _open(
    request: TrainingRequest, rain: Optional[MapScenarios], stack: ExitStack, progress: Progress
) -> TrainingSources:
    """Every raster of the request, on the grid of the factors; ``stack`` closes them."""
    factors = stack.enter_context(open_factors(request))
    profile = stack.enter_context(RasterSource(request.profile, factors.grid)) if request.profile else None
    if profile is not None:
        require_on_grid(factors.grid, profile)
        require_marks_declared(profile)
    targets, prior_fs, prior_pf = (
        stack.enter_context(ScenarioRaster.open(path, rain.table if rain else None, factors.grid))
        if path
        else None
        for path in (request.targets, request.prior_fs, request.prior_pf)
    )
    triggers = None
    if rain and rain.rasters:
        folder = stack.enter_context(temporary_folder())
        triggers = stack.enter_context(
            TriggerSources(rain.table, rain.rasters, factors.grid, folder, progress)
        )
    return TrainingSources(
        factors=factors, profile=profile, targets=targets, prior_fs=prior_fs, prior_pf=prior_pf, rain=triggers
    )


def _run(
    request: TrainingRequest, sources: TrainingSources, rain: Optional[MapScenarios], progress: Progress
) -> TrainingRun:
    """The training job without its settings, its arrays and its samples."""
    factors = sources.factors
    names = listed(human_name(spec.name, spec.unit) for spec in factors.specs)
    progress.info(f"{len(factors.specs)} factors: {names}")
    for line in kind_words(factors.specs, factors.found):
        progress.info(line)
    require_not_fitted(sources, request.inventory, request.rules.label_field or "")
    for doubt, advice in inventory_doubts(request.inventory, factors.grid):
        progress.warning(f"{request.inventory.name}: {doubt}. {advice}")
    valid = study_cells(factors, sources.profile, request.mapped_area, sources.rain)
    progress.step(0.04)
    typed = inventory_of_types(
        request.inventory,
        factors.grid,
        valid,
        label_field=request.rules.label_field,
        type_field=request.type_field,
        wanted=request.types,
    )
    typed = chosen_inventory(typed, factors.grid, request.rules.label_field, request.choice, progress)
    for note in type_warnings(typed.types, sources.with_prior):
        progress.warning(note)
    storms = _storms(request, typed, factors.grid, rain=rain, progress=progress)
    plan = storms.plan if storms else None
    samples = sample_inventory(typed.features, factors, typed.valid, request.rules, plan)
    samples, of_folds = divided(
        request.folds, typed, samples, factors, request.rules, plan=plan, progress=progress
    )
    _say(samples, progress)
    arrays = {**sample_arrays(sources, samples), **of_folds}
    with temporary_folder() as folder:
        own = storms.triggers if storms else None
        arrays.update(storm_triggers(own, factors.grid, samples, folder, progress))
    if request.count_area and samples.domain is not None:
        arrays.update(area_arrays(factors, samples.domain))
    if any(is_relative(family) for family in request.families) and samples.domain is not None:
        arrays.update(area_arrays(factors, samples.domain, "background_", BACKGROUND_CELLS))
    if request.regions is not None:
        arrays["regions"] = regions_at(request.regions, factors.grid, samples)
    if sources.with_prior:
        arrays.update(unlabelled_arrays(sources, typed.valid, samples, request.rules.seed))
    progress.step(0.1)
    return TrainingRun(_job(request, sources, typed, samples), arrays, samples, factors.grid)


def _storms(
    request: TrainingRequest,
    typed: TypedInventory,
    grid: Grid,
    rain: Optional[MapScenarios],
    progress: Progress,
) -> Optional[DatedStorms]:
    fields = request.storm_fields
    if not fields.given:
        return None
    found = storms_of(typed.features, fields, request.mapped_area, rain.table if rain else None, grid)
    if fields.period:
        progress.info(
            f"No event name field is given: all landslides of one return period are one event, "
            f"{len(found.plan.events)} in all"
        )
    _tell_of_near_events(found.plan, bool(fields.identifier), progress)
    return found


def _tell_of_near_events(plan: EventPlan, named: bool, progress: Progress) -> None:
    """Warn of events that overlap in time, and of names that days alone would make one storm."""
    pairs = plan.overlapping()
    if pairs:
        progress.warning(
            f"Events overlap in time where both were mapped ({len(pairs)}, such as {pairs[0][0]} and {pairs[0][1]}): "
            "ground that failed in one is not taken as stable in the other, and rain that both have counts in both"
        )
    spans = [(one.name, one.day, one.last) for one in plan.events]
    near = [pair for pair in near_events(spans, APART_D) if pair not in pairs]
    if named and near:
        progress.warning(near_words(near, APART_D))


def _job(
    request: TrainingRequest, sources: TrainingSources, typed: TypedInventory, samples: SampleSet
) -> Facts:
    """What a bundle keeps of where it comes from, as plain values."""
    factors = sources.factors
    return {
        "factors": factor_facts(factors.specs),
        "families": list(request.families),
        "profile": profile_facts(sources.profile),
        "reference_period_yr": request.reference_period_yr,
        "grid": grid_facts(factors.grid, typed.valid),
        "dates": date_facts(
            factors, request.factor_dates, typed.features, request.date_field, request.inventory_period
        ),
        "provenance": provenance_facts(request.inventory.name, request.rules, typed, samples),
    }


def _settings(request: TrainingRequest, samples: SampleSet) -> tuple[Facts, str]:
    """The settings with the share of landslides that is meant, and where it comes from."""
    settings = dict(request.settings)
    if settings.get("prevalence") is not None:
        return settings, "given"
    source = request.prevalence_source
    settings["prevalence"] = samples.area_share if source == "inventory" else None
    return settings, source


def _say(samples: SampleSet, progress: Progress) -> None:
    for note in (*samples.notes, *weight_notes(samples)):
        progress.warning(note)
    progress.info(
        f"{samples.landslides} landslide samples ({samples.landslide_groups} landslides), "
        f"{samples.stable} stable samples"
    )
    progress.info(largest_share(samples))
    if samples.events is not None:
        progress.info(event_words(samples))
    bound = " at least" if samples.area_share_is_least else ""
    unit = "landslides per cell, one vote each" if samples.one_a_landslide else "of the cells"
    progress.info(
        f"Landslides make{bound} {100 * samples.area_share:.3g} % of the ground that is sampled ({unit})"
    )
