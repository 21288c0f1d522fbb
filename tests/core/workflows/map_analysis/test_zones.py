"""Results by polygon: every cell counted where it lies, small and overlapping polygons, other CRS, empty ones."""

import csv
import io

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, point_wkb, to_crs
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.map_analysis import zones as zonal
from landslide_plugin.core.workflows.map_analysis.zones import ZonalMaps, zonal_results

GRID = Grid(40, 30, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
RNG = np.random.default_rng(8)
P, SPREAD = RNG.uniform(0, 1, (2, *GRID.shape)).astype("f4")
P[20:30, 10:20] = np.nan
WEST, SOUTH, EAST, NORTH = GRID.bounds


def box(col, row, cols, rows):
    """Polygon over cells, edges at a tenth of a cell inside them."""
    x, y = WEST + 25 * col, NORTH - 25 * row
    return box_wkb(x + 2.5, y - 25 * rows + 2.5, x + 25 * cols - 2.5, y - 2.5)


BOXES = (
    box(2, 3, 10, 20),  # many strips
    box(5, 5, 12, 6),  # overlaps the first
    box_wkb(WEST + 26, NORTH - 30, WEST + 30, NORTH - 26),  # in cell (1, 1), without its centre
    box(11, 21, 5, 5),  # no data
    box_wkb(0.0, 0.0, 10.0, 10.0),  # beside the map
    box_wkb(WEST - 500, NORTH - 130, WEST + 60, NORTH - 20),  # half beside
    b"",
)
UNITS = FeatureSet(BOXES, GRID.crs_wkt, {"unit": tuple("abcdefg"), "fid": tuple(range(7))}, "units")


@pytest.fixture
def maps(tmp_path):
    for name, values in (("p", P), ("s", SPREAD)):
        with RasterSink(str(tmp_path / f"{name}.tif"), GRID, [Band(name)]) as sink:
            sink.write(0, 0, values)
    with RasterSource(str(tmp_path / "p.tif")) as p, RasterSource(str(tmp_path / "s.tif")) as spread:
        yield ZonalMaps(p, 0, spread, 0.5)


def expected(rows, cols):
    p, s = P[rows, cols].ravel(), SPREAD[rows, cols].ravel()
    s, p = s[np.isfinite(p)].astype(float), p[np.isfinite(p)].astype(float)
    return [p.mean(), np.quantile(p, 0.9), (p >= 0.5).mean(), s.mean(), len(p)]


CELLS = {
    0: (slice(3, 23), slice(2, 12)),
    1: (slice(5, 11), slice(5, 17)),
    2: (slice(1, 2), slice(1, 2)),
    5: (slice(1, 5), slice(0, 2)),
}


@pytest.mark.parametrize("strip", [90, 100_000])
def test_polygons_hold_what_their_cells_hold(maps, monkeypatch, strip):
    monkeypatch.setattr(zonal, "STRIP_CELLS", strip)
    found = zonal_results(UNITS, maps)
    rows = found.features.attributes
    for i, cells in CELLS.items():
        given = [rows[name][i] for name in ("mean", "p90", "share_above", "spread", "cells")]
        np.testing.assert_allclose(given, expected(*cells), rtol=1e-6)
    assert rows["by_centre"] == (0, 0, 1, None, None, 0, None)
    assert rows["cells"][3] == 0
    assert rows["mean"][3] is None
    assert rows["cells"][4] is None
    assert (found.small, found.empty, found.outside) == (1, 1, 2)
    assert rows["unit"] == tuple("abcdefg")
    assert "fid" not in rows
    table = list(csv.DictReader(io.StringIO(found.table())))
    assert [row["mean"] == "" for row in table] == [False, False, False, True, True, False, True]


def test_polygons_of_another_crs_give_the_same(maps):
    there = to_crs(UNITS, crs_wkt("EPSG:4326"))
    here = zonal_results(UNITS, maps).features.attributes
    found = zonal_results(there, maps)
    assert found.features.attributes["cells"] == here["cells"]
    assert found.features.attributes["mean"] == here["mean"]
    assert found.features.wkb == there.wkb


def test_a_quantile_of_many_values_is_counted_to_a_bin(maps, monkeypatch):
    monkeypatch.setattr(zonal, "KEPT", 50)
    found = zonal_results(UNITS, maps).features.attributes
    assert found["p90"][0] == pytest.approx(expected(*CELLS[0])[1], abs=0.01)
    assert found["mean"][0] == pytest.approx(expected(*CELLS[0])[0])
    one = np.sort(P[3:23, 2:12][np.isfinite(P[3:23, 2:12])])
    rank = int(np.ceil(0.9 * len(one))) - 1
    assert found["p90"][0] == pytest.approx(one[rank], abs=0.5 / zonal.BINS + 1e-7)


def test_polygons_beside_the_map_are_refused(maps):
    with pytest.raises(InputError, match="None of the 1 polygons"):
        zonal_results(FeatureSet(BOXES[4:5], GRID.crs_wkt), maps)


def test_results_stand_in_place_of_fields_of_their_names(maps):
    units = FeatureSet(BOXES[:1], GRID.crs_wkt, {"Mean": ("old",), "mean": (7.0,), "name": ("a",)}, "units")
    assert list(zonal_results(units, maps).features.attributes) == ["name", *zonal.NOTHING]


@pytest.mark.parametrize(("byte", "values"), [(True, np.full(GRID.shape, 3)), (False, P * 90)])
def test_a_raster_that_holds_no_probabilities_is_refused(tmp_path, byte, values):
    with RasterSink(str(tmp_path / "c.tif"), GRID, [Band("c")], byte=byte) as sink:
        sink.write(0, 0, values)
    with (
        RasterSource(str(tmp_path / "c.tif")) as source,
        pytest.raises(InputError, match="probabilities"),
    ):
        zonal_results(UNITS, ZonalMaps(source, 0, None, 0.5))


def test_numbers_of_the_polygons_keep_all_their_digits_in_the_table(maps):
    units = FeatureSet(BOXES[:1], GRID.crs_wkt, {"area_m2": (1234567.875,)}, "units")
    assert next(csv.DictReader(io.StringIO(zonal_results(units, maps).table())))["area_m2"] == "1234567.875"


def test_polygons_over_all_of_the_map_miss_no_edge(maps):
    everything = FeatureSet(
        (box_wkb(WEST, SOUTH, EAST, NORTH), box(28, 38, 2, 2), box(0, 0, 1, 1)), GRID.crs_wkt
    )
    rows = zonal_results(everything, maps).features.attributes
    assert rows["cells"] == (np.isfinite(P).sum(), 4, 1)
    assert rows["mean"][0] == pytest.approx(np.nanmean(P, dtype=float))
    assert rows["mean"][1:] == (pytest.approx(P[38:, 28:].mean()), pytest.approx(P[0, 0]))


def test_a_cell_at_the_cut_is_above_it(tmp_path):
    with RasterSink(str(tmp_path / "p.tif"), GRID, [Band("p")]) as sink:
        sink.write(0, 0, np.full(GRID.shape, 0.3, np.float32))
    with RasterSource(str(tmp_path / "p.tif")) as source:
        rows = zonal_results(UNITS, ZonalMaps(source, 0, None, 0.3)).features.attributes
    assert rows["share_above"][0] == 1


def test_lines_and_points_are_no_polygons(maps):
    with pytest.raises(InputError, match="spots holds no polygons"):
        zonal_results(FeatureSet((point_wkb(WEST + 5, NORTH - 5),), GRID.crs_wkt, {}, "spots"), maps)
