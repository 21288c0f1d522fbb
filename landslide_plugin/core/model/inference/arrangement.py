"""Cells put in order for mapping: those of one soil profile side by side, in blocks of one size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .blocks import BLOCK, SLOTS, Block, Index, OwnProfiles, Profiles
from .layers import Array

GROUP = BLOCK
"""Distinct profiles encoded together, which bounds the memory of their keys and values."""


@dataclass(frozen=True)
class Group:
    """Distinct profiles (profiles, layers, properties) and the blocks of cells that have them."""

    profiles: Array
    blocks: tuple[Block, ...]

    @property
    def encoded_first(self) -> bool:
        """True if profiles are encoded before the blocks are; else those of a block with it."""
        return len(self.blocks) == 0 or self.blocks[0].shared or self.profiles.shape[1] == 1

    def own(self, block: Block) -> OwnProfiles:
        """The profiles of a block, whose cells are in order of their profiles."""
        low, high = int(block.profiles[0]), int(block.profiles[-1])
        return OwnProfiles(Profiles.of(self.profiles[low : high + 1]), block.profiles - low)


def arrange(profile: Array, scenarios: int) -> Iterator[Group]:
    """Cells of soil profiles (cells, layers, properties) in groups of blocks.

    Neighbours share a profile, ``SLOTS`` at a time, where that costs fewer columns than giving every
    cell its own keys; both give the same bits.

    >>> list(arrange(np.zeros((0, 2, 3), np.float32), 1))
    []
    """
    if not len(profile):
        return
    which, first = distinct_rows(profile.reshape(len(profile), -1))
    order = np.argsort(which, kind="stable")
    counts = np.bincount(which)
    padded = -(-counts // SLOTS) * SLOTS
    alone = len(profile) * SLOTS * -(-scenarios // SLOTS)
    shared = int(padded.sum()) * scenarios <= alone
    ends = np.cumsum(counts)
    for start in range(0, len(first), GROUP):
        some = slice(start, min(start + GROUP, len(first)))
        cells = order[ends[start] - counts[start] : ends[some.stop - 1]]
        if shared:
            cells = _padded(cells, counts[some], padded[some])
        blocks = _blocks(cells, which[cells] - start, SLOTS if shared else 1)
        yield Group(profile[first[some]], tuple(blocks))


def distinct_rows(rows: Array) -> tuple[Index, Index]:
    """Number of the distinct row each row equals (n,), and where each distinct row stands first.

    >>> which, first = distinct_rows(np.array([[1.0, 2.0], [3.0, 4.0], [1.0, 2.0]], "f4"))
    >>> bool(which[0] == which[2] != which[1]), sorted(first.tolist())
    (True, [0, 1])
    """
    words = np.ascontiguousarray(rows + np.float32(0.0)).view(np.uint32).astype(np.uint64)
    keys = np.random.default_rng(0).integers(1, 2**63, words.shape[1], dtype=np.uint64) | np.uint64(1)
    mixed = (words * keys).sum(axis=1, dtype=np.uint64)
    _, first, which = np.unique(mixed, return_index=True, return_inverse=True)
    which = which.reshape(-1)
    if not np.array_equal(rows[first[which]], rows):  # two profiles with one sum
        _, first, which = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    return which.reshape(-1), first


def _padded(cells: Index, counts: npt.NDArray[np.intp], padded: npt.NDArray[np.intp]) -> Index:
    """Cells with the last one of each profile repeated up to a multiple of ``SLOTS``."""
    starts = np.repeat(np.cumsum(counts) - counts, padded)
    within = np.arange(int(padded.sum())) - np.repeat(np.cumsum(padded) - padded, padded)
    chosen: Index = cells[starts + np.minimum(within, np.repeat(counts, padded) - 1)]
    return chosen


def _blocks(cells: Index, profiles: Index, slots: int) -> Iterator[Block]:
    fill = -len(cells) % BLOCK
    cells = np.concatenate([cells, np.repeat(cells[-1:], fill)])
    profiles = np.concatenate([profiles, np.repeat(profiles[-1:], fill)])
    for start in range(0, len(cells), BLOCK):
        part = slice(start, start + BLOCK)
        yield Block(cells[part], profiles[part][::slots])
