"""What the rows of an inventory say, of which scenario, and what each weighs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .data import TrainingData

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Known:
    """Labels or target probabilities, what they weigh, and how they were sampled.

    Attributes
    ----------
    labels, weights : float64 arrays (n, columns)
        Weight 0 where nothing is known. The columns are those of the triggers learnt from.
    offsets : float64 array (n,)
        Log odds of the sampling, class weights included: a fixed term of the logit in training.
    sampled : float64 array (n, columns)
        Divides a weight where a family takes no offset: the share sampled, class weights included.
    """

    labels: Floats
    weights: Floats
    offsets: Floats
    sampled: Floats

    @property
    def share(self) -> float:
        """Share of landslides that the logits without the offsets refer to."""
        return float(np.average(self.labels, weights=self.weights / self.sampled))

    def balanced(self) -> Known:
        """Both kinds weigh the same; what that changes in the odds of dated rows goes into their offset."""
        share = float(np.average(self.labels, weights=self.weights))
        factor = np.where(self.labels > 0, 0.5 / share, 0.5 / (1.0 - share))
        return replace(self, weights=self.weights * factor)


def known_of(data: TrainingData, balanced: bool = False) -> Known:
    """What the rows say: each of its own event, an undated inventory of the reference scenario alone.

    Parameters
    ----------
    data : TrainingData
    balanced : bool
        Whether both kinds weigh the same in training. Never so with target probabilities.

    Examples
    --------
    >>> from ...types.scenarios import TriggerScenarios
    >>> from .data import Cells
    >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[1.0], [2.0]]))
    >>> cells, xy = Cells(np.zeros((2, 0), "f4")), np.zeros((2, 2))
    >>> told = dict(labels=np.array([1, 0], "i1"), xy=xy, groups=np.arange(2, dtype="i4"), scenarios=rain)
    >>> known_of(TrainingData((), cells, reference=1, **told)).weights.tolist()
    [[0.0, 1.0], [0.0, 1.0]]
    >>> events = dict(events=np.array([0, 1], "i4"), event_period_yr=np.array([10.0, 50.0]))
    >>> known_of(TrainingData((), cells, reference=1, **told, **events)).weights.tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    if data.targets is not None:
        known = np.isfinite(data.targets)
        labels = np.where(known, data.targets, 0.0).astype(np.float64)
        weights = known * data.row_weights[:, None]
        return Known(labels, weights, np.zeros(len(labels)), np.ones_like(weights))
    n, columns = len(data.labels), data.triggers_learnt().shape[-2]
    positive = (data.labels > 0).astype(np.float64)[:, None]
    labels = np.repeat(positive, columns, axis=1)
    weights = np.zeros_like(labels)
    weights[np.arange(n), _column_of(data)] = data.row_weights
    if not data.dated:
        plain = Known(labels, weights, np.zeros(n), np.ones_like(weights))
        return plain.balanced() if balanced else plain
    sampled = np.repeat(data.sampled[:, None], columns, axis=1)
    own = Known(labels, weights, data.offsets, sampled)
    return _with_class_weights(own) if balanced else own


def _column_of(data: TrainingData) -> npt.NDArray[np.intp]:
    """Column (n,) of the triggers learnt from that each row speaks of."""
    if not data.dated:
        return np.full(len(data.labels), data.reference)
    if data.event_triggers is not None:
        return np.full(len(data.labels), data.scenario_count)
    return data.event_scenarios()


