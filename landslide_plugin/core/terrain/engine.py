"""What computes the bands of a stack that come from the DEM, in this process or in another.

An engine is given a task and gives bands, to be read by strips. Whichever it is, the values are the same
but for the last digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, Protocol

import numpy as np

from ..errors import InputError
from ..progress import Progress
from ..types.arrays import Flags, Floats, Surface
from ..types.grid import Strip
from ..types.ground import Ground
from .catalogue import LocalTerrain, TerrainFactor, Upslope
from .derive import BYTES_A_CELL_FLOW, local_factors, route_flow
from .distance import LineIndex, distance_of_cells_m, index_lines
from .settings import TerrainSettings

CUT = "cut"
"""Name of the file of cut catchments."""


def band_file(folder: str, name: str) -> str:
    """Path of the raw values of a band: bytes of the cut catchments, else float32.

    >>> Path(band_file("scratch", "slope")).name, Path(band_file("scratch", CUT)).name
    ('slope.f4', 'cut.u1')
    """
    return str(Path(folder, f"{name}.u1" if name == CUT else f"{name}.f4"))


@dataclass(frozen=True)
class Task:
    """What is to be computed from a DEM.

    Attributes
    ----------
    heights_m : float32 array (rows, cols)
    ground : Ground
    factors : tuple of TerrainFactor
    settings : TerrainSettings
    lines : mapping of str to float64 array (segments, 2, 3)
        Segments in metres of each layer to measure to, by the name of the band.
    sinks : bool array (rows, cols), optional
    folder : str
        Scratch folder; the heights lie in it as ``heights.npy`` if the engine wants them on disk.
    memory_mib : int, optional
        Most memory to use.
    """

    heights_m: Surface
    ground: Ground
    factors: tuple[TerrainFactor, ...]
    settings: TerrainSettings
    lines: Mapping[str, Floats]
    sinks: Optional[Flags]
    folder: str
    memory_mib: Optional[int] = None

    @property
    def of_flow(self) -> bool:
        """True if water must be routed."""
        return any(factor.of_flow for factor in self.factors)

    @property
    def cells(self) -> int:
        """Cells of the DEM."""
        return int(self.heights_m.size)


class Bands(Protocol):
    """Values of all factors, then of all distances, by strips."""

    def values(self, strip: Strip) -> Surface:
        """Values (bands, rows, cols) of a strip."""

    def cut(self, strip: Strip) -> Optional[Flags]:
        """Cells (rows, cols) whose catchment the edge cuts; None if water was not routed."""


class Engine(Protocol):
    """A way to compute the bands of a task."""

    @property
    def name(self) -> str:
        """What the log calls it."""

    @property
    def on_disk(self) -> bool:
        """True if it wants the heights on disk."""

    def bytes_needed(self, task: Task) -> int:
        """Memory the task takes."""

    def compute(self, task: Task, progress: Progress) -> Bands:
        """Compute the bands."""


@dataclass(frozen=True)
class PlainBands:
    """Bands computed as they are asked for."""

    task: Task
    upslope: Optional[Upslope]
    indices: tuple[LineIndex, ...]

    def values(self, strip: Strip) -> Surface:
        """Values (bands, rows, cols) of a strip."""
        task = self.task
        terrain = LocalTerrain(task.heights_m, task.ground, strip, self.upslope, task.settings)
        local = local_factors(terrain, task.factors)
        rows = task.ground.rows(strip.start, strip.stop)
        away = [distance_of_cells_m(index, rows).astype(np.float32) for index in self.indices]
        return np.concatenate([local, np.stack(away)]) if away else local

    def cut(self, strip: Strip) -> Optional[Flags]:
        """Cells (rows, cols) whose catchment the edge cuts."""
        return None if self.upslope is None else self.upslope.is_cut[strip.start : strip.stop]


@dataclass(frozen=True)
class PlainEngine:
    """NumPy and SciPy in this process: needs nothing that QGIS does not ship."""

    name: str = "NumPy, in this process"
    on_disk: bool = False

    def bytes_needed(self, task: Task) -> int:
        """Memory for the DEM, the study area and, if water is routed, the flow."""
        return task.cells * (5 + (BYTES_A_CELL_FLOW if task.of_flow else 0)) + (80 << 20)

    def compute(self, task: Task, progress: Progress) -> PlainBands:
        """Route the water; the rest is computed strip by strip.

        Raises
        ------
        InputError
            The memory limit does not suffice.
        """
        need = self.bytes_needed(task) / 2**20
        if task.memory_mib is not None and need > task.memory_mib:
            raise InputError(
                f"The DEM needs about {need:.0f} MiB of memory, {task.memory_mib} are allowed; raise MEMORY, or run "
                '"Set up modelling environment": with it a ninth is enough'
            )
        upslope = None
        if task.of_flow:
            upslope = route_flow(
                task.heights_m, task.ground, task.settings, task.factors, sinks=task.sinks, progress=progress
            )
        spacing = task.ground.cell_size_m
        indices = tuple(index_lines(segments, spacing) for segments in task.lines.values())
        return PlainBands(task, upslope, indices)


PLAIN = PlainEngine()


GROUND = ("dx", "dy", "reach_x", "reach_y", "up", "along_x", "along_y")
