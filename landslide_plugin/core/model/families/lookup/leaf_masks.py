"""Trees prepared for many rows: which leaf a row reaches follows from a few bit masks, not from a walk.

Every node that sends a row to the right rules out the leaves on its left. With one bit a leaf, counted from the
left, what is left over after all nodes have been asked has the reached leaf as its lowest bit (Lucchese et al.
2015). All nodes that look at one column depend on one number, the rank of the row's value among their limits, so
the masks of a column are tabulated by rank and trees, and a row takes one line of each column's table.

Of a tree of many leaves the nodes above the most leaves are asked that way, at most 63; the row then walks on
from where they led it. Values are added up tree after tree, so a row's bits depend on that row alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from .limit_ranks import LimitRanks

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
Index = npt.NDArray[np.intp]
Masks = npt.NDArray[Any]

ROWS = 1024
"""Rows looked at together, so that what is in hand stays in the processor's cache."""

GROUP_BYTES = 400
"""Masks of a row looked at together: the lines of the tables are long enough to be copied as a whole."""

COLUMN_BITS, RANK_BITS = 13, 22
LAST_RANK = (1 << RANK_BITS) - 1
"""Of a leaf: no value has a greater rank, so that a row stays where it is."""

LOW = np.array([0] + [(mask & -mask).bit_length() - 1 for mask in range(1, 256)], dtype=np.intp)
"""Lowest bit of every byte."""


class Nodes(Protocol):
    """The arrays of ``trees.Trees``."""

    @property
    def roots(self) -> Index:
        """Node at which each tree starts."""

    @property
    def column(self) -> Index:
        """Column looked at; -1 in a leaf."""

    @property
    def limit(self) -> Inputs:
        """Largest value that goes left."""

    @property
    def left(self) -> Index:
        """Node for values up to the limit."""

    @property
    def right(self) -> Index:
        """Node for values above it."""

    @property
    def value(self) -> Floats:
        """What a leaf says."""


@dataclass(frozen=True)
class Tops:
    """The top of every tree, and the nodes below it, its exits, numbered from the left.

    Attributes
    ----------
    inside : bool array (nodes,)
        Nodes of the tops.
    tree, exits, first : int arrays (nodes,)
        Tree of a node; for the top and its exits, how many exits lie below a node and the first of them.
    """

    inside: npt.NDArray[np.bool_]
    tree: Index
    exits: Index
    first: Index

    @classmethod
    def of(cls, nodes: Nodes, most: int = 64) -> Tops:
        """Tops with at most ``most`` exits: the nodes above the most leaves."""
        size, trees, levels = len(nodes.column), len(nodes.roots), list(levels_of(nodes))
        tree, leaves = np.zeros(size, np.intp), np.ones(size, np.intp)
        tree[nodes.roots] = np.arange(trees)
        for inner in levels:
            tree[nodes.left[inner]] = tree[nodes.right[inner]] = tree[inner]
        for inner in reversed(levels):
            leaves[inner] = leaves[nodes.left[inner]] + leaves[nodes.right[inner]]
        inner = np.flatnonzero(nodes.column >= 0)
        # a node has more leaves below it than each of its children: of the first in this order none lacks its parent
        order = inner[np.lexsort((inner, -leaves[inner], tree[inner]))]
        place = np.arange(len(order)) - np.searchsorted(tree[order], np.arange(trees))[tree[order]]
        inside = np.zeros(size, np.bool_)
        inside[order[place < most - 1]] = True
        exits, first = np.ones(size, np.intp), np.zeros(size, np.intp)
        for level in reversed(levels):
            here = level[inside[level]]
            exits[here] = exits[nodes.left[here]] + exits[nodes.right[here]]
        for level in levels:
            here = level[inside[level]]
            first[nodes.left[here]] = first[here]
            first[nodes.right[here]] = first[here] + exits[nodes.left[here]]
        return cls(inside, tree, exits, first)


def levels_of(nodes: Nodes) -> Iterator[Index]:
    """Inner nodes of all trees, from the roots down."""
    inner = nodes.roots[nodes.column[nodes.roots] >= 0]
    while len(inner):
        yield inner
        below = np.concatenate([nodes.left[inner], nodes.right[inner]])
        inner = below[nodes.column[below] >= 0]


@dataclass(frozen=True)
class ColumnMasks:
    """What one column rules out.

    Attributes
    ----------
    column : int
    ranks : LimitRanks
        Of all limits that nodes compare the column with.
    line : int array (limits + 1,)
        Line of the table for each rank.
    tables : tuple of unsigned arrays (lines, trees)
        One for each group of trees.
    """

    column: int
    ranks: LimitRanks
    line: Index
    tables: tuple[Masks, ...]


