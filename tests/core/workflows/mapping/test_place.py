"""A map says whether it lies where its model was trained."""

from dataclasses import replace

import pytest

from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping.place import HOME, OTHER, OVERLAPPING, UNKNOWN, place_of
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import draw, grid, write_factors
from tools.check.random_bundle import random_bundle

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


def test_the_blank_margin_of_the_training_s_own_rasters_does_not_count_and_unmapped_ground_does():
    rasters = [690000.0, 9530000.0, 720000.0, 9560000.0]
    masked = {**TRAINED, "known_bounds": TRAINED["bounds"], "raster_bounds": rasters}
    whole = at(690000.0, 9560000.0, 600)
    assert place_of(masked, whole) == place_of(masked, at(702000.0, 9548000.0))
    mapped_in_part = {**masked, "known_bounds": rasters}
    found = place_of(mapped_in_part, whole)
    assert found.kind == OVERLAPPING
    assert found.share == pytest.approx(1 / 9)
    assert place_of(masked, at(690000.0, 9570000.0, 600)).kind == OVERLAPPING
    assert place_of(masked, at(690000.0, 9539000.0, 100)).kind == OTHER


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
