"""Cells mapped per second on OpenBLAS's kernels for several processors, one thread.

Given the folder of another checkout, both map the same cells in turns, and the rows tell the ratio:
``.venv/bin/python -m benchmarks.study.mapping_kernels ../other``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.bench.mapping import (
    FACTORS,
    LAYERS,
    OWN,
    PROPERTIES,
    SCENARIOS,
    SHAPE,
    SHARED,
    TRIGGERS,
    UNITS,
    ensemble,
)
from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.model.families.mapper import EnsembleMapper
from landslide_plugin.core.model.inference.architecture import Architecture
from tools.check import kernels

CELLS, TURNS = 16_128, 7
PLAIN = "no profile, one scenario"
HERE = Path(__file__).resolve().parents[2]


def works() -> dict[str, tuple[Callable[[], Any], int]]:
    """What is mapped, and how many cells that are."""
    rng = np.random.default_rng(0)
    static = rng.normal(size=(CELLS, FACTORS)).astype(np.float32)
    own = rng.normal(size=(CELLS, LAYERS, PROPERTIES)).astype(np.float32)
    shared, rain = own[rng.integers(0, UNITS, CELLS)], rng.normal(size=(SCENARIOS, TRIGGERS))
    mapper = EnsembleMapper(ensemble(static, own, rain, SHAPE), 1)
    alone = Architecture(FACTORS, 1, 1, 0, "cross_hierarchical")
    plain = EnsembleMapper(ensemble(static, own, rain, alone), 1)
    half = slice(0, CELLS // 2)
    return {
        SHARED: (lambda: mapper.logits(static, shared, rain), CELLS),
        OWN: (lambda: mapper.logits(static[half], own[half], rain), CELLS // 2),
        PLAIN: (lambda: plain.logits(static, None, None), CELLS),
    }


def answer() -> None:
    """Map what each line of the input names, and print the cells per second of processor time."""
    known = works()
    for line in sys.stdin:
        work, cells = known[line.strip()]
        started = time.process_time()
        work()
        print(cells / (time.process_time() - started), flush=True)


class Mapper:
    """A process that maps with the source of a folder and a kernel."""

    def __init__(self, folder: Path, kernel: str) -> None:
        environment = kernels.environment(kernel, OPENBLAS_NUM_THREADS="1", PYTHONPATH=str(folder))
        script = [sys.executable, "-c", START.format(here=str(HERE))]
        self._process = subprocess.Popen(
            script, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder
        )

    def rate(self, work: str) -> float:
        """Cells per second."""
        given, said = self._process.stdin, self._process.stdout
        assert given is not None
        assert said is not None
        print(work, file=given, flush=True)
        return float(said.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


START = """
import importlib.util, sys
import benchmarks, tests
benchmarks.__path__.append("{here}/benchmarks")
tests.__path__.append("{here}/tests")
from benchmarks.study.mapping_kernels import answer
answer()
"""
"""The packages are those of the folder; what it lacks, such as this module, is taken from here."""


def main() -> None:
    """Print and store the table."""
    folders = [HERE, *(Path(each).resolve() for each in sys.argv[1:2])]
    rows = []
    for kernel in sorted(kernels.LEFT_OUT):
        if why := kernels.missing(kernel):
            print(f"{kernel}: {why}")
            continue
        mappers = [Mapper(folder, kernel) for folder in folders]
        for work in (SHARED, OWN, PLAIN):
            for mapper in mappers:
                mapper.rate(work)
            rates = np.array([[mapper.rate(work) for mapper in mappers] for _ in range(TURNS)])
            rows.append(Row(f"{kernel}, {work}", statistics.median(rates[:, 0]), "cells/s"))
            if len(folders) > 1:
                ratio = statistics.median(rates[:, 0] / rates[:, 1])
                rows.append(Row(f"{kernel}, {work}, over {folders[1].name}", ratio, "x"))
        for mapper in mappers:
            mapper.close()
    write_rows("mapping_kernels", rows)


if __name__ == "__main__":
    main()
