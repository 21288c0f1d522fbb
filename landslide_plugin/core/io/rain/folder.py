"""Rain as a folder of files, each with one step or several."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional, Union

import numpy as np

from ...errors import InputError
from ...types.arrays import Floats, Moments
from ..raster.crs import same_crs
from .bands import BandLayers
from .layers import LayerFacts, Stamps
from .netcdf import ENDINGS, NetcdfLayers

RASTERS = (".tif", ".tiff", ".vrt", ".asc", ".bil", ".img", ".grd")
MOST_OPEN = 8
"""Files of a folder that stay open."""

FileLayers = Union[BandLayers, NetcdfLayers]


def open_file(path: str, variable: str = "", timed: bool = True) -> FileLayers:
    """Layers of one file, as NetCDF by its ending, else as bands."""
    if path.lower().endswith(ENDINGS):
        return NetcdfLayers(path, variable)
    if variable:
        raise InputError(
            f"VARIABLE is {variable}, and {Path(path).name} is no NetCDF file; leave it empty for bands"
        )
    return BandLayers(path, timed)


class FolderLayers:
    """Layers of all rasters of a folder, in the order of time; few of them are open at once.

    Parameters
    ----------
    folder : str
    variable : str
    timed : bool
        Whether the times are to be found; else the order is that of the names.
    """

    def __init__(self, folder: str, variable: str = "", timed: bool = True):
        self.path, self.name, self._variable = folder, Path(folder).name, variable
        files = sorted(
            str(file) for file in Path(folder).iterdir() if file.suffix.lower() in (*RASTERS, *ENDINGS)
        )
        if not files:
            raise InputError(f"{folder} holds no raster ({', '.join(RASTERS)}) and no NetCDF file")
        self._timed, self._open = timed, OrderedDict[str, FileLayers]()
        facts = [self._file(file).facts for file in files]
        self._require_alike(files, facts)
        untimed = [Path(file).name for file, one in zip(files, facts) if one.stamps is None]
        if timed and untimed:
            raise InputError(
                f"{self.name}: nothing tells the time of {', '.join(untimed[:3])}; name the files by it, such as "
                "rain_2020083006.tif, or give START and STEP for files in the order of their names"
            )
        self._places = [(file, layer) for file, one in zip(files, facts) for layer in range(one.count)]
        stamps, order = _joined([one.stamps for one in facts])
        self._places = [self._places[place] for place in order] if stamps else self._places
        first = facts[0]
        self.facts = replace(first, stamps=stamps, count=len(self._places))

    def _require_alike(self, files: Sequence[str], facts: Sequence[LayerFacts]) -> None:
        first = facts[0]
        for file, one in zip(files[1:], facts[1:]):
            how = first.frame.grid.difference(one.frame.grid)
            if not how and not same_crs(first.frame.grid.crs_wkt, one.frame.grid.crs_wkt):
                how = "another CRS"
            if not how and one.unit != first.unit:
                how = f"unit {one.unit or 'none'} instead of {first.unit or 'none'}"
            if not how and (one.frame.flipped, one.frame.rolled) != (first.frame.flipped, first.frame.rolled):
                how = "another order of rows or columns"
            if how:
                raise InputError(f"{self.name}: {Path(file).name} differs from {Path(files[0]).name}: {how}")

    def _file(self, path: str) -> FileLayers:
        """A file of the folder, opened if need be; the one used longest ago is let go of."""
        layers = self._open.pop(path, None) or open_file(path, self._variable_of(path), self._timed)
        self._open[path] = layers
        while len(self._open) > MOST_OPEN:
            self._open.popitem(last=False)[1].close()
        return layers

    def _variable_of(self, path: str) -> str:
        return self._variable if path.lower().endswith(ENDINGS) else ""

    def close(self) -> None:
        """Let go of all files."""
        while self._open:
            self._open.popitem()[1].close()

    def read(self, layer: int, rows: tuple[int, int], cols: tuple[int, int]) -> Floats:
        """Stored cells of a layer, see ``RainLayers``."""
        path, number = self._places[layer]
        return self._file(path).read(number, rows, cols)


def _joined(found: Sequence[Optional[Stamps]]) -> tuple[Optional[Stamps], list[int]]:
    """Stamps of all layers in the order of time, and the place that each had."""
    stamps = [one for one in found if one is not None]
    if len(stamps) < len(found):
        return None, []
    times = np.concatenate([one.times for one in stamps])
    order = np.argsort(times, kind="stable")

    def all_of(parts: Sequence[Optional[Moments]]) -> Optional[Moments]:
        known = [part for part in parts if part is not None]
        return np.concatenate(known)[order] if len(known) == len(parts) else None

    return (
        Stamps(
            times[order],
            all_of([one.starts for one in stamps]),
            all_of([one.ends for one in stamps]),
            all(one.whole_days for one in stamps),
            all(one.in_utc for one in stamps),
        ),
        order.tolist(),
    )
