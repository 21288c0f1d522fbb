"""Speed and memory of the terrain factors: CPU time per cell of the compiled kernels, at growing sizes.

Compared in the same run with gdaldem and SciPy, with GRASS and SAGA where they are installed, and with richdem
(or its fork richdem2) and whitebox-workflows if the variable TERRAIN_PEERS_PYTHON names a Python that has them.
Every figure comes from a process of its own. Wetness indices are compared pair by pair, ours and the other's one right
after the other, and the median of the ratios is given: other work on the machine then slows both.
``python -m benchmarks.bench.terrain compare 1000 grass,richdem,plain`` prints those of one size and of some programs.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Optional

import numpy as np

from benchmarks.common import terrain_peers
from benchmarks.common.table import Row, at_least, at_most, write_rows

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", REPOSITORY.parent / "shared"))
REAL = SHARED / "data" / "study" / "balakot_south" / "dem.tif"
WORKER = str(REPOSITORY / ".venv-worker" / "bin" / "python")
PEERS = os.environ.get("TERRAIN_PEERS_PYTHON", "")
SIZES = (1000, 2500, 5000)
PAIRS = 3
REAL_SIZE, PLAIN_SIZE, CELL_M = 2500, 1000, 10.0
DERIVED = ("slope", "aspect_sin", "aspect_cos", "plan_curvature", "profile_curvature", "tangential_curvature",
           "total_curvature")  # fmt: skip


def synthetic(size: int) -> np.ndarray:
    """A self-similar surface with many depressions, 1500 m of relief."""
    rng = np.random.default_rng(1)
    spectrum = np.fft.rfft2(rng.normal(size=(size, size)))
    wave = np.hypot(np.fft.fftfreq(size)[:, None], np.fft.rfftfreq(size)[None])
    wave[0, 0] = 1.0
    heights = np.fft.irfft2(spectrum / wave**2.2, s=(size, size))
    heights -= heights.min()
    return (heights * (1500.0 / heights.max())).astype(np.float32)


def real(size: int) -> np.ndarray:
    """A real DEM, upsampled and mirrored side by side to the size."""
    from scipy import ndimage

    from landslide_plugin.core.io.raster import RasterSource

    with RasterSource(str(REAL)) as source:
        heights = source.read(0)
    heights = np.where(np.isfinite(heights), heights, np.nanmedian(heights))
    fine = ndimage.zoom(heights, 2, order=1)
    copies = (size // fine.shape[0] + 1, size // fine.shape[1] + 1)
    return np.pad(fine, [(0, n * m) for n, m in zip(copies, fine.shape)], mode="symmetric")[:size, :size]


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def peak_bytes() -> int:
    """Largest memory of this process so far; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def kernels_at_hand() -> None:
    """Name the folder of compiled kernels before they are loaded."""
    os.environ.setdefault("NUMBA_CACHE_DIR", str(REPOSITORY / "build" / "numba" / "bench"))


def fast_wetness(heights: np.ndarray, folder: str) -> None:
    """The wetness index by the kernels, from heights to values."""
    from landslide_plugin.core.progress import Progress
    from landslide_plugin.core.terrain import TerrainSettings
    from landslide_plugin.core.terrain.catalogue import chosen
    from landslide_plugin.core.terrain.engine import Task
    from landslide_plugin.core.terrain.kernels import bands, routing
    from landslide_plugin.core.types.ground import plane

    ground = plane(heights.shape, CELL_M, CELL_M)
    job = Task(heights, ground, chosen(("twi",)), TerrainSettings(), {}, None, folder)
    bands.write_factors(job, routing.route(job, routing.Room(folder, False), Progress()), Progress())


def run_wetness(folder: str) -> dict[str, float]:
    """The wetness index by the kernels alone; a small DEM first, so that nothing is compiled in between."""
    kernels_at_hand()
    heights = np.load(Path(folder) / "heights.npy")
    fast_wetness(np.ascontiguousarray(heights[:64, :300]), folder)
    return {"wetness": timed(lambda: fast_wetness(heights, folder))}


