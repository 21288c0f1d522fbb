"""Any map against an inventory: figures that are known, and refusals."""

import json
import re

import numpy as np
import pytest

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.evaluation.metrics import auroc, average_precision
from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.map_judging import judge
from landslide_plugin.core.workflows.map_judging.danger import DangerMap, dangerous_end
from landslide_plugin.core.workflows.map_judging.judge import JudgeOptions, judge_map
from landslide_plugin.core.workflows.map_judging.page import as_json, page_text
from tests.support.judged import CELLS, GRID, LABELS, RNG, WKT, P, points, write


def judged(paths, features, ends=("high", "high"), **options):
    sources = [RasterSource(path) for path in paths]
    try:
        maps = [DangerMap(source, 0, end) for source, end in zip(sources, ends)]
        return judge_map(maps, features, JudgeOptions(**options))
    finally:
        for source in sources:
            source.close()


def test_scores_are_those_of_all_cells(tmp_path, monkeypatch):
    monkeypatch.setattr(judge, "STRIP_CELLS", 170)
    found = judged([write(tmp_path / "p.tif", P)], points(CELLS))
    assert found.first.against.auroc == pytest.approx(auroc(LABELS, P.ravel()), abs=1e-12)
    assert found.first.against.average_precision == pytest.approx(
        average_precision(LABELS, P.ravel()), abs=1e-12
    )
    low, high = found.first.interval
    assert 0.5 < low < found.first.against.auroc < high < 1.0
    assert found.block_cells == (6, 6)


def test_a_low_end_turns_the_map(tmp_path):
    one = judged([write(tmp_path / "p.tif", P)], points(CELLS))
    other = judged([write(tmp_path / "q.tif", 2.0 - P)], points(CELLS), ends=("low",))
    assert other.first.against.auroc == pytest.approx(one.first.against.auroc, abs=1e-4)
    assert other.first.cut.value == pytest.approx(2.0 - one.first.cut.value, abs=1e-5)
    assert judged([write(tmp_path / "p.tif", P)], points(CELLS), ends=("low",)).first.against.auroc < 0.5


def test_stable_places_of_the_inventory_are_what_is_ranked_against(tmp_path):
    stable = np.setdiff1d(np.arange(0, GRID.size, 9), CELLS)
    features = points([*CELLS, *stable], labels=[1] * len(CELLS) + [0] * len(stable))
    found = judged([write(tmp_path / "p.tif", P)], features, label_field="slid")
    truth, score = np.repeat([1, 0], [len(CELLS), len(stable)]), P.ravel()[np.append(CELLS, stable)]
    assert found.given_stable
    assert found.first.against.auroc == pytest.approx(auroc(truth, score), abs=1e-12)
    assert found.first.area.stable == GRID.size - len(CELLS)
    whole = average_precision(LABELS, P.ravel())
    assert json.loads(as_json(found, "no"))["first"]["average_precision_of_area"] == pytest.approx(
        whole, abs=1e-12
    )
    assert f'<td class="n">{whole:.4f}</td>' in page_text(found, "no")


def test_cells_without_a_value_are_neither_safe_nor_found(tmp_path):
    holes = P.copy()
    holes[:20] = np.nan
    found = judged([write(tmp_path / "p.tif", holes)], points(CELLS))
    known = np.isfinite(holes.ravel())
    assert found.first.against.auroc == pytest.approx(auroc(LABELS[known], P.ravel()[known]), abs=1e-12)
    assert any(f"{(~known & LABELS).sum()} of {len(CELLS)} landslide cells" in note for note in found.notes)
    with pytest.raises(InputError, match="no landslide on a cell with a value"):
        judged([write(tmp_path / "n.tif", np.full_like(P, np.nan))], points(CELLS))


