"""Strength and weight of each layer, as the stress calculation needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.arrays import Values
from ..types.profile import DepthProfile
from .edges import Edges
from .pore_pressure import phase
from .roots import Roots

UNIT_WEIGHT_TOLERANCE = 0.10


@dataclass(frozen=True)
class Soil:
    """Layers of cells, from the surface down.

    Attributes
    ----------
    layer_bottoms_m : tuple of float
    cohesion_kpa, tan_friction : float array (layers, cells)
        Effective strength.
    moist_kn_m3, saturated_kn_m3 : float array (layers, cells)
        Unit weight above and below the water table.
    depth_m : float array (cells,) or float
        Vertical depth of the base of the soil; layers are cut there.
    surcharge_kpa : float or array (cells,)
        Weight on the ground, on the horizontal.
    roots : Roots, optional
    edges : Edges, optional
        Plan of a finite slide; without it the slope is infinite.
    owners : tuple of int, optional
        Index of the layer that each one is a part of; set by ``with_faces`` and ``split``.
    """

    layer_bottoms_m: tuple[float, ...]
    cohesion_kpa: Values
    tan_friction: Values
    moist_kn_m3: Values
    saturated_kn_m3: Values
    depth_m: Any
    surcharge_kpa: Any = 0.0
    roots: Optional[Roots] = None
    edges: Optional[Edges] = None
    owners: Optional[tuple[int, ...]] = None

    def __post_init__(self) -> None:
        layers = len(self.layer_bottoms_m)
        for name in ("cohesion_kpa", "tan_friction", "moist_kn_m3", "saturated_kn_m3"):
            if len(getattr(self, name)) != layers:
                raise InputError(f"A soil of {layers} layers has {len(getattr(self, name))} of {name}")

    @cached_property
    def moist_stress_kpa(self) -> Values:
        """Vertical stress (layers, cells) at the base of each layer if all of it were moist, surcharge included."""
        stress = np.empty_like(self.moist_kn_m3)
        above: Any = self.surcharge_kpa
        for layer, top in enumerate((0.0, *self.layer_bottoms_m[:-1])):
            thickness = np.maximum(self.base_m(layer) - top, 0.0)
            thickness = thickness if np.ndim(thickness) else float(thickness)
            np.multiply(self.moist_kn_m3[layer], thickness, out=stress[layer])
            stress[layer] += above
            above = stress[layer]
        return stress

    @cached_property
    def owner(self) -> npt.NDArray[np.intp]:
        """Index (layers,) of the layer that each one is a part of."""
        return np.asarray(self.owners or range(len(self.layer_bottoms_m)), np.intp)

    @cached_property
    def wet_extra_kn_m3(self) -> Values:
        """What saturated soil weighs more than moist soil (layers, cells)."""
        extra: Values = self.saturated_kn_m3 - self.moist_kn_m3
        return extra

    def water_weight_kpa(self, layer: int, depth_m: Any, wet_from_m: Any) -> Any:
        """What soil that is saturated from a depth down to ``depth_m`` weighs more than moist soil (cells,).

        ``layer`` is the deepest one that ``depth_m`` reaches in any cell.
        """
        weight: Any = 0.0
        last = len(self.layer_bottoms_m) - 1
        top = 0.0
        for part in range(layer + 1):
            if part < min(layer, last) and self.owner[part] == self.owner[part + 1]:
                continue  # go on to the last part of the same layer
            bottom = self.layer_bottoms_m[part]
            wet = np.maximum(np.minimum(depth_m, bottom) - np.maximum(wet_from_m, top), 0.0)
            weight = weight + self.wet_extra_kn_m3[part] * wet
            top = bottom
        return weight

    def base_m(self, layer: int) -> Any:
        """Depth of the base of a layer: a number, or (cells,) where the soil depth varies."""
        base = np.minimum(self.depth_m, self.layer_bottoms_m[layer])
        return base if np.ndim(base) else float(base)

    def with_faces(self, depths_m: Sequence[float]) -> Soil:
        """The same soil with layers split at more depths; depths below the deepest layer are left out.

        >>> one = Soil((2.0,), *(np.full((1, 1), v) for v in (5.0, 0.6, 18.0, 20.0)), 2.0)
        >>> split = one.with_faces((0.5, 3.0))
        >>> split.layer_bottoms_m, split.owner.tolist()
        ((0.5, 2.0), [0, 0])
        """
        deepest = self.layer_bottoms_m[-1]
        faces = sorted({*self.layer_bottoms_m, *(float(d) for d in depths_m if 0.0 < d < deepest)})
        parts = np.searchsorted(np.asarray(self.layer_bottoms_m), faces)
        return replace(
            self,
            layer_bottoms_m=tuple(faces),
            cohesion_kpa=self.cohesion_kpa[parts],
            tan_friction=self.tan_friction[parts],
            moist_kn_m3=self.moist_kn_m3[parts],
            saturated_kn_m3=self.saturated_kn_m3[parts],
            owners=tuple(self.owner[parts].tolist()),
        )

    def split(self, pieces: int) -> Soil:
        """The same soil with each layer in as many equal parts."""
        if pieces == 1:
            return self
        tops = (0.0, *self.layer_bottoms_m[:-1])
        return self.with_faces(
            [
                top + (bottom - top) * part / pieces
                for top, bottom in zip(tops, self.layer_bottoms_m)
                for part in range(1, pieces)
            ]
        )

    def cells(self, chosen: Any) -> Soil:
        """The soil of some cells: a slice, index array or mask over the last axis."""
        return replace(
            self,
            cohesion_kpa=self.cohesion_kpa[:, chosen],
            tan_friction=self.tan_friction[:, chosen],
            moist_kn_m3=self.moist_kn_m3[:, chosen],
            saturated_kn_m3=self.saturated_kn_m3[:, chosen],
            depth_m=self.depth_m[chosen] if np.ndim(self.depth_m) else self.depth_m,
            surcharge_kpa=self.surcharge_kpa[chosen] if np.ndim(self.surcharge_kpa) else self.surcharge_kpa,
            roots=self.roots.cells(chosen) if self.roots is not None else None,
        )

    def filled(self) -> Soil:
        """The soil with 0 for no-data, which may remain only in layers below its base."""
        if not np.ndim(self.depth_m):
            return self
        return replace(
            self,
            cohesion_kpa=np.nan_to_num(self.cohesion_kpa),
            tan_friction=np.nan_to_num(self.tan_friction),
            moist_kn_m3=np.nan_to_num(self.moist_kn_m3),
            saturated_kn_m3=np.nan_to_num(self.saturated_kn_m3),
        )

    def scaled(self, cohesion: Any = 1.0, tan_friction: Any = 1.0, unit_weight: Any = 1.0) -> Soil:
        """The soil with every layer's property times a factor: one number, or one a cell (cells,)."""

        def times(values: Values, factor: Any) -> Values:
            return values if not np.ndim(factor) and factor == 1.0 else values * factor

        return replace(
            self,
            cohesion_kpa=times(self.cohesion_kpa, cohesion),
            tan_friction=times(self.tan_friction, tan_friction),
            moist_kn_m3=times(self.moist_kn_m3, unit_weight),
            saturated_kn_m3=times(self.saturated_kn_m3, unit_weight),
        )

    def deepened(self, factor: Any) -> Soil:
        """The soil with its base deeper or shallower by a factor, one number or one a cell (cells,).

        The deepest layer goes on as far as needed.
        """
        depth = self.depth_m * factor
        deepest = max(self.layer_bottoms_m[-1], float(np.max(depth)))
        bottoms = (*self.layer_bottoms_m[:-1], deepest)
        return replace(self, depth_m=depth, layer_bottoms_m=bottoms)


