"""One landslide type a model: choosing by a type field, and saying when types are mixed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError

INFINITE_SLOPE_WORDS = (
    *("shallow", "planar", "translational", "debris flow", "debris slide", "soil slip"),
    *("superficial", "traslacional", "flujo de detritos", "flujo de escombros", "flujo de lodo"),
    *("flachgr\u00fcndig", "translation", "hangmure", "murgang", "mure"),
    *("superficiel", "coul\u00e9e", "lave torrentielle", "traslativo", "colata"),
)
"""In English, Spanish, German, French and Italian."""
SHOWN = 12


def chosen_types(
    values: Sequence[Any],
    labels: npt.NDArray[np.bool_],
    wanted: Sequence[str],
    field: str,
    what: str = "type",
) -> tuple[npt.NDArray[np.bool_], tuple[str, ...]]:
    """Which features (n,) to keep, and the landslide types among them.

    Parameters
    ----------
    values : sequence (n,)
        Type of each feature, by the names of Hungr et al. (2014) or any other; empty is unknown.
    labels : bool array (n,)
        True for landslides; stable features are always kept.
    wanted : sequence of str
        Types to keep, in any case; all if empty.
    field : str
        Name of the field, for messages.
    what : str
        What the field tells, for messages.

    Raises
    ------
    InputError
        A type asked for that no landslide has; the message lists those there are.

    Examples
    --------
    >>> keep, types = chosen_types(["Rock fall", "Debris flow", None], np.ones(3, bool), ["debris FLOW"], "type")
    >>> keep.tolist(), types
    ([False, True, False], ('Debris flow',))
    """
    names = ["unknown" if value is None or not str(value).strip() else str(value).strip() for value in values]
    present = sorted({name for name, slide in zip(names, labels) if slide})
    asked = {name.strip().lower() for name in wanted if name.strip()}
    missing = asked - {name.lower() for name in present}
    if missing:
        raise InputError(
            f"No landslide has {what} {', '.join(sorted(missing))} in field {field}; "
            f"there are {', '.join(present[:SHOWN])}"
        )
    keep = np.array([not asked or not slide or name.lower() in asked for name, slide in zip(names, labels)])
    return keep, tuple(name for name in present if not asked or name.lower() in asked)


def type_warnings(types: Optional[Sequence[str]], with_prior: bool) -> list[str]:
    """What to say of the types a model is trained on; None if no type field is named.

    >>> len(type_warnings(None, True)), type_warnings(None, False)
    (1, [])
    >>> type_warnings(("Debris flow",), True)
    []
    >>> type_warnings(("Debris flow", "Rock fall"), False)
    ['The inventory mixes 2 landslide types (Debris flow, Rock fall); one type a model is advised (Fell et al. 2008)']
    """
    if types is None and with_prior:
        return [
            "The landslide type is not stated; the slope-stability prior speaks of shallow translational slides and "
            "debris-flow initiation alone"
        ]
    if types is None:
        return []
    found = []
    if "unknown" in types:
        found.append(
            "Some landslides are of unknown type; a model should speak of one type (Fell et al. 2008)"
        )
    if len(types) > 1:
        found.append(
            f"The inventory mixes {len(types)} landslide types ({', '.join(types[:SHOWN])}); one type a model is "
            "advised (Fell et al. 2008)"
        )
    deep = [name for name in types if not any(word in name.lower() for word in INFINITE_SLOPE_WORDS)]
    if with_prior and deep:
        found.append(
            f"The slope-stability prior is that of shallow translational slides and debris-flow initiation; it does "
            f"not speak of {', '.join(deep[:SHOWN])}"
        )
    return found
