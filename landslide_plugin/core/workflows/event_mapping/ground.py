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
from ...io.raster import RasterSource, require_marks_declared, require_on_grid
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Surface
from ...types.grid import Grid, Strip
from ...types.window import Window
from .law import EventLaw


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
        A factor or the profile that the law takes is missing, rasters do not fit, or a mark of no-data is not declared.
    """

    def __init__(
        self, law: EventLaw, factors: Sequence[str], profile: Optional[str], progress: Progress = SILENT
    ):
        with ExitStack() as stack:
            self._factors = stack.enter_context(FactorSources(factors))
            self._specs = self._factors.select(law.factors)
            self._factors.require_declared(self._specs, Window.whole(self._factors.grid))
            for line in self._factors.match_words:
                progress.info(line)
            self.grid: Grid = self._factors.grid
            self._profile = self._opened(law, profile, stack, progress)
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
        require_marks_declared(source)
        return source

    def __enter__(self) -> MapGround:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def read(self, strip: Strip) -> GroundStrip:
        """Ground of the rows of a strip."""
        stack = self._factors.read(self._specs, strip)
        valid, soil = stack.valid(), None
        if self._profile is not None:
            soil = read_profile(self._profile, strip.start, strip.rows).values
            valid = valid & np.isfinite(soil).all(axis=(0, 1))
        return GroundStrip(valid, stack.values, soil)

    def at(self, rows: Cells, cols: Cells) -> tuple[Surface, Optional[Surface]]:
        """Factors (n, factors) and soil (n, layers, properties) of cells."""
        soil = None if self._profile is None else profile_at(self._profile, rows, cols)
        return self._factors.values_at(self._specs, rows, cols), soil
