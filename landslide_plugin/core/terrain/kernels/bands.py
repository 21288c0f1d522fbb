"""The bands of a task by compiled kernels: strip by strip into one file of raw float32 a band."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional

import numpy as np

from ...progress import Progress
from ...types.arrays import Surface, Values
from ...types.grid import Strip
from ..catalogue import LocalTerrain, TerrainFactor, Upslope
from ..engine import CUT, Task, band_file
from ..settings import TerrainSettings
from ..water.wetness import LEAST_GRADIENT, sediment_transport_index
from . import local, wide
from .routing import distances_m

STRIP_CELLS = 1 << 16
"""Cells of a strip: all its layers stay in the processor's cache."""


@dataclass(frozen=True)
class BandScratch:
    """Room for the layers of a strip, used again for the next: fresh memory costs more than the work on it."""

    kept: dict[tuple[int, ...], Surface] = field(default_factory=dict)

    def array(self, *shape: int) -> Surface:
        """An array (shape); the same for the same shape.

        >>> scratch = BandScratch()
        >>> scratch.array(2, 3) is scratch.array(2, 3)
        True
        """
        if shape not in self.kept:
            self.kept[shape] = np.empty(shape, np.float32)
        return self.kept[shape]


@dataclass(frozen=True)
class Layers:
    """What the kernels computed of a strip, by name."""

    terrain: LocalTerrain
    tangents: Surface
    derivatives: Surface
    relief: Optional[Surface]
    specific_area_m: Optional[Surface]
    settings: TerrainSettings

    def tangent(self) -> Surface:
        """Tangent of the slope, at least ``wetness.LEAST_GRADIENT``."""
        return np.asarray(np.maximum(self.tangents, np.float32(LEAST_GRADIENT)))

    def wetness(self) -> Surface:
        """Wetness index."""
        out: Surface = np.empty_like(self.tangents)
        local.wetness(self.area(), self.tangents, np.float32(LEAST_GRADIENT), out)
        return out

    def aspect(self) -> Surface:
        """Azimuth in degrees."""
        out: Surface = np.empty_like(self.derivatives[0])
        local.azimuth(self.derivatives[local.SIN], self.derivatives[local.COS], out)
        return out

    def uneven(self, layer: int) -> Surface:
        """A layer of ``local.relief``."""
        return np.empty((0, 0), np.float32) if self.relief is None else self.relief[layer]

    def area(self) -> Surface:
        """Specific catchment area."""
        return np.empty((0, 0), np.float32) if self.specific_area_m is None else self.specific_area_m

    def transport(self) -> Values:
        """Sediment transport index."""
        exponents = self.settings.area_exponent, self.settings.slope_exponent
        tangent = self.tangents.astype(np.float64)
        return sediment_transport_index(self.area().astype(np.float64), tangent, np.zeros(1), *exponents)

    def position(self) -> Surface:
        """Position in a wide square."""
        reach = self.settings.position_radius_cells
        out: Surface = np.empty_like(self.derivatives[0])
        dx, dy = self.terrain.cell_sizes()
        slope = self.derivatives[[local.SIN, local.COS, local.TANGENT]]
        wide.position(self.terrain.padded(reach), reach, slope, np.ravel(dx), np.ravel(dy), out)
        return out

    def ruggedness(self) -> Surface:
        """Vector ruggedness measure."""
        out: Surface = np.empty_like(self.derivatives[0])
        horn = self.settings.slope_method == "horn"
        dx, dy = self.terrain.cell_sizes(1)
        wide.vector_ruggedness(self.terrain.padded(2), np.ravel(dx), np.ravel(dy), horn, out)
        return out


Formula = Callable[[Layers], Values]

DERIVATIVES: Mapping[str, Formula] = {
    "slope": lambda s: s.derivatives[local.SLOPE],
    "aspect": Layers.aspect,
    "aspect_sin": lambda s: s.derivatives[local.SIN],
    "aspect_cos": lambda s: s.derivatives[local.COS],
    "plan_curvature": lambda s: s.derivatives[local.PLAN],
    "profile_curvature": lambda s: s.derivatives[local.PROFILE],
    "tangential_curvature": lambda s: s.derivatives[local.TANGENTIAL],
    "total_curvature": lambda s: s.derivatives[local.TOTAL],
}
"""Factors that come from the layers of ``local.derivatives``."""

