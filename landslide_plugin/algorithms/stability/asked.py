"""What was asked for by parameter: values that a run would ignore are refused."""

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from ...core.quantities import QUANTITIES
from ...core.workflows.slope_stability.ignored import CHANCE, CHANCE_RULES, KEYS, Rule, require_used, unused
from ..base.given import Given

CHANCE_OUTPUTS = ("PROBABILITY", "RELIABILITY", "LEADING")
"""Outputs that need the probability of failure."""
TABLES = ("SOIL_TABLE", "HYETOGRAPHS")


def require_all_used(
    given: Given,
    names: Mapping[str, str],
    more: Sequence[Rule] = (),
    fixed: Optional[Mapping[str, Any]] = None,
) -> None:
    """Raise ``InputError`` for the first value that this run would ignore although it is not the default.

    Parameters
    ----------
    names : mapping of str to str
        Quantities of the algorithm by parameter.
    more : sequence of Rule
        Rules of the algorithm beside those of the factor of safety.
    fixed : mapping of str to Any
        What the algorithm does not ask for, as it always has it.
    """
    defaults = {key: QUANTITIES[name].default for key, name in names.items()}
    keys = dict.fromkeys(("PORE_PRESSURE", "FORM", *KEYS, *(key for rule in more for key in rule[0])))
    asked = {key: _value(given, key, names) for key in keys}
    require_used({**asked, **(fixed or {})}, {**defaults, "RAIN_PATTERN": "1"}, more)


def idle_in_calibration(
    values: Mapping[str, Any], rules: Sequence[Rule], fixed: Mapping[str, Any]
) -> set[str]:
    """Rows of the dialog of a calibration that a run with these values would not look at."""
    found = unused({**{key: values.get(key) for key in (*KEYS, "PORE_PRESSURE")}, **fixed}, rules)
    return found | _idle_table(values)


def idle_rows(values: Mapping[str, Any]) -> set[str]:
    """Rows of the dialog of Compute factor of safety that a run with these values would not look at."""
    chosen = values.get("MORE_MAPS") or ()
    chance = any(values.get(key) or key.lower() in chosen for key in CHANCE_OUTPUTS)
    asked = {
        key: values.get(key) for key in (*KEYS, "PORE_PRESSURE", "FORM", "PROBABILITY_METHOD", "DEM_ERROR")
    }
    found = unused({**asked, CHANCE: chance}, CHANCE_RULES)
    return found | ({"DEM_ERROR_LENGTH"} if not values.get("DEM_ERROR") else set()) | _idle_table(values)


def _idle_table(values: Mapping[str, Any]) -> set[str]:
    """The typed scenarios, where a file gives them."""
    return {"SCENARIO_TABLE"} if values.get("SCENARIOS") else set()


def _value(given: Given, key: str, names: Mapping[str, str]) -> Any:
    if not given.takes(key):
        return None
    if key in names:
        return given.quantity(key)
    if key == "RAIN_PATTERN":
        return given.text(key).strip() or None
    return given.file(key) or None if key in TABLES else given.raster(key)
