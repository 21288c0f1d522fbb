"""A small area, its soil table and storms, a calibration asked of them, and the factor of safety of a table."""

import csv
import io
from dataclasses import replace

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.soil import soil_of
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice
from landslide_plugin.core.workflows.soil_profile import table as soil_table
from landslide_plugin.core.workflows.soil_profile.sources import SoilStrip
from landslide_plugin.core.workflows.stability_calibration.ranges import OpenRanges
from landslide_plugin.core.workflows.stability_calibration.request import CalibrationRequest, Effort

GRID = Grid(50, 60, (500000.0, 25.0, 0.0, 900000.0, 0.0, -25.0), crs_wkt("EPSG:32617"))
RAIN = TriggerScenarios(
    (10.0, 50.0),
    ("intensity_mm_h", "duration_h", "antecedent_wetness", "seismic_coefficient"),
    np.array([[2.0, 24.0, 0.3, 0.0], [6.0, 24.0, 0.5, 0.05]]),
)
OPEN = OpenRanges((0.5, 1.5), (-0.5, 0.5), conductivity=True)
TABLE = (
    "code,name,layer_bottom_m,cohesion_kpa,cohesion_kpa_low,cohesion_kpa_high,friction_deg,friction_deg_low,"
    "friction_deg_high,unit_weight_kn_m3,saturated_unit_weight_kn_m3,conductivity_m_s,conductivity_m_s_low,"
    "conductivity_m_s_high,source\n"
    "1,silt,0.8,3,0,12,28,20,36,17,19,1e-6,1e-7,1e-4,a book\n"
    "1,silt,2,6,2,14,30,22,38,18,20,1e-6,1e-7,1e-4,a book\n"
    "2,sand,1.5,1,0,8,34,28,42,17,19,1e-4,1e-5,1e-3,\n"
    "3,rock,5,50,,,40,,,24,24,1e-6,,,\n"
)


def rows_of(text):
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(lines))))


def write(path, *bands, names=None):
    names = names or [path.stem] * len(bands)
    with RasterSink(str(path), GRID, [Band(name) for name in names]) as sink:
        for i, values in enumerate(bands):
            sink.write(i, 0, np.broadcast_to(np.asarray(values, np.float32), GRID.shape))
    return str(path)


def asked(layers, **more):
    water = WaterChoice("water_table", RAIN, 1e-6, 0.1, 0.2, 1.0)
    plain = {
        "slope": layers["slope"],
        "slope_band": 0,
        "rows": rows_of(TABLE),
        "table_name": "soil.csv",
        "water": water,
        "scenario": 1,
        "open": OPEN,
        "inventory": FeatureSet(()),
        "rules": SamplingRules(ratio=2.0),
        "lithology": layers["lithology"],
        "effort": Effort(sets=512, folds=3),
    }
    return CalibrationRequest(**{**plain, **more})


def map_of_chances(request, text, storm):
    """What "Compute factor of safety" makes of a table: probability of failure (rows, cols) in the storm."""
    table = soil_table.read_rows(rows_of(text), "table")
    strip = SoilStrip(*table.profile(request.codes(0, GRID.rows)))
    if request.depth is not None:
        strip = replace(strip, depth_m=np.minimum(strip.depth_m, request.depth.read(0)))
    soil = replace(soil_of(strip.profile, strip.depth_m), roots=request.roots)
    slope = request.slope.read(0)
    water = request.water(strip, 0, GRID.rows, slope)
    shaking = RAIN.column("seismic_coefficient")
    question = Question(shaking, request.limits, by_point_estimate(request.spread))
    found = assess(slope.ravel(), soil, water, question)
    return found.probability[storm].reshape(GRID.shape)