def run_ours(folder: str) -> dict[str, float]:
    """Figures of the kernels on ``heights.npy``; the first call of each compiles or loads and is not timed."""
    kernels_at_hand()
    from landslide_plugin.core.progress import Progress
    from landslide_plugin.core.terrain import TerrainSettings
    from landslide_plugin.core.terrain.catalogue import chosen
    from landslide_plugin.core.terrain.distance import cells_as_segments
    from landslide_plugin.core.terrain.engine import Task
    from landslide_plugin.core.terrain.kernels import bands, filling, local, outlets, routing
    from landslide_plugin.core.types.ground import plane

    def task(heights: np.ndarray, names: tuple[str, ...]) -> Task:
        ground = plane(heights.shape, CELL_M, CELL_M)
        return Task(heights, ground, chosen(names), TerrainSettings(), {}, None, folder)

    def wetness(heights: np.ndarray) -> None:
        fast_wetness(heights, folder)

    def derivatives(heights: np.ndarray) -> None:
        bands.write_factors(task(heights, DERIVED), None, Progress())

    def kernel(heights: np.ndarray) -> float:
        rows = max(bands.STRIP_CELLS // heights.shape[1], 1)
        out = np.empty((8, rows, heights.shape[1]), np.float32)
        padded = np.pad(heights, 1, constant_values=np.nan)
        size = np.full(rows, CELL_M)

        def strips() -> None:
            for start in range(0, len(heights) - rows + 1, rows):
                block = padded[start : start + rows + 2]
                local.derivatives(block, size, size, True, np.float32(0.0), out)
                local.mend_derivatives(block, size, size, True, np.float32(0.0), out)

        return timed(strips)

    def fill(heights: np.ndarray) -> float:
        surface = np.pad(heights, 1, constant_values=np.nan)
        outlet = np.zeros(surface.shape, np.uint8)
        outlets.find_outlets(surface, True, outlet)
        numbers = np.zeros(heights.shape, np.uint16)
        return timed(lambda: filling.fill(surface, outlet, numbers, Progress()))

    def distance(marked: np.ndarray) -> None:
        ground = plane(marked.shape, CELL_M, CELL_M)
        routing.distances_m(cells_as_segments(marked, ground), ground, Progress())

    heights = np.load(Path(folder) / "heights.npy")
    marked = np.random.default_rng(0).random(heights.shape) < 1e-3
    small = np.ascontiguousarray(heights[:64, :300])  # wider than a tile, as the whole is
    for warm in (wetness, derivatives, kernel, fill):
        warm(small)
    distance(marked[:64, :300])
    before = peak_bytes()
    found = {"wetness": timed(lambda: wetness(heights)), "bytes": float(peak_bytes() - before)}
    found["derivatives"] = timed(lambda: derivatives(heights))
    found["kernel"] = kernel(heights)
    found["fill"] = fill(heights)
    before = peak_bytes()
    found["distance"] = timed(lambda: distance(marked))
    found["distance_bytes"] = float(max(peak_bytes() - before, 0))
    return found


def run_plain(folder: str) -> dict[str, float]:
    """Figures of the NumPy code and of SciPy's distance transform."""
    from scipy import ndimage

    from landslide_plugin.core.terrain import terrain_factors

    heights = np.load(Path(folder) / "heights.npy")
    marked = np.random.default_rng(0).random(heights.shape) < 1e-3
    found = {"scipy": timed(lambda: ndimage.distance_transform_edt(~marked, sampling=(CELL_M, CELL_M)))}
    if len(heights) <= PLAIN_SIZE:
        found["wetness"] = timed(lambda: terrain_factors(heights, CELL_M, CELL_M, ["twi"]))
    return found


def faster(part: str, python: str, folder: str) -> Optional[float]:
    """Median over pairs of a wetness index's cost over that of the kernels; None where it is not to be had."""
    ratios = []
    for _ in range(PAIRS):
        ours, other = measured("wetness", WORKER, folder), measured(part, python, folder)
        if "wetness" not in ours or "wetness" not in other:
            return None
        ratios.append(other["wetness"] / ours["wetness"])
    print(f"  {part}: {', '.join(f'{ratio:.3g}' for ratio in ratios)} times the cost of the kernels")
    return statistics.median(ratios)


PARTS: Mapping[str, Callable[[str], dict[str, float]]] = {
    "ours": run_ours,
    "wetness": run_wetness,
    "plain": run_plain,
    **terrain_peers.PARTS,
}


def measured(part: str, python: str, folder: str) -> dict[str, float]:
    """Figures of one part in a process of its own; empty if what it needs is absent."""
    if not python:
        return {}
    done = subprocess.run(
        [python, "-m", "benchmarks.bench.terrain", part, folder],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        last = (done.stderr.splitlines() or ["no message"])[-1]
        print(f"  {part} does not run: {last}")
        return {}
    return dict(json.loads(done.stdout.splitlines()[-1]))


def gdaldem_seconds(heights: np.ndarray, folder: str) -> float:
    """CPU seconds of ``gdaldem slope``, uncompressed in and out."""
    from osgeo import gdal

    path = str(Path(folder) / "dem.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, *heights.shape[::-1], 1, gdal.GDT_Float32)
    dataset.SetGeoTransform([0.0, CELL_M, 0.0, 0.0, 0.0, -CELL_M])
    dataset.GetRasterBand(1).WriteRaster(0, 0, *heights.shape[::-1], heights.tobytes())
    dataset = None
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["gdaldem", "slope", "-q", path, str(Path(folder) / "slope.tif")], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rows_of(label: str, heights: np.ndarray, costs: dict[str, dict[str, float]]) -> list[Row]:
    """All figures of one DEM; cost per cell goes into ``costs`` as well."""
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "heights.npy", heights)
        ours, plain = measured("ours", WORKER, folder), measured("plain", sys.executable, folder)
        gdaldem = gdaldem_seconds(heights, folder)
        slower = faster("plain", sys.executable, folder) if len(heights) <= PLAIN_SIZE else None
        others = {
            name: faster(name, PEERS if name in terrain_peers.PACKAGES else sys.executable, folder)
            for name in terrain_peers.PARTS
        }
    nanos = 1e9 / heights.size
    layers = len(DERIVED)
    rows = [
        at_most(f"{label}: fill", ours["fill"] * nanos, "ns/cell", 80.0),
        Row(f"{label}: wetness index, end to end", ours["wetness"] * nanos, "ns/cell"),
        at_most(f"{label}: memory of it", ours["bytes"] / heights.size, "B/cell", 16.0),
        at_most(f"{label}: derivatives in one pass", ours["kernel"] * nanos, "ns/cell", 3.0),
        Row(f"{label}: {layers} derivatives with files", ours["derivatives"] * nanos, "ns/cell"),
        at_least(
            f"{label}: a derivative against gdaldem",
            gdaldem * layers / ours["derivatives"],
            "x",
            4.0,
            "gdaldem",
        ),
        at_least(f"{label}: distance to points", plain["scipy"] / ours["distance"], "x", 4.0, "scipy"),
    ]
    if slower is not None:
        rows.append(at_most(f"{label}: plain engine against the kernels", slower, "x", 15.0))
    for name, ratio in others.items():
        target, told = terrain_peers.TARGETS[name], f"{label}: wetness index against {name}"
        if ratio is None:
            rows.append(Row(told, None, "x", target, None, f"{name} (absent)"))
        else:
            rows.append(at_least(told, ratio, "x", target, name))
    for name in ("fill", "wetness"):
        costs.setdefault(name, {})[label] = ours[name] * nanos
    return rows


def growth(costs: Mapping[str, Mapping[str, float]]) -> list[Row]:
    """Cost per cell of the largest size over that of the smallest."""
    small, large = (f"{size} x {size}" for size in (SIZES[0], SIZES[-1]))
    return [
        Row(f"cost per cell of {name}, {large} over {small}", cost[large] / cost[small], "x")
        for name, cost in costs.items()
    ]


def compare(size: int, names: str) -> None:
    """Print the pairs and the median for some of ``PARTS``, by commas, and how many processes wanted a core."""
    heights = synthetic(size)
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "heights.npy", heights)
        gdaldem_seconds(heights, folder)  # leaves the DEM as a raster for the others
        print(
            f"{size} x {size}: {measured('wetness', WORKER, folder)['wetness'] / heights.size * 1e9:.3g} ns/cell"
        )
        for name in names.split(","):
            ratio = faster(name, PEERS if name in terrain_peers.PACKAGES else sys.executable, folder)
            told = "absent" if ratio is None else f"{ratio:.3g} times faster"
            print(f"{size} x {size}, {name}: {told}; load {os.getloadavg()[0]:.0f}", flush=True)


def main() -> None:
    """Measure all sizes and write ``build/bench/terrain.json``."""
    costs: dict[str, dict[str, float]] = {}
    rows = [Row("processes that wanted a core in the minute before", os.getloadavg()[0], "")]
    for size in SIZES:
        rows += rows_of(f"{size} x {size}", synthetic(size), costs)
    if REAL.exists():
        rows += rows_of(f"real, {REAL_SIZE} x {REAL_SIZE}", real(REAL_SIZE), costs)
    rows.append(Row("the same in the last minute of it", os.getloadavg()[0], ""))
    write_rows("terrain", [*rows, *growth(costs)])


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "compare":
        compare(int(sys.argv[2]), sys.argv[3])
    elif len(sys.argv) == 3:
        print(json.dumps(PARTS[sys.argv[1]](sys.argv[2])))
    else:
        main()
