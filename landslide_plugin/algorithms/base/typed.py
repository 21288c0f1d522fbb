"""What was typed, looked at before QGIS reads it: it takes a text that is no number for 0, and "no" for true."""

import math
import numbers as kinds
from difflib import get_close_matches
from typing import Any, Optional, Union

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
    QgsProperty,
)

from ...core.errors import InputError
from ...core.quantities import Quantity
from ...core.types.lists import number, numbers
from .choices import in_words, yes_or_no

LARGEST_WHOLE = 2**31 - 1
"""What QGIS can hold as a whole number."""

NO_LIMIT = 1e300
"""A limit of a parameter beyond this is none: QGIS writes the largest number there is."""


def meant(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[dict[str, Any], list[str]]:
    """Parameters as they were meant, typed and with choices in words, and a line for each choice taken otherwise.

    Raises
    ------
    InputError
        As ``as_typed`` and ``in_words``.
    """
    return in_words(algorithm, as_typed(algorithm, parameters, context))


def as_typed(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Parameters whose numbers are numbers, blanks put to None, yes and no to true and false, tables to their cells.

    Raises
    ------
    InputError
        A number or a yes and no cannot be read as one, or is not allowed; names the parameter, the value and
        what is allowed.
    """
    plain = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        plain.update(_typed(definition, parameters, _evaluated(parameters.get(definition.name()), context)))
    return plain


def _typed(
    definition: QgsProcessingParameterDefinition, parameters: dict[str, Any], value: Any
) -> dict[str, Any]:
    """The value of one parameter by its key; empty where it stays as it is."""
    key = definition.name()
    if isinstance(definition, QgsProcessingParameterMatrix):
        return {key: list(numbers(value, key))} if isinstance(value, str) and value.strip() else {}
    if isinstance(definition, QgsProcessingParameterBoolean):
        told = isinstance(value, str) or not _is_blank(value)
        return {key: _true_or_false(definition, value)} if told else {}
    if isinstance(definition, QgsProcessingParameterEnum):
        return {} if value is None else {key: value}
    if key in parameters and _is_number(definition):
        return _typed_number(definition, parameters[key], value)
    return {}


def _typed_number(definition: QgsProcessingParameterDefinition, given: Any, value: Any) -> dict[str, Any]:
    key = definition.name()
    if _is_blank(value) and (value is None or _is_optional(definition)):
        return {key: None}
    read = _allowed_number(definition, value)
    return {key: read} if isinstance(given, kinds.Real) else {}


def unknown_keys(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> list[str]:
    """A line for each key that no parameter has, with the nearest one that there is."""
    known = {definition.name().upper(): definition.name() for definition in algorithm.parameterDefinitions()}
    lines = []
    for key in parameters:
        if key in known.values():
            continue
        nearest = get_close_matches(str(key).upper(), known, n=1, cutoff=0.0)
        advice = f"; the nearest is {known[nearest[0]]}" if nearest else ""
        lines.append(f"{key} is no parameter of {algorithm.name()} and is ignored{advice}")
    return lines


def _evaluated(value: Any, context: QgsProcessingContext) -> Any:
    """The value of an expression, of any other value itself."""
    if isinstance(value, QgsProperty):
        found, _ = value.value(context.expressionContext(), None)
        return found
    return value


def _true_or_false(definition: QgsProcessingParameterBoolean, value: Any) -> Optional[bool]:
    meant = yes_or_no(value)
    if meant is None and not (_is_blank(value) and _is_optional(definition)):
        shown = repr(value) if isinstance(value, str) else value
        raise InputError(
            f"{definition.name()} ({definition.description()}) is {shown}; allowed: true or false, yes or no"
        )
    return meant


def _is_number(definition: QgsProcessingParameterDefinition) -> bool:
    one_band = isinstance(definition, QgsProcessingParameterBand) and not definition.allowMultiple()
    return one_band or isinstance(definition, QgsProcessingParameterNumber)


def _is_optional(definition: QgsProcessingParameterDefinition) -> bool:
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)


def _is_blank(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or bool(hasattr(value, "isNull") and value.isNull())


def _allowed_number(definition: QgsProcessingParameterDefinition, value: Any) -> Union[int, float]:
    """The value as a number of Python's own, since QGIS does not know those of NumPy."""
    if isinstance(definition, QgsProcessingParameterNumber):
        whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        low, high = definition.minimum(), definition.maximum()
    else:
        whole, low, high = True, 1.0, float(LARGEST_WHOLE)
    found = _number(value)
    if found is not None and low <= found <= high and not (whole and not _is_whole(found)):
        return int(found) if whole else found
    limits = Quantity(
        definition.name(),
        definition.description(),
        "",
        minimum=low if low > -NO_LIMIT else None,
        maximum=high if high < (LARGEST_WHOLE if whole else NO_LIMIT) else None,
    )
    allowed = "a whole number" if whole else "a number with a decimal point, such as 0.5"
    if limits.minimum is not None or limits.maximum is not None:
        allowed += f", {limits.allowed()}"
    shown = repr(value) if isinstance(value, str) else value
    raise InputError(f"{definition.name()} ({definition.description()}) is {shown}; allowed: {allowed}")


def _is_whole(found: float) -> bool:
    return found.is_integer() and abs(found) <= LARGEST_WHOLE


def _number(value: Any) -> Optional[float]:
    """The finite number that a value is; None if it is none."""
    if isinstance(value, str):
        return number(value)
    if isinstance(value, kinds.Real) and math.isfinite(value):
        return float(value)
    return None
