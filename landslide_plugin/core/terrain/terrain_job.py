"""Worker task ``terrain``: the bands of a DEM by compiled kernels.

The job's folder holds ``heights.npy`` (rows, cols) float32 and ``ground.npz``; where given also
``sinks.npy`` (rows, cols) bool and ``lines_<n>.npy`` (segments, 2, 3) float64. The bands are left in it as
raw float32, see ``engine.band_file``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..progress import Progress
from .catalogue import chosen
from .engine import Task
from .ground import Ground
from .settings import TerrainSettings

GROUND = ("dx", "dy", "reach_x", "reach_y", "up", "along_x", "along_y")

COMPILED = "compiled"
"""Mark in the cache folder: the kernels have been compiled before."""


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
    os.makedirs(job["cache"], exist_ok=True)
    os.environ["NUMBA_CACHE_DIR"] = job["cache"]
    mark = os.path.join(job["cache"], COMPILED)
    if not os.path.exists(mark):
        progress.info("Compiling the terrain kernels; only the first run takes this half a minute")
    from .kernels import bands, routing
    from .kernels.jit import threads

    task = _task(job)
    upslope = None
    if task.of_flow:
        room = routing.Room(task.folder, bool(job["on_disk"]))
        upslope = routing.route(task, room, progress.part(0.0, 0.6))
    bands.write_factors(task, upslope, progress.part(0.6, 0.8))
    bands.write_distances(task, progress.part(0.8, 1.0))
    with open(mark, "w", encoding="utf-8"):
        pass
    return {"threads": threads()}


def _task(job: Mapping[str, Any]) -> Task:
    folder = job["folder"]
    with np.load(os.path.join(folder, "ground.npz"), allow_pickle=False) as stored:
        ground = replace(Ground(*(stored[name] for name in GROUND)), is_curved=bool(job["is_curved"]))
    lines = {name: _array(folder, f"lines_{i}") for i, name in enumerate(job["lines"])}
    return Task(
        np.load(os.path.join(folder, "heights.npy"), mmap_mode="r", allow_pickle=False),
        ground,
        chosen(job["factors"]),
        TerrainSettings(**job["settings"]),
        {name: segments for name, segments in lines.items() if segments is not None},
        _array(folder, "sinks"),
        folder,
    )


def _array(folder: str, name: str) -> Optional[npt.NDArray[Any]]:
    path = os.path.join(folder, f"{name}.npy")
    if not os.path.exists(path):
        return None
    stored: npt.NDArray[Any] = np.load(path, allow_pickle=False)
    return stored
