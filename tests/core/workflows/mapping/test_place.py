"""A map says whether it lies where its model was trained."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping.place import (
    HOME,
    LOOKS,
    OTHER,
    OVERLAPPING,
    UNKNOWN,
    Place,
    mapped_extent,
    place_of,
)
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import draw, grid, write_factors
from tools.check.random_bundle import SPECS, random_bundle

UTM = crs_wkt("EPSG:32717")
TRAINED = {"bounds": [700000.0, 9540000.0, 710000.0, 9550000.0], "crs_wkt": UTM}


def at(west, north, cells=100, wkt=UTM, size=50.0):
    return Grid(cells, cells, (west, size, 0.0, north, 0.0, -size), wkt)


@pytest.mark.parametrize(
    ("here", "kind", "share"),
    [
        (at(702000.0, 9548000.0), HOME, 1.0),
        (at(707500.0, 9548000.0), OVERLAPPING, 0.5),
        (at(700000.0, 9550000.0, 400), OVERLAPPING, 0.25),
        (at(710000.0, 9548000.0), OTHER, 0.0),
        (at(300000.0, 9548000.0), OTHER, 0.0),
    ],
)
def test_home_overlap_and_elsewhere_are_told_apart(here, kind, share):
    found = place_of(TRAINED, here)
    assert found.kind == kind
    assert found.share == pytest.approx(share)


def test_a_blank_margin_is_no_part_of_the_map():
    whole = at(690000.0, 9560000.0, 600)
    assert place_of(TRAINED, whole).share == pytest.approx(1 / 9)
    assert place_of(TRAINED, whole, (702000.0, 9541000.0, 708000.0, 9549000.0)).kind == HOME
    assert place_of(TRAINED, whole, (711000.0, 9541000.0, 719000.0, 9549000.0)).kind == OTHER


@pytest.mark.parametrize(("first", "last", "kind"), [(0, 20, HOME), (60, 80, OTHER)])
def test_another_basin_of_the_rasters_of_the_training_is_another_area(tmp_path, first, last, kind):
    """Both are cut from rasters of one extent, and blank outside their basin."""
    on = grid(100, 90)
    west, _, _, north = on.bounds
    bundle = random_bundle(2, soil=False)
    bundle = replace(
        bundle,
        facts=replace(
            bundle.facts,
            grid={
                "crs_wkt": on.crs_wkt,
                "bounds": [west, north - 20 * on.cell_height, west + 30 * on.cell_width, north],
            },
        ),
    )
    with RasterSource(write_factors(tmp_path / "f.tif", on)) as source:
        values = source.read_factors()
    basin = np.zeros(on.shape, bool)
    basin[first:last, :30] = True
    with RasterSink(str(tmp_path / "basin.tif"), on, [factor_band(spec) for spec in SPECS]) as sink:
        for i, one in enumerate(values):
            sink.write(i, 0, np.where(basin, one, np.float32(np.nan)))
    with FactorSources([str(tmp_path / "basin.tif")]) as factors:
        found = mapped_extent(factors, factors.select(bundle.factors), MapOptions().window(on))
    rows = (north - found[3]) / on.cell_height, (north - found[1]) / on.cell_height
    assert (found[0], found[2]) == (west, west + 30 * on.cell_width)
    assert first <= rows[0] < rows[1] <= last
    assert rows == pytest.approx((first, last), abs=-(-on.rows // LOOKS))
    draw(bundle, str(tmp_path / "basin.tif"), tmp_path / "m")
    with RasterSource(str(tmp_path / "m" / "probability.tif")) as source:
        assert source.metadata["TRAINING_AREA"] == Place(kind).words


def test_a_map_in_another_crs_is_found_all_the_same():
    degrees = crs_wkt("EPSG:4326")
    assert place_of(TRAINED, at(-79.17, -4.10, 20, degrees, 0.0005)).kind == HOME
    assert place_of(TRAINED, at(-70.0, -4.10, 20, degrees, 0.0005)).kind == OTHER


@pytest.mark.parametrize("known", [None, {}, {"cell_size_m": 25.0}])
def test_a_model_that_keeps_no_extent_says_so(known):
    found = place_of(known, at(702000.0, 9548000.0))
    assert found.kind == UNKNOWN
    assert "does not say where it was trained" in found.words


@pytest.mark.parametrize(("west", "words"), [(700000.0, "lies in the area"), (100000.0, "of another area")])
def test_log_and_metadata_of_a_map_say_where_it_lies(tmp_path, west, words):
    on = grid(20, 10)
    bundle = random_bundle(2, soil=False)
    known = {"bounds": [west, 9549000.0, west + 900.0, 9550000.0], "crs_wkt": on.crs_wkt}
    bundle = replace(bundle, facts=replace(bundle.facts, grid=known))
    told = []
    say = Progress(info=told.append, warning=lambda line: told.append(f"! {line}"))
    draw(bundle, write_factors(tmp_path / "f.tif", on), tmp_path / "m", MapOptions(), say)
    assert sum(words in line for line in told) == 1
    assert any(line.startswith("! ") for line in told if words in line) == (west != 700000.0)
    with RasterSource(str(tmp_path / "m" / "probability.tif")) as source:
        assert words in source.metadata["TRAINING_AREA"]
