"""A vector layer or a plain table as samples: rows are features, fields are factors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.raster import metres_per_unit
from ...io.raster.overlay import covered, meetings
from ...io.vector import geometry_type, to_crs
from ...samples.mapping_units.units import area_alone, joined_by_landslides, labels_of, landslides_within
from ...types.arrays import Flags, Floats, Surface
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from .fields import FieldFactors
from .unit_layer import POLYGONS, UnitLayer, placed

TRUE, FALSE = ("1", "true", "yes", "t"), ("0", "false", "no", "f")


@dataclass(frozen=True)
class UnitTable:
    """Units as samples.

    Attributes
    ----------
    specs : tuple of FactorSpec
    values : float32 array (units, factors)
        Without gaps: a unit that lacks a value is left out.
    row : int array (units,)
        Place of each unit among the features: those without a label or a place are left out.
    labels : int8 array (units,)
    groups : int32 array (units,)
        Units that a landslide lies across share one.
    xy : float64 array (units, 2)
        Centroids in metres.
    notes : tuple of str
        What was counted and left out.
    """

    specs: tuple[FactorSpec, ...]
    values: Surface
    row: npt.NDArray[np.intp]
    labels: npt.NDArray[np.int8]
    groups: npt.NDArray[np.int32]
    xy: Floats
    notes: tuple[str, ...] = ()


def labelled_by_field(layer: UnitLayer, factors: FieldFactors, label: str) -> UnitTable:
    """Units whose label is a field: 1, true or yes are landslides, 0, false or no are none, empty is unknown.

    Raises
    ------
    InputError
        A label that says neither, or units that are all alike.
    """
    units = layer.features
    told = [_yes_or_no(value, label, units.name) for value in units.field(label)]
    known = placed(layer) & np.array([one is not None for one in told])
    row = np.flatnonzero(known)
    labels = np.array([told[i] for i in row], np.int8)
    if len(set(labels.tolist())) < 2:
        raise InputError(
            f"Field {label} of {units.name} holds but one kind of label; both 1 and 0 are needed"
        )
    left_out = len(units) - row.size
    notes = (
        (f"{left_out} of {len(units)} features have no label or no place and are left out",)
        if left_out
        else ()
    )
    own = np.arange(row.size, dtype=np.int32)
    table = UnitTable(
        factors.specs, factors.values[row], row, labels, groups=own, xy=layer.xy[row], notes=notes
    )
    return _complete(table)


def labelled_by_landslides(
    layer: UnitLayer,
    factors: FieldFactors,
    inventory: FeatureSet,
    *,
    least_count: int = 1,
    least_share: Optional[float] = None,
) -> UnitTable:
    """Units whose label is whether landslides of an inventory lie in them (``labels_of``).

    Parameters
    ----------
    layer : UnitLayer
        Polygons.
    factors : FieldFactors
    inventory : FeatureSet
        Points or polygons of landslides, in any CRS.
    least_count : int
    least_share : float, optional
        Only for landslides that are polygons.

    Raises
    ------
    InputError
        Units that are no polygons, landslides without an area where a share is asked for, or units all alike.
    """
    units = layer.features
    if layer.kind != POLYGONS:
        raise InputError(f"{units.name} holds no polygons; landslides can only be counted in polygons")
    if least_share is not None and geometry_type(inventory) != "polygon":
        raise InputError(
            f"{inventory.name} holds no polygons: a share of a unit needs landslides with an area"
        )
    inventory = to_crs(inventory, units.crs_wkt)
    found = meetings(units, inventory)
    share = np.zeros(len(units))
    if least_share is not None:
        shared_m2 = covered(units, inventory, found) * _square_metres(layer)
        share = np.minimum(shared_m2 / np.where(layer.area_m2 > 0.0, layer.area_m2, 1.0), 1.0)
    count = landslides_within(len(units), found.polygon, found.feature)
    row = np.flatnonzero(placed(layer))
    labels = labels_of(count, share, least_count=least_count, least_share=least_share)[row]
    groups = joined_by_landslides(len(units), found.polygon, found.feature)[row]
    missed = len(inventory) - np.unique(found.feature).size
    across = int((np.bincount(found.feature) > 1).sum()) if found.feature.size else 0
    notes = (
        f"{int(labels.sum())} of {row.size} units are units with landslides; landslides across several units, which "
        f"stay in one fold: {across}",
        f"{missed} of {len(inventory)} landslides lie in no unit",
    )
    table = UnitTable(
        factors.specs, factors.values[row], row, labels, groups=groups, xy=layer.xy[row], notes=notes
    )
    return _complete(table)


def area_words(layer: UnitLayer, table: UnitTable) -> str:
    """How well size alone tells units with landslides, for polygons."""
    found = area_alone(layer.area_m2[table.row], table.labels)
    return f"By area alone the units with landslides are told with an AUROC of {found:.3f}"


def _square_metres(layer: UnitLayer) -> float:
    return metres_per_unit(layer.features.crs_wkt) ** 2


def _complete(table: UnitTable) -> UnitTable:
    """The rows that have every factor; those left out are counted, and may not leave units that are all alike."""
    whole: Flags = np.isfinite(table.values).all(axis=1)
    lost = int((~whole).sum())
    if not lost:
        return table
    if not whole.any():
        empty = [spec.name for spec, column in zip(table.specs, table.values.T) if np.isnan(column).any()]
        raise InputError(f"No unit has a value in every factor; {', '.join(empty)} have empty ones")
    note = f"{lost} of {len(whole)} units lack a value in some factor and train no model"
    slid = int(table.labels[whole].sum())
    if slid in (0, int(whole.sum())):
        raise InputError(
            f"{note}; of the other {int(whole.sum())} units {slid} are with landslides, and some with and some without "
            "are needed: fill the fields, or leave out those that are often empty"
        )
    return replace(
        table,
        values=table.values[whole],
        row=table.row[whole],
        labels=table.labels[whole],
        groups=table.groups[whole],
        xy=table.xy[whole],
        notes=(*table.notes, note),
    )


def _yes_or_no(value: Any, field: str, layer: str) -> Optional[int]:
    if value is None or value != value or (isinstance(value, str) and not value.strip()):
        return None
    word = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip().lower()
    if word in TRUE or word in FALSE:
        return int(word in TRUE)
    raise InputError(f"Field {field} of {layer} holds {value!r}; allowed: 1 or 0, true or false, yes or no")
