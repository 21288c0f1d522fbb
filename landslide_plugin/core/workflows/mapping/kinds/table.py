"""The one table of the kinds of map, joined from its families, and what a run takes from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ....errors import InputError
from .context import MapContext
from .kind import Explanation, MapKind, Output
from .members import MEMBERS
from .reasons import REASONS
from .scenarios import SCENARIOS

KINDS: Mapping[str, MapKind] = {kind.name: kind for kind in (*MEMBERS, *REASONS, *SCENARIOS)}
"""Every kind by its name, in the order in which dialogs show and runs write them."""


def require_known(names: Iterable[str]) -> None:
    """Raise ``InputError`` unless all names are of kinds of map.

    >>> require_known(["probability", "classes"])
    """
    unknown = sorted(set(names) - set(KINDS))
    if unknown:
        raise InputError(f"Map {', '.join(unknown)} is not known; there are {', '.join(KINDS)}")


def outputs(targets: Mapping[str, str], context: MapContext) -> list[Output]:
    """The rasters asked for.

    Parameters
    ----------
    targets : mapping of str to str
        Path by name of the kind of map.

    Raises
    ------
    InputError
        Nothing is asked for, or something unknown or that the model or the scenarios do not carry.
    """
    require_known(targets)
    made = [kind.make(path, context) for name, kind in KINDS.items() if (path := targets.get(name))]
    if not made:
        raise InputError("No output is asked for; choose at least one map")
    return made


def explanations(targets: Mapping[str, str], context: MapContext) -> dict[str, Explanation]:
    """What the rasters asked for need besides the members' probabilities, by the name of the kind."""
    asked = {
        name: kind.explain(context)
        for name, kind in KINDS.items()
        if targets.get(name) and kind.explain is not None
    }
    return {name: each for name, each in asked.items() if each is not None}
