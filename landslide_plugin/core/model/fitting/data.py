"""Everything a model is fitted on, with shapes checked once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.factors import FactorSpec
from ...types.profile import ProfileColumns
from ...types.scenarios import TriggerScenarios
from ..bivariate.area_cells import AreaCells

Rows = npt.NDArray[Any]
FEWEST_LANDSLIDES = 10
FEW_LANDSLIDES = 30
UNSAID = np.zeros(0)


@dataclass(frozen=True)
class Cells:
    """Inputs and slope-stability prior of cells, labelled or not.

    Attributes
    ----------
    static : float32 array (n, p)
        Raw factor values without NaN.
    profile : float32 array (n, layers, properties) or None
    prior_pf, prior_fs : float32 array (n, scenarios) or None
        Probability of failure and factor of safety; NaN where not assessed.
    triggers : float64 array (n, scenarios, columns) or None
        Each cell's own triggers, where rasters give them; None where the table of scenarios holds for all.
    """

    static: npt.NDArray[np.float32]
    profile: Optional[npt.NDArray[np.float32]] = None
    prior_pf: Optional[npt.NDArray[np.float32]] = None
    prior_fs: Optional[npt.NDArray[np.float32]] = None
    triggers: Optional[npt.NDArray[np.float64]] = None

    def __len__(self) -> int:
        return len(self.static)

    def assessed(self) -> npt.NDArray[np.bool_]:
        """Cells (n,) that the physics terms may speak of: all without a prior, else those with a value of it.

        >>> pf = np.array([[0.2], [np.nan]], "f4")
        >>> Cells(np.zeros((2, 1), "f4"), prior_pf=pf).assessed().tolist()
        [True, False]
        """
        priors = [prior for prior in (self.prior_pf, self.prior_fs) if prior is not None]
        known = [np.isfinite(prior).any(axis=1) for prior in priors]
        return np.any(known, axis=0) if known else np.ones(len(self), bool)

    def take(self, rows: Rows) -> Cells:
        """The chosen cells."""
        parts: dict[str, Any] = {f.name: _take(getattr(self, f.name), rows) for f in fields(self)}
        return replace(self, **parts)


@dataclass(frozen=True)
class TrainingData:
    """Samples of an inventory with all that is known at them.

    Attributes
    ----------
    specs : tuple of FactorSpec
    cells : Cells
    labels : int8 array (n,)
        1 landslide, 0 stable.
    xy : float64 array (n, 2)
        Metres.
    groups : int32 array (n,)
        Landslide of each sample; each stable sample its own.
    soil : ProfileColumns or None
    scenarios : TriggerScenarios or None
        The mean over the samples where cells have their own triggers.
    reference : int
        Index of the reference scenario; 0 without scenarios.
    event_period_yr : float64 array (n,) or None
        NaN is undated.
    targets : float32 array (n, scenarios) or None
        Target probabilities, NaN where there is none.
    extra : Cells or None
        Unlabelled cells that take part in the physics term alone.
    regions : int32 array (n,) or None
        Region of each sample, for folds that leave one region out.
    events : int32 array (n,) or None
        Event that each row speaks of, from 0; None for an undated inventory.
    event_triggers : float64 array (n, columns) or None
        Trigger that each row had in its event, where events have triggers of their own; else that of the
        scenario with the event's return period holds.
    row_weights : float64 array (n,)
        What a row counts: 1, or 1/n where a landslide has n rows.
    offsets : float64 array (n,)
        Log odds by which landslides were sampled rather than stable ground in the row's event: log(f1/f0). A fixed
        term of the logit in training alone; 0 for an undated inventory.
    sampled : float64 array (n,)
        Share of its kind and event that the row was sampled at: f1 of landslides, f0 of stable ground.
    ground : AreaCells or None
        Cells of the area, where bivariate methods count them.
    fold_codes : int32 array (n,) or None
        Fold of each sample as a field of the inventory gives it; or its side of a date: 0 before, 1 after, 2 neither.
    outdated : bool array (n,) or None
        Stable samples on ground that slid after the date of the folds: they train what knew of no such landslide,
        and no final model.
    map_xy : float64 array (m, 2) or None
        Places of the map, in metres, for distances of prediction.
    units : bool
        Whether rows are mapping units, each judged as a whole, and not cells that stand for the ground about them.
    background : AreaCells or None
        Cells of the area, where a presence-background model holds landslides against them.
    """

    specs: tuple[FactorSpec, ...]
    cells: Cells
    labels: npt.NDArray[np.int8]
    xy: npt.NDArray[np.float64]
    groups: npt.NDArray[np.int32]
    soil: Optional[ProfileColumns] = None
    scenarios: Optional[TriggerScenarios] = None
    reference: int = 0
    event_period_yr: Optional[npt.NDArray[np.float64]] = None
    targets: Optional[npt.NDArray[np.float32]] = None
    extra: Optional[Cells] = None
    regions: Optional[npt.NDArray[np.int32]] = None
    events: Optional[npt.NDArray[np.int32]] = None
    event_triggers: Optional[npt.NDArray[np.float64]] = None
    row_weights: npt.NDArray[np.float64] = field(default_factory=lambda: UNSAID)
    offsets: npt.NDArray[np.float64] = field(default_factory=lambda: UNSAID)
    sampled: npt.NDArray[np.float64] = field(default_factory=lambda: UNSAID)
    ground: Optional[AreaCells] = None
    fold_codes: Optional[npt.NDArray[np.int32]] = None
    outdated: Optional[npt.NDArray[np.bool_]] = None
    map_xy: Optional[npt.NDArray[np.float64]] = None
    units: bool = False
    background: Optional[AreaCells] = None

    def __post_init__(self) -> None:
        n, s = len(self.labels), self.scenario_count
        for name, usual in (("row_weights", 1.0), ("offsets", 0.0), ("sampled", 1.0)):
            if getattr(self, name) is UNSAID:
                object.__setattr__(self, name, np.full(n, usual))
            _shape(name, getattr(self, name), (n,))
        self._check_events(n)
        _shape("labels", self.labels, (n,))
        _shape("xy", self.xy, (n, 2))
        _shape("groups", self.groups, (n,))
        _shape("event_period", self.event_period_yr, (n,))
        _shape("targets", self.targets, (n, s))
        _shape("regions", self.regions, (n,))
        _shape("fold_codes", self.fold_codes, (n,))
        _shape("outdated", self.outdated, (n,))
        for name, cells in (("", self.cells), ("extra_", self.extra)):
            if cells is not None:
                self._check_cells(name, cells, n if name == "" else len(cells))
        if self.targets is not None:
            known = self.targets[np.isfinite(self.targets)]
            if known.size and (known.min() < 0 or known.max() > 1):
                raise InputError(
                    f"Target probabilities reach from {known.min():g} to {known.max():g}; allowed: 0 to 1"
                )

    def _check_events(self, n: int) -> None:
        _shape("events", self.events, (n,))
        if self.events is None:
            return
        if self.scenarios is None:
            raise InputError("The samples name events but no scenario table says what rain belongs to them")
        if self.event_triggers is None and (self.event_scenarios() < 0).any():
            raise InputError(
                f"The return period of an event is not in the scenario table; it has {', '.join(self.output_names)}"
            )
        _shape("event_triggers", self.event_triggers, (n, len(self.scenarios.columns)))

    def _check_cells(self, name: str, cells: Cells, n: int) -> None:
        s = self.scenario_count
        _shape(f"{name}static", cells.static, (n, len(self.specs)))
        if self.soil is not None:
            if cells.profile is None:
                raise InputError(f"The job names a soil profile but holds no {name}profile values")
            shape = (n, len(self.soil.layer_bottoms_m), len(self.soil.properties))
            _shape(f"{name}profile", cells.profile, shape)
        _shape(f"{name}prior_pf", cells.prior_pf, (n, s))
        _shape(f"{name}prior_fs", cells.prior_fs, (n, s))
        self._check_triggers(name, cells, n)
        parts = (("static", cells.static), ("profile", cells.profile), ("triggers", cells.triggers))
        for label, values in parts:
            if values is not None and not np.isfinite(values).all():
                raise InputError(f"{name}{label} holds no-data; drop those samples before training")

    def _check_triggers(self, name: str, cells: Cells, n: int) -> None:
        if (cells.triggers is None) != (self.cells.triggers is None):
            raise InputError(
                f"Only some cells have their own triggers; {name}triggers does not fit the samples"
            )
        if cells.triggers is None:
            return
        if self.scenarios is None:
            raise InputError("The job holds triggers of cells but no scenario table")
        _shape(f"{name}triggers", cells.triggers, (n, *self.scenarios.values.shape))

    @property
    def scenario_count(self) -> int:
        """Number of outputs: the scenarios, or 1."""
        return len(self.scenarios.return_periods_yr) if self.scenarios else 1

    @property
    def output_names(self) -> tuple[str, ...]:
        """Band names of the outputs."""
        return self.scenarios.names if self.scenarios else ("Susceptibility",)

    @property
    def dated(self) -> bool:
        """Whether the model learns from events, a row for each (cell, event); with targets it learns from those."""
        return self.targets is None and self.events is not None

    @property
    def event_count(self) -> int:
        """Number of events among the rows."""
        return 0 if self.events is None else len(np.unique(self.events))

    @property
    def population_weights(self) -> npt.NDArray[np.float64]:
        """Weights (n,) by which dated rows stand for the ground they were drawn from; undated ones are as sampled."""
        return self.row_weights / self.sampled

    def event_scenarios(self) -> npt.NDArray[np.intp]:
        """Scenario (n,) with the return period of each row's event; -1 where the table has none."""
        periods = np.array(self.scenarios.return_periods_yr if self.scenarios else ())
        same = self._periods_yr()[:, None] == periods[None]
        return np.where(same.any(axis=1), same.argmax(axis=1) if len(periods) else 0, -1)

    @property
    def quiet_storms(self) -> int:
        """Number of storms that brought no landslide: events that have stable rows alone."""
        if self.events is None:
            return 0
        return len(np.setdiff1d(self.events, self.events[self.labels > 0]))

    def _periods_yr(self) -> npt.NDArray[np.float64]:
        return np.full(len(self.labels), np.nan) if self.event_period_yr is None else self.event_period_yr

    def triggers(self) -> npt.NDArray[np.float64]:
        """Trigger values (scenarios, columns), or (n, scenarios, columns) of each sample; (1, 0) without scenarios."""
        if self.cells.triggers is not None:
            return self.cells.triggers
        return self.scenarios.values if self.scenarios else np.zeros((1, 0))

    def triggers_learnt(self) -> npt.NDArray[np.float64]:
        """Triggers of training: as ``triggers``, with one more column where events have triggers of their own."""
        known = self.triggers()
        if self.event_triggers is None or not self.dated:
            return known
        shape = (len(self.labels), *known.shape[-2:])
        return np.concatenate([np.broadcast_to(known, shape), self.event_triggers[:, None]], axis=1)

    @property
    def lasting(self) -> TrainingData:
        """The samples that a final model learns from: those that still hold today, and all the ground."""
        if self.outdated is None or not self.outdated.any():
            return self
        kept = ~self.outdated
        areas: dict[str, Any] = {
            name: None if cells is None else cells.left_to(kept, self.xy) for name, cells in self._areas()
        }
        return replace(self.take(kept), **areas)

    def _areas(self) -> Iterator[tuple[str, Optional[AreaCells]]]:
        return ((name, getattr(self, name)) for name in ("ground", "background"))

    def take(self, rows: Rows) -> TrainingData:
        """The chosen samples, and the ground nearest to them; extra cells stay."""
        per_sample = (
            *("labels", "xy", "groups", "event_period_yr", "targets", "regions", "events", "event_triggers"),
            *("row_weights", "offsets", "sampled", "fold_codes", "outdated"),
        )
        parts: dict[str, Any] = {name: _take(getattr(self, name), rows) for name in per_sample}
        size = len(self.labels)
        areas: dict[str, Any] = {
            name: None if cells is None else cells.take(rows, size) for name, cells in self._areas()
        }
        return replace(self, cells=self.cells.take(rows), **areas, **parts)


