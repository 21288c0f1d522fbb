"""Training: repeatable, blind to the fold held out, ordered by the trigger, and honest about its inputs."""

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("base_attentive")

from landslide_plugin.core.errors import Cancelled, InputError
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.model.archive.scores import RunScores
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.bundle.files import read_evaluation
from landslide_plugin.core.model.fitting import ensemble as ensemble_module
from landslide_plugin.core.model.fitting.ensemble import Workshop, check_forward, fit_ensemble
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.network.trainable import TrainableNetwork
from landslide_plugin.core.model.validation.cross_validation import cross_validate, spatial_partitions
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker import process
from landslide_plugin.core.worker.tasks.train import run
from tests.support.small_world import RAIN, quick, with_events, world, write_job


@pytest.fixture(scope="module")
def workshop():
    prepare_tensorflow()
    return Workshop()


def weights(ensemble):
    return [
        {name: values.tobytes() for name, values in member.weights.items()} for member in ensemble.members
    ]


def test_same_seed_same_bytes_and_another_seed_others(workshop):
    data, settings = world(extra=40), quick(architecture="plain")
    one = fit_ensemble(data, settings, 2, workshop, SILENT)
    again = fit_ensemble(data, settings, 2, Workshop(), SILENT)
    other = fit_ensemble(data, replace(settings, seed=7), 2, workshop, SILENT)
    assert weights(one) == weights(again)
    assert weights(one)[0] != weights(one)[1]
    assert weights(one)[0] != weights(other)[0]


def test_global_random_generators_are_left_alone(workshop):
    before = (random.getstate(), repr(np.random.get_state()))  # noqa: NPY002
    fit_ensemble(world(seed=3), quick(seed=99, epochs=1), 1, workshop, SILENT)
    assert (random.getstate(), repr(np.random.get_state())) == before  # noqa: NPY002


def test_a_fold_s_model_does_not_see_its_test_rows(workshop):
    data, settings = world(soil=False, rain=False, prior=False), quick()
    parts = spatial_partitions(data, settings)
    plain = cross_validate(data, settings, parts, workshop, SILENT).probability[0]
    inside = np.flatnonzero(parts[0].folds == parts[0].usable[0])
    changed = data.cells.static.copy()
    changed[inside[1:], 0] *= 50
    spoiled = replace(data, cells=replace(data.cells, static=changed))
    again = cross_validate(spoiled, settings, parts, workshop, SILENT).probability[0]
    assert again[inside[0]] == plain[inside[0]]
    assert (again[inside[1:]] != plain[inside[1:]]).any()
    order = np.arange(len(data.labels))
    order[inside] = inside[::-1]
    permuted = cross_validate(data.take(order), settings, parts, workshop, SILENT).probability[0]
    assert np.array_equal(permuted[inside], plain[inside[::-1]])


def test_numpy_and_keras_agree_on_a_trained_ensemble(workshop):
    data, settings = world(), quick(architecture="plain")
    checked = check_forward(fit_ensemble(data, settings, 1, workshop, SILENT), data, settings, workshop)
    assert 0 < checked.members[0].difference < 1e-5


@pytest.mark.parametrize("architecture", ["residual", "plain"])
def test_probability_rises_with_the_trigger(workshop, architecture):
    data = world(count=300)
    settings = quick(
        architecture=architecture, epochs=30, patience=30, learning_rate=5e-3, physics_lambda=1.0
    )
    ensemble = fit_ensemble(data, settings, 1, workshop, SILENT)
    p = ensemble.probability(data.cells.static, data.cells.profile, RAIN.values).mean(axis=0)
    assert (np.diff(p, axis=1) < -1e-3).mean() <= 0.01
    assert p[:, 2].mean() - p[:, 0].mean() > 0.1


def test_the_physics_term_draws_the_model_to_the_prior(workshop):
    data = world(count=300)
    free, bound = (
        fit_ensemble(data, quick(physics_lambda=weight), 1, workshop, SILENT) for weight in (0.0, 1.0)
    )
    errors = [
        np.abs(
            e.probability(data.cells.static, data.cells.profile, RAIN.values)[0] - data.cells.prior_pf
        ).mean()
        for e in (free, bound)
    ]
    assert errors[1] < 0.7 * errors[0]
    for ensemble, drawn in ((free, False), (bound, True)):
        member = ensemble.members[0]
        assert len(member.parts) == len(member.history) > 1
        data_part, physics = np.array([part[:2] for part in member.parts]).T
        # what both leave is the order of the triggers and the like, which is no gain
        assert (data_part + physics <= 1.001 * np.array(member.history)).all()
        assert (data_part > 0.5 * np.array(member.history)).all()
        assert (physics > 0.0).all() == drawn
        assert all(score is None or 0.0 <= score <= 1.0 for *_, score in member.parts)