def test_a_landslide_lies_in_one_block_whole(tmp_path):
    """Ten polygons over many blocks: as many blocks hold landslides as there are landslides at most."""
    boxes = [
        box_wkb(700000.0 + 50, 9550000.0 - 25 * r - 75, 700000.0 + 1200, 9550000.0 - 25 * r)
        for r in range(0, 60, 6)
    ]
    found = judged([write(tmp_path / "p.tif", P)], FeatureSet(tuple(boxes), WKT, {}, "slides"), block_m=100)
    assert found.landslides == 10
    assert found.first.draws.blocks == 10
    assert found.first.against.landslides == 10 * 3 * 46


def test_a_landslide_smaller_than_a_cell_counts_with_one(tmp_path):
    corners = [(700000.0 + 25 * c + 2, 9550000.0 - 25 * r - 2) for r, c in ((3, 4), (3, 5), (40, 7))]
    tiny = [box_wkb(x, y - 5, x + 5, y) for x, y in corners]
    beside = box_wkb(600000.0, 9549000.0, 600005.0, 9549005.0)
    large = box_wkb(700250.0, 9549000.0, 700350.0, 9549100.0)
    found = judged([write(tmp_path / "p.tif", P)], FeatureSet((*tiny, beside, large), WKT, {}, "slides"))
    assert found.first.against.landslides == 3 + 16
    assert found.landslides == 3
    assert any("3 landslide polygons hold no cell's centre" in note for note in found.notes)
    assert any("1 landslide polygons lie outside the grid" in note for note in found.notes)


def test_two_maps_alike_agree_and_differ_by_nothing(tmp_path):
    path = write(tmp_path / "p.tif", P)
    found = judged([path, path], points(CELLS)).agreement
    assert (found.difference, found.low, found.high) == (0.0, 0.0, 0.0)
    assert found.correlation == pytest.approx(1.0)
    assert found.first_only == found.second_only == 0.0
    assert found.verdict == "no difference shown"


def test_a_map_of_nothing_is_worse_than_one_of_something(tmp_path):
    paths = [write(tmp_path / "p.tif", P), write(tmp_path / "q.tif", RNG.uniform(size=GRID.shape))]
    found = judged(paths, points(CELLS)).agreement
    assert found.verdict == "better"
    assert found.both + found.first_only + found.second_only + found.neither == pytest.approx(1.0)
    assert judged(paths[::-1], points(CELLS)).agreement.verdict == "worse"


@pytest.mark.parametrize(
    ("metadata", "band", "end"),
    [
        ({"QUANTITY": "factor of safety", "FS_CAP": "10"}, {}, "low"),
        ({"FS_CAP": "10"}, {}, "low"),
        ({}, {"QUANTITY": "probability of failure"}, "high"),
        ({}, {"QUANTITY": "Landslide susceptibility given the T-year rain"}, "high"),
        ({}, {"QUANTITY": "class"}, "high"),
        ({"QUANTITY": "expert index"}, {}, "high"),
        ({}, {"QUANTITY": "reliability index"}, "low"),
        ({}, {"QUANTITY": "Shortest T at which P given the T-year rain reaches 0.5"}, "low"),
    ],
)
def test_the_quantity_tells_which_end_is_dangerous(metadata, band, end, tmp_path):
    with RasterSource(write(tmp_path / "p.tif", P, metadata, band)) as source:
        assert dangerous_end(source, 0, "auto", "DANGER") == end


@pytest.mark.parametrize(
    "said",
    [{}, *({"QUANTITY": what} for what in ("slope", "critical depth", "class of safety, 5 is safest"))],
)
def test_any_other_map_is_refused_until_its_end_is_given(said, tmp_path):
    with RasterSource(write(tmp_path / "p.tif", P, said)) as source:
        with pytest.raises(InputError, match="DANGER is auto"):
            dangerous_end(source, 0, "auto", "DANGER")
        assert dangerous_end(source, 0, "low", "DANGER") == "low"


def test_flat_ground_of_an_old_factor_of_safety_is_not_safe_ground(tmp_path):
    fs = 2.0 - P
    fs[:10] = 10.0
    path = write(tmp_path / "fs.tif", fs, {"QUANTITY": "factor of safety", "FS_CAP": "10"})
    found = judged([path], points(CELLS), ends=("low",))
    assert found.first.against.landslides + found.first.against.stable == GRID.size - 10 * GRID.cols


