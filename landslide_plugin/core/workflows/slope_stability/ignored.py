"""Values that a run of the factor of safety would not look at: refused where somebody set them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Callable

from ...errors import InputError

Asked = Mapping[str, Any]
Rule = tuple[Sequence[str], Callable[[Asked], bool], str]

WET = ("water_table", "water_table_depth", "steady", "transient", "unsaturated")
RISEN = ("water_table", "water_table_depth", "transient", "unsaturated")
TABLE = ("water_table", "water_table_depth")
SOAKED = ("transient", "unsaturated")


def _law(*laws: str) -> Callable[[Asked], bool]:
    return lambda asked: asked["PORE_PRESSURE"] in laws


def _one_soil(asked: Asked) -> bool:
    return not (asked["PROFILE"] or asked["SOIL_TABLE"])


def _suction(asked: Asked) -> bool:
    return asked["PORE_PRESSURE"] == "unsaturated" or asked["SUCTION"] not in (None, "none")


def _from_recharge(asked: Asked) -> bool:
    return asked["WATER_TABLE_START"] == "recharge" and asked["PORE_PRESSURE"] in RISEN


def _upslope(asked: Asked) -> bool:
    return asked["PORE_PRESSURE"] == "steady" or _from_recharge(asked)


def _green_ampt(asked: Asked) -> bool:
    return asked["INFILTRATION"] == "green_ampt" and asked["PORE_PRESSURE"] in TABLE


def _roots(asked: Asked) -> bool:
    return bool(asked["ROOT_RASTER"] or asked["LAND_COVER"] or asked["ROOT_COHESION"])


RULES: tuple[Rule, ...] = (
    (
        ("COHESION",),
        lambda asked: _one_soil(asked) and not asked["COHESION_RASTER"],
        "a profile, table or raster gives the cohesion",
    ),
    (
        ("FRICTION",),
        lambda asked: _one_soil(asked) and not asked["FRICTION_RASTER"],
        "a profile, table or raster gives the friction angle",
    ),
    (
        ("UNIT_WEIGHT", "SATURATED_UNIT_WEIGHT"),
        _one_soil,
        "the profile or table gives the unit weights",
    ),
    (
        ("SOIL_DEPTH",),
        _one_soil,
        "the profile or table has depths of its own (SOIL_DEPTH_LIMIT cuts them)",
    ),
    (("STRENGTH",), lambda asked: bool(asked["SOIL_TABLE"]), "it chooses columns of a soil table"),
    (("RU",), _law("ru"), "it belongs to PORE_PRESSURE=ru"),
    (
        ("WATER_TABLE_DEPTH",),
        lambda asked: asked["PORE_PRESSURE"] == "water_table_depth" and not asked["WATER_TABLE_RASTER"],
        "it belongs to PORE_PRESSURE=water_table_depth without a WATER_TABLE_RASTER",
    ),
    (("WATER_TABLE_RASTER",), _law(*RISEN), "it belongs to laws that raise a water table"),
    (("RAIN_RASTER", "CONDUCTIVITY"), _law(*WET), "no rain enters the soil under this law"),
    (
        ("DRAINABLE_POROSITY",),
        lambda asked: (
            asked["PORE_PRESSURE"] in TABLE
            or (asked["PORE_PRESSURE"] == "transient" and asked["DIFFUSIVITY"] is None)
            or (_upslope(asked) and asked["CONTRIBUTING_TIME"] is not None)
        ),
        "it says how far rain raises a water table, how fast pressure spreads without DIFFUSIVITY, and how fast a "
        "contributing area grows",
    ),
    (("DIFFUSIVITY", "SOIL_BASE"), _law("transient"), "it belongs to PORE_PRESSURE=transient"),
    (("BACKGROUND", "HOURS_AFTER"), _law(*SOAKED), "it belongs to PORE_PRESSURE=transient or unsaturated"),
    (
        ("RAIN_PATTERN",),
        lambda asked: not asked["HYETOGRAPHS"] and (asked["PORE_PRESSURE"] in SOAKED or _green_ampt(asked)),
        "the course of a storm matters for transient and unsaturated infiltration and for Green and Ampt, where no "
        "hyetographs give it",
    ),
    (("HYETOGRAPHS",), _law(*RISEN), "the course of a storm does not matter under this law"),
    (("CATCHMENT_AREA", "TRANSMISSIVITY", "CONTRIBUTING_TIME"), _upslope, "no water flows in from upslope"),
    (
        ("WATER_TABLE_START",),
        lambda asked: (
            asked["PORE_PRESSURE"] in RISEN
            and asked["PORE_PRESSURE"] != "water_table_depth"
            and not asked["WATER_TABLE_RASTER"]
        ),
        "the water table before the storm is given, or there is none",
    ),
    (("RECHARGE",), _from_recharge, "it belongs to WATER_TABLE_START=recharge"),
    (("INFILTRATION",), _law(*TABLE), "it belongs to the laws of a water table"),
    (("FRONT_SUCTION",), _green_ampt, "it belongs to INFILTRATION=green_ampt"),
    (("FIELD_CONDUCTIVITY",), _law(*RISEN), "no rain enters the soil from above under this law"),
    (("RETENTION_ALPHA", "THETA_S", "THETA_R", "SUCTION_CAP"), _suction, "there is no suction"),
    (
        ("RETENTION_N",),
        lambda asked: asked["SUCTION"] == "van_genuchten",
        "it belongs to van Genuchten's soil",
    ),
    (("SURCHARGE",), lambda asked: not asked["SURCHARGE_RASTER"], "SURCHARGE_RASTER gives it"),
    (
        ("ROOT_COHESION",),
        lambda asked: not (asked["ROOT_RASTER"] or asked["LAND_COVER"]),
        "a raster gives the root cohesion",
    ),
    (("ROOT_DEPTH",), _roots, "there are no roots"),
)

LEGACY: Rule = (
    (
        *(
            "SOIL_DEPTH_LIMIT",
            "SOIL_DEPTH_RASTER",
            "RU",
            "WATER_TABLE_DEPTH",
            "WATER_TABLE_RASTER",
            "RAIN_RASTER",
        ),
        *("CONDUCTIVITY", "DRAINABLE_POROSITY", "DIFFUSIVITY", "SOIL_BASE", "BACKGROUND", "HOURS_AFTER"),
        *("RAIN_PATTERN", "HYETOGRAPHS", "CATCHMENT_AREA", "TRANSMISSIVITY", "CONTRIBUTING_TIME", "SUCTION"),
        *("WATER_TABLE_START", "RECHARGE", "INFILTRATION", "FRONT_SUCTION", "FIELD_CONDUCTIVITY"),
        *(
            "RETENTION_ALPHA",
            "RETENTION_N",
            "THETA_S",
            "THETA_R",
            "SUCTION_CAP",
            "SURCHARGE",
            "SURCHARGE_RASTER",
        ),
        *("ROOT_COHESION", "ROOT_DEPTH", "ROOT_RASTER", "LAND_COVER", "SLIDE_WIDTH", "SLIDE_LENGTH"),
    ),
    lambda _: False,
    "FORM=legacy looks at one depth, its own water and no roots",
)

CHANCE = "PROBABILITY"
"""Whether any result needs the probability of failure."""


def _chance(asked: Asked) -> bool:
    return bool(asked[CHANCE])


CHANCE_RULES: tuple[Rule, ...] = (
    (
        (
            *("COHESION_COV", "FRICTION_COV", "UNIT_WEIGHT_COV", "WETNESS_SD", "STRENGTH_CORRELATION"),
            *("SOIL_DEPTH_COV", "DEM_ERROR", "PROBABILITY_METHOD"),
        ),
        _chance,
        "no output that needs the probability of failure (PROBABILITY, RELIABILITY, LEADING) is asked for",
    ),
    (
        ("DRAWS",),
        lambda asked: _chance(asked) and asked["PROBABILITY_METHOD"] == "sampling",
        "it belongs to PROBABILITY_METHOD=sampling, with an output that needs the probability",
    ),
    (
        ("DEM_ERROR_LENGTH",),
        lambda asked: _chance(asked) and bool(asked["DEM_ERROR"]),
        "it belongs to a DEM_ERROR above 0, with an output that needs the probability",
    ),
)
"""Rules of an algorithm that may give a probability of failure."""

_GIVEN = ("PROFILE", "SOIL_TABLE", "COHESION_RASTER", "FRICTION_RASTER", "ROOT_RASTER", "LAND_COVER")

KEYS = tuple(dict.fromkeys((*(key for keys, _, _ in RULES for key in keys), *LEGACY[0], *_GIVEN)))
"""All that the rules ask about, beside the law and the form."""


def require_used(asked: Asked, defaults: Asked, more: Sequence[Rule] = ()) -> None:
    """Refuse the first value that this run would ignore although it is not what is there by default.

    Parameters
    ----------
    asked : mapping of str to Any
        Values by parameter, None where one is not set; ``PORE_PRESSURE`` and ``FORM`` too.
    defaults : mapping of str to Any
        Defaults of those that have one; a value equal to its default is ignored in silence.

    more : sequence of Rule
        Rules of what else an algorithm asks for.

    Raises
    ------
    InputError
        Says which, why it is ignored and what to do.

    Examples
    --------
    >>> asked = {**dict.fromkeys(KEYS), "PORE_PRESSURE": "dry", "FORM": "layered", "RU": 0.2}
    >>> require_used(asked, {"RU": 0.2})
    >>> require_used({**asked, "RU": 0.4}, {"RU": 0.2})
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: RU is 0.4, but this run would not use it: it belongs to \
PORE_PRESSURE=ru (PORE_PRESSURE is dry); leave RU out
    """
    rules = (LEGACY, *more) if asked["FORM"] == "legacy" else (*RULES, *more)
    for keys, used, why in rules:
        for key in keys:
            value = asked[key]
            if value is None or value == defaults.get(key) or used(asked):
                continue
            law = "" if asked["FORM"] == "legacy" else f" (PORE_PRESSURE is {asked['PORE_PRESSURE']})"
            raise InputError(
                f"{key} is {_shown(value)}, but this run would not use it: {why}{law}; leave {key} out"
            )


def unused(asked: Asked, more: Sequence[Rule] = ()) -> set[str]:
    """Parameters that a run would not look at, whatever their values; arguments as of ``require_used``.

    >>> asked = {**dict.fromkeys(KEYS), "PORE_PRESSURE": "ru", "FORM": "layered"}
    >>> "RU" in unused(asked), "CONDUCTIVITY" in unused(asked), "CONDUCTIVITY" in unused({**asked, "FORM": "legacy"})
    (False, True, True)
    """
    rules = (LEGACY, *more) if asked["FORM"] == "legacy" else (*RULES, *more)
    return {key for keys, used, _ in rules if not used(asked) for key in keys}


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
