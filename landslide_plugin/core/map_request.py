"""What a user may say about a map, and whether it fits the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from .errors import InputError
from .grid import Grid
from .model.bundle import ModelBundle
from .quantities import QUANTITIES
from .raster_io import RasterSource, metres_per_unit
from .scenarios import TriggerScenarios
from .window import Bounds, Window

DEFAULT_MEMORY_MIB = float(QUANTITIES["memory"].default or 0.0)
CELL_SIZE_TOLERANCE = 0.25
BASE_MEMORY_MIB = 256.0
"""Interpreter, libraries, tables and buffers, measured."""
STRIPS_IN_FLIGHT = 3


@dataclass(frozen=True)
class MapOptions:
    """Choices beside the inputs.

    Attributes
    ----------
    memory_mib : float
        What the run may use in all.
    bounds : tuple of float or None
        West, south, east and north of the part to map, in the rasters' CRS.
    any_cell_size : bool
        Map although the cell size is not the training's.
    conditional : bool
        Wetness and shaking of the scenarios are declared conditions of the annual probability.
    factor_of_safety : RasterSource or None
        For the comparison of model and physics; bands named after scenarios, or one band.
    provenance : mapping of str to str
        What the metadata of every raster says besides.
    """

    memory_mib: float = DEFAULT_MEMORY_MIB
    bounds: Optional[Bounds] = None
    any_cell_size: bool = False
    conditional: bool = False
    factor_of_safety: Optional[RasterSource] = None
    provenance: Mapping[str, str] = field(default_factory=dict)

    def window(self, grid: Grid) -> Window:
        """The part of the grid to map."""
        return Window.whole(grid) if self.bounds is None else Window.of_bounds(grid, self.bounds)

    def strip_rows(
        self, bundle: ModelBundle, factors: int, outputs: Sequence[str], window: Window, most_cells: int
    ) -> int:
        """Rows of a strip, so that all strips in flight fit the memory.

        Raises
        ------
        InputError
            Not even one row fits.
        """
        soil = 0 if bundle.profile is None else int(np.prod(bundle.profile.shape))
        numbers = 6 * factors + 10 * soil + 4 * bundle.members * len(outputs) + 32
        room = (self.memory_mib - BASE_MEMORY_MIB) * 2**20 / (4 * numbers * STRIPS_IN_FLIGHT)
        if room < window.cols:
            need = BASE_MEMORY_MIB + window.cols * 4 * numbers * STRIPS_IN_FLIGHT / 2**20
            raise InputError(
                f"One row of {window.cols} cells needs about {need:.0f} MiB and {self.memory_mib:.0f} MiB are "
                "allowed; allow more memory or map a narrower extent"
            )
        return max(1, min(int(room), most_cells) // window.cols)

    def safety_band(self, scenario: str) -> int:
        """Band of the factor of safety that belongs to a scenario."""
        source = self.factor_of_safety
        names = [band.name for band in source.bands] if source is not None else []
        if scenario in names:
            return names.index(scenario)
        if len(names) == 1:
            return 0
        raise InputError(
            f"The factor of safety raster has no band {scenario}; it has {', '.join(names) or 'none'}"
        )


def triggers_to_map(bundle: ModelBundle, asked: Optional[TriggerScenarios]) -> Optional[TriggerScenarios]:
    """The scenarios asked for, or those of the training; raise ``InputError`` if they do not fit."""
    if asked is None:
        return bundle.scenarios
    if bundle.scenarios is None:
        raise InputError(
            "The model was trained without trigger scenarios, so it has one band, Susceptibility, and no "
            "return-period product; leave the scenario table out or train with one"
        )
    if asked.columns != bundle.scenarios.columns:
        raise InputError(
            f"The scenario table has columns {', '.join(asked.columns)}; "
            f"the model needs {', '.join(bundle.scenarios.columns)}"
        )
    return asked


def trigger_notes(bundle: ModelBundle, triggers: Optional[TriggerScenarios]) -> dict[str, str]:
    """What lies outside the range of the training's triggers, as metadata; empty if nothing does."""
    if triggers is None or bundle.scenarios is None:
        return {}
    low, high = bundle.scenarios.values.min(axis=0), bundle.scenarios.values.max(axis=0)
    outside = [
        f"{name} of {scenario} is {value:g}, trained from {least:g} to {most:g}"
        for scenario, row in zip(triggers.names, triggers.values)
        for name, value, least, most in zip(triggers.columns, row, low, high)
        if not least <= value <= most
    ]
    return {"TRIGGERS_OUTSIDE_TRAINING": "; ".join(outside)} if outside else {}


def check_cell_size(bundle: ModelBundle, grid: Grid, options: MapOptions) -> dict[str, str]:
    """A note if the cell size is not the training's, as metadata; empty if it is.

    Raises
    ------
    InputError
        It differs by more than a quarter and that is not allowed.
    """
    trained = bundle.facts.get("grid", {}).get("cell_size_m")
    if trained is None:
        return {}
    try:
        here = grid.cell_size * metres_per_unit(grid.crs_wkt)
    except InputError:
        return {"CELL_SIZE": "The rasters' CRS has no fixed metre, so their cell size was not compared"}
    if abs(here / float(trained) - 1.0) <= CELL_SIZE_TOLERANCE:
        return {}
    note = f"The cells are {here:g} m wide, those of the training {float(trained):g} m"
    if not options.any_cell_size:
        raise InputError(
            f"{note}; slope and curvature change with the cell size. Derive the factors at about that size, or "
            "allow another cell size"
        )
    return {"CELL_SIZE": note}
