"""The page: self-contained, escaped, reproducible, and honest about what it shows."""

import copy
import re
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError, InputError
from landslide_plugin.core.evaluation import corrected_interval
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.report.common.content import MapFrame, load_content
from landslide_plugin.core.report.common.maps import draw_map, map_height, shade
from landslide_plugin.core.report.common.statements import absences, headline_verdict, limits, zoning_rows
from landslide_plugin.core.report.model_card import model_card
from landslide_plugin.core.samples import Encoder
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.worker.tasks import figures as figures_job
from landslide_plugin.core.worker.tasks import report as report_job
from landslide_plugin.core.writing.folders import MARKER
from tests.support.report_bundle import (
    GRID,
    class_map,
    metrics,
    record,
)
from tests.support.report_pages import FRAME, page_of

pytest.importorskip("matplotlib")


@pytest.fixture
def job(tmp_path):
    folder = tmp_path / "job"
    folder.mkdir()
    classes, probability = class_map()
    np.save(folder / "classes.npy", classes)
    np.save(folder / "probability.npy", probability)
    np.save(folder / "spread.npy", probability / 10)
    np.save(folder / "dem.npy", np.cumsum(np.ones(GRID.shape, "f4"), axis=0))
    np.save(folder / "inventory.npy", np.array([GRID.centre_of(5, 5), GRID.centre_of(20, 30)]))
    return {
        "folder": str(folder),
        "record": record(),
        "metrics": metrics(),
        "output": str(tmp_path / "report.html"),
        "title": "Valley <of> Ohio & Co",
        "cells": [240, 240, 240, 240, 231],
        "landslides": [1, 2, 3, 6, 12],
        "frame": FRAME,
    }


def test_the_page_needs_nothing_else_and_escapes_every_text(job):
    page = page_of(job)
    assert not re.search(r'(src|href)="(?!data:|#)', page)
    assert "http" not in re.sub(r"data:image/png;base64,[A-Za-z0-9+/=]+", "", page)
    assert "<script" not in page
    assert "&lt;script&gt;alert(" in page
    assert "<h1>Valley &lt;of&gt; Ohio &amp; Co</h1>" in page
    assert "&lt;b&gt;lithology&lt;/b&gt;" in page
    assert "slides &amp; scarps" in page
    assert page.count("<section") == page.count("</section>")
    assert set(re.findall(r'href="#(\w+)"', page)) == set(re.findall(r' id="(\w+)"', page))
    assert page.count('src="data:image/png;base64,') == page.count("<figcaption>") > 5


def test_same_inputs_same_bytes_and_nothing_left_beside(job, tmp_path):
    assert page_of(job) == page_of({**job, "output": str(tmp_path / "again.html")})
    assert not list(tmp_path.glob("*.part"))


def test_spatial_scores_of_model_and_logistic_stand_side_by_side_with_the_fit(job):
    page = page_of(job)
    cards = page[page.index('class="cards"') : page.index("<figure", page.index('class="cards"'))]
    scored = metrics()["models"]
    for key in ("ensemble", "logistic"):
        mean, low, high = corrected_interval(scored[key]["spatial"]["auroc_folds"], 0.2)
        assert f'<p class="big">{mean:.3f}</p>' in cards
        assert f"95 % interval {low:.3f} to {high:.3f}" in cards
    assert cards.count("fit 0.912") == 2
    assert cards.index("spatial cross-validation") < cards.index("fit 0.912")


def test_models_scored_on_fewer_folds_are_named_beside_the_scores_and_in_the_card(job):
    even, scores = metrics(), metrics()
    logistic = scores["models"]["logistic"]["spatial"]
    logistic["auroc_folds"] = [*logistic["auroc_folds"], *logistic["auroc_folds"]]
    words = "Scored on 5 folds: network ensemble; the others on 10."
    job["metrics"] = scores
    page, card = page_of(job), model_card(record(), scores)
    headline = page[page.index('class="cards"') : page.index("<figure", page.index('class="cards"'))]
    assert words in headline
    assert page.count(words) == 2  # the table of all methods says it too
    assert card.count(words) == 1
    assert "Scored on" not in model_card(record(), even)


@pytest.mark.parametrize(
    ("difference", "words"),
    [(0.01, "No difference"), (0.025, "is better"), (0.05, "suspicion"), (-0.05, "is worse")],
)
def test_the_verdict_follows_the_interval(difference, words):
    assert words in headline_verdict(metrics(difference))