def test_prevalence_shifts_the_odds_by_the_stated_ratio(workshop):
    data = world(soil=False, rain=False, prior=False)
    share = data.labels.mean()
    plain, shifted = (
        fit_ensemble(data, quick(prevalence=value), 1, workshop, SILENT) for value in (None, 0.02)
    )
    odds = [p / (1 - p) for p in (e.probability(data.cells.static, None, None) for e in (plain, shifted))]
    np.testing.assert_allclose(odds[1] / odds[0], 0.02 / 0.98 * (1 - share) / share, rtol=1e-3)


def test_balanced_class_weights_are_undone(workshop):
    data = world(count=400, soil=False, rain=False, prior=False)
    ensemble = fit_ensemble(data, quick(class_weight="balanced"), 1, workshop, SILENT)
    p = ensemble.probability(data.cells.static, None, None)
    assert p.mean() == pytest.approx(data.labels.mean(), abs=0.03)


@pytest.fixture(scope="module")
def built():
    """Networks that the whole training job built, one for each trace of a step."""
    return []


@pytest.fixture(scope="module")
def trained(tmp_path_factory, built):
    place = tmp_path_factory.mktemp("job")
    data = world(count=160, extra=60)
    job = {**write_job(place / "in", data, place / "bundle"), "families": ["ensemble", "logistic", "forest"]}
    said = []

    def build(*given, **named):
        built.append(TrainableNetwork(*given, **named))
        return built[-1]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ensemble_module, "TrainableNetwork", build)
        result = run(job, Progress(fraction=said.append))
    return data, job, result, said


def test_a_whole_training_job(trained):
    _, job, result, said = trained
    bundle = Path(job["bundle"])
    metrics = json.loads((bundle / "metrics.json").read_text())
    assert RunScores.from_dict(metrics).to_dict() == metrics
    references = {"slope_alone", "best_factor", "constant", "physics_alone"}
    fitted = {"ensemble", "network_base", "logistic", "logistic_with_pf", "forest_with_pf", "unconstrained"}
    assert set(metrics["models"]) == references | fitted | {"stack", "stack_without_network"}
    for name, model in metrics["models"].items():
        assert len(model["spatial"]["auroc_folds"]) == 3
        assert 0.5 < model["spatial"]["auroc_mean"] <= 1 or name == "constant"
    assert metrics["reference_scenario"] == "T50"
    assert metrics["consistency"]["comparable_pairs"] == 3
    assert 0.3 < metrics["consistency"]["fs_rho"] <= 1
    assert result["spatial_auroc"] == metrics["models"]["stack"]["spatial"]["auroc_mean"]
    assert "Stacked mean minus logistic regression" in result["verdict"]
    assert metrics["notes"][: len(result["standing"])] == result["standing"]
    assert said == sorted(said)
    assert said[-1] == 1.0
    text = (bundle / "bundle.json").read_text()
    assert str(bundle.parent) not in text
    assert "/home" not in text


def test_folds_final_model_and_the_twin_without_physics_share_one_trace(trained, built):
    _, job, _, _ = trained
    models = json.loads((Path(job["bundle"]) / "metrics.json").read_text())["models"]
    assert len(models["unconstrained"]["spatial"]["auroc_folds"]) == 3
    assert len(models["ensemble"]["spatial"]["auroc_folds"]) == 3
    assert len(built) == 1


def test_the_class_cuts_hold_the_shares_of_held_out_landslides(trained):
    _, job, _, _ = trained
    metrics = json.loads((Path(job["bundle"]) / "metrics.json").read_text())
    assert metrics["classes"]["cuts"] == sorted(metrics["classes"]["cuts"])
    assert metrics["classes"]["shares"] == pytest.approx([0.03, 0.07, 0.15, 0.25, 0.5])


