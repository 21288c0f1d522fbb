"""A soil profile from a user's own rasters, whose names tell property and depth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...io.profile import UNITS
from ...io.raster import RasterSource
from ...types.inventory_mark import marks_in
from ...types.profile import DepthProfile
from .sources import SoilStrip

DEPTHS = re.compile(r"(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)\s*m(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class NamedRasters:
    """Soil from open rasters on one grid.

    Attributes
    ----------
    layer_bottoms_m : tuple of float
    properties : tuple of str
    bands : tuple of tuple of (RasterSource, int)
        Raster and band by layer and property.
    """

    layer_bottoms_m: tuple[float, ...]
    properties: tuple[str, ...]
    bands: tuple[tuple[tuple[RasterSource, int], ...], ...]

    @property
    def calibrated_on(self) -> tuple[str, ...]:
        """As any of the rasters says."""
        marks = {mark for layer in self.bands for source, _ in layer for mark in marks_in(source.metadata)}
        return tuple(sorted(marks))

    def read(self, first_row: int, rows: int) -> SoilStrip:
        """The soil of ``rows`` rows from ``first_row``."""
        values = np.stack(
            [np.stack([source.read(band, first_row, rows) for source, band in layer]) for layer in self.bands]
        )
        return SoilStrip(DepthProfile(self.layer_bottoms_m, self.properties, values))


def property_of(name: str) -> str:
    """The soil property that a name holds; the longest one, empty if none.

    >>> property_of("saturated_unit_weight_kn_m3_0-1m"), property_of("map")
    ('saturated_unit_weight_kn_m3', '')
    """
    return max((key for key in UNITS if key in name.lower()), key=len, default="")


def named_rasters(sources: Sequence[RasterSource], layer_bottoms_m: Sequence[float] = ()) -> NamedRasters:
    """Sort rasters by property and layer.

    Parameters
    ----------
    layer_bottoms_m : sequence of float
        Layers of rasters whose name holds a property but no depth: band by band from the surface down.

    Raises
    ------
    InputError
        Names that tell no property, bottoms that do not rise, bands that do not fit them, layers
        that do not meet or lack a property.
    """
    given = tuple(layer_bottoms_m)
    if any(lower <= upper for upper, lower in zip((0.0, *given), given)):
        raise InputError(f"Layer bottoms {' '.join(f'{b:g}' for b in given)} m must be positive and rise")
    where: dict[tuple[float, str], tuple[RasterSource, int]] = {}
    tops: dict[float, float] = dict(zip(given, (0.0, *given)))
    properties: list[str] = []
    for source in sources:
        for index, band in enumerate(source.bands):
            name = property_of(band.name) or property_of(source.name)
            if not name:
                raise InputError(
                    f"{source.name} band {index + 1} tells no soil property; its name must hold one of "
                    f"{', '.join(UNITS)}"
                )
            top, bottom = _layer(source, index, given)
            if (bottom, name) in where:
                raise InputError(f"{name} down to {bottom:g} m is given twice; keep one raster of it")
            where[bottom, name] = (source, index)
            tops[bottom] = top
            if name not in properties:
                properties.append(name)
    bottoms = tuple(sorted(tops))
    for upper, lower in zip((0.0, *bottoms), bottoms):
        if abs(tops[lower] - upper) > 1e-6:
            raise InputError(
                f"The layer down to {lower:g} m starts at {tops[lower]:g} m, not at {upper:g} m; layers must meet"
            )
        missing = [name for name in properties if (lower, name) not in where]
        if missing:
            raise InputError(f"{', '.join(missing)} is missing in the layer down to {lower:g} m")
    return NamedRasters(
        bottoms, tuple(properties), tuple(tuple(where[b, name] for name in properties) for b in bottoms)
    )


def _layer(source: RasterSource, index: int, given: tuple[float, ...]) -> tuple[float, float]:
    """Top and bottom of a band, from its name or its place among the given layers."""
    told = DEPTHS.search(source.bands[index].name) or (
        DEPTHS.search(source.name) if len(source.bands) == 1 else None
    )
    if told is not None:
        return float(told.group(1)), float(told.group(2))
    if len(source.bands) != len(given):
        raise InputError(
            f"{source.name} has {len(source.bands)} bands and no depths in its name; give {len(source.bands)} layer "
            f"bottoms (there are {len(given)}), or a name like friction_deg_0-1m"
        )
    return (0.0, *given)[index], given[index]
