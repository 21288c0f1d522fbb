"""How much of the change of the factor of safety between two scenarios is rain, antecedent wetness and shaking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import permutations, product
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...stability import masks
from ...stability.assess import Question, assess
from ...stability.pore_pressure import PorePressure
from ...stability.soil import Soil
from ...types.arrays import Values
from ...types.scenarios import TriggerScenarios

PARTS = ("rain", "antecedent wetness", "shaking")
CELLS_LOOKED_AT = 20_000
"""Cells of larger rasters are thinned evenly to about as many, since each needs up to eight runs."""
SMALLEST_CHANGE = 1e-9
FEW = 0.1

Exchange = tuple[int, int, int]


def scenario_pair(scenarios: TriggerScenarios) -> Optional[tuple[int, int]]:
    """Indices of T10 and T200; of the first and last scenario where one of them is missing; None for one scenario.

    >>> rain = TriggerScenarios((2.0, 10.0, 200.0, 500.0), ("duration_h",), np.ones((4, 1)))
    >>> scenario_pair(rain)
    (1, 2)
    """
    names = scenarios.names
    if "T10" in names and "T200" in names:
        return names.index("T10"), names.index("T200")
    return (0, len(names) - 1) if len(names) > 1 else None


@dataclass
class ChangeShares:
    """Parts of the change of FS from one scenario to another, summed over cells.

    Attributes
    ----------
    names : tuple of str
        The two scenarios.
    exchanges : tuple of (int, int, int)
        Index of the scenario of rain, wetness and shaking of each combination.
    step : int
        Every so many cells of the raster, in row order, are looked at.
    totals : float array (3,)
        Sum of each part over the cells.
    cells : int
    """

    names: tuple[str, str]
    exchanges: tuple[Exchange, ...]
    shaking: npt.NDArray[np.float64]
    step: int = 1
    totals: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(PARTS)))
    cells: int = 0

    @staticmethod
    def of(scenarios: TriggerScenarios, raster_cells: int) -> Optional[ChangeShares]:
        """Nothing looked at yet; None where there is one scenario alone.

        >>> table = TriggerScenarios((10.0, 200.0), ("duration_h",), np.ones((2, 1)))
        >>> shares = ChangeShares.of(table, 100_000)
        >>> shares.step, len(shares.exchanges)
        (5, 8)
        """
        pair = scenario_pair(scenarios)
        if pair is None:
            return None
        step = max(1, -(-raster_cells // CELLS_LOOKED_AT))
        shaking = scenarios.column("seismic_coefficient")
        every = tuple((pair[a], pair[b], pair[c]) for a, b, c in product((0, 1), repeat=3))
        first, last = (scenarios.names[index] for index in pair)
        return ChangeShares((first, last), every, shaking, step)

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Scenario of the rain and of the wetness of each combination."""
        return tuple((rain, wetness) for rain, wetness, _ in self.exchanges)

    def add(
        self,
        slope_deg: Values,
        soil: Soil,
        water_of: Callable[[], PorePressure],
        reasons: npt.NDArray[np.uint8],
        *,
        question: Question,
        first_cell: int,
    ) -> None:
        """Look at the assessed cells of a strip whose first cell has that number in the raster.

        Parameters
        ----------
        water_of : callable
            The pore-pressure law of the strip for ``pairs``.
        """
        chosen = np.arange(-first_cell % self.step, slope_deg.size, self.step)
        chosen = chosen[reasons[chosen] == masks.ASSESSED]
        if not chosen.size:
            return
        kh = self.shaking[[shaking for _, _, shaking in self.exchanges]]
        asked = Question(kh, question.limits)
        found = assess(slope_deg[chosen], soil.cells(chosen), water_of().cells(chosen), asked)
        safety = found.factor_of_safety.astype(float)
        known = np.isfinite(safety).all(axis=0)
        self.totals += parts_of_change(safety[:, known]).sum(axis=1)
        self.cells += int(known.sum())

    def shares(self) -> Optional[dict[str, float]]:
        """Share of each part, which add to 1; None where FS does not change."""
        total = float(self.totals.sum())
        if not self.cells or abs(total) <= SMALLEST_CHANGE * self.cells:
            return None
        return {name: float(part) / total + 0.0 for name, part in zip(PARTS, self.totals)}

    def line(self) -> str:
        """What a run says."""
        told = f"from {self.names[0]} to {self.names[1]}"
        shares = self.shares()
        if shares is None:
            return f"The factor of safety does not change {told}"
        words = ", ".join(f"{round(100 * share)} % {name}" for name, share in shares.items())
        some = "" if self.step == 1 else f" (from {self.cells} cells)"
        return f"Of the change of the factor of safety {told}: {words}{some}"

    def rain_is_little(self) -> bool:
        """Whether FS changes and the rain does under a tenth of it."""
        shares = self.shares()
        return shares is not None and shares["rain"] < FEW


def parts_of_change(safety: Values) -> Values:
    """Part (3, cells) of each trigger in the change of FS, averaged over the orders in which they are exchanged.

    Source: Shapley, L. S. (1953), in Contributions to the Theory of Games II, 307-317.

    Parameters
    ----------
    safety : float array (8, cells)
        FS for each combination of the first (0) and last (1) scenario's triggers, the first trigger slowest.

    Examples
    --------
    Triggers that act by themselves keep their own effect:

    >>> safety = np.array([[9.0 - 4 * a - 2 * b - c] for a, b, c in product((0, 1), repeat=3)])
    >>> parts_of_change(safety).ravel().tolist()
    [-4.0, -2.0, -1.0]
    """
    count = len(PARTS)
    parts = np.zeros((count, safety.shape[1]))
    orders: list[Any] = list(permutations(range(count)))
    for order in orders:
        state = 0
        for trigger in order:
            after = state | 1 << (count - 1 - trigger)
            parts[trigger] += safety[after] - safety[state]
            state = after
    return parts / len(orders)
