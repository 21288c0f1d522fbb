"""Time of a calibration: sets of soil values through the kernel on samples, weighed, with scores on ground held out."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.stability.calibration.acceptance import accept
from landslide_plugin.core.stability.calibration.calibrate import SoilClass, Tried, held_out
from landslide_plugin.core.stability.calibration.chances import blocks_of_chances, chances_of_failure
from landslide_plugin.core.stability.calibration.evidence import ClassEvidence
from landslide_plugin.core.stability.calibration.unknowns import drawn_sets
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice
from landslide_plugin.core.workflows.stability_calibration.ground import SampleGround
from landslide_plugin.core.workflows.stability_calibration.ranges import OpenRanges, unit_soils

SETS, CELLS, FOLDS = 100_000, 1_000, 5
BOTTOMS = (0.3, 0.6, 1.0, 1.5, 2.0, 3.0)
STORM = TriggerScenarios(
    (50.0,),
    ("intensity_mm_h", "duration_h", "antecedent_wetness", "seismic_coefficient"),
    np.array([[5.0, 12.0, 0.5, 0.0]]),
)
MOST_SECONDS = 300.0


def ground() -> SampleGround:
    """A thousand slopes on a soil of six layers with five open values."""
    rows = [
        {
            "layer_bottom_m": str(bottom),
            "cohesion_kpa_low": "0",
            "cohesion_kpa": "6",
            "cohesion_kpa_high": "20",
            "friction_deg_low": "22",
            "friction_deg": "30",
            "friction_deg_high": "40",
            "unit_weight_kn_m3": "17",
            "saturated_unit_weight_kn_m3": "19",
            "conductivity_m_s_low": "1e-7",
            "conductivity_m_s": "1e-6",
            "conductivity_m_s_high": "1e-4",
        }
        for bottom in BOTTOMS
    ]
    unit = unit_soils(rows, "table", OpenRanges((0.5, 1.5), (-0.5, 0.5), conductivity=True))[0]
    slope = np.random.default_rng(1).uniform(8, 45, CELLS).astype(np.float32)
    return SampleGround(unit, slope, WaterChoice("water_table", STORM, 1e-6, 0.1, 0.2, 1.0), rasters={})


def main() -> None:
    """Print and write the time of each part."""
    rng, spread, here = np.random.default_rng(2), Spread(), ground()
    cells = np.arange(CELLS)
    truth = np.full((1, len(here.unit.unknowns)), 0.4)
    labels = rng.uniform(size=CELLS) < chances_of_failure(here.of_sets, truth, cells, spread)[0]
    evidence = ClassEvidence(labels, np.ones(CELLS), cells % FOLDS)
    began = time.perf_counter()
    sets = drawn_sets(here.unit.unknowns, SETS, seed=1)[:SETS]
    scores = np.zeros((SETS, FOLDS))
    for block, chances in blocks_of_chances(here.of_sets, sets, cells, spread):
        scores[block] = evidence.scores(chances, FOLDS)
    weighed = time.perf_counter()
    soil = SoilClass("soil", here.unit.unknowns, here.of_sets, here.before, samples=cells, evidence=evidence)
    tried = Tried(soil, sets, scores, np.zeros(SETS))
    found = accept(sets, tried.total, 1.0)
    held_out([tried], 1.0, CELLS, spread, seed=1)
    done = time.perf_counter()
    words = f"{SETS:,} sets x {CELLS:,} cells x {len(BOTTOMS)} layers x 1 scenario"
    write_rows(
        "soil_calibration",
        [
            at_most(f"calibration, {words}", done - began, "s", MOST_SECONDS),
            Row("of it sets through the kernel", weighed - began, "s"),
            Row("a set and cell", (weighed - began) / SETS / CELLS * 1e6, "us"),
            Row("sets of equal weight that the accepted ones are worth", found.effective, ""),
        ],
    )


if __name__ == "__main__":
    main()