@dataclass(frozen=True)
class WeightChecks:
    """How many layer values of a profile contradict each other."""

    over_saturated: int = 0
    unit_weight_off: int = 0

    def __add__(self, other: WeightChecks) -> WeightChecks:
        return WeightChecks(
            self.over_saturated + other.over_saturated, self.unit_weight_off + other.unit_weight_off
        )


def soil_of(profile: DepthProfile, soil_depth_m: Optional[Any] = None) -> Soil:
    """Strength and weights of a profile.

    The moist unit weight is the profile's ``unit_weight_kn_m3``, else it follows from void ratio and
    water content. The saturated one is ``saturated_unit_weight_kn_m3``, else the moist one plus the
    water that fills the pores, else (no void ratio known) the moist one.

    Parameters
    ----------
    profile : DepthProfile
        With ``cohesion_kpa``, ``friction_deg`` and unit weights; trailing axes are flattened to cells.
    soil_depth_m : float or array of the profile's cells, optional
        Depth to bedrock; the profile's deepest layer by default, and never below it.

    Examples
    --------
    >>> names = ("cohesion_kpa", "friction_deg", "unit_weight_kn_m3")
    >>> soil = soil_of(DepthProfile((2.0,), names, np.array([[[5.0], [45.0], [18.0]]], "f4")))
    >>> bool(np.isclose(soil.tan_friction[0, 0], 1.0)), soil.depth_m
    (True, 2.0)
    """
    flat = _flat(profile)
    moist = _moist(flat)
    deepest = flat.layer_bottoms_m[-1]
    depth: Any = deepest
    if soil_depth_m is not None:
        depth = np.minimum(soil_depth_m, moist.dtype.type(deepest))
        depth = np.ravel(depth) if np.ndim(depth) else float(depth)
    return Soil(
        flat.layer_bottoms_m,
        cohesion_kpa=flat["cohesion_kpa"],
        tan_friction=np.tan(np.deg2rad(flat["friction_deg"])),
        moist_kn_m3=moist,
        saturated_kn_m3=np.maximum(_saturated(flat, moist), moist),
        depth_m=depth,
    )


