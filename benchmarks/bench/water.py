"""What suction costs, and how much of the change of the factor of safety rain does in each soil of the table.

The soils are the eleven of the shipped table, on slopes of 15 to 45 degrees, under the example storms.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.common.clock import best_time
from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.io.scenarios import read_csv
from landslide_plugin.core.io.table import read_rows
from landslide_plugin.core.stability.assess import Question, assess
from landslide_plugin.core.stability.pore_pressure import (
    Hydraulics,
    PorePressure,
    RainOnSoil,
    Retention,
    Storms,
    TransientHead,
    UnsaturatedHead,
    WaterTable,
    WithSuction,
)
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.slope_stability.shares import ChangeShares

TABLES = Path(__file__).resolve().parents[2] / "landslide_plugin" / "resources" / "tables"
CELLS, LAYERS, SCENARIOS = 100_000, 6, 5
BOTTOMS = (0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
WETNESS = np.array([0.3, 0.4, 0.5, 0.6, 0.7])
SILT = Retention(1.5, 0.45, 0.05)
DEPTH_M, POROSITY, FRONT_M, CAP_KPA = 2.0, 0.10, 0.1, 10.0


def costs() -> list[Row]:
    """Times of the kernel with and without suction."""
    rng = np.random.default_rng(1)

    def layers(low: float, high: float) -> np.ndarray:
        return rng.uniform(low, high, (LAYERS, CELLS)).astype(np.float32)

    moist = layers(15, 20)
    soil = Soil(BOTTOMS, layers(2, 20), layers(0.3, 0.8), moist, moist + np.float32(1.5), BOTTOMS[-1])
    slope = rng.uniform(6, 55, CELLS).astype(np.float32)
    storms = Storms(np.linspace(6.0, 12.5, SCENARIOS), np.full(SCENARIOS, 12.0))
    dry = RainOnSoil(np.zeros(SCENARIOS), np.zeros(SCENARIOS), 1e-6, POROSITY)
    table = WaterTable(WETNESS, dry)
    wave = TransientHead(WETNESS, storms, Hydraulics(5e-6, 1e-5), BOTTOMS[-1])
    through = UnsaturatedHead(WETNESS, storms, SILT, 5e-6, 1e-8, BOTTOMS[-1], CAP_KPA)
    asked = Question(np.zeros(SCENARIOS))

    def seconds(law: PorePressure) -> float:
        return best_time(lambda: assess(slope, soil, law, asked))

    rows = []
    for name, law in (("transient law", wave), ("water-table law", table)):
        plain = seconds(law)
        held = seconds(WithSuction(law, SILT, SCENARIOS, CAP_KPA))
        rows.append(at_most(f"{name}: with suction against without", held / plain, "times", 2.0))
    rows.append(Row("unsaturated law, a cell and scenario", seconds(through) / CELLS / SCENARIOS * 1e6, "us"))
    return rows


def share_of_rain(law_of: Callable[[Storms, np.ndarray], PorePressure], row: dict[str, str]) -> float:
    """Percent of the change of FS from T10 to T200 that rain does; NaN where FS does not change."""
    scenarios = read_csv(str(TABLES / "scenarios_example.csv"))
    slope = np.linspace(15.0, 45.0, 61)
    values = [
        np.full((1, slope.size), value)
        for value in (
            float(row["cohesion_kpa"]),
            np.tan(np.deg2rad(float(row["friction_deg"]))),
            float(row["unit_weight_kn_m3"]),
            float(row["unit_weight_kn_m3"]) + 1.5,
        )
    ]
    soil = Soil((DEPTH_M,), *values, DEPTH_M)
    change = ChangeShares.of(scenarios, slope.size)
    if change is None:
        return float("nan")
    law = law_of(*_exchanged(scenarios, change.pairs))
    asked = Question(np.zeros(1))
    change.add(slope, soil, lambda: law, np.ones(slope.size, np.uint8), question=asked, first_cell=0)
    shares = change.shares()
    return float("nan") if shares is None else 100.0 * shares["rain"]


def _exchanged(scenarios: TriggerScenarios, pairs: tuple[tuple[int, int], ...]) -> tuple[Storms, np.ndarray]:
    rain = [first for first, _ in pairs]
    storms = Storms(scenarios.column("intensity_mm_h")[rain], scenarios.column("duration_h")[rain])
    return storms, scenarios.column("antecedent_wetness")[[wet for _, wet in pairs]]


def shares() -> list[Row]:
    """Rain's share for each soil: sample's conductivity, field conductivity, Green and Ampt, transient."""

    def rising(
        conductivity: float, front: float | None = None
    ) -> Callable[[Storms, np.ndarray], PorePressure]:
        def law(storms: Storms, wetness: np.ndarray) -> PorePressure:
            rain = RainOnSoil(storms.intensity_mm_h, storms.duration_h, conductivity, POROSITY, front)
            return WaterTable(wetness, rain)

        return law

    def wave(conductivity: float) -> Callable[[Storms, np.ndarray], PorePressure]:
        def law(storms: Storms, wetness: np.ndarray) -> PorePressure:
            soaked = Hydraulics(conductivity, conductivity * DEPTH_M / POROSITY)
            return TransientHead(wetness, storms, soaked, DEPTH_M)

        return law

    rows = []
    for row in read_rows(str(TABLES / "soil_parameters.csv"), "Soil table"):
        sample, field = float(row["conductivity_m_s"]), float(row["field_conductivity_m_s"])
        laws = {
            "sample": rising(sample),
            "field": rising(field),
            "field, Green and Ampt": rising(field, FRONT_M),
            "sample, transient": wave(sample),
            "field, transient": wave(field),
        }
        for name, law in laws.items():
            rows.append(Row(f"rain's share, {row['name']}: {name}", share_of_rain(law, row), "%"))
    return rows


def main() -> None:
    """Measure and write ``build/bench/water.json``."""
    write_rows("water", [*costs(), *shares()])


if __name__ == "__main__":
    main()
