"""Inventories with the traps of real files, on grids whose right answer can be counted by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.shapes import ShapesOnGrid
from landslide_plugin.core.io.vector import crs_name, point_wkb
from landslide_plugin.core.samples import SamplingRules, build_samples
from landslide_plugin.core.samples.absences import nth_true, random_cells
from landslide_plugin.core.types.grid import Grid
from tests.support.inventories import EVERYWHERE, GRID, UTM, at, box, boxes, inventory, spread


def corner(row, col):
    """Triangle in the north-west corner of a cell, off its centre."""
    west, north = 1000 + 10 * col, 5000 - 10 * row
    ring = f"{west + 1} {north - 1}, {west + 3} {north - 1}, {west + 3} {north - 3}, {west + 1} {north - 1}"
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())


@pytest.mark.parametrize(
    ("yes", "no"),
    [(1, 0), (1.0, 0.0), ("1", "0"), ("TRUE", "FALSE"), ("true", "False"), (True, False), ("yes", "No")],
)
def test_given_absences_in_every_spelling(yes, no):
    cells = spread(30)
    features = inventory(at(cells), slide=[yes] * 18 + [no] * 12)
    found = build_samples(
        ShapesOnGrid(features, GRID), EVERYWHERE, SamplingRules("given", label_field="slide")
    )
    assert (found.landslides, found.stable) == (18, 12)
    assert list(zip(found.rows, found.cols)) == cells
    np.testing.assert_array_equal(found.xy, [GRID.centre_of(*cell) for cell in cells])
    assert len(np.unique(found.groups)) == 30


@pytest.mark.parametrize("odd", [2, "maybe", None, float("nan")])
def test_other_labels_are_refused_by_name(odd):
    features = inventory(at(spread(12)), slide=[1] * 11 + [odd])
    with pytest.raises(InputError, match="Field slide holds"):
        build_samples(ShapesOnGrid(features, GRID), EVERYWHERE, SamplingRules("given", label_field="slide"))


def test_missing_field_one_class_and_too_few_are_refused():
    features = inventory(at(spread(20)), slide=[1] * 20)
    with pytest.raises(InputError, match="has no field stable; it has slide"):
        build_samples(ShapesOnGrid(features, GRID), EVERYWHERE, SamplingRules("given", label_field="stable"))
    with pytest.raises(InputError, match="landslides only"):
        build_samples(ShapesOnGrid(features, GRID), EVERYWHERE, SamplingRules("given", label_field="slide"))
    nothing = inventory(at(spread(20)), slide=[0] * 20)
    with pytest.raises(InputError, match="no feature as a landslide"):
        build_samples(ShapesOnGrid(nothing, GRID), EVERYWHERE, SamplingRules("given", label_field="slide"))
    with pytest.raises(InputError, match="gives 9 landslides.*at least 10"):
        build_samples(ShapesOnGrid(inventory(at(spread(9))), GRID), EVERYWHERE, SamplingRules())
    with pytest.raises(InputError, match="is empty"):
        build_samples(ShapesOnGrid(inventory([]), GRID), EVERYWHERE, SamplingRules())
    with pytest.raises(InputError, match="no label field"):
        SamplingRules("given")


def test_points_outside_on_no_data_and_sharing_a_cell_are_counted():
    valid = EVERYWHERE.copy()
    valid[0, 0] = False
    wkb = (*at(spread(14)), *at([(0, 4)]), point_wkb(0.0, 0.0), b"")
    found = build_samples(ShapesOnGrid(inventory(wkb), GRID), valid, SamplingRules(seed=1))
    assert found.landslides == 13
    text = " | ".join(found.notes)
    assert "1 landslide points lie outside the grid (features 16)" in text
    assert "1 landslide points share a cell" in text
    assert "1 landslide cells lie on no-data and were left out; nothing is left of features 1" in text
    assert "1 features have no geometry" in text
    assert "Only 13 landslides" in text


def test_a_landslide_wins_over_a_stable_point_in_its_cell():
    features = inventory(at([*spread(12), (0, 0), (20, 20)]), slide=[1] * 12 + [0, 0])
    found = build_samples(
        ShapesOnGrid(features, GRID), EVERYWHERE, SamplingRules("given", label_field="slide")
    )
    assert (found.landslides, found.stable) == (12, 1)
    assert any("1 stable cells also hold a landslide" in note for note in found.notes)


def test_cells_of_a_polygon_and_of_touching_ones_share_a_group():
    wkb = [*boxes(10), box(20, 10, 2, 3), box(22, 13), box(30, 30, 1, 2)]
    found = build_samples(ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, SamplingRules("all"))
    assert found.landslides == 10 + 6 + 1 + 2
    assert found.landslide_groups == 12
    group = {(r, c): g for r, c, g in zip(found.rows, found.cols, found.groups)}
    assert group[20, 10] == group[21, 12] == group[22, 13] != group[30, 30] == group[30, 31]
    assert found.stable == GRID.size - 19


@pytest.mark.parametrize(
    ("row", "col"), [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]
)
def test_polygons_touch_by_any_side_or_corner(row, col):
    wkb = [*boxes(10), box(25, 25), box(25 + row, 25 + col), box(25 + 3 * row, 25 + 3 * col)]
    found = build_samples(ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, SamplingRules("all"))
    assert found.landslide_groups == 12


def test_parts_of_one_feature_share_a_group():
    two = ogr.Geometry(ogr.wkbMultiPolygon)
    for blob in (box(20, 10), box(30, 40)):
        two.AddGeometry(ogr.CreateGeometryFromWkb(blob))
    found = build_samples(
        ShapesOnGrid(inventory([*boxes(10), bytes(two.ExportToWkb())]), GRID),
        EVERYWHERE,
        SamplingRules("all"),
    )
    assert found.landslide_groups == 11


def test_polygons_smaller_than_a_cell_are_named_and_kept_by_the_other_rules():
    wkb = [*boxes(11), box(30, 30, inset=2.0), corner(25, 25)]
    centre = build_samples(
        ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, SamplingRules(polygon_rule="centre")
    )
    assert centre.landslides == 12
    assert any("1 landslide polygons hold no cell centre" in n and "features 13" in n for n in centre.notes)
    for rule in ("all_touched", "one_point"):
        kept = build_samples(ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, SamplingRules(polygon_rule=rule))
        assert kept.landslide_groups >= 12
        assert (25, 25) in set(zip(kept.rows[kept.labels == 1], kept.cols[kept.labels == 1]))


def test_random_absences_keep_off_polygons_too_small_for_a_cell():
    wkb = [*boxes(10), *(corner(*cell) for cell in spread(12, start=60))]
    rules = SamplingRules(ratio=150.0, seed=3)
    found = build_samples(ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, rules)
    stable = set(zip(found.rows[found.labels == 0], found.cols[found.labels == 0]))
    assert len(stable) == 1500
    assert not stable & set(spread(12, start=60))


def test_one_point_gives_one_cell_a_polygon_even_where_they_touch():
    wkb = [*boxes(10), box(20, 10, 3, 3), box(20, 13, 3, 3)]
    found = build_samples(
        ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, SamplingRules(polygon_rule="one_point")
    )
    assert found.landslides == 12
    assert found.landslide_groups == 11


def test_a_polygon_hidden_under_a_later_one_is_not_called_lost():
    wkb = [*boxes(10), box(20, 20, inset=1.0), box(20, 20, 2, 2)]
    found = build_samples(ShapesOnGrid(inventory(wkb), GRID), EVERYWHERE, SamplingRules("all"))
    assert not any("no cell centre" in note for note in found.notes)


def test_cells_of_one_landslide_weigh_as_one_and_a_single_cell_a_polygon_gives_landslides_a_cell():
    wkb = [*boxes(11), box(20, 10, 4, 3, 1.0)]
    shapes = ShapesOnGrid(inventory(wkb), GRID)
    every = build_samples(shapes, EVERYWHERE, SamplingRules(polygon_rule="centre"))
    slid = every.labels == 1
    weights = np.bincount(every.owners[slid], weights=every.row_weights[slid])
    np.testing.assert_allclose(weights, 1.0)
    assert (every.row_weights[~slid] == 1).all()
    assert every.area_share == pytest.approx((11 + 12) / GRID.size)
    one = build_samples(shapes, EVERYWHERE, SamplingRules(polygon_rule="one_point"))
    assert (one.landslides, one.one_a_landslide, every.one_a_landslide) == (12, True, False)
    assert one.area_share == pytest.approx(12 / GRID.size)
    assert (one.row_weights == 1).all()


def test_feet_become_metres():
    found = build_samples(
        ShapesOnGrid(inventory(at(spread(12))), GRID), EVERYWHERE, SamplingRules(), metres_per_unit=0.3048
    )
    np.testing.assert_allclose(found.xy[0], 0.3048 * np.array(GRID.centre_of(0, 0)))


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1), st.floats(0, 60), st.floats(0.5, 5))
def test_random_absences_respect_buffer_ratio_and_no_data(seed, buffer_m, ratio):
    valid = np.random.default_rng(seed).random(GRID.shape) > 0.2
    valid[tuple(zip(*spread(12)))] = True
    rules = SamplingRules(ratio=ratio, buffer_m=buffer_m, seed=seed)
    found = build_samples(ShapesOnGrid(inventory(at(spread(12))), GRID), valid, rules)
    slide, stable = found.xy[found.labels == 1], found.xy[found.labels == 0]
    distance = np.hypot(*(stable[:, None] - slide[None]).transpose(2, 0, 1)).min(axis=1)
    assert (distance >= max(buffer_m, 10.0) - 1e-9).all()
    assert valid[found.rows, found.cols].all()
    assert len(np.unique(found.rows * GRID.cols + found.cols)) == len(found)
    assert found.stable == max(1, round(12 * ratio))
    again = build_samples(ShapesOnGrid(inventory(at(spread(12))), GRID), valid, rules)
    np.testing.assert_array_equal(again.rows, found.rows)


def test_a_buffer_without_any_cell_left_is_refused():
    with pytest.raises(InputError, match="smaller buffer"):
        build_samples(ShapesOnGrid(inventory(at(spread(12))), GRID), EVERYWHERE, SamplingRules(buffer_m=1e5))


def test_random_absences_are_even_over_the_free_cells():
    occupied = np.zeros((20, 20), dtype=bool)
    occupied[:, :5] = True
    hits = np.zeros((20, 20))
    for seed in range(400):
        rows, cols = random_cells(
            np.ones((20, 20), bool), occupied, 30, 0.0, (10.0, 10.0), np.random.default_rng(seed)
        )
        hits[rows, cols] += 1
    free = hits[:, 5:]
    assert hits[:, :5].sum() == 0
    chi = ((free - 40) ** 2 / 40).sum()
    assert 220 < chi < 380  # 299 degrees of freedom


@given(st.integers(0, 2**32 - 1))
def test_the_nth_true_cell_is_that_of_the_flat_list(seed):
    rng = np.random.default_rng(seed)
    mask = rng.random((7, 9)) > 0.6
    ranks = rng.permutation(int(mask.sum()))
    rows, cols = nth_true(mask, ranks)
    np.testing.assert_array_equal(rows * 9 + cols, np.flatnonzero(mask)[ranks])


def test_a_grid_with_negative_coordinates_and_tall_cells():
    grid = Grid(20, 20, (-800000.0, 10.0, 0.0, -1000000.0, 0.0, -25.0), UTM)
    cells = [(row, col) for row in (0, 5, 10, 19) for col in (0, 7, 19)]
    features = inventory(point_wkb(*grid.centre_of(*cell)) for cell in cells)
    found = build_samples(
        ShapesOnGrid(features, grid), np.ones(grid.shape, bool), SamplingRules(buffer_m=24.0)
    )
    assert list(zip(found.rows[:12], found.cols[:12])) == cells
    assert crs_name(UTM).endswith("(EPSG:32717)")
