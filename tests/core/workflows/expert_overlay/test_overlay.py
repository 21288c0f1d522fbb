"""An expert's map: weights by Saaty's own examples, scores by hand, and a name that says what it is."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt, factor_band
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.expert_overlay.overlay import (
    METHODS,
    STANDING,
    Overlay,
    Scores,
    read_scores,
    together,
)
from landslide_plugin.core.workflows.expert_overlay.page import page_of
from landslide_plugin.core.workflows.expert_overlay.pairwise import compared, given_weights, read_weights
from tests.support.counted_reads import caches_of_reads, counted_reads

GRID = Grid(2, 3, (400000.0, 10.0, 0.0, 5000000.0, 0.0, -10.0), crs_wkt("EPSG:32632"))


def table(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_consistent_matrix_gives_the_weights_it_was_made_of():
    weights = np.array([0.5, 0.3, 0.15, 0.05])
    found = compared(tuple("abcd"), weights[:, None] / weights[None])
    np.testing.assert_allclose(found.values, weights, atol=1e-12)
    assert found.consistency_ratio == pytest.approx(0.0, abs=1e-9)


def test_the_consistency_ratio_of_three_factors_is_the_closed_form():
    # Of a 3 x 3 matrix the largest root is 1 + q + 1 / q with q = (a13 / (a12 a23)) ** (1 / 3).
    a, b, c = 3.0, 2.0, 4.0
    matrix = np.array([[1, a, c], [1 / a, 1, b], [1 / c, 1 / b, 1]])
    q = (c / (a * b)) ** (1 / 3)
    expected = ((1 + q + 1 / q) - 3) / 2 / 0.58
    found = compared(("x", "y", "z"), matrix)
    assert found.consistency_ratio == pytest.approx(expected, rel=1e-9)
    means = np.cbrt(matrix.prod(axis=1))
    np.testing.assert_allclose(found.values, means / means.sum(), atol=1e-12)  # exact for three rows


def test_half_a_matrix_is_enough_and_fractions_are_read(tmp_path):
    path = table(tmp_path / "m.csv", "factor,slope,rock,cover\nslope,1,3,\nrock,,,1/2\ncover,1/4,,1\n")
    found = read_weights(path)
    whole = np.array([[1, 3, 4], [1 / 3, 1, 1 / 2], [1 / 4, 2, 1]])
    np.testing.assert_allclose(found.values, compared(found.names, whole).values, atol=1e-12)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("factor,a,b\na,1,3\nb,3,1\n", "reciprocal"),
        ("factor,a,b\na,1,12\nb,,1\n", "allowed: 1/9 to 9"),
        ("factor,a,b\nb,1,2\na,,1\n", "same order"),
        ("factor,a,b\na,1,\nb,,1\n", "does not compare a with b"),
        ("factor,a,b\na,1,much\nb,,1\n", "where a number is needed"),
        ("factor,weight\na,-1\nb,2\n", "0 or more"),
    ],
)
def test_what_is_no_matrix_is_refused_by_name(tmp_path, text, words):
    with pytest.raises(InputError, match=words):
        read_weights(table(tmp_path / "m.csv", text))


def test_weights_and_scores_must_name_the_same_factors():
    with pytest.raises(InputError, match="no weight of rock; weights of cover"):
        given_weights({"slope": 1.0, "cover": 1.0}).of(["slope", "rock"])


def test_fuzzy_operators_stand_in_their_order():
    scores = np.random.default_rng(0).random((4, 200))
    weights = np.full(4, 0.25)
    found = {method: together(scores, weights, method) for method in METHODS}
    rising = ("fuzzy_product", "fuzzy_and", "weighted_sum", "fuzzy_or", "fuzzy_sum")
    for low, high in zip(rising, rising[1:]):
        assert (found[low] <= found[high] + 1e-12).all()
    np.testing.assert_allclose(together(scores, weights, "fuzzy_gamma", 0.0), found["fuzzy_product"])
    np.testing.assert_allclose(together(scores, weights, "fuzzy_gamma", 1.0), found["fuzzy_sum"])


@pytest.fixture
def factors(tmp_path):
    slope = np.array([[0, 10, 20], [30, 40, np.nan]], np.float32)
    rock = np.array([[1, 1, 2], [2, 9, 1]], np.float32)
    bands: list[Band] = [factor_band(FactorSpec("slope")), factor_band(FactorSpec("rock", "categorical"))]
    path = str(tmp_path / "f.tif")
    with RasterSink(path, GRID, bands) as sink:
        sink.write(0, 0, slope)
        sink.write(1, 0, rock)
    return path


def test_the_index_by_hand_and_what_has_no_score_has_no_index(factors, tmp_path):
    scores = read_scores(
        table(tmp_path / "s.csv", "factor,value,score\nslope,10,0\nslope,30,1\nrock,1,0.5\nrock,2,1\n")
    )
    overlay = Overlay(scores, given_weights({"rock": 1.0, "slope": 3.0}), "weighted_sum")
    target = str(tmp_path / "index.tif")
    with FactorSources([factors]) as sources:
        unscored = overlay.write(sources, target)
    expected = [[0.125, 0.125, 0.625], [1.0, np.nan, np.nan]]
    with RasterSource(target) as source:
        np.testing.assert_allclose(source.read(0), expected, atol=1e-6)
        assert source.metadata["STANDING"] == STANDING
        assert STANDING in source.bands[0].name
    assert unscored == {"rock": 1}
    page = page_of(overlay, unscored, None)
    assert "expert judgement, not validated" in page
    assert "No landslide stands behind this map" in page
    assert "rock: 1 cells" in page


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        (
            {"height": Scores(np.array([1.0]), np.array([1.0]))},
            "which no raster holds; there are slope, rock",
        ),
        ({"slope": Scores(np.array([30.0, 10.0]), np.array([1.0, 0.0]))}, "do not rise"),
    ],
)
def test_scores_that_fit_no_factor_leave_no_file(factors, tmp_path, scores, words):
    target = tmp_path / "index.tif"
    overlay = Overlay(scores, given_weights(dict.fromkeys(scores, 1.0)), "weighted_sum")
    with FactorSources([factors]) as sources, pytest.raises(InputError, match=words):
        overlay.write(sources, str(target))
    assert not target.exists()


def test_scores_outside_0_to_1_are_refused(tmp_path):
    with pytest.raises(InputError, match="allowed: 0 to 1"):
        read_scores(table(tmp_path / "s.csv", "factor,value,score\nslope,10,3\n"))


def test_factors_are_read_once_and_an_undeclared_mark_leaves_no_map(tmp_path, monkeypatch):
    path, target = str(tmp_path / "f.tif"), tmp_path / "index.tif"
    values = np.array([[0, 10, 20], [30, 40, 5]], np.float32)
    overlay = Overlay(
        {"slope": Scores(np.array([10.0, 30.0]), np.array([0.0, 1.0]))},
        given_weights({"slope": 1.0}),
        "fuzzy_or",
    )
    for mark in (5.0, -32768.0):
        values[1, 2] = mark
        with RasterSink(path, GRID, [factor_band(FactorSpec("slope"))]) as sink:
            sink.write(0, 0, values)
        with FactorSources([path]) as sources, monkeypatch.context() as patch:
            cells, held = counted_reads(patch, "f"), caches_of_reads(patch, "f")
            if mark > 0.0:
                overlay.write(sources, str(target))
                target.unlink()
            else:
                with pytest.raises(InputError, match="f holds -32768 in 1 cells, a usual mark of no-data"):
                    overlay.write(sources, str(target))
        assert sum(cells) == values.size
        assert max(held) <= 16 * 2**20 < gdal.GetCacheMax()
    assert not target.exists()
