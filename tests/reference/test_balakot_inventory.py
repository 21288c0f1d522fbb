"""A real polygon inventory with many polygons smaller than a cell, and some off the grid."""

import os
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.io.shapes import ShapesOnGrid
from landslide_plugin.core.io.vector import read_features, to_crs
from landslide_plugin.core.samples import SamplingRules, build_samples

SHARED = Path(os.environ.get("LANDSLIDE_SHARED", Path(__file__).parents[3] / "shared"))
AREA = SHARED / "data" / "study" / "balakot_south"
pytestmark = pytest.mark.skipif(not AREA.is_dir(), reason=f"{AREA} is not there; set LANDSLIDE_SHARED")


@pytest.fixture(scope="module")
def area():
    with RasterSource(str(AREA / "dem.tif")) as dem:
        grid, valid = dem.grid, np.isfinite(dem.read(0))
    return to_crs(read_features(str(AREA / "landslides.gpkg")), grid.crs_wkt), grid, valid


def test_a_third_of_the_polygons_hold_no_cell_centre_and_this_is_said(area):
    features, grid, valid = area
    found = build_samples(ShapesOnGrid(features, grid), valid, SamplingRules(polygon_rule="centre"))
    assert len(features) == 2642
    lost = next(note for note in found.notes if "hold no cell centre" in note)
    assert 0.25 < int(lost.split()[0]) / len(features) < 0.4
    assert "choose polygon rule all_touched or one_point" in lost


def test_one_point_a_polygon_keeps_every_polygon_on_the_grid(area):
    features, grid, valid = area
    found = build_samples(ShapesOnGrid(features, grid), valid, SamplingRules(polygon_rule="one_point"))
    text = " ".join(found.notes)
    shared = int(next(note for note in found.notes if "share a cell" in note).split()[0])
    assert "1 landslide polygons lie outside the grid (features 2438)" in text
    assert found.landslides + shared + 1 == len(features)


def test_random_absences_keep_away_from_all_landslides(area):
    features, grid, valid = area
    rules = SamplingRules(polygon_rule="one_point", buffer_m=100.0)
    found = build_samples(ShapesOnGrid(features, grid), valid, rules)
    slide, stable = found.xy[found.labels == 1], found.xy[found.labels == 0]
    nearest = min(np.hypot(*(slide - place).T).min() for place in stable)
    assert nearest >= 100.0