def test_what_was_absent_is_said_and_what_was_given_is_not(job):
    def headings(scores=None, **changes):
        job.update(record=record(**changes), metrics=scores or metrics())
        return " | ".join(heading for heading, _ in absences(load_content(job)))

    bare = headings()
    for words in ("No soil profile", "No trigger scenarios", "No slope-stability prior", "No prevalence"):
        assert words in bare
    scores = metrics()
    scores["samples"]["prevalence"] = 0.02
    scores["reference_scenario"] = "T50"
    full = headings(
        scores=scores,
        profile={"layer_bottoms_m": [1.0], "properties": ["cohesion_kpa"]},
        scenarios={"return_periods_yr": [50.0], "columns": ["intensity_mm_h"], "values": [[40.0]]},
        prior={"kind": "pf"},
    )
    assert "Triggers are the same in every cell" in full
    for words in ("No soil profile", "No trigger scenarios", "No slope-stability prior", "No prevalence"):
        assert words not in full
    content = load_content(job)
    assert any("return period belongs to the rain alone" in text for text in limits(content))
    assert "given the T50 trigger" in page_of(job)


def test_dates_of_the_inventory_are_told_where_there_are_any(job):
    rain = {"return_periods_yr": [50.0], "columns": ["intensity_mm_h"], "values": [[40.0]]}
    told = {}
    for dated, period in ((True, "2005-10-08 to 2007-01-01"), (False, None)):
        job.update(record=record(scenarios=rain, dated=dated, zoning={"period": period}))
        content = load_content(job)
        told[dated] = (
            dict(zoning_rows(content.model, 25.0))["Period"],
            dict(absences(content))["Triggers are the same in every cell"],
        )
    assert told[True][0] == "2005-10-08 to 2007-01-01"
    assert "dated landslides" in told[True][1]
    assert told[False][0].startswith("not stated")
    assert "not learnt" in told[False][1]


def test_consistency_is_shown_where_there_is_any(job):
    assert 'id="consistency"' not in page_of(job)
    found = {"fs_rho": 0.437, "violation_rate": None, "falling_pairs_share": 0.0, "comparable_pairs": 10}
    page = page_of({**job, "metrics": {**metrics(), "consistency": found}})
    assert 'id="consistency"' in page
    assert "0.437" in page
    assert "other side of the threshold" not in page


def test_the_caption_of_violations_says_how_they_were_reckoned(job):
    def page(**figures):
        return page_of({**job, "metrics": {**metrics(), "consistency": {"violation_rate": 0.1, **figures}}})

    assert "other side of the threshold" in page()
    ranked = page(violation_by="matched ranks")
    assert "not among as many of the highest probability" in ranked
    assert "other side of the threshold" not in ranked


def test_missing_layers_are_left_out_and_said(job, tmp_path):
    before = page_of(job).count("<figcaption>")
    for name in ("probability", "spread", "dem", "inventory"):
        (tmp_path / "job" / f"{name}.npy").unlink()
    page = page_of({**job, "landslides": None})
    assert page.count("<figcaption>") == before - 3  # probability, spread, study area
    assert "cannot show where the members disagree" in page
    assert "Landslides are not counted by class" in page


def test_falling_density_is_warned_of_on_the_page_and_in_the_log(job):
    result = report_job.run({**job, "landslides": [12, 6, 3, 2, 1]}, SILENT)
    assert len(result["warnings"]) == 1
    page = Path(job["output"]).read_text(encoding="utf-8")
    assert 'class="warning">Landslide density does not rise' in page


def test_one_repeat_of_one_usable_fold_has_no_interval(job):
    scores = copy.deepcopy(metrics())
    scores["models"]["ensemble"]["spatial"]["auroc_folds"] = [0.7]
    assert "no interval from one fold" in page_of({**job, "metrics": scores})


