"""From a landslide inventory to labelled cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.features import FeatureSet, Shapes
from .absences import all_others, random_cells, require_some
from .event_samples import drawn_cells, even_weights, places_of, stable_counts, thinned
from .events import UNDATED, EventPlan
from .feature_cells import FeatureCells, cells_of_features, on_valid_cells, touched
from .ground import LEVEL, Site
from .labels import parse_labels
from .polygon_cell import ONE_CELL_RULES, cell_of_each_polygon
from .sample_set import FEW_LANDSLIDES, MINIMUM_LANDSLIDES, SampleSet, SamplingRules

Mask = npt.NDArray[np.bool_]


def build_samples(
    shapes: Shapes,
    valid: Mask,
    rules: SamplingRules,
    metres_per_unit: float = 1.0,
    ground: Site = LEVEL,
    plan: Optional[EventPlan] = None,
) -> SampleSet:
    """Samples of an inventory on a grid.

    Parameters
    ----------
    shapes : Shapes
        Points or polygons laid on the grid of the factors.
    valid : bool array (rows, cols)
        Cells where every factor has a value.
    rules : SamplingRules
    metres_per_unit : float
        Length of one CRS unit.
    ground : Site
        Heights for the scarps of polygons, and where samples may lie.
    plan : EventPlan or None
        Storms of a dated inventory, which gives a row for each (cell, storm), of both kinds.

    Returns
    -------
    SampleSet
        Landslides first; the same seed gives the same samples.

    Raises
    ------
    InputError
        An empty inventory, a missing or unusable field, one class only, or too few landslides.
    """
    features, grid = shapes.features, shapes.grid
    if valid.shape != grid.shape:
        raise InputError(f"The valid cells {valid.shape} do not fit the grid {grid.shape}")
    if len(features) == 0 or not any(features.wkb):
        raise InputError(f"{features.name} is empty; choose an inventory with points or polygons")
    inventory = _read(features, rules)
    cell_m = (grid.cell_height * metres_per_unit, grid.cell_width * metres_per_unit)
    every = _places(shapes, inventory.truth, rules, "landslide", ground)
    field = _Field(
        shapes, inventory, rules, ground, cell_m=cell_m, domain=_domain(valid, every, rules, ground, cell_m)
    )
    drawn = field.undated(valid, every) if plan is None else field.dated(valid, plan)
    return _joined(drawn, field, metres_per_unit, plan)


def _domain(
    valid: Mask, every: FeatureCells, rules: SamplingRules, ground: Site, cell_m: tuple[float, float]
) -> Mask:
    """Cells (rows, cols) that the samples speak of: steep enough, and inside the ring if there is one."""
    domain = valid if ground.steep is None else valid & ground.steep
    domain = domain if ground.level is None else domain & ~ground.level
    if rules.absences != "ring":
        return domain
    from scipy.ndimage import distance_transform_edt

    reach = distance_transform_edt(~every.mask(valid.shape), sampling=cell_m)
    return np.asarray(domain & (reach <= rules.reach_m))


@dataclass(frozen=True)
class _Drawn:
    """Rows of one storm, or of an undated inventory, and how they stand for the ground.

    Attributes
    ----------
    slides, stable : FeatureCells
    slide_total, stable_total : int
        Landslides of the domain (or their cells, where P is a share of area), and its stable cells.
    """

    slides: FeatureCells
    stable: FeatureCells
    slide_total: int
    stable_total: int
    event: int = UNDATED

    @property
    def weights(self) -> npt.NDArray[np.float64]:
        """Weight (n,) of the rows, landslides first: 1/n of a landslide with n rows."""
        return np.append(even_weights(self.slides.owners), np.ones(len(self.stable)))

    @property
    def shares(self) -> tuple[float, float]:
        """f1 and f0, shares sampled of landslides and of stable ground; f1 is 1 where nothing slid."""
        kept = float(even_weights(self.slides.owners).sum())
        slides = kept / self.slide_total if self.slide_total else 1.0
        return slides, len(self.stable) / max(self.stable_total, 1)


@dataclass(frozen=True)
class _Field:
    """What every storm is sampled from.

    Attributes
    ----------
    domain : bool array (rows, cols)
        Where samples may lie at all.
    """

    shapes: Shapes
    inventory: _Inventory
    rules: SamplingRules
    ground: Site
    cell_m: tuple[float, float]
    domain: Mask

    @property
    def one_a_landslide(self) -> bool:
        """Whether P is landslides per cell, each with one vote, and no share of area."""
        return self.shapes.kind == "point" or self.rules.polygon_rule in ONE_CELL_RULES

    def undated(self, valid: Mask, every: FeatureCells) -> list[_Drawn]:
        """The rows of an inventory without storms."""
        rules, name = self.rules, self.shapes.features.name
        landslides = self._inside(self._valid(every, valid), self.domain)
        total = self._total(landslides, np.flatnonzero(self.inventory.truth), self.domain)
        landslides = thinned(_require_landslides(landslides, name), None, self.cell_m, rules)
        occupied = every.mask(valid.shape)
        near = occupied | touched(self.shapes, np.flatnonzero(self.inventory.truth))
        wanted = max(1, round(rules.ratio * len(landslides)))
        free = int((self.domain & ~occupied).sum())
        stable = self._stable(self.domain, occupied, near, self._given(), wanted=wanted, seed=rules.seed)
        if not len(stable):
            raise InputError(
                f"{name} gives landslides only, no stable sample; mark stable features with 0 in the "
                "label field, or draw stable places at random"
            )
        stable = thinned(stable, landslides, self.cell_m, rules)
        _require_apart([_Drawn(landslides, stable, total, free)], rules)
        return [_Drawn(landslides, stable, total, free)]

    def dated(self, valid: Mask, plan: EventPlan) -> list[_Drawn]:
        """The rows of each storm: what slid in it, and ground that stood through it."""
        truth, rules, of = self.inventory.truth, self.rules, plan.of_feature
        slides, totals = [], []
        for number, event in enumerate(plan.events):
            places = _places(self.shapes, truth & (of == number), rules, "landslide", self.ground)
            inside = self._inside(self._valid(places, valid), self.domain & event.mapped, event.name)
            totals.append(
                self._total(inside, np.flatnonzero(truth & (of == number)), self.domain & event.mapped)
            )
            slides.append(thinned(inside, None, self.cell_m, rules))
        undated = int((self._given() & (of == UNDATED)).sum()) if rules.absences == "given" else 0
        if undated:
            note = f"{undated} stable features name no event; they are stable in none and were left out"
            slides[0] = slides[0].where(np.ones(len(slides[0]), bool), note)
        wanted = stable_counts([len(places) for places in slides], rules.ratio)
        found = []
        for number, (event, hidden) in enumerate(zip(plan.events, plan.hidden(self.shapes, truth))):
            ground = self.domain & event.mapped & ~hidden
            stable = self._stable(
                ground,
                hidden,
                hidden,
                self._given() & (of == number),
                wanted=wanted[number],
                seed=[rules.seed, 4, number],
            )
            stable = thinned(stable, slides[number], self.cell_m, rules)
            if not len(stable):
                raise InputError(
                    f"Event {event.name} has no stable sample, so its landslides have no odds; mark stable places of "
                    "that event, draw them at random, or map more ground"
                )
            found.append(_Drawn(slides[number], stable, totals[number], int(ground.sum()), number))
        _require_apart(found, rules)
        return found

    def _valid(self, places: FeatureCells, valid: Mask) -> FeatureCells:
        """Landslide cells with all inputs, and of those without what they lack."""
        lost = ~valid[places.rows, places.cols]
        words = self.ground.gap_words(places.rows[lost], places.cols[lost])
        found = on_valid_cells(places, valid, "landslide")
        return found.where(np.ones(len(found), bool), f"Landslide cells with {words}") if words else found

    def _inside(self, places: FeatureCells, domain: Mask, where: str = "") -> FeatureCells:
        """Landslide cells of the domain alone: the odds of samples hold on the ground that they were drawn from."""
        keep = domain[places.rows, places.cols]
        lost = np.setdiff1d(places.owners[~keep], places.owners[keep])
        told = f" of {where}" if where else ""
        note = (
            f"{int((~keep).sum())} landslide cells{told} lie outside the ground that is sampled (slope limit, flat "
            f"patches, ring, mapped area); {len(lost)} landslides left fit and share for it"
        )
        return places.where(keep, *([note] if not keep.all() else []))

    def _total(self, slides: FeatureCells, chosen: npt.NDArray[np.intp], domain: Mask) -> int:
        """Landslides of the domain with one vote each, or the cells that they cover, in the unit of P."""
        if self.one_a_landslide:
            return len(slides)
        # Cell centres inside polygons are as many as their area; cells touched would be too many.
        return max(int(((self.shapes.burn(chosen) > 0) & domain).sum()), 1) if len(slides) else 0

    def _given(self) -> Mask:
        return ~self.inventory.truth

    def _stable(
        self, domain: Mask, occupied: Mask, near: Mask, given: Mask, *, wanted: int, seed: Any
    ) -> FeatureCells:
        """Stable places by the policy asked for, never in a landslide cell nor on ground too gentle.

        Random ones also keep off cells that a landslide merely touches, whatever the polygon rule.
        """
        rules = self.rules
        if rules.absences == "given":
            stable = _places(self.shapes, given, rules, "stable", self.ground)
            stable = _on_steep_ground(stable, self.ground, rules.least_slope_deg)
            shared = occupied[stable.rows, stable.cols]
            note = f"{int(shared.sum())} stable cells also hold a landslide and count as landslide"
            stable = stable.where(~shared, *([note] if shared.any() else []))
            return on_valid_cells(stable, domain, "stable")
        if rules.absences == "all":
            return drawn_cells(*all_others(domain, occupied))
        rng = np.random.default_rng(seed)
        rows, cols = random_cells(domain, near, wanted, rules.buffer_m, self.cell_m, rng=rng)
        where = _where(rules)
        require_some(len(rows), wanted, f"lies {where}")
        if len(rows) == wanted:
            return drawn_cells(rows, cols)
        return drawn_cells(rows, cols, f"Only {len(rows)} of {wanted} stable cells exist {where}")


def _require_apart(drawn: Sequence[_Drawn], rules: SamplingRules) -> None:
    """Raise ``InputError`` where too little is left to learn from."""
    slides = sum(len(np.unique(part.slides.groups)) for part in drawn)
    stable = sum(len(part.stable) for part in drawn)
    if slides < MINIMUM_LANDSLIDES or not stable:
        raise InputError(
            f"{slides} landslide and {stable} stable samples lie {rules.min_distance_m:g} m or more "
            "apart, too few to learn from; use a smaller distance"
        )


@dataclass(frozen=True)
class _Inventory:
    """Label of each feature, and what to say about them."""

    truth: Mask
    notes: tuple[str, ...]


def _read(features: FeatureSet, rules: SamplingRules) -> _Inventory:
    truth = np.ones(len(features), dtype=bool)
    notes = []
    if rules.label_field:
        truth = parse_labels(features.field(rules.label_field), rules.label_field)
        if not truth.any():
            raise InputError(
                f"Field {rules.label_field} of {features.name} marks no feature as a landslide (1)"
            )
    bare = sum(1 for blob in features.wkb if not blob)
    if bare:
        notes.append(f"{bare} features have no geometry and were left out")
    if rules.absences != "given" and not truth.all():
        notes.append(
            f"{int((~truth).sum())} features labelled 0 were not used, because the absence policy is "
            f"{rules.absences}"
        )
    return _Inventory(truth, tuple(notes))


def _places(shapes: Shapes, wanted: Mask, rules: SamplingRules, what: str, ground: Site) -> FeatureCells:
    """Cells of the features wanted (n,), by the polygon rule."""
    chosen = np.flatnonzero(wanted)
    if rules.polygon_rule in ONE_CELL_RULES and shapes.kind == "polygon":
        return cell_of_each_polygon(shapes, chosen, rules.polygon_rule, what, ground)
    rule = "centre" if rules.polygon_rule in ONE_CELL_RULES else rules.polygon_rule
    return cells_of_features(shapes, chosen, rule, what)


def _require_landslides(places: FeatureCells, name: str) -> FeatureCells:
    count = len(np.unique(places.groups))
    if count < MINIMUM_LANDSLIDES:
        why = f" ({'; '.join(places.notes)})" if places.notes else ""
        raise InputError(
            f"{name} gives {count} landslides on cells with all factors; at least {MINIMUM_LANDSLIDES} are "
            f"needed{why}"
        )
    if count >= FEW_LANDSLIDES:
        return places
    note = f"Only {count} landslides: scores are rough, prefer a simple model"
    return places.where(np.ones(len(places), dtype=bool), note)


def _on_steep_ground(places: FeatureCells, ground: Site, least_deg: float) -> FeatureCells:
    if ground.steep is None:
        return places
    steep = ground.steep[places.rows, places.cols]
    lost = int((~steep).sum())
    note = f"{lost} stable cells lie on less than {least_deg:g} degrees and were left out"
    return places.where(steep, *([note] if lost else []))


def _where(rules: SamplingRules) -> str:
    ring = f" and at most {rules.reach_m:g} m from one" if rules.absences == "ring" else ""
    steep = f", on {rules.least_slope_deg:g} degrees or steeper" if rules.least_slope_deg > 0 else ""
    return f"{rules.buffer_m:g} m or more from every landslide{ring}{steep}"


def _joined(
    drawn: Sequence[_Drawn], field: _Field, metres_per_unit: float, plan: Optional[EventPlan]
) -> SampleSet:
    """One sample set of all storms, landslides first."""
    slides, stable = [part.slides for part in drawn], [part.stable for part in drawn]
    parts = [*slides, *stable]
    rows, cols = (np.concatenate([getattr(part, name) for part in parts]) for name in ("rows", "cols"))
    counts = [len(part) for part in parts]
    labels = np.repeat(np.repeat(np.array([1, 0], np.int8), len(drawn)), counts)
    centres = field.shapes.grid.centres_of(rows, cols)
    weights = np.concatenate(
        [part.weights[: len(part.slides)] for part in drawn] + [np.ones(len(part)) for part in stable]
    )
    owners = np.concatenate([part.owners for part in parts])
    domain = int(field.domain.sum())
    found = SampleSet(
        rows=rows,
        cols=cols,
        labels=labels,
        groups=_groups(drawn[0]) if plan is None else _of_places(rows, cols, field),
        xy=centres * metres_per_unit,
        event_period_yr=np.full(len(rows), np.nan),
        notes=(*field.ground.notes, *field.inventory.notes, *(note for part in parts for note in part.notes)),
        area_share=sum(part.slide_total for part in drawn) / (domain * len(drawn)),
        area_share_is_least=field.shapes.kind == "point",
        row_weights=weights,
        owners=np.where(labels > 0, owners, -1).astype(np.int32),
        one_a_landslide=field.one_a_landslide,
        domain=field.domain,
    )
    if plan is None:
        return found
    f1, f0 = (np.array([part.shares[kind] for part in drawn]) for kind in (0, 1))
    event = np.repeat(np.tile([part.event for part in drawn], 2), counts).astype(np.int32)
    return replace(
        found,
        events=event,
        event_period_yr=np.array([storm.period_yr for storm in plan.events])[event],
        offsets=np.log(f1 / f0)[event],
        sampled=np.where(labels > 0, f1[event], f0[event]),
    )


def _groups(drawn: _Drawn) -> npt.NDArray[np.int32]:
    after = int(drawn.slides.groups.max()) + 1
    groups = np.concatenate([drawn.slides.groups, drawn.stable.groups + after])
    return np.asarray(groups, dtype=np.int32)


def _of_places(
    rows: npt.NDArray[np.intp], cols: npt.NDArray[np.intp], field: _Field
) -> npt.NDArray[np.int32]:
    """Group of each row by its place: what slid in any storm stays together, and with its quiet years."""
    return places_of(rows, cols, touched(field.shapes, np.flatnonzero(field.inventory.truth)))
