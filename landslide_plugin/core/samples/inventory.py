"""From a landslide inventory to labelled cells of a grid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.features import FeatureSet, Shapes
from ..types.grid import Grid
from .absences import all_others, far_apart, random_cells, require_some
from .feature_cells import FeatureCells, cells_of_features, on_valid_cells, touched
from .ground import LEVEL, Site
from .labels import parse_labels, parse_periods
from .polygon_cell import ONE_CELL_RULES, cell_of_each_polygon
from .sample_set import FEW_LANDSLIDES, MINIMUM_LANDSLIDES, SampleSet, SamplingRules

Mask = npt.NDArray[np.bool_]


def build_samples(
    shapes: Shapes,
    valid: Mask,
    rules: SamplingRules,
    metres_per_unit: float = 1.0,
    ground: Site = LEVEL,
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
        Heights for the scarps of polygons, and where stable samples may be drawn.

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
    every = _places(shapes, inventory.truth, rules, "landslide", ground)
    landslides = _require_landslides(on_valid_cells(every, valid, "landslide"), features.name)
    occupied = every.mask(grid.shape)
    cell_m = (grid.cell_height * metres_per_unit, grid.cell_width * metres_per_unit)
    landslides = _thinned(landslides, None, cell_m, rules)
    wanted = max(1, round(rules.ratio * len(landslides)))
    stable = _stable(
        shapes, inventory.truth, valid, occupied, rules, wanted=wanted, cell_m=cell_m, ground=ground
    )
    if not len(stable):
        raise InputError(
            f"{features.name} gives landslides only, no stable sample; mark stable features with 0 in the "
            "label field, or draw stable places at random"
        )
    stable = _thinned(stable, landslides, cell_m, rules)
    if len(np.unique(landslides.groups)) < MINIMUM_LANDSLIDES or not len(stable):
        raise InputError(
            f"{len(landslides)} landslide and {len(stable)} stable samples lie {rules.min_distance_m:g} m or more "
            "apart, too few to learn from; use a smaller distance"
        )
    points = shapes.kind == "point"
    # Cell centres inside polygons are as many as their area; cells touched would be too many.
    slides = occupied if points else shapes.burn(np.flatnonzero(inventory.truth)) > 0
    share = float((slides & valid).sum() / valid.sum())
    joined = _joined(landslides, stable, inventory, grid, metres_per_unit)
    return replace(joined, area_share=share, area_share_is_least=points)


@dataclass(frozen=True)
class _Inventory:
    """Label and period of each feature, and what to say about them."""

    truth: Mask
    periods: npt.NDArray[np.float64]
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
    periods = np.full(len(features), np.nan)
    if rules.period_field:
        periods = parse_periods(features.field(rules.period_field), rules.period_field)
    bare = sum(1 for blob in features.wkb if not blob)
    if bare:
        notes.append(f"{bare} features have no geometry and were left out")
    if rules.absences != "given" and not truth.all():
        notes.append(
            f"{int((~truth).sum())} features labelled 0 were not used, because the absence policy is "
            f"{rules.absences}"
        )
    return _Inventory(truth, periods, tuple(notes))


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


def _stable(
    shapes: Shapes,
    truth: Mask,
    valid: Mask,
    occupied: Mask,
    rules: SamplingRules,
    *,
    wanted: int,
    cell_m: tuple[float, float],
    ground: Site,
) -> FeatureCells:
    """Stable places by the policy asked for, never in a landslide cell nor on ground too gentle.

    Random ones also keep off cells that a landslide merely touches, whatever the polygon rule.
    """
    if rules.absences == "given":
        stable = _places(shapes, ~truth, rules, "stable", ground)
        stable = _on_steep_ground(on_valid_cells(stable, valid, "stable"), ground, rules.least_slope_deg)
        shared = occupied[stable.rows, stable.cols]
        note = f"{int(shared.sum())} stable cells also hold a landslide and count as landslide"
        return stable.where(~shared, *([note] if shared.any() else []))
    if ground.steep is not None:
        valid = valid & ground.steep
    if rules.absences == "all":
        return _drawn(*all_others(valid, occupied))
    rng = np.random.default_rng(rules.seed)
    near = occupied | touched(shapes, np.flatnonzero(truth))
    reach = rules.reach_m if rules.absences == "ring" else np.inf
    rows, cols = random_cells(
        valid, near, wanted, buffer_m=rules.buffer_m, cell_m=cell_m, rng=rng, reach_m=reach
    )
    where = _where(rules)
    require_some(len(rows), wanted, f"lies {where}")
    if len(rows) == wanted:
        return _drawn(rows, cols)
    return _drawn(rows, cols, f"Only {len(rows)} of {wanted} stable cells exist {where}")


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


def _drawn(rows: npt.NDArray[np.intp], cols: npt.NDArray[np.intp], *notes: str) -> FeatureCells:
    nobody = np.full(len(rows), -1, dtype=np.intp)
    return FeatureCells(rows, cols, nobody, np.arange(len(rows), dtype=np.int32), notes)


def _thinned(
    places: FeatureCells, kept: Optional[FeatureCells], cell_m: tuple[float, float], rules: SamplingRules
) -> FeatureCells:
    """Cells at the least distance from each other and from those kept before."""
    if rules.min_distance_m == 0.0:
        return places
    cell = np.array(cell_m)
    before = None if kept is None else np.column_stack([kept.rows, kept.cols]) * cell
    rng = np.random.default_rng([rules.seed, 2])
    own = np.column_stack([places.rows, places.cols]) * cell
    chosen = far_apart(own, before, rules.min_distance_m, rng)
    lost = int((~chosen).sum())
    kind = "landslide" if kept is None else "stable"
    note = f"{lost} {kind} samples lay nearer than {rules.min_distance_m:g} m to another and were left out"
    return places.where(chosen, *([note] if lost else []))


def _joined(
    landslides: FeatureCells, stable: FeatureCells, inventory: _Inventory, grid: Grid, metres_per_unit: float
) -> SampleSet:
    rows = np.concatenate([landslides.rows, stable.rows])
    cols = np.concatenate([landslides.cols, stable.cols])
    after = int(landslides.groups.max()) + 1
    west, width, _, north, _, height = grid.geotransform
    centres = np.column_stack([west + (cols + 0.5) * width, north + (rows + 0.5) * height])
    undated = np.append(inventory.periods, np.nan)
    return SampleSet(
        rows=rows,
        cols=cols,
        labels=np.repeat(np.array([1, 0], dtype=np.int8), [len(landslides), len(stable)]),
        groups=np.concatenate([landslides.groups, stable.groups + after]).astype(np.int32),
        xy=centres * metres_per_unit,
        event_period_yr=np.concatenate([undated[landslides.owners], undated[stable.owners]]),
        notes=(*inventory.notes, *landslides.notes, *stable.notes),
    )
