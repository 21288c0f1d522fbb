"""A few coalitions whose worth tells nearly what all of them would.

The Shapley values of a game are sums over all coalitions of its players; here also over the cells of typical ground
that a cell's groups of inputs are mixed into. For one model these are many numbers that hang together, so a few of
them, weighed rightly, stand for all. Which, and with what weights, is found once a model: on cells mixed of typical
ground every coalition is asked for, and the ones that explain most of what is left of the exact values are taken one
after the other (Pati et al. 1993), the weights by least squares.

Sums are taken without the linear algebra library, whose bits would go by the number of its threads.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial

import numpy as np
import numpy.typing as npt

Wide = npt.NDArray[np.float64]
PREDICTIONS = 10
"""What the shares of a cell may cost, in predictions of the cell; one is its own."""
SAME = 1e-6
"""Of a coalition's spread, or of the exact values': what is less is rounding."""


@dataclass(frozen=True)
class Coalition:
    """Groups that are taken from a cell, and the cell of typical ground that the others are taken from."""

    start: int
    joined: tuple[int, ...]


@dataclass(frozen=True)
class CoalitionPlan:
    """What is asked for, and how the shares follow from it.

    Attributes
    ----------
    asked : tuple of Coalition
    weights : float64 array (groups, 2 + asked)
        Of 1, of the worth of the cell itself and of that of each coalition asked for; 0 for a group that never
        changes anything.
    error : float
        Root mean square of the difference from the exact values on mixed cells that the plan was not made from.
    """

    asked: tuple[Coalition, ...]
    weights: Wide
    error: float

    @property
    def cost(self) -> int:
        """Predictions a cell, its own among them."""
        return 1 + len(self.asked)

    def shares(self, own: Wide, asked: list[Wide]) -> Wide:
        """Shares (groups, cells) from the worth of the cells themselves (cells,) and of the coalitions asked for."""
        found = np.zeros((len(self.weights), len(own)))
        for share, (constant, *weights) in zip(found, self.weights):
            share[:] = constant
            for weight, values in zip(weights, (own, *asked)):
                share[:] = share + weight * values
        return found


def exact_shares(values: Wide) -> Wide:
    """Shapley values (groups, ...) of what each coalition is worth (2 ** groups, ...).

    Bit g of a coalition's number says whether group g has joined (Shapley 1953).

    >>> exact_shares(np.array([0.0, 1.0, 2.0, 5.0])).tolist()  # 1 and 2 alone, and 2 more for both
    [2.0, 3.0]
    """
    groups = len(values).bit_length() - 1
    found = np.zeros((groups, *values.shape[1:]))
    for coalition in range(len(values)):
        size = bin(coalition).count("1")
        for group in range(groups):
            if not coalition >> group & 1:
                weight = factorial(size) * factorial(groups - size - 1) / factorial(groups)
                found[group] += weight * (values[coalition | 1 << group] - values[coalition])
    return found


def plan_coalitions(values: Wide, most: int = PREDICTIONS) -> CoalitionPlan:
    """The plan for a model, from three quarters of some cells, judged on the others.

    Parameters
    ----------
    values : float64 array (starts, 2 ** groups, cells)
        What each coalition is worth when it is turned into each of some cells.
    most : int
        Predictions a cell.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> first, second = rng.normal(size=(2, 40))
    >>> one = np.stack([np.full(40, 1.0), 1.0 + first, 1.0 + second, 1.0 + first + second])
    >>> plan = plan_coalitions(one[None])  # effects that add up: one coalition tells the other
    >>> plan.cost, bool(plan.error < 1e-12)
    (2, True)
    >>> bool(np.allclose(plan.shares(np.array([6.0]), [np.array([3.0 if plan.asked[0].joined == (0,) else 4.0])]),
    ...                  [[2.0], [3.0]]))
    True
    """
    starts, cells = len(values), values.shape[2]
    right = np.stack([exact_shares(each) for each in values]).mean(axis=0)
    used = [group for group in range(len(right)) if _changes(values, group)]
    mask = sum(1 << group for group in used)
    places = [(start, number) for start in range(starts) for number in range(1, mask) if number & ~mask == 0]
    offered = np.stack([np.ones(cells), values[0, -1], *(values[place] for place in places)])
    fitted, judged = np.arange(cells) % 4 != 3, np.arange(cells) % 4 == 3
    taken = _pursued(offered[:, fitted], right[:, fitted], most - 1)
    weights = _fitted(offered[taken][:, fitted], right[:, fitted])
    weights[[group for group in range(len(right)) if group not in used]] = 0.0
    asked = tuple(Coalition(places[one - 2][0], _groups(places[one - 2][1])) for one in taken[2:])
    plan = CoalitionPlan(asked, weights, 0.0)
    told = plan.shares(values[0, -1, judged], [offered[one][judged] for one in taken[2:]])
    return CoalitionPlan(asked, weights, float(np.sqrt(np.square(told - right[:, judged]).mean())))


def _changes(values: Wide, group: int) -> bool:
    """Whether a group changes what any coalition is worth."""
    without = np.array([number for number in range(values.shape[1]) if not number >> group & 1])
    return not np.array_equal(values[:, without], values[:, without | 1 << group])


def _groups(number: int) -> tuple[int, ...]:
    return tuple(group for group in range(number.bit_length()) if number >> group & 1)


def _pursued(offered: Wide, wanted: Wide, most: int) -> list[int]:
    """The first two rows of what is offered (n, cells) and at most so many more, for what is wanted (m, cells).

    Each further row is the one whose part that the rows before it do not tell explains most of what is left of what
    is wanted. It ends where nothing is left.
    """
    left, rest = offered.copy(), wanted.copy()
    least = SAME**2 * np.square(offered - offered.mean(axis=1, keepdims=True)).sum(axis=1)
    limit, taken = SAME**2 * np.square(wanted).sum(), list[int]()
    for step in range(most + 2):
        if step < 2:
            row = step
        else:
            told = np.square(np.einsum("nc,mc->nm", left, rest)).sum(axis=1)
            length = np.square(left).sum(axis=1)
            worth = np.divide(told, length, out=np.zeros(len(left)), where=length > least)
            worth[taken] = 0.0  # what rounding leaves of it says nothing more
            row = int(np.argmax(worth))
            if worth[row] <= 0.0 or np.square(rest).sum() <= limit:
                break
        taken.append(row)
        way = _unit(left[row])
        left -= np.einsum("nc,c->n", left, way)[:, None] * way
        rest -= np.einsum("mc,c->m", rest, way)[:, None] * way
    return taken


def _fitted(rows: Wide, wanted: Wide) -> Wide:
    """Weights (m, k) of rows (k, cells) whose sum is closest to what is wanted (m, cells), by least squares.

    Rows are made perpendicular one after the other (Gram and Schmidt), and it is kept how each was made. One that the
    rows before it tell altogether gets 0.

    >>> _fitted(np.array([[1.0, 1.0, 1.0], [0.0, 1.0, 2.0]]), np.array([[5.0, 8.0, 11.0]])).round(9).tolist()
    [[5.0, 3.0]]
    """
    weights = np.zeros((len(wanted), len(rows)))
    ways: list[Wide] = []
    made: list[Wide] = []
    for number, row in enumerate(rows):
        left, parts = row.copy(), np.zeros(len(rows))
        parts[number] = 1.0
        for _ in range(2):  # what rounding leaves of it is taken away too
            for way, part in zip(ways, made):
                along = float((left * way).sum())
                left -= along * way
                parts -= along * part
        size = float(np.sqrt(np.square(left).sum()))
        if size <= SAME * float(np.sqrt(np.square(row).sum())):
            continue
        ways.append(left / size)
        made.append(parts / size)
        weights += np.einsum("mc,c->m", wanted, ways[-1])[:, None] * made[-1]
    return weights


def _unit(row: Wide) -> Wide:
    """The row at length 1; 0 where it has none."""
    size = float(np.sqrt(np.square(row).sum()))
    return row / size if size > 0.0 else row


def mixed(groups: int, starts: int, cells: int) -> npt.NDArray[np.intp]:
    """Which start each group of each mixed cell (groups, cells) is taken from, all of them equally often.

    >>> found = mixed(2, 3, 6)
    >>> np.sort(found[:, :3]).tolist()
    [[0, 1, 2], [0, 1, 2]]
    """
    draw = np.random.default_rng(starts)
    rounds = [np.stack([draw.permutation(starts) for _ in range(groups)]) for _ in range(-(-cells // starts))]
    found: npt.NDArray[np.intp] = np.concatenate(rounds, axis=1)[:, :cells]
    return found
