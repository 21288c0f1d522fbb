"""Choices as words: scripts, models and shells hold a stable word, never a position in a list."""

import numbers
import unicodedata
from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterEnum

from ...core.errors import InputError
from .translation import tr

WIDGETS = f"{__package__}.widgets"
OURS = "landslide_"
"""How the names of our fields begin."""
WIDGET, TYPE = f"{WIDGETS}.choice_widget.ChoiceWidget", f"{OURS}choice"
SEVERAL_WIDGET, SEVERAL_TYPE = f"{WIDGETS}.several_widget.SeveralWidget", f"{OURS}several"
SMALL_WIDGET, SMALL_TYPE = f"{WIDGETS}.small_number_widget.SmallNumberWidget", f"{OURS}small_number"
TICK_WIDGET, TICK_TYPE = f"{WIDGETS}.tick_widget.TickWidget", f"{OURS}tick"
"""Classes that QGIS imports up to 4.1, and what our factories are called, which it asks from 3.40 on."""

YES, NO = "yes", "no"
WORDS_OF_YES = {YES, "ja", "si", "sí", "on", "true", "1"}
WORDS_OF_NO = {NO, "nein", "off", "false", "0"}


def yes_or_no(value: Any) -> Optional[bool]:
    """What a value of Python, JSON or a shell means as yes or no; None if it means neither.

    >>> yes_or_no(False), yes_or_no("nein"), yes_or_no(1), yes_or_no("SÍ"), yes_or_no(2), yes_or_no("perhaps")
    (False, False, True, True, None, None)
    """
    if isinstance(value, str):
        word = unicodedata.normalize("NFC", value.strip()).casefold()
        return True if word in WORDS_OF_YES else False if word in WORDS_OF_NO else None
    if _is_bool(value) or (isinstance(value, numbers.Real) and value in (0, 1)):
        return bool(value)
    return None


def _is_bool(value: Any) -> bool:
    return isinstance(value, (bool, np.bool_))


def choice(
    key: str,
    label: str,
    words: Sequence[str],
    default: Any,
    optional: bool = False,
    several: bool = False,
    labels: Sequence[str] = (),
    usual: Any = None,
) -> QgsProcessingParameterEnum:
    """A parameter that takes one (or several) of ``words``; a dialog shows ``labels`` in their place.

    Where there is no default, the dialog says by ``usual`` what is taken if nothing is chosen.
    """
    parameter = QgsProcessingParameterEnum(
        key,
        label,
        list(words),
        allowMultiple=several,
        defaultValue=default,
        optional=optional,
        usesStaticStrings=True,
    )
    if labels:
        shown = [tr(text) for text in labels]
        field, name = WIDGET, TYPE
        if several:
            field, name = SEVERAL_WIDGET, SEVERAL_TYPE
        elif set(words) == {YES, NO} and default is not None:  # unset it is neither, which a tick cannot show
            field, name = TICK_WIDGET, TICK_TYPE
        kind = {"class": field, "widget_type": name}
        parameter.setMetadata(
            {"widget_wrapper": {**kind, "labels": shown, "usual": _shown(usual, words, shown)}}
        )
    return parameter


def _shown(usual: Any, words: Sequence[str], labels: Sequence[str]) -> str:
    """Labels of what is taken if nothing is chosen; empty where that is nothing."""
    taken = [usual] if isinstance(usual, str) else list(usual or ())
    return ", ".join(label for word, label in zip(words, labels) if word in taken)


def meanings(words: Sequence[str], labels: Sequence[str]) -> str:
    """All words with what they stand for, as a sentence for the help; empty where each says it itself.

    >>> meanings(["d8", "multiple"], ["D8", "Several directions"]), meanings(["low"], ["Low"])
    (' Choices: d8; multiple: Several directions.', '')
    """
    listed = [word if label.lower() == word else f"{word}: {label}" for word, label in zip(words, labels)]
    return f" Choices: {'; '.join(listed)}." if list(words) != listed else ""


def in_words(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Parameters with every choice as a word, yes and no too, and a note for each position taken for one.

    Raises
    ------
    InputError
        A value is neither one of the words nor a position among them; the message lists the words.
    """
    named, notes = dict(parameters), []
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        if not isinstance(definition, QgsProcessingParameterEnum) or not definition.usesStaticStrings():
            continue
        given = _listed(value)
        if given is None:
            continue
        words = [_word(definition, item) for item in given]
        positions = [word for word, item in zip(words, given) if word != item and _is_position(item)]
        if positions:
            notes.append(
                f"{definition.name()}: a number is still taken for a choice; better write "
                f"{definition.name()}={','.join(positions)}"
            )
        named[definition.name()] = words if definition.allowMultiple() else words[0]
    return named, notes


def _listed(value: Any) -> Optional[list[Any]]:
    """The given items; None where nothing is given or only QGIS can tell, as with an expression."""
    if isinstance(value, str):
        return [item.strip() for item in value.replace(";", ",").split(",")] if value.strip() else None
    if isinstance(value, numbers.Real) or _is_bool(value):
        return [value]
    if isinstance(value, (list, tuple)) and value:
        return list(value)
    return None


def _word(definition: QgsProcessingParameterEnum, item: Any) -> str:
    words = definition.options()
    if item in words:
        return str(item)
    if set(words) == {YES, NO}:
        meant = yes_or_no(item)
        if meant is not None:
            return YES if meant else NO
    elif _is_position(item) and 0 <= int(item) < len(words):
        return str(words[int(item)])
    raise InputError(
        f"{definition.name()} ({definition.description()}) is {item}; allowed: one of {', '.join(words)}"
    )


def _is_position(item: Any) -> bool:
    """Whether an item is a whole number; no true or false is."""
    if isinstance(item, str):
        return item.isdecimal()
    return isinstance(item, numbers.Real) and not _is_bool(item) and float(item).is_integer()
