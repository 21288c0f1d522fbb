"""The one table of styles: names, limits and colours of classes, codes, ramps and charts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

STYLE_FILE = Path(__file__).parents[1] / "resources" / "style" / "styles.json"
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
