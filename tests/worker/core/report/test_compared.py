"""Models of other bundles in every table and curve, and what the page says of classes, doubt and colours."""

import copy

import numpy as np
import pytest

from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.report import page
from landslide_plugin.core.report.common import doubt
from landslide_plugin.core.report.common.compared import with_compared
from landslide_plugin.core.report.common.content import load_content
from landslide_plugin.core.report.common.palettes import colour_map, norm_of
from landslide_plugin.core.report.mechanics import physics
from landslide_plugin.core.report.result import glance, methods
from landslide_plugin.core.report.validation import confusion, curves, differences, gap, summary
from landslide_plugin.core.styles import rgb, style_table
from landslide_plugin.core.types.evidence import OWN
from landslide_plugin.core.worker.tasks import report as report_job
from tests.support.report_bundle import class_map, evidence, full_metrics
from tests.support.report_pages import full_job, saved

pytest.importorskip("matplotlib")

FOREST = "Random forest"


def compared_job(folder, key="forest", **row):
    """A job whose folder of models compared holds one that the bundle itself does not score."""
    own = evidence()
    spatial = copy.deepcopy(full_metrics()["models"]["logistic"]["spatial"])
    spatial.update(
        auroc_mean=0.6543, confusion={**spatial["confusion"], "true_positive": 26, "false_negative": 14}
    )
    told = {
        "key": "of_last_year",
        "family": "forest",
        "name": FOREST,
        "auroc": 0.6543,
        "scored_as": key,
        "scores": {"fit": {"auroc": 0.97}, "spatial": spatial, "random": None},
        "same_samples": True,
    }
    _, probability = class_map()
    changes = {
        "methods": [{**told, **row}],
        "models": {OWN: probability, "of_last_year": np.clip(probability + 0.07, 0, 1)},
        "samples": {**own.samples, f"held_out/{key}": own.samples["held_out/ensemble"]},
    }
    job = full_job(folder)
    return {**job, "evidence": saved(folder, evidence(**changes))}


def test_a_model_compared_stands_in_every_table_and_curve(tmp_path):
    content = load_content(compared_job(tmp_path))
    assert "forest" in content.model.scored()
    for build in (summary.build, gap.build, confusion.build, differences.build):
        assert FOREST.lower() in build(content).lower(), build.__module__
    assert "0.654" in summary.build(content)
    assert f"Network ensemble minus {FOREST.lower()}" in differences.build(content)
    assert "forest" in curves.with_curve(content)
    assert curves.most_telling(content, 2) == ["ensemble", "forest"]
    shown = methods.build(content)
    assert "Difference of every method" in shown
    assert shown.count("<figure") == 2


def test_a_model_of_more_repeats_is_paired_on_the_folds_that_both_have():
    def model(*folds):
        weights = [1.0 + fold for fold in range(len(folds))]
        return {"spatial": {"auroc_folds": list(folds), "fold_weights": weights}}

    def pair(own, other):
        found = {"models": {"stack": own}, "validation": {"folds": 3}}
        row = {"scored_as": "forest", "scores": other, "same_samples": True}
        return with_compared(found, [row], "stack")["paired"].get("stack_minus_forest")

    few, more = model(0.9, 0.8, 0.8), model(0.8, 0.75, 0.6, 0.1, 0.2, 0.3)
    mean = (1 * 0.1 + 2 * 0.05 + 3 * 0.2) / 6
    assert pair(few, more)["mean"] == pytest.approx(mean)
    assert pair(more, few)["mean"] == pytest.approx(-mean)
    assert pair(few, more)["folds"] == 3
    assert pair(few, model(0.8)) is None


def test_a_namesake_with_other_scores_is_told_apart_and_one_with_the_same_adds_nothing(tmp_path):
    (tmp_path / "other").mkdir()
    other = load_content(compared_job(tmp_path / "other", key="logistic@of_last_year"))
    assert "Logistic regression (of_last_year)" in summary.build(other)
    (tmp_path / "same").mkdir()
    same = load_content(compared_job(tmp_path / "same", key="logistic"))
    assert same.model.scored() == ["ensemble", "logistic"]
    assert "0.654" not in summary.build(same)


def test_models_on_other_samples_are_not_paired(tmp_path):
    content = load_content(compared_job(tmp_path, same_samples=False))
    assert FOREST.lower() not in differences.build(content)
    assert FOREST in summary.build(content)


def test_precision_in_the_area_follows_bayes_and_recall_does_not_change(tmp_path):
    scores = full_metrics()
    scores["samples"]["prevalence"] = 0.02
    content = load_content({**full_job(tmp_path), "metrics": scores})
    text = confusion.build(content)
    recall, false = 31 / 40, 11 / 40
    assert f"{0.02 * recall / (0.02 * recall + 0.98 * false):.4f}" in text
    assert f"{31 / 42:.3f}" in text
    assert f"{recall:.3f}" in text
    scores["samples"]["prevalence"] = None
    bare = load_content({**full_job(tmp_path), "metrics": scores})
    assert "is not told" in confusion.build(bare)