class LeafMasks:
    """Sums of the values of the leaves that rows reach.

    Parameters
    ----------
    nodes : Nodes
        With fewer than 8192 columns and 4 million different limits a column.
    """

    def __init__(self, nodes: Nodes) -> None:
        tops = Tops.of(nodes)
        trees, most = len(nodes.roots), int(tops.exits[nodes.roots].max())
        self.bits = next(bits for bits in (8, 16, 32, 64) if most <= bits)
        size = max(1, GROUP_BYTES * 8 // self.bits)
        self.groups = [slice(start, min(start + size, trees)) for start in range(0, trees, size)]
        asked = [int(column) for column in np.unique(nodes.column) if column >= 0]
        self.columns = [_masks_of(nodes, tops, column, self.bits, self.groups) for column in asked]
        inside = np.flatnonzero(tops.inside)
        met = np.zeros(len(nodes.column), np.bool_)
        met[nodes.roots] = met[nodes.left[inside]] = met[nodes.right[inside]] = True
        out = np.flatnonzero(met & ~tops.inside)
        exits = np.zeros(trees * self.bits, np.intp)
        exits[tops.tree[out] * self.bits + tops.first[out]] = out
        self._walk = None if (nodes.column[out] < 0).all() else Walk.of(nodes, self.columns)
        self._exits = exits if self._walk is None else self._walk.place[exits]
        values = nodes.value[exits]
        if self.bits == 8:
            values = values.reshape(trees, 8)[:, LOW].ravel()
        self._values = values

    @property
    def table_bytes(self) -> int:
        """Memory of the tables."""
        walk = 0 if self._walk is None else self._walk.packed.nbytes + self._walk.values.nbytes
        return (
            walk + self._values.nbytes + sum(table.nbytes for each in self.columns for table in each.tables)
        )

    def totals(self, rows: Inputs, steps: Inputs) -> Floats:
        """Sum over the trees (n, S) of the values of the leaves that rows reach, in the order of the trees.

        Parameters
        ----------
        rows : float32 array (n, d)
            Numbers in the first columns.
        steps : float32 array (S, k)
            The columns behind them, the same for all rows, in each of some scenarios.
        """
        own = [each for each in self.columns if each.column < rows.shape[1]]
        common = [each for each in self.columns if each.column >= rows.shape[1]]
        fixed = [
            (each, each.ranks.of_values(np.ascontiguousarray(steps[:, each.column - rows.shape[1]])))
            for each in common
        ]
        found = np.zeros((len(rows), len(steps)))
        width = 1 + max((each.column for each in self.columns), default=0)
        for start in range(0, len(rows), ROWS):
            block = rows[start : start + ROWS]
            ranks = np.zeros((len(block), width), np.int32)
            for each in own:
                ranks[:, each.column] = each.ranks.of_values(np.ascontiguousarray(block[:, each.column]))
            lines = [each.line.take(ranks[:, each.column]) for each in own]
            for group, trees in enumerate(self.groups):
                left = self._left_over(own, lines, group, len(block))
                for scenario in range(len(steps)):
                    masks = left
                    for each, step in fixed:
                        ranks[:, each.column] = step[scenario]
                        masks = masks & each.tables[group][each.line[step[scenario]]]
                    self._add(masks, trees, ranks, found[start : start + ROWS, scenario])
        return found

    def _left_over(self, own: Sequence[ColumnMasks], lines: Sequence[Index], group: int, rows: int) -> Masks:
        """Masks (rows, trees) of the exits that no column rules out."""
        size = self.groups[group].stop - self.groups[group].start
        kind = np.dtype(f"u{self.bits // 8}")
        masks, other = np.empty((rows, size), kind), np.empty((rows, size), kind)
        masks[:] = ~kind.type(0)
        for each, line in zip(own, lines):
            # indices fit: "clip" spares NumPy the check and the copy
            np.take(each.tables[group], line, axis=0, out=other, mode="clip")
            np.bitwise_and(masks, other, out=masks)
        return masks

    def _add(self, masks: Masks, trees: slice, ranks: npt.NDArray[np.int32], total: Floats) -> None:
        """Add the values of the exits that the lowest bits of ``masks`` (rows, trees) name, tree after tree."""
        if self.bits == 8:
            places = np.add(masks, 256 * np.arange(trees.start, trees.stop), dtype=np.intp)
            values = self._values.take(places, mode="clip")
        else:
            lowest = np.negative(masks)
            np.bitwise_and(lowest, masks, out=lowest)
            places = lowest.astype(np.float64).view(np.int64) >> 52  # a power of two: its exponent is the bit
            places += self.bits * np.arange(trees.start, trees.stop) - 1023
            if self._walk is None:
                values = self._values.take(places, mode="clip")
            else:
                values = self._walk.values_from(self._exits.take(places, mode="clip"), ranks)
        for number in range(values.shape[1]):
            total += values[:, number]


@dataclass(frozen=True)
class Walk:
    """Nodes packed for the way down from the exits: each is one number, and its children lie side by side.

    Attributes
    ----------
    packed : int64 array (nodes,)
        Left child, rank of the limit and column, from the highest bit on. A leaf is its own child.
    values : float64 array (nodes,)
    place : int array (nodes,)
        Where each node of the trees stands here.
    """

    packed: npt.NDArray[np.int64]
    values: Floats
    place: Index

    @classmethod
    def of(cls, nodes: Nodes, columns: Sequence[ColumnMasks]) -> Walk:
        """Pack trees whose columns have these ranks."""
        size, inner = len(nodes.column), np.flatnonzero(nodes.column >= 0)
        place = np.zeros(size, np.intp)
        place[nodes.roots] = np.arange(len(nodes.roots))
        pairs = len(nodes.roots) + 2 * np.arange(len(inner))
        place[nodes.left[inner]], place[nodes.right[inner]] = pairs, pairs + 1
        child, rank, column = place.copy(), np.full(size, LAST_RANK), np.zeros(size, np.intp)
        child[inner], column[inner] = place[nodes.left[inner]], nodes.column[inner]
        for each in columns:
            here = inner[nodes.column[inner] == each.column]
            rank[here] = np.searchsorted(each.ranks.limits, nodes.limit[here])
        packed, values = np.zeros(size, np.int64), np.zeros(size)
        packed[place] = (child << (RANK_BITS + COLUMN_BITS)) | (rank << COLUMN_BITS) | column
        values[place] = nodes.value
        return cls(packed, values, place)

    def values_from(self, exits: Index, ranks: npt.NDArray[np.int32]) -> Floats:
        """Values (rows, trees) of the leaves below the nodes ``exits`` (rows, trees) that rows reach."""
        node = exits.ravel()
        flat = ranks.ravel()
        line = np.repeat(np.arange(len(exits)) * ranks.shape[1], exits.shape[1])
        packed, moving = self.packed.take(node, mode="clip"), np.arange(len(node))
        while True:
            rank = (packed >> COLUMN_BITS) & LAST_RANK
            alive = np.flatnonzero(rank != LAST_RANK)
            if not len(alive):
                return self.values.take(node, mode="clip").reshape(exits.shape)
            if len(alive) < len(packed):
                packed, rank = packed.take(alive), rank.take(alive)
                line, moving = line.take(alive), moving.take(alive)
            right = flat.take((packed & ((1 << COLUMN_BITS) - 1)) + line, mode="clip") > rank
            here = (packed >> (RANK_BITS + COLUMN_BITS)) + right
            node[moving] = here
            packed = self.packed.take(here, mode="clip")


def _masks_of(nodes: Nodes, tops: Tops, column: int, bits: int, groups: Sequence[slice]) -> ColumnMasks:
    """The table of one column."""
    looking = np.flatnonzero(nodes.column == column)
    limits = np.unique(nodes.limit[looking])
    kind, trees = np.dtype(f"u{bits // 8}"), len(nodes.roots)
    asked = looking[tops.inside[looking]]
    steps, rank = np.unique(nodes.limit[asked], return_inverse=True)
    table = np.full((len(steps) + 1, trees), ~kind.type(0), kind)
    one = np.uint64(1)
    left = (one << tops.exits[nodes.left[asked]].astype(np.uint64)) - one
    ruled_out = (left << tops.first[asked].astype(np.uint64)).astype(kind)
    np.bitwise_and.at(table, (rank + 1, tops.tree[asked]), ~ruled_out)
    np.bitwise_and.accumulate(table, axis=0, out=table)
    line = np.concatenate([[0], np.searchsorted(steps, limits, side="right")]).astype(np.intp)
    tables = tuple(np.ascontiguousarray(table[:, trees]) for trees in groups)
    return ColumnMasks(column, LimitRanks.of(limits), line, tables)
