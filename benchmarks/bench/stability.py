"""Speed and memory of the factor of safety: 1e6 cells x 6 layers x 5 scenarios in one run on this machine.

With the environment variable LANDLAB_PYTHON set to a Python that has landlab, its sampling is timed as well.
"""

from __future__ import annotations

import os
import subprocess
import tracemalloc

import numpy as np

from benchmarks.common.clock import best_time
from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.chance.sampling import sampled_probability, standard_draws
from landslide_plugin.core.stability.masks import SlopeLimits
from landslide_plugin.core.stability.pore_pressure import (
    Hydraulics,
    PorePressure,
    RainOnSoil,
    SteadyWetness,
    Storms,
    TransientHead,
    WaterTable,
)
from landslide_plugin.core.stability.pore_pressure.transient import PIECES_A_LAYER
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope

CELLS, LAYERS, SCENARIOS = 1_000_000, 6, 5
BOTTOMS = (0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
WETNESS = np.array([0.3, 0.4, 0.5, 0.6, 0.7])


def case(cells: int) -> tuple[np.ndarray, Soil, WaterTable]:
    """Slopes, soil and water of a mountain area."""
    rng = np.random.default_rng(1)

    def layers(low: float, high: float) -> np.ndarray:
        return rng.uniform(low, high, (LAYERS, cells)).astype(np.float32)

    moist = layers(15, 20)
    soil = Soil(BOTTOMS, layers(2, 20), layers(0.3, 0.8), moist, moist + np.float32(1.5), BOTTOMS[-1])
    rain = RainOnSoil(np.zeros(SCENARIOS), np.zeros(SCENARIOS), 1e-6, 0.1)
    return rng.uniform(6, 55, cells).astype(np.float32), soil, WaterTable(WETNESS, rain)


def naive(slope_deg: np.ndarray, soil: Soil, kind: type = np.float64) -> np.ndarray:
    """The same by one broadcast over scenarios, layers and cells, both sides of every face.

    ``kind`` is the type of the layer depths and water tables: NumPy's own makes everything double, single
    keeps the inputs' type.
    """
    angle = np.deg2rad(slope_deg)
    cos2, sin_cos = np.cos(angle) ** 2, np.sin(angle) * np.cos(angle)
    bottom = np.array(BOTTOMS, kind)[None, :, None]
    top = np.concatenate([[0.0], BOTTOMS[:-1]]).astype(kind)[None, :, None]
    table = (BOTTOMS[-1] * (1 - WETNESS)).astype(kind)[:, None, None]
    wet = np.maximum(bottom - np.maximum(table, top), 0)
    weight = soil.moist_kn_m3[None] * (bottom - top) + (soil.saturated_kn_m3 - soil.moist_kn_m3)[None] * wet
    vertical = np.cumsum(weight, axis=1)
    normal = np.maximum(vertical * cos2 - 9.81 * np.maximum(bottom - table, 0) * cos2, 0)
    shear = vertical * sin_cos
    above = (soil.cohesion_kpa[None] + normal * soil.tan_friction[None]) / shear
    below = (soil.cohesion_kpa[None, 1:] + normal[:, :-1] * soil.tan_friction[None, 1:]) / shear[:, :-1]
    every = np.concatenate([above, below], axis=1)
    return np.take_along_axis(every, every.argmin(axis=1)[:, None], axis=1)[:, 0]


def bandwidth_time(soil: Soil) -> float:
    """Seconds to copy what the kernel must read once."""
    inputs = [soil.cohesion_kpa, soil.tan_friction, soil.moist_kn_m3, soil.saturated_kn_m3]
    targets = [np.empty_like(values) for values in inputs]

    def copy() -> None:
        for target, values in zip(targets, inputs):
            np.copyto(target, values)

    return best_time(copy)


def extra_memory_mib(given: tuple[np.ndarray, Soil, PorePressure], probability: bool = False) -> float:
    """Largest memory of a run beyond what inputs and outputs hold, as Python and NumPy allocate it."""
    tracemalloc.start()
    found = assess(*given, question(probability))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    held = [found.factor_of_safety, found.critical_depth_m, found.reasons, found.probability]
    return (peak - sum(values.nbytes for values in held if values is not None)) / 2**20


def question(probability: bool = False) -> Question:
    """All scenarios without shaking."""
    method = by_point_estimate(Spread()) if probability else None
    return Question(np.zeros(SCENARIOS), SlopeLimits(), method)


def transient(cells: int, finite: bool) -> tuple[np.ndarray, Soil, TransientHead]:
    """The same area with rain that diffuses downwards."""
    slope, soil, _ = case(cells)
    storms = Storms(np.array([10.0, 20.0, 30.0, 40.0, 50.0]), np.full(SCENARIOS, 12.0))
    return slope, soil, TransientHead(WETNESS, storms, Hydraulics(1e-6, 1e-4), BOTTOMS[-1], finite)


def transient_rows(cells: int = 131_072) -> list[Row]:
    """Cost of a node (a plane of a cell in a scenario) and memory, with and without a base."""
    rows = []
    nodes = cells * SCENARIOS * (PIECES_A_LAYER * LAYERS + SCENARIOS)
    for finite, words in ((True, "on a base"), (False, "without a base")):
        slope, soil, water = transient(cells, finite)
        seconds = best_time(lambda given=(slope, soil, water): assess(*given, question()))
        rows.append(Row(f"transient factor of safety {words}, a node", seconds / nodes * 1e9, "ns"))
        peak = extra_memory_mib((slope, soil, water))
        rows.append(at_most(f"memory beyond inputs and outputs, transient {words}", peak, "MiB", 64))
    slope, soil, water = transient(cells // 4, True)
    seconds = best_time(lambda: assess(slope, soil, water, question(probability=True)))
    rows.append(
        Row("transient probability, a cell and scenario", seconds / (cells // 4 * SCENARIOS) * 1e6, "us")
    )
    peak = extra_memory_mib((slope, soil, water), probability=True)
    rows.append(at_most("memory beyond inputs and outputs, transient probability", peak, "MiB", 64))
    return rows


def landlab_row(cells: int = 20_000, draws: int = 250) -> Row:
    """Sampling of one layer with steady wetness against landlab's component, per node."""
    name = f"speed over landlab, sampled probability of {draws} draws"
    python = os.environ.get("LANDLAB_PYTHON", "")
    if not python:
        return Row(name, None, "times", 20, None, "landlab is absent: set LANDLAB_PYTHON")
    done = subprocess.run(
        [python, "benchmarks/common/peers/landlab_probability.py", "40", str(draws)],
        capture_output=True,
        text=True,
        check=True,
    )
    rng = np.random.default_rng(2)
    degrees = np.rad2deg(np.arctan(rng.uniform(0.2, 1.0, cells)))
    layers = (np.full((1, cells), value) for value in (5.0, np.tan(np.deg2rad(30)), 19.6, 19.6))
    soil = Soil((1.5,), *layers, 1.5)
    water = SteadyWetness(np.array([8e-7]), rng.uniform(10, 1000, cells), 1e-4, degrees)
    points = standard_draws(draws, 0.0, 1)
    slope = Slope.of(degrees)
    ours = best_time(
        lambda: sampled_probability(slope, soil, water, np.zeros(1), spread=Spread(), draws=points)
    )
    per_draw = ours / cells / len(points) * draws
    return at_least(name, float(done.stdout.split()[-1]) / per_draw, "times", 20, "landlab")


def kernel_rows() -> list[Row]:
    """Speed of the factor of safety against a broadcast and the memory's bandwidth."""
    slope, soil, water = case(CELLS)
    ours = assess(slope, soil, water, question()).factor_of_safety
    worst = float(np.max(np.abs(ours / naive(slope, soil) - 1)))
    del ours
    kernel = best_time(lambda: assess(slope, soil, water, question()))
    double, single = (
        best_time(lambda kind=kind: naive(slope, soil, kind)) for kind in (np.float64, np.float32)
    )
    copying = bandwidth_time(soil)
    name = f"{CELLS:.0e} cells x {LAYERS} layers x {SCENARIOS} scenarios"
    return [
        Row(f"factor of safety, {name}", kernel, "s"),
        at_least("speed over a naive broadcast", double / kernel, "times", 8, "NumPy, one broadcast"),
        Row("speed over a broadcast kept in single precision", single / kernel, "times", None, None, "NumPy"),
        at_most("time over memory bandwidth", kernel / copying, "times", 40, "copying the inputs"),
        at_most("largest difference", worst, "relative", 1e-4, "NumPy, one broadcast"),
    ]


def main() -> None:
    """Measure and write ``build/bench/stability.json``."""
    rows = kernel_rows()
    few = case(100_000)
    seconds = best_time(lambda: assess(*few, question(probability=True)))
    rows.append(
        at_most("probability of failure, a cell and scenario", seconds * 1e6 / (100_000 * SCENARIOS), "us", 1)
    )
    small, large = extra_memory_mib(case(CELLS // 4)), extra_memory_mib(case(CELLS))
    rows.append(at_most("memory beyond inputs and outputs", large, "MiB", 64))
    rows.append(Row("growth of it from a quarter of the cells", large - small, "MiB"))
    write_rows("stability", [*rows, *transient_rows(), landlab_row()])


if __name__ == "__main__":
    main()