def test_a_bundle_without_scores_and_an_unwritable_target_are_refused(job, tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        report_job.run({**job, "output": str(tmp_path / "nowhere" / "report.html")}, SILENT)
    with pytest.raises(BundleError, match="has no models"):
        report_job.run({**job, "metrics": {"validation": {}}}, SILENT)
    assert not (tmp_path / "report.html").exists()


def test_figures_are_png_files_and_a_model_without_linear_part_has_no_coefficients(tmp_path):
    job = {"record": record(), "metrics": metrics(), "figures": str(tmp_path / "new" / "figures")}
    assert len(figures_job.run(job, SILENT)["files"]) == 3
    encoder = Encoder.fit(np.array([[10.0], [30.0]], "f4"), (FactorSpec("slope", unit="deg"),))
    linear = record(encoder=encoder.to_dict(), linear={"factors": [0.7]})
    files = figures_job.run({**job, "record": linear}, SILENT)["files"]
    assert sorted(path.name for path in (tmp_path / "new" / "figures").iterdir()) == [
        MARKER,
        "coefficients.png",
        "fold_scores.png",
        "roc.png",
        "success_and_prediction_rate.png",
    ]
    for file in files:
        assert Path(file).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_figures_leave_what_lies_in_their_folder_and_refuse_what_is_in_their_way(tmp_path):
    job = {"record": record(), "metrics": metrics(), "figures": str(tmp_path)}
    for name in ("roc.svg", "roc.png.part", "map.png"):
        (tmp_path / name).write_text("years of work")
    for _ in range(2):
        figures_job.run(job, SILENT)
        texts = {(tmp_path / name).read_text() for name in ("roc.svg", "roc.png.part", "map.png")}
        assert texts == {"years of work"}
    (tmp_path / "coefficients.png").write_text("years of work")
    with pytest.raises(InputError, match="holds coefficients.png"):
        figures_job.run(job, SILENT)


def test_relief_is_bright_on_the_north_west_side():
    rows, cols = np.mgrid[:21, :21].astype(float) - 10
    cone = 200 - 25 * np.hypot(rows, cols)
    light = shade(cone.astype(np.float32), MapFrame(**{**FRAME, "east": 500525.0, "south": 9559475.0}))
    assert light[5, 5] > light[10, 4] > light[15, 15]
    assert light[5, 5] > light[15, 5] > light[15, 15]


@pytest.mark.parametrize(("rows", "cols"), [(60, 500), (500, 60), (90, 100), (3, 4)])
def test_coordinates_of_long_and_narrow_maps_do_not_run_together(rows, cols):
    from matplotlib.figure import Figure

    west, north = 2_600_000.0, 1_200_000.0
    frame = MapFrame(west, north - 12 * rows, west + 12 * cols, north, 1.0, "CRS", 12.0, rows, cols)
    figure = Figure((6.4, map_height(frame, 6.4, 0.2)), layout="constrained")
    axes = figure.add_subplot()
    draw_map(axes, np.ones((rows, cols, 4)), frame)
    figure.canvas.draw()
    for axis, side in ((axes.xaxis, 0), (axes.yaxis, 1)):
        low, high = axis.get_view_interval()
        places = zip(axis.get_majorticklocs(), axis.get_majorticklabels())
        boxes = [label.get_window_extent().get_points() for at, label in places if low <= at <= high]
        assert boxes
        ends = sorted((box[0, side], box[1, side]) for box in boxes)
        assert all(first[1] < second[0] for first, second in zip(ends, ends[1:]))


JUDGED = {
    "ranked": "probability",
    "auroc": 0.6789,
    "low": 0.61,
    "high": None,
    "against": "all other cells",
    "landslides": 24,
    "found_in_top_fifth": 0.42,
    "inside_training": 0.0,
    "unit": "landslides",
    "observed": [1, 2, 3, 6, 12],
    "cells": [240, 240, 240, 240, 231],
    "expected": [0.5, 1.5, 4.0, 8.0, 16.0],
    "blank": 0.0075,
    "notes": ["2 landslides lie outside the map"],
}


def test_what_a_model_does_not_beat_stands_before_its_scores(job):
    line = "On unseen ground this model is not shown to beat slope alone"
    page = page_of({**job, "metrics": {**metrics(), "standing": [line]}})
    places = [page.index(words) for words in ('id="scores"', line, 'class="cards"')]
    assert places == sorted(places)
    assert page.index('class="verdict"') < page.index('class="cards"')


def test_a_map_of_another_area_opens_with_its_own_score(job):
    scores = metrics()
    scores["samples"]["prevalence"] = 0.02
    place = {"kind": "other", "words": "The map is of another area than the training"}
    page = page_of({**job, "metrics": scores, "place": place, "judged": JUDGED})
    assert page.index("How the map does in this area") < page.index("in the area of its training")
    assert "0.679" in page
    assert "do not say how well this map does" in page
    assert "30.0 landslides expected" in page
    assert "24.0 found (0.80 found for one expected)" in page
    assert "0.8 % of the raster is blank" in page
    assert "include those the model was trained on" not in page


def test_without_an_inventory_nobody_knows_how_another_area_does(job):
    place = {"kind": "overlapping", "words": "30 % of the map lies in the area of the training"}
    page = page_of({**job, "place": place, "judged": None})
    assert "nobody knows how well the map does here" in page
    scores = metrics()
    scores["samples"].pop("prevalence", None)
    ranked = page_of({**job, "metrics": scores, "place": place, "judged": JUDGED})
    assert "no calibration can be told here" in ranked


def test_a_map_of_the_trainings_area_says_nothing_of_another(job):
    page = page_of({**job, "place": {"kind": "home", "words": "The map lies in the area of the training"}})
    assert "How the map does in this area" not in page
    assert "where it was not trained" in page


def test_a_figure_of_one_map_speaks_of_no_other(job):
    text = page_of(job)
    figure = text[text.index("Maps of spread") :]
    caption = figure[: figure.index("</figure>")]
    assert "Standard deviation of the members" in caption
    assert not re.search("left,|right,|agreement|class of the mean", caption, re.IGNORECASE)
