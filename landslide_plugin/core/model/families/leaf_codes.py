"""Trees of some dozens of leaves for many rows: which leaf a row reaches, by a few operations on bytes a node.

Leaves are numbered from the left. The number that a row reaches below a node is that of its right side where the row
goes right, else that of its left side; as all numbers of the right are larger, it is
max(left, right x (value > limit)), a comparison, a product and a maximum of whole arrays, from the lowest nodes up.
Bytes are what processors do most of at once, so all nodes of a tree together cost less than the way down one path, as
long as they are not too many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .leaf_masks import Nodes, levels_of

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
MOST_LEAVES = 256
"""Of a tree: numbers of a byte."""
TOO_MANY = 1 << 20
"""Leaves from which they are no longer counted."""
MOST_ON_AVERAGE = 192.0
"""Leaves a tree up to which this is faster than masks, about."""
FEWEST_ON_AVERAGE = 12.0
"""Below it the masks of a byte a tree are."""
ROWS = 24576
"""Rows at a time: enough that starting an operation does not count, and few enough for the processor's cache."""
BOTH_LEAVES, LEFT_LEAF, RIGHT_LEAF, NO_LEAF = range(4)


class NodeStep(NamedTuple):
    """One node: the column and limit compared, the buffer its result goes to, and the number of a leaf below it.

    ``kind`` says which of its children are leaves. Numbers of the left side lie in the same buffer, those of the right
    side in the one behind it, or in the same where the left child is a leaf.
    """

    kind: int
    column: int
    limit: np.float32
    buffer: int
    number: np.uint8


@dataclass(frozen=True)
class TreeCodes:
    """Steps of a tree from the lowest nodes up, and the values (leaves,) of its leaves from the left."""

    steps: tuple[NodeStep, ...]
    values: Floats
    buffers: int = 1


class LeafCodes:
    """Sums of the values of the leaves that rows reach.

    Parameters
    ----------
    nodes : Nodes
        Of trees that ``suits`` says yes to.

    Examples
    --------
    >>> from .trees import Trees
    >>> stump = Trees(
    ...     "forest", (1, 0, 0), 0.0, np.array([0]), np.array([0, -1, -1]), np.array([0.5, 0, 0], "f4"),
    ...     np.array([1, 0, 0]), np.array([2, 0, 0]), np.array([0.0, 0.25, 0.75]),
    ... )
    >>> LeafCodes(stump).totals(np.array([[0.5], [0.6]], "f4"), np.zeros((1, 0), "f4")).ravel().tolist()
    [0.25, 0.75]
    """

    def __init__(self, nodes: Nodes) -> None:
        self.trees = [_tree_codes(nodes, int(root)) for root in nodes.roots]
        self._width = 1 + max(int(nodes.column.max()), 0)
        self._buffers = max(each.buffers for each in self.trees)

    @staticmethod
    def suits(nodes: Nodes) -> bool:
        """Whether the trees are of a size that this is made for."""
        leaves = _leaves(nodes)
        return bool(leaves.max() <= MOST_LEAVES and FEWEST_ON_AVERAGE <= leaves.mean() <= MOST_ON_AVERAGE)

    @property
    def table_bytes(self) -> int:
        """Memory of the steps and values, about."""
        return sum(200 * len(each.steps) + each.values.nbytes for each in self.trees)

    def totals(self, rows: Inputs, steps: Inputs) -> Floats:
        """Sum over the trees (n, S) of the values of the leaves that rows reach; as ``LeafMasks.totals``."""
        found = np.zeros((len(rows), len(steps)))
        for start in range(0, len(rows), ROWS):
            block = rows[start : start + ROWS]
            own = np.ascontiguousarray(block.T)
            work = _Work(len(block), self._buffers)
            for scenario, step in enumerate(steps):
                common = [np.full(len(block), value, np.float32) for value in step]
                columns = [*own, *common][: self._width]
                total = np.zeros(len(block))
                for tree in self.trees:
                    total += work.values_of(tree, columns)
                found[start : start + ROWS, scenario] = total
        return found


class _Work:
    """Buffers of some rows."""

    def __init__(self, rows: int, buffers: int) -> None:
        self._numbers = [np.empty(rows, np.uint8) for _ in range(buffers)]
        self._goes_right = np.empty(rows, np.bool_)
        self._right = np.empty(rows, np.uint8)
        self._places, self._values = np.empty(rows, np.intp), np.empty(rows)

    def values_of(self, tree: TreeCodes, columns: list[Inputs]) -> Floats:
        """Value (rows,) of the leaf of one tree that each row reaches; the buffer is used again."""
        if not tree.steps:
            self._values[:] = tree.values[0]
            return self._values
        numbers, condition, right = self._numbers, self._goes_right, self._right
        as_byte = condition.view(np.uint8)
        greater, multiply, maximum = np.greater, np.multiply, np.maximum
        for kind, column, limit, buffer, number in tree.steps:
            greater(columns[column], limit, condition)
            here = numbers[buffer]
            if kind == BOTH_LEAVES:
                np.add(as_byte, number, here)
            elif kind == LEFT_LEAF:
                multiply(as_byte, here, here)
                maximum(here, number, here)
            else:
                multiply(as_byte, number if kind == RIGHT_LEAF else numbers[buffer + 1], right)
                maximum(here, right, here)
        np.copyto(self._places, numbers[0])
        tree.values.take(self._places, out=self._values, mode="clip")
        return self._values


def _tree_codes(nodes: Nodes, root: int) -> TreeCodes:
    """Steps and values of one tree."""
    column, left, right = nodes.column, nodes.left, nodes.right
    leaves: list[int] = []
    deepest = 1

    def below(node: int, buffer: int) -> Iterator[NodeStep]:
        nonlocal deepest
        deepest = max(deepest, buffer + 2)
        low, high = int(left[node]), int(right[node])
        ends = bool(column[low] < 0), bool(column[high] < 0)
        if ends[0]:
            leaves.append(low)
        else:
            yield from below(low, buffer)
        number = len(leaves) - 1 if ends[0] else len(leaves)
        if ends[1]:
            leaves.append(high)
        else:
            yield from below(high, buffer if ends[0] else buffer + 1)
        kind = {(True, True): BOTH_LEAVES, (True, False): LEFT_LEAF, (False, True): RIGHT_LEAF}.get(
            ends, NO_LEAF
        )
        yield NodeStep(kind, int(column[node]), nodes.limit[node], buffer, np.uint8(number))

    if column[root] < 0:
        return TreeCodes((), nodes.value[[root]])
    steps = tuple(below(root, 0))
    return TreeCodes(steps, nodes.value[leaves], deepest)


def _leaves(nodes: Nodes) -> npt.NDArray[np.intp]:
    """Leaves of each tree (trees,)."""
    leaves = np.ones(len(nodes.column), np.intp)
    for inner in reversed(list(levels_of(nodes))):
        leaves[inner] = np.minimum(leaves[nodes.left[inner]] + leaves[nodes.right[inner]], TOO_MANY)
    return leaves[nodes.roots]
