"""Fields of a layer as factors: kinds by name, by word and by value, and classes found again by name."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.types.class_match import NO_CLASS
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.mapping_units.fields import (
    FieldKinds,
    factor_columns,
    unit_fields,
    values_of,
)

LAYER = FeatureSet(
    (b"",) * 4,
    attributes={
        "unit": (1, 2, 3, 4),
        "slope_mean": (10.5, None, 30.25, 40.0),
        "aspect_mean": (350.0, 10.0, 180.0, 90.0),
        "aspect_sd": (5.0, 6.0, 7.0, 8.0),
        "catchment_area_p90": (100.0, 1e4, 1e6, 10.0),
        "rock_majority": (3, 7, 7, 3),
        "rock": ("marl", " Clay", "", "marl"),
        "houses": ("2", "0", None, "14"),
    },
    name="units",
)


def kind(found, name):
    spec = next(spec for spec in found.specs if spec.name == name)
    return spec.kind, spec.transform


def test_kinds_are_those_of_the_names_that_factors_of_units_have():
    found = factor_columns(LAYER, unit_fields(LAYER))
    assert [spec.name for spec in found.specs] == list(LAYER.attributes)[1:6]
    assert kind(found, "slope_mean") == ("continuous", "none")
    assert kind(found, "aspect_mean") == ("circular", "none")
    assert kind(found, "aspect_sd") == ("continuous", "none")
    assert kind(found, "catchment_area_p90") == ("continuous", "log10")
    assert kind(found, "rock_majority") == ("categorical", "none")
    assert np.isnan(found.values[1, 0])
    assert not np.isnan(np.delete(found.values, 1, axis=0)).any()


def test_what_is_said_goes_before_names_and_values():
    kinds = FieldKinds({"slope_mean": "log", "unit": "categorical"}, ["houses"])
    found = factor_columns(LAYER, ["slope_mean", "unit", "houses"], kinds)
    assert kind(found, "slope_mean") == ("continuous", "log10")
    assert kind(found, "unit") == kind(found, "houses") == ("categorical", "none")
    with pytest.raises(InputError, match="A kind is said of height, which are no factors"):
        factor_columns(LAYER, ["unit"], FieldKinds(categorical=["height"]))
    with pytest.raises(InputError, match=r"slope_mean of units is categorical but holds 10\.5"):
        factor_columns(LAYER, ["slope_mean"], FieldKinds({"slope_mean": "categorical"}))


def test_text_is_a_class_unless_it_holds_numbers_alone():
    found = factor_columns(LAYER, ["rock", "houses"])
    assert found.specs[0].categories == {1: "Clay", 2: "marl"}
    np.testing.assert_array_equal(found.values[:, 0], [2.0, 1.0, np.nan, 2.0])
    np.testing.assert_array_equal(found.values[:, 1], [2.0, 0.0, np.nan, 14.0])
    assert any("houses" in words and "name it in CATEGORICAL" in words for words in found.words)


def test_names_of_single_units_are_no_classes():
    many = FeatureSet((b"",) * 40, attributes={"name": tuple(f"ward {i}" for i in range(40))}, name="wards")
    with pytest.raises(InputError, match="name of wards holds 40 different words in 40 rows"):
        factor_columns(many, ["name"])
    few = FeatureSet(
        (b"",) * 40, attributes={"rock": tuple(f"rock {i % 8}" for i in range(40))}, name="wards"
    )
    assert len(factor_columns(few, ["rock"]).specs[0].categories) == 8


def test_classes_are_found_again_by_name_in_another_layer():
    spec = FactorSpec("rock", "categorical", categories={1: "Clay", 2: "marl"})
    other = FeatureSet((b"",) * 3, attributes={"rock": ("MARL", "basalt", None)}, name="other")
    np.testing.assert_array_equal(values_of(other, spec), [2.0, NO_CLASS, np.nan])
    numbers = FeatureSet((b"",), attributes={"rock": (4,)}, name="numbers")
    with pytest.raises(
        InputError, match=r"rock of numbers holds numbers; the model knows names \(Clay, marl\)"
    ):
        values_of(numbers, spec)
    with pytest.raises(InputError, match="rock of other holds 'MARL', which is no number"):
        values_of(other, FactorSpec("rock"))


def test_fields_that_are_no_factors_are_refused():
    with pytest.raises(InputError, match="no field height; it has unit"):
        factor_columns(LAYER, ["height"])
    with pytest.raises(InputError, match="Field unit is chosen twice"):
        factor_columns(LAYER, ["unit", "unit"])
    with pytest.raises(InputError, match="choose at least one"):
        factor_columns(LAYER, [])
    empty = FeatureSet((b"",), attributes={"slope": (None,), "height": ("tall",)}, name="layer")
    with pytest.raises(InputError, match="slope of layer has no value"):
        factor_columns(empty, ["slope"])
    with pytest.raises(InputError, match="holds 'tall', which is no number"):
        factor_columns(empty, ["height"], FieldKinds({"height": "continuous"}))
    with pytest.raises(InputError, match=r"has no field as 'Factors of mapping units' writes them"):
        unit_fields(empty)
