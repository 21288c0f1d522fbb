"""Where a DEM or an inventory comes from is told by its values, and good ones are left in peace."""

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.input_check import heights as steps_of
from landslide_plugin.core.workflows.input_check.check import check_raster, check_vector
from landslide_plugin.core.workflows.input_check.inventory import inventory_doubts, rounded_to_m, swapped

UTM, DEGREES = crs_wkt("EPSG:32717"), crs_wkt("EPSG:4326")
GRID = Grid(120, 90, (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)
ROW, COL = np.mgrid[: GRID.rows, : GRID.cols]
RNG = np.random.default_rng(0)
HILLS = 800 + 120 * np.sin(ROW / 9.0) + 60 * np.sin(COL / 13.0 + ROW / 40.0) + RNG.normal(0, 0.3, GRID.shape)
RIDGES = 800 + 200 * np.sin(ROW / 6.0) + RNG.normal(0, 0.3, GRID.shape)


def problems(tmp_path, values):
    path = str(tmp_path / "dem.tif")
    with RasterSink(path, GRID, [Band("", "m")]) as sink:
        sink.write(0, 0, values.astype(np.float32))
    return " | ".join(finding.problem for finding in check_raster("DEM", path, "dem")[0].findings)


STRIPES = {"rows": (-1.0) ** ROW, "columns": (-1.0) ** COL}


@pytest.mark.parametrize("lines", STRIPES)
@pytest.mark.parametrize("rows_at_once", [7, 1000])
def test_stripes_are_told_by_their_direction(tmp_path, monkeypatch, lines, rows_at_once):
    monkeypatch.setattr(steps_of, "READ_CELLS", rows_at_once * GRID.cols)
    assert f"Its {lines} go up and down" in problems(tmp_path, HILLS + 1.5 * STRIPES[lines])


@pytest.mark.parametrize("ground", [HILLS, RIDGES, RIDGES.T[: GRID.cols].T, HILLS * 0.01])
def test_natural_ground_has_no_stripes_and_no_steps(tmp_path, ground):
    found = problems(tmp_path, np.resize(ground, GRID.shape))
    assert "by turns" not in found
    assert "nearest-neighbour" not in found
    assert "whole numbers" not in found


def test_whole_metres_are_told(tmp_path):
    assert "whole numbers, so slopes" in problems(tmp_path, np.round(HILLS))


@pytest.mark.parametrize("every", [2, 3, 20])
def test_cells_that_were_repeated_are_told(tmp_path, every):
    source = COL - COL // every if every > 3 else COL // every * every
    assert "nearest-neighbour" in problems(tmp_path, HILLS[ROW, source])


def slides(xy, wkt=UTM):
    return FeatureSet(tuple(point_wkb(float(x), float(y)) for x, y in xy), wkt, name="slides")


PLACES = np.column_stack([RNG.uniform(700000, 700900, 60), RNG.uniform(9558800, 9560000, 60)])


def test_landslides_entered_twice_are_counted():
    assert inventory_doubts(slides(PLACES), GRID) == []
    ((words, _),) = inventory_doubts(slides([*PLACES, *PLACES[:7]]), GRID)
    assert words.startswith("7 features lie exactly where another one does")


@pytest.mark.parametrize(
    ("step", "wkt", "metres"),
    [
        (100.0, UTM, 100.0),
        (25.0, UTM, 25.0),
        (0.01, DEGREES, 1113.2),
        (1.0, UTM, 1.0),
        (0.0, UTM, 0.0),
    ],
)
def test_the_step_of_rounded_coordinates_is_found(step, wkt, metres):
    xy = (
        PLACES
        if wkt == UTM
        else np.column_stack([RNG.uniform(-79.3, -79.1, 60), RNG.uniform(-4.2, -4.0, 60)])
    )
    xy = np.round(xy / step) * step if step else xy
    assert rounded_to_m(slides(xy, wkt)) == pytest.approx(metres, rel=1e-3)
    told = [words for words, _ in inventory_doubts(slides(np.unique(xy, axis=0), wkt), GRID)]
    assert bool(told) == (metres > 10.0)


def test_swapped_coordinates_are_named():
    x, y = RNG.uniform(-79.197, -79.191, 30), RNG.uniform(-3.985, -3.980, 30)
    dem = Grid(120, 90, (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)
    right, wrong = slides(np.column_stack([x, y]), DEGREES), slides(np.column_stack([y, x]), DEGREES)
    good, bad = (check_vector("Inventory", features, "any", dem) for features in (right, wrong))
    assert not any("swapped" in finding.problem for finding in good.findings)
    assert any("Latitude and longitude are swapped" in finding.problem for finding in bad.findings)
    assert swapped(wrong, dem)
    assert not swapped(right, dem)
