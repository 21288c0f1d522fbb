"""Draw the dotty plots of a calibration whose truth is known, as ``docs/pictures/calibration_*.svg``.

``python -m tools.docs.calibration_picture`` calibrates three values of a soil on landslides that were drawn by
the chance of failure of true values, and prints what the page of documentation says of them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from landslide_plugin.core.stability.calibration.acceptance import accept
from landslide_plugin.core.stability.calibration.calibrate import SoilClass, best_estimate, try_sets
from landslide_plugin.core.stability.calibration.chances import chances_of_failure
from landslide_plugin.core.stability.calibration.evidence import ClassEvidence
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice
from landslide_plugin.core.workflows.stability_calibration.charts import dotty_plots, pair_plot
from landslide_plugin.core.workflows.stability_calibration.ground import SampleGround
from landslide_plugin.core.workflows.stability_calibration.ranges import OpenRanges, unit_soils
from landslide_plugin.core.workflows.stability_calibration.run import UnitResult

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
STORM = TriggerScenarios(
    (50.0,),
    ("intensity_mm_h", "duration_h", "antecedent_wetness", "seismic_coefficient"),
    np.array([[5.0, 12.0, 0.5, 0.0]]),
)
ROW = {
    "layer_bottom_m": "2",
    "cohesion_kpa": "6",
    "cohesion_kpa_low": "0",
    "cohesion_kpa_high": "20",
    "friction_deg": "31",
    "friction_deg_low": "22",
    "friction_deg_high": "40",
    "unit_weight_kn_m3": "17",
    "saturated_unit_weight_kn_m3": "19",
    "conductivity_m_s": "1e-5",
    "conductivity_m_s_low": "2e-6",
    "conductivity_m_s_high": "1e-3",
}
TRUTH = np.array([[0.3, 0.6, 0.5]])
CELLS, SETS = 400, 8192


def main() -> None:
    """Write the pictures."""
    unit = unit_soils([ROW], "table", OpenRanges(None, None, conductivity=True))[0]
    rng, spread, cells = np.random.default_rng(5), Spread(), np.arange(CELLS)
    slope = rng.uniform(12, 45, CELLS).astype(np.float32)
    ground = SampleGround(unit, slope, WaterChoice("water_table", STORM, 1e-5, 0.1, 0.2, 1.0), rasters={})
    labels = rng.uniform(size=CELLS) < chances_of_failure(ground.of_sets, TRUTH, cells, spread)[0]
    evidence = ClassEvidence(labels, np.ones(CELLS), np.zeros(CELLS, int))
    soil = SoilClass("soil", unit.unknowns, ground.of_sets, ground.before, samples=cells, evidence=evidence)
    tried = try_sets([soil], SETS, 1, spread=spread, folds=1)[0]
    found = accept(tried.sets, tried.total, 1.0)
    best = best_estimate(tried, found, 1.0, spread, seed=1)
    result = UnitResult(unit, found, best, float(labels.sum()), stable=int((~labels).sum()), expected=0.0)
    for unknown, plot in zip(unit.unknowns, dotty_plots(result, 1.0).split("</svg>")):
        (PICTURES / f"calibration_{unknown.name}.svg").write_text(f"{plot}</svg>\n", encoding="utf-8")
    (PICTURES / "calibration_pair.svg").write_text(pair_plot(result, 0, 1) + "\n", encoding="utf-8")
    print(f"{int(labels.sum())} landslides of {CELLS} cells; sets worth {found.effective:.0f}")
    for unknown, one, true in zip(unit.unknowns, found.unknowns, TRUTH[0]):
        ends = [float(unknown.at(np.asarray(share))[0]) for share in (one.low, one.high, true)]
        print(f"{unknown.name}: {ends[0]:.3g} to {ends[1]:.3g}, true {ends[2]:.3g}, told {one.told}")
    print(f"cohesion and friction: correlation {found.interaction()[0, 1]:+.2f}")


if __name__ == "__main__":
    main()
