"""What each group of inputs adds to a prediction: shares that sum to its distance from the mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.odds import log_odds
from ..bundle.background import Background
from ..bundle.bundle import ModelBundle
from .factor_groups import grouped

Floats = npt.NDArray[np.float32]
Wide = npt.NDArray[np.float64]
SURE = 1e-6
"""Probabilities are kept this far from 0 and 1, so that log odds stay finite."""
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


@dataclass(frozen=True)
class _Explained:
    """Cells that are explained: their raw inputs, and the log odds that these give."""

    static: Floats
    profile: Optional[Floats]
    trigger: Optional[Wide]
    log_odds: Wide


class Attribution:
    """Shapley values of groups of inputs against the background of a bundle.

    The value explained is the log odds of the mapped probability (mean of the members, calibrated). A cell is
    turned from a background cell into itself group by group; each step's change is that group's share. The shares
    are averaged over the background cells, each with an order of its own, every second one the reverse of the one
    before (Castro et al. 2009; Mitchell et al. 2022 for the reverse). They sum to the distance of the cell's log
    odds from the background's mean whatever the order, a group the model does not use gets 0, and where the groups'
    effects add up in the log odds they are the exact Shapley values.

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

    def values(self, static: Floats, profile: Optional[Floats], triggers: Optional[Wide] = None) -> Floats:
        """Shares (groups + 1, cells) of raw factors and profiles; the last row is their sum.

        Cells may have triggers of their own (cells, columns).
        """
        met = self._trigger if triggers is None else triggers
        cells = _Explained(static, profile, met, self._log_odds(static, profile, met))
        shares = np.zeros((len(self.groups) + 1, len(static)))
        for b in range(self.count):
            for group, change in self._path(b, order_of(b, len(self.groups)), cells):
                shares[group] += change / self.count
        shares[-1] = cells.log_odds - self.baseline
        return shares.astype(np.float32)

    def _path(self, b: int, order: Sequence[int], cells: _Explained) -> list[tuple[int, Wide]]:
        """Change of the log odds by each group on the way from a background cell to every cell."""
        count = len(cells.static)
        static = np.repeat(self._cells.static[b : b + 1], count, axis=0)
        soil, rain = self._soil(b), self._rain(b)
        soil = None if soil is None else np.repeat(soil, count, axis=0)
        before, changes = np.full(count, self._starts[b]), []
        for step, number in enumerate(order):
            group = self.groups[number]
            static[:, list(group.factors)] = cells.static[:, list(group.factors)]
            soil = cells.profile if group.soil else soil
            rain = cells.trigger if group.trigger else rain
            last = step == len(order) - 1
            after = cells.log_odds if last else self._log_odds(static, soil, rain)
            changes.append((number, after - before))
            before = after
        return changes

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


def order_of(number: int, groups: int) -> tuple[int, ...]:
    """Order of the groups for a background cell: a rotation for every second one, and then its reverse.

    >>> [order_of(number, 3) for number in range(4)]
    [(0, 1, 2), (2, 1, 0), (2, 0, 1), (1, 0, 2)]
    """
    turned = tuple((i - number // 2) % groups for i in range(groups))
    return turned[::-1] if number % 2 else turned
