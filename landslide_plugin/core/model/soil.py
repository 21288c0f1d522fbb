"""Which soil layers and properties a model was trained with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import BundleError, InputError
from ..profile import DepthProfile


@dataclass(frozen=True)
class Soil:
    """Columns of soil profiles (cells, layers, properties).

    Attributes
    ----------
    layer_bottoms_m : tuple of float
    properties : tuple of str

    Examples
    --------
    >>> Soil((0.5, 2.0), ("cohesion_kpa",)).shape
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

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"layer_bottoms_m": list(self.layer_bottoms_m), "properties": list(self.properties)}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Soil:
        """The columns that ``to_dict`` stored; raise ``BundleError`` if they are damaged."""
        try:
            bottoms = tuple(float(bottom) for bottom in stored["layer_bottoms_m"])
            return cls(bottoms, tuple(str(name) for name in stored["properties"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored soil columns are damaged: {error}") from None
