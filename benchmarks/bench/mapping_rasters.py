"""Maps from rasters to rasters: speed, peak memory and their growth with size, and time by stage.

Each size runs in a process of its own, whose peak memory the system reports; another one has written
its rasters before.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import RasterSink, crs_wkt
from landslide_plugin.core.model.bundle.bundle import ModelBundle, load_bundle
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping import parts as map_reading
from landslide_plugin.core.workflows.mapping import run as mapping
from landslide_plugin.core.workflows.mapping.job import colours
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tools.check.random_bundle import random_bundle, random_cells

SIZES = (100_000, 1_000_000, 4_000_000)
MEMORY_MIB = 512.0
NETWORK, LOGISTIC, ALL = "one network", "logistic", "all families"
REPOSITORY = Path(__file__).resolve().parents[2]
WORKER = REPOSITORY / ".venv-worker" / "bin" / "python"
NAMES = ("probability", "spread", "agreement", "classes")


def measured(sizes: Sequence[int], kind: str = NETWORK) -> list[dict[str, float]]:
    """Figures of each size for a kind of model; rasters of a size are removed before the next."""
    found = []
    for cells in sizes:
        with tempfile.TemporaryDirectory() as folder:
            if kind == ALL:
                call = [str(WORKER), "-m", "benchmarks.common.default_bundle", folder]
                subprocess.run(call, check=True, cwd=REPOSITORY, stdout=subprocess.DEVNULL)
            for step in ("write", "map"):
                words = ["benchmarks.bench.mapping_rasters", step, folder, str(cells), kind]
                done = subprocess.run(
                    [sys.executable, "-m", *words], stdout=subprocess.PIPE, text=True, check=True
                )
            found.append(json.loads(done.stdout.splitlines()[-1]))
    return found


def rows_of(sizes: Sequence[int], found: Sequence[dict[str, float]], kind: str = NETWORK) -> list[Row]:
    """The table: every size, then how time and memory grow from the first of 1e6 cells on."""
    rows = []
    for cells, figures in zip(sizes, found):
        name = f"{cells:.0e} cells, {kind}, 1 scenario"
        rows.append(Row(f"{name}, rasters to rasters", cells / figures["total_s"], "cells/s"))
        rows.append(Row(f"{name}, wall time", figures["total_s"], "s"))
        rows.append(Row(f"{name}, per second of a processor", cells / figures["map_cpu_s"], "cells/s"))
        rows.append(
            at_most(f"{name}, peak memory", figures["peak_mib"], "MiB", MEMORY_MIB, "the limit asked for")
        )
    first = next(i for i, cells in enumerate(sizes) if cells >= 1_000_000)
    small, large = found[first], found[-1]
    grown, words = sizes[-1] / sizes[first], f"of {sizes[-1]:.0e} cells over {{}}that of {sizes[first]:.0e}"
    growth = large["cpu_s"] / small["cpu_s"] / grown
    rows.append(
        at_most(f"processor time {words.format(f'{grown:g} x ')}", growth, "x", 1.25, "linear growth")
    )
    memory = large["peak_mib"] / small["peak_mib"]
    rows.append(at_most(f"peak memory {words.format('')}", memory, "x", 1.1, "flat memory"))
    for stage in ("read", "predict", "write"):
        share = large[f"{stage}_s"] / large["total_s"]
        rows.append(Row(f"{stage}, share of the time, beside the others", share, ""))
    if kind == NETWORK:
        share = 1 - large["predict_s"] / large["total_s"]
        rows.append(at_most("share of the time that is not prediction", share, "", 0.15, "default outputs"))
    rows.append(at_least(f"cells mapped, of {sizes[-1]:.0e}", large["mapped"], "", sizes[-1]))
    return rows


def model(folder: str, kind: str) -> ModelBundle:
    """The model of a kind: networks and lines drawn at random, or the default of a training."""
    if kind == ALL:
        return load_bundle(str(Path(folder) / "model"))
    drawn = random_bundle(1, soil=False, rain=False)
    return drawn if kind == NETWORK else replace(drawn, ensemble=replace(drawn.ensemble, members=()))


def cells_of(bundle: ModelBundle, kind: str, count: int, seed: int) -> Any:
    """Raw factors of some cells."""
    if kind != ALL:
        return random_cells(count, seed)[0]
    rng, factors = np.random.default_rng(seed), bundle.ensemble.encoder.factors
    return np.column_stack([rng.normal(each.mean, each.deviation, count) for each in factors])


def write(folder: str, cells: int, kind: str = NETWORK) -> None:
    """Write the factors of one size."""
    cols = 2000 if cells >= 1_000_000 else 500
    grid = Grid(cells // cols, cols, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
    bundle = model(folder, kind)
    with RasterSink(_factors(folder, cells), grid, [factor_band(spec) for spec in bundle.factors]) as sink:
        for strip in grid.strips(100):
            static = cells_of(bundle, kind, strip.rows * cols, strip.start)
            for i, values in enumerate(static.T.reshape(-1, strip.rows, cols)):
                sink.write(i, strip.start, values.astype(np.float32))


def draw(folder: str, cells: int, kind: str = NETWORK) -> None:
    """Map one size and print its figures as JSON."""
    bundle = model(folder, kind)
    targets = {name: str(Path(folder) / f"{name}_{cells}.tif") for name in NAMES}
    clock = _Clock()
    bundle.mapper.logits = clock.timed("predict", bundle.mapper.logits)  # type: ignore[method-assign]
    map_reading.MapReader.read = clock.timed("read", map_reading.MapReader.read)  # type: ignore[method-assign]
    mapping.write_part = clock.timed("write", mapping.write_part)
    started, busy = time.perf_counter(), time.process_time()
    with FactorSources([_factors(folder, cells)]) as factors:
        options = MapOptions(memory_mib=MEMORY_MIB, any_cell_size=True)
        summary = mapping.map_susceptibility(bundle, factors, None, None, targets, colours(), SILENT, options)
    figures = {
        **clock.seconds,
        "total_s": time.perf_counter() - started,
        "map_cpu_s": time.process_time() - busy,
        "cpu_s": time.process_time(),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "mapped": summary.mapped_cells,
    }
    print(json.dumps(figures))


def _factors(folder: str, cells: int) -> str:
    return str(Path(folder) / f"factors_{cells}.tif")


class _Clock:
    """Sums the time that stages take."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time added to its stage."""

        def called(*given: Any) -> Any:
            started = time.perf_counter()
            found = function(*given)
            name = f"{stage}_s"
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started
            return found

        return called


def main() -> None:
    """Measure every size and print the table."""
    write_rows("mapping_rasters", rows_of(SIZES, measured(SIZES)))


if __name__ == "__main__":
    if len(sys.argv) > 3:
        {"write": write, "map": draw}[sys.argv[1]](sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        main()
