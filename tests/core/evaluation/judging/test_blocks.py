"""The bilinear form of drawn blocks is the AUROC of the cells of these blocks."""

import numpy as np
import pytest

from landslide_plugin.core.evaluation.judging.blocks import MOST_BINS, BlockTally, bootstrap, drawn_blocks
from landslide_plugin.core.evaluation.judging.tally import RankTally
from landslide_plugin.core.evaluation.metrics import auroc


def counted(labels, scores, block, blocks):
    tally = RankTally(scores[labels])
    by_block = BlockTally(tally, blocks)
    codes = tally.codes(scores)
    tally.add_codes(codes)
    by_block.add(codes, block)
    by_block.add_landslides(tally.landslide_codes, block[labels], block[labels])
    tally.without_landslides()
    return tally, by_block


def world(seed, cells, digits):
    rng = np.random.default_rng(seed)
    block = rng.integers(0, 12, cells)
    labels = rng.uniform(size=cells) < 0.08
    return labels, np.round(rng.normal(size=cells) + labels + 0.2 * block, digits), block


def test_draws_are_the_auroc_of_the_cells_drawn():
    labels, scores, block = world(1, 3000, 1)
    tally, by_block = counted(labels, scores, block, 12)
    found = bootstrap(by_block, tally.ranks().auroc, seed=7, draws=20)
    for times, value in zip(drawn_blocks(12, 7, 20).astype(int), found.auroc):
        again = np.concatenate([np.tile(np.flatnonzero(block == b), n) for b, n in enumerate(times)])
        assert value == pytest.approx(auroc(labels[again], scores[again]), abs=1e-12)
    assert found.blocks == len(np.unique(block[labels]))


def test_coarse_ranks_stay_near_and_centred():
    labels, scores, block = world(2, 60_000, 6)
    tally, by_block = counted(labels, scores, block, 12)
    assert by_block.bins <= MOST_BINS < len(tally.values)
    exact = tally.ranks().auroc
    assert by_block.others.sum() == (~labels).sum()
    whole = by_block.pairs_won().sum() / (labels.sum() * (~labels).sum())
    assert whole == pytest.approx(exact, abs=2e-3)
    low, high = bootstrap(by_block, exact, seed=1).interval(exact)
    assert low < exact < high


def test_like_neighbours_widen_the_interval():
    """Blocks of ground that differ as wholes tell less than as many cells strewn at random."""
    rng = np.random.default_rng(3)
    block = np.repeat(np.arange(30), 400)
    labels = rng.uniform(size=len(block)) < np.where(rng.uniform(size=30) < 0.4, 0.2, 0.02)[block]
    scores = rng.normal(size=30)[block] + 0.1 * rng.normal(size=len(block))
    exact = auroc(labels, scores)
    widths = []
    for places in (block, rng.permutation(block)):
        low, high = bootstrap(counted(labels, scores, places, 30)[1], exact, seed=1).interval(exact)
        widths.append(high - low)
    assert widths[0] > 3 * widths[1]


def test_too_few_blocks_have_no_interval():
    labels, scores, block = world(4, 900, 1)
    _, by_block = counted(labels, scores, block % 3, 3)
    assert np.isnan(bootstrap(by_block, 0.7, seed=1).interval(0.7)).all()


def test_one_seed_draws_the_same_blocks():
    np.testing.assert_array_equal(drawn_blocks(9, 5), drawn_blocks(9, 5))
    assert (drawn_blocks(9, 5) != drawn_blocks(9, 6)).any()
