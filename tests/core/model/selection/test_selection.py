"""Forward selection: it finds what made the labels, leaves chance out, and its scores are those of unseen ground."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import Cancelled
from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.selection.forward import ForwardPath, forward
from landslide_plugin.core.model.selection.nested import SelectionPlan, select_factors
from landslide_plugin.core.model.selection.subset import SelectionModel, Split
from landslide_plugin.core.model.validation.held_out import HeldOut
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import probability_of

SETTINGS = TrainSettings.from_dict({"cv_folds": 4, "cv_repeats": 1})
LOGISTIC = SelectionModel("logistic")


def made_up(count=400, noise=3, seed=0):
    """Labels of two straight factors of unlike weight, beside factors of chance and one that never varies."""
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(count, 2 + noise + 1)).astype(np.float32)
    values[:, -1] = 7.0
    labels = (rng.random(count) < probability_of(1.2 * values[:, 1] - 2.4 * values[:, 0])).astype(np.int8)
    names = ("strong", "weak", *(f"chance{i}" for i in range(noise)), "constant")
    return TrainingData(
        tuple(FactorSpec(name) for name in names),
        Cells(values),
        labels,
        rng.uniform(0, 9000, (count, 2)),
        np.arange(count, dtype=np.int32),
    )


def selected(data, model=LOGISTIC, most=12, **more):
    settings = replace(SETTINGS, **more)
    partitions = spatial_partitions(data, settings)
    return select_factors(data, partitions, SelectionPlan(model, most), settings, SILENT)


@pytest.fixture(scope="module")
def found():
    return selected(made_up())


def test_what_made_the_labels_comes_in_first_and_is_kept_in_every_fold(found):
    assert found.names[:2] == ("strong", "weak")
    assert found.kept == 2
    assert found.shares["strong"] == found.shares["weak"] == 1.0
    assert max(found.shares[f"chance{i}"] for i in range(3)) <= 0.5
    assert found.shares["constant"] == 0.0
    assert len(found.counts) == 4


def test_each_step_gains_what_the_true_model_says(found):
    means = [found.interval(step, "auroc")[0] for step in found.steps]
    assert means[0] == pytest.approx(0.5)
    assert means[1] > 0.75
    assert means[2] > means[1] + 0.03
    assert abs(means[-1] - means[2]) < 0.02
    for score in ("auroc", "log_loss"):
        pair = found.difference(found.steps[2], found.steps[1], score)
        assert pair["mean"] > 0.02
        assert found.interval(found.steps[2], score)[1] < found.interval(found.steps[2], score)[2]
    constant = found.steps[-1].fold_scores
    with_all = found.everything.fold_scores
    assert [one["auroc"] for one in constant] == pytest.approx([one["auroc"] for one in with_all], abs=1e-6)


def test_no_interval_is_wider_than_its_score_can_be(found):
    none = np.zeros((1, 2))
    folds = tuple({"auroc": auroc, "log_loss": loss} for auroc, loss in ((0.99, 0.1), (0.55, 1.4)))
    told = HeldOut(none, none, folds)
    assert found.interval(told, "auroc") == (pytest.approx(0.77), 0.0, 1.0)
    mean, low, high = found.interval(told, "log_loss")
    assert (mean, low) == (pytest.approx(0.75), 0.0)
    assert high > 1.4


def test_a_factor_that_never_varies_changes_nothing():
    data = made_up()
    split = Split.of(data, np.arange(400) < 300, np.arange(400) >= 300)
    with_it = split.probability((0, len(data.specs) - 1), LOGISTIC)
    assert np.array_equal(with_it, split.probability((0,), LOGISTIC))
    share = split.probability((len(data.specs) - 1,), LOGISTIC)
    assert np.ptp(share) == 0
    assert share[0] == pytest.approx(data.labels[:300].mean())


def test_among_factors_of_chance_alone_the_score_stays_at_chance():
    """Folds that chose the factors call the best of twelve better than chance; ground that took no part does not."""
    nested, flattered = [], []
    for seed in range(5):
        data = made_up(120, noise=10, seed=seed)
        chance = replace(data, labels=np.random.default_rng(seed + 100).permutation(data.labels))
        found = selected(chance, most=2)
        nested.append([found.interval(found.steps[2], score)[0] for score in ("auroc", "log_loss")])
        part = spatial_partitions(chance, SETTINGS)[0]
        splits = [Split.of(chance, *part.split(fold)) for fold in part.usable]
        path = forward(splits, len(chance.specs), LOGISTIC, 2, check=lambda: None)
        flattered.append(path.losses @ path.weights)
    auroc, loss = np.mean(nested, axis=0)
    assert abs(auroc - 0.5) < 0.06
    assert loss > np.log(2)
    without, _, after_two = np.mean(flattered, axis=0)
    assert after_two < without - 0.01


def test_held_out_rows_do_not_choose():
    """What a fold says hangs on its training part alone: its own labels may be anything."""
    data = made_up(200)
    part = spatial_partitions(data, SETTINGS)[0]
    fold = part.usable[0]
    _, test = part.split(fold)
    turned = replace(data, labels=np.where(test, 1 - data.labels, data.labels).astype(np.int8))
    plan = SelectionPlan(LOGISTIC, 3)
    once, again = (
        select_factors(one, [replace(part, usable=(fold,))], plan, SETTINGS, SILENT) for one in (data, turned)
    )
    for before, after in zip(once.steps, again.steps):
        np.testing.assert_array_equal(before.probability, after.probability)
    assert once.counts == again.counts


def test_the_rule_keeps_the_fewest_within_one_standard_error():
    even = np.full(4, 0.25)
    losses = np.array([[0.7] * 4, [0.50, 0.54, 0.45, 0.50], [0.49, 0.49, 0.49, 0.49], [0.6] * 4])
    assert ForwardPath((0, 1, 2), losses, even).kept == 1
    sure = losses.copy()
    sure[1] = [0.50, 0.51, 0.50, 0.51]
    assert ForwardPath((0, 1, 2), sure, even).kept == 2
    assert ForwardPath((0,), np.array([[0.6] * 4, [0.7] * 4]), even).kept == 0


def test_a_cancelled_selection_stops():
    data, plan, asked = made_up(100), SelectionPlan(LOGISTIC, 3), Progress(is_cancelled=lambda: True)
    partitions = spatial_partitions(data, SETTINGS)
    with pytest.raises(Cancelled):
        select_factors(data, partitions, plan, SETTINGS, asked)


def test_curves_find_the_published_factors_among_chance():
    """The five factors of the RBSF points beside two of chance: of curves these never are kept in most folds."""
    with (Path(__file__).parents[3] / "data" / "rbsf_points.csv").open(newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    names = ("slope", "cplan", "cprof", "elev", "log10_carea")
    values = np.array([[float(row[name]) for name in names] for row in table], np.float32)
    chance = np.random.default_rng(0).normal(size=(len(values), 2)).astype(np.float32)
    data = TrainingData(
        tuple(FactorSpec(name) for name in (*names, "chance0", "chance1")),
        Cells(np.hstack([values, chance])),
        np.array([int(float(row["lslpts"])) for row in table], np.int8),
        np.array([[float(row["x"]), float(row["y"])] for row in table]),
        np.arange(len(table), dtype=np.int32),
    )
    found = selected(data, SelectionModel("additive"), most=4, cv_folds=3)
    assert {"elev", "cplan", "slope"} == set(found.names[:3])
    assert max(found.shares["chance0"], found.shares["chance1"]) <= 0.5
    assert found.interval(found.chosen, "auroc")[0] > 0.72
