"""Classes are matched by what they are called; a name that tells no class is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.types.class_match import NO_CLASS, match_classes

MODEL = {1: "basalt", 2: "clay", 3: "marl", 4: "schist"}
ROCKS = np.array([[1, 2, 3], [4, np.nan, 2]], np.float32)


@given(st.permutations(list(MODEL)), st.integers(0, 900))
def test_codes_that_were_shifted_or_mixed_are_the_models_again(order, shift):
    there = {code + shift: MODEL[of] for code, of in zip(MODEL, order)}
    back = {of: code + shift for code, of in zip(MODEL, order)}
    stored = np.array([[back.get(code, np.nan) for code in row] for row in ROCKS.tolist()], np.float32)
    np.testing.assert_array_equal(match_classes("rock", MODEL, there).apply(stored), ROCKS)


def test_a_class_less_moves_no_other():
    """The polygons of an area without basalt number clay, marl and schist from 1."""
    there = {1: "Clay", 2: "marl ", 3: "schist"}
    found = match_classes("rock", MODEL, there)
    assert found.apply(np.array([1, 2, 3], np.float32)).tolist() == [2, 3, 4]
    assert "matched by name" in found.words


def test_a_new_name_is_no_class_of_the_model_and_neither_is_a_code_without_a_name():
    found = match_classes("rock", MODEL, {1: "clay", 2: "tuff"})
    assert found.apply(np.array([1, 2, 3], np.float32)).tolist() == [2, NO_CLASS, NO_CLASS]
    assert "unknown to the model: tuff" in found.words


@pytest.mark.parametrize(
    ("model", "raster", "words"),
    [
        (MODEL, None, "since the raster has no class names"),
        (None, MODEL, "since the model has no class names"),
        (None, None, ""),
        ({}, {}, ""),
        (MODEL, dict(MODEL), ""),
    ],
)
def test_without_names_on_both_sides_codes_count_as_they_are(model, raster, words):
    found = match_classes("rock", model, raster)
    np.testing.assert_array_equal(found.apply(ROCKS), ROCKS)
    assert words in found.words
    assert bool(words) == bool(found.words)


@pytest.mark.parametrize(
    ("model", "raster", "words"),
    [
        (MODEL, {1: "tuff", 2: "sand"}, "no class name of the raster"),
        (MODEL, {1: "clay", 2: "Clay"}, "Clay of the raster stands for codes 1 and 2"),
        ({1: "clay", 5: "clay"}, MODEL, "clay of the model stands for codes 1 and 5"),
    ],
)
def test_names_that_tell_no_class_are_refused(model, raster, words):
    with pytest.raises(InputError, match=words):
        match_classes("rock", model, raster)


def test_one_table_on_both_sides_may_name_two_codes_alike():
    twice = {1: "clay", 2: "clay", 3: "marl"}
    codes = np.array([1, 2, 3], np.float32)
    np.testing.assert_array_equal(match_classes("rock", twice, dict(twice)).apply(codes), codes)


def test_a_code_without_a_name_is_the_same_class_under_the_same_legend():
    named_in_part = {1: "clay", 2: "marl"}
    codes = np.array([1, 2, 7], np.float32)
    found = match_classes("rock", named_in_part, dict(named_in_part))
    np.testing.assert_array_equal(found.apply(codes), codes)
    assert not found.words
