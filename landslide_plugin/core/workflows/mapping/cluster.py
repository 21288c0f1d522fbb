"""Mapping on a Dask cluster: ``python -m landslide_plugin.core.cluster job.json --scheduler tcp://host:8786``.

Runs outside QGIS, in a Python with GDAL, NumPy, SciPy and the packages of ``requirements-cluster.txt``.
Each worker reads its window of the rasters and writes its tile, so all must see the same paths; what a
worker that dies has not finished is done by another.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from ...errors import InputError, LandslideError
from ...progress import SILENT, Progress
from ...requirements import require_folder
from .job import MapJob, draw
from .run import NOTES, MapSummary
from .tiles import CutMap, draw_tile, is_virtual, total

TILE_SIZE = 2048
RETRIES = 3
SECONDS_TO_CONNECT = 30


def map_on_cluster(
    job: MapJob, scheduler: str, tile_size: int = TILE_SIZE, progress: Progress = SILENT
) -> MapSummary:
    """Map tile by tile on the workers of a scheduler and join the tiles.

    Parameters
    ----------
    job : MapJob
    scheduler : str
        Address of a running Dask scheduler, such as ``tcp://host:8786``.
    tile_size : int
        Rows and columns of a tile.

    Raises
    ------
    InputError
        The inputs do not fit, no scheduler or worker answers, or a tile failed on every worker tried.
    """
    first = next(iter(job.targets.values()))
    folder = Path(f"{first}.{os.getpid()}.tiles")
    require_folder(first)
    cut = CutMap.of(job, str(folder), tile_size)
    for name in NOTES:
        if name in cut.metadata:
            progress.warning(cut.metadata[name])
    folder.mkdir()
    try:
        summary = total(_drawn(cut, scheduler, progress.part(0.0, 0.9)))
        cut.join(progress.part(0.9, 1.0))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return summary


def _drawn(cut: CutMap, scheduler: str, progress: Progress) -> list[MapSummary]:
    from dask.distributed import Client, as_completed
    from distributed.scheduler import KilledWorker

    try:
        client = Client(scheduler, timeout=SECONDS_TO_CONNECT)
    except OSError as error:
        raise InputError(f"No Dask scheduler answers at {scheduler}: {error}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS_TO_CONNECT)
        except TimeoutError:
            raise InputError(
                f"The scheduler at {scheduler} has no worker; start some with 'dask worker {scheduler} --no-nanny'"
            ) from None
        futures = client.map(draw_tile, [cut.job] * len(cut.tiles), cut.tiles, retries=RETRIES, pure=False)
        try:
            for done, future in enumerate(as_completed(futures), start=1):
                future.result()
                progress.step(done / len(futures))
            return [future.result() for future in futures]
        except KilledWorker as error:
            raise InputError(f"Workers died over and over on one tile: {error}") from None
        finally:
            client.cancel(futures)


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Map as the command line says; 0 if it was done, 1 with one line of reason if not."""
    parser = argparse.ArgumentParser(prog="python -m landslide_plugin.core.cluster", description=__doc__)
    parser.add_argument("job", help="JSON file with bundle, factors, targets and what else a map takes")
    parser.add_argument("--scheduler", help="address of a Dask scheduler; without it this process maps alone")
    parser.add_argument("--tile-size", type=int, default=TILE_SIZE, help="rows and columns of a tile")
    given = parser.parse_args(arguments)
    say = Progress(
        fraction=lambda share: _tell(f"{100 * share:.0f} %"),
        info=_tell,
        warning=lambda line: _tell(f"Warning: {line}"),
    )
    try:
        job = MapJob.read(given.job)
        if given.tile_size < 1:
            raise InputError(f"A tile size of {given.tile_size} holds no cell; give at least 1")
        virtual = [path for path in job.targets.values() if is_virtual(path)]
        if virtual and not given.scheduler:
            raise InputError(
                f"{virtual[0]} is to be a virtual raster over tiles, which only a cluster leaves; name it .tif"
            )
        summary = (
            map_on_cluster(job, given.scheduler, given.tile_size, say) if given.scheduler else draw(job, say)
        )
    except LandslideError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _tell(f"{summary.mapped_cells} cells mapped, {summary.no_data_cells} left empty for want of data")
    if summary.unseen_category_cells:
        _tell(f"Warning: {summary.unseen_category_cells} cells have a category the model has not seen")
    if summary.nearest_class_cells:
        _tell(
            f"Warning: {summary.nearest_class_cells} cells of unseen categories have the nearest known class"
        )
    if given.scheduler and summary.outside_cells:
        _tell(f"Warning: {summary.outside_cells} cells have triggers outside the range of the training")
    return 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
