"""Speed of slope units and of the factors of units; compared with rasterstats where a Python has it.

The variable UNITS_PEERS_PYTHON names that Python. Both get the same GeoPackage and raster, and find the same
statistics; CPU time of a process of its own each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.bench.terrain import CELL_M, REPOSITORY, peak_bytes, synthetic
from benchmarks.common.table import Row, at_least, write_rows

SIZE, BLOCK = 1000, 10
PEERS = os.environ.get("UNITS_PEERS_PYTHON", "")
TARGET = 10.0
PEER_SCRIPT = """
import json, sys, time
from rasterstats import zonal_stats
started = time.process_time()
found = zonal_stats(sys.argv[1], sys.argv[2], stats=["mean", "std", "range", "percentile_90"])
print(json.dumps({"seconds": time.process_time() - started, "mean": [one["mean"] for one in found]}))
"""

OWN_SCRIPT = """
import json, sys, time
from benchmarks.bench.terrain import peak_bytes
from landslide_plugin.core.io.vector import read_features
from landslide_plugin.core.workflows.mapping_units.unit_factors import FactorsJob, unit_factors
before, started = peak_bytes(), time.process_time()
found = unit_factors(FactorsJob(read_features(sys.argv[1]), [sys.argv[2]], ("mean", "sd", "range"), (90.0,)))
seconds, bytes = time.process_time() - started, peak_bytes() - before
print(json.dumps({"seconds": seconds, "bytes": bytes, "mean": found.features.field("z_mean")}))
"""


def slope_unit_rows(size: int) -> list[Row]:
    """Cost per cell of each part of the division of a DEM of size x size cells, and its memory."""
    from landslide_plugin.core.terrain.slope_units.divide import UnitSettings, relief_of, slope_units
    from landslide_plugin.core.terrain.water.cells import outlets
    from landslide_plugin.core.terrain.water.depressions import fill_depressions
    from landslide_plugin.core.types.ground import plane

    heights = synthetic(size)
    ground, before = plane(heights.shape, CELL_M, CELL_M), peak_bytes()
    marks = [time.process_time()]
    filled = fill_depressions(heights, outlets(heights))
    marks.append(time.process_time())
    relief = relief_of(heights, filled, ground)
    marks.append(time.process_time())
    units = slope_units(relief, UnitSettings())
    marks.append(time.process_time())
    nanos, label = np.diff(marks) * 1e9 / heights.size, f"{size} x {size}"
    parts = ("filling", "flow and aspect", "division and cleaning")
    return [
        Row(f"slope units, {label}", float(nanos.sum()), "ns/cell"),
        *(Row(f"slope units, {label}: {name}", float(ns), "ns/cell") for name, ns in zip(parts, nanos)),
        Row(f"slope units, {label}: seconds", float(marks[-1] - marks[0]), "s"),
        Row(f"slope units, {label}: units", float(units.max() + 1), ""),
        Row(f"slope units, {label}: memory", (peak_bytes() - before) / heights.size, "B/cell"),
    ]


def squares(size: int, block: int) -> tuple[bytes, ...]:
    """Squares of block x block cells that tile size x size cells."""
    from landslide_plugin.core.io.vector import box_wkb

    side = block * CELL_M
    count = size // block
    return tuple(
        box_wkb(400000 + j * side, 5100000 - (i + 1) * side, 400000 + (j + 1) * side, 5100000 - i * side)
        for i in range(count)
        for j in range(count)
    )


def factor_rows(size: int, block: int, peers: str) -> list[Row]:
    """Time of mean, deviation, range and a quantile of one raster in squares, ours and rasterstats'."""
    from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
    from landslide_plugin.core.io.vector import write_features
    from landslide_plugin.core.types.features import FeatureSet
    from landslide_plugin.core.types.grid import Grid

    wkt = crs_wkt("EPSG:32633")
    grid = Grid(size, size, (400000.0, CELL_M, 0.0, 5100000.0, 0.0, -CELL_M), wkt)
    polygons = FeatureSet(squares(size, block), wkt)
    with tempfile.TemporaryDirectory() as folder:
        raster, layer = str(Path(folder, "z.tif")), str(Path(folder, "squares.gpkg"))
        with RasterSink(raster, grid, [Band("z")]) as sink:
            sink.write(0, 0, synthetic(size))
        write_features(layer, polygons, "polygon")
        ours, theirs = _ours(layer, raster), _theirs(peers, layer, raster)
    label = f"factors of {len(polygons)} units, {size} x {size} cells"
    rows = [
        Row(label, ours["seconds"], "s"),
        Row(f"{label}: memory", ours["bytes"] / len(polygons), "B/unit"),
    ]
    if theirs is None:
        return [*rows, Row(f"{label}: against rasterstats", None, "x", TARGET, None, "rasterstats (absent)")]
    off = float(np.abs(np.array(ours["mean"]) - np.array(theirs["mean"])).max())
    return [
        *rows,
        at_least(
            f"{label}: against rasterstats", theirs["seconds"] / ours["seconds"], "x", TARGET, "rasterstats"
        ),
        Row(f"{label}: largest difference of a mean", off, ""),
    ]


def _ours(layer: str, raster: str) -> dict[str, Any]:
    """Ours, in a process of its own, so that memory is its own."""
    return _said(
        subprocess.run(
            [sys.executable, "-c", OWN_SCRIPT, layer, raster],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=True,
        )
    )


def _theirs(python: str, layer: str, raster: str) -> dict[str, Any] | None:
    if not python:
        return None
    done = subprocess.run(
        [python, "-c", PEER_SCRIPT, layer, raster], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        print(f"  rasterstats does not run: {(done.stderr.splitlines() or ['no message'])[-1]}")
        return None
    return _said(done)


def _said(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return dict(json.loads(done.stdout.splitlines()[-1]))


def apart(work: Callable[..., list[Row]], module: str, *arguments: object) -> list[Row]:
    """Rows of a function of a module, run in a process of its own, so that memory is its own."""
    code = (
        f"import json; from dataclasses import asdict; from {module} import {work.__name__} as work; "
        f"print(json.dumps([asdict(row) for row in work(*{arguments!r})]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return [Row(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def main() -> None:
    """Measure and write ``build/bench/mapping_units.json``."""
    rows = apart(slope_unit_rows, "benchmarks.bench.mapping_units", SIZE)
    rows += apart(factor_rows, "benchmarks.bench.mapping_units", SIZE, BLOCK, PEERS)
    write_rows("mapping_units", rows)


if __name__ == "__main__":
    main()
