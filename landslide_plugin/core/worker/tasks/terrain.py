"""Worker task ``terrain``: the bands of a DEM by compiled kernels.

The job's folder holds ``heights.npy`` (rows, cols) float32 and ``ground.npz``; where given also
``sinks.npy`` (rows, cols) bool and ``lines_<n>.npy`` (segments, 2, 3) float64. The bands are left in it as
raw float32, see ``engine.band_file``.
"""

from __future__ import annotations

import math
import os
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...progress import SILENT, Progress
from ...terrain.catalogue import chosen
from ...terrain.engine import GROUND, Task
from ...terrain.settings import TerrainSettings
from ...types.ground import Ground, plane
from .kernel_cache import open_cache, seal

SMALL = (8, 300)
"""Rows and columns of the DEM on which kernels are compiled: wider than a tile, as larger ones are."""

COMPILE_SHARE, COMPILE_S, CREEP_S = 0.2, 20.0, 0.5
"""Share of the progress given to compiling, about how long it takes, and how often it is reported."""


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Compute all bands of a task.

    Parameters
    ----------
    job : mapping
        ``folder``; ``cache`` (folder of compiled code); ``factors`` (names); ``settings`` (fields of
        ``TerrainSettings``); ``lines`` (names); ``is_curved``; ``on_disk`` (keep flow in files).

    Returns
    -------
    dict
        ``threads`` used.
    """
    cache = Path(job["cache"])
    cache.mkdir(parents=True, exist_ok=True)
    os.environ["NUMBA_CACHE_DIR"] = job["cache"]
    task = _task(job)
    compiled, damaged = open_cache(cache)
    if damaged:
        progress.info(
            f"{damaged} files of compiled terrain kernels were damaged or lost; they are compiled anew"
        )
    if not compiled:
        progress.info("Compiling the terrain kernels; only the first run takes this half a minute")
        with (
            creeping(progress.part(0.0, COMPILE_SHARE)),
            tempfile.TemporaryDirectory(dir=task.folder) as apart,
        ):
            _compute(_small(task, apart), False, SILENT)
    _compute(task, bool(job["on_disk"]), progress.part(COMPILE_SHARE, 1.0))
    seal(cache)
    from ...terrain.kernels.jit import threads

    return {"threads": threads()}


def _compute(task: Task, on_disk: bool, progress: Progress) -> None:
    """Leave all bands of a task in its folder."""
    from ...terrain.kernels import bands, routing

    upslope = None
    if task.of_flow:
        upslope = routing.route(task, routing.Room(task.folder, on_disk), progress.part(0.0, 0.6))
    bands.write_factors(task, upslope, progress.part(0.6, 0.8))
    bands.write_distances(task, progress.part(0.8, 1.0))


def _small(task: Task, folder: str) -> Task:
    """A task of the same kind on a few rows of a made-up DEM, on which every kernel wanted is compiled."""
    rows, cols = SMALL
    slant = np.add.outer(np.arange(rows, dtype=np.float32), np.arange(cols, dtype=np.float32))
    slant[rows // 2, cols // 2] = -1.0
    ground = plane(SMALL, 10.0, 10.0)
    segments = {name: np.zeros((1, 2, 3)) for name in task.lines}
    settings = replace(task.settings, stream_area_km2=1e-6)
    return Task(slant, ground, task.factors, settings=settings, lines=segments, sinks=None, folder=folder)


@contextmanager
def creeping(progress: Progress) -> Iterator[None]:
    """Let the progress creep towards its end while something runs that cannot tell how far it is.

    >>> with creeping(SILENT):
    ...     pass
    """
    over, started = threading.Event(), time.monotonic()

    def creep() -> None:
        while not over.wait(CREEP_S):
            progress.fraction(1.0 - math.exp((started - time.monotonic()) / COMPILE_S))

    creeper = threading.Thread(target=creep, daemon=True)
    creeper.start()
    try:
        yield
    finally:
        over.set()
        creeper.join()


def _task(job: Mapping[str, Any]) -> Task:
    folder = Path(job["folder"])
    with np.load(folder / "ground.npz", allow_pickle=False) as stored:
        ground = replace(Ground(*(stored[name] for name in GROUND)), is_curved=bool(job["is_curved"]))
    lines = {name: _array(folder, f"lines_{i}") for i, name in enumerate(job["lines"])}
    return Task(
        heights_m=np.load(folder / "heights.npy", mmap_mode="r", allow_pickle=False),
        ground=ground,
        factors=chosen(job["factors"]),
        settings=TerrainSettings(**job["settings"]),
        lines={name: segments for name, segments in lines.items() if segments is not None},
        sinks=_array(folder, "sinks"),
        folder=job["folder"],
    )


def _array(folder: Path, name: str) -> Optional[npt.NDArray[Any]]:
    path = folder / f"{name}.npy"
    if not path.exists():
        return None
    stored: npt.NDArray[Any] = np.load(path, allow_pickle=False)
    return stored
