"""What a bundle maps: cells of rasters, or units of a layer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from ...errors import InputError


def require_cells(unit: Optional[str], name: str = "The model") -> None:
    """Raise ``InputError`` if a model maps units (``ModelFacts.unit``) where cells of rasters are to be mapped.

    >>> require_cells(None)
    >>> require_cells("polygons")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The model was trained on mapping units (polygons) and their fields, not \
on cells of rasters; map it by 'Map mapping units'
    """
    if unit:
        raise InputError(
            f"{name} was trained on mapping units ({unit}) and their fields, not on cells of rasters; map it by 'Map "
            "mapping units'"
        )


def require_units(unit: Optional[str], name: str = "The model") -> None:
    """Raise ``InputError`` if a model maps cells of rasters where units are to be mapped.

    >>> require_units("points")
    >>> require_units(None)
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The model was trained on cells of rasters, not on mapping units; map it \
by 'Map susceptibility/uncertainty', then sum the map up by 'Sum up a map by polygons'
    """
    if not unit:
        raise InputError(
            f"{name} was trained on cells of rasters, not on mapping units; map it by 'Map "
            "susceptibility/uncertainty', then sum the map up by 'Sum up a map by polygons'"
        )


def unit_of(record: Mapping[str, Any]) -> Optional[str]:
    """What a record says of its rows; None for cells.

    >>> unit_of({"unit": "polygons"}), unit_of({})
    ('polygons', None)
    """
    found = record.get("unit")
    return None if found is None else str(found)