WATER: Mapping[str, Formula] = {
    "catchment_area": Layers.area,
    "twi": Layers.wetness,
    "stream_power": lambda s: s.area() * s.tangent(),
    "sediment_transport": Layers.transport,
}
"""Factors that come from the upslope area, and from no other layer of ``local.derivatives`` than the tangents."""

RELIEF: Mapping[str, Formula] = {
    "tri": lambda s: s.uneven(local.RUGGEDNESS),
    "tpi": lambda s: s.uneven(local.POSITION),
    "roughness": lambda s: s.uneven(local.ROUGHNESS),
}
"""Factors that come from the layers of ``local.relief``."""


def formula_of(factor: TerrainFactor, task: Task) -> Optional[Formula]:
    """How the kernels give a factor; None if the catalogue's own formula is used."""
    name = factor.spec.name
    if name == "tpi" and task.settings.position_radius_cells != 1:
        return Layers.position
    if name == "vrm":
        return Layers.ruggedness
    return DERIVATIVES.get(name) or WATER.get(name) or RELIEF.get(name)


def write_factors(task: Task, upslope: Optional[Upslope], progress: Progress) -> None:
    """Write every factor to ``<name>.f4`` and the cut catchments beside them into the task's folder."""
    formulas = [formula_of(factor, task) for factor in task.factors]
    rows, cols = task.heights_m.shape
    step = max(STRIP_CELLS // cols, 1)
    if Layers.position in formulas:
        step = max(step, 2 * task.settings.position_radius_cells)
    names, scratch = [factor.spec.name for factor in task.factors], BandScratch()
    with ExitStack() as opened:
        files = [opened.enter_context(Path(band_file(task.folder, name)).open("wb")) for name in names]
        cut = opened.enter_context(Path(band_file(task.folder, CUT)).open("wb"))
        for start in range(0, rows, step):
            strip = Strip(start, min(start + step, rows))
            terrain = LocalTerrain(task.heights_m, task.ground, strip, upslope, task.settings)
            layers = _layers(terrain, task, formulas, scratch)
            for factor, formula, file in zip(task.factors, formulas, files):
                values = factor.formula(terrain) if formula is None else formula(layers)
                file.write(np.ascontiguousarray(values, np.float32).data)
            if upslope is not None:
                cut.write(np.ascontiguousarray(upslope.is_cut[terrain.rows], np.uint8).data)
            progress.step(strip.stop / rows)


def _layers(
    terrain: LocalTerrain, task: Task, formulas: list[Optional[Formula]], scratch: BandScratch
) -> Layers:
    """The kernels' layers of a strip, as far as they are wanted."""
    wanted = set(formulas)
    shape = terrain.strip.rows, task.heights_m.shape[1]
    padded = np.ascontiguousarray(terrain.padded(1))
    dx, dy = (np.ravel(size) for size in terrain.cell_sizes())
    derivatives, relief, area = scratch.array(8, *shape), None, scratch.array(*shape)
    horn, level = task.settings.slope_method == "horn", np.float32(task.settings.level_curvature)
    if wanted & {*DERIVATIVES.values(), Layers.position}:
        local.derivatives(padded, dx, dy, horn, level, derivatives)
        local.mend_derivatives(padded, dx, dy, horn, level, derivatives)
    elif wanted & set(WATER.values()):
        local.tangents(padded, dx, dy, horn, derivatives[local.TANGENT])
        local.mend_tangents(padded, dx, dy, horn, derivatives[local.TANGENT])
    if wanted & set(RELIEF.values()):
        relief = scratch.array(3, *shape)
        local.relief(padded, relief)
        local.mend_relief(padded, relief)
    tangents = derivatives[local.TANGENT]
    if terrain.upslope is None:
        return Layers(terrain, tangents, derivatives, relief, None, task.settings)
    local.specific_area(terrain.area_m2, dx, dy, area)
    return Layers(terrain, tangents, derivatives, relief, area, task.settings)


def write_distances(task: Task, progress: Progress) -> None:
    """Write the distance to each line layer to ``<name>.f4`` of the task's folder."""
    for number, (name, segments) in enumerate(task.lines.items()):
        part = progress.part(number / len(task.lines), (number + 1) / len(task.lines))
        distances_m(segments, task.ground, part).tofile(band_file(task.folder, name))
