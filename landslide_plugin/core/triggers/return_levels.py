"""Return levels of rain records with their bands, fits of both distributions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..progress import SILENT, Progress
from ..types.arrays import Values
from .extremes import ExtremeValue
from .fitting import DISTRIBUTIONS, fit
from .record import Record, doubts
from .uncertainty import GoodnessOfFit, bootstrap_levels, goodness_of_fit


@dataclass(frozen=True)
class FitChoice:
    """How records are fitted.

    Attributes
    ----------
    distribution : {"gev", "gumbel"}
        The one whose return levels are used.
    method : {"lmoments", "mle"}
    draws : int
        Records drawn from the fit.
    confidence : float
        Share of their return levels within the band.
    seed : int
    """

    distribution: str = "gev"
    method: str = "lmoments"
    draws: int = 500
    confidence: float = 0.9
    seed: int = 42


@dataclass(frozen=True)
class Fitted:
    """What one record says.

    Attributes
    ----------
    record : Record
    periods_yr : tuple of float
    laws : dict of str to ExtremeValue
        By distribution.
    checks : dict of str to GoodnessOfFit
    chosen : str
    levels_mm : float array (periods,)
        Of the chosen distribution, not below those of shorter durations.
    low_mm, high_mm : float array (periods,)
        Bootstrap band.
    """

    record: Record
    periods_yr: tuple[float, ...]
    laws: dict[str, ExtremeValue]
    checks: dict[str, GoodnessOfFit]
    chosen: str
    levels_mm: Values
    low_mm: Values
    high_mm: Values

    def as_dict(self) -> dict[str, object]:
        """Everything, for a JSON file."""
        return {
            "column": self.record.name,
            "duration_h": self.record.duration_h,
            "years": len(self.record.depth_mm),
            "fits": {
                name: {
                    "location_mm": law.location,
                    "scale_mm": law.scale,
                    "shape": law.shape,
                    "return_levels_mm": np.round(law.return_level(self.periods_yr), 3).tolist(),
                    "kolmogorov_smirnov": self.checks[name].kolmogorov_smirnov,
                    "p_value": self.checks[name].p_value,
                    "anderson_darling": self.checks[name].anderson_darling,
                    "correlation": self.checks[name].correlation,
                }
                for name, law in self.laws.items()
            },
            "chosen": self.chosen,
            "return_periods_yr": list(self.periods_yr),
            "return_levels_mm": np.round(self.levels_mm, 3).tolist(),
            "low_mm": np.round(self.low_mm, 3).tolist(),
            "high_mm": np.round(self.high_mm, 3).tolist(),
        }


def fit_records(
    records: Sequence[Record],
    periods_yr: tuple[float, ...],
    choice: FitChoice,
    progress: Progress = SILENT,
) -> list[Fitted]:
    """Fit every record, shortest duration first; depths never fall as the duration grows.

    >>> record = Record("24 h", 24.0, ExtremeValue(50.0, 10.0, 0.0).quantile((np.arange(40) + 0.5) / 40))
    >>> found = fit_records([record], (10.0, 100.0), FitChoice(draws=50))[0]
    >>> bool((found.low_mm < found.levels_mm).all() and (found.levels_mm < found.high_mm).all())
    True
    """
    fitted: list[Fitted] = []
    for number, record in enumerate(sorted(records, key=lambda r: r.duration_h)):
        progress.step(number / len(records))
        found = _fit_one(record, periods_yr, choice, fitted[-1].levels_mm if fitted else None, progress)
        fitted.append(found)
    return fitted


def _fit_one(
    record: Record, periods_yr: tuple[float, ...], choice: FitChoice, floor_mm: Any, progress: Progress
) -> Fitted:
    rng = np.random.default_rng(choice.seed)
    for doubt in doubts(record, max(periods_yr)):
        progress.warning(doubt)
    laws = {name: fit(record.depth_mm, name, choice.method) for name in DISTRIBUTIONS}
    checks = {
        name: goodness_of_fit(record.depth_mm, law, name, choice.draws, rng) for name, law in laws.items()
    }
    levels = laws[choice.distribution].return_level(periods_yr)
    many = bootstrap_levels(
        laws[choice.distribution],
        len(record.depth_mm),
        choice.distribution,
        choice.method,
        np.array(periods_yr),
        draws=choice.draws,
        rng=rng,
        progress=progress,
    )
    tail = 50.0 * (1.0 - choice.confidence)
    low, high = np.percentile(many, [tail, 100.0 - tail], axis=0)
    if floor_mm is not None and (levels < floor_mm).any():
        progress.warning(
            f"{record.name}: some return levels are below those of a shorter duration; they were raised to them"
        )
        levels = np.maximum(levels, floor_mm)
    return Fitted(
        record,
        periods_yr,
        laws,
        checks,
        chosen=choice.distribution,
        levels_mm=levels,
        low_mm=low,
        high_mm=high,
    )
