"""Depths of failure: agreement by layer, scores against observed depths, and silence without them."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, point_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.map_analysis.depth_chart import depth_chart
from landslide_plugin.core.workflows.map_analysis.failure_depth import (
    NOT_VALIDATED,
    DepthLayer,
    Score,
    compare_depths,
    observed_depths,
    rank_correlation,
)

GRID = Grid(4, 5, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
PHYSICAL = np.array([[0.4, 0.5, 0.6, 2.0, 3.0]] * 4, "f4")
MODEL = np.array([[0.25, 0.25, 0.25, 1.25, 1.25]] * 4, "f4")


def write(path, values, metadata=None):
    with RasterSink(str(path), GRID, [Band("depth", "m")], metadata=metadata) as sink:
        sink.write(0, 0, values)
    return DepthLayer(RasterSource(str(path)))


@pytest.fixture
def layers(tmp_path):
    physical = PHYSICAL.copy()
    physical[3, 0] = np.nan
    about = {"LAYER_BOTTOMS_M": "0.5 2 5", "CAVEAT": "a diagnostic"}
    return write(tmp_path / "f.tif", physical), write(tmp_path / "m.tif", MODEL, about)


def test_depths_agree_within_the_models_layer(layers, tmp_path):
    found = compare_depths(*layers, None, str(tmp_path / "a.tif"))
    with RasterSource(str(tmp_path / "a.tif")) as source:
        codes, about = np.nan_to_num(source.read(0)), source.metadata
    np.testing.assert_array_equal(codes[0], [1, 1, 2, 1, 2])
    assert codes[3, 0] == 0
    assert found.cells.tolist() == [11, 8, 0]
    assert about["VALIDATION"] == NOT_VALIDATED
    assert about["CAVEAT"] == "a diagnostic"


def test_observed_depths_score_both(layers, tmp_path):
    places = [GRID.centre_of(row, col) for row in range(2) for col in range(5)]
    depths = tuple(float(PHYSICAL[0, i % 5]) + 0.5 for i in range(10))
    landslides = FeatureSet(
        tuple(point_wkb(x, y) for x, y in places), GRID.crs_wkt, {"d": (*depths[:-1], None)}, "slides"
    )
    found = observed_depths(landslides, "d", *layers)
    score = found.scores["physics"]
    assert (score.count, score.rank_correlation) == (9, 1.0)
    assert score.bias_m == pytest.approx(-0.5)
    assert score.rmse_m == pytest.approx(0.5)
    error = [MODEL[0, i % 5] - depths[i] for i in range(9)]
    assert found.scores["model"].rmse_m == pytest.approx(np.sqrt(np.mean(np.square(error))))
    root = ET.fromstring(depth_chart(found))
    assert len(root.findall(".//{http://www.w3.org/2000/svg}circle")) == 18
    assert found.table().splitlines()[1] == "1,0.9,0.4,0.25"
    told = compare_depths(*layers, found, str(tmp_path / "a.tif")).validation()
    assert "RMSE 0.50 m" in told["VALIDATION_PHYSICS"]


def test_a_polygon_counts_once_and_few_landslides_give_no_score(layers):
    west, _, _, north = GRID.bounds
    slide = FeatureSet((box_wkb(west, north - 50, west + 60, north),), GRID.crs_wkt, {"d": ("1.5",)})
    found = observed_depths(slide, "d", layers[0], None)
    assert found.observed.tolist() == [1.5]
    assert len(found.physical) == 1
    assert np.isnan(found.scores["physics"].rmse_m)
    assert "too few" in found.scores["physics"].text()
    assert "model" not in found.scores


def test_ranks_are_shared_and_equal_scipys():
    stats = pytest.importorskip("scipy.stats")
    rng = np.random.default_rng(3)
    x, y = rng.integers(0, 6, (2, 40)).astype(float)
    assert rank_correlation(x, y) == pytest.approx(stats.spearmanr(x, y)[0])
    assert np.isnan(rank_correlation(np.ones(4), y[:4]))
    assert Score.of(np.ones(9), np.full(9, np.nan)).count == 0


def test_what_is_no_depth_is_refused(layers, tmp_path):
    place = FeatureSet((point_wkb(*GRID.centre_of(0, 0)),), GRID.crs_wkt, {"t": ("deep",), "n": (-2.0,)}, "s")
    for field, words in (("t", "holds no number"), ("n", "positive down"), ("x", "has no field x")):
        with pytest.raises(InputError, match=words):
            observed_depths(place, field, *layers)
    plain = write(tmp_path / "n.tif", MODEL)
    with pytest.raises(InputError, match="LAYER_BOTTOMS_M"):
        compare_depths(layers[0], plain, None, str(tmp_path / "a.tif"))
    with pytest.raises(InputError, match="needs the raster"):
        compare_depths(layers[0], None, None, str(tmp_path / "a.tif"))
    assert not list(tmp_path.glob("a.tif*"))


def test_depths_that_are_all_alike_have_no_rank_and_say_so():
    text = Score.of(np.arange(1.0, 9.0), np.full(8, 3.0)).text()
    assert text.endswith("all depths alike")
    assert "nan" not in text
