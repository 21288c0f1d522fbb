"""What happens on the synthetic area: its factor of safety, target probabilities and inventory."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..stability.legacy import legacy_factor_of_safety, legacy_wetness
from ..types.arrays import Surface
from ..types.scenarios import COLUMNS, TriggerScenarios
from .relief import Relief

UPPER_LAYERS = 3
STEEPNESS = 4.0
TENDENCY_SPREAD = 0.05
THRESHOLD, THRESHOLD_REACH = 0.28, 0.08


def scenarios() -> TriggerScenarios:
    """The study's five scenarios; their storms are extreme (T200 brings 3,960 mm) and stay as they are.

    >>> float(np.prod(scenarios().values[-1, :2]))
    3960.0
    """
    rows = [
        (20, 6, 0.3, 0.0),
        (35, 12, 0.4, 0.0),
        (55, 18, 0.5, 0.0),
        (80, 24, 0.6, 0.0),
        (110, 36, 0.7, 0.1),
    ]
    return TriggerScenarios((10.0, 25.0, 50.0, 100.0, 200.0), COLUMNS, np.array(rows, dtype=float))


def draw_factor_of_safety(rng: np.random.Generator, slope_deg: Surface, soil: Surface) -> Surface:
    """Factor of safety (cells, scenarios) at 2.5 m from the mean of the three upper layers."""
    cohesion, friction, weight = (soil[:, :UPPER_LAYERS, i].mean(axis=1) for i in range(3))
    table = scenarios()
    # The study holds its trigger table in single precision, which the last digits remember.
    wetness = table.column("antecedent_wetness").astype(np.float32).tolist()
    rain = table.column("intensity_mm_h").astype(np.float32).tolist()
    columns = [
        legacy_factor_of_safety(
            slope_deg,
            cohesion,
            friction,
            weight,
            legacy_wetness(wet, falling, rng.normal(0, 0.05, slope_deg.size)),
        )
        for wet, falling in zip(wetness, rain)
    ]
    return np.stack(columns, axis=1)


def draw_target(rng: np.random.Generator, relief: Relief, fs: Surface) -> Surface:
    """Probability of failure (cells, scenarios): logistic in FS - 1, more near faults and at 32 degrees."""
    near_fault = np.exp(-relief.distance_faults_m / 1500)
    steep = 0.3 * np.exp(-0.5 * ((relief.slope_deg - 32) / 10) ** 2)
    cluster = (near_fault + steep).clip(0, 0.5).astype(np.float32)
    target = np.empty_like(fs)
    for scenario in range(fs.shape[1]):
        physical = 1.0 / (1.0 + np.exp(STEEPNESS * (fs[:, scenario] - 1.0)))
        noise = rng.normal(0, 0.04, len(fs))
        target[:, scenario] = np.clip(physical + 0.3 * cluster + noise, 0, 1)
    return target


def draw_inventory(rng: np.random.Generator, relief: Relief) -> npt.NDArray[np.bool_]:
    """Landslide cells (cells,): steep or near a fault, drawn apart from FS."""
    cells = relief.slope_deg.size
    noise = rng.normal(0, TENDENCY_SPREAD, cells)
    tendency = (_tendency(relief) + noise).clip(0, 1).astype(np.float32)
    threshold = THRESHOLD + rng.uniform(-THRESHOLD_REACH, THRESHOLD_REACH, cells).astype(np.float32)
    return np.asarray(tendency > threshold)


def _tendency(relief: Relief) -> Surface:
    steep = np.clip((relief.slope_deg - 15) / 18, 0, 1) * 0.55
    near_fault = np.exp(-relief.distance_faults_m / 1800) * 0.35
    return np.asarray(steep + near_fault)


def inventory_probability(relief: Relief) -> Surface:
    """Probability (cells,) with which ``draw_inventory`` draws a landslide: what no model can beat.

    A normal deviate beyond a uniform one: with G(x) = x Phi(x) + phi(x), the integral of Phi,
    P = s / 2a (G((d + a) / s) - G((d - a) / s)); d is the tendency above the threshold.
    """
    from scipy.stats import norm

    above = (_tendency(relief).astype(np.float64) - THRESHOLD) / TENDENCY_SPREAD
    reach = THRESHOLD_REACH / TENDENCY_SPREAD

    def integral(x: Any) -> Any:
        return x * norm.cdf(x) + norm.pdf(x)

    return np.asarray((integral(above + reach) - integral(above - reach)) / (2 * reach), np.float32)
