"""What an inventory says about each scenario."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ...types.scenarios import TriggerScenarios

Floats = npt.NDArray[np.float64]


def scenario_labels(
    labels: npt.NDArray[np.int8],
    event_period_yr: Optional[Floats],
    scenarios: Optional[TriggerScenarios],
    reference: int,
) -> tuple[Floats, Floats]:
    """Labels and weights (n, scenarios); weight 0 where the inventory says nothing.

    A landslide of an event with return period Te is positive at T >= Te and unknown below; a stable
    place mapped after that event is negative at T <= Te and unknown above. Without a date only the
    reference scenario is labelled.

    Examples
    --------
    >>> rain = TriggerScenarios((10.0, 50.0, 100.0), ("intensity_mm_h",), np.array([[1.0], [2.0], [3.0]]))
    >>> event = np.array([50.0, 50.0, np.nan])
    >>> y, w = scenario_labels(np.array([1, 0, 1], "i1"), event, rain, 1)
    >>> w.astype(int).tolist()
    [[0, 1, 1], [1, 1, 0], [0, 1, 0]]
    """
    positive = (labels > 0).astype(np.float64)[:, None]
    if scenarios is None:
        return positive, np.ones_like(positive)
    periods = np.array(scenarios.return_periods_yr)
    values = np.repeat(positive, len(periods), axis=1)
    weights = np.zeros_like(values)
    weights[:, reference] = 1.0
    if event_period_yr is not None:
        dated = np.isfinite(event_period_yr)
        event = event_period_yr[dated, None]
        told = np.where(positive[dated] > 0, periods >= event, periods <= event)
        weights[dated] = told
    return values, weights


def target_labels(targets: npt.NDArray[np.float32]) -> tuple[Floats, Floats]:
    """Target probabilities (n, scenarios) as labels; weight 0 where there is none.

    >>> [part.tolist() for part in target_labels(np.array([[0.5, np.nan]], "f4"))]
    [[[0.5, 0.0]], [[1.0, 0.0]]]
    """
    known = np.isfinite(targets)
    return np.where(known, targets, 0.0).astype(np.float64), known.astype(np.float64)
