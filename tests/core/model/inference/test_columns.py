"""A column's bits do not depend on its place, nor a row's on the rows beside it, in all that a map goes through."""

import numpy as np
import pytest

from landslide_plugin.core.evaluation.applicability import Applicability
from landslide_plugin.core.model.families.additive import AdditivePart
from landslide_plugin.core.model.families.ensemble import _around
from landslide_plugin.core.model.families.linear import LinearPart
from landslide_plugin.core.model.inference import sums
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.inference.blas import ALONE, cuts
from landslide_plugin.core.model.inference.columns import GatedResidual, product, room, with_ones
from landslide_plugin.core.model.inference.rising_branch import RisingBranch
from landslide_plugin.core.model.inference.selection_tables import Selection
from landslide_plugin.core.workflows.mapping.kinds.annual import annual_probability
from landslide_plugin.core.workflows.mapping.kinds.products import entropy_parts, member_statistics
from tools.check.random_bundle import random_weights

SOIL = Architecture(4, 3, 2, 2, "cross_hierarchical", 8, 16, 2)

ROWS = (slice(0, 1), slice(1, 2), slice(5, 22), slice(60, 61), slice(17, 83))
SHAPES = [(8, 9), (32, 33), (64, 65), (128, 65), (132, 65), (128, 129), (256, 97), (384, 257)]


def drawn(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@pytest.mark.parametrize(("rows", "inner"), SHAPES)
@pytest.mark.parametrize("turned", [False, True])
def test_a_column_has_the_same_bits_wherever_it_stands(rows, inner, turned):
    kernel, columns = drawn(rows, inner), room(inner, 96)
    kernel = np.asfortranarray(kernel) if turned else kernel
    columns[:] = drawn(inner, 1, seed=1)
    found = product(kernel, columns, room(rows, 96))
    np.testing.assert_array_equal(found, np.repeat(found[:, :1], 96, axis=1))
    np.testing.assert_allclose(found, kernel @ columns, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("rows", "inner"), [*SHAPES, (1, 50_000)])
def test_products_are_cut_to_what_one_thread_computes(rows, inner):
    runs = cuts(rows, inner, 16)
    assert [run.start for run in runs] == [0, *(run.stop for run in runs[:-1])]
    assert runs[-1].stop == rows
    for run in runs:
        assert run.stop - run.start == 1 or (run.stop - run.start) * inner * 16 <= ALONE


def test_standardised_columns_stand_anywhere():
    layer = GatedResidual(random_weights(SOIL, 1), "static.post")
    one, work = with_ones(layer.units, 64), room(2 * layer.units, 64)
    one[:-1] = drawn(layer.units, 1)
    found = layer.standardised(one, work, with_ones(layer.units, 64))
    np.testing.assert_array_equal(found, np.repeat(found[:, :1], 64, axis=1))


@pytest.mark.parametrize("inputs", [1, 4])
@pytest.mark.parametrize("ranges", [None, (-32.0, 32.0), (-0.5, 0.5)])
def test_selected_rows_are_computed_each_by_itself(inputs, ranges):
    weights = {
        name: values[:inputs] if name.split(".")[1] in ("input", "output", "gate", "skip", "norm") else values
        for name, values in random_weights(SOIL, 1).items()
        if name.startswith("static.") and ".post." not in name
    }
    selection = Selection(weights, "static", [ranges] * inputs if ranges else None)
    every_row_by_itself(selection.rows, drawn(90, inputs))


def every_row_by_itself(function, *given):
    whole = function(*given)
    for rows in ROWS:
        np.testing.assert_array_equal(function(*(part[rows] for part in given)), whole[rows])
    turned = [np.asfortranarray(part) for part in given]
    np.testing.assert_array_equal(function(*turned), whole)


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("steps", [1, 5])
def test_rising_logits_are_computed_each_by_itself(own, steps):
    sizes = {"hidden.kernel": (9, 16), "hidden.bias": (16,), "gate.kernel": (16, 8), "gate.bias": (8,)}
    sizes.update({"kernel": (2, 8), "bias": (8,), "scale": ()})
    branch = RisingBranch({f"rise.{name}": np.abs(drawn(*size)) for name, size in sizes.items()})
    given = (drawn(90, 3), drawn(90, 3, 2), drawn(90, steps, 2))
    if own:
        every_row_by_itself(branch.logits, *given)
    else:
        every_row_by_itself(lambda static, soil: branch.logits(static, soil, given[2][0]), *given[:2])
    one = branch.logits(*given[:2], given[2][:, :1])
    np.testing.assert_array_equal(branch.logits(*given)[:, :1], one)


@pytest.mark.parametrize(("properties", "layers"), [(1, 9), (3, 9), (1, 1)])
def test_bases_are_computed_row_by_row(properties, layers):
    linear = LinearPart(*(drawn(size).astype(float) for size in (11, properties, 2)), 0.5)
    knots = np.linspace(-2, 2, 6)[None]
    additive = AdditivePart(linear, np.array([3]), knots, drawn(1, 8).astype(float))
    given = (drawn(90, 11), drawn(90, layers, properties), drawn(90, 4, 2))
    for base in (linear, additive):
        every_row_by_itself(base.logit, *given)


@pytest.mark.parametrize("members", [3, 5, 20])
def test_statistics_of_members_are_those_of_the_cell_alone(members):
    p = 1 / (1 + np.exp(-drawn(members, 90)))
    around = drawn(members, 90).astype(float)

    def of(*given):
        values = given[0].T
        found = [*member_statistics(values, (0.1, 0.3, 0.5, 0.7), 0.4), *entropy_parts(values)]
        found += [*annual_probability(values, np.arange(2.0, 2 + members)), sums.mean(values)]
        return np.column_stack([*found, *_around(values[0].astype(float), given[1].T)])

    every_row_by_itself(of, np.ascontiguousarray(p.T), np.ascontiguousarray(around.T))


def test_distances_to_the_training_are_computed_row_by_row():
    limits = Applicability(drawn(300, 7), np.abs(drawn(7)).astype(float), 1.3, 0.5)
    every_row_by_itself(limits.dissimilarity, drawn(90, 7, seed=1))