def check_inventory(labels: Rows, groups: Rows) -> list[str]:
    """Warnings about a small inventory; an unusable one is refused.

    Raises
    ------
    InputError
        One class only, or fewer than 10 landslides or stable samples.

    Examples
    --------
    >>> check_inventory(np.repeat([1, 0], 40), np.arange(80))
    []
    """
    landslides = len(np.unique(groups[labels > 0]))
    stable = int((labels == 0).sum())
    if not landslides or not stable:
        found = "landslides" if landslides else "stable samples"
        raise InputError(
            f"The inventory holds only {found} ({len(labels)} samples); "
            "training needs landslides and stable samples, so give absences or an absence policy"
        )
    if min(landslides, stable) < FEWEST_LANDSLIDES:
        raise InputError(
            f"The inventory holds {landslides} landslides and {stable} stable samples on valid cells; "
            f"at least {FEWEST_LANDSLIDES} of each are needed"
        )
    if landslides < FEW_LANDSLIDES:
        return [
            f"Only {landslides} landslides: scores are uncertain and a network can hardly beat "
            f"logistic regression; {FEW_LANDSLIDES} or more are advised"
        ]
    return []


def _take(values: Optional[Rows], rows: Rows) -> Optional[Rows]:
    return None if values is None else values[rows]


def _shape(name: str, values: Optional[Rows], shape: tuple[int, ...]) -> None:
    if values is not None and values.shape != shape:
        raise InputError(f"{name} has shape {values.shape}, the samples need {shape}")
