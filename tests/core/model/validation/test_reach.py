"""Scores by distance and by number of landslides, on samples whose answer is known."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.model.fitting.row_weights import row_weights
from landslide_plugin.core.model.validation.held_out import judged
from landslide_plugin.core.model.validation.hurtful_factors import hurtful_factors, told_of
from landslide_plugin.core.model.validation.leakage import without
from landslide_plugin.core.model.validation.partitions import Partition
from landslide_plugin.core.model.validation.reach.by_distance import (
    distance_figures,
    distance_words,
    error_by_distance,
)
from landslide_plugin.core.model.validation.reach.by_number import learning_curve
from landslide_plugin.core.model.validation.scorecard import fold_summary, fold_weights
from landslide_plugin.core.model.validation.votes import row_losses
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.factors import FactorSpec


def line(count=100):
    """A fold of samples 1, 2, ... 100 m from the one place that trains."""
    xy = np.column_stack([np.arange(count + 1.0), np.zeros(count + 1)])
    part = Partition(np.r_[0, np.ones(count, int)], (1,))
    labels = np.tile([1, 0], count)[: count + 1].astype(np.int8)
    data = TrainingData(
        (FactorSpec("slope"),),
        Cells(np.zeros((count + 1, 1), np.float32)),
        labels,
        xy,
        np.arange(count + 1, dtype=np.int32),
    )
    return data, part


def test_an_error_that_grows_with_distance_is_seen_where_it_grows():
    data, part = line()
    wrong = np.arange(101) > 60
    p = np.where(wrong, 1 - data.labels, data.labels).astype(float)
    p[0] = np.nan
    far = np.column_stack([np.full(4, -1.0) * [1, 20, 100, 101], np.zeros(4)])
    rows = distance_figures(replace(data, map_xy=far), part, p)
    assert [(row["from_m"], row["to_m"]) for row in rows[:-1]] == [
        (20.0 * i, 20.0 * i + 20) for i in range(5)
    ]
    assert [row["brier"] for row in rows] == [0.0, 0.0, 0.0, 1.0, 1.0, None]
    assert [row["auroc"] for row in rows] == [1.0, 1.0, 1.0, 0.0, 0.0, None]
    assert [row["samples"] for row in rows] == [20] * 5 + [0]
    assert [row["map_share"] for row in rows] == [0.5, 0.0, 0.0, 0.0, 0.25, 0.25]
    assert distance_words(rows)[0].startswith("25 % of the map lies farther from the samples (over 100 m)")


def test_without_places_of_the_map_no_share_is_told_and_without_held_out_ones_nothing():
    data, part = line()
    rows = distance_figures(data, part, np.full(101, 0.5))
    assert {row["map_share"] for row in rows} == {None}
    assert not distance_words(rows)
    assert error_by_distance(data.labels, np.full(101, np.nan), np.ones(101)) == []


def many(count=400, factors=12, seed=0):
    rng = np.random.default_rng(seed)
    static = rng.normal(size=(count, factors)).astype(np.float32)
    labels = (rng.random(count) < 1 / (1 + np.exp(-static[:, 0]))).astype(np.int8)
    specs = tuple(FactorSpec(f"f{i}") for i in range(factors))
    groups = np.arange(count, dtype=np.int32)
    return TrainingData(specs, Cells(static), labels, rng.uniform(0, 1e4, (count, 2)), groups)


def test_the_curve_ends_at_the_score_of_all_landslides_on_all_repeats_and_begins_lower():
    data = many()
    parts = [Partition(np.arange(400) // step % 4, (0, 1, 2, 3)) for step in (1, 100)]
    p = np.full((2, 400), np.nan)
    for repeat, part in enumerate(parts):
        for fold in part.usable:
            train, test = part.split(fold)
            p[repeat, test] = told_of(data.take(train), data.cells.static[test])
    rows = learning_curve(data, parts, seed=3, progress=SILENT)
    assert [row["share"] for row in rows] == [0.125, 0.25, 0.5, 1.0]
    assert rows[-1]["auroc"] == pytest.approx(fold_summary(judged(data.labels, parts, p))["auroc_mean"])
    slides = np.mean([(data.labels[part.folds != fold] > 0).sum() for part in parts for fold in part.usable])
    assert rows[-1]["landslides"] == pytest.approx(slides)
    assert rows[2]["landslides"] == pytest.approx(slides / 2, rel=0.1)
    assert rows[0]["auroc"] < rows[-1]["auroc"] - 0.03
    assert rows == learning_curve(data, parts, seed=3, progress=SILENT)


def test_what_a_factor_s_absence_gains_is_what_samples_without_it_say():
    data = many(300, factors=3)
    rock = np.random.default_rng(1).integers(1, 5, 300)
    rock[:3] = 9  # a code that the other folds never saw
    static = np.column_stack([data.cells.static, rock]).astype(np.float32)
    specs = (*data.specs, FactorSpec("rock", "categorical"))
    data = replace(data, specs=specs, cells=Cells(static))
    part = Partition(np.repeat(np.arange(3), 100), (0, 1, 2))

    def scores(some):
        p = np.full((1, 300), np.nan)
        for fold in part.usable:
            train, test = part.split(fold)
            p[0, test] = told_of(some.take(train), some.cells.static[test])
        return judged(data.labels, [part], p)

    whole = scores(data)
    assert np.isnan(whole.probability).sum() == 3
    rows, _ = hurtful_factors(data, [part], SILENT)
    gains = {row["factor"]: row["gain"] for row in rows}
    assert set(gains) == {spec.name for spec in specs}
    for name, gain in gains.items():
        alone = scores(without(data, [name]))
        assert np.isnan(alone.probability).sum() == (0 if name == "rock" else 3)
        both = zip(alone.fold_scores, whole.fold_scores)
        assert gain == pytest.approx(
            fold_weights(alone) @ [one["auroc"] - other["auroc"] for one, other in both]
        )


def test_shares_of_fewer_than_ten_landslides_have_no_row():
    data = many(80)
    rows = learning_curve(data, [Partition(np.arange(80) % 2, (0, 1))], seed=3, progress=SILENT)
    assert [row["share"] for row in rows][-1] == 1.0
    assert all(row["landslides"] >= 10 for row in rows)
    assert len(rows) < 4


def test_dated_rows_count_for_the_ground_that_they_were_drawn_from():
    data, part = line()
    sampled = np.where(data.labels > 0, 1.0, 0.01)
    p = np.where(np.arange(101) > 0, 0.02, np.nan)
    dated = replace(data, sampled=sampled)
    weights = np.where(data.labels > 0, 1.0, 100.0)[1:]
    (nearest, *_) = distance_figures(dated, part, p)
    losses, errors = row_losses(data.labels, p)[1:], (p - data.labels)[1:] ** 2
    assert nearest["log_loss"] == pytest.approx(np.average(losses[:20], weights=weights[:20]))
    assert nearest["brier"] == pytest.approx(np.average(errors[:20], weights=weights[:20]))
    (score,) = judged(data.labels, [part], p[None], weights=row_weights(dated)).fold_scores
    assert score["brier"] == pytest.approx(np.average(errors, weights=weights))
    assert score["log_loss"] == pytest.approx(np.average(losses, weights=weights))
