"""Trees looked up by masks and codes give the bits of trees walked down, whatever their shape and the rows beside."""

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError
from landslide_plugin.core.model.families import trees as walked
from landslide_plugin.core.model.families.lookup import leaf_parts
from landslide_plugin.core.model.families.lookup.leaf_codes import LeafCodes
from landslide_plugin.core.model.families.lookup.leaf_masks import ROWS, LeafMasks, Tops
from landslide_plugin.core.model.families.lookup.leaf_parts import LeafParts
from landslide_plugin.core.model.families.lookup.limit_ranks import MOST_STEPS, LimitRanks
from landslide_plugin.core.model.families.trees import Trees

COLUMNS = 5
WAYS = {"masks": LeafMasks, "codes": LeafCodes, "parts": LeafParts}


def grown(seed, leaves, count=7, sizes=(3, 0, 2), aside=True):
    """Trees that split leaves at random, some of them, if wanted, down one side."""
    rng = np.random.default_rng(seed)
    nodes, roots = [], []
    for tree in range(count):
        root = len(nodes)
        roots.append(root)
        nodes.append([-1, 0.0, 0, 0])
        open_leaves = [root]
        for _ in range(leaves - 1 if tree else 0):
            pick = -1 if aside and tree % 2 else rng.integers(len(open_leaves))
            node = open_leaves.pop(pick)
            nodes[node] = [
                rng.integers(COLUMNS),
                np.float32(rng.integers(-20, 20) / 8),
                len(nodes),
                len(nodes) + 1,
            ]
            open_leaves += [len(nodes), len(nodes) + 1]
            nodes += [[-1, 0.0, 0, 0], [-1, 0.0, 0, 0]]
    column, limit, left, right = (np.array(part) for part in zip(*nodes))
    return Trees(
        "boosting",
        sizes,
        0.25,
        np.array(roots, np.intp),
        column.astype(np.intp),
        limit.astype(np.float32),
        left.astype(np.intp),
        right.astype(np.intp),
        np.where(column < 0, rng.normal(size=len(nodes)), 0.0),
    )


@pytest.mark.parametrize(
    ("way", "leaves"),
    [
        *(("masks", leaves) for leaves in (1, 2, 8, 9, 17, 33, 64, 65, 300)),
        *(("codes", leaves) for leaves in (1, 2, 9, 65, 256)),
        *(("parts", leaves) for leaves in (1, 2, 97, 300, 2500)),
    ],
)
def test_rows_looked_up_have_the_bits_of_the_walk_in_any_company(way, leaves, monkeypatch):
    for kind in WAYS.values():
        monkeypatch.setattr(kind, "suits", lambda _, kind=kind: kind is WAYS[way], raising=False)
    trees = grown(leaves, leaves)
    assert isinstance(trees.masks, WAYS[way])
    rng = np.random.default_rng(1)
    static = np.concatenate([rng.normal(size=(ROWS + 90, 3)), rng.integers(-20, 20, (200, 3)) / 8]).astype(
        "f4"
    )
    soil, rain = np.zeros((len(static), 0, 1), np.float32), rng.normal(size=(4, 2)).astype("f4")
    own = np.broadcast_to(rain, (len(static), 4, 2)).copy()
    looked_up = trees.logit(static, soil, rain)
    np.testing.assert_array_equal(trees.logit(static, soil, own), looked_up)
    np.testing.assert_array_equal(trees.logit(static[7:600], soil[7:600], rain), looked_up[7:600])
    monkeypatch.setattr(walked, "MANY", 10**9)
    np.testing.assert_array_equal(trees.logit(static, soil, rain), looked_up)
    assert looked_up.std() > 0 or leaves == 1


def test_masks_are_made_for_many_rows_a_node_and_used_for_fewer_once_they_are_there():
    trees, rows = grown(6, 150), np.random.default_rng(4).normal(size=(9000, 5)).astype("f4")
    walk = trees._logit(rows[: walked.MANY])
    assert "masks" not in vars(trees)
    soil, rain = np.zeros((walked.MANY, 0, 1), np.float32), np.zeros((12, 2), np.float32)
    trees.logit(rows[: walked.MANY, :3], soil, rain[:1])
    assert "masks" not in vars(trees)
    whole = trees._logit(rows)
    assert "masks" in vars(trees)
    assert trees._are_looked_up(walked.MANY)
    assert not trees._are_looked_up(walked.MANY - 1)
    np.testing.assert_array_equal(trees._logit(rows[: walked.MANY]), walk)
    np.testing.assert_array_equal(whole[: walked.MANY], walk)
    others = grown(6, 150)
    others.logit(rows[: walked.MANY, :3], soil, rain)
    assert "masks" in vars(others)


