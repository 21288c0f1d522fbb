"""Five classes: cut points, classified map, class table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation import (
    class_counts,
    class_style,
    class_table,
    classify,
    landslide_share_cuts,
)

SHARES = (0.03, 0.07, 0.15, 0.25, 0.50)


@given(st.integers(0, 2**32 - 1), st.integers(20, 400))
def test_classes_hold_the_shares_of_landslides_asked_for(seed, count):
    p = np.random.default_rng(seed).permutation(np.linspace(0.01, 0.99, count))
    held = class_counts(classify(p, landslide_share_cuts(p, SHARES))) / count
    np.testing.assert_allclose(np.cumsum(held), np.cumsum(SHARES), atol=0.5 / count + 1e-9)


@given(st.integers(0, 2**32 - 1))
def test_a_higher_probability_never_falls_into_a_lower_class(seed):
    p = np.sort(np.random.default_rng(seed).random(200))
    assert (np.diff(classify(p, (0.1, 0.25, 0.45, 0.65)).astype(int)) >= 0).all()


@given(st.integers(0, 2**32 - 1), st.integers(1, 19))
def test_counts_of_strips_add_up_to_those_of_the_whole(seed, cut):
    classes = np.random.default_rng(seed).integers(0, 6, (20, 7)).astype(np.uint8)
    np.testing.assert_array_equal(
        class_counts(classes), class_counts(classes[:cut]) + class_counts(classes[cut:])
    )


def test_no_data_becomes_no_class():
    assert classify(np.array([[np.nan, 0.0], [np.inf, 1.0]]), (0.1, 0.2, 0.3, 0.4)).tolist() == [
        [0, 1],
        [0, 5],
    ]


def test_equal_probabilities_stay_in_one_class():
    p = np.repeat([0.2, 0.8], 50)
    classes = classify(p, landslide_share_cuts(p))
    assert len(np.unique(classes[:50])) == len(np.unique(classes[50:])) == 1


def test_the_table_by_hand():
    table = class_table([50, 20, 10, 10, 10], [1, 1, 2, 6, 10])
    very_high = table.rows[-1]
    assert (very_high.name, very_high.area_percent, very_high.landslide_percent) == ("Very high", 10.0, 50.0)
    assert very_high.density_ratio == pytest.approx(5.0)
    assert table.warnings == ()
    assert sum(row.area_percent for row in table.rows) == pytest.approx(100)


def test_what_is_odd_is_said():
    falling = class_table([20, 20, 20, 20, 20], [1, 2, 9, 3, 10]).warnings
    assert len(falling) == 1
    assert "High holds 0.60 times the mean density, Moderate 1.80" in falling[0]
    assert class_table([50, 0, 0, 0, 50], [1, 0, 0, 0, 9]).warnings == (
        "Only 2 of 5 classes occur on the map; choose another class scheme",
    )
    assert class_table([25, 25, 25, 0, 25]).warnings == ()


def test_bad_values_are_refused():
    with pytest.raises(InputError, match="holds 7"):
        class_counts(np.array([1, 7], np.uint8))
    with pytest.raises(InputError, match="no classified cell"):
        class_table([0, 0, 0, 0, 0])
    with pytest.raises(InputError, match="do not fall"):
        classify(np.array([0.5]), (0.4, 0.3, 0.5, 0.6))
    with pytest.raises(InputError, match="sum to 1"):
        landslide_share_cuts(np.arange(9) / 9, (0.5, 0.5, 0.5, 0.5, 0.5))
    with pytest.raises(InputError, match="at least 5 landslides"):
        landslide_share_cuts(np.array([0.5, np.nan]))


def test_names_and_colours_come_from_the_style_file():
    style = class_style("study")
    assert style.names == ("Very low", "Low", "Moderate", "High", "Very high")
    assert style.colours == ("#2ecc71", "#f1c40f", "#e67e22", "#e74c3c", "#8e44ad")
    assert style.shares == SHARES
    assert style.study_cuts == (0.10, 0.25, 0.45, 0.65)