def test_classes_are_those_of_the_raster_or_of_limits_given(tmp_path):
    cuts = {"CLASS_CUTS": "(0.2, 0.4, 0.6, 0.8)"}
    found = judged([write(tmp_path / "p.tif", P, cuts)], points(CELLS)).first
    assert [row.name for row in found.density.rows] == ["Very low", "Low", "Moderate", "High", "Very high"]
    place = np.digitize(P.ravel(), (0.2, 0.4, 0.6, 0.8))
    assert [row.area for row in found.density.rows] == pytest.approx(np.bincount(place) / GRID.size)
    assert [row.landslides for row in found.density.rows] == pytest.approx(
        np.bincount(place[LABELS]) / LABELS.sum()
    )
    codes = write(tmp_path / "c.tif", (place + 1).reshape(GRID.shape), byte=True)
    by_code = judged([codes], points(CELLS)).first
    assert [row.area for row in by_code.density.rows] == [row.area for row in found.density.rows]
    given = judged([write(tmp_path / "q.tif", 1 - P)], points(CELLS), ends=("low",), limits=(0.5,)).first
    assert [row.name for row in given.density.rows] == ["0.5 and above", "below 0.5"]
    assert given.density.falls == ()
    assert "not comparable" in judged([write(tmp_path / "r.tif", P)], points(CELLS)).first.classes


def test_what_cannot_be_judged_is_refused(tmp_path, monkeypatch):
    path = write(tmp_path / "p.tif", P)
    with pytest.raises(InputError, match="is empty"):
        judged([path], points([]))
    with pytest.raises(InputError, match="marks no feature as a landslide"):
        judged([path], points(CELLS, labels=[0] * len(CELLS)), label_field="slid")
    monkeypatch.setattr(judge, "MOST_BLOCKS", 100)
    with pytest.raises(InputError, match="120 blocks; allowed: at most 100"):
        judged([path], points(CELLS), block_m=125)
    with pytest.raises(GridMismatch):
        judged([path, write(tmp_path / "s.tif", P[:9], grid=GRID.window(0, 9))], points(CELLS))
    degrees = Grid(60, 50, (-79.0, 0.001, 0.0, -4.0, 0.0, -0.001), crs_wkt("EPSG:4326"))
    flat = write(tmp_path / "d.tif", P, grid=degrees)
    assert judged([flat], points(CELLS, degrees)).first.against.auroc > 0.5
    with pytest.raises(InputError, match="BLOCK_SIZE is in metres"):
        judged([flat], points(CELLS, degrees), block_m=500)


def test_the_page_tells_the_figures_and_hides_no_markup(tmp_path):
    found = judged([write(tmp_path / "a<b.tif", P), write(tmp_path / "q.tif", 1 - P)], points(CELLS))
    page = page_text(found, "no")
    assert f"{found.first.against.auroc:.3f}" in page
    assert "Prediction rate" in page
    assert "a<b" not in page
    assert "a&lt;b" in page
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page)
    assert "Success rate" in page_text(found, "yes")
    stored = json.loads(as_json(found, "no"))
    assert stored["first"]["auroc"] == found.first.against.auroc
    assert stored["agreement"]["verdict"] == "better"


def test_a_cut_too_small_to_be_told_is_written_as_less(tmp_path):
    """Nearly all values lie under what the draws tell apart, so that the best cut does."""
    told = {"QUANTITY": "probability of failure", "RESOLVED_TO": "0.001"}
    tiny = np.where(LABELS.reshape(GRID.shape), 0.0008, 0.0001).astype("f4")
    found = judged([write(tmp_path / "p.tif", tiny, told)], points(CELLS))
    assert found.first.cut.value < 0.001
    page = page_text(found, "no")
    assert "at or above &lt; 0.001 dangerous" in page
    plain = judged([write(tmp_path / "q.tif", tiny, {"QUANTITY": "probability of failure"})], points(CELLS))
    assert "&lt; 0.001" not in page_text(plain, "no")