def test_codes_are_for_trees_of_some_dozens_of_leaves_that_a_byte_can_number():
    assert not LeafCodes.suits(grown(0, 8))
    assert LeafCodes.suits(grown(0, 40))
    assert LeafCodes.suits(grown(0, 150))
    assert not LeafCodes.suits(grown(0, 257))
    assert LeafCodes(grown(0, 9)).table_bytes < LeafCodes(grown(0, 64)).table_bytes


def test_parts_are_for_trees_of_some_hundreds_of_leaves_and_cut_again_what_is_large():
    assert not LeafParts.suits(grown(0, 60, aside=False))
    assert LeafParts.suits(grown(0, 400, aside=False))
    assert LeafParts(grown(0, 3000, aside=False)).trees[2].depth <= 4
    assert not LeafParts.suits(grown(0, 4000, aside=False))
    assert not LeafParts.suits(grown(0, 400))  # down one side each part would hold another
    assert LeafParts(grown(0, 90)).trees[1].depth == 1
    assert LeafParts(grown(0, 400)).trees[2].depth == 2
    assert LeafParts(grown(0, 9000)).trees[2].depth > 2
    assert LeafParts(grown(0, 150)).table_bytes < LeafParts(grown(0, 600)).table_bytes


def test_parts_take_fewer_rows_of_many_columns_and_say_the_same(monkeypatch):
    trees, rows = grown(5, 300, aside=False), np.random.default_rng(3).normal(size=(900, 5)).astype("f4")
    whole = LeafParts(trees)
    monkeypatch.setattr(leaf_parts, "WORK_BYTES", 4 * COLUMNS * 2 * 128)
    few = LeafParts(trees)
    assert whole.rows > 10_000 > 128 >= few.rows > 0
    none = np.zeros((1, 0), np.float32)
    np.testing.assert_array_equal(few.totals(rows, none), whole.totals(rows, none))


@pytest.mark.parametrize("rows", [walked.MANY - 1, walked.MANY + 1])
@pytest.mark.parametrize("leaves", [2, 40, 300, 4000])
def test_a_row_that_lacks_a_value_is_told_nothing(leaves, rows):
    trees = grown(leaves, leaves)
    assert trees.masks
    static = np.random.default_rng(2).normal(size=(rows, 3)).astype("f4")
    soil, rain = np.zeros((rows, 0, 1), np.float32), np.zeros((1, 2), np.float32)
    whole = trees.logit(static, soil, rain)
    static[5, 1] = static[rows - 1, 0] = np.nan
    found = trees.logit(static, soil, rain)
    assert np.flatnonzero(np.isnan(found[:, 0])).tolist() == [5, rows - 1]
    kept = np.isfinite(found)
    np.testing.assert_array_equal(found[kept], whole[kept])


def test_more_nodes_than_a_model_can_keep_are_refused(monkeypatch):
    trees = grown(1, 9)
    assert set(trees.to_arrays()) == set(walked.ARRAYS)
    monkeypatch.setattr(walked, "MOST_NODES", len(trees.column) - 1)
    with pytest.raises(BundleError, match="more than the"):
        trees.to_arrays()


def test_tops_are_closed_upwards_and_number_their_exits_from_the_left():
    trees = grown(3, 200)
    tops = Tops.of(trees, 16)
    inside = np.flatnonzero(tops.inside)
    assert len(inside) == 15 * 6
    children = np.concatenate([trees.left[inside], trees.right[inside]])
    assert set(inside) <= {*trees.roots, *children}
    out = [node for node in (*trees.roots, *children) if not tops.inside[node]]
    for tree in range(len(trees.roots)):
        numbers = sorted(tops.first[node] for node in out if tops.tree[node] == tree)
        assert numbers == list(range(len(numbers)))


def test_tables_count_as_memory():
    assert LeafMasks(grown(0, 9)).table_bytes < LeafMasks(grown(0, 64)).table_bytes


@pytest.mark.parametrize(
    "limits",
    [
        [0.5],
        [-3e38, 3e38],
        [1.0, np.nextafter(np.float32(1), np.float32(2))],
        np.arange(300.0) ** 3,
        [0.0, 1e-40],
    ],
)
def test_ranks_are_those_of_a_search(limits):
    limits = np.array(limits, np.float32)
    ranks = LimitRanks.of(limits)
    beside = [np.nextafter(limits, np.float32(to)) for to in (-np.inf, np.inf)]
    values = np.concatenate([limits, *beside, [-3.4e38, 3.4e38, 0.0]]).astype("f4")
    np.testing.assert_array_equal(ranks.of_values(values), np.searchsorted(limits, values, side="left"))
    assert ranks.steps <= MOST_STEPS or len(limits) > MOST_STEPS
