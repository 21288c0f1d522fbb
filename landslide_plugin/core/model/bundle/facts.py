"""What a bundle says of its model's origin, beside what is needed to map with it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Callable, Optional


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int)


def _is_record(value: Any) -> bool:
    return isinstance(value, dict)


def _is_list_of(one: Callable[[Any], bool], size: Optional[int] = None) -> Callable[[Any], bool]:
    return lambda value: (
        isinstance(value, (list, tuple)) and (size is None or len(value) == size) and all(map(one, value))
    )


def _is_record_of(one: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(map(one, value.values()))


def _is_grid(value: Any) -> bool:
    if not _is_record(value):
        return False
    size, bounds = value.get("cell_size_m"), value.get("bounds")
    texts = [value.get(name, "") for name in ("crs_wkt", "crs_name")]
    return (
        (size is None or (_is_number(size) and size > 0))
        and (bounds is None or _is_list_of(_is_number, 4)(bounds))
        and all(map(_is_text, texts))
    )


KINDS: dict[str, Callable[[Any], bool]] = {
    "grid": _is_grid,
    "provenance": _is_record_of(_is_text),
    "settings": _is_record,
    "versions": _is_record_of(_is_text),
    "prior": _is_record,
    "ranges": _is_record_of(_is_list_of(_is_number)),
    "largest_scale": _is_whole,
    "data_sha256": _is_text,
    "dated": lambda value: isinstance(value, bool),
    "dates": _is_record,
    "zoning": _is_record,
    "limits": _is_list_of(_is_text),
    "triggers_by_cell": _is_record_of(_is_list_of(_is_number)),
    "quiet_storms": _is_whole,
    "doubt": _is_text,
    "events": _is_whole,
}
"""What the facts of a record are, where they are there."""

RELATIVE_INTENSITY = "relative intensity"
"""What ``provenance`` says under ``probability_of`` where a model gives no probability."""


@dataclass(frozen=True)
class ModelFacts:
    """Facts of the run that a model comes from; None is not known, as in older bundles.

    Attributes
    ----------
    grid, provenance, settings, versions : mapping or None
        Of the factors; of inventory, factors and prior; of the training; of the packages.
    prior : mapping or None
        ``lambda`` and ``form`` of the slope-stability prior; None if the model knows none.
    ranges : mapping of str to (float, float) or None
        Smallest and largest training value of each continuous factor.
    largest_scale : int or None
        Denominator of the largest scale advised.
    data_sha256 : str or None
        To know again what the model was trained on.
    dated : bool or None
        Whether any landslide has the return period of its event, and the model learnt from it.
    dates, zoning : mapping or None
    limits : sequence of str or None
        Sentences that go with every map.
    triggers_by_cell : mapping or None
        ``low`` and ``high`` of each trigger, where the samples had their own.
    quiet_storms : int or None
        Storms among the events of the samples that brought no landslide.
    doubt : str or None
        What the model does not beat on unseen ground, in a sentence; None where it beats all, or is not known.
    events : int or None
        Storms that the rows speak of, one row for each (cell, storm); 0 for an undated inventory. Bundles of 0.1
        do not say it: their rows were chosen by their outcome.
    unit, maps : str or None
        What a row is if it is no cell of a grid: ``polygons``, ``points`` or ``table``; and what is mapped of it.

    Examples
    --------
    >>> ModelFacts(grid={"cell_size_m": 25.0}).to_dict()
    {'grid': {'cell_size_m': 25.0}}
    >>> facts = ModelFacts(settings={"members": 3}, dated=False)
    >>> facts.to_dict()
    {'settings': {'members': 3}, 'prior': None, 'largest_scale': None, 'dated': False}
    >>> ModelFacts.from_dict({**facts.to_dict(), "threshold": 0.5}) == facts
    True
    """

    grid: Optional[Mapping[str, Any]] = None
    provenance: Optional[Mapping[str, str]] = None
    settings: Optional[Mapping[str, Any]] = None
    versions: Optional[Mapping[str, str]] = None
    prior: Optional[Mapping[str, Any]] = None
    ranges: Optional[Mapping[str, Sequence[float]]] = None
    largest_scale: Optional[int] = None
    data_sha256: Optional[str] = None
    dated: Optional[bool] = None
    dates: Optional[Mapping[str, Any]] = None
    zoning: Optional[Mapping[str, Any]] = None
    limits: Optional[Sequence[str]] = None
    triggers_by_cell: Optional[Mapping[str, Sequence[float]]] = None
    quiet_storms: Optional[int] = None
    doubt: Optional[str] = None
    events: Optional[int] = None
    unit: Optional[str] = None
    maps: Optional[str] = None

    @property
    def relative(self) -> bool:
        """Whether the model gives a relative intensity, r / (1 + r) with r in means of its area, and no probability.

        >>> ModelFacts(provenance={"probability_of": "relative intensity"}).relative, ModelFacts().relative
        (True, False)
        """
        return (self.provenance or {}).get("probability_of") == RELATIVE_INTENSITY

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; what is not known is left out.

        A run that knows its settings also says that it has no prior, or no scale.
        """
        told = ("prior", "largest_scale") if self.settings is not None else ()
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in plain.items() if value is not None or name in told}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> ModelFacts:
        """The facts among the values of a record.

        Raises
        ------
        ValueError
            One of them is of another kind than a training writes.

        Examples
        --------
        >>> ModelFacts.from_dict({"grid": [1.0]})
        Traceback (most recent call last):
        ValueError: grid is list
        """
        for name, is_right in KINDS.items():
            value = stored.get(name)
            if value is not None and not is_right(value):
                raise ValueError(f"{name} is {type(value).__name__}")
        return cls(**{each.name: stored.get(each.name) for each in fields(cls)})
