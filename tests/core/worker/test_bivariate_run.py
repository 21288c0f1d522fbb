"""A bivariate model is judged, stored and mapped by NumPy alone, in whichever process."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.model.bivariate.area_cells import AreaCells
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.bundle.files import read_files
from landslide_plugin.core.model.families.bivariate import BivariatePart
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.validation.fold_models import fit_models, voting_name
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.odds import log_odds, probability_of
from landslide_plugin.core.worker.tasks import train
from tests.support.small_world import quick, world, write_job

HEAVY = {"tensorflow", "keras", "sklearn", "base_attentive"}


@pytest.fixture(scope="module")
def data():
    return world(count=400, soil=False, rain=False, prior=False)


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    place = tmp_path_factory.mktemp("bivariate")
    job = write_job(place / "in", data, place / "model", cv_folds=4, prevalence=0.02, random_cv="yes")
    result = train.run({**job, "families": ["bivariate"]}, SILENT)
    return result, place / "model"


def test_nothing_heavy_is_loaded(trained):
    assert not HEAVY & set(sys.modules)


def test_the_bundle_is_one_like_any_other(trained, data):
    result, path = trained
    bundle = load_bundle(str(path))
    assert bundle.family == "bivariate"
    assert isinstance(bundle.ensemble.linear, BivariatePart)
    assert bundle.applicability is not None
    assert bundle.conformal is not None
    p = bundle.predict(data.cells.static, None, None).probability[0, :, 0]
    assert auroc(data.labels, p) == pytest.approx(result["fit_auroc"], abs=1e-6)
    share = np.average(
        bundle.calibration.apply(_own(bundle, data)) if bundle.calibration else _own(bundle, data)
    )
    odds = log_odds(np.array([0.02, data.labels.mean()]), guard=1e-9)
    assert bundle.ensemble.shift == pytest.approx(odds[0] - odds[1], abs=0.1)
    assert p.mean() < 0.1 < share


def test_held_out_the_mean_over_the_ground_is_its_landslide_share(trained, data):
    with np.load(trained[1] / "evaluation.npz") as kept:
        p, slid = kept["held_out_mapped"].astype(float), kept["labels"] > 0
    assert 0.02 * p[slid].mean() + 0.98 * p[~slid].mean() == pytest.approx(0.02, rel=1e-3)


def _own(bundle, data):
    return probability_of(bundle.ensemble.logits(data.cells.static, None, None)[0, :, 0].astype(float))


def test_it_is_judged_beside_logistic_regression_and_the_references(trained):
    _, path = trained
    _, _, scores = read_files(path)
    assert {"bivariate", "logistic", "slope_alone", "best_factor", "constant"} == set(scores["models"])
    assert scores["models"]["bivariate"]["spatial"]["auroc_mean"] > 0.6
    assert "bivariate_minus_logistic" in scores["paired"]
    assert scores["calibration"]["before"] is not None


def test_the_table_and_the_check_of_dependence_go_with_it(trained, data):
    _, path = trained
    _, _, scores = read_files(path)
    rows = scores["bivariate"]["table"]
    for name in ("slope", "lithology", "aspect"):
        own = [row for row in rows if row["factor"] == name]
        assert sum(row["landslides"] for row in own) == pytest.approx((data.labels > 0).sum())
        assert sum(row["area_share"] for row in own) == pytest.approx(1.0)
    p, ratio = _own(load_bundle(str(path)), data), scores["bivariate"]["expected_over_observed"]
    assert ratio == pytest.approx(p.sum() / data.labels.sum(), rel=1e-4)
    assert any(f"expect {ratio:.2f} times" in note for note in scores["notes"])


def test_what_held_out_rows_hold_does_not_change_the_classes(data):
    test = data.xy[:, 0] > 4500
    changed = data.cells.static.copy()
    changed[test, 0] = 1000.0
    spoiled = replace(data, cells=replace(data.cells, static=changed))
    parts = [
        fit_models(one.take(~test), quick(), ["bivariate"], 1, Workshop(), progress=SILENT)[
            "bivariate"
        ].linear
        for one in (data, spoiled)
    ]
    assert parts[0].to_dict() == parts[1].to_dict()


def test_ground_goes_where_its_nearest_sample_goes(data):
    rng = np.random.default_rng(0)
    places = rng.uniform(0, 9000, (2000, 2))
    static = data.cells.static[rng.integers(0, 400, 2000)]
    ground = AreaCells.beside(
        static, places, data.xy, weight=3.0, counter=lambda *_: pytest.fail("not for a part")
    )
    here = data.xy[:, 0] > 4500
    part = replace(data, ground=ground).take(here)
    nearest = ((places[:, None] - data.xy[None]) ** 2).sum(axis=2).argmin(axis=1)
    np.testing.assert_array_equal(part.ground.static, static[here[nearest]])
    found = fit_models(part, quick(), ["bivariate"], 1, Workshop(), progress=SILENT)["bivariate"].linear
    assert found.area == "cells"
    assert found.factors[0].densities.area.sum() == pytest.approx(3.0 * here[nearest].sum())


def test_evidence_that_votes_is_calibrated_first(data):
    twice = replace(
        data,
        specs=tuple(replace(spec, name=f"{spec.name} {i}") for i in range(3) for spec in data.specs),
        cells=replace(data.cells, static=np.hstack([data.cells.static] * 3)),
    )
    names = ("bivariate", voting_name("bivariate"))
    models = fit_models(twice, quick(), names, 1, Workshop(), progress=SILENT)
    raw, voting = (models[name].linear for name in names)
    assert raw.scale == 1.0
    assert voting.scale < 0.6  # evidence told three times counts once
    p = probability_of(models[names[1]].logits(twice.cells.static, None, None)[0, :, 0].astype(float))
    assert p.mean() == pytest.approx(data.labels.mean(), abs=0.03)
