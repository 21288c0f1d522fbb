"""The landslide probability a year, between bounds, from probabilities given the T-year rain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ....errors import InputError
from ....model.bundle.facts import ModelFacts
from ....types.scenarios import TriggerScenarios
from .kind import Wide

ANNUAL = "landslide probability a year from the year's largest storm of that duration, low and high"


def annual_probability(probability: npt.NDArray[Any], periods_yr: Sequence[float]) -> tuple[Wide, Wide, Wide]:
    """Bounds of the landslide probability a year from the year's largest storm, for (scenarios, cells).

    The year's largest storm is rarer than T[i] with probability 1/T[i], so it lies between two scenarios of the
    table with 1/T[i] - 1/T[i+1]. With P the running maximum over the scenarios, every such storm brings at least
    P[i] and at most P[i+1]; one beyond the table at least P[n] and at most 1; one below it at least 0 and at most
    P[1]. Whatever a curve that never falls does between the scenarios, its integral lies between the two.

    Returns
    -------
    low : float64 array (cells,)
        Sum over i < n of P[i] (1/T[i] - 1/T[i+1]), plus P[n]/T[n].
    high : float64 array (cells,)
        Sum over i < n of P[i+1] (1/T[i] - 1/T[i+1]), plus the third.
    outside : float64 array (cells,)
        1/T[n] + P[1] (1 - 1/T[1]): the part of ``high`` that storms outside the table have. All are NaN where any
        scenario has no probability.

    Examples
    --------
    >>> from_T50_on = np.array([[0], [0], [1], [1], [1]], "f4")
    >>> bounds = annual_probability(from_T50_on, (10.0, 25.0, 50.0, 100.0, 200.0))
    >>> [round(float(part[0]), 6) for part in bounds]
    [0.02, 0.04, 0.005]
    """
    risen = np.maximum.accumulate(np.asarray(probability, dtype=np.float64), axis=0)
    exceedance = [1.0 / float(period) for period in periods_yr]
    low = risen[-1] * exceedance[-1]
    outside = exceedance[-1] + risen[0] * (1.0 - exceedance[0])
    outside = np.where(np.isnan(low), np.nan, outside)
    high = outside.copy()
    for i, width in enumerate(a - b for a, b in zip(exceedance, exceedance[1:])):
        low += risen[i] * width
        high += risen[i + 1] * width
    return low, high, outside


def why_no_annual(scenarios: TriggerScenarios, facts: ModelFacts, conditional: bool = False) -> Optional[str]:
    """Why an annual probability would claim more than model and scenarios say, and what to do; None if it does not.

    Parameters
    ----------
    conditional : bool
        True if the user declares that wetness and shaking are conditions, not part of the T-year event.

    Examples
    --------
    >>> storms = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]))
    >>> facts = ModelFacts(settings={"prevalence": 0.02}, dated=True, quiet_storms=1)
    >>> why_no_annual(storms, facts) is None
    True
    >>> why_no_annual(storms, ModelFacts(settings={"prevalence": 0.02}, dated=False, quiet_storms=1))
    "the model's landslides have no events; train again with the events that brought them"
    """
    return _of_model(facts) or _of_storms(scenarios, conditional)


def require_annual(scenarios: TriggerScenarios, facts: ModelFacts, conditional: bool) -> None:
    """Raise ``InputError`` where an annual probability would claim too much; see ``why_no_annual``.

    >>> storms = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]))
    >>> require_annual(storms, ModelFacts(dated=True), conditional=False)
    Traceback (most recent call last):
        ...
    landslide_plugin.core.errors.InputError: An annual probability would claim too much: this bundle does not say ...
    """
    reason = why_no_annual(scenarios, facts, conditional)
    if reason:
        raise InputError(
            f"An annual probability would claim too much: {reason}; or leave the annual probability out"
        )


def _of_model(facts: ModelFacts) -> Optional[str]:
    """All that a model lacks, in one line: whoever trains it again wants to know at once."""
    if facts.relative:
        return "the model gives a relative intensity, which is no probability; train one of the other models"
    settings = facts.settings
    by_event = bool(facts.dated and facts.events)
    corrected = None if settings is None else by_event or settings.get("prevalence") is not None
    quiet = None if facts.quiet_storms is None else facts.quiet_storms > 0
    needs = (
        (
            corrected,
            "whether its probabilities are corrected to a landslide share of the area",
            "the model's probabilities follow the share of landslides among its samples",
            "the landslide share of the area",
        ),
        (
            facts.dated,
            "whether its landslides have events",
            "the model's landslides have no events",
            "the events that brought them",
        ),
        (
            quiet,
            "whether storms without landslides were given",
            "no storm without landslides was given, so P is that of a storm that triggered landslides",
            "the storms that brought none (in the table of events, or as polygons of the mapped area)",
        ),
    )
    unsaid = [unknown for holds, unknown, _, _ in needs if holds is None]
    lacks = [missing for holds, _, missing, _ in needs if holds is False]
    if unsaid:
        lacks.insert(0, f"this bundle does not say {', '.join(unsaid)}")
    remedies = [remedy for holds, _, _, remedy in needs if not holds]
    return f"{'; '.join(lacks)}; train again with {'; '.join(remedies)}" if lacks else None


def _of_storms(scenarios: TriggerScenarios, conditional: bool) -> Optional[str]:
    if len(scenarios.return_periods_yr) < 2:
        return f"it needs at least two return periods; the scenario table has {', '.join(scenarios.names)}"
    if scenarios.return_periods_yr[0] < 1.0:
        return (
            "the largest storm of a year has a return period of one year or longer; the scenario table begins with "
            f"{scenarios.names[0]}, leave shorter ones out of it"
        )
    tied = [
        name
        for name in ("antecedent_wetness", "seismic_coefficient")
        if name in scenarios.columns and np.ptp(scenarios.column(name)) > 0
    ]
    if tied and not conditional:
        return (
            f"{', '.join(tied)} changes with the return period, which belongs to the rain alone; keep it the same in "
            "every scenario, or declare the annual probability conditional on it"
        )
    return None
