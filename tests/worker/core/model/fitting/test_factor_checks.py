"""Factors that are many, and classes that are rare, are named."""

from dataclasses import replace

import numpy as np

from landslide_plugin.core.model.fitting.factor_checks import check_factors
from landslide_plugin.core.types.factors import FactorSpec
from tests.support.small_world import world


def lines(data):
    return check_factors(data)[1]


def test_rare_classes_are_named_and_common_ones_are_not():
    data = world(count=300, soil=False, rain=False, prior=False)
    assert not any("classes" in line for line in lines(data))
    static = data.cells.static.copy()
    static[np.flatnonzero(data.labels > 0)[:2], 1] = 7.0
    named = FactorSpec(
        "lithology", "categorical", categories={1: "clay", 4: "marl", 7: "gypsum", 9: "basalt"}
    )
    odd = replace(data, specs=(data.specs[0], named, data.specs[2]), cells=replace(data.cells, static=static))
    (line,) = [line for line in lines(odd) if "classes" in line]
    assert line.startswith("Lithology: 1 of 4 classes have fewer than 5")
    assert "(gypsum)" in line


def test_more_factors_than_a_tenth_of_the_landslides_is_said():
    data = world(count=300, soil=False, rain=False, prior=False)
    assert not any("landslides: more than one for ten" in line for line in lines(data))
    keep = np.append(np.flatnonzero(data.labels > 0)[:29], np.flatnonzero(data.labels == 0))
    assert any("3 factors for 29 landslides" in line for line in lines(data.take(keep)))
