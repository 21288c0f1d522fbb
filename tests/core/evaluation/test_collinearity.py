"""Factors that say the same are told as groups."""

import numpy as np

from landslide_plugin.core.evaluation.collinearity import collinearity, groups


def test_many_pairs_of_a_few_groups_make_a_line_a_group():
    rng = np.random.default_rng(2)
    sources = rng.normal(size=(300, 3))
    names = [f"{letter}{copy}" for letter in "abc" for copy in range(5)]
    table = np.repeat(sources, 5, axis=1) + 0.05 * rng.normal(size=(300, 15))
    found = collinearity(np.column_stack([table, rng.normal(size=300)]), [*names, "alone"])
    assert len(found["pairs"]) == 30
    assert len(found["warnings"]) == 3
    for letter in "abc":
        (line,) = [line for line in found["warnings"] if f"{letter}0" in line]
        assert all(name in line for name in names if name.startswith(letter))
        assert "10 correlations" in line
    assert not any("alone" in line for line in found["warnings"])


def test_a_pair_may_bind_two_groups():
    assert groups([("a", "b", 1.0), ("c", "d", 1.0), ("d", "b", -0.9)]) == [["a", "b", "c", "d"]]
    assert groups([]) == []
