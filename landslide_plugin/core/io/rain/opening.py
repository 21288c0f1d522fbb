"""Opening a file or folder of rain, and settling what its numbers mean."""

from __future__ import annotations

from pathlib import Path
from typing import Union

import numpy as np

from ...errors import InputError
from ...progress import SILENT, Progress
from .clock import DAY_H, Clock, RainReading, clock_of
from .folder import FileLayers, FolderLayers, open_file
from .layers import RainLayers
from .stack import PACKED_MM, LayerStack
from .units import RainUnit, settled_unit

AS_TOLD = RainReading()
DAYS_LOOKED_AT, CELLS_LOOKED_AT = 12, 64
"""How many days, and how wide a square of cells in the middle, tell whether numbers run on through a day."""


def open_rain_stack(
    path: str, variable: str = "", reading: RainReading = AS_TOLD, progress: Progress = SILENT
) -> LayerStack:
    """Rain of a file or folder, in mm a step.

    Parameters
    ----------
    path : str
        A raster with a band a step, a NetCDF file, or a folder of either.
    variable : str
        Which variable of a NetCDF file; empty if it has one.
    reading : RainReading
        What the files do not say.

    Raises
    ------
    InputError
        A file that cannot be read, or times, step, unit or meaning that nothing tells; the message says which
        parameter settles it.
    """
    layers = _opened(path, variable, not reading.start)
    try:
        facts = layers.facts
        clock = clock_of(facts, reading, layers.name)
        unit = settled_unit(reading.unit, facts.unit, reading.kind, layers.name)
        kind = reading.kind if reading.kind != "auto" else _kind(layers, clock, unit)
        words = {
            "rate": "rates",
            "amount": "the rain of each step",
            "day": "rain since the day began",
            "running": "a total that runs on",
        }[kind]
        progress.info(f"{clock.words}; its numbers are {words} in {reading.unit or facts.unit}")
        return LayerStack(layers, clock, unit, kind).joining(reading.joined_h)
    except BaseException:
        layers.close()
        raise


def _opened(path: str, variable: str, timed: bool) -> Union[FileLayers, FolderLayers]:
    if Path(path).is_dir():
        return FolderLayers(path, variable, timed)
    if not Path(path).is_file():
        raise InputError(f"Rain {path} is neither a file nor a folder")
    return open_file(path, variable, timed)


def _kind(layers: RainLayers, clock: Clock, unit: RainUnit) -> str:
    """What numbers are that nobody explained: a rate by its unit, a sum by the file's word, else by how they run."""
    if unit.is_rate:
        return "rate"
    if layers.facts.is_sum or clock.step_h >= DAY_H:
        return "amount"
    if _falls_within_a_day(layers, clock, unit):
        return "amount"
    raise InputError(
        f"{layers.name}: its numbers never fall within a day where they were looked at, as totals since the day's "
        "start do (ERA5-Land), and as hours of little rain may; give RAIN_IS: day if they are such totals, running if "
        "they run on from the beginning, amount if each is the rain of its step"
    )


def _falls_within_a_day(layers: RainLayers, clock: Clock, unit: RainUnit) -> bool:
    """Whether some cell's number is lower than the one before it on the same day of the file's clock.

    The midnight that ends a day belongs to it.
    """
    own = clock.ends + np.timedelta64(round(clock.offset_h * 3600), "s")
    days = (own - np.timedelta64(1, "s")).astype("M8[D]")
    every = np.unique(days)
    chosen = every[np.unique(np.linspace(0, len(every) - 1, DAYS_LOOKED_AT).round().astype(int))]
    rows, cols = layers.facts.frame.grid.shape
    height, width = min(rows, CELLS_LOOKED_AT), min(cols, CELLS_LOOKED_AT)
    where = ((rows - height) // 2, height), ((cols - width) // 2, width)
    for day in chosen:
        before = None
        for layer in np.flatnonzero(days == day).tolist():
            values = layers.read(layer, *where) * unit.factor
            if before is not None and (before - values > PACKED_MM).any():
                return True
            before = values
    return False
