"""Thresholds: laws put in are found, storms stay whole, and the scores are those of a plain count."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.triggers.rain_events import rain_events
from landslide_plugin.core.triggers.thresholds import (
    event_duration,
    intensity_duration,
    line_band,
    quantile_line,
    storm_draws,
)
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.rain import RainSeries
from landslide_plugin.core.workflows.rain.storms import storm_folds, storms_by_day
from landslide_plugin.core.workflows.rain.threshold_page import events_csv, page_of, thresholds_csv
from landslide_plugin.core.workflows.rain.threshold_run import LabelFields, thresholds_of
from landslide_plugin.core.workflows.rain.thresholds import ThresholdSettings, find_thresholds, ranked_unseen

QUICK = ThresholdSettings(draws=20, folds=3)


def _series(rows: int = 240, seed: int = 4) -> tuple[RainSeries, np.ndarray, np.ndarray]:
    """Storms of different length; it slides where the mean intensity is above 8 D^-0.4, now and then below."""
    draw = np.random.default_rng(seed)
    rain, slid = np.zeros((rows, 72), "f4"), np.zeros(rows, bool)
    for row in range(rows):
        hours = int(draw.integers(1, 49))
        intensity = 8.0 * hours**-0.4 * np.exp(draw.normal(0.0, 0.6))
        rain[row, 72 - hours :] = intensity
        slid[row] = intensity > 8.0 * hours**-0.4 or draw.random() < 0.03
    days = np.datetime64("2018-01-01T12:00:00", "s") + np.timedelta64(6, "D") * (np.arange(rows) // 8)
    return RainSeries(days, 1.0, rain), slid, storms_by_day(days)


def test_a_share_of_the_points_lies_below_the_quantile_line() -> None:
    draw = np.random.default_rng(2)
    x = draw.uniform(0.0, 2.0, 400)
    y = 1.0 - 0.4 * x + draw.normal(0.0, 0.3, 400)
    for share in (0.05, 0.5, 0.9):
        low, slope = quantile_line(x, y, share)
        assert abs((y < low + slope * x - 1e-9).mean() - share) < 0.01
        assert slope == pytest.approx(-0.4, abs=0.1)


def test_the_normal_law_lowers_the_line_of_least_squares() -> None:
    draw = np.random.default_rng(3)
    hours = 10 ** draw.uniform(0.0, 2.0, 4000)
    depth = 10 ** (0.9 + 0.4 * np.log10(hours) + draw.normal(0.0, 0.2, 4000))
    line = event_duration(hours, depth, 0.05)
    assert line.exponent == pytest.approx(0.4, abs=0.02)
    assert np.log10(line.scale) == pytest.approx(0.9 - 1.6449 * 0.2, abs=0.02)
    assert (line.excess(hours, depth) < 0).mean() == pytest.approx(0.05, abs=0.01)
    assert line.excess(np.array([0.0]), np.array([0.0])).tolist() == [-np.inf]


@pytest.mark.parametrize(
    ("fit", "exponent", "laws", "draws"),
    [(intensity_duration, -0.39, 5, 30), (event_duration, 0.61, 60, 60)],
)
def test_bands_hold_the_law_of_caine_that_storms_share_a_part_of(fit, exponent, laws, draws) -> None:
    """60 storms of five landslides whose rain differs from the law by storm and by place; 5 % of them lie below."""
    limit, held = 14.82 * 10 ** (-1.6449 * np.hypot(0.2, 0.1)), []
    for seed in range(laws):
        draw = np.random.default_rng([seed, 1])
        x = np.clip(draw.uniform(0.0, 2.0, (60, 1)) + draw.normal(0.0, 0.15, (60, 5)), 0.0, 2.2)
        y = np.log10(14.82) - 0.39 * x + draw.normal(0.0, 0.1, (60, 1)) + draw.normal(0.0, 0.2, (60, 5))
        hours, value = 10 ** x.ravel(), 10 ** y.ravel()
        value = value if fit is intensity_duration else value * hours
        resamples = storm_draws(np.repeat(np.arange(60), 5), draws, seed)
        scale, power = line_band(fit, hours, value=value, share=0.05, resamples=resamples)
        held.append((scale[0] <= limit <= scale[1], power[0] <= exponent <= power[1]))
    assert np.mean(held, axis=0).min() >= 0.75 + 0.1 * (laws == 60)


def test_events_are_parted_by_the_gap_and_unknown_where_a_step_is_missing() -> None:
    rain = np.array(
        [[5, 0, 0, 1, 0, 1], [5, np.nan, 0, 1, 0, 1], [np.nan, 5, 0, 0, 1, 0], [0, 0, 0.1, 0, 0, 0.2]], "f4"
    )
    last = rain_events(rain, 1.0, dry_gap_h=2.0, wet_mm=0.2, which="last")
    assert last.depth_mm.tolist() == [2.0, 0.0, 1.0, 0.0]
    assert last.duration_h.tolist() == [3.0, 0.0, 1.0, 0.0]
    assert last.known.tolist() == [True, False, True, True]
    heaviest = rain_events(rain, 1.0, dry_gap_h=2.0, wet_mm=0.2)
    assert heaviest.depth_mm.tolist() == [5.0, 0.0, 0.0, 0.0]
    assert heaviest.known.tolist() == [True, False, False, True]
    assert heaviest.cut.tolist() == [True, False, False, False]
    with pytest.raises(InputError, match=r"DRY_GAP is 0\.5 h"):
        rain_events(rain, 1.0, dry_gap_h=0.5, wet_mm=0.2)


def test_days_near_each_other_are_one_storm_and_folds_keep_storms_whole() -> None:
    _, slid, storms = _series()
    assert len(np.unique(storms)) == 30
    folds = storm_folds(storms, slid, 5, 1)
    assert all(len(np.unique(folds[storms == one])) == 1 for one in np.unique(storms))
    counts = np.bincount(folds, slid)
    assert counts.max() - counts.min() <= 8
    assert not np.array_equal(folds, storm_folds(storms, slid, 5, 2))
    with pytest.raises(InputError, match="29 storms set off landslides, and 31 folds"):
        storm_folds(storms, slid, 31, 1)


def test_the_law_that_was_put_in_is_found_and_beats_sums() -> None:
    series, slid, storms = _series()
    run = find_thresholds(series, slid, storms, QUICK)
    line = run.thresholds[0]
    hours, intensity = run.events.duration_h[slid], run.events.intensity_mm_h[slid]
    assert line.exponent == pytest.approx(intensity_duration(hours, intensity, 0.05).exponent)
    assert line.exponent_band is not None
    assert line.exponent_band[0] < line.exponent < line.exponent_band[1]
    assert line.exponent == pytest.approx(-0.4, abs=0.1)
    scores = {score.key: score for score in run.scores}
    assert scores["intensity_duration"].auroc > max(
        score.auroc for key, score in scores.items() if key.startswith("rain_")
    )
    assert scores["intensity_duration"].hit_rate > 0.85
    assert scores["intensity_duration"].auroc_band[0] < scores["intensity_duration"].auroc
    assert "Storms left out whole" in page_of(run, "made")
    assert len(thresholds_csv(run).splitlines()) == 1 + len(run.scores)
    assert len(events_csv(run, [str(row) for row in range(240)]).splitlines()) == 241


def test_hits_are_counted_by_thresholds_of_the_other_storms() -> None:
    series, slid, storms = _series()
    run = find_thresholds(series, slid, storms, QUICK)
    score = {one.key: one for one in run.scores}["rain_total_mm"]
    folds, total = storm_folds(storms, slid, QUICK.folds, QUICK.seed), series.sums(72.0)
    above = np.zeros(len(slid), bool)
    for fold in range(QUICK.folds):
        limit = np.quantile(total[slid & (folds != fold)], QUICK.share)
        above |= (folds == fold) & (total >= limit)
    assert score.hit_rate == pytest.approx(above[slid].mean())
    assert score.false_alarm_rate == pytest.approx(above[~slid].mean())


def test_what_rows_are_ranked_by_is_scored_alike_and_knows_nothing_of_their_own_fold() -> None:
    series, slid, storms = _series()
    folds = storm_folds(storms, slid, QUICK.folds, QUICK.seed)
    ranks = ranked_unseen(series, slid, folds, QUICK)
    for score in find_thresholds(series, slid, storms, QUICK).scores:
        assert score.auroc == auroc(slid, ranks[score.key])
    held = folds == 1
    others = ranked_unseen(series, np.where(held, ~slid, slid), folds, QUICK)
    for key, values in ranks.items():
        np.testing.assert_array_equal(others[key][held], values[held])
    assert (others["intensity_duration"][~held] != ranks["intensity_duration"][~held]).any()
    rain = series.rain_mm.copy()
    rain[:10, 0] = np.nan
    with pytest.raises(InputError, match="10 of 240 rows have gaps"):
        ranked_unseen(RainSeries(series.ends, 1.0, rain), slid, folds, QUICK)


def test_labels_that_tell_nothing_score_as_chance() -> None:
    series, slid, storms = _series()
    shuffled = np.random.default_rng(8).permutation(slid)
    run = find_thresholds(series, shuffled, storms, QUICK)
    assert all(abs(score.auroc - 0.5) < 0.1 for score in run.scores)
    assert all(abs(score.skill) < 0.2 for score in run.scores)


def test_rows_with_gaps_are_left_out_of_all_criteria_and_told() -> None:
    series, slid, storms = _series()
    rain = series.rain_mm.copy()
    rain[:10, 0] = np.nan
    run = find_thresholds(RainSeries(series.ends, 1.0, rain), slid, storms, QUICK)
    assert run.rows.tolist() == list(range(10, 240))
    assert run.notes[0] == "10 of 240 samples have gaps in their rain and are left out"


def test_labels_are_met_by_id(tmp_path: Path) -> None:
    series, slid, _ = _series()
    names = ",".join(f"h{hour:03d}" for hour in range(72, 0, -1))
    lines = [f"id,{names}"] + [
        f"r{row}," + ",".join(f"{mm:.4g}" for mm in series.rain_mm[row]) for row in range(240)
    ]
    path = tmp_path / "series.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    order = np.random.default_rng(1).permutation(240)[:200]
    fields = {
        "id": tuple(f"r{row}" for row in order),
        "slid": tuple(int(slid[row]) for row in order),
        "day": tuple(str(series.ends[row]) for row in order),
    }
    features = FeatureSet((b"",) * 200, "", fields, "labels")
    run, ids = thresholds_of(str(path), features, LabelFields("slid", "id", "day"), QUICK)
    assert len(ids) == 200
    assert [bool(slid[int(one[1:])]) for one in ids] == run.landslide.tolist()
    with pytest.raises(
        InputError, match="200 samples have no time, which tells their storm; give STORM_FIELD"
    ):
        thresholds_of(str(path), features, LabelFields("slid", "id"), QUICK)
    with pytest.raises(InputError, match=r"No row of series\.csv has a label"):
        thresholds_of(str(path), features, LabelFields("slid"), QUICK)


def test_too_few_landslides_are_refused() -> None:
    series, _, storms = _series()
    few = np.zeros(240, bool)
    few[::30] = True
    with pytest.raises(
        InputError, match="8 landslides have an event of rain that is known; a threshold needs 10"
    ):
        find_thresholds(series, few, storms, QUICK)
    with pytest.raises(InputError, match="thresholds need landslides and stable samples"):
        find_thresholds(series, np.zeros(240, bool), storms, QUICK)


def test_rain_that_tells_nothing_is_refused_in_one_line() -> None:
    series, slid, storms = _series()
    rain = series.rain_mm
    at_end = np.zeros_like(rain)
    at_end[:, -1] = rain[:, -1]
    gaps = np.where(np.arange(72) == 5, np.nan, rain).astype("f4")
    for given, of_storms, said in (
        (rain * 0.0, storms, "^0 landslides have an event of rain that is known"),
        (np.where(slid[:, None], 0.0, rain).astype("f4"), storms, "^0 landslides have an event of rain"),
        (rain, storms * 0, "^1 storms set off landslides, and 3 folds leave whole storms out"),
        (at_end, storms, "^All events of rain last 1 h"),
        (gaps, storms, "^All 240 samples have gaps in their rain"),
    ):
        with pytest.raises(InputError, match=said) as refused:
            find_thresholds(RainSeries(series.ends, 1.0, given), slid, of_storms, QUICK)
        assert "\n" not in str(refused.value)
