"""Sums of rain against every run of hours added up one by one."""

from __future__ import annotations

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.triggers.rain_sums import (
    antecedent_index,
    rain_sum_names,
    rain_sums,
)


def _storms(rows: int, steps: int) -> np.ndarray:
    draw = np.random.default_rng(5)
    return (draw.gamma(0.3, 4.0, (rows, steps)) * (draw.random((rows, steps)) < 0.4)).astype("f4")


@pytest.mark.parametrize(("steps", "step_h"), [(120, 1.0), (20, 6.0), (744, 1.0), (31, 24.0), (15, 24.0)])
def test_every_sum_is_the_one_added_by_hand(steps: int, step_h: float) -> None:
    rain = _storms(4, steps)
    names, sums = rain_sums(rain, step_h)
    assert sums.dtype == np.float32
    assert names == rain_sum_names(steps, step_h)
    for row, found in zip(rain.astype(float), sums):
        for name, value in zip(names, found):
            kind, _, rest = name.removeprefix("rain_").partition("_")
            if kind == "total":
                expected = row.sum()
            elif kind == "largest":
                width = round(float(rest.removesuffix("h_mm")) / step_h)
                expected = max(row[i : i + width].sum() for i in range(steps - width + 1))
            else:
                day = round(24 / step_h)
                expected = row[-day - int(rest.removesuffix("d_mm")) * day : -day].sum()
            assert value == pytest.approx(expected, rel=1e-6, abs=1e-5), name


def test_a_gap_makes_no_sum_that_needs_it() -> None:
    rain = _storms(2, 31 * 24)
    rain[0, 3] = np.nan
    names, sums = rain_sums(rain, 1.0)
    told = dict(zip(names, sums[0]))
    assert np.isnan([told["rain_total_mm"], told["rain_largest_1h_mm"], told["rain_antecedent_30d_mm"]]).all()
    assert told["rain_antecedent_14d_mm"] > 0
    assert np.isfinite(sums[1]).all()


def test_sums_that_are_no_whole_number_of_steps_are_not_given() -> None:
    assert rain_sum_names(4, 5.0) == ("rain_total_mm",)
    assert rain_sum_names(8, 3.0) == (
        "rain_total_mm", "rain_largest_3h_mm", "rain_largest_6h_mm", "rain_largest_12h_mm", "rain_largest_24h_mm",
    )  # fmt: skip
    assert "rain_antecedent_30d_mm" not in rain_sum_names(30, 24.0)


def test_the_index_is_the_recursion_of_its_authors() -> None:
    rain = _storms(3, 40)
    kept, index = 0.85, np.zeros(3)
    for step in range(40):
        index = kept * index + rain[:, step]
    assert antecedent_index(rain, 24.0, kept) == pytest.approx(index)
    with pytest.raises(InputError, match="day leaves is 1.2"):
        antecedent_index(rain, 24.0, 1.2)
