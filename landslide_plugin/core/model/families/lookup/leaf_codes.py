"""Trees of some dozens of leaves for many rows: which leaf a row reaches, by a few operations on bytes a node.

Leaves are numbered from the left. The number that a row reaches below a node is that of its right side where the row
goes right, else that of its left side; as all numbers of the right are larger, it is
max(left, right x (value > limit)), a comparison, a product and a maximum of whole arrays, from the lowest nodes up.
Bytes are what processors do most of at once, so all nodes of a tree together cost less than the way down one path, as
long as they are not too many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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
MOST_ON_AVERAGE = 136.0
"""Leaves a tree up to which this is faster than parts, about."""
FEWEST_ON_AVERAGE = 12.0
"""Below it the masks of a byte a tree are."""
ROWS = 24576
"""Rows at a time: enough that starting an operation does not count, and few enough for the processor's cache."""
NUMBERS = tuple(np.array(number, np.uint8) for number in range(MOST_LEAVES))
BOTH_LEAVES, LEFT_LEAF, RIGHT_LEAF, NO_LEAF = range(4)
KINDS = {
    (True, True): BOTH_LEAVES,
    (True, False): LEFT_LEAF,
    (False, True): RIGHT_LEAF,
    (False, False): NO_LEAF,
}


class NodeStep(NamedTuple):
    """One node: the column and limit compared, the buffer its result goes to, and the number of a leaf below it.

    Limit and number are arrays of no dimension: NumPy takes them as they are, and has to make such ones of scalars.
    ``kind`` says which of its children are leaves. Numbers of the left side lie in the same buffer, those of the right
    side in the one behind it, or in the same where the left child is a leaf.
    """

    kind: int
    column: int
    limit: Inputs
    buffer: int
    number: npt.NDArray[np.uint8]


@dataclass(frozen=True)
class TreeCodes:
    """Steps of a tree from the lowest nodes up; from the left the values (leaves,) of its leaves, and their nodes."""

    steps: tuple[NodeStep, ...]
    values: Floats
    ends: tuple[int, ...]
    buffers: int = 1


class LeafCodes:
    """Sums of the values of the leaves that rows reach.

    Parameters
    ----------
    nodes : Nodes
        Of trees that ``suits`` says yes to.

    Examples
    --------
    >>> from ..trees import Trees
    >>> stump = Trees(
    ...     "forest", (1, 0, 0), 0.0, np.array([0]), np.array([0, -1, -1]), np.array([0.5, 0, 0], "f4"),
    ...     np.array([1, 0, 0]), np.array([2, 0, 0]), np.array([0.0, 0.25, 0.75]),
    ... )
    >>> LeafCodes(stump).totals(np.array([[0.5], [0.6]], "f4"), np.zeros((1, 0), "f4")).ravel().tolist()
    [0.25, 0.75]
    """

    def __init__(self, nodes: Nodes) -> None:
        self.trees = [tree_codes(nodes, int(root)) for root in nodes.roots]
        self._width = 1 + max(int(nodes.column.max()), 0)
        self._buffers = max(each.buffers for each in self.trees)

    @staticmethod
    def suits(nodes: Nodes) -> bool:
        """Whether the trees are of a size that this is made for."""
        leaves = leaf_counts(nodes)[nodes.roots]
        return bool(leaves.max() <= MOST_LEAVES and FEWEST_ON_AVERAGE <= leaves.mean() <= MOST_ON_AVERAGE)

    @property
    def table_bytes(self) -> int:
        """Memory of the steps and values, about."""
        return sum(250 * len(each.steps) + each.values.nbytes for each in self.trees)

    def totals(self, rows: Inputs, steps: Inputs) -> Floats:
        """Sum over the trees (n, S) of the values of the leaves that rows reach; as ``LeafMasks.totals``."""
        found = np.zeros((len(rows), len(steps)))
        for start in range(0, len(rows), ROWS):
            block = rows[start : start + ROWS]
            own = np.ascontiguousarray(block.T)
            work, values = CodeWork(len(block), self._buffers), np.empty(len(block))
            for scenario, step in enumerate(steps):
                common = [np.full(len(block), value, np.float32) for value in step]
                columns = [*own, *common][: self._width]
                total = np.zeros(len(block))
                for tree in self.trees:
                    work.values_of(tree, columns, values)
                    total += values
                found[start : start + ROWS, scenario] = total
        return found


class CodeWork:
    """Buffers of some rows, and of fewer."""

    def __init__(self, rows: int, buffers: int) -> None:
        self._numbers = [np.empty(rows, np.uint8) for _ in range(buffers)]
        self._goes_right = np.empty(rows, np.bool_)
        self._right = np.empty(rows, np.uint8)
        self._places = np.empty(rows, np.intp)

    def values_of(self, tree: TreeCodes, columns: Sequence[Inputs], values: Floats) -> None:
        """Put the value of the leaf of one tree that each row reaches into ``values`` (rows,)."""
        if not tree.steps:
            values[:] = tree.values[0]
            return
        places = self._places[: len(values)]
        np.copyto(places, self.numbers_of(tree, columns, len(values)))
        # places fit: "clip" spares NumPy the check and the copy
        tree.values.take(places, out=values, mode="clip")

    def numbers_of(self, tree: TreeCodes, columns: Sequence[Inputs], rows: int) -> npt.NDArray[np.uint8]:
        """Number (rows,) of the leaf or exit that each row reaches, of a tree with a node; the buffer is used again."""
        numbers = [each[:rows] for each in self._numbers[: tree.buffers]]
        condition, right = self._goes_right[:rows], self._right[:rows]
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
        return numbers[0]


def tree_codes(nodes: Nodes, root: int, exits: Collection[int] = ()) -> TreeCodes:
    """Steps and values of a tree from a node down to its leaves, or to some nodes that take their place."""
    column, left, right = nodes.column, nodes.left, nodes.right
    ends: list[int] = []
    deepest = 1

    def is_end(node: int) -> bool:
        return bool(column[node] < 0) or node in exits

    def below(node: int, buffer: int) -> Iterator[NodeStep]:
        nonlocal deepest
        deepest = max(deepest, buffer + 2)
        low, high = int(left[node]), int(right[node])
        low_ends, high_ends = is_end(low), is_end(high)
        if low_ends:
            ends.append(low)
        else:
            yield from below(low, buffer)
        number = len(ends) - 1 if low_ends else len(ends)
        if high_ends:
            ends.append(high)
        else:
            yield from below(high, buffer if low_ends else buffer + 1)
        kind = KINDS[low_ends, high_ends]
        yield NodeStep(kind, int(column[node]), nodes.limit[node, ...], buffer, NUMBERS[number])

    if is_end(root):
        return TreeCodes((), nodes.value[[root]], (root,))
    steps = tuple(below(root, 0))
    return TreeCodes(steps, nodes.value[ends], tuple(ends), deepest)


def leaf_counts(nodes: Nodes) -> npt.NDArray[np.intp]:
    """Leaves below each node (nodes,), at most ``TOO_MANY``."""
    leaves = np.ones(len(nodes.column), np.intp)
    for inner in reversed(list(levels_of(nodes))):
        leaves[inner] = np.minimum(leaves[nodes.left[inner]] + leaves[nodes.right[inner]], TOO_MANY)
    return leaves
