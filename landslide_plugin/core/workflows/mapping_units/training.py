"""From mapping units and landslides to a training job: the same as of rasters, with a row a unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation import repeated_aurocs
from ...io.raster import crs_name, metres_per_unit
from ...io.raster.overlay import meetings
from ...io.vector import point_wkb, to_crs
from ...progress import Progress
from ...quantities import QUANTITIES
from ...samples.folding.by_value import as_word, value_folds
from ...samples.folds import kmeans_folds
from ...samples.labels import parse_labels
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ...types.names import human_name, listed
from ...worker.tasks import train
from ...writing.temporary import temporary_folder
from ..training.gather import factor_facts
from ..training.in_process import job_in
from .fields import FieldKinds, factor_columns, unit_fields
from .unit_layer import AREA, POLYGONS, UnitLayer, placed, unit_layer
from .unit_table import UnitTable, area_words, labelled_by_field, labelled_by_landslides

Facts = dict[str, Any]
Arrays = dict[str, npt.NDArray[Any]]
IN_PROCESS = ("logistic", "additive", "bivariate")
"""Families that need NumPy and SciPy alone."""

SCHEMES = ("kmeans", "blocks", "regions", "field", "knndm")
MAP_PLACES = 5000
AREA_LOGARITHM = FactorSpec("log10 of the area")
EFFECT_REPEATS = 4
"""Repeats of the folds that tell what the area adds."""

SAME_AREA = 0.01
"""A field whose ratio to the area differs by no more than this share from unit to unit is the area."""


@dataclass(frozen=True)
class UnitsRequest:
    """What a model of units is to be learnt from, and how.

    Attributes
    ----------
    units : FeatureSet
        Polygons or points in any CRS, or rows of a table.
    settings : mapping of str to Any
        Of model and validation, by the names of their quantities.
    fields : sequence of str
        Factors; empty for all that 'Factors of mapping units' wrote.
    families : sequence of str
        Of models to fit; empty for all.
    label : str or None
        Field of the units with 1 and 0.
    inventory : FeatureSet or None
        Landslides to count in the units, in place of a label.
    inventory_label : str or None
        Field of the inventory with 1 for landslides; the others are not counted.
    least_count : int
    least_share : float or None
        From which number, or share of its area, a unit has landslides.
    with_area : bool
        Whether the logarithm of the area is a factor.
    kinds : FieldKinds
    xy_fields : (str, str) or None
        Coordinates in metres of a table without geometry.
    regions : FeatureSet or None
    fold_field : str or None
        For folds by region and by a field of the units.
    """

    units: FeatureSet
    settings: Mapping[str, Any]
    fields: Sequence[str] = ()
    families: Sequence[str] = ()
    label: Optional[str] = None
    inventory: Optional[FeatureSet] = None
    inventory_label: Optional[str] = None
    least_count: int = 1
    least_share: Optional[float] = None
    with_area: bool = False
    kinds: FieldKinds = field(default_factory=FieldKinds)
    xy_fields: Optional[tuple[str, str]] = None
    regions: Optional[FeatureSet] = None
    fold_field: Optional[str] = None

    def setting(self, name: str) -> Any:
        """A setting, or the default of its quantity."""
        given = self.settings.get(name)
        return QUANTITIES[name].default if given is None else given

    @property
    def needs_environment(self) -> tuple[str, ...]:
        """Families asked for that only the modelling environment can fit.

        >>> UnitsRequest(FeatureSet(()), {}, families=["logistic", "forest"]).needs_environment
        ('forest',)
        """
        return tuple(name for name in self.families if name not in IN_PROCESS)

    @property
    def presence(self) -> str:
        """What a unit with landslides is, in words.

        >>> UnitsRequest(FeatureSet(()), {}, label="slid").presence
        'slid is 1'
        >>> UnitsRequest(FeatureSet(()), {}, inventory=FeatureSet((), name="slides"), least_share=0.02).presence
        'landslides of slides cover 2 % of it or more'
        """
        if self.inventory is None:
            return f"{self.label} is 1"
        if self.least_share is not None:
            return f"landslides of {self.inventory.name} cover {100 * self.least_share:.3g} % of it or more"
        many = "1 landslide" if self.least_count == 1 else f"{self.least_count} landslides"
        return f"{many} or more of {self.inventory.name} lie in it"


@dataclass(frozen=True)
class UnitsRun:
    """A job, its arrays, and the units they belong to."""

    job: Facts
    arrays: Arrays
    table: UnitTable
    layer: UnitLayer


def prepare_units(request: UnitsRequest, progress: Progress) -> UnitsRun:
    """Everything that training needs.

    Raises
    ------
    InputError
        Units without factors, places or labels, or a kind of folds that units do not have.
    """
    _check(request)
    layer = unit_layer(request.units, request.xy_fields)
    placed(layer, request.xy_fields or ())
    factors = factor_columns(layer.features, request.fields or unit_fields(layer.features), request.kinds)
    if request.label in [spec.name for spec in factors.specs]:
        raise InputError(f"Field {request.label} is the label and a factor; leave it out of FIELDS")
    if request.with_area:
        factors = layer.with_area(factors)
    names = listed(human_name(spec.name, spec.unit) for spec in factors.specs)
    progress.info(f"{len(factors.specs)} factors: {names}")
    for line in factors.words:
        progress.info(line)
    if request.inventory is None:
        table = labelled_by_field(layer, factors, request.label or "")
    else:
        table = labelled_by_landslides(
            layer,
            factors,
            _landslides(request.inventory, request.inventory_label),
            least_count=request.least_count,
            least_share=request.least_share,
        )
    sized = area_columns(layer, table)
    notes = [*table.notes, *_area_effect(request, layer, table, sized)]
    for line in notes:
        progress.info(line)
    slid = int(table.labels.sum())
    progress.info(f"{slid} units with landslides ({request.presence}), {len(table.labels) - slid} without")
    progress.step(0.1)
    return UnitsRun(
        _job(request, layer, table, notes=notes, area=_area_factor(table, sized)),
        _arrays(request, layer, table, progress),
        table,
        layer,
    )


def train_here(run: UnitsRun, bundle: str, progress: Progress) -> Mapping[str, Any]:
    """Train in this very process, of families that need NumPy and SciPy alone; the result is that of ``train.run``."""
    with temporary_folder() as folder:
        return train.run({**job_in(folder, run), "bundle": bundle}, progress)


def judged_units(run: UnitsRun, request: UnitsRequest, held_out: Mapping[str, Sequence[Any]]) -> FeatureSet:
    """The units with label, fold and held-out probability; empty where a unit trained no model."""
    units = request.units
    columns: dict[str, list[Any]] = {
        name: [None] * len(units) for name in ("ls_label", "ls_fold", "ls_held_out")
    }
    rows = zip(run.table.row.tolist(), run.table.labels.tolist(), held_out["fold"], held_out["probability"])
    for row, *values in rows:
        for column, value in zip(columns.values(), values):
            column[row] = value
    kept = {
        name: values for name, values in units.attributes.items() if name.casefold() not in {*columns, "fid"}
    }
    told = {name: tuple(values) for name, values in columns.items()}
    return FeatureSet(units.wkb, units.crs_wkt, {**kept, **told}, units.name)


def _check(request: UnitsRequest) -> None:
    if (request.label is None) == (request.inventory is None):
        raise InputError(
            "Where landslides were is told by LABEL_FIELD or by INVENTORY: give one of them, "
            + ("and not both" if request.label else "neither is given")
        )
    scheme = request.setting("fold_scheme")
    if scheme not in SCHEMES:
        raise InputError(
            f"FOLD_SCHEME is {scheme}, which units do not have; allowed: {', '.join(SCHEMES)} (a field may hold the "
            "year or the event)"
        )


def _landslides(inventory: FeatureSet, label: Optional[str]) -> FeatureSet:
    if label is None:
        return inventory
    return inventory.where(parse_labels(inventory.field(label), label))


def area_columns(layer: UnitLayer, table: UnitTable) -> list[int]:
    """Factors that are the area of the units, in whatever unit and by whatever name; none but for polygons.

    Where all units are of one size, any field that hardly differs would be; then by name alone.
    """
    if layer.kind != POLYGONS:
        return []
    size = np.maximum(layer.area_m2[table.row], 1.0)
    alike = np.ptp(size) <= SAME_AREA * size.mean()
    found = []
    for i, spec in enumerate(table.specs):
        share = table.values[:, i] / size
        same = spec.kind == "continuous" and share.min() > 0.0 and np.ptp(share) <= SAME_AREA * share.mean()
        if spec == AREA or (same and not alike):
            found.append(i)
    return found


def _area_factor(table: UnitTable, sized: Sequence[int]) -> str:
    """Whether the area is a factor, and as which field."""
    fields = [table.specs[i].name for i in sized if table.specs[i] != AREA]
    if not sized:
        return "no factor"
    return f"a factor, as field {', '.join(fields)}" if fields else "a factor"


def _area_effect(
    request: UnitsRequest, layer: UnitLayer, table: UnitTable, sized: Sequence[int]
) -> list[str]:
    """What the size of units tells alone, and what its logarithm adds to the other factors; for polygons."""
    if layer.kind != POLYGONS:
        return []
    column = np.log10(np.maximum(layer.area_m2[table.row], 1.0)).astype(np.float32)
    own = [i for i in range(len(table.specs)) if i not in sized]
    specs, values = [table.specs[i] for i in own], table.values[:, own]
    folds = [
        kmeans_folds(table.xy, table.groups, request.setting("cv_folds"), request.setting("seed") + repeat)
        for repeat in range(EFFECT_REPEATS)
    ]
    alone, role = area_words(layer, table), f"The area is {_area_factor(table, sized)}"
    if not own:
        return [f"{alone}. {role}"]
    without = repeated_aurocs(values, specs, table.labels, folds)
    wide = np.column_stack([values, column])
    beside = repeated_aurocs(wide, [*specs, AREA_LOGARITHM], table.labels, folds)
    if not without or not beside:
        return [f"{alone}. {role}"]
    gain = float(np.mean(beside) - np.mean(without))
    return [
        f"{alone}; logistic regression on the other factors has {np.mean(without):.3f} in spatial folds, with the "
        f"logarithm of the area {np.mean(beside):.3f} ({gain:+.3f}). {role}"
    ]


def _arrays(request: UnitsRequest, layer: UnitLayer, table: UnitTable, progress: Progress) -> Arrays:
    known = layer.xy[np.isfinite(layer.xy).all(axis=1)]
    seed = request.setting("seed")
    chosen = np.random.default_rng([seed, 23]).choice(len(known), min(len(known), MAP_PLACES), replace=False)
    arrays: Arrays = {
        "static": table.values,
        "labels": table.labels,
        "xy": table.xy,
        "groups": table.groups,
        "map_xy": known[np.sort(chosen)],
    }
    if request.setting("fold_scheme") == "field":
        arrays["fold_codes"] = _field_folds(request, table, progress)
    if request.regions is not None:
        arrays["regions"] = _regions(request.regions, layer, table)
    return arrays


def _field_folds(request: UnitsRequest, table: UnitTable, progress: Progress) -> npt.NDArray[np.int32]:
    if not request.fold_field:
        raise InputError("Folds by a field need the field whose values are left out in turn; name FOLD_FIELD")
    words = [as_word(value) for value in request.units.field(request.fold_field)]
    codes, names = value_folds([words[i] for i in table.row], table.labels, table.groups, table.xy)
    counts = np.bincount(codes, minlength=len(names))
    told = ", ".join(f"{name} ({count})" for name, count in zip(names, counts))
    progress.info(f"Folds by {request.fold_field}, with their units: {told}")
    return codes


def _regions(regions: FeatureSet, layer: UnitLayer, table: UnitTable) -> npt.NDArray[np.int32]:
    """Region (n,) that holds each unit's centroid, counted from 1."""
    crs = layer.features.crs_wkt
    if not crs:
        raise InputError(
            "Folds by region need units with a place on the map; a table has none, choose other folds"
        )
    places = table.xy / metres_per_unit(crs)
    points = FeatureSet(tuple(point_wkb(x, y) for x, y in places.tolist()), crs)
    found = meetings(to_crs(regions, crs), points)
    held = np.zeros(len(places), np.int32)
    held[found.feature] = found.polygon + 1
    outside = int((held == 0).sum())
    if outside:
        raise InputError(f"{outside} units lie outside every polygon of {regions.name}; extend the regions")
    return held


