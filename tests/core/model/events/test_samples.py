"""Storms, sampling and sums: what rows of events mean before anything is learnt."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError, InputError
from landslide_plugin.core.model.events.inputs import EventInputs
from landslide_plugin.core.model.events.judging import gain
from landslide_plugin.core.model.events.samples import EventRows, sampling_offsets, storms_of_days
from landslide_plugin.core.model.events.tower import RainForm
from landslide_plugin.core.types.rain import RainColumns
from tests.support.event_rows import SPECS, made_rows, real_rows


def test_a_storm_is_the_same_whatever_the_order_of_its_rows():
    days = np.array(["2020-09-05", "2020-08-30", "2020-09-03", "2020-09-09", "2020-09-01"], "M8[D]")
    storms = storms_of_days(days)
    assert storms.tolist() == [0, 0, 0, 1, 0]
    order = np.argsort(days)
    assert storms_of_days(days[order]).tolist() == storms[order].tolist()


def test_a_row_without_a_day_has_no_storm_and_is_not_used():
    samples = real_rows()
    days = samples.days.copy()
    days[3] = np.datetime64("NaT")
    assert storms_of_days(days)[3] == -1
    assert not replace(samples, days=days).usable()[3]


@pytest.mark.parametrize("where", ["static", "rain"])
def test_a_gap_makes_a_row_unusable_and_its_inputs_no_number(where):
    samples = real_rows()
    static, rain = samples.rows.static.copy(), samples.rows.rain_mm.copy()
    (static if where == "static" else rain)[5, 2] = np.nan
    rows = EventRows(static, rain, samples.rows.day_of_year)
    usable = replace(samples, rows=rows).usable()
    assert not usable[5]
    assert usable.sum() == len(samples) - 1
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain)
    found = inputs.transform(rows)
    assert np.isnan(found[5]).all()
    assert np.isfinite(np.delete(found, 5, axis=0)).all()


def test_inputs_are_factors_sums_and_season_and_come_back_from_plain_values():
    samples = real_rows()
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain)
    assert [spec.name for spec in inputs.factors] == [spec.name for spec in SPECS]
    names = inputs.encoder.columns
    assert {"rain_total_mm", "rain_largest_24h_mm", "day_of_year sin", "day_of_year cos"} <= set(names)
    total = np.log1p(samples.rows.rain_mm.sum(axis=1, dtype=np.float64))
    column = inputs.transform(samples.rows)[:, names.index("rain_total_mm")]
    assert np.allclose(column, (total - total.mean()) / total.std(), atol=1e-5)
    again = EventInputs.from_dict(inputs.to_dict())
    assert np.array_equal(again.transform(samples.rows), inputs.transform(samples.rows))
    spoiled = {**inputs.to_dict(), "rain": RainColumns(24.0, 5).to_dict()}
    with pytest.raises(BundleError):
        EventInputs.from_dict(spoiled)


def test_december_meets_january():
    samples = real_rows()
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain)
    ends = EventRows(
        samples.rows.static[:2] * 0 + samples.rows.static[:1],
        samples.rows.rain_mm[[0, 0]],
        np.array([1.0, 366.0]),
    )
    first, last = inputs.transform(ends)
    assert np.allclose(first, last, atol=0.02)


def test_rain_of_other_steps_is_refused_by_number_of_steps():
    samples = real_rows()
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain)
    with pytest.raises(InputError, match="20 steps of 6 h"):
        inputs.transform(
            EventRows(samples.rows.static, samples.rows.rain_mm[:, 1:], samples.rows.day_of_year)
        )


def test_shares_of_a_storm_are_one_for_each_kind():
    labels, storms = np.array([1, 0, 0]), np.zeros(3, int)
    assert np.exp(sampling_offsets(labels, storms, np.array([0.5, 0.1, 0.1]))).round(9).tolist() == [5.0] * 3
    with pytest.raises(InputError, match="from 0.1 to 0.2"):
        sampling_offsets(labels, storms, np.array([0.5, 0.1, 0.2]))
    with pytest.raises(InputError, match="above 0, up to 1"):
        sampling_offsets(labels, storms, np.array([0.5, 0.1, 0.0]))
    with pytest.raises(InputError, match="1 of 3 rows have no share drawn"):
        sampling_offsets(labels, storms, np.array([0.5, np.nan, 0.1]))


def test_forms_of_the_series():
    rain = np.array([[1, 2, 0, 4], [0, 0, 0, 0]], np.float32)
    both = RainForm(12.0, ("log", "cumulative")).of(rain, RainColumns(6.0, 4))
    assert both[0, :, 1].tolist() == [3.0, 7.0]
    assert np.allclose(both[0, :, 0], np.log1p([3.0, 4.0]))
    assert not both[1].any()
    with pytest.raises(InputError, match="cannot be joined"):
        RainForm(9.0).of(rain, RainColumns(6.0, 4))


def test_a_gain_by_one_storm_alone_is_not_shown():
    labels, storms = np.tile([0, 1], 20), np.repeat(np.arange(10), 4)
    plain = np.full(40, 0.5)
    lucky, even = plain.copy(), np.where(labels, 0.55, 0.45)
    lucky[storms == 4] = np.where(labels[storms == 4], 0.95, 0.05)
    assert gain(labels, lucky, plain, storms).mean > gain(labels, plain, plain, storms).mean + 0.05
    assert not gain(labels, lucky, plain, storms).shown
    assert gain(labels, even, plain, storms).shown


def test_storms_of_the_small_table_are_whole():
    samples = real_rows()
    days = {storm: samples.days[samples.storms == storm] for storm in np.unique(samples.storms)}
    ordered = sorted((found.min(), found.max()) for found in days.values())
    assert all((after[0] - before[1]).astype(int) > 2 for before, after in zip(ordered, ordered[1:]))


def test_made_rows_have_the_share_that_their_truth_says():
    samples, p = made_rows(storms=60)
    assert samples.labels.mean() == pytest.approx(p.mean(), abs=4 * np.sqrt(p.mean() / len(p)))


def test_rain_told_by_place_is_the_rain_of_each_row():
    samples = real_rows()
    rows = samples.rows.take(np.arange(30))
    place = np.arange(30) % 4
    own = replace(rows, rain_mm=rows.rain_mm[place])
    shared = replace(rows, rain_mm=rows.rain_mm[:4], place=place)
    inputs = EventInputs.fit(samples.rows, SPECS, samples.rain)
    assert np.array_equal(inputs.transform(own), inputs.transform(shared))
    rain, days, which = shared.distinct_storms()
    assert np.array_equal(rain[which], own.rain_mm)
    assert np.array_equal(days[which], own.day_of_year)
    assert np.array_equal(shared.take(place > 1).distinct_storms()[0][0], rain[which][2])
    with pytest.raises(InputError, match="allowed: 0 to 3"):
        replace(shared, place=place + 1)
