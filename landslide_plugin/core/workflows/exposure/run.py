"""Exposure to landslides: lines, buildings and people by class of a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.raster import RasterSource
from ...io.table import csv_text
from ...io.vector import geometry_type
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Floats
from ...types.features import FeatureSet
from ...words.speaking import say
from .population import ClassGround, people_by_class
from .scale import NO_CLASS, ClassScale

KILOMETRE = 1000.0
MOST_KINDS = 20


@dataclass(frozen=True)
class Exposed:
    """What may lie in danger.

    Attributes
    ----------
    lines : FeatureSet or None
        Roads, rails, pipes: lines in any CRS.
    buildings : FeatureSet or None
        Points or footprints in any CRS.
    kind_field : str or None
        Field of the lines that parts them in kinds, such as roads and rails.
    people_field : str or None
        Field of the buildings with the people in each.
    population : RasterSource or None
        People in each cell.
    population_band : int
        From 0.
    extent : FeatureSet or None
        Outline of the map, needed with a population.
    part_m2 : float
        Area of the parts into which cells of the population are cut, about.
    """

    lines: Optional[FeatureSet] = None
    buildings: Optional[FeatureSet] = None
    people_field: Optional[str] = None
    population: Optional[RasterSource] = None
    population_band: int = 0
    extent: Optional[FeatureSet] = None
    part_m2: float = 100.0
    kind_field: Optional[str] = None


@dataclass(frozen=True)
class Exposure:
    """What lies in each class; arrays have a place a class, from the least dangerous up, and a last one for none.

    Attributes
    ----------
    scale : ClassScale
    area_m2 : float64 array (classes,)
    length_m : float64 array (classes + 1,) or None
    length_of_kind : mapping of str to float64 array (classes + 1,)
        Of each kind of line, if a field tells kinds.
    lines_by_worst : int array (classes + 1,) or None
        Lines by the most dangerous class that they touch.
    buildings : int array (classes + 1,) or None
        By the most dangerous class that they touch.
    people_in_buildings, people : float64 array (classes + 1,) or None
        Of the field of the buildings, and of the population raster.
    lines_out, buildings_out : FeatureSet or None
        The features with what they touch.
    """

    scale: ClassScale
    area_m2: Floats
    length_m: Optional[Floats] = None
    lines_by_worst: Optional[Cells] = None
    buildings: Optional[Cells] = None
    people_in_buildings: Optional[Floats] = None
    people: Optional[Floats] = None
    length_of_kind: Mapping[str, Floats] = field(default_factory=dict)
    lines_out: Optional[FeatureSet] = None
    buildings_out: Optional[FeatureSet] = None

    def table(self) -> str:
        """A row a class, the most dangerous first, and one for what lies in none; columns of what was given."""
        columns: list[tuple[str, list[Any]]] = []
        k = len(self.scale)
        area = [f"{value / KILOMETRE**2:.6g}" for value in self.area_m2] + [""]
        columns.append(("area_km2", area))
        if self.length_m is not None and self.lines_by_worst is not None:
            columns.append(("length_km", [f"{value / KILOMETRE:.6f}" for value in self.length_m]))
            columns.append(("length_percent", _percent(self.length_m)))
            columns.append(("lines_by_worst", self.lines_by_worst.tolist()))
            for kind, lengths in self.length_of_kind.items():
                columns.append((f"length_km {kind}", [f"{value / KILOMETRE:.6f}" for value in lengths]))
        if self.buildings is not None:
            columns.append(("buildings", self.buildings.tolist()))
            columns.append(("buildings_percent", _percent(self.buildings.astype(np.float64))))
        for name, values in (("people_in_buildings", self.people_in_buildings), ("people", self.people)):
            if values is not None:
                columns.append((name, [f"{value:.10g}" for value in values]))
                columns.append((f"{name}_percent", _percent(values)))
        rows: list[tuple[Any, ...]] = [("class", "name", *(name for name, _ in columns))]
        for rank in (*range(k - 1, -1, -1), k):
            code = self.scale.codes[rank] if rank < k else ""
            rows.append((code, say(self.scale.name(rank)), *(values[rank] for _, values in columns)))
        return csv_text(rows)


def _percent(values: Floats) -> list[str]:
    total = float(values.sum())
    return [f"{100.0 * value / total:.4f}" if total else "" for value in values]


def exposure(ground: ClassGround, exposed: Exposed, progress: Progress = SILENT) -> Exposure:
    """Count what lies in each class.

    Parameters
    ----------
    ground : ClassGround
    exposed : Exposed

    Raises
    ------
    InputError
        Nothing is given, a layer of another kind, or people that are no numbers.
    """
    if exposed.lines is None and exposed.buildings is None and exposed.population is None:
        raise InputError("LINES, BUILDINGS and POPULATION are all empty; give at least one of them")
    if exposed.people_field and exposed.buildings is None:
        raise InputError("PEOPLE_FIELD is a field of BUILDINGS, which are not given")
    if exposed.kind_field and exposed.lines is None:
        raise InputError("LINE_KIND is a field of LINES, which are not given")
    found: dict[str, Any] = {}
    if exposed.lines is not None:
        found.update(_lines(ground, exposed.lines, exposed.kind_field, progress.part(0.0, 0.5)))
    if exposed.buildings is not None:
        found.update(_buildings(ground, exposed.buildings, exposed.people_field))
        progress.step(0.7)
    if exposed.population is not None and exposed.extent is not None:
        found["people"] = people_by_class(
            exposed.population,
            exposed.population_band,
            ground,
            exposed.extent,
            exposed.part_m2,
            progress=progress.part(0.7, 1.0),
        )
    return Exposure(ground.scale, ground.areas_m2, **found)


def _lines(
    ground: ClassGround, lines: FeatureSet, kind_field: Optional[str], progress: Progress
) -> dict[str, Any]:
    if geometry_type(lines) != "line":
        raise InputError(f"LINES {lines.name} holds no lines; choose roads, rails or other lines")
    length = ground.line_lengths(lines, progress)
    k = len(ground.scale)
    total = length.sum(axis=1)
    touched = length[:, :k] > 0.0
    worst = np.where(touched.any(axis=1), k - 1 - np.argmax(touched[:, ::-1], axis=1), k)
    share = np.divide(length, total[:, None], out=np.zeros_like(length), where=total[:, None] > 0)
    fields = {
        "length_m": tuple(total.tolist()),
        **{f"share_{code}": tuple(share[:, i].tolist()) for i, code in enumerate(ground.scale.codes)},
        "share_none": tuple(share[:, k].tolist()),
        **_worst_fields(ground.scale, worst),
    }
    return {
        "length_m": length.sum(axis=0),
        "length_of_kind": _by_kind(lines, kind_field, length) if kind_field else {},
        "lines_by_worst": np.bincount(worst, minlength=k + 1),
        "lines_out": _with(lines, fields),
    }


def _by_kind(lines: FeatureSet, field_name: str, length: Floats) -> dict[str, Floats]:
    """Metres (classes + 1,) of each kind of line; those of no kind are called so."""
    kinds = np.array(["no kind" if value in (None, "") else str(value) for value in lines.field(field_name)])
    names = sorted(set(kinds.tolist()))
    if len(names) > MOST_KINDS:
        raise InputError(
            f"LINE_KIND {field_name} of {lines.name} tells {len(names)} kinds; allowed: at most {MOST_KINDS}, choose a "
            "field such as road or rail"
        )
    return {name: length[kinds == name].sum(axis=0) for name in names}


def _buildings(ground: ClassGround, buildings: FeatureSet, people_field: Optional[str]) -> dict[str, Any]:
    if geometry_type(buildings) == "line":
        raise InputError(
            f"BUILDINGS {buildings.name} holds lines; choose points or footprints, or give it as LINES"
        )
    worst, k = ground.worst(buildings), len(ground.scale)
    found: dict[str, Any] = {
        "buildings": np.bincount(worst, minlength=k + 1),
        "buildings_out": _with(buildings, _worst_fields(ground.scale, worst)),
    }
    if people_field:
        people = _people(buildings, people_field)
        found["people_in_buildings"] = np.bincount(worst, people, minlength=k + 1)
    return found


def _people(buildings: FeatureSet, field: str) -> Floats:
    people = np.zeros(len(buildings))
    for i, value in enumerate(buildings.field(field)):
        if value is None or value == "":
            continue
        try:
            people[i] = float(value)
        except (TypeError, ValueError):
            people[i] = np.nan
        if not people[i] >= 0.0:
            raise InputError(
                f"PEOPLE_FIELD {field} of {buildings.name} holds {value!r}; allowed: numbers of people from 0"
            )
    return people


def _worst_fields(scale: ClassScale, worst: Cells) -> dict[str, tuple[Any, ...]]:
    """Code and name of the most dangerous class of each feature; no code where it touches none."""
    codes = (*scale.codes, None)
    names = [say(name) for name in (*scale.names, NO_CLASS)]
    return {
        "worst_class": tuple(codes[rank] for rank in worst),
        "worst_name": tuple(names[rank] for rank in worst),
    }


def _with(features: FeatureSet, fields: dict[str, tuple[Any, ...]]) -> FeatureSet:
    """Features with their own fields and new ones, which take the place of namesakes."""
    kept = {
        name: values
        for name, values in features.attributes.items()
        if name.casefold() not in (*fields, "fid")
    }
    return FeatureSet(features.wkb, features.crs_wkt, {**kept, **fields}, features.name)
