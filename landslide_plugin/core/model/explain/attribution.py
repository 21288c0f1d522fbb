"""What each group of inputs adds to a prediction: shares that sum to its distance from the mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.odds import log_odds
from ..bundle.background import Background
from ..bundle.bundle import ModelBundle
from .coalitions import Coalition, CoalitionPlan, mixed, plan_coalitions
from .factor_groups import grouped

Floats = npt.NDArray[np.float32]
Wide = npt.NDArray[np.float64]
SURE = 1e-6
"""Probabilities are kept this far from 0 and 1, so that log odds stay finite."""
MIXED_ROWS, LEAST_MIXED, MOST_MIXED = 1 << 16, 48, 128
"""Rows that a plan asks the model for, and fewest and most cells it is made from and judged on."""
SOIL, TRIGGER = "Soil profile", "Trigger"


@dataclass(frozen=True)
class InputGroup:
    """Inputs that are taken from a cell together: some factors, the soil profile or the trigger."""

    name: str
    factors: tuple[int, ...] = ()
    soil: bool = False
    trigger: bool = False


def groups_of(bundle: ModelBundle, by_cell: bool = False) -> tuple[InputGroup, ...]:
    """Groups of a model's inputs: factors by what they speak of, the soil profile, and the trigger.

    The trigger is a group if several scenarios were trained or each cell has its own (``by_cell``).
    """
    factors = grouped([spec.name for spec in bundle.factors])
    groups = [InputGroup(name, columns) for name, columns in factors.items()]
    if bundle.profile is not None:
        groups.append(InputGroup(SOIL, soil=True))
    if bundle.scenarios is not None and (by_cell or len(bundle.scenarios.names) > 1):
        groups.append(InputGroup(TRIGGER, trigger=True))
    return tuple(groups)


class Attribution:
    """Shapley values of groups of inputs against the background of a bundle.

    The value explained is the log odds of the mapped probability (mean of the members, calibrated). What a coalition
    of groups is worth is that of a background cell with these groups taken from the cell; the exact shares are sums
    over all coalitions and background cells. Here few coalitions stand for all, chosen for the model by
    ``coalitions.plan_coalitions``. The shares sum to the distance of the cell's log odds from the background's mean, a
    group the model does not use gets 0, and where the groups' effects add up in the log odds they are the exact
    Shapley values.

    Background cells also differ in the scenario: they take those of the training in turn.

    Parameters
    ----------
    bundle : ModelBundle
    trigger : float64 array (columns,) or None
        Scenario that is explained.
    by_cell : bool
        Whether each cell has its own triggers in that scenario; ``values`` then asks for them.
    """

    def __init__(self, bundle: ModelBundle, trigger: Optional[Wide], by_cell: bool = False) -> None:
        self.bundle, self.groups = bundle, groups_of(bundle, by_cell)
        self._cells = require_background(bundle)
        self._trigger, self._by_cell = trigger, by_cell
        starts = [
            self._log_odds(self._cells.static[b : b + 1], self._soil(b), self._rain(b))
            for b in range(self.count)
        ]
        self._starts: Wide = np.concatenate(starts)
        self.baseline = float(self._starts.mean())

    @property
    def count(self) -> int:
        """Number of background cells."""
        return len(self._cells)

    @cached_property
    def plan(self) -> CoalitionPlan:
        """What is asked of the model for a cell, found on cells that are mixed of the background's."""
        return plan_coalitions(self._coalitions())

    def values(self, static: Floats, profile: Optional[Floats], triggers: Optional[Wide] = None) -> Floats:
        """Shares (groups + 1, cells) of raw factors and profiles; the last row is their sum.

        Cells may have triggers of their own (cells, columns).
        """
        met = self._trigger if triggers is None else triggers
        own = self._log_odds(static, profile, met)
        asked = [self._worth(each, static, profile, met) for each in self.plan.asked]
        return np.vstack([self.plan.shares(own, asked), own - self.baseline]).astype(np.float32)

    def _worth(
        self, asked: Coalition, static: Floats, profile: Optional[Floats], trigger: Optional[Wide]
    ) -> Wide:
        """Log odds (cells,) of a background cell that has the coalition's groups from each cell."""
        b, cells = asked.start, len(static)
        mixed_static = np.repeat(self._cells.static[b : b + 1], cells, axis=0)
        soil, rain = self._soil(b), self._rain(b)
        soil = None if soil is None else np.repeat(soil, cells, axis=0)
        for group in (self.groups[number] for number in asked.joined):
            mixed_static[:, list(group.factors)] = static[:, list(group.factors)]
            soil = profile if group.soil else soil
            rain = trigger if group.trigger else rain
        return self._log_odds(mixed_static, soil, rain)

    def _coalitions(self) -> Wide:
        """Log odds (background, 2 ** groups, cells) of mixed cells whose other groups are a background cell's."""
        groups, starts = len(self.groups), self.count
        some = max(LEAST_MIXED, min(MOST_MIXED, MIXED_ROWS // (starts << groups)))
        source = mixed(groups, starts, some)
        joined = (np.arange(1 << groups)[:, None] >> np.arange(groups) & 1).astype(np.bool_)
        found = np.empty((starts, 1 << groups, some))
        for b in range(starts):
            # whose value each group has: that of the mixed cell where it has joined, else the start's
            taken = np.where(joined.T[:, :, None], source[:, None, :], b).reshape(groups, -1)
            found[b] = self._log_odds(*self._rows(taken)).reshape(1 << groups, some)
        return found

    def _rows(self, taken: npt.NDArray[np.intp]) -> tuple[Floats, Optional[Floats], Optional[Wide]]:
        """Raw inputs of rows whose groups are those of background cells ``taken`` (groups, rows)."""
        static = np.empty((taken.shape[1], self._cells.static.shape[1]), np.float32)
        soil, rain = self._cells.profile, self._trigger
        for group, cells in zip(self.groups, taken):
            columns = list(group.factors)
            static[:, columns] = self._cells.static[cells][:, columns]
            soil = self._cells.profile[cells] if group.soil and self._cells.profile is not None else soil
            if group.trigger and self.bundle.scenarios is not None:
                steps = self.bundle.scenarios.values
                rain = np.asarray(steps[cells % len(steps)])
        return static, soil, rain

    def _soil(self, b: int) -> Optional[Floats]:
        return None if self._cells.profile is None else self._cells.profile[b : b + 1]

    def _rain(self, b: int) -> Optional[Wide]:
        rain = self.bundle.scenarios
        if rain is None or (len(rain.names) == 1 and not self._by_cell):
            return self._trigger
        return np.asarray(rain.values[b % len(rain.names)])

    def _log_odds(self, static: Floats, profile: Optional[Floats], trigger: Optional[Wide]) -> Wide:
        p = self.bundle.predict(static, profile, one_scenario(trigger)).mean()[:, 0]
        return log_odds(p, guard=SURE)


def one_scenario(trigger: Optional[Wide]) -> Optional[Wide]:
    """Triggers of one scenario, the same for all cells (columns,) or each cell's own (cells, columns), for ``predict``.

    >>> one_scenario(np.zeros(3)).shape, one_scenario(np.zeros((5, 3))).shape
    ((1, 3), (5, 1, 3))
    """
    return None if trigger is None else trigger[..., None, :]


def require_background(bundle: ModelBundle) -> Background:
    """The background of a bundle, or an ``InputError`` that says what to do."""
    if bundle.background is None:
        raise InputError(
            "This model keeps no typical cells of its training data, which explanations are measured from; "
            "train it again, or leave that output out"
        )
    return bundle.background
