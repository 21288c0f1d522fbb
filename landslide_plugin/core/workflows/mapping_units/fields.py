"""Fields of a layer as factors: what each is, as said or as its name and values tell, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.factors.kinds import FEW_CODES, SAID
from ...terrain.catalogue import CATALOGUE
from ...types.arrays import Surface
from ...types.class_match import NO_CLASS, require_small_codes
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from .statistics import MOMENTS

STATISTIC = re.compile(rf"(.+)_({'|'.join((*MOMENTS, 'majority'))}|p\d+(?:\.\d+)?)")
"""How 'Factors of mapping units' names its fields."""

SCATTER = ("sd", "range")
OWN_NAMES = 0.2
"""Text with more different words than this share of the rows, and than ``FEW_CODES``, is no class."""

Column = Sequence[Optional[float]]


@dataclass(frozen=True)
class FieldKinds:
    """What is said of the kinds of fields.

    Attributes
    ----------
    said : mapping of str to str
        Word of ``io.factors.kinds.SAID`` by field.
    categorical : sequence of str
        Fields that hold class codes.
    """

    said: Mapping[str, str] = field(default_factory=dict)
    categorical: Sequence[str] = ()

    def settle(self, name: str) -> tuple[str, str, str]:
        """Kind, transform and reason of a field of numbers, by what is said or by its name.

        >>> FieldKinds().settle("catchment_area_mean")
        ('continuous', 'log10', 'by its name')
        >>> FieldKinds(said={"rock": "categorical"}).settle("rock")
        ('categorical', 'none', 'as said')
        """
        if name in self.said:
            return (*SAID[self.said[name]], "as said")
        if name in self.categorical:
            return ("categorical", "none", "as said")
        found = STATISTIC.fullmatch(name)
        band, statistic = (found.group(1), found.group(2)) if found else (name, "")
        if statistic == "majority":
            return ("categorical", "none", "by its name")
        known = CATALOGUE.get(band)
        if known is None or (known.spec.kind != "continuous" and statistic in SCATTER):
            return ("continuous", "none", "")
        return (known.spec.kind, known.spec.transform, "by its name")


@dataclass(frozen=True)
class FieldFactors:
    """Fields as factors.

    Attributes
    ----------
    specs : tuple of FactorSpec
    values : float32 array (features, factors)
        NaN where a field is empty.
    words : tuple of str
        What each factor is and why, a line each, where its name and values leave a choice.
    """

    specs: tuple[FactorSpec, ...]
    values: Surface
    words: tuple[str, ...] = ()


def unit_fields(units: FeatureSet) -> tuple[str, ...]:
    """Fields that 'Factors of mapping units' wrote, in their order.

    Raises
    ------
    InputError
        There is none.

    Examples
    --------
    >>> unit_fields(FeatureSet((b"",), attributes={"id": (1,), "slope_mean": (2.0,), "rock_majority": (3,)}))
    ('slope_mean', 'rock_majority')
    """
    found = tuple(name for name in units.attributes if STATISTIC.fullmatch(name))
    if not found:
        raise InputError(
            f"{units.name} has no field as 'Factors of mapping units' writes them (slope_mean); choose the FIELDS "
            f"that are factors among {', '.join(units.attributes) or 'none'}"
        )
    return found


def factor_columns(
    units: FeatureSet, fields: Sequence[str], kinds: Optional[FieldKinds] = None
) -> FieldFactors:
    """Fields of a layer as factors, and their values.

    Text is a class; its names are numbered from 1 by the alphabet. Text that holds numbers alone, as that of a plain
    table may, is read as numbers. Whole numbers are classes if it is said, or if their name says so.

    Raises
    ------
    InputError
        A field that is not there or named twice, has no value, or holds what is no number.

    Examples
    --------
    >>> layer = FeatureSet((b"", b""), attributes={"slope": (3, None), "rock": ("marl", "clay")})
    >>> found = factor_columns(layer, ["slope", "rock"])
    >>> found.values.tolist(), found.specs[1].categories
    ([[3.0, 2.0], [nan, 1.0]], {1: 'clay', 2: 'marl'})
    """
    if not fields:
        raise InputError(f"No field of {units.name} is chosen as a factor; choose at least one")
    twice = sorted({name for name in fields if list(fields).count(name) > 1})
    if twice:
        raise InputError(f"Field {', '.join(twice)} is chosen twice; choose each once")
    kinds = kinds or FieldKinds()
    unknown = sorted({*kinds.said, *kinds.categorical} - set(fields))
    if unknown:
        raise InputError(
            f"A kind is said of {', '.join(unknown)}, which are no factors; they are {', '.join(fields)}"
        )
    specs, columns, words = [], [], []
    for name in fields:
        spec, column, why = _factor(units, name, kinds)
        specs.append(spec)
        columns.append([np.nan if value is None else value for value in column])
        words += [f"{name}: {why}"] if why else []
    return FieldFactors(tuple(specs), np.array(columns, np.float32).T, tuple(words))


def _factor(units: FeatureSet, name: str, kinds: FieldKinds) -> tuple[FactorSpec, Column, str]:
    given = units.field(name)
    if all(_absent(value) for value in given):
        raise InputError(f"Field {name} of {units.name} has no value; leave it out")
    kind, transform, why = kinds.settle(name)
    column = _numbers(given)
    if column is None:
        if why == "as said" and kind != "categorical":
            _refuse_text(units, name)
        names = dict(enumerate(sorted({str(value).strip() for value in given if not _absent(value)}), 1))
        if len(names) > max(FEW_CODES, OWN_NAMES * len(given)):
            raise InputError(
                f"Field {name} of {units.name} holds {len(names)} different words in {len(given)} rows, so it names "
                "single units and is no class; leave it out"
            )
        spec = FactorSpec(name, "categorical", categories=names)
        return spec, codes_of_names(given, names), f"categorical, since it holds text ({len(names)} classes)"
    if kind == "categorical":
        column = _codes(column, name, units.name)
    told = kind if transform == "none" else f"{kind} ({transform})"
    few = len({value for value in column if value is not None})
    if not why and few <= FEW_CODES and all(value is None or value == round(value) for value in column):
        return (
            FactorSpec(name, kind, transform=transform),
            column,
            f"continuous, though it holds {few} whole numbers; if these are codes, name it in CATEGORICAL",
        )
    plain = told == "continuous" and why != "as said"
    return FactorSpec(name, kind, transform=transform), column, "" if plain else f"{told}, {why}"


def _refuse_text(units: FeatureSet, name: str) -> None:
    text = next(value for value in units.field(name) if not _absent(value) and _number(value) is None)
    raise InputError(f"Field {name} of {units.name} holds {text!r}, which is no number")


def values_of(units: FeatureSet, spec: FactorSpec) -> Surface:
    """Values (features,) of the field that a factor of a model names; NaN where it is empty.

    A class by name that the model does not know gets ``NO_CLASS``.

    Raises
    ------
    InputError
        The field holds text where the model has numbers, or numbers where it has names.

    Examples
    --------
    >>> layer = FeatureSet((b"",) * 3, attributes={"rock": ("Clay", "basalt", None)})
    >>> values_of(layer, FactorSpec("rock", "categorical", categories={1: "clay"})).tolist()
    [1.0, -16777215.0, nan]
    """
    given = units.field(spec.name)
    if spec.categories:
        if any(not isinstance(value, str) for value in given if not _absent(value)):
            raise InputError(
                f"Field {spec.name} of {units.name} holds numbers; the model knows names "
                f"({', '.join(list(spec.categories.values())[:6])})"
            )
        column = codes_of_names(given, spec.categories)
    else:
        found = _numbers(given)
        if found is None:
            _refuse_text(units, spec.name)
        column = found or ()
    return np.array([np.nan if value is None else value for value in column], np.float32)


def codes_of_names(given: Sequence[Any], names: Mapping[int, str]) -> Column:
    """Code of each class by its name, whatever its case; ``NO_CLASS`` for a name without one, None where empty."""
    codes = {name.casefold(): float(code) for code, name in names.items()}
    return [None if _absent(value) else codes.get(str(value).strip().casefold(), NO_CLASS) for value in given]


def _codes(column: Column, name: str, layer: str) -> Column:
    present = [value for value in column if value is not None]
    part = next((value for value in present if value != round(value)), None)
    if part is not None:
        raise InputError(
            f"Field {name} of {layer} is categorical but holds {part:g}; codes are whole numbers: choose another "
            f"field, or say FACTOR_KINDS {name}=continuous"
        )
    require_small_codes(f"Field {name} of {layer}", max(map(abs, present)))
    return column


def _absent(value: Any) -> bool:
    return value is None or value != value or (isinstance(value, str) and not value.strip())


def _numbers(given: Sequence[Any]) -> Optional[Column]:
    """The values as numbers, None for an empty one; nothing at all if any is no number."""
    found = [None if _absent(value) else _number(value) for value in given]
    lost = any(number is None and not _absent(value) for number, value in zip(found, given))
    return None if lost else found


def _number(value: Any) -> Optional[float]:
    """The value as a finite number, None if it is none.

    >>> _number("7.5"), _number("inf"), _number("clay"), _number(True)
    (7.5, None, None, 1.0)
    """
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if np.isfinite(number) else None
