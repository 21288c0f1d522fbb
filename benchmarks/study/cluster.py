"""A map of 1e7 cells by two worker processes of one Dask scheduler against one process, one thread each.

The bytes are compared too, also where one of the workers is killed on the way. On a machine that does more than this
the clock says little of two processes; what the processors did for either way is told beside it. Needs the packages of
``requirements-cluster.txt``, as ``.venv`` has them.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from benchmarks.bench.mapping_rasters import write
from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.model.bundle.bundle import save_bundle
from tools.check.random_bundle import random_bundle

CELLS, TILE = 10_000_000, 1024
TARGETS = ("probability", "classes", "spread")
REPOSITORY = Path(__file__).resolve().parents[2]


def held_to(core: int, *words: str) -> list[str]:
    """A command of this Python that uses one core."""
    return ["taskset", "-c", str(core), sys.executable, "-m", *words]


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Address of a scheduler with two workers of one thread, each held to a core, and the second of them."""
    folder.mkdir()
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
        yield address, started[-1]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def mapped(folder: Path, name: str, *options: str) -> float:
    """Seconds that a map takes by the clock, its process's start included."""
    job = {
        "bundle": "model",
        "factors": [f"factors_{CELLS}.tif"],
        "targets": {each: f"{name}_{each}.tif" for each in TARGETS},
        "any_cell_size": True,
    }
    path = folder / f"{name}.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    words = ("landslide_plugin.core.cluster", str(path), "--tile-size", str(TILE), *options)
    started = time.perf_counter()
    subprocess.run(held_to(0, *words), cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def busy() -> float:
    """Processor time of all processes that were started here and have ended, seconds."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def by_cluster(folder: Path, name: str, killed_after: Optional[float] = None) -> float:
    """Seconds that a map takes by two workers, of which the second may be killed after some time."""
    with cluster(folder / f"of_{name}") as (address, second):
        if killed_after is not None:
            timer = threading.Timer(killed_after, second.kill)
            timer.start()
        seconds = mapped(folder, name, "--scheduler", address)
        if killed_after is not None:
            timer.cancel()
            if second.poll() is None:
                raise RuntimeError("The map was whole before the worker was to be killed")
    return seconds


def same(folder: Path, one: str, other: str) -> bool:
    """Whether two maps have the same bytes."""
    return all(
        (folder / f"{one}_{each}.tif").read_bytes() == (folder / f"{other}_{each}.tif").read_bytes()
        for each in TARGETS
    )


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(str(folder), CELLS)
        save_bundle(random_bundle(1, soil=False, rain=False), {}, str(folder / "model"))
        before = busy()
        alone = mapped(folder, "alone")
        alone_busy = busy() - before
        many = by_cluster(folder, "many")
        many_busy = busy() - before - alone_busy
        by_cluster(folder, "killed", many / 2)
        rows = [
            Row(f"{CELLS:.0e} cells, one process, one thread", CELLS / alone, "cells/s"),
            at_least("two workers of one thread over it, tiles joined", alone / many, "x", 1.5),
            Row(
                "processor time of scheduler, workers and joining over one process",
                many_busy / alone_busy,
                "x",
            ),
            at_least(
                "most that two free processors can gain, by processor time",
                2 * alone_busy / many_busy,
                "x",
                1.5,
            ),
            at_least("bytes as of one process", float(same(folder, "alone", "many")), "", 1.0),
            at_least(
                "bytes as of one process, a worker killed half-way",
                float(same(folder, "alone", "killed")),
                "",
                1.0,
            ),
        ]
    write_rows("study_cluster", rows)


if __name__ == "__main__":
    main()