def test_the_roc_tells_the_mean_of_the_folds_and_the_pooled_area_apart_and_marks_the_threshold(tmp_path):
    content = load_content(full_job(tmp_path))
    mean = full_metrics()["models"]["ensemble"]["spatial"]["auroc_mean"]
    assert curves.auroc_words(content, "ensemble", 0.7654) == f"{mean:.3f} (0.765)"
    p, labels = content.samples["held_out_mapped"], content.samples["labels"] > 0
    false, true = curves.threshold_point(content)
    assert true == pytest.approx((p[labels] >= 0.5).mean())
    assert false == pytest.approx((p[~labels] >= 0.5).mean())
    with_p = {**content.samples, "held_out/constant": np.full(len(labels), 0.5, "f4")}
    job = {**full_job(tmp_path), "evidence": saved(tmp_path, evidence(samples=with_p))}
    job["metrics"]["models"]["constant"] = job["metrics"]["models"]["logistic"]
    assert "constant" not in curves.with_curve(load_content(job))


def test_the_page_opens_with_one_sentence_and_the_map(tmp_path):
    content = load_content(full_job(tmp_path))
    said = glance.verdict(content)
    assert said.count(".") - said.count("0.") == 1
    assert f"{100 * content.model.spatial_interval('ensemble')[0]:.0f} of 100 pairs" in said
    scores = {
        **full_metrics(),
        "standing": ["On unseen ground this model does not beat slope alone: -0.02 AUROC"],
    }
    assert glance.verdict(load_content({**full_job(tmp_path), "metrics": scores})).endswith(
        "; it does not beat slope alone."
    )
    place = {"kind": "other", "words": "The map is of another area than the training"}
    assert "nobody knows" in glance.verdict(load_content({**full_job(tmp_path), "place": place}))


def test_the_line_of_the_other_model_is_that_without_physics_where_it_is_kept(tmp_path):
    content = load_content(full_job(tmp_path))
    assert physics.other_model(content) == "logistic"
    fs, p = physics.medians(content, "ensemble")
    assert len(fs) == physics.GROUPS
    assert (np.diff(fs) > 0).all()
    assert np.isfinite(p).all()
    samples = {**content.samples, "held_out/unconstrained": content.samples["held_out/logistic"]}
    job = {**full_job(tmp_path), "evidence": saved(tmp_path, evidence(samples=samples))}
    assert physics.other_model(load_content(job)) == "unconstrained"
    assert "without physics" in physics.line_words(load_content(job))


@pytest.mark.parametrize("name", sorted(style_table()["ramps"]))
def test_colours_of_a_quantity_are_those_of_its_layer(name):
    ramp = style_table()["ramps"][name]
    stops = ramp["stops"]
    norm = norm_of(name, float(stops[0]["value"]), float(stops[-1]["value"]))
    before = 0.0
    for stop in stops:
        value = float(stop["value"])
        inside = (before + value) / 2 if ramp["discrete"] and value > before else value
        drawn = [round(255 * part) for part in colour_map(name)(norm(inside))[:3]]
        if not ramp["discrete"] or value > before:
            assert np.abs(np.subtract(drawn, rgb(stop["colour"]))).max() <= 3, (name, value)
        before = value


def test_a_tenth_of_the_cells_is_marked_and_no_cell_without_a_value():
    spread = np.random.default_rng(3).random((40, 50))
    spread[:5] = np.nan
    chosen = doubt.least_certain(spread)
    assert chosen.sum() == pytest.approx(0.1 * 35 * 50, abs=1)
    assert not chosen[:5].any()
    assert spread[chosen].min() > np.nanmax(np.where(chosen, np.nan, spread))


def test_figures_are_filed_and_can_be_saved_from_the_page(tmp_path, monkeypatch):
    chosen = [entry for entry in page.VALIDATION.entries if entry.anchor == "reliability"]
    monkeypatch.setattr(page, "CHAPTERS", (type(page.VALIDATION)("validation", "Validation", chosen),))
    job, folder = full_job(tmp_path), tmp_path / "files"
    folder.mkdir()
    (folder / "mine.txt").write_text("years of work")
    assert report_job.run({**job, "figures": str(folder), "downloads": True}, SILENT)["figures"] == 2
    assert (folder / "mine.txt").read_text() == "years of work"
    names = sorted(path.name for path in folder.iterdir() if path.suffix not in (".json", ".txt"))
    assert names == [f"{stem}.{kind}" for stem in ("glance", "reliability") for kind in ("pdf", "png", "svg")]
    png = (folder / "reliability.png").read_bytes()
    at = png.index(b"pHYs") + 4
    assert int.from_bytes(png[at : at + 4], "big") == 11811  # pixels a metre, 300 dpi
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert text.count(' download="') == 6
    for kind in ("image/png", "image/svg+xml", "application/pdf"):
        assert f'href="data:{kind};base64,' in text
