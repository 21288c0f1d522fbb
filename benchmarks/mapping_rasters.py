"""Maps from rasters to rasters: speed, peak memory and their growth with size, and what is not prediction.

Each size runs in a process of its own, whose peak memory the system reports.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.bench_table import Row, at_least, at_most, write_rows
from landslide_plugin.core.bands import factor_band
from landslide_plugin.core.factor_sources import FactorSources
from landslide_plugin.core.grid import Grid
from landslide_plugin.core.map_outputs import MapTargets
from landslide_plugin.core.map_request import MapOptions
from landslide_plugin.core.mapping import map_susceptibility
from landslide_plugin.core.model.bundle import ModelBundle
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.raster_io import RasterSink, crs_wkt
from tests.random_bundle import SPECS, random_bundle, random_cells

SIZES = (100_000, 1_000_000, 4_000_000)
MEMORY_MIB = 512.0
COLOURS = {i: (str(i), (i, i, i)) for i in range(1, 6)}


def main(folder: str) -> None:
    """Measure every size and print the table."""
    rows, found = [], []
    for cells in SIZES:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.mapping_rasters", folder, str(cells)],
            capture_output=True,
            text=True,
            check=True,
        )
        figures = json.loads(done.stdout.splitlines()[-1])
        found.append(figures)
        name = f"{cells:.0e} cells, 1 member, 1 scenario"
        rows.append(Row(f"{name}, rasters to rasters", cells / figures["total_s"], "cells/s"))
        rows.append(
            at_most(f"{name}, peak memory", figures["peak_mib"], "MiB", MEMORY_MIB, "the limit asked for")
        )
    first, last = found[1], found[-1]
    growth = (last["total_s"] / first["total_s"]) / (SIZES[-1] / SIZES[1])
    rows.append(at_most("time of 4e6 cells over 4 x that of 1e6", growth, "x", 1.25, "linear growth"))
    rows.append(Row("memory of 4e6 cells over that of 1e6", last["peak_mib"] / first["peak_mib"], "x"))
    share = 1 - last["predict_s"] / last["total_s"]
    rows.append(Row("share not prediction, 1 member, 1 scenario", share, ""))
    rows.append(at_least("cells mapped, of 4e6", last["mapped"], "", SIZES[-1]))
    write_rows("mapping_rasters", rows)


def one(folder: str, cells: int) -> None:
    """Map one raster and print its figures as JSON."""
    cols = 2000 if cells >= 1_000_000 else 500
    grid = Grid(cells // cols, cols, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
    path = Path(folder) / f"factors_{cells}.tif"
    with RasterSink(str(path), grid, [factor_band(spec) for spec in SPECS]) as sink:
        for strip in grid.strips(100):
            static, _ = random_cells(strip.rows * cols, strip.start)
            for i, values in enumerate(static.T.reshape(3, strip.rows, cols)):
                sink.write(i, strip.start, values)
    bundle = random_bundle(1, soil=False, rain=False)
    clock = _Clock(bundle)
    targets = MapTargets(*(str(Path(folder) / f"{name}_{cells}.tif") for name in "psac"))
    started = time.perf_counter()
    with FactorSources([str(path)]) as factors:
        summary = map_susceptibility(
            bundle, factors, None, None, targets, COLOURS, SILENT, MapOptions(memory_mib=MEMORY_MIB)
        )
    figures = {
        "total_s": time.perf_counter() - started,
        "predict_s": clock.seconds,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "mapped": summary.mapped_cells,
    }
    print(json.dumps(figures))


class _Clock:
    """Sums the time a bundle's networks take."""

    def __init__(self, bundle: ModelBundle) -> None:
        self.seconds = 0.0
        self._logits = bundle.mapper.logits
        bundle.mapper.logits = self.logits  # type: ignore[method-assign]

    def logits(self, *inputs: object) -> np.ndarray:
        """The networks' logits, timed."""
        started = time.perf_counter()
        found = self._logits(*inputs)  # type: ignore[arg-type]
        self.seconds += time.perf_counter() - started
        return found


if __name__ == "__main__":
    if len(sys.argv) > 2:
        one(sys.argv[1], int(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(temporary)