def _job(
    request: UnitsRequest, layer: UnitLayer, table: UnitTable, *, notes: Sequence[str], area: str
) -> Facts:
    """What a bundle keeps of where it comes from, as plain values."""
    crs = layer.features.crs_wkt
    low, high = table.xy.min(axis=0), table.xy.max(axis=0)
    unit = metres_per_unit(crs) if crs else 1.0
    grid = {"bounds": [value / unit for value in (*low.tolist(), *high.tolist())]}
    inventory = request.inventory.name if request.inventory is not None else request.units.name
    return {
        "factors": factor_facts(table.specs),
        "families": list(request.families),
        "settings": dict(request.settings),
        "unit": layer.kind,
        "maps": f"units of {request.units.name}: the chance that {request.presence}",
        "grid": {**grid, "crs_wkt": crs, "crs_name": crs_name(crs)} if crs else {},
        "provenance": {
            "units": f"{len(layer)} {layer.kind} of {request.units.name}",
            "inventory": inventory,
            "label_field": request.label or "",
            "unit_with_landslides": request.presence,
            "unit_area": area,
            "landslide_share_of_units": f"{float(table.labels.mean()):.6g}",
            "prevalence_source": "given" if request.settings.get("prevalence") is not None else "none",
            "notes": "; ".join(notes),
        },
    }
