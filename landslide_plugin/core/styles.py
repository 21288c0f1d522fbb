"""The one table of styles: names, limits and colours of classes, codes, ramps and charts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from math import floor, log10
from pathlib import Path
from typing import Any

STYLE_FILE = Path(__file__).parents[1] / "resources" / "style" / "styles.json"
STEPS = (1.0, 2.0, 5.0)
Codes = Mapping[int, tuple[str, tuple[int, int, int]]]


@lru_cache(maxsize=1)
def style_table() -> dict[str, Any]:
    """The whole table, by what it styles: ``charts`` of reports, all else of maps.

    >>> sorted(style_table())
    ['charts', 'classes', 'codes', 'hatch', 'points', 'ramps', 'release', 'series']
    """
    table: dict[str, Any] = json.loads(STYLE_FILE.read_text(encoding="utf-8"))
    return table


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour written ``#rrggbb``.

    >>> rgb("#ff8000")
    (255, 128, 0)
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def codes(name: str) -> Codes:
    """Name and colour of each code of a raster of codes.

    >>> codes("consistency")[2]
    ('Both unstable', (165, 15, 21))
    """
    return {row["code"]: (row["name"], rgb(row["colour"])) for row in style_table()["codes"][name]}


def class_codes(names: Mapping[int, str]) -> Codes:
    """Name and colour of each class of a layer that brings no colours: those of the series, in turn.

    >>> class_codes({4: "Marble", 2: "Slate"})[2]
    ('2 Slate', (141, 211, 199))
    """
    series = style_table()["series"]
    return {
        code: (f"{code} {names[code]}".rstrip(), rgb(series[n % len(series)]))
        for n, code in enumerate(sorted(names))
    }


def steps_between(low: float, high: float) -> list[float]:
    """The numbers 1, 2 and 5 of every power of ten from ``low`` to ``high``, both of them included.

    >>> steps_between(0.005, 0.2)
    [0.005, 0.01, 0.02, 0.05, 0.1, 0.2]
    """
    powers = range(floor(log10(low)), floor(log10(high)) + 1)
    every = [float(f"{step}e{power}") for power in powers for step in STEPS]
    inside = [value for value in every if low * (1 + 1e-9) < value < high * (1 - 1e-9)]
    return [low, *inside, high]


def plain_number(value: float, digits: int = 3) -> str:
    """A number without an exponent.

    >>> plain_number(5e-05), plain_number(0.25), plain_number(2.0)
    ('0.00005', '0.25', '2')
    """
    whole = f"{float(f'{value:.{digits}g}'):.15f}"
    return whole.rstrip("0").rstrip(".")
