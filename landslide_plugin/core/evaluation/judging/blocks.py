"""Intervals of the AUROC by a bootstrap of blocks of ground, which neighbouring cells share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.arrays import Counts, Floats
from .tally import RankTally

MOST_BINS = 256
FEWEST_BLOCKS = 5
DRAWS = 1000
LEVEL = 0.95


class BlockTally:
    """Landslides and other cells by block of ground and by rank, coarse enough for memory.

    Parameters
    ----------
    tally : RankTally
        Of the whole map; its places are put together until ``MOST_BINS`` are left, ties within one counting half.
    blocks : int
        Number of blocks.
    """

    def __init__(self, tally: RankTally, blocks: int):
        places = 2 * len(tally.values) + 1
        weight = np.zeros(places)
        weight[1::2] = tally.hits
        middle = np.cumsum(weight) - 0.5 * weight
        if places <= MOST_BINS:
            self._bin = np.arange(places, dtype=np.int64)
        else:
            self._bin = np.minimum(middle / weight.sum() * MOST_BINS, MOST_BINS - 1).astype(np.int64)
        self.bins = int(self._bin[-1]) + 1
        self.others: Counts = np.zeros((blocks, self.bins), np.int64)
        self.landslides: Counts = np.zeros((blocks, self.bins), np.int64)

    def add(self, codes: npt.NDArray[np.int64], block: npt.NDArray[Any]) -> None:
        """Count cells by their places and blocks (n,) each."""
        self.others += self._counted(codes, block)

    def add_landslides(
        self, codes: npt.NDArray[np.int64], home: npt.NDArray[Any], counted_in: npt.NDArray[Any]
    ) -> None:
        """Count landslide cells (n,) in the block of their whole landslide, ``home``.

        They are taken out of the other cells of the blocks in which they were counted, unless that is empty.
        """
        self.landslides += self._counted(codes, home)
        if len(counted_in):
            self.others -= self._counted(codes, counted_in)

    def _counted(self, codes: npt.NDArray[np.int64], block: npt.NDArray[Any]) -> Counts:
        flat = np.asarray(block, dtype=np.int64) * self.bins + self._bin[codes]
        return np.bincount(flat, minlength=self.others.size).reshape(self.others.shape)

    def pairs_won(self) -> Floats:
        """Pairs (blocks, blocks) that landslides of a block win against other cells of another, ties half."""
        below = np.cumsum(self.others, axis=1) - 0.5 * self.others
        return np.asarray(self.landslides.astype(np.float64) @ below.T, dtype=np.float64)


@dataclass(frozen=True)
class Draws:
    """AUROC of maps of drawn blocks.

    Attributes
    ----------
    auroc : float64 array (draws,)
        NaN where a draw had no landslide or nothing else.
    blocks : int
        Blocks with landslides.
    """

    auroc: Floats
    blocks: int

    def interval(self, exact: float, level: float = LEVEL) -> tuple[float, float]:
        """Percentile interval (low, high); NaN with fewer than ``FEWEST_BLOCKS`` blocks with landslides."""
        known = self.auroc[np.isfinite(self.auroc)]
        if self.blocks < FEWEST_BLOCKS or not len(known):
            return float("nan"), float("nan")
        low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
        return float(min(low, exact)), float(max(high, exact))


def drawn_blocks(count: int, seed: int, draws: int = DRAWS) -> Floats:
    """How often each block (draws, count) is drawn, as many a time as there are; one seed draws the same blocks.

    >>> drawn_blocks(4, 1, 2).sum(axis=1).tolist()
    [4.0, 4.0]
    """
    rng = np.random.default_rng(seed)
    return rng.multinomial(count, np.full(count, 1.0 / count), size=draws).astype(np.float64)


def bootstrap(counted: BlockTally, exact: float, seed: int, draws: int = DRAWS) -> Draws:
    """AUROC of each draw of blocks (Efron and Tibshirani 1993, ch. 8; blocks as in Kunsch 1989).

    With the pairs won by block W and how often each is drawn m, the AUROC of a draw is m W m / ((m L) (m S)): a
    bilinear form, so that no cell is looked at again. Draws are moved by what the coarse ranks are off ``exact``.
    Blocks without any cell are left out.

    Parameters
    ----------
    exact : float
        AUROC of the whole map.
    """
    slides, others = counted.landslides.sum(axis=1), counted.others.sum(axis=1)
    used = (slides + others) > 0
    won = counted.pairs_won()[np.ix_(used, used)]
    m = drawn_blocks(int(used.sum()), seed, draws)
    pairs = (m @ slides[used]) * (m @ others[used])
    coarse = float(won.sum() / (float(slides.sum()) * others.sum()))
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.where(pairs > 0, np.einsum("db,bc,dc->d", m, won, m, optimize=True) / pairs, np.nan)
    return Draws(found + (exact - coarse), int((slides > 0).sum()))
