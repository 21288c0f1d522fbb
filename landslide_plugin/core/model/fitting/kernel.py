"""Fit a support vector machine with scikit-learn, tuned on compact blocks, and take it over as plain arrays."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import LandslideError
from ...types.odds import probability_of
from ..families.kernel import KernelPart
from ..families.labelled_rows import LabelledRows
from ..families.linear import ridge_logistic
from ..families.machine import machine_rows
from .held_out_line import FAINT, block_levels, line_beside, platt_targets
from .trees import told_rows

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
COSTS = tuple(2.0**power for power in (-4, -1, 2, 5))
GAMMAS = tuple(2.0**power for power in (-8, -6, -4, -2))
MOST_ROWS = 5000
"""Rows that a machine is fitted to; of more, so many are drawn, as its time grows with their square and more."""
TUNING_ROWS = 1500
"""Rows that cost and width are chosen with."""
LARGEST_DIFFERENCE = 1e-6
MOST_STEPS = 200_000


@dataclass(frozen=True)
class _Told:
    """Rows with a class: inputs (n, d), class, weight (mean 1) and block, each (n,)."""

    inputs: Inputs
    truth: npt.NDArray[np.int8]
    weights: Floats
    blocks: npt.NDArray[np.intp]

    def take(self, rows: npt.NDArray[Any]) -> _Told:
        return _Told(self.inputs[rows], self.truth[rows], self.weights[rows], self.blocks[rows])

    def parts(self) -> Iterator[tuple[int, npt.NDArray[np.bool_]]]:
        """Each block whose absence leaves both classes, and its rows."""
        for block in np.unique(self.blocks):
            inside = self.blocks == block
            if len(np.unique(self.truth[~inside])) == 2:
                yield int(block), inside


def fit_kernel_part(rows: LabelledRows, blocks: npt.NDArray[np.intp], seed: int) -> KernelPart:
    """A machine with a radial kernel on factors and soil layers, and the line that makes odds of what it says.

    Cost and width are those of a grid (2^-4 to 2^5, 2^-8 to 2^-2) with the least log loss on compact blocks that the
    machine was not fitted to. Its decision values there teach the slope of the line (Platt 1999, with his targets),
    with a level of its own in each block, and one level then; so no row tells how sure the machine may be of itself.
    Triggers, and the probability of failure, are straight lines beside it that never fall.

    Parameters
    ----------
    rows : LabelledRows
        Of more than 5000 told rows so many are drawn; cost and width are chosen with 1500.
    blocks : int array (n,)
        Compact part of each cell.
    seed : int

    Raises
    ------
    LandslideError
        The arrays do not give scikit-learn's decision values to 1e-6.
    """
    from threadpoolctl import threadpool_limits

    told = _thinned(_told(rows, blocks), seed, MOST_ROWS)
    with threadpool_limits(1):
        cost, gamma = _tuned(_thinned(told, seed, TUNING_ROWS))
    held_out = np.full(len(rows.labels), np.nan)
    inputs = machine_rows(rows.static, rows.profile)
    for block, inside in told.parts():
        machine = _fitted(told.take(~inside), cost, gamma)
        held_out[blocks == block] = machine.decision_function(inputs[blocks == block])
    machine = _fitted(told, cost, gamma)
    part = KernelPart(
        vectors=np.asarray(machine.support_vectors_, dtype=np.float32),
        coefficients=np.asarray(machine.dual_coef_[0], dtype=np.float64),
        gamma=gamma,
        bias=float(machine.intercept_[0]),
        line=line_beside(rows, held_out, blocks),
    )
    _require_equal(part, machine, told.inputs)
    return part


def _told(rows: LabelledRows, blocks: npt.NDArray[np.intp]) -> _Told:
    """The rows without triggers, for which the line stands."""
    none = np.zeros((rows.labels.shape[1], 0), np.float32)
    inputs, truth, weights, (cell, _) = told_rows(replace(rows, triggers=none))
    return _Told(inputs, truth, weights / weights.mean(), blocks[cell])


def _thinned(told: _Told, seed: int, most: int) -> _Told:
    count = len(told.truth)
    if count <= most:
        return told
    return told.take(np.sort(np.random.default_rng(seed).choice(count, most, replace=False)))


def _tuned(told: _Told) -> tuple[float, float]:
    """Cost and width with the least log loss out of block; of those that do alike the smoothest."""
    best, found = np.inf, (1.0, 1.0 / max(told.inputs.shape[1], 1))
    for cost in COSTS:
        for gamma in GAMMAS:
            loss = _loss(told, cost, gamma)
            if loss < best - FAINT:
                best, found = loss, (cost, gamma)
    return found


def _loss(told: _Told, cost: float, gamma: float) -> float:
    """Log loss of decision values out of block on the best line, with a level for each block; infinite if it falls."""
    decision = np.full(len(told.truth), np.nan)
    for _, inside in told.parts():
        decision[inside] = _fitted(told.take(~inside), cost, gamma).decision_function(told.inputs[inside])
    known = np.isfinite(decision)
    if not known.any() or len(np.unique(told.truth[known])) < 2:
        return float(np.inf)
    inputs = np.column_stack([decision[known], block_levels(told.blocks[known])])
    target = platt_targets(told.truth[known].astype(np.float64), told.weights[known])
    found = ridge_logistic(inputs, target, FAINT, told.weights[known])
    if found[0] <= 0:
        return float(np.inf)
    logit = inputs @ found[:-1] + found[-1]
    losses = np.logaddexp(0.0, logit) - target * logit
    return float(np.average(losses, weights=told.weights[known]))


def _fitted(told: _Told, cost: float, gamma: float) -> Any:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.svm import SVC

    machine = SVC(C=cost, gamma=gamma, max_iter=MOST_STEPS)
    with warnings.catch_warnings():
        # a machine that is stopped is judged out of block like any other
        warnings.simplefilter("ignore", ConvergenceWarning)
        return machine.fit(told.inputs.astype(np.float64), told.truth, sample_weight=told.weights)


def _require_equal(part: KernelPart, machine: Any, inputs: Inputs) -> None:
    theirs = machine.decision_function(inputs.astype(np.float64))
    slope, level = part.line.factors[0], part.line.intercept
    own = probability_of(slope * part.decision(inputs) + level)
    difference = float(np.abs(own - probability_of(slope * theirs + level)).max())
    if not difference <= LARGEST_DIFFERENCE:
        raise LandslideError(
            f"The arrays of the support vector machine differ from scikit-learn by {difference:.2g} in probability "
            f"(allowed: {LARGEST_DIFFERENCE:g}); check the version of scikit-learn"
        )
