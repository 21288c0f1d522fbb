"""Trees of some hundreds of leaves for many rows: rows sorted by the part of the tree that they come to.

Asking every node, as ``leaf_codes`` does, costs a row as much as a tree has nodes. So the nodes above the most leaves
are asked first, of all rows; these are then laid in the order of the exits that they take, and each exit's own nodes
are asked of its rows alone, which lie side by side. A tree of n leaves and g exits costs about g + n / g nodes a row
and one sorting by a byte; parts that are still large are cut again in the same way.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .leaf_codes import CodeWork, TreeCodes, leaf_counts, tree_codes
from .leaf_masks import Nodes, levels_of

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
Index = npt.NDArray[np.intp]
ROWS = 65536
"""Rows at a time: a node is asked of a share of them, and starting an operation should not count."""
WORK_BYTES = 1 << 24
"""Of columns laid in order; of many columns fewer rows are taken at a time."""
WHOLE = 96
"""Leaves up to which a part is not cut."""
LEAVES_AN_EXIT, MOST_EXITS = 26, 64
"""Leaves below an exit, about, and most exits of a part."""
FEWEST_ON_AVERAGE, MOST_ON_AVERAGE = 112.0, 3000.0
"""Leaves a tree from which this is as fast as asking all nodes, and up to which faster than masks and a walk, about."""
MOST_LEVELS = 64
"""Nodes on the longest way down: of trees that grow to one side alone, parts would lie below parts without end, each
with its own columns laid in order."""


@dataclass(frozen=True)
class TreePart:
    """Some nodes of a tree and what lies below their exits, which are numbered from the left.

    Attributes
    ----------
    codes : TreeCodes
        Its values are those of the exits that are leaves, 0 of the others.
    below : tuple of TreePart or None
        Of each exit, None for a leaf; empty if all exits are leaves.
    columns : tuple of int
        Columns that the parts below look at.
    """

    codes: TreeCodes
    below: tuple[Optional[TreePart], ...] = ()
    columns: tuple[int, ...] = ()

    @property
    def asked(self) -> set[int]:
        """Columns that this part and those below it look at."""
        return {step.column for step in self.codes.steps} | set(self.columns)

    @property
    def depth(self) -> int:
        """Parts one below the other."""
        return 1 + max((each.depth for each in self.below if each is not None), default=0)

    @property
    def buffers(self) -> int:
        """Most buffers that any part needs."""
        return max([self.codes.buffers, *(each.buffers for each in self.below if each is not None)])

    @property
    def table_bytes(self) -> int:
        """Memory of the steps and values, about."""
        own = 250 * len(self.codes.steps) + self.codes.values.nbytes
        return own + sum(each.table_bytes for each in self.below if each is not None)


class LeafParts:
    """Sums of the values of the leaves that rows reach.

    Parameters
    ----------
    nodes : Nodes

    Attributes
    ----------
    rows : int
        Taken at a time.

    Examples
    --------
    >>> from ..trees import Trees
    >>> stump = Trees(
    ...     "forest", (1, 0, 0), 0.0, np.array([0]), np.array([0, -1, -1]), np.array([0.5, 0, 0], "f4"),
    ...     np.array([1, 0, 0]), np.array([2, 0, 0]), np.array([0.0, 0.25, 0.75]),
    ... )
    >>> LeafParts(stump).totals(np.array([[0.5], [0.6]], "f4"), np.zeros((1, 0), "f4")).ravel().tolist()
    [0.25, 0.75]
    """

    def __init__(self, nodes: Nodes) -> None:
        leaves = leaf_counts(nodes)
        self.trees = [_part(nodes, leaves, int(root)) for root in nodes.roots]
        self._width = 1 + max(int(nodes.column.max()), 0)
        self._buffers = max(each.buffers for each in self.trees)
        self._depth = max(each.depth for each in self.trees)
        self.rows = min(ROWS, max(1, WORK_BYTES // (4 * self._width * self._depth)))

    @staticmethod
    def suits(nodes: Nodes) -> bool:
        """Whether the trees are of a size that this is made for."""
        average = leaf_counts(nodes)[nodes.roots].mean()
        levels = sum(1 for _ in levels_of(nodes))
        return bool(FEWEST_ON_AVERAGE <= average <= MOST_ON_AVERAGE and levels <= MOST_LEVELS)

    @property
    def table_bytes(self) -> int:
        """Memory of the steps and values, about."""
        return sum(each.table_bytes for each in self.trees)

    def totals(self, rows: Inputs, steps: Inputs) -> Floats:
        """Sum over the trees (n, S) of the values of the leaves that rows reach; as ``LeafMasks.totals``."""
        found = np.zeros((len(rows), len(steps)))
        for start in range(0, len(rows), self.rows):
            block = rows[start : start + self.rows]
            own = np.ascontiguousarray(block.T)
            work = _PartWork(len(block), self._buffers, self._width, self._depth - 1)
            values = np.empty(len(block))
            for scenario, step in enumerate(steps):
                common = [np.full(len(block), value, np.float32) for value in step]
                columns = [*own, *common][: self._width]
                total = np.zeros(len(block))
                for tree in self.trees:
                    work.fill(tree, columns, values, 0)
                    total += values
                found[start : start + self.rows, scenario] = total
        return found


class _PartWork:
    """Buffers of some rows; those of the parts one below the other lie apart."""

    def __init__(self, rows: int, buffers: int, width: int, depth: int) -> None:
        self._codes = CodeWork(rows, buffers)
        self._sorted = np.empty((depth, width, rows), np.float32)
        self._values = np.empty((depth, rows))

    def fill(self, part: TreePart, columns: Sequence[Inputs], values: Floats, level: int) -> None:
        """Put the values of the leaves that rows reach into ``values`` (rows,)."""
        if not part.below:
            self._codes.values_of(part.codes, columns, values)
            return
        rows = len(values)
        codes = self._codes.numbers_of(part.codes, columns, rows)
        order = np.argsort(codes, kind="stable")  # of bytes: by counting
        ends = codes.take(order).searchsorted(np.arange(1, len(part.below) + 1, dtype=np.uint8)).tolist()
        laid, found = self._sorted[level], self._values[level, :rows]
        for column in part.columns:
            # indices fit: "clip" spares NumPy the check and the copy
            columns[column].take(order, out=laid[column, :rows], mode="clip")
        start = 0
        for number, (end, below) in enumerate(zip(ends, part.below)):
            if start == end:
                continue
            if below is None:
                found[start:end] = part.codes.values[number]
            else:
                self.fill(below, list(laid[:, start:end]), found[start:end], level + 1)
            start = end
        values[order] = found


def _part(nodes: Nodes, leaves: Index, root: int) -> TreePart:
    """The part from a node on, and all below it."""
    count = int(leaves[root])
    if count <= WHOLE:
        return TreePart(tree_codes(nodes, root))
    exits = _exits(nodes, leaves, root, min(MOST_EXITS, -(-count // LEAVES_AN_EXIT)))
    codes = tree_codes(nodes, root, exits)
    below = tuple(_part(nodes, leaves, end) if leaves[end] > 1 else None for end in codes.ends)
    asked = set().union(*(each.asked for each in below if each is not None))
    return TreePart(codes, below, tuple(sorted(asked)))


def _exits(nodes: Nodes, leaves: Index, root: int, most: int) -> set[int]:
    """At most so many nodes below a node, each on every way down, reached from the nodes above the most leaves."""
    queue = [(-int(leaves[root]), root)]
    while len(queue) < most and -queue[0][0] > 1:
        _, node = heapq.heappop(queue)
        for child in (int(nodes.left[node]), int(nodes.right[node])):
            heapq.heappush(queue, (-int(leaves[child]), child))
    return {node for _, node in queue}
