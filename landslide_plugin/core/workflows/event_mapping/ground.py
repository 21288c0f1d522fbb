"""What a map reads of the ground: its factors and, where the law takes it, its soil."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.profile import profile_at, read_profile
from ...io.raster import RasterSource, require_on_grid
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Surface
from ...types.grid import Grid, Strip
from ...types.window import Window
from ..mapping.soil_marks import by_band, look_at_some, soil_look
from .law import EventLaw

LOOKS = 8
"""Rows of the rasters that are read before a map, spread evenly: with a mark in one of them nothing is drawn."""


@dataclass(frozen=True)
class GroundStrip:
    """Ground of some rows.

    Attributes
    ----------
    valid : bool array (rows, cols)
        Cells with every factor and, where it counts, the whole soil profile.
    factors : float32 array (factors, rows, cols)
    soil : float32 array (layers, properties, rows, cols) or None
    """

    valid: Flags
    factors: Surface
    soil: Optional[Surface]

    def table(self, cells: Flags) -> tuple[Surface, Optional[Surface]]:
        """Factors (n, factors) and soil (n, layers, properties) of some of the cells."""
        static = np.ascontiguousarray(self.factors[:, cells].T)
        soil = None if self.soil is None else np.ascontiguousarray(np.moveaxis(self.soil[:, :, cells], 2, 0))
        return static, soil


class MapGround:
    """Factors and soil of a map, as a law takes them; a context manager.

    Marks of no-data that nobody declared are looked for in some rows at once, and in all of them as they are read.

    Parameters
    ----------
    law : EventLaw
    factors : sequence of str
    profile : str or None
        Soil profile on the grid of the factors.
    progress : Progress

    Raises
    ------
    InputError
        A factor or the profile that the law takes is missing, rasters do not fit, or a mark of no-data in the rows
        looked at is not declared.
    """

    def __init__(
        self, law: EventLaw, factors: Sequence[str], profile: Optional[str], progress: Progress = SILENT
    ):
        with ExitStack() as stack:
            self._factors = stack.enter_context(FactorSources(factors))
            self._specs = self._factors.select(law.factors)
            self.grid: Grid = self._factors.grid
            self._factors.look_at_some(self._specs, Window.whole(self.grid), LOOKS)
            for line in self._factors.match_words:
                progress.info(line)
            self._profile = self._opened(law, profile, stack, progress)
            self._look, self._looked_rows = self._factors.look(self._specs), 0
            self._soil_look = None if self._profile is None else soil_look(self._profile)
            self._stack = stack.pop_all()

    def _opened(
        self, law: EventLaw, profile: Optional[str], stack: ExitStack, progress: Progress
    ) -> Optional[RasterSource]:
        if law.soil is None:
            if profile is not None:
                progress.info("The model was trained without a soil profile; the one given is not read")
            return None
        if profile is None:
            raise InputError(
                f"The model was trained with a soil profile of {len(law.soil.layer_bottoms_m)} layers "
                f"({', '.join(law.soil.properties)}); give PROFILE"
            )
        source = stack.enter_context(RasterSource(profile))
        require_on_grid(self.grid, source)
        law.soil.require_same(read_profile(source, 0, 1))
        look_at_some(source, Window.whole(self.grid), LOOKS)
        return source

    def __enter__(self) -> MapGround:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def block_bytes(self) -> int:
        """Bytes of the stored blocks that a row touches."""
        sources = (self._factors, *(() if self._profile is None else (self._profile,)))
        return sum(source.block_bytes(self.grid.cols) for source in sources)

    def read(self, strip: Strip) -> GroundStrip:
        """Ground of the rows of a strip; the rows of a map are read from north to south, perhaps again and again."""
        stack, first_time = self._factors.read(self._specs, strip), strip.start >= self._looked_rows
        if first_time:
            self._look.take(stack.values)
            self._looked_rows = strip.stop
        valid, soil = stack.valid(), None
        if self._profile is not None:
            soil = read_profile(self._profile, strip.start, strip.rows).values
            if first_time and self._soil_look is not None:
                self._soil_look.take(by_band(soil))
            valid = valid & np.isfinite(soil).all(axis=(0, 1))
        return GroundStrip(valid, stack.values, soil)

    def require_declared(self) -> None:
        """Raise ``InputError`` if what was read holds a mark of no-data that is not declared."""
        self._look.require_declared()
        if self._soil_look is not None:
            self._soil_look.require_declared()

    def at(self, rows: Cells, cols: Cells) -> tuple[Surface, Optional[Surface]]:
        """Factors (n, factors) and soil (n, layers, properties) of cells."""
        soil = None if self._profile is None else profile_at(self._profile, rows, cols)
        return self._factors.values_at(self._specs, rows, cols), soil