def _flat(profile: DepthProfile) -> DepthProfile:
    return replace(profile, values=profile.values.reshape(*profile.values.shape[:2], -1))


def _has(profile: DepthProfile, names: Sequence[str]) -> bool:
    return set(names) <= set(profile.properties)


def _moist(profile: DepthProfile) -> Values:
    if "unit_weight_kn_m3" in profile.properties:
        return profile["unit_weight_kn_m3"]
    if _has(profile, ("void_ratio", "water_content_percent")):
        return phase.moist_unit_weight(profile["water_content_percent"] / 100, profile["void_ratio"])
    raise InputError(
        "The soil profile has no unit weight: give unit_weight_kn_m3, or void_ratio and water_content_percent; "
        f"it has {', '.join(profile.properties)}"
    )


def _saturated(profile: DepthProfile, moist: Values) -> Values:
    if "saturated_unit_weight_kn_m3" in profile.properties:
        return profile["saturated_unit_weight_kn_m3"]
    if _has(profile, ("void_ratio", "water_content_percent")):
        return moist + phase.water_to_saturate(profile["water_content_percent"] / 100, profile["void_ratio"])
    return moist


def check_weights(profile: DepthProfile) -> WeightChecks:
    """Count layer values with more water than pores, and unit weights far from void ratio and water.

    >>> names = ("void_ratio", "water_content_percent", "unit_weight_kn_m3")
    >>> check_weights(DepthProfile((1.0,), names, np.array([[0.5, 30.0, 12.0]], "f4")))
    WeightChecks(over_saturated=1, unit_weight_off=1)
    """
    if not _has(profile, ("void_ratio", "water_content_percent")):
        return WeightChecks()
    water, void = profile["water_content_percent"] / 100, profile["void_ratio"]
    over = int((water * phase.GRAIN_DENSITY_RATIO > void).sum())
    if "unit_weight_kn_m3" not in profile.properties:
        return WeightChecks(over)
    implied = phase.moist_unit_weight(water, void)
    off = np.abs(profile["unit_weight_kn_m3"] / implied - 1.0) > UNIT_WEIGHT_TOLERANCE
    return WeightChecks(over, int(off.sum()))
