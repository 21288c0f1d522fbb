"""What a map reads of its rasters: the cells of a part that have every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...io.assessed import assessed_safety, require_safety
from ...io.factors import FactorSources
from ...io.factors.marks_look import MarksLook
from ...io.profile import read_profile
from ...io.raster import Layout, RasterSink, RasterSource, require_marks_declared
from ...io.triggers import TriggerSources
from ...types.factors import FactorSpec, FeatureStack
from ...types.grid import Grid, Strip
from ...types.profile import DepthProfile
from ...types.window import Window
from .kinds.context import MapContext
from .kinds.kind import Output, PredictedStrip
from .physics_input import failure_bands, read_failure
from .request import MapOptions
from .soil_marks import by_band, soil_look


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
        NaN where physics assessed nothing.
    failure : float32 array (cells, scenarios) or None
        Probability of failure, of a model that has it as an input.
    """

    cells: npt.NDArray[np.bool_]
    static: npt.NDArray[np.float32]
    soil: Optional[npt.NDArray[np.float32]]
    triggers: Optional[npt.NDArray[np.float64]]
    factor_of_safety: Optional[npt.NDArray[np.float32]]
    failure: Optional[npt.NDArray[np.float32]] = None


@dataclass(frozen=True)
class MapReader:
    """Reads parts of the rasters of a map, and looks for marks of no-data as it reads factors and soil."""

    factors: FactorSources
    specs: tuple[FactorSpec, ...]
    profile: Optional[RasterSource]
    rain: Optional[TriggerSources]
    options: MapOptions
    context: MapContext
    marks: MarksLook
    soil_marks: Optional[MarksLook]

    @classmethod
    def of(
        cls,
        context: MapContext,
        factors: FactorSources,
        soil: Optional[RasterSource],
        rain: Optional[TriggerSources],
        options: MapOptions,
    ) -> MapReader:
        """A reader of what the model of a map needs, which has seen nothing yet."""
        specs = factors.select(context.bundle.factors)
        return cls(
            factors,
            specs,
            profile=soil,
            rain=rain,
            options=options,
            context=context,
            marks=factors.look(specs),
            soil_marks=None if soil is None else soil_look(soil),
        )

    def block_bytes(self, cols: int) -> int:
        """Bytes of cache that reading row after row asks for."""
        options = self.options
        others = (self.profile, self.rain, options.factor_of_safety, options.probability_of_failure)
        return self.factors.block_bytes(cols) + sum(
            source.block_bytes(cols) for source in others if source is not None
        )

    def require_declared(self) -> None:
        """Raise ``InputError`` if what was read holds a mark of no-data that is not declared.

        Whether a number in the soil is one is settled by the whole profile, of which a map may be a part.
        """
        self.marks.require_declared()
        if self.profile is not None and self.soil_marks is not None and self.soil_marks.is_doubtful:
            require_marks_declared(self.profile)

    def read(self, part: Window) -> ReadPart:
        """Values of a part."""
        cols = part.col_slice
        rows = Strip(part.first_row, part.first_row + part.rows)
        stack: FeatureStack = self.factors.read(self.specs, rows, cols)
        self.marks.take(stack.values)
        cells = stack.valid()
        rain = soil = None
        if self.rain is not None:
            rain = self.rain.read(part.first_row, part.rows, cols)
            cells &= np.isfinite(rain).all(axis=(2, 3))
            rain = rain[cells]
        if self.profile is not None and self.context.bundle.profile is not None:
            read: DepthProfile = read_profile(self.profile, part.first_row, part.rows, cols)
            self.context.bundle.profile.require_same(read)
            if self.soil_marks is not None:
                self.soil_marks.take(by_band(read.values))
            had, cells = cells, cells & np.isfinite(read.values).all(axis=(0, 1))
            rain = None if rain is None else rain[cells[had]]
            soil = np.ascontiguousarray(np.moveaxis(read.values[:, :, cells], 2, 0))
        return ReadPart(
            cells,
            stack.table(cells),
            soil,
            rain,
            factor_of_safety=self._safety(part),
            failure=self._failure(part, cells),
        )

    def _failure(self, part: Window, cells: npt.NDArray[np.bool_]) -> Optional[npt.NDArray[np.float32]]:
        source = self.options.probability_of_failure
        if source is None:
            return None
        return read_failure(source, failure_bands(source, self.context.names), part)[cells]

    def _safety(self, part: Window) -> Optional[npt.NDArray[np.float32]]:
        source = self.options.factor_of_safety
        if source is None:
            return None
        band = self.options.safety_band(self.context.names[self.context.reference])
        values = source.read(band, part.first_row, part.rows, part.col_slice)
        require_safety(values, source.name)
        return assessed_safety(values, source.metadata)


def open_rasters(
    stack: ExitStack, made: Sequence[Output], grid: Grid, metadata: Mapping[str, str], layout: Layout
) -> list[RasterSink]:
    """The outputs' files, opened one after the other so that a failure leaves none behind."""
    return [
        stack.enter_context(
            RasterSink(
                output.path,
                grid,
                output.bands,
                byte=output.byte,
                metadata={**metadata, **output.notes},
                classes=output.classes,
                layout=layout,
            )
        )
        for output in made
    ]


def write_part(
    sinks: Sequence[RasterSink],
    made: Sequence[Output],
    window: Window,
    part: Window,
    predicted: PredictedStrip,
) -> None:
    """Write a part of a window into the rasters of the window."""
    row, col = part.first_row - window.first_row, part.first_col - window.first_col
    for sink, output in zip(sinks, made):
        for i, values in enumerate(output.values(predicted)):
            sink.write(i, row, values, col)
