"""What a user may say about a map, and whether it fits the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.ground import ground_of
from ...io.raster import RasterSource, crs_name, same_crs
from ...io.triggers import TriggerRaster, Where
from ...model.bundle.bundle import ModelBundle
from ...quantities import QUANTITIES
from ...types.grid import Grid
from ...types.scenarios import TriggerScenarios
from ...types.window import Bounds, Window

DEFAULT_MEMORY_MIB = float(QUANTITIES["memory"].default or 0.0)
CELL_SIZE_TOLERANCE = 0.25
Floats = npt.NDArray[np.float64]


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
    probability_of_failure : RasterSource or None
        For a model that has it as an input; a band a scenario.
    provenance : mapping of str to str
        What the metadata of every raster says besides.
    trigger_rasters : mapping of (return period, column) to TriggerRaster
        Rasters that stand for numbers of the scenario table.
    cloud_optimised : bool
        Write Cloud-Optimised GeoTIFFs with overviews.
    unseen : {"empty", "nearest"}
        What cells get whose category the training never saw.
    """

    memory_mib: float = DEFAULT_MEMORY_MIB
    bounds: Optional[Bounds] = None
    any_cell_size: bool = False
    conditional: bool = False
    factor_of_safety: Optional[RasterSource] = None
    probability_of_failure: Optional[RasterSource] = None
    provenance: Mapping[str, str] = field(default_factory=dict)
    trigger_rasters: Mapping[Where, TriggerRaster] = field(default_factory=dict)
    cloud_optimised: bool = False
    unseen: str = "empty"

    def window(self, grid: Grid) -> Window:
        """The part of the grid to map."""
        return Window.whole(grid) if self.bounds is None else Window.of_bounds(grid, self.bounds)

    def safety_band(self, scenario: str) -> int:
        """Band of the factor of safety that belongs to a scenario."""
        source = self.factor_of_safety
        names = [band.name for band in source.bands] if source is not None else []
        if scenario in names:
            return names.index(scenario)
        if len(names) == 1:
            return 0
        raise InputError(
            f"The factor of safety raster has no band {scenario}; it has {', '.join(names) or 'none'}. Give one with "
            "that band, or with one band alone"
        )


def triggers_to_map(bundle: ModelBundle, asked: Optional[TriggerScenarios]) -> Optional[TriggerScenarios]:
    """The scenarios asked for, or those of the training; raise ``InputError`` if they do not fit."""
    if asked is None and bundle.triggers_by_cell:
        raise InputError(
            "The model was trained with triggers from rasters, which a bundle does not keep; give SCENARIOS, a table "
            "of numbers or rasters for the area to map"
        )
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


def trained_range(bundle: ModelBundle) -> tuple[Floats, Floats]:
    """Smallest and largest value (columns,) of each trigger in the training."""
    return bundle.trigger_range


def trigger_notes(
    bundle: ModelBundle,
    triggers: Optional[TriggerScenarios],
    rasters: Optional[Mapping[Where, TriggerRaster]] = None,
) -> dict[str, str]:
    """What lies outside the range of the training's triggers, as metadata; empty if nothing does."""
    if triggers is None or bundle.scenarios is None:
        return {}
    outside = []
    for period, scenario, row in zip(triggers.return_periods_yr, triggers.names, triggers.values):
        for name, value, least, most in zip(triggers.columns, row, *trained_range(bundle)):
            raster = (rasters or {}).get((period, name))
            low, high = (value, value) if raster is None else (raster.low, raster.high)
            if not least <= low <= high <= most:
                values = f"{value:g}" if raster is None else f"{low:g} to {high:g}"
                outside.append(f"{name} of {scenario} is {values}, trained from {least:g} to {most:g}")
    notes = {"TRIGGERS_OUTSIDE_TRAINING": "; ".join(outside)} if outside else {}
    if rasters:
        named = [f"{name} of T{period:g}: {Path(each.path).name}" for (period, name), each in rasters.items()]
        notes["TRIGGER_RASTERS"] = "; ".join(named)
    return notes


def check_cell_size(bundle: ModelBundle, grid: Grid, options: MapOptions) -> dict[str, str]:
    """A note if the cell size is not the training's, as metadata; empty if it is.

    Raises
    ------
    InputError
        It differs by more than a quarter and that is not allowed.
    """
    trained = (bundle.facts.grid or {}).get("cell_size_m")
    if trained is None:
        return {}
    try:
        here = ground_of(grid).cell_size_m
    except InputError:
        return {"CELL_SIZE": "The rasters have no CRS, so their cell size was not compared"}
    if abs(here / float(trained) - 1.0) <= CELL_SIZE_TOLERANCE:
        return {}
    note = f"The cells are {here:.4g} m wide, those of the training {float(trained):g} m"
    if not options.any_cell_size:
        raise InputError(
            f"{note}; slope and curvature change with the cell size. Derive the factors at about that size, or "
            "allow another cell size"
        )
    return {"CELL_SIZE": note}


def crs_note(bundle: ModelBundle, grid: Grid) -> dict[str, str]:
    """A note if the rasters are in another CRS than the training's, so most likely of another area."""
    trained = bundle.facts.grid or {}
    if not trained.get("crs_wkt") or same_crs(str(trained["crs_wkt"]), grid.crs_wkt):
        return {}
    return {
        "CRS": f"The model was trained in {trained.get('crs_name', 'another CRS')}, the rasters are in "
        f"{crs_name(grid.crs_wkt)}; map the area of applicability too, which tells where the model knows such ground"
    }
