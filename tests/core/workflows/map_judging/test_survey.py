"""Only surveyed ground and the landslides asked for judge a map, in scores as in classes."""

import json

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, to_crs
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.chosen_landslides import LandslideChoice, choose_landslides
from landslide_plugin.core.workflows.map_judging import survey as module
from landslide_plugin.core.workflows.map_judging.danger import DangerMap
from landslide_plugin.core.workflows.map_judging.judge import JudgeOptions, judge_map
from landslide_plugin.core.workflows.map_judging.page import as_json, page_text
from landslide_plugin.core.workflows.map_judging.survey import Survey
from tests.support.judged import CELLS, GRID, LABELS, WKT, P, points, write

WEST, NORTH = GRID.geotransform[0], GRID.geotransform[3]
LEFT_HALF = FeatureSet((box_wkb(WEST, NORTH - 60 * 25, WEST + 25 * 25, NORTH),), WKT, {}, "mapped")
COLS = np.arange(GRID.size) % GRID.cols


def judged(path, features, **options):
    with RasterSource(path) as source:
        return judge_map([DangerMap(source, 0, "high")], features, JudgeOptions(**options))


def boxes(sides, **fields):
    """Squares of so many metres a side, each round the middle of a cell of its own."""
    wkb = []
    for i, side in enumerate(sides):
        x, y = GRID.centre_of(5 + 4 * (i // 10), 3 + 4 * (i % 10))
        wkb.append(box_wkb(x - side / 2, y - side / 2, x + side / 2, y + side / 2))
    return FeatureSet(tuple(wkb), WKT, fields, "slides")


def test_scores_are_those_of_the_mapped_area(tmp_path, monkeypatch):
    path, inside = write(tmp_path / "p.tif", P), COLS < 25
    found = judged(path, points(CELLS), mapped_area=to_crs(LEFT_HALF, crs_wkt("EPSG:4326")))
    assert found.first.against.auroc == pytest.approx(auroc(LABELS[inside], P.ravel()[inside]), abs=1e-12)
    assert found.first.area.share == pytest.approx(LABELS[inside].mean())
    assert any("lie on ground that does not count" in note for note in found.notes)
    monkeypatch.setattr(module, "STRIP_CELLS", 130)
    again = judged(path, points(CELLS), mapped_area=LEFT_HALF)
    assert again.first.against.auroc == found.first.against.auroc


def test_landslides_of_other_triggers_are_neither_slid_nor_stable(tmp_path):
    triggers = np.where(np.arange(len(CELLS)) % 3 == 0, "earthquake", "rain")
    slides = points(CELLS)
    slides = FeatureSet(slides.wkb, WKT, {"trigger": tuple(triggers)}, "slides")
    choice = LandslideChoice("trigger", ("Rain",))
    found = judged(write(tmp_path / "p.tif", P), slides, choice=choice)
    kept = np.ones(GRID.size, bool)
    kept[CELLS[triggers == "earthquake"]] = False
    assert found.first.against.auroc == pytest.approx(auroc(LABELS[kept], P.ravel()[kept]), abs=1e-12)
    assert found.first.against.landslides == int((triggers == "rain").sum())
    assert found.first.against.stable == GRID.size - len(CELLS)
    every = judged(write(tmp_path / "p.tif", P), slides, choice=LandslideChoice("trigger"))
    assert any("mixes 2 triggers (earthquake, rain)" in note for note in every.notes)
    assert every.first.against.landslides == len(CELLS)


def test_landslides_below_the_smallest_that_was_mapped_are_left_out():
    slides = boxes([10.0, 19.9, 20.1, 40.0])
    for features in (slides, to_crs(slides, crs_wkt("EPSG:4326")), to_crs(slides, crs_wkt("EPSG:3857"))):
        chosen = choose_landslides(features, None, LandslideChoice(least_m2=400.0))
        assert chosen.keep.tolist() == [False, False, True, True]
        assert "2 landslides smaller than 400 m2 are left out" in chosen.notes[0]


def test_stable_places_are_kept_whatever_their_size_and_trigger():
    slides = boxes([10.0, 10.0, 40.0], slid=(0, 1, 1), trigger=(None, "rain", "rain"))
    chosen = choose_landslides(slides, "slid", LandslideChoice("trigger", ("rain",), 400.0))
    assert chosen.keep.tolist() == [True, False, True]
    assert chosen.triggers == ("rain",)


def test_choices_that_cannot_be_are_refused():
    with pytest.raises(InputError, match="set TRIGGER_FIELD"):
        LandslideChoice(triggers=("rain",))
    with pytest.raises(InputError, match="No landslide has trigger snow in field trigger; there are rain"):
        choose_landslides(boxes([40.0], trigger=("rain",)), None, LandslideChoice("trigger", ("snow",)))
    with pytest.raises(InputError, match="holds points, which have none"):
        choose_landslides(points(CELLS), None, LandslideChoice(least_m2=400.0))
    with pytest.raises(InputError, match="No landslide of slides is left"):
        choose_landslides(boxes([10.0]), None, LandslideChoice(least_m2=400.0))
    with pytest.raises(InputError, match="holds no polygons"):
        Survey(GRID, points(CELLS))


def test_precision_is_told_at_the_share_of_the_map(tmp_path):
    found = judged(write(tmp_path / "p.tif", P), points(CELLS))
    recall, precision = found.first.area.precision_curve()
    order = np.sort(P.ravel()[CELLS])[::-1]
    for value in (order[3], order[40], order[-1]):
        called = P.ravel() >= value
        place = int(np.searchsorted(recall, LABELS[called].sum() / len(CELLS) - 1e-9))
        assert precision[place] == pytest.approx(LABELS[called].mean())
    steps = np.diff(recall, prepend=0.0)
    assert (steps * precision).sum() == pytest.approx(found.first.area.average_precision)
    page = page_text(found, "no")
    assert f"Precision and recall, {100 * LABELS.mean():.3g} % landslide cells" in page
    assert f"average precision {found.first.area.average_precision:.3f}" in page
    stored = json.loads(as_json(found, "no"))["first"]["precision_curve"]
    assert stored["recall"][-1] == 1.0
    assert stored["precision"][-1] == pytest.approx(precision[-1], abs=1e-6)
