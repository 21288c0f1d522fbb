"""Speed and memory of the factor of safety: 1e6 cells x 6 layers x 5 scenarios in one run on this machine."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import numpy as np

from benchmarks.bench_table import Row, at_least, at_most, write_rows
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.masks import SlopeLimits
from landslide_plugin.core.stability.pore_pressure import RainOnSoil, WaterTable
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.stability.soil import Soil

CELLS, LAYERS, SCENARIOS = 1_000_000, 6, 5
BOTTOMS = (0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
WETNESS = np.array([0.3, 0.4, 0.5, 0.6, 0.7])
REPEATS = 3


def case(cells: int) -> tuple[np.ndarray, Soil, WaterTable]:
    """Slopes, soil and water of a mountain area."""
    rng = np.random.default_rng(1)

    def layers(low: float, high: float) -> np.ndarray:
        return rng.uniform(low, high, (LAYERS, cells)).astype(np.float32)

    moist = layers(15, 20)
    soil = Soil(BOTTOMS, layers(2, 20), layers(0.3, 0.8), moist, moist + np.float32(1.5), BOTTOMS[-1])
    rain = RainOnSoil(np.zeros(SCENARIOS), np.zeros(SCENARIOS), 1e-6, 0.1)
    return rng.uniform(6, 55, cells).astype(np.float32), soil, WaterTable(WETNESS, rain)


def naive(slope_deg: np.ndarray, soil: Soil) -> np.ndarray:
    """The same by one broadcast over scenarios, layers and cells, both sides of every face."""
    angle = np.deg2rad(slope_deg)
    cos2, sin_cos = np.cos(angle) ** 2, np.sin(angle) * np.cos(angle)
    bottom = np.array(BOTTOMS, np.float32)[None, :, None]
    top = np.concatenate([[0.0], BOTTOMS[:-1]]).astype(np.float32)[None, :, None]
    table = (BOTTOMS[-1] * (1 - WETNESS)).astype(np.float32)[:, None, None]
    wet = np.maximum(bottom - np.maximum(table, top), 0)
    weight = soil.moist_kn_m3[None] * (bottom - top) + (soil.saturated_kn_m3 - soil.moist_kn_m3)[None] * wet
    vertical = np.cumsum(weight, axis=1)
    normal = np.maximum(vertical * cos2 - 9.81 * np.maximum(bottom - table, 0) * cos2, 0)
    shear = vertical * sin_cos
    above = (soil.cohesion_kpa[None] + normal * soil.tan_friction[None]) / shear
    below = (soil.cohesion_kpa[None, 1:] + normal[:, :-1] * soil.tan_friction[None, 1:]) / shear[:, :-1]
    every = np.concatenate([above, below], axis=1)
    return np.take_along_axis(every, every.argmin(axis=1)[:, None], axis=1)[:, 0]


def best_time(work: Callable[[], object]) -> float:
    """Shortest of a few runs, seconds."""
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def bandwidth_time(soil: Soil) -> float:
    """Seconds to copy what the kernel must read once."""
    inputs = [soil.cohesion_kpa, soil.tan_friction, soil.moist_kn_m3, soil.saturated_kn_m3]
    targets = [np.empty_like(values) for values in inputs]

    def copy() -> None:
        for target, values in zip(targets, inputs):
            np.copyto(target, values)

    return best_time(copy)


def extra_memory_mib(cells: int) -> float:
    """Largest memory of a run beyond what inputs and outputs hold, as Python and NumPy allocate it."""
    slope, soil, water = case(cells)
    tracemalloc.start()
    found = assess(slope, soil, water, question())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (
        peak - found.factor_of_safety.nbytes - found.critical_depth_m.nbytes - found.reasons.nbytes
    ) / 2**20


def question(probability: bool = False) -> Question:
    """All scenarios without shaking."""
    method = by_point_estimate(Spread()) if probability else None
    return Question(np.zeros(SCENARIOS), SlopeLimits(), method)


def main() -> None:
    """Measure and write ``build/bench/stability.json``."""
    slope, soil, water = case(CELLS)
    ours = assess(slope, soil, water, question()).factor_of_safety
    theirs = naive(slope, soil)
    worst = float(np.max(np.abs(ours / theirs - 1)))
    del ours, theirs
    kernel = best_time(lambda: assess(slope, soil, water, question()))
    broadcast = best_time(lambda: naive(slope, soil))
    copying = bandwidth_time(soil)
    few = 100_000
    part_soil = soil.cells(slice(0, few))
    started = time.perf_counter()
    assess(slope[:few], part_soil, water, question(probability=True))
    probability = (time.perf_counter() - started) * 1e6 / (few * SCENARIOS)
    small, large = extra_memory_mib(CELLS // 4), extra_memory_mib(CELLS)
    name = f"{CELLS:.0e} cells x {LAYERS} layers x {SCENARIOS} scenarios"
    write_rows(
        "stability",
        [
            Row(f"factor of safety, {name}", kernel, "s"),
            at_least("speed over a naive broadcast", broadcast / kernel, "times", 8, "NumPy, one broadcast"),
            at_most("time over memory bandwidth", kernel / copying, "times", 40, "copying the inputs"),
            at_most("largest difference", worst, "relative", 1e-4, "NumPy, one broadcast"),
            at_most("memory beyond inputs and outputs", large, "MiB", 64),
            Row("growth of it from a quarter of the cells", large - small, "MiB"),
            at_most("probability of failure, a cell and scenario", probability, "us", 1, "point estimate"),
        ],
    )


if __name__ == "__main__":
    main()
