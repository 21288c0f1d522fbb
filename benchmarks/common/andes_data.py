"""The synthetic area as samples: all cells of a realisation, the study's split, and the truth behind the labels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.legacy import RAIN_FOR_FULL_WETNESS_MM_H
from landslide_plugin.core.stability.pore_pressure import RainOnSoil, WaterTable
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.stability.soil import soil_of
from landslide_plugin.core.synthetic import SyntheticArea, synthetic_andes
from landslide_plugin.core.types.profile import ProfileColumns

TEST_ROWS = 6
WETTEST_HOLLOW = 0.3


@dataclass(frozen=True)
class Realisation:
    """Samples of all cells, which of them train, and the probability with which each label was drawn."""

    area: SyntheticArea
    data: TrainingData
    train: np.ndarray
    truth: np.ndarray


def realisation(seed: int, cell_m: float | None = None) -> Realisation:
    """All cells of a draw of the area; the northern six rows are for testing, as in the reference study."""
    area = synthetic_andes(seed, cell_m)
    static = area.factors.values.reshape(len(area.factors.specs), -1).T
    profile = np.moveaxis(area.soil.values.reshape(*area.soil.values.shape[:2], -1), -1, 0)
    rows, cols = np.indices(area.grid.shape).reshape(2, -1)
    west, width, _, north, _, height = area.grid.geotransform
    xy = np.column_stack([west + (cols + 0.5) * width, north + (rows + 0.5) * height])
    data = TrainingData(
        area.factors.specs,
        Cells(static.astype(np.float32), profile.astype(np.float32)),
        area.landslides.ravel().astype(np.int8),
        xy,
        np.arange(len(static), dtype=np.int32),
        ProfileColumns(area.soil.layer_bottoms_m, area.soil.properties),
    )
    truth = area.landslide_probability.ravel().astype(np.float64)
    return Realisation(area, data, rows >= TEST_ROWS, truth)


def with_targets(drawn: Realisation) -> Realisation:
    """The same samples with the study's five scenarios and its target probabilities."""
    area = drawn.area
    targets = area.target_probability.reshape(len(area.target_probability), -1).T
    rain = area.scenarios
    more = replace(drawn.data, scenarios=rain, reference=rain.reference(None), targets=targets)
    return replace(drawn, data=more)


def gathered(drawn: Realisation) -> np.ndarray:
    """How much more of the soil is wet in hollows than on average (n,), -0.3 to 0.3, by rank of the wetness index."""
    twi = drawn.area.factors.values[[spec.name for spec in drawn.area.factors.specs].index("twi")].ravel()
    return np.asarray(WETTEST_HOLLOW * (2.0 * np.argsort(np.argsort(twi)) / (len(twi) - 1) - 1.0))


def with_prior(drawn: Realisation, wetness_shift: np.ndarray | float = 0.0) -> Realisation:
    """The same samples with the study's scenarios and the layered slope's factor and probability of failure.

    The share of the soil that is wet is the study's: antecedent wetness and a two-hundredth of the intensity; it may
    be shifted cell by cell.
    """
    area, rain = drawn.area, drawn.area.scenarios
    wetness = np.minimum(
        rain.column("antecedent_wetness") + rain.column("intensity_mm_h") / RAIN_FOR_FULL_WETNESS_MM_H, 1.0
    )
    calm = np.zeros(len(wetness))
    slope = area.factors.values[[spec.name for spec in area.factors.specs].index("slope")].ravel()
    question = Question(rain.column("seismic_coefficient"), probability=by_point_estimate(Spread()))
    water = WaterTable(wetness, RainOnSoil(calm, calm, 1e-6, 0.1), wetness_shift=wetness_shift)
    found = assess(slope, soil_of(area.soil), water, question)
    cells = replace(drawn.data.cells, prior_pf=found.probability.T, prior_fs=found.factor_of_safety.T)
    return replace(
        drawn, data=replace(drawn.data, cells=cells, scenarios=rain, reference=rain.reference(None))
    )
