"""From a model of mapping units and a layer of units to results in fields of that layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import classify
from ...io.raster import metres_per_unit
from ...io.table import csv_text
from ...model.bundle.bundle import ModelBundle
from ...model.bundle.unit import require_units
from ...progress import SILENT, Progress
from ...types.arrays import Floats, Surface
from ...types.features import FeatureSet
from ...types.grid import Grid
from ..mapping.kinds.products import member_statistics
from ..mapping.place import UNKNOWN, Place, place_of
from .fields import values_of
from .unit_layer import AREA, UnitLayer, require_areas, unit_layer

PROBABILITY, CLASS, SPREAD, AGREEMENT, OUTSIDE = (
    "ls_probability",
    "ls_class",
    "ls_spread",
    "ls_agreement",
    "ls_outside",
)
RESULTS = (PROBABILITY, CLASS, SPREAD, AGREEMENT, OUTSIDE)
SINGLE = (
    f"This is a single model, without members to differ: {SPREAD} is 0 and {AGREEMENT} 1 everywhere, which says "
    "nothing of how sure it is"
)
BLOCK = 32_768
"""Units that are predicted at once."""


@dataclass(frozen=True)
class UnitMap:
    """Units with what a model says of each.

    Attributes
    ----------
    features : FeatureSet
        The units in their own CRS with their fields, and ``RESULTS``; empty where a factor is missing.
    layer : UnitLayer
    codes : uint8 array (units,)
        Class of each, 0 where it is empty.
    probability : float32 array (units,)
    missing, unseen, outside : int
        Units without a result since a field is empty, or since a class is new to the model; those with a result that
        lie outside the area of applicability.
    nearest : int
        Units of a class that is new to the model, mapped as the nearest one that it knows.
    place : Place
        With respect to the training.
    """

    features: FeatureSet
    layer: UnitLayer
    codes: npt.NDArray[np.uint8]
    probability: Surface
    missing: int
    unseen: int
    outside: int
    nearest: int
    place: Place

    def table(self) -> str:
        """All fields as CSV; missing values are empty."""
        columns = self.features.attributes
        rows = ([_cell(values[i]) for values in columns.values()] for i in range(len(self.features)))
        return csv_text([tuple(columns), *rows])

    @property
    def where(self) -> str:
        """One sentence on where the units lie; empty if that is not known."""
        if self.place.kind == UNKNOWN:
            return ""
        words = self.place.words.replace("The map lies", "The units lie").replace(
            "The map is", "The units are"
        )
        return words.replace("of the map lies", "of the extent of the units lies")


def _cell(value: Any) -> Any:
    return f"{value:.9g}" if isinstance(value, float) else value


def map_units(
    bundle: ModelBundle, units: FeatureSet, progress: Progress = SILENT, *, unseen: str = "empty"
) -> UnitMap:
    """What a model says of units, from their fields alone.

    A unit's result depends on its own fields, and its area if that is a factor. One that lacks a value is left
    empty: it is not assessed, which is no statement that it is safe.

    Parameters
    ----------
    bundle : ModelBundle
        Trained on units.
    units : FeatureSet
    progress : Progress
    unseen : {"empty", "nearest"}
        What units get whose class the training never saw.

    Raises
    ------
    InputError
        A model of cells, a field that is missing, or no unit with a value in every factor.
    """
    require_units(bundle.facts.unit)
    lacking = [
        spec.name for spec in bundle.factors if spec.name != AREA.name and spec.name not in units.attributes
    ]
    if lacking:
        raise InputError(
            f"{units.name} has no field {', '.join(lacking)}, which the model needs; it has "
            f"{', '.join(units.attributes) or 'none'}"
        )
    layer = unit_layer(units)
    columns = [
        require_areas(layer).astype(np.float32) if spec.name == AREA.name else values_of(units, spec)
        for spec in bundle.factors
    ]
    static = np.ascontiguousarray(np.column_stack(columns), np.float32)
    if bundle.members == 1:
        progress.warning(SINGLE)
    found = _predicted(bundle, static, unseen == "nearest", progress)
    if not found.codes.any():
        raise InputError(
            f"No unit of {units.name} has a value in every factor the model needs; look for empty fields among "
            f"{', '.join(spec.name for spec in bundle.factors)}"
        )
    taken = {*RESULTS, "fid"}
    kept = {name: values for name, values in units.attributes.items() if name.casefold() not in taken}
    features = FeatureSet(units.wkb, units.crs_wkt, {**kept, **found.columns()}, units.name)
    empty, whole = found.codes == 0, np.isfinite(static).all(axis=1)
    mapped = UnitMap(
        features,
        layer,
        found.codes,
        found.probability,
        missing=int((~whole).sum()),
        unseen=int((empty & whole).sum()),
        outside=int((found.index > found.limit).sum()) if found.limit is not None else 0,
        nearest=found.nearest,
        place=_place(bundle, layer),
    )
    if mapped.where:
        progress.info(mapped.where)
    return mapped


@dataclass(frozen=True)
class _Found:
    """Results of units (units,); NaN, or class 0, where there is none."""

    probability: Surface
    codes: npt.NDArray[np.uint8]
    spread: Surface
    agreement: Surface
    index: Surface
    limit: Optional[float]
    nearest: int

    def columns(self) -> dict[str, tuple[Any, ...]]:
        """Fields of results, empty where there is none."""
        limit = self.limit
        beyond = [
            None if limit is None or value != value else int(value > limit) for value in self.index.tolist()
        ]
        return {
            PROBABILITY: _plain(self.probability),
            CLASS: tuple(code or None for code in self.codes.tolist()),
            SPREAD: _plain(self.spread),
            AGREEMENT: _plain(self.agreement),
            OUTSIDE: tuple(beyond),
        }


def _plain(values: Surface) -> tuple[Any, ...]:
    """Values to six digits, so that what float32 cannot hold is not told."""
    return tuple(None if value != value else float(f"{value:.6g}") for value in values.tolist())


def _predicted(bundle: ModelBundle, static: Surface, nearest: bool, progress: Progress) -> _Found:
    count, cuts = len(static), bundle.class_cuts
    p, spread, agreement, index = (np.full(count, np.nan, np.float32) for _ in range(4))
    changed_units = 0
    for start in range(0, count, BLOCK):
        rows = slice(start, min(start + BLOCK, count))
        given = static[rows]
        if nearest:
            known, changed = bundle.known_classes(given, None)
            changed_units += int(changed.sum())
        else:
            known = given
        prediction = bundle.predict(known, None, None)
        members = prediction.probability[:, :, 0]
        p[rows] = prediction.mean()[:, 0]
        spread[rows], agreement[rows], _ = member_statistics(
            members, cuts, bundle.threshold, prediction.weights
        )
        if bundle.applicability is not None:
            index[rows] = bundle.dissimilarity(given, None)
        progress.step(rows.stop / count)
    codes = classify(p, cuts)
    index[codes == 0] = np.nan
    limit = None if bundle.applicability is None else bundle.applicability.threshold
    return _Found(p, codes, spread, agreement, index=index, limit=limit, nearest=changed_units)


def _place(bundle: ModelBundle, layer: UnitLayer) -> Place:
    """Where the centroids of units lie with respect to those of the training."""
    crs = layer.features.crs_wkt
    known: Floats = layer.xy[np.isfinite(layer.xy).all(axis=1)]
    if not crs or not len(known) or not (bundle.facts.grid or {}).get("bounds"):
        return Place(UNKNOWN)
    (west, south), (east, north) = known.min(axis=0), known.max(axis=0)
    unit_m = metres_per_unit(crs)
    west, north = west / unit_m, north / unit_m
    wide, high = max(float(east / unit_m - west), 1.0), max(float(north - south / unit_m), 1.0)
    return place_of(bundle.facts.grid, Grid(1, 1, (float(west), wide, 0.0, float(north), 0.0, -high), crs))
