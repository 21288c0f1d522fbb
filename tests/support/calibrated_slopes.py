"""Slopes on one soil of five unknown values, landslides on them drawn by their chance, and a calibration of both."""

import numpy as np

from landslide_plugin.core.stability.calibration.calibrate import SoilClass, try_sets
from landslide_plugin.core.stability.calibration.chances import PairGround, chances_of_failure
from landslide_plugin.core.stability.calibration.evidence import ClassEvidence
from landslide_plugin.core.stability.calibration.unknowns import Unknown
from landslide_plugin.core.stability.pore_pressure import RainOnSoil, WaterTable
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.stability.soil import Soil
from landslide_plugin.core.stability.stresses import Slope

COHESION, FRICTION, CONDUCTIVITY, DEPTH, WETNESS = range(5)
UNKNOWNS = (
    Unknown("cohesion_kpa", (0.0,), (15.0,)),
    Unknown("friction_deg", (22.0,), (40.0,)),
    Unknown("conductivity_m_s", (1e-5,), (1e-3,), logarithmic=True),  # above all rain: without influence
    Unknown("layer_bottom_m", (1.0,), (3.0,)),
    Unknown("wetness_shift", (-0.4,), (0.4,)),
)
TABLE = np.array([[0.4, 0.5, 0.5, 0.5, 0.5]])
SPREAD = Spread()


def ground_on(slope_deg):
    """Ground of sets and cells: one layer, a water table raised by 60 mm of rain."""

    def ground(sets, cells):
        shares = np.where(np.isnan(sets), TABLE, sets)
        values = [unknown.at(column)[0] for unknown, column in zip(UNKNOWNS, shares.T)]
        cohesion, friction, conductivity, depth, wetness = (
            np.repeat(value, len(cells)).astype(np.float32) for value in values
        )
        weight = np.full((1, cohesion.size), 18.0, np.float32)
        soil = Soil((3.0,), cohesion[None], np.tan(np.deg2rad(friction))[None], weight, weight + 2, depth)
        rain = RainOnSoil(np.array([5.0]), np.array([12.0]), conductivity, 0.1)
        slope = Slope.of(np.tile(slope_deg[cells], len(sets)).astype(np.float32))
        return PairGround(slope, soil, WaterTable(np.array([0.5]), rain).shifted(wetness))

    return ground


def soil_class(slope_deg, labels, folds=None, offset=0.0, weights=None):
    ground = ground_on(slope_deg)
    return SoilClass(
        name="soil",
        unknowns=UNKNOWNS,
        ground_of=ground,
        before=lambda cells: ground(TABLE, cells),
        samples=np.arange(len(labels)),
        evidence=ClassEvidence(
            labels,
            np.ones(len(labels)) if weights is None else weights,
            np.zeros(len(labels), int) if folds is None else folds,
            offset,
        ),
    )


def inventory(seed, cells, truth=None):
    """Slopes, labels drawn by the chance of failure of a true set, and that set."""
    rng = np.random.default_rng(seed)
    slope = rng.uniform(12, 45, cells)
    true = rng.uniform(size=(1, 5)) if truth is None else np.array([truth])
    chance = chances_of_failure(ground_on(slope), true, np.arange(cells), SPREAD)[0]
    return slope, rng.uniform(size=cells) < chance, true[0]


def calibrated(soil, sets=2048, tempering=1.0, seed=1):
    tried = try_sets([soil], sets, seed, spread=SPREAD, folds=int(soil.evidence.folds.max()) + 1)
    return tried, tried[0].accepted(tempering)
