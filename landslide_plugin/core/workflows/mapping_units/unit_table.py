"""A vector layer or a plain table as samples: rows are features, fields are factors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.raster import metres_per_unit
from ...io.raster.overlay import areas, meetings
from ...io.vector import centroids, geometry_type, to_crs
from ...samples.mapping_units.units import area_alone, joined_by_landslides, labels_of, landslides_within
from ...samples.sample_set import SampleSet
from ...types.arrays import Floats, Surface
from ...types.factors import FactorSpec
from ...types.features import FeatureSet

TRUE, FALSE = ("1", "true", "yes", "t"), ("0", "false", "no", "f")


@dataclass(frozen=True)
class UnitTable:
    """Units as samples.

    Attributes
    ----------
    specs : tuple of FactorSpec
    values : float32 array (units, factors)
        NaN where a field is empty.
    row : int array (units,)
        Place of each unit among the features: those without a label or a geometry are left out.
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

    def samples(self) -> SampleSet:
        """The same as a set of samples, whose rows are those of the features."""
        undated = np.full(len(self.row), np.nan)
        none = np.zeros(len(self.row), np.intp)
        return SampleSet(
            self.row,
            none,
            self.labels,
            groups=self.groups,
            xy=self.xy,
            event_period_yr=undated,
            notes=self.notes,
        )


def factor_columns(
    units: FeatureSet, fields: Sequence[str], categorical: Sequence[str] = ()
) -> tuple[tuple[FactorSpec, ...], Surface]:
    """Fields of a layer as factors, and their values (features, factors).

    Text is a class; its names are numbered from 1 by the alphabet. Whole numbers are classes if they are named in
    ``categorical``.

    Raises
    ------
    InputError
        A field that is not there, has no value, or holds what is no number.

    Examples
    --------
    >>> layer = FeatureSet((b"", b""), attributes={"slope": (3, None), "rock": ("marl", "clay")})
    >>> specs, values = factor_columns(layer, ["slope", "rock"])
    >>> values.tolist(), specs[1].categories
    ([[3.0, 2.0], [nan, 1.0]], {1: 'clay', 2: 'marl'})
    """
    if not fields:
        raise InputError(f"No field of {units.name} is chosen as a factor; choose at least one")
    specs, columns = [], []
    for name in fields:
        given = units.field(name)
        present = [value for value in given if value is not None and value == value]
        if not present:
            raise InputError(f"Field {name} of {units.name} has no value; leave it out")
        if any(isinstance(value, str) for value in present):
            names = sorted({str(value) for value in present})
            codes = {each: code + 1 for code, each in enumerate(names)}
            columns.append([np.nan if value is None else float(codes[str(value)]) for value in given])
            specs.append(FactorSpec(name, "categorical", categories=dict(enumerate(names, 1))))
            continue
        columns.append([_number(value, name, units.name) for value in given])
        specs.append(FactorSpec(name, "categorical" if name in categorical else "continuous"))
    return tuple(specs), np.array(columns, np.float32).T


def _number(value: Any, field: str, layer: str) -> float:
    if value is None:
        return float("nan")
    try:
        return float(value)
    except (TypeError, ValueError):
        raise InputError(f"Field {field} of {layer} holds {value!r}, which is no number") from None


def labelled_by_field(
    units: FeatureSet, fields: Sequence[str], label: str, categorical: Sequence[str] = ()
) -> UnitTable:
    """Units whose label is a field: 1, true or yes are landslides, 0, false or no are none, empty is unknown.

    Raises
    ------
    InputError
        A label that says neither, or units that are all alike.
    """
    told = [_yes_or_no(value, label, units.name) for value in units.field(label)]
    xy, owner = _places(units)
    place = np.full((len(units), 2), np.nan)
    place[owner] = xy
    row = np.array([i for i, one in enumerate(told) if one is not None and np.isfinite(place[i, 0])], np.intp)
    labels = np.array([told[i] for i in row], np.int8)
    if len(set(labels.tolist())) < 2:
        raise InputError(
            f"Field {label} of {units.name} holds but one kind of label; both 1 and 0 are needed"
        )
    specs, values = factor_columns(units, fields, categorical)
    left_out = len(units) - row.size
    notes = (
        (f"{left_out} of {len(units)} features have no label or no geometry and are left out",)
        if left_out
        else ()
    )
    own = np.arange(row.size, dtype=np.int32)
    return UnitTable(specs, values[row], row, labels, groups=own, xy=place[row], notes=notes)


def labelled_by_landslides(
    units: FeatureSet,
    fields: Sequence[str],
    inventory: FeatureSet,
    categorical: Sequence[str] = (),
    *,
    least_count: int = 1,
    least_share: Optional[float] = None,
) -> UnitTable:
    """Units whose label is whether landslides of an inventory lie in them (``labels_of``).

    Parameters
    ----------
    units : FeatureSet
        Polygons.
    fields : sequence of str
    inventory : FeatureSet
        Points or polygons, in any CRS.
    categorical : sequence of str
    least_count : int
    least_share : float, optional
        Only for landslides that are polygons.

    Raises
    ------
    InputError
        Units that are no polygons, landslides without an area where a share is asked for, or units all alike.
    """
    if geometry_type(units) != "polygon":
        raise InputError(f"{units.name} holds no polygons; landslides can only be counted in polygons")
    if least_share is not None and geometry_type(inventory) != "polygon":
        raise InputError(
            f"{inventory.name} holds no polygons: a share of a unit needs landslides with an area"
        )
    found = meetings(units, to_crs(inventory, units.crs_wkt))
    area = areas(units)
    share = np.minimum(
        np.bincount(found.polygon, found.area, len(units)) / np.where(area > 0, area, 1.0), 1.0
    )
    count = landslides_within(len(units), found.polygon, found.feature)
    xy, owner = _places(units)
    row = owner.astype(np.intp)
    labels = labels_of(count, share, least_count=least_count, least_share=least_share)[row]
    specs, values = factor_columns(units, fields, categorical)
    groups = joined_by_landslides(len(units), found.polygon, found.feature)[row]
    missed = len(inventory) - np.unique(found.feature).size
    across = int((np.bincount(found.feature) > 1).sum()) if found.feature.size else 0
    notes = (
        f"{int(labels.sum())} of {row.size} units hold landslides; {across} landslides lie across several",
        f"{missed} of {len(inventory)} landslides lie in no unit",
        f"By area alone the units with landslides are told with an AUROC of {area_alone(area[row], labels):.3f}",
    )
    return UnitTable(specs, values[row], row, labels, groups=groups, xy=xy, notes=notes)


def _places(units: FeatureSet) -> tuple[Floats, npt.NDArray[np.intp]]:
    """Centroids in metres and the feature of each."""
    xy, owner = centroids(units)
    return xy * metres_per_unit(units.crs_wkt), owner


def _yes_or_no(value: Any, field: str, layer: str) -> Optional[int]:
    if value is None or value != value:
        return None
    word = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip().lower()
    if word in TRUE or word in FALSE:
        return int(word in TRUE)
    raise InputError(f"Field {field} of {layer} holds {value!r}; allowed: 1 or 0, true or false, yes or no")
