"""The mapping form of the network: tables near to exact, bits that depend on the cell alone."""

import numpy as np
import pytest

from landslide_plugin.core.model.families.mapper import DEVIATIONS, EnsembleMapper
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.inference.arrangement import arrange, distinct_rows
from landslide_plugin.core.model.inference.blocks import BLOCK, SLOTS
from landslide_plugin.core.model.inference.network import ForwardNetwork
from landslide_plugin.core.model.inference.selection_tables import TOLERANCE, Selection
from landslide_plugin.core.types.odds import probability_of
from tools.check.random_bundle import RAIN, random_bundle, random_cells, random_weights

SOIL = Architecture(4, 3, 2, 2, "cross_hierarchical", 8, 16, 2)


def network(architecture=SOIL, tables=True):
    wide = (-DEVIATIONS, DEVIATIONS)
    weights = random_weights(architecture, 1)
    ranges = ([wide] * architecture.static_dim, [wide] * architecture.properties) if tables else ()
    return ForwardNetwork(architecture, weights, *ranges)


def cells(count, profiles, architecture=SOIL, seed=0):
    rng = np.random.default_rng(seed)
    soil = rng.normal(size=(profiles, architecture.layers, architecture.properties))
    parts = (
        rng.normal(size=(count, architecture.static_dim)),
        soil[rng.integers(0, profiles, count)],
        rng.normal(size=(5, architecture.trigger_dim)),
    )
    return [part.astype(np.float32) for part in parts]


@pytest.mark.parametrize("stack", ["cross_hierarchical", "cross", "hierarchical"])
@pytest.mark.parametrize(("layers", "profiles"), [(3, 4), (3, 900), (1, 1)])
def test_tables_change_no_probability_by_more_than_a_hundred_thousandth(stack, layers, profiles):
    a = Architecture(4, layers, 2, 2, stack, 8, 16, 2)
    given = cells(900, profiles, a)
    with_tables, without = network(a).logits(*given), network(a, tables=False).logits(*given)
    assert np.abs(probability_of(with_tables) - probability_of(without)).max() < 2e-5
    assert with_tables.std() > 0.05


def test_a_table_is_as_near_to_its_branch_as_promised():
    weights = random_weights(SOIL, 1)
    values = np.random.default_rng(2).normal(size=(4000, 4)).astype(np.float32) * 3
    ranges = [(-DEVIATIONS, DEVIATIONS)] * 4
    tabulated, direct = Selection(weights, "static", ranges), Selection(weights, "static")
    gap = np.abs(tabulated.rows(values) - direct.rows(values))
    assert 0 < gap.max() < 5 * TOLERANCE


def test_values_beyond_the_tables_are_computed():
    weights = random_weights(SOIL, 1)
    values = np.full((3, 4), 2 * DEVIATIONS, np.float32)
    values[1] = -1e4
    tabulated, direct = Selection(weights, "static", [(-1.0, 1.0)] * 4), Selection(weights, "static")
    assert np.array_equal(tabulated.rows(values), direct.rows(values))


@pytest.mark.parametrize("profiles", [3, 60, 2500])
def test_shared_and_single_profiles_give_the_same_bits(profiles):
    net = network()
    static, soil, triggers = cells(2500, profiles)
    whole = net.logits(static, soil, triggers)
    for rows in (slice(0, 1), slice(7, 900), slice(1234, 1300), slice(None, None, -1)):
        assert np.array_equal(net.logits(static[rows], soil[rows], triggers), whole[rows])
    assert np.array_equal(net.logits(static, soil, triggers[2:3]), whole[:, 2:3])


def test_more_scenarios_than_slots():
    net = network()
    static, soil, triggers = cells(40, 40)
    many = np.concatenate([triggers, triggers[::-1], triggers])
    found, alone = net.logits(static, soil, many), net.logits(static, soil, triggers)
    assert np.array_equal(found, np.hstack([alone, alone[:, ::-1], alone]))


@pytest.mark.parametrize(("profiles", "scenarios"), [(4, 5), (900, 5), (300, 1), (900, 11)])
def test_every_cell_stands_in_a_block_with_its_own_profile(profiles, scenarios):
    _, soil, _ = cells(1700, profiles)
    seen = np.zeros(len(soil), bool)
    for group in arrange(soil, scenarios):
        for block in group.blocks:
            assert len(block.cells) == BLOCK
            each = np.repeat(block.profiles, SLOTS if block.shared else 1)
            np.testing.assert_array_equal(group.profiles[each], soil[block.cells])
            seen[block.cells] = True
    assert seen.all()


def test_two_profiles_with_one_sum_stay_two(monkeypatch):
    rows = np.random.default_rng(0).normal(size=(50, 3)).astype(np.float32)

    class Same:
        def integers(self, *_, **__):
            return np.zeros(3, np.uint64)

    monkeypatch.setattr(np.random, "default_rng", lambda *_: Same())
    which, first = distinct_rows(rows)
    monkeypatch.undo()
    np.testing.assert_array_equal(rows[first[which]], rows)


@pytest.mark.parametrize("soil", [True, False])
def test_the_number_of_threads_changes_no_bit(soil):
    bundle = random_bundle(members=3, soil=soil)
    static, profile = random_cells(3000, 7)
    given = (static, profile if soil else None, RAIN.values)
    one = EnsembleMapper(bundle.ensemble, 1).logits(*given)
    for threads in (2, 5):
        assert np.array_equal(EnsembleMapper(bundle.ensemble, threads).logits(*given), one)


def test_the_mapper_gives_the_ensemble_s_probabilities():
    bundle = random_bundle(members=2)
    static, profile = random_cells(500, 8)
    static[4, 0] = np.nan
    given = (static, profile, RAIN.values)
    mapped, direct = bundle.predict(*given).probability, bundle.ensemble.probability(*given)
    assert np.isnan(mapped[:, 4]).all()
    np.testing.assert_allclose(mapped, direct, atol=2e-5)


@pytest.mark.parametrize("tables", [True, False])
def test_soil_that_a_network_does_not_see_changes_no_bit(tables):
    for stack in ("cross_hierarchical", "hierarchical"):
        net = network(Architecture(4, 3, 2, 2, stack, 8, 16, 2), tables)
        static, soil, triggers = cells(300, 50)
        others = net.logits(static, soil[::-1] + 1, triggers)
        assert ("cross" in stack) == bool((others != net.logits(static, soil, triggers)).any())
