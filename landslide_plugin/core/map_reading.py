"""What a map reads of its rasters: the cells of a part that have every value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .factor_sources import FactorSources
from .factors import FactorSpec, FeatureStack
from .grid import Strip
from .map_outputs import Legend
from .map_request import MapOptions
from .profile import DepthProfile
from .profile_io import read_profile
from .raster_io import RasterSource
from .trigger_rasters import TriggerSources
from .window import Window


@dataclass(frozen=True)
class ReadPart:
    """Values of the cells of a part that have them all, and where these are.

    Attributes
    ----------
    cells : bool array (rows, cols)
    static : float32 array (cells, factors)
    soil : float32 array (cells, layers, properties) or None
    triggers : float64 array (cells, scenarios, columns) or None
        Only where they differ from cell to cell.
    factor_of_safety : float32 array (rows, cols) or None
    """

    cells: npt.NDArray[np.bool_]
    static: npt.NDArray[np.float32]
    soil: Optional[npt.NDArray[np.float32]]
    triggers: Optional[npt.NDArray[np.float64]]
    factor_of_safety: Optional[npt.NDArray[np.float32]]


@dataclass(frozen=True)
class MapReader:
    """Reads parts of the rasters of a map."""

    factors: FactorSources
    specs: tuple[FactorSpec, ...]
    profile: Optional[RasterSource]
    rain: Optional[TriggerSources]
    options: MapOptions
    legend: Legend

    def block_bytes(self, cols: int) -> int:
        """Bytes of cache that reading row after row asks for."""
        others = (self.profile, self.rain, self.options.factor_of_safety)
        return self.factors.block_bytes(cols) + sum(
            source.block_bytes(cols) for source in others if source is not None
        )

    def read(self, part: Window) -> ReadPart:
        """Values of a part."""
        cols = part.col_slice
        rows = Strip(part.first_row, part.first_row + part.rows)
        stack: FeatureStack = self.factors.read(self.specs, rows, cols)
        cells = stack.valid()
        rain = soil = None
        if self.rain is not None:
            rain = self.rain.read(part.first_row, part.rows, cols)
            cells &= np.isfinite(rain).all(axis=(2, 3))
            rain = rain[cells]
        if self.profile is not None and self.legend.bundle.profile is not None:
            read: DepthProfile = read_profile(self.profile, part.first_row, part.rows, cols)
            self.legend.bundle.profile.require_same(read)
            had, cells = cells, cells & np.isfinite(read.values).all(axis=(0, 1))
            rain = None if rain is None else rain[cells[had]]
            soil = np.ascontiguousarray(np.moveaxis(read.values[:, :, cells], 2, 0))
        return ReadPart(cells, stack.table(cells), soil, rain, self._safety(part))

    def _safety(self, part: Window) -> Optional[npt.NDArray[np.float32]]:
        source = self.options.factor_of_safety
        if source is None:
            return None
        band = self.options.safety_band(self.legend.names[self.legend.reference])
        return source.read(band, part.first_row, part.rows, part.col_slice)
