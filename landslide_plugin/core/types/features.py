"""Features of a vector layer as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import InputError


@dataclass(frozen=True)
class FeatureSet:
    """Geometries and attributes in one CRS.

    Attributes
    ----------
    wkb : tuple of bytes
        One geometry a feature; empty bytes where a feature has none.
    crs_wkt : str
    attributes : mapping of str to tuple
        Field values, one a feature.
    name : str
        What messages call the layer.
    """

    wkb: tuple[bytes, ...]
    crs_wkt: str = ""
    attributes: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    name: str = "layer"

    def __len__(self) -> int:
        return len(self.wkb)

    def field(self, name: str) -> tuple[Any, ...]:
        """Values of one field; raise ``InputError`` naming the fields there are."""
        if name not in self.attributes:
            raise InputError(
                f"{self.name} has no field {name}; it has {', '.join(self.attributes) or 'none'}"
            )
        return self.attributes[name]
