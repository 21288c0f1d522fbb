"""Field-check points: the most uncertain cells, apart, few enough, and the same however the map is cut."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.map_analysis import field_points as module
from landslide_plugin.core.workflows.map_analysis.field_points import FieldMaps, field_points
from landslide_plugin.core.workflows.map_analysis.quantile import exact_quantile

GRID = Grid(60, 50, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))


def write(path, bands, byte=False, metadata=None):
    with RasterSink(
        str(path), GRID, [Band(str(i)) for i in range(len(bands))], byte=byte, metadata=metadata
    ) as sink:
        for i, values in enumerate(bands):
            sink.write(i, 0, values)
    return RasterSource(str(path))


@pytest.fixture
def maps(tmp_path):
    rng = np.random.default_rng(4)
    spread, p = rng.gamma(2, 0.03, GRID.shape).astype("f4"), rng.uniform(0, 1, GRID.shape).astype("f4")
    spread[5:9, 5:9] = np.nan
    inside = (p < 0.9).astype("f4")
    return (
        FieldMaps(
            write(tmp_path / "s.tif", [spread]),
            0,
            write(tmp_path / "p.tif", [p], metadata={"THRESHOLD": "0.4"}),
            0,
            write(tmp_path / "c.tif", [np.digitize(p, (0.2, 0.4, 0.6, 0.8)) + 1], byte=True),
            write(tmp_path / "a.tif", [p, inside]),
        ),
        spread,
        p,
    )


def test_points_are_the_most_uncertain_and_apart(maps):
    given, spread, p = maps
    found = field_points(given, 0.1, 150.0, 25, 1.0)
    rows = found.features.attributes
    values = np.array(rows["uncertainty"])
    known = spread[np.isfinite(spread)]
    assert (
        found.candidates == (known > np.quantile(known, 0.9, method="inverted_cdf")).sum() == len(known) // 10
    )
    assert len(values) == 25
    assert (np.diff(values) <= 0).all()
    assert values[0] == known.max()
    assert rows["rank"] == tuple(range(1, 26))
    xy = np.column_stack([rows["x"], rows["y"]])
    assert min(np.hypot(*(a - b)) for a, b in combinations(xy, 2)) >= 150
    cells = [GRID.cell_of(x, y) for x, y in xy]
    np.testing.assert_array_equal([spread[c] for c in cells], values.astype("f4"))
    np.testing.assert_allclose([p[c] for c in cells], rows["probability"])
    for i, cell in enumerate(cells):
        assert rows["inside_area"][i] == int(p[cell] < 0.9)
        assert ("outside the area" in rows["why"][i]) == (p[cell] >= 0.9)
        assert ("threshold 0.4" in rows["why"][i]) == (abs(p[cell] - 0.4) < values[i])
        assert "top 10 %" in rows["why"][i]
    assert set(rows["class"]) <= {"Very low", "Low", "Moderate", "High", "Very high"}
    assert all(-81.5 < v < -78 for v in rows["longitude"])
    assert all(-5 < v < -3.5 for v in rows["latitude"])


def test_every_candidate_is_near_a_point_if_as_many_as_fit_are_taken(maps):
    given, spread, _ = maps
    found = field_points(given, 0.1, 150.0, 10_000, 1.0)
    xy = np.column_stack([found.features.attributes["x"], found.features.attributes["y"]])
    for row, col in zip(*np.nonzero(spread >= found.limit)):
        x, y = GRID.centre_of(row, col)
        assert np.hypot(*(xy - (x, y)).T).min() < 150 + 75 * np.sqrt(2)


def test_the_strips_do_not_matter(maps, monkeypatch):
    given, _, _ = maps
    whole = field_points(given, 0.1, 150.0, 40, 1.0).features.attributes
    # Five rows: the squares are three cells wide, so that strips end within them.
    monkeypatch.setattr(module, "STRIP_CELLS", 5 * GRID.cols)
    assert field_points(given, 0.1, 150.0, 40, 1.0).features.attributes == whole


def test_a_flat_map_and_an_empty_one_are_refused(tmp_path):
    with pytest.raises(InputError, match="is 0 everywhere"):
        field_points(FieldMaps(write(tmp_path / "0.tif", [np.zeros(GRID.shape)])), 0.1, 0.0, 9, 1.0)
    with pytest.raises(InputError, match="holds no value"):
        field_points(FieldMaps(write(tmp_path / "n.tif", [np.full(GRID.shape, np.nan)])), 0.1, 0.0, 9, 1.0)


def test_quantiles_of_parts_are_those_of_the_whole():
    values = np.random.default_rng(2).lognormal(0, 3, 5000).astype("f4")
    values[::7] = values[0]
    parts = np.array_split(np.append(values, np.float32("nan")), 13)
    for share in (0.0, 0.01, 0.5, 0.9, 1.0):
        assert exact_quantile(lambda: parts, share) == np.quantile(values, share, method="inverted_cdf")
    with pytest.raises(InputError, match="negative"):
        exact_quantile(lambda: [np.array([-1.0], "f4")], 0.5)


def test_a_raster_of_other_classes_is_refused(maps, tmp_path):
    given, _, _ = maps
    codes = write(tmp_path / "other.tif", [np.full(GRID.shape, 7)], byte=True)
    with pytest.raises(InputError, match="other holds 7"):
        field_points(replace(given, classes=codes), 0.1, 150.0, 25, 1.0)


def test_distances_are_in_metres_whatever_the_unit_of_the_grid(maps):
    given, _, _ = maps
    found = field_points(given, 0.1, 50.0, 10_000, 0.25).features.attributes
    assert found == field_points(given, 0.1, 200.0, 10_000, 1.0).features.attributes


def test_the_bands_that_are_asked_for_are_read(maps, tmp_path):
    given, spread, p = maps
    both = write(tmp_path / "both.tif", [p, spread])
    swapped = write(tmp_path / "swapped.tif", [spread, p], metadata={"THRESHOLD": "0.4"})
    other = replace(given, uncertainty=both, uncertainty_band=1, probability=swapped, probability_band=1)
    right = field_points(given, 0.1, 150.0, 25, 1.0)
    found = field_points(other, 0.1, 150.0, 25, 1.0)
    assert found.features.attributes == right.features.attributes


def test_classes_are_no_uncertainty(maps):
    given, _, _ = maps
    with pytest.raises(InputError, match="c holds whole numbers"):
        field_points(FieldMaps(given.classes), 0.1, 150.0, 25, 1.0)
