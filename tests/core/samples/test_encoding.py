"""Truths about the way factors enter a model."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from landslide_plugin.core.errors import BundleError, InputError
from landslide_plugin.core.samples import Encoder, ProfileScaler, TriggerScaler
from landslide_plugin.core.types.factors import FactorSpec

SPECS = (
    FactorSpec("elevation", unit="m"),
    FactorSpec("flow_accumulation", transform="log10"),
    FactorSpec("distance_faults", unit="m", transform="log1p"),
    FactorSpec("aspect", "circular", "deg"),
    FactorSpec("lithology", "categorical", categories={1: "granite", 4: "schist"}),
)


def table(seed, rows=60):
    rng = np.random.default_rng(seed)
    return np.column_stack(
        [
            rng.normal(1500, 300, rows),
            10 ** rng.uniform(0, 6, rows),
            rng.exponential(800, rows),
            rng.uniform(0, 360, rows),
            rng.choice([1, 4, 9], rows),
        ]
    ).astype(np.float32)


@given(st.integers(0, 2**32 - 1), st.permutations([1, 4, 9, 12]))
def test_relabelled_codes_leave_the_inputs_as_they_are(seed, new):
    train, other = table(seed), table(seed + 1)
    codes = dict(zip([1, 4, 9], new))

    def relabelled(rows):
        changed = rows.copy()
        changed[:, 4] = [codes[int(code)] for code in rows[:, 4]]
        return changed

    before = Encoder.fit(train, SPECS).transform(other)
    after = Encoder.fit(relabelled(train), SPECS).transform(relabelled(other))
    np.testing.assert_array_equal(before, after)


@given(st.integers(0, 2**32 - 1), st.integers(1, 59))
def test_a_row_does_not_depend_on_the_other_rows_mapped(seed, cut):
    encoder, other = Encoder.fit(table(1), SPECS), table(seed)
    whole = encoder.transform(other)
    parts = np.vstack([encoder.transform(other[:cut]), encoder.transform(other[cut:])])
    np.testing.assert_array_equal(whole, parts)


@given(st.integers(0, 2**32 - 1))
def test_an_encoder_read_back_from_json_is_equal_bit_for_bit(seed):
    encoder = Encoder.fit(table(seed), SPECS)
    again = Encoder.from_dict(json.loads(json.dumps(encoder.to_dict())))
    assert again == encoder
    np.testing.assert_array_equal(again.transform(table(seed + 1)), encoder.transform(table(seed + 1)))


def test_continuous_inputs_have_mean_0_and_deviation_1_over_the_training_rows_alone():
    encoder = Encoder.fit(table(3), SPECS)
    inputs = encoder.transform(table(3))[:, :3]
    np.testing.assert_allclose(inputs.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(inputs.std(axis=0), 1, atol=1e-5)
    shifted = table(3)
    shifted[:, 0] += 300
    assert encoder.transform(shifted)[:, 0].mean() > 0.5


def test_sine_and_cosine_of_north_and_east():
    encoder = Encoder.fit(np.array([[0.0], [90.0]], "f4"), (FactorSpec("aspect", "circular"),))
    np.testing.assert_allclose(
        encoder.transform(np.array([[360.0], [90.0]], "f4")), [[0, 1], [1, 0]], atol=1e-6
    )


@pytest.mark.parametrize("column", range(5))
def test_no_data_in_any_factor_makes_the_whole_row_no_data(column):
    rows = table(4)
    rows[7, column] = np.nan
    inputs = Encoder.fit(table(4), SPECS).transform(rows)
    assert np.isnan(inputs[7]).all()
    assert np.isfinite(np.delete(inputs, 7, axis=0)).all()


def test_an_unseen_code_makes_the_row_no_data_and_is_counted():
    rows = table(4)
    rows[[2, 5], 4] = 77
    encoder = Encoder.fit(table(4), SPECS)
    assert np.isnan(encoder.transform(rows)).any(axis=1).nonzero()[0].tolist() == [2, 5]
    assert encoder.unseen(rows) == {"lithology": 2}


def test_a_constant_factor_has_no_column_and_is_named():
    rows = table(4)
    rows[:, 0] = 1234.5
    encoder = Encoder.fit(rows, SPECS)
    assert encoder.dropped == ("elevation",)
    assert "elevation" not in encoder.columns
    assert encoder.transform(rows).shape == (60, len(encoder.columns))


def test_a_category_that_never_varied_still_flags_other_codes():
    specs = (FactorSpec("slope"), FactorSpec("lithology", "categorical"))
    encoder = Encoder.fit(np.array([[1, 4], [2, 4]], "f4"), specs)
    assert encoder.dropped == ("lithology",)
    assert np.isnan(encoder.transform(np.array([[1, 4], [1, 5]], "f4")))[:, 0].tolist() == [False, True]


@pytest.mark.parametrize("transform", ["log10", "log1p"])
def test_values_at_or_below_0_are_raised_to_the_floor(transform):
    spec = (FactorSpec("x", transform=transform),)
    encoder = Encoder.fit(np.array([[0.5], [10.0], [100.0]], "f4"), spec)
    low = encoder.transform(np.array([[-3.0], [0.0], [0.5]], "f4"))[:, 0]
    assert np.isfinite(low).all()
    assert low[0] == low[1]
    assert (low[2] == low[1]) == (transform == "log10")


def test_training_rows_with_no_data_or_without_variation_are_refused():
    rows = table(4)
    rows[0, 1] = np.nan
    with pytest.raises(InputError, match="flow_accumulation has no-data"):
        Encoder.fit(rows, SPECS)
    with pytest.raises(InputError, match="constant"):
        Encoder.fit(np.ones((5, 1), "f4"), (FactorSpec("slope"),))


def test_a_damaged_encoder_is_refused():
    stored = Encoder.fit(table(4), SPECS).to_dict()
    del stored["factors"][1]["mean"]
    with pytest.raises(BundleError):
        Encoder.from_dict(stored)


@given(arrays(np.float32, (7, 3, 2), elements=st.floats(-1e3, 1e3, width=32)))
def test_a_scaled_profile_has_mean_0_and_reads_back(values):
    scaler = ProfileScaler.fit(values, ("cohesion_kpa", "friction_deg"))
    scaled = scaler.transform(values)
    np.testing.assert_allclose(scaled.reshape(-1, 2).mean(axis=0), 0, atol=1e-3)
    assert ProfileScaler.from_dict(json.loads(json.dumps(scaler.to_dict()))) == scaler


def test_one_scenario_alone_scales_to_zero():
    scaler = TriggerScaler.fit(np.array([[30.0, 6.0]]), ("intensity_mm_h", "duration_h"))
    assert scaler.transform(np.array([[80.0, 1.0]])).tolist() == [[0.0, 0.0]]
    assert scaler.constant == ("intensity_mm_h", "duration_h")
