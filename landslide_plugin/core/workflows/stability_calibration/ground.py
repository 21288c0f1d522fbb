"""Samples of one soil as the kernel takes them: every cell under every set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Optional, cast

import numpy as np

from ...io.profile import UNITS
from ...stability.assess import looked_at
from ...stability.calibration.chances import PairGround
from ...stability.roots import Roots
from ...stability.soil import soil_of
from ...stability.stresses import Slope
from ...types.arrays import Cells, Floats, Surface
from ...types.profile import DepthProfile
from ..slope_stability.water import WaterChoice, WaterRasters
from ..soil_profile.sources import SoilStrip
from .ranges import DEPTH, WETNESS, UnitSoil


@dataclass(frozen=True)
class CellValues:
    """Values (bands, cells) that stand for a raster of one row; what a pore-pressure law reads of it."""

    name: str
    values: Surface

    @property
    def bands(self) -> range:
        """As many as there are."""
        return range(len(self.values))

    def read(self, band: int, *_: int) -> Surface:
        """Values (1, cells) of a band."""
        return np.asarray(self.values[band][None])

    def read_factors(self, *_: int) -> Surface:
        """Values (bands, 1, cells)."""
        return self.values[:, None]

    def pairs(self, cells: Cells, sets: int) -> CellValues:
        """Those of some cells, as often as there are sets."""
        return CellValues(self.name, np.tile(self.values[:, cells], sets))


@dataclass(frozen=True)
class SampleGround:
    """The ground of the samples in one soil.

    Attributes
    ----------
    unit : UnitSoil
    slope_deg : float array (cells,)
    water : WaterChoice
        Of one scenario, without rasters.
    rasters : mapping of str to CellValues
        By the names of ``WaterRasters``: what the user gave, at the cells.
    depth_m : float array (cells,), optional
        Depth to bedrock from a raster, which cuts the soil.
    seismic_coefficient, surcharge_kpa : float
    roots : Roots, optional
    """

    unit: UnitSoil
    slope_deg: Surface
    water: WaterChoice
    rasters: Mapping[str, CellValues]
    depth_m: Optional[Surface] = None
    seismic_coefficient: float = 0.0
    surcharge_kpa: float = 0.0
    roots: Optional[Roots] = None

    def of_sets(self, sets: Floats, cells: Cells) -> PairGround:
        """The ground of all pairs of sets (sets, unknowns) and cells."""
        pairs = zip(self.unit.unknowns, sets.T)
        drawn = {one.name: one.at(share) for one, share in pairs if not np.isnan(share).all()}
        return self._ground(drawn, cells, len(sets))

    def before(self, cells: Cells) -> PairGround:
        """The ground of the cells with the values of the table."""
        return self._ground({}, cells, 1)

    def _ground(self, drawn: Mapping[str, Floats], cells: Cells, sets: int) -> PairGround:
        slope_deg = np.tile(self.slope_deg[cells], sets)
        strip = self._strip(drawn, cells, sets)
        opened = {name: values.pairs(cells, sets) for name, values in self.rasters.items()}
        rasters = WaterRasters(**cast("dict[str, Any]", opened))
        law: Any = replace(self.water, rasters=rasters)(strip, 0, 1, slope_deg[None])
        if WETNESS in drawn:
            law = law.shifted(np.repeat(drawn[WETNESS][0], len(cells)).astype(np.float32))
        soil = soil_of(strip.profile, strip.depth_m)
        soil = replace(soil, surcharge_kpa=self.surcharge_kpa, roots=self.roots)
        return PairGround(Slope.of(slope_deg), looked_at(soil, law), law, self.seismic_coefficient)

    def _strip(self, drawn: Mapping[str, Floats], cells: Cells, sets: int) -> SoilStrip:
        """The soil of all pairs, as one row of cells."""
        unit, pairs = self.unit, sets * len(cells)
        hidden = (WETNESS,) if WETNESS in drawn else ()
        properties = tuple(
            name for name in UNITS if (name in unit.known or name in drawn) and name not in hidden
        )
        values = np.empty((len(unit.bottoms), len(properties), 1, pairs), np.float32)
        for i, name in enumerate(properties):
            by_layer = drawn[name] if name in drawn else np.asarray(unit.known[name])[:, None]
            by_layer = np.broadcast_to(by_layer, (len(unit.bottoms), by_layer.shape[1]))
            values[:, i, 0] = np.repeat(by_layer, pairs // by_layer.shape[1], axis=1)
        depth: Any = np.repeat(drawn[DEPTH][0], len(cells)) if DEPTH in drawn else unit.bottoms[-1]
        bottoms = (*unit.bottoms[:-1], unit.deepest_m)
        if self.depth_m is not None:
            depth = np.minimum(depth, np.tile(self.depth_m[cells], sets))
        depth = np.asarray(depth, np.float32)
        return SoilStrip(
            DepthProfile(bottoms, properties, values), depth[None] if depth.ndim else float(depth)
        )
