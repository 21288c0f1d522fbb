"""Soil and rock properties over depth, for a cell, a table row or a whole strip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import BundleError, InputError


@dataclass(frozen=True)
class DepthProfile:
    """Layer properties from the surface down.

    Attributes
    ----------
    layer_bottoms_m : tuple of float
        Depth of each layer's lower face, vertical, rising (layers,).
    properties : tuple of str
        Names with units, such as ``cohesion_kpa`` (properties,).
    values : float32 array (layers, properties, ...)
        Trailing axes are cells: (rows, cols), (cells,) or none. NaN is no-data.

    Examples
    --------
    >>> soil = DepthProfile((0.5, 2.0), ("cohesion_kpa",), np.array([[5.0], [8.0]], "f4"))
    >>> soil.thickness_m.tolist(), float(soil["cohesion_kpa"][1])
    ([0.5, 1.5], 8.0)
    """

    layer_bottoms_m: tuple[float, ...]
    properties: tuple[str, ...]
    values: npt.NDArray[np.float32]

    def __post_init__(self) -> None:
        bottoms = (0.0, *self.layer_bottoms_m)
        if len(bottoms) < 2 or any(lower <= upper for upper, lower in zip(bottoms, bottoms[1:])):
            raise InputError(f"Layer bottoms {self.layer_bottoms_m} m must be positive and rise downwards")
        if self.values.shape[:2] != (len(self.layer_bottoms_m), len(self.properties)):
            raise InputError(
                f"A profile of {len(self.layer_bottoms_m)} layers x {len(self.properties)} properties "
                f"needs values of that shape, got {self.values.shape[:2]}"
            )

    @property
    def thickness_m(self) -> npt.NDArray[np.float64]:
        """Thickness of each layer (layers,)."""
        return np.diff((0.0, *self.layer_bottoms_m))

    def __getitem__(self, name: str) -> npt.NDArray[np.float32]:
        """Values (layers, ...) of one property."""
        if name not in self.properties:
            raise InputError(f"The soil profile has no property {name}; it has {', '.join(self.properties)}")
        return self.values[:, self.properties.index(name)]

    def label(self, layer: int) -> str:
        """Depth range of a layer, such as ``0.5-2 m``.

        >>> DepthProfile((0.5, 2.0), ("x",), np.zeros((2, 1), "f4")).label(1)
        '0.5-2 m'
        """
        return _depth_range(self.layer_bottoms_m, layer)


@dataclass(frozen=True)
class ProfileColumns:
    """Columns of soil profiles (cells, layers, properties).

    Attributes
    ----------
    layer_bottoms_m : tuple of float
    properties : tuple of str

    Examples
    --------
    >>> ProfileColumns((0.5, 2.0), ("cohesion_kpa",)).shape
    (2, 1)
    """

    layer_bottoms_m: tuple[float, ...]
    properties: tuple[str, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of layers and of properties."""
        return len(self.layer_bottoms_m), len(self.properties)

    def require_same(self, profile: DepthProfile) -> None:
        """Raise ``InputError`` if a profile has other layers or properties than the model knows."""
        if profile.properties != self.properties:
            raise InputError(
                f"The soil profile has properties {', '.join(profile.properties)}; "
                f"the model needs {', '.join(self.properties)}, in that order"
            )
        same = len(profile.layer_bottoms_m) == len(self.layer_bottoms_m) and all(
            abs(one - other) < 1e-6 for one, other in zip(profile.layer_bottoms_m, self.layer_bottoms_m)
        )
        if not same:
            raise InputError(
                f"The soil profile has layers down to {profile.layer_bottoms_m} m; "
                f"the model was trained with {self.layer_bottoms_m} m"
            )

    def label(self, step: int) -> str:
        """Depth range of a layer, such as ``0.5-2 m``.

        >>> ProfileColumns((0.5, 2.0), ("cohesion_kpa",)).label(0)
        '0-0.5 m'
        """
        return _depth_range(self.layer_bottoms_m, step)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"layer_bottoms_m": list(self.layer_bottoms_m), "properties": list(self.properties)}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> ProfileColumns:
        """The columns that ``to_dict`` stored; raise ``BundleError`` if they are damaged."""
        try:
            bottoms = tuple(float(bottom) for bottom in stored["layer_bottoms_m"])
            return cls(bottoms, tuple(str(name) for name in stored["properties"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored soil columns are damaged: {error}") from None


def _depth_range(layer_bottoms_m: tuple[float, ...], layer: int) -> str:
    top = (0.0, *layer_bottoms_m)[layer]
    return f"{top:g}-{layer_bottoms_m[layer]:g} m"
