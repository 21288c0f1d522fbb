"""Features of a layer as samples: labels counted or given, folds that keep a landslide whole."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.raster.overlay import covered, meetings
from landslide_plugin.core.io.vector import box_wkb, line_wkb, point_wkb, to_crs
from landslide_plugin.core.samples.folds import block_folds
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.mapping_units.fields import FieldKinds, factor_columns
from landslide_plugin.core.workflows.mapping_units.unit_layer import unit_layer
from landslide_plugin.core.workflows.mapping_units.unit_table import (
    area_words,
    labelled_by_field,
    labelled_by_landslides,
)

UTM = crs_wkt("EPSG:32717")
WEST, NORTH, SIDE = 700000.0, 9550000.0, 100.0


def at(col, row, wide=1.0, high=1.0):
    left, top = WEST + SIDE * col, NORTH - SIDE * row
    return box_wkb(left, top - SIDE * high, left + SIDE * wide, top)


UNITS = FeatureSet(
    tuple(at(col, row) for row in range(3) for col in range(4)),
    UTM,
    {
        "slope": tuple(float(i) for i in range(12)),
        "rock": ("clay", "marl", None, "clay") * 3,
        "slid": (1, 0, None, True, "no", 0, 1, 0, 0, 0, 0, 0),
        "use": (3, 5) * 6,
    },
    "units",
)
SLIDES = FeatureSet(
    (
        at(0.5, 0.25, 1.0, 0.5),
        at(2.1, 1.1, 0.5, 0.5),
        at(2.6, 1.6, 0.2, 0.2),
        at(3.0, 2.0, 0.001, 0.001),
        at(9, 9),
    ),
    UTM,
)


LAYER, SLOPE = unit_layer(UNITS), factor_columns(UNITS, ["slope"])


def test_landslides_are_counted_by_number_and_by_share():
    table = labelled_by_landslides(LAYER, SLOPE, SLIDES)
    assert np.flatnonzero(table.labels).tolist() == [0, 1, 6, 11]
    twice = labelled_by_landslides(LAYER, SLOPE, SLIDES, least_count=2)
    assert np.flatnonzero(twice.labels).tolist() == [6]
    shared = labelled_by_landslides(LAYER, SLOPE, SLIDES, least_share=0.24)
    assert np.flatnonzero(shared.labels).tolist() == [0, 1, 6]
    assert "1 of 5 landslides lie in no unit" in table.notes
    assert "which stay in one fold: 1" in table.notes[0]
    assert "AUROC of 0.500" in area_words(LAYER, table)


def test_ground_under_two_landslides_is_covered_once():
    """Of two seasons mapped on one slope the second covers nothing new."""
    first, second = at(0.0, 0.0, 0.5, 0.4), at(0.25, 0.0, 0.5, 0.4)
    twice = FeatureSet((first, second, at(3.0, 2.0, 0.5, 0.5), at(3.5, 2.5, 0.5, 0.5)), UTM)
    met = meetings(UNITS, twice)
    np.testing.assert_allclose(
        covered(UNITS, twice, met)[[0, 11]], np.array([0.75 * 0.4, 0.5]) * SIDE**2, rtol=1e-9
    )
    table = labelled_by_landslides(LAYER, SLOPE, twice, least_share=0.35)
    assert np.flatnonzero(table.labels).tolist() == [11]


def test_the_inventory_may_be_in_another_crs_and_of_points():
    points = FeatureSet((point_wkb(WEST + 50.0, NORTH - 50.0), point_wkb(WEST + 350.0, NORTH - 250.0)), UTM)
    table = labelled_by_landslides(LAYER, SLOPE, to_crs(points, crs_wkt("EPSG:4326")))
    assert np.flatnonzero(table.labels).tolist() == [0, 11]
    with pytest.raises(InputError, match="holds no polygons"):
        labelled_by_landslides(LAYER, SLOPE, points, least_share=0.1)


def test_units_of_one_landslide_never_part_in_folds():
    table = labelled_by_landslides(LAYER, SLOPE, SLIDES)
    assert table.groups[0] == table.groups[1]
    assert len(set(table.groups.tolist())) == len(UNITS) - 1
    for seed in range(20):
        folds = block_folds(table.xy, table.groups, 3, block_m=100.0, seed=seed)
        assert folds[0] == folds[1]
    np.testing.assert_allclose(table.xy[5], [WEST + 150.0, NORTH - 150.0])


def test_a_point_on_a_shared_outline_counts_once():
    found = meetings(UNITS, FeatureSet((point_wkb(WEST + 100.0, NORTH - 50.0),), UTM))
    assert found.polygon.tolist() == [0]


def test_shared_areas_add_up_to_those_of_the_landslides():
    found = meetings(UNITS, SLIDES)
    np.testing.assert_allclose(
        np.bincount(found.feature, found.area, 5), np.array([0.5, 0.25, 0.04, 1e-6, 0.0]) * SIDE**2, rtol=1e-7
    )


def test_labels_of_a_field_leave_out_what_is_unknown():
    factors = factor_columns(UNITS, ["slope", "use"], FieldKinds(categorical=["use"]))
    table = labelled_by_field(LAYER, factors, "slid")
    assert table.row.tolist() == [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert np.flatnonzero(table.labels).tolist() == [0, 2, 5]
    assert table.values[:, 0].tolist() == table.row.tolist()
    assert [spec.kind for spec in table.specs] == ["continuous", "categorical"]
    assert "1 of 12 features" in table.notes[0]
    with pytest.raises(InputError, match=r"holds 3; allowed: 1 or 0"):
        labelled_by_field(LAYER, factors, "use")


def test_a_unit_that_lacks_a_value_trains_no_model():
    table = labelled_by_landslides(LAYER, factor_columns(UNITS, ["slope", "rock"]), SLIDES)
    assert table.row.tolist() == [0, 1, 3, 4, 5, 7, 8, 9, 11]
    assert np.flatnonzero(table.labels).tolist() == [0, 1, 8]
    assert table.groups[0] == table.groups[1]
    assert "3 of 12 units lack a value in some factor and train no model" in table.notes


def test_units_that_are_all_alike_once_gaps_are_out_are_refused():
    gaps = FeatureSet(UNITS.wkb, UTM, {"wet": (None, None, *(float(i) for i in range(10)))}, "units")
    layer, factors = unit_layer(gaps), factor_columns(gaps, ["wet"])
    with pytest.raises(
        InputError, match="2 of 12 units lack a value .* of the other 10 units 0 are with landslides"
    ):
        labelled_by_landslides(layer, factors, FeatureSet((at(0.5, 0.25, 1.0, 0.5),), UTM))


def test_units_in_degrees_have_their_places_and_areas_in_metres():
    moved = unit_layer(to_crs(UNITS, crs_wkt("EPSG:4326")))
    np.testing.assert_allclose(moved.xy, LAYER.xy, atol=0.1)
    np.testing.assert_allclose(moved.area_m2, SIDE**2, rtol=1e-3)


def test_a_table_needs_coordinates_and_lines_are_no_units():
    table = FeatureSet((b"",) * 3, attributes={"x": ("1", "", "3"), "y": (4.0, 5.0, 6.0)}, name="rows")
    np.testing.assert_array_equal(unit_layer(table, ("x", "y")).xy, [[1, 4], [np.nan, np.nan], [3, 6]])
    with pytest.raises(InputError, match="holds 'east', which is no coordinate"):
        unit_layer(FeatureSet((b"",), attributes={"x": ("east",), "y": (1.0,)}, name="rows"), ("x", "y"))
    line = FeatureSet((line_wkb(np.array([[0.0, 0.0], [1.0, 1.0]])),), UTM, name="roads")
    with pytest.raises(InputError, match="roads holds lines"):
        unit_layer(line)
    with pytest.raises(InputError, match="has no CRS"):
        unit_layer(FeatureSet(UNITS.wkb, "", name="units"))


def test_units_all_alike_are_refused():
    everywhere = FeatureSet((at(0, 0, 4, 3),), UTM)
    with pytest.raises(InputError, match="12 of 12 units hold landslides"):
        labelled_by_landslides(LAYER, SLOPE, everywhere)
