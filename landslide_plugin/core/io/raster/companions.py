"""Files beside a result that tell more of it: which of them this plugin wrote, and may replace."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Union

from ...writing.folders import owned

STYLE_MARK = "landslide_susceptibility"
"""Comment in every style file of ours; QGIS drops it when a user saves a style of his own there."""

OWN_STYLE = re.compile(
    rf'<!--\s*{STYLE_MARK}\s*-->|\A<!DOCTYPE qgis>\s*<qgis [^>]*styleCategories="Symbology"[^>]*>\s*<pipe>'
)
"""The mark, or the form that raster styles of version 0.1 have and those saved by QGIS have not."""


def is_own_style(path: Union[str, Path]) -> bool:
    """True for a style file that this plugin wrote.

    >>> is_own_style("/nowhere/map.qml")
    False
    """
    return bool(OWN_STYLE.search(_text(path)))


def is_own_record(path: Union[str, Path], raster: str) -> bool:
    """True for a JSON file that this plugin wrote to describe the stack of that name.

    >>> is_own_record("/nowhere/stack.json", "stack.tif")
    False
    """
    try:
        told = json.loads(_text(path))
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("stack") == raster and {"schema", "factors"} <= set(told)


def foreign_companions(path: Union[str, Path]) -> tuple[str, ...]:
    """Name of the style beside a result if this plugin did not write it.

    >>> foreign_companions("/nowhere/map.tif")
    ()
    """
    style = Path(path).with_suffix(".qml")
    return (style.name,) if style.exists() and not is_own_style(style) else ()


def _text(path: Union[str, Path]) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def written_here(folder: Union[str, Path]) -> frozenset[str]:
    """Names of the files in a folder that this plugin wrote there.

    >>> sorted(written_here("/nowhere/at/all"))
    []
    """
    return owned(folder)
