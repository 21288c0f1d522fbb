"""One-layer slopes from tables of other programs."""

import csv
from pathlib import Path

import numpy as np

from landslide_plugin.core.stability.factor_of_safety import lowest_factor_of_safety
from landslide_plugin.core.stability.pore_pressure import RainOnSoil, WaterTable
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope

FOLDER = Path(__file__).resolve().parents[1] / "data" / "slope_stability"
NO_RAIN = RainOnSoil(np.zeros(1), np.zeros(1), 1e-6, 0.1)


def table(name, folder=FOLDER):
    """Columns of a reference table as arrays; blanks are NaN."""
    with (folder / f"{name}.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {key: np.array([float(row[key] or "nan") for row in rows]) for key in rows[0]}


def one_layer(cohesion_kpa, friction_deg, unit_weight, depth_m):
    """A soil of one layer whose base is at ``depth_m``."""
    weight = np.broadcast_to(unit_weight, np.shape(depth_m))[None]
    tangent = np.tan(np.deg2rad(friction_deg))[None]
    deepest = float(np.max(depth_m))
    return Soil((deepest,), np.asarray(cohesion_kpa)[None], tangent, weight, weight, np.asarray(depth_m))


def factor_of_safety(slope_deg, soil, water_table_m, seismic_coefficient=0.0):
    """Factor of safety with the water table at a depth, seepage parallel to the slope."""
    water = WaterTable(np.zeros(1), NO_RAIN, start_depth_m=water_table_m)
    return lowest_factor_of_safety(Slope.of(slope_deg), soil, water, 0, seismic_coefficient)
