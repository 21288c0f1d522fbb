"""Factor of safety of a layered infinite slope: its minimum over depth, and where that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..types.arrays import Values
from .pore_pressure import Dry, PorePressure
from .soil import Soil
from .strength import Strength, goes_on_below
from .stresses import Plane, Slope, planes


@dataclass(frozen=True)
class FailurePlane:
    """The weakest plane of each cell.

    Attributes
    ----------
    factor_of_safety : float array (cells,)
        Uncapped.
    depth_m : float array (cells,)
        Vertical depth of the plane.
    floating : bool array (cells,)
        True where the effective normal stress is negative at any plane; friction is 0 there.
    part : int array (cells,)
        Index, among the parts that the soil was split into, of the one whose strength acts on it.
    owner : int array (parts,)
        Layer of each part.
    """

    factor_of_safety: Values
    depth_m: Values
    floating: npt.NDArray[np.bool_]
    part: npt.NDArray[Any]
    owner: npt.NDArray[np.intp]

    @property
    def layer(self) -> npt.NDArray[np.intp]:
        """Index (cells,) of the layer whose strength acts on the plane: on a face, the weaker of the two."""
        layers: npt.NDArray[np.intp] = self.owner[self.part]
        return layers


def lowest_factor_of_safety(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> Values:
    """Smallest factor of safety over depth (cells,), uncapped.

    FS = [c' + c_r + max(N, 0) tan phi'] / T at each plane, with the weaker of the two strengths on a
    layer face; N = s_v cos2 b (1 - kh tan b) - u, T = s_v cos2 b (tan b + kh).

    Examples
    --------
    Dry sand stands at its friction angle:

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> lowest_factor_of_safety(Slope.of(np.array([30.0])), sand, Dry(), 0).round(12).tolist()
    [1.0]
    """
    lowest = np.full_like(slope.cos2, np.inf)
    strength = Strength.of(soil, slope)
    for plane in planes(slope, soil, water, scenario, seismic_coefficient):
        np.minimum(lowest, strength.weaker(plane), out=lowest)
    lowest /= slope.tan + seismic_coefficient
    return lowest


@dataclass
class _Weakest:
    """The weakest plane so far of each cell; ``node`` is twice the layer above, plus 1 for the side below."""

    lowest: Values
    node: npt.NDArray[Any]
    floating: npt.NDArray[np.bool_]
    inner: list[Plane] = field(
        default_factory=list
    )  # planes that are no face, counted from the last number down

    @staticmethod
    def none(like: Values, soil: Soil, inner: int) -> _Weakest:
        """No plane yet; ``inner`` planes may come that are no face."""
        kind = np.uint8 if 2 * len(soil.layer_bottoms_m) + inner <= 256 else np.uint16
        return _Weakest(np.full_like(like, np.inf), np.zeros(like.shape, kind), np.zeros(like.shape, bool))

    def copy(self) -> _Weakest:
        """The same, to go on from."""
        return _Weakest(self.lowest.copy(), self.node.copy(), self.floating.copy())

    def _code(self, number: int) -> int:
        """Code of the inner plane of a number, from 1."""
        return int(np.iinfo(self.node.dtype).max) + 1 - number

    def look_at(self, plane: Plane, strength: Strength) -> None:
        """Take account of one more plane."""
        if plane.floating is not None:
            self.floating |= plane.floating
        resistance, below = strength.side(plane.layer, plane), strength.below(plane)
        if isinstance(plane.layer, int):
            code: Any = self.node.dtype.type(2 * plane.layer)
        else:
            self.inner.append(plane)
            code = self.node.dtype.type(self._code(len(self.inner)))
        if below is not None:
            code = (below < resistance).view(np.uint8) + code
            np.minimum(resistance, below, out=resistance)
        reduced = strength.reduced(plane, resistance)
        # Whole numbers wrap round, so this sets node to code where weaker, several times faster than a masked copy.
        self.node += (code - self.node) * (reduced < self.lowest).view(np.uint8)
        np.minimum(self.lowest, reduced, out=self.lowest)

    def found(self, slope: Slope, soil: Soil, kh: float) -> FailurePlane:
        """The result; divides ``lowest`` in place."""
        bottoms = np.asarray(soil.layer_bottoms_m, self.lowest.dtype)
        if not np.ndim(soil.depth_m):
            bottoms = np.minimum(bottoms, self.lowest.dtype.type(soil.depth_m))
        part = self.node >> 1
        depth = bottoms.take(part.astype(np.intp), mode="clip")  # clipping is quicker than raising
        if np.ndim(soil.depth_m):
            depth = np.minimum(depth, soil.depth_m)
        part += self.node & 1
        for number, plane in enumerate(self.inner, 1):
            here = self.node == self._code(number)
            depth, part = np.where(here, plane.depth_m, depth), np.where(here, plane.layer, part)
        self.lowest /= slope.tan + kh if kh else slope.tan
        return FailurePlane(self.lowest, depth, self.floating, part, soil.owner)


def failure_planes(
    slope: Slope, soil: Soil, water: PorePressure, seismic_coefficients: Sequence[float]
) -> Iterator[FailurePlane]:
    """The weakest plane of each cell, scenario by scenario; of equally weak planes the shallowest.

    Planes above all water are the same in every scenario with the same shaking, and are looked at once.

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> found = failure_planes(Slope.of(np.array([30.0])), sand, Dry(), [0.0, 0.1])
    >>> [bool(plane.factor_of_safety[0] < 0.99) for plane in found]
    [False, True]
    """
    strength = Strength.of(soil, slope)
    starts: dict[float, list[_Weakest]] = {}
    for scenario, kh in enumerate(seismic_coefficients):
        dry = _dry_layers(soil, water.dry_to_m(scenario, soil.depth_m))
        known = starts.setdefault(kh, [_Weakest.none(slope.cos2, soil, water.scenarios)])
        if dry >= len(known):
            _extend(known, dry, slope, soil, strength=strength, kh=kh)
        weakest = known[dry].copy()
        for plane in planes(slope, soil, water, scenario, kh, first_layer=dry):
            weakest.look_at(plane, strength)
        yield weakest.found(slope, soil, kh)


def _dry_layers(soil: Soil, dry_to_m: float) -> int:
    """How many layers from the surface down have their base above the water in every cell."""
    return int(np.searchsorted(np.asarray(soil.layer_bottoms_m), dry_to_m, side="right"))


def _extend(
    known: list[_Weakest], dry: int, slope: Slope, soil: Soil, *, strength: Strength, kh: float
) -> None:
    """Fill the list, whose entry i has looked at the first i planes without water, up to ``dry``."""
    for plane in planes(slope, soil, Dry(), 0, kh, first_layer=len(known) - 1):
        weakest = known[-1].copy()
        weakest.look_at(plane, strength)
        known.append(weakest)
        if len(known) > dry:
            return
    known.extend(known[-1] for _ in range(dry + 1 - len(known)))


def failure_plane(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> FailurePlane:
    """The weakest plane of each cell in one scenario; of equally weak planes the shallowest.

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> found = failure_plane(Slope.of(np.array([30.0])), sand, Dry(), 0)
    >>> found.factor_of_safety.round(12).tolist(), found.depth_m.tolist()
    ([1.0], [2.0])
    """
    weakest, strength = _Weakest.none(slope.cos2, soil, water.scenarios), Strength.of(soil, slope)
    for plane in planes(slope, soil, water, scenario, seismic_coefficient):
        weakest.look_at(plane, strength)
    return weakest.found(slope, soil, seismic_coefficient)


def factor_of_safety_by_layer(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> Values:
    """Smallest factor of safety within each layer (layers, cells); infinite below the base of the soil.

    Layers are those from before any was split.

    >>> from .pore_pressure import Dry
    >>> tangents = np.tan(np.deg2rad([[45.0], [30.0]]))
    >>> two = Soil((1.0, 2.0), np.zeros((2, 1)), tangents, np.full((2, 1), 17.0), np.full((2, 1), 19.0), 2.0)
    >>> factor_of_safety_by_layer(Slope.of(np.array([45.0])), two, Dry(), 0).round(3).tolist()
    [[1.0], [0.577]]
    """
    table = np.full((int(soil.owner[-1]) + 1, slope.cos2.size), np.inf, slope.cos2.dtype)
    strength, cells = Strength.of(soil, slope), np.arange(slope.cos2.size)
    for plane in planes(slope, soil, water, scenario, seismic_coefficient):
        within = soil.owner[plane.layer]
        safety = strength.reduced(plane, strength.side(plane.layer, plane))
        table[within, cells] = np.minimum(table[within, cells], safety)
        if isinstance(plane.layer, int) and goes_on_below(soil, plane.layer):
            below = strength.below(plane)
            if below is not None:
                np.minimum(table[within + 1], strength.reduced(plane, below), out=table[within + 1])
    table /= slope.tan + seismic_coefficient
    return table
