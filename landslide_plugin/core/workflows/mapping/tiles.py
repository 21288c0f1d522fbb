"""A map in tiles: each drawn by itself, all joined to one."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.raster import Layout, RasterSink, RasterSource
from ...io.raster.cloud import write_mosaic
from ...progress import SILENT, Progress
from ...requirements import absolute
from ...types.grid import Grid
from ...types.window import Window
from ...writing.folders import filled_folder
from .job import MapJob, _bundle, draw, open_map
from .kinds.kind import Output
from .kinds.table import outputs
from .parts import open_rasters
from .run import MapSummary, metadata_of, place_of_map

ROWS_AT_ONCE = 64


@dataclass(frozen=True)
class Tile:
    """A part of a map and the folder its rasters go to.

    Attributes
    ----------
    window : Window
        In the grid of the factors.
    bounds : tuple of float
        Its west, south, east and north.
    folder : str
    model : str
        Identifier of the bundle that must be used.
    """

    window: Window
    bounds: tuple[float, float, float, float]
    folder: str
    model: str

    def path(self, name: str) -> str:
        """Raster of one of the targets.

        >>> tile = Tile(Window(512, 256, 0, 256), (0.0, 0.0, 1.0, 1.0), "tiles", "a1")
        >>> Path(tile.path("classes")).name
        'classes_512_0.tif'
        """
        return str(Path(self.folder) / f"{name}_{self.window.first_row}_{self.window.first_col}.tif")


def is_virtual(path: str) -> bool:
    """True for a map that is to be a virtual raster over its tiles.

    >>> is_virtual("maps/p.vrt"), is_virtual("maps/p.tif")
    (True, False)
    """
    return Path(path).suffix.lower() == ".vrt"


def tile_folder(path: str) -> Path:
    """Where the tiles of a virtual raster stay.

    >>> tile_folder("maps/p.vrt").name
    'p_tiles'
    """
    return Path(absolute(path)).with_name(f"{Path(path).stem}_tiles")


def draw_tile(job: MapJob, tile: Tile) -> MapSummary:
    """Map one tile into its folder; it may have no value at all.

    Raises
    ------
    InputError
        As ``draw``, or the model here is not that of the job.
    """
    if _bundle(job.bundle).identifier != tile.model:
        _bundle.cache_clear()
    if _bundle(job.bundle).identifier != tile.model:
        raise InputError(f"{job.bundle} is another model here than where the map was asked for")
    targets = {name: tile.path(name) for name in job.targets}
    return draw(
        replace(job, targets=targets, bounds=tile.bounds, cloud_optimised=False), SILENT, least_cells=0
    )


@dataclass(frozen=True)
class CutMap:
    """A map cut into tiles: everything is checked before the first one is drawn.

    Attributes
    ----------
    job : MapJob
    tiles : tuple of Tile
    grid : Grid
        Of the map.
    made : tuple of Output
    metadata : mapping of str to str
    """

    job: MapJob
    tiles: tuple[Tile, ...]
    grid: Grid
    made: tuple[Output, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, job: MapJob, folder: str, tile_size: int) -> CutMap:
        """Cut a job into squares of at most ``tile_size`` cells a side, whose rasters go to ``folder``."""
        with open_map(job) as inputs:
            context, whole = inputs.context(), inputs.factors.grid
            window = inputs.options.window(whole)
            tiles = tuple(
                Tile(part, part.of(whole).bounds, folder, inputs.bundle.identifier)
                for part in window.cut(tile_size, tile_size)
            )
            made = tuple(outputs(job.targets, context))
            place = place_of_map(inputs.bundle, inputs.factors, inputs.options)
            about = metadata_of(context, whole, inputs.options, place)
            return cls(job, tiles, window.of(whole), made, about)

    def join(self, progress: Progress = SILENT) -> None:
        """Write the rasters of the job from those of the tiles; of virtual ones the tiles are moved beside them."""
        layout: Layout = "cloud" if self.job.cloud_optimised else "strips"
        names = {path: name for name, path in self.job.targets.items()}
        joined = [output for output in self.made if not is_virtual(output.path)]
        with ExitStack() as stack:
            sinks = open_rasters(stack, joined, self.grid, self.metadata, layout)
            for output in self.made:
                if is_virtual(output.path):
                    self._show(output, names[output.path])
            for number, (output, sink) in enumerate(zip(joined, sinks)):
                progress.step(number / len(sinks))
                self._fill(sink, len(output.bands), names[output.path], output.byte)
            for sink in sinks:
                sink.complete()

    def _show(self, output: Output, name: str) -> None:
        """Keep the tiles of a map in a folder of their own, and write the virtual raster over them."""
        folder = tile_folder(output.path)
        files = [Path(tile.path(name)) for tile in self.tiles]
        beside = [each for file in files for each in (file, *file.parent.glob(f"{file.name}.*"))]
        with filled_folder(folder, [each.name for each in beside]) as new:
            for each in beside:
                shutil.move(each, new / each.name)
        write_mosaic(
            [str(folder / file.name) for file in files],
            absolute(output.path),
            {**self.metadata, **output.notes},
        )

    def _fill(self, sink: RasterSink, bands: int, name: str, byte: bool) -> None:
        rows: dict[int, list[Tile]] = {}
        for tile in self.tiles:
            rows.setdefault(tile.window.first_row, []).append(tile)
        first = min(rows)
        for top, beside in sorted(rows.items()):
            with ExitStack() as stack:
                sources = [stack.enter_context(RasterSource(tile.path(name))) for tile in beside]
                for start in range(0, beside[0].window.rows, ROWS_AT_ONCE):
                    count = min(ROWS_AT_ONCE, beside[0].window.rows - start)
                    for band in range(bands):
                        values = np.hstack([source.read(band, start, count) for source in sources])
                        sink.write(
                            band, top - first + start, np.nan_to_num(values, nan=0.0) if byte else values
                        )


def total(summaries: Sequence[MapSummary]) -> MapSummary:
    """Summary of a map from those of its tiles.

    Raises
    ------
    InputError
        No cell was mapped.

    Examples
    --------
    >>> tile = MapSummary(np.array([1, 0, 0, 0, 2]), 5, 0, 1.0)
    >>> both = total([tile, tile])
    >>> both.mapped_cells, both.no_data_cells
    (6, 10)
    """
    counts: npt.NDArray[np.int64] = np.sum([each.cells_per_class for each in summaries], axis=0)
    if not counts.any():
        raise InputError("No cell has a value in every factor the model needs; check no-data and categories")
    return MapSummary(
        counts,
        sum(each.no_data_cells for each in summaries),
        sum(each.unseen_category_cells for each in summaries),
        summaries[0].cell_area_km2,
        outside_cells=sum(each.outside_cells for each in summaries),
        nearest_class_cells=sum(each.nearest_class_cells for each in summaries),
    )
