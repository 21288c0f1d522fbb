"""Two maps against each other: numbers that are known, and refusals of what cannot be compared."""

import csv
import io

import numpy as np
import pytest

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.map_analysis import comparison as map_comparison
from landslide_plugin.core.workflows.map_analysis.comparison import MapLayer, compare_maps

GRID = Grid(30, 20, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
CUTS = {"CLASS_CUTS": "(0.1, 0.3, 0.5, 0.7)"}


def write(path, values, byte=False, metadata=CUTS, grid=GRID):
    with RasterSink(str(path), grid, [Band("x")], byte=byte, metadata=metadata) as sink:
        sink.write(0, 0, values)
    return str(path)


def compare(first, second, target=None):
    with RasterSource(first) as one, RasterSource(second) as other:
        return compare_maps(MapLayer(one), MapLayer(other), target)


@pytest.fixture
def pair(tmp_path):
    rng = np.random.default_rng(1)
    a, b = rng.uniform(0, 1, (2, 30, 20)).astype(np.float32)
    a[0, :3], b[0, 2:7] = np.nan, np.nan
    return a, b, write(tmp_path / "a.tif", a), write(tmp_path / "b.tif", b)


def test_figures_are_those_of_the_common_cells(pair, tmp_path, monkeypatch):
    a, b, first, second = pair
    monkeypatch.setattr(map_comparison, "STRIP_CELLS", 70)
    found = compare(first, second, str(tmp_path / "d.tif"))
    both = np.isfinite(a) & np.isfinite(b)
    x, y = a[both].astype(float), b[both].astype(float)
    assert (found.cells, found.only_first, found.only_second) == (593, 4, 2)
    assert found.mean_difference == pytest.approx((y - x).mean(), abs=1e-7)
    assert found.rms_difference == pytest.approx(np.sqrt(((y - x) ** 2).mean()), abs=1e-7)
    assert found.correlation == pytest.approx(np.corrcoef(x, y)[0, 1], abs=1e-6)
    edges = (0.1, 0.3, 0.5, 0.7)
    i, j = np.digitize(x, edges), np.digitize(y, edges)
    expected = np.zeros((5, 5), int)
    np.add.at(expected, (i, j), 1)
    np.testing.assert_array_equal(found.transitions, expected)
    assert found.share_changed == pytest.approx((i != j).mean())
    far = (np.arange(5)[:, None] - np.arange(5)) ** 2
    chance = expected.sum(1)[:, None] * expected.sum(0) / 593
    assert found.kappa == pytest.approx(1 - (far * expected).sum() / (far * chance).sum())
    rows = list(csv.DictReader(io.StringIO(found.table())))
    assert len(rows) == 25
    assert sum(int(row["cells"]) for row in rows) == 593
    assert float(rows[0]["area_km2"]) == pytest.approx(expected[0, 0] * 625e-6, rel=1e-5)
    with RasterSource(str(tmp_path / "d.tif")) as source:
        np.testing.assert_array_equal(source.read(0), b - a)
        assert source.metadata["QUANTITY"] == "Second minus first, probability"


def test_a_map_equals_itself(pair):
    found = compare(pair[2], pair[2])
    assert (found.mean_difference, found.rms_difference, found.share_changed, found.kappa) == (0, 0, 0, 1)
    assert found.correlation == pytest.approx(1)


def test_classes_differ_in_steps(tmp_path):
    codes = np.tile(np.arange(1, 6), (30, 4))
    up = np.minimum(codes + 1, 5)
    one, other = write(tmp_path / "1.tif", codes, True, {}), write(tmp_path / "2.tif", up, True, {})
    found = compare(one, other, str(tmp_path / "d.tif"))
    assert found.share_changed == 0.8
    assert found.mean_difference == pytest.approx(0.8)
    np.testing.assert_array_equal(np.diag(found.transitions, 1), [120] * 4)
    with RasterSource(str(tmp_path / "d.tif")) as source:
        assert set(np.unique(source.read(0))) == {0.0, 1.0}


def test_what_cannot_be_compared_is_refused_and_nothing_written(pair, tmp_path):
    a, _, first, _ = pair
    codes = write(tmp_path / "c.tif", np.ones((30, 20)), True)
    degrees = write(tmp_path / "deg.tif", a * 90)
    moved = Grid(30, 20, (700010.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), GRID.crs_wkt)
    elsewhere = write(tmp_path / "m.tif", a, grid=moved)
    empty = write(tmp_path / "e.tif", a * np.nan)
    target = str(tmp_path / "d.tif")
    for other, error, words in (
        (codes, InputError, "two of one kind"),
        (degrees, InputError, "probabilities from 0 to 1 is needed"),
        (elsewhere, GridMismatch, "another grid"),
        (empty, InputError, "no cell with a value in both"),
    ):
        with pytest.raises(error, match=words):
            compare(first, other, target)
    assert not list(tmp_path.glob("d.tif*"))


def test_without_cut_points_classes_are_not_made_up(pair, tmp_path):
    found = compare(write(tmp_path / "n.tif", pair[0], metadata={}), pair[3])
    assert found.transitions is None
    assert np.isnan(found.share_changed)
    assert found.table().count("\n") == 1


def test_areas_are_in_square_kilometres_or_not_told(pair, tmp_path):
    foot = 1200 / 3937
    for epsg, area in (("EPSG:2264", 625e-6 * foot**2), ("EPSG:4326", None)):
        grid = Grid(30, 20, (0.0, 25.0, 0.0, 0.0, 0.0, -25.0), crs_wkt(epsg))
        path = write(tmp_path / "u.tif", pair[0], grid=grid)
        row = next(csv.DictReader(io.StringIO(compare(path, path).table())))
        told = float(row["area_km2"]) if row["area_km2"] else None
        assert told == (None if area is None else pytest.approx(area * int(row["cells"]), rel=1e-5))
