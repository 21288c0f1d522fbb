"""Units of rain: what a stored number is worth in mm of a step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional

from ...errors import InputError

LENGTH_MM = {
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetre", "millimetres"), 1.0),
    **dict.fromkeys(("cm", "centimeter", "centimetre"), 10.0),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), 1000.0),
    **dict.fromkeys(("in", "inch", "inches"), 25.4),
}
SECONDS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1.0),
    **dict.fromkeys(("min", "minute", "minutes"), 60.0),
    **dict.fromkeys(("h", "hr", "hour", "hours"), 3600.0),
    **dict.fromkeys(("d", "day", "days"), 86400.0),
}
WATER = re.compile(r"\s+(of\s+)?(water(\s+equivalent)?|h2o|w\.?e\.?)\b")
PART = re.compile(r"([a-z]+)\s*(-?\d+)?")
HOUR_S = 3600.0
KINDS = ("auto", "amount", "rate", "day", "running")
"""What the numbers are: told by the unit, rain of the step, a rate, rain since the day's start, a running total."""


@dataclass(frozen=True)
class RainUnit:
    """What a number is worth.

    Attributes
    ----------
    factor : float
        Millimetres, or for a rate millimetres an hour, that a 1 stands for.
    is_rate : bool
    """

    factor: float
    is_rate: bool

    def mm(self, step_h: float) -> float:
        """Millimetres that a 1 means over a step."""
        return self.factor * step_h if self.is_rate else self.factor


def rain_unit(text: str) -> Optional[RainUnit]:
    """A unit from its name; None if it is none of rain.

    A kilogram of water on a square metre is a millimetre.

    Examples
    --------
    >>> rain_unit("m"), rain_unit("kg m-2"), rain_unit("kg m**-2 s**-1")
    (RainUnit(factor=1000.0, is_rate=False), RainUnit(factor=1.0, is_rate=False), RainUnit(factor=3600.0, is_rate=True))
    >>> rain_unit("mm/day").factor == 1 / 24, rain_unit("mm hr-1").factor, rain_unit("K") is None
    (True, 1.0, True)
    """
    plain = WATER.sub("", text.strip().lower().strip("[]()"))
    powers: dict[str, int] = {}
    for place, run in enumerate(plain.replace("**", "").replace("^", "").split("/")):
        for word in re.split(r"[\s*.]+", run.strip()):
            found = PART.fullmatch(word)
            if not found:
                return None
            power = int(found.group(2) or 1) * (-1 if place else 1)
            powers[found.group(1)] = powers.get(found.group(1), 0) + power
    return _worth(powers)


def _worth(powers: dict[str, int]) -> Optional[RainUnit]:
    """What named parts to a power come to."""
    left = dict(powers)
    times = [name for name, power in left.items() if name in SECONDS and power == -1]
    if len(times) > 1:
        return None
    per_hour = HOUR_S / SECONDS[times[0]] if times else 1.0
    for name in times:
        del left[name]
    if left in ({"kg": 1, "m": -2}, {"l": 1, "m": -2}):
        return RainUnit(per_hour, bool(times))
    if len(left) == 1:
        name, power = next(iter(left.items()))
        if power == 1 and name in LENGTH_MM:
            return RainUnit(LENGTH_MM[name] * per_hour, bool(times))
    return None


def settled_unit(said: str, stored: str, kind: str, where: str) -> RainUnit:
    """The unit that the user said, else the stored one.

    Raises
    ------
    InputError
        Neither tells one, or it does not go with what the numbers are said to be.
    """
    text = said or stored
    unit = rain_unit(text) if text else None
    if unit is None:
        found = (
            f"has the unit {stored!r}, none of rain that is known" if stored and not said else "says no unit"
        )
        if said:
            found = f"is said to be in {said!r}, which is no unit of rain"
        raise InputError(
            f"{where} {found}; give RAIN_UNIT: mm, m, cm, in, kg m-2, mm/h, mm/day or kg m-2 s-1, whichever it is in"
        )
    if unit.is_rate and kind not in ("auto", "rate"):
        raise InputError(
            f"{where} is in {text}, a rate, and RAIN_IS says that its numbers are amounts; leave RAIN_IS at auto, or "
            "give the RAIN_UNIT it is really in"
        )
    if not unit.is_rate and kind == "rate":
        raise InputError(
            f"{where} is in {text}, an amount, and RAIN_IS says that its numbers are rates; give RAIN_UNIT, such as "
            "mm/h, or leave RAIN_IS at auto"
        )
    return unit
