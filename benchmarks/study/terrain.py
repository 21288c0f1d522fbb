"""Terrain factors of a large DEM: time, and the memory that the system cannot take back, within a limit.

The whole default stack, from GeoTIFF to GeoTIFF, with two line layers. Each run is a process of its own; its memory
and that of the modelling process it starts are looked at four times a second. Pages of mapped files are left out:
the system takes them back when others need room.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np

from benchmarks.bench.terrain import CELL_M, REPOSITORY, WORKER, synthetic
from benchmarks.common.table import Row, at_most, write_rows

RUNS = ((5000, 4096), (10000, 4096), (10000, 1024))
"""Rows and columns, and MEMORY in MiB."""

LARGEST_MIB = 4096.0
SOURCE_SIZE = 2500


def anonymous_mib(pid: int) -> float:
    """Memory of a process and its children that belongs to no file; 0 for one that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        children = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
    except OSError:
        return 0.0
    own = next(
        (int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("RssAnon")), 0.0
    )
    return own + sum(anonymous_mib(int(child)) for child in children.split())


def run(size: int, memory_mib: int, folder: str) -> dict[str, float]:
    """Derive the stack of a mirrored DEM in this process; seconds and the most memory."""
    from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
    from landslide_plugin.core.io.vector import line_wkb
    from landslide_plugin.core.terrain import DEFAULT_FACTORS
    from landslide_plugin.core.types.features import FeatureSet
    from landslide_plugin.core.types.grid import Grid
    from landslide_plugin.core.workflows.factor_stack.fast_engine import FastEngine
    from landslide_plugin.core.workflows.factor_stack.stack import StackJob, write_stack

    wkt, dem = crs_wkt("EPSG:32633"), f"{folder}/dem.tif"
    grid = Grid(size, size, (400000.0, CELL_M, 0.0, 5100000.0, 0.0, -CELL_M), wkt)
    tile = synthetic(SOURCE_SIZE)
    with RasterSink(dem, grid, [Band("")]) as sink:
        for start in range(0, size, SOURCE_SIZE):
            block = tile[::-1] if start // SOURCE_SIZE % 2 else tile
            whole = np.tile(np.hstack([block, block[:, ::-1]]), size // SOURCE_SIZE // 2 + 1)[:, :size]
            sink.write(0, start, whole[: size - start])
    del tile, block, whole
    rng = np.random.default_rng(0)
    walks = np.cumsum(rng.normal(0, 300, (40, 400, 2)), axis=1) + np.array([430000.0, 5070000.0])
    ways = tuple(line_wkb(walk) for walk in walks)
    lines = {f"distance_{name}": FeatureSet(ways, wkt, name=name) for name in ("faults", "roads")}
    peak, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(0.25):
            peak[0] = max(peak[0], anonymous_mib(own))

    own, watcher = os.getpid(), threading.Thread(target=watch, daemon=True)
    watcher.start()
    started = time.monotonic()
    job = StackJob(dem, f"{folder}/stack.tif", DEFAULT_FACTORS, lines=lines, memory_mib=memory_mib)
    summary = write_stack(job, engine=FastEngine(WORKER, str(REPOSITORY / "build" / "numba" / "large")))
    seconds = time.monotonic() - started
    over.set()
    watcher.join()
    return {"seconds": seconds, "mib": peak[0], "bands": len(summary.names), "valid": summary.valid_cells}


def main() -> None:
    """Measure all runs and write ``build/bench/study_terrain.json``."""
    rows: list[Row] = []
    for size, memory in RUNS:
        label = f"{size} x {size}, MEMORY {memory}"
        with tempfile.TemporaryDirectory() as folder:
            words = [sys.executable, "-m", "benchmarks.study.terrain", str(size), str(memory), folder]
            done = subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout.splitlines()[-1])
        rows += [
            Row(f"{label}: {found['bands']} bands", found["seconds"], "s"),
            at_most(f"{label}: memory of both processes", found["mib"], "MiB", LARGEST_MIB),
        ]
    write_rows("study_terrain", rows)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
    else:
        main()
