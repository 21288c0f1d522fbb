"""The synthetic Venezuelan Andes area as north-up rasters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..types.arrays import Surface
from ..types.factors import FactorSpec, FeatureStack
from ..types.grid import Grid
from ..types.profile import DepthProfile
from ..types.scenarios import TriggerScenarios
from .frame import nominal_grid, north_up, to_nominal
from .outcome import draw_factor_of_safety, draw_inventory, draw_target, inventory_probability, scenarios
from .relief import FAULTS, LITHOLOGY, Relief, draw_relief
from .soil import LAYER_BOTTOMS_M, PROPERTIES, draw_soil

DEFAULT_SEED = 42

SPECS = (
    FactorSpec("elevation", unit="m"),
    FactorSpec("slope", unit="deg"),
    FactorSpec("aspect_sin"),
    FactorSpec("aspect_cos"),
    FactorSpec("twi"),
    FactorSpec("distance_faults", unit="m", transform="log1p"),
    FactorSpec("lithology", kind="categorical", categories=dict(LITHOLOGY)),
    FactorSpec("ndvi"),
    FactorSpec("rainfall", unit="mm/yr"),
)


@dataclass(frozen=True)
class SyntheticArea:
    """Everything the area holds, row 0 in the north.

    Attributes
    ----------
    grid : Grid
        Nominal grid, 30 rows x 50 columns of 1029.2 x 1009.7 m, without its CRS.
    factors : FeatureStack
        The study's own factors; terrain recomputed from the elevation differs.
    soil : DepthProfile
        Six layers x six properties (layers, properties, rows, cols).
    scenarios : TriggerScenarios
        T10 to T200.
    legacy_fs, target_probability : float32 array (scenarios, rows, cols)
    landslides : bool array (rows, cols)
    landslide_probability : float32 array (rows, cols)
        Probability with which each landslide was drawn.
    faults : dict of str to float64 array (2, 2)
        Ends (x, y) of each fault on the nominal grid.
    """

    grid: Grid
    factors: FeatureStack
    soil: DepthProfile
    scenarios: TriggerScenarios
    legacy_fs: npt.NDArray[np.float32]
    target_probability: npt.NDArray[np.float32]
    landslides: npt.NDArray[np.bool_]
    landslide_probability: npt.NDArray[np.float32]
    faults: dict[str, npt.NDArray[np.float64]]


def synthetic_andes(seed: int = DEFAULT_SEED, cell_m: Optional[float] = None) -> SyntheticArea:
    """Draw the area; the default seed gives the study's own data.

    Parameters
    ----------
    seed : int
        Seed of one ``numpy.random.Generator``; all draws come from it in a fixed order.
    cell_m : float, optional
        Side of the cells in metres; the study's own are about 1 km wide and its slopes gentle. On smaller
        cells the same heights make steeper slopes; distances to faults stay as they are.

    Examples
    --------
    >>> area = synthetic_andes()
    >>> int(area.landslides.sum()), area.landslides.size
    (115, 1500)
    """
    rng = np.random.default_rng(seed)
    relief = draw_relief(rng, cell_m)
    soil = draw_soil(rng, relief.lithology)
    fs = draw_factor_of_safety(rng, relief.slope_deg, soil)
    target = draw_target(rng, relief, fs)
    landslides = draw_inventory(rng, relief)
    return SyntheticArea(
        grid=nominal_grid(cell_m=cell_m),
        factors=FeatureStack(SPECS, _factor_values(relief)),
        soil=DepthProfile(LAYER_BOTTOMS_M, PROPERTIES, north_up(soil)),
        scenarios=scenarios(),
        legacy_fs=north_up(fs),
        target_probability=north_up(target),
        landslides=north_up(landslides),
        landslide_probability=north_up(inventory_probability(relief)),
        faults={name: _ends(line, cell_m) for name, line in FAULTS.items()},
    )


def _factor_values(relief: Relief) -> Surface:
    # The study's angle is the compass aspect plus 90 degrees: its sine is the compass cosine.
    angle = np.deg2rad(relief.aspect_math_deg)
    columns = (
        relief.elevation_m,
        relief.slope_deg,
        -np.cos(angle),
        np.sin(angle),
        relief.twi,
        relief.distance_faults_m,
        relief.lithology,
        relief.ndvi,
        relief.rainfall_mm,
    )
    return np.stack([north_up(np.asarray(column, np.float32)) for column in columns])


def _ends(line: tuple[float, float, float, float], cell_m: Optional[float]) -> npt.NDArray[np.float64]:
    x, y = to_nominal(line[0::2], line[1::2], cell_m)
    return np.stack([x, y], axis=1)
