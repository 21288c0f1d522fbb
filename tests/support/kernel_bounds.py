"""Run all terrain kernels uncompiled, on arrays that refuse an index beyond their ends: ``python -m`` this.

``NUMBA_DISABLE_JIT=1`` must be set. Negative indices are refused too, which NumPy takes from the end and compiled
code, as these kernels are written, never means.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile

import numpy as np

assert os.environ["NUMBA_DISABLE_JIT"] == "1"

from landslide_plugin.core.progress import Progress  # noqa: E402
from landslide_plugin.core.terrain import CATALOGUE, TerrainSettings, kernels  # noqa: E402
from landslide_plugin.core.terrain.distance import cells_as_segments  # noqa: E402
from landslide_plugin.core.terrain.engine import Task  # noqa: E402
from landslide_plugin.core.types.ground import globe, plane  # noqa: E402

MAKERS = ("empty", "zeros", "ones", "full", "arange", "flatnonzero", "empty_like", "zeros_like")
AXES = (6378137.0, 6356752.314245)


class Guarded(np.ndarray):
    """An array that refuses single negative places; NumPy refuses those beyond the other end."""

    def __getitem__(self, key):
        _require_inside(key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        _require_inside(key)
        super().__setitem__(key, value)


def _require_inside(key):
    for one in key if isinstance(key, tuple) else (key,):
        if isinstance(one, (int, np.integer)) and not isinstance(one, bool) and one < 0:
            raise IndexError(f"place {one} lies before the array")


def guarded(array):
    return np.asarray(array).view(Guarded)


class GuardedNumpy:
    """NumPy whose new arrays are guarded."""

    def __getattr__(self, name):
        made = getattr(np, name)
        return (lambda *a, **k: guarded(made(*a, **k))) if name in MAKERS else made


def watch() -> int:
    """Let every kernel module make guarded arrays; return their number."""
    count = 0
    for told in pkgutil.iter_modules(kernels.__path__):
        module = importlib.import_module(f"{kernels.__name__}.{told.name}")
        if told.name not in ("routing", "bands") and getattr(module, "np", None) is np:
            module.np = GuardedNumpy()
            count += 1
    return count


def rough(shape, seed):
    rng = np.random.default_rng(seed)
    heights = np.cumsum(np.cumsum(rng.normal(0, 4, shape), axis=0), axis=1) / 8 + rng.normal(0, 3, shape)
    heights[4:9, 6:12] = np.round(heights[4:9, 6:12] / 20) * 20
    heights[rng.random(shape) < 0.03] = np.nan
    return (heights + 900).astype(np.float32)


def run(heights, ground, settings, sinks=None) -> None:
    """All factors of a DEM and the distances to its gaps."""
    from landslide_plugin.core.terrain.kernels import bands, routing

    marked = np.isnan(heights)
    lines = {"distance": cells_as_segments(marked, ground)} if marked.any() else {}
    factors = tuple(CATALOGUE.values())
    with tempfile.TemporaryDirectory() as folder:
        task = Task(guarded(heights), ground, factors, settings, lines, sinks, folder)
        upslope = routing.route(task, routing.Room(folder, False), Progress())
        bands.write_factors(task, upslope, Progress())
        bands.write_distances(task, Progress())


def fill_in_tiles(heights, side) -> None:
    """Depressions filled tile by tile, some of a cell alone."""
    from landslide_plugin.core.terrain.kernels import filling, outlets

    surface = guarded(np.pad(heights, 1, constant_values=np.nan))
    outlet = guarded(np.zeros(surface.shape, np.uint8))
    outlets.find_outlets(surface, True, outlet)
    filling.fill(surface, outlet, guarded(np.zeros(heights.shape, np.uint16)), Progress(), 1, side)


def main() -> None:
    watched = watch()
    assert watched > 8, watched
    done = 0
    for shape in ((2, 2), (3, 9), (21, 26)):
        for seed, method in enumerate(("multiple", "d8", "d_infinity")):
            settings = TerrainSettings(
                flow_method=method,
                holes_drain=bool(seed % 2),
                slope_method="horn" if seed else "zevenbergen_thorne",
                stream_area_km2=1e-5,
                position_radius_cells=1 + seed,
                depth_limit_m=5.0 if seed == 2 else float("inf"),
            )
            second = 1.0 / 3600.0
            curved = globe(
                np.arange(shape[1] + 1) * second, 46.0 - np.arange(2 * shape[0] + 1) * second / 2.0, AXES
            )
            run(rough(shape, seed), curved if seed == 1 else plane(shape, 10.0, 25.0), settings)
            done += 1
        for side in (1, 4, 13):
            fill_in_tiles(rough(shape, side), side)
            done += 1
    sys.stdout.write(f"{done} runs of {watched} modules within bounds\n")


if __name__ == "__main__":
    main()
