"""Distances to lines: exact, wherever the lines lie and however they are cut."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import ndimage

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.terrain.distance import (
    distance_m,
    distance_of_cells_m,
    index_for_ground,
    index_lines,
    point_to_segment_m,
)
from landslide_plugin.core.types.ground import plane

SHAPE = (40, 50)
GROUND = plane(SHAPE, 10.0, 15.0, west=1000.0, north=9000.0)


def in_space(segments):
    """Both ends (n, 2, 3) of flat segments (n, 4)."""
    ends = np.asarray(segments, float).reshape(-1, 2, 2)
    return np.concatenate([ends, np.zeros((len(ends), 2, 1))], axis=2)


def points(x, y):
    return np.column_stack([x, y, np.zeros(len(x))])


def brute_force(segments, x, y):
    return np.array(
        [
            point_to_segment_m(points([a] * len(segments), [b] * len(segments)), in_space(segments)).min()
            for a, b in zip(x, y)
        ]
    )


def centres():
    rows, cols = np.indices(SHAPE)
    return 1000.0 + (cols.ravel() + 0.5) * 10.0, 9000.0 - (rows.ravel() + 0.5) * 15.0


def random_lines(seed, count, spread):
    """Short and long segments in and around the grid."""
    rng = np.random.default_rng(seed)
    start = np.column_stack(
        [rng.uniform(1000 - spread, 1500 + spread, count), rng.uniform(8400 - spread, 9000 + spread, count)]
    )
    return np.hstack([start, start + rng.normal(0, rng.choice([1.0, 30.0, 300.0], (count, 1)), (count, 2))])


@pytest.mark.parametrize(
    ("seed", "count", "spread"), [(0, 1, 0), (1, 7, 100), (2, 60, 0), (3, 300, 800), (4, 3, 5000)]
)
def test_distance_equals_that_to_every_segment(seed, count, spread):
    segments = random_lines(seed, count, spread)
    found = distance_of_cells_m(index_for_ground(in_space(segments), GROUND), GROUND)
    assert_allclose(found.ravel(), brute_force(segments, *centres()), rtol=0, atol=1e-9)


def test_distance_within_a_circle_of_lines_needs_many_candidates():
    angle = np.linspace(0, 2 * np.pi, 2001)
    ring = np.column_stack([1250 + 900 * np.cos(angle), 8700 + 900 * np.sin(angle)])
    segments = np.hstack([ring[:-1], ring[1:]])
    found = distance_of_cells_m(index_for_ground(in_space(segments), GROUND), GROUND)
    assert_allclose(found.ravel(), brute_force(segments, *centres()), rtol=0, atol=1e-9)


def test_distance_to_cell_centres_is_scipys():
    rng = np.random.default_rng(5)
    marked = rng.random(SHAPE) < 0.01
    x, y = (values.reshape(SHAPE)[marked] for values in centres())
    found = distance_of_cells_m(index_for_ground(in_space(np.column_stack([x, y, x, y])), GROUND), GROUND)
    assert_allclose(found, ndimage.distance_transform_edt(~marked, sampling=(15.0, 10.0)), atol=1e-3)


def test_strips_of_the_grid_have_the_same_distances():
    index = index_for_ground(in_space(random_lines(6, 20, 50)), GROUND)
    whole = distance_of_cells_m(index, GROUND)
    parts = [distance_of_cells_m(index, GROUND.rows(first, first + 7)) for first in range(0, 40, 7)]
    assert_allclose(np.vstack(parts), whole, rtol=0, atol=1e-9)


def test_cells_are_measured_in_blocks_without_a_seam():
    x = np.linspace(0, 1000, 300_000)
    found = distance_m(index_lines(in_space([[500.0, -3.0, 500.0, 3.0]]), 10.0), points(x, np.zeros(len(x))))
    assert_allclose(found, np.abs(x - 500.0), atol=1e-9)


def test_lines_with_broken_coordinates_are_refused():
    with pytest.raises(InputError, match="finite coordinates"):
        index_lines(in_space([[0.0, 0.0, np.nan, 1.0]]), 10.0)


def test_a_line_whose_samples_are_farther_than_its_nearest_point_is_found():
    """Foot of the perpendicular half-way between two samples, with five dots between foot and samples."""
    line = np.array([[-15.0, 100.0, 15.0, 100.0]])
    angle = np.radians([200.0, 220.0, 240.0, 260.0, 280.0])
    dots = 100.05 * np.column_stack([np.cos(angle), np.sin(angle)])
    index = index_lines(in_space(np.vstack([line, np.hstack([dots, dots])])), spacing=10.0)
    assert distance_m(index, points([0.0], [0.0])).tolist() == [100.0]