def at_own_event(data: TrainingData) -> tuple[Floats, Optional[npt.NDArray[np.float32]]]:
    """Triggers and probability of failure that each row is judged at: of its own event, else of the reference.

    Returns
    -------
    triggers : float64 array (n, 1, k), or (1, k) where all rows share them
    pf : float32 array (n, 1) or None
        NaN where the scenarios have none with the event's return period.

    Examples
    --------
    >>> from ...types.scenarios import TriggerScenarios
    >>> from .data import Cells
    >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[1.0], [2.0]]))
    >>> told = dict(labels=np.array([1, 0], "i1"), xy=np.zeros((2, 2)), groups=np.arange(2, dtype="i4"))
    >>> events = dict(events=np.array([0, 1], "i4"), event_period_yr=np.array([10.0, 50.0]))
    >>> data = TrainingData((), Cells(np.zeros((2, 0), "f4")), scenarios=rain, **told, **events)
    >>> at_own_event(data)[0].ravel().tolist()
    [1.0, 2.0]
    """
    if not data.dated:
        here = slice(data.reference, data.reference + 1)
        pf = data.cells.prior_pf
        return data.triggers()[..., here, :], None if pf is None else pf[:, here]
    rows, column = np.arange(len(data.labels)), _column_of(data)
    steps, chance = data.triggers_learnt(), at_columns(data.cells.prior_pf, data, own=True)
    own = steps[rows, column] if steps.ndim == 3 else steps[column]
    return own[:, None], None if chance is None else chance[rows, column][:, None]


def varied_triggers(data: TrainingData) -> Optional[Floats]:
    """Triggers (n, k) that each row is judged at, where they differ from row to row; None where all rows share them.

    >>> from ...types.scenarios import TriggerScenarios
    >>> from .data import Cells
    >>> rain = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[1.0], [2.0]]))
    >>> told = dict(labels=np.array([1, 0], "i1"), xy=np.zeros((2, 2)), groups=np.arange(2, dtype="i4"))
    >>> varied_triggers(TrainingData((), Cells(np.zeros((2, 0), "f4")), scenarios=rain, **told)) is None
    True
    """
    if data.scenarios is None:
        return None
    own = np.asarray(at_own_event(data)[0], dtype=np.float64)
    rows = own[:, 0] if own.ndim == 3 else own
    return rows if len(rows) == len(data.labels) > 1 and bool(np.ptp(rows, axis=0).any()) else None


def with_swapped_trigger(data: TrainingData, order: npt.NDArray[np.intp], column: int) -> TrainingData:
    """The same rows, a column of the trigger that each is judged at taken from another row (n,) of them."""
    own = varied_triggers(data)
    if own is None:
        return data
    if data.dated:
        swapped = own.copy()
        swapped[:, column] = own[order, column]
        return replace(data, event_triggers=swapped)
    triggers = np.array(data.triggers())
    triggers[..., column] = triggers[order][..., column]
    return replace(data, cells=replace(data.cells, triggers=triggers))


def _with_class_weights(known: Known) -> Known:
    """Class weights as a second sampling: odds and shares of the rows know of them."""
    even = known.balanced()
    factor = np.divide(even.weights, known.weights, out=np.ones_like(known.weights), where=known.weights > 0)
    kinds = [
        factor[(known.weights > 0) & (known.labels > 0 if yes else known.labels == 0)]
        for yes in (True, False)
    ]
    moved = np.log(kinds[0][0] / kinds[1][0]) if all(map(len, kinds)) else 0.0
    return Known(known.labels, even.weights, known.offsets + moved, known.sampled * factor)


def at_columns(
    values: Optional[npt.NDArray[Any]], data: TrainingData, own: bool
) -> Optional[npt.NDArray[Any]]:
    """Values (n, scenarios) at the columns learnt from: where events have triggers of their own, one more.

    Parameters
    ----------
    own : bool
        Whether the rows are those of the samples, whose last column is the scenario with the event's return
        period; NaN where the table has none, and in other cells.
    """
    if values is None or data.event_triggers is None or not data.dated:
        return values
    last = np.full((len(values), 1), np.nan, values.dtype)
    if own:
        scenario = data.event_scenarios()
        rows = np.flatnonzero(scenario >= 0)
        last[rows, 0] = values[rows, scenario[rows]]
    return np.hstack([values, last])
