"""Factors of polygons against each polygon taken by itself, cell by cell."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, to_crs
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping_units import cells_by_unit, statistics
from landslide_plugin.core.workflows.mapping_units.unit_factors import FactorsJob, unit_factors

GRID = Grid(60, 50, (700000.0, 10.0, 0.0, 9550000.0, 0.0, -10.0), crs_wkt("EPSG:32717"))
WEST, NORTH = 700000.0, 9550000.0
RNG = np.random.default_rng(4)
SLOPE = RNG.gamma(4.0, 5.0, GRID.shape).astype("f4")
SLOPE[RNG.random(GRID.shape) < 0.1] = np.nan
ROCK = RNG.integers(1, 4, GRID.shape).astype("f4")
ASPECT = (RNG.normal(0.0, 30.0, GRID.shape) % 360.0).astype("f4")
EVERY = ("mean", "sd", "minimum", "maximum", "range", "majority")


def box(left, top, cols, rows):
    return box_wkb(WEST + 10 * left, NORTH - 10 * (top + rows), WEST + 10 * (left + cols), NORTH - 10 * top)


TILES = [(left, top, 10, 12) for left in range(0, 50, 10) for top in range(0, 60, 12)]
CROSSING = [(5, 5, 17, 30), (8, 20, 30, 9), (0, 0, 50, 60)]
PLACES = [*TILES, *CROSSING]
POLYGONS = FeatureSet(
    tuple(box(*place) for place in PLACES), GRID.crs_wkt, {"name": tuple(f"u{i}" for i in range(len(PLACES)))}
)


@pytest.fixture(scope="module")
def rasters(tmp_path_factory):
    from landslide_plugin.core.io.raster import factor_band

    folder = tmp_path_factory.mktemp("rasters")
    bands = [
        factor_band(FactorSpec("slope", unit="deg")),
        factor_band(FactorSpec("rock", "categorical")),
        factor_band(FactorSpec("aspect", "circular", "deg")),
    ]
    with RasterSink(str(folder / "stack.tif"), GRID, bands) as sink:
        for i, values in enumerate((SLOPE, ROCK, ASPECT)):
            sink.write(i, 0, values)
    return folder


def cut(values, place):
    left, top, cols, rows = place
    inside = values[top : top + rows, left : left + cols].astype(float).ravel()
    return inside[np.isfinite(inside)]


def test_statistics_are_those_of_each_polygon_by_itself(rasters):
    job = FactorsJob(POLYGONS, [str(rasters / "stack.tif")], EVERY, (10.0, 50.0))
    found = unit_factors(job)
    field = found.features.field
    for i, place in enumerate(PLACES):
        slope, rock, aspect = (cut(values, place) for values in (SLOPE, ROCK, ASPECT))
        expected = [slope.mean(), slope.std(), slope.min(), slope.max(), np.ptp(slope)]
        expected += np.quantile(slope, [0.1, 0.5]).tolist()
        names = ("mean", "sd", "minimum", "maximum", "range", "p10", "p50")
        np.testing.assert_allclose([field(f"slope_{name}")[i] for name in names], expected, rtol=1e-6)
        assert field("rock_majority")[i] == np.bincount(rock.astype(int)).argmax()
        mean = np.exp(1j * np.radians(aspect)).mean()
        assert field("aspect_mean")[i] == pytest.approx(np.degrees(np.angle(mean)) % 360.0, abs=1e-6)
        assert field("aspect_sd")[i] == pytest.approx(np.degrees(np.sqrt(-2 * np.log(abs(mean)))), rel=1e-6)
        assert field("cells")[i] == place[2] * place[3]
    assert field("name") == POLYGONS.field("name")
    assert set(found.added) == {
        *(f"slope_{name}" for name in names),
        "rock_majority",
        "aspect_mean",
        "aspect_sd",
    }


def test_strips_and_how_much_is_kept_change_nothing(rasters, monkeypatch):
    job = FactorsJob(POLYGONS, [str(rasters / "stack.tif")], EVERY, (10.0, 90.0))
    whole = unit_factors(job).features.attributes
    monkeypatch.setattr(cells_by_unit, "STRIP_CELLS", 350)
    monkeypatch.setattr(statistics, "MANY", 100)
    parts = unit_factors(job).features.attributes
    assert list(whole) == list(parts)
    for name, values in whole.items():
        if name.endswith(("mean", "sd")):
            np.testing.assert_allclose(parts[name], values, rtol=1e-12)
        else:
            assert parts[name] == values, name


def test_polygons_in_degrees_and_rasters_of_another_grid(rasters, tmp_path):
    grid = Grid(30, 25, (WEST, 20.0, 0.0, NORTH, 0.0, -20.0), GRID.crs_wkt)
    height, coarse = RNG.uniform(0.0, 9.0, grid.shape).astype("f4"), str(tmp_path / "height.tif")
    with RasterSink(coarse, grid, [Band("height")]) as sink:
        sink.write(0, 0, height)
    degrees = to_crs(POLYGONS, crs_wkt("EPSG:4326"))
    here = unit_factors(FactorsJob(POLYGONS, [str(rasters / "stack.tif")], ("mean",)))
    there = unit_factors(FactorsJob(degrees, [str(rasters / "stack.tif")], ("mean",)))
    np.testing.assert_allclose(
        there.features.field("slope_mean"), here.features.field("slope_mean"), rtol=0.05
    )
    assert there.features.crs_wkt == degrees.crs_wkt
    both = unit_factors(FactorsJob(POLYGONS, [str(rasters / "stack.tif"), coarse], ("mean",))).features
    assert both.field("slope_mean") == here.features.field("slope_mean")
    expected = [
        cut(height, (left // 2, top // 2, cols // 2, rows // 2)).mean() for left, top, cols, rows in TILES
    ]
    np.testing.assert_allclose(both.field("height_mean")[: len(TILES)], expected, rtol=1e-6)


def test_small_and_distant_polygons(rasters):
    blobs = (
        box_wkb(WEST + 1.0, NORTH - 4.0, WEST + 4.0, NORTH - 1.0),
        box_wkb(WEST - 500.0, NORTH, WEST - 400.0, NORTH + 50.0),
        b"",
        box(0, 0, 2, 2),
    )
    polygons = FeatureSet(blobs, GRID.crs_wkt, {"CELLS": (9, 9, 9, 9)})
    found = unit_factors(FactorsJob(polygons, [str(rasters / "stack.tif")], ("mean", "majority"), (50.0,)))
    field = found.features.field
    assert field("by_centre") == (1, 0, 0, 0)
    assert field("cells") == (1, 0, 0, 4)
    assert field("rock_majority")[:3] == (ROCK[0, 0], None, None)
    assert (found.small, found.empty) == (1, 2 + bool(np.isnan(SLOPE[0, 0])))
    assert "CELLS" not in found.features.attributes


def test_two_bands_of_one_name_are_refused(tmp_path):
    for name in ("a", "b"):
        with RasterSink(str(tmp_path / f"{name}.tif"), GRID, [Band("slope")]) as sink:
            sink.write(0, 0, SLOPE)
    with pytest.raises(InputError, match="slope_mean comes from two bands"):
        unit_factors(FactorsJob(POLYGONS, [str(tmp_path / "a.tif"), str(tmp_path / "b.tif")]))


def test_polygons_beside_the_raster_are_refused(rasters):
    away = FeatureSet((box_wkb(0, 0, 1, 1),), GRID.crs_wkt)
    with pytest.raises(InputError, match="None of the 1 polygons"):
        unit_factors(FactorsJob(away, [str(rasters / "stack.tif")]))
