"""Event models learn what rain does, find the ground's odds again, and answer from their bundle as they did."""

import json
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError, InputError
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.events.families import FAMILIES, NO_STEPS, base_logit
from landslide_plugin.core.model.events.held_out import Recipe, fit_all
from landslide_plugin.core.model.events.model import EventModel
from landslide_plugin.core.model.events.training import as_drawn, evidence_of, train_events, yearly
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.odds import log_odds
from landslide_plugin.core.types.profile import ProfileColumns
from landslide_plugin.core.worker.tasks.train_events import run
from tests.support.event_rows import job_of, made_rows, real_rows


def asked(model, samples):
    rows = samples.rows
    return model.probability(rows.static, rows.rain_mm, rows.day_of_year)


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """A model of every family that needs no network, trained on real rows, and where it lies."""
    folder = tmp_path_factory.mktemp("events")
    samples = real_rows()
    model = fit_all(samples, Recipe(FAMILIES, seed=3), SILENT)
    model.save(folder / "model", {"rows": len(samples)})
    return samples, model, folder / "model"


def test_a_bundle_answers_as_the_model_did_and_row_by_row(stored):
    samples, model, folder = stored
    loaded = EventModel.load(folder)
    p = asked(model, samples)
    # trees and perceptron are kept in single precision, as they were checked against scikit-learn
    assert np.abs(asked(loaded, samples) - p).max() < 1e-6
    alone = samples.take(np.array([17]))
    assert np.abs(asked(loaded, alone) - asked(loaded, samples)[17]).max() < 1e-12
    assert loaded.votes == model.votes
    assert loaded.rain == samples.rain
    assert [spec.name for spec in loaded.factors] == [spec.name for spec in samples.specs]
    assert loaded.uses_day_of_year
    assert loaded.relative
    assert len(loaded.identifier) == 12


def test_a_missing_value_gives_no_probability_and_an_unseen_class_neither(stored):
    samples, _, folder = stored
    model, some = EventModel.load(folder), samples.take(np.arange(4))
    static, rain = some.rows.static.copy(), some.rows.rain_mm.copy()
    static[0, 0], static[1, 4], rain[2, 7] = np.nan, 99.0, np.nan
    p = model.probability(static, rain, some.rows.day_of_year)
    assert np.isnan(p).tolist() == [True, True, True, False]
    base = model.probability_of_base(static, rain, some.rows.day_of_year)
    assert np.isnan(base).tolist() == [True, True, True, False]


def test_a_changed_bundle_and_one_of_another_kind_are_refused(stored, tmp_path):
    _, model, folder = stored
    with pytest.raises(BundleError, match="model of events"):
        load_bundle(str(folder))
    model.save(tmp_path / "model", {})
    path = tmp_path / "model" / "bundle.json"
    record = json.loads(path.read_text())
    record["votes"]["logistic"] = 9.0
    path.write_text(json.dumps(record))
    with pytest.raises(BundleError, match="changed after training"):
        EventModel.load(tmp_path / "model")
    replace(model, votes={"logistic": 4.0}).save(tmp_path / "few", {})
    with pytest.raises(BundleError, match="votes"):
        EventModel.load(tmp_path / "few")


@pytest.mark.parametrize("family", ["additive", "boosting"])
def test_stable_rows_drawn_at_another_share_give_the_same_probability(family):
    whole, _ = made_rows(storms=60, places=60, level=-2.5)
    rng = np.random.default_rng(4)
    drawn = (whole.labels > 0) | (rng.random(len(whole)) < 0.25)
    shares = np.where(whole.labels > 0, 1.0, 0.25)
    few = replace(whole.take(drawn), shares=shares[drawn])
    asked_at = made_rows(storms=20, places=40, seed=9)[0]
    recipe = Recipe((family,), season=False)
    all_rows, weighed = (asked(fit_all(each, recipe, SILENT), asked_at) for each in (whole, few))
    naive = asked(fit_all(replace(few, shares=None), recipe, SILENT), asked_at)
    assert weighed.mean() == pytest.approx(all_rows.mean(), rel=0.15)
    assert naive.mean() > 1.4 * all_rows.mean()


def test_counts_of_a_year_are_those_of_the_samples_as_they_were_drawn():
    whole, truth = made_rows(storms=60, places=60, level=-2.5)
    drawn = (whole.labels > 0) | (np.random.default_rng(4).random(len(whole)) < 0.25)
    few = replace(whole.take(drawn), shares=np.where(whole.labels > 0, 1.0, 0.25)[drawn])
    years = yearly(few, truth[drawn], evidence_of(few, truth[drawn]))
    found, expected = (sum(one[name] for one in years) for name in ("found", "expected"))
    assert found == few.labels.sum()
    assert expected == pytest.approx(found, rel=0.1)
    assert truth[drawn].sum() < 0.8 * found
    assert sum(one["inside"] for one in years) >= len(years) - 1
    assert np.array_equal(as_drawn(whole, truth), truth)