def test_the_bundle_keeps_its_samples_and_their_held_out_probabilities(trained):
    data, job, _, _ = trained
    metrics = json.loads((Path(job["bundle"]) / "metrics.json").read_text())
    kept = read_evaluation(Path(job["bundle"]))
    np.testing.assert_array_equal(kept["static"], data.cells.static)
    np.testing.assert_array_equal(kept["xy"], data.xy)
    np.testing.assert_array_equal(kept["profile"], data.cells.profile)
    for name, model in metrics["models"].items():
        score, truth = kept[f"held_out/{name}"], kept["labels"]
        inside = [auroc(truth[kept["folds"] == f], score[kept["folds"] == f]) for f in range(3)]
        assert inside == pytest.approx(model["spatial"]["auroc_folds"], abs=1e-3)
        assert sum(model["spatial"]["confusion"].values()) == len(truth)
    called = kept["held_out_mapped"] >= metrics["threshold"]
    assert 0.5 < called[kept["labels"] > 0].mean() <= 1


def test_the_bundle_maps_scenarios_never_trained(trained):
    data, job, _, _ = trained
    bundle = load_bundle(job["bundle"])
    assert bundle.applicability is not None
    assert bundle.applicability.threshold > 0
    asked = np.array([[50.0], [65.0]])
    p = bundle.predict(data.cells.static, data.cells.profile, asked).mean()
    assert (p[:, 1] >= p[:, 0] - 1e-3).mean() > 0.99


def test_the_same_job_gives_the_same_files_in_a_process_that_is_kept(trained, tmp_path):
    _, job, _, _ = trained
    process._tidy()
    run({**job, "bundle": str(tmp_path / "again")}, SILENT)
    for name in ("weights.npz", "metrics.json", "evaluation.npz", "bundle.json"):
        assert (tmp_path / "again" / name).read_bytes() == (Path(job["bundle"]) / name).read_bytes()


def test_cancelling_leaves_nothing(trained, tmp_path):
    _, job, _, _ = trained
    asked = []

    def stop():
        asked.append(1)
        return len(asked) > 25

    with pytest.raises(Cancelled):
        run({**job, "bundle": str(tmp_path / "never")}, Progress(is_cancelled=stop))
    assert len(asked) == 26
    assert list(tmp_path.iterdir()) == []


def flat_prior(data):
    pf = np.full_like(data.cells.prior_pf, 0.2)
    return replace(data, cells=replace(data.cells, prior_pf=pf, prior_fs=None))


def capped_prior(data):
    return replace(data, cells=replace(data.cells, prior_fs=np.full_like(data.cells.prior_fs, 10.0)))


def reversed_prior(data):
    return replace(data, cells=replace(data.cells, prior_pf=1 - data.cells.prior_pf, prior_fs=None))


def one_class(data):
    return replace(data, labels=np.ones_like(data.labels))


def nine_landslides(data):
    keep = np.append(np.flatnonzero(data.labels == 1)[:9], np.flatnonzero(data.labels == 0))
    return data.take(keep)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (flat_prior, "hardly varies"),
        (capped_prior, "at or above the cap"),
        (reversed_prior, r"\(a = 0\)"),
        (one_class, "holds only landslides"),
        (nine_landslides, "9 landslides .* at least 10"),
    ],
)
def test_unusable_input_is_refused_with_the_reason(tmp_path, spoil, reason):
    job = write_job(tmp_path / "in", spoil(world()), tmp_path / "out")
    with pytest.raises(InputError, match=reason):
        run(job, SILENT)
    assert not (tmp_path / "out").exists()


def test_a_degenerate_prior_may_be_set_aside(tmp_path):
    warned = []
    data = flat_prior(world())
    data = with_events(data, np.where(data.labels == 1, 50.0, 10.0))
    job = write_job(tmp_path / "in", data, tmp_path / "out", degenerate_prior="ignore", epochs=1)
    run({**job, "families": ["logistic"]}, Progress(warning=warned.append))
    assert any("lambda is set to 0" in line for line in warned)
    facts = load_bundle(job["bundle"]).facts
    assert facts.prior is None
    assert facts.dated is True


def test_few_landslides_are_warned_of(tmp_path):
    data = world(soil=False, rain=False, prior=False)
    keep = np.append(np.flatnonzero(data.labels == 1)[:20], np.flatnonzero(data.labels == 0))
    warned = []
    job = write_job(tmp_path / "in", data.take(keep), tmp_path / "out", epochs=1, members=1)
    run({**job, "families": ["logistic"]}, Progress(warning=warned.append))
    assert any("Only 20 landslides" in line for line in warned)
