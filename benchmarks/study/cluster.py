"""A map of 1e7 cells by two worker processes of one Dask scheduler against one process, one thread each.

The bytes are compared too. Needs the packages of ``requirements-cluster.txt``, as ``.venv`` has them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench.mapping_rasters import write
from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.model.bundle.bundle import save_bundle
from tools.check.random_bundle import random_bundle

CELLS, TILE = 10_000_000, 1024
REPOSITORY = Path(__file__).resolve().parents[2]


def held_to(core: int, *words: str) -> list[str]:
    """A command of this Python that uses one core."""
    return ["taskset", "-c", str(core), sys.executable, "-m", *words]


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Address of a scheduler with two workers of one thread, each held to a core."""
    place, environment = folder / "scheduler.json", {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    words = [sys.executable, "-m", "dask", "scheduler", "--port", "0", "--no-dashboard"]
    started = [subprocess.Popen([*words, "--scheduler-file", str(place)], cwd=folder, env=environment)]
    try:
        while not (place.exists() and place.stat().st_size):
            time.sleep(0.1)
        address = str(json.loads(place.read_text(encoding="utf-8"))["address"])
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder))
        for core in range(2):
            command = held_to(core, "dask", "worker", address, *options)
            started.append(subprocess.Popen(command, cwd=folder, env=environment))
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait()


def mapped(folder: Path, name: str, *options: str) -> float:
    """Seconds that a map takes, its process's start included."""
    job = {
        "bundle": "model",
        "factors": [f"factors_{CELLS}.tif"],
        "targets": {each: f"{name}_{each}.tif" for each in ("probability", "classes", "spread")},
        "any_cell_size": True,
    }
    path = folder / f"{name}.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    words = ("landslide_plugin.core.cluster", str(path), "--tile-size", str(TILE), *options)
    started = time.perf_counter()
    subprocess.run(held_to(0, *words), cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(str(folder), CELLS)
        save_bundle(random_bundle(1, soil=False, rain=False), {}, str(folder / "model"))
        alone = mapped(folder, "alone")
        with cluster(folder) as address:
            many = mapped(folder, "many", "--scheduler", address)
        same = all(
            (folder / f"alone_{each}.tif").read_bytes() == (folder / f"many_{each}.tif").read_bytes()
            for each in ("probability", "classes", "spread")
        )
    rows = [
        Row(f"{CELLS:.0e} cells, one process, one thread", CELLS / alone, "cells/s"),
        at_least("two workers of one thread over it, tiles joined", alone / many, "x", 1.5),
        at_least("bytes as of one process", float(same), "", 1.0),
    ]
    write_rows("study_cluster", rows)


if __name__ == "__main__":
    main()