def test_probability_of_storms_never_seen_is_found_again():
    samples, _ = made_rows(storms=60, places=80, seed=1)
    model = fit_all(samples, Recipe(("logistic", "additive"), season=False), SILENT)
    unseen, truth = made_rows(storms=20, places=80, seed=2)
    found = asked(model, unseen)
    # how far log odds are from their truth where landslides are to be expected at all
    told = truth > 0.01
    assert np.sqrt(np.mean((log_odds(found, guard=1e-6) - log_odds(truth, guard=1e-6))[told] ** 2)) < 0.5
    assert found.sum() == pytest.approx(truth.sum(), rel=0.15)
    spoiled = replace(unseen, rows=replace(unseen.rows, rain_mm=unseen.rows.rain_mm[::-1].copy()))
    assert np.corrcoef(found, truth)[0, 1] > 0.97 > np.corrcoef(asked(model, spoiled), truth)[0, 1]


def test_training_leaves_gaps_out_and_scores_on_storms_it_has_not_seen(tmp_path):
    samples, _ = made_rows(storms=12, places=40)
    rain = samples.rows.rain_mm.copy()
    rain[7, 3] = np.nan
    said = []
    progress = replace(SILENT, warning=said.append)
    holed = replace(samples, rows=replace(samples.rows, rain_mm=rain))
    trained = train_events(holed, Recipe(("logistic", "additive")), 3, "platt", progress)
    assert trained.used.sum() == len(samples) - 1
    assert any("1 of 480 rows lack" in line for line in said)
    folds_of_storm = {
        storm: set(trained.folds[holed.take(trained.used).storms == storm].tolist())
        for storm in np.unique(holed.storms)
    }
    assert all(len(folds) == 1 for folds in folds_of_storm.values())
    scores = trained.metrics["models"]
    assert scores["stack"]["auroc"] > 0.6
    assert sum(trained.metrics["votes"].values()) == pytest.approx(10.0)


def test_one_storm_or_one_kind_is_refused():
    samples, _ = made_rows(storms=1, places=200, level=-0.5)
    with pytest.raises(InputError, match="one storm"):
        train_events(samples, Recipe(("logistic",)), 3, "none", SILENT)
    many, _ = made_rows(storms=5)
    with pytest.raises(InputError, match="0 landslides"):
        train_events(replace(many, labels=many.labels * 0), Recipe(("logistic",)), 3, "none", SILENT)


def test_the_task_stores_a_model_and_tells_of_each_sample(tmp_path):
    samples = real_rows()
    result = run(job_of(samples, tmp_path), SILENT)
    assert result["landslides"] == 87
    assert result["product"] == "Relative probability given this rain"
    told = result["held_out"]
    assert {len(values) for values in told.values()} == {len(samples)}
    model = EventModel.load(tmp_path / "model")
    assert set(model.votes) == {"logistic", "additive"}
    assert model.facts["verdict"] == result["verdict"]
    p = asked(model, samples)
    assert ((p > 0) & (p < 1)).all()


def test_the_soil_of_a_job_is_in_the_stored_model(tmp_path):
    samples, _ = made_rows(storms=12, places=60, level=-1.0)
    soil = np.random.default_rng(3).normal(size=(len(samples), 2, 1)).astype(np.float32)
    soil[4, 1] = np.nan
    labels = np.where(soil.mean(axis=1)[:, 0] > 0.5, 1, samples.labels).astype(np.int8)
    rows, columns = replace(samples.rows, profile=soil), ProfileColumns((0.5, 2.0), ("clay_percent",))
    result = run(job_of(replace(samples, rows=rows, labels=labels, soil=columns), tmp_path), SILENT)
    assert result["held_out"]["used"].count(False) == 1
    model = EventModel.load(tmp_path / "model")
    assert model.inputs.soil == columns
    some = rows.take(np.arange(4))
    soft, hard = (
        model.probability(some.static, some.rain_mm, some.day_of_year, np.full((4, 2, 1), value, "f4"))
        for value in (-1.0, 1.0)
    )
    assert (hard > 1.5 * soft).all()
    with pytest.raises(InputError, match="needs a soil profile"):
        model.probability(some.static, some.rain_mm, some.day_of_year)


@pytest.mark.parametrize("family", ["logistic", "additive"])
def test_what_is_summed_apart_is_the_whole_sum(stored, family):
    samples, model, _ = stored
    base, rows = model.bases[family], samples.rows
    whole = base.logit(model.inputs.transform(rows), model.inputs.soil_of(rows), NO_STEPS)[:, 0]
    assert np.abs(base_logit(base, model.inputs, rows) - whole).max() < 1e-9
