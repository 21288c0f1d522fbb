"""The Settings file of a training, and which value counts: given, in the file, of the preset, or the default."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Union

from ...errors import InputError
from ...quantities import QUANTITIES
from ...quantities.presets.study import Preset
from ...requirements import absolute

KIND, VERSION = "Landslide Susceptibility settings", 1
FAMILIES = "models"
"""Entry of the file that lists families of models, as parameter MODELS does."""
PARAMETER = "SETTINGS_FILE"
ENDING = ".settings.json"
PAGES = (".html", ".htm")
LARGEST_BYTES = 1_000_000

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Settable:
    """What a Settings file may set for an algorithm.

    Attributes
    ----------
    quantities : mapping of str to str
        Name of the quantity by the name in the file, which is that of the parameter in lower case.
    families : sequence of str
        Families of models to choose among.
    usual_families : sequence of str
        Those taken if nobody says any.
    """

    quantities: Mapping[str, str]
    families: Sequence[str] = ()
    usual_families: Sequence[str] = ()

    def defaults(self) -> dict[str, Any]:
        """Default of each setting; None where it goes by the number of samples, or there is none."""
        values: dict[str, Any] = {name: QUANTITIES[of].default for name, of in self.quantities.items()}
        return {**values, FAMILIES: list(self.usual_families)} if self.families else values

    def checked(self, name: str, value: Any) -> Any:
        """A value of the file that is allowed; raises ``InputError`` naming the setting, value and what is allowed."""
        if name == FAMILIES:
            return _families(value, self.families)
        quantity = QUANTITIES[self.quantities[name]]
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise InputError(f"{PARAMETER}: {name} is {json.dumps(value)}; allowed: {quantity.allowed()}")
        try:
            return quantity.check(value)
        except InputError:
            raise InputError(
                f"{PARAMETER}: {name} is {json.dumps(value)}; allowed: {quantity.allowed()}"
            ) from None


def _families(value: Any, known: Sequence[str]) -> list[str]:
    words = value if isinstance(value, list) else [value]
    unknown = [word for word in words if word not in known]
    if unknown or not words:
        found = json.dumps(unknown[0]) if unknown else "empty"
        raise InputError(f"{PARAMETER}: {FAMILIES} is {found}; allowed: a list of {', '.join(known)}")
    return list(words)


@dataclass(frozen=True)
class Settled:
    """The value of each setting that counts, and what was overruled.

    Attributes
    ----------
    values : mapping of str to Any
        By the names of the file; None where a value goes by the number of samples, or there is none.
    overruled : str
        One line that names each value which another went before; empty if there is none.
    """

    values: Values
    overruled: str = ""


def read_settings(
    path: Union[str, Path], settable: Settable, also_known: Sequence[str] = ()
) -> dict[str, Any]:
    """Settings of a file that say something: an entry of null says nothing.

    Parameters
    ----------
    path : str or Path
    settable : Settable
    also_known : sequence of str
        Settings of other algorithms, which are passed over.

    Raises
    ------
    InputError
        It is no such file, or holds a name or value that is not allowed.
    """
    name = Path(path).name
    told = _document(path, name).get("settings")
    if not isinstance(told, dict):
        raise InputError(f'{PARAMETER}: {name} has no "settings", names and values in braces')
    known = [*settable.quantities, *([FAMILIES] if settable.families else [])]
    found = {}
    for key, value in told.items():
        if key not in known:
            if key in also_known or key == FAMILIES:
                continue
            nearest = get_close_matches(key.lower(), known, n=1, cutoff=0.0)
            raise InputError(
                f"{PARAMETER}: {name} sets {key}, which is no setting; the nearest is {nearest[0]}"
            )
        if value is not None:
            found[key] = settable.checked(key, value)
    return found


def _document(path: Union[str, Path], name: str) -> dict[str, Any]:
    try:
        if Path(path).stat().st_size > LARGEST_BYTES:
            raise InputError(f"{PARAMETER}: {name} is too large for a file of settings; choose another")
        told = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{PARAMETER}: {path} cannot be read: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "no text")
        line = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(f"{PARAMETER}: {name} is no JSON{line}: {reason}") from None
    if not isinstance(told, dict) or told.get("kind", KIND) != KIND:
        raise InputError(
            f"{PARAMETER}: {name} is no file of settings; a training writes one beside its model"
        )
    if told.get("version", VERSION) != VERSION:
        raise InputError(
            f"{PARAMETER}: {name} has version {_json(told['version'])}; this plugin reads version {VERSION}"
        )
    return told


def of_preset(preset: Preset, settable: Settable) -> dict[str, Any]:
    """What a preset says of the settings that there are, where it is not the default.

    >>> from landslide_plugin.core.quantities.presets.study import PRESETS
    >>> of_preset(PRESETS["thorough"], Settable({"members": "members", "absence_ratio": "absence_ratio"}))
    {'members': 10, 'absence_ratio': 2.0}
    >>> of_preset(PRESETS["quick"], Settable({"class_area": "class_area"}))
    {'class_area': 'samples'}
    """
    area = "cells" if preset.all_cells else "samples"
    said: dict[str, Any] = {**preset.settings, "absence_ratio": preset.absence_ratio, "class_area": area}
    usual = settable.defaults()
    found = {name: value for name, value in said.items() if name in usual and value != usual[name]}
    if preset.families and settable.families:
        found[FAMILIES] = list(preset.families)
    return found


def settle(given: Values, file: Values, preset: Values, settable: Settable, called: str = "") -> Settled:
    """The value of each setting: that given, else of the file, else of the preset, else the default.

    Parameters
    ----------
    given, file, preset : mapping of str to Any
        What each says, by the names of the file; what is not there was not said.
    settable : Settable
    called : str
        Name of the preset, for the line.

    Examples
    --------
    >>> known = Settable({"members": "members", "seed": "seed", "patience": "patience"})
    >>> found = settle({"members": 3}, {"members": 7, "seed": 1}, {"members": 10}, known, "thorough")
    >>> dict(found.values)
    {'members': 3, 'seed': 1, 'patience': 5}
    >>> found.overruled
    'Given values go before the Settings file: members 3 (not 7); before preset thorough: members 3 (not 10)'
    """
    values = {**settable.defaults(), **preset, **file, **given}
    parts = [
        _overruled("Given values go before the Settings file", given, file),
        _overruled("{} before preset " + called, given, preset),
        _overruled(f"The Settings file goes before preset {called}", file, preset, given),
    ]
    if parts[1]:
        parts[1] = parts[1].format("Given values go" if not parts[0] else "").strip()
    return Settled(values, "; ".join(filter(None, parts)))


def _overruled(words: str, first: Values, second: Values, apart: Iterable[str] = ()) -> str:
    """What the first says otherwise than the second, of names that are not ``apart``."""
    names = [name for name in first if name in second and first[name] != second[name] and name not in apart]
    told = [f"{name} {_word(first[name])} (not {_word(second[name])})" for name in names]
    return f"{words}: {', '.join(told)}" if told else ""


def _word(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def settings_text(values: Values, algorithm: str) -> str:
    """A Settings file, a line a setting and in the order of their names, so that two can be compared line by line.

    >>> print(settings_text({"seed": 42, "members": 5, "epochs": None}, "trainensemble"))
    {
     "kind": "Landslide Susceptibility settings",
     "version": 1,
     "algorithm": "trainensemble",
     "settings": {
      "epochs": null,
      "members": 5,
      "seed": 42
     }
    }
    <BLANKLINE>
    """
    lines = [f"  {_json(name)}: {_json(values[name])}" for name in sorted(values)]
    head = {"kind": KIND, "version": VERSION, "algorithm": algorithm}
    return "\n".join(
        [
            "{",
            *(f" {_json(key)}: {_json(value)}," for key, value in head.items()),
            ' "settings": {',
            ",\n".join(lines),
            " }",
            "}",
            "",
        ]
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def settings_place(model: str) -> str:
    """Where the settings of a run are written: beside the folder of its model, or its page.

    >>> [Path(settings_place(f"/data/{name}")).name for name in ("model", "model.v2", "compared.html")]
    ['model.settings.json', 'model.v2.settings.json', 'compared.settings.json']
    """
    place = Path(absolute(model))
    name = place.stem if place.suffix.lower() in PAGES else place.name
    return str(place.parent / f"{name}{ENDING}")


def require_ours(place: str) -> None:
    """Raise ``InputError`` if something stands where settings are to be written that is no file of settings."""
    if not os.path.lexists(place):
        return
    try:
        ours = json.loads(Path(place).read_text(encoding="utf-8")).get("kind") == KIND
    except (OSError, ValueError, AttributeError):
        ours = False
    if not ours:
        raise InputError(
            f"{place} was not written by this plugin; move it, or choose another place for the model"
        )
