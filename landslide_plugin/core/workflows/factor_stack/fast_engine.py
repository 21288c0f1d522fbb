"""Compiled kernels in the modelling process, and what to do where there is none."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import WorkerError
from ...progress import Progress
from ...requirements import require_space
from ...terrain.engine import CUT, GROUND, PLAIN, Bands, Task, band_file
from ...types.arrays import Flags, Surface
from ...types.grid import Strip
from ...worker.client import run_job

BYTES_A_CELL = 14
"""Memory of the flow: filled heights 4, way out 1, givers 1, area 8."""

BYTES_A_CELL_STREAMS = 16
"""Height above and distance to the streams, and what they are computed from."""

BASE_BYTES = 300 << 20
"""Memory of the modelling process itself, with SciPy and numba loaded, and of the strips."""

WORTH_IT_CELLS = 1_000_000
"""Below this the plain engine is done before another process has started."""


def kernels_digest() -> str:
    """Short digest of the kernels' source: code compiled from another source is never used.

    >>> len(kernels_digest())
    12
    """
    digest = hashlib.sha256()
    for path in sorted((Path(__file__).parents[2] / "terrain" / "kernels").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class FileBands:
    """Bands that lie in files of raw values."""

    folder: str
    names: tuple[str, ...]
    cols: int
    of_flow: bool

    def values(self, strip: Strip) -> Surface:
        """Values (bands, rows, cols) of a strip."""
        shape = strip.rows, self.cols
        values = np.empty((len(self.names), *shape), np.float32)
        for i, name in enumerate(self.names):
            path, offset = band_file(self.folder, name), 4 * strip.start * self.cols
            values[i] = np.fromfile(path, np.float32, strip.rows * self.cols, offset=offset).reshape(shape)
        return values

    def cut(self, strip: Strip) -> Optional[Flags]:
        """Cells (rows, cols) whose catchment the edge cuts."""
        if not self.of_flow:
            return None
        count, offset = strip.rows * self.cols, strip.start * self.cols
        flags = np.fromfile(band_file(self.folder, CUT), np.uint8, count, offset=offset)
        return np.asarray(flags.reshape(strip.rows, self.cols) != 0)


@dataclass(frozen=True)
class FastEngine:
    """Compiled kernels in a process of the modelling environment.

    Attributes
    ----------
    python : str
        Interpreter of the environment.
    cache : str
        Folder in which compiled code is kept.
    """

    python: str
    cache: str
    on_disk: bool = True

    @property
    def name(self) -> str:
        """What the log calls it."""
        return f"compiled kernels, by {self.python}"

    def bytes_needed(self, task: Task) -> int:
        """Memory of the modelling process if nothing must go to files."""
        streams = any(factor.of_streams for factor in task.factors)
        a_cell = (BYTES_A_CELL if task.of_flow else 0) + (BYTES_A_CELL_STREAMS if streams else 0)
        return task.cells * a_cell + BASE_BYTES

    def compute(self, task: Task, progress: Progress) -> FileBands:
        """Run the job and hand over its files.

        Raises
        ------
        DiskSpaceError
            The scratch folder has no room for the bands, and for the flow if it must go to files.
        WorkerError
            The process cannot be started or broke down.
        """
        need = self.bytes_needed(task)
        in_files = task.memory_mib is not None and need > task.memory_mib << 20
        names = (*(factor.spec.name for factor in task.factors), *task.lines)
        require_space(task.folder, task.cells * (4 * len(names) + 1) + (need if in_files else 0))
        if in_files:
            progress.info("That is more than is allowed: the flow is kept in files, which is slower")
        _save(task)
        job = {
            "folder": task.folder,
            "cache": str(Path(self.cache, f"kernels-{kernels_digest()}")),
            "factors": [factor.spec.name for factor in task.factors],
            "settings": asdict(task.settings),
            "lines": list(task.lines),
            "is_curved": task.ground.is_curved,
            "on_disk": in_files,
        }
        run_job("terrain", job, task.folder, self.python, progress)
        return FileBands(task.folder, names, task.heights_m.shape[1], task.of_flow)


def _save(task: Task) -> None:
    """Put into the task's folder what the job reads; the heights lie there already."""
    ground = {name: getattr(task.ground, name) for name in GROUND}
    np.savez(Path(task.folder, "ground.npz"), **ground)
    for i, segments in enumerate(task.lines.values()):
        np.save(Path(task.folder, f"lines_{i}.npy"), segments, allow_pickle=False)
    if task.sinks is not None:
        np.save(Path(task.folder, "sinks.npy"), task.sinks, allow_pickle=False)


@dataclass(frozen=True)
class AutoEngine:
    """The compiled kernels where they are worth it and work, else the plain engine."""

    fast: FastEngine
    on_disk: bool = True

    @property
    def name(self) -> str:
        """What the log calls it."""
        return f"{self.fast.name} from {WORTH_IT_CELLS} cells on, else {PLAIN.name}"

    def bytes_needed(self, task: Task) -> int:
        """Memory of the engine that will be used."""
        return (PLAIN if task.cells < WORTH_IT_CELLS else self.fast).bytes_needed(task)

    def compute(self, task: Task, progress: Progress) -> Bands:
        """Compute the bands, by the plain engine if the process breaks down."""
        if task.cells >= WORTH_IT_CELLS:
            try:
                return self.fast.compute(task, progress)
            except WorkerError as error:
                progress.warning(f"The compiled kernels cannot be used: {error} Going on with {PLAIN.name}")
        return PLAIN.compute(task, progress)
